// The state machine of an alarm as rows of text: one row is one datapoint, 'v' for a violating and
// 'c' for a conforming one, and what is the case afterwards.
#include "detect/alarm.h"

#include <doctest/doctest.h>

#include <sstream>
#include <string>

namespace picket {
namespace {

std::string word(AlarmChange change, const AlarmState& state) {
    switch (change) {
    case AlarmChange::Raised:
        return "raised";
    case AlarmChange::Still:
        return "still";
    case AlarmChange::Cleared:
        return "cleared";
    case AlarmChange::None:
        return state.in_alarm ? "alarm" : "normal";
    }
    return "";
}

// "300 v -> normal 1/0": at 300 seconds a violating datapoint; then no alarm, one violating
// datapoint in a row and no conforming one.
void check_rows(const AlarmRule& rule, const std::string& rows) {
    AlarmState state;
    std::istringstream lines(rows);
    for (std::string line; std::getline(lines, line);) {
        std::istringstream row(line);
        std::int64_t seconds = 0;
        std::string verdict, arrow, expected, counters;
        if (!(row >> seconds >> verdict >> arrow >> expected >> counters)) continue;
        CAPTURE(line);
        const AlarmChange change = feed(rule, {seconds * kSecond}, verdict == "v", state);
        CHECK(word(change, state) == expected);
        CHECK(std::to_string(state.violating) + "/" + std::to_string(state.conforming) == counters);
    }
}

}  // namespace

TEST_CASE("alarm: one datapoint raises and one clears when no counts are given") {
    check_rows({}, R"(
        300  c -> normal  0/0
        600  v -> raised  0/0
        900  v -> still   0/0
        1200 c -> cleared 0/0
        1500 c -> normal  0/0
        1800 v -> raised  0/0)");
}

TEST_CASE("alarm: N violating datapoints in a row raise it, and a conforming one starts over") {
    check_rows({.datapoints_to_alarm = 3}, R"(
        300  v -> normal 1/0
        600  v -> normal 2/0
        900  c -> normal 0/0
        1200 v -> normal 1/0
        1500 v -> normal 2/0
        1800 v -> raised 0/0)");
}

TEST_CASE("alarm: M conforming datapoints in a row clear it, and a violating one starts over") {
    check_rows({.datapoints_to_clear = 3}, R"(
        300  v -> raised  0/0
        600  c -> alarm   0/1
        900  c -> alarm   0/2
        1200 v -> still   0/0
        1500 c -> alarm   0/1
        1800 c -> alarm   0/2
        2100 c -> cleared 0/0)");
}

TEST_CASE("alarm: a gap ends a row only if it is told to") {
    const std::string kept = R"(
        300  v -> normal 1/0
        600  v -> normal 2/0
        1500 v -> raised 0/0)";
    const std::string reset = R"(
        300  v -> normal 1/0
        600  v -> normal 2/0
        1500 v -> normal 1/0
        1800 v -> normal 2/0
        2100 v -> raised 0/0)";
    check_rows({.datapoints_to_alarm = 3}, kept);
    check_rows({.datapoints_to_alarm = 3, .gap_ends_row = true}, reset);
}

}  // namespace picket
