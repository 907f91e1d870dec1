// Edits of code as text: whole lines moved or copied, and the bracket that belongs to another.
#pragma once

#include <optional>
#include <string>

#include "document.h"

namespace picket::ui {

// One edit, so that one undo takes it back, and what is selected afterwards.
struct LineEdit {
    Range range;
    std::string with;
    Range selected;
};
// The lines of the selection, past their neighbour; nothing at the edge of the text.
std::optional<LineEdit> moved_lines(const Document& document, bool down);
LineEdit copied_lines(const Document& document, bool down);

// The bracket beside the caret and its partner, as places in the text.
struct BracketPair {
    std::size_t here = 0;
    std::size_t there = 0;
};
std::optional<BracketPair> bracket_pair(const Document& document);

}  // namespace picket::ui
