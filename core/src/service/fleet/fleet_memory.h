// What simulated devices will have taken in memory once all of them have sent metrics. A tab that
// runs out of memory is gone with everything in it, so what would not fit is refused beforehand.
#pragma once

#include "picket/result.h"
#include "picket/world.h"

namespace picket {

// In bytes; behaviors count for the fleets that their profiles' targets may hold.
std::int64_t fleet_memory(const World& world);

// Nothing, when they fit into sessionDataMegabytes. Asked of a World that has the change already.
Refusal fleet_memory_problem(const World& world, ErrorCode code, const char* path);

}  // namespace picket
