// Commands that move a session through time or set another one beside it. For apply.cpp.
#pragma once

#include "ui_state.h"

namespace picket::ui {

// These begin a replay, do the first piece of it, and leave the rest to step_replay; one that is
// under way gives way to them.
// To a moment; with an entry, to just before that call.
void rewind_to(Engine& engine, UiState& ui, Timestamp moment, std::int64_t before_entry);
// Replays without an entry, and keeps the session as it was until that is agreed to.
void undo_entry(Engine& engine, UiState& ui, std::int64_t entry_id);
// False: it is not a call that replays.
bool begin_replay_call(Engine& engine, UiState& ui, const Call& call);

// Opens the session that was read as a file, when there is one.
void open_imported(Engine& engine, UiState& ui);
// Takes up what a host kept of the last visit, with the image of its World that it kept.
void resume_session(Engine& engine, UiState& ui, std::string session, std::string image);
// Opens the session of another visit; the one that is shown stays beside it.
void open_visit(Engine& engine, UiState& ui, const std::string& name, std::string session,
                std::string image);

void step_replay(Engine& engine, UiState& ui, WorkUnits budget);
void cancel_replay(UiState& ui);

void restore_undone(Engine& engine, UiState& ui);

// Keeps `engine` under the present name; what is shown goes on under a new one.
void keep_branch(UiState& ui, Engine engine);
void switch_branch(Engine& engine, UiState& ui, std::size_t index);

}  // namespace picket::ui
