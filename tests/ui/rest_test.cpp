// Nothing is drawn when nothing changes.
#include <doctest/doctest.h>

#include "support/robot.h"

using picket::test::Robot;

namespace {

// The next frame is wanted only when something happens.
bool rests(Robot& robot) {
    robot.settle();
    for (int i = 0; i < 40; ++i) {
        if (robot.frame() < 0) return true;
    }
    return false;
}

}  // namespace

TEST_CASE("rest: the first screen wants no further frame") {
    Robot robot;
    CHECK(rests(robot));
    CHECK(robot.frame() < 0);
}

TEST_CASE("rest: neither a focused editor nor a focused field keeps the page awake") {
    Robot robot;
    robot.click_at(200, 300);
    REQUIRE(robot.ui().request.payload.focused);
    CHECK(rests(robot));
    robot.click("Operation");
    robot.type("thing");
    CHECK(rests(robot));
}

TEST_CASE("rest: a pointer that lies still over a button rests once its hint is shown") {
    Robot robot;
    const auto run = robot.find("Run");
    robot.move_to((run.left + run.right) / 2, (run.top + run.bottom) / 2);
    double next = 0;
    for (int i = 0; i < 200 && next >= 0; ++i) next = robot.frame();
    CHECK(next < 0);
}

TEST_CASE("rest: after a call and after its changes were looked at") {
    Robot robot;
    robot.click("Run");
    CHECK(rests(robot));
    robot.click("Changes");
    CHECK(rests(robot));
}

TEST_CASE("rest: playing wants frames, and pausing lets the page rest") {
    Robot robot;
    robot.click("Play");
    double next = -1;
    for (int i = 0; i < 20; ++i) next = robot.frame();
    CHECK(next >= 0);
    robot.click("Pause");
    CHECK(rests(robot));
}
