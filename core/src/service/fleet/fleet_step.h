// What simulated devices do as the clock runs: at the end of each five minutes their values go to
// Detect.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "picket/world.h"

namespace picket {

// Simulates some devices of the fleet's current slot and queues what is left; the work it took.
std::int64_t live_on(World& world, const std::string& fleet_name);

// What devices of a fleet, in order, measure in a slot goes to Detect; the clock stands at its end.
struct FleetDevice {
    std::int64_t number = 0;  // Detect's
    std::int64_t device = 0;  // of the fleet, from 0
};
void feed_slot(World& world, const Fleet& fleet, std::int64_t slot,
               std::span<const FleetDevice> devices);

}  // namespace picket
