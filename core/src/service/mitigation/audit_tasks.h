// The shapes of the five operations on audit mitigation tasks.
#pragma once

#include "picket/model/audit_mitigation.h"

namespace picket {

inline constexpr Rule kMitigationTaskIdInUri = with(
    kMitigationTaskIdRule, {.required = true, .in = In::Uri, .doc = "The task's id."});

struct StartAuditMitigationActionsTaskRequest {
    std::string task_id;
    AuditMitigationTarget target;
    ActionsByCheck actions_by_check;
    std::optional<std::string> client_request_token;
};
template <>
struct Shape<StartAuditMitigationActionsTaskRequest> {
    using S = StartAuditMitigationActionsTaskRequest;
    static constexpr std::string_view name = "StartAuditMitigationActionsTaskRequest";
    static constexpr MemberInfo members[] = {
        member("taskId", PICKET_FIELD(S, task_id), kMitigationTaskIdInUri),
        member("target", PICKET_FIELD(S, target),
               {.required = true,
                .doc = "The findings: those of an audit (auditTaskId), or a list (findingIds)."}),
        member("auditCheckToActionsMapping", PICKET_FIELD(S, actions_by_check),
               with(kActionsMappingRule,
                    {.required = true,
                     .doc = "By check: the actions for its findings, 1 to 5, in order."})),
        member("clientRequestToken", PICKET_FIELD(S, client_request_token),
               with(kClientTokenRule,
                    {.required = true,
                     .idempotency_token = true,
                     .doc = "Makes the call safe to repeat: the same task and token start "
                            "nothing anew."})),
    };
};
struct StartAuditMitigationActionsTaskResponse {
    std::string task_id;
};
template <>
struct Shape<StartAuditMitigationActionsTaskResponse> {
    using S = StartAuditMitigationActionsTaskResponse;
    static constexpr std::string_view name = "StartAuditMitigationActionsTaskResponse";
    static constexpr MemberInfo members[] = {
        member("taskId", PICKET_FIELD(S, task_id),
               with(kMitigationTaskIdRule, {.doc = "The task's id."}))};
};

struct DescribeAuditMitigationActionsTaskRequest {
    std::string task_id;
};
template <>
struct Shape<DescribeAuditMitigationActionsTaskRequest> {
    using S = DescribeAuditMitigationActionsTaskRequest;
    static constexpr std::string_view name = "DescribeAuditMitigationActionsTaskRequest";
    static constexpr MemberInfo members[] = {
        member("taskId", PICKET_FIELD(S, task_id), kMitigationTaskIdInUri)};
};
struct DescribeAuditMitigationActionsTaskResponse {
    AuditMitigationTaskStatus task_status = AuditMitigationTaskStatus::InProgress;
    Timestamp start_time;
    std::optional<Timestamp> end_time;
    std::optional<StringMap<AuditMitigationStatistics>> task_statistics;
    std::optional<AuditMitigationTarget> target;
    std::optional<ActionsByCheck> actions_by_check;
    std::optional<std::vector<MitigationActionDefinition>> actions_definition;
};
template <>
struct Shape<DescribeAuditMitigationActionsTaskResponse> {
    using S = DescribeAuditMitigationActionsTaskResponse;
    static constexpr std::string_view name = "DescribeAuditMitigationActionsTaskResponse";
    static constexpr MemberInfo members[] = {
        member("taskStatus", PICKET_FIELD(S, task_status), {.doc = "How far the task is."}),
        member("startTime", PICKET_FIELD(S, start_time), {.doc = "When it began."}),
        member("endTime", PICKET_FIELD(S, end_time), {.doc = "When it ended or was canceled."}),
        member("taskStatistics", PICKET_FIELD(S, task_statistics),
               {.doc = "By check: how many findings are how far."}),
        member("target", PICKET_FIELD(S, target), {.doc = "The findings it is about."}),
        member("auditCheckToActionsMapping", PICKET_FIELD(S, actions_by_check),
               with(kActionsMappingRule, {.doc = "By check: the actions for its findings."})),
        member("actionsDefinition", PICKET_FIELD(S, actions_definition),
               {.doc = "The actions as they were when the task began."}),
    };
};

struct CancelAuditMitigationActionsTaskRequest {
    std::string task_id;
};
template <>
struct Shape<CancelAuditMitigationActionsTaskRequest> {
    using S = CancelAuditMitigationActionsTaskRequest;
    static constexpr std::string_view name = "CancelAuditMitigationActionsTaskRequest";
    static constexpr MemberInfo members[] = {
        member("taskId", PICKET_FIELD(S, task_id), kMitigationTaskIdInUri)};
};
struct CancelAuditMitigationActionsTaskResponse {};
template <>
struct Shape<CancelAuditMitigationActionsTaskResponse> {
    static constexpr std::string_view name = "CancelAuditMitigationActionsTaskResponse";
    static constexpr std::span<const MemberInfo> members = {};
};

struct ListAuditMitigationActionsTasksRequest {
    std::optional<std::string> audit_task_id;
    std::optional<std::string> finding_id;
    std::optional<AuditMitigationTaskStatus> task_status;
    std::optional<std::int64_t> max_results;
    std::optional<std::string> next_token;
    Timestamp start_time;
    Timestamp end_time;
};
template <>
struct Shape<ListAuditMitigationActionsTasksRequest> {
    using S = ListAuditMitigationActionsTasksRequest;
    static constexpr std::string_view name = "ListAuditMitigationActionsTasksRequest";
    static constexpr MemberInfo members[] = {
        member("auditTaskId", PICKET_FIELD(S, audit_task_id),
               with(kAuditTaskIdRule,
                    {.in = In::Query, .doc = "Only tasks about findings of this audit."})),
        member("findingId", PICKET_FIELD(S, finding_id),
               with(kFindingIdRule, {.in = In::Query, .doc = "Only tasks about this finding."})),
        member("taskStatus", PICKET_FIELD(S, task_status),
               {.in = In::Query, .doc = "Only tasks that are so far."}),
        member("maxResults", PICKET_FIELD(S, max_results),
               with(kMaxResultsRule,
                    {.in = In::Query, .doc = "Items of a page at most; 25 when absent."})),
        member("nextToken", PICKET_FIELD(S, next_token),
               {.in = In::Query, .doc = "Where the previous page ended."}),
        member("startTime", PICKET_FIELD(S, start_time),
               {.required = true,
                .in = In::Query,
                .doc = "Only tasks that began then or later; 90 days back at most."}),
        member("endTime", PICKET_FIELD(S, end_time),
               {.required = true,
                .in = In::Query,
                .doc = "Only tasks that began, and if they ended, ended, then or before."}),
    };
};
struct AuditMitigationTaskMetadata {
    std::string task_id;
    Timestamp start_time;
    AuditMitigationTaskStatus task_status = AuditMitigationTaskStatus::InProgress;
};
template <>
struct Shape<AuditMitigationTaskMetadata> {
    using S = AuditMitigationTaskMetadata;
    static constexpr std::string_view name = "AuditMitigationActionsTaskMetadata";
    static constexpr MemberInfo members[] = {
        member("taskId", PICKET_FIELD(S, task_id),
               with(kMitigationTaskIdRule, {.doc = "The task's id."})),
        member("startTime", PICKET_FIELD(S, start_time), {.doc = "When it began."}),
        member("taskStatus", PICKET_FIELD(S, task_status), {.doc = "How far it is."}),
    };
};
struct ListAuditMitigationActionsTasksResponse {
    std::vector<AuditMitigationTaskMetadata> tasks;
    std::optional<std::string> next_token;
};
template <>
struct Shape<ListAuditMitigationActionsTasksResponse> {
    using S = ListAuditMitigationActionsTasksResponse;
    static constexpr std::string_view name = "ListAuditMitigationActionsTasksResponse";
    static constexpr MemberInfo members[] = {
        member("tasks", PICKET_FIELD(S, tasks), {.doc = "The tasks, the newest first."}),
        member("nextToken", PICKET_FIELD(S, next_token), {.doc = "Absent on the last page."}),
    };
};

struct ListAuditMitigationActionsExecutionsRequest {
    std::string task_id;
    std::optional<AuditMitigationExecutionStatus> action_status;
    std::string finding_id;
    std::optional<std::int64_t> max_results;
    std::optional<std::string> next_token;
};
template <>
struct Shape<ListAuditMitigationActionsExecutionsRequest> {
    using S = ListAuditMitigationActionsExecutionsRequest;
    static constexpr std::string_view name = "ListAuditMitigationActionsExecutionsRequest";
    static constexpr MemberInfo members[] = {
        member(
            "taskId", PICKET_FIELD(S, task_id),
            with(kMitigationTaskIdRule, {.required = true, .in = In::Query, .doc = "The task."})),
        member("actionStatus", PICKET_FIELD(S, action_status),
               {.in = In::Query, .doc = "Only executions that are so far."}),
        member("findingId", PICKET_FIELD(S, finding_id),
               with(kFindingIdRule, {.required = true, .in = In::Query, .doc = "The finding."})),
        member("maxResults", PICKET_FIELD(S, max_results),
               with(kMaxResultsRule,
                    {.in = In::Query, .doc = "Items of a page at most; 25 when absent."})),
        member("nextToken", PICKET_FIELD(S, next_token),
               {.in = In::Query, .doc = "Where the previous page ended."}),
    };
};
struct ListAuditMitigationActionsExecutionsResponse {
    std::vector<AuditMitigationExecution> actions_executions;
    std::optional<std::string> next_token;
};
template <>
struct Shape<ListAuditMitigationActionsExecutionsResponse> {
    using S = ListAuditMitigationActionsExecutionsResponse;
    static constexpr std::string_view name = "ListAuditMitigationActionsExecutionsResponse";
    static constexpr MemberInfo members[] = {
        member("actionsExecutions", PICKET_FIELD(S, actions_executions),
               {.doc = "The actions on the finding, in their order."}),
        member("nextToken", PICKET_FIELD(S, next_token), {.doc = "Absent on the last page."}),
    };
};

}  // namespace picket
