// See window.h.
#include "detect/window.h"

#include <algorithm>

namespace picket {

Timestamp window_end(Timestamp time, std::int64_t length_ms) {
    const std::int64_t over = time.ms % length_ms;
    if (over == 0) return time;
    return {time.ms - over + (over > 0 ? length_ms : 0)};
}

void add_value(Aggregate aggregate, double value, double weight, WindowTotal& total) {
    const bool first = total.weight == 0;
    total.weight += weight;
    switch (aggregate) {
    case Aggregate::Sum:
    case Aggregate::Mean:
        total.value += value;
        return;
    case Aggregate::Last:
        total.value = value;
        return;
    case Aggregate::Largest:
        total.value = first ? value : std::max(total.value, value);
        return;
    case Aggregate::Smallest:
        total.value = first ? value : std::min(total.value, value);
        return;
    }
    PICKET_UNREACHABLE();
}

double value_of(Aggregate aggregate, const WindowTotal& total) {
    return aggregate == Aggregate::Mean ? total.value / total.weight : total.value;
}

std::int64_t steps_of(const DetectRule& rule) {
    return rule.step_seconds > 0 ? rule.duration_seconds / rule.step_seconds : 1;
}

WindowTotal sum_steps(Aggregate aggregate, std::span<const WindowTotal> ring, Timestamp from,
                      Timestamp to) {
    WindowTotal sum;
    Timestamp latest;
    for (const WindowTotal& step : ring) {
        if (step.weight == 0 || step.end <= from || step.end > to) continue;
        // Steps stand in the ring in no order of time, and the last value is the latest one.
        if (aggregate == Aggregate::Last && step.end < latest) continue;
        latest = step.end;
        add_value(aggregate, step.value, step.weight, sum);
    }
    sum.end = to;
    return sum;
}

}  // namespace picket
