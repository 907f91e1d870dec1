// The tolerant reader: what each kind of damage is called, where it lies, and what is read anyway.
#include <doctest/doctest.h>

#include <string>

#include "core/text/json_support.h"

using namespace picket;
using Problem = JsonProblem::Kind;

namespace {

const char* name_of(Problem kind) {
    static constexpr const char* kNames[] = {
        "Syntax",       "TrailingComma", "MissingComma", "MissingColon",     "MissingClose",
        "StrayClose",   "CurlyQuote",    "SingleQuote",  "UnquotedWord",     "Comment",
        "DuplicateKey", "BadNumber",     "BadEscape",    "ControlCharacter", "BadUtf8",
        "TooDeep",      "TooLarge",      "Empty"};
    return kNames[static_cast<std::size_t>(kind)];
}

// "Kind[the text it covers]" for each problem.
std::string problems_of(std::string_view text) {
    std::string out;
    for (const JsonProblem& problem : read_json_tolerant(text).problems) {
        if (!out.empty()) out += ' ';
        const Span span = problem.span;
        out += name_of(problem.kind);
        out += '[' + std::string(text.substr(span.begin, span.end - span.begin)) + ']';
    }
    return out;
}

std::string tree_of(std::string_view text) { return test::written(read_json_tolerant(text).tree); }

struct Row {
    std::string_view text, tree, problems;
};

template <std::size_t N>
void check_rows(const Row (&rows)[N]) {
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(tree_of(row.text) == row.tree);
        CHECK(problems_of(row.text) == row.problems);
        CHECK(test::wrong_reading(row.text) == nullptr);
    }
}

}  // namespace

TEST_CASE("json tolerant: every value and every name has its span") {
    const std::string_view text = "  {\"a\": [1, \"x\\n\"],\n \"b\" : {\"c\": null}} ";
    const TolerantJson read = read_json_tolerant(text);
    CHECK(read.problems.empty());
    const auto covers = [&](const char* path) {
        const Span span = read.tree.node(read.tree.resolve(path)).span;
        return text.substr(span.begin, span.end - span.begin);
    };
    const auto name = [&](const char* path) {
        const Span span = read.tree.node(read.tree.resolve(path)).key_span;
        return text.substr(span.begin, span.end - span.begin);
    };
    CHECK(covers("") == text.substr(2, text.size() - 3));
    CHECK(covers("a") == "[1, \"x\\n\"]");
    CHECK(covers("a[0]") == "1");
    CHECK(covers("a[1]") == "\"x\\n\"");
    CHECK(covers("b") == "{\"c\": null}");
    CHECK(covers("b.c") == "null");
    CHECK(name("b") == "\"b\"");
    CHECK(name("b.c") == "\"c\"");
    CHECK(name("a[0]") == "");
}

TEST_CASE("json tolerant: commas and colons") {
    const Row rows[] = {
        {"[1,2,]", "[1,2]", "TrailingComma[,]"},
        {"{\"a\":1 , }", "{\"a\":1}", "TrailingComma[,]"},
        {"[1 2]", "[1,2]", "MissingComma[2]"},
        {"[[1][2]]", "[[1],[2]]", "MissingComma[[]"},
        {"{\"a\":1 \"b\":2}", "{\"a\":1,\"b\":2}", "MissingComma[\"b\"]"},
        {"{\"a\":1; \"b\":2}", "{\"a\":1,\"b\":2}", "MissingComma[;]"},
        {"[1,,2]", "[1,2]", "Syntax[,]"},
        {"{\"a\":1,,\"b\":2}", "{\"a\":1,\"b\":2}", "Syntax[,]"},
        {"{\"a\" 1}", "{\"a\":1}", "MissingColon[1]"},
        {"{\"a\" {\"b\" []}}", "{\"a\":{\"b\":[]}}", "MissingColon[{] MissingColon[[]"},
        {"{\"a\" = 1, \"b\" => 2}", "{\"a\":1,\"b\":2}", "MissingColon[=] MissingColon[=>]"},
        {"{\"a\", \"b\":2}", "{\"a\":null,\"b\":2}", "MissingColon[,]"},
        {"{\"a\":, \"b\":2}", "{\"a\":null,\"b\":2}", "Syntax[,]"},
        {"{\"a\":: 2}", "{\"a\":2}", "Syntax[:]"},
        {"[\"a\": 1]", "[\"a\",1]", "Syntax[:]"},
        {"{: 1}", "{\"\":1}", "Syntax[:]"}};
    check_rows(rows);
}

TEST_CASE("json tolerant: brackets that are missing or too many") {
    const Row rows[] = {{"{\"a\":[1,2}", "{\"a\":[1,2]}", "MissingClose[}]"},
                        {"{\"a\":[{\"b\":1]}", "{\"a\":[{\"b\":1}]}", "MissingClose[]]"},
                        {"{\"a\":[1", "{\"a\":[1]}", "MissingClose[]"},
                        {"{\"a\":[1,", "{\"a\":[1]}", "MissingClose[]"},
                        {"{\"a\":", "{\"a\":null}", "Syntax[] MissingClose[]"},
                        {"{\"a\"", "{\"a\":null}", "MissingColon[] MissingClose[]"},
                        {"[1]]", "[1]", "StrayClose[]]"},
                        {"[1}, 2]", "[1,2]", "StrayClose[}]"},
                        {"}[1]", "[1]", "StrayClose[}]"},
                        {"[{]}", "[{}]", "MissingClose[]] StrayClose[}]"},
                        {"{[1]}", "{\"\":[1]}", "Syntax[[]"},
                        {"{} {}", "{}", "Syntax[{}]"},
                        {"", "", "Empty[]"},
                        {" // none", "", "Empty[] Comment[// none]"}};
    check_rows(rows);
}

TEST_CASE("json tolerant: quotes that are not the right ones") {
    const Row rows[] = {{"{'a': 'b'}", "{\"a\":\"b\"}", "SingleQuote['a'] SingleQuote['b']"},
                        {"['say \"hi\"']", "[\"say \\\"hi\\\"\"]", "SingleQuote['say \"hi\"']"},
                        {"['it\\'s']", "[\"it's\"]", "SingleQuote['it\\'s'] BadEscape[\\']"},
                        {"[“a”, “b\"]", "[\"a\",\"b\"]", "CurlyQuote[“a”] CurlyQuote[“b\"]"},
                        {"[\"a”, 1]", "[\"a\",1]", "CurlyQuote[\"a”]"},
                        {"[‘a’]", "[\"a\"]", "SingleQuote[‘a’]"},
                        {"[\"a “b” c\"]", "[\"a “b” c\"]", ""},
                        {"[\"abc\n, 1]", "[\"abc\",1]", "MissingClose[\"abc]"},
                        {"{\"a\": \"b,\n\"c\": 1}", "{\"a\":\"b,\",\"c\":1}",
                         "MissingClose[\"b,] MissingComma[\"c\"]"}};
    check_rows(rows);
}

TEST_CASE("json tolerant: words and placeholders of documentation become strings") {
    const Row rows[] = {
        {"{\"a\": boolean}", "{\"a\":\"boolean\"}", "UnquotedWord[boolean]"},
        {"{a: 1, b-c: 2}", "{\"a\":1,\"b-c\":2}", "UnquotedWord[a] UnquotedWord[b-c]"},
        {"[true|false]", "[\"true|false\"]", "UnquotedWord[true|false]"},
        {"{\"a\": \"x\"|\"y\" | \"z\"}", "{\"a\":\"x\"}", "Syntax[|] Syntax[|]"},
        {"[<your account id>]", "[\"<your account id>\"]", "UnquotedWord[<your account id>]"},
        {"[${AWS::AccountId}-x]", "[\"${AWS::AccountId}-x\"]", "UnquotedWord[${AWS::AccountId}-x]"},
        {"[arn:aws:iam::1:role/x, https://x/y]", "[\"arn:aws:iam::1:role/x\",\"https://x/y\"]",
         "UnquotedWord[arn:aws:iam::1:role/x] UnquotedWord[https://x/y]"},
        {"[2026-01-01T00:00:00Z]", "[\"2026-01-01T00:00:00Z\"]",
         "UnquotedWord[2026-01-01T00:00:00Z]"},
        {"[True, FALSE, None, undefined]", "[true,false,null,null]",
         "UnquotedWord[True] UnquotedWord[FALSE] UnquotedWord[None] UnquotedWord[undefined]"},
        {"{\"a\": hello world, \"b\": 1}", "{\"a\":\"hello\",\"b\":1}",
         "UnquotedWord[hello] Syntax[world]"},
        {"[1, ...]", "[1]", "Syntax[...]"},
        {"{\"a\": 1, …}", "{\"a\":1}", "Syntax[…]"},
        {"{..., \"a\": 1}", "{\"a\":1}", "Syntax[...]"},
        {"[é<, ü]", "[\"é<\",\"ü\"]", "UnquotedWord[é<] UnquotedWord[ü]"},
        {"[<a, b>]", "[\"<a\",\"b>\"]", "UnquotedWord[<a] UnquotedWord[b>]"},
        {"[tru]", "[\"tru\"]", "UnquotedWord[tru]"}};
    check_rows(rows);
}

TEST_CASE("json tolerant: comments, odd spaces and bytes") {
    const Row rows[] = {{"// a\n{\"b\": /* c */ 1} // d", "{\"b\":1}",
                         "Comment[// a] Comment[/* c */] Comment[// d]"},
                        {"[1// x\n,2]", "[1,2]", "Comment[// x]"},
                        {"[true/* x */]", "[true]", "Comment[/* x */]"},
                        {"[1] /* x", "[1]", "Comment[/* x] MissingClose[/* x]"},
                        {"[\"// no\", \"/* no */\"]", "[\"// no\",\"/* no */\"]", ""},
                        {"[\xC2\xA0"
                         "1]",
                         "[1]", "Syntax[\xC2\xA0]"},
                        {"[1,\xE2\x80\x8B 2]", "[1,2]", "Syntax[\xE2\x80\x8B]"},
                        {"[1\xFF\xFE,2]", "[1,2]", "BadUtf8[\xFF\xFE]"},
                        {"[\"a\xFFz\"]", "[\"a\xEF\xBF\xBDz\"]", "BadUtf8[\xFF]"},
                        {"[\"a\tb\"]", "[\"a\\tb\"]", "ControlCharacter[\t]"},
                        {"[\x0C"
                         "1]",
                         "[1]", "ControlCharacter[\x0C]"}};
    check_rows(rows);
}

TEST_CASE("json tolerant: escapes and numbers") {
    const Row rows[] = {
        {R"(["C:\data"])", R"(["C:\\data"])", "BadEscape[\\]"},
        {R"(["\u00g0"])", R"(["\\u00g0"])", "BadEscape[\\u]"},
        {R"(["\ud800!"])", "[\"\xEF\xBF\xBD!\"]", "BadEscape[\\ud800]"},
        {"[007, +5, .5, 5., 1_000, -.5e3]", "[7,5,0.5,5,1000,-500]",
         "BadNumber[007] BadNumber[+5] BadNumber[.5] BadNumber[5.] BadNumber[1_000] "
         "BadNumber[-.5e3]"},
        {"[1e999, -1e999]", "[1.7976931348623157e+308,-1.7976931348623157e+308]",
         "BadNumber[1e999] BadNumber[-1e999]"},
        {"[0x10, -, 1-2]", "[\"0x10\",\"-\",\"1-2\"]",
         "UnquotedWord[0x10] UnquotedWord[-] UnquotedWord[1-2]"}};
    check_rows(rows);
}

TEST_CASE("json tolerant: repeated names are all kept and all but the first reported") {
    const std::string_view text = R"({"a":1,"b":{"c":1,"c":2},"a":3,"a":4})";
    CHECK(tree_of(text) == text);
    CHECK(problems_of(text) == "DuplicateKey[\"c\"] DuplicateKey[\"a\"] DuplicateKey[\"a\"]");
    const TolerantJson read = read_json_tolerant(text);
    CHECK(line_column(text, read.problems[1].span.begin).column == 26);
}

TEST_CASE("json tolerant: what lies too deep is one null with the span of it all") {
    const std::string open(70, '['), close(70, ']');
    const std::string text = open + "1, \"]\", 'quiet', {\"x\": 2}" + close + " ";
    const TolerantJson read = read_json_tolerant(text);
    REQUIRE(read.problems.size() == 1);
    CHECK(read.problems[0].kind == Problem::TooDeep);
    CHECK(read.problems[0].span.begin == kJsonDepthMax);
    CHECK(read.tree.size() == kJsonDepthMax + 1);
    const JsonNode& skipped = read.tree.node(kJsonDepthMax);
    CHECK(skipped.kind == JsonKind::Null);
    CHECK(skipped.span.begin == kJsonDepthMax);
    CHECK(skipped.span.end == text.size() - 1 - kJsonDepthMax);
    // What follows the deep part is read again.
    CHECK(tree_of("{\"a\":" + open + close + ",\"b\":1}").find("\"b\":1") != std::string::npos);
}

TEST_CASE("json tolerant: hostile text of any length is read in one pass") {
    // Each of these would take minutes if any step looked at what follows more than once.
    for (const char* piece : {"[",   "{",     "}",     "]",       ",",    ":",       "\"",
                              "'",   "“",     "<",     "<,",      "< ,",  "a ",      "[1 ",
                              "/",   "/*",    "//",    "\\",      "\"\\", "{\"a\":", "{\"a\":1,",
                              "1 ",  "${",    "${a",   "\xFF",    "\"a“", "|",       "1|",
                              "...", "{...,", "-",     "0_",      "[{]",  "\"\n",    "'\n",
                              "a:",  "“\"",   "\"“\n", "{\"a\" ", "x y:", "\t\r"}) {
        for (const char* start : {"", "[", "{", "{\"a\":["}) {
            CAPTURE(piece);
            CAPTURE(start);
            std::string text = start;
            while (text.size() < 40000) text += piece;
            const TolerantJson read = read_json_tolerant(text);
            CHECK_FALSE(read.problems.empty());
            CHECK(read.problems.size() <= kJsonProblemsMax);
            CHECK(test::wrong_tree(read.tree, text.size()) == nullptr);
        }
    }
}

TEST_CASE("json tolerant: of very many problems the first in the text are kept") {
    std::string text = "{\"a\": 0, \"a\": {";
    for (int i = 0; i < 20000; ++i) text += "\"k" + std::to_string(i) + "\": oops,\n";
    const TolerantJson read = read_json_tolerant(text + "}}");
    REQUIRE(read.problems.size() == kJsonProblemsMax);
    // Found last, when the outer object closes; first in the text all the same.
    CHECK(read.problems[0].kind == Problem::DuplicateKey);
    for (std::size_t i = 1; i < kJsonProblemsMax; ++i) {
        const std::uint32_t line = line_column(text, read.problems[i].span.begin).line;
        if (line != i) CHECK(line == i);
    }
}

TEST_CASE("json tolerant: text and documents beyond the limits are refused or cut") {
    const TolerantJson huge = read_json_tolerant(std::string(kJsonBytesMax + 1, ' '));
    REQUIRE(huge.problems.size() == 1);
    CHECK(huge.problems[0].kind == Problem::TooLarge);
    CHECK(huge.tree.empty());
    std::string many = "[[";
    for (std::uint32_t i = 0; i < kJsonNodesMax; ++i) many += "1,";
    const TolerantJson cut = read_json_tolerant(many);
    REQUIRE(cut.problems.size() == 1);
    CHECK(cut.problems[0].kind == Problem::TooLarge);
    CHECK(cut.tree.size() == kJsonNodesMax);
    CHECK(test::wrong_tree(cut.tree, many.size()) == nullptr);
}
