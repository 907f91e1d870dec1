// Evaluates one rule over one block of devices: values go in, verdicts come out. The state is a
// block of plain numbers, so that a datapoint costs a few nanoseconds; nothing here knows of
// Worlds.
//
// A threshold judges a device's window when the window is over: at once when a datapoint stands at
// its very end, as the service's own datapoints of five minutes do, and otherwise when the caller
// closes the window. A statistic judges all devices together, when the caller closes the window. A
// rule without a duration judges each datapoint by itself.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "detect/alarm.h"
#include "detect/statistical.h"
#include "detect/threshold.h"
#include "picket/model/detect.h"

namespace picket {

// In place of a device: all verdicts are reported.
inline constexpr std::int64_t kEveryPlace = -2;

struct EvaluationOptions {
    bool gap_ends_row = false;
    Interpolation interpolation = Interpolation::NearestRank;
    Quantifier quantifier = Quantifier::Every;
    std::int64_t watched = -1;  // the place in the block of a device all of whose steps are
                                // reported
};

enum class StepKind : std::uint8_t { Judged, Collected, Late };

// What became of a datapoint or a window of one device. Reported are changes, and every step of a
// device that is watched.
struct Step {
    std::int64_t device = 0;  // place in the block
    StepKind kind = StepKind::Judged;
    AlarmChange change = AlarmChange::None;
    bool violating = false;
    Timestamp time;  // of the datapoint, or the end of the window
    double value = 0;
    double bound = 0;
    AlarmState alarm;  // afterwards
};

// Values of devices at one moment. `places` are places in the block, ascending. A value that is a
// NaN is none. `weights` is empty, or has one for each.
struct Values {
    Timestamp time;
    std::int64_t first = 0;  // the number of the block's first device; devices[i] - first is a
                             // place
    std::span<const std::int64_t> devices;
    std::span<const double> values;
    std::span<const double> weights = {};
};

struct Fed {
    std::int64_t judged = 0;
    std::int64_t late = 0;
    Timestamp waits_for;  // the end of a window that has to be closed; zero: none
};

// `steps` grows.
Fed feed_values(const DetectRule& rule, const EvaluationOptions& options, const Values& values,
                RuleBlock& block, std::vector<Step>& steps);

// A list of one device.
Step feed_list(const DetectRule& rule, const EvaluationOptions& options, Timestamp time,
               const MetricValue& list, const MetricValue& set, DeviceState& state);

// Judges the devices of a threshold's block whose window ended at `end` and was not judged yet.
std::int64_t close_windows(const DetectRule& rule, const EvaluationOptions& options, Timestamp end,
                           RuleBlock& block, std::vector<Step>& steps);

// A statistic's window in two passes over all blocks: the values of those that are measured, then,
// with the percentile of them all, the verdicts.
void collect_windows(const DetectRule& rule, Timestamp end, RuleBlock& block,
                     std::vector<double>& fleet);
std::int64_t judge_windows(const DetectRule& rule, const EvaluationOptions& options, Timestamp end,
                           double bound, RuleBlock& block, std::vector<Step>& steps);
// Instead of the verdicts, when there is no percentile.
void drop_windows(const DetectRule& rule, Timestamp end, RuleBlock& block);

}  // namespace picket
