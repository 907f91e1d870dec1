// The World pane: areas and sections, lists that sort and filter, the panel that says why, links,
// the tree of groups, settings, history, raw tables.
#include <doctest/doctest.h>

#include "picket/settings.h"
#include "shape_text.h"
#include "support/robot.h"

using namespace picket;
using picket::test::Robot;

namespace {

std::vector<std::string> rows(Robot& robot, const std::string& scope) {
    std::vector<std::string> seen;
    for (const auto& item : robot.app().probe().items) {
        if (item.scope == scope && !item.label.empty()) seen.push_back(item.label);
    }
    return seen;
}

// Rows of a list without the titles of its columns.
std::vector<std::string> things(Robot& robot) {
    auto all = rows(robot, "World/things");
    std::erase_if(all, [](const std::string& label) {
        return label == "Name" || label == "Type" || label == "Attributes" || label == "Groups" ||
               label == "Created";
    });
    return all;
}

bool has_call(const Robot& robot, std::string_view operation) {
    for (const ui::Command& command : robot.commands()) {
        const auto* call = std::get_if<ui::Call>(&command);
        if (call != nullptr && call->operation == operation) return true;
    }
    return false;
}

}  // namespace

TEST_CASE("world: areas lead to sections, with their sizes, and an area is found as it was left") {
    Robot robot;
    CHECK(robot.has("Things", "World/Sections"));
    CHECK(robot.find("Things", "World/Sections").text == "Things 50");
    CHECK(robot.has("gateway-north", "World/things"));
    robot.click("Policies", "World/Sections");
    CHECK(robot.shows("No policies yet"));
    robot.click("Detect", "World/Areas");
    CHECK(robot.shows("No alarm is on"));
    robot.click("Fleet", "World/Areas");
    CHECK(robot.shows("No policies yet"));
}

TEST_CASE("world: a row opens its why, follows changes, closes, and its JSON is a press away") {
    Robot robot;
    robot.click("gateway-north", "World/things");
    CHECK(robot.shows("arn:aws:iot:us-east-1:123456789012:thing/gateway-north"));
    CHECK(robot.shows("2.4.1"));
    CHECK(robot.has("Gateways", "World/things/Item/Why/Groups"));
    CHECK(robot.shows("What happened to it"));
    robot.call(
        "UpdateThing",
        R"({"thingName":"gateway-north","attributePayload":{"attributes":{"firmware":"9.9.9"}}})");
    CHECK(robot.shows("9.9.9"));
    robot.click("JSON", "World");
    CHECK(robot.has("Contents", "World/things/Item"));
    CHECK(robot.shows("\"firmware\": \"9.9.9\""));
    robot.click("Close", "World/things/Item");
    CHECK_FALSE(robot.has("Contents"));
    CHECK(robot.ui().world.item.empty());
}

TEST_CASE("world: a chosen row that is deleted closes by itself") {
    Robot robot;
    robot.call("CreateThing", R"({"thingName":"aaa"})");
    robot.click("aaa", "World/things");
    CHECK(robot.has("Close", "World/things/Item"));
    robot.call("DeleteThing", R"({"thingName":"aaa"})");
    CHECK_FALSE(robot.has("Close", "World/things/Item"));
}

TEST_CASE("world: links lead to related rows, and Back leads home again") {
    Robot robot;
    robot.click("gateway-north", "World/things");
    robot.click("Gateways", "World/things/Item/Why/Groups");
    CHECK(robot.ui().world.section == "groups");
    CHECK(robot.ui().world.item.key == "Gateways");
    CHECK(robot.has("gateway-south", "World/groups/Item/Why/Things in it"));
    robot.click("Back");
    CHECK(robot.ui().world.section == "things");
    CHECK(robot.ui().world.item.key == "gateway-north");
}

TEST_CASE("world: buttons of a row open the editor with that call, filled from the row") {
    Robot robot;
    robot.click("gateway-north", "World/things");
    robot.click("Edit", "World/things/Item/Why/Actions");
    CHECK(robot.ui().request.operation == find_operation("UpdateThing"));
    CHECK(robot.payload().find("\"firmware\": \"2.4.1\"") != std::string::npos);
    robot.click("Delete", "World/things/Item/Why/Actions");
    CHECK(robot.ui().request.operation == find_operation("DeleteThing"));
    robot.click("Run");
    CHECK_FALSE(robot.ui().response.shown.error);
    CHECK_FALSE(robot.world().things.contains(std::string("gateway-north")));
}

TEST_CASE("world: every Edit makes a call that succeeds and changes nothing") {
    Robot robot;
    robot.call(
        "CreateSecurityProfile",
        R"({"securityProfileName":"p","behaviors":[{"name":"b","metric":"aws:num-messages-sent",
               "criteria":{"comparisonOperator":"less-than","value":{"count":5},"durationSeconds":300}}]})");
    robot.call("CreateCustomMetric",
               R"({"metricName":"m","metricType":"number","clientRequestToken":"t"})");
    robot.call(
        "CreateDimension",
        R"({"name":"d","type":"TOPIC_FILTER","stringValues":["a/b"],"clientRequestToken":"t"})");
    robot.call("CreateMitigationAction", R"({"actionName":"a",
        "roleArn":"arn:aws:iam::123456789012:role/Role",
        "actionParams":{"publishFindingToSnsParams":{"topicArn":"arn:aws:sns:us-east-1:123456789012:t"}}})");
    robot.call(
        "CreateScheduledAudit",
        R"({"scheduledAuditName":"s","frequency":"DAILY","targetCheckNames":["LOGGING_DISABLED_CHECK"]})");
    robot.call("UpdateAccountAuditConfiguration",
               R"({"roleArn":"arn:aws:iam::123456789012:role/A",
               "auditCheckConfigurations":{"LOGGING_DISABLED_CHECK":{"enabled":true}}})");
    robot.call(
        "CreateScheduledAudit",
        R"({"scheduledAuditName":"s","frequency":"DAILY","targetCheckNames":["LOGGING_DISABLED_CHECK"]})");
    robot.call("CreateRoleAlias",
               R"({"roleAlias":"r","roleArn":"arn:aws:iam::123456789012:role/Role"})");
    const std::pair<const char*, const char*> items[] = {
        {"things", "gateway-north"}, {"groups", "Gateways"}, {"profiles", "p"},
        {"custom-metrics", "m"},     {"dimensions", "d"},    {"actions", "a"},
        {"scheduled-audits", "s"},   {"role-aliases", "r"},
    };
    for (const auto& item : items) {
        CAPTURE(item.first);
        robot.ui().world.section = item.first;
        robot.ui().world.item = {item.first, item.second};
        robot.app().poke();
        robot.settle();
        robot.click("Edit", std::string("World/") + item.first);
        robot.click("Run");
        CHECK_FALSE(robot.ui().response.shown.error);
        if (robot.ui().response.shown.error) MESSAGE(robot.ui().response.shown.error->message);
    }
}

TEST_CASE("list: a click on a title sorts, another turns it round, a third ends it") {
    Robot robot;
    robot.click("Name", "World/things");
    CHECK(things(robot).front() == "gateway-north");
    robot.click("Name", "World/things");
    CHECK(things(robot).front() == "meter-48");
    robot.click("Name", "World/things");
    CHECK(robot.ui().world.grids["things"].order.column == ui::kTableOrder);
    CHECK(things(robot).front() == "gateway-north");
}

TEST_CASE("list: typing filters, and a filter that finds nothing offers to go") {
    Robot robot;
    robot.click("Filter");
    robot.type("south");
    CHECK(things(robot) == std::vector<std::string>{"gateway-south"});
    robot.type("zzz");
    CHECK(robot.shows("Nothing matches"));
    robot.click("Clear the filter");
    CHECK(things(robot).size() > 5);
}

TEST_CASE("list: the keyboard moves the chosen row, and the panel follows") {
    Robot robot;
    robot.click("gateway-north", "World/things");
    robot.press(ImGuiKey_DownArrow);
    CHECK(robot.ui().world.item.key == "gateway-south");
    robot.press(ImGuiKey_End);
    CHECK(robot.ui().world.item.key == "meter-48");
    CHECK(robot.has("meter-48", "World/things"));
    robot.press(ImGuiKey_Home);
    CHECK(robot.ui().world.item.key == "gateway-north");
    robot.press(ImGuiKey_Escape);
    CHECK(robot.ui().world.item.empty());
}

TEST_CASE("list: a hundred thousand rows scroll, sort and filter, and no frame fetches them all") {
    Robot robot({.demo = false});
    robot.call("PopulateFleet", R"({"namePrefix":"meter-","count":100000})");
    REQUIRE(robot.world().things.size() == 100'000);
    CHECK(robot.find("Things", "World/Sections").text == "Things 100,000");
    const auto first = things(robot);
    CHECK(first.size() > 5);
    CHECK(first.size() < 60);
    const ui::ProbeItem row = robot.find(first.front(), "World/things");
    robot.move_to(row.left + 40, row.top + 5);
    robot.wheel(-100'000'000);
    CHECK(things(robot).size() < 60);
    CHECK(things(robot).back() == robot.world().things.last()->key);
    robot.click("Name", "World/things");
    robot.click("Name", "World/things");
    robot.wheel(100'000'000);
    CHECK(things(robot).front() == robot.world().things.last()->key);
    robot.click("Filter");
    const std::string name = robot.world().things.at(77'777)->key;
    robot.type(name);
    CHECK(things(robot) == std::vector<std::string>{name});
}

TEST_CASE("groups: a tree that opens and closes, with members, and a chosen group says why") {
    Robot robot;
    robot.click("Groups", "World/Sections");
    CHECK(robot.has("Fleet", "World/groups"));
    CHECK(robot.has("Gateways", "World/groups"));
    CHECK(robot.shows("48 things"));
    CHECK_FALSE(robot.has("gateway-north", "World/groups"));
    robot.click("Gateways", "World/groups");
    CHECK(robot.has("New subgroup", "World/groups/Item/Why/Actions"));
    robot.press(ImGuiKey_RightArrow);
    CHECK(robot.has("gateway-north", "World/groups"));
    robot.press(ImGuiKey_LeftArrow);
    CHECK_FALSE(robot.has("gateway-north", "World/groups/Item/Facts"));
    robot.press(ImGuiKey_UpArrow);
    CHECK(robot.ui().world.item.key == "Fleet");
    robot.click("Filter");
    robot.type("quara");
    CHECK_FALSE(robot.has("Fleet", "World/groups"));
}

TEST_CASE("groups: a hundred thousand members cost one line of memory") {
    Robot robot({.demo = false});
    robot.call("CreateThingGroup", R"({"thingGroupName":"all"})");
    robot.call("PopulateFleet", R"({"namePrefix":"m-","count":100000,"groupName":"all"})");
    robot.click("Groups", "World/Sections");
    CHECK(robot.ui().world.groups.lines == 100'001);
    CHECK(robot.ui().world.groups.runs.size() == 2);
    CHECK(robot.has(robot.world().things.begin()->key, "World/groups"));
}

TEST_CASE("settings: each says what it decides, and a choice is a call") {
    Robot robot({.height = 1400});
    robot.click("Session", "World/Areas");
    robot.click("Settings", "World/Sections");
    CHECK(robot.shows("AWS ignores them in practice"));
    CHECK(robot.shows("Default: ignore"));
    robot.click("reject", "World/settings/unknownMembers");
    CHECK(has_call(robot, "PutSetting"));
    CHECK(setting_text(robot.world(), find_setting("unknownMembers")->id) == "reject");
    CHECK(robot.shows("changed"));
    robot.click("Reset", "World/settings/unknownMembers");
    CHECK(robot.world().settings.empty());
}

TEST_CASE("settings: a number is typed, a wrong one is explained and not sent") {
    Robot robot({.height = 1400});
    robot.ui().world.section = "settings";
    robot.settle();
    robot.click("Filter");
    robot.type("groupDepthMax");
    robot.click("groupDepthMax", "World/settings/groupDepthMax");
    robot.press(ImGuiMod_Ctrl | ImGuiKey_A);
    robot.type("3");
    robot.press(ImGuiKey_Enter);
    CHECK(setting_text(robot.world(), find_setting("groupDepthMax")->id) == "3");
    robot.click("groupDepthMax", "World/settings/groupDepthMax");
    robot.press(ImGuiMod_Ctrl | ImGuiKey_A);
    robot.type("999");
    robot.press(ImGuiKey_Enter);
    CHECK(setting_text(robot.world(), find_setting("groupDepthMax")->id) == "3");
    CHECK_FALSE(robot.ui().toasts.empty());
}

TEST_CASE("settings: all of them are listed") {
    Robot robot({.height = 12'000});
    robot.ui().world.section = "settings";
    robot.settle();
    for (const SettingInfo& info : settings()) {
        CAPTURE(info.name);
        CHECK(robot.shows(info.name));
    }
}

TEST_CASE("chronicle: the newest event is first, and says what caused it") {
    Robot robot;
    robot.ui().world.section = "chronicle";
    robot.call("CreateThing", R"({"thingName":"newcomer"})");
    CHECK(robot.shows("newcomer"));
    robot.click(std::to_string(robot.world().chronicle.last()->key), "World/chronicle");
    CHECK(robot.has("newcomer", "World/chronicle/Item"));
    const std::string call = "Call " + std::to_string(robot.engine().applied_entry());
    robot.click(call, "World/chronicle/Item");
    CHECK(robot.ui().world.section == "history");
    CHECK(robot.has("Go back to before it"));
}

TEST_CASE("history: undo replays without the call, names what fails now, and can be put back") {
    Robot robot({.demo = false});
    robot.call("CreateThingGroup", R"({"thingGroupName":"g"})");
    robot.call("CreateThing", R"({"thingName":"t"})");
    robot.call("AddThingToThingGroup", R"({"thingGroupName":"g","thingName":"t"})");
    robot.ui().world.section = "history";
    robot.settle();
    robot.click("Call 1", "World/history");
    CHECK(robot.shows("What it did"));
    robot.click("Undo", "World/history");
    CHECK_FALSE(robot.world().thing_groups.contains(std::string("g")));
    CHECK(robot.world().things.contains(std::string("t")));
    CHECK(robot.shows("1 later call fails without it"));
    CHECK(robot.shows("AddThingToThingGroup"));
    CHECK(robot.shows("fails now"));
    robot.click("Put it back");
    CHECK(robot.world().thing_groups.contains(std::string("g")));
    CHECK(robot.world().group_things.size() == 1);
}

TEST_CASE("history: going back to before a call leaves it ahead") {
    Robot robot({.demo = false});
    robot.call("CreateThing", R"({"thingName":"a"})");
    robot.call("CreateThing", R"({"thingName":"b"})");
    robot.ui().world.section = "history";
    robot.settle();
    robot.click("Call 2", "World/history");
    robot.click("Go back to before it");
    CHECK(robot.world().things.size() == 1);
    CHECK(robot.engine().entries_ahead() == 1);
    CHECK(robot.shows("ahead"));
    robot.click("Edit and run again");
    CHECK(robot.ui().request.operation == find_operation("CreateThing"));
    CHECK(robot.payload().find("\"b\"") != std::string::npos);
}

TEST_CASE("roles: the panel says what a role allows, and follows when the role changes") {
    Robot robot({.demo = false, .height = 3200});
    const auto put = [&](const char* effect) {
        robot.call("PutRole", std::string(R"({"roleArn":"arn:aws:iam::123456789012:role/R",
            "trustPolicy":{"Version":"2012-10-17","Statement":[{"Effect":"Allow",
                "Principal":{"Service":"iot.amazonaws.com"},"Action":"sts:AssumeRole"}]},
            "permissionPolicies":{"p":{"Version":"2012-10-17","Statement":[{"Effect":")") +
                                  effect + R"(","Action":"sns:Publish","Resource":"*"}]}}})");
    };
    put("Allow");
    REQUIRE(robot.world().roles.size() == 1);
    robot.ui().world.section = "roles";
    robot.settle();
    robot.click("arn:aws:iam::123456789012:role/R", "World/roles");
    const auto says = [&](std::string_view start) {
        for (const auto& item : robot.app().probe().items) {
            if (item.scope.find("What it allows") != std::string::npos &&
                item.text.substr(0, start.size()) == start)
                return true;
        }
        return false;
    };
    CHECK(says("Yes. "));
    CHECK(says("No. "));
    put("Deny");
    CHECK_FALSE(says("Yes. "));
}

TEST_CASE("audit: a switch turns a check on, through a call") {
    Robot robot({.demo = false, .height = 1400});
    robot.click("Audit", "World/Areas");
    robot.click("Configuration", "World/Sections");
    robot.click("On", "World/audit-checks/LOGGING_DISABLED_CHECK");
    CHECK(has_call(robot, "UpdateAccountAuditConfiguration"));
    REQUIRE_FALSE(robot.world().audit_configuration.empty());
    const auto& checks = robot.world().audit_configuration.begin()->value.checks;
    REQUIRE(checks.find("LOGGING_DISABLED_CHECK") != nullptr);
    CHECK(checks.find("LOGGING_DISABLED_CHECK")->enabled == true);
}

TEST_CASE("tables: any table as it is stored") {
    Robot robot;
    robot.ui().world.section = "tables";
    robot.settle();
    robot.click("Table");
    robot.click("Thing groups", "World/tables/Tables");
    CHECK(robot.has("Meters", "World/tables/thingGroups"));
    robot.click("Meters", "World/tables/thingGroups");
    CHECK(robot.has("Contents", "World/tables/thingGroups/Row"));
}

TEST_CASE("world: narrow panes choose the section from a list, and a row covers it") {
    Robot robot({.width = 390, .height = 844, .scale = 2, .touch = true});
    robot.click("World", "Panes");
    CHECK(robot.shows("Things  50"));
    robot.click("Section");
    robot.click("Groups", "World/Sections");
    CHECK(robot.has("Gateways", "World/groups"));
    robot.click("Gateways", "World/groups");
    CHECK(robot.has("New subgroup"));
    CHECK_FALSE(robot.has("Meters", "World/groups"));
    robot.click("Close", "World/groups/Item");
    CHECK(robot.has("Fleet", "World/groups"));
}
