// Words of the shell reader: quotes, escapes, expansions, and what typography made of them.
#include <algorithm>

#include "documents/shell_reader.h"
#include "text/json_scan.h"
#include "text/say.h"
#include "text/utf8.h"

namespace picket {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_name(char c) { return is_letter(c) || (c >= '0' && c <= '9') || c == '_'; }
bool is_dash(char32_t code) { return code >= 0x2010 && code <= 0x2015; }

bool ends_word(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == ';' || c == '&' || c == '|' || c == '<' ||
           c == '>' || c == '(' || c == ')';
}

}  // namespace

void ShellReader::copy(std::uint32_t bytes, Quoting quoting) {
    const std::uint32_t end = std::min(at_ + bytes, size());
    word_.text.copy(text_, {at_, end}, quoting);
    at_ = end;
}

void ShellReader::word() {
    word_ = ShellWord{MappedText(&outer_), {at_, at_}};
    const std::uint32_t begin = at_;
    // "[--option <value>]": the brackets of a synopsis are no part of its words.
    if (at(at_) == '[' && at(at_ + 1) == '-' && at(at_ + 2) == '-') {
        command_.synopsis = true;
        ++brackets_;
        word_.span.begin = ++at_;
    } else {
        dash();
    }
    while (at_ < size() && word_part()) {}
    word_.span.end = at_;
    if (at_ == begin) {  // nothing a word can begin with: pass over it
        ++at_;
        return;
    }
    if (brackets_ > 0 && !word_.quoted && word_.text.text().ends_with("]")) {
        MappedText shorter(&outer_);
        shorter.take(word_.text, {0, word_.text.size() - 1});
        word_.text = std::move(shorter);
        word_.span.end -= 1;
        --brackets_;
    }
    if (word_.text.size() > 0 || word_.quoted) command_.words.push_back(std::move(word_));
}

// One piece of a word; false at its end.
bool ShellReader::word_part() {
    const char c = at(at_);
    if (c == '<' && placeholder()) return true;
    if (ends_word(c) || line_break(at_) > 0) return false;
    if (c == '\\') {
        if (line_break(at_ + 1) > 0 || at_ + 1 >= size()) {
            // In the middle of a word it joins the lines; at its end the line's continuation.
            const bool blank_before = word_.text.size() == 0;
            const bool more = at_ + 1 < size() && !ends_word(at(at_ + 1 + line_break(at_ + 1)));
            if (blank_before || !more) return false;
            at_ += 1 + line_break(at_ + 1);
            return true;
        }
        escaped();
    } else if (c == '\'') {
        single_quoted();
    } else if (c == '"') {
        double_quoted();
    } else if (c == '$' && at(at_ + 1) == '\'' && ansi_quoted()) {
        return true;
    } else if (c == '$' || c == '`') {
        expansion(Quoting::Bare);
    } else if (static_cast<unsigned char>(c) >= 0x80) {
        std::uint32_t length = 0;
        const char32_t code = code_at(at_, length);
        if (code == 0xA0 || code == 0x202F || code == 0x2007) return false;
        if (!curly_quoted()) copy(length, Quoting::Bare);
    } else {
        copy(1, Quoting::Bare);
    }
    return true;
}

// A dash in front of a word: two hyphens that were made one.
bool ShellReader::dash() {
    std::uint32_t length = 0;
    std::uint32_t end = at_;
    while (is_dash(code_at(end, length))) end += length;
    if (end == at_ || !is_letter(at(end)) || command_.words.empty()) return false;
    const Span span{at_, end};
    report(RuleId::ShellDash, span,
           say("A dash ({}) stands for the two hyphens of this option. Write --.",
               code_point_name(code_at(at_, length))),
           {{span, "--"}});
    word_.text.replace("--", span, Quoting::Bare);
    at_ = end;
    return true;
}

void ShellReader::escaped() {
    std::uint32_t length = 0;
    code_at(at_ + 1, length);
    const std::uint32_t end = std::min(at_ + 1 + length, size());
    word_.text.replace(text_.substr(at_ + 1, end - at_ - 1), {at_, end}, Quoting::Bare);
    at_ = end;
}

void ShellReader::single_quoted() {
    word_.quoted = true;
    const std::uint32_t open = at_;
    const std::size_t close = text_.find('\'', at_ + 1);
    if (close == std::string_view::npos) {
        report(RuleId::ShellUnclosedQuote, {open, open + 1},
               "The quote that opens here is not closed. Put a ' where it ends.");
    }
    ++at_;
    copy(static_cast<std::uint32_t>(std::min(close, text_.size())) - at_, Quoting::Single);
    if (at_ < size()) ++at_;
}

void ShellReader::double_quoted_escape() {
    const char next = at(at_ + 1);
    if (next == '"' || next == '\\' || next == '$' || next == '`') {
        word_.text.replace(text_.substr(at_ + 1, 1), {at_, at_ + 2}, Quoting::Double);
        at_ += 2;
    } else if (line_break(at_ + 1) > 0) {
        at_ += 1 + line_break(at_ + 1);
    } else {
        copy(1, Quoting::Double);
    }
}

void ShellReader::double_quoted() {
    word_.quoted = true;
    const std::uint32_t open = at_++;
    while (at_ < size() && at(at_) != '"') {
        if (at(at_) == '\\') {
            double_quoted_escape();
        } else if (at(at_) == '$' || at(at_) == '`') {
            expansion(Quoting::Double);
        } else {
            std::uint32_t end = at_ + 1;
            while (end < size() && std::string_view("\"\\$`").find(text_[end]) == std::string::npos)
                ++end;
            copy(end - at_, Quoting::Double);
        }
    }
    if (at_ >= size()) {
        report(RuleId::ShellUnclosedQuote, {open, open + 1},
               "The quote that opens here is not closed. Put a \" where it ends.");
        return;
    }
    ++at_;
}

// $'...': escapes as in C.
bool ShellReader::ansi_quoted() {
    word_.quoted = true;
    at_ += 2;
    while (at_ < size() && at(at_) != '\'') {
        if (at(at_) != '\\' || at_ + 1 >= size()) {
            copy(1, Quoting::Made);
            continue;
        }
        const char next = at(at_ + 1);
        const std::string_view by = next == 'n'   ? "\n"
                                    : next == 't' ? "\t"
                                    : next == 'r' ? "\r"
                                                  : text_.substr(at_ + 1, 1);
        word_.text.replace(by, {at_, at_ + 2}, Quoting::Made);
        at_ += 2;
    }
    if (at_ < size()) ++at_;
    return true;
}

// Quotes of typography: read as those they were meant to be.
bool ShellReader::curly_quoted() {
    std::uint32_t opener = 0;
    const char32_t code = code_at(at_, opener);
    const bool curly_double = is_curly_double(code);
    if (!curly_double && !is_curly_single(code)) return false;
    std::uint32_t close = at_ + opener;
    std::uint32_t closer = 1;
    for (; close < size(); close += closer) {
        const char32_t next = code_at(close, closer);
        if (curly_double ? is_curly_double(next) : is_curly_single(next)) break;
    }
    if (close >= size()) return false;
    const Span content{at_ + opener, close};
    const std::string_view inside = text_.substr(content.begin, content.end - content.begin);
    const bool fits = inside.find_first_of(curly_double ? "\"$`\\" : "'") == std::string::npos;
    const char* quote = curly_double ? "\"" : "'";
    std::vector<InnerEdit> edits;
    if (fits) {
        edits = {{{at_, at_ + opener}, quote}, {{close, close + closer}, quote}};
    }
    report(RuleId::ShellCurlyQuote, {at_, close + closer},
           say("These curly quotes quote nothing. Write {} at both ends.", quote),
           std::move(edits));
    word_.quoted = true;
    word_.text.copy(text_, content, curly_double ? Quoting::Double : Quoting::Single);
    at_ = close + closer;
    return true;
}

// Taken as it stands: $NAME, ${...}, $(...), `...`.
void ShellReader::expansion(Quoting quoting) {
    std::uint32_t end = at_ + 1;
    if (at(at_) == '`') {
        const std::size_t close = text_.find('`', end);
        end = static_cast<std::uint32_t>(close == std::string_view::npos ? end : close + 1);
    } else if (at(end) == '(' || at(end) == '{') {
        const char open = at(end);
        const char close = open == '(' ? ')' : '}';
        std::uint32_t depth = 0;
        constexpr std::uint32_t kLengthMax = 1000;  // one that is not closed must not cost the text
        const std::uint32_t last = std::min(size(), end + kLengthMax);
        std::uint32_t index = end;
        for (; index < last; ++index) {
            if (text_[index] == open) ++depth;
            if (text_[index] == close && --depth == 0) break;
        }
        if (index < last) end = index + 1;
    } else {
        while (is_name(at(end))) ++end;
    }
    if (end > at_ + 1) word_.expands = true;
    copy(end - at_, quoting);
}

// Where the placeholder that begins here has its closing bracket; 0 when it is none.
std::uint32_t ShellReader::placeholder_end(std::uint32_t begin) const {
    if (!is_letter(at(begin + 1))) return 0;
    std::uint32_t end = begin + 1;
    while (is_name(at(end)) || at(end) == '-' || at(end) == ' ' || at(end) == ':') ++end;
    return at(end) == '>' || at(end) == ']' ? end : 0;
}

// "<value>" of a synopsis, also with the wrong bracket at its end.
bool ShellReader::placeholder() {
    const std::uint32_t end = placeholder_end(at_);
    if (end == 0) return false;
    command_.synopsis = true;
    word_.placeholder = true;
    const bool wrong = at(end) == ']';
    if (wrong) {
        report(RuleId::ShellSynopsisBracket, {at_, end + 1},
               "The placeholder opens with < and closes with ]. Close it with >.",
               {{{end, end + 1}, ">"}});
    }
    copy(end - at_, Quoting::Bare);
    word_.text.replace(">", {end, end + 1}, Quoting::Bare);
    at_ = end + 1;
    // A bracket more closes an optional part, if one is open.
    if (at(at_) == ']') {
        if (brackets_ > 0) {
            copy(1, Quoting::Bare);
        } else {
            report(RuleId::ShellSynopsisBracket, {at_, at_ + 1},
                   "No [ is open that this ] could close. Remove it.", {{{at_, at_ + 1}, ""}});
            ++at_;
        }
    }
    return true;
}

}  // namespace picket
