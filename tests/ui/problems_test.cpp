// The way of a person with a broken payload: sees what is wrong, goes there, mends it; and with a
// command: opens it as a call.
#include <doctest/doctest.h>

#include "support/robot.h"

using namespace picket;
using picket::test::Robot;

namespace {

// Puts the text there as typing would, and waits until it has been looked at.
void write_and_check(Robot& robot, std::string_view text) {
    ui::CodePane& pane = robot.ui().request.payload;
    pane.edit({0, pane.document.text().size()}, text);
    robot.app().poke();
    robot.settle();
    robot.input.now_ms += 200;
    robot.app().poke();
    robot.settle();
}

void pause(Robot& robot) {
    robot.input.now_ms += 200;
    robot.app().poke();
    robot.settle();
}

constexpr std::string_view kTwoWrong =
    "{\n  \"actionName\": 7,\n  \"roleArn\": \"arn:aws:iam::123456789012:role/R\",\n"
    "  \"actionParams\": {\"addThingsToThingGroupParams\": {\"thingGroupNames\": \"g\"}}\n}\n";

}  // namespace

TEST_CASE("problems: the documented payload has none, and the line says so") {
    Robot robot;
    CHECK(robot.shows("No problems found"));
    CHECK_FALSE(robot.has("Fix"));
}

TEST_CASE("problems: typing wakes the page once more, to look at what was typed") {
    Robot robot;
    robot.ui().request.payload.edit({0, 1}, "");
    robot.app().poke();
    double next = 0;
    for (int i = 0; i < 20 && next <= 16; ++i) next = robot.frame();
    CHECK(next > 16);
    CHECK(next <= ui::kAnalysisPauseMs);
    CHECK(robot.shows("No problems found"));
    robot.input.now_ms += next;
    robot.frame();
    CHECK_FALSE(robot.shows("No problems found"));
    robot.settle();
    CHECK(robot.frame() < 0);
}

TEST_CASE("problems: are counted, underlined and marked, each at its place") {
    Robot robot;
    write_and_check(robot, kTwoWrong);
    CHECK(robot.shows("2 problems: "));
    const ui::CodePane& pane = robot.ui().request.payload;
    REQUIRE(pane.marks.size() == 2);
    CHECK(pane.marks[0].line == 1);
    CHECK(pane.marks[1].line == 3);
    CHECK(pane.marks[0].tone == ui::MarkTone::Error);
}

TEST_CASE("problems: F8 goes from one to the next and round, and the line speaks of it") {
    Robot robot;
    write_and_check(robot, kTwoWrong);
    robot.press(ImGuiKey_F8);
    const auto& document = robot.ui().request.payload.document;
    CHECK(document.selected_text() == "7");
    CHECK(robot.ui().request.payload.focused);
    CHECK(robot.shows("Problem 1 of 2: "));
    CHECK(robot.ui().announcement.find("Problem 1 of 2: ") == 0);
    robot.press(ImGuiKey_F8);
    CHECK(document.selected_text() == "\"g\"");
    CHECK(robot.shows("Problem 2 of 2: "));
    robot.click("Next");
    CHECK(document.selected_text() == "7");
}

TEST_CASE("problems: Ctrl+. mends the one at the caret, and Ctrl+Z takes it back") {
    Robot robot;
    write_and_check(robot, kTwoWrong);
    robot.press(ImGuiKey_F8);
    robot.press(ImGuiKey_F8);
    robot.press(ImGuiMod_Ctrl | ImGuiKey_Period);
    CHECK(robot.payload().find("[\"g\"]") != std::string::npos);
    CHECK(robot.payload().find("\"actionName\": 7,") != std::string::npos);
    pause(robot);
    CHECK(robot.shows("1 problem: "));
    robot.press(ImGuiMod_Ctrl | ImGuiKey_Z);
    CHECK(robot.payload() == kTwoWrong);
    robot.press(ImGuiKey_F8);
    robot.click("Fix");
    CHECK(robot.payload().find("\"actionName\": \"7\"") != std::string::npos);
}

TEST_CASE("problems: Fix all mends all, as one step of undo") {
    Robot robot;
    write_and_check(robot, kTwoWrong);
    robot.click("Fix all");
    pause(robot);
    CHECK(robot.shows("No problems found"));
    CHECK(robot.ui().request.payload.document.undo());
    CHECK(robot.payload() == kTwoWrong);
}

TEST_CASE("problems: the mouse over an underline brings the words, the reason and the section") {
    Robot robot;
    write_and_check(robot, kTwoWrong);
    const ui::ProbeItem pane = robot.find("Payload");
    const Finding* finding = nullptr;
    CHECK_FALSE(robot.has("", "Request/Finding"));
    robot.move_to(pane.left + 40 + 8 * 16.5f, pane.top + 20 * 1.5f);
    robot.settle();
    REQUIRE(robot.ui().request.analysis.findings.size() == 2);
    finding = &robot.ui().request.analysis.findings[0];
    CHECK(robot.has("", "Request/Finding"));
    CHECK(robot.shows(finding->explanation));
    CHECK(robot.shows(finding->section));
    CHECK(robot.shows("Ctrl+. at this place"));
}

TEST_CASE("problems: what the service refused at a place in the text joins them") {
    Robot robot;
    robot.ui().request.payload.document.set_text("{");
    robot.click("Run");
    REQUIRE(robot.ui().response.shown.error);
    CHECK_FALSE(robot.ui().request.analysis.findings.empty());
    CHECK_FALSE(robot.shows("No problems found"));
}

TEST_CASE("problems: where a textarea owns the text, going there and mending leave as requests") {
    Robot robot;
    write_and_check(robot, kTwoWrong);
    ui::CodePane& pane = robot.ui().request.payload;
    pane.give_to_textarea();
    pane.requests.clear();
    robot.press(ImGuiKey_F8);
    REQUIRE(pane.requests.size() == 1);
    CHECK(pane.requests[0].wish == ui::TextareaWish::Select);
    CHECK(pane.requests[0].range_utf16 == ui::Range{18, 19});
    robot.press(ImGuiMod_Ctrl | ImGuiKey_Period);
    REQUIRE(pane.requests.size() == 2);
    CHECK(pane.requests[1].wish == ui::TextareaWish::Edit);
    CHECK(pane.requests[1].text == "\"7\"");
    CHECK(robot.payload() == kTwoWrong);
}

TEST_CASE("command: a pasted one is recognised, and opened as a call only when asked to") {
    Robot robot;
    const Operation* before = robot.ui().request.operation;
    const std::string command = "$ aws iot create-thing --thing-name pump --region eu-west-1\n";
    write_and_check(robot, command);
    CHECK(robot.shows("This is a command for CreateThing"));
    CHECK(robot.payload() == command);
    CHECK(robot.ui().request.operation == before);
    robot.click("Open it as a call");
    CHECK(robot.ui().request.operation == find_operation("CreateThing"));
    CHECK(robot.payload() == "{\n  \"thingName\": \"pump\"\n}\n");
    CHECK_FALSE(robot.has("Open it as a call"));
    CHECK(robot.ui().announcement.find("region") != std::string::npos);
    robot.click("Run");
    CHECK(robot.world().things.find("pump") != nullptr);
}

TEST_CASE("command: one for the open operation replaces it, and undo brings it back") {
    Robot robot;
    const std::string command = "aws iot create-mitigation-action --action-name a --role-arn "
                                "arn:aws:iam::123456789012:role/R --action-params "
                                "'updateDeviceCertificateParams={action=DEACTIVATE}'";
    write_and_check(robot, command);
    robot.click("Open it as a call");
    CHECK(robot.payload().find("\"DEACTIVATE\"") != std::string::npos);
    CHECK(robot.ui().request.payload.document.undo());
    CHECK(robot.payload() == command);
}

TEST_CASE("command: its own mistakes are findings, with fixes") {
    Robot robot;
    write_and_check(robot, "aws iot create-thing-group \xE2\x80\x94thing-group-name group\n");
    CHECK(robot.has("Fix"));
    robot.click("Fix all");
    pause(robot);
    CHECK(robot.payload() == "aws iot create-thing-group --thing-group-name group\n");
    robot.click("Open it as a call");
    CHECK(robot.ui().request.operation == find_operation("CreateThingGroup"));
}
