// The shapes of the five operations on suppressions. The suppression itself is in
// picket/model/audit_finding.h.
#pragma once

#include "picket/model/audit_finding.h"

namespace picket {

inline constexpr Rule kSuppressedCheckRule = {.required = true,
                                              .doc = "The check whose findings are suppressed."};
inline constexpr Rule kSuppressedResourceRule = {.required = true,
                                                 .doc = "The resource the findings are about."};

struct CreateAuditSuppressionRequest {
    std::string check_name;
    ResourceIdentifier resource_identifier;
    std::optional<Timestamp> expiration_date;
    std::optional<bool> suppress_indefinitely;
    std::optional<std::string> description;
    std::optional<std::string> client_request_token;
};
template <>
struct Shape<CreateAuditSuppressionRequest> {
    using S = CreateAuditSuppressionRequest;
    static constexpr std::string_view name = "CreateAuditSuppressionRequest";
    static constexpr MemberInfo members[] = {
        member("checkName", PICKET_FIELD(S, check_name), kSuppressedCheckRule),
        member("resourceIdentifier", PICKET_FIELD(S, resource_identifier), kSuppressedResourceRule),
        member("expirationDate", PICKET_FIELD(S, expiration_date),
               {.doc = "When it ends, in the future; instead of suppressIndefinitely."}),
        member("suppressIndefinitely", PICKET_FIELD(S, suppress_indefinitely),
               {.doc = "True: it does not end by itself."}),
        member("description", PICKET_FIELD(S, description),
               with(kAuditDescriptionRule, {.doc = "Why it is there."})),
        member("clientRequestToken", PICKET_FIELD(S, client_request_token),
               with(kClientTokenRule, {.required = true,
                                       .idempotency_token = true,
                                       .doc = "Makes the call safe to repeat: the same token and "
                                              "suppression succeed again."})),
    };
};
struct CreateAuditSuppressionResponse {};
template <>
struct Shape<CreateAuditSuppressionResponse> {
    static constexpr std::string_view name = "CreateAuditSuppressionResponse";
    static constexpr std::span<const MemberInfo> members = {};
};

struct DescribeAuditSuppressionRequest {
    std::string check_name;
    ResourceIdentifier resource_identifier;
};
template <>
struct Shape<DescribeAuditSuppressionRequest> {
    using S = DescribeAuditSuppressionRequest;
    static constexpr std::string_view name = "DescribeAuditSuppressionRequest";
    static constexpr MemberInfo members[] = {
        member("checkName", PICKET_FIELD(S, check_name), kSuppressedCheckRule),
        member("resourceIdentifier", PICKET_FIELD(S, resource_identifier), kSuppressedResourceRule),
    };
};

struct UpdateAuditSuppressionRequest {
    std::string check_name;
    ResourceIdentifier resource_identifier;
    std::optional<Timestamp> expiration_date;
    std::optional<bool> suppress_indefinitely;
    std::optional<std::string> description;
};
template <>
struct Shape<UpdateAuditSuppressionRequest> {
    using S = UpdateAuditSuppressionRequest;
    static constexpr std::string_view name = "UpdateAuditSuppressionRequest";
    static constexpr MemberInfo members[] = {
        member("checkName", PICKET_FIELD(S, check_name), kSuppressedCheckRule),
        member("resourceIdentifier", PICKET_FIELD(S, resource_identifier), kSuppressedResourceRule),
        member("expirationDate", PICKET_FIELD(S, expiration_date),
               {.doc = "The new end; a suppression without an end gets one."}),
        member("suppressIndefinitely", PICKET_FIELD(S, suppress_indefinitely),
               {.doc = "True takes the end away."}),
        member("description", PICKET_FIELD(S, description),
               with(kAuditDescriptionRule, {.doc = "The new description; absent keeps it."})),
    };
};
struct UpdateAuditSuppressionResponse {};
template <>
struct Shape<UpdateAuditSuppressionResponse> {
    static constexpr std::string_view name = "UpdateAuditSuppressionResponse";
    static constexpr std::span<const MemberInfo> members = {};
};

struct DeleteAuditSuppressionRequest {
    std::string check_name;
    ResourceIdentifier resource_identifier;
};
template <>
struct Shape<DeleteAuditSuppressionRequest> {
    using S = DeleteAuditSuppressionRequest;
    static constexpr std::string_view name = "DeleteAuditSuppressionRequest";
    static constexpr MemberInfo members[] = {
        member("checkName", PICKET_FIELD(S, check_name), kSuppressedCheckRule),
        member("resourceIdentifier", PICKET_FIELD(S, resource_identifier), kSuppressedResourceRule),
    };
};
struct DeleteAuditSuppressionResponse {};
template <>
struct Shape<DeleteAuditSuppressionResponse> {
    static constexpr std::string_view name = "DeleteAuditSuppressionResponse";
    static constexpr std::span<const MemberInfo> members = {};
};

struct ListAuditSuppressionsRequest {
    std::optional<std::string> check_name;
    std::optional<ResourceIdentifier> resource_identifier;
    std::optional<bool> ascending_order;
    std::optional<std::string> next_token;
    std::optional<std::int64_t> max_results;
};
template <>
struct Shape<ListAuditSuppressionsRequest> {
    using S = ListAuditSuppressionsRequest;
    static constexpr std::string_view name = "ListAuditSuppressionsRequest";
    static constexpr MemberInfo members[] = {
        member("checkName", PICKET_FIELD(S, check_name), {.doc = "Only those of this check."}),
        member("resourceIdentifier", PICKET_FIELD(S, resource_identifier),
               {.doc = "Only those of this resource."}),
        member("ascendingOrder", PICKET_FIELD(S, ascending_order),
               {.doc = "The first to end comes first, unless false."}),
        member("nextToken", PICKET_FIELD(S, next_token), {.doc = "Where the previous page ended."}),
        member("maxResults", PICKET_FIELD(S, max_results),
               with(kMaxResultsRule, {.doc = "Items of a page at most; 25 when absent."})),
    };
};
struct ListAuditSuppressionsResponse {
    std::vector<AuditSuppression> suppressions;
    std::optional<std::string> next_token;
};
template <>
struct Shape<ListAuditSuppressionsResponse> {
    using S = ListAuditSuppressionsResponse;
    static constexpr std::string_view name = "ListAuditSuppressionsResponse";
    static constexpr MemberInfo members[] = {
        member(
            "suppressions", PICKET_FIELD(S, suppressions),
            {.doc = "The suppressions, by when they end; those without an end are the last to."}),
        member("nextToken", PICKET_FIELD(S, next_token), {.doc = "Absent on the last page."}),
    };
};

}  // namespace picket
