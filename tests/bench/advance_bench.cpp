// What time costs: registering a population as due work, saving and opening a session, checkpoints
// and rewinds, with 100,000 things. The baseline of the same run is hashing the World once; "x"
// says how many times that each takes.
#include <benchmark/benchmark.h>

#include <cstdio>
#include <string>
#include <vector>

#include "picket/engine.h"

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

// Keeps what the console prints, and adds the ratios at the end.
class Reporter : public benchmark::ConsoleReporter {
public:
    void ReportRuns(const std::vector<Run>& runs) override {
        ConsoleReporter::ReportRuns(runs);
        for (const Run& run : runs)
            results_.emplace_back(run.benchmark_name(), run.GetAdjustedCPUTime());
    }
    void print_ratios() const {
        if (results_.empty()) return;  // A filter may have left nothing to compare.
        std::printf("\nBaseline: %s, %zu things\n", results_.front().first.c_str(),
                    std::size_t{kThings});
        for (const auto& [name, time] : results_) {
            std::printf("%-24s %10.3f x\n", name.c_str(), time / results_.front().second);
        }
    }

private:
    std::vector<std::pair<std::string, double>> results_;
};

}  // namespace

int main(int argc, char** argv) {
    benchmark::Initialize(&argc, argv);
    Reporter reporter;
    benchmark::RunSpecifiedBenchmarks(&reporter);
    reporter.print_ratios();
}
