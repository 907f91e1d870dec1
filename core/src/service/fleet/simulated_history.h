// What ListMetricValues answers of simulated devices: values that Detect was told and did not keep,
// computed again.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "picket/model/behavior.h"
#include "service/fleet/dimension_topics.h"
#include "service/fleet/series.h"

namespace picket {

class SimulatedHistory {
public:
    // Without values when no fleet has the device, or no profile of it asks for the series now.
    // Retention since when a profile asked is not modelled: the device's whole life counts.
    SimulatedHistory(const World& world, const std::string& thing, const std::string& series);

    struct Datum {
        Timestamp time;
        MetricValue value;
    };
    // The newest value that is not after `time` and not before `oldest`. It looks at `slots_max`
    // slots at most: then it answers nothing, and `time` is where to go on.
    std::optional<Datum> latest(Timestamp& time, Timestamp oldest, std::int64_t& slots_max) const;

private:
    std::string thing_;
    const SimulatedSeries* series_ = nullptr;
    std::int64_t first_ = 0;
    std::int64_t behind_ = 0;
    sim::FleetPlan plan_;
    sim::Device device_;
    std::vector<sim::Effect> effects_;
    Measuring how_;
    DimensionTopics topics_;
};

}  // namespace picket
