// The shapes of GetSimulatedValues.
#pragma once

#include "picket/model/fleet.h"
#include "picket/world.h"
#include "service/detect/metric_values.h"

namespace picket {

struct GetSimulatedValuesRequest {
    std::string thing_name;
    std::string metric_name;
    Timestamp start_time;
    Timestamp end_time;
};
template <>
struct Shape<GetSimulatedValuesRequest> {
    using S = GetSimulatedValuesRequest;
    static constexpr std::string_view name = "GetSimulatedValuesRequest";
    static constexpr MemberInfo members[] = {
        member("thingName", PICKET_FIELD(S, thing_name),
               with(kNameRule, {.required = true, .doc = "The device."})),
        member("metricName", PICKET_FIELD(S, metric_name),
               {.required = true,
                .min = 1,
                .max = 128,
                .doc = "A built-in metric, or the fleet's custom metric."}),
        member("startTime", PICKET_FIELD(S, start_time),
               {.required = true, .doc = "Values that are stamped later than this."}),
        member("endTime", PICKET_FIELD(S, end_time),
               {.required = true,
                .doc = "And not later than this: 14 days at most. There are none of the future."}),
    };
};

// What the device was doing, and nothing else, for a while.
struct DeviceStretch {
    DeviceRegime regime = DeviceRegime::Offline;
    Timestamp start_time;
    Timestamp end_time;
};
template <>
struct Shape<DeviceStretch> {
    using S = DeviceStretch;
    static constexpr std::string_view name = "DeviceStretch";
    static constexpr MemberInfo members[] = {
        member("regime", PICKET_FIELD(S, regime), {.required = true, .doc = "What it was doing."}),
        member("startTime", PICKET_FIELD(S, start_time),
               {.required = true, .doc = "Since when, within what was asked for."}),
        member("endTime", PICKET_FIELD(S, end_time), {.required = true, .doc = "Until when."}),
    };
};
struct GetSimulatedValuesResponse {
    std::vector<MetricDatum> metric_datum_list;
    std::vector<DeviceStretch> stretches;
    std::vector<std::string> attack_ids;
};
template <>
struct Shape<GetSimulatedValuesResponse> {
    using S = GetSimulatedValuesResponse;
    static constexpr std::string_view name = "GetSimulatedValuesResponse";
    static constexpr MemberInfo members[] = {
        member("metricDatumList", PICKET_FIELD(S, metric_datum_list),
               {.required = true,
                .doc = "The values, the oldest first, each stamped with the end "
                       "of its five minutes."}),
        member("stretches", PICKET_FIELD(S, stretches),
               {.required = true,
                .doc = "What the device was doing all the while: why values are missing."}),
        member("attackIds", PICKET_FIELD(S, attack_ids),
               {.required = true, .doc = "Attacks on the device in this time."}),
    };
};

}  // namespace picket
