// Carries out what views asked for. The only part of the user interface that changes the engine.
#pragma once

#include "command.h"
#include "ui_state.h"

namespace picket::ui {

void apply(Engine& engine, UiState& ui, const Command& command);

// A new session, with the demo fleet or empty, and its first call in the editor.
void start_over(Engine& engine, UiState& ui, const StartOver& over);

// Puts what came of a call where views show it.
void show_result(UiState& ui, const Engine& engine, const Call& call, const CallResult& result,
                 const World& before);

// Whether anything is to be worked off between frames.
bool work_wanted(const UiState& ui);

// Runs engine work that is asked for, about `budget` units of it; true while more is left. Apart
// from drawing, so that a slow engine never holds up a frame and a hidden page still gets its work
// done.
bool pump(Engine& engine, UiState& ui, WorkUnits budget);

}  // namespace picket::ui
