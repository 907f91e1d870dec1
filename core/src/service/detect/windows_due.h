// Windows that no datapoint at their very end closed: those of thresholds whose device fell silent
// or reports at odd times, and all windows of statistics, which need the whole fleet. One item of
// due work per rule and window, windowGraceSeconds after its end.
#pragma once

#include <string>

#include "detect/evaluate.h"
#include "picket/world.h"

namespace picket {

class Context;

void queue_window(World& world, std::int64_t rule, Timestamp end, std::int64_t entry_id);
std::int64_t run_detect_window(World& world, const std::string& subject);

// The settings that evaluation depends on.
EvaluationOptions evaluation_options(const World& world);
// The place in the block of the device whose steps are asked for, kEveryPlace, or -1.
std::int64_t watched_place(const World& world, std::int64_t rule, std::int64_t block);

// What a pass over one block found, with what it does to alarms.
struct BlockSteps {
    std::int64_t rule_number = 0;
    const DetectRule& rule;
    std::int64_t block = 0;
    std::int64_t fleet = 0;  // of a percentile
};
void apply_steps(World& world, Context& context, const BlockSteps& at,
                 const std::vector<Step>& steps);

MetricValue number_value(ValueKind kind, double number);
// Into a value that has none, or one of the same kind.
void put_number(ValueKind kind, double number, MetricValue& value);

}  // namespace picket
