// See custom.h.
#include "sim/custom.h"

#include <algorithm>

#include "picket/result.h"

namespace picket::sim {
namespace {

double in_tenths(double value) {
    const double scaled = value * 10 + (value < 0 ? -0.5 : 0.5);
    return static_cast<double>(static_cast<std::int64_t>(scaled)) / 10;
}

// A room follows the heating by an hour or two, and its own walls.
double room_celsius(const FleetPlan& plan, const SiteSlot& around, const Device& device,
                    std::int64_t slot) {
    double heated = 0;
    for (const std::int64_t lag : {6, 12, 18, 24})
        heated += busy(plan.archetype->shape, calendar(around.local + device.phase - lag)) * 0.25;
    const double comfort = 19.5 + (device.level - 1.0) * 1.5;
    const double cold = around.absent ? 5.0 : 4.2 * (1.0 - heated);
    return comfort - cold + 0.5 * smooth(device.key, Stream::Custom, slot, 30);
}

// A cell that is charged every few days, flat at the top and steep at the end.
double battery_millivolts(const Device& device, std::int64_t slot) {
    const std::int64_t cycle = (5 + static_cast<std::int64_t>(device.key >> 32 & 3)) * kSlotsPerDay;
    const std::int64_t place = slot + static_cast<std::int64_t>(device.key >> 44);
    const std::int64_t charges = 30;
    const std::int64_t at = place - floor_div(place, cycle) * cycle;
    const double used = at < charges ? 1.0 - static_cast<double>(at) / static_cast<double>(charges)
                                     : static_cast<double>(at - charges) /
                                           static_cast<double>(cycle - charges);
    const double noise = 6.0 * bell(bits_at(device.key, Stream::Custom, slot));
    return static_cast<double>(
        static_cast<std::int64_t>(4180.0 - 420.0 * used - 180.0 * used * used * used + noise));
}

// A bearing wears for about three months and is then replaced.
double vibration(const Device& device, std::int64_t slot, double amount) {
    const std::int64_t life = (80 + static_cast<std::int64_t>(device.key >> 32 & 31)) *
                              kSlotsPerDay;
    const std::int64_t place = slot + static_cast<std::int64_t>(device.key >> 44);
    const std::int64_t age = place - floor_div(place, life) * life;
    const double wear = static_cast<double>(age) / static_cast<double>(life);
    return (0.3 + 2.6 * std::min(amount, 2.0)) * (1.0 + 0.5 * wear * wear) +
           0.05 * bell(bits_at(device.key, Stream::Custom, slot));
}

}  // namespace

double custom_number(const FleetPlan& plan, const SiteSlot& around, const Device& device,
                     std::int64_t slot, double amount) {
    const std::uint64_t bits = bits_at(device.key, Stream::Custom, slot);
    switch (plan.archetype->id) {
    case DeviceArchetype::SmartLight:
        return amount < 0.3 ? 0.4
                            : in_tenths(std::min(14.0, 5.5 + 3.5 * device.size_level * amount));
    case DeviceArchetype::Thermostat:
        return in_tenths(room_celsius(plan, around, device, slot));
    case DeviceArchetype::Camera:
        return in_tenths(std::min(100.0, (heavy(bits, 40) - 1.0) * (0.2 + 0.4 * amount)));
    case DeviceArchetype::Gateway:
        return in_tenths(6.0 + 82.0 * amount / (amount + 0.9) + 1.2 * unit(bits));
    case DeviceArchetype::IndustrialSensor:
        return in_tenths(std::max(0.0, vibration(device, slot, amount)));
    case DeviceArchetype::AssetTracker:
        return battery_millivolts(device, slot);
    case DeviceArchetype::SmartMeter:
        return in_tenths(140.0 + 900.0 * amount * heavy(bits, 6));
    }
    PICKET_UNREACHABLE();
}

}  // namespace picket::sim
