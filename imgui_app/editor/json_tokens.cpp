// A lexer without memory, and a layout that only moves white space.
#include "json_tokens.h"

#include <picket/ascii.h>

namespace picket::ui {
namespace {

bool is_word(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' ||
           c == '+' || c == '-';
}

std::size_t end_of_string(std::string_view text, std::size_t at) {
    for (++at; at < text.size() && text[at] != '\n'; ++at) {
        if (text[at] == '"') return at + 1;
        if (text[at] == '\\' && at + 1 < text.size() && text[at + 1] != '\n') ++at;
    }
    return at;
}

std::size_t skip_space(std::string_view text, std::size_t at) {
    while (at < text.size() && ascii::is_space(text[at])) ++at;
    return at;
}

// The end of a list or object of plain values that fits into `room`, laid out on one line; 0 when
// it does not.
std::size_t short_group(std::string_view text, std::size_t at, std::size_t room,
                        std::string& line) {
    const char close = text[at] == '[' ? ']' : '}';
    line = text[at];
    for (++at; at < text.size() && line.size() <= room;) {
        const Token token = next_token(text, at);
        const char first = text[token.begin];
        at = token.end;
        if (token.kind == TokenKind::Space) continue;
        if (first == '[' || first == '{') return 0;
        if (first == close) {
            if (close == '}' && line.size() > 1)
                line = "{ " + line.substr(1) + " }";
            else
                line += close;
            return line.size() <= room ? at : 0;
        }
        line += text.substr(token.begin, token.end - token.begin);
        if (first == ',' || first == ':') line += ' ';
    }
    return 0;
}

void new_line(std::string& out, std::size_t depth) {
    out += '\n';
    out.append(depth * 2, ' ');
}

}  // namespace

Token next_token(std::string_view text, std::size_t at) {
    const char c = text[at];
    if (ascii::is_space(c)) return {TokenKind::Space, at, skip_space(text, at)};
    if (c == '"') {
        const std::size_t end = end_of_string(text, at);
        const std::size_t after = skip_space(text, end);
        const bool key = after < text.size() && text[after] == ':';
        return {key ? TokenKind::Key : TokenKind::String, at, end};
    }
    std::size_t end = at;
    while (end < text.size() && is_word(text[end])) ++end;
    if (end > at)
        return {c == '-' || (c >= '0' && c <= '9') ? TokenKind::Number : TokenKind::Literal, at,
                end};
    ++end;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
    return {TokenKind::Mark, at, end};
}

std::string format_json(std::string_view text, std::size_t columns_max) {
    std::string out, line;
    out.reserve(text.size() * 2);
    std::size_t depth = 0;
    for (std::size_t at = 0; at < text.size();) {
        const Token token = next_token(text, at);
        const char first = text[at];
        at = token.end;
        if (token.kind == TokenKind::Space) continue;
        if (token.kind != TokenKind::Mark) {
            out += text.substr(token.begin, token.end - token.begin);
            continue;
        }
        if (first == '{' || first == '[') {
            const std::size_t column = out.size() - (out.rfind('\n') + 1);
            const std::size_t room = columns_max > column ? columns_max - column : 0;
            const std::size_t end = depth == 0 && first == '{'
                                        ? 0
                                        : short_group(text, token.begin, room, line);
            const std::size_t inside = skip_space(text, at);
            const bool closes = inside < text.size() &&
                                (text[inside] == '}' || text[inside] == ']');
            if (end != 0) {
                out += line;
                at = end;
            } else if (closes) {
                out += first;
                out += text[inside];
                at = inside + 1;
            } else {
                out += first;
                new_line(out, ++depth);
            }
        } else if (first == '}' || first == ']') {
            if (depth > 0) --depth;
            new_line(out, depth);
            out += first;
        } else {
            out += text.substr(token.begin, token.end - token.begin);
            if (first == ',') new_line(out, depth);
            if (first == ':') out += ' ';
        }
    }
    return out;
}

}  // namespace picket::ui
