// The service's own metrics as time passes: what it saw of devices becomes datapoints at the end of
// each five minutes, and a device that stays disconnected gets a datapoint every hour.
#pragma once

#include <string>

#include "picket/world.h"

namespace picket {

class Context;

// The row of the device for the five minutes that are running, for writing with
// world.device_activity.update(); made, and its end queued, when it is absent.
ActivityKey open_activity(World& world, const std::string& device, Timestamp end,
                          std::int64_t entry_id);
std::int64_t close_activity(World& world, Timestamp end);

// The connection ended, or began.
void put_connection(World& world, Context& context, const std::string& device, bool connected);
std::int64_t run_disconnected(World& world, const std::string& device);

}  // namespace picket
