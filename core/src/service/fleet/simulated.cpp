// See simulated.h.
#include "service/fleet/simulated.h"

#include <algorithm>

#include "text/decimal.h"

namespace picket {

std::string device_name(const Fleet& fleet, std::int64_t number) {
    const std::string digits = std::to_string(number + 1);
    const std::size_t width = std::to_string(fleet.count).size();
    return fleet.name_prefix + std::string(width - digits.size(), '0') + digits;
}

std::optional<SimulatedDevice> find_simulated(const World& world, std::string_view thing) {
    std::size_t at = thing.size();
    while (at > 0 && thing[at - 1] >= '0' && thing[at - 1] <= '9') --at;
    const std::string* name = world.fleets_by_prefix.find(thing.substr(0, at));
    if (name == nullptr) return std::nullopt;
    const Fleet* fleet = world.fleets.find(*name);
    if (fleet == nullptr || thing.size() - at != std::to_string(fleet->count).size())
        return std::nullopt;
    std::int64_t number = 0;
    for (; at < thing.size(); ++at) number = number * 10 + (thing[at] - '0');
    if (number < 1 || number > fleet->count) return std::nullopt;
    return SimulatedDevice{fleet, number - 1};
}

std::vector<const Attack*> attacks_between(const World& world, const std::string& fleet,
                                           std::int64_t from, std::int64_t to) {
    std::vector<const Attack*> found;
    const NewestWithin first = {fleet, kTimestampMax, {}};
    for (auto at = world.attacks_by_fleet.lower_bound(first);
         at != world.attacks_by_fleet.end() && at->key.owner == fleet; ++at) {
        const Attack* attack = world.attacks.find(at->key.id);
        const sim::Effect effect = sim::effect_of(world.seed, *attack);
        if (effect.since < to && effect.until > from) found.push_back(attack);
    }
    return found;
}

std::vector<sim::Effect> effects_on(const World& world, std::span<const Attack* const> attacks,
                                    std::int64_t device) {
    std::vector<sim::Effect> effects;
    for (const Attack* attack : attacks) {
        if (std::binary_search(attack->devices.begin(), attack->devices.end(), device))
            effects.push_back(sim::effect_of(world.seed, *attack));
    }
    return effects;
}

std::int64_t first_slot(const Fleet& fleet) { return sim::slot_from(fleet.start); }
std::int64_t end_slot(const Fleet& fleet) {
    return fleet.end ? sim::slot_from(*fleet.end) : INT64_MAX;
}

void end_attack(World& world, const Attack& attack) {
    world.attacks.update(attack.id, [&](Attack& row) {
        if (!row.end || row.end->ms > world.now.ms) row.end = std::max(world.now, row.start);
    });
}

}  // namespace picket
