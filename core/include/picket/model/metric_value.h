// Values of metrics, as ListMetricValues answers them, in columns.
#pragma once

#include "picket/model/behavior.h"

namespace picket {

// A series is a metric, with a dimension and its operator if it has one; series_name() in
// service/detect/metric_values.h writes it. A row of the World has the time at which its column
// begins. Time comes first, so that the columns still written to stand together at the end, and
// checkpoints share all before them; then the series, as values of many things come together.
struct MetricDatumKey {
    Timestamp time;
    std::string series;
    std::string thing;
    bool operator==(const MetricDatumKey&) const = default;
    bool operator<(const MetricDatumKey& other) const {
        if (time != other.time) return time < other.time;
        const int order = series.compare(other.series);
        return order != 0 ? order < 0 : thing < other.thing;
    }
};
template <>
struct Shape<MetricDatumKey> {
    using S = MetricDatumKey;
    static constexpr std::string_view name = "MetricDatumKey";
    static constexpr MemberInfo members[] = {
        member("time", PICKET_FIELD(S, time), {.required = true}),
        member("series", PICKET_FIELD(S, series), {.required = true}),
        member("thing", PICKET_FIELD(S, thing), {.required = true}),
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
