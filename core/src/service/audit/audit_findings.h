// The shapes of the three operations on findings.
#pragma once

#include "picket/model/audit.h"
#include "picket/model/audit_finding.h"
#include "picket/model/audit_mitigation.h"

namespace picket {

struct ListAuditFindingsRequest {
    std::optional<std::string> task_id;
    std::optional<std::string> check_name;
    std::optional<ResourceIdentifier> resource_identifier;
    std::optional<std::int64_t> max_results;
    std::optional<std::string> next_token;
    std::optional<Timestamp> start_time;
    std::optional<Timestamp> end_time;
    std::optional<bool> list_suppressed_findings;
};
template <>
struct Shape<ListAuditFindingsRequest> {
    using S = ListAuditFindingsRequest;
    static constexpr std::string_view name = "ListAuditFindingsRequest";
    static constexpr MemberInfo members[] = {
        member("taskId", PICKET_FIELD(S, task_id),
               with(kAuditTaskIdRule,
                    {.doc = "Only findings of this audit; instead of startTime and endTime."})),
        member("checkName", PICKET_FIELD(S, check_name), {.doc = "Only findings of this check."}),
        member("resourceIdentifier", PICKET_FIELD(S, resource_identifier),
               {.doc = "Only findings about this resource."}),
        member("maxResults", PICKET_FIELD(S, max_results),
               with(kMaxResultsRule, {.doc = "Items of a page at most; 25 when absent."})),
        member("nextToken", PICKET_FIELD(S, next_token), {.doc = "Where the previous page ended."}),
        member("startTime", PICKET_FIELD(S, start_time),
               {.doc = "Only what was found then or later; with endTime, instead of taskId."}),
        member("endTime", PICKET_FIELD(S, end_time),
               {.doc = "Only what was found then or before; with startTime."}),
        member("listSuppressedFindings", PICKET_FIELD(S, list_suppressed_findings),
               {.doc = "Only suppressed findings, or only the others; absent: both."}),
    };
};
struct ListAuditFindingsResponse {
    std::vector<AuditFinding> findings;
    std::optional<std::string> next_token;
};
template <>
struct Shape<ListAuditFindingsResponse> {
    using S = ListAuditFindingsResponse;
    static constexpr std::string_view name = "ListAuditFindingsResponse";
    static constexpr MemberInfo members[] = {
        member("findings", PICKET_FIELD(S, findings), {.doc = "The findings, the newest first."}),
        member("nextToken", PICKET_FIELD(S, next_token), {.doc = "Absent on the last page."}),
    };
};

struct DescribeAuditFindingRequest {
    std::string finding_id;
};
template <>
struct Shape<DescribeAuditFindingRequest> {
    using S = DescribeAuditFindingRequest;
    static constexpr std::string_view name = "DescribeAuditFindingRequest";
    static constexpr MemberInfo members[] = {member(
        "findingId", PICKET_FIELD(S, finding_id),
        with(kFindingIdRule, {.required = true, .in = In::Uri, .doc = "The finding's id."}))};
};
struct DescribeAuditFindingResponse {
    AuditFinding finding;
};
template <>
struct Shape<DescribeAuditFindingResponse> {
    using S = DescribeAuditFindingResponse;
    static constexpr std::string_view name = "DescribeAuditFindingResponse";
    static constexpr MemberInfo members[] = {
        member("finding", PICKET_FIELD(S, finding), {.doc = "The finding."})};
};

struct ListRelatedResourcesForAuditFindingRequest {
    std::string finding_id;
    std::optional<std::string> next_token;
    std::optional<std::int64_t> max_results;
};
template <>
struct Shape<ListRelatedResourcesForAuditFindingRequest> {
    using S = ListRelatedResourcesForAuditFindingRequest;
    static constexpr std::string_view name = "ListRelatedResourcesForAuditFindingRequest";
    static constexpr MemberInfo members[] = {
        member(
            "findingId", PICKET_FIELD(S, finding_id),
            with(kFindingIdRule, {.required = true, .in = In::Query, .doc = "The finding's id."})),
        member("nextToken", PICKET_FIELD(S, next_token),
               {.in = In::Query, .doc = "Where the previous page ended."}),
        member("maxResults", PICKET_FIELD(S, max_results),
               with(kMaxResultsRule,
                    {.in = In::Query, .doc = "Items of a page at most; 25 when absent."})),
    };
};
struct ListRelatedResourcesForAuditFindingResponse {
    std::vector<AuditedResource> related_resources;
    std::optional<std::string> next_token;
};
template <>
struct Shape<ListRelatedResourcesForAuditFindingResponse> {
    using S = ListRelatedResourcesForAuditFindingResponse;
    static constexpr std::string_view name = "ListRelatedResourcesForAuditFindingResponse";
    static constexpr MemberInfo members[] = {
        member("relatedResources", PICKET_FIELD(S, related_resources),
               {.doc = "All that has to do with the finding, in the order it was found."}),
        member("nextToken", PICKET_FIELD(S, next_token), {.doc = "Absent on the last page."}),
    };
};

}  // namespace picket
