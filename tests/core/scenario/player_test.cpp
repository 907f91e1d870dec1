// Playing scenarios: the clock, expectations and their failures, slices, rewinds.
#include <doctest/doctest.h>

#include <string>

#include "picket/scenario.h"

using namespace picket;

namespace {

std::string scenario(std::string_view steps, std::string_view rest = "") {
    return "{\"picketScenario\": 1, \"name\": \"n\",\n\"steps\": [\n" + std::string(steps) + "\n]" +
           std::string(rest) + "}";
}

ScenarioPlayer player_of(const std::string& text, PlayOptions options = {}) {
    auto file = parse_scenario(text);
    if (!file) FAIL(file.error().message);
    return ScenarioPlayer(std::move(file).value(), options);
}

ScenarioPlayer played(const std::string& text, PlayOptions options = {},
                      WorkUnits budget = kNoBudget) {
    ScenarioPlayer player = player_of(text, options);
    for (int i = 0; i < 1'000'000 && !player.done(); ++i) player.step(budget);
    REQUIRE(player.done());
    return player;
}

constexpr std::string_view kGrowing = R"(
{"call": {"operation": "PopulateFleet", "input": {"namePrefix": "t-", "count": 900}}},
{"call": {"operation": "ScheduleCall", "input": {"operation": "CreateThing", "inSeconds": 30,
   "body": {"thingName": "late"}, "everySeconds": 60, "times": 5}}},
{"advance": {"seconds": 45}},
{"call": {"operation": "DescribeThing", "input": {"thingName": "late"}}},
{"call": {"operation": "DeleteThing", "input": {"thingName": "t-7"}, "atSeconds": 100}},
{"rewind": {"atSeconds": 50}},
{"advance": {"untilTime": "2026-01-01T00:10:00Z"}})";

}  // namespace

TEST_CASE("scenario: a call without expectations must succeed") {
    const auto good = played(
        scenario(R"({"call": {"operation": "CreateThing", "input": {"thingName": "a"}}})"));
    CHECK(good.passed());
    CHECK(good.engine().world().things.contains("a"));
    const auto bad = played(scenario(R"({"note": "x"},
 {"call": {"operation": "DescribeThing", "input": {"thingName": "a"}}})"));
    REQUIRE(bad.failures().size() == 1);
    const ScenarioFailure& failure = bad.failures()[0];
    CHECK(failure.step == 2);
    CHECK(failure.place.line == 4);
    CHECK(failure.place.column == 2);
    CHECK(failure.what == "DescribeThing: the call fails");
    CHECK(failure.actual.find("ResourceNotFoundException") == 0);
}

TEST_CASE("scenario: expected errors pass, and each wrong expectation is its own failure") {
    const auto call = [](std::string_view expect) {
        return scenario(
            R"({"call": {"operation": "DescribeThing", "input": {"thingName": "a"}, "expect": )" +
            std::string(expect) + "}}");
    };
    CHECK(played(call(R"({"error": "ResourceNotFoundException"})")).passed());
    CHECK(played(call(R"({"status": 404})")).passed());
    CHECK(played(call(R"({"message": "a"})")).passed());
    CHECK(played(call(R"({"error": "ResourceNotFoundException", "output": {"message": 1}})"))
              .failures()[0]
              .what == "DescribeThing: the output differs");
    CHECK(played(call(R"({"error": "ThrottlingException"})")).failures()[0].what ==
          "DescribeThing: the error is not the expected one");
    CHECK(played(call(R"({"status": 400})")).failures()[0].diff == "- 400\n+ 404\n");
    CHECK(played(call(R"({"error": "ThrottlingException", "status": 400, "message": "zzz"})"))
              .failures()
              .size() == 3);
    CHECK(played(call(R"({"output": {}})")).failures()[0].what == "DescribeThing: the call fails");
}

TEST_CASE("scenario: an expected error that does not come is a failure") {
    const auto player = played(scenario(
        R"({"call": {"operation": "CreateThing", "input": {"thingName": "a"}, "expect": {"error": "ThrottlingException"}}})"));
    REQUIRE(player.failures().size() == 1);
    CHECK(player.failures()[0].what == "CreateThing: the call succeeds, and an error is expected");
}

TEST_CASE("scenario: outputs are compared in the members that are given") {
    const auto create = [](std::string_view expect) {
        return scenario(
            R"({"call": {"operation": "CreateThing", "input": {"thingName": "a"}, "expect": {"output": )" +
            std::string(expect) + "}}}");
    };
    CHECK(played(create(R"({"thingName": "a"})")).passed());
    const auto player = played(create(R"({"thingName": "b"})"));
    REQUIRE(player.failures().size() == 1);
    CHECK(player.failures()[0].diff ==
          "  {\n-   \"thingName\": \"b\"\n+   \"thingName\": \"a\"\n  }\n");
    CHECK(failure_text(player.failures()[0]) ==
          "step 1, line 3, column 1: CreateThing: the output differs.\n"
          "      {\n    -   \"thingName\": \"b\"\n    +   \"thingName\": \"a\"\n      }\n");
}

TEST_CASE("scenario: calls come at their time, and a time that has passed is a failure") {
    const auto player = played(scenario(R"(
{"call": {"operation": "CreateThing", "input": {"thingName": "a"}, "atSeconds": 90}},
{"call": {"operation": "CreateThing", "input": {"thingName": "b"}, "at": "2026-01-01T01:00:00Z"}},
{"call": {"operation": "CreateThing", "input": {"thingName": "c"}, "atSeconds": 10}},
{"call": {"operation": "CreateThing", "input": {"thingName": "d"}}})"));
    CHECK(player.failures().size() == 1);
    CHECK(player.failures()[0].step == 3);
    const World& world = player.engine().world();
    CHECK_FALSE(world.things.contains("c"));
    CHECK(world.things.contains("d"));
    CHECK(to_iso((*player.engine().journal().begin()).value.time) == "2026-01-01T00:01:30Z");
    CHECK(to_iso(world.now) == "2026-01-01T01:00:00Z");
}

TEST_CASE("scenario: seed, start, region, account and settings are the engine's") {
    const auto player = played(scenario(
        R"({"call": {"operation": "CreateThing", "input": {"thingName": "a"}}})",
        R"(, "seed": 9, "start": "2027-01-01", "region": "eu-west-1", "account": "000000000042",
            "settings": {"unknownMembers": "reject"})"));
    const World& world = player.engine().world();
    CHECK(world.seed == 9);
    CHECK(world.region == "eu-west-1");
    CHECK(world.account == "000000000042");
    CHECK(*world.settings.find("unknownMembers") == "reject");
    CHECK(to_iso(world.now) == "2027-01-01T00:00:00Z");
    CHECK(played(scenario(""), {.seed = 5}).engine().world().seed == 5);
}

TEST_CASE("scenario: the end is compared: time, chronicle, hash") {
    const std::string step =
        R"({"call": {"operation": "CreateThing", "input": {"thingName": "a"}}})";
    const auto plain = played(scenario(step));
    const World& world = plain.engine().world();
    const std::string line = chronicle_line((*world.chronicle.begin()).value);
    CHECK(line.find("2026-01-01T00:00:00Z  thing.created  a  ") == 0);
    CHECK(played(scenario(step, ",\n\"expect\": {\"now\": \"2026-01-01\", \"worldHash\": \"" +
                                    world_hash(world) + "\", \"chronicle\": [\"" + line + "\"]}"))
              .passed());
    const auto wrong = played(
        scenario(step, ",\n \"expect\": {\"now\": \"2026-01-02\", \"chronicle\": [\"x\"], "
                       "\"worldHash\": \"00000000000000000000000000000000\"}"));
    REQUIRE(wrong.failures().size() == 3);
    CHECK(wrong.failures()[0].step == 0);
    CHECK(wrong.failures()[0].place.line == 5);
    CHECK(wrong.failures()[0].place.column == 2);
    CHECK(wrong.failures()[1].diff == "- x\n+ " + line + "\n");
    CHECK(outcome_text(world) == line + "\nWorld hash: " + world_hash(world) + "\n");
}

TEST_CASE("scenario: the result does not depend on the slices") {
    const std::string text = scenario(kGrowing);
    const std::string whole = outcome_text(played(text).engine().world());
    for (const WorkUnits budget : {WorkUnits{1}, WorkUnits{7}, WorkUnits{1'000'000}}) {
        CAPTURE(budget);
        CHECK(outcome_text(played(text, {}, budget).engine().world()) == whole);
    }
}

TEST_CASE("scenario: progress rises from 0 to 1, also inside a step") {
    ScenarioPlayer player = player_of(scenario(R"(
{"call": {"operation": "ScheduleCall", "input": {"operation": "DeleteMitigationAction", "inSeconds": 1,
  "everySeconds": 1, "times": 200, "body": {"actionName": "a"}}}}, {"advance": {"seconds": 200}})"));
    CHECK(player.progress() == 0);
    double last = 0;
    int inside = 0;
    while (!player.done()) {
        player.step(100);
        CHECK(player.progress() >= last);
        if (player.steps_done() == 1 && player.progress() > last) ++inside;
        last = player.progress();
    }
    CHECK(last == 1);
    CHECK(inside > 50);
}

TEST_CASE("scenario: rewinds bring back the past, and what lies ahead happens again") {
    const auto straight = played(scenario(R"(
{"call": {"operation": "CreateThing", "input": {"thingName": "a"}}},
{"call": {"operation": "DeleteThing", "input": {"thingName": "a"}, "atSeconds": 60}})"));
    const auto back = played(scenario(R"(
{"call": {"operation": "CreateThing", "input": {"thingName": "a"}}},
{"call": {"operation": "DeleteThing", "input": {"thingName": "a"}, "atSeconds": 60}},
{"rewind": {"beforeEntryId": 2}}, {"call": {"operation": "DescribeThing", "input": {"thingName": "a"}}},
{"advance": {"seconds": 0}})"));
    CHECK(back.passed());
    CHECK(world_hash(back.engine().world()) == world_hash(straight.engine().world()));
    const auto late = played(scenario(R"({"rewind": {"atSeconds": 60}})"));
    CHECK(late.failures()[0].what == "the rewind fails");
}

TEST_CASE("scenario: nextEvent stops at the next thing that is due") {
    const auto player = played(scenario(R"(
{"call": {"operation": "ScheduleCall", "input": {"operation": "CreateThing", "inSeconds": 30,
   "body": {"thingName": "late"}}}}, {"advance": {"nextEvent": true}}, {"advance": {"nextEvent": true}})"));
    CHECK(player.engine().world().things.contains("late"));
    CHECK(to_iso(player.engine().world().now) == "2026-01-01T00:00:30Z");
}

TEST_CASE("scenario: until cuts a run short, or makes it longer") {
    const std::string text = scenario(R"(
{"advance": {"seconds": 100}}, {"call": {"operation": "CreateThing", "input": {"thingName": "a"}}})",
                                      R"(, "expect": {"now": "2030-01-01"})");
    const auto cut = played(text, {.until = kDefaultStart + 60 * kSecond});
    CHECK(cut.passed());
    CHECK(cut.engine().world().now == kDefaultStart + 60 * kSecond);
    CHECK_FALSE(cut.engine().world().things.contains("a"));
    const auto longer = played(text, {.until = kDefaultStart + 500 * kSecond});
    CHECK(longer.engine().world().things.contains("a"));
    CHECK(longer.engine().world().now == kDefaultStart + 500 * kSecond);
    CHECK(played(text).failures().size() == 1);
}

TEST_CASE("scenario: text that is no JSON can be sent, and a dry run keeps nothing") {
    const auto player = played(scenario(R"(
{"call": {"operation": "CreateThing", "inputText": "{\"thingName\": ", "expect": {"error": "InvalidRequestException"}}},
{"call": {"operation": "CreateThing", "input": {"thingName": "a"}, "dryRun": true}})"));
    CHECK(player.passed());
    CHECK(player.engine().journal().empty());
}

TEST_CASE("scenario: a chronicle line stays one line whatever an event says") {
    CHECK(chronicle_line(
              {.time = kDefaultStart, .kind = "k", .subject = "a\nb", .text = "\x01\x7f."}) ==
          "2026-01-01T00:00:00Z  k  a\\u000ab  \\u0001\\u007f.");
}
