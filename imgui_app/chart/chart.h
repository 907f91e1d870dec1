// A chart over time: zoom with the wheel, pan by dragging, a double click shows all; ticks, gaps,
// thresholds, marks, and a read-out under the pointer. A million points draw in one frame: they are
// thinned to the width of the screen, once for each view of them.
#pragma once

#include <span>

#include "chart/plot_math.h"
#include "frame.h"

namespace picket::ui {

struct ChartSeries {
    std::string_view name;
    Tone tone = Tone::Accent;
    ChartData data;
};
struct ChartLine {
    double y = 0;
    std::string label;
    Tone tone = Tone::Danger;
};
struct ChartMark {
    double x = 0;
    std::string label;
    Tone tone = Tone::Danger;
};
struct ChartSpec {
    std::string_view name;  // for the probe
    std::string_view unit = {};
    std::span<const ChartSeries> series;
    std::span<const ChartLine> lines = {};
    std::span<const ChartMark> marks = {};
    std::span<const ChartBand> bands = {};
    std::span<const ChartDot> dots = {};
};
void draw_chart(Frame& frame, const ChartSpec& spec, ChartView& view, float height);

}  // namespace picket::ui
