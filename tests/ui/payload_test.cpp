// What the editor holds when an operation is opened.
#include "payload.h"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

#include "demo.h"
#include "editor/json_tokens.h"
#include "picket/documents.h"
#include "samples.h"

using namespace picket;
using namespace picket::ui;

TEST_CASE("payload: every operation opens with members that it knows") {
    for (const Operation& operation : operations()) {
        CAPTURE(operation.name);
        Engine engine;
        const CallResult result = engine.call(
            operation.name, starting_payload(operation, engine.world()), {.dry_run = true});
        CHECK(result.warnings.empty());
    }
}

// It may name things that are not there; it may not be malformed.
TEST_CASE("payload: what opens has no problems of its own") {
    for (const Operation& operation : operations()) {
        CAPTURE(operation.name);
        // The file that LoadSession opens is nothing an editor makes up.
        if (operation.name == "LoadSession") continue;
        const Engine engine;
        const std::string payload = starting_payload(operation, engine.world());
        CAPTURE(payload);
        DocumentHints hints;
        hints.kind = DocumentKind::Json;
        hints.operation = &operation;
        for (const Finding& finding : check_document(payload, hints).findings) {
            CAPTURE(finding.message);
            CHECK(finding.severity == FindingSeverity::Note);
        }
    }
}

TEST_CASE("payload: samples are the documented commands, mended") {
    const Engine engine;
    for (const char* file :
         {"02-CreateSecurityProfile", "07-UpdateSecurityProfile", "08-CreateThingGroup",
          "09-CreateMitigationAction", "10-StartDetectMitigationActionsTask"}) {
        CAPTURE(file);
        std::ifstream in(PICKET_SOURCE_DIR "/examples/payloads/ml-detect-" + std::string(file) +
                         "-cli.sh");
        std::ostringstream text;
        text << in.rdbuf();
        DocumentHints hints;
        hints.kind = DocumentKind::Shell;
        const auto call = read_command(fix_document(text.str(), hints).text);
        REQUIRE(call);
        const Operation* operation = find_operation(call->operation);
        REQUIRE(operation != nullptr);
        CHECK(starting_payload(*operation, engine.world()) == format_json(call->input.text) + '\n');
    }
}

TEST_CASE("payload: names of things that exist are filled in, except where something new is made") {
    Engine engine;
    (void)engine.call("CreateThing", R"({"thingName":"pump-7"})");
    CHECK(starting_payload(*find_operation("DescribeThing"), engine.world()).find("pump-7") !=
          std::string::npos);
    CHECK(starting_payload(*find_operation("CreateThing"), engine.world()).find("pump-7") ==
          std::string::npos);
}

TEST_CASE("payload: going to another operation and back finds what was written") {
    Engine engine;
    UiState ui;
    open_operation(ui, *find_operation("CreateThing"), engine.world());
    ui.request.payload.document.set_text("{\"thingName\":\"mine\"}");
    open_operation(ui, *find_operation("DeleteThing"), engine.world());
    CHECK(ui.request.payload.document.text().find("mine") == std::string::npos);
    open_operation(ui, *find_operation("CreateThing"), engine.world());
    CHECK(ui.request.payload.document.text() == "{\"thingName\":\"mine\"}");
}

TEST_CASE("demo: every call succeeds without a warning, and something is due soon") {
    Engine engine;
    for (const Call& call : demo_calls(engine.world())) {
        CAPTURE(call.operation);
        CAPTURE(call.body);
        const CallResult result = engine.call(call.operation, call.body);
        CHECK(result.ok());
        CHECK(result.warnings.empty());
    }
    engine.advance(engine.world().now);
    CHECK(engine.world().things.size() == 50);
    REQUIRE(engine.next_due());
    CHECK(*engine.next_due() - engine.world().now <= kMinute);
    CHECK(engine
              .call("CreateMitigationAction",
                    starting_payload(*find_operation("CreateMitigationAction"), engine.world()))
              .ok());
}

TEST_CASE("payload: of a row, for Edit, says what the row says and is accepted as it stands") {
    Engine engine;
    const auto call = [&](std::string_view operation, std::string_view json) {
        const CallResult result = engine.call(operation, json);
        CAPTURE(result.body);
        REQUIRE(result.ok());
    };
    call("CreateSecurityProfile", documented_payload("CreateSecurityProfile"));
    call("CreateMitigationAction", documented_payload("CreateMitigationAction"));
    call("CreateThing", R"({"thingName":"pump","attributePayload":{"attributes":{"a":"b"}}})");
    for (const auto& [name, operation] :
         {std::pair{"securityProfiles", "UpdateSecurityProfile"},
          std::pair{"mitigationActions", "UpdateMitigationAction"},
          std::pair{"things", "UpdateThing"}, std::pair{"things", "DeleteThing"}}) {
        CAPTURE(operation);
        const TableInfo* table = find_table(name);
        REQUIRE(table != nullptr);
        std::string payload;
        visit_rows(*table, engine.world(), 0, 1, [&](const TableInfo::Row& row) {
            payload = payload_of_row(*find_operation(operation), *table, row);
        });
        CAPTURE(payload);
        const CallResult result = engine.call(operation, payload, {.dry_run = true});
        CAPTURE(result.body);
        CHECK(result.ok());
        CHECK(result.warnings.empty());
    }
}

TEST_CASE("payload: of a row holds the row's members under the request's names") {
    Engine engine;
    REQUIRE(engine
                .call("CreateSecurityProfile", R"({"securityProfileName":"p",
        "securityProfileDescription":"words","behaviors":[{"name":"b","metric":"aws:num-disconnects",
        "criteria":{"mlDetectionConfig":{"confidenceLevel":"LOW"}}}]})")
                .ok());
    const TableInfo* table = find_table("securityProfiles");
    visit_rows(*table, engine.world(), 0, 1, [&](const TableInfo::Row& row) {
        const Operation& update = *find_operation("UpdateSecurityProfile");
        const std::string payload = payload_of_row(update, *table, row);
        CHECK(payload.find(R"("securityProfileName":"p")") != std::string::npos);
        CHECK(payload.find(R"("securityProfileDescription":"words")") != std::string::npos);
        CHECK(payload.find(R"("confidenceLevel":"LOW")") != std::string::npos);
    });
}
