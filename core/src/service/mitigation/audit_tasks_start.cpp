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

namespace picket {
namespace {

constexpr std::string_view kMapping = "auditCheckToActionsMapping";

Error task_exists(std::string message, std::string path) {
    return {.code = ErrorCode::TaskAlreadyExists,
            .message = std::move(message),
            .path = std::move(path)};
}

// "Each audit mitigation task must have a unique client request token": the exception is documented
// for an equal id only, so the other half is a setting.
std::optional<Error> token_problem(const World& world, const std::string& token) {
    const std::string* id = world.audit_mitigation_tokens.find(token);
    if (id == nullptr || find_audit_mitigation_task(world, *id) == nullptr) return std::nullopt;
    if (setting_text(world, Setting::TaskTokenReuse) == "accept") return std::nullopt;
    return task_exists("The clientRequestToken " + quoted(token) +
                           " started another audit mitigation task already, " + quoted(*id) +
                           ". Each task needs a token of its own; the setting taskTokenReuse "
                           "refuses another use.",
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

std::optional<Error> filter_problem(const AuditMitigationTarget& target) {
    if (!target.audit_check_to_reason_code_filter) return std::nullopt;
    const std::string root = "target.auditCheckToReasonCodeFilter";
    if (!target.audit_task_id) {
        return invalid("auditCheckToReasonCodeFilter picks from the findings of an audit, so it "
                       "needs auditTaskId. Findings listed by findingIds are picked already.",
                       root);
    }
    for (const auto& [name, codes] : *target.audit_check_to_reason_code_filter) {
        const std::string path = root + "." + name;
        PICKET_TRY(const AuditCheckInfo* check, read_check_name(name, path));
        for (std::size_t i = 0; i < codes.size(); ++i) {
            const auto& known = check->reason_codes;
            if (std::find(known.begin(), known.end(), codes[i]) != known.end()) continue;
            return invalid(name + " has no reason code " + quoted(codes[i]) + ". It has " +
                               listed(known) + ".",
                           path + "[" + std::to_string(i) + "]");
        }
    }
    return std::nullopt;
}

std::optional<Error> target_shape_problem(const AuditMitigationTarget& target) {
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

std::optional<Error> target_exists_problem(const World& world,
                                           const AuditMitigationTarget& target) {
    if (target.audit_task_id) {
        if (find_audit_task(world, *target.audit_task_id) != nullptr) return std::nullopt;
        return invalid("No audit has the id " + quoted(*target.audit_task_id) +
                           ". ListAuditTasks lists those that are retained.",
                       "target.auditTaskId");
    }
    for (std::size_t i = 0; i < target.finding_ids->size(); ++i) {
        const std::string& id = (*target.finding_ids)[i];
        if (find_audit_finding(world, id) != nullptr) continue;
        return invalid("No audit finding has the id " + quoted(id) +
                           ". ListAuditFindings lists those that are retained.",
                       "target.findingIds[" + std::to_string(i) + "]");
    }
    return std::nullopt;
}

std::optional<Error> action_problem(const World& world, const AuditCheckInfo& check,
                                    const std::string& name, std::string path) {
    const MitigationAction* action = world.mitigation_actions.find(name);
    if (action == nullptr) {
        return invalid("No mitigation action is named " + quoted(name) +
                           ". Create it with CreateMitigationAction, or check the spelling of the "
                           "name.",
                       std::move(path));
    }
    const MitigationActionType type = type_of(action->params);
    if (check.allows(type)) return std::nullopt;
    std::vector<std::string_view> allowed;
    for (const MitigationActionType each : check.actions) allowed.push_back(enum_name(each));
    return invalid("The mitigation action " + quoted(name) + " is of type " +
                       std::string(enum_name(type)) + ", which findings of " +
                       std::string(check.name) + " cannot be mitigated with. They take " +
                       listed(allowed) + ".",
                   std::move(path));
}

std::optional<Error> mapping_problem(const World& world, const ActionsByCheck& mapping) {
    if (mapping.empty()) {
        return invalid("auditCheckToActionsMapping is empty. Name at least one check and its "
                       "actions.",
                       std::string(kMapping));
    }
    for (const auto& [name, actions] : mapping) {
        const std::string path = std::string(kMapping) + "." + name;
        PICKET_TRY(const AuditCheckInfo* check, read_check_name(name, path));
        for (std::size_t i = 0; i < actions.size(); ++i) {
            if (auto problem = action_problem(world, *check, actions[i],
                                              path + "[" + std::to_string(i) + "]"))
                return problem;
        }
    }
    return std::nullopt;
}

std::optional<Error> limit_problem(const World& world) {
    const Timestamp oldest = retained_from(world, Setting::AuditMitigationTaskRetentionDays);
    const auto running = static_cast<std::int64_t>(
        facet_count(world.audit_mitigation_tasks_by,
                    status_facet(enum_name(AuditMitigationTaskStatus::InProgress)), {oldest}));
    const std::int64_t max = setting_number(world, Setting::AuditMitigationTasksInProgressMax);
    if (running < max) return std::nullopt;
    return Error{.code = ErrorCode::LimitExceeded,
                 .message = counted(running, "audit mitigation task") +
                            (running == 1 ? " is" : " are") + " in progress, and " +
                            std::to_string(max) +
                            " can be. Wait until one has ended, or cancel one with "
                            "CancelAuditMitigationActionsTask."};
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
                 "The audit mitigation task " + quoted(task.id) + " was started on " +
                     counted(total, "finding") + ", of which " + std::to_string(skipped) +
                     (skipped == 1 ? " is" : " are") + " skipped.",
                 facts.json());
}

std::optional<Error> start_problem(const World& world,
                                   const StartAuditMitigationActionsTaskRequest& in) {
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
        return task_exists("The audit mitigation task " + quoted(in.task_id) +
                               " exists already, and was started with another "
                               "clientRequestToken. Choose another taskId.",
                           "taskId");
    }
    if (auto problem = start_problem(world, in)) return *std::move(problem);
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
