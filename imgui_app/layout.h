// Where the panes of the workbench lie, in CSS pixels, for a screen of any size. Pure arithmetic.
#pragma once

#include <cstdint>

namespace picket::ui {

struct Rect {
    float x = 0, y = 0, width = 0, height = 0;
    float right() const { return x + width; }
    float bottom() const { return y + height; }
};

enum class Pane : std::uint8_t { Request, Response, World };

// What the user has chosen: which pane a phone shows, and where the dividers stand (parts of the
// room between them).
struct LayoutState {
    Pane pane = Pane::Request;
    float request_share = 0.28f;   // wide: of the width
    float response_share = 0.26f;  // wide: of the width
    float left_share = 0.42f;      // medium: of the width
    float top_share = 0.46f;       // medium and tall: of the height
    float list_share = 0.5f;       // of the World pane, beside the panel of a row
};

enum class LayoutKind : std::uint8_t {
    Wide,    // request | response | world
    Medium,  // request | response over world
    Tall,    // request | response, world below
    Single,  // one pane at a time, chosen by a row of tabs
};

struct Layout {
    LayoutKind kind = LayoutKind::Wide;
    Rect header, tabs, request, response, world, timeline, clock;
    bool response_folded = false;  // it is a strip that says what would come there
};

inline constexpr float kGap = 8;

// How high a pane is of which nothing but its title shows.
inline constexpr float kFoldedHeight = 56;

struct LayoutWishes {
    bool touch = false;
    bool timeline = true;  // where there is room for it
    bool answered = true;  // there is a response to show
};
Layout plan_layout(float width, float height, const LayoutState& state, LayoutWishes wishes);

}  // namespace picket::ui
