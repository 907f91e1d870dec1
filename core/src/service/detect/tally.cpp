// See tally.h.
#include "service/detect/tally.h"

#include <algorithm>

namespace picket {
namespace {

constexpr std::size_t kValuesKept = 1 << 15;

TalliedDevice& device_in(VerdictTally& tally, std::int64_t device) {
    const auto place = static_cast<std::size_t>(device);
    if (tally.devices.size() <= place) tally.devices.resize(place + 1);
    return tally.devices[place];
}

// A value may come twice, from where it was imported and from where it was stored.
bool take_datapoint(VerdictTally& tally, std::int64_t device, Timestamp time) {
    TalliedDevice& row = device_in(tally, device);
    if (time <= row.last) return false;
    row.last = time;
    ++row.datapoints;
    ++tally.datapoints;
    if (tally.first == Timestamp{}) tally.first = time;
    tally.last = std::max(tally.last, time);
    return true;
}

// Every second value goes when there are too many, so that those that stay are spread over all.
void take_value(VerdictTally& tally, double value) {
    tally.smallest = tally.seen == 0 ? value : std::min(tally.smallest, value);
    tally.largest = tally.seen == 0 ? value : std::max(tally.largest, value);
    if (tally.seen++ % tally.stride != 0) return;
    tally.values.push_back(value);
    if (tally.values.size() < kValuesKept) return;
    for (std::size_t i = 0; i < kValuesKept / 2; ++i) tally.values[i] = tally.values[2 * i];
    tally.values.resize(kValuesKept / 2);
    tally.stride *= 2;
}

void take_verdict(VerdictTally& tally, std::int64_t device, const Step& step) {
    if (step.kind != StepKind::Judged) return;
    TalliedDevice& row = device_in(tally, device);
    ++row.judged;
    if (step.violating) ++row.violating;
    if (step.change == AlarmChange::Raised) ++row.alarms;
    tally.violating_row = std::max(tally.violating_row, step.alarm.violating);
    tally.conforming_row = std::max(tally.conforming_row, step.alarm.conforming);
}

}  // namespace

void tally_datapoints(World& world, std::int64_t number, const DetectRule& rule,
                      const Values& values) {
    const bool judged = rule.kind == RuleKind::Threshold || rule.kind == RuleKind::Statistic;
    world.detect_tallies.update(number, [&](VerdictTally& tally) {
        for (std::size_t i = 0; i < values.values.size(); ++i) {
            const double value = values.values[i];
            if (value != value || !take_datapoint(tally, values.devices[i], values.time)) continue;
            if (!judged) take_value(tally, value);
        }
    });
}

void tally_steps(World& world, std::int64_t number, std::int64_t first,
                 const std::vector<Step>& steps) {
    world.detect_tallies.update(number, [&](VerdictTally& tally) {
        for (const Step& step : steps) {
            if (step.kind == StepKind::Judged) take_value(tally, step.value);
            take_verdict(tally, first + step.device, step);
        }
    });
}

void tally_list(World& world, std::int64_t number, std::int64_t device, const Step& step) {
    if (step.kind == StepKind::Late) return;
    world.detect_tallies.update(number, [&](VerdictTally& tally) {
        if (take_datapoint(tally, device, step.time)) take_verdict(tally, device, step);
    });
}

}  // namespace picket
