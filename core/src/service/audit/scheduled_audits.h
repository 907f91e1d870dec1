// The shapes of the five operations on scheduled audits.
#pragma once

#include "picket/model/audit.h"

namespace picket {

inline constexpr Rule kScheduledAuditNameInUri = with(
    kScheduledAuditNameRule,
    {.required = true, .in = In::Uri, .doc = "The scheduled audit's name."});
inline constexpr Rule kDayOfMonthRule = {.pattern = Pattern::DayOfMonth};

struct CreateScheduledAuditRequest {
    AuditFrequency frequency = AuditFrequency::Daily;
    std::optional<std::string> day_of_month;
    std::optional<DayOfWeek> day_of_week;
    std::vector<std::string> target_check_names;
    std::string scheduled_audit_name;
    std::optional<TagList> tags;
};
template <>
struct Shape<CreateScheduledAuditRequest> {
    using S = CreateScheduledAuditRequest;
    static constexpr std::string_view name = "CreateScheduledAuditRequest";
    static constexpr MemberInfo members[] = {
        member("frequency", PICKET_FIELD(S, frequency),
               {.required = true, .doc = "How often the audit takes place."}),
        member("dayOfMonth", PICKET_FIELD(S, day_of_month),
               with(kDayOfMonthRule, {.doc = "For MONTHLY: the day, or LAST. A day the month does "
                                             "not have is its last one."})),
        member("dayOfWeek", PICKET_FIELD(S, day_of_week), {.doc = "For WEEKLY and BIWEEKLY."}),
        member("targetCheckNames", PICKET_FIELD(S, target_check_names),
               {.required = true, .doc = "The checks to perform; each must be enabled."}),
        member("scheduledAuditName", PICKET_FIELD(S, scheduled_audit_name),
               kScheduledAuditNameInUri),
        member("tags", PICKET_FIELD(S, tags), {.doc = "Tags of the scheduled audit."}),
    };
};
struct CreateScheduledAuditResponse {
    std::string scheduled_audit_arn;
};
template <>
struct Shape<CreateScheduledAuditResponse> {
    using S = CreateScheduledAuditResponse;
    static constexpr std::string_view name = "CreateScheduledAuditResponse";
    static constexpr MemberInfo members[] = {member("scheduledAuditArn",
                                                    PICKET_FIELD(S, scheduled_audit_arn),
                                                    {.doc = "The scheduled audit's ARN."})};
};

struct DescribeScheduledAuditRequest {
    std::string scheduled_audit_name;
};
template <>
struct Shape<DescribeScheduledAuditRequest> {
    using S = DescribeScheduledAuditRequest;
    static constexpr std::string_view name = "DescribeScheduledAuditRequest";
    static constexpr MemberInfo members[] = {member(
        "scheduledAuditName", PICKET_FIELD(S, scheduled_audit_name), kScheduledAuditNameInUri)};
};
struct DescribeScheduledAuditResponse {
    AuditFrequency frequency = AuditFrequency::Daily;
    std::optional<std::string> day_of_month;
    std::optional<DayOfWeek> day_of_week;
    std::vector<std::string> target_check_names;
    std::string scheduled_audit_name;
    std::string scheduled_audit_arn;
};
template <>
struct Shape<DescribeScheduledAuditResponse> {
    using S = DescribeScheduledAuditResponse;
    static constexpr std::string_view name = "DescribeScheduledAuditResponse";
    static constexpr MemberInfo members[] = {
        member("frequency", PICKET_FIELD(S, frequency), {.doc = "How often it takes place."}),
        member("dayOfMonth", PICKET_FIELD(S, day_of_month),
               with(kDayOfMonthRule, {.doc = "For MONTHLY: on which day."})),
        member("dayOfWeek", PICKET_FIELD(S, day_of_week), {.doc = "For WEEKLY and BIWEEKLY."}),
        member("targetCheckNames", PICKET_FIELD(S, target_check_names),
               {.doc = "The checks it performs."}),
        member("scheduledAuditName", PICKET_FIELD(S, scheduled_audit_name),
               with(kScheduledAuditNameRule, {.doc = "The scheduled audit's name."})),
        member("scheduledAuditArn", PICKET_FIELD(S, scheduled_audit_arn), {.doc = "Its ARN."}),
    };
};

struct UpdateScheduledAuditRequest {
    std::optional<AuditFrequency> frequency;
    std::optional<std::string> day_of_month;
    std::optional<DayOfWeek> day_of_week;
    std::optional<std::vector<std::string>> target_check_names;
    std::string scheduled_audit_name;
};
template <>
struct Shape<UpdateScheduledAuditRequest> {
    using S = UpdateScheduledAuditRequest;
    static constexpr std::string_view name = "UpdateScheduledAuditRequest";
    static constexpr MemberInfo members[] = {
        member("frequency", PICKET_FIELD(S, frequency),
               {.doc = "How often; another frequency forgets the day of the former."}),
        member("dayOfMonth", PICKET_FIELD(S, day_of_month),
               with(kDayOfMonthRule, {.doc = "For MONTHLY: the day, or LAST."})),
        member("dayOfWeek", PICKET_FIELD(S, day_of_week), {.doc = "For WEEKLY and BIWEEKLY."}),
        member("targetCheckNames", PICKET_FIELD(S, target_check_names),
               {.doc = "The checks to perform, replacing the present ones."}),
        member("scheduledAuditName", PICKET_FIELD(S, scheduled_audit_name),
               kScheduledAuditNameInUri),
    };
};
struct UpdateScheduledAuditResponse {
    std::string scheduled_audit_arn;
};
template <>
struct Shape<UpdateScheduledAuditResponse> {
    using S = UpdateScheduledAuditResponse;
    static constexpr std::string_view name = "UpdateScheduledAuditResponse";
    static constexpr MemberInfo members[] = {member("scheduledAuditArn",
                                                    PICKET_FIELD(S, scheduled_audit_arn),
                                                    {.doc = "The scheduled audit's ARN."})};
};

struct DeleteScheduledAuditRequest {
    std::string scheduled_audit_name;
};
template <>
struct Shape<DeleteScheduledAuditRequest> {
    using S = DeleteScheduledAuditRequest;
    static constexpr std::string_view name = "DeleteScheduledAuditRequest";
    static constexpr MemberInfo members[] = {member(
        "scheduledAuditName", PICKET_FIELD(S, scheduled_audit_name), kScheduledAuditNameInUri)};
};
struct DeleteScheduledAuditResponse {};
template <>
struct Shape<DeleteScheduledAuditResponse> {
    static constexpr std::string_view name = "DeleteScheduledAuditResponse";
    static constexpr std::span<const MemberInfo> members = {};
};

struct ListScheduledAuditsRequest {
    std::optional<std::string> next_token;
    std::optional<std::int64_t> max_results;
};
template <>
struct Shape<ListScheduledAuditsRequest> {
    using S = ListScheduledAuditsRequest;
    static constexpr std::string_view name = "ListScheduledAuditsRequest";
    static constexpr MemberInfo members[] = {
        member("nextToken", PICKET_FIELD(S, next_token),
               {.in = In::Query, .doc = "Where the previous page ended."}),
        member("maxResults", PICKET_FIELD(S, max_results),
               with(kMaxResultsRule,
                    {.in = In::Query, .doc = "Items of a page at most; 25 when absent."})),
    };
};
struct ScheduledAuditMetadata {
    std::string scheduled_audit_name;
    std::string scheduled_audit_arn;
    AuditFrequency frequency = AuditFrequency::Daily;
    std::optional<std::string> day_of_month;
    std::optional<DayOfWeek> day_of_week;
};
template <>
struct Shape<ScheduledAuditMetadata> {
    using S = ScheduledAuditMetadata;
    static constexpr std::string_view name = "ScheduledAuditMetadata";
    static constexpr MemberInfo members[] = {
        member("scheduledAuditName", PICKET_FIELD(S, scheduled_audit_name),
               with(kScheduledAuditNameRule, {.doc = "The scheduled audit's name."})),
        member("scheduledAuditArn", PICKET_FIELD(S, scheduled_audit_arn), {.doc = "Its ARN."}),
        member("frequency", PICKET_FIELD(S, frequency), {.doc = "How often it takes place."}),
        member("dayOfMonth", PICKET_FIELD(S, day_of_month),
               with(kDayOfMonthRule, {.doc = "For MONTHLY: on which day."})),
        member("dayOfWeek", PICKET_FIELD(S, day_of_week), {.doc = "For WEEKLY and BIWEEKLY."}),
    };
};
struct ListScheduledAuditsResponse {
    std::vector<ScheduledAuditMetadata> scheduled_audits;
    std::optional<std::string> next_token;
};
template <>
struct Shape<ListScheduledAuditsResponse> {
    using S = ListScheduledAuditsResponse;
    static constexpr std::string_view name = "ListScheduledAuditsResponse";
    static constexpr MemberInfo members[] = {
        member("scheduledAudits", PICKET_FIELD(S, scheduled_audits),
               {.doc = "The scheduled audits, the newest first."}),
        member("nextToken", PICKET_FIELD(S, next_token), {.doc = "Absent on the last page."}),
    };
};

}  // namespace picket
