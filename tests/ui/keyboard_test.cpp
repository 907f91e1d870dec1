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

TEST_CASE("keyboard: from a list to the panel of its row, and back") {
    Robot robot({.demo = false, .width = 1600, .height = 1200});
    raise_alarms(robot);
    go_by_key(robot, "Detect: Alarms");
    CHECK(robot.ui().heard.name == "Alarms");  // the palette leaves the keys in the list
    robot.press(ImGuiKey_DownArrow);
    REQUIRE_FALSE(robot.ui().world.item.empty());
    robot.press(ImGuiKey_Tab);
    CHECK(keys_are_at(robot, "Close", "World/alarms/Item"));
    press_by_key(robot, "False", "World/alarms/Item/Why/Verified");
    CHECK(std::any_of(robot.world().active_violations.begin(),
                      robot.world().active_violations.end(), [](const auto& entry) {
                          return entry.value.verification_state == VerificationState::FalsePositive;
                      }));
    const ui::ItemRef first = robot.ui().world.item;
    robot.press(ImGuiKey_Escape);
    CHECK(robot.ui().world.item.empty());
    CHECK(robot.ui().heard.name == "Alarms");
    robot.press(ImGuiKey_DownArrow);  // on from where it was
    REQUIRE_FALSE(robot.ui().world.item.empty());
    CHECK_FALSE(robot.ui().world.item == first);
    robot.press(ImGuiKey_Tab);
    robot.press(ImGuiMod_Shift | ImGuiKey_Tab);
    CHECK(robot.ui().heard.name == "Alarms");
}

TEST_CASE("keyboard: on a phone a row's panel covers its list, and Escape leads back to it") {
    Robot robot({.width = 390, .height = 844, .scale = 2});
    go_by_key(robot, "Fleet: Things");
    robot.press(ImGuiKey_DownArrow);
    CHECK(robot.has("Close", "World/things/Item"));
    keys_at(robot);
    press_by_key(robot, "Close", "World/things/Item");
    CHECK(robot.ui().heard.name == "Things");
    robot.press(ImGuiKey_DownArrow);
    CHECK(robot.ui().world.item.key == "gateway-south");
    robot.press(ImGuiKey_Escape);
    CHECK(robot.ui().heard.name == "Things");
}

TEST_CASE("keyboard: what goes away leaves the keys beside it") {
    Robot robot({.width = 1600, .height = 1200});
    robot.press(ImGuiKey_Tab);
    // A row that is deleted, with the panel that the keys were in.
    robot.call("CreateThing", R"({"thingName":"a-first"})");
    go_by_key(robot, "Fleet: Things");
    robot.press(ImGuiKey_DownArrow);
    REQUIRE(robot.ui().world.item.key == "a-first");
    robot.press(ImGuiKey_Tab);
    REQUIRE(keys_are_at(robot, "Close", "World/things/Item"));
    robot.call("DeleteThing", R"({"thingName":"a-first"})");
    CHECK(keys_at(robot).pane == ui::Pane::World);
    CHECK(robot.ui().heard.name == "Things");
    // A button that is there no more.
    go_by_key(robot, "Session: Guides");
    press_by_key(robot, "Begin", "World/guides/A camera scans ports");
    CHECK(keys_at(robot).pane == ui::Pane::World);
    press_by_key(robot, "Run this step", "World/guides");
    CHECK(keys_at(robot).pane == ui::Pane::World);
    // A list whose filter finds nothing, and one that is there again.
    go_by_key(robot, "Fleet: Things");
    keys_at(robot);
    robot.ui().world.grids["things"].order.filter = "zzz";
    robot.app().poke();
    robot.settle();
    press_by_key(robot, "Clear the filter", "World/things");
    keys_at(robot);
    // Another section, by the mouse of somebody else.
    show_section(robot, "chronicle");
    robot.press(ImGuiKey_Tab);
    keys_at(robot);
}

TEST_CASE("keyboard: keys that are given another place take no press from the mouse") {
    Robot robot;
    const ui::ProbeItem run = robot.find("Run");
    robot.move_to((run.left + run.right) / 2, (run.top + run.bottom) / 2);
    robot.ui().focus.wanted = robot.find("Dry run").stop;  // as when something beside it went away
    ImGui::GetIO().AddMouseButtonEvent(0, true);
    robot.frame();
    ImGui::GetIO().AddMouseButtonEvent(0, false);
    robot.app().poke();
    robot.settle();
    CHECK(robot.world().mitigation_actions.size() == 1);
}

TEST_CASE("keyboard: F6 goes round the panes, and back to where one was") {
    Robot robot({.width = 1600, .height = 1000});
    robot.click("Run");
    go_by_key(robot, "Fleet: Things");
    robot.press(ImGuiKey_DownArrow);
    robot.press(ImGuiKey_F6);
    CHECK(robot.ui().request.payload.focused);
    robot.press(ImGuiKey_F6);
    CHECK_FALSE(robot.ui().request.payload.focused);
    CHECK(keys_at(robot).pane == ui::Pane::Response);
    robot.press(ImGuiKey_F6);
    CHECK(robot.ui().heard.name == "Things");
    robot.press(ImGuiMod_Shift | ImGuiKey_F6);
    CHECK(keys_at(robot).pane == ui::Pane::Response);
}

TEST_CASE("keyboard: Tab into the editor writes, Escape and Tab lead out, Enter back in") {
    Robot robot;
    robot.press(ImGuiKey_F6);
    while (!robot.ui().request.payload.focused) robot.press(ImGuiKey_F6);
    robot.press(ImGuiKey_Escape);
    CHECK_FALSE(robot.ui().request.payload.focused);
    CHECK(keys_are_at(robot, "Payload", "Request"));
    const std::string before = robot.payload();
    robot.press(ImGuiKey_Tab);
    CHECK_FALSE(keys_are_at(robot, "Payload", "Request"));
    CHECK(robot.payload() == before);
    robot.press(ImGuiMod_Shift | ImGuiKey_Tab);
    REQUIRE(robot.ui().request.payload.focused);
    robot.press(ImGuiKey_Tab);
    CHECK(robot.payload() != before);  // in here it indents
    robot.press(ImGuiKey_Escape);
    robot.press(ImGuiKey_Enter);
    CHECK(robot.ui().request.payload.focused);
}

TEST_CASE("keyboard: a list sorts and filters, a dialog opens and closes") {
    Robot robot({.width = 1600, .height = 1200});
    go_by_key(robot, "Fleet: Things");
    press_by_key(robot, "Name", "World/things");
    CHECK(robot.ui().world.grids["things"].order.column == 0);
    robot.press(ImGuiKey_Escape);
    robot.type("/");
    robot.type("south");
    CHECK(robot.ui().world.grids["things"].order.filter == "south");
    robot.press(ImGuiKey_Tab);
    keys_at(robot);
    robot.press(ImGuiMod_Ctrl | ImGuiKey_K);
    robot.press(ImGuiKey_Escape);
    robot.press(ImGuiKey_Escape);
    CHECK_FALSE(robot.has("Search everything"));
    keys_at(robot);
    go_by_key(robot, "Session: Settings");
    press_by_key(robot, "reject", "World/settings/unknownMembers");
    CHECK(robot.world().settings.size() == 1);
    robot.type("?");
    CHECK(robot.shows("Shortcuts"));
    robot.press(ImGuiKey_Escape);
    robot.press(ImGuiKey_Tab);
    keys_at(robot);
}

TEST_CASE("keyboard: raw tables, the members of a group, and an attack of a simulated fleet") {
    Robot robot({.width = 1600, .height = 1200});
    robot.click("+1 h");
    go_by_key(robot, "Session: Tables");
    robot.press(ImGuiKey_DownArrow);
    robot.press(ImGuiKey_DownArrow);
    CHECK(robot.has("Contents", "World/tables/things/Row"));
    CHECK(robot.ui().world.selected_place == 1);
    go_by_key(robot, "Fleet: Groups");
    robot.press(ImGuiKey_DownArrow);
    robot.press(ImGuiKey_RightArrow);
    robot.press(ImGuiKey_End);
    robot.press(ImGuiKey_Enter);
    CHECK(robot.ui().world.section == "groups");
    robot.press(ImGuiKey_Home);
    robot.press(ImGuiKey_DownArrow);
    robot.press(ImGuiKey_RightArrow);  // Gateways open
    robot.press(ImGuiKey_DownArrow);
    REQUIRE(robot.ui().world.groups.member);
    robot.press(ImGuiKey_Enter);
    CHECK(robot.ui().world.section == "things");
    CHECK(robot.ui().world.item.key == "gateway-north");
    go_by_key(robot, "Fleet: Simulator");
    robot.press(ImGuiKey_DownArrow);
    press_by_key(robot, "Port scan", "World/simulated-fleets/Item/Why/At once");
    CHECK(robot.world().attacks.size() == 1);
}

TEST_CASE("keyboard: charts, the timeline and dividers are moved by arrows") {
    Robot robot({.width = 1600, .height = 1200});
    robot.click("+1 h");
    REQUIRE(tab_to(robot, "Timeline"));
    const Timestamp now = robot.world().now;
    for (int i = 0; i < 5; ++i) robot.press(ImGuiKey_LeftArrow);
    CHECK(robot.shows("UTC"));
    robot.press(ImGuiKey_Equal);
    CHECK_FALSE(robot.ui().timeline.range.empty());
    CHECK(robot.world().now == now);
    robot.press(ImGuiKey_Enter);
    CHECK(robot.world().now < now);
    robot.press(ImGuiKey_Home);
    CHECK(robot.ui().timeline.range.empty());
    REQUIRE(tab_to(robot, "Divider of request"));
    const float share = robot.ui().layout.request_share;
    robot.press(ImGuiKey_RightArrow);
    CHECK(robot.ui().layout.request_share > share);
    raise_alarms(robot);
    go_by_key(robot, "Detect: Alarms");
    robot.press(ImGuiKey_DownArrow);
    REQUIRE(tab_to(robot, "Plot", "World/alarms/Item"));
    robot.press(ImGuiKey_LeftArrow);
    CHECK(robot.has("Reading", "World/alarms/Item"));
    robot.press(ImGuiKey_Equal);
    CHECK_FALSE(robot.ui().world.explained.view.range.empty());
}

TEST_CASE("keyboard: a chord that is pressed and released between two frames is a chord") {
    Robot robot;
    ImGuiIO& io = ImGui::GetIO();
    const auto strike = [&](ImGuiKey modifier, ImGuiKey left, ImGuiKey key) {
        for (const bool down : {true, false}) {
            // As a window tells it: the key of the modifier, the modifier, the key.
            const auto hold = [&] {
                io.AddKeyEvent(modifier, down);
                io.AddKeyEvent(left, down);
            };
            if (down) hold();
            io.AddKeyEvent(key, down);
            if (!down) hold();
        }
        robot.app().poke();
        robot.settle();
    };
    strike(ImGuiMod_Ctrl, ImGuiKey_LeftCtrl, ImGuiKey_Enter);
    CHECK(robot.world().mitigation_actions.size() == 1);
    strike(ImGuiMod_Ctrl, ImGuiKey_LeftCtrl, ImGuiKey_K);
    CHECK(robot.has("Search everything"));
    strike(ImGuiMod_Ctrl, ImGuiKey_LeftCtrl, ImGuiKey_A);
    robot.press(ImGuiKey_Escape);
    robot.press(ImGuiKey_Escape);
    // The modifier was down for a frame, and goes up before its key does.
    io.AddKeyEvent(ImGuiMod_Ctrl, true);
    robot.frame();
    io.AddKeyEvent(ImGuiKey_K, true);
    io.AddKeyEvent(ImGuiMod_Ctrl, false);
    io.AddKeyEvent(ImGuiKey_K, false);
    robot.app().poke();
    robot.settle();
    CHECK(robot.has("Search everything"));
    robot.press(ImGuiKey_Escape);
    robot.press(ImGuiKey_Escape);
    // One that goes down after a key is none of its chord.
    io.AddKeyEvent(ImGuiKey_K, true);
    io.AddKeyEvent(ImGuiMod_Ctrl, true);
    io.AddKeyEvent(ImGuiKey_K, false);
    io.AddKeyEvent(ImGuiMod_Ctrl, false);
    robot.app().poke();
    robot.settle();
    CHECK_FALSE(robot.has("Search everything"));
}

TEST_CASE("keyboard: where the keys are is to be seen in every theme") {
    for (const ui::ThemeChoice theme :
         {ui::ThemeChoice::Dark, ui::ThemeChoice::Light, ui::ThemeChoice::HighContrast}) {
        Robot robot;
        robot.ui().theme = theme;
        robot.settle();
        const ImVec4& ring = ImGui::GetStyle().Colors[ImGuiCol_NavCursor];
        CHECK(ImGui::ColorConvertFloat4ToU32(ring) == ui::palette(robot.ui().scheme()).accent);
        REQUIRE(tab_to(robot, "Run"));
        // The ring is painted: there is more to draw than without the keys.
        const auto vertices = [&] { return ImGui::GetDrawData()->TotalVtxCount; };
        const int with = vertices();
        ImGui::SetNavCursorVisible(false);
        robot.app().poke();
        robot.settle();
        CHECK(vertices() < with);
    }
}
