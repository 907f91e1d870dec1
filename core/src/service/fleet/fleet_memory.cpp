// See fleet_memory.h.
#include "service/fleet/fleet_memory.h"

#include <algorithm>

#include "service/refuse.h"
#include "text/say.h"
#include "world/settings.h"

namespace picket {
namespace {

// Measured natively, where pointers are twice as long as in the browser: a registered thing with
// its indexes, and a device with its number.
constexpr std::int64_t kThingBytes = 320;
constexpr std::int64_t kDeviceBytes = 170;
// A behavior's window of a device changes with each datapoint, so the checkpoint before has it too.
constexpr std::int64_t kWatchBytes = 2 * static_cast<std::int64_t>(sizeof(DeviceState)) +
                                     static_cast<std::int64_t>(sizeof(DeviceRule));
constexpr std::int64_t kMega = 1 << 20;

template <class T>
std::int64_t count_of(const std::optional<std::vector<T>>& list) {
    return list ? static_cast<std::int64_t>(list->size()) : 0;
}

std::int64_t behaviors_of(const SecurityProfile& profile) {
    return count_of(profile.behaviors) + count_of(profile.additional_metrics_to_retain) +
           count_of(profile.additional_metrics_to_retain_v2);
}

// Whether the target may hold things of the fleet; which of them join a group later is not asked.
bool may_hold(const World& world, const std::string& target, const Fleet& fleet) {
    if (target == "all/things") return true;
    if (target == "all/registered-things") return fleet.registered;
    if (target == "all/unregistered-things") return !fleet.registered;
    return fleet.registered && (fleet.group_name || !world.dynamic_groups.empty());
}

std::int64_t behaviors_on(const World& world, const Fleet& fleet) {
    const bool account = setting_text(world, Setting::PercentilePopulation) == "account";
    std::int64_t behaviors = 0;
    for (const auto profile : world.security_profiles) {
        bool watches = account;
        for (auto at = world.profile_targets.lower_bound(PairKey{profile.key, {}});
             !watches && at != world.profile_targets.end() && at->key.first == profile.key; ++at)
            watches = may_hold(world, at->key.second, fleet);
        if (watches) behaviors += behaviors_of(profile.value);
    }
    return behaviors;
}

}  // namespace

std::int64_t fleet_memory(const World& world) {
    std::int64_t bytes = 0;
    for (const auto fleet : world.fleets) {
        const std::int64_t each = (fleet.value.registered ? kThingBytes : 0) + kDeviceBytes +
                                  behaviors_on(world, fleet.value) * kWatchBytes;
        bytes += fleet.value.count * each;
    }
    return bytes;
}

Refusal fleet_memory_problem(const World& world, ErrorCode code, const char* path) {
    if (world.fleets.empty()) return std::nullopt;
    const std::int64_t most = setting_number(world, Setting::SessionDataMegabytes);
    const std::int64_t wanted = fleet_memory(world) / kMega;
    if (wanted <= most) return std::nullopt;
    std::int64_t devices = 0, behaviors = 0;
    for (const auto fleet : world.fleets) {
        devices += fleet.value.count;
        behaviors = std::max(behaviors, behaviors_on(world, fleet.value));
    }
    return refuse(code,
                  say("The simulated devices, {} with up to {} each, would take about {} MB, and a "
                      "session may take {} MB (setting sessionDataMegabytes). Take fewer devices, "
                      "or watch them with fewer behaviors.",
                      devices, counted(behaviors, "behavior"), wanted, most),
                  path);
}

}  // namespace picket
