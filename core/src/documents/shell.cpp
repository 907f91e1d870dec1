// Lines and commands of the shell reader. Where bash would go wrong, it reads on as was meant.
#include "documents/shell.h"

#include <algorithm>

#include "documents/shell_reader.h"
#include "text/json_scan.h"
#include "text/say.h"
#include "text/utf8.h"

namespace picket {
namespace {

constexpr std::size_t kWordsMax = 10'000;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_dash(char32_t code) { return code >= 0x2010 && code <= 0x2015; }
bool is_odd_blank(char32_t code) { return code == 0xA0 || code == 0x202F || code == 0x2007; }

}  // namespace

std::uint32_t ShellReader::line_break(std::uint32_t index) const {
    if (at(index) == '\n') return 1;
    return at(index) == '\r' && at(index + 1) == '\n' ? 2 : 0;
}

char32_t ShellReader::code_at(std::uint32_t index, std::uint32_t& length) const {
    length = 1;
    if (index >= size()) return 0;
    const Utf8Step step = utf8_step(text_, index);
    length = step.length;
    return step.code;
}

std::vector<ShellCommand> ShellReader::read() {
    while (at_ < size()) {
        if (blank()) continue;
        const char c = at(at_);
        if (line_break(at_) > 0) {
            newline();
        } else if (c == '\\') {
            backslash();
        } else if (c == '#') {
            comment();
        } else if (c == ';' || c == '&' || c == '|' || c == '(' || c == ')') {
            separator();
        } else if (!redirection() && !prompt()) {
            word();
        }
    }
    end_command();
    return std::move(commands_);
}

bool ShellReader::blank() {
    if (at(at_) == ' ' || at(at_) == '\t' || (at(at_) == '\r' && line_break(at_) == 0)) {
        ++at_;
        return true;
    }
    std::uint32_t length = 0;
    const char32_t code = code_at(at_, length);
    if (!is_odd_blank(code)) return false;
    const Span span{at_, at_ + length};
    report(RuleId::ShellSpace, span,
           say("{} is no blank to a shell. Put an ordinary one.", code_point_name(code)),
           {{span, " "}});
    at_ += length;
    return true;
}

// Outside of words: a continuation, or what was meant as one.
void ShellReader::backslash() {
    std::uint32_t end = at_ + 1;
    while (at(end) == ' ' || at(end) == '\t') ++end;
    const std::uint32_t breaks = line_break(end);
    if (breaks == 0 && end < size()) return word();
    const std::uint32_t backslash = at_;
    const bool blanks = end > backslash + 1;
    // What comes next: nothing, an empty line or another command make it dangle.
    std::uint32_t next = end + breaks;
    while (at(next) == ' ' || at(next) == '\t') ++next;
    const bool ends = next >= size() || line_break(next) > 0 || at(next) == '#' ||
                      text_.substr(next, 4) == "aws " || text_.substr(next, 6) == "$ aws ";
    if (command_.words.empty() || !ends) {
        if (blanks && !command_.words.empty()) {
            const Span span{backslash + 1, end};
            report(RuleId::ShellBlankAfterContinuation, {backslash, end},
                   "A blank stands behind this backslash, so the command ends here. Remove the "
                   "blank.",
                   {{span, ""}});
        }
        at_ = end + breaks;
        return;
    }
    report(RuleId::ShellDanglingBackslash, {backslash, end},
           "Nothing of this command comes behind this backslash. Remove it.",
           {{{backslash, end}, ""}});
    at_ = end;
}

// Whether the line that begins here can only belong to the command before it.
bool ShellReader::continues_below(std::uint32_t line) const {
    while (at(line) == ' ' || at(line) == '\t') ++line;
    if (at(line) == '[' && at(line + 1) == '-' && at(line + 2) == '-') return true;
    if (at(line) == '-' && at(line + 1) == '-' && is_letter(at(line + 2))) return true;
    std::uint32_t length = 0;
    const char32_t code = code_at(line, length);
    if (is_dash(code) && is_letter(at(line + length))) return true;
    const bool awaits = command_.words.back().text.text().starts_with("--");
    return awaits && (code == '\'' || code == '"' || code == '{' || is_curly_double(code) ||
                      is_curly_single(code));
}

void ShellReader::newline() {
    const std::uint32_t breaks = line_break(at_);
    const bool about_aws = !command_.words.empty() && command_.words[0].text.text() == "aws";
    if (about_aws && continues_below(at_ + breaks)) {
        std::uint32_t end = at_;
        while (end > 0 && (at(end - 1) == ' ' || at(end - 1) == '\t')) --end;
        report(RuleId::ShellMissingContinuation, {end, at_ + breaks},
               "The command ends with this line, and its next line is taken for another. Put a "
               "backslash at the end of the line.",
               {{{end, at_}, " \\"}});
        at_ += breaks;
        return;
    }
    end_command();
    at_ += breaks;
}

void ShellReader::comment() {
    while (at_ < size() && line_break(at_) == 0) ++at_;
}

void ShellReader::separator() {
    const char c = at(at_++);
    if (c == '|' && brackets_ > 0) return;  // alternatives of a synopsis
    if (c == '&' && at(at_) == '>') return;
    end_command();
}

// Passes over the operator; what it points to is passed over as well.
bool ShellReader::redirection() {
    std::uint32_t begin = at_;
    while (at(begin) >= '0' && at(begin) <= '9') ++begin;
    const char c = at(begin);
    if (c != '<' && c != '>') return false;
    if (begin == at_ && c == '<' && placeholder_end(begin) > 0) return false;  // "<value>"
    if (c == '<' && at(begin + 1) == '<') {
        if (at(begin + 2) != '<') {
            at_ = begin;
            heredoc();
            return true;
        }
        ++begin;
    }
    at_ = begin + 1;
    while (at(at_) == '>' || at(at_) == '&' || at(at_) == '<') ++at_;
    while (at(at_) == ' ') ++at_;
    if (at_ >= size() || line_break(at_) > 0) return true;
    const std::size_t words = command_.words.size();
    word();
    if (command_.words.size() > words) command_.words.resize(words);
    return true;
}

void ShellReader::heredoc() {
    const std::uint32_t begin = at_;
    at_ += at(at_ + 2) == '-' ? 3 : 2;
    while (at(at_) == ' ') ++at_;
    std::string delimiter;
    for (; at_ < size() && line_break(at_) == 0 && at(at_) != ' '; ++at_) {
        if (at(at_) != '\'' && at(at_) != '"' && at(at_) != '\\') delimiter += at(at_);
    }
    report(RuleId::ShellHeredoc, {begin, at_},
           say("The heredoc up to {} is passed over. Give the text as an option, or check it as a "
               "file of its own.",
               delimiter));
    // The text begins on the next line, and ends with a line that is the delimiter.
    std::size_t line = text_.find('\n', at_);
    while (line != std::string_view::npos) {
        std::size_t first = line + 1;
        const std::size_t end = std::min(text_.find('\n', first), text_.size());
        while (first < end && text_[first] == '\t') ++first;
        std::string_view content = text_.substr(first, end - first);
        if (!content.empty() && content.back() == '\r') content.remove_suffix(1);
        if (content == delimiter || end == text_.size()) {
            at_ = static_cast<std::uint32_t>(end);
            return;
        }
        line = end;
    }
    at_ = size();
}

// "$ aws ...": the prompt is reported, and not a word.
bool ShellReader::prompt() {
    const bool mark = at(at_) == '$' || at(at_) == '%';
    if (!command_.words.empty() || !mark || at(at_ + 1) != ' ') return false;
    const Span span{at_, at_ + 2};
    report(RuleId::ShellPrompt, span, "The prompt is not part of the command. Remove it.",
           {{span, ""}});
    at_ += 2;
    return true;
}

void ShellReader::end_command() {
    if (!command_.words.empty()) {
        if (command_.words.size() > kWordsMax) command_.words.resize(kWordsMax);
        command_.span = {command_.words.front().span.begin, command_.words.back().span.end};
        commands_.push_back(std::move(command_));
    }
    command_ = {};
    brackets_ = 0;
}

std::vector<ShellCommand> read_shell(const MappedText& text) { return ShellReader(text).read(); }

}  // namespace picket
