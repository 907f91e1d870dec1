// Puts work into the queue, lists it, and takes it out again.
#include "service/picket/work.h"

#include "picket/operations.h"
#include "service/facts.h"
#include "service/paginate.h"
#include "service/refuse.h"
#include "service/registry/registry.h"
#include "text/say.h"
#include "world/context.h"
#include "world/settings.h"

namespace picket {

Result<PopulateFleetResponse> populate_fleet(World& world, Context& context,
                                             const PopulateFleetRequest& in) {
    constexpr std::size_t kNameMax = 128;
    const std::size_t digits = std::to_string(in.count).size();
    if (in.name_prefix.size() + digits > kNameMax) {
        return invalid(say("namePrefix has {} characters, and numbers of {} follow it. A thing's "
                           "name can have {} characters: shorten the prefix.",
                           in.name_prefix.size(),
                           counted(static_cast<std::int64_t>(digits), "digit"), kNameMax),
                       "namePrefix");
    }
    if (in.group_name && !world.thing_groups.contains(*in.group_name)) {
        return not_found("thing group", *in.group_name, "CreateThingGroup", "groupName");
    }
    if (in.group_name && is_dynamic(world, *in.group_name)) {
        return invalid(say("The thing group '{}' is dynamic: its query decides who is a member. "
                           "Name a static group.",
                           *in.group_name),
                       "groupName");
    }
    Population population;
    population.attributes = updated_attributes({}, AttributePayload{in.attributes, {}});
    if (auto problem = attribute_count_problem(
            "A thing without a type", population.attributes.size(),
            setting_number(world, Setting::ThingAttributesMax), "attributes")) {
        return problem;
    }
    population.id = id_hex32(context.new_id("population"));
    population.name_prefix = in.name_prefix;
    population.group_name = in.group_name;
    population.count = in.count;
    population.entry_id = context.entry_id();

    Facts facts;
    facts.text("populationId", population.id).number("count", in.count);
    if (in.group_name) facts.text("group", *in.group_name);
    context.note("population.started", in.name_prefix,
                 say("Registering {} named '{}' and a number has begun.",
                     counted(in.count, "thing"), in.name_prefix),
                 facts.json());
    context.due(context.now(), {DueKind::Population, population.id});
    PopulateFleetResponse out = {population.id};
    world.populations.put(out.population_id, std::move(population));
    return out;
}

Result<ScheduleCallResponse> schedule_call(World& world, Context& context,
                                           const ScheduleCallRequest& in) {
    const Operation* operation = find_operation(in.operation);
    if (operation == nullptr) {
        return invalid(
            say("No operation is named '{}'. Check the spelling; names are case-sensitive.",
                in.operation),
            "operation");
    }
    if (operation->effect != Effect::Mutates || in.operation == "ScheduleCall") {
        return invalid(say("'{}' cannot be scheduled: only operations that change the account can, "
                           "and ScheduleCall itself cannot.",
                           in.operation),
                       "operation");
    }
    if (!in.body.text.starts_with('{')) {
        return invalid(say("body must be a JSON object: the input of {}.", in.operation), "body");
    }
    const std::int64_t times = in.times.value_or(1);
    if (times > 1 && !in.every_seconds) {
        return invalid(
            say("times is {}, so everySeconds is needed: it says how far the runs are apart.",
                times),
            "everySeconds");
    }
    ScheduledCall call;
    call.id = id_hex32(context.new_id("scheduledcall"));
    call.operation = in.operation;
    call.body = in.body;
    call.every_seconds = in.every_seconds.value_or(0);
    call.runs_left = times;
    call.entry_id = context.entry_id();

    const Timestamp first = context.now() + in.in_seconds.value_or(0) * kSecond;
    Facts facts;
    facts.text("scheduledCallId", call.id).text("firstRun", to_iso(first)).number("times", times);
    facts.number("everySeconds", call.every_seconds).json("body", call.body.text);
    context.note("call.scheduled", call.operation,
                 say("A call of {} was scheduled for {}.", call.operation, to_iso(first)),
                 facts.json());
    context.due(first, {DueKind::ScheduledCall, call.id});
    ScheduleCallResponse out = {call.id};
    world.scheduled_calls.put(out.scheduled_call_id, std::move(call));
    return out;
}

Result<ListScheduledCallsResponse> list_scheduled_calls(const World& world,
                                                        const ListScheduledCallsRequest& in) {
    PICKET_TRY(const Page page, read_page("ListScheduledCalls", {}, in.max_results, in.next_token));
    ListScheduledCallsResponse out;
    PICKET_TRY(out.next_token,
               walk_page(page, world.scheduled_calls, std::string(),
                         [&](const auto& entry) { out.scheduled_calls.push_back(entry.value); }));
    return out;
}

Result<CancelScheduledCallResponse> cancel_scheduled_call(World& world, Context& context,
                                                          const CancelScheduledCallRequest& in) {
    const ScheduledCall* call = world.scheduled_calls.find(in.scheduled_call_id);
    if (call == nullptr) {
        return refuse(ErrorCode::ResourceNotFound,
                      say("No scheduled call has the id '{}'. It may have made its last run; "
                          "ListScheduledCalls shows those with runs left.",
                          in.scheduled_call_id),
                      "scheduledCallId");
    }
    Facts facts;
    facts.text("scheduledCallId", call->id)
        .number("runsLeft", call->runs_left)
        .number("runsDone", call->runs_done);
    context.note("call.cancelled", call->operation,
                 say("The scheduled call of {} was cancelled with {} left.", call->operation,
                     counted(call->runs_left, "run")),
                 facts.json());
    CancelScheduledCallResponse out = {call->runs_left};
    // The row does not know its place in the queue. The queue is short, and cancelling rare.
    for (auto at = world.due.begin(); at != world.due.end(); ++at) {
        if (at->value.kind != DueKind::ScheduledCall || at->value.subject != in.scheduled_call_id)
            continue;
        const DueKey key = at->key;
        world.due.erase(key);
        break;
    }
    world.scheduled_calls.erase(in.scheduled_call_id);
    return out;
}

Result<ListDueWorkResponse> list_due_work(const World& world, const ListDueWorkRequest& in) {
    PICKET_TRY(const Page page, read_page("ListDueWork", {}, in.max_results, in.next_token));
    ListDueWorkResponse out;
    PICKET_TRY(out.next_token,
               walk_page(page, world.due, DueKey{kTimestampMin, 0}, [&](const auto& entry) {
                   out.due_work.push_back(
                       {entry.key.time, entry.key.sequence, entry.value.kind, entry.value.subject});
               }));
    return out;
}

}  // namespace picket
