// What a host keeps of a visit beside the text of its session: the branches, and what is being
// written. And the visits that it kept, of which any can be opened beside the session that is
// shown.
#pragma once

#include "ui_state.h"

namespace picket::ui {

// Sessions that nobody goes to stay texts, and are replayed on the way there. A branch does not
// change while one is elsewhere, so that its text is made once.
std::string write_branches(UiState& ui);
// Adds those of an earlier visit. `title` goes before their names when the visit is not the one
// that goes on here; then the name of the session itself does not change either.
void read_branches(UiState& ui, std::string_view text, std::string_view title = {});
// The blocks of recordings that the branches need, in addition to those of the session.
std::vector<std::string> branch_blocks(const UiState& ui);

// The operation in the editor with its payload, and the drafts of others.
std::string write_drafts(const UiState& ui);
void read_drafts(UiState& ui, const World& world, std::string_view text);

// Lines of id, when it was kept, what is in it, and 1 if it is open in another tab; by tabs.
void list_visits(UiState& ui, std::string_view lines);

// "34 calls, until 2026-01-05 12:00"
std::string visit_words(const Engine& engine);

}  // namespace picket::ui
