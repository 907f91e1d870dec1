// Every view on the empty, the demo and a very large World, on every size of screen, in both
// themes: frames end, rest, stay on the screen, and name each widget once.
#include <doctest/doctest.h>

#include <set>

#include "shape_text.h"
#include "support/robot.h"
#include "views/views.h"
#include "views/world_parts.h"

using namespace picket;
using picket::test::Robot;
using picket::test::RobotOptions;

namespace {

void check_screen(Robot& robot) {
    std::set<std::pair<std::string, std::string>> names;
    for (const ui::ProbeItem& item : robot.app().probe().items) {
        if (item.label.empty()) continue;
        CAPTURE(item.scope);
        CAPTURE(item.label);
        CHECK(names.emplace(item.scope, item.label).second);
        const bool control = item.scope == "Clock" || item.label == "Run" || item.label == "Theme";
        const float least = (robot.input.touch ? 44 : 32) * robot.input.scale - 1;
        if (control) CHECK(item.bottom - item.top >= least);
        CHECK(item.left >= -1);
        CHECK(item.right <= robot.input.width + 1);
        CHECK(item.top >= -1);
        CHECK(item.bottom <= robot.input.height + 1);
    }
}

void open_first_row(Robot& robot, const ui::Section& section) {
    const TableInfo* table = find_table(section.table);
    if (table == nullptr || section.key == nullptr) return;
    visit_rows(*table, robot.world(), 0, 1, [&](const TableInfo::Row& row) {
        ui::open_item(robot.ui(), {std::string(section.id), section.key(row)}, false);
    });
    robot.app().poke();
    robot.settle();
}

void look_at_everything(Robot& robot) {
    for (const ui::Section& section : ui::sections()) {
        ui::open_section(robot.ui(), section.id);
        robot.app().poke();
        robot.settle();
        check_screen(robot);
        open_first_row(robot, section);
        check_screen(robot);
    }
    robot.ui().world.section = "tables";
    for (const TableInfo& table : world_tables()) {
        robot.ui().world.table = table.name;
        robot.app().poke();
        robot.settle();
        check_screen(robot);
    }
    for (const ui::View& view : ui::views()) {
        robot.ui().layout.pane = view.pane;
        robot.app().poke();
        robot.settle();
        check_screen(robot);
    }
    for (const auto face : {ui::ResponseFace::Body, ui::ResponseFace::Changes,
                            ui::ResponseFace::Next, ui::ResponseFace::History}) {
        robot.ui().response.face = face;
        robot.ui().response.as_tree = !robot.ui().response.as_tree;
        robot.app().poke();
        robot.settle();
        check_screen(robot);
    }
}

constexpr RobotOptions kScreens[] = {
    {.width = 1920, .height = 1080, .scale = 1, .dark = true},
    {.width = 1280, .height = 800, .scale = 1.5f, .dark = false},
    {.width = 768, .height = 1024, .scale = 2, .touch = true, .dark = true},
    {.width = 390, .height = 844, .scale = 3, .touch = true, .dark = false},
};

}  // namespace

TEST_CASE("views: the empty World on every screen") {
    for (RobotOptions screen : kScreens) {
        CAPTURE(screen.width);
        screen.demo = false;
        Robot robot(screen);
        look_at_everything(robot);
    }
}

TEST_CASE("views: the demo World on every screen, after a call and after an error") {
    for (const RobotOptions& screen : kScreens) {
        CAPTURE(screen.width);
        Robot robot(screen);
        robot.call("CreateThing", R"({"thingName":"a"})");
        look_at_everything(robot);
        robot.call("CreateThing", R"({"thingName":7})");
        look_at_everything(robot);
    }
}

TEST_CASE("views: a World of a hundred thousand things") {
    Robot robot({.demo = false});
    robot.call("CreateThingGroup", R"({"thingGroupName":"All"})");
    robot.call("PopulateFleet", R"({"namePrefix":"meter-","count":100000,"groupName":"All"})");
    REQUIRE(robot.world().things.size() == 100'000);
    look_at_everything(robot);
}

TEST_CASE("views: names of the greatest length stay inside their panes") {
    for (const RobotOptions& screen : kScreens) {
        CAPTURE(screen.width);
        Robot robot(screen);
        const std::string name(128, 'W');
        robot.call("CreateThing", R"({"thingName":")" + name + "\"}");
        robot.ui().world.selected_key = '"' + name + '"';
        robot.ui().world.selected_place = robot.world().things.rank(name);
        look_at_everything(robot);
    }
}
