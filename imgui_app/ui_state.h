// Everything the user interface remembers, as plain data beside the World and never inside it.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "chart/plot_math.h"
#include "diff_lines.h"
#include "editor/analysis.h"
#include "editor/code_pane.h"
#include "items/section.h"
#include "layout.h"
#include "picket/engine.h"
#include "row_index.h"
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

// The filter, the order and the index of one list.
struct GridState {
    RowOrder order;
    RowIndex index;
};

// The newest chronicle lines about one subject, as far as they have been looked for.
struct MentionsState {
    std::string subject;
    Table<std::int64_t, ChronicleEvent> chronicle;
    std::vector<std::int64_t> found;
    std::size_t left = 0;  // lines not looked at
};

// A line of the tree of groups, or all members of a group.
struct GroupRun {
    std::string group;
    int depth = 0;
    std::size_t begin = 0;  // its first line
    std::size_t count = 1;
    bool members = false;
    bool opens = false;  // there is something in it
    bool open = false;
};
struct GroupsState {
    std::set<std::string, std::less<>> toggled;  // roots that are closed, others that are open
    Table<PairKey, Empty> children;              // what the lines were made of
    Table<PairKey, Membership> members;
    std::string filter;
    bool built = false;
    bool changed = false;
    std::vector<GroupRun> runs;
    std::size_t lines = 0;
};

// A view over time: which part, and its thinned series. Empty: all of it.
struct ChartView {
    double from = 0, to = 0;
    std::uint64_t thinned_version = 0;
    double thinned_from = 0, thinned_to = 0;
    std::size_t thinned_columns = 0;
    std::vector<std::vector<ChartColumn>> thinned;
};

struct MetricsState {
    Table<MetricDatumKey, MetricValue> values;  // what `points` and `known` were made of
    std::string thing, series;                  // the chosen series
    std::vector<ChartPoint> points;
    std::uint64_t version = 0;
    std::vector<std::pair<std::string, std::string>> known;  // (thing, series), the first ones
    std::string filter;
    ChartView view;
};

struct WorldState {
    std::string section = "things";
    std::map<int, std::string> last_of;  // the section an area was left at
    ItemRef item;                        // the row in the panel; empty: none
    std::vector<ItemRef> trail;          // where one came from by links
    bool reveal = false;                 // the list is to scroll to the row
    bool focus_filter = false;
    std::map<std::string, GridState, std::less<>> grids;
    bool shows_json = false;
    CodePane detail;
    std::string detail_of;  // what `detail` shows
    MentionsState mentions;
    GroupsState groups;
    MetricsState metrics;
    std::map<std::string, std::string, std::less<>> setting_drafts;
    std::string table = "things";  // of the raw tables
    std::string selected_key;      // JSON of the selected row's key; empty: none
    std::size_t selected_place = 0;
};

// An answer to a reading call that a view asked for, and the World it was true in.
struct Answer {
    std::string body;
    World world;
};

// A session beside the one that is shown: a branch.
struct Branch {
    std::string name;
    Engine engine;
};

struct UndoState {
    std::optional<Engine> engine;      // as it was before
    std::string what;                  // "CreateThing at 2026-01-01 00:00:00"
    std::vector<std::string> failing;  // later calls that fail without it, in words
};

struct TimelineState {
    TimeRange range;             // empty: all
    std::optional<World> ahead;  // the latest World that was seen, while the clock is before it
    bool open = true;
};

struct Toast {
    std::string text;
    Tone tone = Tone::Plain;
    double until_ms = 0;
};

struct PaletteState {
    bool opens = false;  // in the next frame
    std::string search;
    std::size_t highlighted = 0;
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

inline constexpr float kZoomLeast = 0.6f, kZoomMost = 2.5f;

struct UiState {
    RequestState request;
    ResponseState response;
    WorldState world;
    ClockState clock;
    LayoutState layout;
    TimelineState timeline;
    PaletteState palette;
    bool focus_pane = false;   // the pane in front takes the keys, in the next frame
    bool sheet_opens = false;  // the sheet of shortcuts, in the next frame
    std::map<std::string, Answer, std::less<>> answers;
    std::string branch = "Main";  // the name of the session that is shown
    std::vector<Branch> branches;
    UndoState undone;
    std::vector<Toast> toasts;
    ThemeChoice theme = ThemeChoice::System;
    float zoom = 1;
    bool system_dark = true;
    double now_ms = 0;         // the host's clock, for animation only
    double wake_ms = -1;       // a view wants another frame this soon; < 0: no
    std::string announcement;  // for screen readers: the result of the last action
    std::uint64_t announcements = 0;

    bool dark() const { return scheme() != Scheme::Light; }
    Scheme scheme() const {
        if (theme == ThemeChoice::HighContrast) return Scheme::HighContrast;
        const bool dark = theme == ThemeChoice::Dark ||
                          (theme == ThemeChoice::System && system_dark);
        return dark ? Scheme::Dark : Scheme::Light;
    }
    void wake_in(double ms) { wake_ms = wake_ms < 0 ? ms : (ms < wake_ms ? ms : wake_ms); }
    void announce(std::string text) {
        announcement = std::move(text);
        ++announcements;
    }
    // Says something for a few seconds, beside whatever goes on; to screen readers, too.
    void toast(std::string text, Tone tone = Tone::Plain) {
        if (toasts.size() == 2) toasts.erase(toasts.begin());
        announce(text);
        toasts.push_back({std::move(text), tone, now_ms + 5000});
    }
};

}  // namespace picket::ui
