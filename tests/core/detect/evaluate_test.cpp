// Goal: what becomes of single values of a block of devices: collected, judged, or too late.
#include "detect/evaluate.h"

#include <doctest/doctest.h>

#include <limits>

using namespace picket;

namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

Timestamp at(std::int64_t seconds) { return {seconds * kSecond}; }

DetectRule threshold(std::int64_t duration_seconds) {
    DetectRule rule;
    rule.kind = RuleKind::Threshold;
    rule.comparison = ComparisonOperator::LessThan;
    rule.bound = 10;
    rule.duration_seconds = duration_seconds;
    rule.step_seconds = duration_seconds;
    return rule;
}

// Two devices, numbers 256 and 257, that the rule watches.
struct Block {
    explicit Block(DetectRule its_rule) : rule(std::move(its_rule)) {
        block.devices.resize(2);
        for (DeviceState& state : block.devices) state.monitored = state.measured = true;
    }
    Fed feed(std::int64_t seconds, std::vector<double> values, std::int64_t first = 256) {
        std::vector<std::int64_t> devices;
        for (std::size_t i = 0; i < values.size(); ++i)
            devices.push_back(first + static_cast<std::int64_t>(i));
        return feed_values(rule, {}, {at(seconds), 256, devices, values}, block, steps);
    }

    DetectRule rule;
    RuleBlock block;
    std::vector<Step> steps;
};

}  // namespace

TEST_CASE("evaluate: a value at the end of its window is judged, others wait") {
    Block test(threshold(300));
    const Fed waiting = test.feed(200, {4, 50});
    CHECK(waiting.judged == 0);
    CHECK(waiting.waits_for == at(300));
    const Fed closed = test.feed(300, {4, 4});
    CHECK(closed.judged == 2);
    REQUIRE(test.steps.size() == 1);  // 8 is less than 10, 54 is not
    CHECK(test.steps[0].device == 1);
    CHECK(test.steps[0].change == AlarmChange::Raised);
    CHECK(test.steps[0].value == 54);
    CHECK(test.steps[0].time == at(300));
}

TEST_CASE(
    "evaluate: a value that is not after the last one of its device is late, and changes nothing") {
    for (const std::int64_t duration : {0, 300}) {
        CAPTURE(duration);
        Block test(threshold(duration));
        test.feed(310, {1, 1});
        const RuleBlock before = test.block;
        for (const std::int64_t seconds : {310, 305, 10}) {
            CAPTURE(seconds);
            const Fed fed = test.feed(seconds, {99, 99});
            CHECK(fed.late == 2);
            CHECK(fed.judged == 0);
            CHECK(test.block == before);
        }
        CHECK(test.steps.empty());
        // The order of one device is no matter of the other.
        CHECK(test.feed(320, {99}).late == 0);
        CHECK(test.feed(315, {99}, 257).late == 0);
    }
}

TEST_CASE("evaluate: a value for a window that was closed for all is late") {
    Block test(threshold(300));
    test.rule.closed = at(600);
    CHECK(test.feed(500, {99}).late == 1);
    CHECK(test.feed(600, {99}).late == 1);
    CHECK(test.feed(601, {99}).late == 0);
}

TEST_CASE("evaluate: a NaN is no value, and who is not watched is not judged") {
    Block test(threshold(0));
    CHECK(test.feed(1, {kNone, 99}).judged == 1);
    REQUIRE(test.steps.size() == 1);
    CHECK(test.steps[0].device == 1);
    CHECK(test.block.devices[0].last == Timestamp{});
    test.block.devices[0].monitored = test.block.devices[0].measured = false;
    CHECK(test.feed(2, {99}).judged == 0);
    CHECK(test.block.devices[0].last == Timestamp{});
}
