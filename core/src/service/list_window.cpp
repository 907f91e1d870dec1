// See list_window.h.
#include "service/list_window.h"

#include <algorithm>

#include "service/refuse.h"
#include "text/say.h"

namespace picket {

Timestamp retained_from(const World& world, Setting retention_days) {
    return world.now - setting_number(world, retention_days) * kDay;
}

Result<FacetWindow> read_list_window(const World& world, Setting retention_days, Timestamp start,
                                     Timestamp end) {
    if (end < start) {
        return invalid(
            say("endTime is {}, before startTime, {}. Exchange them.", to_iso(end), to_iso(start)),
            "endTime");
    }
    const Timestamp oldest = retained_from(world, retention_days);
    if (start < oldest && setting_is(world, Setting::DetectListWindow, "refuse")) {
        return invalid(say("startTime is {}, and {} are retained, from {} on. Begin there; the "
                           "setting detectListWindow refuses earlier times.",
                           to_iso(start), counted(setting_number(world, retention_days), "day"),
                           to_iso(oldest)),
                       "startTime");
    }
    return FacetWindow{std::max(start, oldest), end};
}

}  // namespace picket
