// Due work. Goal: populations and scheduled calls do what they say, do it in bounded steps, and
// give one World however the way there is cut into budgets.
#include "service/due.h"

#include <algorithm>

#include "core/service/service_support.h"
#include "service/pair_range.h"

namespace picket {
namespace {

Engine busy_session() {
    Engine engine({.seed = 11});
    must(engine, "CreateThingGroup", group_json("fleet"));
    must(engine, "CreateThing", thing_json("dev-0007"));
    must(engine, "PopulateFleet",
         R"({"namePrefix":"dev-","count":1234,"groupName":"fleet","attributes":{"site":"north"}})");
    must(
        engine, "ScheduleCall",
        R"({"operation":"PopulateFleet","body":{"namePrefix":"x","count":30},"inSeconds":5,"everySeconds":1,"times":3})");
    must(
        engine, "ScheduleCall",
        R"({"operation":"DeleteThing","body":{"thingName":"dev-0100"},"inSeconds":2,"everySeconds":2,"times":2})");
    return engine;
}

}  // namespace

TEST_CASE(
    "population: registers every number once, in the group, and leaves existing things alone") {
    Engine engine = busy_session();
    engine.advance(engine.world().now);
    const World& world = engine.world();
    CHECK(world.things.size() == 1234);
    CHECK(world.things.contains("dev-0001"));
    CHECK(world.things.contains("dev-1234"));
    CHECK(pair_count(world.group_things, "fleet") == 1233);
    CHECK(world.things.find("dev-0007")->attributes.empty());
    CHECK(*world.things.find("dev-0008")->attributes.find("site") == "north");
    CHECK(world.populations.empty());
}

TEST_CASE(
    "population: things that stem from it have ids of their own, also when a schedule repeats it") {
    Engine engine = busy_session();
    must(
        engine, "ScheduleCall",
        R"({"operation":"DeleteThing","body":{"thingName":"x02"},"inSeconds":5,"everySeconds":1,"times":2})");
    engine.advance(engine.world().now + 60 * kSecond);
    std::vector<std::string> ids;
    for (const auto& [name, thing] : engine.world().things) ids.push_back(thing.id);
    CHECK(ids.size() == 1233 + 30);
    std::sort(ids.begin(), ids.end());
    CHECK(std::adjacent_find(ids.begin(), ids.end()) == ids.end());
}

TEST_CASE("population: a step is bounded by its setting, so calls are answered between steps") {
    Engine engine;
    must(engine, "PopulateFleet", R"({"namePrefix":"d","count":1000000})");
    engine.advance(engine.world().now, 1);
    CHECK(engine.world().things.size() == 100);
    must(engine, "PutSetting", R"({"name":"populationStep","value":"7"})");
    engine.advance(engine.world().now, 1);
    CHECK(engine.world().things.size() == 107);
    CHECK(engine.world().populations.size() == 1);
}

TEST_CASE("due work: budgets 1, 7 and 10^6 lead to the same World") {
    std::string hash;
    for (const WorkUnits budget : {WorkUnits{1}, WorkUnits{7}, WorkUnits{1'000'000}}) {
        CAPTURE(budget);
        Engine engine = busy_session();
        const Timestamp until = engine.world().now + 60 * kSecond;
        while (!engine.advance(until, budget).done) {}
        if (hash.empty()) hash = world_hash(engine.world());
        CHECK(world_hash(engine.world()) == hash);
    }
}

TEST_CASE("scheduled call: a failing run changes nothing but the chronicle, and later runs go on") {
    Engine engine;
    must(
        engine, "ScheduleCall",
        R"({"operation":"UpdateThing","body":{"thingName":"a"},"inSeconds":10,"everySeconds":10,"times":3})");
    const Timestamp start = engine.world().now;
    engine.advance(start + 15 * kSecond);
    CHECK(engine.world().chronicle.size() == 2);
    const ChronicleEvent failed = engine.world().chronicle.last()->value;
    CHECK(failed.kind == "call.failed");
    CHECK(failed.text.find("ResourceNotFoundException") != std::string::npos);
    CHECK(failed.time == start + 10 * kSecond);
    must(engine, "CreateThing", thing_json("a"));
    engine.advance(start + 25 * kSecond);
    CHECK(engine.world().things.find("a")->version == 2);
    CHECK(engine.world().scheduled_calls.size() == 1);
    engine.advance(start + 100 * kSecond);
    CHECK(engine.world().scheduled_calls.empty());
    CHECK(engine.world().due.empty());
}

TEST_CASE("scheduled call: one can cancel another") {
    Engine engine;
    const std::string body = must(
        engine, "ScheduleCall",
        R"({"operation":"CreateThing","body":{"thingName":"a"},"inSeconds":9})");
    const std::string id = body.substr(body.find(':') + 2, 32);
    must(engine, "ScheduleCall",
         R"({"operation":"CancelScheduledCall","body":{"scheduledCallId":")" + id +
             R"("},"inSeconds":1})");
    engine.advance(engine.world().now + 60 * kSecond);
    CHECK(engine.world().things.empty());
    CHECK(engine.world().scheduled_calls.empty());
    CHECK(engine.world().due.empty());
}

}  // namespace picket
