// JSON as coloured words and laid-out lines.
#include "editor/json_tokens.h"

#include <doctest/doctest.h>

#include <vector>

using picket::ui::format_json;
using picket::ui::next_token;
using picket::ui::TokenKind;

namespace {

std::vector<std::pair<TokenKind, std::string>> tokens(std::string_view text) {
    std::vector<std::pair<TokenKind, std::string>> all;
    for (std::size_t at = 0; at < text.size();) {
        const auto token = next_token(text, at);
        if (token.kind != TokenKind::Space)
            all.emplace_back(token.kind, text.substr(token.begin, token.end - token.begin));
        at = token.end;
    }
    return all;
}

}  // namespace

TEST_CASE("json tokens: keys, strings, numbers and literals are told apart") {
    const auto all = tokens(R"({"k" : "v\"w", "n": -1.5e3, "b": true})");
    REQUIRE(all.size() == 13);
    CHECK(all[1] == std::pair(TokenKind::Key, std::string("\"k\"")));
    CHECK(all[3] == std::pair(TokenKind::String, std::string(R"("v\"w")")));
    CHECK(all[7] == std::pair(TokenKind::Number, std::string("-1.5e3")));
    CHECK(all[11] == std::pair(TokenKind::Literal, std::string("true")));
}

TEST_CASE("json tokens: an open string ends with its line, and every text is consumed") {
    CHECK(tokens("\"ab\n1").front().second == "\"ab");
    CHECK(tokens("\"ab\\").front().second == "\"ab\\");
    CHECK(tokens("\xE6\xBC\xA2").front().second == "\xE6\xBC\xA2");
}

TEST_CASE("json layout: one member per line, short lists on one") {
    CHECK(format_json(R"({"a":[1,2],"b":{"c":"x"},"d":[],"e":{}})") ==
          "{\n  \"a\": [1, 2],\n  \"b\": { \"c\": \"x\" },\n  \"d\": [],\n  \"e\": {}\n}");
}

TEST_CASE("json layout: what does not fit on a line is broken up") {
    CHECK(format_json(R"({"a":["1234567890","1234567890"]})", 20) ==
          "{\n  \"a\": [\n    \"1234567890\",\n    \"1234567890\"\n  ]\n}");
}

TEST_CASE("json layout: laying out twice changes nothing, and only white space ever changes") {
    const std::string text =
        R"({"name":"a b","list":[{"x":1,"y":[true,null]},{"z":"{[,:"}],"n":-0.5})";
    const std::string once = format_json(text);
    CHECK(format_json(once) == once);
    std::string squeezed;
    for (const auto& [kind, word] : tokens(once)) squeezed += word;
    CHECK(squeezed == text);
}

TEST_CASE("json layout: half-written text comes through whole") {
    for (const char* text : {"{\"a\": [1, 2", "}}]", "{\"a\": \"open", ",,", ""}) {
        CAPTURE(text);
        std::string before, after;
        for (const auto& [kind, word] : tokens(text)) before += word;
        for (const auto& [kind, word] : tokens(format_json(text))) after += word;
        CHECK(before == after);
    }
}
