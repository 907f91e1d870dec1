// The form: the same document with another face.
#include <doctest/doctest.h>

#include <set>

#include "payload.h"
#include "support/robot.h"

using namespace picket;
using picket::test::Robot;

namespace {

void write(Robot& robot, std::string_view operation, std::string_view json) {
    ui::open_editor(robot.ui(), operation, json, robot.world());
    ui::CodePane& pane = robot.ui().request.payload;
    pane.edit({0, pane.document.text().size()}, json);
    robot.ui().request.form.open = true;
    robot.app().poke();
    robot.settle();
}

void retype(Robot& robot, std::string_view field, std::string_view text) {
    robot.click(field, "Request/Form");
    robot.press(ImGuiMod_Ctrl | ImGuiKey_A);
    robot.type(text);
    robot.press(ImGuiKey_Enter);
}

}  // namespace

TEST_CASE("form: opens over the text, shows every member, and goes back") {
    Robot robot;
    robot.click("Form", "Request/Payload as");
    CHECK(robot.has("actionName", "Request/Form"));
    CHECK(robot.has("roleArn", "Request/Form"));
    CHECK_FALSE(robot.has("Payload"));
    CHECK(robot.shows("detect_mitigation_action"));
    robot.click("JSON", "Request/Payload as");
    CHECK(robot.has("Payload"));
    CHECK_FALSE(robot.has("actionName", "Request/Form"));
}

TEST_CASE("form: a field changes its own bytes only") {
    Robot robot;
    write(robot, "CreateThing", "{ \"thingName\" :\t\"a\",\n\n  \"thingTypeName\": \"t\" }");
    retype(robot, "thingName", "pump");
    CHECK(robot.payload() == "{ \"thingName\" :\t\"pump\",\n\n  \"thingTypeName\": \"t\" }");
    robot.press(ImGuiKey_Escape);
    robot.press(ImGuiMod_Ctrl | ImGuiKey_Z);
    CHECK(robot.payload() == "{ \"thingName\" :\t\"a\",\n\n  \"thingTypeName\": \"t\" }");
}

TEST_CASE("form: a number that is none is kept as text, and found to be wrong") {
    Robot robot;
    write(robot, "ListThings", "{\"maxResults\": 5}");
    retype(robot, "maxResults", "12");
    CHECK(robot.payload() == "{\"maxResults\": 12}");
    retype(robot, "maxResults", "many");
    CHECK(robot.payload() == "{\"maxResults\": \"many\"}");
}

TEST_CASE("form: what is missing is named, and added in place") {
    Robot robot;
    write(robot, "CreateMitigationAction", "{\n  \"actionName\": \"a\"\n}");
    CHECK(robot.shows("Missing: roleArn, actionParams"));
    robot.click("Add to request", "Request/Form");
    robot.click("actionParams", "Request/Form/Choices");
    CHECK(robot.payload() == "{\n  \"actionName\": \"a\",\n  \"actionParams\": {}\n}");
    robot.click("Add to actionParams", "Request/Form");
    robot.click("publishFindingToSnsParams", "Request/Form/Choices");
    CHECK(robot.payload().find("\"actionParams\": {\n    \"publishFindingToSnsParams\": {}\n  }") !=
          std::string::npos);
    // One member of a union is all there may be.
    CHECK_FALSE(robot.has("Add to actionParams", "Request/Form"));
    robot.click("Remove actionParams.publishFindingToSnsParams", "Request/Form");
    CHECK(robot.payload() == "{\n  \"actionName\": \"a\",\n  \"actionParams\": {}\n}");
}

TEST_CASE("form: enumerators are chosen, booleans switched") {
    Robot robot({.height = 1600});
    write(robot, "CreateSecurityProfile",
          "{\"securityProfileName\": \"p\", \"behaviors\": [{\"name\": \"b\", \"suppressAlerts\": "
          "true, \"criteria\": {\"comparisonOperator\": \"less-than\"}}]}");
    robot.click("false", "Request/Form/behaviors[0].suppressAlerts");
    CHECK(robot.payload().find("\"suppressAlerts\": false") != std::string::npos);
    robot.click("behaviors[0].criteria.comparisonOperator", "Request/Form");
    robot.click("greater-than", "Request/Form/Choices");
    CHECK(robot.payload().find("\"comparisonOperator\": \"greater-than\"") != std::string::npos);
}

TEST_CASE("form: elements of lists are added and removed") {
    Robot robot;
    write(robot, "CreateScheduledAudit",
          "{\"targetCheckNames\": [\"A\", \"B\"], \"scheduledAuditName\": \"n\"}");
    robot.click("Add to targetCheckNames", "Request/Form");
    CHECK(robot.payload().find("[\"A\", \"B\", \"\"]") != std::string::npos);
    robot.click("Remove targetCheckNames[0]", "Request/Form");
    CHECK(robot.payload().find("[\"B\", \"\"]") != std::string::npos);
}

TEST_CASE("form: maps take new keys") {
    Robot robot;
    write(robot, "CreateThing",
          "{\"thingName\": \"a\", \"attributePayload\": {\"attributes\": {}}}");
    robot.click("New key of attributePayload.attributes", "Request/Form");
    robot.type("site");
    robot.click("Add", "Request/Form/attributePayload.attributes");
    CHECK(robot.payload().find("\"attributes\": {\"site\": \"\"}") != std::string::npos);
    retype(robot, "attributePayload.attributes.site", "north");
    CHECK(robot.payload().find("\"site\": \"north\"") != std::string::npos);
}

TEST_CASE("form: names that exist can be chosen") {
    Robot robot;
    write(robot, "DescribeThing", "{\"thingName\": \"\"}");
    robot.click("Names for thingName", "Request/Form");
    robot.click("gateway-north", "Request/Form/Names");
    CHECK(robot.payload() == "{\"thingName\": \"gateway-north\"}");
}

TEST_CASE("form: what it does not know is shown and kept") {
    Robot robot;
    const std::string before = "{\"mystery\": {\"deep\": [1]}, \"thingName\": 7, \"x\": 1}";
    write(robot, "CreateThing", before);
    CHECK(robot.shows("kept as it is"));
    CHECK(robot.shows("{\"deep\": [1]}"));
    retype(robot, "thingName", "a");
    CHECK(robot.payload() == "{\"mystery\": {\"deep\": [1]}, \"thingName\": \"a\", \"x\": 1}");
}

TEST_CASE("form: of text that is no whole JSON it shows none, and changes nothing") {
    Robot robot;
    write(robot, "CreateThing", "{\"thingName\": ");
    CHECK(robot.shows("not whole JSON yet"));
    robot.click("To the text", "Request/Form");
    CHECK(robot.has("Payload"));
    CHECK(robot.payload() == "{\"thingName\": ");
}

TEST_CASE("form: running takes along what is being typed") {
    Robot robot;
    write(robot, "CreateThing", "{\"thingName\": \"a\"}");
    robot.click("thingName", "Request/Form");
    robot.press(ImGuiMod_Ctrl | ImGuiKey_A);
    robot.type("typed");
    robot.press(ImGuiMod_Ctrl | ImGuiKey_Enter);
    CHECK(robot.payload() == "{\"thingName\": \"typed\"}");
    CHECK(robot.world().things.find("typed") != nullptr);
}

TEST_CASE("form: every operation's payload has one, and looking changes nothing") {
    Robot robot;
    for (const Operation& operation : operations()) {
        CAPTURE(operation.name);
        ui::open_operation(robot.ui(), operation, robot.world());
        const std::string before = robot.payload();
        robot.ui().request.form.open = true;
        robot.app().poke();
        robot.settle();
        CHECK(robot.payload() == before);
        CHECK_FALSE(robot.shows("not whole JSON yet"));
    }
}

TEST_CASE("form: all elements of a list of 10,000 can be reached, a hundred at a time") {
    Robot robot({.height = 1000});
    std::string names;
    for (int i = 1; i <= 10'000; ++i)
        names += (i > 1 ? ",\n\"" : "\"") + std::string("thing-") + std::to_string(i) + '"';
    write(robot, "StartOnDemandAuditTask", "{\"targetCheckNames\": [" + names + "]}");
    const std::string pages = "Request/Form/Pages of targetCheckNames";
    const auto shown = [&](int element) {
        return robot.has("Remove targetCheckNames[" + std::to_string(element - 1) + "]");
    };
    CHECK(robot.shows("1 to 100 of 10,000"));
    CHECK(shown(1));
    CHECK_FALSE(robot.find("Previous elements", pages).enabled);
    robot.click("Next elements", pages);
    CHECK(robot.shows("101 to 200 of 10,000"));
    CHECK(shown(101));
    CHECK_FALSE(shown(1));
    robot.click("Element", pages);
    robot.type("9901");
    robot.press(ImGuiKey_Enter);
    CHECK(robot.shows("9,901 to 10,000 of 10,000"));
    CHECK_FALSE(robot.find("Next elements", pages).enabled);
    retype(robot, "targetCheckNames[9900]", "other");
    CHECK(robot.payload().find("\"thing-9900\",\n\"other\",\n\"thing-9902\"") != std::string::npos);
    robot.click("Element", pages);
    robot.type("99999999999999999999");
    robot.press(ImGuiKey_Enter);
    CHECK(robot.shows("9,901 to 10,000 of 10,000"));
    robot.click("Previous elements", pages);
    CHECK(shown(9801));
}

TEST_CASE("form: every page of a long list is another hundred, and none is missing") {
    Robot robot({.width = 1600, .height = 9000});
    std::string names;
    for (int i = 0; i < 1050; ++i) names += (i > 0 ? ",\"x" : "\"x") + std::to_string(i) + '"';
    write(robot, "StartOnDemandAuditTask", "{\"targetCheckNames\": [" + names + "]}");
    std::set<std::string> seen;
    for (int page = 0; page < 11; ++page) {
        for (const auto& item : robot.app().probe().items) {
            if (item.label.rfind("Remove targetCheckNames[", 0) == 0) seen.insert(item.label);
        }
        if (page < 10) robot.click("Next elements", "Request/Form/Pages of targetCheckNames");
    }
    CHECK(seen.size() == 1050);
}
