// Facts about every text, over documents made at random and texts near them. The facts themselves
// are in json_support.h (wrong_reading), where the fuzz target finds them too. There is no
// exception to "the tolerant reader reports nothing exactly when the strict reader accepts".
#include <doctest/doctest.h>

#include "core/text/json_support.h"

using namespace picket;
using test::Dice;

namespace {

int document_count() { return 1500; }

void check_reading(const std::string& text) {
    const char* wrong = test::wrong_reading(text);
    if (wrong == nullptr) return;
    CAPTURE(text);
    CHECK(std::string(wrong) == "nothing wrong");
}

}  // namespace

TEST_CASE("json property: what is written, read and written again is the same text") {
    for (int seed = 0; seed < document_count(); ++seed) {
        CAPTURE(seed);
        const std::string text = test::random_document(static_cast<std::uint64_t>(seed));
        const auto tree = read_json_strict(text);
        REQUIRE(tree);
        const std::size_t line = text.find('\n');
        const std::size_t inner = text.find_first_not_of(" \n", 1);
        const bool indented = line != std::string::npos && line == 1;
        const int indent = indented ? static_cast<int>(inner) - 2 : 0;
        if (test::written(tree.value(), indent) != text) {
            CHECK(test::written(tree.value(), indent) == text);
        }
    }
}

TEST_CASE("json property: both readers agree on standard text") {
    for (int seed = 0; seed < document_count(); ++seed) {
        CAPTURE(seed);
        const std::string text = test::random_document(static_cast<std::uint64_t>(seed));
        check_reading(text);
        CHECK(read_json_tolerant(text).problems.empty());
    }
}

TEST_CASE("json property: both readers agree on what is not standard") {
    int accepted = 0, refused = 0;
    for (int seed = 0; seed < document_count(); ++seed) {
        CAPTURE(seed);
        Dice dice(static_cast<std::uint64_t>(seed));
        const std::string text = test::random_document(static_cast<std::uint64_t>(seed));
        for (int i = 0; i < 8; ++i) {
            const std::string near = test::mutated(text, dice);
            check_reading(near);
            (read_json_strict(near) ? accepted : refused) += 1;
        }
    }
    // Both sides of the fact are met often.
    CHECK(accepted > 500);
    CHECK(refused > 5000);
}

TEST_CASE("json property: a document cut off at any byte is refused where it ends or before") {
    const std::string text = R"({
  "securityProfileName": "Sensors\u00e9\n",
  "behaviors": [{"name": "b", "criteria": {"value": {"count": -1.5e+3}, "cidrs": ["10.0.0.0/8"]}}],
  "flags": [true, false, null, {}, []], "emoji": "😀"
})";
    REQUIRE(read_json_strict(text));
    for (std::size_t bytes = 0; bytes < text.size(); ++bytes) {
        CAPTURE(bytes);
        const std::string cut = text.substr(0, bytes);
        const auto strict = read_json_strict(cut);
        REQUIRE_FALSE(strict);
        const Error& error = strict.error();
        CHECK(error.code == ErrorCode::InvalidRequest);
        const LineColumn end = line_column(cut, static_cast<std::uint32_t>(bytes));
        CHECK(error.line <= end.line);
        CHECK(error.line >= 1);
        CHECK(error.column >= 1);
        check_reading(cut);
    }
}

TEST_CASE("json property: any single byte put anywhere is handled") {
    const std::string text = R"({"a": ["x", -1.5e3, true], "b": {"c": null}})";
    for (std::size_t at = 0; at < text.size(); ++at) {
        for (int byte = 0; byte < 256; ++byte) {
            std::string changed = text;
            changed[at] = static_cast<char>(byte);
            check_reading(changed);
        }
    }
}
