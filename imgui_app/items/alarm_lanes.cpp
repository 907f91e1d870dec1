// See alarm_lanes.h.
#include "items/alarm_lanes.h"

#include <algorithm>
#include <map>

#include "items/rows.h"

namespace picket::ui {
namespace {

struct LaneSpan {
    AlarmBar bar;
    std::string thing, behavior;
    bool begun = false, ended = false;
};
using LaneSpans = std::map<std::string, LaneSpan>;

template <class T>
LaneSpan& span_of(LaneSpans& spans, const T& row, const char* section, const NewestFirst& key) {
    const auto [at, made] = spans.try_emplace(row.violation_id);
    LaneSpan& span = at->second;
    if (made) {
        span.thing = row.thing_name;
        span.behavior = row.behavior.name + " of " + row.security_profile_name;
        span.bar.label = row.behavior.name + " on " + row.thing_name;
        span.bar.state = "in-alarm";
        span.bar.item = {section, write_key(key)};
    }
    return span;
}

void take_event(LaneSpans& spans, const ViolationEvent& event, const NewestFirst& key) {
    LaneSpan& span = span_of(spans, event, "alarm-history", key);
    const auto at = static_cast<double>(event.violation_event_time.ms);
    if (event.violation_event_type == ViolationEventType::InAlarm) {
        span.bar.from = at;
        span.begun = true;
        return;
    }
    span.bar.to = at;
    span.bar.state = enum_word(event.violation_event_type);
    span.ended = true;
}

LaneSpans spans_of(const World& world) {
    LaneSpans spans;
    std::size_t left = kLaneEventsMax;
    double oldest = static_cast<double>(world.now.ms);
    for (const auto& entry : world.violation_events) {
        if (left-- == 0) break;
        oldest = static_cast<double>(entry.key.time.ms);
        take_event(spans, entry.value, entry.key);
    }
    for (const auto& entry : world.active_violations) {
        const ActiveViolation& alarm = entry.value;
        LaneSpan& span = span_of(spans, alarm, "alarms", entry.key);
        span.bar.from = static_cast<double>(alarm.violation_start_time.ms);
        span.bar.item = {"alarms", write_key(entry.key)};
        span.begun = span.bar.open = true;
    }
    for (auto& [id, span] : spans) {
        if (!span.begun) span.bar.from = std::min(oldest, span.bar.to);
        // An event that says "on", of an alarm that nobody lists: a documented response can be so.
        if (!span.ended && !span.bar.open) span.bar.to = span.bar.from;
    }
    return spans;
}

double newest_of(const AlarmLane& lane) {
    double newest = 0;
    for (const AlarmBar& bar : lane.bars) newest = std::max(newest, bar.from);
    return newest;
}

}  // namespace

std::vector<AlarmLane> alarm_lanes(const World& world, LaneKind kind) {
    std::map<std::string, AlarmLane> by_name;
    for (auto& [id, span] : spans_of(world)) {
        const std::string& name = kind == LaneKind::Things ? span.thing : span.behavior;
        AlarmLane& lane = by_name[name];
        lane.label = name;
        lane.bars.push_back(std::move(span.bar));
    }
    std::vector<AlarmLane> lanes;
    for (auto& [name, lane] : by_name) lanes.push_back(std::move(lane));
    std::stable_sort(lanes.begin(), lanes.end(), [](const AlarmLane& a, const AlarmLane& b) {
        return newest_of(a) > newest_of(b);
    });
    return lanes;
}

}  // namespace picket::ui
