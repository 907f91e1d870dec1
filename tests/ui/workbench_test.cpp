// The way through the workbench: choose an operation, edit, run, read the answer.
#include <doctest/doctest.h>

#include "support/robot.h"

using namespace picket;
using picket::test::Robot;

namespace {

template <class T>
const T* command(const Robot& robot) {
    return robot.commands().empty() ? nullptr : std::get_if<T>(&robot.commands().front());
}

}  // namespace

TEST_CASE("first screen: the documented payload is in the editor and Run succeeds") {
    Robot robot;
    CHECK(robot.shows("CreateMitigationAction"));
    CHECK(robot.payload().find("detect_mitigation_action") != std::string::npos);
    CHECK(robot.shows("Nothing sent yet"));
    CHECK(robot.world().things.size() == 50);
    robot.click("Run");
    REQUIRE(command<ui::Call>(robot) != nullptr);
    CHECK(command<ui::Call>(robot)->operation == "CreateMitigationAction");
    CHECK(command<ui::Call>(robot)->body == robot.payload());
    CHECK_FALSE(command<ui::Call>(robot)->dry_run);
    CHECK(robot.world().mitigation_actions.size() == 1);
    CHECK(robot.shows("200"));
    CHECK(robot.shows("\"actionArn\""));
}

TEST_CASE("run: Ctrl+Enter sends, Ctrl+Shift+Enter only tries") {
    Robot robot;
    robot.press(ImGuiMod_Ctrl | ImGuiMod_Shift | ImGuiKey_Enter);
    REQUIRE(command<ui::Call>(robot) != nullptr);
    CHECK(command<ui::Call>(robot)->dry_run);
    CHECK(robot.world().mitigation_actions.empty());
    robot.press(ImGuiMod_Ctrl | ImGuiKey_Enter);
    CHECK_FALSE(command<ui::Call>(robot)->dry_run);
    CHECK(robot.world().mitigation_actions.size() == 1);
}

TEST_CASE("dry run: the answer and the changes are shown and nothing is kept") {
    Robot robot;
    const std::string before = world_hash(robot.world());
    robot.click("Dry run");
    CHECK(robot.shows("dry run"));
    CHECK(robot.shows("detect_mitigation_action"));
    CHECK(robot.shows("added"));
    robot.click("Body");
    CHECK(robot.shows("\"actionArn\""));
    CHECK(world_hash(robot.world()) == before);
}

TEST_CASE("errors: name, message, path and place are shown and marked in the editor") {
    Robot robot;
    robot.ui().request.payload.document.set_text(
        "{\n  \"actionName\": \"a\",\n  \"roleArn\": 7,\n  \"actionParams\": {}\n}");
    robot.click("Run");
    REQUIRE(robot.ui().response.shown.error);
    CHECK(robot.ui().response.shown.error->line == 3);
    CHECK(robot.shows("InvalidRequestException"));
    CHECK(robot.shows("roleArn"));
    CHECK(robot.shows("line 3, column"));
    REQUIRE_FALSE(robot.ui().request.payload.marks.empty());
    CHECK(robot.ui().request.payload.marks[0].line == 2);
    robot.click("Changes");
    CHECK(robot.shows("A failed call leaves everything as it was."));
}

TEST_CASE("errors: the mark of an old error goes with the next answer") {
    Robot robot;
    const std::string good = robot.payload();
    robot.ui().request.payload.document.set_text("{");
    robot.click("Run");
    CHECK_FALSE(robot.ui().request.payload.marks.empty());
    robot.ui().request.payload.document.set_text(good);
    robot.click("Run");
    CHECK(robot.ui().request.payload.marks.empty());
    CHECK_FALSE(robot.ui().response.shown.error);
}

TEST_CASE("warnings: members that were ignored are named") {
    Robot robot;
    robot.ui().request.payload.document.set_text(
        R"({"actionName":"a","surprise":1,"roleArn":"arn:aws:iam::123456789012:role/Role","actionParams":{"publishFindingToSnsParams":{"topicArn":"arn:aws:sns:us-east-1:123456789012:t"}}})");
    robot.click("Run");
    CHECK(robot.shows("Warning"));
    CHECK(robot.shows("surprise"));
}

TEST_CASE("changes: a changed row shows the lines that differ") {
    Robot robot;
    robot.call("CreateThing", R"({"thingName":"pump"})");
    robot.call("UpdateThing",
               R"({"thingName":"pump","attributePayload":{"attributes":{"site":"west"}}})");
    robot.click("Changes");
    CHECK(robot.shows("changed"));
    CHECK(robot.shows("site"));
    bool removed = false, added = false;
    for (const auto& change : robot.ui().response.shown.changes) {
        for (const auto& line : change.lines) {
            removed = removed || (change.sign == '~' && line.sign == '-');
            added = added || (change.sign == '~' && line.sign == '+');
        }
    }
    CHECK(removed);
    CHECK(added);
}

TEST_CASE("picker: searching finds by parts of name, group and path, and Enter opens") {
    Robot robot;
    robot.click("Operation");
    CHECK(robot.has("CreateMitigationAction", "Request/Operations"));
    robot.type("list thing gr");
    CHECK(robot.has("ListThingGroups", "Request/Operations"));
    CHECK_FALSE(robot.has("CreateMitigationAction", "Request/Operations"));
    robot.press(ImGuiKey_Enter);
    CHECK(robot.ui().request.operation == find_operation("ListThingGroups"));
    CHECK_FALSE(robot.has("Search operations"));
    robot.press(ImGuiMod_Ctrl | ImGuiKey_Enter);
    CHECK(robot.shows("\"thingGroups\""));
}

TEST_CASE(
    "picker: arrows move through the list, a click opens, and a search without a match says so") {
    Robot robot;
    robot.click("Operation");
    robot.type("mitigation");
    robot.press(ImGuiKey_DownArrow);
    robot.press(ImGuiKey_Enter);
    const Operation* second = robot.ui().request.operation;
    CHECK(second != find_operation("CreateMitigationAction"));
    CHECK(std::string(second->name).find("Mitigation") != std::string::npos);
    robot.click("Operation");
    robot.type("CreateThingGroup");
    robot.click("CreateThingGroup", "Request/Operations");
    CHECK(robot.ui().request.operation == find_operation("CreateThingGroup"));
    robot.click("Operation");
    robot.type("zzzz");
    CHECK(robot.shows("No operation matches"));
}

TEST_CASE("request: Format lays out, Reset brings the sample back, both can be undone") {
    Robot robot;
    const std::string sample = robot.payload();
    robot.ui().request.payload.document.set_text("{\"a\":1,\"b\":2}");
    robot.click("Format");
    CHECK(robot.payload() == "{\n  \"a\": 1,\n  \"b\": 2\n}\n");
    robot.click("Reset");
    CHECK(robot.payload() == sample);
    CHECK(robot.ui().request.payload.document.undo());
    CHECK(robot.payload() == "{\n  \"a\": 1,\n  \"b\": 2\n}\n");
}

TEST_CASE("response: Copy puts the body on the clipboard") {
    Robot robot;
    robot.click("Run");
    robot.click("Copy");
    CHECK(robot.clipboard() == robot.ui().response.body.document.text());
}

TEST_CASE("theme: the button switches between light and dark") {
    Robot robot;
    CHECK(robot.ui().dark());
    robot.click("Theme");
    CHECK_FALSE(robot.ui().dark());
    robot.click("Theme");
    CHECK(robot.ui().dark());
}

TEST_CASE("phone: the answer comes to the front, and tabs lead back") {
    Robot robot({.width = 390, .height = 844, .scale = 3, .touch = true});
    CHECK(robot.has("Run"));
    robot.click("Run");
    CHECK_FALSE(robot.has("Run"));
    CHECK(robot.shows("\"actionArn\""));
    robot.click("World", "Panes");
    CHECK(robot.has("Section"));
    robot.click("Request", "Panes");
    CHECK(robot.has("Run"));
}

TEST_CASE("dividers: dragging one moves the border between two panes") {
    Robot robot;
    const float before = robot.find("Payload").right;
    const ui::ProbeItem handle = robot.find("Divider of request");
    const float y = (handle.top + handle.bottom) / 2, x = (handle.left + handle.right) / 2;
    robot.drag(x, y, x + 80, y);
    CHECK(robot.find("Payload").right == doctest::Approx(before + 80).epsilon(0.02));
}

TEST_CASE("phone: a switch of the World is a call, and one stays where it is") {
    Robot robot({.width = 390, .height = 844, .scale = 2, .touch = true});
    robot.ui().world.section = "settings";
    robot.click("World", "Panes");
    robot.click("reject", "World/settings/unknownMembers");
    CHECK(robot.world().settings.size() == 1);
    CHECK(robot.ui().layout.pane == ui::Pane::World);
    CHECK(robot.shows("PutSetting: 200"));
}
