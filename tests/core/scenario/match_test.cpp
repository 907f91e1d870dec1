// What "every member given must be equal" means.
#include <doctest/doctest.h>

#include <string_view>

#include "scenario/json_match.h"

using namespace picket;

namespace {

bool matches(std::string_view expected, std::string_view actual) {
    const auto wanted = read_json_strict(expected);
    const auto found = read_json_strict(actual);
    REQUIRE(wanted);
    REQUIRE(found);
    const bool result = json_matches(*wanted, 0, *found, 0);
    // The texts that a reader compares differ exactly when the values do not match.
    const bool same_text = json_text(*wanted, 0, 2) == json_projection(*wanted, *found, 2);
    if (!result) CHECK_FALSE(same_text);
    return result;
}

}  // namespace

TEST_CASE("match: members that are not given are free") {
    CHECK(matches(R"({"a": 1})", R"({"b": [2], "a": 1})"));
    CHECK(matches("{}", R"({"a": 1})"));
    CHECK_FALSE(matches(R"({"a": 1})", R"({"b": 1})"));
    CHECK_FALSE(matches(R"({"a": 1})", R"([1])"));
}

TEST_CASE("match: lists are compared place by place and must be as long") {
    CHECK(matches("[1, 2]", "[1, 2]"));
    CHECK_FALSE(matches("[1, 2]", "[2, 1]"));
    CHECK_FALSE(matches("[1]", "[1, 2]"));
    CHECK_FALSE(matches("[]", "[1]"));
    CHECK(matches(R"([{"a": 1}])", R"([{"a": 1, "b": 2}])"));
}

TEST_CASE("match: scalars by value, numbers whatever their form") {
    CHECK(matches("1", "1.0"));
    CHECK(matches("1e2", "100"));
    CHECK_FALSE(matches("9007199254740993", "9007199254740992"));
    CHECK_FALSE(matches("1", "\"1\""));
    CHECK_FALSE(matches("true", "false"));
    CHECK_FALSE(matches("null", "0"));
    CHECK(matches("null", "null"));
    CHECK(matches(R"("\u0041")", R"("A")"));
}

TEST_CASE("match: the projection shows only what was expected, in that order") {
    const auto wanted = read_json_strict(R"({"b": 1, "list": [{"x": 1}], "gone": 3})");
    const auto found = read_json_strict(R"({"a": 0, "b": 2, "list": [{"y": 5, "x": 4}]})");
    REQUIRE(wanted);
    REQUIRE(found);
    CHECK(json_projection(*wanted, *found, 0) == R"({"b":2,"list":[{"x":4}]})");
    const auto longer = read_json_strict(R"({"list": [{"y": 5}, {"x": 4}]})");
    REQUIRE(longer);
    CHECK(json_projection(*wanted, *longer, 0) == R"({"list":[{"y":5},{"x":4}]})");
}
