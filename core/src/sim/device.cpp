// See device.h.
#include "sim/device.h"

#include "base/hash.h"

namespace picket::sim {
namespace {

Key key_of(std::int64_t seed, std::string_view kind, std::string_view name) {
    return Hasher(static_cast<std::uint64_t>(seed)).add_string(kind).add_string(name).finish().high;
}

}  // namespace

FleetPlan plan_of(std::int64_t seed, const Fleet& fleet) {
    return {key_of(seed, "fleet", fleet.name), key_of(seed, "sites", fleet.site_set),
            &archetype(fleet.archetype), fleet.devices_per_site, fleet.utc_offsets};
}

Site site_at(const FleetPlan& plan, std::int64_t number) {
    Site site;
    site.number = number;
    site.key = mixed(plan.sites_key + static_cast<std::uint64_t>(number) * 0x9e3779b97f4a7c15);
    if (!plan.utc_offsets.empty()) {
        const std::uint64_t drawn = bits_at(site.key, Stream::UtcOffset, 0);
        site.offset_slots = floor_div(plan.utc_offsets[drawn % plan.utc_offsets.size()], 5);
    }
    return site;
}

Device device_at(const FleetPlan& plan, std::int64_t number) {
    const Archetype& kind = *plan.archetype;
    Device device;
    device.number = number;
    device.key = mixed(plan.key + static_cast<std::uint64_t>(number) * 0x9e3779b97f4a7c15);
    const auto phases = static_cast<std::uint64_t>(2 * kind.phase_slots + 1);
    device.phase = static_cast<std::int64_t>(bits_at(device.key, Stream::Phase, 0) % phases) -
                   kind.phase_slots;
    device.level = level(bits_at(device.key, Stream::Level, 0), kind.level_roots);
    device.size_level = level(bits_at(device.key, Stream::SizeLevel, 0), 4);
    device.flakiness = level(bits_at(device.key, Stream::Flakiness, 0), 1);
    return device;
}

Effect effect_of(std::int64_t seed, const Attack& attack) {
    return {attack.kind, static_cast<double>(attack.strength) * 0.01, slot_from(attack.start),
            attack.end ? slot_from(*attack.end) : INT64_MAX, key_of(seed, "attack", attack.id)};
}

}  // namespace picket::sim
