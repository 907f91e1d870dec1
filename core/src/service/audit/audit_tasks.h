// The shapes of the four operations on runs of audits.
#pragma once

#include "picket/model/audit.h"

namespace picket {

inline constexpr Rule kAuditTaskIdInUri = with(
    kAuditTaskIdRule, {.required = true, .in = In::Uri, .doc = "The audit's id."});

struct StartOnDemandAuditTaskRequest {
    std::vector<std::string> target_check_names;
};
template <>
struct Shape<StartOnDemandAuditTaskRequest> {
    using S = StartOnDemandAuditTaskRequest;
    static constexpr std::string_view name = "StartOnDemandAuditTaskRequest";
    static constexpr MemberInfo members[] = {
        member("targetCheckNames", PICKET_FIELD(S, target_check_names),
               {.required = true, .doc = "The checks to perform; each must be enabled."})};
};
struct StartOnDemandAuditTaskResponse {
    std::string task_id;
};
template <>
struct Shape<StartOnDemandAuditTaskResponse> {
    using S = StartOnDemandAuditTaskResponse;
    static constexpr std::string_view name = "StartOnDemandAuditTaskResponse";
    static constexpr MemberInfo members[] = {member(
        "taskId", PICKET_FIELD(S, task_id), with(kAuditTaskIdRule, {.doc = "The audit's id."}))};
};

struct CancelAuditTaskRequest {
    std::string task_id;
};
template <>
struct Shape<CancelAuditTaskRequest> {
    using S = CancelAuditTaskRequest;
    static constexpr std::string_view name = "CancelAuditTaskRequest";
    static constexpr MemberInfo members[] = {
        member("taskId", PICKET_FIELD(S, task_id), kAuditTaskIdInUri)};
};
struct CancelAuditTaskResponse {};
template <>
struct Shape<CancelAuditTaskResponse> {
    static constexpr std::string_view name = "CancelAuditTaskResponse";
    static constexpr std::span<const MemberInfo> members = {};
};

struct DescribeAuditTaskRequest {
    std::string task_id;
};
template <>
struct Shape<DescribeAuditTaskRequest> {
    using S = DescribeAuditTaskRequest;
    static constexpr std::string_view name = "DescribeAuditTaskRequest";
    static constexpr MemberInfo members[] = {
        member("taskId", PICKET_FIELD(S, task_id), kAuditTaskIdInUri)};
};
struct DescribeAuditTaskResponse {
    AuditTaskStatus task_status = AuditTaskStatus::InProgress;
    AuditTaskType task_type = AuditTaskType::OnDemand;
    Timestamp task_start_time;
    std::optional<AuditTaskStatistics> task_statistics;
    std::optional<std::string> scheduled_audit_name;
    std::optional<StringMap<AuditCheckDetails>> audit_details;
};
template <>
struct Shape<DescribeAuditTaskResponse> {
    using S = DescribeAuditTaskResponse;
    static constexpr std::string_view name = "DescribeAuditTaskResponse";
    static constexpr MemberInfo members[] = {
        member("taskStatus", PICKET_FIELD(S, task_status), {.doc = "How far the audit is."}),
        member("taskType", PICKET_FIELD(S, task_type), {.doc = "What started it."}),
        member("taskStartTime", PICKET_FIELD(S, task_start_time), {.doc = "When it began."}),
        member("taskStatistics", PICKET_FIELD(S, task_statistics),
               {.doc = "How many checks are how far."}),
        member("scheduledAuditName", PICKET_FIELD(S, scheduled_audit_name),
               with(kScheduledAuditNameRule, {.doc = "The schedule that started it, if one did."})),
        member("auditDetails", PICKET_FIELD(S, audit_details), {.doc = "How each check went."}),
    };
};

struct ListAuditTasksRequest {
    Timestamp start_time;
    Timestamp end_time;
    std::optional<AuditTaskType> task_type;
    std::optional<AuditTaskStatus> task_status;
    std::optional<std::string> next_token;
    std::optional<std::int64_t> max_results;
};
template <>
struct Shape<ListAuditTasksRequest> {
    using S = ListAuditTasksRequest;
    static constexpr std::string_view name = "ListAuditTasksRequest";
    static constexpr MemberInfo members[] = {
        member("startTime", PICKET_FIELD(S, start_time),
               {.required = true,
                .in = In::Query,
                .doc = "Only audits that began then or later; 90 days back at most."}),
        member(
            "endTime", PICKET_FIELD(S, end_time),
            {.required = true, .in = In::Query, .doc = "Only audits that began then or before."}),
        member("taskType", PICKET_FIELD(S, task_type),
               {.in = In::Query, .doc = "Only audits started like this."}),
        member("taskStatus", PICKET_FIELD(S, task_status),
               {.in = In::Query, .doc = "Only audits that are so far."}),
        member("nextToken", PICKET_FIELD(S, next_token),
               {.in = In::Query, .doc = "Where the previous page ended."}),
        member("maxResults", PICKET_FIELD(S, max_results),
               with(kMaxResultsRule,
                    {.in = In::Query, .doc = "Items of a page at most; 25 when absent."})),
    };
};
struct AuditTaskMetadata {
    std::string task_id;
    AuditTaskStatus task_status = AuditTaskStatus::InProgress;
    AuditTaskType task_type = AuditTaskType::OnDemand;
};
template <>
struct Shape<AuditTaskMetadata> {
    using S = AuditTaskMetadata;
    static constexpr std::string_view name = "AuditTaskMetadata";
    static constexpr MemberInfo members[] = {
        member("taskId", PICKET_FIELD(S, task_id),
               with(kAuditTaskIdRule, {.doc = "The audit's id."})),
        member("taskStatus", PICKET_FIELD(S, task_status), {.doc = "How far it is."}),
        member("taskType", PICKET_FIELD(S, task_type), {.doc = "What started it."}),
    };
};
struct ListAuditTasksResponse {
    std::vector<AuditTaskMetadata> tasks;
    std::optional<std::string> next_token;
};
template <>
struct Shape<ListAuditTasksResponse> {
    using S = ListAuditTasksResponse;
    static constexpr std::string_view name = "ListAuditTasksResponse";
    static constexpr MemberInfo members[] = {
        member("tasks", PICKET_FIELD(S, tasks), {.doc = "The audits, the newest first."}),
        member("nextToken", PICKET_FIELD(S, next_token), {.doc = "Absent on the last page."}),
    };
};

}  // namespace picket
