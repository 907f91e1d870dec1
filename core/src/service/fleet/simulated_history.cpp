// See simulated_history.h.
#include "service/fleet/simulated_history.h"

#include <algorithm>

#include "service/detect/devices.h"
#include "service/detect/rules.h"

namespace picket {
namespace {

bool asked_for(const World& world, const std::string& thing, const std::string& series) {
    const DetectSeries* row = world.detect_series.find(series);
    if (row == nullptr) return false;
    const auto profiles = profiles_of_device(world, thing);
    return std::any_of(row->rules.begin(), row->rules.end(), [&](std::int64_t number) {
        const DetectRule* rule = world.detect_rules.find(number);
        return rule != nullptr &&
               std::find(profiles.begin(), profiles.end(), rule->profile) != profiles.end();
    });
}

}  // namespace

SimulatedHistory::SimulatedHistory(const World& world, const std::string& thing,
                                   const std::string& series)
    : thing_(thing), how_(measuring(world)), topics_(world, series) {
    const auto found = find_simulated(world, thing);
    if (!found || !asked_for(world, thing, series)) return;
    const Fleet& fleet = *found->fleet;
    series_ = find_simulated_series(fleet, metric_of_series(series));
    first_ = first_slot(fleet);
    behind_ = std::min(end_slot(fleet), sim::floor_div(world.now.ms, sim::kSlotMs));
    plan_ = sim::plan_of(world.seed, fleet);
    device_ = sim::device_at(plan_, found->number);
    effects_ = effects_on(world, attacks_between(world, fleet.name, first_, behind_),
                          device_.number);
}

std::optional<SimulatedHistory::Datum> SimulatedHistory::latest(Timestamp& time, Timestamp oldest,
                                                                std::int64_t& slots_max) const {
    if (series_ == nullptr) return std::nullopt;
    std::int64_t slot = std::min(sim::floor_div(time.ms, sim::kSlotMs), behind_) - 1;
    for (; slot >= first_ && sim::slot_end(slot) >= oldest; --slot) {
        time = sim::slot_end(slot);
        if (--slots_max < 0) return std::nullopt;
        const sim::Reading reading = sim::reading_at(plan_, device_, slot, effects_);
        auto value = simulated_value(*series_, how_, {plan_, device_, slot, effects_}, reading);
        if (!value) continue;
        if (!topics_.all() && !topics_.counts(thing_, topic_of(*series_, thing_))) {
            if (!counts_zero(*series_)) continue;
            value->count = 0;
        }
        return Datum{time, *std::move(value)};
    }
    return std::nullopt;
}

}  // namespace picket
