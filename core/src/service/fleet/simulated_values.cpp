// GetSimulatedValues: what was measured of a device, computed anew from fleet, seed and attacks;
// nothing of it is stored. ListMetricValues answers what the service would keep of it.
#include "service/fleet/simulated_values.h"

#include <algorithm>

#include "service/fleet/series.h"
#include "service/op.h"
#include "service/refuse.h"
#include "service/tables.h"
#include "text/say.h"

namespace picket {
namespace {

constexpr std::int64_t kDaysMax = 14;

Result<GetSimulatedValuesResponse> get_simulated_values(const World& world,
                                                        const GetSimulatedValuesRequest& in) {
    const auto found = find_simulated(world, in.thing_name);
    if (!found) return not_found("simulated device", in.thing_name, "CreateFleet", "thingName");
    const Fleet& fleet = *found->fleet;
    const SimulatedSeries* series = find_simulated_series(fleet, in.metric_name);
    if (series == nullptr) {
        return invalid(say("Devices of the fleet '{}' have no metric '{}'. They have the built-in "
                           "ones, and '{}'.",
                           fleet.name, in.metric_name, fleet.custom_metric),
                       "metricName");
    }
    if (in.end_time.ms < in.start_time.ms || in.end_time - in.start_time > kDaysMax * kDay) {
        return invalid(say("From startTime to endTime it can be 0 to {} days, and it is {} to {}.",
                           kDaysMax, to_iso(in.start_time), to_iso(in.end_time)),
                       "endTime");
    }
    // Slots whose ends are in (start, end] and not in the future.
    const Timestamp end = std::min(in.end_time, world.now);
    const std::int64_t first = std::max(sim::floor_div(in.start_time.ms, sim::kSlotMs),
                                        first_slot(fleet));
    const std::int64_t behind = std::min(sim::floor_div(end.ms, sim::kSlotMs), end_slot(fleet));
    GetSimulatedValuesResponse out;
    if (behind <= first) return out;

    const sim::FleetPlan plan = sim::plan_of(world.seed, fleet);
    const sim::Device device = sim::device_at(plan, found->number);
    const auto attacks = attacks_between(world, fleet.name, first - sim::kMemorySlots, behind);
    const auto effects = effects_on(world, attacks, device.number);
    for (const Attack* attack : attacks) {
        if (std::binary_search(attack->devices.begin(), attack->devices.end(), device.number) &&
            sim::effect_of(world.seed, *attack).until > first)
            out.attack_ids.push_back(attack->id);
    }
    const Measuring how = measuring(world);
    for (std::int64_t slot = first; slot < behind; ++slot) {
        const sim::Reading reading = sim::reading_at(plan, device, slot, effects);
        if (auto value = simulated_value(*series, how, {plan, device, slot, effects}, reading))
            out.metric_datum_list.push_back({sim::slot_end(slot), *std::move(value)});
        if (out.stretches.empty() || out.stretches.back().regime != reading.regime)
            out.stretches.push_back({reading.regime, sim::slot_start(slot), {}});
        out.stretches.back().end_time = sim::slot_end(slot);
    }
    return out;
}

using enum ErrorCode;

constexpr Operation kSimulatedValueOperations[] = {
    verb<&get_simulated_values>(
        "GetSimulatedValues", "Fleet", "/_picket/GetSimulatedValues",
        errors<InvalidRequest, ResourceNotFound>(),
        "Computes what was measured of a simulated device, and what it was doing."),
};

}  // namespace

std::span<const Operation> simulated_value_operations() { return kSimulatedValueOperations; }

}  // namespace picket
