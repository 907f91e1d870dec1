// See audit_task_tables.h.
#include "service/mitigation/audit_task_tables.h"

#include <algorithm>

#include "service/audit/audit_tables.h"
#include "service/list_window.h"
#include "service/pair_range.h"

namespace picket {
namespace {

std::vector<std::string> facets_of(const AuditMitigationTask& task) {
    std::vector<std::string> facets = {status_facet(enum_name(task.status))};
    for (const std::string& audit : task.audits) facets.push_back(mitigated_audit_facet(audit));
    if (task.target && task.target->finding_ids) {
        for (const std::string& finding : *task.target->finding_ids)
            facets.push_back(mitigated_finding_facet(finding));
    }
    return facets;
}

bool contains(const std::vector<std::string>& texts, std::string_view text) {
    return std::find(texts.begin(), texts.end(), text) != texts.end();
}

std::vector<std::string> audits_of(const World& world, const AuditMitigationTarget& target) {
    if (target.audit_task_id) return {*target.audit_task_id};
    std::vector<std::string> audits;
    for (const AuditFinding* finding : target_findings(world, target)) {
        if (!contains(audits, finding->task_id)) audits.push_back(finding->task_id);
    }
    return audits;
}

// An action of a task that has not been carried out: it waits, or the task was canceled before it.
AuditMitigationExecution not_begun(const AuditMitigationTask& task, const std::string& finding_id,
                                   const std::string& action) {
    AuditMitigationExecution execution;
    execution.task_id = task.id;
    execution.finding_id = finding_id;
    execution.action_name = action;
    if (task.actions_definition) {
        for (const MitigationActionDefinition& definition : *task.actions_definition) {
            if (definition.name == action) execution.action_id = definition.id;
        }
    }
    const bool canceled = task.status == AuditMitigationTaskStatus::Canceled;
    execution.status = canceled ? AuditMitigationExecutionStatus::Canceled
                                : AuditMitigationExecutionStatus::Pending;
    if (canceled) execution.end_time = task.end;
    return execution;
}

}  // namespace

const AuditMitigationTask* find_audit_mitigation_task(const World& world, std::string_view id) {
    const AuditMitigationTask* task = world.audit_mitigation_tasks.find(id);
    if (task == nullptr) return nullptr;
    const Timestamp oldest = retained_from(world, Setting::AuditMitigationTaskRetentionDays);
    return task->start >= oldest ? task : nullptr;
}

std::string mitigated_audit_facet(std::string_view audit) { return facet("audit", audit); }
std::string mitigated_finding_facet(std::string_view finding) { return facet("finding", finding); }

void put_audit_mitigation_task(World& world, AuditMitigationTask task) {
    FacetIndex& index = world.audit_mitigation_tasks_by;
    if (const AuditMitigationTask* before = world.audit_mitigation_tasks.find(task.id)) {
        erase_facets(index, {before->start, before->id}, facets_of(*before));
        world.audit_mitigation_tokens.erase(before->client_request_token);
    }
    if (task.target) task.audits = audits_of(world, *task.target);
    put_facets(index, {task.start, task.id}, facets_of(task));
    if (!task.client_request_token.empty())
        world.audit_mitigation_tokens.put(task.client_request_token, task.id);
    std::string id = task.id;
    world.audit_mitigation_tasks.put(std::move(id), std::move(task));
}

std::vector<const AuditFinding*> target_findings(const World& world,
                                                 const AuditMitigationTarget& target) {
    std::vector<const AuditFinding*> findings;
    if (target.audit_task_id) {
        for (const NewestFirst& key :
             facet_keys(world.audit_findings_by, finding_task_facet(*target.audit_task_id),
                        audit_window(world)))
            findings.push_back(world.audit_findings.find(key.id));
    } else if (target.finding_ids) {
        std::vector<std::string> ids = *target.finding_ids;
        std::sort(ids.begin(), ids.end());
        ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
        for (const std::string& id : ids) {
            if (const AuditFinding* finding = find_audit_finding(world, id))
                findings.push_back(finding);
        }
    }
    return findings;
}

bool targets(const AuditMitigationTarget& target, const AuditFinding& finding) {
    if (target.audit_task_id) return *target.audit_task_id == finding.task_id;
    return target.finding_ids && contains(*target.finding_ids, finding.finding_id);
}

bool acts_on(const World& world, const AuditMitigationTask& task, const AuditFinding& finding) {
    if (finding.is_suppressed.value_or(false)) return false;
    if (!task.actions_by_check || task.actions_by_check->find(finding.check_name) == nullptr)
        return false;
    if (!task.target || !task.target->audit_check_to_reason_code_filter) return true;
    const auto* codes = task.target->audit_check_to_reason_code_filter->find(finding.check_name);
    if (codes == nullptr) return setting_is(world, Setting::ReasonCodeFilterOthers, "keep");
    return finding.reason_for_non_compliance_code &&
           contains(*codes, *finding.reason_for_non_compliance_code);
}

std::string execution_group(std::string_view task_id, std::string_view finding_id) {
    return std::string(task_id) + '/' + std::string(finding_id);
}

Table<PairKey, AuditMitigationExecution>
executions_of(const World& world, const std::string& task_id, const std::string& finding_id) {
    Table<PairKey, AuditMitigationExecution> all;
    const AuditMitigationTask* task = find_audit_mitigation_task(world, task_id);
    if (task == nullptr && world.audit_mitigation_tasks.contains(task_id)) return all;
    const std::string group = execution_group(task_id, finding_id);
    const auto& begun = world.audit_mitigation_executions;
    for (auto at = begun.lower_bound(pair_begin(group)); at != begun.end(); ++at) {
        if (at->key.first != group) break;
        all.put(at->key, at->value);
    }
    const AuditFinding* finding = find_audit_finding(world, finding_id);
    if (task == nullptr || finding == nullptr || !task->target) return all;
    if (!targets(*task->target, *finding) || !acts_on(world, *task, *finding)) return all;
    const auto& actions = *task->actions_by_check->find(finding->check_name);
    for (std::size_t i = 0; i < actions.size(); ++i)
        all.insert({group, std::to_string(i)}, not_begun(*task, finding_id, actions[i]));
    return all;
}

}  // namespace picket
