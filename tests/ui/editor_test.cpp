// The payload editor with a model of its own: what keys, mouse and clipboard do to the text.
#include <doctest/doctest.h>

#include "support/robot.h"

using namespace picket;
using picket::test::Robot;

namespace {

// Clicks into the payload at a line and column, counted from 0.
void click_text(Robot& robot, std::size_t line, std::size_t column, int times = 1) {
    const ui::ProbeItem pane = robot.find("Payload");
    const float cell = 8, line_height = 20;  // at scale 1, within half a cell
    const float gutter = 40;
    robot.click_at(pane.left + gutter + cell * static_cast<float>(column),
                   pane.top + line_height * (static_cast<float>(line) + 0.5f), times);
}

void replace_all(Robot& robot, std::string_view text) {
    click_text(robot, 0, 0);
    robot.press(ImGuiMod_Ctrl | ImGuiKey_A);
    robot.type(text);
}

}  // namespace

TEST_CASE("editor: a click gives it the focus and places the caret") {
    Robot robot;
    click_text(robot, 1, 0);
    CHECK(robot.ui().request.payload.focused);
    const auto& document = robot.ui().request.payload.document;
    CHECK(document.line_of(document.caret()) == 1);
    robot.type("x");
    CHECK(document.line_text(1).find('x') != std::string_view::npos);
}

TEST_CASE("editor: a click elsewhere takes the focus away, and typing then changes nothing") {
    Robot robot;
    click_text(robot, 1, 0);
    robot.click_at(640, 20);
    CHECK_FALSE(robot.ui().request.payload.focused);
    const std::string before = robot.payload();
    robot.type("zzz");
    CHECK(robot.payload() == before);
}

TEST_CASE("editor: typed text, undo and redo") {
    Robot robot;
    const std::string before = robot.payload();
    replace_all(robot, "{\"a\": 1}");
    CHECK(robot.payload() == "{\"a\": 1}");
    robot.press(ImGuiMod_Ctrl | ImGuiKey_Z);
    CHECK(robot.payload() == before);
    robot.press(ImGuiMod_Ctrl | ImGuiKey_Y);
    CHECK(robot.payload() == "{\"a\": 1}");
}

TEST_CASE("editor: enter keeps the indentation and adds a level after a bracket") {
    Robot robot;
    replace_all(robot, "  {");
    robot.press(ImGuiKey_Enter);
    robot.type("x");
    CHECK(robot.payload() == "  {\n    x");
    robot.press(ImGuiKey_Tab);
    CHECK(robot.payload() == "  {\n    x  ");
}

TEST_CASE("editor: cut, copy and paste go through the clipboard") {
    Robot robot;
    replace_all(robot, "one two");
    robot.press(ImGuiMod_Shift | ImGuiMod_Ctrl | ImGuiKey_LeftArrow);
    robot.press(ImGuiMod_Ctrl | ImGuiKey_X);
    CHECK(robot.clipboard() == "two");
    CHECK(robot.payload() == "one ");
    robot.press(ImGuiMod_Ctrl | ImGuiKey_V);
    robot.press(ImGuiMod_Ctrl | ImGuiKey_V);
    CHECK(robot.payload() == "one twotwo");
}

TEST_CASE("editor: a double click selects a word, a drag selects a range") {
    Robot robot;
    replace_all(robot, "alpha beta");
    click_text(robot, 0, 8, 2);
    CHECK(robot.ui().request.payload.document.selected_text() == "beta");
    const ui::ProbeItem pane = robot.find("Payload");
    robot.drag(pane.left + 40, pane.top + 10, pane.left + 40 + 8 * 5, pane.top + 10);
    CHECK(robot.ui().request.payload.document.selected_text() == "alpha");
}

TEST_CASE("editor: escape leaves the text and the keyboard moves on") {
    Robot robot;
    click_text(robot, 1, 0);
    robot.press(ImGuiKey_Escape);
    CHECK_FALSE(robot.ui().request.payload.focused);
}

TEST_CASE("editor: a read-only pane can be selected and copied, and never changes") {
    Robot robot;
    robot.click("Run");
    const std::string body = robot.ui().response.body.document.text();
    const ui::ProbeItem pane = robot.find("Response body");
    robot.click_at(pane.left + 60, pane.top + 30);
    robot.type("zzz");
    robot.press(ImGuiKey_Backspace);
    CHECK(robot.ui().response.body.document.text() == body);
    robot.press(ImGuiMod_Ctrl | ImGuiKey_A);
    robot.press(ImGuiMod_Ctrl | ImGuiKey_C);
    CHECK(robot.clipboard() == body);
}

TEST_CASE("editor: the caret is followed far down and far to the right") {
    Robot robot;
    std::string text;
    for (int i = 0; i < 200; ++i) text += "line\n";
    text += std::string(400, 'x');
    replace_all(robot, "");
    robot.ui().request.payload.document.set_text(text);
    click_text(robot, 0, 0);
    robot.press(ImGuiMod_Ctrl | ImGuiKey_End);
    robot.type("!");
    CHECK(robot.payload().back() == '!');
    // The end is in sight: a click in the lower right part of the pane lands in the last lines, far
    // along the row.
    const ui::ProbeItem pane = robot.find("Payload");
    robot.click_at(pane.right - 60, pane.bottom - 24);
    const auto& document = robot.ui().request.payload.document;
    CHECK(document.line_of(document.caret()) >= 198);
}

TEST_CASE(
    "editor: when a textarea owns the text, edits leave as requests and keys are left alone") {
    Robot robot;
    ui::CodePane& pane = robot.ui().request.payload;
    pane.give_to_textarea();
    pane.requests.clear();
    const std::string before = robot.payload();
    robot.app().poke();
    robot.settle();
    CHECK(pane.place.visible);
    CHECK(pane.place.width > 100);
    click_text(robot, 1, 0);
    robot.type("zzz");
    CHECK(robot.payload() == before);
    robot.click("Format");
    REQUIRE(pane.requests.size() == 1);
    CHECK(pane.requests[0].wish == ui::TextareaWish::Edit);
    CHECK(pane.requests[0].range_utf16 == ui::Range{0, pane.document.size_utf16()});
}

TEST_CASE("editor: a text too long for a textarea is edited here, until a shorter one is loaded") {
    Robot robot;
    ui::CodePane& pane = robot.ui().request.payload;
    pane.give_to_textarea();
    pane.load("[\"first\"]");
    pane.focused = true;  // as the textarea says
    pane.requests.clear();
    SUBCASE("mirrored") { pane.mirror({1, 1}, std::string(ui::kTextareaBytesMax, ' ')); }
    SUBCASE("pasted") {
        pane.document.select(1, 1);
        pane.take_over(std::string(ui::kTextareaBytesMax, ' '));
    }
    REQUIRE(pane.requests.size() == 1);
    CHECK(pane.requests[0].wish == ui::TextareaWish::Load);
    CHECK(pane.requests[0].text.empty());
    robot.app().poke();
    robot.settle();
    CHECK_FALSE(pane.place.visible);
    CHECK(pane.focused);
    CHECK(ImGui::GetIO().WantTextInput);  // else the page does not hand letters over
    robot.press(ImGuiMod_Ctrl | ImGuiKey_End);
    robot.type("!");
    CHECK(robot.payload().back() == '!');
    robot.press(ImGuiMod_Ctrl | ImGuiKey_Z);
    robot.press(ImGuiMod_Ctrl | ImGuiKey_Z);
    CHECK(robot.payload() == "[\"first\"]");  // what was there when the textarea had it
    CHECK_FALSE(pane.textarea);

    pane.load("{}");
    robot.app().poke();
    robot.settle();
    CHECK(pane.textarea);
    CHECK(pane.place.visible);
    CHECK(pane.requests.back().text == "{}");
}

TEST_CASE("editor: the first press beside a text that has the focus is not lost") {
    Robot robot({.width = 1920, .height = 1080});
    robot.click("Payload");
    REQUIRE(robot.ui().request.payload.focused);
    robot.click("Form", "Request/Payload as");  // it lies above the text
    CHECK(robot.ui().request.form.open);
    robot.click("Run");
    robot.click("Body", "Response/Faces");
    robot.click("Response body");
    CHECK(robot.ui().response.body.focused);
    robot.click("Tree", "Response/Body as");
    CHECK(robot.ui().response.as_tree);
}
