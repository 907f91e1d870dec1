// What is seen of evaluation while the past runs again: of one pair, to explain it, and of whole
// rules, to assess them. Only Worlds that are dropped have any of it.
#pragma once

#include "picket/model/detect.h"

namespace picket {

// A pair that is watched while the past runs again, to explain it. Only copies that are dropped
// have rows here.
struct DetectWatch {
    std::int64_t rule = 0;
    std::int64_t device = 0;
    bool operator==(const DetectWatch&) const = default;
    bool operator<(const DetectWatch& other) const {
        return rule != other.rule ? rule < other.rule : device < other.device;
    }
};
template <>
struct Shape<DetectWatch> {
    using S = DetectWatch;
    static constexpr std::string_view name = "DetectWatch";
    static constexpr MemberInfo members[] = {member("rule", PICKET_FIELD(S, rule)),
                                             member("device", PICKET_FIELD(S, device))};
};
// One step of evaluation as it was seen.
struct DetectTrace {
    Timestamp time;
    bool judged = false;  // false: a datapoint that its window still collects, or that was refused
    std::optional<MetricValue> value;
    std::optional<Timestamp> window_from;
    std::optional<Timestamp> window_to;
    std::optional<double> bound;
    std::int64_t fleet = 0;  // devices whose values made the percentile
    bool violating = false;
    AlarmState alarm;  // afterwards
    std::string note;
    bool operator==(const DetectTrace&) const = default;
};
template <>
struct Shape<DetectTrace> {
    using S = DetectTrace;
    static constexpr std::string_view name = "DetectTrace";
    static constexpr MemberInfo members[] = {
        member("time", PICKET_FIELD(S, time)),
        member("judged", PICKET_FIELD(S, judged)),
        member("value", PICKET_FIELD(S, value)),
        member("windowFrom", PICKET_FIELD(S, window_from)),
        member("windowTo", PICKET_FIELD(S, window_to)),
        member("bound", PICKET_FIELD(S, bound)),
        member("fleet", PICKET_FIELD(S, fleet)),
        member("violating", PICKET_FIELD(S, violating)),
        member("alarm", PICKET_FIELD(S, alarm)),
        member("note", PICKET_FIELD(S, note)),
    };
};

// What evaluation makes of a rule while it is assessed: each verdict is counted, per device, and
// its value is kept. Only Worlds that are dropped have rows of it.
struct TalliedDevice {
    Timestamp last;               // its latest datapoint
    std::int64_t datapoints = 0;  // values that came
    std::int64_t judged = 0;
    std::int64_t violating = 0;
    std::int64_t alarms = 0;
    bool operator==(const TalliedDevice&) const = default;
};
template <>
struct Shape<TalliedDevice> {
    using S = TalliedDevice;
    static constexpr std::string_view name = "TalliedDevice";
    static constexpr MemberInfo members[] = {
        member("last", PICKET_FIELD(S, last)),
        member("datapoints", PICKET_FIELD(S, datapoints)),
        member("judged", PICKET_FIELD(S, judged)),
        member("violating", PICKET_FIELD(S, violating)),
        member("alarms", PICKET_FIELD(S, alarms)),
    };
};
struct VerdictTally {
    std::vector<TalliedDevice> devices;  // by their numbers
    std::int64_t datapoints = 0;
    Timestamp first, last;  // of the datapoints
    double smallest = 0;
    double largest = 0;
    std::vector<double> values;       // every `stride`-th of those that were judged
    std::int64_t stride = 1;          // grows so that they stay few
    std::int64_t seen = 0;            // of those, all of them
    std::int64_t violating_row = 0;   // the longest that raised no alarm
    std::int64_t conforming_row = 0;  // the longest that cleared none
    bool operator==(const VerdictTally&) const = default;
};
template <>
struct Shape<VerdictTally> {
    using S = VerdictTally;
    static constexpr std::string_view name = "VerdictTally";
    static constexpr MemberInfo members[] = {
        member("devices", PICKET_FIELD(S, devices)),
        member("datapoints", PICKET_FIELD(S, datapoints)),
        member("first", PICKET_FIELD(S, first)),
        member("last", PICKET_FIELD(S, last)),
        member("smallest", PICKET_FIELD(S, smallest)),
        member("largest", PICKET_FIELD(S, largest)),
        member("values", PICKET_FIELD(S, values)),
        member("stride", PICKET_FIELD(S, stride)),
        member("seen", PICKET_FIELD(S, seen)),
        member("violatingRow", PICKET_FIELD(S, violating_row)),
        member("conformingRow", PICKET_FIELD(S, conforming_row)),
    };
};

}  // namespace picket
