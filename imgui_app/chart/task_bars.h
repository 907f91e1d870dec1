// Tasks over time: a bar for each execution from its start to its end, in the colour of its state.
// As many as there are: only the ones in sight are drawn.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "chart/plot_math.h"
#include "frame.h"

namespace picket::ui {

// `kept` is the part of time that the view remembers, empty for all of it. Returns the index of the
// bar that was pressed.
std::optional<std::size_t> draw_task_bars(Frame& frame, std::string_view name,
                                          std::span<const ChartBar> bars, TimeRange& kept);

}  // namespace picket::ui
