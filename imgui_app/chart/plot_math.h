// What a chart needs to know before anything is drawn: which points are in sight, thinned to the
// width of the screen without losing a peak, and where ticks of time and of values stand. No ImGui.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "theme.h"

namespace picket::ui {

// A part of time; empty stands for all there is.
struct TimeRange {
    double from = 0, to = 0;
    bool empty() const { return to <= from; }
    double length() const { return to - from; }
};

struct ChartPoint {
    double x = 0;  // ascending; times are milliseconds since 1970
    double y = 0;
};

// Points by callback, so that nobody copies a series to draw it. `version` tells when it changed.
struct ChartData {
    std::size_t count = 0;
    const void* source = nullptr;
    ChartPoint (*at)(const void* source, std::size_t index) = nullptr;
    double gap = 0;  // points farther apart are not joined; 0: all are
    std::uint64_t version = 0;
};

// Points that stay where they are while the chart is drawn.
inline ChartData points_data(const std::vector<ChartPoint>& points, double gap,
                             std::uint64_t version) {
    return {
        points.size(), points.data(),
        [](const void* source, std::size_t i) { return static_cast<const ChartPoint*>(source)[i]; },
        gap, version};
}

// All points of one column of the screen: where the line comes in and goes out, and its extremes.
struct ChartColumn {
    double x = 0, last_x = 0;
    double first = 0, last = 0;
    double low = 0, high = 0;
    bool joined = false;  // with the column before
};

// One task or execution: a bar from its start to its end, in the colour of its state.
struct ChartBar {
    std::string label;
    double from = 0;
    double to = 0;
    Tone tone = Tone::Accent;
    bool open = false;       // it has not ended
    std::string state = {};  // the word that the colour stands for
};

// A stretch of time behind the series: a window of evaluation.
struct ChartBand {
    double from = 0, to = 0;
    Tone tone = Tone::Accent;
};
// A value to look at, on top of the series.
struct ChartDot {
    double x = 0, y = 0;
    std::string label;
    Tone tone = Tone::Danger;
};
// The points from `from` to `to` and one more on each side, in at most `columns` columns (and two).
// Few points stay as they are, one each.
std::vector<ChartColumn> thin_out(const ChartData& data, double from, double to,
                                  std::size_t columns);

// The index of the point nearest to x; data.count when there is none.
std::size_t nearest_point(const ChartData& data, double x);

struct Tick {
    double at = 0;
    std::string label;
    bool strong = false;  // begins a day, or is zero
};
// At most `most` ticks at sensible times: seconds, quarters of an hour, days, months.
std::vector<Tick> time_ticks(double from, double to, std::size_t most);
// At most `most` ticks at 1, 2 or 5 times a power of ten.
std::vector<Tick> value_ticks(double low, double high, std::size_t most);

// "1,234", "1.5 M", "0.025"; with the unit behind it.
std::string value_label(double value, std::string_view unit = {});

}  // namespace picket::ui
