// Find, replace and go to line: the search alone, and the bar as a user has it.
#include "editor/find.h"

#include <doctest/doctest.h>

#include "support/robot.h"

using namespace picket;
using namespace picket::ui;
using picket::test::Robot;

namespace {

void write(Robot& robot, std::string_view text) {
    ui::CodePane& pane = robot.ui().request.payload;
    pane.edit({0, pane.document.text().size()}, text);
    pane.select({0, 0});
    robot.app().poke();
    robot.settle();
}

std::string selected(Robot& robot) {
    return std::string(robot.ui().request.payload.document.selected_text());
}

}  // namespace

TEST_CASE("find: places do not overlap, and case matters only when asked") {
    CHECK(find_all("aaaa", "aa", true).size() == 2);
    CHECK(find_all("Ab aB AB", "ab", false).size() == 3);
    CHECK(find_all("Ab aB ab", "ab", true).size() == 1);
    CHECK(find_all("abc", "", true).empty());
    CHECK(find_all("ab", "abc", false).empty());
    CHECK(find_all(std::string(30'000, 'x'), "x", true).size() == kMatchesMax);
}

TEST_CASE("find: next and previous go round the end") {
    Document document;
    document.set_text("x y x y x");
    FindState find;
    find.what = "x";
    update_matches(find, document);
    document.select(4, 5);
    CHECK(current_match(find, document) == 1);
    CHECK(next_match(find, document, false) == 2);
    CHECK(next_match(find, document, true) == 0);
    document.select(8, 9);
    CHECK(next_match(find, document, false) == 0);
    document.select(0, 1);
    CHECK(next_match(find, document, true) == 2);
    CHECK(matches_text(find, document) == "1 of 3");
}

TEST_CASE("find bar: Ctrl+F takes what is selected, counts it, and Enter goes on") {
    Robot robot;
    write(robot, "{\"alpha\": \"beta\", \"ALPHA\": \"alpha\"}");
    robot.press(ImGuiMod_Ctrl | ImGuiKey_F);
    robot.type("alpha");
    CHECK(robot.shows("1 of 3"));
    CHECK(selected(robot) == "alpha");
    robot.press(ImGuiKey_Enter);
    CHECK(robot.shows("2 of 3"));
    CHECK(selected(robot) == "ALPHA");
    robot.press(ImGuiKey_F3);
    CHECK(robot.shows("3 of 3"));
    robot.press(ImGuiMod_Shift | ImGuiKey_F3);
    CHECK(robot.shows("2 of 3"));
    robot.click("Aa");
    robot.settle();
    CHECK(robot.shows("2 found"));
    robot.click("Next match");
    CHECK(selected(robot) == "alpha");
    robot.press(ImGuiKey_Escape);
    CHECK_FALSE(robot.has("Find", "Request/Find bar"));
    CHECK(robot.ui().request.payload.focused);
}

TEST_CASE("find bar: what is not there is said to be so") {
    Robot robot;
    robot.press(ImGuiMod_Ctrl | ImGuiKey_F);
    robot.type("no such text");
    CHECK(robot.shows("not found"));
}

TEST_CASE("find bar: replaces one and goes on, and all as one step of undo") {
    Robot robot;
    const std::string before = "one two one two one";
    write(robot, before);
    robot.press(ImGuiMod_Ctrl | ImGuiKey_H);
    robot.type("one");
    robot.click("Replace with");
    robot.type("three");
    robot.click("Replace");
    CHECK(robot.payload() == "three two one two one");
    CHECK(selected(robot) == "one");
    robot.click("Replace");
    CHECK(robot.payload() == "three two three two one");
    CHECK(robot.ui().request.payload.document.undo());
    CHECK(robot.ui().request.payload.document.undo());
    CHECK(robot.payload() == before);
    robot.app().poke();
    robot.settle();
    robot.click("All");
    CHECK(robot.payload() == "three two three two three");
    CHECK(robot.ui().announcement == "3 places replaced.");
    CHECK(robot.ui().request.payload.document.undo());
    CHECK(robot.payload() == before);
}

TEST_CASE("find bar: where a textarea owns the text, finding leaves the focus alone") {
    Robot robot;
    write(robot, "a b a");
    ui::CodePane& pane = robot.ui().request.payload;
    pane.give_to_textarea();
    pane.requests.clear();
    robot.press(ImGuiMod_Ctrl | ImGuiKey_F);
    pane.requests.clear();
    robot.type("b");
    REQUIRE(pane.requests.size() == 1);
    CHECK(pane.requests[0].wish == ui::TextareaWish::Show);
    CHECK(pane.requests[0].range_utf16 == ui::Range{2, 3});
}

TEST_CASE("go to line: puts the caret there and gives the text the focus") {
    Robot robot;
    write(robot, "a\nb\nc\nd");
    robot.press(ImGuiMod_Ctrl | ImGuiKey_G);
    robot.type("3");
    robot.press(ImGuiKey_Enter);
    const auto& document = robot.ui().request.payload.document;
    CHECK(document.line_of(document.caret()) == 2);
    CHECK(robot.ui().request.payload.focused);
    CHECK_FALSE(robot.has("Go to line"));
    robot.press(ImGuiMod_Ctrl | ImGuiKey_G);
    robot.type("99");
    robot.press(ImGuiKey_Enter);
    CHECK(document.line_of(document.caret()) == 3);
}

TEST_CASE("lines: Alt and an arrow move them, with Shift they are copied") {
    Robot robot;
    write(robot, "a\nb\nc");
    robot.press(ImGuiMod_Alt | ImGuiKey_DownArrow);
    CHECK(robot.payload() == "b\na\nc");
    robot.press(ImGuiMod_Alt | ImGuiMod_Shift | ImGuiKey_DownArrow);
    CHECK(robot.payload() == "b\na\na\nc");
    robot.press(ImGuiMod_Alt | ImGuiKey_UpArrow);
    CHECK(robot.payload() == "b\na\na\nc");
    robot.press(ImGuiMod_Ctrl | ImGuiKey_Z);
    robot.press(ImGuiMod_Ctrl | ImGuiKey_Z);
    robot.press(ImGuiMod_Ctrl | ImGuiKey_Z);
    CHECK(robot.payload() == "a\nb\nc");
}
