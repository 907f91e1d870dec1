// Audits: what is audited, when, and how each run went. Findings are in audit_finding.h, the checks
// themselves in audit_checks.h.
#pragma once

#include "picket/model/audit_finding.h"

namespace picket {

inline constexpr Rule kScheduledAuditNameRule = {
    .min = 1, .max = 128, .pattern = Pattern::ActionName};

enum class AuditNotificationType : std::uint8_t { Sns };
template <>
struct EnumNames<AuditNotificationType> {
    static constexpr std::string_view name = "AuditNotificationType";
    static constexpr std::array<std::string_view, 1> values = {"SNS"};
};
inline constexpr Rule kAuditNotificationKeyRule = {
    .one_of = EnumNames<AuditNotificationType>::values};

struct AuditNotificationTarget {
    std::optional<std::string> target_arn;
    std::optional<std::string> role_arn;
    std::optional<bool> enabled;
    bool operator==(const AuditNotificationTarget&) const = default;
};
template <>
struct Shape<AuditNotificationTarget> {
    using S = AuditNotificationTarget;
    static constexpr std::string_view name = "AuditNotificationTarget";
    static constexpr MemberInfo members[] = {
        member("targetArn", PICKET_FIELD(S, target_arn),
               {.max = 2048, .doc = "The topic that is told when an audit ends."}),
        member("roleArn", PICKET_FIELD(S, role_arn),
               with(kRoleArnRule, {.doc = "The role that may publish to it."})),
        member("enabled", PICKET_FIELD(S, enabled), {.doc = "Whether it is told."}),
    };
};
using AuditNotificationTargets = StringMap<AuditNotificationTarget>;
inline constexpr Rule kAuditNotificationTargetsRule = {.key = &kAuditNotificationKeyRule};

enum class AuditConfigName : std::uint8_t { CertAge, CertExpiration };
template <>
struct EnumNames<AuditConfigName> {
    static constexpr std::string_view name = "ConfigName";
    static constexpr std::array<std::string_view, 2> values = {"CERT_AGE_THRESHOLD_IN_DAYS",
                                                               "CERT_EXPIRATION_THRESHOLD_IN_DAYS"};
};
inline constexpr Rule kAuditConfigKeyRule = {.one_of = EnumNames<AuditConfigName>::values};
inline constexpr Rule kAuditConfigValueRule = {.min = 1, .max = 64};
inline constexpr Rule kAuditConfigRule = {.element = &kAuditConfigValueRule,
                                          .key = &kAuditConfigKeyRule};

struct AuditCheckConfiguration {
    std::optional<bool> enabled;
    std::optional<StringMap<std::string>> configuration;
    bool operator==(const AuditCheckConfiguration&) const = default;
};
template <>
struct Shape<AuditCheckConfiguration> {
    using S = AuditCheckConfiguration;
    static constexpr std::string_view name = "AuditCheckConfiguration";
    static constexpr MemberInfo members[] = {
        member("enabled", PICKET_FIELD(S, enabled), {.doc = "Whether audits may use the check."}),
        member("configuration", PICKET_FIELD(S, configuration),
               with(kAuditConfigRule, {.doc = "Its threshold in days, as text."})),
    };
};
using AuditCheckConfigurations = StringMap<AuditCheckConfiguration>;

// The account's one row; absent until the first UpdateAccountAuditConfiguration.
struct AuditConfiguration {
    std::optional<std::string> role_arn;
    std::optional<AuditNotificationTargets> targets;
    AuditCheckConfigurations checks;        // those that were ever named
    StringMap<Timestamp> collecting_since;  // enabled checks, and when they were enabled
    bool knows_all_checks = true;           // false: an account of the time before some checks
    bool operator==(const AuditConfiguration&) const = default;
};
template <>
struct Shape<AuditConfiguration> {
    using S = AuditConfiguration;
    static constexpr std::string_view name = "AuditConfiguration";
    static constexpr MemberInfo members[] = {
        member("roleArn", PICKET_FIELD(S, role_arn)),
        member("targets", PICKET_FIELD(S, targets)),
        member("checks", PICKET_FIELD(S, checks)),
        member("collectingSince", PICKET_FIELD(S, collecting_since)),
        member("knowsAllChecks", PICKET_FIELD(S, knows_all_checks)),
    };
};

enum class AuditFrequency : std::uint8_t { Daily, Weekly, Biweekly, Monthly };
template <>
struct EnumNames<AuditFrequency> {
    static constexpr std::string_view name = "AuditFrequency";
    static constexpr std::array<std::string_view, 4> values = {"DAILY", "WEEKLY", "BIWEEKLY",
                                                               "MONTHLY"};
};

enum class DayOfWeek : std::uint8_t { Sun, Mon, Tue, Wed, Thu, Fri, Sat };
template <>
struct EnumNames<DayOfWeek> {
    static constexpr std::string_view name = "DayOfWeek";
    static constexpr std::array<std::string_view, 7> values = {"SUN", "MON", "TUE", "WED",
                                                               "THU", "FRI", "SAT"};
};

struct ScheduledAudit {
    std::string name;
    AuditFrequency frequency = AuditFrequency::Daily;
    std::optional<std::string> day_of_month;
    std::optional<DayOfWeek> day_of_week;
    std::vector<std::string> target_check_names;
    Timestamp created;
    bool operator==(const ScheduledAudit&) const = default;
};
template <>
struct Shape<ScheduledAudit> {
    using S = ScheduledAudit;
    static constexpr std::string_view name = "ScheduledAudit";
    static constexpr MemberInfo members[] = {
        member("name", PICKET_FIELD(S, name)),
        member("frequency", PICKET_FIELD(S, frequency)),
        member("dayOfMonth", PICKET_FIELD(S, day_of_month)),
        member("dayOfWeek", PICKET_FIELD(S, day_of_week)),
        member("targetCheckNames", PICKET_FIELD(S, target_check_names)),
        member("created", PICKET_FIELD(S, created)),
    };
};

enum class AuditTaskStatus : std::uint8_t { InProgress, Completed, Failed, Canceled };
template <>
struct EnumNames<AuditTaskStatus> {
    static constexpr std::string_view name = "AuditTaskStatus";
    static constexpr std::array<std::string_view, 4> values = {"IN_PROGRESS", "COMPLETED", "FAILED",
                                                               "CANCELED"};
};

enum class AuditTaskType : std::uint8_t { OnDemand, Scheduled };
template <>
struct EnumNames<AuditTaskType> {
    static constexpr std::string_view name = "AuditTaskType";
    static constexpr std::array<std::string_view, 2> values = {"ON_DEMAND_AUDIT_TASK",
                                                               "SCHEDULED_AUDIT_TASK"};
};

enum class AuditCheckRunStatus : std::uint8_t {
    InProgress,
    WaitingForDataCollection,
    Canceled,
    CompletedCompliant,
    CompletedNonCompliant,
    Failed,
};
template <>
struct EnumNames<AuditCheckRunStatus> {
    static constexpr std::string_view name = "AuditCheckRunStatus";
    static constexpr std::array<std::string_view, 6> values = {
        "IN_PROGRESS",         "WAITING_FOR_DATA_COLLECTION", "CANCELED",
        "COMPLETED_COMPLIANT", "COMPLETED_NON_COMPLIANT",     "FAILED"};
};

// Each check of a run counts in exactly one of the last six.
struct AuditTaskStatistics {
    std::int64_t total_checks = 0;
    std::int64_t in_progress_checks = 0;
    std::int64_t waiting_for_data_collection_checks = 0;
    std::int64_t compliant_checks = 0;
    std::int64_t non_compliant_checks = 0;
    std::int64_t failed_checks = 0;
    std::int64_t canceled_checks = 0;
    bool operator==(const AuditTaskStatistics&) const = default;
};
template <>
struct Shape<AuditTaskStatistics> {
    using S = AuditTaskStatistics;
    static constexpr std::string_view name = "TaskStatistics";
    static constexpr MemberInfo members[] = {
        member("totalChecks", PICKET_FIELD(S, total_checks), {.doc = "Checks of the audit."}),
        member("inProgressChecks", PICKET_FIELD(S, in_progress_checks), {.doc = "That run."}),
        member("waitingForDataCollectionChecks",
               PICKET_FIELD(S, waiting_for_data_collection_checks),
               {.doc = "That were enabled too recently to have data."}),
        member("compliantChecks", PICKET_FIELD(S, compliant_checks),
               {.doc = "That found nothing."}),
        member("nonCompliantChecks", PICKET_FIELD(S, non_compliant_checks),
               {.doc = "That found something."}),
        member("failedChecks", PICKET_FIELD(S, failed_checks), {.doc = "That could not run."}),
        member("canceledChecks", PICKET_FIELD(S, canceled_checks), {.doc = "That were canceled."}),
    };
};

struct AuditCheckDetails {
    std::optional<AuditCheckRunStatus> check_run_status;
    std::optional<bool> check_compliant;
    std::optional<std::int64_t> total_resources_count;
    std::optional<std::int64_t> non_compliant_resources_count;
    std::optional<std::int64_t> suppressed_non_compliant_resources_count;
    std::optional<std::string> error_code;
    std::optional<std::string> message;
    bool operator==(const AuditCheckDetails&) const = default;
};
template <>
struct Shape<AuditCheckDetails> {
    using S = AuditCheckDetails;
    static constexpr std::string_view name = "AuditCheckDetails";
    static constexpr MemberInfo members[] = {
        member("checkRunStatus", PICKET_FIELD(S, check_run_status), {.doc = "How far it is."}),
        member("checkCompliant", PICKET_FIELD(S, check_compliant),
               {.doc = "Whether all is well; suppressed resources do not count."}),
        member("totalResourcesCount", PICKET_FIELD(S, total_resources_count),
               {.doc = "Resources looked at."}),
        member("nonCompliantResourcesCount", PICKET_FIELD(S, non_compliant_resources_count),
               {.doc = "Of them, those that break the check."}),
        member("suppressedNonCompliantResourcesCount",
               PICKET_FIELD(S, suppressed_non_compliant_resources_count),
               {.doc = "Those that break it and are suppressed."}),
        member("errorCode", PICKET_FIELD(S, error_code),
               {.doc = "Why it failed: INSUFFICIENT_PERMISSIONS or AUDIT_CHECK_DISABLED."}),
        member("message", PICKET_FIELD(S, message), {.max = 2048, .doc = "The same in words."}),
    };
};

// One run of an audit. Statistics and details are absent of audits that are only known from a list.
struct AuditTask {
    std::string id;
    AuditTaskType type = AuditTaskType::OnDemand;
    AuditTaskStatus status = AuditTaskStatus::InProgress;
    Timestamp start;
    std::optional<AuditTaskStatistics> statistics;
    std::optional<std::string> scheduled_audit_name;
    std::optional<StringMap<AuditCheckDetails>> details;
    bool operator==(const AuditTask&) const = default;
};
template <>
struct Shape<AuditTask> {
    using S = AuditTask;
    static constexpr std::string_view name = "AuditTask";
    static constexpr MemberInfo members[] = {
        member("id", PICKET_FIELD(S, id)),
        member("type", PICKET_FIELD(S, type)),
        member("status", PICKET_FIELD(S, status)),
        member("start", PICKET_FIELD(S, start)),
        member("statistics", PICKET_FIELD(S, statistics)),
        member("scheduledAuditName", PICKET_FIELD(S, scheduled_audit_name)),
        member("details", PICKET_FIELD(S, details)),
    };
};

}  // namespace picket
