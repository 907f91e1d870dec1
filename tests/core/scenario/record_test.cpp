// Recording: expectations become true, and nothing else in the author's file changes.
#include <doctest/doctest.h>

#include <string>

#include "picket/scenario.h"

using namespace picket;

namespace {

std::string recorded(const std::string& text) {
    auto result = record_scenario(text);
    if (!result) FAIL(result.error().message);
    return std::move(result).value();
}

bool passes(const std::string& text) {
    const auto outcome = play_scenario(text);
    if (!outcome) FAIL(outcome.error().message);
    return outcome->failures.empty();
}

// The end's expectations, so that a test can look at the calls alone.
constexpr const char* kEnd = "\"expect\": {\"now\": \"2026-01-01T00:00:00Z\"}";

std::string file(std::string_view steps) {
    return "{\n  \"picketScenario\": 1, \"name\": \"n\",\n  \"steps\": [\n    " +
           std::string(steps) + "\n  ],\n  " + kEnd + "\n}\n";
}

}  // namespace

TEST_CASE("record: a missing expectation is filled in on the same line when it fits") {
    const std::string before = file(
        R"({"call": {"operation": "DeleteMitigationAction", "input": {"actionName": "a"}}})");
    CHECK(recorded(before) == file("{\"call\": {\"operation\": \"DeleteMitigationAction\", "
                                   "\"input\": {\"actionName\": \"a\"},\n"
                                   "      \"expect\": {\"status\": 200}}}"));
    const std::string small = file(
        R"({"call": {"operation": "DeleteThingGroup", "input": {"thingGroupName": "a"}}})");
    CHECK(passes(recorded(small)));
    CHECK(recorded(file(R"({"call": {"operation": "ListThings"}})")) ==
          file(R"({"call": {"operation": "ListThings", "expect": {"output": {"things": []}}}})"));
}

TEST_CASE("record: long expectations get lines of their own, in the author's indentation") {
    const std::string before = file(
        "{\n      \"call\": {\n        \"operation\": \"CreateThing\",\n"
        "        \"input\": {\"thingName\": \"a\"}\n      }\n    }");
    const std::string after = recorded(before);
    CHECK(passes(after));
    const std::size_t at = after.find(
        ",\n        \"expect\": {\n          \"output\": {\n            \"thingName\": \"a\",\n");
    CHECK(at != std::string::npos);
    // Taking the member out again gives the author's text.
    const std::size_t end = after.find("\n      }\n    }\n  ]", at);
    REQUIRE(end != std::string::npos);
    CHECK(after.substr(0, at) + after.substr(end) == before);
}

TEST_CASE("record: errors are recorded with name, status and message") {
    const std::string after = recorded(
        file(R"({"call": {"operation": "DescribeThing", "input": {"thingName": "a"}}})"));
    CHECK(passes(after));
    CHECK(after.find("\"error\": \"ResourceNotFoundException\"") != std::string::npos);
    CHECK(after.find("\"status\": 404") != std::string::npos);
    CHECK(after.find("\"message\": ") != std::string::npos);
}

TEST_CASE("record: a wrong expectation is corrected in the members its author chose") {
    const std::string before = file(
        R"({"call": {"operation": "CreateThing", "input": {"thingName": "a"},
      "expect": {"output": {"thingName":   "b"}}}})");
    CHECK(recorded(before) ==
          file(R"({"call": {"operation": "CreateThing", "input": {"thingName": "a"},
      "expect": {"output": {"thingName": "a"}}}})"));
    const std::string status = file(
        R"({"call": {"operation": "DescribeThing", "input": {"thingName": "a"},
      "expect": {"error": "ThrottlingException", "message": "a"}}})");
    CHECK(recorded(status) ==
          file(R"({"call": {"operation": "DescribeThing", "input": {"thingName": "a"},
      "expect": {"error": "ResourceNotFoundException", "message": "a"}}})"));
}

TEST_CASE("record: an expectation of the other outcome is replaced as a whole") {
    const std::string after = recorded(file(R"({"call": {"operation": "ListThings",
      "expect": {"error": "ThrottlingException", "status": 400}}})"));
    CHECK(after == file(R"({"call": {"operation": "ListThings",
      "expect": {"output": {"things": []}}}})"));
}

TEST_CASE(
    "record: what holds already stays byte for byte, and a second recording changes nothing") {
    const std::string odd =
        "{\"picketScenario\":1 ,\"name\":\"n\",  \"steps\":[ "
        "{\"call\":{\"operation\":\"ListThings\","
        "\"expect\":{\"output\" : {}}}} ,{\"note\":\"\\u00e4\"}],\"expect\":{}}";
    CHECK(recorded(odd) == odd);
    const std::string once = recorded(
        file(R"({"call": {"operation": "CreateThing", "input": {"thingName": "a"}}},
    {"call": {"operation": "CreateThing", "input": {"thingName": "a", "thingTypeName": "x y"}}},
    {"advance": {"seconds": 5}},
    {"call": {"operation": "DescribeThing", "input": {"thingName": "a"}}})"));
    CHECK(passes(once));
    CHECK(recorded(once) == once);
}

TEST_CASE("record: the end gets time, hash and chronicle; files without lines stay without") {
    const std::string flat =
        R"({"picketScenario":1,"name":"n","steps":[{"call":{"operation":"CreateThing","input":{"thingName":"a"}}}]})";
    const std::string after = recorded(flat);
    CHECK(passes(after));
    const auto file = parse_scenario(after);
    REQUIRE(file);
    REQUIRE(file->scenario.expect);
    CHECK(file->scenario.expect->now == kDefaultStart);
    CHECK(file->scenario.expect->world_hash->size() == 32);
    CHECK(file->scenario.expect->chronicle->size() == 1);
    CHECK(recorded(after) == after);
}

TEST_CASE("record: a step that cannot be done is an error with its place") {
    const auto result = record_scenario(file(R"({"advance": {"seconds": 60}},
    {"call": {"operation": "ListThings", "atSeconds": 10}})"));
    REQUIRE_FALSE(result);
    CHECK(result.error().path == "steps[1]");
    CHECK(result.error().line == 5);
    CHECK_FALSE(record_scenario("{"));
}
