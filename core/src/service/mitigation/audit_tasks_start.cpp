// StartAuditMitigationActionsTask: what is refused, and what a new task knows.
//
// Not modelled yet: carrying the actions out. A task stays in progress until it is canceled; its
// findings are counted when it starts, at the cost of one look at each.
#include "service/mitigation/audit_tasks_start.h"

#include <algorithm>

#include "service/audit/audit_tables.h"
#include "service/audit/check_names.h"
#include "service/facts.h"
#include "service/list_window.h"
#include "service/mitigation/audit_task_tables.h"
#include "service/refuse.h"
#include "text/say.h"

namespace picket {
namespace {

constexpr std::string_view kMapping = "auditCheckToActionsMapping";

Refusal task_exists(std::string message, const char* path) {
    return refuse(ErrorCode::TaskAlreadyExists, std::move(message), path);
}

// "Each audit mitigation task must have a unique client request token": the exception is documented
// for an equal id only, so the other half is a setting.
Refusal token_problem(const World& world, const std::string& token) {
    const std::string* id = world.audit_mitigation_tokens.find(token);
    if (id == nullptr || find_audit_mitigation_task(world, *id) == nullptr) return std::nullopt;
    if (setting_is(world, Setting::TaskTokenReuse, "accept")) return std::nullopt;
    return task_exists(
        say("The clientRequestToken '{}' started another audit mitigation task already, '{}'. Each "
            "task needs a token of its own; the setting taskTokenReuse refuses another use.",
            token, *id),
        "clientRequestToken");
}

std::string listed(std::span<const std::string_view> names) {
    std::string text;
    for (const std::string_view name : names) {
        if (!text.empty()) text += ", ";
        text += name;
    }
    return text;
}

Refusal filter_problem(const AuditMitigationTarget& target) {
    if (!target.audit_check_to_reason_code_filter) return std::nullopt;
    const std::string root = "target.auditCheckToReasonCodeFilter";
    if (!target.audit_task_id) {
        return invalid("auditCheckToReasonCodeFilter picks from the findings of an audit, so it "
                       "needs auditTaskId. Findings listed by findingIds are picked already.",
                       root);
    }
    for (const auto& [name, codes] : *target.audit_check_to_reason_code_filter) {
        const std::string path = say("{}.{}", root, name);
        PICKET_TRY(const AuditCheckInfo* check, read_check_name(name, path));
        for (std::size_t i = 0; i < codes.size(); ++i) {
            const auto& known = check->reason_codes;
            if (std::find(known.begin(), known.end(), codes[i]) != known.end()) continue;
            return invalid(
                say("{} has no reason code '{}'. It has {}.", name, codes[i], listed(known)),
                say("{}[{}]", path, i));
        }
    }
    return std::nullopt;
}

Refusal target_shape_problem(const AuditMitigationTarget& target) {
    if (target.audit_task_id && target.finding_ids) {
        return invalid("A target is the findings of an audit, auditTaskId, or a list of findings, "
                       "findingIds, and not both. Leave one out.",
                       "target.findingIds");
    }
    if (!target.audit_task_id && !target.finding_ids) {
        return invalid("A target needs auditTaskId, for the findings of an audit, or findingIds, "
                       "for a list of findings.",
                       "target");
    }
    return filter_problem(target);
}

Refusal target_exists_problem(const World& world, const AuditMitigationTarget& target) {
    if (target.audit_task_id) {
        if (find_audit_task(world, *target.audit_task_id) != nullptr) return std::nullopt;
        return invalid(
            say("No audit has the id '{}'. ListAuditTasks lists those that are retained.",
                *target.audit_task_id),
            "target.auditTaskId");
    }
    for (std::size_t i = 0; i < target.finding_ids->size(); ++i) {
        const std::string& id = (*target.finding_ids)[i];
        if (find_audit_finding(world, id) != nullptr) continue;
        return invalid(say("No audit finding has the id '{}'. ListAuditFindings lists those that "
                           "are retained.",
                           id),
                       say("target.findingIds[{}]", i));
    }
    return std::nullopt;
}

Refusal action_problem(const World& world, const AuditCheckInfo& check, const std::string& name,
                       std::string path) {
    const MitigationAction* action = world.mitigation_actions.find(name);
    if (action == nullptr) {
        return invalid(say("No mitigation action is named '{}'. Create it with "
                           "CreateMitigationAction, or check the spelling of the name.",
                           name),
                       std::move(path));
    }
    const MitigationActionType type = type_of(action->params);
    if (check.allows(type)) return std::nullopt;
    std::vector<std::string_view> allowed;
    for (const MitigationActionType each : check.actions) allowed.push_back(enum_name(each));
    return invalid(say("The mitigation action '{}' is of type {}, which findings of {} cannot be "
                       "mitigated with. They take {}.",
                       name, enum_name(type), check.name, listed(allowed)),
                   std::move(path));
}

Refusal mapping_problem(const World& world, const ActionsByCheck& mapping) {
    if (mapping.empty()) {
        return invalid("auditCheckToActionsMapping is empty. Name at least one check and its "
                       "actions.",
                       std::string(kMapping));
    }
    for (const auto& [name, actions] : mapping) {
        const std::string path = say("{}.{}", kMapping, name);
        PICKET_TRY(const AuditCheckInfo* check, read_check_name(name, path));
        for (std::size_t i = 0; i < actions.size(); ++i) {
            if (auto problem = action_problem(world, *check, actions[i], say("{}[{}]", path, i)))
                return problem;
        }
    }
    return std::nullopt;
}

Refusal limit_problem(const World& world) {
    const Timestamp oldest = retained_from(world, Setting::AuditMitigationTaskRetentionDays);
    const auto running = static_cast<std::int64_t>(
        facet_count(world.audit_mitigation_tasks_by,
                    status_facet(enum_name(AuditMitigationTaskStatus::InProgress)), {oldest}));
    const std::int64_t max = setting_number(world, Setting::AuditMitigationTasksInProgressMax);
    if (running < max) return std::nullopt;
    return refuse(ErrorCode::LimitExceeded,
                  say("{}{} in progress, and {} can be. Wait until one has ended, or cancel one "
                      "with CancelAuditMitigationActionsTask.",
                      counted(running, "audit mitigation task"), running == 1 ? " is" : " are",
                      max));
}

// Each action once, in the order in which the mapping names them.
std::vector<MitigationActionDefinition> definitions(const World& world,
                                                    const ActionsByCheck& mapping) {
    std::vector<MitigationActionDefinition> all;
    for (const auto& [check, names] : mapping) {
        for (const std::string& name : names) {
            const bool known = std::any_of(all.begin(), all.end(), [&](const auto& definition) {
                return definition.name == name;
            });
            if (known) continue;
            const MitigationAction* action = world.mitigation_actions.find(name);
            all.push_back({action->name, action->id, action->role_arn, action->params});
        }
    }
    return all;
}

// What is left out is known from the start; the rest is counted as it is dealt with.
StringMap<AuditMitigationStatistics> count_findings(const World& world,
                                                    const AuditMitigationTask& task) {
    StringMap<AuditMitigationStatistics> statistics;
    for (const auto& [check, actions] : *task.actions_by_check) statistics[check] = {0, 0, 0, 0, 0};
    for (const AuditFinding* finding : target_findings(world, *task.target)) {
        AuditMitigationStatistics& counts = statistics[finding->check_name];
        if (!counts.total_findings_count) counts = {0, 0, 0, 0, 0};
        ++*counts.total_findings_count;
        if (!acts_on(world, task, *finding)) ++*counts.skipped_findings_count;
    }
    return statistics;
}

void note_started(Context& context, const AuditMitigationTask& task) {
    std::int64_t total = 0;
    std::int64_t skipped = 0;
    for (const auto& [check, counts] : *task.statistics) {
        total += *counts.total_findings_count;
        skipped += *counts.skipped_findings_count;
    }
    Facts facts;
    facts.json("target", to_json(*task.target)).number("findings", total);
    facts.number("skippedFindings", skipped);
    context.note("auditMitigationTask.started", task.id,
                 say("The audit mitigation task '{}' was started on {}, of which {}{} skipped.",
                     task.id, counted(total, "finding"), skipped, skipped == 1 ? " is" : " are"),
                 facts.json());
}

Refusal start_problem(const World& world, const StartAuditMitigationActionsTaskRequest& in) {
    if (auto problem = token_problem(world, in.client_request_token.value_or(std::string())))
        return problem;
    if (auto problem = target_shape_problem(in.target)) return problem;
    if (auto problem = mapping_problem(world, in.actions_by_check)) return problem;
    if (auto problem = target_exists_problem(world, in.target)) return problem;
    return limit_problem(world);
}

}  // namespace

// Whatever its body says, a repeated call is told from a new one by its ids alone.
Result<StartAuditMitigationActionsTaskResponse>
start_audit_mitigation_task(World& world, Context& context,
                            const StartAuditMitigationActionsTaskRequest& in) {
    const std::string token = in.client_request_token.value_or(std::string());
    if (const AuditMitigationTask* existing = find_audit_mitigation_task(world, in.task_id)) {
        if (existing->client_request_token == token)
            return StartAuditMitigationActionsTaskResponse{existing->id};
        return task_exists(say("The audit mitigation task '{}' exists already, and was started "
                               "with another clientRequestToken. Choose another taskId.",
                               in.task_id),
                           "taskId");
    }
    if (auto problem = start_problem(world, in)) return problem;
    AuditMitigationTask task;
    task.id = in.task_id;
    task.client_request_token = token;
    task.start = context.now();
    task.target = in.target;
    task.actions_by_check = in.actions_by_check;
    task.actions_definition = definitions(world, in.actions_by_check);
    task.statistics = count_findings(world, task);
    note_started(context, task);
    put_audit_mitigation_task(world, std::move(task));
    return StartAuditMitigationActionsTaskResponse{in.task_id};
}

}  // namespace picket
