// Edits of a JSON text that a form makes: the smallest change of bytes, in the layout that stands
// around it. What a form does not touch stays as it was written, comments and order included.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "analysis.h"
#include "picket/json_tree.h"

namespace picket::ui {

TextChange set_value(const JsonTree& tree, std::uint32_t node, std::string_view json);
TextChange set_key(const JsonTree& tree, std::uint32_t node, std::string_view key);
// Behind the last member of an object, or the last element of a list (`key` is ignored there).
TextChange add_child(std::string_view text, const JsonTree& tree, std::uint32_t parent,
                     std::string_view key, std::string_view json);
// With the comma that goes with it.
TextChange remove_child(std::string_view text, const JsonTree& tree, std::uint32_t node);

// What was typed into a field as JSON of the kind: a number as it stands where it is one, else
// text.
std::string json_of_field(Kind kind, std::string_view typed);

}  // namespace picket::ui
