// Words as bash makes them, with the place of every byte; and what is repaired on the way.
#include "documents/shell.h"

#include <doctest/doctest.h>

using namespace picket;

namespace {

// "[a][b c] [d]": words in brackets, commands apart.
std::string words_of(const std::string& text) {
    const MappedText mapped = MappedText::of_document(text);
    std::string out;
    for (const ShellCommand& command : read_shell(mapped)) {
        if (!out.empty()) out += ' ';
        for (const ShellWord& word : command.words) out += '[' + word.text.text() + ']';
    }
    return out;
}

std::string rules_of(const std::string& text) {
    const MappedText mapped = MappedText::of_document(text);
    std::string out;
    for (const ShellCommand& command : read_shell(mapped)) {
        for (const Problem& problem : command.problems) {
            out += (out.empty() ? "" : " ") + std::string(rule_info(problem.rule).code);
        }
    }
    return out;
}

}  // namespace

TEST_CASE("shell: words, quotes and escapes as bash reads them") {
    struct Row {
        const char* text;
        const char* words;
    };
    for (const Row& row : {
             Row{"a b\tc", "[a][b][c]"},
             Row{"a 'b c' \"d e\"", "[a][b c][d e]"},
             Row{"a'b'\"c\"d", "[abcd]"},
             Row{"a \\'b\\ c", "[a]['b c]"},
             Row{"a 'it'\\''s'", "[a][it's]"},
             Row{"a \"x \\\" \\\\ \\$ \\n\"", "[a][x \" \\ $ \\n]"},
             Row{"a '' \"\"", "[a][][]"},
             Row{"a \\\n  b", "[a][b]"},
             Row{"a b\\\nc", "[a][bc]"},
             Row{"a \"b\\\nc\"", "[a][bc]"},
             Row{"a 'b\nc'", "[a][b\nc]"},
             Row{"a # b\nc", "[a] [c]"},
             Row{"a#b", "[a#b]"},
             Row{"a; b && c || d | e & f", "[a] [b] [c] [d] [e] [f]"},
             Row{"a > out 2>&1 b", "[a][b]"},
             Row{"a <in b", "[a][b]"},
             Row{"a $'x\\ty\\'z'", "[a][x\ty'z]"},
             Row{"a $HOME \"$X y\" $(b c) `d e`", "[a][$HOME][$X y][$(b c)][`d e`]"},
             Row{"a\r\nb \\\r\nc", "[a] [b][c]"},
             Row{"a <<END\nx 'y\nEND\nb", "[a] [b]"},
             Row{"a --b <value> [--c <d>] [--e | --no-e]",
                 "[a][--b][<value>][--c][<d>][--e][--no-e]"},
         }) {
        CHECK_MESSAGE(words_of(row.text) == row.words, row.text);
    }
}

TEST_CASE("shell: every byte of a word knows its place") {
    const std::string text = "x 'a b'c\\d \"e\\\"f\"";
    const MappedText mapped = MappedText::of_document(text);
    const auto commands = read_shell(mapped);
    REQUIRE(commands.size() == 1);
    const auto& words = commands[0].words;
    REQUIRE(words.size() == 3);
    CHECK(words[1].text.text() == "a bcd");
    CHECK(words[1].text.in_document(Span{0, 1}).begin == 3);
    CHECK(words[1].text.in_document(Span{3, 4}).begin == 7);
    CHECK(words[1].text.in_document(Span{4, 5}).begin == 8);
    CHECK(words[1].text.in_document(Span{4, 5}).end == 10);
    // An edit has to fit the quotes it lands in.
    CHECK(words[1].text.in_document(InnerEdit{{0, 1}, "it's"}) == std::nullopt);
    CHECK(words[1].text.in_document(InnerEdit{{0, 1}, "z y"})->text == "z y");
    CHECK(words[1].text.in_document(InnerEdit{{3, 4}, "z y"}) == std::nullopt);
    CHECK(words[2].text.in_document(InnerEdit{{0, 1}, "\""})->text == "\\\"");
}

TEST_CASE("shell: what typography and copying broke is reported once and read as meant") {
    struct Row {
        const char* text;
        const char* words;
        const char* rules;
    };
    for (const Row& row : {
             Row{"aws iot x \\ \n  --a b", "[aws][iot][x][--a][b]",
                 "shell-blank-after-continuation"},
             Row{"aws iot x\n  --a b", "[aws][iot][x][--a][b]", "shell-missing-continuation"},
             Row{"aws iot x --a\n '{}'", "[aws][iot][x][--a][{}]", "shell-missing-continuation"},
             Row{"aws iot x \\\n", "[aws][iot][x]", "shell-dangling-backslash"},
             Row{"aws iot x \\\n\naws iot y", "[aws][iot][x] [aws][iot][y]",
                 "shell-dangling-backslash"},
             Row{"aws iot x \xE2\x80\x94"
                 "a b",
                 "[aws][iot][x][--a][b]", "shell-dash"},
             Row{"aws iot x --a \xE2\x80\x9C"
                 "b c\xE2\x80\x9D",
                 "[aws][iot][x][--a][b c]", "shell-curly-quote"},
             Row{"aws iot x --a\xC2\xA0"
                 "b",
                 "[aws][iot][x][--a][b]", "shell-space"},
             Row{"$ aws iot x", "[aws][iot][x]", "shell-prompt"},
             Row{"aws iot x --a 'b", "[aws][iot][x][--a][b]", "shell-unclosed-quote"},
             Row{"aws iot x --a <v]", "[aws][iot][x][--a][<v>]", "shell-synopsis-bracket"},
             Row{"aws iot x <<E\nq\nE", "[aws][iot][x]", "shell-heredoc"},
         }) {
        CHECK_MESSAGE(words_of(row.text) == row.words, row.text);
        CHECK_MESSAGE(rules_of(row.text) == row.rules, row.text);
    }
    CHECK(rules_of("echo x\n  --a b") == "");  // nobody's business
}
