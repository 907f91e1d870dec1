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

}  // namespace

float invitation_height(const Frame& frame, float width) {
    if (!invites(frame)) return 0;
    return width < 480 ? 104 : 64;
}

void draw_invitation(Frame& frame, float top, float width) {
    Scope scope(frame, "Invitation");
    const ImVec2 corner = ImGui::GetWindowPos();
    const float height = invitation_height(frame, width);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(ImVec2(corner.x + frame.px(1), corner.y + top),
                       ImVec2(corner.x + frame.px(width - 1), corner.y + top + frame.px(height)),
                       frame.colours.accent_soft, frame.px(8), ImDrawFlags_RoundCornersBottom);
    const bool narrow = width < 480;
    const float press = button_width(frame, kLetTimeRun) / frame.scale;
    const float room = narrow ? width - 32 : width - press - 56;
    ImGui::SetCursorPos(ImVec2(frame.px(16), top + frame.px(12)));
    text_fitted(frame, "Time stands still here", room, Tone::Plain, Face::Strong);
    ImGui::SetCursorPos(ImVec2(frame.px(16), top + frame.px(34)));
    const std::string wait = duration_text(*frame.timeline.next_due - frame.world.now);
    text_fitted(frame, "The next event is " + wait + " away. Alarms follow.", room, Tone::Muted,
                Face::Small);
    ImGui::SetCursorPos(narrow ? ImVec2(frame.px(16), top + frame.px(60))
                               : ImVec2(frame.px(width - press - 16), top + frame.px(16)));
    if (!button(frame, kLetTimeRun,
                {.kind = ButtonKind::Primary, .tip = "Play, and look at the alarms"}))
        return;
    frame.out.push_back(Play{});
    open_section(frame.ui, "alarms");
}

}  // namespace picket::ui
