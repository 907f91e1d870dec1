// See time_axis.h.
#include "chart/time_axis.h"

#include <algorithm>
#include <cmath>

#include "widgets.h"

namespace picket::ui {

void draw_time_ticks(Frame& frame, const TimeAxis& axis, TickLabels labels) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImRect& place = axis.place;
    const float line = ImGui::GetStyle().ChildBorderSize;
    push_face(frame, Face::Small);
    const auto most = static_cast<std::size_t>(std::max(2.0f, place.GetWidth() / frame.px(96)));
    float taken = -FLT_MAX;  // where the label before ends
    for (const Tick& tick : time_ticks(axis.time.from, axis.time.to, most)) {
        const float x = std::round(axis.x(tick.at));
        list.AddRectFilled(ImVec2(x, place.Min.y), ImVec2(x + line, place.Max.y),
                           frame.colours.border);
        const float width = ImGui::CalcTextSize(tick.label.c_str()).x;
        const bool inside = labels == TickLabels::Inside;
        const float left = inside ? x + frame.px(4)
                                  : std::clamp(x - width / 2, place.Min.x,
                                               std::max(place.Min.x, place.Max.x - width));
        if (left + width > place.Max.x + 1 || left < taken + frame.px(4)) continue;
        taken = left + width;
        const float y = inside ? place.Max.y - frame.px(15) : place.Max.y + frame.px(6);
        list.AddText(ImVec2(left, y), colour_of(frame, tick.strong ? Tone::Muted : Tone::Faint),
                     tick.label.c_str());
    }
    ImGui::PopFont();
}

namespace {

void zoom_at(TimeRange& range, double at, double factor) {
    range = {at - (at - range.from) * factor, at + (range.to - at) * factor};
}

// True when the part in sight is another one.
bool steer_by_keys(TimeAxis& axis, TimeRange all, std::optional<double>* pointer) {
    const ImGuiID id = ImGui::GetItemID();
    for (const ImGuiKey key : {ImGuiKey_LeftArrow, ImGuiKey_RightArrow, ImGuiKey_Home})
        ImGui::SetKeyOwner(key, id);
    const auto pressed = [](ImGuiKey key) { return ImGui::IsKeyPressed(key); };
    TimeRange& range = axis.time;
    const TimeRange before = range;
    const int steps = static_cast<int>(pressed(ImGuiKey_RightArrow)) -
                      static_cast<int>(pressed(ImGuiKey_LeftArrow));
    if (steps != 0) ImGui::SetNavCursorVisible(true);
    if (pointer != nullptr) {
        double& at = pointer->has_value() ? **pointer : pointer->emplace(range.to);
        at = std::clamp(at + steps * range.length() / 50, all.from, all.to);
        const double out = steps == 0
                               ? 0
                               : std::min(0.0, at - range.from) + std::max(0.0, at - range.to);
        range = {range.from + out, range.to + out};
        axis.pointed = at;
    } else {
        range = {range.from + steps * range.length() / 10, range.to + steps * range.length() / 10};
    }
    const double around = axis.pointed.value_or((range.from + range.to) / 2);
    const bool zooms = !ImGui::GetIO().KeyCtrl && !ImGui::GetIO().KeySuper;
    if (zooms && (pressed(ImGuiKey_Equal) || pressed(ImGuiKey_KeypadAdd)))
        zoom_at(range, around, 0.8);
    if (zooms && (pressed(ImGuiKey_Minus) || pressed(ImGuiKey_KeypadSubtract)))
        zoom_at(range, around, 1.25);
    return range.from != before.from || range.to != before.to;
}

}  // namespace

void place_reading(const Frame& frame, const TimeAxis& axis) {
    if (!axis.pointed) return;
    const bool right = axis.x(*axis.pointed) < axis.place.GetCenter().x;
    ImGui::SetNextWindowPos(
        ImVec2(axis.x(*axis.pointed) + frame.px(right ? 12 : -12), axis.place.Min.y),
        ImGuiCond_Always, ImVec2(right ? 0.0f : 1.0f, 0.0f));
}

bool steer_time(Frame& frame, TimeAxis& axis, TimeRange all, TimeRange& kept,
                std::optional<double>* pointer) {
    const ImGuiIO& io = ImGui::GetIO();
    TimeRange& range = axis.time;
    bool changed = false;
    ImGui::SetItemKeyOwner(ImGuiKey_MouseWheelY);
    if (ImGui::IsItemHovered() && io.MouseWheel != 0) {
        const double at = axis.time_at(io.MousePos.x);
        zoom_at(range, at, std::pow(0.8, static_cast<double>(io.MouseWheel)));
        changed = true;
    }
    if (ImGui::IsItemActive() && io.MouseDelta.x != 0 && ImGui::IsMouseDragging(0)) {
        const double moved = static_cast<double>(io.MouseDelta.x / axis.place.GetWidth()) *
                             range.length();
        range = {range.from - moved, range.to - moved};
        changed = true;
    }
    const bool keys = has_keys(frame);
    if (keys) changed = steer_by_keys(axis, all, pointer) || changed;
    if ((ImGui::IsItemHovered() && ImGui::IsMouseDoubleClicked(0)) ||
        (keys && ImGui::IsKeyPressed(ImGuiKey_Home))) {
        range = all;
        kept = {};
        return true;
    }
    if (!changed) return false;
    // Not narrower than a second, nor wider than what there is and a bit.
    const double size = std::clamp(range.length(), static_cast<double>(kSecond),
                                   std::max(all.length() * 1.2, static_cast<double>(kMinute)));
    const double centre = std::clamp((range.from + range.to) / 2, all.from, all.to);
    kept = range = {centre - size / 2, centre + size / 2};
    frame.ui.wake_in(0);
    return true;
}

}  // namespace picket::ui
