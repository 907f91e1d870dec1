// Who a device is: all that stays the same for it, drawn from the seed. Fleet, site and device each
// have a key; what several devices share is drawn from the key they share.
#pragma once

#include <vector>

#include "picket/model/fleet.h"
#include "sim/archetype.h"
#include "sim/chance.h"

namespace picket::sim {

struct FleetPlan {
    Key key = 0;
    Key sites_key = 0;  // fleets of one site set stand at the same places
    const Archetype* archetype = nullptr;
    std::int64_t devices_per_site = 1;
    std::vector<std::int64_t> utc_offsets;  // minutes
};
// Keys come from names, not from ids: an earlier call more or less does not change the data.
FleetPlan plan_of(std::int64_t seed, const Fleet& fleet);

struct Site {
    Key key = 0;
    std::int64_t number = 0;
    std::int64_t offset_slots = 0;  // local time less UTC
};
Site site_at(const FleetPlan& plan, std::int64_t number);

struct Device {
    Key key = 0;
    std::int64_t number = 0;  // from 0
    std::int64_t phase = 0;   // its rhythm is so many slots ahead of its site's
    double level = 1;         // how active it is
    double size_level = 1;    // how large its messages are
    double flakiness = 1;     // how often it loses its connection
};
Device device_at(const FleetPlan& plan, std::int64_t number);
inline std::int64_t site_number(const FleetPlan& plan, std::int64_t device) {
    return device / plan.devices_per_site;
}

// An attack as far as it concerns one device. It acts on whole slots.
struct Effect {
    AttackKind kind = AttackKind::MessageFlood;
    double strength = 1;
    std::int64_t since = 0;
    std::int64_t until = INT64_MAX;  // the first slot behind it
    Key key = 0;
    bool acts(std::int64_t slot) const { return since <= slot && slot < until; }
};
Effect effect_of(std::int64_t seed, const Attack& attack);

}  // namespace picket::sim
