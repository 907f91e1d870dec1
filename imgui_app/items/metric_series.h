// What a chart of a metric says besides its values: names, units, thresholds, alarms, and the
// behaviors that judge it.
#pragma once

#include "chart/chart.h"
#include "items/section.h"
#include "picket/metric_history.h"

namespace picket::ui {

// "aws:num-messages-sent", with its dimension in words.
std::string series_words(std::string_view series);
std::string unit_of(std::string_view series, const MetricValue& sample);

// Thresholds of all behaviors that watch the metric; which of them apply to the thing depends on
// targets, so their labels name the profile.
std::vector<ChartLine> thresholds_of(const World& world, std::string_view series);
std::vector<ChartMark> alarms_of(const World& world, const MeasuredSeries& of);
// The behaviors that are evaluated for it.
std::vector<Pair> judges_of(const World& world, const MeasuredSeries& of);

}  // namespace picket::ui
