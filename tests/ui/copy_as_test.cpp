// "Copy as": the payload as text for other tools.
#include <doctest/doctest.h>

#include "support/robot.h"

using namespace picket;
using picket::test::Robot;

TEST_CASE("copy as: each format is what the documents engine writes, and Copy takes it") {
    Robot robot;
    robot.click("Copy as");
    const Operation& operation = *robot.ui().request.operation;
    struct Row {
        const char* label;
        CallFormat format;
    };
    for (const Row& row :
         {Row{"AWS CLI", CallFormat::Aws}, Row{"boto3", CallFormat::Boto3},
          Row{"JavaScript", CallFormat::JavaScript}, Row{"curl", CallFormat::Curl}}) {
        CAPTURE(row.label);
        if (!robot.has("Call", "Request/Copy as")) robot.click("Copy as");
        robot.click(row.label, "Request/Copy as");
        const auto expected = write_call(operation, robot.payload(), row.format);
        REQUIRE(expected);
        CHECK(robot.find("Call", "Request/Copy as").text == *expected);
        robot.click("Copy", "Request/Copy as");
        CHECK(robot.clipboard() == *expected);
        CHECK_FALSE(robot.has("Call", "Request/Copy as"));
    }
    robot.click("Copy as");
    robot.click("JSON", "Request/Copy as");
    CHECK(robot.find("Call", "Request/Copy as").text == robot.payload());
}

TEST_CASE("copy as: follows the payload, and what was copied opens again as the same call") {
    Robot robot;
    robot.click("Operation");
    robot.type("CreateThingGroup");
    robot.press(ImGuiKey_Enter);
    robot.ui().request.payload.document.set_text("{\"thingGroupName\": \"it's\"}");
    robot.click("Copy as");
    robot.click("Copy", "Request/Copy as");
    const auto reading = read_command(robot.clipboard());
    REQUIRE(reading);
    CHECK(reading->operation == "CreateThingGroup");
    CHECK(reading->input.text == "{\"thingGroupName\":\"it's\"}");
}

TEST_CASE("copy as: a payload that is no call says why, and there is nothing to copy") {
    Robot robot;
    robot.ui().request.payload.document.set_text("{\n  \"actionName\" 7\n}");
    robot.click("Copy as");
    CHECK(robot.shows("There is no call to copy yet"));
    CHECK(robot.shows("Line 2: "));
    CHECK_FALSE(robot.find("Copy", "Request/Copy as").enabled);
    robot.press(ImGuiKey_Escape);
    CHECK_FALSE(robot.has("Copy", "Request/Copy as"));
}

TEST_CASE("copy as: verbs of Picket's own have no words in AWS's tools") {
    Robot robot;
    robot.click("Operation");
    robot.type("PopulateFleet");
    robot.press(ImGuiKey_Enter);
    robot.click("Copy as");
    CHECK(robot.shows("verb of Picket's own"));
    robot.click("curl", "Request/Copy as");
    CHECK(robot.has("Call", "Request/Copy as"));
}

TEST_CASE("copy as: the panel stays on a phone's screen") {
    Robot robot({.width = 390, .height = 844, .scale = 3, .touch = true});
    robot.click("Copy as");
    const ui::ProbeItem copy = robot.find("Copy", "Request/Copy as");
    CHECK(copy.left >= 0);
    CHECK(copy.right <= robot.input.width);
    CHECK(copy.bottom <= robot.input.height);
    CHECK(robot.find("Call", "Request/Copy as").bottom <= copy.top);
}
