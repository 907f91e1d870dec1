// What simulated fleets cost: readings of each kind of device, and days of a watched fleet through
// the engine, with Detect behind it: simulate, ingest and evaluate. Items are values: the series of
// a reading, or what the rules were told. The baseline computes each reading alone and judges it by
// the words of the documentation.
#include <benchmark/benchmark.h>

#include <string>

#include "sim/reading.h"
#include "ten_rules.h"

namespace {

using namespace picket;
using namespace picket::bench;

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

sim::FleetPlan sensors() {
    Fleet fleet;
    fleet.name = "g";
    fleet.site_set = "g";
    fleet.archetype = DeviceArchetype::IndustrialSensor;
    fleet.devices_per_site = sim::archetypes()[static_cast<std::size_t>(fleet.archetype)]
                                 .devices_per_site;
    return sim::plan_of(1, fleet);
}

// Beside what the program holds, "bytes", what was counted of it.
void note_memory(const Engine& engine, benchmark::State& state) {
    state.PauseTiming();
    state.counters["world_bytes"] = static_cast<double>(world_bytes(engine.world()));
    state.counters["checkpoint_bytes"] = static_cast<double>(engine.checkpoints().bytes());
    state.counters["checkpoints"] = static_cast<double>(engine.checkpoints().size());
    state.SetLabel(heaviest_tables(engine.world()));
    state.ResumeTiming();
}

// Ten rules on the messages of industrial sensors: devices, days.
void watched_days(benchmark::State& state) {
    const std::int64_t devices = state.range(0);
    const std::int64_t days = state.range(1);
    Engine start = with_rules();
    start.call("CreateFleet",
               "{\"fleetName\":\"g\",\"archetype\":\"INDUSTRIAL_SENSOR\",\"count\":" +
                   std::to_string(devices) + "}");
    std::size_t events = 0;
    double bytes = 0;
    for (auto _ : state) {
        const double before = held_bytes();
        Engine engine = start;
        engine.advance(engine.world().now + days * kDay);
        events = engine.world().violation_events.size();
        bytes = held_bytes() - before;
        note_memory(engine, state);
        benchmark::DoNotOptimize(engine.world().now);
    }
    state.SetItemsProcessed(state.iterations() * kSlotsPerDay * days * devices * kRuleCount);
    state.counters["events"] = static_cast<double>(events);
    state.counters["bytes"] = bytes;
}

void watched_days_by_the_book(benchmark::State& state) {
    const std::int64_t devices = state.range(0);
    const std::int64_t days = state.range(1);
    const sim::FleetPlan plan = sensors();
    std::vector<std::string> names;
    for (std::int64_t i = 0; i < devices; ++i) names.push_back("g-" + std::to_string(i));
    for (auto _ : state) {
        ByTheBook book;
        const std::int64_t first = sim::slot_from(kDefaultStart);
        for (std::int64_t slot = 0; slot < days * kSlotsPerDay; ++slot) {
            std::vector<double> values;
            for (std::int64_t i = 0; i < devices; ++i) {
                const auto reading = sim::reading_at(plan, sim::device_at(plan, i), first + slot,
                                                     {});
                values.push_back(reading[sim::Series::MessagesSent]);
            }
            book.take(slot + 1, names, values);
        }
        benchmark::DoNotOptimize(book.events);
    }
    state.SetItemsProcessed(state.iterations() * kSlotsPerDay * days * devices * kRuleCount);
}

// Six rules on everything a gateway does, 1,000 devices, days: what time travel has to hold.
// Nothing violates them, so that the bytes are those of windows and checkpoints.
void watched_gateways(benchmark::State& state) {
    const std::int64_t days = state.range(0);
    double bytes = 0;
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
        const double before = held_bytes();
        Engine engine = start;
        engine.advance(engine.world().now + days * kDay);
        bytes = held_bytes() - before;
        note_memory(engine, state);
        benchmark::DoNotOptimize(engine.world().now);
    }
    state.SetItemsProcessed(state.iterations() * kSlotsPerDay * days * kDevices * 6);
    state.counters["bytes"] = bytes;
}

BENCHMARK(watched_days_by_the_book)->Args({1000, 1})->Unit(benchmark::kMillisecond)->Iterations(1);
BENCHMARK(watched_days)
    ->Args({1000, 1})
    ->Args({1000, 14})
    ->Args({10'000, 1})
    ->Unit(benchmark::kMillisecond);
BENCHMARK(read_fleet)->DenseRange(0, 6)->Unit(benchmark::kMicrosecond);
BENCHMARK(watched_gateways)->Arg(1)->Arg(30)->Unit(benchmark::kMillisecond);

}  // namespace
