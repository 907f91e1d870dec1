// Long orders of lists and the way out of them; and what a list that has the keys tells in words.
#include <doctest/doctest.h>

#include "items/section.h"
#include "support/robot.h"

using namespace picket;
using picket::test::Robot;

namespace {

// The rows in sight, from the top.
std::vector<std::string> listed(Robot& robot) {
    std::vector<std::string> names;
    for (const ui::ProbeItem& item : robot.app().probe().items) {
        if (item.scope == "World/things" && item.label.rfind("meter-", 0) == 0)
            names.push_back(item.label);
    }
    return names;
}

}  // namespace

TEST_CASE("list: a long order says how far it is, and a cancel keeps the order before") {
    Robot robot({.demo = false});
    robot.call("PopulateFleet", R"({"namePrefix":"meter-","count":60000})");
    ui::GridState& grid = robot.ui().world.grids["things"];
    const std::string first = robot.world().things.begin()->key;
    // First there is no order to go back to but the table's own; then there is one.
    for (const int column : {ui::kTableOrder, 0}) {
        grid.order = {{}, column, true};
        robot.app().poke();
        robot.settle();
        const auto shown = listed(robot);
        grid.order = {"meter", 4, false};
        robot.app().poke();
        for (int i = 0; i < 6; ++i) robot.frame();
        REQUIRE(robot.shows("Ordering 60,000 rows, "));
        CHECK(grid.index.progress() > 0);
        CHECK(listed(robot).front() == shown.front());
        const ui::ProbeItem cancel = robot.find("Cancel", "World/things/Ordering");
        robot.click_at((cancel.left + cancel.right) / 2, (cancel.top + cancel.bottom) / 2);
        CHECK_FALSE(grid.index.working());
        CHECK(grid.order.column == column);
        CHECK(grid.order.filter.empty());
        CHECK(listed(robot) == shown);
        CHECK_FALSE(robot.shows("Ordering"));
    }
    CHECK(listed(robot).front() != first);
}

TEST_CASE("list: what has the keys is told in words, with the rows around the chosen one") {
    Robot robot;
    CHECK(robot.ui().heard.name.empty());
    robot.click("gateway-north", "World/things");
    const ui::HeardList& heard = robot.ui().heard;
    CHECK(heard.name == "Things");
    CHECK(heard.total == 50);
    REQUIRE(heard.chosen == 0);
    CHECK(heard.rows[0].find("gateway-north, ") == 0);
    const std::uint64_t version = robot.app().heard_version();
    robot.settle();
    CHECK(robot.app().heard_version() == version);
    robot.press(ImGuiKey_End);
    CHECK(robot.app().heard_version() > version);
    CHECK(heard.rows[static_cast<std::size_t>(heard.chosen)].find("meter-48, ") == 0);
    CHECK(heard.first + heard.rows.size() == heard.total);
    robot.click("Groups", "World/Sections");
    robot.click("Gateways", "World/groups");
    CHECK(heard.name == "Groups");
    CHECK(heard.rows[static_cast<std::size_t>(heard.chosen)] == "Gateways, level 2, closed");
    robot.press(ImGuiMod_Ctrl | ImGuiKey_K);
    robot.type("thing gr");
    CHECK(heard.name == "Search everything");
    CHECK(heard.chosen == 0);
}

TEST_CASE("list: on a phone a text in the second column is cut, not left out") {
    Robot robot({.width = 390, .height = 844, .scale = 2});
    robot.ui().layout.pane = ui::Pane::World;
    ui::open_section(robot.ui(), "chronicle");
    robot.app().poke();
    robot.settle();
    CHECK(robot.shows("What happened"));
    CHECK_FALSE(robot.has("Kind", "World/chronicle"));
}
