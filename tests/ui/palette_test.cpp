// Ctrl+K, the sheet of shortcuts, zoom, toasts, themes.
#include <doctest/doctest.h>

#include "support/robot.h"

using namespace picket;
using picket::test::Robot;

TEST_CASE("palette: a few letters open an operation in the editor") {
    Robot robot;
    robot.press(ImGuiMod_Ctrl | ImGuiKey_K);
    CHECK(robot.has("Search everything"));
    robot.type("create thing gr");
    robot.press(ImGuiKey_Enter);
    CHECK(robot.ui().request.operation == find_operation("CreateThingGroup"));
    CHECK_FALSE(robot.has("Search everything"));
}

TEST_CASE("palette: views, things, settings and commands are found, too") {
    Robot robot;
    robot.click("Commands");
    robot.type("audit sup");
    robot.press(ImGuiKey_Enter);
    CHECK(robot.ui().world.section == "suppressions");
    robot.press(ImGuiMod_Ctrl | ImGuiKey_K);
    robot.type("gateway-s");
    robot.press(ImGuiKey_Enter);
    CHECK(robot.ui().world.item == ui::ItemRef{"things", "gateway-south"});
    robot.press(ImGuiMod_Ctrl | ImGuiKey_K);
    robot.type("groupDepthMax");
    robot.press(ImGuiKey_Enter);
    CHECK(robot.ui().world.section == "settings");
    CHECK(robot.shows("Levels of a group hierarchy"));
    robot.press(ImGuiMod_Ctrl | ImGuiKey_K);
    robot.type("high contrast");
    robot.press(ImGuiKey_Enter);
    CHECK(robot.ui().scheme() == ui::Scheme::HighContrast);
}

TEST_CASE("palette: arrows choose, a click runs, and what is called otherwise is not found") {
    Robot robot;
    robot.press(ImGuiMod_Ctrl | ImGuiKey_K);
    robot.type("one");
    robot.click("One hour on", "Commands");
    CHECK(robot.world().now == kDefaultStart + kHour);
    robot.press(ImGuiMod_Ctrl | ImGuiKey_K);
    robot.type("zqxzqx");
    CHECK(robot.shows("Nothing is called so"));
    robot.press(ImGuiKey_Escape);
    CHECK_FALSE(robot.has("Search everything"));
}

TEST_CASE("palette: a hundred thousand things do not slow it, and one of them is found") {
    Robot robot({.demo = false});
    robot.call("PopulateFleet", R"({"namePrefix":"meter-","count":100000})");
    robot.press(ImGuiMod_Ctrl | ImGuiKey_K);
    const std::string name = robot.world().things.at(77'777)->key;
    robot.type(name);
    CHECK(robot.has(name, "Commands"));
    robot.press(ImGuiKey_Enter);
    CHECK(robot.ui().world.item == ui::ItemRef{"things", name});
}

TEST_CASE("sheet: ? shows the shortcuts, but not while one types") {
    Robot robot;
    robot.click_at(3, 3);
    robot.type("?");
    CHECK(robot.shows("Ctrl+Shift+Enter"));
    robot.click("Close", "Shortcuts");
    CHECK_FALSE(robot.shows("Ctrl+Shift+Enter"));
    robot.click_at(200, 300);
    REQUIRE(robot.ui().request.payload.focused);
    robot.type("?");
    CHECK_FALSE(robot.shows("Ctrl+Shift+Enter"));
}

TEST_CASE("zoom: grows, shrinks, and comes back") {
    Robot robot;
    const float before = robot.find("Run").right - robot.find("Run").left;
    robot.press(ImGuiMod_Ctrl | ImGuiKey_Equal);
    CHECK(robot.find("Run").right - robot.find("Run").left > before);
    CHECK(robot.ui().zoom == doctest::Approx(1.1));
    robot.press(ImGuiMod_Ctrl | ImGuiKey_0);
    CHECK(robot.find("Run").right - robot.find("Run").left == doctest::Approx(before));
    for (int i = 0; i < 20; ++i) robot.press(ImGuiMod_Ctrl | ImGuiKey_Minus);
    CHECK(robot.ui().zoom == doctest::Approx(ui::kZoomLeast));
}

TEST_CASE("toasts: a call made elsewhere says how it went, and goes away by itself") {
    Robot robot;
    robot.call("CreateThing", R"({"thingName":"made"})");
    robot.frame();
    CHECK(robot.shows("CreateThing: 200"));
    robot.input.now_ms += 6000;
    robot.app().poke();
    robot.settle();
    CHECK_FALSE(robot.shows("CreateThing: 200"));
    CHECK(robot.ui().toasts.empty());
}

TEST_CASE("theme: dark, light, high contrast, in turn") {
    Robot robot;
    CHECK(robot.ui().scheme() == ui::Scheme::Dark);
    robot.click("Theme");
    CHECK(robot.ui().scheme() == ui::Scheme::Light);
    robot.click("Theme");
    CHECK(robot.ui().scheme() == ui::Scheme::HighContrast);
    robot.click("Theme");
    CHECK(robot.ui().scheme() == ui::Scheme::Dark);
}
