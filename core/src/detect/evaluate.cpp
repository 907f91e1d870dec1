// See evaluate.h.
#include "detect/evaluate.h"

#include "detect/window.h"

namespace picket {
namespace {

// One rule over one block, with what does not change from device to device.
class Pass {
public:
    Pass(const DetectRule& rule, const EvaluationOptions& options, RuleBlock& block,
         std::vector<Step>& steps)
        : rule_(rule), options_(options), block_(block), steps_(steps), ring_(steps_of(rule)),
          length_ms_((rule.step_seconds > 0 ? rule.step_seconds : kSlotSeconds) * kSecond) {
        alarm_ = {rule.datapoints_to_alarm, rule.datapoints_to_clear, length_ms_,
                  options.gap_ends_row};
        if (ring_ > 1) block.steps.resize(block.devices.size() * static_cast<std::size_t>(ring_));
    }

    std::int64_t judged = 0;

    void judge(std::int64_t place, DeviceState& state, Timestamp time, double value, double bound) {
        const bool violating = !conforms(rule_.comparison, value, bound);
        const AlarmChange change = feed(alarm_, time, violating, state.alarm);
        ++judged;
        const bool wanted = place == options_.watched || options_.watched == kEveryPlace;
        if (change == AlarmChange::None && !wanted) return;
        steps_.push_back(
            {place, StepKind::Judged, change, violating, time, value, bound, state.alarm});
    }
    void report(std::int64_t place, const DeviceState& state, StepKind kind, Timestamp time,
                double value) {
        if (place != options_.watched) return;
        steps_.push_back({place, kind, AlarmChange::None, false, time, value, 0, state.alarm});
    }
    // The whole window of which `last` is the latest step.
    double window_value(std::int64_t place, const WindowTotal& last) {
        if (ring_ == 1) return value_of(rule_.aggregate, last);
        const std::span<WindowTotal> ring = std::span(block_.steps)
                                                .subspan(static_cast<std::size_t>(place * ring_),
                                                         static_cast<std::size_t>(ring_));
        ring[static_cast<std::size_t>(last.end.ms / length_ms_ % ring_)] = last;
        const Timestamp from = last.end - rule_.duration_seconds * kSecond;
        return value_of(rule_.aggregate, sum_steps(rule_.aggregate, ring, from, last.end));
    }
    void close(std::int64_t place, DeviceState& state) {
        const WindowTotal done = state.current;
        state.current = {};
        judge(place, state, done.end, window_value(place, done), rule_.bound);
    }
    std::int64_t length_ms() const { return length_ms_; }

private:
    const DetectRule& rule_;
    const EvaluationOptions& options_;
    RuleBlock& block_;
    std::vector<Step>& steps_;
    std::int64_t ring_;
    std::int64_t length_ms_;
    AlarmRule alarm_;
};

// The window of the device that ended at `end`, or nullptr.
WindowTotal* window_at(DeviceState& state, Timestamp end) {
    if (state.current.weight != 0 && state.current.end == end) return &state.current;
    if (state.previous.weight != 0 && state.previous.end == end) return &state.previous;
    return nullptr;
}

}  // namespace

Fed feed_values(const DetectRule& rule, const EvaluationOptions& options, const Values& values,
                RuleBlock& block, std::vector<Step>& steps) {
    Fed fed;
    Pass pass(rule, options, block, steps);
    const bool windowed = rule.duration_seconds > 0;
    const bool fleet = rule.kind == RuleKind::Statistic;
    const Timestamp end = windowed ? window_end(values.time, pass.length_ms()) : values.time;
    const bool window_closed = windowed && end <= rule.closed;
    for (std::size_t i = 0; i < values.values.size(); ++i) {
        const double value = values.values[i];
        if (value != value) continue;
        const std::int64_t place = values.devices[i] - values.first;
        if (place >= static_cast<std::int64_t>(block.devices.size())) break;
        DeviceState& state = block.devices[static_cast<std::size_t>(place)];
        if (!state.monitored && !state.measured) continue;
        if (values.time <= state.last || window_closed) {
            ++fed.late;
            pass.report(place, state, StepKind::Late, values.time, value);
            continue;
        }
        state.last = values.time;
        const double weight = values.weights.empty() ? 1 : values.weights[i];
        if (!windowed) {
            WindowTotal alone;
            add_value(rule.aggregate, value, weight, alone);
            pass.judge(place, state, values.time, value_of(rule.aggregate, alone), rule.bound);
            continue;
        }
        if (state.current.end != end && state.current.weight != 0) {
            if (fleet) {
                state.previous = state.current;
                state.current = {};
            } else {
                pass.close(place, state);
            }
        }
        state.current.end = end;
        add_value(rule.aggregate, value, weight, state.current);
        pass.report(place, state, StepKind::Collected, values.time, value);
        if (!fleet && values.time == end) {
            pass.close(place, state);
        } else {
            fed.waits_for = end;
        }
    }
    fed.judged = pass.judged;
    return fed;
}

Step feed_list(const DetectRule& rule, const EvaluationOptions& options, Timestamp time,
               const MetricValue& list, const MetricValue& set, DeviceState& state) {
    Step step;
    step.time = time;
    if (time <= state.last) {
        step.kind = StepKind::Late;
        step.alarm = state.alarm;
        return step;
    }
    state.last = time;
    const AlarmRule alarm = {rule.datapoints_to_alarm, rule.datapoints_to_clear, kSlotMs,
                             options.gap_ends_row};
    step.violating = !conforms(rule.comparison, list, set, options.quantifier);
    step.change = feed(alarm, time, step.violating, state.alarm);
    step.alarm = state.alarm;
    return step;
}

std::int64_t close_windows(const DetectRule& rule, const EvaluationOptions& options, Timestamp end,
                           RuleBlock& block, std::vector<Step>& steps) {
    Pass pass(rule, options, block, steps);
    for (std::size_t i = 0; i < block.devices.size(); ++i) {
        DeviceState& state = block.devices[i];
        if (!state.monitored || state.current.weight == 0 || state.current.end != end) continue;
        pass.close(static_cast<std::int64_t>(i), state);
    }
    return pass.judged;
}

void collect_windows(const DetectRule& rule, Timestamp end, RuleBlock& block,
                     std::vector<double>& fleet) {
    std::vector<Step> none;
    const EvaluationOptions plain;
    Pass pass(rule, plain, block, none);
    for (std::size_t i = 0; i < block.devices.size(); ++i) {
        DeviceState& state = block.devices[i];
        if (!state.measured) continue;
        if (const WindowTotal* window = window_at(state, end))
            fleet.push_back(pass.window_value(static_cast<std::int64_t>(i), *window));
    }
}

std::int64_t judge_windows(const DetectRule& rule, const EvaluationOptions& options, Timestamp end,
                           double bound, RuleBlock& block, std::vector<Step>& steps) {
    Pass pass(rule, options, block, steps);
    for (std::size_t i = 0; i < block.devices.size(); ++i) {
        DeviceState& state = block.devices[i];
        WindowTotal* window = window_at(state, end);
        if (window == nullptr) continue;
        const auto place = static_cast<std::int64_t>(i);
        const double value = pass.window_value(place, *window);
        *window = {};
        if (state.monitored) pass.judge(place, state, end, value, bound);
    }
    return pass.judged;
}

void drop_windows(const DetectRule& rule, Timestamp end, RuleBlock& block) {
    std::vector<double> values;
    collect_windows(rule, end, block, values);  // sliding windows remember their steps
    for (DeviceState& state : block.devices) {
        if (WindowTotal* window = window_at(state, end)) *window = {};
    }
}

}  // namespace picket
