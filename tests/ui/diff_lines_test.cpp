// Differences of texts, line by line.
#include "diff_lines.h"

#include <doctest/doctest.h>

#include <random>

using picket::ui::diff_lines;

namespace {

std::string rebuilt(const std::vector<picket::ui::DiffLine>& lines, char without) {
    std::string text;
    for (const auto& line : lines) {
        if (line.sign != without) text += line.text + "\n";
    }
    return text;
}

}  // namespace

TEST_CASE("line differences: a changed line is removed and added between what stays") {
    const auto lines = diff_lines("{\n a\n b\n}", "{\n a\n c\n}");
    REQUIRE(lines.size() == 5);
    CHECK(lines[2] == picket::ui::DiffLine{'-', " b"});
    CHECK(lines[3] == picket::ui::DiffLine{'+', " c"});
    CHECK(lines[4].sign == ' ');
}

TEST_CASE("line differences: against nothing every line is added or removed") {
    for (const auto& line : diff_lines("", "a\nb")) CHECK(line.sign == '+');
    for (const auto& line : diff_lines("a\nb", "")) CHECK(line.sign == '-');
    CHECK(diff_lines("", "").empty());
}

TEST_CASE("line differences: both texts can be rebuilt from any difference") {
    for (unsigned seed = 1; seed <= 50; ++seed) {
        CAPTURE(seed);
        std::mt19937 random(seed);
        std::string left, right;
        for (int i = 0; i < 12; ++i) {
            const std::string line(1, static_cast<char>('a' + random() % 5));
            if (random() % 3 != 0) left += line + "\n";
            if (random() % 3 != 0) right += line + "\n";
        }
        const auto lines = diff_lines(left, right);
        CHECK(rebuilt(lines, '+') == left);
        CHECK(rebuilt(lines, '-') == right);
    }
}

TEST_CASE("line differences: texts too large to compare are shown as replaced") {
    std::string left = "same\n", right = "same\n";
    for (int i = 0; i < 1500; ++i)
        left += "l" + std::to_string(i) + "\n", right += "r" + std::to_string(i) + "\n";
    const auto lines = diff_lines(left, right);
    CHECK(lines.size() == 3001);
    CHECK(rebuilt(lines, '+') == left);
}
