// Files of the user's own: brought by a host in pieces, pasted, or the example; looked at, mended,
// added, and alarms that come of them.
#include <doctest/doctest.h>

#include "detect_world.h"
#include "items/column_roles.h"
#include "keyboard.h"
#include "samples.h"

using namespace picket;
using namespace picket::test;
using ui::ImportStep;

namespace {

constexpr const char* kTwoLamps = "time,thing,temperature\n"
                                  "2026-01-01T00:00:00Z,lamp,20.5\n"
                                  "2026-01-01T00:05:00Z,lamp,n/a\n"
                                  "2026-01-01T00:10:00Z,fan,21\n";

ImportStep step(Robot& robot) { return robot.ui().importing.step; }

void bring(Robot& robot, std::string_view name, std::string_view text,
           std::size_t piece = 1 << 18) {
    const auto number = robot.app().begin_file(name, static_cast<double>(text.size()));
    for (std::size_t at = 0; at < text.size(); at += piece) {
        if (!robot.app().feed_file(number, text.substr(at, piece))) break;
        robot.frame();
    }
    robot.app().end_file(number);
    robot.settle();
}

}  // namespace

TEST_CASE("import: the example is read, looked at, added, and raises an alarm") {
    Robot robot({.width = 1600, .height = 2200});
    show_section(robot, "recordings");
    robot.click("Import a file", "World/recordings");
    CHECK(robot.ui().world.section == "import");
    robot.click("Try the example");
    REQUIRE(step(robot) == ImportStep::Review);
    CHECK(robot.shows("two-gateways.csv"));
    CHECK(robot.shows("2 things, all registered here"));
    CHECK(robot.shows("2 rows and values"));
    CHECK(robot.shows("Wrong type"));
    CHECK(robot.shows("A count is negative. There is '-12' in 'aws:all-bytes-out'."));
    CHECK(robot.shows("Line 9"));
    const std::size_t calls = robot.engine().journal().size();
    robot.click("Add to the session", "World/import/Add");
    CHECK(robot.engine().journal().size() == calls + 1);
    CHECK(robot.ui().request.operation == find_operation("AddRecording"));
    CHECK(robot.payload().find("\"recordingName\": \"two-gateways\"") != std::string::npos);
    REQUIRE(robot.world().recordings.contains(std::string("two-gateways")));
    CHECK(robot.ui().world.item == ui::ItemRef{"recordings", "two-gateways"});
    CHECK(robot.shows("aws:num-established-tcp-connections"));
    CHECK(robot.shows("Rows that were refused"));
    CHECK(step(robot) == ImportStep::Waiting);
    robot.click("+1 h");
    robot.click("+1 h");
    CHECK(robot.shows("100 %"));
    bool alarm = false;
    for (const auto& entry : robot.world().violation_events)
        alarm = alarm || (entry.value.thing_name == "gateway-north" &&
                          entry.value.behavior.name == "few-connections");
    CHECK(alarm);
}

TEST_CASE("import: a host brings a file in pieces, and how far it is can be seen") {
    Robot robot({.demo = false});
    std::string text = "time,thing,load\n";
    for (int i = 0; i < 30'000; ++i) text += std::to_string(1767225600 + i) + ",lamp,1.5\n";
    const auto number = robot.app().begin_file("much.csv", static_cast<double>(text.size()));
    CHECK(robot.ui().world.section == "import");
    CHECK(robot.app().feed_file(number, std::string_view(text).substr(0, 1 << 18)));
    robot.input.now_ms += 1000;
    robot.app().poke();
    robot.frame();
    robot.frame();
    CHECK(robot.shows("262 kB of 600 kB"));
    CHECK(robot.shows(" a second"));
    CHECK(robot.has("Cancel", "World/import"));
    CHECK(robot.app().feed_file(number, std::string_view(text).substr(1 << 18)));
    robot.app().end_file(number);
    robot.settle();
    REQUIRE(step(robot) == ImportStep::Review);
    CHECK(robot.ui().importing.recording->values() == 30'000);
    CHECK(robot.shows("1 thing, 0 registered here"));
}

TEST_CASE("import: cancelled in the middle, nothing has changed; a second file takes its place") {
    Robot robot({.demo = false});
    const std::string before = world_hash(robot.world());
    const auto first = robot.app().begin_file("first.csv", 1e8);
    CHECK(robot.app().feed_file(first, kTwoLamps));
    robot.settle();
    robot.click("Cancel", "World/import");
    CHECK(step(robot) == ImportStep::Waiting);
    CHECK_FALSE(robot.app().feed_file(first, kTwoLamps));
    robot.app().end_file(first);
    robot.settle();
    CHECK(step(robot) == ImportStep::Waiting);
    const auto second = robot.app().begin_file("second.csv", 1e8);
    CHECK(robot.app().feed_file(second, kTwoLamps));
    bring(robot, "third.csv", kTwoLamps);
    CHECK(robot.shows("second.csv is not read further; third.csv takes its place."));
    CHECK_FALSE(robot.app().feed_file(second, kTwoLamps));
    CHECK(step(robot) == ImportStep::Review);
    CHECK(robot.ui().importing.recording_name == "third");
    robot.click("Discard", "World/import");
    CHECK(step(robot) == ImportStep::Waiting);
    CHECK(world_hash(robot.world()) == before);
}

TEST_CASE("import: files that cannot be read say why, and what to do") {
    struct Bad {
        const char* name;
        std::string text;
        const char* said;
    };
    const Bad files[] = {
        {"empty.csv", "", "There are no rows in the file."},
        {"picture.png", std::string("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16), "The file is no text"},
        {"notes.txt", "Just a line of words.\nAnd another one.\n", "No column has"},
        {"bad.csv", "time,thing,load\nnever,lamp,1\n", "The only row has no value"},
        {"huge.json", "{\"picketSession\":9,\"journal\":[]}", ""},
    };
    for (const Bad& bad : files) {
        CAPTURE(bad.name);
        Robot robot({.demo = false});
        const std::string before = world_hash(robot.world());
        bring(robot, bad.name, bad.text);
        if (*bad.said != 0) {
            CHECK(step(robot) == ImportStep::Refused);
            CHECK(robot.shows(bad.said));
            robot.click("Take another file", "World/import");
        } else {
            CHECK(robot.shows("huge.json cannot be opened: "));
        }
        CHECK(step(robot) == ImportStep::Waiting);
        CHECK(world_hash(robot.world()) == before);
    }
}

TEST_CASE("import: what a column was taken for is mended by a press, and the file is read again") {
    Robot robot({.demo = false, .width = 1600, .height = 1400});
    bring(robot, "odd.csv",
          "when,who,load,site\n2026-01-01T00:00:00Z,lamp,1.5,3\n2026-01-01T00:05:00Z,fan,2,4\n");
    REQUIRE(step(robot) == ImportStep::Refused);
    CHECK(robot.shows("No column has the names of things"));
    // The host has the file: it is asked for it again.
    robot.click("Role", "World/import/Columns/who");
    robot.click("Thing", "World/import/Columns/who/Roles");
    CHECK(robot.ui().importing.wish == ui::ImportWish::ReadAgain);
    robot.ui().importing.text = robot.ui().importing.head;  // here, the interface has it itself
    robot.app().poke();
    robot.settle();
    REQUIRE(step(robot) == ImportStep::Refused);
    robot.click("Role", "World/import/Columns/when");
    robot.click("Time", "World/import/Columns/when/Roles");
    REQUIRE(step(robot) == ImportStep::Review);  // all else are metrics
    CHECK(robot.ui().importing.recording->values() == 4);
    robot.click("Role", "World/import/Columns/site");
    robot.click("Ignored", "World/import/Columns/site/Roles");
    REQUIRE(step(robot) == ImportStep::Review);
    CHECK(robot.ui().importing.recording->values() == 2);
    CHECK(robot.ui().importing.recording->series()[0].name == "load");
    // The metric gets another name.
    robot.click("Metric", "World/import/Columns/load");
    robot.press(ImGuiMod_Ctrl | ImGuiKey_A);
    robot.type("lamp_load");
    robot.press(ImGuiKey_Enter);
    REQUIRE(step(robot) == ImportStep::Review);
    CHECK(robot.ui().importing.recording->series()[0].name == "lamp_load");
}

TEST_CASE("import: answers of ListMetricValues need a thing and a metric, which are typed in") {
    Robot robot({.demo = false, .width = 1600, .height = 1400});
    ui::import_text(robot.ui(), "values.json",
                    R"({"metricDatumList":[{"timestamp":1767225600,"value":{"count":5}}]})");
    robot.app().poke();
    robot.settle();
    REQUIRE(step(robot) == ImportStep::Refused);
    robot.click("All rows are of the thing", "World/import/Columns");
    robot.type("lamp");
    robot.press(ImGuiKey_Enter);
    robot.click("All values are of the metric", "World/import/Columns");
    robot.type("aws:all-bytes-in");
    robot.press(ImGuiKey_Enter);
    REQUIRE(step(robot) == ImportStep::Review);
    CHECK(robot.ui().importing.recording->things()[0] == "lamp");
    CHECK(robot.shows("Metric values"));
}

TEST_CASE("import: times are kept only where the clock has not passed them") {
    Robot robot({.demo = false, .width = 1600, .height = 1200});
    bring(robot, "lamps.csv", kTwoLamps);
    robot.click("At their own times", "World/import/Add");
    CHECK(robot.ui().importing.keeps_times);
    robot.click("Add to the session", "World/import/Add");
    REQUIRE(robot.world().recordings.size() == 1);
    CHECK(robot.world().recordings.begin()->value.last == kDefaultStart + 10 * kMinute);
    robot.click("+1 h");
    bring(robot, "lamps.csv", kTwoLamps);
    CHECK(robot.ui().importing.recording_name == "lamps-2");
    robot.click("At their own times", "World/import/Add");
    CHECK_FALSE(robot.ui().importing.keeps_times);
    CHECK(robot.shows("The clock is past the first row"));
    // A name that is taken is refused before the call.
    robot.click("Name", "World/import/Add");
    robot.press(ImGuiMod_Ctrl | ImGuiKey_A);
    robot.type("lamps");
    robot.press(ImGuiKey_Enter);
    CHECK(robot.shows("A recording of this session has the name already."));
    robot.click("Add to the session", "World/import/Add");
    CHECK(robot.world().recordings.size() == 1);
}

TEST_CASE("import: the call can be opened in the editor instead, and the block is at hand") {
    Robot robot({.demo = false, .width = 1600, .height = 1200});
    bring(robot, "lamps.csv", kTwoLamps);
    robot.click("Open the call", "World/import/Add");
    CHECK(robot.world().recordings.empty());
    CHECK(robot.payload().find(robot.ui().importing.recording->name()) != std::string::npos);
    robot.click("Run");
    CHECK(robot.world().recordings.size() == 1);
}

TEST_CASE("import: a session file opens, and the session before stays as a branch") {
    std::string session, hash;
    {
        Robot robot;
        robot.click("+1 h");
        session = robot.engine().save();
        hash = world_hash(robot.world());
    }
    {
        Robot robot({.demo = false});
        bring(robot, "mine.json", session, 1 << 16);
        CHECK(world_hash(robot.world()) == hash);
        CHECK(robot.ui().branches.size() == 1);
        CHECK(robot.shows("mine.json is open."));
    }
    // What SaveSession answers is a session as well.
    Robot robot({.demo = false});
    bring(robot, "answer.json", "{\"session\":" + session + "}");
    CHECK(world_hash(robot.world()) == hash);
}

TEST_CASE("import: rows are pasted, and an empty clipboard is told") {
    Robot robot({.demo = false});
    show_section(robot, "import");
    robot.click("Paste", "World/import");
    CHECK(robot.shows("The clipboard has no text."));
    ImGui::SetClipboardText(kTwoLamps);
    robot.click("Paste", "World/import");
    CHECK(step(robot) == ImportStep::Review);
    robot.click("Discard", "World/import");
    robot.ui().importing.has_files = true;  // a page asks for its own clipboard, and has files
    robot.app().poke();
    robot.settle();
    robot.click("Choose a file", "World/import");
    CHECK(robot.ui().importing.wish == ui::ImportWish::Choose);
    robot.click("Paste", "World/import");
    CHECK(robot.ui().importing.wish == ui::ImportWish::Paste);
}

TEST_CASE("import: by keys alone, from the palette to the recording") {
    Robot robot({.width = 1600, .height = 1200});
    go_by_key(robot, "Session: Import");
    CHECK(robot.ui().world.section == "import");
    press_by_key(robot, "Try the example", "World/import");
    REQUIRE(step(robot) == ImportStep::Review);
    REQUIRE(tab_to(robot, "Name", "World/import/Add"));
    robot.press(ImGuiMod_Ctrl | ImGuiKey_A);
    robot.type("by-keys");
    press_by_key(robot, "Add to the session", "World/import/Add");
    REQUIRE(robot.world().recordings.size() == 1);
    CHECK(robot.world().recordings.begin()->key == "by-keys");
    CHECK(robot.ui().world.section == "recordings");
    robot.press(ImGuiKey_Tab);
    CHECK(keys_are_somewhere(robot));
}

TEST_CASE("import: on a phone, with long names, everything has its place") {
    Robot robot({.demo = false, .width = 390, .height = 844, .scale = 2, .touch = true});
    const std::string name(300, 'n');
    std::string text = "time,thing," + name + "\n";
    text += "2026-01-01T00:00:00Z," + std::string(120, 't') + ",1\n";
    bring(robot, name + ".csv", text);
    CHECK(robot.ui().layout.pane == ui::Pane::World);
    REQUIRE(step(robot) == ImportStep::Refused);  // no metric has such a name
    CHECK(robot.shows("The only row has no value"));
    bring(robot, name + ".csv", kTwoLamps);
    REQUIRE(step(robot) == ImportStep::Review);
    CHECK(robot.ui().importing.recording_name.size() == 100);
    for (const ui::ProbeItem& item : robot.app().probe().items) {
        if (!std::string_view(item.scope).starts_with("World/import")) continue;
        CAPTURE(item.label);
        CAPTURE(item.text);
        CHECK(item.right <= robot.input.width);
    }
    robot.click("Add to the session", "World/import/Add");
    CHECK(robot.world().recordings.size() == 1);
}

TEST_CASE("import: while a file is held over the page, all of it says so") {
    Robot robot({.demo = false});
    robot.ui().importing.dragged = true;
    robot.app().poke();
    robot.settle();
    CHECK(robot.shows("Drop it to read its rows"));
}

TEST_CASE("import: columns and the mapping that says them") {
    using ui::ColumnRole;
    ReadReport report;
    report.columns = {{"t", "time"}, {"who", "thing"}, {"a", "a"}, {"b", "ignored"}};
    auto uses = ui::column_uses(report, {});
    CHECK(uses[2] == ui::ColumnUse{"a", ColumnRole::OwnMetric, "a"});
    ui::give_role(uses, 3, ColumnRole::OwnMetric);
    RecordingMapping mapping = ui::mapping_of(uses, {});
    CHECK(mapping.thing_column == "who");
    CHECK(mapping.metric_columns->size() == 2);
    CHECK_FALSE(mapping.value_column);
    ui::give_role(uses, 3, ColumnRole::Value);
    CHECK(uses[2].role == ColumnRole::Ignored);
    ui::give_role(uses, 2, ColumnRole::Metric);
    mapping = ui::mapping_of(uses, {});
    CHECK(mapping.metric_column == "a");
    CHECK(mapping.value_column == "b");
    CHECK_FALSE(mapping.metric_columns);
    ui::give_role(uses, 0, ColumnRole::Thing);
    CHECK(uses[1].role == ColumnRole::Ignored);
    report.columns = {{"v", "load"}};
    mapping.metric_name = "load";
    CHECK(ui::column_uses(report, mapping)[0].role == ColumnRole::Value);
}
