// Time along a strip of the screen: where a moment lies, its ticks, and the hands that zoom and pan
// it. Charts, the executions of tasks and the session's timeline all stand on one.
#pragma once

#include <optional>

#include "chart/plot_math.h"
#include "frame.h"
#include "imgui_internal.h"

namespace picket::ui {

struct TimeAxis {
    ImRect place;  // real pixels
    TimeRange time;
    std::optional<double> pointed = {};  // by keys, while they are here

    float x(double at) const {
        return place.Min.x +
               static_cast<float>((at - time.from) / time.length()) * place.GetWidth();
    }
    double time_at(float pixel) const {
        return time.from +
               time.length() * static_cast<double>((pixel - place.Min.x) / place.GetWidth());
    }
    bool in_sight(double at) const { return at >= time.from && at <= time.to; }
};

enum class TickLabels : std::uint8_t { Inside, Below };
void draw_time_ticks(Frame& frame, const TimeAxis& axis, TickLabels labels);

// The wheel and dragging over the item just drawn change the part of time in sight; a double click
// shows `all` again. `kept` is what a view remembers: empty while it shows all, so that it goes on
// to when there is more. True when something changed. While the item has the keys, + and - zoom,
// Home shows all, Left and Right move `pointer`, or the part in sight where there is none.
bool steer_time(Frame& frame, TimeAxis& axis, TimeRange all, TimeRange& kept,
                std::optional<double>* pointer = nullptr);
// The value at the pointer is told beside it, when the keys moved it there.
void place_reading(const Frame& frame, const TimeAxis& axis);

}  // namespace picket::ui
