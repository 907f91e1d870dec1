// What due items do. Whatever goes wrong here has no caller to tell: it becomes a line of the
// chronicle.
#include "service/due.h"

#include <algorithm>

#include "service/audit/suppression_tables.h"
#include "service/data/activity_due.h"
#include "service/detect/upkeep.h"
#include "service/detect/windows_due.h"
#include "service/facts.h"
#include "service/fleet/fleet_step.h"
#include "service/recordings/feed.h"
#include "service/refuse.h"
#include "service/registry/dynamic_members.h"
#include "service/registry/registry.h"
#include "text/say.h"
#include "world/context.h"
#include "world/settings.h"

namespace picket {
namespace {

constexpr std::int64_t kUnitsPerThing = 10;
constexpr std::int64_t kUnitsPerCall = 100;
// Ordinals of ids: each run of a scheduled call has a range of its own, so that no two runs make
// the same id.
constexpr std::int64_t kOrdinalsPerRun = 1 << 20;

void note_failed_call(World& world, const ScheduledCall& call, const Error& error) {
    Facts facts;
    facts.text("scheduledCallId", call.id).number("run", call.runs_done + 1);
    facts.text("error", error_info(error.code).name).text("message", error.message);
    if (!error.path.empty()) facts.text("path", error.path);
    facts.json("body", call.body.text);
    Context(world, call.entry_id)
        .note("call.failed", call.operation,
              say("The scheduled call of {} failed with {}: {}", call.operation,
                  error_info(error.code).name, error.message),
              facts.json());
}

std::int64_t run_scheduled_call(World& world, const DueKey& key, const std::string& id,
                                InvokeCall invoke) {
    const ScheduledCall* found = world.scheduled_calls.find(id);
    if (found == nullptr) return 1;
    const ScheduledCall call = *found;

    Context context(world, call.entry_id, (call.runs_done + 1) * kOrdinalsPerRun);
    if (const auto error = invoke(world, context, call.operation, call.body.text)) {
        note_failed_call(world, call, *error);
    }
    if (!world.scheduled_calls.contains(id)) return kUnitsPerCall;  // the call cancelled itself
    if (call.runs_left <= 1) {
        world.scheduled_calls.erase(id);
        return kUnitsPerCall;
    }
    world.scheduled_calls.update(id, [](ScheduledCall& row) {
        --row.runs_left;
        ++row.runs_done;
    });
    Context(world, call.entry_id)
        .due(key.time + call.every_seconds * kSecond, {DueKind::ScheduledCall, id});
    return kUnitsPerCall;
}

std::string numbered_name(const Population& population, std::int64_t number) {
    const std::string digits = std::to_string(number);
    const std::size_t width = std::to_string(population.first + population.count - 1).size();
    return population.name_prefix + std::string(width - digits.size(), '0') + digits;
}

void finish_population(World& world, const Population& population, const char* kind,
                       std::string text) {
    Facts facts;
    facts.text("populationId", population.id)
        .number("made", population.made)
        .number("skipped", population.skipped);
    if (population.group_name) facts.text("group", *population.group_name);
    Context(world, population.entry_id)
        .note(kind, population.name_prefix, std::move(text), facts.json());
    world.populations.erase(population.id);
}

// Names that exist already are skipped: they keep their attributes and groups.
std::int64_t grow_population(World& world, const std::string& id) {
    const Population* found = world.populations.find(id);
    if (found == nullptr) return 1;
    Population population = *found;
    if (population.group_name && (!world.thing_groups.contains(*population.group_name) ||
                                  is_dynamic(world, *population.group_name))) {
        finish_population(
            world, population, "population.stopped",
            say("Registering things named '{}' stopped after {} of {}: the group '{}' is gone.",
                population.name_prefix, population.made, population.count, *population.group_name));
        return kUnitsPerThing;
    }
    const std::int64_t done = population.made + population.skipped;
    const std::int64_t step = std::min(setting_number(world, Setting::PopulationStep),
                                       population.count - done);
    // The id is part of the kind, because several populations can stem from one journal entry.
    Context context(world, population.entry_id, population.made);
    for (std::int64_t i = 0; i < step; ++i) {
        Thing thing;
        thing.name = numbered_name(population, population.first + done + i);
        if (world.things.contains(thing.name)) {
            ++population.skipped;
            continue;
        }
        thing.id = id_uuid(context.new_id(say("thing/{}", id)));
        thing.attributes = population.attributes;
        thing.created = world.now;
        const std::string name = thing.name;
        put_thing(world, std::move(thing));
        if (population.group_name) join(world, *population.group_name, name);
        ++population.made;
    }
    if (population.made + population.skipped < population.count) {
        context.due(world.now, {DueKind::Population, id});
        world.populations.put(id, std::move(population));
    } else {
        finish_population(world, population, "population.finished",
                          say("{} named '{}' and a number {} registered; {} existed already.",
                              counted(population.made, "thing"), population.name_prefix,
                              population.made == 1 ? "was" : "were", population.skipped));
    }
    return step * kUnitsPerThing;
}

}  // namespace

std::int64_t run_due(World& world, const DueKey& key, const DueItem& item, InvokeCall invoke) {
    switch (item.kind) {
    case DueKind::ScheduledCall:
        return run_scheduled_call(world, key, item.subject, invoke);
    case DueKind::Population:
        return grow_population(world, item.subject);
    case DueKind::DynamicGroup:
        return scan_for_group(world, item.subject);
    case DueKind::ThingIndex:
        return index_changed_things(world);
    case DueKind::AuditSuppression:
        return expire_suppression(world, item.subject);
    case DueKind::Fleet:
        return live_on(world, item.subject);
    case DueKind::DetectWindow:
        return run_detect_window(world, item.subject);
    case DueKind::DetectActivity:
        return close_activity(world, key.time);
    case DueKind::DetectConnection:
        return run_disconnected(world, item.subject);
    case DueKind::DetectUpkeep:
        return run_upkeep(world);
    case DueKind::MetricRetention:
        return run_metric_retention(world);
    case DueKind::Recording:
        return feed_recording(world, item.subject);
    }
    PICKET_UNREACHABLE();
}

}  // namespace picket
