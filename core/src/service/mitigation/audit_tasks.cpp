// DescribeAuditMitigationActionsTask, CancelAuditMitigationActionsTask,
// ListAuditMitigationActionsTasks, ListAuditMitigationActionsExecutions, and the row of
// StartAuditMitigationActionsTask.
//
// Not modelled yet: tasks that end by themselves; see audit_tasks_start.cpp.
#include "service/mitigation/audit_tasks.h"

#include "service/audit/audit_tables.h"
#include "service/facts.h"
#include "service/mitigation/audit_task_tables.h"
#include "service/mitigation/audit_tasks_start.h"
#include "service/op.h"
#include "service/paginate.h"
#include "service/pair_range.h"
#include "service/refuse.h"
#include "service/tables.h"
#include "text/say.h"

namespace picket {
namespace {

Refusal no_task(const std::string& id) {
    return refuse(ErrorCode::ResourceNotFound,
                  say("No audit mitigation task has the id '{}'. ListAuditMitigationActionsTasks "
                      "lists those that are retained.",
                      id),
                  "taskId");
}

Result<DescribeAuditMitigationActionsTaskResponse>
describe_audit_mitigation_task(const World& world,
                               const DescribeAuditMitigationActionsTaskRequest& in) {
    const AuditMitigationTask* task = find_audit_mitigation_task(world, in.task_id);
    if (task == nullptr) return no_task(in.task_id);
    return DescribeAuditMitigationActionsTaskResponse{task->status,
                                                      task->start,
                                                      task->end,
                                                      task->statistics,
                                                      task->target,
                                                      task->actions_by_check,
                                                      task->actions_definition};
}

// Findings that were not dealt with before the task was canceled.
std::int64_t cancel_rest(AuditMitigationStatistics& counts) {
    const std::int64_t rest = counts.total_findings_count.value_or(0) -
                              counts.succeeded_findings_count.value_or(0) -
                              counts.failed_findings_count.value_or(0) -
                              counts.skipped_findings_count.value_or(0);
    counts.canceled_findings_count = rest;
    return rest;
}

// Nothing more is started, and nothing is rolled back.
Result<CancelAuditMitigationActionsTaskResponse>
cancel_audit_mitigation_task(World& world, Context& context,
                             const CancelAuditMitigationActionsTaskRequest& in) {
    const AuditMitigationTask* before = find_audit_mitigation_task(world, in.task_id);
    if (before == nullptr) return no_task(in.task_id);
    if (before->status != AuditMitigationTaskStatus::InProgress) {
        return invalid(say("The audit mitigation task '{}' is {}. Only a task that is IN_PROGRESS "
                           "can be canceled.",
                           in.task_id, enum_name(before->status)),
                       "taskId");
    }
    AuditMitigationTask task = *before;
    task.status = AuditMitigationTaskStatus::Canceled;
    task.end = context.now();
    std::int64_t canceled = 0;
    if (task.statistics) {
        for (const auto& [check, counts] : *before->statistics)
            canceled += cancel_rest((*task.statistics)[check]);
    }
    Facts facts;
    facts.number("canceledFindings", canceled);
    context.note("auditMitigationTask.canceled", task.id,
                 say("The audit mitigation task '{}' was canceled before {}{} dealt with.", task.id,
                     counted(canceled, "finding"), canceled == 1 ? " was" : " were"),
                 facts.json());
    put_audit_mitigation_task(world, std::move(task));
    return CancelAuditMitigationActionsTaskResponse{};
}

// The one facet that is walked; what else is asked for is checked task by task. Tasks about a whole
// audit have no facet for each of its findings, so those of a finding are among those of its audit.
std::string walked_facet(const World& world, const ListAuditMitigationActionsTasksRequest& in) {
    if (in.finding_id) {
        const AuditFinding* finding = world.audit_findings.find(*in.finding_id);
        return finding != nullptr ? mitigated_audit_facet(finding->task_id)
                                  : mitigated_finding_facet(*in.finding_id);
    }
    if (in.audit_task_id) return mitigated_audit_facet(*in.audit_task_id);
    if (in.task_status) return status_facet(enum_name(*in.task_status));
    return {};
}

bool listed(const World& world, const ListAuditMitigationActionsTasksRequest& in,
            const FacetWindow& window, const NewestFirst& key) {
    const AuditMitigationTask* task = world.audit_mitigation_tasks.find(key.id);
    // The reference: "completed or canceled on or before"; a running task has not ended.
    if (task->end && *task->end > window.to) return false;
    if (in.task_status && task->status != *in.task_status) return false;
    if (in.audit_task_id && !world.audit_mitigation_tasks_by.contains(FacetKey{
                                mitigated_audit_facet(*in.audit_task_id), key.time, key.id}))
        return false;
    if (!in.finding_id) return true;
    const AuditFinding* finding = world.audit_findings.find(*in.finding_id);
    return finding == nullptr || (task->target && targets(*task->target, *finding));
}

Result<ListAuditMitigationActionsTasksResponse>
list_audit_mitigation_tasks(const World& world, const ListAuditMitigationActionsTasksRequest& in) {
    const std::string start = std::to_string(in.start_time.ms);
    const std::string end = std::to_string(in.end_time.ms);
    PICKET_TRY(const Page page,
               read_page("ListAuditMitigationActionsTasks",
                         {filter_text(in.audit_task_id), filter_text(in.finding_id),
                          in.task_status ? enum_name(*in.task_status) : "", start, end},
                         in.max_results, in.next_token));
    PICKET_TRY(const FacetWindow window,
               read_audit_times(world, Setting::AuditMitigationTaskRetentionDays, in.start_time,
                                in.end_time, true));
    const std::string facet = walked_facet(world, in);
    ListAuditMitigationActionsTasksResponse out;
    PICKET_TRY(
        out.next_token,
        walk_page(
            page, world.audit_mitigation_tasks_by, FacetKey{facet, window.to, {}},
            [&](const FacetKey& key) { return key.facet == facet && key.time >= window.from; },
            [&](const auto& entry) {
                return listed(world, in, window, {entry.key.time, entry.key.id});
            },
            [&](const auto& entry) {
                const auto* task = world.audit_mitigation_tasks.find(entry.key.id);
                out.tasks.push_back({task->id, task->start, task->status});
            }));
    return out;
}

// A task or finding that does not exist has no executions: the operation declares no
// ResourceNotFoundException.
Result<ListAuditMitigationActionsExecutionsResponse>
list_audit_mitigation_executions(const World& world,
                                 const ListAuditMitigationActionsExecutionsRequest& in) {
    PICKET_TRY(const Page page, read_page("ListAuditMitigationActionsExecutions",
                                          {in.task_id, in.finding_id,
                                           in.action_status ? enum_name(*in.action_status) : ""},
                                          in.max_results, in.next_token));
    const auto all = executions_of(world, in.task_id, in.finding_id);
    ListAuditMitigationActionsExecutionsResponse out;
    PICKET_TRY(out.next_token,
               walk_page(
                   page, all, PairKey{}, [](const PairKey&) { return true; },
                   [&](const auto& entry) {
                       return !in.action_status || entry.value.status == in.action_status;
                   },
                   [&](const auto& entry) { out.actions_executions.push_back(entry.value); }));
    return out;
}

using enum ErrorCode;

constexpr std::string_view kGroup = "Audit mitigation tasks";
constexpr std::string_view kTasksUri = "/audit/mitigationactions/tasks";
constexpr std::string_view kTaskUri = "/audit/mitigationactions/tasks/{taskId}";

constexpr Operation kAuditMitigationTaskOperations[] = {
    op<&start_audit_mitigation_task>(
        "StartAuditMitigationActionsTask", kGroup, Method::Post, kTaskUri,
        errors<InvalidRequest, TaskAlreadyExists, LimitExceeded, Throttling, InternalFailure>(),
        "Starts to apply actions to findings of audits."),
    op<&describe_audit_mitigation_task>(
        "DescribeAuditMitigationActionsTask", kGroup, Method::Get, kTaskUri,
        errors<InvalidRequest, ResourceNotFound, Throttling, InternalFailure>(),
        "Tells what a task applies to which findings, and how far it is."),
    op<&cancel_audit_mitigation_task>(
        "CancelAuditMitigationActionsTask", kGroup, Method::Put,
        "/audit/mitigationactions/tasks/{taskId}/cancel",
        errors<ResourceNotFound, InvalidRequest, Throttling, InternalFailure>(),
        "Stops a task that is in progress; nothing is rolled back."),
    op<&list_audit_mitigation_tasks>("ListAuditMitigationActionsTasks", kGroup, Method::Get,
                                     kTasksUri,
                                     errors<InvalidRequest, Throttling, InternalFailure>(),
                                     "Lists the tasks of a window of time, the newest first."),
    op<&list_audit_mitigation_executions>("ListAuditMitigationActionsExecutions", kGroup,
                                          Method::Get, "/audit/mitigationactions/executions",
                                          errors<InvalidRequest, Throttling, InternalFailure>(),
                                          "Lists how a task's actions on a finding went."),
};

}  // namespace

std::span<const Operation> audit_mitigation_task_operations() {
    return kAuditMitigationTaskOperations;
}

}  // namespace picket
