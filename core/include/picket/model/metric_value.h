// Values of metrics, as ListMetricValues answers them: one row per datum.
#pragma once

#include "picket/model/behavior.h"

namespace picket {

// A series is a metric, with a dimension and its operator if it has one; series_name() in
// service/detect/metric_values.h writes it. Within a series the newest datum is the first.
struct MetricDatumKey {
    std::string thing;
    std::string series;
    Timestamp time;
    bool operator==(const MetricDatumKey&) const = default;
    bool operator<(const MetricDatumKey& other) const {
        int order = thing.compare(other.thing);
        if (order == 0) order = series.compare(other.series);
        return order != 0 ? order < 0 : time.ms > other.time.ms;
    }
};
template <>
struct Shape<MetricDatumKey> {
    using S = MetricDatumKey;
    static constexpr std::string_view name = "MetricDatumKey";
    static constexpr MemberInfo members[] = {
        member("thing", PICKET_FIELD(S, thing), {.required = true}),
        member("series", PICKET_FIELD(S, series), {.required = true}),
        member("time", PICKET_FIELD(S, time), {.required = true}),
    };
};

}  // namespace picket
