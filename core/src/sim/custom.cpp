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
    const double lived_in = 4.2 * (1.0 - heated);
    const double cold = lived_in + (5.0 - lived_in) * around.away;
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

// Things in a household that draw much for a while, each begun when people are about. Lengths have
// a tail, as some dinners do.
struct Appliance {
    std::int64_t block, per_mille, length_min, length_max;
    double watts_min, watts_max;
};
constexpr Appliance kAppliances[] = {
    {18, 900, 1, 3, 300, 1300},     // kettles, toasters, microwaves
    {48, 850, 8, 26, 1100, 3000},   // stoves and ovens
    {144, 700, 15, 30, 400, 1500},  // washing and drying
    {72, 950, 24, 72, 150, 500},    // screens and tools
};

double appliance_watts(const FleetPlan& plan, const SiteSlot& around, const Device& device,
                       std::int64_t slot) {
    double watts = 0;
    Key key = device.key;
    for (const Appliance& row : kAppliances) {
        key = mixed(key);
        const Spells spells = {.stream = Stream::Appliance,
                               .block = row.block,
                               .per_mille = row.per_mille,
                               .begin_to = row.block,
                               .length_min = row.length_min,
                               .length_max = row.length_max};
        const auto used = spell_at(key, spells, slot);
        if (!used) continue;
        // The shape of the row is half asleep at 50 %.
        const double people = 2 * busy(plan.archetype->shape,
                                       calendar(around.local - slot + used->begin + device.phase)) -
                              1;
        const std::uint64_t bits = mixed(used->bits);
        if (unit(bits) > people) continue;
        const double wanted = row.watts_min + (row.watts_max - row.watts_min) * unit(mixed(bits));
        watts += wanted * (0.7 + 0.6 * unit_at(key, Stream::Custom, slot));
    }
    return watts;
}

// What never sleeps, a fridge that runs for a quarter of an hour of every three, light by the hour
// of the day, and what is being used.
double household_watts(const FleetPlan& plan, const SiteSlot& around, const Device& device,
                       std::int64_t slot, double amount) {
    const std::int64_t turn = slot + static_cast<std::int64_t>(device.key >> 44);
    const double fridge = turn % 9 < 3 ? 95.0 : 0.0;
    const double steady = 80.0 + 180.0 * amount + fridge;
    const double used = appliance_watts(plan, around, device, slot);
    const double noise = 1.0 + 0.03 * bell(bits_at(device.key, Stream::Custom, slot));
    return (steady * device.size_level + used) * noise;
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
        return in_tenths(household_watts(plan, around, device, slot, amount));
    }
    PICKET_UNREACHABLE();
}

}  // namespace picket::sim
