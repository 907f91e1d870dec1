// JSON as a reader sees it: coloured words, and text laid out over lines. Works on any text, valid
// or half-written; whether it is right is for the engine to say.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace picket::ui {

enum class TokenKind : std::uint8_t { Space, Key, String, Number, Literal, Mark };

struct Token {
    TokenKind kind = TokenKind::Space;
    std::size_t begin = 0;
    std::size_t end = 0;
};

// The token that starts at `at` (at < text.size()). A string ends at its quote or at the end of the
// line.
Token next_token(std::string_view text, std::size_t at);

// One member or element per line, two spaces per level; short lists of plain values stay on one
// line when they fit.
std::string format_json(std::string_view text, std::size_t columns_max = 72);

}  // namespace picket::ui
