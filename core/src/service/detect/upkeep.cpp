// See upkeep.h.
#include "service/detect/upkeep.h"

#include <algorithm>

#include "detect/window.h"
#include "service/detect/alarms.h"
#include "service/detect/devices.h"
#include "service/detect/notices.h"
#include "service/detect/rules.h"
#include "service/detect/violation_tables.h"
#include "service/list_window.h"
#include "text/say.h"
#include "world/context.h"
#include "world/metric_column.h"
#include "world/settings.h"

namespace picket {
namespace {

constexpr std::size_t kRowsPerItem = 500;
constexpr std::int64_t kUnitsPerRow = 10;
constexpr std::int64_t kUnitsPerColumn = 2;

Timestamp latest_datapoint(const World& world, const OpenAlarmKey& key, const OpenAlarm& alarm) {
    const DetectDevice* device = find_device(world, key.device);
    const DeviceState* state = find_device_state(world, key.rule, key.device);
    if (device == nullptr || state == nullptr || device->registered != key.registered)
        return alarm.last;
    return std::max(state->last, alarm.last);
}

// When the alarm ends unless something happens before.
Timestamp end_of(const World& world, const OpenAlarmKey& key, const OpenAlarm& alarm) {
    const Timestamp silent = latest_datapoint(world, key, alarm) +
                             setting_number(world, Setting::SilenceHours) * kHour;
    if (setting_text(world, Setting::RetentionEndsAlarms) == "no") return silent;
    return std::min(silent,
                    alarm.start + setting_number(world, Setting::ViolationRetentionDays) * kDay);
}

// Returns when the next alarm may end.
Timestamp end_silent_alarms(World& world) {
    Timestamp next = kTimestampMax;
    const auto alarms = world.open_alarms;
    for (const auto entry : alarms) {
        const Timestamp end = end_of(world, entry.key, entry.value);
        if (end >= world.now) {
            next = std::min(next, end);
            continue;
        }
        const bool silent = latest_datapoint(world, entry.key, entry.value) <
                            world.now - setting_number(world, Setting::SilenceHours) * kHour;
        end_alarm(world, entry.key,
                  silent ? say("{} hours passed without a datapoint",
                               setting_number(world, Setting::SilenceHours))
                         : std::string("the event that raised it is no longer retained"));
    }
    return next;
}

// Removes the rows that are older than `oldest`, a bounded number. Returns when the next is.
template <class Key, class T, class TimeOf, class Erase>
Timestamp remove_old(World& world, const Table<Key, T> World::*table, Timestamp oldest,
                     std::int64_t retained_ms, TimeOf&& time_of, Erase&& erase) {
    for (std::size_t i = 0; i < kRowsPerItem; ++i) {
        if ((world.*table).empty()) return kTimestampMax;
        const Key key = (world.*table).last()->key;
        // It stays until the moment after, or a row of just that age would be looked at for ever.
        if (time_of(key) >= oldest) return time_of(key) + retained_ms + kMillisecond;
        erase(key);
    }
    return world.now;
}

Timestamp remove_old_rows(World& world) {
    const std::int64_t events = setting_number(world, Setting::ViolationRetentionDays) * kDay;
    const std::int64_t others = setting_number(world, Setting::MessageRetentionDays) * kDay;
    const auto time_of = [](const NewestFirst& key) { return key.time; };
    Timestamp next = remove_old(world, &World::violation_events, world.now - events, events,
                                time_of,
                                [&](const NewestFirst& key) { erase_violation_event(world, key); });
    next = std::min(next, remove_old(world, &World::messages, world.now - others, others, time_of,
                                     [&](const NewestFirst& key) { erase_message(world, key); }));
    return std::min(next, remove_old(
                              world, &World::alarm_counts, world.now - others, others,
                              [](const AlarmCountKey& key) { return key.end; },
                              [&](const AlarmCountKey& key) { world.alarm_counts.erase(key); }));
}

void queue(World& world, Timestamp time, DueKind kind, std::string subject = {}) {
    world.due.put({std::max(time, world.now), world.next_sequence++}, {kind, std::move(subject)});
}

// The next whole hour or day after the time, and after now.
Timestamp next_multiple(const World& world, Timestamp time, std::int64_t length_ms) {
    return window_end(std::max(time, world.now) + kMillisecond, length_ms);
}

void queue_upkeep(World& world, Timestamp at) {
    DetectCounters counters = detect_counters(world);
    counters.upkeep = at;
    put_detect_counters(world, counters);
    queue(world, at, DueKind::DetectUpkeep);
}

void want_metric_retention(World& world, Timestamp time) {
    const Timestamp goes = time + setting_number(world, Setting::MetricRetentionDays) * kDay;
    const Timestamp at = next_multiple(world, goes, kDay);
    DetectCounters counters = detect_counters(world);
    if (counters.metric_upkeep != Timestamp{} && counters.metric_upkeep <= at) return;
    counters.metric_upkeep = at;
    put_detect_counters(world, counters);
    queue(world, at, DueKind::MetricRetention);
}

}  // namespace

void want_upkeep(World& world, Timestamp time) {
    const Timestamp at = next_multiple(world, time, kHour);
    const DetectCounters counters = detect_counters(world);
    if (counters.upkeep == Timestamp{} || counters.upkeep > at) queue_upkeep(world, at);
}

// An item that a sooner one replaced does nothing.
std::int64_t run_upkeep(World& world) {
    DetectCounters counters = detect_counters(world);
    if (counters.upkeep != world.now) return 1;
    counters.upkeep = {};
    put_detect_counters(world, counters);
    const std::size_t before = world.violation_events.size() + world.messages.size() +
                               world.alarm_counts.size() + world.open_alarms.size();
    const Timestamp alarms = end_silent_alarms(world);
    const Timestamp rows = remove_old_rows(world);
    if (rows <= world.now) {
        queue_upkeep(world, world.now);  // more than one item may remove
    } else if (std::min(alarms, rows) < kTimestampMax) {
        want_upkeep(world, std::min(alarms, rows));
    }
    return 1 + static_cast<std::int64_t>(std::min(before, kRowsPerItem)) * kUnitsPerRow;
}

StoredMoment::StoredMoment(World& world, Timestamp time)
    : world_(world), time_(time), key_{column_start(time), {}, {}} {}

void StoredMoment::add(std::string_view thing, std::string_view series, const MetricValue& value) {
    key_.thing = thing;
    key_.series = series;
    const bool found = world_.metric_values.update(
        key_, finger_, [&](MetricColumn& column) { put_value(key_.time, time_, value, column); });
    if (!found) {
        MetricColumn column;
        put_value(key_.time, time_, value, column);
        world_.metric_values.put(key_, std::move(column));
    }
    if (!goes_) want_metric_retention(world_, time_);
    goes_ = true;
}

// It runs at whole days, where columns begin; the oldest ones stand first.
std::int64_t run_metric_retention(World& world) {
    DetectCounters counters = detect_counters(world);
    if (counters.metric_upkeep != world.now) return 1;
    const Timestamp oldest = retained_from(world, Setting::MetricRetentionDays);
    const auto over = [&] {
        return !world.metric_values.empty() &&
               world.metric_values.begin()->key.time + kColumnMs <= oldest;
    };
    std::int64_t rows = 0;
    for (; rows < static_cast<std::int64_t>(kRowsPerItem) && over(); ++rows)
        world.metric_values.erase(MetricDatumKey{world.metric_values.begin()->key});
    counters.metric_upkeep = over() ? world.now : window_end(world.now + kMillisecond, kDay);
    if (world.metric_values.empty()) counters.metric_upkeep = {};
    put_detect_counters(world, counters);
    if (counters.metric_upkeep != Timestamp{})
        queue(world, counters.metric_upkeep, DueKind::MetricRetention);
    return 1 + rows * kUnitsPerColumn;
}

}  // namespace picket
