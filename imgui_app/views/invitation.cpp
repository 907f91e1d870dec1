// The first thing to press: a session that has just begun, and in which something will happen,
// offers to let time run, and shows the alarms that come of it.
#include "../widgets.h"
#include "imgui_internal.h"
#include "views.h"
#include "world_parts.h"

namespace picket::ui {
namespace {

constexpr const char* kLetTimeRun = "Let time run";

bool invites(const Frame& frame) {
    const ClockState& clock = frame.ui.clock;
    return frame.timeline.next_due && frame.world.now == frame.timeline.start && !clock.playing &&
           !clock.until && frame.ui.world.section != "import";
}

constexpr float kLow = 420;  // a pane that has no room for two lines

}  // namespace

float invitation_height(const Frame& frame, const Rect& place) {
    if (!invites(frame)) return 0;
    return place.height < kLow && place.width >= 480 ? 48 : 64;
}

void draw_invitation(Frame& frame, float top, const Rect& place) {
    Scope scope(frame, "Invitation");
    const ImVec2 corner = ImGui::GetWindowPos();
    const float width = place.width, height = invitation_height(frame, place);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(ImVec2(corner.x + frame.px(1), corner.y + top),
                       ImVec2(corner.x + frame.px(width - 1), corner.y + top + frame.px(height)),
                       frame.colours.accent_soft, frame.px(8), ImDrawFlags_RoundCornersBottom);
    const float press = button_width(frame, kLetTimeRun) / frame.scale;
    const float room = width - press - 48;
    const std::string wait = duration_text(*frame.timeline.next_due - frame.world.now);
    const std::string follows = width < 480 ? "An event in " + wait + ", then alarms"
                                            : "The next event is " + wait + " away. Alarms follow.";
    if (height < 64) {
        ImGui::SetCursorPos(ImVec2(frame.px(16), top + frame.px(15)));
        text_fitted(frame, "Time stands still here. " + follows, room, Tone::Plain, Face::Small);
    } else {
        ImGui::SetCursorPos(ImVec2(frame.px(16), top + frame.px(12)));
        text_fitted(frame, "Time stands still here", room, Tone::Plain, Face::Strong);
        ImGui::SetCursorPos(ImVec2(frame.px(16), top + frame.px(34)));
        text_fitted(frame, follows, room, Tone::Muted, Face::Small);
    }
    const float control = ImGui::GetFrameHeight() / frame.scale;
    ImGui::SetCursorPos(
        ImVec2(frame.px(width - press - 16), top + frame.px((height - control) / 2)));
    if (!button(frame, kLetTimeRun,
                {.kind = ButtonKind::Primary, .tip = "Play, and look at the alarms"}))
        return;
    frame.out.push_back(Play{});
    open_section(frame.ui, "alarms");
}

}  // namespace picket::ui
