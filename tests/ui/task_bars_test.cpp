// The executions of a task over time: bars, their reading, zoom, and the way to each of them.
#include <doctest/doctest.h>

#include <algorithm>

#include "support/robot.h"

using namespace picket;
using picket::test::Robot;

namespace {

constexpr std::string_view kBars = "World/detect-tasks/Item/Why/Over time";

// Executions from `first` to `last`, a minute each, in a response as the service gives it: of a
// part of time, the newest first.
void load_executions(Robot& robot, std::int64_t start, int first, int last, bool last_goes_on) {
    const auto at = [&](int minute) { return std::to_string(start + minute * 60); };
    std::string list;
    for (int i = last; i >= first; --i) {
        const bool goes_on = last_goes_on && i == last;
        const char* status = i % 3 == 1 ? "FAILED" : "SUCCESSFUL";
        list += std::string(i < last ? "," : "") + R"({"taskId":"mend","violationId":"v)" +
                std::to_string(i) + R"(","actionName":"isolate","thingName":"pump-)" +
                std::to_string(i) + R"(","executionStartDate":)" + at(i) +
                (goes_on
                     ? R"(,"status":"IN_PROGRESS"})"
                     : R"(,"executionEndDate":)" + at(i + 1) + R"(,"status":")" + status + "\"}");
    }
    robot.call("LoadDocumentedResponse",
               R"({"operation":"ListDetectMitigationActionsExecutions","request":{"maxResults":250,
               "startTime":)" +
                   at(first) + R"(,"endTime":)" + std::to_string(start + last * 60 + 30) +
                   R"(},"response":{"actionsExecutions":[)" + list + "]}}");
    CAPTURE(robot.ui().response.shown.body);
    REQUIRE_FALSE(robot.ui().response.shown.error);
}

// A task with that many executions, of which the last goes on.
void load_task(Robot& robot, int executions) {
    const std::int64_t start = robot.world().now.ms / kSecond - 86'400;
    robot.call("LoadDocumentedResponse",
               R"({"operation":"DescribeDetectMitigationActionsTask","request":{"taskId":"mend"},
               "response":{"taskSummary":{"taskId":"mend","taskStatus":"IN_PROGRESS",
               "taskStartTime":)" +
                   std::to_string(start) + R"(,"onlyActiveViolationsIncluded":true,
               "suppressedAlertsIncluded":true}}})");
    CAPTURE(robot.ui().response.shown.body);
    REQUIRE_FALSE(robot.ui().response.shown.error);
    for (int i = 0; i < executions; i += 200) {
        const int last = std::min(i + 200, executions) - 1;
        load_executions(robot, start, i, last, last + 1 == executions);
    }
    robot.ui().world.section = "detect-tasks";
    robot.settle();
    robot.click("mend", "World/detect-tasks");
}

}  // namespace

TEST_CASE("task bars: one for each execution, the oldest first, each in the colour of its state") {
    Robot robot({.width = 1920, .height = 1400});
    load_task(robot, 4);
    const ui::ProbeItem first = robot.find("pump-0: isolate", kBars);
    const ui::ProbeItem second = robot.find("pump-1: isolate", kBars);
    CHECK(first.text == "SUCCESSFUL");
    CHECK(second.text == "FAILED");
    CHECK(first.top < second.top);
    CHECK(robot.find("pump-3: isolate", kBars).text == "IN_PROGRESS");
}

TEST_CASE("task bars: the pointer reads one, and a press leads to it") {
    Robot robot({.width = 1920, .height = 1400});
    load_task(robot, 3);
    const ui::ProbeItem bar = robot.find("pump-1: isolate", kBars);
    const float y = (bar.top + bar.bottom) / 2;
    robot.move_to(bar.left + 20, y);
    robot.settle();
    const std::string told = robot.find("Reading", kBars).text;
    CHECK(told.find("pump-1: isolate") != std::string::npos);
    CHECK(told.find("FAILED") != std::string::npos);
    CHECK(told.find("Took 1 min") != std::string::npos);
    robot.click("pump-2: isolate", kBars);
    CHECK(robot.ui().world.item.section == "detect-executions");
    CHECK(robot.shows("pump-2"));
}

TEST_CASE("task bars: the wheel zooms, dragging pans, a double click shows all, none of it opens") {
    Robot robot({.width = 1920, .height = 1400});
    load_task(robot, 5);
    const ui::ProbeItem bars = robot.find("Bars", kBars);
    const float x = bars.left + (bars.right - bars.left) * 0.7f, y = (bars.top + bars.bottom) / 2;
    robot.move_to(x, y);
    robot.wheel(3);
    const ui::TimeRange zoomed = robot.ui().world.bars_range;
    CHECK_FALSE(zoomed.empty());
    robot.drag(x, y, x - 60, y);
    CHECK(robot.ui().world.bars_range.from > zoomed.from);
    CHECK(robot.ui().world.item.section == "detect-tasks");
    // Over the names the wheel is the panel's.
    const ui::TimeRange kept = robot.ui().world.bars_range;
    robot.move_to(bars.left + 10, y);
    robot.wheel(-3);
    CHECK(robot.ui().world.bars_range.from == kept.from);
    robot.ui().world.bars_range = {};
    robot.click("Close", "World/detect-tasks/Item");
    CHECK_FALSE(robot.has("Bars", kBars));
}

TEST_CASE(
    "task bars: five hundred are shown and the rest are counted; only those in sight are drawn") {
    Robot robot({.width = 1920, .height = 1400});
    load_task(robot, 520);
    int seen = 0;
    for (const auto& item : robot.app().probe().items)
        seen += item.label.rfind("pump-", 0) == 0 && item.scope == kBars ? 1 : 0;
    CHECK(seen > 5);
    CHECK(seen < 80);
    const ui::ProbeItem bars = robot.find("Bars", kBars);
    robot.move_to(bars.left + 10, bars.top + 30);
    robot.wheel(-10'000);
    CHECK(robot.shows("and 20 more"));
}
