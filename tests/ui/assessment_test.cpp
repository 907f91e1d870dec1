// The way of a person who writes a profile: sees what it would make of the data while it is
// written, where that is a mistake, what it costs, and that it gets better.
#include <doctest/doctest.h>

#include "assessing.h"
#include "payload.h"
#include "support/robot.h"

using namespace picket;
using picket::test::Robot;
using picket::test::RobotOptions;

namespace {

void wait_for_data(Robot& robot) {
    robot.input.now_ms += ui::kAssessmentPauseMs + 100;
    robot.app().poke();
    robot.settle();
}

void open_for_data(Robot& robot, std::string_view operation) {
    ui::open_operation(robot.ui(), *find_operation(operation), robot.world());
    robot.app().poke();
    robot.settle();
    wait_for_data(robot);
}

// As typing would, and both pauses after it.
void write_profile(Robot& robot, std::string_view text) {
    ui::CodePane& pane = robot.ui().request.payload;
    pane.edit({0, pane.document.text().size()}, text);
    robot.app().poke();
    robot.settle();
    wait_for_data(robot);
    wait_for_data(robot);
}

void run_for(Robot& robot, std::int64_t ms) {
    ui::apply(robot.engine(), robot.ui(), ui::AdvanceTo{robot.world().now + ms});
    robot.settle();
}

std::string profile_draft(std::string_view comparison) {
    return "{\n  \"securityProfileName\": \"meters\",\n  \"behaviors\": [{\n"
           "    \"name\": \"messages\", \"metric\": \"aws:num-messages-sent\",\n"
           "    \"criteria\": {\"durationSeconds\": 300, \"value\": {\"count\": 400},\n"
           "      \"comparisonOperator\": \"" +
           std::string(comparison) + "\"}\n  }]\n}\n";
}

const Finding* first_by_data(Robot& robot) {
    for (const Finding& finding : robot.ui().request.analysis.findings) {
        if (finding.code.starts_with("data-")) return &finding;
    }
    return nullptr;
}

}  // namespace

TEST_CASE("assessment: the request is what the text says, once it says it") {
    const auto created = [](std::string_view text) {
        return ui::assessment_request(find_operation("CreateSecurityProfile"), text);
    };
    CHECK(created(R"({"securityProfileName":"p","behaviors":[ {} ],"tags":[]})") ==
          R"({"securityProfileName":"p","behaviors":[ {} ]})");
    CHECK(created(R"({"behaviors":[]})") == R"({"behaviors":[]})");
    CHECK(created(R"({"securityProfileName":"p"})").empty());
    CHECK(created(R"({"behaviors":[)").empty());
    CHECK(created("[]").empty());
    CHECK(created("").empty());
    CHECK(ui::assessment_request(find_operation("CreateThing"), R"({"behaviors":[]})").empty());
}

TEST_CASE("assessment: an update keeps the behaviors that it does not give") {
    const auto updated = [](std::string_view text) {
        return ui::assessment_request(find_operation("UpdateSecurityProfile"), text);
    };
    CHECK(updated(R"({"securityProfileName":"p","securityProfileDescription":"d"})") ==
          R"({"securityProfileName":"p"})");
    CHECK(updated(R"({"securityProfileName":"p","behaviors":[ {} ]})") ==
          R"({"securityProfileName":"p","behaviors":[ {} ]})");
    CHECK(updated(R"({"securityProfileName":"p","deleteBehaviors":true})") ==
          R"({"securityProfileName":"p","behaviors":[]})");
    CHECK(updated(R"({"securityProfileName":"p","deleteBehaviors":false})") ==
          R"({"securityProfileName":"p"})");
    CHECK(updated(R"({"behaviors":[]})").empty());  // of which profile?
}

TEST_CASE("assessment: a partial update shows what the stored behaviors make of the data") {
    Robot robot;
    run_for(robot, 6 * kHour);
    const auto mistaken = profile_draft("greater-than");
    ui::apply(robot.engine(), robot.ui(), ui::Call{"CreateSecurityProfile", mistaken});
    open_for_data(robot, "UpdateSecurityProfile");
    write_profile(robot,
                  R"({"securityProfileName": "meters", "securityProfileDescription": "d"})");
    const Finding* finding = first_by_data(robot);
    REQUIRE(finding != nullptr);
    CHECK(finding->code == "data-alarm-condition");
    CHECK(finding->line == 1);  // the behavior is not in the text
    CHECK(robot.shows("On your data: "));
    CHECK_FALSE(robot.shows("write a behavior to see"));
    // Without them nothing is left to alarm.
    write_profile(robot, R"({"securityProfileName": "meters", "deleteBehaviors": true})");
    CHECK((first_by_data(robot) == nullptr ||
           first_by_data(robot)->code != "data-alarm-condition"));
    // And the stored profile may change under the text.
    write_profile(robot, R"({"securityProfileName": "meters", "expectedVersion": 2})");
    REQUIRE(first_by_data(robot) != nullptr);
    ui::apply(robot.engine(), robot.ui(),
              ui::Call{"UpdateSecurityProfile", profile_draft("less-than")});
    robot.app().poke();
    robot.settle();
    wait_for_data(robot);
    wait_for_data(robot);
    CHECK((first_by_data(robot) == nullptr ||
           first_by_data(robot)->code != "data-alarm-condition"));
    write_profile(robot, R"({"securityProfileName": "nobody"})");
    CHECK(robot.ui().assessment.problem.find("nobody") != std::string::npos);
}

TEST_CASE("assessment: numbers of alarms and money read well") {
    CHECK(ui::alarms_text(0) == "no alarms");
    CHECK(ui::alarms_text(0.01) == "hardly any alarms");
    CHECK(ui::alarms_text(1) == "1.0 alarm a day");
    CHECK(ui::alarms_text(12.61) == "12.6 alarms a day");
    CHECK(ui::alarms_text(4400.4) == "4,400 alarms a day");
    CHECK(ui::money_text(0) == "0.00 USD");
    CHECK(ui::money_text(0.0004) == "under 0.01 USD");
    CHECK(ui::money_text(70.3725) == "70.37 USD");
}

TEST_CASE("assessment: an empty account has no data, and says what to do") {
    Robot robot({.demo = false});
    open_for_data(robot, "CreateSecurityProfile");
    write_profile(robot, profile_draft("less-than"));
    CHECK(robot.shows("On your data: there is none."));
    REQUIRE(first_by_data(robot) != nullptr);
    CHECK(first_by_data(robot)->code == "data-no-datapoints");
    robot.click("Figures", "Request/On your data");
    CHECK(robot.shows("Simulate a fleet, or import a recording."));
    CHECK(robot.shows("Costs in a month"));
    robot.move_to(5, 5);  // no tip is on its way
    robot.settle();
    CHECK(robot.frame() < 0);
}

TEST_CASE("assessment: other operations have no line about data") {
    Robot robot;
    open_for_data(robot, "CreateThing");
    CHECK_FALSE(robot.shows("On your data"));
    open_for_data(robot, "CreateSecurityProfile");
    CHECK(robot.has("Figures", "Request/On your data"));
    open_for_data(robot, "CreateThing");
    CHECK_FALSE(robot.has("Figures"));
    CHECK(robot.ui().assessment.wanted.empty());
}

TEST_CASE(
    "assessment: a mistake that the data shows is marked at its place, and goes when mended") {
    Robot robot;
    run_for(robot, 6 * kHour);
    open_for_data(robot, "CreateSecurityProfile");
    write_profile(robot, profile_draft("greater-than"));
    const Finding* finding = first_by_data(robot);
    REQUIRE(finding != nullptr);
    CHECK(finding->code == "data-alarm-condition");
    CHECK(finding->line == 6);
    const std::string& text = robot.payload();
    CHECK(text.substr(static_cast<std::size_t>(finding->begin), 14) == "\"greater-than\"");
    // The guess of the document at the same place is told by the data.
    for (const Finding& other : robot.ui().request.analysis.findings)
        CHECK(other.code != "behavior-alarm-condition");
    REQUIRE_FALSE(robot.ui().request.payload.marks.empty());
    CHECK(robot.ui().request.payload.marks.back().line == 5);
    CHECK(robot.shows("devices are called normal only above that"));
    CHECK(robot.shows("On your data: "));

    robot.press(ImGuiKey_F8);
    CHECK(robot.ui().request.payload.document.selection().begin ==
          static_cast<std::size_t>(finding->begin));

    write_profile(robot, profile_draft("less-than"));
    CHECK(
        (first_by_data(robot) == nullptr || first_by_data(robot)->code != "data-alarm-condition"));
    CHECK(robot.shows("On your data: no alarms"));
    CHECK(robot.frame() < 0);
}

TEST_CASE("assessment: what the data said moves along with the text, and stays while it is typed") {
    Robot robot;
    run_for(robot, kHour);
    open_for_data(robot, "CreateSecurityProfile");
    write_profile(robot, profile_draft("greater-than"));
    REQUIRE(first_by_data(robot) != nullptr);
    const std::int64_t begin = first_by_data(robot)->begin;
    robot.ui().request.payload.edit({0, 0}, "\n\n");
    robot.app().poke();
    robot.settle();
    REQUIRE(first_by_data(robot) != nullptr);
    CHECK(first_by_data(robot)->begin == begin + 2);
    robot.input.now_ms += ui::kAnalysisPauseMs + 10;  // the text is looked at, the data is not yet
    robot.app().poke();
    robot.settle();
    REQUIRE(first_by_data(robot) != nullptr);
    CHECK(first_by_data(robot)->begin == begin + 2);
}

TEST_CASE("assessment: figures, costs and what they rest on stand in place of the text") {
    Robot robot({.height = 1800});
    run_for(robot, 6 * kHour);
    open_for_data(robot, "CreateSecurityProfile");
    write_profile(robot, profile_draft("greater-than"));
    robot.click("Figures", "Request/On your data");
    CHECK(robot.ui().assessment.open);
    CHECK_FALSE(robot.has("Payload", "Request/Payload"));
    CHECK(robot.shows("50 devices"));
    CHECK(robot.shows("To be expected of all devices"));
    CHECK(robot.shows("datapoints of rules, 0.025 USD for 100,000"));
    CHECK(robot.shows("assumptions"));
    CHECK(robot.shows("rulesPrice = 25000"));
    robot.click("Back to the payload", "Request/On your data");
    CHECK_FALSE(robot.ui().assessment.open);
    robot.click("Figures", "Request/On your data");
    robot.press(ImGuiKey_F8);  // what goes to a place in the text shows the text
    CHECK_FALSE(robot.ui().assessment.open);
}

TEST_CASE("assessment: a draft that is refused says so, and a change of the account asks again") {
    Robot robot;
    run_for(robot, kHour);
    open_for_data(robot, "CreateSecurityProfile");
    write_profile(robot, R"({"securityProfileName":"p","behaviors":[{"name":"b","metric":"mine",
        "criteria":{"comparisonOperator":"less-than","value":{"number":5}}}]})");
    CHECK(robot.shows("Your data is looked at once the problems are mended."));
    robot.call("CreateCustomMetric", R"({"metricName":"mine","metricType":"number"})");
    wait_for_data(robot);
    wait_for_data(robot);
    CHECK_FALSE(robot.shows("once the problems are mended"));
    REQUIRE(first_by_data(robot) != nullptr);
    CHECK(first_by_data(robot)->code == "data-no-datapoints");
}

TEST_CASE("assessment: of a huge fleet a sample is looked at, in pieces between frames") {
    Robot robot({.demo = false});
    robot.call("CreateFleet", R"({"fleetName":"f","archetype":"SMART_METER","count":100000})");
    run_for(robot, 20 * kMinute);
    ui::open_operation(robot.ui(), *find_operation("CreateSecurityProfile"), robot.world());
    ui::CodePane& pane = robot.ui().request.payload;
    pane.edit({0, pane.document.text().size()}, profile_draft("less-than"));
    robot.app().poke();
    int pieces = 0;
    for (int i = 0; i < 3000 && !robot.ui().assessment.shown; ++i) {
        robot.input.now_ms += 16;
        robot.frame();
        // What the page does between two frames, and as much of it.
        if (robot.app().work_wanted()) pieces += robot.app().pump(20'000) ? 1 : 0;
        if (pieces == 2) CHECK(robot.shows("Looking at your data: "));
    }
    REQUIRE(robot.ui().assessment.shown);
    const AssessSecurityProfileResponse& shown = *robot.ui().assessment.shown;
    CHECK(shown.devices_measured == 100'000);
    CHECK(shown.devices_looked_at == 200);
    CHECK(pieces >= 5);
    robot.settle();
    robot.click("Figures", "Request/On your data");
    CHECK(robot.shows("200 of 100,000 devices"));
}

TEST_CASE(
    "small screens: the editor has the pane to itself while it is written in, also of a profile") {
    RobotOptions screen = {.width = 390, .height = 844, .scale = 2, .touch = true};
    float least = 400;
    SUBCASE("a phone") {}
    SUBCASE("a tablet") {
        screen.width = 768;
        screen.height = 1024;
        least = 240;
    }
    Robot robot(screen);
    open_for_data(robot, "CreateSecurityProfile");
    const auto height = [&] {
        const ui::ProbeItem& text = robot.find("Payload");
        return text.bottom - text.top;
    };
    const float before = height();
    robot.click("Payload");
    REQUIRE(robot.ui().request.payload.focused);
    CHECK(height() > 2 * before);
    CHECK(height() > least * robot.input.scale);
    CHECK_FALSE(robot.has("Dry run"));
    robot.type("x");
    CHECK(robot.payload().find('x') != std::string::npos);
    wait_for_data(robot);
    CHECK(robot.has("Fix", "Request/Problems"));
    const std::string wrong = robot.payload();
    robot.click("Next", "Request/Problems");  // what is wrong is in reach all the while
    CHECK(robot.ui().request.payload.focused);
    robot.click("Done");
    CHECK_FALSE(robot.ui().request.payload.focused);
    CHECK(height() == before);
    robot.click("Run");
    CHECK(robot.ui().response.present);
    CHECK(robot.payload() == wrong);
}
