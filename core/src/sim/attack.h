// What attacks and faults do to the values of a device, and which ones they touch: all others stay
// as they would be, bit for bit.
#pragma once

#include <span>
#include <string_view>

#include "sim/reading.h"

namespace picket::sim {

struct AttackInfo {
    AttackKind kind;
    std::string_view doc;   // what happens, and what 100 % of strength is
    std::uint32_t series;   // bits of Series
    bool source_addresses;  // lists it adds to
    bool destination_addresses;
};
constexpr std::uint32_t bit(Series series) { return 1u << static_cast<unsigned>(series); }
const AttackInfo& attack_info(AttackKind kind);

// Adds what acts at the slot to an undisturbed reading. `amount` is the device's activity.
void apply(const FleetPlan& plan, const SiteSlot& around, const Device& device, std::int64_t slot,
           double amount, std::span<const Effect> effects, Reading& reading);

}  // namespace picket::sim
