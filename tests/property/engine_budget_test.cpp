// The way to a moment is cut into slices by whoever holds the clock; the World must not notice.
#include <doctest/doctest.h>

#include "property/engine_runs.h"

using namespace picket;
using namespace picket::test;

TEST_CASE("engine: budgets 1, 7, 10^6 and mixed ones give the same World and chronicle") {
    std::int64_t items = 0;
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        CAPTURE(seed);
        const auto run = random_run(seed, {.steps = 40, .cut_off = false});
        Engine whole;
        for (const RunStep& step : run) {
            if (step.operation.empty()) {
                items += whole.advance(whole.world().now + step.advance_ms).items;
            } else {
                play(whole, step);
            }
        }
        for (const WorkUnits budget : {WorkUnits{1}, WorkUnits{7}, WorkUnits{1'000'000}}) {
            CAPTURE(budget);
            Engine sliced;
            for (const RunStep& step : run) play(sliced, step, budget);
            CHECK(world_hash(sliced.world()) == world_hash(whole.world()));
            CHECK(chronicle_text(sliced.world()) == chronicle_text(whole.world()));
        }
        Random random(seed, "budgets");
        Engine mixed;
        for (const RunStep& step : run) play(mixed, step, random.between(1, 5000));
        CHECK(world_hash(mixed.world()) == world_hash(whole.world()));
        CHECK(mixed.save() == whole.save());
    }
    CHECK(items > 200);  // the runs do have due work
}

TEST_CASE("engine: two advances are one") {
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        CAPTURE(seed);
        Engine once = play_run(seed).engine;
        Engine twice = once;
        const Timestamp now = once.world().now;
        once.advance(now + 2 * kHour);
        Random random(seed, "cut");
        twice.advance(now + random.between(0, 2 * kHour));
        twice.advance(now + 2 * kHour);
        CHECK(world_hash(once.world()) == world_hash(twice.world()));
    }
}

TEST_CASE("engine: a budget bounds the work of one advance") {
    Engine engine;
    REQUIRE(engine.call("PopulateFleet", R"({"namePrefix":"t","count":5000})").ok());
    const Progress progress = engine.advance(kDefaultStart + kDay, 1);
    CHECK_FALSE(progress.done);
    CHECK(progress.items == 1);
    CHECK(progress.now == kDefaultStart);
    CHECK(engine.world().things.size() < 5000);
}
