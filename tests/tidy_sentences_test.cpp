// One more house rule: sentences are said (text/say.h), not glued together. Each `+` is a call, a
// move and a destructor in the code of its place.
#include "tidy_scan.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace tidy;

// The zero-based lines of blanked code where a + stands beside a string literal.
std::vector<std::size_t> glued_lines(std::string_view code) {
    std::vector<std::size_t> lines;
    std::size_t line = 0;
    char before = ' ';  // the last character that is not blank
    for (std::size_t i = 0; i < code.size(); ++i) {
        const char c = code[i];
        if (c == '\n') ++line;
        if (c == ' ' || c == '\n') continue;
        if (c == '+' && before != '+') {
            const std::size_t next = code.find_first_not_of(" \n", i + 1);
            const bool alone = i + 1 < code.size() && code[i + 1] != '+' && code[i + 1] != '=';
            if (alone && (before == '"' || (next != std::string_view::npos && code[next] == '"')))
                lines.push_back(line);
        }
        before = c;
    }
    return lines;
}

}  // namespace

TEST_CASE("tidy: sentences of the core are said, not glued") {
    std::vector<std::string> findings;
    for (const File& file : all_files()) {
        if (!file.is_cpp() || !file.under("core/src/")) continue;
        for (const std::size_t line : glued_lines(blanked(file.text)))
            findings.push_back(at(file, line, "a string literal beside + (use say)"));
    }
    for (const std::string& finding : findings) FAIL_CHECK(finding);
    CHECK(findings.empty());
}

TEST_CASE("tidy scan: a + beside a literal is told from other uses") {
    CHECK(glued_lines("a = \"  \" + b;").size() == 1);
    CHECK(glued_lines("a = b +\n  \" \";") == std::vector<std::size_t>{0});
    CHECK(glued_lines("a += \" \"; ++b; c = d + e; f(\" \", +1);").empty());
}
