// The fleet simulator's views: fleets and attacks as lists and panels, live buttons, values.
#include <doctest/doctest.h>

#include "items/simulator.h"
#include "support/robot.h"
#include "views/world_parts.h"

using namespace picket;
using picket::test::Robot;

namespace {

void show_first(Robot& robot, std::string_view section) {
    const ui::Section* found = ui::find_section(section);
    visit_rows(*find_table(found->table), robot.world(), 0, 1, [&](const TableInfo::Row& row) {
        ui::open_item(robot.ui(), {std::string(section), found->key(row)}, false);
    });
    robot.app().poke();
    robot.settle();
}

}  // namespace

TEST_CASE("simulator: an empty account offers a fleet, and the button makes one that lives") {
    Robot robot({.demo = false});
    ui::open_section(robot.ui(), "simulated-fleets");
    robot.settle();
    CHECK(robot.shows("No device is simulated"));
    robot.click("Bring a fleet to life");
    CHECK(robot.payload().find("SMART_LIGHT") != std::string::npos);
    robot.click("Run");
    CHECK_FALSE(robot.ui().response.shown.error);
    CHECK(robot.world().fleets.size() == 1);
    CHECK(robot.has("lights", "World/simulated-fleets"));
}

TEST_CASE("simulator: values of a device are drawn, follow the clock, and other devices are a "
          "press away") {
    Robot robot({.width = 1600, .height = 1800});
    robot.click("+1 day");
    show_first(robot, "simulated-fleets");
    CHECK(robot.shows("What a device measures"));
    const ui::SimulatedState& state = robot.ui().world.simulated;
    CHECK(state.points.size() > 50);
    const double last = state.points.back().x;
    robot.click("+1 h");
    robot.input.now_ms += 300;  // values are not asked for at each tick of a fast clock
    robot.app().poke();
    robot.settle();
    CHECK(state.points.back().x > last);
    robot.click("Device after");
    CHECK(state.device == 1);
    CHECK(robot.shows("meter-02"));
    robot.click("meter-02", "World/simulated-fleets/Item/Why/Simulated");
    CHECK(robot.ui().world.section == "things");
}

TEST_CASE("simulator: attacks start at a press, are labelled, and stop at a press") {
    Robot robot({.width = 1600, .height = 1800});
    robot.click("+1 h");
    show_first(robot, "simulated-fleets");
    robot.click("Message flood", "World/simulated-fleets/Item/Why/At once");
    REQUIRE(robot.world().attacks.size() == 1);
    CHECK(robot.world().attacks.begin()->value.kind == AttackKind::MessageFlood);
    robot.click("+1 h");
    show_first(robot, "attacks");
    CHECK(robot.shows("What it does"));
    CHECK(robot.shows("aws:num-messages-sent"));
    CHECK(robot.has("ended") == false);
    robot.call("StartAttack", R"({"kind":"PORT_SCAN","fleetName":"meters","deviceCount":2})");
    robot.click("+1 h");
    for (const auto& entry : robot.world().attacks) {
        if (entry.value.kind == AttackKind::PortScan)
            ui::open_item(robot.ui(), {"attacks", entry.key}, false);
    }
    robot.app().poke();
    robot.settle();
    CHECK(robot.shows("under way"));
    CHECK(robot.shows("somebody stops it"));
    robot.click("Stop it now", "World/attacks/Item/Why/At once");
    robot.click("+1 h");
    CHECK_FALSE(robot.has("Stop it now"));
    for (const auto& entry : robot.world().attacks) CHECK(entry.value.end);
}

TEST_CASE("simulator: an attack raises an alarm that the views explain") {
    Robot robot({.width = 1600, .height = 1800});
    robot.click("+1 h");
    const std::size_t before = robot.world().violation_events.size();
    robot.call(
        "StartAttack",
        R"({"kind":"MESSAGE_FLOOD","fleetName":"meters","deviceCount":1,"strengthPercent":100})");
    robot.click("+1 h");
    const Fleet& fleet = *robot.world().fleets.find(std::string("meters"));
    const std::int64_t victim = robot.world().attacks.begin()->value.devices.front();
    const std::string name = ui::fleet_device(robot.world(), fleet, victim);
    CHECK(robot.world().violation_events.size() > before);
    std::string key;
    for (const auto& entry : robot.world().active_violations) {
        if (entry.value.thing_name == name && entry.value.behavior.name == "messages-sent")
            key = std::to_string(entry.key.time.ms) + ' ' + entry.key.id;
    }
    REQUIRE_FALSE(key.empty());
    ui::open_item(robot.ui(), {"alarms", key}, false);
    robot.app().poke();
    robot.settle();
    CHECK(robot.ui().world.explained.shown.state == "IN_ALARM");
    CHECK(robot.ui().world.explained.shown.windows.size() >= 2);
}
