// Alarms with filters and verification, over time, and what is sent about them.
#include <doctest/doctest.h>

#include "detect_world.h"
#include "items/alarm_lanes.h"

using namespace picket;
using namespace picket::test;

TEST_CASE("alarms: filters are the values there are, with counts, and combine") {
    Robot robot({.demo = false, .width = 1600, .height = 900});
    raise_alarms(robot);
    for (int i = 1; i <= 2; ++i) report_ports(robot, "stranger", i, kThreePorts);
    robot.call("CreateThing", R"({"thingName":"valve"})");
    for (int i = 1; i <= 2; ++i) report_ports(robot, "valve", i, kThreePorts);
    REQUIRE(robot.world().active_violations.size() == 4);
    show_section(robot, "alarms");
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

TEST_CASE("alarms: where there is little room the filters take one row and a menu") {
    Robot robot({.demo = false, .width = 1280, .height = 800});
    raise_alarms(robot);
    show_section(robot, "alarms");
    robot.click("Run");           // the response takes half of the height
    open_first(robot, "alarms");  // and the panel half of the width
    const ui::ProbeItem first = robot.find("By profile", "World/alarms/Filters");
    const ui::ProbeItem menu = robot.find("More filters", "World/alarms/Filters");
    CHECK(menu.top == first.top);
    CHECK(menu.text == "More");
    CHECK_FALSE(robot.has("By since", "World/alarms/Filters"));
    robot.click("More filters", "World/alarms/Filters");
    robot.click("By since", "World/alarms/Filters/More");
    robot.click("Last hour", "World/alarms/Filters/More/By since");
    CHECK(robot.ui().world.grids["alarms"].order.cells.size() == 1);
    CHECK(robot.find("More filters", "World/alarms/Filters").text == "More, 1 set");
}

TEST_CASE("alarms: a press sets the verification state, with a note in the editor") {
    Robot robot({.demo = false, .width = 1600, .height = 1200});
    raise_alarms(robot);
    open_first(robot, "alarms");
    robot.click("False", "World/alarms/Item/Why/Verified");
    CHECK(robot.ui().response.shown.operation == "PutVerificationStateOnViolation");
    CHECK(robot.ui().response.shown.body == "{}");
    robot.settle();
    CHECK(robot.world().active_violations.begin()->value.verification_state ==
          VerificationState::FalsePositive);
    robot.click("Verify with a note", "World/alarms/Item/Why/Actions");
    CHECK(robot.ui().request.operation == find_operation("PutVerificationStateOnViolation"));
}

TEST_CASE("alarms over time: a bar for each alarm, in lanes, that leads to it") {
    Robot robot({.demo = false, .width = 1600, .height = 900});
    show_section(robot, "alarm-timeline");
    CHECK(robot.shows("No alarm was ever on"));
    raise_alarms(robot);
    report_ports(robot, "pump", 3, kOnePort);
    for (int i = 1; i <= 2; ++i) report_ports(robot, "valve", i, kThreePorts);
    show_section(robot, "alarm-timeline");
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

TEST_CASE("alarms: thousands of them are filtered, counted and drawn over time") {
    Robot robot({.demo = false, .width = 1600, .height = 900});
    std::string behaviors;
    for (int i = 0; i < 4; ++i)
        behaviors += (i > 0 ? "," : "") + std::string(R"({"name":"b)") + std::to_string(i) +
                     R"(","metric":"aws:all-bytes-out","criteria":{"comparisonOperator":)"
                     R"("less-than","value":{"count":0},"durationSeconds":300}})";
    robot.call("CreateSecurityProfile",
               R"({"securityProfileName":"p","behaviors":[)" + behaviors + "]}");
    robot.call("AttachSecurityProfile",
               R"({"securityProfileName":"p","securityProfileTargetArn":
                  "arn:aws:iot:us-east-1:123456789012:all/registered-things"})");
    robot.call("CreateFleet", R"({"fleetName":"meters","archetype":"SMART_METER","count":2500})");
    ui::apply(robot.engine(), robot.ui(), ui::AdvanceTo{kDefaultStart + 20 * kMinute});
    robot.settle();
    const std::size_t alarms = robot.world().active_violations.size();
    REQUIRE(alarms > 5000);
    show_section(robot, "alarms");
    CHECK(robot.find("b1", "World/alarms/Filters/Counts").text ==
          "b1 " + ui::count_text(alarms / 4));
    robot.click("b1", "World/alarms/Filters/Counts");
    robot.settle();
    CHECK(robot.ui().world.grids["alarms"].index.places().size() == alarms / 4);
    show_section(robot, "alarm-timeline");
    CHECK(robot.ui().world.lanes.lanes.size() == alarms / 4);
    CHECK(robot.app().probe().items.size() < 500);  // only what is in sight is drawn
}

TEST_CASE("messages: SNS and Security Hub as sentences, with their JSON and the way to the alarm") {
    Robot robot({.demo = false, .width = 1600, .height = 1400});
    raise_alarms(robot);
    show_section(robot, "messages");
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
    show_section(robot, "cloudwatch");
    CHECK(robot.shows("CloudWatch counted nothing yet"));
    raise_alarms(robot);
    robot.click("+1 h");
    show_section(robot, "cloudwatch");
    CHECK(robot.shows("few-ports"));
    robot.ui().world.grids["cloudwatch"].order.filter = "known";
    open_first(robot, "cloudwatch");
    CHECK(robot.find("Document").text.find("\"Namespace\": \"AWS/IoT\"") != std::string::npos);
}
