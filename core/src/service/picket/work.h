// Work that the session does by itself as time runs: PopulateFleet, ScheduleCall,
// ListScheduledCalls, CancelScheduledCall, ListDueWork. Their rows stand in picket_world.cpp; the
// work itself is done in due.cpp.
#pragma once

#include "picket/model/work.h"
#include "picket/world.h"
#include "service/registry/attributes.h"

namespace picket {

class Context;

inline constexpr Rule kWorkIdRule = {.min = 32, .max = 32, .pattern = Pattern::Hex};
inline constexpr std::int64_t kScheduleSecondsMax = 10LL * 366 * 86'400;

struct PopulateFleetRequest {
    std::string name_prefix;
    std::int64_t count = 1;
    std::optional<std::string> group_name;
    std::optional<Attributes> attributes;
};
template <>
struct Shape<PopulateFleetRequest> {
    using S = PopulateFleetRequest;
    static constexpr std::string_view name = "PopulateFleetRequest";
    static constexpr MemberInfo members[] = {
        member("namePrefix", PICKET_FIELD(S, name_prefix),
               with(kNameRule,
                    {.required = true, .doc = "What the names begin with; a number follows."})),
        member("count", PICKET_FIELD(S, count),
               {.required = true,
                .min = 1,
                .max = 1'000'000,
                .doc = "How many things there are to be."}),
        member("groupName", PICKET_FIELD(S, group_name),
               with(kNameRule, {.doc = "A group they all join."})),
        member("attributes", PICKET_FIELD(S, attributes),
               with(kAttributesRule, {.doc = "Attributes of each."})),
    };
};
struct PopulateFleetResponse {
    std::string population_id;
};
template <>
struct Shape<PopulateFleetResponse> {
    using S = PopulateFleetResponse;
    static constexpr std::string_view name = "PopulateFleetResponse";
    static constexpr MemberInfo members[] = {
        member("populationId", PICKET_FIELD(S, population_id),
               {.required = true, .doc = "Names the work in ListDueWork and in the chronicle."})};
};
Result<PopulateFleetResponse> populate_fleet(World& world, Context& context,
                                             const PopulateFleetRequest& in);

struct ScheduleCallRequest {
    std::string operation;
    JsonText body;
    std::optional<std::int64_t> in_seconds;
    std::optional<std::int64_t> every_seconds;
    std::optional<std::int64_t> times;
};
template <>
struct Shape<ScheduleCallRequest> {
    using S = ScheduleCallRequest;
    static constexpr std::string_view name = "ScheduleCallRequest";
    static constexpr MemberInfo members[] = {
        member("operation", PICKET_FIELD(S, operation),
               {.required = true,
                .min = 1,
                .max = 128,
                .doc = "The operation to call: one that changes the account."}),
        member("body", PICKET_FIELD(S, body),
               {.required = true,
                .doc = "Its input: an object with all members, also those of path and query."}),
        member("inSeconds", PICKET_FIELD(S, in_seconds),
               {.min = 0,
                .max = kScheduleSecondsMax,
                .doc = "When it first runs, from now; 0 when absent."}),
        member("everySeconds", PICKET_FIELD(S, every_seconds),
               {.min = 1,
                .max = kScheduleSecondsMax,
                .doc = "How long after one run the next follows."}),
        member("times", PICKET_FIELD(S, times),
               {.min = 1, .max = 1'000'000, .doc = "How often it runs; once when absent."}),
    };
};
struct ScheduleCallResponse {
    std::string scheduled_call_id;
};
template <>
struct Shape<ScheduleCallResponse> {
    using S = ScheduleCallResponse;
    static constexpr std::string_view name = "ScheduleCallResponse";
    static constexpr MemberInfo members[] = {
        member("scheduledCallId", PICKET_FIELD(S, scheduled_call_id),
               {.required = true, .doc = "Names it for CancelScheduledCall."})};
};
Result<ScheduleCallResponse> schedule_call(World& world, Context& context,
                                           const ScheduleCallRequest& in);

struct ListScheduledCallsRequest {
    std::optional<std::int64_t> max_results;
    std::optional<std::string> next_token;
};
template <>
struct Shape<ListScheduledCallsRequest> {
    using S = ListScheduledCallsRequest;
    static constexpr std::string_view name = "ListScheduledCallsRequest";
    static constexpr MemberInfo members[] = {
        member("maxResults", PICKET_FIELD(S, max_results),
               with(kMaxResultsRule, {.doc = "Items of a page at most; 25 when absent."})),
        member("nextToken", PICKET_FIELD(S, next_token), {.doc = "Where the previous page ended."}),
    };
};
struct ListScheduledCallsResponse {
    std::vector<ScheduledCall> scheduled_calls;
    std::optional<std::string> next_token;
};
template <>
struct Shape<ListScheduledCallsResponse> {
    using S = ListScheduledCallsResponse;
    static constexpr std::string_view name = "ListScheduledCallsResponse";
    static constexpr MemberInfo members[] = {
        member("scheduledCalls", PICKET_FIELD(S, scheduled_calls),
               {.required = true, .doc = "Calls that still have runs left, by id."}),
        member("nextToken", PICKET_FIELD(S, next_token), {.doc = "Absent on the last page."}),
    };
};
Result<ListScheduledCallsResponse> list_scheduled_calls(const World& world,
                                                        const ListScheduledCallsRequest& in);

struct CancelScheduledCallRequest {
    std::string scheduled_call_id;
};
template <>
struct Shape<CancelScheduledCallRequest> {
    using S = CancelScheduledCallRequest;
    static constexpr std::string_view name = "CancelScheduledCallRequest";
    static constexpr MemberInfo members[] = {
        member("scheduledCallId", PICKET_FIELD(S, scheduled_call_id),
               with(kWorkIdRule, {.required = true, .doc = "What ScheduleCall answered."}))};
};
struct CancelScheduledCallResponse {
    std::int64_t runs_left = 0;
};
template <>
struct Shape<CancelScheduledCallResponse> {
    using S = CancelScheduledCallResponse;
    static constexpr std::string_view name = "CancelScheduledCallResponse";
    static constexpr MemberInfo members[] = {
        member("runsLeft", PICKET_FIELD(S, runs_left),
               {.required = true, .doc = "Runs that will not happen now."})};
};
Result<CancelScheduledCallResponse> cancel_scheduled_call(World& world, Context& context,
                                                          const CancelScheduledCallRequest& in);

struct ListDueWorkRequest {
    std::optional<std::int64_t> max_results;
    std::optional<std::string> next_token;
};
template <>
struct Shape<ListDueWorkRequest> {
    using S = ListDueWorkRequest;
    static constexpr std::string_view name = "ListDueWorkRequest";
    static constexpr MemberInfo members[] = {
        member("maxResults", PICKET_FIELD(S, max_results),
               with(kMaxResultsRule, {.doc = "Items of a page at most; 25 when absent."})),
        member("nextToken", PICKET_FIELD(S, next_token), {.doc = "Where the previous page ended."}),
    };
};
struct DueWork {
    Timestamp time;
    std::int64_t sequence = 0;
    DueKind kind = DueKind::ScheduledCall;
    std::string subject;
};
template <>
struct Shape<DueWork> {
    using S = DueWork;
    static constexpr std::string_view name = "DueWork";
    static constexpr MemberInfo members[] = {
        member("time", PICKET_FIELD(S, time), {.required = true, .doc = "When it is due."}),
        member("sequence", PICKET_FIELD(S, sequence),
               {.required = true, .doc = "Its place among equal times."}),
        member("kind", PICKET_FIELD(S, kind),
               {.required = true, .doc = "What kind of work it is."}),
        member("subject", PICKET_FIELD(S, subject),
               {.required = true, .doc = "Id of what it works on."}),
    };
};
struct ListDueWorkResponse {
    std::vector<DueWork> due_work;
    std::optional<std::string> next_token;
};
template <>
struct Shape<ListDueWorkResponse> {
    using S = ListDueWorkResponse;
    static constexpr std::string_view name = "ListDueWorkResponse";
    static constexpr MemberInfo members[] = {
        member("dueWork", PICKET_FIELD(S, due_work),
               {.required = true, .doc = "The queue, the next item first."}),
        member("nextToken", PICKET_FIELD(S, next_token), {.doc = "Absent on the last page."}),
    };
};
Result<ListDueWorkResponse> list_due_work(const World& world, const ListDueWorkRequest& in);

}  // namespace picket
