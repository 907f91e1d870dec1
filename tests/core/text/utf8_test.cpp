// UTF-8 steps against the table of well-formed sequences, at both ends of every row.
#include "text/utf8.h"

#include <doctest/doctest.h>

using namespace picket;

TEST_CASE("utf8: the ends of every well-formed range are read and written back") {
    const char32_t points[] = {0x0,     0x7F,    0x80,    0x7FF,    0x800,   0xFFF,
                               0x1000,  0xCFFF,  0xD7FF,  0xE000,   0xFFFF,  0x10000,
                               0x3FFFF, 0x40000, 0xFFFFF, 0x100000, 0x10FFFF};
    for (const char32_t point : points) {
        CAPTURE(static_cast<unsigned>(point));
        std::string text;
        append_utf8(text, point);
        const Utf8Step step = utf8_step(text, 0);
        CHECK(step.valid);
        CHECK(static_cast<unsigned>(step.code) == static_cast<unsigned>(point));
        CHECK(step.length == text.size());
    }
}

TEST_CASE("utf8: ill-formed bytes are grouped as browsers group them") {
    struct Row {
        std::string_view text;
        unsigned length;
    };
    const Row rows[] = {
        {"\x80", 1},         {"\xBF", 1},         {"\xC0\x80", 1},     {"\xC1\xBF", 1},
        {"\xC3", 1},         {"\xC3x", 1},        {"\xE0\x80\x80", 1}, {"\xE0\x9F\xBF", 1},
        {"\xE2\x82", 2},     {"\xE2\x82x", 2},    {"\xED\xA0\x80", 1}, {"\xED\xBF\xBF", 1},
        {"\xF0\x8F\xBF", 1}, {"\xF0\x9F\x98", 3}, {"\xF0\x9Fx", 2},    {"\xF4\x90\x80\x80", 1},
        {"\xF5\x80", 1},     {"\xFE", 1},         {"\xFF\xFF", 1}};
    for (const Row& row : rows) {
        CAPTURE(row.text);
        const Utf8Step step = utf8_step(row.text, 0);
        CHECK_FALSE(step.valid);
        CHECK(step.length == row.length);
        CHECK(static_cast<unsigned>(step.code) == 0xFFFDu);
    }
}

TEST_CASE("utf8: an excerpt counts code points, replaces bad bytes and blanks controls") {
    CHECK(utf8_excerpt("abc", 3) == "abc");
    CHECK(utf8_excerpt("abcd", 3) == "abc\xE2\x80\xA6");
    CHECK(utf8_excerpt("\xC3\xA9\xC3\xA9\xC3\xA9", 2) == "\xC3\xA9\xC3\xA9\xE2\x80\xA6");
    CHECK(utf8_excerpt("a\xFF\n", 9) == "a\xEF\xBF\xBD ");
}
