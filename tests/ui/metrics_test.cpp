// Metric values as a chart: series, thresholds, the reading under the pointer, zoom.
#include <doctest/doctest.h>

#include "support/robot.h"

using namespace picket;
using picket::test::Robot;

namespace {

void open_chart(Robot& robot) {
    robot.click("Detect", "World/Areas");
    robot.click("Metric values", "World/Sections");
}

}  // namespace

TEST_CASE("metrics: the demo's gateway has values, with a gap and a reading") {
    Robot robot({.width = 1920, .height = 1080});
    open_chart(robot);
    CHECK(robot.shows("gateway-north"));
    CHECK(robot.shows("228 values"));
    const ui::ProbeItem plot = robot.find("Plot", "World/metrics/Chart");
    robot.move_to((plot.left + plot.right) / 2, (plot.top + plot.bottom) / 2);
    robot.settle();
    CHECK(robot.find("Reading", "World/metrics/Chart").text.find("2025-12-31") !=
          std::string::npos);
    const auto& thinned = robot.ui().world.metrics.view.thinned;
    REQUIRE(thinned.size() == 1);
    std::size_t parts = 0;
    for (const ui::ChartColumn& column : thinned[0]) parts += column.joined ? 0 : 1;
    CHECK(parts == 2);
}

TEST_CASE("metrics: the wheel zooms to the pointer and a double click shows all again") {
    Robot robot({.width = 1920, .height = 1080});
    open_chart(robot);
    const ui::ProbeItem plot = robot.find("Plot", "World/metrics/Chart");
    const float x = (plot.left + plot.right) / 2, y = (plot.top + plot.bottom) / 2;
    robot.move_to(x, y);
    robot.wheel(4);
    const ui::ChartView& view = robot.ui().world.metrics.view;
    CHECK(view.range.length() < 0.6 * 20 * static_cast<double>(kHour));
    const double from = view.range.from;
    robot.drag(x, y, x - 100, y);
    CHECK(view.range.from > from);
    robot.click_at(x, y, 2);
    CHECK(view.range.empty());
}

TEST_CASE("metrics: thresholds of behaviors that watch the metric are drawn") {
    Robot robot({.width = 1920, .height = 1080});
    robot.call(
        "CreateSecurityProfile",
        R"({"securityProfileName":"quiet","behaviors":[{"name":"little","metric":"aws:num-messages-sent",
               "criteria":{"comparisonOperator":"less-than","value":{"count":150},"durationSeconds":300}}]})");
    open_chart(robot);
    CHECK(robot.shows("little of quiet"));
    robot.call("DeleteSecurityProfile", R"({"securityProfileName":"quiet"})");
    CHECK_FALSE(robot.shows("little of quiet"));
}

TEST_CASE("metrics: a series is chosen from a list that can be searched") {
    Robot robot({.width = 1920, .height = 1080});
    const std::string now = std::to_string(robot.world().now.ms / kSecond);
    robot.call("LoadDocumentedResponse",
               R"({"operation":"ListMetricValues","request":{"thingName":"gateway-south",
               "metricName":"aws:listening-tcp-ports","startTime":)" +
                   std::to_string(robot.world().now.ms / kSecond - 600) + R"(,"endTime":)" + now +
                   R"(},"response":{"metricDatumList":[{"timestamp":)" + now +
                   R"(,"value":{"ports":[22,443]}}]}})");
    open_chart(robot);
    robot.click("Series");
    robot.type("south");
    CHECK_FALSE(
        robot.has("gateway-north  \xC2\xB7  aws:num-messages-sent", "World/metrics/Series"));
    robot.click("gateway-south  \xC2\xB7  aws:listening-tcp-ports", "World/metrics/Series");
    CHECK(robot.ui().world.metrics.thing == "gateway-south");
    CHECK(robot.shows("1 values"));
}
