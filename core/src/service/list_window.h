// The times of a list that answers a window of what is retained.
#pragma once

#include "service/facets.h"
#include "world/settings.h"

namespace picket {

// The first moment that is still retained.
Timestamp retained_from(const World& world, Setting retention_days);

// From startTime to endTime, both included, as far as it is retained: refuses an end before the
// start, and clips or refuses an early start as the setting detectListWindow says.
Result<FacetWindow> read_list_window(const World& world, Setting retention_days, Timestamp start,
                                     Timestamp end);

}  // namespace picket
