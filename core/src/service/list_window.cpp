// See list_window.h.
#include "service/list_window.h"

#include <algorithm>

#include "service/refuse.h"

namespace picket {

Timestamp retained_from(const World& world, Setting retention_days) {
    return world.now - setting_number(world, retention_days) * kDay;
}

Result<FacetWindow> read_list_window(const World& world, Setting retention_days, Timestamp start,
                                     Timestamp end) {
    if (end < start) {
        return invalid("endTime is " + to_iso(end) + ", before startTime, " + to_iso(start) +
                           ". Exchange them.",
                       "endTime");
    }
    const Timestamp oldest = retained_from(world, retention_days);
    if (start < oldest && setting_text(world, Setting::DetectListWindow) == "refuse") {
        return invalid("startTime is " + to_iso(start) + ", and " +
                           counted(setting_number(world, retention_days), "day") +
                           " are retained, from " + to_iso(oldest) +
                           " on. Begin there; the setting detectListWindow refuses earlier times.",
                       "startTime");
    }
    return FacetWindow{std::max(start, oldest), end};
}

}  // namespace picket
