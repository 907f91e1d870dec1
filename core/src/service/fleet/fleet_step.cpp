// See fleet_step.h. Values go to Detect column by column: one metric of many devices at a time.
// Nothing is computed while no profile asks for it, and nothing is kept: ListMetricValues computes
// values anew.
#include "service/fleet/fleet_step.h"

#include <algorithm>
#include <limits>
#include <span>
#include <utility>
#include <vector>

#include "service/detect/devices.h"
#include "service/detect/ingest.h"
#include "service/detect/rules.h"
#include "service/fleet/dimension_topics.h"
#include "service/fleet/series.h"
#include "world/context.h"

namespace picket {
namespace {

constexpr std::int64_t kBlocksPerStep = 10;
constexpr std::int64_t kDevicesPerStep = kBlocksPerStep * kDevicesPerBlock;
constexpr std::int64_t kUnitsPerDevice = 4;
constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

// Some devices of a fleet at one slot.
class Step {
public:
    Step(World& world, const Fleet& fleet, std::int64_t slot, std::span<const FleetDevice> devices)
        : world_(world), fleet_(fleet), context_(world, fleet.entry_id),
          plan_(sim::plan_of(world.seed, fleet)), slot_(slot), how_(measuring(world)),
          devices_(devices) {}

    void run() {
        std::vector<Wanted> wanted;
        for (const SimulatedSeries& series : simulated_series()) want(series, wanted);
        if (wanted.empty()) return;
        measure();
        // The readings are in the order of devices; Detect takes its own numbers in order.
        for (std::size_t i = 0; i < devices_.size(); ++i) order_.push_back({devices_[i].number, i});
        std::sort(order_.begin(), order_.end());
        for (const auto& [number, at] : order_) numbers_.push_back(number);
        for (const Wanted& each : wanted) {
            if (each.series->list == ListSeries::None) {
                feed_numbers(each);
            } else {
                feed_lists(each);
            }
        }
    }

private:
    struct Wanted {
        const SimulatedSeries* series;
        std::string name;  // with a dimension, if it has one
    };

    void want(const SimulatedSeries& series, std::vector<Wanted>& wanted) const {
        std::string metric(series.metric);
        if (metric.empty()) {
            const CustomMetric* custom = world_.custom_metrics.find(fleet_.custom_metric);
            if (custom == nullptr || custom->type != CustomMetricType::Number) return;
            metric = fleet_.custom_metric;
        }
        for (auto at = world_.detect_series.lower_bound(metric);
             at != world_.detect_series.end() && metric_of_series(at->key) == metric; ++at)
            wanted.push_back({&series, at->key});
    }

    void measure() {
        const auto attacks = attacks_between(world_, fleet_.name, slot_ - sim::kMemorySlots,
                                             slot_ + 1);
        sim::Site site = sim::site_at(plan_, sim::site_number(plan_, devices_.front().device));
        sim::SiteSlot around = sim::site_slot(plan_, site, slot_);
        for (const auto& [number, device] : devices_) {
            if (const std::int64_t at = sim::site_number(plan_, device); at != site.number) {
                site = sim::site_at(plan_, at);
                around = sim::site_slot(plan_, site, slot_);
            }
            effects_.push_back(effects_on(world_, attacks, device));
            readings_.push_back(sim::reading_at(plan_, site, around, sim::device_at(plan_, device),
                                                slot_, effects_.back()));
        }
    }

    void feed_numbers(const Wanted& wanted) {
        const DimensionTopics topics(world_, wanted.name);
        const bool sized = wanted.series->metric == "aws:message-byte-size";
        std::vector<double> values;
        std::vector<MessageSizes> sizes;
        for (const auto& [number, at] : order_) {
            const sim::Reading& reading = readings_[at];
            auto value = simulated_number(*wanted.series, how_, reading);
            if (value && !counts(topics, wanted, devices_[at].device)) {
                value = counts_zero(*wanted.series) ? std::optional<double>(0.0) : std::nullopt;
            }
            values.push_back(value.value_or(kNone));
            if (!sized) continue;
            sizes.push_back(
                {reading[sim::Series::SmallestMessage], reading[sim::Series::LargestMessage],
                 reading[sim::Series::MessageBytes], reading[sim::Series::MessagesSent]});
        }
        ingest(world_, context_, sim::slot_end(slot_), {wanted.name, numbers_, values, sizes},
               Keep::Nothing);
    }

    void feed_lists(const Wanted& wanted) {
        const DimensionTopics topics(world_, wanted.name);
        for (const auto& [number, at] : order_) {
            const std::int64_t device = devices_[at].device;
            const sim::Device who = sim::device_at(plan_, device);
            const auto value = simulated_value(*wanted.series, how_,
                                               {plan_, who, slot_, effects_[at]}, readings_[at]);
            if (!value || !counts(topics, wanted, device)) continue;
            const MetricSample sample = {wanted.name, *value};
            ingest(world_, context_, sim::slot_end(slot_), device_name(fleet_, device),
                   {&sample, 1}, Keep::Nothing);
        }
    }

    bool counts(const DimensionTopics& topics, const Wanted& wanted, std::int64_t device) const {
        if (topics.all()) return true;
        const std::string name = device_name(fleet_, device);
        return topics.counts(name, topic_of(*wanted.series, name));
    }

    World& world_;
    const Fleet& fleet_;
    Context context_;
    const sim::FleetPlan plan_;
    const std::int64_t slot_;
    const Measuring how_;
    const std::span<const FleetDevice> devices_;
    std::vector<std::pair<std::int64_t, std::size_t>> order_;  // (number, place in devices_)
    std::vector<std::int64_t> numbers_;
    std::vector<sim::Reading> readings_;  // of devices_
    std::vector<std::vector<sim::Effect>> effects_;
};

// Numbers never change; a block of them is looked up once.
std::int64_t number_of(World& world, const Fleet& fleet, std::int64_t device) {
    const FleetBlock key = {fleet.name, device / kDevicesPerBlock};
    const FleetNumbers* found = world.fleet_numbers.find(key);
    if (found == nullptr) {
        FleetNumbers numbers;
        const std::int64_t first = key.block * kDevicesPerBlock;
        for (std::int64_t i = first; i < std::min(first + kDevicesPerBlock, fleet.count); ++i)
            numbers.numbers.push_back(device_number(world, device_name(fleet, i)));
        world.fleet_numbers.put(key, std::move(numbers));
        found = world.fleet_numbers.find(key);
    }
    return found->numbers[static_cast<std::size_t>(device % kDevicesPerBlock)];
}

}  // namespace

void feed_slot(World& world, const Fleet& fleet, std::int64_t slot,
               std::span<const FleetDevice> devices) {
    if (!devices.empty()) Step(world, fleet, slot, devices).run();
}

std::int64_t live_on(World& world, const std::string& fleet_name) {
    const Fleet* found = world.fleets.find(fleet_name);
    if (found == nullptr || found->next_slot >= end_slot(*found)) return 1;
    const Fleet fleet = *found;
    const std::int64_t from = fleet.next_device;
    const std::int64_t behind = std::min(from + kDevicesPerStep, fleet.count);
    const bool watched = !world.security_profiles.empty();
    std::vector<FleetDevice> devices;
    for (std::int64_t i = from; watched && i < behind; ++i)
        devices.push_back({number_of(world, fleet, i), i});
    feed_slot(world, fleet, fleet.next_slot, devices);
    const bool done = !watched || behind == fleet.count;
    world.fleets.update(fleet_name, [&](Fleet& row) {
        row.next_device = done ? 0 : behind;
        row.next_slot += done ? 1 : 0;
    });
    Context(world, fleet.entry_id)
        .due(sim::slot_end(fleet.next_slot + (done ? 1 : 0)), {DueKind::Fleet, fleet_name});
    return watched ? (behind - from) * kUnitsPerDevice : 1;
}

}  // namespace picket
