// Lines are taken with their newline; the last one may lack it, and then gets it from its
// neighbour.
#include "line_edits.h"

#include <algorithm>
#include <vector>

#include "json_tokens.h"

namespace picket::ui {
namespace {

struct Lines {
    std::size_t first = 0, last = 0;  // both included
};

Lines selected_lines(const Document& document) {
    const Range selected = document.selection();
    Lines lines = {document.line_of(selected.begin), document.line_of(selected.end)};
    // A selection that ends before the first letter of a line does not mean that line.
    if (lines.last > lines.first && document.line(lines.last).begin == selected.end) --lines.last;
    return lines;
}

std::string text_of(const Document& document, std::size_t first, std::size_t last) {
    const std::size_t begin = document.line(first).begin;
    return document.text().substr(begin, document.line(last).end - begin);
}

Range shifted(const Range& range, std::size_t from, std::size_t to) {
    return {range.begin - from + to, range.end - from + to};
}

constexpr std::string_view kOpen = "{[", kClose = "}]";
constexpr std::size_t kBracketReach = 256u << 10;  // farther partners are not looked for

std::optional<std::size_t> partner_forward(const Document& document, std::size_t at) {
    const std::string& text = document.text();
    std::size_t depth = 0;
    const std::size_t end = std::min(text.size(), at + kBracketReach);
    while (at < end) {
        const Token token = next_token(text, at);
        const char first = text[token.begin];
        if (kOpen.find(first) != std::string_view::npos) ++depth;
        if (kClose.find(first) != std::string_view::npos && --depth == 0) return token.begin;
        at = token.end;
    }
    return std::nullopt;
}

// Strings end with their line, so a line can be read forwards and its brackets taken backwards.
std::optional<std::size_t> partner_backward(const Document& document, std::size_t from) {
    const std::string& text = document.text();
    std::size_t depth = 0;
    std::vector<std::size_t> brackets;  // of a line
    for (std::size_t row = document.line_of(from) + 1; row-- > 0;) {
        const Range line = document.line(row);
        if (line.begin + kBracketReach < from) return std::nullopt;
        for (std::size_t at = line.begin; at < line.end && at <= from;) {
            const Token token = next_token(text, at);
            if ((kOpen.find(text[at]) != std::string_view::npos ||
                 kClose.find(text[at]) != std::string_view::npos))
                brackets.push_back(at);
            at = token.end;
        }
        while (!brackets.empty()) {
            const std::size_t at = brackets.back();
            brackets.pop_back();
            if (kClose.find(text[at]) != std::string_view::npos)
                ++depth;
            else if (--depth == 0)
                return at;
        }
    }
    return std::nullopt;
}

// Whether the character is a bracket of the structure, not one inside of a string.
bool is_structure(const Document& document, std::size_t place) {
    const Range line = document.line(document.line_of(place));
    for (std::size_t at = line.begin; at <= place && at < line.end;) {
        if (at == place) return true;
        at = next_token(document.text(), at).end;
    }
    return false;
}

std::optional<std::size_t> partner(const Document& document, std::size_t at) {
    const char c = document.text()[at];
    const bool opens = kOpen.find(c) != std::string_view::npos;
    if (!opens && kClose.find(c) == std::string_view::npos) return std::nullopt;
    if (!is_structure(document, at)) return std::nullopt;
    return opens ? partner_forward(document, at) : partner_backward(document, at);
}

}  // namespace

std::optional<LineEdit> moved_lines(const Document& document, bool down) {
    const Lines lines = selected_lines(document);
    if (down ? lines.last + 1 >= document.line_count() : lines.first == 0) return std::nullopt;
    const std::size_t neighbour = down ? lines.last + 1 : lines.first - 1;
    const std::string moved = text_of(document, lines.first, lines.last);
    const std::string other = text_of(document, neighbour, neighbour);
    const std::size_t from = document.line(lines.first).begin;
    LineEdit edit;
    if (down) {
        edit.range = {from, document.line(neighbour).end};
        edit.with = other + '\n' + moved;
        edit.selected = shifted(document.selection(), from, from + other.size() + 1);
    } else {
        edit.range = {document.line(neighbour).begin, document.line(lines.last).end};
        edit.with = moved + '\n' + other;
        edit.selected = shifted(document.selection(), from, edit.range.begin);
    }
    const std::size_t end = edit.range.begin + edit.with.size();
    edit.selected.begin = std::min(edit.selected.begin, end);
    edit.selected.end = std::min(edit.selected.end, end);
    return edit;
}

LineEdit copied_lines(const Document& document, bool down) {
    const Lines lines = selected_lines(document);
    const std::string copy = text_of(document, lines.first, lines.last);
    const std::size_t end = document.line(lines.last).end;
    LineEdit edit;
    edit.range = {end, end};
    edit.with = '\n' + copy;
    edit.selected = document.selection();
    if (down) edit.selected = shifted(edit.selected, 0, copy.size() + 1);
    return edit;
}

std::optional<BracketPair> bracket_pair(const Document& document) {
    const std::size_t caret = document.caret();
    if (!document.selection().empty()) return std::nullopt;
    // The one behind the caret first, as it is the one just typed.
    for (const std::size_t back : {std::size_t{1}, std::size_t{0}}) {
        if (caret < back || caret - back >= document.text().size()) continue;
        if (const auto there = partner(document, caret - back))
            return BracketPair{caret - back, *there};
    }
    return std::nullopt;
}

}  // namespace picket::ui
