// What comes back: the body as a tree, what follows, the history of calls, and a dry run that leads
// to the run.
#include <doctest/doctest.h>

#include "payload.h"
#include "support/robot.h"

using namespace picket;
using picket::test::Robot;

namespace {

void open(Robot& robot, std::string_view operation, std::string_view json) {
    ui::open_editor(robot.ui(), operation, json, robot.world());
    robot.app().poke();
    robot.settle();
}

void run(Robot& robot, std::string_view operation, std::string_view json) {
    open(robot, operation, json);
    robot.click("Run");
}

}  // namespace

TEST_CASE("response: the body as a tree, whose parts fold") {
    Robot robot;
    run(robot, "ListThings", "{\"maxResults\": 2}");
    CHECK_FALSE(robot.has("things[0]", "Response/Tree"));
    robot.click("Tree", "Response/Body as");
    CHECK(robot.has("things", "Response/Tree"));
    CHECK(robot.has("things[0].thingName", "Response/Tree"));
    CHECK(robot.find("things", "Response/Tree").text == "[ 2 elements ]");
    robot.click("things", "Response/Tree");
    CHECK_FALSE(robot.has("things[0]", "Response/Tree"));
    robot.click("things", "Response/Tree");
    CHECK(robot.has("things[0].thingName", "Response/Tree"));
    robot.click("Text", "Response/Body as");
    CHECK(robot.has("Response body"));
}

TEST_CASE("response: a large body opens with its deeper parts folded") {
    Robot robot;
    robot.call("PopulateFleet", R"({"namePrefix":"meter-","count":200})");
    robot.ui().response.as_tree = true;
    run(robot, "ListThings", "{\"maxResults\": 250}");
    CHECK(robot.has("things[0]", "Response/Tree"));
    CHECK_FALSE(robot.has("things[0].thingName", "Response/Tree"));
    robot.click("things[0]", "Response/Tree");
    CHECK(robot.has("things[0].thingName", "Response/Tree"));
}

TEST_CASE("response: copies the body, says the request id and the journal entry") {
    Robot robot;
    robot.click("Run");
    CHECK(robot.shows("x-amzn-requestid "));
    CHECK(robot.shows("journal "));
    robot.click("Copy", "Response");
    CHECK(robot.clipboard() == robot.ui().response.shown.body);
}

TEST_CASE("response: what follows from the call, and when") {
    Robot robot;
    run(robot, "ScheduleCall",
        R"({"operation":"CreateThing","body":{"thingName":"late"},"inSeconds":7200})");
    REQUIRE_FALSE(robot.ui().response.shown.error);
    REQUIRE(robot.ui().response.shown.next.size() == 1);
    robot.click("Next", "Response/Faces");
    CHECK(robot.shows("in 2 h"));
    CHECK(robot.shows("Scheduled call  "));
    CHECK(robot.shows(": CreateThing"));
    run(robot, "ListThings", "{}");
    robot.click("Next", "Response/Faces");
    CHECK(robot.shows("Nothing follows by itself"));
}

TEST_CASE("changes: rows of indexes and the chronicle follow, and are not in the way") {
    Robot robot({.width = 1920, .height = 1400});
    robot.click("Run");
    robot.click("Changes", "Response/Faces");
    CHECK(robot.ui().response.shown.own_changes() == 1);
    CHECK(robot.find("Changes", "Response/Faces").text == "Changes  1");
    CHECK_FALSE(robot.shows("Mitigation actions by time"));
    robot.click("Show 2 rows that follow", "Response/Changes");
    CHECK(robot.shows("Mitigation actions by time"));
    CHECK(robot.shows("Chronicle"));
    robot.click("Hide 2 rows that follow", "Response/Changes");
    CHECK_FALSE(robot.shows("Mitigation actions by time"));
}

TEST_CASE("dry run: shows the changes first, and can be run from there") {
    Robot robot;
    robot.click("Dry run");
    CHECK(robot.shows("Nothing was kept"));
    CHECK(robot.shows("detect_mitigation_action"));
    CHECK(robot.ui().response.face == ui::ResponseFace::Changes);
    CHECK(robot.world().mitigation_actions.empty());
    robot.click("Run it");
    CHECK(robot.world().mitigation_actions.size() == 1);
    CHECK_FALSE(robot.shows("Nothing was kept"));
}

TEST_CASE("history: keeps reads, failures and dry runs, newest first, and brings them back") {
    Robot robot({.height = 1600});
    CHECK(robot.ui().history.total == 0);
    robot.click("Run");
    run(robot, "DescribeThing", "{\"thingName\": \"nobody\"}");
    run(robot, "ListThings", "{\"maxResults\": 1}");
    robot.click("Dry run");
    CHECK(robot.ui().history.total == 4);
    robot.click("History", "Response/Faces");
    const auto& first = robot.find("Call 4", "Response/History");
    const auto& last = robot.find("Call 1", "Response/History");
    CHECK(first.top < last.top);
    CHECK(robot.shows("ResourceNotFoundException"));
    robot.click("Call 2", "Response/History");
    CHECK(robot.shows("Call 2 of 4"));
    CHECK(robot.shows("404"));
    REQUIRE(robot.ui().response.shown.error);
    robot.click("Edit", "Response/Banner");
    CHECK(robot.ui().request.operation == find_operation("DescribeThing"));
    CHECK(robot.payload().find("nobody") != std::string::npos);
    robot.click("Latest", "Response/Banner");
    CHECK(robot.ui().response.shown.operation == "ListThings");
    CHECK(robot.ui().response.shown.dry_run);
    CHECK_FALSE(robot.has("Latest"));
}

TEST_CASE("history: a call is run again as it was, as a call of its own") {
    Robot robot;
    run(robot, "ListThings", "{\"maxResults\": 1}");
    run(robot, "ListThingGroups", "{}");
    robot.click("History", "Response/Faces");
    robot.click("Call 1", "Response/History");
    robot.click("Run again", "Response/Banner");
    CHECK(robot.ui().history.total == 3);
    CHECK(robot.ui().response.shown.number == 3);
    CHECK(robot.ui().response.shown.operation == "ListThings");
}

TEST_CASE("history: is searched by operation and by payload") {
    Robot robot;
    run(robot, "ListThings", "{\"maxResults\": 1}");
    run(robot, "DescribeThing", "{\"thingName\": \"nobody\"}");
    robot.click("History", "Response/Faces");
    robot.click("Search calls");
    robot.type("NOBODY");
    CHECK(robot.has("Call 2", "Response/History"));
    CHECK_FALSE(robot.has("Call 1", "Response/History"));
}

TEST_CASE("history: is bounded in calls and in bytes, and keeps requests longest") {
    ui::History history;
    for (std::size_t i = 0; i < ui::kHistoryMax + 10; ++i) history.add({});
    CHECK(history.calls.size() == ui::kHistoryMax);
    CHECK(history.total == ui::kHistoryMax + 10);
    CHECK(history.find(10) == nullptr);
    CHECK(history.find(11)->number == 11);
    for (int i = 0; i < 100; ++i) {
        ui::Outcome large;
        large.request = "{}";
        large.body = std::string(1u << 20, 'x');
        history.add(std::move(large));
    }
    CHECK(history.bytes <= ui::kHistoryBytesMax);
    CHECK(history.calls.back().body.size() == 1u << 20);
    const ui::Outcome& old = history.calls[history.calls.size() - 100];
    CHECK(old.forgotten);
    CHECK(old.body.empty());
    CHECK(old.request == "{}");
}
