// Every operation under generated input. Goal: whatever the input, the answer is a declared error
// or a success, and a failed call leaves the World as it was. Method: valid and broken inputs made
// from the shapes, on an account where names collide.
#include "base/random.h"
#include "core/service/service_support.h"
#include "model/any_value.h"
#include "model/generate.h"

namespace picket {
namespace {

Engine small_account() {
    Engine engine({.seed = 3});
    for (const char* name : {"a", "b", "c"}) {
        must(engine, "CreateThing", thing_json(name));
        must(engine, "CreateThingGroup", group_json(name));
    }
    must(engine, "CreateThingGroup", group_json("d", "a"));
    must(engine, "AddThingToThingGroup", member_json("a", "b"));
    return engine;
}

bool declares(const Operation& operation, ErrorCode code) {
    if (code == ErrorCode::InvalidRequest) return true;  // decoding can refuse any input
    for (const ErrorCode declared : operation.errors) {
        if (declared == code) return true;
    }
    return false;
}

}  // namespace

TEST_CASE("operations: generated input gives an answer or a declared error, and no error changes "
          "the World") {
    const GenerateOptions small = {.free_length_max = 3, .length_max = 40};
    std::size_t good = 0;
    std::size_t bad = 0;
    for (std::uint64_t seed = 1; seed <= 4; ++seed) {
        Random random(seed, "operations");
        Engine engine = small_account();
        std::string before = world_hash(engine.world());
        for (const Operation& operation : operations()) {
            if (operation.effect == Effect::Drives) continue;
            for (int i = 0; i < 15; ++i) {
                AnyValue input(*operation.input);
                generate(*operation.input, random, input.get(), small);
                const std::string json = to_json(*operation.input, input.get());
                CAPTURE(seed);
                CAPTURE(operation.name);
                CAPTURE(json);
                const CallResult result = engine.call(operation.name, json);
                ++(result.ok() ? good : bad);
                const std::string after = world_hash(engine.world());
                if (operation.effect == Effect::Reads || !result.ok()) CHECK(after == before);
                before = after;
                if (result.ok()) continue;
                CHECK(declares(operation, result.error->code));
                CHECK(result.error->code != ErrorCode::InternalFailure);
                CHECK(!result.error->message.empty());
            }
        }
    }
    CHECK(good > 200);
    CHECK(bad > 200);
}

TEST_CASE("operations: input that breaks one rule is InvalidRequestException at the broken place") {
    const GenerateOptions small = {.free_length_max = 3, .length_max = 40};
    std::size_t tried = 0;
    for (std::uint64_t seed = 1; seed <= 4; ++seed) {
        Random random(seed, "broken");
        Engine engine = small_account();
        const std::string before = world_hash(engine.world());
        for (const Operation& operation : operations()) {
            for (int i = 0; i < 25; ++i) {
                const auto broken = generate_bad(*operation.input, random, small);
                if (!broken) continue;
                CAPTURE(operation.name);
                CAPTURE(broken->json);
                const CallResult result = engine.call(operation.name, broken->json);
                REQUIRE(!result.ok());
                CHECK(result.error->code == ErrorCode::InvalidRequest);
                CHECK(result.error->path == broken->path);
                ++tried;
            }
        }
        CHECK(world_hash(engine.world()) == before);
    }
    CHECK(tried > 1000);
}

}  // namespace picket
