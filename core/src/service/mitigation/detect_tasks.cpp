// StartDetectMitigationActionsTask, DescribeDetectMitigationActionsTask,
// CancelDetectMitigationActionsTask. The lists are in detect_task_lists.cpp.
//
// Not modelled yet: execution. A task that has found violations stays IN_PROGRESS until it is
// canceled; one that has found none is SUCCESSFUL at once, as in the guide's own example.
#include "service/mitigation/detect_tasks.h"

#include "service/facts.h"
#include "service/list_window.h"
#include "service/mitigation/detect_task_lists.h"
#include "service/mitigation/detect_task_tables.h"
#include "service/mitigation/detect_task_target.h"
#include "service/op.h"
#include "service/picket/documented.h"
#include "service/refuse.h"
#include "service/tables.h"
#include "text/say.h"
#include "world/context.h"
#include "world/settings.h"

namespace picket {
namespace {

Refusal task_exists(std::string message, const char* path) {
    return refuse(ErrorCode::TaskAlreadyExists, std::move(message), path);
}

Refusal no_task(const std::string& task_id) {
    return refuse(ErrorCode::ResourceNotFound,
                  say("No Detect mitigation task has the id '{}'. ListDetectMitigationActionsTasks "
                      "shows those that are retained.",
                      task_id),
                  "taskId");
}

Refusal target_problem(const DetectTaskTarget& target) {
    const bool by_id = target.violation_ids.has_value();
    const bool profile = target.security_profile_name.has_value();
    const bool behavior = target.behavior_name.has_value();
    if (by_id ? !profile && !behavior : profile && behavior) return std::nullopt;
    if (by_id) {
        return invalid("target has violationIds and the name of a profile or behavior. Give one of "
                       "the two: the ids, or securityProfileName with behaviorName.",
                       "target");
    }
    if (!profile && !behavior) {
        return invalid("target is empty. Give violationIds, or securityProfileName with "
                       "behaviorName.",
                       "target");
    }
    return invalid(say("target has {}; a behavior is named by both.",
                       profile ? "securityProfileName without behaviorName"
                               : "behaviorName without securityProfileName"),
                   "target");
}

Refusal range_problem(const std::optional<ViolationEventOccurrenceRange>& range) {
    if (!range || range->start_time <= range->end_time) return std::nullopt;
    return invalid(say("The occurrence range ends at {}, before it starts at {}. Exchange them.",
                       to_iso(range->end_time), to_iso(range->start_time)),
                   "violationEventOccurrenceRange.endTime");
}

// The actions as they are now, which is what the task keeps.
Result<std::vector<MitigationActionDefinition>>
read_actions(const World& world, const std::vector<std::string>& names) {
    const bool any_type = setting_is(world, Setting::DetectActionTypes, "all");
    std::vector<MitigationActionDefinition> actions;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const std::string path = say("actions[{}]", i);
        const MitigationAction* action = world.mitigation_actions.find(names[i]);
        if (action == nullptr) {  // the operation declares no ResourceNotFoundException
            return invalid(say("No mitigation action is named '{}'. Create it with "
                               "CreateMitigationAction, or check the spelling of the name.",
                               names[i]),
                           path);
        }
        if (!any_type && !action->params.add_things_to_thing_group) {
            return invalid(
                say("The mitigation action '{}' does not add things to groups, and a Detect task "
                    "can do nothing else. The setting detectActionTypes allows all types.",
                    names[i]),
                path);
        }
        actions.push_back({action->name, action->id, action->role_arn, action->params});
    }
    return actions;
}

Refusal limit_problem(const World& world) {
    const FacetWindow retained = {retained_from(world, Setting::DetectTaskRetentionDays)};
    const auto running = static_cast<std::int64_t>(facet_count(
        world.detect_tasks_by, task_status_facet(DetectTaskStatus::InProgress), retained));
    const std::int64_t max = setting_number(world, Setting::DetectTasksInProgressMax);
    if (running < max) return std::nullopt;
    return refuse(ErrorCode::LimitExceeded,
                  say("{} in progress, and {} can be at once. Wait for one to end, or cancel one.",
                      counted(running, "Detect mitigation task"), max));
}

// Whether the request is one that was made before: true when it is, and nothing is to be done.
Result<bool> is_repetition(const World& world, const StartDetectMitigationActionsTaskRequest& in,
                           const std::string& token) {
    if (const DetectTask* task = find_detect_task(world, in.task_id)) {
        if (task->client_request_token == token) return true;
        return task_exists(say("The Detect mitigation task '{}' exists already, started with "
                               "another clientRequestToken. Choose another taskId; an id is taken "
                               "for as long as its task is retained.",
                               in.task_id),
                           "taskId");
    }
    const std::string* owner = world.detect_task_tokens.find(token);
    if (owner == nullptr || find_detect_task(world, *owner) == nullptr ||
        setting_is(world, Setting::TaskTokenReuse, "accept"))
        return false;
    return task_exists(say("The clientRequestToken '{}' started the task '{}' already. Use a new "
                           "token for each task; the setting taskTokenReuse accepts it.",
                           token, *owner),
                       "clientRequestToken");
}

void note_start(Context& context, const DetectTask& task, const ResolvedTarget& target) {
    const DetectTaskSummary& summary = task.summary;
    Facts facts;
    facts.json("target", to_json(*summary.target)).texts("violations", task.violation_ids);
    facts.json("actions", to_json(*summary.actions_definition));
    if (!target.unknown_ids.empty()) facts.texts("unknownViolations", target.unknown_ids);
    const auto count = static_cast<std::int64_t>(task.violation_ids.size());
    std::string text = say("The Detect mitigation task '{}' started with {}.", summary.task_id,
                           counted(count, "violation"));
    if (count == 0) text += " There is nothing to do, so it has succeeded.";
    if (!target.unknown_ids.empty()) {
        text += say(" {} of no violation left out.",
                    counted(static_cast<std::int64_t>(target.unknown_ids.size()), "id"));
    }
    context.note("detectTask.started", summary.task_id, std::move(text), facts.json());
}

Result<StartDetectMitigationActionsTaskResponse>
start_detect_mitigation_actions_task(World& world, Context& context,
                                     const StartDetectMitigationActionsTaskRequest& in) {
    const std::string token = in.client_request_token.value_or(std::string());
    PICKET_TRY(const bool again, is_repetition(world, in, token));
    if (again) return StartDetectMitigationActionsTaskResponse{in.task_id};
    if (auto problem = target_problem(in.target)) return problem;
    if (auto problem = range_problem(in.violation_event_occurrence_range)) return problem;
    PICKET_TRY(auto actions, read_actions(world, in.actions));
    if (auto problem = limit_problem(world)) return problem;
    const ResolvedTarget target = resolve_target(world, in);
    if (!target.unknown_ids.empty() &&
        setting_is(world, Setting::UnknownTargetViolations, "refuse")) {
        return invalid(
            say("No violation has the id '{}'. The setting unknownTargetViolations refuses that.",
                target.unknown_ids.front()),
            "target.violationIds");
    }
    DetectTask task;
    task.client_request_token = token;
    task.violation_ids = target.violation_ids;
    DetectTaskSummary& summary = task.summary;
    summary.task_id = in.task_id;
    summary.task_start_time = context.now();
    if (task.violation_ids.empty()) {
        summary.task_status = DetectTaskStatus::Successful;
        summary.task_end_time = context.now();
    }
    summary.target = in.target;
    summary.violation_event_occurrence_range = in.violation_event_occurrence_range;
    summary.only_active_violations_included = in.include_only_active_violations.value_or(false);
    summary.suppressed_alerts_included = in.include_suppressed_alerts.value_or(false);
    summary.actions_definition = std::move(actions);
    summary.task_statistics = DetectTaskStatistics{0, 0, 0};
    note_start(context, task, target);
    erase_detect_task(world, in.task_id);  // one of that id that is no longer retained
    put_detect_task(world, std::move(task));
    return StartDetectMitigationActionsTaskResponse{in.task_id};
}

Result<DescribeDetectMitigationActionsTaskResponse>
describe_detect_mitigation_actions_task(const World& world,
                                        const DescribeDetectMitigationActionsTaskRequest& in) {
    const DetectTask* task = find_detect_task(world, in.task_id);
    if (task == nullptr) return no_task(in.task_id);
    return DescribeDetectMitigationActionsTaskResponse{task->summary};
}

// Nothing more is started, and nothing is taken back.
Result<CancelDetectMitigationActionsTaskResponse>
cancel_detect_mitigation_actions_task(World& world, Context& context,
                                      const CancelDetectMitigationActionsTaskRequest& in) {
    const DetectTask* found = find_detect_task(world, in.task_id);
    if (found == nullptr) return no_task(in.task_id);
    if (found->summary.task_status != DetectTaskStatus::InProgress) {
        if (setting_is(world, Setting::CancelFinishedDetectTask, "accept"))
            return CancelDetectMitigationActionsTaskResponse{};
        return invalid(say("The Detect mitigation task '{}' is {}, so there is nothing to cancel. "
                           "The setting cancelFinishedDetectTask refuses that.",
                           in.task_id, enum_name(found->summary.task_status)),
                       "taskId");
    }
    DetectTask task = *found;
    task.summary.task_status = DetectTaskStatus::Canceled;
    task.summary.task_end_time = context.now();
    Facts facts;
    facts.texts("violations", task.violation_ids);
    context.note("detectTask.canceled", in.task_id,
                 say("The Detect mitigation task '{}' was canceled.", in.task_id), facts.json());
    put_detect_task(world, std::move(task));
    return CancelDetectMitigationActionsTaskResponse{};
}

// What is known of a task besides its summary, its token, stays.
void load_summary(World& world, const DetectTaskSummary& summary) {
    DetectTask task;
    if (const DetectTask* found = world.detect_tasks.find(summary.task_id)) task = *found;
    task.summary = summary;
    put_detect_task(world, std::move(task));
}

Refusal load_task(World& world, Context&, const DescribeDetectMitigationActionsTaskRequest&,
                  const DescribeDetectMitigationActionsTaskResponse& response) {
    DocumentedTimes times;
    times.add(response.task_summary.task_start_time);
    if (auto problem = times.problem(world, Setting::DetectTaskRetentionDays,
                                     "response.taskSummary"))
        return problem;
    load_summary(world, response.task_summary);
    return std::nullopt;
}

Refusal load_tasks(World& world, Context&, const ListDetectMitigationActionsTasksRequest&,
                   const ListDetectMitigationActionsTasksResponse& response) {
    DocumentedTimes times;
    for (const DetectTaskSummary& summary : response.tasks) times.add(summary.task_start_time);
    if (auto problem = times.problem(world, Setting::DetectTaskRetentionDays, "response.tasks"))
        return problem;
    for (const DetectTaskSummary& summary : response.tasks) load_summary(world, summary);
    return std::nullopt;
}

Refusal load_executions(World& world, Context&, const ListDetectMitigationActionsExecutionsRequest&,
                        const ListDetectMitigationActionsExecutionsResponse& response) {
    DocumentedTimes times;
    for (const DetectExecution& execution : response.actions_executions)
        times.add(execution.execution_start_date);
    if (auto problem = times.problem(world, Setting::DetectTaskRetentionDays,
                                     "response.actionsExecutions"))
        return problem;
    for (const DetectExecution& execution : response.actions_executions)
        put_detect_execution(world, execution);
    return std::nullopt;
}

using enum ErrorCode;

constexpr std::string_view kGroup = "Detect mitigation tasks";
constexpr std::string_view kTaskUri = "/detect/mitigationactions/tasks/{taskId}";

constexpr Operation kDetectTaskOperations[] = {
    op<&start_detect_mitigation_actions_task>(
        "StartDetectMitigationActionsTask", kGroup, Method::Put, kTaskUri,
        errors<InvalidRequest, TaskAlreadyExists, LimitExceeded, Throttling, InternalFailure>(),
        "Starts applying mitigation actions to the devices of violations."),
    op<&describe_detect_mitigation_actions_task>(
        "DescribeDetectMitigationActionsTask", kGroup, Method::Get, kTaskUri,
        errors<ResourceNotFound, InvalidRequest, Throttling, InternalFailure>(),
        "Tells what a Detect mitigation task is about and how far it is."),
    op<&cancel_detect_mitigation_actions_task>(
        "CancelDetectMitigationActionsTask", kGroup, Method::Put,
        "/detect/mitigationactions/tasks/{taskId}/cancel",
        errors<ResourceNotFound, InvalidRequest, Throttling, InternalFailure>(),
        "Stops a Detect mitigation task; what it has done stays done."),
    op<&list_detect_mitigation_actions_tasks>(
        "ListDetectMitigationActionsTasks", kGroup, Method::Get, "/detect/mitigationactions/tasks",
        errors<InvalidRequest, Throttling, InternalFailure>(),
        "Lists Detect mitigation tasks that started within a time, the newest first."),
    op<&list_detect_mitigation_actions_executions>(
        "ListDetectMitigationActionsExecutions", kGroup, Method::Get,
        "/detect/mitigationactions/executions",
        errors<InvalidRequest, Throttling, InternalFailure>(),
        "Lists how each action of Detect mitigation tasks went."),
};

constexpr Loader kDetectTaskLoaders[] = {
    loads<&load_task>("DescribeDetectMitigationActionsTask"),
    loads<&load_tasks>("ListDetectMitigationActionsTasks"),
    loads<&load_executions>("ListDetectMitigationActionsExecutions"),
};

}  // namespace

std::span<const Operation> detect_task_operations() { return kDetectTaskOperations; }
std::span<const Loader> detect_task_loaders() { return kDetectTaskLoaders; }

}  // namespace picket
