// Bad input loses nothing: failed calls and dry runs leave the World byte-equal.
#include <doctest/doctest.h>

#include "model/any_value.h"
#include "model/generate.h"
#include "property/engine_runs.h"

using namespace picket;
using namespace picket::test;

TEST_CASE(
    "engine: a failed call changes nothing; a dry run answers as the run, and changes nothing") {
    int failures = 0;
    int successes = 0;
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        CAPTURE(seed);
        Engine engine({.seed = static_cast<std::int64_t>(seed)});
        for (const RunStep& step : random_run(seed)) {
            CAPTURE(step.operation);
            CAPTURE(step.input);
            if (step.operation.empty()) {
                play(engine, step);
                continue;
            }
            const std::string before = engine.save();
            const CallResult dry = engine.call(step.operation, step.input, {.dry_run = true});
            CHECK(engine.save() == before);
            CHECK(dry.entry_id == 0);
            const CallResult real = engine.call(step.operation, step.input);
            CHECK(dry.status == real.status);
            CHECK(dry.body == real.body);
            CHECK(dry.request == real.request);
            CHECK(world_hash(dry.after) == world_hash(real.after));
            if (real.ok()) {
                ++successes;
            } else {
                ++failures;
                CHECK(real.error->code != ErrorCode::InternalFailure);
                CHECK(engine.save() == before);
            }
        }
    }
    CHECK(failures > 50);
    CHECK(successes > 50);
}

TEST_CASE("engine: input that breaks one rule is refused by every operation, and changes nothing") {
    Engine engine = play_run(4).engine;
    REQUIRE(engine.call("PutSetting", R"({"name":"unknownMembers","value":"ignore"})").ok());
    const std::string before = engine.save();
    Random random(4, "bad");
    int refused = 0;
    for (const Operation& operation : operations()) {
        CAPTURE(operation.name);
        for (int i = 0; i < 10; ++i) {
            const auto bad = generate_bad(*operation.input, random);
            if (!bad) continue;
            CAPTURE(bad->json);
            const CallResult result = engine.call(operation.name, bad->json,
                                                  {.fill_tokens = false});
            REQUIRE_FALSE(result.ok());
            CHECK(result.status == 400);
            CHECK(result.error->code == ErrorCode::InvalidRequest);
            ++refused;
        }
    }
    CHECK(engine.save() == before);
    CHECK(refused > 150);
}

TEST_CASE("engine: text that is no JSON object is refused with its place, and changes nothing") {
    Engine engine = play_run(5).engine;
    const std::string before = engine.save();
    const std::string deep(100'000, '[');
    for (const std::string_view text :
         {std::string_view("{"), std::string_view("[]"), std::string_view("nul"),
          std::string_view("{\"a\":1,\"a\":2}"), std::string_view("{\"thingName\":\"\xff\"}"),
          std::string_view("{\"thingName\":1e999}"), std::string_view(deep)}) {
        for (const Operation& operation : operations()) {
            const CallResult result = engine.call(operation.name, text);
            CAPTURE(operation.name);
            CAPTURE(text.substr(0, 40));
            REQUIRE_FALSE(result.ok());
            CHECK(result.status == 400);
            CHECK(result.error->line == 1);
            CHECK(result.error->column >= 1);
        }
    }
    CHECK(engine.save() == before);
}
