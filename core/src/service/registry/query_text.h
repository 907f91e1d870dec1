// Characters of the query language, for those who read, print and match it.
#pragma once

#include <string>
#include <string_view>

namespace picket {

inline constexpr std::string_view kQueryKeywords[] = {"AND", "OR", "NOT", "TO"};
inline constexpr std::string_view kEndsQueryWord = "()[]{}\":<>";
inline constexpr std::string_view kWithoutMeaning = "`@#%/';,=^~!&|+";

// Java's Character.isWhitespace, as far as ASCII goes.
inline bool is_query_space(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r') || (c >= 0x1C && c <= 0x1F);
}
inline bool is_one_of(char c, std::string_view set) {
    return set.find(c) != std::string_view::npos;
}
// The index tells no capital letters from small ones; ASCII, as names and attributes are.
inline char small_letter(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}
inline std::string small_letters(std::string_view text) {
    std::string small(text);
    for (char& c : small) c = small_letter(c);
    return small;
}

// A pattern without its backslashes.
inline std::string unescaped(std::string_view pattern) {
    std::string text;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern[i] == '\\') ++i;
        text += pattern[i];
    }
    return text;
}

}  // namespace picket
