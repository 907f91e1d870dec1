// Detect mitigation tasks: what violations they are about, what they do, and how each action went.
#pragma once

#include "picket/model/mitigation_action.h"
#include "picket/model/violation.h"

namespace picket {

inline constexpr Rule kTaskIdRule = {.min = 1, .max = 128, .pattern = Pattern::ActionName};
inline constexpr Rule kTargetViolationsRule = {.min = 1, .max = 25, .element = &kViolationIdRule};

enum class DetectTaskStatus : std::uint8_t { InProgress, Successful, Failed, Canceled };
template <>
struct EnumNames<DetectTaskStatus> {
    static constexpr std::string_view name = "DetectMitigationActionsTaskStatus";
    static constexpr std::array<std::string_view, 4> values = {"IN_PROGRESS", "SUCCESSFUL",
                                                               "FAILED", "CANCELED"};
};

enum class DetectExecutionStatus : std::uint8_t { InProgress, Successful, Failed, Skipped };
template <>
struct EnumNames<DetectExecutionStatus> {
    static constexpr std::string_view name = "DetectMitigationActionExecutionStatus";
    static constexpr std::array<std::string_view, 4> values = {"IN_PROGRESS", "SUCCESSFUL",
                                                               "FAILED", "SKIPPED"};
};

// Violations by their ids, or all of one behavior: one of the two.
struct DetectTaskTarget {
    std::optional<std::vector<std::string>> violation_ids;
    std::optional<std::string> security_profile_name;
    std::optional<std::string> behavior_name;
    bool operator==(const DetectTaskTarget&) const = default;
};
template <>
struct Shape<DetectTaskTarget> {
    using S = DetectTaskTarget;
    static constexpr std::string_view name = "DetectMitigationActionsTaskTarget";
    static constexpr MemberInfo members[] = {
        member("violationIds", PICKET_FIELD(S, violation_ids),
               with(kTargetViolationsRule, {.doc = "Up to 25 violations, by their ids; or"})),
        member(
            "securityProfileName", PICKET_FIELD(S, security_profile_name),
            with(kNameRule, {.doc = "the profile of a behavior whose violations are meant, and"})),
        member("behaviorName", PICKET_FIELD(S, behavior_name),
               with(kNameRule, {.doc = "the behavior's name."})),
    };
};

struct ViolationEventOccurrenceRange {
    Timestamp start_time;
    Timestamp end_time;
    bool operator==(const ViolationEventOccurrenceRange&) const = default;
};
template <>
struct Shape<ViolationEventOccurrenceRange> {
    using S = ViolationEventOccurrenceRange;
    static constexpr std::string_view name = "ViolationEventOccurrenceRange";
    static constexpr MemberInfo members[] = {
        member("startTime", PICKET_FIELD(S, start_time),
               {.required = true, .doc = "The earliest time of an event."}),
        member("endTime", PICKET_FIELD(S, end_time),
               {.required = true, .doc = "The latest time of an event."}),
    };
};

struct DetectTaskStatistics {
    std::optional<std::int64_t> actions_executed;
    std::optional<std::int64_t> actions_skipped;
    std::optional<std::int64_t> actions_failed;
    bool operator==(const DetectTaskStatistics&) const = default;
};
template <>
struct Shape<DetectTaskStatistics> {
    using S = DetectTaskStatistics;
    static constexpr std::string_view name = "DetectMitigationActionsTaskStatistics";
    static constexpr MemberInfo members[] = {
        member("actionsExecuted", PICKET_FIELD(S, actions_executed),
               {.doc = "Actions that were carried out."}),
        member("actionsSkipped", PICKET_FIELD(S, actions_skipped),
               {.doc = "Actions left out because an earlier one of their violation failed."}),
        member("actionsFailed", PICKET_FIELD(S, actions_failed), {.doc = "Actions that failed."}),
    };
};

// What Describe and List answer, and the greater part of the stored row.
struct DetectTaskSummary {
    std::string task_id;
    DetectTaskStatus task_status = DetectTaskStatus::InProgress;
    Timestamp task_start_time;
    std::optional<Timestamp> task_end_time;
    std::optional<DetectTaskTarget> target;
    std::optional<ViolationEventOccurrenceRange> violation_event_occurrence_range;
    std::optional<bool> only_active_violations_included;
    std::optional<bool> suppressed_alerts_included;
    std::optional<std::vector<MitigationActionDefinition>> actions_definition;
    std::optional<DetectTaskStatistics> task_statistics;
    bool operator==(const DetectTaskSummary&) const = default;
};
template <>
struct Shape<DetectTaskSummary> {
    using S = DetectTaskSummary;
    static constexpr std::string_view name = "DetectMitigationActionsTaskSummary";
    static constexpr MemberInfo members[] = {
        member("taskId", PICKET_FIELD(S, task_id), {.doc = "The task's id."}),
        member("taskStatus", PICKET_FIELD(S, task_status), {.doc = "How far it is."}),
        member("taskStartTime", PICKET_FIELD(S, task_start_time), {.doc = "When it started."}),
        member("taskEndTime", PICKET_FIELD(S, task_end_time), {.doc = "When it ended."}),
        member("target", PICKET_FIELD(S, target), {.doc = "The violations it is about."}),
        member("violationEventOccurrenceRange", PICKET_FIELD(S, violation_event_occurrence_range),
               {.doc = "Only violations with an event in this time."}),
        member("onlyActiveViolationsIncluded", PICKET_FIELD(S, only_active_violations_included),
               {.doc = "Whether only violations that were in alarm were included."}),
        member("suppressedAlertsIncluded", PICKET_FIELD(S, suppressed_alerts_included),
               {.doc = "Whether violations of behaviors with suppressed alerts were included."}),
        member("actionsDefinition", PICKET_FIELD(S, actions_definition),
               {.doc = "The actions, as they were when the task started."}),
        member("taskStatistics", PICKET_FIELD(S, task_statistics),
               {.doc = "How many actions there were, by outcome."}),
    };
};

struct DetectTask {
    DetectTaskSummary summary;
    std::string client_request_token;        // empty: documented, no token known
    std::vector<std::string> violation_ids;  // found when the task started
    bool operator==(const DetectTask&) const = default;
};
template <>
struct Shape<DetectTask> {
    using S = DetectTask;
    static constexpr std::string_view name = "DetectTask";
    static constexpr MemberInfo members[] = {
        member("summary", PICKET_FIELD(S, summary)),
        member("clientRequestToken", PICKET_FIELD(S, client_request_token)),
        member("violationIds", PICKET_FIELD(S, violation_ids)),
    };
};

// One action for one violation.
struct DetectExecution {
    std::string task_id;
    std::string violation_id;
    std::string action_name;
    std::string thing_name;
    Timestamp execution_start_date;
    std::optional<Timestamp> execution_end_date;
    DetectExecutionStatus status = DetectExecutionStatus::InProgress;
    std::optional<std::string> error_code;
    std::optional<std::string> message;
    bool operator==(const DetectExecution&) const = default;
};
template <>
struct Shape<DetectExecution> {
    using S = DetectExecution;
    static constexpr std::string_view name = "DetectMitigationActionExecution";
    static constexpr MemberInfo members[] = {
        member("taskId", PICKET_FIELD(S, task_id), {.doc = "The task it belongs to."}),
        member("violationId", PICKET_FIELD(S, violation_id), {.doc = "The violation it is for."}),
        member("actionName", PICKET_FIELD(S, action_name), {.doc = "The action's name."}),
        member("thingName", PICKET_FIELD(S, thing_name), {.doc = "The device it acts on."}),
        member("executionStartDate", PICKET_FIELD(S, execution_start_date),
               {.doc = "When it started."}),
        member("executionEndDate", PICKET_FIELD(S, execution_end_date), {.doc = "When it ended."}),
        member("status", PICKET_FIELD(S, status), {.doc = "How it went."}),
        member("errorCode", PICKET_FIELD(S, error_code), {.doc = "Why it failed, in a word."}),
        member("message", PICKET_FIELD(S, message), {.doc = "Why it failed, in a sentence."}),
    };
};

}  // namespace picket
