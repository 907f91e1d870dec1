// Where an offset of half-written JSON is: the lists and objects around it, the key it is the value
// of, the word at it. And what the operation expects there. Reads tokens up to the offset and to
// the end of the innermost container, so it needs no text that parses.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document.h"
#include "picket/operations.h"

namespace picket::ui {

struct TextLevel {
    char bracket = '{';
    std::string_view key;   // under which it stands; empty in lists and at the root
    std::size_t begin = 0;  // of the bracket
};

enum class TextSlot : std::uint8_t { Nothing, Key, Value };

struct TextPlace {
    std::vector<TextLevel> levels;  // outermost first
    TextSlot slot = TextSlot::Nothing;
    std::string_view key;  // what the value at the offset is the value of; at a key: that key
    Range word;            // the token at the offset, quotes included; empty: none
    bool closed = true;    // the word is no string that lacks its end
    std::vector<std::string_view> keys;  // of the innermost object, but for the word's own
    std::size_t before = 0;              // end of the token before the word
    char before_char = 0;                // its last character; 0: there is none
    char after_char = 0;                 // the first character behind the word that is no space
};

TextPlace text_place(std::string_view text, std::size_t offset);

// What the shape tables say of a place; `shape` is nullptr where they say nothing.
struct Expected {
    const ShapeInfo* shape = nullptr;
    const Rule* rule = nullptr;
    const MemberInfo* member = nullptr;  // the nearest member around the place
    const ShapeInfo* holder = nullptr;   // of the member
};
// Of the container itself: the shape of what is inside the innermost bracket.
Expected expected_container(const ShapeInfo& input, const TextPlace& place);
// Of the key or value at the place.
Expected expected_at(const ShapeInfo& input, const TextPlace& place);
// One step down: under a key of an object, or into a list.
Expected expected_under(const Expected& parent, std::string_view key);
Expected expected_element(const Expected& parent);

}  // namespace picket::ui
