// What simulated devices do as the clock runs: at the end of each five minutes their values go to
// Detect.
#pragma once

#include <cstdint>
#include <string>

#include "picket/world.h"

namespace picket {

// Simulates some devices of the fleet's current slot and queues what is left; the work it took.
std::int64_t live_on(World& world, const std::string& fleet_name);

}  // namespace picket
