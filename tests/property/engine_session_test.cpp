// Saved runs: loading replays them to the same World, with and without the image, and they go on
// alike.
#include <doctest/doctest.h>

#include "property/engine_runs.h"

using namespace picket;
using namespace picket::test;

namespace {

void check_same(const Engine& left, const Engine& right) {
    CHECK(world_hash(left.world()) == world_hash(right.world()));
    CHECK(left.image() == right.image());
    CHECK(left.save() == right.save());
}

// The same further steps on both: answers and Worlds stay equal.
void check_goes_on_alike(Engine left, Engine right, std::uint64_t seed) {
    for (const RunStep& step : random_run(seed + 1000, {.steps = 15, .cut_off = true})) {
        CAPTURE(step.operation);
        const CallResult a = play(left, step);
        const CallResult b = play(right, step);
        CHECK(a.status == b.status);
        CHECK(a.body == b.body);
        CHECK(a.entry_id == b.entry_id);
    }
    check_same(left, right);
}

}  // namespace

TEST_CASE("engine: save and load give the same World, also through the image, and go on alike") {
    std::size_t entries = 0;
    for (std::uint64_t seed = 1; seed <= 16; ++seed) {
        CAPTURE(seed);
        const Engine engine = play_run(seed).engine;
        entries += engine.journal().size();
        for (const bool with_image : {false, true}) {
            CAPTURE(with_image);
            Engine loaded({.seed = 77});
            const auto report = loaded.load(engine.save(),
                                            with_image ? engine.image() : std::string());
            REQUIRE(report);
            CHECK(report->same_world);
            CHECK(report->from_image == with_image);
            CHECK(report->failed_entries == 0);
            CHECK(report->notes.empty());
            check_same(engine, loaded);
            check_goes_on_alike(engine, loaded, seed);
        }
    }
    CHECK(entries > 100);
}

TEST_CASE("engine: a session may be larger than a request") {
    Engine engine;
    REQUIRE(engine.call("CreateThing", R"({"thingName": "a"})").ok());
    std::string text = engine.save();
    text.insert(1, 17u << 20, ' ');
    Engine loaded;
    const auto report = loaded.load(text);
    REQUIRE(report);
    CHECK(report->same_world);
    text.insert(1, 240u << 20, ' ');
    const auto refused = loaded.load(text);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().message.find("268435456") != std::string::npos);
    CHECK(loaded.world().things.contains("a"));
}

TEST_CASE("engine: a session saved behind a rewind keeps what lies ahead") {
    for (std::uint64_t seed = 1; seed <= 8; ++seed) {
        CAPTURE(seed);
        Played played = play_run(seed);
        if (played.hash_before.empty()) continue;
        Random random(seed, "entry");
        auto entry = played.hash_before.begin();
        std::advance(entry, static_cast<std::ptrdiff_t>(random.pick(played.hash_before.size())));
        REQUIRE(played.engine.rewind_before(entry->first));
        Engine loaded;
        const auto report = loaded.load(played.engine.save());
        REQUIRE(report);
        CHECK(report->same_world);
        CHECK(loaded.entries_ahead() == played.engine.entries_ahead());
        CHECK(loaded.entries_ahead() > 0);
        check_goes_on_alike(played.engine, loaded, seed);
    }
}

TEST_CASE("engine: the journal, called again by hand on a fresh engine, gives the same World") {
    for (std::uint64_t seed = 1; seed <= 16; ++seed) {
        CAPTURE(seed);
        Played played = play_run(seed, {.steps = 40, .cut_off = false});
        Engine fresh(played.engine.options());
        for (const auto& [id, entry] : played.engine.journal()) {
            const bool later = fresh.world().now < entry.time;
            if (later || fresh.world().instant_items < entry.after_item) fresh.advance(entry.time);
            const CallResult result = fresh.call(entry.operation, entry.body.text);
            CAPTURE(result.body);
            REQUIRE(result.ok());
            CHECK(result.entry_id == id);
        }
        fresh.advance(played.engine.world().now);
        played.engine.advance(played.engine.world().now);
        CHECK(world_hash(fresh.world()) == world_hash(played.engine.world()));
    }
}

TEST_CASE("engine: ids of entries that were taken out are not given again after loading") {
    Engine engine;
    REQUIRE(engine.call("CreateThing", R"({"thingName":"a"})").ok());
    REQUIRE(engine.call("CreateThing", R"({"thingName":"b"})").ok());
    REQUIRE(engine.undo(2));
    Engine loaded;
    REQUIRE(loaded.load(engine.save()));
    check_goes_on_alike(engine, loaded, 5);
}

TEST_CASE("engine: what a call may nest, a session can hold") {
    int kept = 0;
    for (std::size_t depth = 1; depth <= 64; ++depth) {
        CAPTURE(depth);
        const std::string nested = std::string(depth, '[') + std::string(depth, ']');
        Engine engine;
        const CallResult result = engine.call(
            "ScheduleCall",
            R"({"operation":"CreateThing","body":{"thingName":"a","x":)" + nested + "}}");
        if (!result.ok()) {
            CHECK(result.error->code == ErrorCode::InvalidRequest);
            continue;
        }
        ++kept;
        engine.advance(kDefaultStart + kHour);
        Engine loaded;
        const auto report = loaded.load(engine.save());
        REQUIRE(report);
        CHECK(report->same_world);
        // A session is also the input and the output of operations.
        const CallResult saved = engine.call("SaveSession", "{}");
        CHECK(loaded.call("LoadSession", saved.body).ok());
        CHECK(world_hash(loaded.world()) == world_hash(engine.world()));
    }
    CHECK(kept > 40);
}
