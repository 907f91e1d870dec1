// Audit mitigation tasks: actions that are applied to findings of audits, and how it went.
#pragma once

#include "picket/model/audit.h"
#include "picket/model/mitigation_action.h"

namespace picket {

inline constexpr Rule kMitigationTaskIdRule = {
    .min = 1, .max = 128, .pattern = Pattern::ActionName};
inline constexpr Rule kFindingIdsRule = {.min = 1, .max = 25, .element = &kFindingIdRule};
inline constexpr Rule kReasonCodesRule = {.min = 1, .max = 25};
inline constexpr Rule kReasonCodeFilterRule = {.element = &kReasonCodesRule};
inline constexpr Rule kMitigationActionNameRule = {.max = 128, .pattern = Pattern::ActionName};
inline constexpr Rule kMitigationActionNamesRule = {
    .min = 1, .max = 5, .element = &kMitigationActionNameRule};
inline constexpr Rule kActionsMappingRule = {.element = &kMitigationActionNamesRule};

enum class AuditMitigationTaskStatus : std::uint8_t { InProgress, Completed, Failed, Canceled };
template <>
struct EnumNames<AuditMitigationTaskStatus> {
    static constexpr std::string_view name = "AuditMitigationActionsTaskStatus";
    static constexpr std::array<std::string_view, 4> values = {"IN_PROGRESS", "COMPLETED", "FAILED",
                                                               "CANCELED"};
};

enum class AuditMitigationExecutionStatus : std::uint8_t {
    InProgress,
    Completed,
    Failed,
    Canceled,
    Skipped,
    Pending,
};
template <>
struct EnumNames<AuditMitigationExecutionStatus> {
    static constexpr std::string_view name = "AuditMitigationActionsExecutionStatus";
    static constexpr std::array<std::string_view, 6> values = {
        "IN_PROGRESS", "COMPLETED", "FAILED", "CANCELED", "SKIPPED", "PENDING"};
};

struct AuditMitigationTarget {
    std::optional<std::string> audit_task_id;
    std::optional<std::vector<std::string>> finding_ids;
    std::optional<StringMap<std::vector<std::string>>> audit_check_to_reason_code_filter;
    bool operator==(const AuditMitigationTarget&) const = default;
};
template <>
struct Shape<AuditMitigationTarget> {
    using S = AuditMitigationTarget;
    static constexpr std::string_view name = "AuditMitigationActionsTaskTarget";
    static constexpr MemberInfo members[] = {
        member("auditTaskId", PICKET_FIELD(S, audit_task_id),
               with(kAuditTaskIdRule, {.doc = "All findings of this audit."})),
        member("findingIds", PICKET_FIELD(S, finding_ids),
               with(kFindingIdsRule, {.doc = "These findings, 1 to 25; instead of auditTaskId."})),
        member("auditCheckToReasonCodeFilter", PICKET_FIELD(S, audit_check_to_reason_code_filter),
               with(kReasonCodeFilterRule,
                    {.doc = "By check: only findings of the audit with one of these codes."})),
    };
};

// Findings of one check; when the task has ended, the last four add up to the first.
struct AuditMitigationStatistics {
    std::optional<std::int64_t> total_findings_count;
    std::optional<std::int64_t> failed_findings_count;
    std::optional<std::int64_t> succeeded_findings_count;
    std::optional<std::int64_t> skipped_findings_count;
    std::optional<std::int64_t> canceled_findings_count;
    bool operator==(const AuditMitigationStatistics&) const = default;
};
template <>
struct Shape<AuditMitigationStatistics> {
    using S = AuditMitigationStatistics;
    static constexpr std::string_view name = "TaskStatisticsForAuditCheck";
    static constexpr MemberInfo members[] = {
        member("totalFindingsCount", PICKET_FIELD(S, total_findings_count),
               {.doc = "Findings of the target."}),
        member("failedFindingsCount", PICKET_FIELD(S, failed_findings_count),
               {.doc = "Those with an action that failed."}),
        member("succeededFindingsCount", PICKET_FIELD(S, succeeded_findings_count),
               {.doc = "Those whose actions all succeeded."}),
        member("skippedFindingsCount", PICKET_FIELD(S, skipped_findings_count),
               {.doc = "Those left out: by the filter, suppressed, or without actions."}),
        member("canceledFindingsCount", PICKET_FIELD(S, canceled_findings_count),
               {.doc = "Those the task was canceled before."}),
    };
};

using ActionsByCheck = StringMap<std::vector<std::string>>;

// All but the first four are absent of tasks that are only known from a list.
struct AuditMitigationTask {
    std::string id;
    AuditMitigationTaskStatus status = AuditMitigationTaskStatus::InProgress;
    Timestamp start;
    std::string client_request_token;
    std::optional<Timestamp> end;
    std::optional<StringMap<AuditMitigationStatistics>> statistics;
    std::optional<AuditMitigationTarget> target;
    std::optional<ActionsByCheck> actions_by_check;
    std::optional<std::vector<MitigationActionDefinition>> actions_definition;
    std::vector<std::string> audits;  // whose findings it applies to
    bool operator==(const AuditMitigationTask&) const = default;
};
template <>
struct Shape<AuditMitigationTask> {
    using S = AuditMitigationTask;
    static constexpr std::string_view name = "AuditMitigationTask";
    static constexpr MemberInfo members[] = {
        member("id", PICKET_FIELD(S, id)),
        member("status", PICKET_FIELD(S, status)),
        member("start", PICKET_FIELD(S, start)),
        member("clientRequestToken", PICKET_FIELD(S, client_request_token)),
        member("end", PICKET_FIELD(S, end)),
        member("statistics", PICKET_FIELD(S, statistics)),
        member("target", PICKET_FIELD(S, target)),
        member("actionsByCheck", PICKET_FIELD(S, actions_by_check)),
        member("actionsDefinition", PICKET_FIELD(S, actions_definition)),
        member("audits", PICKET_FIELD(S, audits)),
    };
};

// One action on one finding. Rows exist of those that have begun; the others follow from the task.
struct AuditMitigationExecution {
    std::optional<std::string> task_id;
    std::optional<std::string> finding_id;
    std::optional<std::string> action_name;
    std::optional<std::string> action_id;
    std::optional<AuditMitigationExecutionStatus> status;
    std::optional<Timestamp> start_time;
    std::optional<Timestamp> end_time;
    std::optional<std::string> error_code;
    std::optional<std::string> message;
    bool operator==(const AuditMitigationExecution&) const = default;
};
template <>
struct Shape<AuditMitigationExecution> {
    using S = AuditMitigationExecution;
    static constexpr std::string_view name = "AuditMitigationActionExecutionMetadata";
    static constexpr MemberInfo members[] = {
        member("taskId", PICKET_FIELD(S, task_id),
               with(kMitigationTaskIdRule, {.doc = "The task."})),
        member("findingId", PICKET_FIELD(S, finding_id),
               with(kFindingIdRule, {.doc = "The finding."})),
        member("actionName", PICKET_FIELD(S, action_name),
               with(kMitigationActionNameRule, {.doc = "The action's name."})),
        member("actionId", PICKET_FIELD(S, action_id), {.doc = "The action's id."}),
        member("status", PICKET_FIELD(S, status), {.doc = "How far it is."}),
        member("startTime", PICKET_FIELD(S, start_time), {.doc = "When it began."}),
        member("endTime", PICKET_FIELD(S, end_time), {.doc = "When it ended or was canceled."}),
        member("errorCode", PICKET_FIELD(S, error_code), {.doc = "Why it failed."}),
        member("message", PICKET_FIELD(S, message), {.max = 2048, .doc = "The same in words."}),
    };
};

}  // namespace picket
