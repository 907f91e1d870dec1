// What time costs: registering a population as due work, saving and opening a session, checkpoints
// and rewinds, with 100,000 things. The baseline of the same run is hashing the World once; "x"
// says how many times that each takes.
#include <benchmark/benchmark.h>

#include <string>
#include <vector>

#include "picket/engine.h"
#include "ratios.h"

namespace {

using picket::Engine;

constexpr std::int64_t kThings = 100'000;

Engine with_population() {
    Engine engine;
    engine.call("CreateThingGroup", R"({"thingGroupName":"fleet"})");
    engine.call("PopulateFleet", R"({"namePrefix":"thing-","groupName":"fleet","count":)" +
                                     std::to_string(kThings) + "}");
    return engine;
}

const Engine& populated() {
    static const Engine engine = [] {
        Engine filled = with_population();
        filled.advance(filled.world().now);
        return filled;
    }();
    return engine;
}

void world_hash(benchmark::State& state) {
    const Engine& engine = populated();
    for (auto _ : state) benchmark::DoNotOptimize(picket::world_hash(engine.world()));
}
void populate(benchmark::State& state) {
    const Engine start = with_population();
    for (auto _ : state) {
        Engine engine = start;
        engine.advance(engine.world().now);
        benchmark::DoNotOptimize(engine.world().things.size());
    }
    state.SetItemsProcessed(state.iterations() * kThings);
}
// Calls without a host around them: what the engine itself takes for each.
void scheduled_calls(benchmark::State& state) {
    Engine start;
    start.call("CreateThing", R"({"thingName":"lamp"})");
    start.call("ScheduleCall",
               R"({"operation":"UpdateThing","everySeconds":1,"times":5000,"body":)"
               R"({"thingName":"lamp","attributePayload":{"attributes":{"site":"hall-7"}}}})");
    for (auto _ : state) {
        Engine engine = start;
        engine.call("AdvanceClock", R"({"seconds":5000})");
    }
    state.SetItemsProcessed(state.iterations() * 5000);
}
void make_image(benchmark::State& state) {
    const Engine& engine = populated();
    std::size_t bytes = 0;
    for (auto _ : state) bytes = engine.image().size();
    state.counters["bytes"] = static_cast<double>(bytes);
}
void load_by_replay(benchmark::State& state) {
    const std::string session = populated().save();
    for (auto _ : state) {
        Engine engine;
        if (!engine.load(session)) state.SkipWithError("the session does not load");
    }
}
void load_by_image(benchmark::State& state) {
    const std::string session = populated().save();
    const std::string image = populated().image();
    for (auto _ : state) {
        Engine engine;
        if (!engine.load(session, image)) state.SkipWithError("the session does not load");
    }
}
void copy_and_call(benchmark::State& state) {
    const Engine& engine = populated();
    for (auto _ : state) {
        Engine branch = engine;
        benchmark::DoNotOptimize(branch.call("CreateThing", R"({"thingName":"another"})").status);
    }
}
void world_diff_after_call(benchmark::State& state) {
    Engine engine = populated();
    const picket::World before = engine.world();
    engine.call("CreateThing", R"({"thingName":"another"})");
    for (auto _ : state) benchmark::DoNotOptimize(picket::world_diff(before, engine.world()));
}

BENCHMARK(world_hash)->Unit(benchmark::kMillisecond);
BENCHMARK(populate)->Unit(benchmark::kMillisecond);
BENCHMARK(scheduled_calls)->Unit(benchmark::kMillisecond);
BENCHMARK(make_image)->Unit(benchmark::kMillisecond);
BENCHMARK(load_by_replay)->Unit(benchmark::kMillisecond);
BENCHMARK(load_by_image)->Unit(benchmark::kMillisecond);
BENCHMARK(copy_and_call)->Unit(benchmark::kMillisecond);
BENCHMARK(world_diff_after_call)->Unit(benchmark::kMillisecond);

}  // namespace

int main(int argc, char** argv) {
    const std::string of = ", " + std::to_string(kThings) + " things";
    return picket::bench::run_with_ratios(argc, argv, of.c_str());
}
