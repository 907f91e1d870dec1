// The views of Detect by keys alone, on a phone, and over a very large fleet.
#include <doctest/doctest.h>

#include "detect_world.h"
#include "keyboard.h"

using namespace picket;
using namespace picket::test;

namespace {

// F6 to the World, Tab until the list has the keys, then down: its first row in the panel.
bool first_row_by_key(Robot& robot, std::string_view list) {
    for (int i = 0; i < 3 && robot.ui().layout.pane != ui::Pane::World; ++i)
        robot.press(ImGuiKey_F6);
    for (int i = 0; i < 200 && robot.ui().heard.name != list; ++i) tab(robot);
    if (robot.ui().heard.name != list) return false;
    robot.press(ImGuiKey_DownArrow);
    return !robot.ui().world.item.empty();
}

constexpr RobotOptions kPhone = {
    .demo = false, .width = 390, .height = 844, .scale = 2, .touch = true};

void check_inside(Robot& robot) {
    for (const ui::ProbeItem& item : robot.app().probe().items) {
        CAPTURE(item.scope);
        CAPTURE(item.label);
        CAPTURE(item.text);
        CHECK(item.left >= -1);
        CHECK(item.right <= robot.input.width + 1);
    }
}

void show_on_phone(Robot& robot, std::string_view section) {
    robot.ui().layout.pane = ui::Pane::World;
    show_section(robot, section);
    check_inside(robot);
}

// A fleet of which somebody is always in alarm.
void large_fleet(Robot& robot, int devices) {
    robot.call("CreateSecurityProfile", R"({"securityProfileName":"p","behaviors":[{"name":"few",
        "metric":"aws:num-messages-sent","criteria":{"comparisonOperator":"less-than","value":
        {"count":3},"durationSeconds":300}}]})");
    robot.call("AttachSecurityProfile",
               R"({"securityProfileName":"p","securityProfileTargetArn":
                  "arn:aws:iot:us-east-1:123456789012:all/registered-things"})");
    robot.call("CreateFleet", R"({"fleetName":"many","archetype":"SMART_LIGHT","count":)" +
                                  std::to_string(devices) + "}");
    ui::apply(robot.engine(), robot.ui(), ui::AdvanceTo{robot.world().now + 15 * kMinute});
    robot.settle();
}

}  // namespace

TEST_CASE("detect by keys: alarms are filtered and opened") {
    Robot robot({.demo = false, .width = 1600, .height = 1200});
    raise_alarms(robot);
    go_by_key(robot, "Detect: Alarms");
    REQUIRE(robot.ui().world.section == "alarms");
    press_by_key(robot, "few-ports", "World/alarms/Filters/Counts");
    robot.settle();
    REQUIRE(robot.ui().world.grids["alarms"].index.places().size() == 1);
    press_by_key(robot, "By thing", "World/alarms/Filters");
    robot.press(ImGuiKey_Escape);
    REQUIRE(first_row_by_key(robot, "Alarms"));
    CHECK(robot.shows("few-ports"));
}

TEST_CASE("detect by keys: why, as a call") {
    Robot robot({.demo = false, .width = 1600, .height = 1400});
    raise_alarms(robot);
    go_by_key(robot, "Detect: Alarms");
    REQUIRE(first_row_by_key(robot, "Alarms"));
    CHECK(robot.ui().world.explained.shown.state == "IN_ALARM");
    go_by_key(robot, "Detect: Why");
    REQUIRE(robot.ui().world.section == "why");
    robot.ui().world.why.pair = {"pump", "p", "few-ports"};
    robot.app().poke();
    robot.settle();
    press_by_key(robot, "As a call", "World/why");
    CHECK(robot.ui().request.operation == find_operation("ExplainBehavior"));
    robot.press(ImGuiMod_Ctrl | ImGuiKey_Enter);
    CHECK_FALSE(robot.ui().response.shown.error);
}

TEST_CASE("detect: the panel says the numbers of the verdict, and no others") {
    Robot robot({.demo = false, .width = 1600, .height = 1600});
    raise_alarms(robot);
    robot.ui().world.grids["alarms"].order.filter = "few-ports";
    std::string key;
    for (const auto& entry : robot.world().active_violations) {
        if (entry.value.behavior.name == "few-ports")
            key = std::to_string(entry.key.time.ms) + ' ' + entry.key.id;
    }
    ui::open_item(robot.ui(), {"alarms", key}, false);
    robot.app().poke();
    robot.settle();
    CHECK(robot.shows("3 violates less-than-equals 2"));
    CHECK(robot.shows("2 of 2"));  // datapoints in a row
    const ui::Explanation& shown = robot.ui().world.explained.shown;
    bool counted = false;
    for (const ui::ExplainedStep& step : shown.steps)
        counted = counted || (step.violating > 0 && step.value == "3" && step.number == 3);
    CHECK(counted);
    report_ports(robot, "pump", 3, kOnePort);
    robot.ui().world.why.pair = {"pump", "p", "few-ports"};
    show_section(robot, "why");
    CHECK(robot.shows("1 conforms to less-than-equals 2"));
    CHECK(robot.ui().world.explained.shown.state != "IN_ALARM");
}

TEST_CASE("detect by keys: a guide is found and begun") {
    Robot robot({.width = 1600, .height = 1200});
    go_by_key(robot, "Session: Guides");
    REQUIRE(tab_to(robot, "Filter guides"));
    robot.type("ports");
    press_by_key(robot, "Begin", "World/guides/A camera scans ports");
    CHECK(robot.world().things.empty());
    CHECK(robot.ui().world.guide.open.has_value());
}

TEST_CASE("detect on a phone: alarms, why, messages and the timeline of alarms") {
    Robot robot(kPhone);
    raise_alarms(robot);
    show_on_phone(robot, "alarms");
    robot.click("By thing", "World/alarms/Filters");
    check_inside(robot);
    robot.click("pump", "World/alarms/Filters/By thing");
    CHECK(robot.ui().world.grids["alarms"].index.places().size() == 2);
    open_first(robot, "alarms");
    check_inside(robot);
    CHECK(robot.shows("In alarm"));
    robot.click("Close", "World/alarms/Item");
    for (const char* section : {"alarm-history", "alarm-timeline", "why", "messages", "cloudwatch"})
        show_on_phone(robot, section);
}

TEST_CASE("detect on a phone: the simulator and a guide") {
    Robot robot({.width = 390, .height = 844, .scale = 2, .touch = true});
    robot.click("+1 h");
    robot.ui().layout.pane = ui::Pane::World;
    open_first(robot, "simulated-fleets");
    check_inside(robot);
    robot.click("Message flood", "World/simulated-fleets/Item/Why/At once");
    CHECK(robot.world().attacks.size() == 1);
    robot.click("Close", "World/simulated-fleets/Item");
    show_on_phone(robot, "guides");
    robot.click("Begin", "World/guides/Rules raise and clear alarms");
    robot.ui().layout.pane = ui::Pane::World;
    show_on_phone(robot, "guides");
    robot.click("Run this step", "World/guides");
    CHECK(robot.ui().layout.pane == ui::Pane::World);  // the guide stays in sight
    check_inside(robot);
}

TEST_CASE(
    "detect over a fleet of twenty thousand: every view draws what is in sight, and no more") {
    Robot robot({.demo = false, .width = 1600, .height = 1200});
    large_fleet(robot, 20'000);
    const std::size_t alarms = robot.world().active_violations.size();
    REQUIRE(alarms > 100);
    for (const char* section : {"alarms", "alarm-history", "alarm-timeline", "why", "messages",
                                "cloudwatch", "simulated-fleets", "attacks", "recordings"}) {
        CAPTURE(section);
        show_section(robot, section);
        CHECK(robot.app().probe().items.size() < 1200);
    }
    show_section(robot, "alarms");
    robot.click("By thing", "World/alarms/Filters");
    robot.type("many-00777");
    CHECK(robot.app().probe().items.size() < 1200);
    robot.press(ImGuiKey_Escape);
    open_first(robot, "alarms");
    CHECK(robot.ui().world.explained.shown.state == "IN_ALARM");
    open_first(robot, "simulated-fleets");
    robot.ui().world.simulated.device = 19'998;
    robot.app().poke();
    robot.settle();
    robot.click("Device after");
    CHECK(robot.ui().world.simulated.device == 19'999);
    CHECK(robot.shows("many-20000"));
    CHECK_FALSE(robot.find("Device after").enabled);
}
