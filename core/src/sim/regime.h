// Where a device is in its life at a slot: connected, updating its firmware, asleep or gone; and
// what goes on around it. Outages, holidays, trips and updates are spells drawn from the seed, so
// none of this is stored.
#pragma once

#include <span>

#include "sim/device.h"

namespace picket::sim {

// What all devices of a site share at a slot.
struct SiteSlot {
    std::int64_t local = 0;  // the slot in local time
    bool out = false;        // no power, no line, or the region cannot be reached
    bool was_out = false;    // in the slot before
    bool absent = false;     // the people are on holiday
    double away = 0;         // the same as a house feels it: from 0 to 1 and back in two hours
    double mood = 0;         // about -1 to 1: more or less goes on than usual
    double burst = 0;        // something special goes on
};
SiteSlot site_slot(const FleetPlan& plan, const Site& site, std::int64_t slot);

// The nights on which a fleet's firmware is replaced follow each other every 28 days; a hundredth
// of the devices goes first, most go in the last two of five nights.
struct Firmware {
    std::int64_t version = 0;
    bool downloading = false;
    bool restarting = false;
};
Firmware firmware_at(const FleetPlan& plan, const Device& device, std::int64_t local_slot);

// `site` of the slot asked for; its was_out is not looked at.
DeviceRegime regime_at(const FleetPlan& plan, const Device& device, bool site_out,
                       std::int64_t local_slot, std::int64_t slot, std::span<const Effect> effects);

inline bool connected(DeviceRegime regime) {
    return regime == DeviceRegime::Online || regime == DeviceRegime::Updating;
}

}  // namespace picket::sim
