// The shapes of ListMessages and ListAlarmCounts.
#pragma once

#include "picket/model/message.h"

namespace picket {

struct ListMessagesRequest {
    std::optional<MessageChannel> channel;
    std::optional<std::int64_t> max_results;
    std::optional<std::string> next_token;
};
template <>
struct Shape<ListMessagesRequest> {
    using S = ListMessagesRequest;
    static constexpr std::string_view name = "ListMessagesRequest";
    static constexpr MemberInfo members[] = {
        member("channel", PICKET_FIELD(S, channel), {.doc = "Only messages that went this way."}),
        member("maxResults", PICKET_FIELD(S, max_results),
               with(kMaxResultsRule, {.doc = "Items of a page at most; 25 when absent."})),
        member("nextToken", PICKET_FIELD(S, next_token), {.doc = "Where the previous page ended."}),
    };
};
struct ListMessagesResponse {
    std::vector<Message> messages;
    std::optional<std::string> next_token;
};
template <>
struct Shape<ListMessagesResponse> {
    using S = ListMessagesResponse;
    static constexpr std::string_view name = "ListMessagesResponse";
    static constexpr MemberInfo members[] = {
        member("messages", PICKET_FIELD(S, messages),
               {.required = true, .doc = "Messages, the newest first."}),
        member("nextToken", PICKET_FIELD(S, next_token), {.doc = "Absent on the last page."}),
    };
};

struct ListAlarmCountsRequest {
    std::optional<std::string> security_profile_name;
    std::optional<std::int64_t> max_results;
    std::optional<std::string> next_token;
};
template <>
struct Shape<ListAlarmCountsRequest> {
    using S = ListAlarmCountsRequest;
    static constexpr std::string_view name = "ListAlarmCountsRequest";
    static constexpr MemberInfo members[] = {
        member("securityProfileName", PICKET_FIELD(S, security_profile_name),
               with(kNameRule, {.doc = "Only behaviors of this profile."})),
        member("maxResults", PICKET_FIELD(S, max_results),
               with(kMaxResultsRule, {.doc = "Items of a page at most; 25 when absent."})),
        member("nextToken", PICKET_FIELD(S, next_token), {.doc = "Where the previous page ended."}),
    };
};
struct AlarmCount {
    Timestamp time;
    std::string security_profile_name;
    std::string behavior_name;
    std::int64_t violations = 0;
    std::int64_t violations_cleared = 0;
    std::int64_t violations_invalidated = 0;
};
template <>
struct Shape<AlarmCount> {
    using S = AlarmCount;
    static constexpr std::string_view name = "AlarmCount";
    static constexpr MemberInfo members[] = {
        member("time", PICKET_FIELD(S, time),
               {.required = true, .doc = "When the five minutes of evaluation end."}),
        member("securityProfileName", PICKET_FIELD(S, security_profile_name),
               {.required = true, .doc = "The dimension SecurityProfileName."}),
        member("behaviorName", PICKET_FIELD(S, behavior_name),
               {.required = true, .doc = "The dimension BehaviorName."}),
        member("violations", PICKET_FIELD(S, violations),
               {.required = true, .doc = "The metric Violations: alarms that were raised."}),
        member("violationsCleared", PICKET_FIELD(S, violations_cleared),
               {.required = true, .doc = "The metric ViolationsCleared."}),
        member("violationsInvalidated", PICKET_FIELD(S, violations_invalidated),
               {.required = true, .doc = "The metric ViolationsInvalidated."}),
    };
};
struct ListAlarmCountsResponse {
    std::vector<AlarmCount> counts;
    std::optional<std::string> next_token;
};
template <>
struct Shape<ListAlarmCountsResponse> {
    using S = ListAlarmCountsResponse;
    static constexpr std::string_view name = "ListAlarmCountsResponse";
    static constexpr MemberInfo members[] = {
        member("counts", PICKET_FIELD(S, counts),
               {.required = true, .doc = "Counts, the newest first."}),
        member("nextToken", PICKET_FIELD(S, next_token), {.doc = "Absent on the last page."}),
    };
};

}  // namespace picket
