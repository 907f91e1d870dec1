// Every documented payload in examples/payloads gives the findings and the calls that its index
// pins; every file of tests/documents/clean gives none. PICKET_REBASE=1 rewrites the index.
#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>

#include "documents_support.h"
#include "text/json_copy.h"
#include "text/json_tree.h"

using namespace picket;

namespace {

const std::string kPayloads = std::string(PICKET_SOURCE_DIR) + "/examples/payloads/";
const std::string kClean = std::string(PICKET_SOURCE_DIR) + "/tests/documents/clean/";

std::string text_of(const JsonTree& tree, std::uint32_t object, std::string_view key) {
    const std::uint32_t node = tree.find(object, key);
    return node == JsonTree::kNone ? std::string() : std::string(tree.node(node).text);
}

// "request of CreateThing, stated"
std::string call_line(const RecognisedCall& call) {
    std::string out(enum_name(call.role));
    out += " of " + call.operation;
    if (call.member_name) out += "." + *call.member_name;
    return out + ", " + std::string(enum_name(call.confidence));
}

std::string verdict_of(const CheckedDocument& checked) {
    return test::mistakes(checked.findings).empty() ? "accepted" : "explained";
}

std::string index_row(const JsonTree& tree, std::uint32_t row, const CheckedDocument& checked) {
    std::string out;
    JsonWriter writer(out);
    writer.begin_object();
    for (const char* key : {"file", "shows", "source"}) {
        writer.key(key);
        writer.string(text_of(tree, row, key));
    }
    writer.key("verdict");
    writer.string(verdict_of(checked));
    writer.key("findings");
    writer.begin_array();
    for (const Finding& finding : checked.findings) writer.string(finding.code);
    writer.end_array();
    writer.key("calls");
    writer.begin_array();
    for (const RecognisedCall& call : checked.calls) writer.string(call_line(call));
    writer.end_array();
    writer.end_object();
    // One blank behind each colon and comma outside of strings, as in the rest of the project.
    std::string spaced;
    bool in_string = false;
    for (std::size_t i = 0; i < out.size(); ++i) {
        if (out[i] == '"' && (i == 0 || out[i - 1] != '\\')) in_string = !in_string;
        spaced += out[i];
        if (!in_string && (out[i] == ':' || out[i] == ',')) spaced += ' ';
    }
    return spaced;
}

}  // namespace

TEST_CASE("documents: the documented payloads are accepted or explained as the index says") {
    const auto index = read_json_strict(test::read_file(kPayloads + "index.json"));
    REQUIRE(index);
    const JsonTree& tree = *index;
    const bool rebase = std::getenv("PICKET_REBASE") != nullptr;
    std::string rows;
    std::size_t count = 0;
    for (auto row = tree.first(0); row != tree.end(0); row = tree.node(row).next, ++count) {
        const std::string file = text_of(tree, row, "file");
        const std::string text = test::read_file(kPayloads + file);
        CHECK_MESSAGE(!text.empty(), file);
        const CheckedDocument checked = check_document(text, {.name = file});
        const std::string now = index_row(tree, row, checked);
        rows += (rows.empty() ? "[\n    " : ",\n    ") + now;
        std::string pinned;
        JsonWriter writer(pinned);
        write_json(tree, row, writer);
        std::string fresh;
        const auto again = read_json_strict(now);
        REQUIRE(again);
        JsonWriter fresh_writer(fresh);
        write_json(*again, 0, fresh_writer);
        if (!rebase) CHECK_MESSAGE(pinned == fresh, test::all_messages(checked.findings));
        CHECK_MESSAGE(test::broken_law(text, {.name = file}).empty(), file, ": ",
                      test::broken_law(text, {.name = file}));
    }
    CHECK(count == 74);
    // The index, a README, and the payloads: nothing else lies there.
    CHECK(test::files_of(kPayloads).size() == count + 2);
    if (rebase) std::ofstream(kPayloads + "index.json") << rows << "\n]\n";
}

TEST_CASE("documents: correct payloads, commands and pages pass in silence") {
    std::size_t count = 0;
    for (const std::string& name : test::files_of(kClean)) {
        const std::string text = test::read_file(kClean + name);
        const CheckedDocument checked = check_document(text, {.name = name});
        CHECK_MESSAGE(checked.findings.empty(), name, "\n", test::all_messages(checked.findings));
        if (name.find("other") == std::string::npos) CHECK_MESSAGE(!checked.calls.empty(), name);
        CHECK(fix_document(text, {.name = name}).text == text);
        ++count;
    }
    CHECK(count >= 8);
}

TEST_CASE("payloads: one whose operation is stated is judged by it, whatever it looks like") {
    const std::string text = R"({"thingGroupName":"group"})";
    DocumentHints hints;
    hints.kind = DocumentKind::Json;
    hints.operation = find_operation("CreateThing");
    const CheckedDocument checked = check_document(text, hints);
    CHECK(test::mistakes(checked.findings) == "shape-violation shape-unknown-member");
    REQUIRE(checked.calls.size() == 1);
    CHECK(checked.calls[0].operation == "CreateThing");
    CHECK(checked.calls[0].confidence == Confidence::Stated);
    hints.operation = find_operation("CreateThingGroup");
    CHECK(check_document(text, hints).findings.empty());
}
