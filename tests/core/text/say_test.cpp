// Sentences with holes: texts of each kind and numbers land where their hole is.
#include "text/say.h"

#include <doctest/doctest.h>

#include <limits>

using namespace picket;

TEST_CASE("say: each kind of text fills its hole") {
    const std::string name = "lamp";
    const std::string_view view = std::string_view("lamps").substr(0, 3);
    const char* literal = "on";
    CHECK(say("The thing '{}' is {}; {} {}.", name, literal, view, "and so on") ==
          "The thing 'lamp' is on; lam and so on.");
    CHECK(say("{}{}", std::string("a"), std::string(100, 'b')) == "a" + std::string(100, 'b'));
    CHECK(say("{}", "") == "");
    CHECK(say("<{}>", 'x') == "<x>");
    CHECK(say("{}", std::string_view("a\0b", 3)).size() == 3);
}

TEST_CASE("say: whole numbers of every width are written out") {
    CHECK(say("{} {} {} {}", 0, -7, std::size_t{25}, std::uint8_t{255}) == "0 -7 25 255");
    CHECK(say("{}", std::numeric_limits<std::int64_t>::min()) == "-9223372036854775808");
}

TEST_CASE("say: braces that hold something, or a value with braces, are no holes") {
    CHECK(say("{{}}", "a") == "{a}");
    CHECK(say("{a} {} }{", "{}") == "{a} {} }{");
}
