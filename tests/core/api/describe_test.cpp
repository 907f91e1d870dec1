// Descriptions: they parse, they hold every operation and every rule, and what is committed of them
// is not stale.
#include "api/describe.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <map>
#include <set>

#include "picket/engine.h"
#include "picket/json_tree.h"
#include "support/builders.h"
#include "support/golden.h"
#include "world/settings.h"

using namespace picket;

namespace {

JsonTree parsed(const std::string& text) {
    auto tree = read_json_strict(text);
    REQUIRE_MESSAGE(tree, (tree ? std::string() : tree.error().message));
    return std::move(tree).value();
}

std::string text_at(const JsonTree& tree, const std::string& path) {
    const std::uint32_t node = tree.resolve(path);
    return node == JsonTree::kNone ? "(absent)" : std::string(tree.node(node).text);
}

bool has(const JsonTree& tree, const std::string& path) {
    return tree.resolve(path) != JsonTree::kNone;
}

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

std::vector<const ShapeInfo*> every_named_shape() {
    std::vector<const ShapeInfo*> roots = operation_inputs();
    for (const ShapeInfo* output : operation_outputs()) roots.push_back(output);
    return named_shapes(roots);
}

// Every "$ref" of a schema leads to a definition.
void check_references(const JsonTree& tree) {
    int references = 0;
    for (std::uint32_t i = 0; i < tree.size(); ++i) {
        if (tree.node(i).key != "$ref") continue;
        ++references;
        constexpr std::string_view kPrefix = "#/$defs/";
        const std::string_view target = tree.node(i).text;
        REQUIRE(target.starts_with(kPrefix));
        CHECK_MESSAGE(has(tree, "$defs." + std::string(target.substr(kPrefix.size()))), target);
    }
    CHECK(references > 0);
}

}  // namespace

TEST_CASE("describe: refuses an unknown format and says which there are") {
    const auto text = describe("xml");
    REQUIRE_FALSE(text);
    CHECK(contains(text.error().message, "md, operations, ts, json"));
    for (const char* format : {"md", "ts", "json", "schema"})
        CHECK(describe(format)->size() > 1000);
}

TEST_CASE("describe: no two shapes share a name") {
    std::set<std::string_view> names;
    for (const ShapeInfo* shape : every_named_shape()) {
        CHECK_MESSAGE(names.insert(shape->name).second, shape->name);
        CHECK_FALSE(shape->name.empty());
    }
}

TEST_CASE("describe: named shapes are found through lists, maps and members, each once, by name") {
    const ShapeInfo* const roots[] = {&kShape<Sample>, &kShape<std::vector<Sample>>};
    std::string names;
    for (const ShapeInfo* shape : named_shapes(roots)) names += std::string(shape->name) + ' ';
    CHECK(names == "Empty Sample SampleChoice SampleColour ");
}

TEST_CASE("describe json: holds every operation, shape, setting and error") {
    const JsonTree tree = parsed(*describe("json"));
    std::size_t i = 0;
    for (const Operation& operation : operations()) {
        const std::string at = "operations[" + std::to_string(i++) + "].";
        CHECK(text_at(tree, at + "name") == operation.name);
        CHECK(text_at(tree, at + "method") == method_name(operation.method));
        CHECK(text_at(tree, at + "uri") == operation.uri);
        CHECK(text_at(tree, at + "input") == operation.input->name);
        CHECK(text_at(tree, at + "output") == operation.output->name);
        CHECK(text_at(tree, at + "doc") == operation.doc);
        CHECK(tree.node(tree.resolve(at + "errors")).children == operation.errors.size());
    }
    CHECK(tree.node(tree.resolve("operations")).children == i);
    CHECK(tree.node(tree.resolve("shapes")).children == every_named_shape().size());
    CHECK(tree.node(tree.resolve("settings")).children == settings().size());
    CHECK(text_at(tree, "errors[0].name") == "InvalidRequestException");
}

TEST_CASE("describe json: members carry their rules") {
    const JsonTree tree = parsed(*describe("json"));
    std::string at;
    for (std::size_t i = 0; has(tree, "shapes[" + std::to_string(i) + "]"); ++i) {
        const std::string shape = "shapes[" + std::to_string(i) + "]";
        if (text_at(tree, shape + ".name") == "CreateMitigationActionRequest")
            at = shape + ".members";
        if (text_at(tree, shape + ".name") == "MitigationActionParams")
            CHECK(has(tree, shape + ".exactlyOne"));
        if (text_at(tree, shape + ".name") != "BehaviorCriteria") continue;
        for (std::size_t m = 0; has(tree, shape + ".members[" + std::to_string(m) + "]"); ++m) {
            const std::string member = shape + ".members[" + std::to_string(m) + "]";
            const bool own = text_at(tree, member + ".name").starts_with("consecutiveDatapoints");
            CHECK(has(tree, member + ".inOwnWords") == own);
        }
    }
    REQUIRE_FALSE(at.empty());
    CHECK(text_at(tree, at + "[0].name") == "actionName");
    CHECK(text_at(tree, at + "[0].in") == "uri");
    CHECK(text_at(tree, at + "[0].pattern") == "[a-zA-Z0-9_-]+");
    CHECK(tree.node(tree.resolve(at + "[0].max")).integer == 128);
    CHECK(tree.node(tree.resolve(at + "[0].required")).boolean);
    CHECK(text_at(tree, at + "[3].type.kind") == "list");
    CHECK(text_at(tree, at + "[3].type.element.name") == "Tag");
    CHECK_FALSE(has(tree, at + "[3].required"));
}

TEST_CASE("describe md: one row for each operation, and its tables have even rows") {
    const std::string text = *describe("md");
    for (const Operation& operation : operations()) {
        CHECK(contains(text, "\n| " + std::string(operation.name) + " | " +
                                 std::string(method_name(operation.method)) + " | `" +
                                 std::string(operation.uri) + "` | "));
    }
    for (const ShapeInfo* shape : every_named_shape())
        CHECK(contains(text, "\n### " + std::string(shape->name) + "\n"));
    for (const SettingInfo& setting : settings())
        CHECK(contains(text, "\n| `" + std::string(setting.name) + "` | "));
    std::size_t cells = 0;  // of the table that a line belongs to
    for (std::size_t at = 0, end = 0; at < text.size(); at = end + 1) {
        end = text.find('\n', at);
        const std::string line = text.substr(at, end - at);
        std::size_t bars = 0;
        for (std::size_t i = 0; i < line.size(); ++i)
            bars += line[i] == '|' && (i == 0 || line[i - 1] != '\\') ? 1 : 0;
        if (bars == 0) cells = 0;
        if (bars != 0 && cells != 0) CHECK_MESSAGE(bars == cells, line);
        if (bars != 0) cells = bars;
    }
    CHECK(contains(text, "required; in the path; at most 128 characters; `[a-zA-Z0-9_-]+`"));
    CHECK(contains(text, "Exactly one member is present."));
}

TEST_CASE("describe ts: one declaration for each name, and every operation with its types") {
    const std::string text = *describe("ts");
    std::map<std::string, int> declared;
    for (std::string_view word : {"export interface ", "export type ", "export function "}) {
        for (std::size_t at = text.find(word); at != std::string::npos;
             at = text.find(word, at + 1)) {
            const std::size_t begin = at + word.size();
            ++declared[text.substr(begin, text.find_first_of(" <(", begin) - begin)];
        }
    }
    for (const auto& entry : declared) CHECK_MESSAGE(entry.second == 1, entry.first);
    for (const ShapeInfo* shape : every_named_shape())
        CHECK_MESSAGE(declared.count(std::string(shape->name)) == 1, shape->name);
    for (const Operation& operation : operations()) {
        CHECK(contains(text, "\n    " + std::string(operation.name) +
                                 ": { input: " + std::string(operation.input->name) +
                                 "; output: " + std::string(operation.output->name) + " };\n"));
    }
    CHECK(contains(
        text,
        "export type LogLevel = | \"DEBUG\" | \"INFO\" | \"ERROR\" | \"WARN\" | \"DISABLED\";"));
    CHECK(contains(text, "export type MitigationActionParams = ExactlyOne<{\n"));
    CHECK(contains(text, "    actionParams: MitigationActionParams;\n"));
    CHECK(contains(text, "    tags?: Tag[];\n"));
    for (const char* name :
         {"Engine", "Operations", "CallResult", "loadPicket", "PicketError", "ErrorName"}) {
        CHECK(declared.count(name) == 1);
    }
}

// PICKET_REBASE=1 writes the file anew, as it does for golden cases.
TEST_CASE("describe ts: the committed web/picket.d.ts is what the tables say now") {
    const std::string file = std::string(PICKET_SOURCE_DIR) + "/web/picket.d.ts";
    const std::string text = *describe("ts");
    if (std::getenv("PICKET_REBASE") != nullptr) std::ofstream(file, std::ios::binary) << text;
    CHECK_MESSAGE(read_file(file) == text,
                  "web/picket.d.ts is stale: run PICKET_REBASE=1 ctest -R picket_tests");
}

TEST_CASE("describe schema: every operation's input is a definition, and every reference leads "
          "somewhere") {
    const JsonTree tree = parsed(*describe("schema"));
    for (const Operation& operation : operations())
        CHECK(has(tree, "$defs." + std::string(operation.input->name)));
    CHECK(tree.node(tree.resolve("properties.operation.enum")).children == operations().size());
    check_references(tree);
    CHECK(text_at(tree, "$defs.CreateMitigationActionRequest.required[0]") == "actionName");
    CHECK(tree.node(tree.resolve("$defs.MitigationActionParams.maxProperties")).integer == 1);
}

TEST_CASE("json schema: of a document, with all its rules") {
    const JsonTree tree = parsed(json_schema(kShape<Sample>, "A sample"));
    CHECK(text_at(tree, "$schema") == "https://json-schema.org/draft/2020-12/schema");
    CHECK(text_at(tree, "title") == "A sample");
    CHECK(text_at(tree, "description") == "Everything at once.");
    CHECK(text_at(tree, "properties.name.type") == "string");
    CHECK(tree.node(tree.resolve("properties.name.minLength")).integer == 1);
    CHECK(tree.node(tree.resolve("properties.name.maxLength")).integer == 8);
    CHECK(text_at(tree, "properties.name.pattern") == "^[a-zA-Z0-9:_-]+$");
    CHECK(tree.node(tree.resolve("properties.count.maximum")).integer == 10);
    CHECK_FALSE(has(tree, "properties.limit.maximum"));
    CHECK(text_at(tree, "properties.time.type") == "number");
    CHECK(text_at(tree, "properties.colour.$ref") == "#/$defs/SampleColour");
    CHECK(text_at(tree, "properties.names.items.pattern") == "^[a-zA-Z0-9:_-]+$");
    CHECK(tree.node(tree.resolve("properties.names.maxItems")).integer == 3);
    CHECK(tree.node(tree.resolve("properties.names.deprecated")).boolean);
    CHECK(tree.node(tree.resolve("properties.numbers.propertyNames.maxLength")).integer == 8);
    CHECK(text_at(tree, "properties.numbers.additionalProperties.type") == "integer");
    CHECK(text_at(tree, "properties.choiceByName.additionalProperties.$ref") ==
          "#/$defs/SampleChoice");
    CHECK(tree.node(tree.resolve("properties.anything")).children == 0);
    CHECK(has(tree, "properties.$schema"));  // so that a document may name its schema
    CHECK_FALSE(has(tree, "$defs.Sample"));
    CHECK_FALSE(has(tree, "$defs.SampleChoice.properties.$schema"));
    CHECK(text_at(tree, "$defs.SampleColour.enum[2]") == "BLUE");
    CHECK(text_at(tree, "required[0]") == "name");
    CHECK(text_at(tree, "required[1]") == "time");
    CHECK_FALSE(has(tree, "required[2]"));  // clients fill the token in
    check_references(tree);
}
