// The reader behind read_shell: one pass, no recursion. shell.cpp reads lines and commands,
// shell_words.cpp what words are made of.
#pragma once

#include "documents/shell.h"

namespace picket {

// What typography makes of a hyphen.
constexpr bool is_dash(char32_t code) { return code >= 0x2010 && code <= 0x2015; }

class ShellReader {
public:
    explicit ShellReader(const MappedText& text) : outer_(text), text_(text.text()) {}
    std::vector<ShellCommand> read();

private:
    // Between words.
    bool blank();
    void backslash();
    void newline();
    bool continues_below(std::uint32_t line) const;
    void comment();
    void separator();
    bool redirection();
    void heredoc();
    bool prompt();
    void end_command();

    // Words.
    void word();
    bool word_part();
    void escaped();
    void single_quoted();
    void double_quoted();
    void double_quoted_escape();
    bool ansi_quoted();
    bool curly_quoted();
    void expansion(Quoting quoting);
    bool placeholder();
    std::uint32_t placeholder_end(std::uint32_t begin) const;
    bool dash();
    bool in_synopsis() const { return command_.synopsis; }

    char at(std::uint32_t index) const { return index < size() ? text_[index] : '\0'; }
    std::uint32_t size() const { return static_cast<std::uint32_t>(text_.size()); }
    std::uint32_t line_break(std::uint32_t index) const;  // its length there; 0: none
    char32_t code_at(std::uint32_t index, std::uint32_t& length) const;
    void copy(std::uint32_t bytes, Quoting quoting);
    void report(RuleId rule, Span span, std::string message, std::vector<InnerEdit> edits = {}) {
        command_.problems.push_back({rule, span, std::move(message), std::move(edits)});
    }

    const MappedText& outer_;
    std::string_view text_;
    std::uint32_t at_ = 0;
    std::vector<ShellCommand> commands_;
    ShellCommand command_;
    ShellWord word_;
    std::uint32_t brackets_ = 0;  // open [ of a synopsis
};

}  // namespace picket
