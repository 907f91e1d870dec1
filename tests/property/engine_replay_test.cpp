// Replays in pieces: whatever the budget, they come to what Engine's own functions come to at once;
// and until their result is taken, nothing has happened.
#include "picket/replay.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>

#include "property/engine_runs.h"

using namespace picket;
using namespace picket::test;

namespace {

struct Way {
    std::string name;
    std::function<Result<Replay>(const Engine&)> begin;
    std::function<void(Engine&)> at_once;
};

std::vector<Way> ways(const Played& played) {
    std::vector<Way> all;
    for (std::size_t i = 0; i < played.moments.size(); i += 9) {
        const Timestamp moment = played.moments[i];
        all.push_back({"rewind to " + to_iso(moment),
                       [=](const Engine& engine) { return Replay::rewind(engine, moment); },
                       [=](Engine& engine) { REQUIRE(engine.rewind(moment)); }});
    }
    int count = 0;
    for (const auto& [entry, hash] : played.hash_before) {
        if (count++ % 4 != 0) continue;
        const std::int64_t id = entry;
        all.push_back({"rewind before " + std::to_string(id),
                       [=](const Engine& engine) { return Replay::rewind_before(engine, id); },
                       [=](Engine& engine) { REQUIRE(engine.rewind_before(id)); }});
        all.push_back({"undo " + std::to_string(id),
                       [=](const Engine& engine) { return Replay::undo(engine, id); },
                       [=](Engine& engine) { REQUIRE(engine.undo(id)); }});
    }
    const std::string session = played.engine.save();
    all.push_back(
        {"load", [=](const Engine& from) -> Result<Replay> { return Replay::load(from, session); },
         [=](Engine& engine) { REQUIRE(engine.load(session)); }});
    return all;
}

// How often the work was cut, and whether the bar only ever grew.
int work_off(Replay& replay, const std::function<WorkUnits()>& budget) {
    int pieces = 1;
    float before = replay.progress();
    while (!replay.step(budget())) {
        ++pieces;
        CHECK(replay.progress() >= before);
        CHECK(replay.progress() < 1);
        before = replay.progress();
    }
    CHECK(replay.progress() == 1);
    return pieces;
}

}  // namespace

TEST_CASE("replay: any budgets come to the same engine as one go") {
    int most_pieces = 0;
    for (std::uint64_t seed = 1; seed <= 4; ++seed) {
        CAPTURE(seed);
        const Played played = play_run(seed);
        for (const Way& way : ways(played)) {
            CAPTURE(way.name);
            Engine at_once = played.engine;
            way.at_once(at_once);
            const std::string wanted = at_once.save();
            Random random(seed, "budgets");
            for (const WorkUnits budget :
                 {WorkUnits{1}, WorkUnits{7}, WorkUnits{1'000'000}, WorkUnits{0}}) {
                CAPTURE(budget);
                auto replay = way.begin(played.engine);
                REQUIRE(replay);
                most_pieces = std::max(most_pieces, work_off(*replay, [&] {
                                           return budget > 0 ? budget : random.between(1, 3000);
                                       }));
                CHECK_FALSE(replay->refusal());
                CHECK(replay->engine().save() == wanted);
            }
        }
    }
    CHECK(most_pieces > 30);
}

TEST_CASE("replay: one that is dropped half way has changed nothing") {
    for (std::uint64_t seed = 1; seed <= 4; ++seed) {
        CAPTURE(seed);
        const Played played = play_run(seed);
        const std::string before = played.engine.save();
        const std::string image = played.engine.image();
        for (const Way& way : ways(played)) {
            auto replay = way.begin(played.engine);
            REQUIRE(replay);
            for (int i = 0; i < 5; ++i) (void)replay->step(1);
        }
        CHECK(played.engine.save() == before);
        CHECK(played.engine.image() == image);
        // And its checkpoints still lead where they led.
        Engine engine = played.engine;
        REQUIRE(engine.rewind(engine.options().start));
        engine.advance(played.engine.world().now);
        Engine straight = played.engine;
        straight.advance(straight.world().now);
        CHECK(world_hash(engine.world()) == world_hash(straight.world()));
    }
}

TEST_CASE("replay: a call in pieces answers what the call answers") {
    const Played played = play_run(5);
    const std::int64_t entry = played.hash_before.begin()->first;
    const std::pair<std::string, std::string> calls[] = {
        {"Rewind", R"({"time":1767225600})"},
        {"Rewind", R"({"beforeEntryId":)" + std::to_string(entry) + "}"},
        {"UndoEntry", R"({"entryId":)" + std::to_string(entry) + "}"},
        {"LoadSession", R"({"session":)" + played.engine.save() + "}"},
        {"LoadSession", R"({"session":{"picketSession":99}})"},
        {"LoadSession", R"({"session":{"picketSession":1,"journal":7}})"},
        {"LoadSession", R"({"session":{"picketSession":1)" + std::string(40'000, ' ')},
        {"LoadSession", "{"},
        {"LoadSession", ""},
        {"Rewind", R"({"beforeEntryId":9999})"},
        {"AdvanceClock", R"({"seconds":86400})"},
        {"AdvanceClock", R"({"seconds":-1, "unknown":2})"},
    };
    for (const auto& [operation, body] : calls) {
        CAPTURE(operation);
        CAPTURE(body.substr(0, 60));
        for (const bool dry_run : {false, true}) {
            Engine at_once = played.engine, in_pieces = played.engine;
            const CallResult wanted = at_once.call(operation, body, {.dry_run = dry_run});
            auto call = ReplayCall::begin(in_pieces, operation, body);
            REQUIRE(call);
            while (!call->step(7)) {}
            const CallResult result = call->finish(in_pieces, dry_run);
            CHECK(result.status == wanted.status);
            CHECK(result.body == wanted.body);
            CHECK(result.request == wanted.request);
            CHECK(result.warnings == wanted.warnings);
            CHECK(world_hash(result.after) == world_hash(wanted.after));
            CHECK(in_pieces.save() == at_once.save());
            REQUIRE(result.error.has_value() == wanted.error.has_value());
            if (!wanted.error) continue;
            CHECK(result.error->path == wanted.error->path);
            CHECK(result.error->line == wanted.error->line);
            CHECK(result.error->column == wanted.error->column);
        }
    }
    // What replays nothing is Engine::call's to answer.
    CHECK_FALSE(ReplayCall::begin(played.engine, "SaveSession", "{}"));
}

TEST_CASE("replay: reading a long text, and understanding it, are pieces of their own") {
    const Played played = play_run(3);
    const auto steps_of = [&](const std::string& body, WorkUnits budget) {
        Engine engine;
        auto call = ReplayCall::begin(engine, "LoadSession", body);
        int steps = 1;
        while (!call->step(budget)) ++steps;
        CHECK(call->finish(engine, false).ok());
        CHECK(world_hash(engine.world()) == world_hash(played.engine.world()));
        return steps;
    };
    const auto body = [&](const std::string& session) { return R"({"session":)" + session + "}"; };
    constexpr WorkUnits kMuch = 1'000'000'000;
    const std::string session = played.engine.save();
    const std::string padded = std::string(50'000, ' ') + session;
    CHECK(steps_of(body(padded), kMuch) == steps_of(body(session), kMuch) + 2);
    // A text of as many tokens as this is read in pieces of as many as the budget has.
    std::string numbers = "1";
    for (int i = 0; i < 20'000; ++i) numbers += ",1";
    const std::string noted = "{\"unknown\":[" + numbers + "]," + session.substr(1);
    CHECK(steps_of(body(noted), 1000) > steps_of(body(session), 1000) + 2 * 40'000 / 1000);
}

TEST_CASE("replay: a session saved with a hash worked out in pieces is the session") {
    const Played played = play_run(3);
    Replay hashing = Replay::hash(played.engine);
    while (!hashing.step(70)) {}
    CHECK(hashing.engine().save(0, Engine::Blocks::Apart, hashing.report().actual_hash) ==
          played.engine.save(0, Engine::Blocks::Apart));
}

TEST_CASE("replay: the World hash in pieces is the World hash") {
    Engine engine;
    REQUIRE(engine.call("PopulateFleet", R"({"namePrefix":"t","count":3000})").ok());
    engine.advance(engine.world().now + kHour);
    const std::string wanted = world_hash(engine.world());
    for (const WorkUnits budget : {1, 70, 1000, 300'000}) {  // a row counts ten units
        CAPTURE(budget);
        auto replay = Replay::rewind(engine, engine.world().now);
        REQUIRE(replay);
        replay->want_hash();
        WorkUnits pieces = 1;
        while (!replay->step(budget)) ++pieces;
        CHECK(pieces > 20'000 / std::max<WorkUnits>(10, budget));
        CHECK(replay->report().actual_hash == wanted);
    }
}
