// Checkpoints: whatever they may hold, every moment can be visited exactly, and what was visited is
// not worked out twice.
#include <doctest/doctest.h>

#include <map>

#include "base/random.h"
#include "picket/engine.h"
#include "property/engine_runs.h"
#include "world/world_bytes.h"

using namespace picket;
using namespace picket::test;

namespace {

constexpr std::int64_t kStep = 3 * kHour;
constexpr int kSteps = 30;

Engine watched_fleet(std::size_t checkpoint_bytes) {
    Engine engine({.checkpoint_bytes = checkpoint_bytes});
    const std::pair<const char*, const char*> calls[] = {
        {"CreateSecurityProfile",
         R"({"securityProfileName":"p","behaviors":[)"
         R"({"name":"few","metric":"aws:num-messages-sent","criteria":)"
         R"({"comparisonOperator":"less-than","value":{"count":30},"durationSeconds":300}},)"
         R"({"name":"size","metric":"aws:message-byte-size","criteria":)"
         R"({"comparisonOperator":"less-than","value":{"count":2000}}}]})"},
        {"AttachSecurityProfile", R"({"securityProfileName":"p","securityProfileTargetArn":)"
                                  R"("arn:aws:iot:us-east-1:123456789012:all/registered-things"})"},
        {"CreateFleet", R"({"fleetName":"f","archetype":"GATEWAY","count":20})"},
    };
    for (const auto& [operation, body] : calls) REQUIRE(engine.call(operation, body).ok());
    return engine;
}

// The hash of the World after each step.
std::map<Timestamp, std::string> watch_days(Engine& engine, std::size_t checkpoint_bytes) {
    std::map<Timestamp, std::string> seen;
    for (int i = 0; i < kSteps; ++i) {
        engine.advance(engine.world().now + kStep);
        seen[engine.world().now] = world_hash(engine.world());
        CHECK(engine.checkpoints().bytes() <= checkpoint_bytes);
    }
    return seen;
}

// There and back, in no order.
void jump_around(Engine& engine, const std::map<Timestamp, std::string>& seen,
                 std::size_t checkpoint_bytes, int jumps) {
    Random random(checkpoint_bytes, "jumps");
    for (int i = 0; i < jumps; ++i) {
        const auto at = std::next(seen.begin(), random.between(0, kSteps - 1));
        CAPTURE(to_iso(at->first));
        if (at->first < engine.world().now)
            REQUIRE(engine.rewind(at->first));
        else
            CHECK(engine.advance(at->first).done);
        CHECK(engine.world().now == at->first);
        CHECK(world_hash(engine.world()) == at->second);
        CHECK(engine.checkpoints().bytes() <= checkpoint_bytes);
    }
}

}  // namespace

TEST_CASE("checkpoints: any budget holds, and every visited moment is found again") {
    // The start alone has two kilobytes.
    const std::size_t budgets[] = {2'000, 1'000'000, 3'000'000, Checkpoints::kBytesMax};
    std::size_t fewer = 0;
    for (const std::size_t budget : budgets) {
        CAPTURE(budget);
        Engine engine = watched_fleet(budget);
        const auto seen = watch_days(engine, budget);
        const std::size_t count = engine.checkpoints().size();
        CHECK(count > fewer);
        fewer = count;
        jump_around(engine, seen, budget, budget == budgets[0] ? 2 : 6);
    }
}

TEST_CASE("checkpoints: where the clock has been it does not work again") {
    Engine engine = watched_fleet(Checkpoints::kBytesMax);
    const Timestamp start = engine.world().now;
    const Timestamp end = start + 5 * kDay + 17 * kMinute;
    const std::int64_t items = engine.advance(end).items;
    const std::string hash = world_hash(engine.world());
    REQUIRE(engine.rewind(start + kHour));
    CHECK(engine.advance(end).items == 0);
    CHECK(world_hash(engine.world()) == hash);
    // To any moment it is a few hours at most.
    REQUIRE(engine.rewind(start + kHour));
    CHECK(engine.advance(end - 5 * kHour).items < items / 10);
    // A branch has a future of its own.
    REQUIRE(engine.rewind(start + kDay));
    REQUIRE(engine.call("StopFleet", R"({"fleetName":"f"})").ok());
    const std::int64_t checkpoints = static_cast<std::int64_t>(engine.checkpoints().size());
    CHECK(checkpoints < 12);
    engine.advance(end);
    CHECK(world_hash(engine.world()) != hash);
    Engine fresh;
    const auto report = fresh.load(engine.save());
    REQUIRE(report);
    CHECK(report->same_world);
}

TEST_CASE("checkpoints: work without time has checkpoints, too, and the count is bounded") {
    Engine engine;
    REQUIRE(engine.call("CreateThingGroup", R"({"thingGroupName":"g"})").ok());
    REQUIRE(
        engine.call("PopulateFleet", R"({"namePrefix":"t-","count":60000,"groupName":"g"})").ok());
    engine.advance(engine.world().now);
    CHECK(engine.checkpoints().size() >= 4);
    for (int i = 0; i < 600; ++i) {
        const std::string name = "n" + std::to_string(i);
        REQUIRE(engine.call("CreateThing", R"({"thingName":")" + name + R"("})").ok());
    }
    CHECK(engine.checkpoints().size() <= Checkpoints::kCountMax);
    Engine undone = engine;
    REQUIRE(undone.undo(4));
    CHECK(undone.world().things.size() + 1 == engine.world().things.size());
}

TEST_CASE("checkpoints: what a World holds alone is what its drop would free") {
    Engine engine = watched_fleet(0);
    engine.advance(engine.world().now);
    World before = engine.world();
    CHECK(bytes_alone(before, before) == sizeof(World));
    // A row more: of the old tree only the changed path is its own.
    World after = before;
    const Thing* thing = before.things.find("f-07");
    REQUIRE(thing != nullptr);
    Thing changed = *thing;
    changed.attributes["note"] = std::string(1000, 'x');
    after.things.put(changed.name, changed);
    const std::size_t old_alone = bytes_alone(before, after) - sizeof(World);
    const std::size_t new_alone = bytes_alone(after, before) - sizeof(World);
    CHECK(new_alone >= old_alone + 1000);
    CHECK(new_alone < old_alone + 1200);
    CHECK(old_alone < world_bytes(before) / 4);
    CHECK(world_bytes(after) + old_alone == world_bytes(before) + new_alone);
}
