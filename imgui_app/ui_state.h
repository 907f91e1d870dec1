// Everything the user interface remembers, as plain data beside the World and never inside it.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diff_lines.h"
#include "editor/analysis.h"
#include "editor/code_pane.h"
#include "layout.h"
#include "picket/engine.h"
#include "theme.h"

namespace picket::ui {

// The call as text for a tool, in the panel of "Copy as".
struct CopyAsState {
    std::size_t format = 0;
    CodePane shown;
    std::string problem;  // why there is none
    std::string made_of;  // what `shown` was written from
};

struct RequestState {
    const Operation* operation = nullptr;
    CodePane payload;
    Analysis analysis;         // of the payload
    std::uint64_t marked = 0;  // the analysis' changes that are marked in it
    CopyAsState copy_as;
    std::map<std::string, std::string, std::less<>> drafts;  // by operation: coming back finds what
                                                             // was written
    std::string search;
    std::size_t highlighted = 0;  // in the operations that match the search
};

// A row that a call added, removed or changed, as a reader of patches knows it.
struct ShownChange {
    std::string table;
    std::string key;
    char sign = '+';  // '+' added, '-' removed, '~' changed
    std::vector<DiffLine> lines;
};

struct ResponseState {
    bool present = false;
    std::string operation;
    bool dry_run = false;
    int status = 0;
    std::int64_t entry_id = 0;
    Timestamp at;
    std::optional<Error> error;
    std::vector<std::string> warnings;
    std::vector<ShownChange> changes;
    bool changes_cut = false;
    bool shows_changes = false;  // which of the two faces is up
    CodePane body;
};

inline constexpr std::string_view kChronicleView = "chronicle";
inline constexpr std::string_view kJournalView = "journal";

struct WorldState {
    std::string view = "things";  // a table's name, or the journal
    std::string selected_key;     // JSON of the selected row's key; empty: none
    std::size_t selected_place = 0;
    CodePane detail;
    std::string detail_of;  // what `detail` shows: table, key and contents
};

// Virtual time moves by real time times a speed while it plays, and at once when asked to advance.
struct Speed {
    std::string_view label;
    std::int64_t virtual_ms_per_second;
};
inline constexpr Speed kSpeeds[] = {
    {"1 s / s", kSecond}, {"1 min / s", kMinute}, {"10 min / s", 10 * kMinute},
    {"1 h / s", kHour},   {"6 h / s", 6 * kHour}, {"1 day / s", kDay},
};

struct ClockState {
    bool playing = false;
    std::size_t speed = 1;
    double played_ms = 0;            // when real time was last turned into virtual time
    std::optional<Timestamp> until;  // the engine has work to do up to here
    Timestamp from;                  // where that work began, for the progress bar
};

struct UiState {
    RequestState request;
    ResponseState response;
    WorldState world;
    ClockState clock;
    LayoutState layout;
    ThemeChoice theme = ThemeChoice::System;
    bool system_dark = true;
    double now_ms = 0;         // the host's clock, for animation only
    double wake_ms = -1;       // a view wants another frame this soon; < 0: no
    std::string announcement;  // for screen readers: the result of the last action
    std::uint64_t announcements = 0;

    bool dark() const {
        return theme == ThemeChoice::Dark || (theme == ThemeChoice::System && system_dark);
    }
    void wake_in(double ms) { wake_ms = wake_ms < 0 ? ms : (ms < wake_ms ? ms : wake_ms); }
    void announce(std::string text) {
        announcement = std::move(text);
        ++announcements;
    }
};

}  // namespace picket::ui
