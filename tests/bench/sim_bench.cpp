// What simulated fleets cost: readings of each kind of device, and a day of a watched fleet through
// the engine, with Detect behind it. Items are values: the series of a reading, or what the rules
// were told. The baseline is the reading of an industrial sensor.
#include <benchmark/benchmark.h>

#include <string>

#include "picket/engine.h"
#include "sim/reading.h"

namespace {

using namespace picket;

constexpr std::int64_t kDevices = 1000;

void read_fleet(benchmark::State& state) {
    const sim::Archetype& kind = sim::archetypes()[static_cast<std::size_t>(state.range(0))];
    state.SetLabel(std::string(enum_name(kind.id)));
    Fleet fleet;
    fleet.name = "bench";
    fleet.site_set = "bench";
    fleet.archetype = kind.id;
    fleet.devices_per_site = kind.devices_per_site;
    const sim::FleetPlan plan = sim::plan_of(1, fleet);
    std::int64_t slot = sim::slot_from(kDefaultStart);
    for (auto _ : state) {
        sim::Site site = sim::site_at(plan, 0);
        sim::SiteSlot around = sim::site_slot(plan, site, ++slot);
        for (std::int64_t number = 0; number < kDevices; ++number) {
            if (const std::int64_t at = sim::site_number(plan, number); at != site.number) {
                site = sim::site_at(plan, at);
                around = sim::site_slot(plan, site, slot);
            }
            benchmark::DoNotOptimize(
                sim::reading_at(plan, site, around, sim::device_at(plan, number), slot, {}));
        }
    }
    state.SetItemsProcessed(state.iterations() * kDevices *
                            static_cast<std::int64_t>(sim::kSeriesCount));
}

// Six rules on everything a gateway does: 288 slots, 1,000 devices.
void watched_day(benchmark::State& state) {
    Engine start;
    start.call(
        "CreateSecurityProfile",
        R"({"securityProfileName":"p","behaviors":[)"
        R"({"name":"a","metric":"aws:num-messages-sent","criteria":{"comparisonOperator":"less-than","value":{"count":100000},"durationSeconds":300}},)"
        R"({"name":"b","metric":"aws:num-messages-received","criteria":{"comparisonOperator":"less-than","value":{"count":100000},"durationSeconds":300}},)"
        R"({"name":"c","metric":"aws:message-byte-size","criteria":{"comparisonOperator":"less-than","value":{"count":100000}}},)"
        R"({"name":"d","metric":"aws:all-bytes-out","criteria":{"comparisonOperator":"less-than","value":{"count":100000000000},"durationSeconds":300}},)"
        R"({"name":"e","metric":"aws:all-packets-out","criteria":{"comparisonOperator":"less-than","value":{"count":1000000000},"durationSeconds":300}},)"
        R"({"name":"f","metric":"aws:num-established-tcp-connections","criteria":{"comparisonOperator":"less-than","value":{"count":100000}}}]})");
    start.call("AttachSecurityProfile",
               R"({"securityProfileName":"p","securityProfileTargetArn":)"
               R"("arn:aws:iot:us-east-1:123456789012:all/registered-things"})");
    start.call("CreateFleet", R"({"fleetName":"g","archetype":"GATEWAY","count":1000})");
    for (auto _ : state) {
        Engine engine = start;
        engine.advance(engine.world().now + kDay);
        benchmark::DoNotOptimize(engine.world().now);
    }
    state.SetItemsProcessed(state.iterations() * 288 * kDevices * 6);
}

BENCHMARK(read_fleet)->DenseRange(0, 6)->Unit(benchmark::kMicrosecond);
BENCHMARK(watched_day)->Unit(benchmark::kMillisecond);

}  // namespace
