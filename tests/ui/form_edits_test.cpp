// A form's edits are the smallest ones, and keep the layout around them.
#include "editor/form_edits.h"

#include <doctest/doctest.h>

using namespace picket;
using namespace picket::ui;

namespace {

std::string after(std::string text, const TextChange& change) {
    return text.replace(change.range.begin, change.range.end - change.range.begin, change.with);
}

std::string added(const std::string& text, const char* parent, const char* key, const char* json) {
    const auto read = read_json_tolerant(text);
    return after(text, add_child(text, read.tree, read.tree.resolve(parent), key, json));
}
std::string removed(const std::string& text, const char* path) {
    const auto read = read_json_tolerant(text);
    return after(text, remove_child(text, read.tree, read.tree.resolve(path)));
}
std::string set(const std::string& text, const char* path, const char* json) {
    const auto read = read_json_tolerant(text);
    return after(text, set_value(read.tree, read.tree.resolve(path), json));
}

}  // namespace

TEST_CASE("form edits: a value changes its own bytes and no others") {
    CHECK(set("{ \"a\" :  1 /* why */, \"b\":[2]}", "a", "7") ==
          "{ \"a\" :  7 /* why */, \"b\":[2]}");
    CHECK(set("{\"a\": {\"b\": [1, 2]}}", "a.b[1]", "\"x\"") == "{\"a\": {\"b\": [1, \"x\"]}}");
}

TEST_CASE("form edits: a new member stands behind the last, in the layout that is there") {
    CHECK(added("{\"a\": 1}", "", "b", "2") == "{\"a\": 1, \"b\": 2}");
    CHECK(added("{\n  \"a\": 1\n}", "", "b", "2") == "{\n  \"a\": 1,\n  \"b\": 2\n}");
    CHECK(added("{\n\t\"a\": [1, 2]\n}", "a", "", "3") == "{\n\t\"a\": [1, 2, 3]\n}");
    CHECK(added("{\n  \"a\": [\n    1\n  ]\n}", "a", "", "2") ==
          "{\n  \"a\": [\n    1,\n    2\n  ]\n}");
    CHECK(added("{\"a\": 1,}", "", "b", "2") == "{\"a\": 1, \"b\": 2}");
}

TEST_CASE("form edits: into empty brackets") {
    CHECK(added("{}", "", "a", "1") == "{\n  \"a\": 1\n}");
    CHECK(added("{\"a\": {}}", "a", "b", "1") == "{\"a\": {\"b\": 1}}");
    CHECK(added("{\n  \"a\": {}\n}", "a", "b", "1") == "{\n  \"a\": {\n    \"b\": 1\n  }\n}");
    CHECK(added("{\"a\": [ ]}", "a", "", "1") == "{\"a\": [1]}");
}

TEST_CASE("form edits: what is removed takes its comma along, and nothing else") {
    CHECK(removed("{\"a\": 1, \"b\": 2, \"c\": 3}", "a") == "{\"b\": 2, \"c\": 3}");
    CHECK(removed("{\"a\": 1, \"b\": 2, \"c\": 3}", "b") == "{\"a\": 1, \"c\": 3}");
    CHECK(removed("{\"a\": 1, \"b\": 2, \"c\": 3}", "c") == "{\"a\": 1, \"b\": 2}");
    CHECK(removed("{\n  \"a\": 1,\n  \"b\": 2\n}", "b") == "{\n  \"a\": 1\n}");
    CHECK(removed("{\n  \"a\": 1\n}", "a") == "{}");
    CHECK(removed("{\"a\": [1, 2]}", "a[0]") == "{\"a\": [2]}");
}

TEST_CASE("form edits: what is typed becomes JSON, and is never lost") {
    CHECK(json_of_field(Kind::Integer, "12") == "12");
    CHECK(json_of_field(Kind::Integer, "12x") == "\"12x\"");
    CHECK(json_of_field(Kind::Double, "1.50") == "1.50");
    CHECK(json_of_field(Kind::String, "say \"hi\"") == "\"say \\\"hi\\\"\"");
    CHECK(json_of_field(Kind::Document, "{\"a\":1}") == "{\"a\":1}");
    CHECK(json_of_field(Kind::Time, "2026-01-01T00:00:00Z") == "\"2026-01-01T00:00:00Z\"");
}

// Adding and removing again leaves the bytes as they were, for every layout.
TEST_CASE("form edits: adding and removing are each other's inverse") {
    for (const char* text : {"{\"a\": 1}", "{\n  \"a\": 1\n}",
                             "{\n    \"a\": {\"x\": []},\n    \"b\": 2\n}", "{ \"a\" : [ 1 ] }"}) {
        CAPTURE(text);
        CHECK(removed(added(text, "", "new", "{}"), "new") == text);
    }
}
