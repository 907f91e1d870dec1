// The writer: exact bytes, and doubles in the shortest form that reads back.
#include "text/json_write.h"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

#include "core/text/json_support.h"

using namespace picket;

namespace {

std::string quoted(std::string_view text) {
    std::string out;
    JsonWriter(out).string(text);
    return out;
}

void write_sample(JsonWriter& out) {
    out.begin_object();
    out.key("name");
    out.string("a");
    out.key("none");
    out.begin_array();
    out.end_array();
    out.key("empty");
    out.begin_object();
    out.end_object();
    out.key("list");
    out.begin_array();
    out.integer(-1);
    out.number(0.5);
    out.boolean(true);
    out.boolean(false);
    out.null();
    out.raw("{\"x\":1}");
    out.begin_array();
    out.integer(2);
    out.end_array();
    out.end_array();
    out.end_object();
}

}  // namespace

TEST_CASE("json write: compact text has no white space") {
    std::string text;
    JsonWriter out(text);
    write_sample(out);
    CHECK(text ==
          R"({"name":"a","none":[],"empty":{},"list":[-1,0.5,true,false,null,{"x":1},[2]]})");
}

TEST_CASE("json write: indented text puts each member and item on its line") {
    std::string text;
    JsonWriter out(text, 2);
    write_sample(out);
    CHECK(text == R"({
  "name": "a",
  "none": [],
  "empty": {},
  "list": [
    -1,
    0.5,
    true,
    false,
    null,
    {"x":1},
    [
      2
    ]
  ]
})");
}

TEST_CASE("json write: strings escape what JSON requires and nothing more") {
    CHECK(quoted("") == "\"\"");
    CHECK(quoted("a/b'c") == "\"a/b'c\"");
    CHECK(quoted("\"\\\b\f\n\r\t") == R"("\"\\\b\f\n\r\t")");
    CHECK(quoted(std::string_view("\0\x1F", 2)) == R"("\u0000\u001f")");
    CHECK(quoted("\x7F\xC3\xA9\xE2\x80\xA8\xF0\x9F\x98\x80") ==
          "\"\x7F\xC3\xA9\xE2\x80\xA8\xF0\x9F\x98\x80\"");
}

TEST_CASE("json write: bytes that are not UTF-8 become replacement characters") {
    CHECK(quoted("a\xFFz") == "\"a\xEF\xBF\xBDz\"");
    CHECK(quoted("\xC3") == "\"\xEF\xBF\xBD\"");
    CHECK(quoted("\xED\xA0\x80") == "\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\"");
    CHECK(quoted("\xF0\x9F\x98\"") == "\"\xEF\xBF\xBD\\\"\"");
    std::string text;
    JsonWriter out(text);
    out.begin_object();
    out.key("\xFF");
    out.null();
    out.end_object();
    CHECK(text == "{\"\xEF\xBF\xBD\":null}");
}

TEST_CASE("json write: integers keep every digit") {
    std::string text;
    JsonWriter out(text);
    out.begin_array();
    out.integer(INT64_MIN);
    out.integer(INT64_MAX);
    out.integer(0);
    out.end_array();
    CHECK(text == "[-9223372036854775808,9223372036854775807,0]");
}

TEST_CASE("json write: doubles take the form of JavaScript's Number") {
    struct Row {
        double value;
        const char* text;
    };
    const Row rows[] = {{0, "0"},
                        {-0.0, "-0"},
                        {1, "1"},
                        {-300, "-300"},
                        {0.1, "0.1"},
                        {0.1 + 0.2, "0.30000000000000004"},
                        {32.891999999999996, "32.891999999999996"},
                        {(8223 / 25000.0) * 100.0, "32.891999999999996"},
                        {1600780245.29, "1600780245.29"},
                        {-123.456, "-123.456"},
                        {9007199254740991.0, "9007199254740991"},
                        {9007199254740992.0, "9007199254740992"},
                        {1e20, "100000000000000000000"},
                        {123456789012345680000.0, "123456789012345680000"},
                        {1e21, "1e+21"},
                        {1.2e21, "1.2e+21"},
                        {-1e300, "-1e+300"},
                        {1e-6, "0.000001"},
                        {1.5e-6, "0.0000015"},
                        {1e-7, "1e-7"},
                        {1.25e-7, "1.25e-7"},
                        {5e-324, "5e-324"},
                        {1e-323, "1e-323"},
                        {2.2250738585072014e-308, "2.2250738585072014e-308"},
                        {1.7976931348623157e308, "1.7976931348623157e+308"},
                        // Powers of two whose nearest 16 digit decimal does not read back, but the
                        // next one does.
                        {5.684341886080802e-14, "5.684341886080802e-14"},
                        {9.5367431640625e-7, "9.5367431640625e-7"},
                        {std::numeric_limits<double>::quiet_NaN(), "null"},
                        {std::numeric_limits<double>::infinity(), "null"},
                        {-std::numeric_limits<double>::infinity(), "null"}};
    for (const Row& row : rows) {
        CHECK(format_double(row.value) == row.text);
        std::string text;
        JsonWriter(text).number(row.value);
        CHECK(text == row.text);
    }
}

TEST_CASE("json write: every double reads back with the same bits") {
    const auto check = [](double value) {
        if (!std::isfinite(value)) return;
        const auto back = parse_double(format_double(value));
        const bool same = back && test::same_bits(*back, value);
        if (same) return;
        CAPTURE(format_double(value));
        CHECK(same);
    };
    test::Dice dice(1);
    for (int i = 0; i < 30000; ++i) {
        check(test::double_of(dice.bits()));
        check(test::double_of(dice.bits() & 0x800FFFFFFFFFFFFFu));  // subnormal
        check(static_cast<double>(dice.below(100000000)) / 1000.0);
    }
    for (int exponent = -1074; exponent < 1024; ++exponent) {
        const double power = std::ldexp(1.0, exponent);
        check(power);
        check(-std::nextafter(power, 0));
        check(std::nextafter(power, 2 * power));
    }
}

TEST_CASE("json write: no decimal with fewer digits reads back") {
    // Numbers made from few digits must come out with those digits.
    test::Dice dice(2);
    for (int i = 0; i < 20000; ++i) {
        const std::string digits = std::to_string(1 + dice.below(999999));
        const std::string text = digits + "e" + std::to_string(int(dice.below(600)) - 300);
        const std::string out = format_double(*parse_double(text));
        std::string significant;
        for (const char c : out.substr(0, out.find('e'))) {
            if (c == '.' || (c == '0' && significant.empty())) continue;
            significant += c;
        }
        while (significant.back() == '0') significant.pop_back();
        std::string expected = digits;
        while (expected.back() == '0') expected.pop_back();
        CAPTURE(text);
        if (significant != expected) CHECK(significant == expected);
    }
}
