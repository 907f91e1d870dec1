// Finding one's way in a tree: paths, offsets, lines and columns; and who owns the strings.
#include "picket/json_tree.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "core/text/json_support.h"
#include "text/json_builder.h"

using namespace picket;

namespace {

constexpr std::string_view kSample =
    R"({"name": "p", "behaviors": [{"criteria": {"value": 7}}, {}, [1, 2]], )"
    R"("a.b": {"": 1, "x\"y": 2}, "n[0]": null, "]": true})";

JsonTree tolerant_tree(std::string_view text) {
    auto read = read_json_tolerant(text);
    REQUIRE_FALSE(read.tree.empty());
    return std::move(read.tree);
}

}  // namespace

TEST_CASE("json tree: a path leads to its node") {
    const JsonTree tree = tolerant_tree(kSample);
    CHECK(tree.resolve("") == 0);
    CHECK(tree.node(tree.resolve("name")).text == "p");
    CHECK(tree.node(tree.resolve("behaviors[0].criteria.value")).integer == 7);
    CHECK(tree.node(tree.resolve("behaviors[1]")).kind == JsonKind::Object);
    CHECK(tree.node(tree.resolve("behaviors[2][1]")).integer == 2);
    CHECK(tree.node(tree.resolve(R"(["a.b"][""])")).integer == 1);
    CHECK(tree.node(tree.resolve(R"(["a.b"]["x\"y"])")).integer == 2);
    CHECK(tree.node(tree.resolve(R"(["n[0]"])")).kind == JsonKind::Null);
    CHECK(tree.node(tree.resolve(R"(["]"])")).boolean);
    CHECK(tree.node(tree.resolve(R"(["name"])")).text == "p");
}

TEST_CASE("json tree: a path that leads nowhere is none") {
    const JsonTree tree = tolerant_tree(kSample);
    for (const char* path :
         {"nothing", "name.x", "name[0]", "behaviors[3]", "behaviors[-1]", "behaviors[",
          "behaviors[]", "behaviors[0", "behaviors[x]", "behaviors.0", ".name", "name.",
          "behaviors[0]criteria", "[0]", "[\"name", "[\"name\"", "[\"na\\", "[\"\\x\"]",
          "behaviors[99999999999999]"}) {
        CAPTURE(path);
        CHECK(tree.resolve(path) == JsonTree::kNone);
    }
    CHECK(JsonTree().resolve("") == JsonTree::kNone);
}

TEST_CASE("json tree: the path of every node leads back to it") {
    const JsonTree tree = tolerant_tree(kSample);
    for (std::uint32_t i = 0; i < tree.size(); ++i) {
        CAPTURE(tree.path_of(i));
        CHECK(tree.resolve(tree.path_of(i)) == i);
    }
    CHECK(tree.path_of(tree.resolve("behaviors[0].criteria.value")) ==
          "behaviors[0].criteria.value");
    CHECK(tree.path_of(tree.resolve(R"(["a.b"]["x\"y"])")) == R"(["a.b"]["x\"y"])");
}

TEST_CASE("json tree: find gives the last of equal keys, and none outside objects") {
    const JsonTree tree = tolerant_tree(R"({"a": 1, "b": [5], "a": 2})");
    CHECK(tree.node(tree.find(0, "a")).integer == 2);
    CHECK(tree.find(0, "c") == JsonTree::kNone);
    CHECK(tree.find(tree.find(0, "b"), "") == JsonTree::kNone);
    CHECK(tree.find(tree.find(0, "a"), "a") == JsonTree::kNone);
}

TEST_CASE("json tree: an offset leads to the innermost value that holds it") {
    const std::string_view text = R"( {"a": [10, "xy"], "b": true} )";
    const JsonTree tree = tolerant_tree(text);
    const auto path_at = [&](std::size_t offset) {
        const std::uint32_t node = tree.node_at(static_cast<std::uint32_t>(offset));
        return node == JsonTree::kNone ? std::string("none") : tree.path_of(node);
    };
    CHECK(path_at(0) == "none");
    CHECK(path_at(text.find('{')) == "");
    CHECK(path_at(text.find("\"a\"")) == "");
    CHECK(path_at(text.find('[')) == "a");
    CHECK(path_at(text.find("10")) == "a[0]");
    CHECK(path_at(text.find("10") + 2) == "a");
    CHECK(path_at(text.find("xy") + 2) == "a[1]");
    CHECK(path_at(text.find(']')) == "a");
    CHECK(path_at(text.find("true") + 3) == "b");
    CHECK(path_at(text.size() - 1) == "none");
    CHECK(path_at(text.size() + 99) == "none");
}

TEST_CASE("json tree: lines and columns count from one, in code points") {
    const std::string_view text = "ab\n\xC3\xA9\xF0\x9F\x98\x80z\r\n\xFFq";
    const auto at = [&](std::uint32_t offset) {
        const LineColumn place = line_column(text, offset);
        return std::pair<unsigned, unsigned>(place.line, place.column);
    };
    CHECK(at(0) == std::pair(1u, 1u));
    CHECK(at(2) == std::pair(1u, 3u));
    CHECK(at(3) == std::pair(2u, 1u));
    CHECK(at(5) == std::pair(2u, 2u));
    CHECK(at(7) == std::pair(2u, 2u));  // inside the emoji
    CHECK(at(9) == std::pair(2u, 3u));
    CHECK(at(12) == std::pair(3u, 1u));
    CHECK(at(13) == std::pair(3u, 2u));
    CHECK(at(999) == std::pair(3u, 3u));
    CHECK(line_column("\xEF\xBB\xBFx", 4).column == 2);
    CHECK(line_column("", 0).line == 1);
}

TEST_CASE("json tree: strings outlive the text and follow the tree when it moves") {
    std::string text = "[";
    for (int i = 0; i < 5000; ++i) text += "\"string number " + std::to_string(i) + "\",";
    text += "\"" + std::string(200000, 'x') + "\", 12345678901234567890, {\"key\": \"v\"}]";
    auto read = read_json_strict(text);
    REQUIRE(read);
    JsonTree first = std::move(read).value();
    text.assign(text.size(), '!');
    const JsonTree tree = std::move(first);
    CHECK(tree.node(tree.resolve("[0]")).text == "string number 0");
    CHECK(tree.node(tree.resolve("[4999]")).text == "string number 4999");
    CHECK(tree.node(tree.resolve("[5000]")).text == std::string(200000, 'x'));
    CHECK(tree.node(tree.resolve("[5001]")).text == "12345678901234567890");
    CHECK(tree.node(tree.resolve("[5002].key")).text == "v");
}

TEST_CASE("json tree: repeated names are found in few and in many members") {
    for (const int members : {2, 3, 8, 9, 10, 100, 5000}) {
        CAPTURE(members);
        // Names that share a long start, and names of different lengths.
        JsonBuilder builder(0);
        builder.open(JsonKind::Object);
        std::vector<std::uint32_t> expected;
        for (int i = 0; i < members; ++i) {
            const bool repeat = i == members - 1 || i == members / 2;
            builder.key(repeat ? "common start 0" : "common start " + std::to_string(i));
            builder.add(JsonKind::Null);
            if (repeat && i > 0) expected.push_back(static_cast<std::uint32_t>(i + 1));
        }
        builder.close();
        std::vector<std::uint32_t> found;
        builder.find_duplicates(0, found);
        std::sort(found.begin(), found.end());
        CHECK(found == expected);
    }
}
