// Where an offset is, in text that is whole, half-written or broken.
#include "editor/text_place.h"

#include <doctest/doctest.h>

using namespace picket;
using namespace picket::ui;

namespace {

// The bar marks the caret.
struct Marked {
    std::string text;
    std::size_t at;
};
Marked marked(std::string text) {
    const std::size_t at = text.find('|');
    text.erase(at, 1);
    return {std::move(text), at};
}

std::string path_at(std::string text) {
    const Marked m = marked(std::move(text));
    const TextPlace place = text_place(m.text, m.at);
    std::string path;
    for (const TextLevel& level : place.levels) path += std::string(level.key) + level.bracket;
    path += std::string(place.key);
    const char* slot = place.slot == TextSlot::Key     ? " key"
                       : place.slot == TextSlot::Value ? " value"
                                                       : " nothing";
    return path + slot;
}

std::string_view shape_at(const char* operation, std::string text) {
    const Marked m = marked(std::move(text));
    const TextPlace place = text_place(m.text, m.at);
    const Expected at = expected_at(*find_operation(operation)->input, place);
    return at.shape == nullptr ? "" : at.shape->name;
}

}  // namespace

TEST_CASE("text place: keys and values, in objects and lists") {
    CHECK(path_at("|") == " value");
    CHECK(path_at("{|}") == "{ key");
    CHECK(path_at("{\"na|me\": 1}") == "{name key");
    CHECK(path_at("{\"name\"|: 1}") == "{ nothing");
    CHECK(path_at("{\"name\": |}") == "{name value");
    CHECK(path_at("{\"name\": \"x|\"}") == "{name value");
    CHECK(path_at("{\"name\": \"x\"|}") == "{ nothing");
    CHECK(path_at("{\"name\": \"x\" |}") == "{ key");
    CHECK(path_at("{\"name\": \"x\",|}") == "{ key");
    CHECK(path_at("{\"a\": {\"b\": [1, {\"c\": |") == "{a{b[{c value");
    CHECK(path_at("{\"a\": [1, |]}") == "{a[ value");
    CHECK(path_at("{\"a\": [1]} |") == " nothing");
}

TEST_CASE("text place: brackets inside of strings are text") {
    CHECK(path_at("{\"a\": \"{[\", \"b\": |}") == "{b value");
    CHECK(path_at("{\"a\": \"\\\"{\", \"b\": |}") == "{b value");
}

TEST_CASE("text place: a string without an end reaches to the caret") {
    const Marked m = marked("{\n  \"thin|\n  \"b\": 1\n}");
    const TextPlace place = text_place(m.text, m.at);
    CHECK_FALSE(place.closed);
    CHECK(place.word == Range{4, 9});
    CHECK(place.slot == TextSlot::Key);
    CHECK(place.keys == std::vector<std::string_view>{"b"});
}

TEST_CASE("text place: keys of the object are those before and after, without its children's") {
    const Marked m = marked("{\"a\": {\"x\": 1}, \"|\": 1, \"b\": {\"y\": 1}, \"c\": 2}");
    const TextPlace place = text_place(m.text, m.at);
    CHECK(place.keys == std::vector<std::string_view>{"a", "b", "c"});
}

TEST_CASE("text place: shapes follow the path") {
    CHECK(shape_at("CreateSecurityProfile", "{\"behaviors\": [{\"criteria\": {\"value\": |") ==
          "MetricValue");
    CHECK(shape_at("CreateSecurityProfile",
                   "{\"behaviors\": [{\"criteria\": {\"comparisonOperator\": \"|\"}}]}") ==
          "ComparisonOperator");
    CHECK(shape_at("CreateSecurityProfile", "{\"behaviors\": [|]}") == "Behavior");
    CHECK(shape_at("CreateSecurityProfile", "{\"behaviours\": [{\"name\": \"|\"}]}").empty());
    // A list where an object is due means nothing.
    CHECK(shape_at("CreateSecurityProfile", "[{\"behaviors\": |").empty());
}

TEST_CASE("text place: any offset of any text has an answer") {
    const std::string text = "{\"a\":[{\"b\":\"c\n,]}}:\\\"\xC3\xA9 tru {{[\"";
    for (std::size_t length = 0; length <= text.size(); ++length) {
        for (std::size_t at = 0; at <= length; ++at) {
            const std::string part = text.substr(0, length);
            const TextPlace place = text_place(part, at);
            CHECK(place.word.begin <= at);
            CHECK(place.word.end >= at);
            CHECK(place.word.end <= length);
        }
    }
}
