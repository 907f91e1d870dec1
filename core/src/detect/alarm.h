// The state machine of one alarm: (device, behavior). Fed one verdict per datapoint; knows nothing
// of clocks, windows or JSON.
//
//     normal --(N violating datapoints in a row)--> in alarm     Raised
//     in alarm --(M conforming datapoints in a row)--> normal    Cleared
//
// Not modelled here: alarms that are given up (invalidated) because nothing comes any more, or
// because the behavior no longer applies. That is no verdict about a datapoint.
#pragma once

#include "picket/model/detect.h"

namespace picket {

enum class AlarmChange : std::uint8_t {
    None,  // no alarm before and after, or one that stays and a conforming datapoint
    Raised,
    Still,  // in alarm, and violated again
    Cleared,
};

// A datapoint is one that comes after a gap when the one before it is missing: `interval_ms` is how
// far apart they are. Whether that ends a row is not documented; `gap_ends_row` says it does.
struct AlarmRule {
    std::int64_t datapoints_to_alarm = 1;
    std::int64_t datapoints_to_clear = 1;
    std::int64_t interval_ms = 300 * kSecond;
    bool gap_ends_row = false;
};

AlarmChange feed(const AlarmRule& rule, Timestamp time, bool violating, AlarmState& state);

// The counters start anew, and the alarm stays what it is: the behavior was edited.
void restart(AlarmState& state);

}  // namespace picket
