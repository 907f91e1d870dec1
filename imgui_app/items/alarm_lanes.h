// Alarms as bars over time, in lanes: what went on when, and for how long.
#pragma once

#include <string>
#include <vector>

#include "items/section.h"

namespace picket::ui {

struct AlarmBar {
    std::string label;  // "burst on gateway-north"
    double from = 0;
    double to = 0;      // of bars that are open: unused
    bool open = false;  // the alarm is on
    std::string state;  // the event that ended it, or "in-alarm"
    ItemRef item;
};
struct AlarmLane {
    std::string label;
    std::vector<AlarmBar> bars;
};

enum class LaneKind : std::uint8_t { Things, Behaviors };

// Of the newest events and all alarms that are on; the lane with the newest bar first.
inline constexpr std::size_t kLaneEventsMax = 20'000;
std::vector<AlarmLane> alarm_lanes(const World& world, LaneKind kind);

}  // namespace picket::ui
