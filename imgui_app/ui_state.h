// Everything the user interface remembers, as plain data beside the World and never inside it.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "assessment_state.h"
#include "chart/plot_math.h"
#include "command.h"
#include "editor/analysis.h"
#include "editor/code_pane.h"
#include "editor/completion.h"
#include "editor/find.h"
#include "focus.h"
#include "importing.h"
#include "items/alarm_lanes.h"
#include "items/explanation.h"
#include "items/guides.h"
#include "items/section.h"
#include "layout.h"
#include "outcome.h"
#include "pending.h"
#include "picket/engine.h"
#include "picket/json_tree.h"
#include "picket/metric_history.h"
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
    std::optional<TextChange> change;                            // made in this frame
    std::map<std::string, std::size_t, std::less<>> pages;       // of long lists, by path:
                                                                 // their first elements in sight
    std::map<std::string, std::string, std::less<>> page_typed;  // an element's number
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
    bool alone = false;  // the text has the whole pane, while it is written in on a phone
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
    bool followers = false;  // among the changes
    std::string history_search;

    // Brings a call to the front, the last one or an earlier one.
    void show(const Outcome& outcome) {
        present = true;
        shown = outcome;
        body.read_only = true;
        body.load(outcome.body);
    }
};

// The filter, the order and the index of one list.
struct GridState {
    RowOrder order;
    RowIndex index;
    std::map<int, std::size_t> ages;  // of filters by time: which one of them, by column
    std::string value_prefix;         // in the open popup of a filter
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
    std::optional<std::size_t> member;  // the line of one that the arrows have reached
};

// A view over time: which part, and its thinned series. Empty: all of it.
struct ChartView {
    TimeRange range;
    std::optional<double> pointed;  // by keys
    std::uint64_t thinned_version = 0;
    double thinned_from = 0, thinned_to = 0;
    std::size_t thinned_columns = 0;
    std::vector<std::vector<ChartColumn>> thinned;
};

// Why a behavior is in alarm on a device, or not: which moment is shown, and the answer about it.
struct ExplainState {
    Pair pair;
    std::size_t moment = 0;
    std::optional<float> part;  // of the answer that is on its way
    std::string of;             // the answer that `shown` was read from
    Explanation shown;
    std::uint64_t version = 0;
    ChartView view;
    bool all_steps = false;
};
struct MetricsState {
    std::string thing, series;  // the chosen series
    std::optional<World> read;  // what `points` and `known` were made of
    double read_ms = 0;         // and when
    std::vector<ChartPoint> points;
    std::string unit;
    std::uint64_t version = 0;
    std::vector<MeasuredSeries> known;  // the first ones
    std::string filter;
    ChartView view;
    // What one of the behaviors that judge the series made of it, up to where the view ends.
    std::size_t judge = 0;
    ExplainState explained;
    double moved_to = 0, moved_ms = 0, explained_to = 0;
};
// One device of the simulated fleet in the panel.
struct SimulatedState {
    std::string fleet;
    std::int64_t device = 0;
    std::size_t metric = 0, span = 1;
    std::string of;  // the answer that the rest was read from
    std::vector<ChartPoint> points;
    std::string doing;  // at the end
    std::uint64_t version = 0;
    double asked_ms = 0;
    ChartView view;
};
struct GuideState {
    std::vector<Guide> guides;  // read when they are first shown
    std::string filter;
    std::optional<std::size_t> open;  // the one that is walked through
    std::size_t next = 0;             // the step that comes
    std::size_t run_to = 0;           // steps before this one follow by themselves
    bool stays = false;               // in front, after a call
};
struct LanesState {
    LaneKind kind = LaneKind::Things;
    std::size_t reach = 0;
    TimeRange range;  // empty: as far as `reach` says
    bool made = false;
    LaneKind made_as = LaneKind::Things;  // what `lanes` were made of
    Table<NewestFirst, ViolationEvent> events;
    Table<NewestFirst, ActiveViolation> active;
    std::vector<AlarmLane> lanes;
};
struct WhyState {
    Pair pair;  // the chosen one, in its section
    std::string filter;
};

struct WorldState {
    std::string section = "things";
    std::map<int, std::string> last_of;  // the section an area was left at
    ItemRef item;                        // the row in the panel; empty: none
    std::vector<ItemRef> trail;          // where one came from by links
    bool reveal = false;                 // the list is to scroll to the row
    bool focus_filter = false;
    ItemRef left;  // the row whose panel was closed last: lists go on from it
    std::map<std::string, GridState, std::less<>> grids;
    bool shows_json = false;
    CodePane detail;
    std::string detail_of;  // what `detail` shows
    CodePane document;
    std::string document_of;
    MentionsState mentions;
    GroupsState groups;
    MetricsState metrics;
    ExplainState explained;
    WhyState why;
    LanesState lanes;
    SimulatedState simulated;
    GuideState guide;
    ItemRef bars_of;  // the task whose executions are shown, and the part of time in sight
    TimeRange bars_range;
    std::map<std::string, std::string, std::less<>> setting_drafts;
    std::string table = "things";  // of the raw tables
    std::string selected_key;      // JSON of the selected row's key; empty: none
    std::size_t selected_place = 0;
};

struct TimelineState {
    TimeRange range;                // empty: all
    std::optional<double> pointed;  // by keys
    std::optional<World> ahead;     // the latest World that was seen, while the clock is before it
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

// The list that the keys move in, for those who hear it: the rows around the chosen one.
struct HeardList {
    std::string name;  // empty: no list has the keys
    std::vector<std::string> rows;
    std::size_t first = 0;       // the place of rows[0] in the whole list
    std::size_t total = 0;       // rows of the whole list
    std::ptrdiff_t chosen = -1;  // in `rows`
    bool operator==(const HeardList&) const = default;
};

inline constexpr float kZoomLeast = 0.6f, kZoomMost = 2.5f;

struct UiState {
    RequestState request;
    AssessmentState assessment;
    ResponseState response;
    History history;
    WorldState world;
    ClockState clock;
    LayoutState layout;
    TimelineState timeline;
    PaletteState palette;
    FocusState focus;
    bool sheet_opens = false;  // the sheet of shortcuts, in the next frame
    std::map<std::string, Answer, std::less<>> answers;
    EngineOptions first_session;  // of the first visit
    std::vector<Asking> asking;   // the first is being answered
    std::string branch = "Main";  // the name of the session that is shown
    std::vector<Branch> branches;
    VisitsState visits;
    UndoState undone;
    std::optional<ReplayWork> replaying;
    ImportState importing;
    std::vector<Toast> toasts;
    double alarm_told_ms = 0;  // when a toast last told of an alarm
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
    HeardList heard;  // what a screen reader is told of the list that has the keys
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
