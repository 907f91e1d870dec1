// Undo: the run without one entry, as if it had never been called; ids of the others stay.
#include <doctest/doctest.h>

#include <algorithm>

#include "model/decode.h"
#include "property/engine_runs.h"
#include "world/session.h"

using namespace picket;
using namespace picket::test;

namespace {

// The session file without one entry: what undo must come to.
std::string session_without(const Engine& engine, std::int64_t id) {
    const auto tree = read_json_strict(engine.save());
    REQUIRE(tree);
    Session session;
    std::vector<std::string> warnings;
    REQUIRE_FALSE(decode(kShape<Session>, &*tree, 0, {}, &session, {}, warnings));
    auto& journal = session.journal;
    journal.erase(std::remove_if(journal.begin(), journal.end(),
                                 [&](const JournalEntry& entry) { return entry.id == id; }),
                  journal.end());
    session.world_hash.clear();
    return to_json(session);
}

}  // namespace

TEST_CASE("engine: undo is the replay without the entry; others keep their ids, and failures are "
          "marked") {
    int failed = 0;
    // Few calls of so large an API depend on one another: runs go on until enough of them did.
    for (std::uint64_t seed = 1; seed <= 10 || (failed <= 5 && seed <= 60); ++seed) {
        CAPTURE(seed);
        const Played played = play_run(seed, {.steps = 70});
        for (const auto& [entry_id, hash] : played.hash_before) {
            const std::int64_t id = entry_id;  // clang cannot capture a structured binding.
            CAPTURE(id);
            Engine engine = played.engine;
            REQUIRE(engine.undo(id));
            CHECK(engine.journal().size() + 1 == played.engine.journal().size());
            CHECK_FALSE(engine.journal().contains(id));
            CHECK(engine.world().now == played.engine.world().now);
            for (const auto& [other, entry] : engine.journal()) {
                const JournalEntry* before = played.engine.journal().find(other);
                REQUIRE(before != nullptr);
                CHECK(entry.operation == before->operation);
                CHECK(entry.body == before->body);
                CHECK(entry.time == before->time);
                if (entry.failure) {
                    ++failed;
                    CHECK(other > id);
                    CHECK(entry.failure->find("Exception: ") != std::string::npos);
                }
            }
            Engine loaded;
            REQUIRE(loaded.load(session_without(played.engine, id)));
            CHECK(world_hash(loaded.world()) == world_hash(engine.world()));
        }
    }
    CHECK(failed > 5);
}

TEST_CASE("engine: undo of the last call is the World before it") {
    int calls = 0;
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
        CAPTURE(seed);
        Engine engine({.seed = static_cast<std::int64_t>(seed)});
        for (const RunStep& step : random_run(seed)) {
            const std::string before = world_hash(engine.world());
            const CallResult result = play(engine, step);
            if (result.entry_id == 0) continue;
            Engine copy = engine;
            REQUIRE(copy.undo(result.entry_id));
            CAPTURE(step.operation);
            CHECK(world_hash(copy.world()) == before);
            ++calls;
        }
    }
    CHECK(calls > 60);
}

TEST_CASE("engine: an entry that fails after an undo succeeds again when its reason is undone") {
    Engine engine;
    REQUIRE(engine.call("CreateThing", R"({"thingName":"a"})").ok());
    REQUIRE(engine.call("CreateThingGroup", R"({"thingGroupName":"g"})").ok());
    REQUIRE(engine.call("AddThingToThingGroup", R"({"thingGroupName":"g","thingName":"a"})").ok());
    REQUIRE(engine.call("DeleteThing", R"({"thingName":"a"})").ok());
    REQUIRE(engine.call("CreateThing", R"({"thingName":"a"})").ok());
    REQUIRE(engine.call("UpdateThing", R"({"thingName":"a","expectedVersion":1})").ok());
    REQUIRE(engine.undo(1));
    CHECK(engine.journal().find(3)->failure.has_value());
    CHECK_FALSE(engine.journal().find(6)->failure.has_value());
    CHECK(engine.world().things.contains("a"));
    // A session with marked entries opens with the same marks.
    Engine loaded;
    const auto report = loaded.load(engine.save());
    REQUIRE(report);
    CHECK(report->same_world);
    CHECK(report->failed_entries == 1);
    CHECK(loaded.save() == engine.save());
}

TEST_CASE("engine: undo of an entry that lies ahead leaves the present alone") {
    for (std::uint64_t seed = 1; seed <= 6; ++seed) {
        CAPTURE(seed);
        Played played = play_run(seed);
        if (played.hash_before.size() < 3) continue;
        const std::int64_t first = played.hash_before.begin()->first;
        const std::int64_t last = played.hash_before.rbegin()->first;
        Engine& engine = played.engine;
        REQUIRE(engine.rewind_before(first));
        const std::string present = world_hash(engine.world());
        const std::int64_t ahead = engine.entries_ahead();
        REQUIRE(engine.undo(last));
        CHECK(world_hash(engine.world()) == present);
        CHECK(engine.entries_ahead() == ahead - 1);
    }
}
