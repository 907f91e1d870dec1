// Values of metrics, as ListMetricValues answers them, in columns.
#pragma once

#include "picket/model/behavior.h"

namespace picket {

// A series is a metric, with a dimension and its operator if it has one; series_name() in
// service/detect/metric_values.h writes it. Within a series the newest is the first. A row of the
// World has the time at which its column begins.
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

struct MetricPoint {
    Timestamp time;
    MetricValue value;
    bool operator==(const MetricPoint&) const = default;
};

// What was measured of a series in six hours. The values are packed, and world/metric_column.h
// reads them.
struct MetricColumn {
    std::string bytes;
    Timestamp last;          // when the newest was measured
    std::int64_t step = 0;   // how long after the one before it, in milliseconds
    std::int64_t count = 0;  // the latest count in it
    bool operator==(const MetricColumn&) const = default;
};
template <>
struct Shape<MetricColumn> {
    using S = MetricColumn;
    static constexpr std::string_view name = "MetricColumn";
    static constexpr MemberInfo members[] = {
        member("bytes", PICKET_FIELD(S, bytes), {.packed = true}),
        member("last", PICKET_FIELD(S, last)),
        member("step", PICKET_FIELD(S, step)),
        member("count", PICKET_FIELD(S, count)),
    };
};

}  // namespace picket
