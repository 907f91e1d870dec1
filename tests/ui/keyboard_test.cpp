// Everything by keys alone: Tab goes through all that can be pressed, in every view, and the keys
// are never nowhere.
#include <doctest/doctest.h>

#include <set>

#include "detect_world.h"
#include "keyboard.h"
#include "theme.h"

using namespace picket;
using namespace picket::test;

namespace {

// The stop of the Tab key that the keys are at, which is drawn and, after a key, to be seen.
const ui::FocusStop& keys_at(Robot& robot) {
    const ImGuiContext& context = *ImGui::GetCurrentContext();
    const auto& stops = robot.ui().focus.stops;
    const auto at = std::find(stops.begin(), stops.end(), context.NavId);
    REQUIRE(at != stops.end());
    REQUIRE(context.NavCursorVisible);
    return *at;
}

// As fast as a key can be pressed; views that are sure to rest need no more.
void press_quickly(Robot& robot, ImGuiKeyChord chord) {
    ImGuiIO& io = ImGui::GetIO();
    if (robot.ui().request.payload.focused) robot.press(ImGuiKey_Escape);
    for (const bool down : {true, false}) {
        io.AddKeyEvent(ImGuiMod_Shift, down && (chord & ImGuiMod_Shift) != 0);
        io.AddKeyEvent(ImGuiKey_Tab, down);
        robot.frame();
    }
}

std::string name_of(Robot& robot, std::uint32_t id) {
    for (const ui::ProbeItem& item : robot.app().probe().items) {
        if (item.stop == id) return item.scope + "/" + item.label;
    }
    return "nothing";
}

// What the Tab key stops at, until it is where it has been, or in another pane.
std::set<std::uint32_t> walk(Robot& robot, ImGuiKeyChord chord, std::optional<ui::Pane> within) {
    std::set<std::uint32_t> reached;
    for (int i = 0; i < 2000; ++i) {
        const ui::FocusStop& at = keys_at(robot);
        if ((within && at.pane != within) || !reached.insert(at.id).second) break;
        press_quickly(robot, chord);
    }
    return reached;
}

// All that was in sight must have had the keys on the way.
void check_reached(Robot& robot, const std::set<std::uint32_t>& reached,
                   std::optional<ui::Pane> within) {
    for (const ui::FocusStop& stop : robot.ui().focus.stops) {
        if (within && stop.pane != within) continue;
        CAPTURE(name_of(robot, stop.id));
        CHECK(reached.contains(stop.id));
    }
}

void walk_world(Robot& robot) {
    for (const ImGuiKeyChord chord : {ImGuiKey_Tab + 0, ImGuiMod_Shift | ImGuiKey_Tab}) {
        std::set<std::uint32_t> reached;
        // From the middle to one end, and from there to the other.
        robot.ui().focus.to = ui::Pane::World;
        robot.app().poke();
        robot.settle();
        for (const ImGuiKeyChord way : {chord, chord ^ ImGuiMod_Shift}) {
            reached.merge(walk(robot, way, ui::Pane::World));
            press_quickly(robot, way ^ ImGuiMod_Shift);
        }
        check_reached(robot, reached, ui::Pane::World);
    }
}

}  // namespace

TEST_CASE("keyboard: Tab goes through all of the workbench and round") {
    Robot robot({.width = 1600, .height = 1200});
    robot.click("Run");
    robot.press(ImGuiKey_Tab);
    for (const ImGuiKeyChord chord : {ImGuiKey_Tab + 0, ImGuiMod_Shift | ImGuiKey_Tab})
        check_reached(robot, walk(robot, chord, {}), {});
}

TEST_CASE("keyboard: Tab reaches everything that can be pressed, in every view") {
    Robot robot({.width = 1600, .height = 1200});
    robot.click("+1 h");
    raise_alarms(robot);
    for (const ui::Section& section : ui::sections()) {
        CAPTURE(section.id);
        show_section(robot, section.id);
        walk_world(robot);
        if (find_table(section.table) == nullptr || section.key == nullptr) continue;
        open_first(robot, section.id);
        if (!robot.ui().world.item.empty()) walk_world(robot);
    }
}
