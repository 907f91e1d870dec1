// Where the keys are. The Tab key goes through everything, as in a page; a list, a chart and a text
// that scrolls are one stop each and have the arrows to themselves. When the widget that the keys
// are at goes away, they go to what stood beside it.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "layout.h"

struct ImGuiWindow;
struct ImRect;

namespace picket::ui {

struct Frame;

struct FocusStop {
    std::uint32_t id = 0;
    std::uint32_t window = 0;
    std::uint32_t root = 0;  // the window, or the popup, that the Tab key stays in
    std::optional<Pane> pane;
    bool list = false;
    bool operator==(std::uint32_t other) const { return id == other; }
};

struct FocusState {
    std::vector<FocusStop> stops;   // of this frame, in the order of the Tab key
    std::vector<FocusStop> before;  // of the last frame in which the widget of the keys was there
    std::uint32_t wanted = 0;       // is given the keys when it is drawn
    bool shown = false;             // with the ring around it
    std::optional<Pane> pane;       // whose widgets are being drawn
    std::optional<Pane> to;         // a pane that is given them, once it is drawn anew
    std::optional<Pane> due;        // that pane, as it is drawn now
    bool list_first = false;        // its list is; else where they were last in it
    std::uint32_t last[3] = {};     // where they were last in each pane
    std::uint32_t list = 0;         // the list of the World, when it is drawn
};

// The widget just drawn is a stop of the Tab key, if ImGui knows it as one.
void offer_focus(Frame& frame);
void offer_focus(Frame& frame, std::uint32_t id, ImGuiWindow* window, bool list = false);
// The keys go to the list of the World, or to whatever else it has.
void focus_list(FocusState& state);
// At the begin of a frame, before anything is drawn.
void begin_focus(FocusState& state);
// At the end of a frame: finds the keys a place when theirs is gone, or another one is wanted.
void follow_focus(FocusState& state);

// The field of that name, which is drawn next, is written in. ImGui's own request for it is
// forgotten when the keys are in another child window.
void focus_field(const char* name);

// The visible part of the current window as one stop; true while it has the keys, and then arrows,
// page keys, Home and End are its own.
bool key_area(Frame& frame, std::string_view label, const ImRect& place, bool list = false);
// The same of a text without widgets: these keys scroll it.
void scroll_by_keys(Frame& frame, std::string_view label);
// For the widget just drawn: whether the keys are at it, and not only since a click.
bool has_keys(const Frame& frame);
void own_keys(std::uint32_t id);

// Where a list goes on to from place `at` of `size`, by the keys that were pressed. `at` is `size`
// when no row is chosen.
std::size_t moved_by_keys(std::size_t at, std::size_t size, std::size_t rows_per_page);

}  // namespace picket::ui
