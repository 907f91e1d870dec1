// Everything the user interface remembers, as plain data beside the World and never inside it.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "editor/analysis.h"
#include "editor/code_pane.h"
#include "editor/completion.h"
#include "editor/find.h"
#include "layout.h"
#include "outcome.h"
#include "picket/engine.h"
#include "picket/json_tree.h"
#include "theme.h"

namespace picket::ui {

// The call as text for a tool, in the panel of "Copy as".
struct CopyAsState {
    std::size_t format = 0;
    CodePane shown;
    std::string problem;  // why there is none
    std::string made_of;  // what `shown` was written from
};

// The list of what may be written at the caret, over the text.
struct CompletionState {
    bool open = false;
    Completion list;
    std::size_t chosen = 0;
    std::size_t first = 0;  // the first row in sight
    Rect place;             // of the list on the screen, real pixels
    bool covered = false;   // the pointer is over it, so that a press is not the text's
    // The text it follows.
    std::uint64_t revision = 0;
    std::size_t caret = 0;
};

struct HoverState {
    std::uint64_t revision = 0;
    const Operation* operation = nullptr;
    std::size_t at = 0;
    Description description;
};

// The form, the other face of the payload: its tree of the text, and what is typed into it right
// now.
struct FormState {
    bool open = false;
    std::uint64_t revision = 0;
    TolerantJson json;
    std::string draft_of;  // path of the field being typed into; empty: none
    std::string draft;
    std::string new_key_of;  // path of the map a key is typed for
    std::string new_key;
    std::optional<TextChange> change;  // made in this frame
};

struct RequestState {
    const Operation* operation = nullptr;
    CodePane payload;
    Analysis analysis;         // of the payload
    std::uint64_t marked = 0;  // the analysis' changes that are marked in it
    CopyAsState copy_as;
    CompletionState completion;
    bool completion_goes_on = false;  // what was accepted has a place to fill
    HoverState hover;
    FindState find;
    FormState form;
    std::optional<bool> send_later;  // a dry run or not, once a field has handed over its text
    std::map<std::string, std::string, std::less<>> drafts;  // by operation: coming back finds what
                                                             // was written
    std::string search;
    std::size_t highlighted = 0;  // in the operations that match the search
};

enum class ResponseFace : std::uint8_t { Body, Changes, Next, History };

// The body as a tree that folds: its rows, remade when the body or what is folded changes.
struct BodyTree {
    std::string of;  // the text it was read from
    TolerantJson json;
    std::vector<bool> folded;  // by node
    struct Row {
        std::uint32_t node = 0;
        std::uint32_t depth = 0;
    };
    std::vector<Row> rows;
};

struct ResponseState {
    bool present = false;
    Outcome shown;
    ResponseFace face = ResponseFace::Body;
    bool as_tree = false;
    CodePane body;
    BodyTree tree;
    std::string history_search;

    // Brings a call to the front, the last one or an earlier one.
    void show(const Outcome& outcome) {
        present = true;
        shown = outcome;
        body.read_only = true;
        body.load(outcome.body);
    }
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
    History history;
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
