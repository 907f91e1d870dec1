// The World as tables: any table, any number of rows, the chosen row, the chronicle and the
// journal.
#include <doctest/doctest.h>

#include "shape_text.h"
#include "support/robot.h"

using namespace picket;
using picket::test::Robot;

TEST_CASE("world: tables list their sizes and rows") {
    Robot robot;
    CHECK(robot.has("Things", "World/Tables"));
    CHECK(robot.shows("50"));
    CHECK(robot.has("gateway-north", "World/things"));
    robot.click("Thing groups", "World/Tables");
    CHECK(robot.has("Meters", "World/thingGroups"));
    CHECK(robot.shows("ThingGroupForDetectMitigationAction"));
}

TEST_CASE("world: a row that is clicked opens in full, follows changes, and closes") {
    Robot robot;
    robot.click("gateway-north", "World/things");
    CHECK(robot.has("Contents", "World/things/Row"));
    CHECK(robot.shows("\"firmware\": \"2.4.1\""));
    robot.call(
        "UpdateThing",
        R"({"thingName":"gateway-north","attributePayload":{"attributes":{"firmware":"9.9.9"}}})");
    CHECK(robot.shows("9.9.9"));
    robot.click("Close", "World/things/Row");
    CHECK_FALSE(robot.has("Contents"));
}

TEST_CASE("world: a chosen row that is deleted closes by itself") {
    Robot robot;
    robot.call("CreateThing", R"({"thingName":"aaa"})");
    robot.click("aaa", "World/things");
    CHECK(robot.has("Contents"));
    robot.call("DeleteThing", R"({"thingName":"aaa"})");
    CHECK_FALSE(robot.has("Contents"));
}

TEST_CASE("world: an empty table says what to do, and its button opens the operation") {
    Robot robot({.height = 2400});  // all tables are in sight
    robot.click("Mitigation actions", "World/Tables");
    CHECK(robot.shows("No rows in Mitigation actions"));
    robot.call("CreateThing", R"({"thingName":"x"})");
    robot.ui().request.operation = nullptr;
    robot.click("Open CreateMitigationAction");
    CHECK(robot.ui().request.operation == find_operation("CreateMitigationAction"));
}

TEST_CASE("world: a hundred thousand rows scroll, and only those in sight are fetched") {
    Robot robot({.demo = false});
    robot.call("PopulateFleet", R"({"namePrefix":"meter-","count":100000})");
    REQUIRE(robot.world().things.size() == 100'000);
    CHECK(robot.shows("100,000"));
    const auto rows = [&] {
        std::vector<std::string> seen;
        for (const auto& item : robot.app().probe().items) {
            if (item.scope == "World/things" && !item.label.empty()) seen.push_back(item.label);
        }
        return seen;
    };
    const auto first = rows();
    CHECK(first.size() > 5);
    CHECK(first.size() < 60);
    const ui::ProbeItem row = robot.find(first.front(), "World/things");
    robot.move_to(row.left + 40, row.top + 5);
    robot.wheel(-100'000'000);
    const auto last = rows();
    CHECK(last.size() < 60);
    CHECK(last.back() == robot.world().things.last()->key);
}

TEST_CASE("world: the chronicle shows the newest event first and its facts on a click") {
    Robot robot;
    robot.click("Chronicle", "World/Tables");
    robot.call("CreateThing", R"({"thingName":"newcomer"})");
    CHECK(robot.shows("newcomer"));
    const std::string newest = "Event " + std::to_string(robot.world().chronicle.last()->key);
    robot.click(newest);
    CHECK(robot.has("Contents", "World/chronicle/Row"));
}

TEST_CASE("world: undoing a journal entry replays the rest without it") {
    Robot robot({.demo = false, .height = 2400});
    robot.call("CreateThing", R"({"thingName":"first"})");
    robot.call("CreateThing", R"({"thingName":"second"})");
    robot.click("Journal", "World/Tables");
    const std::int64_t entry = robot.engine().journal().begin()->key;
    robot.click("Undo", "World/journal/Entry " + std::to_string(entry));
    CHECK_FALSE(robot.world().things.contains(std::string("first")));
    CHECK(robot.world().things.contains(std::string("second")));
}

TEST_CASE("world: narrow panes choose the table from a list") {
    Robot robot({.width = 390, .height = 844, .scale = 2, .touch = true});
    robot.click("World", "Panes");
    CHECK(robot.shows("Things (50)"));
    robot.click("Table");
    robot.click("Thing groups", "World/Tables");
    CHECK(robot.has("Meters", "World/thingGroups"));
}
