// See history.h.
#include "service/assess/history.h"

#include <algorithm>

#include "service/due.h"
#include "service/fleet/simulated.h"
#include "sim/rhythm.h"
#include "world/context.h"

namespace picket {
namespace {

constexpr std::int64_t kReadMs = kHour;  // of stored values at once
constexpr std::int64_t kUnitsPerValue = 5;
constexpr std::int64_t kUnitsPerDevice = 4;
constexpr std::size_t kAll = SIZE_MAX;
constexpr Timestamp kNever = {INT64_MAX};  // behind every time that a request can name

// The World has no scheduled calls.
Refusal no_calls(World&, Context&, std::string_view, std::string_view) { return std::nullopt; }

}  // namespace

History::History(const World& of, World& into, std::span<const std::string> devices, Timestamp from,
                 Timestamp to)
    : stored_world_(of), into_(into), from_(from), to_(to), read_to_(from) {
    stored_world_.fleets.clear();
    stored_world_.fleets_by_prefix.clear();
    add_fleets(of, devices);
    add_recordings(of, devices);
    add_stored(devices);
}

void History::add_fleets(const World& of, std::span<const std::string> devices) {
    for (const auto entry : of.fleets) {
        FleetPart part;
        part.fleet = entry.value;
        part.slot = std::max(first_slot(part.fleet), sim::floor_div(from_.ms, sim::kSlotMs));
        part.behind = std::min(end_slot(part.fleet), sim::floor_div(to_.ms, sim::kSlotMs));
        for (const std::string& name : devices) {
            const auto simulated = find_simulated(of, name);
            if (!simulated || simulated->fleet->name != part.fleet.name) continue;
            part.devices.push_back({*into_.detect_device_numbers.find(name), simulated->number});
        }
        if (part.devices.empty() || part.slot >= part.behind) continue;
        fleets_.push_back(std::move(part));
    }
}

void History::add_recordings(const World& of, std::span<const std::string> devices) {
    if (!of.recording_store) return;
    for (const auto entry : of.recordings) {
        RecordingPart part;
        part.recording = of.recording_store->find(entry.value.sha256);
        if (part.recording == nullptr) continue;
        part.feed = entry.value;
        part.place = part.recording->begin();
        part.some.keep = Keep::Nothing;
        for (const std::string& thing : part.recording->things())
            part.some.things.push_back(std::binary_search(devices.begin(), devices.end(), thing));
        recordings_.push_back(std::move(part));
        skip_before(recordings_.back());
    }
}

// Values of series that nobody has are not asked for again.
void History::add_stored(std::span<const std::string> devices) {
    for (const std::string& device : devices) {
        for (const auto entry : into_.detect_series) {
            MeasuredSeries series = {device, entry.key};
            if (!metric_history(stored_world_, series, from_ + 1, to_, 1).empty())
                stored_.push_back(std::move(series));
        }
    }
}

// To the first moment of the period.
void History::skip_before(RecordingPart& part) {
    do {
        for (; part.place.left > 0;) part.recording->next_value(part.place);
        part.done = !part.recording->next_moment(part.place);
        part.feed.next = part.place.time + part.feed.shift_ms;
    } while (!part.done && part.feed.next <= from_);
    part.done = part.done || part.feed.next > to_;
}

std::int64_t History::read_stored() {
    const Timestamp from = read_to_;
    read_to_ = std::min(to_, from + kReadMs);
    values_.clear();
    value_ = 0;
    for (std::size_t i = 0; i < stored_.size(); ++i) {
        for (MetricPoint& point :
             metric_history(stored_world_, stored_[i], from + 1, read_to_, kAll))
            values_.push_back({point.time, i, std::move(point.value)});
    }
    std::stable_sort(
        values_.begin(), values_.end(),
        [](const StoredValue& left, const StoredValue& right) { return left.time < right.time; });
    return static_cast<std::int64_t>(stored_.size() + values_.size());
}

std::int64_t History::feed_recordings(Timestamp time) {
    std::int64_t values = 0;
    for (RecordingPart& part : recordings_) {
        if (part.done || part.feed.next != time) continue;
        Context context(into_, part.feed.entry_id);
        values += feed_some(into_, context, *part.recording, part.feed, part.place, part.some);
        if (part.place.left > 0) continue;
        part.done = !part.recording->next_moment(part.place);
        part.feed.next = part.place.time + part.feed.shift_ms;
        part.done = part.done || part.feed.next > to_;
    }
    return values * kUnitsPerValue;
}

std::int64_t History::feed_stored(Timestamp time) {
    std::int64_t values = 0;
    for (; value_ < values_.size() && values_[value_].time == time; ++value_, ++values) {
        const MeasuredSeries& of = stored_[values_[value_].series];
        const MetricSample sample = {of.series, values_[value_].value};
        Context context(into_, 0);
        ingest(into_, context, time, of.thing, {&sample, 1}, Keep::Nothing);
    }
    return values * kUnitsPerValue;
}

Timestamp History::next() const {
    Timestamp time = kNever;
    for (const FleetPart& part : fleets_) {
        if (part.slot < part.behind) time = std::min(time, sim::slot_end(part.slot));
    }
    for (const RecordingPart& part : recordings_) {
        if (!part.done) time = std::min(time, part.feed.next);
    }
    if (value_ < values_.size()) time = std::min(time, values_[value_].time);
    return time;
}

std::int64_t History::run_until(Timestamp time) {
    std::int64_t units = 0;
    while (!into_.due.empty() && into_.due.begin()->key.time <= time) {
        const DueKey key = into_.due.begin()->key;
        const DueItem item = into_.due.begin()->value;
        into_.due.erase(key);
        into_.now = std::max(into_.now, key.time);
        units += run_due(into_, key, item, no_calls);
    }
    into_.now = time;
    return units;
}

std::int64_t History::step() {
    // Stored values are read up to the next moment of the others, which come one slot at a time.
    Timestamp time = next();
    std::int64_t units = 1;
    while (!stored_.empty() && value_ == values_.size() && read_to_ < std::min(time, to_)) {
        units += read_stored();
        time = next();
        if (units > kUnitsPerValue * 2000) return units;
    }
    if (time > to_) {
        if (into_.now == to_) return 0;
        return units + run_until(to_);
    }
    if (into_.now < time) units += run_until(time);
    for (FleetPart& part : fleets_) {
        if (part.slot >= part.behind || sim::slot_end(part.slot) != time) continue;
        feed_slot(into_, part.fleet, part.slot++, part.devices);
        units += static_cast<std::int64_t>(part.devices.size() * into_.detect_series.size()) *
                 kUnitsPerDevice;
    }
    return units + feed_recordings(time) + feed_stored(time);
}

Timestamp History::end_of(const World& world) {
    Timestamp end = world.now;
    for (const auto entry : world.recordings) {
        const bool there = world.recording_store &&
                           world.recording_store->find(entry.value.sha256) != nullptr;
        if (there) end = std::max(end, entry.value.last);
    }
    return end;
}

}  // namespace picket
