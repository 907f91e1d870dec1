// The shapes of the five operations on Detect mitigation tasks. Tasks and executions themselves are
// in picket/model/detect_task.h.
#pragma once

#include "picket/model/detect_task.h"

namespace picket {

inline constexpr Rule kTaskIdInUri = {.required = true,
                                      .in = In::Uri,
                                      .min = 1,
                                      .max = 128,
                                      .pattern = Pattern::ActionName,
                                      .doc = "The task's id."};
inline constexpr Rule kTaskActionRule = {.max = 128, .pattern = Pattern::ActionName};
inline constexpr Rule kTaskActionsRule = {.min = 1, .max = 5, .element = &kTaskActionRule};
inline constexpr Rule kTaskPageSize = {
    .in = In::Query, .min = 1, .max = 250, .doc = "Items of a page at most; 25 when absent."};
inline constexpr Rule kTaskPageToken = {.in = In::Query, .doc = "Where the previous page ended."};

struct StartDetectMitigationActionsTaskRequest {
    std::string task_id;
    DetectTaskTarget target;
    std::vector<std::string> actions;
    std::optional<ViolationEventOccurrenceRange> violation_event_occurrence_range;
    std::optional<bool> include_only_active_violations;
    std::optional<bool> include_suppressed_alerts;
    std::optional<std::string> client_request_token;
};
template <>
struct Shape<StartDetectMitigationActionsTaskRequest> {
    using S = StartDetectMitigationActionsTaskRequest;
    static constexpr std::string_view name = "StartDetectMitigationActionsTaskRequest";
    static constexpr MemberInfo members[] = {
        member("taskId", PICKET_FIELD(S, task_id), kTaskIdInUri),
        member("target", PICKET_FIELD(S, target),
               {.required = true, .doc = "The violations: by ids, or all of one behavior."}),
        member("actions", PICKET_FIELD(S, actions),
               with(kTaskActionsRule,
                    {.required = true, .doc = "Mitigation actions, in the order they apply."})),
        member("violationEventOccurrenceRange", PICKET_FIELD(S, violation_event_occurrence_range),
               {.doc = "Only violations with an event in this time; all retained when absent."}),
        member("includeOnlyActiveViolations", PICKET_FIELD(S, include_only_active_violations),
               {.doc = "Only violations that are still in alarm."}),
        member("includeSuppressedAlerts", PICKET_FIELD(S, include_suppressed_alerts),
               {.doc = "Also violations of behaviors with suppressed alerts."}),
        member("clientRequestToken", PICKET_FIELD(S, client_request_token),
               with(kClientTokenRule,
                    {.required = true,
                     .idempotency_token = true,
                     .doc = "With the same token, the same task again is started once."})),
    };
};
struct StartDetectMitigationActionsTaskResponse {
    std::string task_id;
};
template <>
struct Shape<StartDetectMitigationActionsTaskResponse> {
    using S = StartDetectMitigationActionsTaskResponse;
    static constexpr std::string_view name = "StartDetectMitigationActionsTaskResponse";
    static constexpr MemberInfo members[] = {
        member("taskId", PICKET_FIELD(S, task_id), {.doc = "The task's id."})};
};

struct DescribeDetectMitigationActionsTaskRequest {
    std::string task_id;
};
template <>
struct Shape<DescribeDetectMitigationActionsTaskRequest> {
    using S = DescribeDetectMitigationActionsTaskRequest;
    static constexpr std::string_view name = "DescribeDetectMitigationActionsTaskRequest";
    static constexpr MemberInfo members[] = {
        member("taskId", PICKET_FIELD(S, task_id), kTaskIdInUri)};
};
struct DescribeDetectMitigationActionsTaskResponse {
    DetectTaskSummary task_summary;
};
template <>
struct Shape<DescribeDetectMitigationActionsTaskResponse> {
    using S = DescribeDetectMitigationActionsTaskResponse;
    static constexpr std::string_view name = "DescribeDetectMitigationActionsTaskResponse";
    static constexpr MemberInfo members[] = {
        member("taskSummary", PICKET_FIELD(S, task_summary), {.doc = "What is known of it."})};
};

struct CancelDetectMitigationActionsTaskRequest {
    std::string task_id;
};
template <>
struct Shape<CancelDetectMitigationActionsTaskRequest> {
    using S = CancelDetectMitigationActionsTaskRequest;
    static constexpr std::string_view name = "CancelDetectMitigationActionsTaskRequest";
    static constexpr MemberInfo members[] = {
        member("taskId", PICKET_FIELD(S, task_id), kTaskIdInUri)};
};
struct CancelDetectMitigationActionsTaskResponse {};
template <>
struct Shape<CancelDetectMitigationActionsTaskResponse> {
    static constexpr std::string_view name = "CancelDetectMitigationActionsTaskResponse";
    static constexpr std::span<const MemberInfo> members = {};
};

struct ListDetectMitigationActionsTasksRequest {
    std::optional<std::int64_t> max_results;
    std::optional<std::string> next_token;
    Timestamp start_time;
    Timestamp end_time;
};
template <>
struct Shape<ListDetectMitigationActionsTasksRequest> {
    using S = ListDetectMitigationActionsTasksRequest;
    static constexpr std::string_view name = "ListDetectMitigationActionsTasksRequest";
    static constexpr MemberInfo members[] = {
        member("maxResults", PICKET_FIELD(S, max_results), kTaskPageSize),
        member("nextToken", PICKET_FIELD(S, next_token), kTaskPageToken),
        member("startTime", PICKET_FIELD(S, start_time),
               {.required = true, .in = In::Query, .doc = "The earliest start of a task."}),
        member("endTime", PICKET_FIELD(S, end_time),
               {.required = true, .in = In::Query, .doc = "The latest start of a task."}),
    };
};
struct ListDetectMitigationActionsTasksResponse {
    std::vector<DetectTaskSummary> tasks;
    std::optional<std::string> next_token;
};
template <>
struct Shape<ListDetectMitigationActionsTasksResponse> {
    using S = ListDetectMitigationActionsTasksResponse;
    static constexpr std::string_view name = "ListDetectMitigationActionsTasksResponse";
    static constexpr MemberInfo members[] = {
        member("tasks", PICKET_FIELD(S, tasks), {.doc = "The tasks, the newest first."}),
        member("nextToken", PICKET_FIELD(S, next_token), {.doc = "Absent on the last page."}),
    };
};

struct ListDetectMitigationActionsExecutionsRequest {
    std::optional<std::string> task_id;
    std::optional<std::string> violation_id;
    std::optional<std::string> thing_name;
    std::optional<Timestamp> start_time;
    std::optional<Timestamp> end_time;
    std::optional<std::int64_t> max_results;
    std::optional<std::string> next_token;
};
template <>
struct Shape<ListDetectMitigationActionsExecutionsRequest> {
    using S = ListDetectMitigationActionsExecutionsRequest;
    static constexpr std::string_view name = "ListDetectMitigationActionsExecutionsRequest";
    static constexpr MemberInfo members[] = {
        member("taskId", PICKET_FIELD(S, task_id),
               with(kTaskIdRule, {.in = In::Query, .doc = "Only of this task."})),
        member("violationId", PICKET_FIELD(S, violation_id),
               with(kViolationIdRule, {.in = In::Query, .doc = "Only for this violation."})),
        member("thingName", PICKET_FIELD(S, thing_name),
               with(kDeviceNameRule, {.in = In::Query, .doc = "Only on this device."})),
        member("startTime", PICKET_FIELD(S, start_time),
               {.in = In::Query, .doc = "The earliest start."}),
        member("endTime", PICKET_FIELD(S, end_time), {.in = In::Query, .doc = "The latest start."}),
        member("maxResults", PICKET_FIELD(S, max_results), kTaskPageSize),
        member("nextToken", PICKET_FIELD(S, next_token), kTaskPageToken),
    };
};
struct ListDetectMitigationActionsExecutionsResponse {
    std::vector<DetectExecution> actions_executions;
    std::optional<std::string> next_token;
};
template <>
struct Shape<ListDetectMitigationActionsExecutionsResponse> {
    using S = ListDetectMitigationActionsExecutionsResponse;
    static constexpr std::string_view name = "ListDetectMitigationActionsExecutionsResponse";
    static constexpr MemberInfo members[] = {
        member("actionsExecutions", PICKET_FIELD(S, actions_executions),
               {.doc = "How each action went for each violation, the newest first."}),
        member("nextToken", PICKET_FIELD(S, next_token), {.doc = "Absent on the last page."}),
    };
};

}  // namespace picket
