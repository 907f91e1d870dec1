// What ends by itself as time passes: alarms of silent devices, and what is no longer retained. One
// item of due work at a time waits for each, at a whole hour and a whole day; none while there is
// nothing to wait for.
#pragma once

#include "picket/world.h"

namespace picket {

// Something may end at that time: alarms, events, messages, counts.
void want_upkeep(World& world, Timestamp time);
std::int64_t run_upkeep(World& world);

// Stores a value for ListMetricValues, and sees to it that it goes.
void store_metric_value(World& world, MetricDatumKey key, const MetricValue& value);
// `subject` says where the walk over all series stopped.
std::int64_t run_metric_retention(World& world, const std::string& subject);

}  // namespace picket
