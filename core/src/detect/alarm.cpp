// See alarm.h.
#include "detect/alarm.h"

namespace picket {

AlarmChange feed(const AlarmRule& rule, Timestamp time, bool violating, AlarmState& state) {
    const bool first = state.judged == Timestamp{};
    if (rule.gap_ends_row && !first && time - state.judged >= 2 * rule.interval_ms) restart(state);
    state.judged = time;
    if (violating) {
        state.conforming = 0;
        if (state.in_alarm) return AlarmChange::Still;
        if (++state.violating < rule.datapoints_to_alarm) return AlarmChange::None;
        state.violating = 0;
        state.in_alarm = true;
        return AlarmChange::Raised;
    }
    state.violating = 0;
    if (!state.in_alarm) return AlarmChange::None;
    if (++state.conforming < rule.datapoints_to_clear) return AlarmChange::None;
    state.conforming = 0;
    state.in_alarm = false;
    return AlarmChange::Cleared;
}

void restart(AlarmState& state) {
    state.violating = 0;
    state.conforming = 0;
}

}  // namespace picket
