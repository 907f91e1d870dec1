// Replays between frames: a long rewind, undo or session says how far it is, can be cancelled, and
// holds up nothing that only reads.
#include <doctest/doctest.h>

#include "support/robot.h"

using namespace picket;
using picket::test::Robot;

namespace {

// An hour with so much due work that going back into it takes more than one piece.
void fill_hour(Robot& robot) {
    robot.call("CreateThing", R"({"thingName":"lamp"})");
    robot.call("ScheduleCall", R"({"operation":"UpdateThing","inSeconds":1,"everySeconds":1,
        "times":3000,"body":{"thingName":"lamp"}})");
    robot.call("CreateThing", R"({"thingName":"other"})");
    robot.click("+1 h");
    REQUIRE(robot.world().now == kDefaultStart + kHour);
}

// Frames and small pieces of work, long enough for the bar to appear.
void some_frames(Robot& robot) {
    for (int i = 0; i < 20 && robot.app().work_wanted(); ++i) {
        robot.app().pump(1);
        robot.frame();
    }
}

// A press without waiting until all is done.
void press(Robot& robot, std::string_view label, std::string_view scope) {
    const ui::ProbeItem item = robot.find(label, scope);
    robot.move_to((item.left + item.right) / 2, (item.top + item.bottom) / 2);
    for (const bool down : {true, false}) {
        ImGui::GetIO().AddMouseButtonEvent(0, down);
        robot.app().poke();
        robot.frame();
    }
}

constexpr Timestamp kFar = kDefaultStart + 50 * kMinute;

}  // namespace

TEST_CASE("replay: a long rewind goes on between frames, says how far it is, and arrives") {
    Robot robot({.demo = false});
    fill_hour(robot);
    ui::apply(robot.engine(), robot.ui(), ui::Rewind{kFar});
    REQUIRE(robot.ui().replaying);
    CHECK(robot.world().now == kDefaultStart + kHour);  // nothing has happened yet
    some_frames(robot);
    CHECK(robot.shows("Rewind to 2026-01-01 00:50:00, "));
    CHECK(robot.has("Cancel", "Clock"));
    robot.settle();
    CHECK_FALSE(robot.ui().replaying);
    CHECK(robot.world().now == kFar);
    CHECK(robot.ui().timeline.ahead);
}

TEST_CASE("replay: a cancelled one leaves everything as it was") {
    Robot robot({.demo = false});
    fill_hour(robot);
    const std::string before = robot.engine().save();
    for (const bool undo : {false, true}) {
        if (undo)
            ui::apply(robot.engine(), robot.ui(), ui::Undo{1});
        else
            ui::apply(robot.engine(), robot.ui(), ui::Rewind{kFar});
        some_frames(robot);
        REQUIRE(robot.ui().replaying);
        press(robot, "Cancel", "Clock");
        robot.settle();
        CHECK_FALSE(robot.ui().replaying);
        CHECK(robot.engine().save() == before);
        CHECK(robot.ui().toasts.back().text.find("Nothing has changed") != std::string::npos);
        CHECK_FALSE(robot.ui().undone.engine);
    }
}

TEST_CASE("replay: reads and dry runs go on beside it, what changes something waits") {
    Robot robot({.demo = false});
    fill_hour(robot);
    ui::apply(robot.engine(), robot.ui(), ui::Rewind{kFar});
    const auto call = [&](const char* operation, const char* body, bool dry_run) {
        ui::apply(robot.engine(), robot.ui(), ui::Call{operation, body, dry_run});
    };
    call("ListThings", "{}", false);
    CHECK(robot.ui().history.total == 4);
    call("CreateThing", R"({"thingName":"new"})", true);
    CHECK(robot.ui().history.total == 5);
    call("CreateThing", R"({"thingName":"new"})", false);
    CHECK(robot.ui().history.total == 5);
    CHECK(robot.ui().toasts.back().text.find("under way") != std::string::npos);
    for (const ui::Command& command : {ui::Command{ui::AdvanceTo{kFar + kDay}},
                                       ui::Command{ui::Play{}}, ui::Command{ui::StartOver{}}}) {
        ui::apply(robot.engine(), robot.ui(), command);
        CHECK(robot.ui().replaying);
        CHECK_FALSE(robot.ui().clock.playing);
        CHECK_FALSE(robot.ui().clock.until);
    }
    robot.settle();
    CHECK(robot.world().now == kFar);
    CHECK_FALSE(robot.world().things.contains(std::string("new")));
}

TEST_CASE("replay: another rewind takes its place") {
    Robot robot({.demo = false});
    fill_hour(robot);
    ui::apply(robot.engine(), robot.ui(), ui::Rewind{kFar});
    ui::apply(robot.engine(), robot.ui(), ui::Rewind{kDefaultStart});
    robot.settle();
    CHECK(robot.world().now == kDefaultStart);
}

TEST_CASE("replay: a session is opened by its call, in pieces, and the one before is kept beside") {
    Robot robot({.demo = false});
    fill_hour(robot);
    const std::string session = robot.engine().save(0);
    robot.call("CreateThing", R"({"thingName":"later"})");
    ui::apply(robot.engine(), robot.ui(),
              ui::Call{"LoadSession", "{\"session\":" + session + "}", false});
    REQUIRE(robot.ui().replaying);
    CHECK(robot.world().things.contains(std::string("later")));
    some_frames(robot);
    CHECK(robot.shows("LoadSession, "));
    robot.settle();
    CHECK_FALSE(robot.world().things.contains(std::string("later")));
    CHECK(robot.world().now == kDefaultStart + kHour);
    CHECK(robot.ui().response.shown.operation == "LoadSession");
    CHECK(robot.ui().response.shown.body.find("\"sameWorld\": true") != std::string::npos);
    REQUIRE(robot.ui().branches.size() == 1);
    CHECK(robot.ui().branches[0].engine->world().things.contains(std::string("later")));
}

TEST_CASE("replay: an assessment by its call is worked off between frames, and forgets nothing") {
    Robot robot({.demo = false});
    robot.call("CreateFleet", R"({"fleetName":"f","archetype":"SMART_LIGHT","count":200})");
    ui::apply(robot.engine(), robot.ui(), ui::AdvanceTo{kDefaultStart + 2 * kDay});
    robot.settle();
    robot.call("CreateThing", R"({"thingName":"new"})");
    ui::apply(robot.engine(), robot.ui(), ui::Undo{robot.engine().journal().last()->key});
    robot.settle();
    REQUIRE(robot.ui().undone.engine);
    const std::string before = robot.engine().save();
    const ui::Call call = {"AssessSecurityProfile",
                           R"({"behaviors":[{"name":"b","metric":"aws:num-messages-sent",)"
                           R"("criteria":{"comparisonOperator":"less-than","value":{"count":5},)"
                           R"("durationSeconds":300}}]})"};
    ui::apply(robot.engine(), robot.ui(), call);
    REQUIRE(robot.ui().replaying);
    some_frames(robot);
    CHECK(robot.shows("AssessSecurityProfile, "));
    // It would take the place of the one that is under way.
    ui::apply(robot.engine(), robot.ui(), call);
    CHECK(robot.ui().toasts.back().text.find("under way") != std::string::npos);
    robot.settle();
    CHECK_FALSE(robot.ui().replaying);
    CHECK(robot.ui().response.shown.body.find("devicesLookedAt") != std::string::npos);
    CHECK(robot.ui().undone.engine);
    CHECK(robot.engine().save() == before);
}

TEST_CASE("replay: a session that cannot be opened says why, and nothing is lost") {
    Robot robot;
    const std::string before = robot.engine().save();
    robot.call("LoadSession", R"({"session":{"picketSession":99,"seed":1,
        "start":0,"end":0,"region":"us-east-1","account":"123456789012","journal":[]}})");
    REQUIRE(robot.ui().response.shown.error);
    CHECK(robot.ui().response.shown.error->message.find("newer Picket") != std::string::npos);
    CHECK(robot.engine().save() == before);
    CHECK(robot.ui().branches.empty());
}
