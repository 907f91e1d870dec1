// Time as a strip: what it tells, where a click leads, and sessions beside one another.
#include <doctest/doctest.h>

#include "support/robot.h"

using namespace picket;
using picket::test::Robot;

namespace {

// The pixel of a moment on the whole strip, as the view lays it out.
float pixel_of(Robot& robot, double part) {
    const ui::ProbeItem strip = robot.find("Timeline");
    return strip.left + static_cast<float>(part) * (strip.right - strip.left);
}
float middle(Robot& robot) {
    const ui::ProbeItem strip = robot.find("Timeline");
    return (strip.top + strip.bottom) / 2;
}

}  // namespace

TEST_CASE("timeline: the pointer reads what happened there") {
    Robot robot({.demo = false});
    robot.call("CreateThing", R"({"thingName":"pump"})");
    robot.move_to(pixel_of(robot, 0.01), middle(robot));
    robot.settle();
    REQUIRE(robot.has("Reading", "Timeline"));
    const std::string reading = robot.find("Reading", "Timeline").text;
    CHECK(reading.find("2026-01-01 00:00:00 UTC") != std::string::npos);
    CHECK(reading.find("Call: CreateThing") != std::string::npos);
    CHECK(reading.find("pump") != std::string::npos);
}

TEST_CASE("timeline: a click in the past rewinds, and what was seen stays in sight") {
    Robot robot({.demo = false});
    robot.click("+1 day");
    robot.call("CreateThing", R"({"thingName":"late"})");
    robot.click_at(pixel_of(robot, 0.5), middle(robot));
    CHECK(robot.world().now > kDefaultStart + 10 * kHour);
    CHECK(robot.world().now < kDefaultStart + 14 * kHour);
    CHECK(robot.world().things.empty());
    REQUIRE(robot.ui().timeline.ahead);
    CHECK(robot.ui().timeline.ahead->things.size() == 1);
    CHECK(robot.shows("1 call ahead"));
    // And a click ahead runs there again.
    robot.click_at(pixel_of(robot, 0.98), middle(robot));
    CHECK(robot.world().things.size() == 1);
}

TEST_CASE("timeline: the wheel zooms, dragging pans, a double click shows all, none moves time") {
    Robot robot({.demo = false});
    robot.click("+1 day");
    const Timestamp now = robot.world().now;
    robot.move_to(pixel_of(robot, 0.5), middle(robot));
    robot.wheel(5);
    const ui::TimeRange zoomed = robot.ui().timeline.range;
    CHECK_FALSE(zoomed.empty());
    CHECK(zoomed.length() < 0.5 * static_cast<double>(kDay));
    robot.drag(pixel_of(robot, 0.5), middle(robot), pixel_of(robot, 0.3), middle(robot));
    CHECK(robot.ui().timeline.range.from > zoomed.from);
    CHECK(robot.world().now == now);
    robot.move_to(pixel_of(robot, 0.5), middle(robot));
    robot.wheel(-60);
    CHECK(robot.ui().timeline.range.length() >= static_cast<double>(kDay));
}

TEST_CASE("timeline: a hundred thousand events draw, and reading them is short") {
    Robot robot({.demo = false});
    robot.call("CreateThing", R"({"thingName":"lamp"})");
    robot.call(
        "ScheduleCall",
        R"({"operation":"UpdateThing","inSeconds":60,"everySeconds":60,"times":60000,"body":{"thingName":"lamp"}})");
    ui::apply(robot.engine(), robot.ui(), ui::AdvanceTo{kDefaultStart + 60 * kDay});
    while (robot.app().pump(1'000'000)) {}
    robot.app().poke();
    robot.settle();
    CHECK(robot.world().chronicle.size() > 50'000);
    robot.move_to(pixel_of(robot, 0.4), middle(robot));
    robot.settle();
    CHECK(robot.find("Reading", "Timeline").text.find("and ") != std::string::npos);
    CHECK(robot.find("Reading", "Timeline").text.size() < 2000);
}

TEST_CASE("timeline: it can be put away") {
    Robot robot;
    CHECK(robot.has("Timeline"));
    robot.click("Timeline switch");
    CHECK_FALSE(robot.has("Timeline", "Timeline"));
    robot.click("Timeline switch");
    CHECK(robot.has("Timeline", "Timeline"));
}

TEST_CASE("branch: a call made in the past keeps what was ahead in a branch of its own") {
    Robot robot({.demo = false});
    robot.call("CreateThing", R"({"thingName":"first"})");
    robot.click("+1 day");
    robot.call("CreateThing", R"({"thingName":"second"})");
    robot.click("Rewind");
    robot.call("CreateThing", R"({"thingName":"other"})");
    CHECK(robot.ui().branch == "Branch 1");
    REQUIRE(robot.ui().branches.size() == 1);
    CHECK(robot.ui().branches[0].name == "Main");
    CHECK(robot.engine().entries_ahead() == 0);
    robot.click("Branches");
    robot.click("Main", "Header/Branches");
    CHECK(robot.ui().branch == "Main");
    CHECK(robot.engine().entries_ahead() == 1);
    robot.click("+1 day");
    CHECK(robot.world().things.contains(std::string("second")));
    CHECK_FALSE(robot.world().things.contains(std::string("other")));
}

TEST_CASE("branch: a dry run or a failed call in the past starts none") {
    Robot robot({.demo = false});
    robot.click("+1 day");
    robot.call("CreateThing", R"({"thingName":"second"})");
    robot.click("Rewind");
    robot.call("DeleteThingGroup", R"({"thingGroupName":"bad name"})");
    ui::apply(robot.engine(), robot.ui(), ui::Call{"CreateThing", R"({"thingName":"x"})", true});
    CHECK(robot.ui().branches.empty());
    CHECK(robot.engine().entries_ahead() == 1);
}

TEST_CASE("branch: from here, and starting over keeps the old session beside") {
    Robot robot;
    robot.click("Branches");
    robot.click("Branch from here");
    CHECK(robot.ui().branch == "Branch 1");
    robot.call("CreateThing", R"({"thingName":"tried"})");
    robot.click("Branches");
    robot.click("Start empty");
    CHECK(robot.world().things.empty());
    CHECK(robot.ui().branches.size() == 2);
    robot.click("Branches");
    robot.click("Branch 1", "Header/Branches");
    CHECK(robot.world().things.contains(std::string("tried")));
}

TEST_CASE("clock: work that takes a while can be cancelled, and stays where it is") {
    Robot robot({.demo = false});
    robot.call(
        "ScheduleCall",
        R"({"operation":"CreateThingGroup","inSeconds":3600,"everySeconds":3600,"times":200,"body":{"thingGroupName":"g"}})");
    ui::apply(robot.engine(), robot.ui(), ui::AdvanceTo{kDefaultStart + 10 * kDay});
    for (int i = 0; i < 5; ++i) robot.app().pump(1);
    robot.frame();
    robot.frame();
    const ui::ProbeItem cancel = robot.find("Cancel", "Clock");
    robot.click_at((cancel.left + cancel.right) / 2, (cancel.top + cancel.bottom) / 2);
    CHECK_FALSE(robot.ui().clock.until);
    CHECK(robot.world().now < kDefaultStart + 10 * kDay);
}
