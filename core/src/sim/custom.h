// The one number that each kind of device measures for itself.
#pragma once

#include "sim/regime.h"

namespace picket::sim {

double custom_number(const FleetPlan& plan, const SiteSlot& around, const Device& device,
                     std::int64_t slot, double amount);

}  // namespace picket::sim
