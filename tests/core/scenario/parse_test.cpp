// Reading scenario files: what is accepted, and that each mistake is placed where it is.
#include <doctest/doctest.h>

#include <string>

#include "picket/json_tree.h"
#include "picket/scenario.h"

using namespace picket;

namespace {

struct Mistake {
    std::string path;
    std::uint32_t line;
    std::uint32_t column;
    std::string message_part;
};

void check_mistake(std::string_view text, const Mistake& mistake) {
    CAPTURE(text);
    const auto file = parse_scenario(text);
    REQUIRE_FALSE(file);
    const Error& error = file.error();
    CHECK(error.path == mistake.path);
    CHECK(error.line == mistake.line);
    CHECK(error.column == mistake.column);
    CHECK_MESSAGE(error.message.find(mistake.message_part) != std::string::npos, error.message);
}

std::string with_step(std::string_view step) {
    return "{\"picketScenario\": 1, \"name\": \"n\",\n \"steps\": [\n  " + std::string(step) + "]}";
}

}  // namespace

TEST_CASE("scenario file: every member is read") {
    const auto file = parse_scenario(R"({
  "$schema": "scenario.schema.json",
  "picketScenario": 1, "name": "All of it", "description": "d", "whatToSee": "w",
  "seed": 7, "start": "2026-03-01T00:00:00Z", "region": "eu-west-1", "account": "000000000001",
  "settings": {"groupsPerThingMax": "3"},
  "steps": [
    {"note": "äö"}, {"call": {"operation": "CreateThing", "input": {"thingName": "a"},
      "atSeconds": 60, "dryRun": true,
      "expect": {"error": "ThrottlingException", "status": 400, "message": "m", "output": {}}}},
    {"advance": {"untilTime": 1772409600.5}},
    {"rewind": {"beforeEntryId": 1}}
  ],
  "expect": {"now": "2026-03-02", "worldHash": "0123456789abcdef0123456789abcdef", "chronicle": []}
})");
    REQUIRE(file);
    const Scenario& scenario = file->scenario;
    CHECK(scenario.name == "All of it");
    CHECK(scenario.seed == 7);
    CHECK(to_iso(*scenario.start) == "2026-03-01T00:00:00Z");
    CHECK(*scenario.settings.find("groupsPerThingMax") == "3");
    REQUIRE(scenario.steps.size() == 4);
    CHECK(scenario.steps[1].call->at_seconds == 60);
    CHECK(scenario.steps[1].call->input->text == R"({"thingName":"a"})");
    CHECK(scenario.steps[1].call->expect->error == "ThrottlingException");
    CHECK(scenario.steps[2].advance->until_time == Timestamp{1'772'409'600'500});
    CHECK(scenario.steps[3].rewind->before_entry_id == 1);
    CHECK(to_iso(*scenario.expect->now) == "2026-03-02T00:00:00Z");
    REQUIRE(file->steps.size() == 4);
    CHECK(file->steps[0].line == 7);
    CHECK(file->steps[0].column == 5);
    // Columns count code points, not bytes.
    CHECK(file->steps[1].column == 21);
    CHECK(file->steps[3].line == 11);
    CHECK(file->expect.line == 13);
    CHECK(file->expect.column == 3);
}

TEST_CASE("scenario file: mistakes have path, line and column") {
    check_mistake("{\"name\": \"n\",\n\"steps\": []}", {"picketScenario", 1, 1, "picketScenario"});
    check_mistake("{\"picketScenario\": 1,\n \"name\": 4, \"steps\": []}", {"name", 2, 10, "name"});
    check_mistake("{\"picketScenario\": 1, \"name\": \"n\",\n \"step\": [], \"steps\": []}",
                  {"step", 2, 10, "not a member of Scenario"});
    check_mistake(with_step(R"({"call": {"operation": "X", "expct": {}}})"),
                  {"steps[0].call.expct", 3, 40, "not a member"});
    check_mistake(
        with_step(R"({"note": "a"}, {"call": {"operation": "X", "expect": {"status": 99}}})"),
        {"steps[1].call.expect.status", 3, 67, "greater than or equal to 200"});
    check_mistake(with_step(R"({"note": "a", "advance": {"seconds": 1}})"),
                  {"steps[0]", 3, 3, "Exactly one"});
    check_mistake(with_step("{}"), {"steps[0]", 3, 3, "Exactly one"});
    check_mistake(with_step(R"({"advance": {}})"), {"steps[0].advance", 3, 15, "Exactly one"});
    check_mistake(with_step(R"({"advance": {"untilTime": "tomorrow"}})"),
                  {"steps[0].advance.untilTime", 3, 29, "tomorrow"});
    check_mistake(
        with_step(R"({"call": {"operation": "X", "expect": {"error": "NoSuchException"}}})"),
        {"steps[0].call.expect.error", 3, 51, "no error"});
    check_mistake(with_step(R"({"call": {"operation": "X", "input": {}, "inputText": "{"}})"),
                  {"steps[0].call.inputText", 3, 57, "not both"});
    check_mistake(with_step(R"({"call": {"operation": "X", "at": "2026-01-01", "atSeconds": 1}})"),
                  {"steps[0].call.atSeconds", 3, 64, "not both"});
    check_mistake(
        "{\"picketScenario\": 1, \"name\": \"n\", \"steps\": [],\n\"settings\": {\"x\": \"1\"}}",
        {"settings.x", 2, 19, "no setting 'x'"});
    check_mistake("{\"picketScenario\": 1, \"name\": \"n\", \"steps\": [],\n"
                  "\"settings\": {\"groupsPerThingMax\": \"0\"}}",
                  {"settings.groupsPerThingMax", 2, 35, "1"});
    check_mistake("[]", {"", 1, 1, "JSON object"});
    check_mistake("{\"picketScenario\": 1,\n  oops}", {"oops", 2, 3, ""});
    check_mistake("", {"", 1, 1, ""});
}

TEST_CASE("scenario file: a newer format is refused by its number, not by its members") {
    check_mistake(R"({"picketScenario": 2, "stages": []})", {"picketScenario", 1, 20, "format 2"});
}

TEST_CASE("scenario file: bytes that are no text are refused, not crashed on") {
    CHECK_FALSE(parse_scenario("\xff\xfe{}"));
    CHECK_FALSE(parse_scenario(std::string(100'000, '[')));
    CHECK_FALSE(parse_scenario(std::string(kJsonBytesMax + 1, ' ')));
    CHECK_FALSE(parse_scenario(R"({"picketScenario": 1, "name": "a", "name": "b", "steps": []})"));
}
