// Alarms as others see them: what evaluation finds becomes active violations, events, messages,
// counts and lines of the chronicle here, and nowhere else.
#pragma once

#include <string_view>
#include <vector>

#include "detect/evaluate.h"
#include "picket/world.h"

namespace picket {

class Context;

// A device whose rule took a step, and the value it is about.
struct AlarmStep {
    std::int64_t rule_number = 0;
    const DetectRule& rule;
    std::int64_t device = 0;
    const Step& step;
    MetricValue value;
};
void apply_step(World& world, Context& context, const AlarmStep& step);

// The moment that the service would print for a datapoint or a window that ends then.
Timestamp printed_time(const World& world, const DetectRule& rule, Timestamp end);

// Alarms that are given up. `reason` goes on from "because".
void end_alarm(World& world, const OpenAlarmKey& key, std::string_view reason);
void end_alarms_of_rule(World& world, std::int64_t rule, std::string_view reason);
std::vector<OpenAlarmKey> alarms_of_rule(const World& world, std::int64_t rule);

// The rule was evaluated in these five minutes, and so many alarms came and went.
void count_alarms(World& world, const DetectRule& rule, const AlarmCounts& counts);

}  // namespace picket
