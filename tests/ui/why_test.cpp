// Why an alarm is on, or not, as the workbench shows what the service says; the chart of a metric;
// the first screen, and guides.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <map>

#include "demo.h"
#include "detect_world.h"
#include "items/explanation.h"
#include "items/guides.h"
#include "picket/scenario.h"
#include "picket/settings.h"

using namespace picket;
using namespace picket::test;

TEST_CASE("why: an alarm tells its verdict, values, counters, steps and assumptions") {
    Robot robot({.demo = false, .width = 1600, .height = 1400});
    raise_alarms(robot);
    REQUIRE(robot.world().active_violations.size() == 2);
    robot.ui().world.grids["alarms"].order.filter = "few-ports";
    show_section(robot, "alarms");
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

TEST_CASE("why: what takes a while to evaluate is answered between frames, with its progress") {
    Robot robot({.demo = false, .width = 1600, .height = 1400});
    raise_alarms(robot);
    ui::apply(robot.engine(), robot.ui(), ui::AdvanceTo{robot.world().now + kHour});
    robot.settle();
    show_section(robot, "alarms");
    const ui::Section* section = ui::find_section("alarms");
    std::string key;
    visit_rows(*find_table(section->table), robot.world(), 0, 1,
               [&](const TableInfo::Row& row) { key = section->key(row); });
    ui::open_item(robot.ui(), {"alarms", key}, false);
    robot.app().poke();
    int waited = 0;
    for (int i = 0; i < 3; ++i) robot.frame();
    CHECK(robot.app().work_wanted());
    while (!robot.ui().asking.empty() && waited < 10'000) {
        robot.app().pump(1);
        robot.frame();
        waited += robot.shows("Evaluating this stretch of time once more") ? 1 : 0;
    }
    CHECK(waited > 3);
    robot.settle();
    CHECK_FALSE(robot.shows("Evaluating this stretch"));
    CHECK(robot.shows("The alarm was raised at"));
    CHECK_FALSE(robot.app().work_wanted());
}

TEST_CASE("why: an assumption leads to its setting") {
    Robot robot({.demo = false, .width = 1600, .height = 1600});
    raise_alarms(robot);
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
    raise_alarms(robot);
    open_first(robot, "alarms");
    robot.click("Now", "World/alarms/Item/Why/Verdict/Moments");
    CHECK(robot.ui().world.explained.shown.state == "IN_ALARM");
    report_ports(robot, "pump", 3, kOnePort);
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
    show_section(robot, "why");
    CHECK(robot.shows("Nothing is watched yet"));
    robot.call("CreateThing", R"({"thingName":"silent"})");
    robot.call("CreateSecurityProfile", kWatchingPorts);
    show_section(robot, "why");
    CHECK(robot.shows("Not watched"));
    CHECK(robot.shows("attached to nothing"));
    raise_alarms(robot);
    show_section(robot, "why");
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
    raise_alarms(robot);
    open_first(robot, "things");
    CHECK(robot.shows("What watches it"));
    robot.click("few-ports of p", "World/things/Item/Why/What watches it");
    CHECK(robot.ui().world.section == "why");
    CHECK(robot.shows("In alarm"));
}

TEST_CASE("metrics: a behavior's verdict is drawn over its values, at the time one came for") {
    Robot robot({.demo = false, .width = 1600, .height = 1400});
    raise_alarms(robot);
    show_section(robot, "alarms");
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
    show_section(robot, "guides");
    robot.click("Begin", "World/guides/Rules raise and clear alarms");
    CHECK(robot.world().things.empty());
    CHECK(robot.ui().branches.size() == 1);
    robot.click("Run this step");
    CHECK(robot.world().thing_groups.contains(std::string("smart-lights")));
    CHECK(robot.ui().request.operation == find_operation("CreateThingGroup"));
    const ui::GuideState& guide = robot.ui().world.guide;
    CHECK(guide.next == 1);
    REQUIRE(guide.open);
    const std::size_t steps = guide.guides[*guide.open].steps;
    for (int i = 0; i < 10 && guide.next < steps; ++i) {
        if (robot.has("Run the rest of it"))
            robot.click("Run the rest of it");
        else
            robot.click("Run this step");
        CHECK_FALSE(robot.ui().response.shown.error);
    }
    CHECK(guide.next == steps);
    CHECK(robot.shows("That was all"));
    CHECK(robot.world().violation_events.size() == 6);
    ui::open_section(robot.ui(), "guides");
    robot.click("All guides");
    CHECK(robot.has("Begin", "World/guides/A message flood on meters"));
    // What was open before is a branch.
    ui::apply(robot.engine(), robot.ui(), ui::SwitchBranch{0});
    CHECK(robot.world().things.size() == 50);
}

TEST_CASE("first screen: every call that makes the demo succeeds, now and when it is due") {
    Engine engine;
    for (const ui::Call& call : ui::demo_calls(engine.world())) {
        CAPTURE(call.operation);
        CAPTURE(call.body);
        CHECK(engine.call(call.operation, call.body).ok());
    }
    engine.advance(kDefaultStart + kHour);
    for (const auto& event : engine.world().chronicle) {
        CAPTURE(event.value.text);
        CHECK(event.value.kind.find("failed") == std::string::npos);
    }
    CHECK(engine.world().violation_events.size() >= 2);  // gateway-south: on, and off again
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

TEST_CASE("guides: each of them, walked through, ends in the World that its scenario ends in") {
    std::map<std::string, std::string> files;
    for (const auto& entry :
         std::filesystem::directory_iterator(PICKET_SOURCE_DIR "/examples/scenarios")) {
        std::ifstream file(entry.path());
        std::string text((std::istreambuf_iterator<char>(file)), {});
        const auto scenario = parse_scenario(text);
        if (scenario) files[scenario->scenario.name] = std::move(text);
    }
    const std::size_t count = ui::guide_texts().size();
    CHECK(count > 30);
    for (std::size_t i = 0; i < count; ++i) {
        const ui::Guide guide = ui::read_guide(ui::guide_texts()[i]);
        CAPTURE(guide.name);
        CHECK_FALSE(guide.group.empty());
        CHECK_FALSE(guide.description.empty());
        CHECK_FALSE(guide.what_to_see.empty());
        CHECK(guide.chapters.size() > 1);  // it is told, and not only done
        REQUIRE(files.contains(guide.name));
        Robot robot({.demo = false});
        show_section(robot, "guides");
        robot.ui().world.guide.filter = guide.name;
        robot.app().poke();
        robot.settle();
        robot.click("Begin", "World/guides/" + guide.name);
        REQUIRE(robot.ui().world.guide.open == i);
        robot.ui().world.guide.run_to = guide.steps;
        robot.app().poke();
        robot.settle();
        CHECK(robot.ui().world.guide.next == guide.steps);
        const auto played = play_scenario(files[guide.name]);
        REQUIRE(played);
        CHECK(played->text.ends_with("World hash: " + world_hash(robot.world()) + "\n"));
    }
}

TEST_CASE("guides: one begins at its own time, under its own settings, and leaves neither behind") {
    Robot robot({.width = 1600, .height = 1000});
    show_section(robot, "guides");
    robot.click("Filter guides");
    robot.type("windows that slide");
    robot.click("Begin", "World/guides/Windows that slide");
    CHECK(setting_text(robot.world(), find_setting("windowKind")->id) == "sliding");
    CHECK(robot.shows("Set: windowKind is sliding"));
    robot.click("Run this step");
    CHECK(robot.world().things.size() == 1);
    robot.click("Branches", "Header");
    robot.click("Start empty", "Header/Branches");
    CHECK(setting_text(robot.world(), find_setting("windowKind")->id) == "tumbling");
    show_section(robot, "guides");
    robot.click("All guides");
    robot.ui().world.guide.filter = "the guide's responses";
    robot.app().poke();
    robot.settle();
    robot.click("Begin", "World/guides/The guide's responses, answered again");
    CHECK(to_iso(robot.world().now) == "2020-09-22T18:30:00Z");
    robot.ui().world.guide.open.reset();
    robot.ui().world.guide.filter = "nobody wrote this";
    robot.app().poke();
    robot.settle();
    CHECK(robot.shows("No guide tells of that."));
}

TEST_CASE("guides: steps wait for moments, go to the next event, and back") {
    const ui::Guide guide = ui::read_guide(R"({"name":"g","start":"2026-02-01T00:00:00Z","steps":[
        {"note":"a"},{"call":{"operation":"CreateThing","input":{"thingName":"x"},"atSeconds":60}},
        {"advance":{"nextEvent":true}},{"advance":{"untilTime":"2026-02-02T00:00:00Z"}},
        {"rewind":{"atSeconds":30}},{"rewind":{"beforeEntryId":1}}]})");
    REQUIRE(guide.steps == 6);
    const auto& steps = guide.chapters[0].steps;
    CHECK(to_iso(guide.session.start) == "2026-02-01T00:00:00Z");
    CHECK(to_iso(*steps[0].until) == "2026-02-01T00:01:00Z");
    CHECK(steps[1].operation == "CreateThing");
    CHECK(steps[2].next_event);
    CHECK(to_iso(*steps[3].until) == "2026-02-02T00:00:00Z");
    CHECK(to_iso(*steps[4].until) == "2026-02-01T00:00:30Z");
    CHECK(steps[5].before_entry == 1);
}
