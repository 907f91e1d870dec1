// Four arrangements of three panes between a header and the clock.
#include "layout.h"

#include <algorithm>
#include <cmath>

namespace picket::ui {
namespace {

float part(float room, float share, float least) {
    const float most = std::max(least, room - least);
    return std::round(std::clamp(room * share, least, most));
}

void plan_wide(Layout& out, const Rect& room, const LayoutState& state) {
    const float width = room.width - 2 * kGap;
    constexpr float kFirst = 320, kSecond = 280, kThird = 400;
    const float first = std::round(
        std::clamp(width * state.request_share, kFirst, width - kSecond - kThird));
    const float second = std::round(
        std::clamp(width * state.response_share, kSecond, width - first - kThird));
    out.request = {room.x, room.y, first, room.height};
    out.response = {out.request.right() + kGap, room.y, second, room.height};
    out.world = {out.response.right() + kGap, room.y, width - first - second, room.height};
}

void plan_medium(Layout& out, const Rect& room, const LayoutState& state) {
    const float left = part(room.width - kGap, state.left_share, 320);
    const float top = out.response_folded ? kFoldedHeight
                                          : part(room.height - kGap, state.top_share, 160);
    const float right = room.width - kGap - left;
    out.request = {room.x, room.y, left, room.height};
    out.response = {room.x + left + kGap, room.y, right, top};
    out.world = {out.response.x, room.y + top + kGap, right, room.height - kGap - top};
}

void plan_tall(Layout& out, const Rect& room, const LayoutState& state) {
    // The editor needs more of a high screen than the answer does of a wide one.
    const float top = part(room.height - kGap, state.top_share + 0.09f, 240);
    const float left = part(room.width - kGap, 0.5f, 280);
    out.request = {room.x, room.y, left, top};
    out.response = {room.x + left + kGap, room.y, room.width - kGap - left, top};
    out.world = {room.x, room.y + top + kGap, room.width, room.height - kGap - top};
}

}  // namespace

Layout plan_layout(float width, float height, const LayoutState& state, LayoutWishes wishes) {
    Layout out;
    out.kind = width >= 1600  ? LayoutKind::Wide
               : width >= 960 ? LayoutKind::Medium
               : width >= 640 ? LayoutKind::Tall
                              : LayoutKind::Single;
    out.response_folded = out.kind == LayoutKind::Medium && !wishes.answered;
    const bool single = out.kind == LayoutKind::Single;
    const bool two_rows = single || out.kind == LayoutKind::Tall;
    const float control = wishes.touch ? 44 : 32;
    const float header = wishes.touch ? 56 : 48;
    const float clock = two_rows ? 2 * control + 40 : control + 24;
    const float timeline = wishes.timeline && height >= 640 ? (single ? 48 : 56) : 0;
    const float tabs = single ? 48 : 0;
    out.header = {0, 0, width, header};
    out.tabs = {0, header, width, tabs};
    out.clock = {0, height - clock, width, clock};
    out.timeline = {0, height - clock - timeline, width, timeline};
    const float top = header + tabs;
    // A gap stands over the strip of time.
    const float bottom = clock + timeline + (timeline > 0 ? kGap : 0);
    const Rect room = {kGap, top, std::max(0.0f, width - 2 * kGap),
                       std::max(0.0f, height - top - bottom)};
    if (out.kind == LayoutKind::Wide) plan_wide(out, room, state);
    if (out.kind == LayoutKind::Medium) plan_medium(out, room, state);
    if (out.kind == LayoutKind::Tall) plan_tall(out, room, state);
    if (single) out.request = out.response = out.world = room;
    return out;
}

}  // namespace picket::ui
