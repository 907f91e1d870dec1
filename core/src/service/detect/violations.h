// The shapes of the three operations on violations. Violations and events themselves are in
// picket/model/violation.h.
#pragma once

#include "picket/model/violation.h"

namespace picket {

inline constexpr Rule kThingFilterRule = {
    .in = In::Query, .min = 1, .max = 128, .doc = "Only of this device."};
inline constexpr Rule kProfileFilterRule = {.in = In::Query,
                                            .min = 1,
                                            .max = 128,
                                            .pattern = Pattern::Name,
                                            .doc = "Only of this security profile."};
inline constexpr Rule kKindFilterRule = {.in = In::Query,
                                         .doc = "Only of behaviors with criteria of this kind."};
inline constexpr Rule kSuppressedFilterRule = {
    .in = In::Query,
    .doc = "True: only of behaviors whose alerts are suppressed; false: only of others; absent: "
           "both."};
inline constexpr Rule kStateFilterRule = {.in = In::Query,
                                          .doc = "Only with this verification state."};
inline constexpr Rule kPageSizeInQuery = {
    .in = In::Query, .min = 1, .max = 250, .doc = "Items of a page at most; 25 when absent."};
inline constexpr Rule kPageTokenInQuery = {.in = In::Query,
                                           .doc = "Where the previous page ended."};
inline constexpr Rule kStartTimeInQuery = {
    .required = true, .in = In::Query, .doc = "The earliest time."};
inline constexpr Rule kEndTimeInQuery = {
    .required = true, .in = In::Query, .doc = "The latest time."};

struct ListActiveViolationsRequest {
    std::optional<std::string> thing_name;
    std::optional<std::string> security_profile_name;
    std::optional<BehaviorCriteriaType> behavior_criteria_type;
    std::optional<bool> list_suppressed_alerts;
    std::optional<VerificationState> verification_state;
    std::optional<std::string> next_token;
    std::optional<std::int64_t> max_results;
};
template <>
struct Shape<ListActiveViolationsRequest> {
    using S = ListActiveViolationsRequest;
    static constexpr std::string_view name = "ListActiveViolationsRequest";
    static constexpr MemberInfo members[] = {
        member("thingName", PICKET_FIELD(S, thing_name), kThingFilterRule),
        member("securityProfileName", PICKET_FIELD(S, security_profile_name), kProfileFilterRule),
        member("behaviorCriteriaType", PICKET_FIELD(S, behavior_criteria_type), kKindFilterRule),
        member("listSuppressedAlerts", PICKET_FIELD(S, list_suppressed_alerts),
               kSuppressedFilterRule),
        member("verificationState", PICKET_FIELD(S, verification_state), kStateFilterRule),
        member("nextToken", PICKET_FIELD(S, next_token), kPageTokenInQuery),
        member("maxResults", PICKET_FIELD(S, max_results), kPageSizeInQuery),
    };
};
struct ListActiveViolationsResponse {
    std::vector<ActiveViolation> active_violations;
    std::optional<std::string> next_token;
};
template <>
struct Shape<ListActiveViolationsResponse> {
    using S = ListActiveViolationsResponse;
    static constexpr std::string_view name = "ListActiveViolationsResponse";
    static constexpr MemberInfo members[] = {
        member("activeViolations", PICKET_FIELD(S, active_violations),
               {.doc = "Alarms that are on, the newest first."}),
        member("nextToken", PICKET_FIELD(S, next_token), {.doc = "Absent on the last page."}),
    };
};

struct ListViolationEventsRequest {
    Timestamp start_time;
    Timestamp end_time;
    std::optional<std::string> thing_name;
    std::optional<std::string> security_profile_name;
    std::optional<BehaviorCriteriaType> behavior_criteria_type;
    std::optional<bool> list_suppressed_alerts;
    std::optional<VerificationState> verification_state;
    std::optional<std::string> next_token;
    std::optional<std::int64_t> max_results;
};
template <>
struct Shape<ListViolationEventsRequest> {
    using S = ListViolationEventsRequest;
    static constexpr std::string_view name = "ListViolationEventsRequest";
    static constexpr MemberInfo members[] = {
        member("startTime", PICKET_FIELD(S, start_time), kStartTimeInQuery),
        member("endTime", PICKET_FIELD(S, end_time), kEndTimeInQuery),
        member("thingName", PICKET_FIELD(S, thing_name), kThingFilterRule),
        member("securityProfileName", PICKET_FIELD(S, security_profile_name), kProfileFilterRule),
        member("behaviorCriteriaType", PICKET_FIELD(S, behavior_criteria_type), kKindFilterRule),
        member("listSuppressedAlerts", PICKET_FIELD(S, list_suppressed_alerts),
               kSuppressedFilterRule),
        member("verificationState", PICKET_FIELD(S, verification_state), kStateFilterRule),
        member("nextToken", PICKET_FIELD(S, next_token), kPageTokenInQuery),
        member("maxResults", PICKET_FIELD(S, max_results), kPageSizeInQuery),
    };
};
struct ListViolationEventsResponse {
    std::vector<ViolationEvent> violation_events;
    std::optional<std::string> next_token;
};
template <>
struct Shape<ListViolationEventsResponse> {
    using S = ListViolationEventsResponse;
    static constexpr std::string_view name = "ListViolationEventsResponse";
    static constexpr MemberInfo members[] = {
        member("violationEvents", PICKET_FIELD(S, violation_events),
               {.doc = "Alarms that went on or off, the newest first."}),
        member("nextToken", PICKET_FIELD(S, next_token), {.doc = "Absent on the last page."}),
    };
};

struct PutVerificationStateOnViolationRequest {
    std::string violation_id;
    VerificationState verification_state = VerificationState::Unknown;
    std::optional<std::string> verification_state_description;
};
template <>
struct Shape<PutVerificationStateOnViolationRequest> {
    using S = PutVerificationStateOnViolationRequest;
    static constexpr std::string_view name = "PutVerificationStateOnViolationRequest";
    static constexpr MemberInfo members[] = {
        member("violationId", PICKET_FIELD(S, violation_id),
               with(kViolationIdRule,
                    {.required = true, .in = In::Uri, .doc = "The violation's id."})),
        member("verificationState", PICKET_FIELD(S, verification_state),
               {.required = true, .doc = "What you found out about it."}),
        member("verificationStateDescription", PICKET_FIELD(S, verification_state_description),
               {.max = 1000,
                .pattern = Pattern::NoControl,
                .doc = "Why; absent takes an earlier description away."}),
    };
};
struct PutVerificationStateOnViolationResponse {};
template <>
struct Shape<PutVerificationStateOnViolationResponse> {
    static constexpr std::string_view name = "PutVerificationStateOnViolationResponse";
    static constexpr std::span<const MemberInfo> members = {};
};

}  // namespace picket
