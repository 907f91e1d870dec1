// A small account that Detect watches, for tests of its views: a device reports its ports, and two
// behaviors judge them.
#pragma once

#include "support/robot.h"
#include "views/world_parts.h"

namespace picket::test {

inline constexpr const char* kWatchingPorts = R"({"securityProfileName":"p","behaviors":[
    {"name":"few-ports","metric":"aws:num-listening-tcp-ports","criteria":{"comparisonOperator":
     "less-than-equals","value":{"count":2},"consecutiveDatapointsToAlarm":2,
     "consecutiveDatapointsToClear":1}},
    {"name":"known-ports","metric":"aws:listening-tcp-ports","criteria":{"comparisonOperator":
     "in-port-set","value":{"ports":[443]}}}],
    "alertTargets":{"SNS":{"alertTargetArn":"arn:aws:sns:us-east-1:123456789012:alarms",
     "roleArn":"arn:aws:iam::123456789012:role/Alert"}},
    "additionalMetricsToRetainV2":[{"metric":"aws:num-listening-tcp-ports"}]})";

inline void watch_everything(Robot& robot) {
    robot.call("CreateSecurityProfile", kWatchingPorts);
    robot.call("AttachSecurityProfile",
               R"({"securityProfileName":"p","securityProfileTargetArn":
                  "arn:aws:iot:us-east-1:123456789012:all/registered-things"})");
}

// The device says which ports it listens on, five minutes after it last did.
inline void report_ports(Robot& robot, const std::string& thing, int number,
                         const std::string& ports) {
    ui::apply(robot.engine(), robot.ui(), ui::AdvanceTo{robot.world().now + 5 * kMinute});
    robot.settle();
    robot.call("Publish", R"({"topic":"$aws/things/)" + thing +
                              R"(/defender/metrics/json","payload":{"header":{"report_id":)" +
                              std::to_string(number) +
                              R"(,"version":"1.0"},"metrics":{"listening_tcp_ports":{"ports":[)" +
                              ports + "]}}}}");
}
inline constexpr const char* kThreePorts = R"({"port":443},{"port":8883},{"port":23})";
inline constexpr const char* kOnePort = R"({"port":443})";

inline void raise_alarms(Robot& robot) {
    robot.call("CreateThing", R"({"thingName":"pump"})");
    watch_everything(robot);
    for (int i = 1; i <= 2; ++i) report_ports(robot, "pump", i, kThreePorts);
}

inline void show_section(Robot& robot, std::string_view section) {
    ui::open_section(robot.ui(), section);
    robot.app().poke();
    robot.settle();
}

// The first row of the section in the panel.
inline void open_first(Robot& robot, std::string_view section) {
    const ui::Section* found = ui::find_section(section);
    visit_rows(*find_table(found->table), robot.world(), 0, 1, [&](const TableInfo::Row& row) {
        ui::open_item(robot.ui(), {std::string(section), found->key(row)}, false);
    });
    robot.app().poke();
    robot.settle();
}

}  // namespace picket::test
