// What a host keeps of a visit and gives to the next one: branches, drafts, and the list of
// sessions that other visits left.
#include "visits.h"

#include <doctest/doctest.h>

#include "apply_session.h"
#include "payload.h"
#include "support/robot.h"

using namespace picket;
using picket::test::Robot;

namespace {

void some_time(Robot& robot) {
    robot.app().poke();
    robot.settle();
}

// A session and two branches, as the text that a host keeps.
std::string left_behind() {
    Robot robot({.demo = false});
    robot.call("CreateThing", R"({"thingName":"first"})");
    robot.click("Branches");
    robot.click("Branch from here");
    robot.call("CreateThing", R"({"thingName":"second"})");
    robot.click("Branches");
    robot.click("Branch from here");
    robot.call("CreateThing", R"({"thingName":"\"third\""})");
    robot.call("CreateThing", R"({"thingName":"third"})");
    return ui::write_branches(robot.ui());
}

}  // namespace

TEST_CASE("visits: branches of the last visit are texts until somebody goes there") {
    const std::string kept = left_behind();
    Robot robot({.demo = false});
    robot.call("CreateThing", R"({"thingName":"here"})");
    ui::read_branches(robot.ui(), kept);
    CHECK(robot.ui().branch == "Branch 2");
    REQUIRE(robot.ui().branches.size() == 2);
    CHECK(robot.ui().branches[0].name == "Main");
    CHECK_FALSE(robot.ui().branches[0].engine);
    CHECK(ui::write_branches(robot.ui()) == kept);  // and are kept again as they are
    robot.click("Branches");
    robot.click("Main", "Header/Branches");
    some_time(robot);
    CHECK(robot.ui().branch == "Main");
    CHECK(robot.world().things.contains(std::string("first")));
    CHECK_FALSE(robot.world().things.contains(std::string("second")));
    // What was shown has taken its place.
    REQUIRE(robot.ui().branches.size() == 2);
    CHECK(robot.ui().branches[0].name == "Branch 2");
    REQUIRE(robot.ui().branches[0].engine);
    CHECK(robot.ui().branches[0].engine->world().things.contains(std::string("here")));
    CHECK(robot.ui().branches[0].text.empty());  // made anew when it is kept
    robot.click("Branches");
    robot.click("Branch 1", "Header/Branches");
    some_time(robot);
    CHECK(robot.world().things.contains(std::string("second")));
}

TEST_CASE("visits: a branch that cannot be read says so, and nothing is lost") {
    Robot robot({.demo = false});
    robot.call("CreateThing", R"({"thingName":"here"})");
    ui::read_branches(robot.ui(),
                      R"({"branch":"Main","branches":[{"name":"Odd","now":5,"session":"{"}]})");
    robot.click("Branches");
    robot.click("Odd", "Header/Branches");
    some_time(robot);
    CHECK(robot.shows("Odd cannot be opened"));
    CHECK(robot.world().things.contains(std::string("here")));
    CHECK(robot.ui().branches.size() == 1);
    ui::read_branches(robot.ui(), "no JSON");
    ui::read_branches(robot.ui(), "{}");
    CHECK(robot.ui().branches.size() == 1);
    CHECK(robot.ui().branch == "Main");
}

TEST_CASE("visits: the editor's text and the drafts of other operations come back") {
    std::string kept;
    {
        Robot robot;
        ui::open_operation(robot.ui(), *find_operation("CreateThing"), robot.world());
        robot.ui().request.payload.load("{\"thingName\": \"half");
        ui::open_operation(robot.ui(), *find_operation("CreateThingGroup"), robot.world());
        robot.ui().request.payload.load("{\n\t\"thingGroupName\": \"\xC3\xBC\"");
        kept = ui::write_drafts(robot.ui());
    }
    Robot robot;
    ui::read_drafts(robot.ui(), robot.world(), kept);
    some_time(robot);
    CHECK(robot.ui().request.operation->name == "CreateThingGroup");
    CHECK(robot.payload() == "{\n\t\"thingGroupName\": \"\xC3\xBC\"");
    ui::open_operation(robot.ui(), *find_operation("CreateThing"), robot.world());
    CHECK(robot.payload() == "{\"thingName\": \"half");
    // An operation that this build does not have changes nothing.
    ui::read_drafts(robot.ui(), robot.world(), R"({"operation":"Gone","payload":"x"})");
    ui::read_drafts(robot.ui(), robot.world(), "");
    CHECK(robot.payload() == "{\"thingName\": \"half");
}

TEST_CASE("visits: sessions of other visits are listed, and one press wishes for one") {
    Robot robot;
    robot.click("Branches");
    CHECK_FALSE(robot.shows("Sessions of other visits"));
    robot.click("Branches");
    ui::list_visits(robot.ui(), "a-1\tNov 26, 2026, 12:40\t34 calls, until 2026-01-02 00:00:00\t0\n"
                                "b-2\tNov 25, 2026, 08:00\t1 call, until 2026-01-01 00:00:00\t1");
    REQUIRE(robot.ui().visits.list.size() == 2);
    CHECK(robot.ui().visits.list[1].open);
    some_time(robot);
    robot.click("Branches");
    CHECK(robot.shows("34 calls, until 2026-01-02 00:00:00"));
    CHECK(robot.shows("open in another tab"));
    robot.click("Nov 26, 2026, 12:40", "Header/Branches");
    CHECK(robot.ui().visits.wish == "a-1");
    ui::list_visits(robot.ui(), "");
    CHECK(robot.ui().visits.list.empty());
}

TEST_CASE("visits: one that is opened leaves what was shown beside it, with its own branches") {
    const std::string branches = left_behind();
    std::string session;
    {
        Robot other({.demo = false});
        other.call("CreateThing", R"({"thingName":"theirs"})");
        session = other.engine().save();
        CHECK(ui::visit_words(other.engine()) == "1 call, until 2026-01-01 00:00:00");
    }
    Robot robot({.demo = false});
    robot.call("CreateThing", R"({"thingName":"mine"})");
    ui::open_visit(robot.engine(), robot.ui(), "The session of Monday", session, {});
    ui::read_branches(robot.ui(), branches, "Monday");
    some_time(robot);
    CHECK(robot.shows("The session of Monday is open."));
    CHECK(robot.world().things.contains(std::string("theirs")));
    REQUIRE(robot.ui().branches.size() == 3);
    CHECK(robot.ui().branches[0].name == "Monday: Main");
    CHECK(robot.ui().branches[2].name == "Main");
    CHECK(robot.ui().branches[2].engine->world().things.contains(std::string("mine")));
    // Again: names stay apart, so that each leads to its own.
    ui::read_branches(robot.ui(), branches, "Monday");
    REQUIRE(robot.ui().branches.size() == 5);
    CHECK(robot.ui().branches[3].name == "Monday: Main (2)");
}
