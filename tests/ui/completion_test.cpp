// What may be written at a place, and the list that offers it.
#include "editor/completion.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "editor/world_names.h"
#include "payload.h"
#include "picket/json_tree.h"
#include "support/robot.h"

using namespace picket;
using namespace picket::ui;
using picket::test::Robot;

namespace {

// The bar marks the caret.
Completion complete(const char* operation, std::string text, const World& world = {}) {
    const std::size_t at = text.find('|');
    text.erase(at, 1);
    return completion_at(*find_operation(operation), text, at, world);
}

std::vector<std::string> labels(const Completion& completion) {
    std::vector<std::string> out;
    for (const Proposal& proposal : completion.proposals) out.push_back(proposal.label);
    return out;
}

bool offers(const Completion& completion, std::string_view label) {
    const auto all = labels(completion);
    return std::find(all.begin(), all.end(), label) != all.end();
}

// The text after accepting the proposal of that name; the bar marks the caret.
std::string accepted(const char* operation, std::string text, std::string_view label) {
    const Completion completion = complete(operation, text);
    text.erase(text.find('|'), 1);
    for (const Proposal& proposal : completion.proposals) {
        if (proposal.label != label) continue;
        std::string insert = proposal.insert;
        insert.insert(proposal.caret, "|");
        return text.replace(completion.replaces.begin,
                            completion.replaces.end - completion.replaces.begin, insert);
    }
    return "not offered";
}

void write(Robot& robot, std::string_view text, std::size_t caret) {
    CodePane& pane = robot.ui().request.payload;
    pane.edit({0, pane.document.text().size()}, text);
    pane.select({caret, caret});
    robot.app().poke();
    robot.settle();
}

}  // namespace

TEST_CASE("completion: members of the shape, required ones first, without those that are there") {
    const auto first = complete("CreateMitigationAction", "{|}");
    REQUIRE(first.proposals.size() >= 3);
    CHECK(first.proposals[0].required);
    CHECK(offers(first, "actionParams"));
    const auto rest = complete("CreateMitigationAction", "{\"actionName\": \"a\", |}");
    CHECK_FALSE(offers(rest, "actionName"));
    CHECK(offers(rest, "roleArn"));
    CHECK_FALSE(offers(complete("CreateMitigationAction", "{|, \"roleArn\": 1}"), "roleArn"));
}

TEST_CASE("completion: what is typed narrows the list, its beginning before the rest") {
    const auto typed = complete("CreateSecurityProfile", "{\"be|\"}");
    REQUIRE_FALSE(typed.empty());
    CHECK(typed.proposals[0].label == "behaviors");
    const auto inner = complete("CreateSecurityProfile", "{\"behaviors\": [{\"metric|\"}]}");
    REQUIRE(inner.proposals.size() >= 2);
    CHECK(inner.proposals[0].label == "metric");
    CHECK(offers(inner, "exportMetric"));
}

TEST_CASE("completion: of a union one member, and then none") {
    CHECK(complete("CreateMitigationAction", "{\"actionParams\": {|}}").proposals.size() == 6);
    CHECK(complete("CreateMitigationAction",
                   "{\"actionParams\": {\"enableIoTLoggingParams\": {}, |}}")
              .empty());
}

TEST_CASE("completion: enumerators and booleans") {
    const auto level = complete(
        "CreateSecurityProfile",
        "{\"behaviors\":[{\"criteria\":{\"mlDetectionConfig\":{\"confidenceLevel\":\"|\"}}}]}");
    CHECK(labels(level) == std::vector<std::string>{"LOW", "MEDIUM", "HIGH"});
    const auto flag = complete("CreateSecurityProfile",
                               "{\"behaviors\":[{\"suppressAlerts\": |}]}");
    CHECK(labels(flag) == std::vector<std::string>{"true", "false"});
    // Inside quotes a boolean would be text.
    CHECK(
        complete("CreateSecurityProfile", "{\"behaviors\":[{\"suppressAlerts\": \"|\"}]}").empty());
}

TEST_CASE("completion: keys of a map that are listed") {
    const auto checks = complete("UpdateAccountAuditConfiguration",
                                 "{\"auditCheckConfigurations\": {\"DEVICE_CERT|\"}}");
    CHECK(offers(checks, "DEVICE_CERTIFICATE_EXPIRING_CHECK"));
}

TEST_CASE("completion: what is inserted is whole JSON, with the comma it needs") {
    const char* op = "CreateThing";
    CHECK(accepted(op, "{|}", "thingName") == "{\"thingName\": \"|\"}");
    CHECK(accepted(op, "{\"thing|\"}", "thingName") == "{\"thingName\": \"|\"}");
    CHECK(accepted(op, "{\"thing|", "thingName") == "{\"thingName\": \"|\"");
    CHECK(accepted(op, "{|\"a\": 1}", "thingName") == "{\"thingName\": \"|\",\"a\": 1}");
    CHECK(accepted(op, "{\"a\": 1\n  |\n}", "thingName") ==
          "{\"a\": 1,\n  \"thingName\": \"|\"\n}");
    CHECK(accepted(op, "{\"thingN|\": \"x\"}", "thingName") == "{\"thingName\"|: \"x\"}");
    CHECK(accepted("CreateSecurityProfile", "{|}", "behaviors") == "{\"behaviors\": [{|}]}");
    CHECK(accepted("CreateMitigationAction", "{|}", "actionParams") == "{\"actionParams\": {|}}");
}

TEST_CASE("completion: names that exist in the World, for every kind of resource") {
    Engine engine;
    const auto call = [&](std::string_view operation, std::string_view json) {
        const CallResult result = engine.call(operation, json);
        CAPTURE(result.body);
        REQUIRE(result.ok());
    };
    call("CreateThing", R"({"thingName":"pump"})");
    call("CreateThingGroup", R"({"thingGroupName":"quarantine"})");
    call("CreateSecurityProfile", R"({"securityProfileName":"profile"})");
    call("CreateCustomMetric", R"({"metricName":"battery","metricType":"number"})");
    call("CreateDimension", R"({"name":"topics","type":"TOPIC_FILTER","stringValues":["a/#"]})");
    call("CreateMitigationAction",
         R"({"actionName":"act","roleArn":"arn:aws:iam::123456789012:role/Example",
             "actionParams":{"addThingsToThingGroupParams":{"thingGroupNames":["quarantine"]}}})");
    const World& world = engine.world();
    CHECK(offers(complete("UpdateThing", R"({"thingName":"|"})", world), "pump"));
    CHECK(offers(complete("CreateMitigationAction",
                          R"({"actionParams":{"addThingsToThingGroupParams":
                              {"thingGroupNames":["|"]}}})",
                          world),
                 "quarantine"));
    CHECK(offers(complete("UpdateSecurityProfile", R"({"securityProfileName":"|"})", world),
                 "profile"));
    const auto metrics = complete("CreateSecurityProfile", R"({"behaviors":[{"metric":"|"}]})",
                                  world);
    CHECK(offers(metrics, "battery"));
    CHECK(offers(metrics, "aws:num-disconnects"));
    CHECK(offers(complete("CreateSecurityProfile",
                          R"({"behaviors":[{"metricDimension":{"dimensionName":"|"}}]})", world),
                 "topics"));
    CHECK(
        offers(complete("StartDetectMitigationActionsTask", R"({"actions":["|"]})", world), "act"));
    CHECK(offers(complete("AttachSecurityProfile", R"({"securityProfileTargetArn":"|"})", world),
                 "arn:aws:iot:us-east-1:123456789012:thinggroup/quarantine"));
    CHECK(offers(complete("CreateScheduledAudit", R"({"targetCheckNames":["CONFLICT|"]})", world),
                 "CONFLICTING_CLIENT_IDS_CHECK"));
}

TEST_CASE("completion: of 100,000 things those that begin so come first") {
    Engine engine;
    REQUIRE(engine.call("PopulateFleet", R"({"namePrefix":"meter-","count":20000})").ok());
    engine.advance(engine.world().now + 1);
    const auto names = known_names(engine.world(), "thingName", "", "meter-19", 10);
    REQUIRE(names.size() == 10);
    for (const KnownName& name : names) CHECK(name.text.find("meter-19") == 0);
}

// Whatever is offered for an empty object makes JSON, and no member is offered that the operation
// does not know.
TEST_CASE("completion: every operation's members lead to JSON") {
    for (const Operation& operation : operations()) {
        CAPTURE(operation.name);
        const Completion completion = completion_at(operation, "{}", 1, World{});
        for (const Proposal& proposal : completion.proposals) {
            CHECK(operation.input->find(proposal.label) != nullptr);
            std::string text = "{" + proposal.insert + "}";
            if (text.find(": }") != std::string::npos) text.insert(text.size() - 1, "1");
            CAPTURE(text);
            CHECK(read_json_strict(text));
        }
    }
}

TEST_CASE("hover: type, constraint and words of the member at the mouse") {
    const std::string text = R"({"actionParams":{"addThingsToThingGroupParams":)"
                             R"({"thingGroupNames":["a"]}}})";
    const Operation& operation = *find_operation("CreateMitigationAction");
    const Description key = description_at(operation, text, text.find("thingGroupNames"));
    CHECK(key.title == "actionParams.addThingsToThingGroupParams.thingGroupNames");
    CHECK(key.type == "List of String");
    CHECK(key.constraint.find("1 to 10 elements") == 0);
    CHECK(key.constraint.find("[a-zA-Z0-9:_-]+") != std::string::npos);
    CHECK(key.doc.find("groups") != std::string::npos);
    CHECK(key.required);
    const Description element = description_at(operation, text, text.find("\"a\""));
    CHECK(element.type == "String");
    CHECK(element.constraint.find("1 to 128 characters") == 0);
    CHECK(description_at(operation, "{\"nonsense\": 1}", 3).empty());
}

TEST_CASE("completion list: opens while typing, is walked by arrows and taken by Enter") {
    Robot robot;
    write(robot, "{}", 1);
    robot.type("\"");
    CHECK(robot.has("actionName", "Request/Completion"));
    robot.type("role");
    CHECK(robot.has("roleArn", "Request/Completion"));
    CHECK_FALSE(robot.has("actionName", "Request/Completion"));
    robot.press(ImGuiKey_Enter);
    CHECK(robot.payload().find("{\"roleArn\": \"") == 0);
    CHECK(robot.payload().back() == '}');
    CHECK(robot.payload().find('\n') == std::string::npos);
    CHECK(robot.ui().request.payload.focused);
    robot.press(ImGuiMod_Ctrl | ImGuiKey_Z);
    CHECK(robot.payload() == "{\"role}");
}

TEST_CASE("completion list: Ctrl+Space asks for it, Escape closes it and leaves the text alone") {
    Robot robot;
    write(robot, "{\"actionParams\": {}}", 18);
    robot.press(ImGuiMod_Ctrl | ImGuiKey_Space);
    CHECK(robot.has("enableIoTLoggingParams", "Request/Completion"));
    robot.press(ImGuiKey_Escape);
    CHECK_FALSE(robot.has("enableIoTLoggingParams", "Request/Completion"));
    CHECK(robot.ui().request.payload.focused);
    CHECK(robot.payload() == "{\"actionParams\": {}}");
    robot.press(ImGuiKey_Escape);
    CHECK_FALSE(robot.ui().request.payload.focused);
}

TEST_CASE("completion list: arrows go round, Tab takes, and a nested value goes on") {
    Robot robot;
    write(robot, "{\"actionParams\": {}}", 18);
    robot.press(ImGuiMod_Ctrl | ImGuiKey_Space);
    const std::size_t caret = robot.ui().request.payload.document.caret();
    robot.press(ImGuiKey_DownArrow);
    CHECK(robot.ui().request.completion.chosen == 1);
    robot.press(ImGuiKey_UpArrow);
    robot.press(ImGuiKey_UpArrow);
    CHECK(robot.ui().request.completion.chosen == 5);
    CHECK(robot.ui().request.payload.document.caret() == caret);
    robot.press(ImGuiKey_Tab);
    CHECK(robot.payload() == "{\"actionParams\": {\"publishFindingToSnsParams\": {}}}");
    CHECK(robot.has("topicArn", "Request/Completion"));
    robot.press(ImGuiKey_Enter);
    CHECK(robot.payload() ==
          "{\"actionParams\": {\"publishFindingToSnsParams\": {\"topicArn\": \"\"}}}");
}

TEST_CASE("completion list: a click takes a row, a click elsewhere closes it") {
    Robot robot;
    write(robot, "{}", 1);
    robot.press(ImGuiMod_Ctrl | ImGuiKey_Space);
    robot.click("actionName", "Request/Completion");
    CHECK(robot.payload() == "{\"actionName\": \"\"}");
    CHECK(robot.ui().request.payload.focused);
    robot.type("x\", ");
    robot.press(ImGuiMod_Ctrl | ImGuiKey_Space);
    CHECK(robot.ui().request.completion.open);
    robot.click_at(700, 20);
    CHECK_FALSE(robot.ui().request.completion.open);
    CHECK(robot.payload() == "{\"actionName\": \"x\", \"}");
}

TEST_CASE("completion list: never opens for what was pasted, loaded or undone") {
    Robot robot;
    write(robot, "{}", 1);
    CHECK_FALSE(robot.ui().request.completion.open);
    ImGui::SetClipboardText("\"actionName");
    robot.press(ImGuiMod_Ctrl | ImGuiKey_V);
    CHECK_FALSE(robot.ui().request.completion.open);
    open_editor(robot.ui(), "CreateThing", "{\"thingName\":\"a\"}", robot.world());
    robot.app().poke();
    robot.settle();
    CHECK_FALSE(robot.ui().request.completion.open);
    CHECK(robot.payload() == "{\n  \"thingName\": \"a\"\n}\n");
}

TEST_CASE("completion list: where a textarea owns the text, taking leaves as an edit and a caret") {
    Robot robot;
    write(robot, "{\"\xC3\xA9\": 1, }", 10);
    CodePane& pane = robot.ui().request.payload;
    pane.give_to_textarea();
    pane.requests.clear();
    pane.focused = true;
    robot.app().poke();
    robot.settle();
    robot.press(ImGuiMod_Ctrl | ImGuiKey_Space);
    REQUIRE(robot.has("actionName", "Request/Completion"));
    robot.press(ImGuiKey_Enter);
    REQUIRE(pane.requests.size() == 2);
    CHECK(pane.requests[0].wish == TextareaWish::Edit);
    CHECK(pane.requests[0].text == "\"actionName\": \"\"");
    CHECK(pane.requests[0].range_utf16 == Range{9, 9});
    CHECK(pane.requests[1].wish == TextareaWish::Select);
    CHECK(pane.requests[1].range_utf16 == Range{24, 24});
}

TEST_CASE("hover: the words appear when the mouse rests on a member") {
    Robot robot;
    write(robot, "{\n  \"actionName\": \"a\"\n}", 0);
    const ProbeItem pane = robot.find("Payload");
    robot.move_to(pane.left + 40 + 8 * 5.5f, pane.top + 20 * 1.5f);
    CHECK_FALSE(robot.has("", "Request/Description"));
    for (int i = 0; i < 60; ++i) robot.frame();
    CHECK(robot.has("", "Request/Description"));
    CHECK(robot.shows("String, required"));
}
