// What was measured of devices, for views: the values that ListMetricValues answers, whether they
// are stored or computed again from a simulated fleet. A view must not read the tables of values
// instead: what is simulated is in none.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "picket/world.h"

namespace picket {

// A metric of a device, with a dimension if it has one: MetricDatumKey says how `series` is
// written.
struct MeasuredSeries {
    std::string thing;
    std::string series;
    bool operator==(const MeasuredSeries&) const = default;
    bool operator<(const MeasuredSeries& other) const {
        const int order = thing.compare(other.thing);
        return order != 0 ? order < 0 : series < other.series;
    }
};

// The values from `from` to `to`, both included, the newest first, `count_max` of them at most.
// What is no longer retained is left out.
std::vector<MetricPoint> metric_history(const World& world, const MeasuredSeries& of,
                                        Timestamp from, Timestamp to, std::size_t count_max);

// The series of things whose names begin with `prefix`, in order, `count_max` of them at most.
std::vector<MeasuredSeries> measured_series(const World& world, const std::string& prefix,
                                            std::size_t count_max);

}  // namespace picket
