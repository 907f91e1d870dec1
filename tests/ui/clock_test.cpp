// The clock bar: every way to move virtual time.
#include <doctest/doctest.h>

#include "support/robot.h"

using namespace picket;
using picket::test::Robot;

TEST_CASE("clock: steps move virtual time and what is due happens") {
    Robot robot;
    CHECK(robot.shows("2026-01-01 00:00:00"));
    CHECK(robot.shows("Next event in 30 s"));
    robot.click("Next event");
    CHECK(robot.world().now == kDefaultStart + 30 * kSecond);
    CHECK(robot.world().things.contains(std::string("gateway-west")));
    robot.click("+1 h");
    CHECK(robot.world().now == kDefaultStart + 30 * kSecond + kHour);
    robot.click("+1 day");
    CHECK(robot.world().now == kDefaultStart + 30 * kSecond + kHour + kDay);
    CHECK(robot.shows("2026-01-02 01:00:30"));
}

TEST_CASE("clock: nothing due disables the step to the next event") {
    Robot robot({.demo = false});
    CHECK_FALSE(robot.find("Next event").enabled);
    CHECK(robot.shows("Nothing is due"));
}

TEST_CASE("clock: rewind goes back, calls made later are ahead and happen again") {
    Robot robot({.demo = false});
    CHECK_FALSE(robot.find("Rewind").enabled);
    robot.click("+1 h");
    robot.call("CreateThing", R"({"thingName":"late"})");
    robot.click("Rewind");
    CHECK(robot.world().now == kDefaultStart);
    CHECK(robot.world().things.empty());
    CHECK(robot.shows("1 call ahead"));
    robot.click("+1 day");
    CHECK(robot.world().things.contains(std::string("late")));
}

TEST_CASE("clock: playing turns real time into virtual time until it is paused") {
    Robot robot({.demo = false});
    robot.click("Speed");
    robot.click("1 h / s", "Clock/Speeds");
    robot.click_at(1, 1);
    const ui::ProbeItem play = robot.find("Play");
    robot.click_at((play.left + play.right) / 2, (play.top + play.bottom) / 2);
    CHECK(robot.ui().clock.playing);
    const Timestamp from = robot.world().now;
    for (int i = 0; i < 100; ++i) {  // 1.6 s of real time
        robot.frame();
        robot.app().pump(1000);
    }
    const std::int64_t moved = robot.world().now - from;
    CHECK(moved > kHour);
    CHECK(moved < 2 * kHour);
    robot.click("Pause");
    CHECK_FALSE(robot.ui().clock.playing);
    const Timestamp paused = robot.world().now;
    for (int i = 0; i < 10; ++i) robot.frame();
    CHECK(robot.world().now == paused);
}

TEST_CASE("clock: long work runs in pieces and the page says how far it is") {
    Robot robot({.demo = false});
    robot.call(
        "ScheduleCall",
        R"({"operation":"CreateThingGroup","inSeconds":3600,"everySeconds":3600,"times":20,"body":{"thingGroupName":"g"}})");
    ui::apply(robot.engine(), robot.ui(), ui::AdvanceTo{kDefaultStart + kDay});
    int pieces = 0;
    bool said = false;
    while (robot.app().pump(1)) {
        ++pieces;
        robot.frame();
        said = said || robot.shows("Working, ");
    }
    CHECK(pieces > 5);
    CHECK(said);
    CHECK(robot.world().now == kDefaultStart + kDay);
}
