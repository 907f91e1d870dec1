// What Detect keeps while it watches: behaviors in the form in which they are evaluated, the
// devices that send metrics, and per (behavior, device) the window that is filling and the
// counters.
//
// All of it exists from the first datapoint on; a World without metrics has none. States lie in
// blocks of devices, so that a datapoint costs no look-up of its own, and a checkpoint copies only
// the blocks that change after it.
#pragma once

#include "picket/model/metric.h"
#include "picket/model/violation.h"

namespace picket {

inline constexpr std::int64_t kDevicesPerBlock = 256;

// What a rule does with a datapoint of its series.
enum class RuleKind : std::uint8_t {
    Retained,   // keeps it, and exports it if asked to
    Threshold,  // compares a number with a number
    Members,    // compares a list with a set
    Statistic,  // compares a number with a percentile of the fleet
    Learned,    // compares it with a model
    Nothing,    // has no criteria, or none that fit the metric
};
template <>
struct EnumNames<RuleKind> {
    static constexpr std::string_view name = "RuleKind";
    static constexpr std::array<std::string_view, 6> values = {"RETAINED",  "THRESHOLD", "MEMBERS",
                                                               "STATISTIC", "LEARNED",   "NOTHING"};
};

// How the values of a window become one.
enum class Aggregate : std::uint8_t { Sum, Last, Largest, Smallest, Mean };
template <>
struct EnumNames<Aggregate> {
    static constexpr std::string_view name = "Aggregate";
    static constexpr std::array<std::string_view, 5> values = {"SUM", "LAST", "LARGEST", "SMALLEST",
                                                               "MEAN"};
};

// A behavior, or a retained metric, ready to be evaluated. The behavior itself stays in its
// profile.
struct DetectRule {
    std::string profile;
    std::string behavior;  // its name; the series when the metric is only retained
    std::string series;
    std::int64_t series_number = 0;
    RuleKind kind = RuleKind::Nothing;
    ValueKind value_kind = ValueKind::Count;
    Aggregate aggregate = Aggregate::Sum;
    ComparisonOperator comparison = ComparisonOperator::LessThan;
    double bound = 0;
    std::int64_t percentile = 0;        // in hundredths of a percent: p99.9 is 9990
    std::int64_t duration_seconds = 0;  // 0: each datapoint is judged by itself
    std::int64_t datapoints_to_alarm = 1;
    std::int64_t datapoints_to_clear = 1;
    std::int64_t step_seconds = 0;  // windows end this far apart; less than the duration when
                                    // they slide
    bool cloud_side = false;
    bool exports = false;
    BehaviorCriteria criteria;  // as compiled: an edit that changes it starts the counters anew
    Timestamp closing;          // end of the window whose closing is queued, if in the future
    Timestamp closed;           // end of the last window that was closed for the whole fleet
    std::int64_t late = 0;      // datapoints that came after their window had closed
    std::int64_t entry_id = 0;  // the journal entry whose data opened the window
    bool operator==(const DetectRule&) const = default;
};
template <>
struct Shape<DetectRule> {
    using S = DetectRule;
    static constexpr std::string_view name = "DetectRule";
    static constexpr MemberInfo members[] = {
        member("profile", PICKET_FIELD(S, profile)),
        member("behavior", PICKET_FIELD(S, behavior)),
        member("series", PICKET_FIELD(S, series)),
        member("seriesNumber", PICKET_FIELD(S, series_number)),
        member("kind", PICKET_FIELD(S, kind)),
        member("valueKind", PICKET_FIELD(S, value_kind)),
        member("aggregate", PICKET_FIELD(S, aggregate)),
        member("comparison", PICKET_FIELD(S, comparison)),
        member("bound", PICKET_FIELD(S, bound)),
        member("percentile", PICKET_FIELD(S, percentile)),
        member("durationSeconds", PICKET_FIELD(S, duration_seconds)),
        member("datapointsToAlarm", PICKET_FIELD(S, datapoints_to_alarm)),
        member("datapointsToClear", PICKET_FIELD(S, datapoints_to_clear)),
        member("stepSeconds", PICKET_FIELD(S, step_seconds)),
        member("cloudSide", PICKET_FIELD(S, cloud_side)),
        member("exports", PICKET_FIELD(S, exports)),
        member("criteria", PICKET_FIELD(S, criteria)),
        member("closing", PICKET_FIELD(S, closing)),
        member("closed", PICKET_FIELD(S, closed)),
        member("late", PICKET_FIELD(S, late)),
        member("entryId", PICKET_FIELD(S, entry_id)),
    };
};

// The rules of one series, so that a datapoint finds them without asking each profile.
struct DetectSeries {
    std::int64_t number = 0;
    std::vector<std::int64_t> rules;  // numbers, ascending
    bool operator==(const DetectSeries&) const = default;
};
template <>
struct Shape<DetectSeries> {
    using S = DetectSeries;
    static constexpr std::string_view name = "DetectSeries";
    static constexpr MemberInfo members[] = {member("number", PICKET_FIELD(S, number)),
                                             member("rules", PICKET_FIELD(S, rules))};
};

// Numbers that were given out, and what is queued. One row, "account".
struct DetectCounters {
    std::int64_t next_rule = 1;
    std::int64_t next_series = 1;
    std::int64_t next_device = 0;
    std::int64_t targets_version = 1;  // grows when profiles or their targets change
    bool awake = false;                // datapoints came; rules exist
    Timestamp upkeep;                  // when the next upkeep is due; zero: never
    Timestamp metric_upkeep;           // the same, of metric values
    bool operator==(const DetectCounters&) const = default;
};
template <>
struct Shape<DetectCounters> {
    using S = DetectCounters;
    static constexpr std::string_view name = "DetectCounters";
    static constexpr MemberInfo members[] = {
        member("nextRule", PICKET_FIELD(S, next_rule)),
        member("nextSeries", PICKET_FIELD(S, next_series)),
        member("nextDevice", PICKET_FIELD(S, next_device)),
        member("targetsVersion", PICKET_FIELD(S, targets_version)),
        member("awake", PICKET_FIELD(S, awake)),
        member("upkeep", PICKET_FIELD(S, upkeep)),
        member("metricUpkeep", PICKET_FIELD(S, metric_upkeep)),
    };
};

struct DeviceRule {
    std::int64_t series = 0;
    std::int64_t rule = 0;
    bool operator==(const DeviceRule&) const = default;
};
template <>
struct Shape<DeviceRule> {
    using S = DeviceRule;
    static constexpr std::string_view name = "DeviceRule";
    static constexpr MemberInfo members[] = {member("series", PICKET_FIELD(S, series)),
                                             member("rule", PICKET_FIELD(S, rule))};
};

// A name that sent metrics. Registered and not, it is two identities with alarms of their own.
struct DetectDevice {
    std::string name;
    bool registered = false;
    std::vector<DeviceRule> rules;  // that watch it, in the order of their series
    bool operator==(const DetectDevice&) const = default;
};
template <>
struct Shape<DetectDevice> {
    using S = DetectDevice;
    static constexpr std::string_view name = "DetectDevice";
    static constexpr MemberInfo members[] = {
        member("name", PICKET_FIELD(S, name)),
        member("registered", PICKET_FIELD(S, registered)),
        member("rules", PICKET_FIELD(S, rules)),
    };
};
struct DeviceBlock {
    std::int64_t targets_version = 0;  // with which its devices agree
    std::vector<DetectDevice> devices;
    bool operator==(const DeviceBlock&) const = default;
};
template <>
struct Shape<DeviceBlock> {
    using S = DeviceBlock;
    static constexpr std::string_view name = "DeviceBlock";
    static constexpr MemberInfo members[] = {
        member("targetsVersion", PICKET_FIELD(S, targets_version)),
        member("devices", PICKET_FIELD(S, devices)),
    };
};

// Values that fell into one window or step of it.
struct WindowTotal {
    Timestamp end;  // zero: nothing fell into it
    double value = 0;
    double weight = 0;  // for means: how many
    bool operator==(const WindowTotal&) const = default;
};
template <>
struct Shape<WindowTotal> {
    using S = WindowTotal;
    static constexpr std::string_view name = "WindowTotal";
    static constexpr MemberInfo members[] = {
        member("end", PICKET_FIELD(S, end)),
        member("value", PICKET_FIELD(S, value)),
        member("weight", PICKET_FIELD(S, weight)),
    };
};

// The alarm of one (device, behavior): what was seen in a row, and whether it is on.
struct AlarmState {
    std::int64_t violating = 0;
    std::int64_t conforming = 0;
    Timestamp judged;  // the latest datapoint that was judged
    bool in_alarm = false;
    bool operator==(const AlarmState&) const = default;
};
template <>
struct Shape<AlarmState> {
    using S = AlarmState;
    static constexpr std::string_view name = "AlarmState";
    static constexpr MemberInfo members[] = {
        member("violating", PICKET_FIELD(S, violating)),
        member("conforming", PICKET_FIELD(S, conforming)),
        member("judged", PICKET_FIELD(S, judged)),
        member("inAlarm", PICKET_FIELD(S, in_alarm)),
    };
};

struct DeviceState {
    WindowTotal current;
    WindowTotal previous;  // ended, and waits for the fleet's window to close
    Timestamp last;        // the latest datapoint
    AlarmState alarm;
    bool monitored = false;  // the behavior is evaluated for the device
    bool measured = false;   // its values count in the fleet's percentile
    bool operator==(const DeviceState&) const = default;
};
template <>
struct Shape<DeviceState> {
    using S = DeviceState;
    static constexpr std::string_view name = "DeviceState";
    static constexpr MemberInfo members[] = {
        member("current", PICKET_FIELD(S, current)),
        member("previous", PICKET_FIELD(S, previous)),
        member("last", PICKET_FIELD(S, last)),
        member("alarm", PICKET_FIELD(S, alarm)),
        member("monitored", PICKET_FIELD(S, monitored)),
        member("measured", PICKET_FIELD(S, measured)),
    };
};

struct RuleBlockKey {
    std::int64_t rule = 0;
    std::int64_t block = 0;
    bool operator==(const RuleBlockKey&) const = default;
    bool operator<(const RuleBlockKey& other) const {
        return rule != other.rule ? rule < other.rule : block < other.block;
    }
};
template <>
struct Shape<RuleBlockKey> {
    using S = RuleBlockKey;
    static constexpr std::string_view name = "RuleBlockKey";
    static constexpr MemberInfo members[] = {
        member("rule", PICKET_FIELD(S, rule), {.required = true}),
        member("block", PICKET_FIELD(S, block), {.required = true})};
};
struct RuleBlock {
    std::vector<DeviceState> devices;
    std::vector<WindowTotal> steps;  // of sliding windows: a ring of steps per device
    bool operator==(const RuleBlock&) const = default;
};
template <>
struct Shape<RuleBlock> {
    using S = RuleBlock;
    static constexpr std::string_view name = "RuleBlock";
    static constexpr MemberInfo members[] = {member("devices", PICKET_FIELD(S, devices)),
                                             member("steps", PICKET_FIELD(S, steps))};
};

// The alarms that evaluation raised and that are on: where each is among the active violations.
struct OpenAlarmKey {
    std::int64_t rule = 0;
    std::int64_t device = 0;
    bool registered = false;  // the identity it is about
    bool operator==(const OpenAlarmKey&) const = default;
    bool operator<(const OpenAlarmKey& other) const {
        if (rule != other.rule) return rule < other.rule;
        return device != other.device ? device < other.device : registered < other.registered;
    }
};
template <>
struct Shape<OpenAlarmKey> {
    using S = OpenAlarmKey;
    static constexpr std::string_view name = "OpenAlarmKey";
    static constexpr MemberInfo members[] = {
        member("rule", PICKET_FIELD(S, rule), {.required = true}),
        member("device", PICKET_FIELD(S, device), {.required = true}),
        member("registered", PICKET_FIELD(S, registered), {.required = true})};
};
struct OpenAlarm {
    Timestamp start;
    std::string id;             // with the start the key of the active violation
    Timestamp last;             // the latest datapoint of an identity that the device no longer has
    std::int64_t entry_id = 0;  // the journal entry whose data raised it
    bool operator==(const OpenAlarm&) const = default;
};
template <>
struct Shape<OpenAlarm> {
    using S = OpenAlarm;
    static constexpr std::string_view name = "OpenAlarm";
    static constexpr MemberInfo members[] = {
        member("start", PICKET_FIELD(S, start)),
        member("id", PICKET_FIELD(S, id)),
        member("last", PICKET_FIELD(S, last)),
        member("entryId", PICKET_FIELD(S, entry_id)),
    };
};

// What CloudWatch counts of a behavior in five minutes. A row of zeros says that it was evaluated.
struct AlarmCountKey {
    Timestamp end;
    std::string profile;
    std::string behavior;
    bool operator==(const AlarmCountKey&) const = default;
    bool operator<(const AlarmCountKey& other) const {
        if (end != other.end) return end > other.end;
        const int order = profile.compare(other.profile);
        return order != 0 ? order < 0 : behavior < other.behavior;
    }
};
template <>
struct Shape<AlarmCountKey> {
    using S = AlarmCountKey;
    static constexpr std::string_view name = "AlarmCountKey";
    static constexpr MemberInfo members[] = {
        member("end", PICKET_FIELD(S, end), {.required = true}),
        member("profile", PICKET_FIELD(S, profile), {.required = true}),
        member("behavior", PICKET_FIELD(S, behavior), {.required = true})};
};
struct AlarmCounts {
    std::int64_t violations = 0;
    std::int64_t cleared = 0;
    std::int64_t invalidated = 0;
    bool operator==(const AlarmCounts&) const = default;
};
template <>
struct Shape<AlarmCounts> {
    using S = AlarmCounts;
    static constexpr std::string_view name = "AlarmCounts";
    static constexpr MemberInfo members[] = {
        member("violations", PICKET_FIELD(S, violations)),
        member("cleared", PICKET_FIELD(S, cleared)),
        member("invalidated", PICKET_FIELD(S, invalidated)),
    };
};

}  // namespace picket
