// ListAuditFindings, DescribeAuditFinding, ListRelatedResourcesForAuditFinding.
//
// A finding is a snapshot: mending the resource or ending a suppression changes nothing about it.
// Not modelled yet: finding anything.
#include "service/audit/audit_findings.h"

#include <algorithm>

#include "service/audit/audit_tables.h"
#include "service/audit/check_names.h"
#include "service/audit/resource_names.h"
#include "service/audit/suppression_tables.h"
#include "service/op.h"
#include "service/pair_range.h"
#include "service/refuse.h"
#include "service/tables.h"
#include "text/say.h"

namespace picket {
namespace {

std::string time_text(const std::optional<Timestamp>& time) {
    return time ? std::to_string(time->ms) : std::string();
}

// The reference: "You must specify either the taskId or the startTime and endTime, but not both."
Refusal scope_problem(const ListAuditFindingsRequest& in) {
    if (in.task_id && (in.start_time || in.end_time)) {
        return invalid("taskId cannot be used together with startTime and endTime. Leave one or "
                       "the other out.",
                       in.start_time ? "startTime" : "endTime");
    }
    if (in.task_id || (in.start_time && in.end_time)) {
        if (in.task_id || *in.start_time <= *in.end_time) return std::nullopt;
        return invalid(say("endTime is {}, before startTime, {}. Exchange them.",
                           to_iso(*in.end_time), to_iso(*in.start_time)),
                       "endTime");
    }
    if (in.start_time) return invalid("startTime needs endTime, too.", "endTime");
    if (in.end_time) return invalid("endTime needs startTime, too.", "startTime");
    return invalid(say("A list of findings needs taskId, or startTime and endTime{}",
                       in.check_name ? "; checkName alone is not enough." : "."),
                   "taskId");
}

Refusal no_finding(const std::string& id) {
    return refuse(
        ErrorCode::ResourceNotFound,
        say("No audit finding has the id '{}'. ListAuditFindings lists those that are retained.",
            id),
        "findingId");
}

// The reference refuses no window here, so what is older than findings are kept is left out.
Result<ListAuditFindingsResponse> list_audit_findings(const World& world,
                                                      const ListAuditFindingsRequest& in) {
    const std::string resource = in.resource_identifier ? resource_text(*in.resource_identifier)
                                                        : std::string();
    const std::string start = time_text(in.start_time);
    const std::string end = time_text(in.end_time);
    PICKET_TRY(const Page page,
               read_page("ListAuditFindings",
                         {filter_text(in.task_id), filter_text(in.check_name), resource, start, end,
                          filter_text(in.list_suppressed_findings)},
                         in.max_results, in.next_token));
    if (auto problem = scope_problem(in)) return problem;
    std::vector<std::string> facets;
    if (in.task_id) facets.push_back(finding_task_facet(*in.task_id));
    if (in.check_name) {
        PICKET_TRY(const AuditCheckInfo* check, read_check_name(*in.check_name, "checkName"));
        facets.push_back(finding_check_facet(check->name));
    }
    if (in.resource_identifier) {
        if (auto problem = resource_problem(*in.resource_identifier)) return problem;
        facets.push_back(finding_resource_facet(*in.resource_identifier));
    }
    if (in.list_suppressed_findings)
        facets.push_back(finding_suppressed_facet(*in.list_suppressed_findings));
    FacetWindow window = audit_window(world);
    if (in.start_time) window.from = std::max(window.from, *in.start_time);
    if (in.end_time) window.to = *in.end_time;
    ListAuditFindingsResponse out;
    std::vector<NewestFirst> keys;
    PICKET_TRY(out.next_token, walk_facets(page, world.audit_findings_by, facets, window, keys));
    for (const NewestFirst& key : keys) out.findings.push_back(*world.audit_findings.find(key.id));
    return out;
}

Result<DescribeAuditFindingResponse> describe_audit_finding(const World& world,
                                                            const DescribeAuditFindingRequest& in) {
    const AuditFinding* finding = find_audit_finding(world, in.finding_id);
    if (finding == nullptr) return no_finding(in.finding_id);
    return DescribeAuditFindingResponse{*finding};
}

Result<ListRelatedResourcesForAuditFindingResponse>
list_related_resources(const World& world, const ListRelatedResourcesForAuditFindingRequest& in) {
    PICKET_TRY(const Page page, read_page("ListRelatedResourcesForAuditFinding", {in.finding_id},
                                          in.max_results, in.next_token));
    if (find_audit_finding(world, in.finding_id) == nullptr) return no_finding(in.finding_id);
    ListRelatedResourcesForAuditFindingResponse out;
    PICKET_TRY(out.next_token,
               walk_page(
                   page, world.audit_related_resources, pair_begin(in.finding_id),
                   [&](const PairKey& key) { return key.first == in.finding_id; },
                   [](const auto&) { return true; },
                   [&](const auto& entry) { out.related_resources.push_back(entry.value); }));
    return out;
}

using enum ErrorCode;

constexpr std::string_view kGroup = "Audit findings";

constexpr Operation kAuditFindingOperations[] = {
    op<&list_audit_findings>("ListAuditFindings", kGroup, Method::Post, "/audit/findings",
                             errors<InvalidRequest, Throttling, InternalFailure>(),
                             "Lists what an audit found, or what was found in a window of time."),
    op<&describe_audit_finding>(
        "DescribeAuditFinding", kGroup, Method::Get, "/audit/findings/{findingId}",
        errors<ResourceNotFound, InvalidRequest, Throttling, InternalFailure>(),
        "Tells all about a finding; of related resources, ten at most."),
    op<&list_related_resources>(
        "ListRelatedResourcesForAuditFinding", kGroup, Method::Get, "/audit/relatedResources",
        errors<ResourceNotFound, InvalidRequest, Throttling, InternalFailure>(),
        "Lists all resources that have to do with a finding."),
};

}  // namespace

std::span<const Operation> audit_finding_operations() { return kAuditFindingOperations; }

}  // namespace picket
