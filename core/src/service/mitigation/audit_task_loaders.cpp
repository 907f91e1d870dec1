// Documented responses about audit mitigation tasks as state: see picket/documented.h.
//
// Not modelled: what a response does not show. A task of a list has no actions and no end; its
// target is what the list was asked for.
#include "service/mitigation/audit_task_tables.h"
#include "service/mitigation/audit_tasks.h"
#include "service/pair_range.h"
#include "service/picket/documented.h"
#include "service/tables.h"

namespace picket {
namespace {

Refusal load_task(World& world, Context&, const DescribeAuditMitigationActionsTaskRequest& request,
                  const DescribeAuditMitigationActionsTaskResponse& response) {
    DocumentedTimes times;
    times.add(response.start_time);
    if (response.end_time) times.add(*response.end_time);
    if (auto problem = times.problem(world, Setting::AuditMitigationTaskRetentionDays, "response"))
        return problem;
    AuditMitigationTask task;
    if (const auto* known = world.audit_mitigation_tasks.find(request.task_id)) task = *known;
    task.id = request.task_id;
    task.status = response.task_status;
    task.start = response.start_time;
    task.end = response.end_time;
    task.statistics = response.task_statistics;
    task.target = response.target;
    task.actions_by_check = response.actions_by_check;
    task.actions_definition = response.actions_definition;
    put_audit_mitigation_task(world, std::move(task));
    return std::nullopt;
}

Refusal load_tasks(World& world, Context&, const ListAuditMitigationActionsTasksRequest& request,
                   const ListAuditMitigationActionsTasksResponse& response) {
    DocumentedTimes times;
    for (const AuditMitigationTaskMetadata& listed : response.tasks) times.add(listed.start_time);
    if (auto problem = times.problem(world, Setting::AuditMitigationTaskRetentionDays,
                                     "response.tasks"))
        return problem;
    for (const AuditMitigationTaskMetadata& listed : response.tasks) {
        AuditMitigationTask task;
        if (const auto* known = world.audit_mitigation_tasks.find(listed.task_id)) task = *known;
        task.id = listed.task_id;
        task.status = listed.task_status;
        task.start = listed.start_time;
        if (!task.target && request.finding_id) {
            task.target.emplace().finding_ids = {*request.finding_id};
        } else if (!task.target && request.audit_task_id) {
            task.target.emplace().audit_task_id = request.audit_task_id;
        }
        put_audit_mitigation_task(world, std::move(task));
    }
    return std::nullopt;
}

// An execution replaces the one of its action, or comes after those there are.
Refusal load_executions(World& world, Context&,
                        const ListAuditMitigationActionsExecutionsRequest& request,
                        const ListAuditMitigationActionsExecutionsResponse& response) {
    auto& table = world.audit_mitigation_executions;
    const std::string group = execution_group(request.task_id, request.finding_id);
    for (const AuditMitigationExecution& execution : response.actions_executions) {
        PairKey place = {group, std::to_string(pair_count(table, group))};
        for (auto at = table.lower_bound(pair_begin(group));
             at != table.end() && at->key.first == group; ++at) {
            if (at->value.action_name == execution.action_name) place = at->key;
        }
        table.put(place, execution);
    }
    return std::nullopt;
}

constexpr Loader kAuditMitigationTaskLoaders[] = {
    loads<&load_task>("DescribeAuditMitigationActionsTask"),
    loads<&load_tasks>("ListAuditMitigationActionsTasks"),
    loads<&load_executions>("ListAuditMitigationActionsExecutions"),
};

}  // namespace

std::span<const Loader> audit_mitigation_task_loaders() { return kAuditMitigationTaskLoaders; }

}  // namespace picket
