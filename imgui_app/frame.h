// What a view receives: the World to show, the state of the interface to remember in, and a list to
// put its wishes on.
#pragma once

#include <cmath>
#include <optional>
#include <vector>

#include "command.h"
#include "fonts/fonts.h"
#include "probe.h"
#include "theme.h"
#include "ui_state.h"

namespace picket::ui {

// The parts of a session that are not in the World.
struct Timeline {
    Timestamp start;
    const Table<std::int64_t, JournalEntry>& journal;
    std::int64_t applied = 0;  // the id of the last entry that has happened
    std::int64_t entries_ahead = 0;
    std::optional<Timestamp> next_due;
};

struct Frame {
    const World& world;
    const Timeline& timeline;
    UiState& ui;
    std::vector<Command>& out;
    Probe* probe;
    const Palette& colours;
    Fonts fonts;
    float scale = 1;  // real pixels per CSS pixel
    bool touch = false;

    float px(float css) const { return std::round(css * scale); }
};

}  // namespace picket::ui
