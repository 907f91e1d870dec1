// What a reader sees where an expectation fails.
#include "scenario/line_diff.h"

#include <doctest/doctest.h>

#include <string>

using picket::line_diff;

TEST_CASE("line diff: equal texts have none") {
    CHECK(line_diff("a\nb\n", "a\nb\n").empty());
    CHECK(line_diff("", "").empty());
}

TEST_CASE("line diff: a changed line stands between its neighbours") {
    CHECK(line_diff("a\nb\nc\n", "a\nx\nc\n") == "  a\n- b\n+ x\n  c\n");
}

TEST_CASE("line diff: added and removed lines at the ends") {
    CHECK(line_diff("a\n", "a\nb\n") == "  a\n+ b\n");
    CHECK(line_diff("a\nb\n", "b\n") == "- a\n  b\n");
    CHECK(line_diff("", "b\n") == "+ b\n");
    CHECK(line_diff("one", "two") == "- one\n+ two\n");
}

TEST_CASE("line diff: what is far from a change is left out") {
    std::string before;
    for (int i = 0; i < 20; ++i) before += std::to_string(i) + "\n";
    std::string after = before;
    after.replace(after.find("10\n"), 3, "ten\n");
    CHECK(line_diff(before, after) == "  ...\n  8\n  9\n- 10\n+ ten\n  11\n  12\n  ...\n");
}

TEST_CASE("line diff: common lines inside a change are kept") {
    CHECK(line_diff("a\nb\nc\nd\n", "b\nd\ne\n") == "- a\n  b\n- c\n  d\n+ e\n");
}

TEST_CASE("line diff: bounded output, and bounded work on texts that differ everywhere") {
    std::string before;
    std::string after;
    for (int i = 0; i < 5000; ++i) {
        before += "b" + std::to_string(i) + "\n";
        after += "a" + std::to_string(i) + "\n";
    }
    const std::string diff = line_diff(before, after, 3);
    CHECK(diff == "- b0\n- b1\n- b2\n  ... and more\n");
}
