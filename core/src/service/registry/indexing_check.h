// What an indexing configuration may say, and the fields whose types the service knows.
#pragma once

#include <optional>

#include "picket/world.h"

namespace picket {

Refusal indexing_problem(const World& world,
                         const std::optional<ThingIndexingConfiguration>& things,
                         const std::optional<ThingGroupIndexingConfiguration>& thing_groups);

// Fills managedFields in, as far as the modes go.
void show_managed_fields(FleetIndexing& indexing);

}  // namespace picket
