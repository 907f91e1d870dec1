// What Detect saw and why it alarmed, as the workbench shows it: verdicts asked of the service,
// alarms with filters and one-press verification, alarms over time, messages, the first screen.
#include <doctest/doctest.h>

#include "items/alarm_lanes.h"
#include "items/explanation.h"
#include "support/robot.h"
#include "views/world_parts.h"

using namespace picket;
using picket::test::Robot;

namespace {

constexpr const char* kBig = R"({"securityProfileName":"p","behaviors":[
    {"name":"few-ports","metric":"aws:num-listening-tcp-ports","criteria":{"comparisonOperator":
     "less-than-equals","value":{"count":2},"consecutiveDatapointsToAlarm":2,
     "consecutiveDatapointsToClear":1}},
    {"name":"known-ports","metric":"aws:listening-tcp-ports","criteria":{"comparisonOperator":
     "in-port-set","value":{"ports":[443]}}}],
    "alertTargets":{"SNS":{"alertTargetArn":"arn:aws:sns:us-east-1:123456789012:alarms",
     "roleArn":"arn:aws:iam::123456789012:role/Alert"}},
    "additionalMetricsToRetainV2":[{"metric":"aws:num-listening-tcp-ports"}]})";

void watch_everything(Robot& robot) {
    robot.call("CreateSecurityProfile", kBig);
    robot.call("AttachSecurityProfile",
               R"({"securityProfileName":"p","securityProfileTargetArn":
                  "arn:aws:iot:us-east-1:123456789012:all/things"})");
}

// The device says which ports it listens on, five minutes after it last did.
void report(Robot& robot, const std::string& thing, int number, const std::string& ports) {
    ui::apply(robot.engine(), robot.ui(), ui::AdvanceTo{robot.world().now + 5 * kMinute});
    robot.settle();
    robot.call("Publish", R"({"topic":"$aws/things/)" + thing +
                              R"(/defender/metrics/json","payload":{"header":{"report_id":)" +
                              std::to_string(number) +
                              R"(,"version":"1.0"},"metrics":{"listening_tcp_ports":{"ports":[)" +
                              ports + "]}}}}");
}
constexpr const char* kThree = R"({"port":443},{"port":8883},{"port":23})";
constexpr const char* kOne = R"({"port":443})";

void alarmed(Robot& robot) {
    robot.call("CreateThing", R"({"thingName":"pump"})");
    watch_everything(robot);
    for (int i = 1; i <= 2; ++i) report(robot, "pump", i, kThree);
}

void show(Robot& robot, std::string_view section) {
    ui::open_section(robot.ui(), section);
    robot.app().poke();
    robot.settle();
}

// The first row of the section in the panel.
void open_first(Robot& robot, std::string_view section) {
    const ui::Section* found = ui::find_section(section);
    visit_rows(*find_table(found->table), robot.world(), 0, 1, [&](const TableInfo::Row& row) {
        ui::open_item(robot.ui(), {std::string(section), found->key(row)}, false);
    });
    robot.app().poke();
    robot.settle();
}

const ui::Call* last_call(const Robot& robot, std::string_view operation) {
    for (const ui::Command& command : robot.commands()) {
        const auto* call = std::get_if<ui::Call>(&command);
        if (call != nullptr && call->operation == operation) return call;
    }
    return nullptr;
}

}  // namespace

TEST_CASE("why: an alarm tells its verdict, values, counters, steps and assumptions") {
    Robot robot({.demo = false, .width = 1600, .height = 1400});
    alarmed(robot);
    REQUIRE(robot.world().active_violations.size() == 2);
    robot.ui().world.grids["alarms"].order.filter = "few-ports";
    show(robot, "alarms");
    std::string key;
    for (const auto& entry : robot.world().active_violations) {
        if (entry.value.behavior.name == "few-ports")
            key = std::to_string(entry.key.time.ms) + ' ' + entry.key.id;
    }
    ui::open_item(robot.ui(), {"alarms", key}, false);
    robot.app().poke();
    robot.settle();
    const std::string scope = "World/alarms/Item/Why/Verdict";
    CHECK(robot.shows("In alarm"));
    CHECK(robot.shows("The alarm was raised at"));
    CHECK(robot.find("violating in a row raise it", scope).text == "2 of 2");
    CHECK(robot.find("conforming in a row clear it", scope).text == "0 of 1");
    CHECK(robot.has("Plot", scope + "/Values"));
    CHECK(robot.shows("3 violates"));
    CHECK(robot.shows("threshold 2"));
    CHECK(robot.shows("violates less-than-equals 2"));
    CHECK(robot.shows("Rests on "));
    // Values of the answer, and none of the view's own.
    const ui::ExplainState& state = robot.ui().world.explained;
    CHECK(state.shown.values.size() == 2);
    CHECK(state.shown.violations.size() == 2);
    CHECK(state.of.find("\"IN_ALARM\"") != std::string::npos);
}

TEST_CASE("why: an assumption leads to its setting") {
    Robot robot({.demo = false, .width = 1600, .height = 1600});
    alarmed(robot);
    open_first(robot, "alarms");
    const auto& settings = robot.ui().world.explained.shown.settings;
    REQUIRE_FALSE(settings.empty());
    const std::string name = settings.front().first, value = settings.front().second;
    robot.click(name + " = " + value, "World/alarms/Item/Why/Verdict/Assumptions");
    CHECK(robot.ui().world.section == "settings");
    CHECK(robot.has(name, "World/settings/" + name) == robot.has(name));
    CHECK(robot.shows(name));
}

TEST_CASE("why: the past stays as it was, and now follows what is evaluated") {
    Robot robot({.demo = false, .width = 1600, .height = 1400});
    alarmed(robot);
    open_first(robot, "alarms");
    robot.click("Now", "World/alarms/Item/Why/Verdict/Moments");
    CHECK(robot.ui().world.explained.shown.state == "IN_ALARM");
    report(robot, "pump", 3, kOne);
    CHECK(robot.world().active_violations.empty());
    open_first(robot, "alarm-history");
    CHECK(robot.ui().world.explained.shown.state == "NORMAL");
    CHECK(robot.shows("Normal"));
    // The event before it: the alarm goes on.
    visit_rows(*find_table("violationEvents"), robot.world(),
               robot.world().violation_events.size() - 1, 1, [&](const TableInfo::Row& row) {
                   ui::open_item(robot.ui(),
                                 {"alarm-history", ui::find_section("alarm-history")->key(row)},
                                 false);
               });
    robot.app().poke();
    robot.settle();
    CHECK(robot.ui().world.explained.shown.state == "IN_ALARM");
    robot.click("Now", "World/alarm-history/Item/Why/Verdict/Moments");
    CHECK(robot.ui().world.explained.shown.state == "NORMAL");
}

TEST_CASE("why not: any device and behavior can be chosen, and says what is missing") {
    Robot robot({.demo = false, .width = 1600, .height = 1200});
    show(robot, "why");
    CHECK(robot.shows("Nothing is watched yet"));
    robot.call("CreateThing", R"({"thingName":"silent"})");
    robot.call("CreateSecurityProfile", kBig);
    show(robot, "why");
    CHECK(robot.shows("Not watched"));
    CHECK(robot.shows("attached to nothing"));
    alarmed(robot);
    show(robot, "why");
    CHECK(robot.shows("sent no metrics"));
    robot.click("Device");
    robot.type("pu");
    robot.click("pump", "World/why/Devices");
    CHECK(robot.ui().world.explained.shown.state == "IN_ALARM");
    robot.click("Behavior");
    robot.click("known-ports of p", "World/why/Behaviors");
    CHECK(robot.shows("In alarm"));
    CHECK(robot.shows("in-port-set"));
    robot.click("As a call");
    CHECK(robot.payload().find("known-ports") != std::string::npos);
    robot.click("Run");
    CHECK_FALSE(robot.ui().response.shown.error);
}

TEST_CASE("why: a thing says what watches it, and leads there") {
    Robot robot({.demo = false, .width = 1600, .height = 1200});
    alarmed(robot);
    open_first(robot, "things");
    CHECK(robot.shows("What watches it"));
    robot.click("few-ports of p", "World/things/Item/Why/What watches it");
    CHECK(robot.ui().world.section == "why");
    CHECK(robot.shows("In alarm"));
}

TEST_CASE("alarms: filters are the values there are, with counts, and combine") {
    Robot robot({.demo = false, .width = 1600, .height = 900});
    alarmed(robot);
    for (int i = 1; i <= 2; ++i) report(robot, "stranger", i, kThree);
    robot.call("CreateThing", R"({"thingName":"valve"})");
    for (int i = 1; i <= 2; ++i) report(robot, "valve", i, kThree);
    REQUIRE(robot.world().active_violations.size() == 4);
    show(robot, "alarms");
    CHECK(robot.find("known-ports", "World/alarms/Filters/Counts").text == "known-ports 2");
    robot.click("By thing", "World/alarms/Filters");
    robot.click("valve", "World/alarms/Filters/By thing");
    robot.settle();
    const auto& index = robot.ui().world.grids["alarms"].index;
    CHECK(index.places().size() == 2);
    robot.click("few-ports", "World/alarms/Filters/Counts");
    robot.settle();
    CHECK(index.places().size() == 1);
    robot.click("few-ports", "World/alarms/Filters/Counts");
    robot.click("By verified", "World/alarms/Filters");
    robot.click("UNKNOWN", "World/alarms/Filters/By verified");
    robot.settle();
    CHECK(index.places().size() == 2);
    robot.click("By since", "World/alarms/Filters");
    robot.click("Last hour", "World/alarms/Filters/By since");
    robot.settle();
    CHECK(index.places().size() == 2);
    robot.click("+1 day");
    robot.click("By thing", "World/alarms/Filters");
    robot.click("Any", "World/alarms/Filters/By thing");
    robot.settle();
    CHECK(index.places().empty());
    CHECK(robot.shows("No row has all of the chosen values."));
    robot.click("Clear the filter");
    robot.settle();
    CHECK(robot.ui().world.grids["alarms"].order.plain());
}

TEST_CASE("alarms: a press sets the verification state, with a note in the editor") {
    Robot robot({.demo = false, .width = 1600, .height = 1200});
    alarmed(robot);
    open_first(robot, "alarms");
    robot.click("False", "World/alarms/Item/Why/Verified");
    const ui::Call* call = last_call(robot, "PutVerificationStateOnViolation");
    REQUIRE(call != nullptr);
    CHECK(call->body.find("FALSE_POSITIVE") != std::string::npos);
    robot.settle();
    CHECK(robot.world().active_violations.begin()->value.verification_state ==
          VerificationState::FalsePositive);
    robot.click("Verify with a note", "World/alarms/Item/Why/Actions");
    CHECK(robot.ui().request.operation == find_operation("PutVerificationStateOnViolation"));
}

TEST_CASE("alarms over time: a bar for each alarm, in lanes, that leads to it") {
    Robot robot({.demo = false, .width = 1600, .height = 900});
    show(robot, "alarm-timeline");
    CHECK(robot.shows("No alarm was ever on"));
    alarmed(robot);
    report(robot, "pump", 3, kOne);
    for (int i = 1; i <= 2; ++i) report(robot, "valve", i, kThree);
    show(robot, "alarm-timeline");
    const auto& lanes = robot.ui().world.lanes.lanes;
    REQUIRE(lanes.size() == 1);  // a client id is not among all things
    REQUIRE(lanes[0].bars.size() == 2);
    CHECK(lanes[0].label == "pump");
    CHECK(lanes[0].bars[0].state == "alarm-cleared");
    CHECK(lanes[0].bars[0].to > lanes[0].bars[0].from);
    robot.click("By behavior", "World/alarm-timeline/Lanes");
    CHECK(robot.ui().world.lanes.lanes.size() == 2);
    robot.click("Hour", "World/alarm-timeline/Reach");
    std::string bar;
    for (const auto& item : robot.app().probe().items) {
        if (item.label.find("few-ports on pump at") == 0) bar = item.label;
    }
    REQUIRE_FALSE(bar.empty());
    robot.click(bar);
    CHECK(robot.ui().world.item.section == "alarm-history");
}

TEST_CASE("messages: SNS and Security Hub as sentences, with their JSON and the way to the alarm") {
    Robot robot({.demo = false, .width = 1600, .height = 1400});
    alarmed(robot);
    show(robot, "messages");
    CHECK(robot.shows("pump is in alarm for few-ports"));
    CHECK(robot.shows("Registered thing pump is in alarm for STATIC behavior few-ports."));
    robot.click("By way", "World/messages/Filters");
    robot.click("SNS", "World/messages/Filters/By way");
    robot.settle();
    CHECK(robot.ui().world.grids["messages"].index.places().size() == 2);
    std::string key;
    for (const auto& entry : robot.world().messages) {
        if (entry.value.channel == MessageChannel::Sns && key.empty())
            key = std::to_string(entry.key.time.ms) + ' ' + entry.key.id;
    }
    ui::open_item(robot.ui(), {"messages", key}, false);
    robot.app().poke();
    robot.settle();
    CHECK(robot.find("Document").text.find("\"violationEventType\": \"in-alarm\"") !=
          std::string::npos);
    robot.click("What happened", "World/messages/Item/Why/Facts");
    CHECK(robot.ui().world.item.section == "alarm-history");
}

TEST_CASE("messages: CloudWatch's counts, with the metrics as they are put") {
    Robot robot({.demo = false, .width = 1600, .height = 1200});
    show(robot, "cloudwatch");
    CHECK(robot.shows("CloudWatch counted nothing yet"));
    alarmed(robot);
    robot.click("+1 h");
    show(robot, "cloudwatch");
    CHECK(robot.shows("few-ports"));
    robot.ui().world.grids["cloudwatch"].order.filter = "known";
    open_first(robot, "cloudwatch");
    CHECK(robot.find("Document").text.find("\"Namespace\": \"AWS/IoT\"") != std::string::npos);
}

TEST_CASE("metrics: a behavior's verdict is drawn over its values, at the time one came for") {
    Robot robot({.demo = false, .width = 1600, .height = 1400});
    alarmed(robot);
    show(robot, "alarms");
    std::string key;
    for (const auto& entry : robot.world().active_violations) {
        if (entry.value.behavior.name == "few-ports")
            key = std::to_string(entry.key.time.ms) + ' ' + entry.key.id;
    }
    ui::open_item(robot.ui(), {"alarms", key}, false);
    robot.app().poke();
    robot.settle();
    robot.click("The metric around that time", "World/alarms/Item/Why/The behavior");
    const ui::MetricsState& state = robot.ui().world.metrics;
    CHECK(robot.ui().world.section == "metrics");
    CHECK(state.thing == "pump");
    const auto start = robot.world().active_violations.begin()->value.violation_start_time;
    CHECK(state.view.range.from < static_cast<double>(start.ms));
    CHECK(state.view.range.to > static_cast<double>(start.ms));
    robot.input.now_ms += 1000;
    robot.app().poke();
    robot.settle();
    CHECK(robot.shows("few-ports of p"));
    CHECK(robot.shows("3 violates"));
    CHECK(state.explained.shown.violations.size() == 2);
    robot.click("Why?");
    CHECK(robot.ui().world.section == "why");
    CHECK(robot.shows("In alarm"));
}

TEST_CASE("guides: a story is walked through in a session of its own, up to its alarms") {
    Robot robot({.width = 1600, .height = 2400});
    show(robot, "guides");
    robot.click("Begin", "World/guides/Rules raise and clear alarms");
    CHECK(robot.world().things.empty());
    CHECK(robot.ui().branches.size() == 1);
    robot.click("Run this step");
    CHECK(robot.world().thing_groups.contains(std::string("smart-lights")));
    CHECK(robot.ui().request.operation == find_operation("CreateThingGroup"));
    const ui::GuideState& guide = robot.ui().world.guide;
    CHECK(guide.next == 1);
    for (int i = 0; i < 10 && guide.next < guide.guides[0].steps; ++i) {
        if (robot.has("Run the rest of it"))
            robot.click("Run the rest of it");
        else
            robot.click("Run this step");
        CHECK_FALSE(robot.ui().response.shown.error);
    }
    CHECK(guide.next == guide.guides[0].steps);
    CHECK(robot.shows("That was all"));
    CHECK(robot.world().violation_events.size() == 6);
    ui::open_section(robot.ui(), "guides");
    robot.click("All guides");
    CHECK(robot.has("Begin", "World/guides/A message flood on meters"));
    // What was open before is a branch.
    ui::apply(robot.engine(), robot.ui(), ui::SwitchBranch{0});
    CHECK(robot.world().things.size() == 50);
}

TEST_CASE("first screen: one press, and half a minute later there is an alarm that says why") {
    Robot robot({.width = 1600, .height = 1000});
    CHECK(robot.shows("Time stands still here"));
    CHECK(robot.shows("The next event is 30 s away"));
    const ui::ProbeItem press = robot.find("Let time run", "World/Invitation");
    robot.click_at((press.left + press.right) / 2, (press.top + press.bottom) / 2);
    CHECK(robot.ui().clock.playing);
    CHECK(robot.ui().world.section == "alarms");
    for (int i = 0; i < 120 && robot.world().active_violations.empty(); ++i) {
        robot.frame();
        robot.app().pump(1000);
    }
    REQUIRE(robot.world().active_violations.size() == 1);
    CHECK(robot.world().now - kDefaultStart < 2 * kMinute);
    for (int i = 0; i < 3; ++i) robot.frame();
    CHECK(robot.find("Detect", "World/Areas").text == "Detect 1");
    CHECK(robot.shows("gateway-south is in alarm for known-ports."));
    CHECK_FALSE(robot.has("Let time run"));
    robot.click("Pause");
    open_first(robot, "alarms");
    CHECK(robot.ui().world.explained.shown.state == "IN_ALARM");
    CHECK(robot.shows("23"));
}

TEST_CASE("explanations: answers of the service are read, errors too") {
    const ui::Explanation wrong = ui::read_explanation(R"({"message":"No such profile."})");
    CHECK(wrong.problem == "No such profile.");
    const ui::Explanation read = ui::read_explanation(
        R"({"time":1,"state":"NORMAL","reasons":["r"],"datapoints":[
            {"time":1767225600,"value":{"count":5},"windowFrom":1767225300,"windowTo":1767225600,
             "bound":4,"conforms":false,"violatingInARow":1,"conformingInARow":0,"inAlarm":false,
             "text":"t"},
            {"time":1767225900.5,"value":{"ports":[1,2]},"violatingInARow":1,"conformingInARow":0,
             "inAlarm":false,"text":"u"}],"settings":[{"name":"windowKind","value":"tumbling"}]})");
    CHECK(read.problem.empty());
    REQUIRE(read.steps.size() == 2);
    CHECK(read.steps[0].time.ms == 1767225600000);
    CHECK(read.steps[1].time.ms == 1767225900500);
    CHECK(read.steps[1].value == "1, 2");
    CHECK_FALSE(read.steps[1].conforms);
    CHECK(read.values.size() == 1);
    CHECK(read.windows.size() == 1);
    CHECK(read.violations.size() == 1);
    CHECK(read.settings.front().second == "tumbling");
}
