// What may be written at the caret: members of the shape (required ones first, those already there
// left out), enumerators, booleans, and names that exist in the World. Without ImGui; the list is
// drawn by views/completion.cpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document.h"
#include "picket/operations.h"
#include "picket/world.h"

namespace picket::ui {

struct Proposal {
    std::string label;
    std::string detail;  // the type, "required", what it names
    std::string doc;
    std::string insert;     // in place of the word at the caret
    std::size_t caret = 0;  // in `insert`, afterwards
    bool goes_on = false;   // what follows can be completed too
    bool required = false;
};

struct Completion {
    Range replaces;  // bytes of the text
    std::string typed;
    std::vector<Proposal> proposals;
    bool empty() const { return proposals.empty(); }
};

inline constexpr std::size_t kProposalsMax = 100;
// Larger texts are completed only when asked to.
inline constexpr std::size_t kCompletionBytesMax = 1u << 20;

Completion completion_at(const Operation& operation, std::string_view text, std::size_t caret,
                         const World& world);
// Whether a list should open by itself after this character was typed.
bool opens_completion(char typed);

// The text of a new value: what has to be in it, and nothing else. `caret` is where to go on.
std::string blank_value(const ShapeInfo& shape, std::size_t& caret);

// "List of String, 1 to 10 elements"; "one of LOW, MEDIUM, HIGH".
std::string type_text(const ShapeInfo& shape);
// "1 to 128 characters of [a-zA-Z0-9:_-]+"; empty when everything goes.
std::string constraint_text(const ShapeInfo& shape, const Rule* rule);

// What the shape tables say of the word at an offset.
struct Description {
    Range word;
    std::string title;  // "actionParams.addThingsToThingGroupParams"
    std::string type;
    std::string constraint;
    std::string doc;
    bool required = false;
    bool empty() const { return title.empty(); }
};
Description description_at(const Operation& operation, std::string_view text, std::size_t offset);

}  // namespace picket::ui
