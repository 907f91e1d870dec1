// A call written for the AWS CLI reads back as the same call, for generated inputs of every
// operation; and what is written is never reported.
#include <doctest/doctest.h>

#include "documents_support.h"
#include "model/any_value.h"
#include "model/generate.h"
#include "picket/world.h"

using namespace picket;

namespace {

constexpr int kInputsPerOperation = 40;

std::string trip_problem(const Operation& operation, const std::string& json) {
    const auto text = write_call(operation, json, CallFormat::Aws);
    if (!text) return "not written: " + text.error().message + " for " + json;
    const auto back = read_command(*text);
    if (!back) return "not read: " + back.error().message + " in " + *text;
    if (back->operation != operation.name) return "another operation: " + *text;
    if (back->input.text != json)
        return "another input:\n" + json + "\n" + back->input.text + "\n" + *text;
    const CheckedDocument checked = check_document(*text, {.kind = DocumentKind::Shell});
    for (const Finding& finding : checked.findings) {
        // A generated text may look like a placeholder or an ARN; behaviors may make no sense.
        const bool guess = finding.code.starts_with("behavior-") ||
                           finding.code == "shape-placeholder" ||
                           finding.code == "shape-account-id";
        if (!guess) return finding.code + ": " + finding.message + " in " + *text;
    }
    return {};
}

}  // namespace

TEST_CASE("documents: call, command of the AWS CLI, call: the same for every operation") {
    for (const Operation& operation : operations()) {
        if (operation.service != Service::Iot) continue;
        Random random(7, operation.name);
        AnyValue value(*operation.input);
        for (int i = 0; i < kInputsPerOperation; ++i) {
            generate(*operation.input, random, value.get(), {.length_max = 300});
            const std::string problem = trip_problem(operation,
                                                     to_json(*operation.input, value.get()));
            CHECK_MESSAGE(problem.empty(), operation.name, ": ", problem);
            if (!problem.empty()) break;
        }
    }
}

TEST_CASE("documents: every tool has a text for every operation, and members keep their order") {
    for (const Operation& operation : operations()) {
        Random random(9, operation.name);
        AnyValue value(*operation.input);
        generate(*operation.input, random, value.get(), {.length_max = 50});
        const std::string json = to_json(*operation.input, value.get());
        for (std::size_t f = 0; f < EnumNames<CallFormat>::values.size(); ++f) {
            const auto format = static_cast<CallFormat>(f);
            const bool own = operation.service != Service::Iot;
            const bool any_tool = format == CallFormat::Curl || format == CallFormat::Picket;
            const auto text = write_call(operation, json, format, "http://127.0.0.1:8080");
            CHECK_MESSAGE(static_cast<bool>(text) == (!own || any_tool), operation.name);
            if (text) CHECK(text->back() == '\n');
        }
    }
}

TEST_CASE("documents: texts that a shell or the tool would take for something else come back") {
    const Operation& operation = *find_operation("CreateThingGroup");
    for (const char* value : {"it's",
                              "--flag",
                              "-1",
                              "$HOME",
                              "`id`",
                              "a\\nb",
                              "\\\"quoted\\\"",
                              " lead",
                              "trail ",
                              "file://x",
                              "https://example.com",
                              "{\\\"a\\\":1}",
                              "[1]",
                              "\xC3\xA9\xE2\x82\xAC",
                              "*",
                              "a;b|c&d>e",
                              "#no",
                              "\\\\",
                              "~",
                              "!!",
                              "a=b",
                              "\\u0007",
                              "\xE2\x80\x9C\xC2\xA0"}) {
        const std::string json = std::string("{\"thingGroupName\":\"g\",\"thingGroupProperties\":"
                                             "{\"thingGroupDescription\":\"") +
                                 value + "\"},\"tags\":[{\"Key\":\"" + value + "\"}]}";
        const auto text = write_call(operation, json, CallFormat::Aws);
        REQUIRE(text);
        const auto back = read_command(*text);
        REQUIRE(back);
        CHECK(back->input.text == json);
    }
}
