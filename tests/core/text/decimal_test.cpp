// Numbers from text: the JSON grammar and nothing else, correctly rounded.
#include "text/decimal.h"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <string>

#include "core/text/json_support.h"

using namespace picket;

TEST_CASE("decimal: the grammar of JSON numbers is accepted") {
    for (const char* text : {"0", "-0", "7", "10", "-123", "0.0", "1.5", "-0.25", "1e5", "1E5",
                             "1e+5", "1e-5", "0e0", "1.25e10", "123456789012345678901234567890"}) {
        CAPTURE(text);
        CHECK(is_json_number(text));
        CHECK(parse_double(text).has_value());
    }
}

TEST_CASE("decimal: everything else is refused") {
    for (const char* text :
         {"",    "-",        "+1",   "01",  "-01", "00",    ".5",    "5.",      "1e",
          "1e+", "e5",       "1.e5", " 1",  "1 ",  "1,5",   "0x10",  "inf",     "-inf",
          "nan", "Infinity", "1_0",  "--1", "1-",  "1.2.3", "1e5.5", "\xD9\xA1"}) {
        CAPTURE(text);
        CHECK_FALSE(is_json_number(text));
        CHECK_FALSE(parse_double(text).has_value());
        CHECK_FALSE(parse_int64(text).has_value());
    }
    CHECK_FALSE(is_json_number(std::string_view("1\0", 2)));
}

TEST_CASE("decimal: doubles are rounded to nearest and stop at the largest") {
    CHECK(*parse_double("32.891999999999996") == (8223 / 25000.0) * 100.0);
    CHECK(*parse_double("9007199254740993") == 9007199254740992.0);
    CHECK(*parse_double("9007199254740993.0000000000000000000000000001") == 9007199254740994.0);
    CHECK(*parse_double("2.2250738585072011e-308") == 2.2250738585072011e-308);
    CHECK(*parse_double("4.9e-324") == std::numeric_limits<double>::denorm_min());
    CHECK(*parse_double("1e-400") == 0.0);
    CHECK(std::signbit(*parse_double("-1e-400")));
    CHECK(std::signbit(*parse_double("-0")));
    CHECK(*parse_double("1.7976931348623157e308") == std::numeric_limits<double>::max());
    CHECK_FALSE(parse_double("1.7976931348623159e308").has_value());
    CHECK_FALSE(parse_double("1e999").has_value());
    CHECK_FALSE(parse_double("-1e999").has_value());
    CHECK(*parse_double("0." + std::string(400, '0') + "1e401") == 1.0);
    CHECK_FALSE(parse_double("1" + std::string(400, '0')).has_value());
}

TEST_CASE("decimal: integers fit 64 bits or are nothing") {
    CHECK(*parse_int64("0") == 0);
    CHECK(*parse_int64("-0") == 0);
    CHECK(*parse_int64("9223372036854775807") == INT64_MAX);
    CHECK(*parse_int64("-9223372036854775808") == INT64_MIN);
    CHECK_FALSE(parse_int64("9223372036854775808").has_value());
    CHECK_FALSE(parse_int64("-9223372036854775809").has_value());
    CHECK_FALSE(parse_int64("1.0").has_value());
    CHECK_FALSE(parse_int64("1e2").has_value());
}
