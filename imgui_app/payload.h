// What the editor holds when an operation is opened: a payload that can be sent as it stands, or
// nearly so.
#pragma once

#include <string>

#include "picket/operations.h"
#include "ui_state.h"

namespace picket::ui {

// The documented sample of the operation where there is one; else its required members, filled from
// the World where a member names something that exists.
std::string starting_payload(const Operation& operation, const World& world);

// Opens an operation in the editor. What was being written for the one before is kept as its draft
// and comes back with it.
void open_operation(UiState& ui, const Operation& operation, const World& world);
// Opens it with that payload, as an edit: undo brings back what the editor held for the operation.
void open_call(UiState& ui, const Operation& operation, std::string_view json, const World& world);

// What every Create and Edit button does: brings the editor to the front with that call in it, laid
// out, and the caret in it. An empty payload is the one the operation starts with. False when there
// is no such operation.
bool open_editor(UiState& ui, std::string_view operation, std::string_view json,
                 const World& world);
// A payload of the operation that says what the row says now, for Edit: members that the row has
// under the same name, and its key under the name that the operation's path has for it.
std::string payload_of_row(const Operation& operation, const TableInfo& table,
                           const TableInfo::Row& row);

}  // namespace picket::ui
