// Simulated devices as the service knows them: from the name of a thing to its fleet, and the
// attacks on it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "picket/world.h"
#include "sim/reading.h"

namespace picket {

// The name of device `number`, from 0, of a fleet: "lamp-007".
std::string device_name(const Fleet& fleet, std::int64_t number);

struct SimulatedDevice {
    const Fleet* fleet = nullptr;
    std::int64_t number = 0;
};
// Nothing when no fleet has a device of this name. The last digits of a name are its number, and
// no prefix ends with a digit, so there is one way to read it.
std::optional<SimulatedDevice> find_simulated(const World& world, std::string_view thing);

// Attacks of a fleet that act on slots from `from` on, before `to`; a device's own of them.
std::vector<const Attack*> attacks_between(const World& world, const std::string& fleet,
                                           std::int64_t from, std::int64_t to);
std::vector<sim::Effect> effects_on(const World& world, std::span<const Attack* const> attacks,
                                    std::int64_t device);

// The slots that a fleet has: the first, and the first behind the last.
std::int64_t first_slot(const Fleet& fleet);
std::int64_t end_slot(const Fleet& fleet);

// Ends at now what has no end or a later one.
void end_attack(World& world, const Attack& attack);

}  // namespace picket
