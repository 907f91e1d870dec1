// The shapes of the three operations on the account's audit configuration.
#pragma once

#include "picket/model/audit.h"

namespace picket {

struct UpdateAccountAuditConfigurationRequest {
    std::optional<std::string> role_arn;
    std::optional<AuditNotificationTargets> targets;
    std::optional<AuditCheckConfigurations> checks;
};
template <>
struct Shape<UpdateAccountAuditConfigurationRequest> {
    using S = UpdateAccountAuditConfigurationRequest;
    static constexpr std::string_view name = "UpdateAccountAuditConfigurationRequest";
    static constexpr MemberInfo members[] = {
        member("roleArn", PICKET_FIELD(S, role_arn),
               with(kRoleArnRule, {.doc = "The role audits read the account with; the first call "
                                          "must have it."})),
        member("auditNotificationTargetConfigurations", PICKET_FIELD(S, targets),
               with(kAuditNotificationTargetsRule, {.doc = "Who is told when an audit ends."})),
        member("auditCheckConfigurations", PICKET_FIELD(S, checks),
               {.doc = "Checks to turn on, off or adjust; the others stay as they are."}),
    };
};
struct UpdateAccountAuditConfigurationResponse {};
template <>
struct Shape<UpdateAccountAuditConfigurationResponse> {
    static constexpr std::string_view name = "UpdateAccountAuditConfigurationResponse";
    static constexpr std::span<const MemberInfo> members = {};
};

struct DescribeAccountAuditConfigurationRequest {};
template <>
struct Shape<DescribeAccountAuditConfigurationRequest> {
    static constexpr std::string_view name = "DescribeAccountAuditConfigurationRequest";
    static constexpr std::span<const MemberInfo> members = {};
};
struct DescribeAccountAuditConfigurationResponse {
    std::optional<std::string> role_arn;
    std::optional<AuditNotificationTargets> targets;
    AuditCheckConfigurations checks;
};
template <>
struct Shape<DescribeAccountAuditConfigurationResponse> {
    using S = DescribeAccountAuditConfigurationResponse;
    static constexpr std::string_view name = "DescribeAccountAuditConfigurationResponse";
    static constexpr MemberInfo members[] = {
        member("roleArn", PICKET_FIELD(S, role_arn),
               with(kRoleArnRule, {.doc = "The role audits read the account with."})),
        member("auditNotificationTargetConfigurations", PICKET_FIELD(S, targets),
               with(kAuditNotificationTargetsRule, {.doc = "Who is told when an audit ends."})),
        member("auditCheckConfigurations", PICKET_FIELD(S, checks),
               {.doc = "All checks there are, and which of them are on."}),
    };
};

struct DeleteAccountAuditConfigurationRequest {
    std::optional<bool> delete_scheduled_audits;
};
template <>
struct Shape<DeleteAccountAuditConfigurationRequest> {
    using S = DeleteAccountAuditConfigurationRequest;
    static constexpr std::string_view name = "DeleteAccountAuditConfigurationRequest";
    static constexpr MemberInfo members[] = {
        member("deleteScheduledAudits", PICKET_FIELD(S, delete_scheduled_audits),
               {.in = In::Query, .doc = "Delete all scheduled audits, too."}),
    };
};
struct DeleteAccountAuditConfigurationResponse {};
template <>
struct Shape<DeleteAccountAuditConfigurationResponse> {
    static constexpr std::string_view name = "DeleteAccountAuditConfigurationResponse";
    static constexpr std::span<const MemberInfo> members = {};
};

}  // namespace picket
