// What a person has chosen about the workbench itself: theme, zoom, where the dividers stand, what
// is open. Plain text of a few lines, which the host keeps; nothing of the World is in it.
#pragma once

#include <string>
#include <string_view>

#include "ui_state.h"

namespace picket::ui {

std::string write_preferences(const UiState& ui);
// Lines that are unknown or make no sense are passed over.
void read_preferences(UiState& ui, std::string_view text);

}  // namespace picket::ui
