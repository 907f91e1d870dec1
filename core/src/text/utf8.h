// UTF-8 one code point at a time: for readers that must place or replace what is not valid.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace picket {

inline constexpr std::string_view kUtf8Replacement = "\xEF\xBF\xBD";  // U+FFFD

struct Utf8Step {
    char32_t code = 0xFFFD;    // U+FFFD when not valid
    std::uint32_t length = 1;  // bytes to move on by; for bad bytes the longest ill-formed start
    bool valid = false;
};

// `at` must lie inside the text. Accepts exactly RFC 3629: no surrogates, no overlong forms,
// nothing above U+10FFFF. Bad bytes are grouped as browsers group them: one U+FFFD a group.
Utf8Step utf8_step(std::string_view text, std::size_t at);

void append_utf8(std::string& out, char32_t code);

// The text with every ill-formed group replaced by U+FFFD, cut after `points_max` code points with
// an ellipsis: what messages quote.
std::string utf8_excerpt(std::string_view text, std::size_t points_max);

}  // namespace picket
