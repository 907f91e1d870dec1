// The strict reader: what standard JSON becomes, and how each mistake is told: place, words, path.
#include <doctest/doctest.h>

#include <string>

#include "core/text/json_support.h"
#include "text/utf8.h"

using namespace picket;

namespace {

JsonTree good(std::string_view text) {
    auto read = read_json_strict(text);
    CAPTURE(text);
    REQUIRE(read);
    return std::move(read).value();
}

std::string repeated(std::string_view piece, std::size_t times) {
    std::string text;
    text.reserve(piece.size() * times);
    for (std::size_t i = 0; i < times; ++i) text += piece;
    return text;
}

struct Refused {
    std::string_view text;
    std::uint32_t line, column;
    std::string path;
    std::string_view message;  // how it starts
};

void check_refusal(const Refused& row) {
    CAPTURE(row.text);
    const auto read = read_json_strict(row.text);
    REQUIRE_FALSE(read);
    const Error& error = read.error();
    CHECK(error.code == ErrorCode::InvalidRequest);
    CHECK(error.line == row.line);
    CHECK(error.column == row.column);
    CHECK(error.path == row.path);
    CHECK(error.message.substr(0, row.message.size()) == row.message);
}

}  // namespace

TEST_CASE("json strict: every kind of value becomes its node") {
    const JsonTree tree = good(" { \"n\" : null , \"t\":true,\"f\":false,\"i\":-42,\"d\":1.50e1,"
                               "\"s\":\"a\\u00e9\\n\",\"a\":[1,[]],\"o\":{\"x\":{}} }\r\n\t");
    CHECK(tree.node(0).kind == JsonKind::Object);
    CHECK(tree.node(0).children == 8);
    CHECK(tree.node(tree.resolve("n")).kind == JsonKind::Null);
    CHECK(tree.node(tree.resolve("t")).boolean);
    CHECK(tree.node(tree.resolve("f")).kind == JsonKind::Bool);
    CHECK_FALSE(tree.node(tree.resolve("f")).boolean);
    CHECK(tree.node(tree.resolve("i")).kind == JsonKind::Integer);
    CHECK(tree.node(tree.resolve("i")).integer == -42);
    CHECK(tree.node(tree.resolve("i")).number == -42.0);
    CHECK(tree.node(tree.resolve("i")).text == "-42");
    CHECK(tree.node(tree.resolve("d")).kind == JsonKind::Double);
    CHECK(tree.node(tree.resolve("d")).number == 15.0);
    CHECK(tree.node(tree.resolve("d")).text == "1.50e1");
    CHECK(tree.node(tree.resolve("s")).text == "a\xC3\xA9\n");
    CHECK(tree.node(tree.resolve("a[0]")).integer == 1);
    CHECK(tree.node(tree.resolve("a[1]")).children == 0);
    CHECK(tree.node(tree.resolve("o.x")).kind == JsonKind::Object);
    CHECK(test::wrong_tree(tree, 0) == nullptr);
}

TEST_CASE("json strict: a lone value and a byte order mark are accepted") {
    CHECK(good("null").node(0).kind == JsonKind::Null);
    CHECK(good("\"x\"").node(0).text == "x");
    CHECK(good(" 7 ").node(0).integer == 7);
    CHECK(good("\xEF\xBB\xBF[]").node(0).kind == JsonKind::Array);
}

TEST_CASE("json strict: integers beyond 64 bits become doubles that keep their digits") {
    struct Row {
        const char* text;
        JsonKind kind;
        std::int64_t integer;
        double number;
    };
    const Row rows[] = {
        {"9223372036854775807", JsonKind::Integer, INT64_MAX, 9223372036854775808.0},
        {"9223372036854775808", JsonKind::Double, 0, 9223372036854775808.0},
        {"18446744073709551615", JsonKind::Double, 0, 18446744073709551616.0},
        {"18446744073709551616", JsonKind::Double, 0, 18446744073709551616.0},
        {"-9223372036854775808", JsonKind::Integer, INT64_MIN, -9223372036854775808.0},
        {"-9223372036854775809", JsonKind::Double, 0, -9223372036854775808.0},
        {"123456789012345678901234567890", JsonKind::Double, 0, 1.2345678901234568e29},
        {"1.0", JsonKind::Double, 0, 1.0},
        {"1e400000", JsonKind::Null, 0, 0},
        {"32.891999999999996", JsonKind::Double, 0, (8223 / 25000.0) * 100.0},
        {"1e-400", JsonKind::Double, 0, 0.0},
        {"-0", JsonKind::Integer, 0, -0.0},
        {"0", JsonKind::Integer, 0, 0.0},
        {"-0.0", JsonKind::Double, 0, -0.0}};
    for (const Row& row : rows) {
        CAPTURE(row.text);
        const auto read = read_json_strict(row.text);
        if (row.kind == JsonKind::Null) {
            CHECK_FALSE(read);
            continue;
        }
        REQUIRE(read);
        const JsonNode& node = read.value().node(0);
        CHECK(node.kind == row.kind);
        CHECK(node.integer == row.integer);
        CHECK(test::same_bits(node.number, row.number));
        CHECK(node.text == row.text);
    }
}

TEST_CASE("json strict: escapes are decoded") {
    CHECK(good(R"("\"\\\/\b\f\n\r\t")").node(0).text == "\"\\/\b\f\n\r\t");
    CHECK(good(R"("\u0041\u00E9\u20ac\ud83d\uDE00")").node(0).text ==
          "A\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80");
    CHECK(good(R"("a\u0000b")").node(0).text == std::string_view("a\0b", 3));
    CHECK(good("\"\x7F\xEF\xBB\xBF\xE2\x80\xA8\"").node(0).text == "\x7F\xEF\xBB\xBF\xE2\x80\xA8");
}

TEST_CASE("json strict: what is missing or too much between values is named with its place") {
    const Refused rows[] = {
        {"", 1, 1, "", "The text holds no value. Write one, for example {}."},
        {" \n ", 1, 1, "", "The text holds no value."},
        {"{", 1, 2, "", "Expected a name in double quotes or '}'; found end of text. Add \"}\" to"},
        {"[\n", 2, 1, "", "Expected a value or ']'; found end of text."},
        {"{\"name\": 1", 1, 11, "",
         "Expected ',' or '}' after the value of \"name\"; found end of"},
        {"{\"name\": 1,", 1, 12, "", "Expected a name in double quotes after ','; found end of"},
        {"{\"name\"", 1, 8, "", "Expected ':' and a value after the name \"name\"; found end of"},
        {"{\"name\":", 1, 9, "", "Expected a value for \"name\"; found end of text."},
        {"[1, 2", 1, 6, "", "Expected ',' or ']' after item 2 of the array; found end of text."},
        {"[1,", 1, 4, "", "Expected a value after ','; found end of text."},
        {"{\"a\": [{", 1, 9, "",
         "Expected a name in double quotes or '}'; found end of text. Add "
         "\"}]}\" to close what is open."},
        {"{\n  \"a\": 1\n  \"b\": 2\n}", 3, 3, "b",
         "Expected ',' or '}' after the value of \"a\"; found the string \"b\". Put a ',' before"},
        {"[1 2]", 1, 4, "[1]",
         "Expected ',' or ']' after item 1 of the array; found the number 2."},
        {"{\"a\" 1}", 1, 6, "a", "Expected ':' after the name \"a\"; found the number 1."},
        {"{\"a\"}", 1, 5, "", "Expected ':' and a value after the name \"a\"; found '}'."},
        {"{\"a\":}", 1, 6, "", "Expected a value for \"a\"; found '}'. Write the value."},
        {"{\"a\":1,}", 1, 7, "", "There may be no comma before '}'. Remove it."},
        {"{\"x\":[1,]}", 1, 8, "x", "There may be no comma before ']'. Remove it."},
        {"[,1]", 1, 2, "", "Expected a value before this ','."},
        {"{,}", 1, 2, "", "Expected a name in double quotes before this ','."},
        {"{1:2}", 1, 2, "1", "Names of members stand in double quotes. Write \"1\"."},
        {"{a:2}", 1, 2, "a", "Names of members stand in double quotes. Write \"a\"."},
        {"[1}", 1, 3, "", "There is no open '{' for this '}' to close."},
        {"{\"a\":[1}", 1, 8, "",
         "Expected ',' or ']' after item 1 of the array; found '}'. Put the"},
        {"]", 1, 1, "", "There is no open '[' for this ']' to close."},
        {"{} x", 1, 4, "", "Expected the end of the text after the document; found the word x."},
        {"1 2", 1, 3, "", "Expected the end of the text after the document; found the number 2."},
        {"[]]", 1, 3, "", "There is no open '[' for this ']' to close."},
        {"[\"a\":1]", 1, 5, "", "Expected ',' or ']' after item 1 of the array; found ':'. Only"}};
    for (const Refused& row : rows) check_refusal(row);
}

TEST_CASE("json strict: what is wrong inside a value is named with its place") {
    const Refused rows[] = {
        {"[nul]", 1, 2, "[0]", "The word nul is not a JSON value."},
        {"[NaN]", 1, 2, "[0]", "The word NaN is not a JSON value."},
        {"[True]", 1, 2, "[0]", "True is not a JSON word. Write true."},
        {"{\"n\": 01}", 1, 7, "n", "01 is not how JSON writes a number. Write 1."},
        {"{\"n\": .5}", 1, 7, "n", ".5 is not how JSON writes a number. Write 0.5."},
        {"{\"n\": +5}", 1, 7, "n", "+5 is not how JSON writes a number. Write 5."},
        {"{\"n\": 1e999}", 1, 7, "n", "The number 1e999 is too large."},
        {"{\"n\": -1e999}", 1, 7, "n", "The number -1e999 is too large."},
        {"[\"a", 1, 2, "[0]", "The string that starts here is not closed on its line."},
        {"[\"a\nb\"]", 1, 2, "[0]", "The string that starts here is not closed on its line."},
        {"[\"\xC3\xA9\tb\"]", 1, 4, "[0]",
         "The control character U+0009 may not stand in a string."},
        {"[\"\\x\"]", 1, 3, "[0]", "A backslash must be followed by one of"},
        {"[\"\\u12g4\"]", 1, 3, "[0]", "A \\u escape needs four hexadecimal digits"},
        {"[\"\\ud800\"]", 1, 3, "[0]", "This \\u escape is half of a surrogate pair."},
        {"[\"\\udc00\"]", 1, 3, "[0]", "This \\u escape is half of a surrogate pair."},
        {"[\"\\ud800\\u0041\"]", 1, 3, "[0]", "This \\u escape is half of a surrogate pair."},
        {"['a']", 1, 2, "[0]", "JSON strings stand in double quotes."},
        {"[\xE2\x80\x9C"
         "a\xE2\x80\x9D]",
         1, 2, "[0]", "Curly quotes do not delimit JSON strings."},
        {"[1] // c", 1, 5, "", "JSON has no comments. Remove this one."},
        {"[/* c */ 1]", 1, 2, "", "JSON has no comments. Remove this one."},
        {"[1\xC2\xA0]", 1, 3, "", "The unusual space U+00A0 is not white space in JSON."},
        {"[\x0B"
         "1]",
         1, 2, "", "The control character U+000B may not stand between values."}};
    for (const Refused& row : rows) check_refusal(row);
}

TEST_CASE("json strict: a zero byte never ends the text quietly") {
    CHECK_FALSE(read_json_strict(std::string_view("{}\0", 3)));
    CHECK_FALSE(read_json_strict(std::string_view("{}\0garbage", 10)));
    CHECK_FALSE(read_json_strict(std::string_view("\0", 1)));
    CHECK_FALSE(read_json_strict(std::string_view("\"a\0b\"", 5)));
    check_refusal({std::string_view("[1\0]", 4), 1, 3, "", "The control character U+0000"});
}

TEST_CASE("json strict: ill-formed UTF-8 is refused wherever it stands") {
    for (const char* bytes :
         {"\x80", "\xBF", "\xC0\x80", "\xC1\xBF", "\xC3", "\xE0\x80\x80", "\xE0\x9F\xBF",
          "\xE2\x82", "\xED\xA0\x80", "\xED\xBF\xBF", "\xF0\x80\x80\x80", "\xF0\x9F\x98",
          "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFE", "\xFF"}) {
        const std::string inside = std::string("{\"k\": \"ab") + bytes + "\"}";
        check_refusal({inside, 1, 10, "k", "These bytes are not UTF-8."});
        const std::string name = std::string("{\"") + bytes + "\": 1}";
        check_refusal({name, 1, 3, utf8_excerpt(bytes, 9), "These bytes are not UTF-8."});
        const std::string between = std::string("[ ") + bytes + "]";
        check_refusal({between, 1, 3, "", "These bytes are not UTF-8."});
    }
}

TEST_CASE("json strict: a repeated name is refused with its path") {
    check_refusal(
        {"{\"a\": 1,\n \"a\": 2}", 2, 2, "a", "The name \"a\" stands in this object already"});
    check_refusal(
        {R"({"b": [0, {"x": 1, "y": 2, "x": 3}]})", 1, 28, "b[1].x",
         "The name \"x\" stands in this object already. Remove or rename one of the two."});
    check_refusal({R"({"a": 1, "\u0061": 2})", 1, 10, "a", "The name \"a\" stands"});
    CHECK(read_json_strict(R"({"a": {"a": {"a": 1}}, "A": 1})"));
    CHECK(read_json_strict(R"([{"a": 1}, {"a": 1}])"));

    std::string many = "{";
    for (int i = 0; i < 100000; ++i) many += "\"member number " + std::to_string(i) + "\":0,\n";
    CHECK(good(many + "\"last\":0}").node(0).children == 100001);
    const auto read = read_json_strict(many + "\"member number 77777\":0}");
    REQUIRE_FALSE(read);
    CHECK(read.error().path == "member number 77777");
    CHECK(read.error().line == 100001);
    CHECK(read.error().column == 1);
}

TEST_CASE("json strict: nesting is accepted to the limit and refused beyond, however deep") {
    const std::string fits = repeated("[", kJsonDepthMax) + repeated("]", kJsonDepthMax);
    CHECK(good(fits).size() == kJsonDepthMax);
    const std::string over = "[" + fits + "]";
    const auto refused = read_json_strict(over);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().column == kJsonDepthMax + 1);
    CHECK(refused.error().message.find("64 deep") != std::string::npos);
    for (const char* piece : {"[", "{\"a\":", "[{\"a\":"}) {
        CAPTURE(piece);
        const auto read = read_json_strict(repeated(piece, 100000));
        REQUIRE_FALSE(read);
        CHECK(read.error().code == ErrorCode::InvalidRequest);
        CHECK(read.error().line == 1);
        CHECK(read.error().message.find("64 deep") != std::string::npos);
    }
}

TEST_CASE("json strict: a string of ten megabytes is read whole") {
    const std::string text = "{\"s\":\"" + std::string(10'000'000, 'x') + "\"}";
    const JsonTree tree = good(text);
    CHECK(tree.node(1).text.size() == 10'000'000);
    const auto cut = read_json_strict(std::string_view(text).substr(0, text.size() - 2));
    REQUIRE_FALSE(cut);
    CHECK(cut.error().column == 6);
    CHECK(cut.error().message.size() < 300);
}

TEST_CASE("json strict: messages and paths stay short when names are long") {
    const std::string name(1'000'000, 'n');
    const auto read = read_json_strict("{\"" + name + "\": oops}");
    REQUIRE_FALSE(read);
    CHECK(read.error().message.size() < 300);
    CHECK(read.error().path.size() < 1000);
}

TEST_CASE("json strict: text and documents beyond the limits are refused") {
    const auto fits = read_json_strict("\"" + std::string(kJsonBytesMax - 2, 'x') + "\"");
    CHECK(fits);
    const auto bytes = read_json_strict("\"" + std::string(kJsonBytesMax - 1, 'x') + "\"");
    REQUIRE_FALSE(bytes);
    CHECK(bytes.error().message.substr(0, 27) == "The text has 16777217 bytes");
    const std::string most = "[" + repeated("1,", kJsonNodesMax - 2) + "1]";
    CHECK(good(most).size() == kJsonNodesMax);
    const auto nodes = read_json_strict("[" + repeated("1,", kJsonNodesMax - 1) + "1]");
    REQUIRE_FALSE(nodes);
    CHECK(nodes.error().message.substr(0, 31) == "A document may hold 2000000 val");
    CHECK(nodes.error().column == 2 * kJsonNodesMax);
}
