// What ends by itself as time passes: alarms of silent devices, and what is no longer retained. One
// item of due work at a time waits for each, at a whole hour and a whole day; none while there is
// nothing to wait for.
#pragma once

#include <string_view>

#include "picket/world.h"

namespace picket {

// Something may end at that time: alarms, events, messages, counts.
void want_upkeep(World& world, Timestamp time);
std::int64_t run_upkeep(World& world);

// Stores values of one moment for ListMetricValues, and sees to it that they go. Fastest for one
// series of things in the order of their names.
class StoredMoment {
public:
    StoredMoment(World& world, Timestamp time);
    void add(std::string_view thing, std::string_view series, const MetricValue& value);

private:
    World& world_;
    Timestamp time_;
    MetricDatumKey key_;  // its texts keep their room from value to value
    decltype(World::metric_values)::Finger finger_;
    bool goes_ = false;  // somebody sees to it
};
std::int64_t run_metric_retention(World& world);

}  // namespace picket
