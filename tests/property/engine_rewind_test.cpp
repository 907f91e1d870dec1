// Rewinds: every moment of a run can be visited again, exactly, and the run ends as it ended.
#include <doctest/doctest.h>

#include "property/engine_runs.h"

using namespace picket;
using namespace picket::test;

TEST_CASE("engine: rewind to any visited moment and forward again gives the same World") {
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
        CAPTURE(seed);
        Played played = play_run(seed);
        Engine& engine = played.engine;
        const Timestamp end = engine.world().now;
        engine.advance(end);
        const std::string final_hash = world_hash(engine.world());
        const std::string session = engine.save();
        Engine reloaded;
        REQUIRE(reloaded.load(session));
        for (std::size_t i = 0; i < played.moments.size(); i += 5) {
            const Timestamp moment = played.moments[i];
            CAPTURE(to_iso(moment));
            REQUIRE(engine.rewind(moment));
            CHECK(engine.world().now == moment);
            const std::string there = world_hash(engine.world());
            // The same moment reached from the start, without the checkpoints of the run.
            Engine other = reloaded;
            REQUIRE(other.rewind(moment));
            CHECK(world_hash(other.world()) == there);
            engine.advance(end);
            CHECK(world_hash(engine.world()) == final_hash);
            CHECK(engine.entries_ahead() == 0);
            CHECK(engine.save() == session);
        }
    }
}

TEST_CASE("engine: rewind before an entry gives the World before its call") {
    int entries = 0;
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
        CAPTURE(seed);
        const Played played = play_run(seed);
        Engine straight = played.engine;
        straight.advance(straight.world().now);
        for (const auto& [entry_id, hash] : played.hash_before) {
            const std::int64_t id = entry_id;  // clang cannot capture a structured binding.
            CAPTURE(id);
            Engine engine = played.engine;
            REQUIRE(engine.rewind_before(id));
            CHECK(world_hash(engine.world()) == hash);
            CHECK(engine.applied_entry() < id);
            CHECK(engine.entries_ahead() > 0);
            engine.advance(straight.world().now);
            CHECK(world_hash(engine.world()) == world_hash(straight.world()));
            ++entries;
        }
    }
    CHECK(entries > 60);
}

TEST_CASE("engine: a new call behind a rewind starts a branch without what lay ahead") {
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
        CAPTURE(seed);
        Played played = play_run(seed);
        if (played.hash_before.size() < 2) continue;
        const auto middle = std::next(played.hash_before.begin(),
                                      static_cast<std::ptrdiff_t>(played.hash_before.size() / 2));
        const std::int64_t last = played.hash_before.rbegin()->first;
        Engine branch = played.engine;
        REQUIRE(branch.rewind_before(middle->first));
        // A failed call and a read change nothing about what lies ahead.
        CHECK_FALSE(branch.call("UpdateThing", R"({"thingName":"nobody-has-this-name"})").ok());
        CHECK(branch.call("ListThings", "{}").ok());
        CHECK(branch.entries_ahead() > 0);
        const CallResult made = branch.call("PutSetting",
                                            R"({"name":"groupDepthMax","value":"9"})");
        REQUIRE(made.ok());
        CHECK(made.entry_id > last);
        CHECK(branch.entries_ahead() == 0);
        CHECK(branch.journal().find(middle->first) == nullptr);
        branch.advance(branch.world().now + kHour);
        Engine loaded;
        const auto report = loaded.load(branch.save());
        REQUIRE(report);
        CHECK(report->same_world);
        // The branch can be rewound in turn, and the run it came from is as it was.
        REQUIRE(branch.rewind_before(made.entry_id));
        CHECK(world_hash(branch.world()) == middle->second);
        CHECK(played.engine.journal().find(middle->first) != nullptr);
    }
}

TEST_CASE("engine: rewinds outside of the run are refused and change nothing") {
    Played played = play_run(3);
    Engine& engine = played.engine;
    const std::string before = engine.save();
    CHECK_FALSE(engine.rewind(engine.world().now + 1));
    CHECK_FALSE(engine.rewind(engine.options().start - 1));
    CHECK_FALSE(engine.rewind_before(9999));
    CHECK_FALSE(engine.undo(9999));
    CHECK(engine.save() == before);
}
