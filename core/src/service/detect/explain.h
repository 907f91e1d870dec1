// The shapes of ExplainBehavior.
#pragma once

#include "picket/model/detect.h"
#include "picket/model/findings.h"

namespace picket {

struct ExplainBehaviorRequest {
    std::string thing_name;
    std::string security_profile_name;
    std::string behavior_name;
    std::optional<Timestamp> time;
};
template <>
struct Shape<ExplainBehaviorRequest> {
    using S = ExplainBehaviorRequest;
    static constexpr std::string_view name = "ExplainBehaviorRequest";
    static constexpr MemberInfo members[] = {
        member("thingName", PICKET_FIELD(S, thing_name),
               with(kDeviceNameRule, {.required = true, .doc = "The device."})),
        member("securityProfileName", PICKET_FIELD(S, security_profile_name),
               with(kNameRule, {.required = true, .doc = "The profile."})),
        member("behaviorName", PICKET_FIELD(S, behavior_name),
               with(kNameRule, {.required = true, .doc = "Its behavior."})),
        member("time", PICKET_FIELD(S, time), {.doc = "The moment to explain; now when absent."}),
    };
};

enum class ExplainedState : std::uint8_t { InAlarm, Normal, NotEvaluated, NotMonitored };
template <>
struct EnumNames<ExplainedState> {
    static constexpr std::string_view name = "ExplainedState";
    static constexpr std::array<std::string_view, 4> values = {"IN_ALARM", "NORMAL",
                                                               "NOT_EVALUATED", "NOT_MONITORED"};
};

// One step of evaluation, in the words of the API.
struct ExplainedDatapoint {
    Timestamp time;
    std::optional<MetricValue> value;
    std::optional<Timestamp> window_from;
    std::optional<Timestamp> window_to;
    std::optional<double> bound;
    std::optional<std::int64_t> fleet_size;
    std::optional<bool> conforms;
    std::int64_t violating_in_a_row = 0;
    std::int64_t conforming_in_a_row = 0;
    bool in_alarm = false;
    std::string text;
};
template <>
struct Shape<ExplainedDatapoint> {
    using S = ExplainedDatapoint;
    static constexpr std::string_view name = "ExplainedDatapoint";
    static constexpr MemberInfo members[] = {
        member("time", PICKET_FIELD(S, time),
               {.required = true, .doc = "Of the datapoint, or the end of the window."}),
        member("value", PICKET_FIELD(S, value), {.doc = "What was measured, over the window."}),
        member("windowFrom", PICKET_FIELD(S, window_from), {.doc = "Where the window begins."}),
        member("windowTo", PICKET_FIELD(S, window_to), {.doc = "Where it ends."}),
        member("bound", PICKET_FIELD(S, bound),
               {.doc = "What the value was compared with: the threshold or the percentile."}),
        member("fleetSize", PICKET_FIELD(S, fleet_size),
               {.doc = "Devices whose values made the percentile."}),
        member("conforms", PICKET_FIELD(S, conforms),
               {.doc = "The verdict; absent when there was none yet."}),
        member("violatingInARow", PICKET_FIELD(S, violating_in_a_row),
               {.required = true, .doc = "The counter to the alarm, afterwards."}),
        member("conformingInARow", PICKET_FIELD(S, conforming_in_a_row),
               {.required = true, .doc = "The counter to its end, afterwards."}),
        member("inAlarm", PICKET_FIELD(S, in_alarm),
               {.required = true, .doc = "Whether the alarm was on afterwards."}),
        member("text", PICKET_FIELD(S, text), {.required = true, .doc = "The same in words."}),
    };
};

struct ExplainBehaviorResponse {
    Timestamp time;
    ExplainedState state = ExplainedState::NotEvaluated;
    std::optional<std::string> violation_id;
    std::optional<Timestamp> violation_start_time;
    std::vector<std::string> reasons;
    std::vector<ExplainedDatapoint> datapoints;
    std::vector<ExplainedSetting> settings;
};
template <>
struct Shape<ExplainBehaviorResponse> {
    using S = ExplainBehaviorResponse;
    static constexpr std::string_view name = "ExplainBehaviorResponse";
    static constexpr MemberInfo members[] = {
        member("time", PICKET_FIELD(S, time), {.required = true, .doc = "The moment."}),
        member("state", PICKET_FIELD(S, state), {.required = true, .doc = "What was the case."}),
        member("violationId", PICKET_FIELD(S, violation_id), {.doc = "Of the alarm that was on."}),
        member("violationStartTime", PICKET_FIELD(S, violation_start_time),
               {.doc = "When it was raised."}),
        member("reasons", PICKET_FIELD(S, reasons),
               {.required = true, .doc = "Why, in sentences with numbers."}),
        member("datapoints", PICKET_FIELD(S, datapoints),
               {.required = true, .doc = "What was evaluated before, the oldest first."}),
        member("settings", PICKET_FIELD(S, settings),
               {.required = true,
                .doc = "Settings that the answer rests on: AWS does not document what they say."}),
    };
};

}  // namespace picket
