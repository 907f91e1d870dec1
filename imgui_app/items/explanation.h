// What ExplainBehavior answered, read for a view: nothing in it is computed here.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "chart/plot_math.h"
#include "picket/time.h"

namespace picket::ui {

struct ExplainedStep {
    Timestamp time;
    std::string text;
    std::string value;             // as a person would say it; empty: none
    std::optional<double> number;  // of lists how many they hold
    std::optional<double> bound;
    std::optional<Timestamp> window_from, window_to;
    std::optional<bool> conforms;  // absent: not judged
    std::int64_t violating = 0, conforming = 0;
    bool in_alarm = false;
};
struct Explanation {
    std::string problem;  // instead of all the rest
    std::string state;    // IN_ALARM, NORMAL, NOT_EVALUATED, NOT_MONITORED
    std::vector<std::string> reasons;
    std::vector<ExplainedStep> steps;
    std::vector<std::pair<std::string, std::string>> settings;

    // The same as a chart: judged values, what they were compared with, and the windows.
    std::vector<ChartPoint> values, bounds;
    bool bound_moves = false;  // from window to window, with the fleet
    std::vector<ChartBand> windows;
    std::vector<ChartDot> violations;
    double gap = 0;  // values farther apart are not neighbours; 0: there are too few to say
};

Explanation read_explanation(std::string_view answer);

// "In alarm", "Normal", "Not evaluated yet", "Not watched"
std::string_view verdict_words(std::string_view state);
Tone verdict_tone(std::string_view state);

}  // namespace picket::ui
