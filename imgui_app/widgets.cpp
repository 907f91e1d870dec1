// Text, surfaces and spacing. Controls are in controls.cpp.
#include "widgets.h"

#include <algorithm>
#include <vector>

#include "imgui_internal.h"

namespace picket::ui {

std::uint32_t colour_of(const Frame& frame, Tone tone) {
    switch (tone) {
    case Tone::Plain:
        return frame.colours.text;
    case Tone::Muted:
        return frame.colours.muted;
    case Tone::Faint:
        return frame.colours.faint;
    case Tone::Accent:
        return frame.colours.accent;
    case Tone::Ok:
        return frame.colours.ok;
    case Tone::Warn:
        return frame.colours.warn;
    case Tone::Danger:
        return frame.colours.danger;
    }
    return frame.colours.text;
}

std::uint32_t soft_colour_of(const Frame& frame, Tone tone) {
    switch (tone) {
    case Tone::Accent:
        return frame.colours.accent_soft;
    case Tone::Ok:
        return frame.colours.ok_soft;
    case Tone::Warn:
        return frame.colours.warn_soft;
    case Tone::Danger:
        return frame.colours.danger_soft;
    default:
        return frame.colours.raised;
    }
}

void push_face(const Frame& frame, Face face) {
    const Fonts& fonts = frame.fonts;
    switch (face) {
    case Face::Body:
        return ImGui::PushFont(fonts.sans, kBodySize);
    case Face::Small:
        return ImGui::PushFont(fonts.sans, kSmallSize);
    case Face::Strong:
        return ImGui::PushFont(fonts.strong, kBodySize);
    case Face::SmallStrong:
        return ImGui::PushFont(fonts.strong, kSmallSize);
    case Face::Title:
        return ImGui::PushFont(fonts.strong, kTitleSize);
    case Face::Mono:
        return ImGui::PushFont(fonts.mono, kCodeSize);
    case Face::MonoSmall:
        return ImGui::PushFont(fonts.mono, kSmallSize);
    case Face::MonoLarge:
        return ImGui::PushFont(fonts.mono, kTitleSize);
    }
}

// Only what can be seen can be pressed: a rectangle ends where its window does.
void put_note(Frame& frame, ImRect place, std::string_view label, std::string_view shown,
              bool enabled) {
    place.ClipWith(ImGui::GetCurrentWindow()->ClipRect);
    frame.probe->items.push_back({frame.probe->scope(), std::string(label), std::string(shown),
                                  place.Min.x, place.Min.y, place.Max.x, place.Max.y, enabled});
}

void note(Frame& frame, std::string_view label, std::string_view shown, bool enabled) {
    offer_focus(frame);
    if (frame.probe == nullptr || !ImGui::IsItemVisible()) return;
    put_note(frame, {ImGui::GetItemRectMin(), ImGui::GetItemRectMax()}, label, shown, enabled);
    const auto& stops = frame.ui.focus.stops;
    const unsigned item = ImGui::GetItemID();
    if (item != 0 && !stops.empty() && stops.back() == item) frame.probe->items.back().stop = item;
}

void note_at(Frame& frame, ImVec2 min, ImVec2 max, std::string_view label, std::string_view shown) {
    if (frame.probe != nullptr) put_note(frame, {min, max}, label, shown, true);
}

void text(Frame& frame, std::string_view shown, Tone tone, Face face) {
    push_face(frame, face);
    ImGui::PushStyleColor(ImGuiCol_Text, colour_of(frame, tone));
    ImGui::TextUnformatted(shown.data(), shown.data() + shown.size());
    ImGui::PopStyleColor();
    ImGui::PopFont();
    note(frame, {}, shown);
}

void text_wrapped(Frame& frame, std::string_view shown, Tone tone, Face face) {
    ImGui::PushTextWrapPos(0);
    text(frame, shown, tone, face);
    ImGui::PopTextWrapPos();
}

float text_width(const Frame& frame, std::string_view shown, Face face) {
    push_face(frame, face);
    const float width = ImGui::CalcTextSize(shown.data(), shown.data() + shown.size()).x;
    ImGui::PopFont();
    return width;
}

void text_fitted(Frame& frame, std::string_view shown, float width, Tone tone, Face face) {
    const float room = width > 0 ? frame.px(width) : ImGui::GetContentRegionAvail().x;
    push_face(frame, face);
    const ImVec2 size = ImGui::CalcTextSize(shown.data(), shown.data() + shown.size());
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const bool cut = size.x > room;
    ImGui::Dummy(ImVec2(cut ? std::max(room, 1.0f) : size.x, size.y));
    ImGui::PushStyleColor(ImGuiCol_Text, colour_of(frame, tone));
    // A little below the text's own height, so that descenders are whole.
    ImGui::RenderTextEllipsis(ImGui::GetWindowDrawList(), at,
                              ImVec2(at.x + room, at.y + size.y + frame.px(3)), at.x + room,
                              shown.data(), shown.data() + shown.size(), &size);
    ImGui::PopStyleColor();
    ImGui::PopFont();
    note(frame, {}, shown);
    if (cut) tip(frame, shown);
}

void chip(Frame& frame, std::string_view shown, Tone tone) {
    push_face(frame, Face::SmallStrong);
    const ImVec2 size = ImGui::CalcTextSize(shown.data(), shown.data() + shown.size());
    const ImVec2 padding(frame.px(8), frame.px(2));
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::Dummy(ImVec2(size.x + 2 * padding.x, size.y + 2 * padding.y));
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(at, ImVec2(at.x + size.x + 2 * padding.x, at.y + size.y + 2 * padding.y),
                       soft_colour_of(frame, tone), frame.px(4));
    list.AddText(ImVec2(at.x + padding.x, at.y + padding.y), colour_of(frame, tone), shown.data(),
                 shown.data() + shown.size());
    ImGui::PopFont();
    note(frame, {}, shown);
}

void begin_panel(Frame& frame, std::string_view name, const Rect& place) {
    if (frame.probe != nullptr) frame.probe->scopes.emplace_back(name);
    ImGui::SetCursorScreenPos(ImVec2(frame.px(place.x), frame.px(place.y)));
    ImGui::PushStyleColor(ImGuiCol_ChildBg, frame.colours.surface);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
    const ImVec2 size(frame.px(place.right()) - frame.px(place.x),
                      frame.px(place.bottom()) - frame.px(place.y));
    ImGui::BeginChild(ImGui::GetID(name.data(), name.data() + name.size()), size,
                      ImGuiChildFlags_Borders | ImGuiChildFlags_NavFlattened,
                      ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse);
    ImGui::PopStyleVar();
    ImGui::PopStyleColor();
}

void hold_cursor() { ImGui::Dummy(ImVec2(0, 0)); }

void end_child() {
    hold_cursor();
    ImGui::EndChild();
}

void end_panel(Frame& frame) {
    end_child();
    if (frame.probe != nullptr) frame.probe->scopes.pop_back();
}

void panel_title(Frame& frame, std::string_view title) {
    ImGui::SetCursorPos(ImVec2(frame.px(16), frame.px(14)));
    text(frame, title, Tone::Muted, Face::SmallStrong);
}

void tip(Frame& frame, std::string_view shown) {
    if (shown.empty() || frame.touch || !ImGui::IsItemHovered(ImGuiHoveredFlags_ForTooltip)) return;
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(frame.px(12), frame.px(8)));
    if (ImGui::BeginTooltip()) {
        push_face(frame, Face::Small);
        ImGui::PushTextWrapPos(frame.px(400));
        const std::string_view some = shown.substr(0, 2000);
        ImGui::TextUnformatted(some.data(), some.data() + some.size());
        ImGui::PopTextWrapPos();
        ImGui::PopFont();
        ImGui::EndTooltip();
    }
    ImGui::PopStyleVar();
}

void rule(const Frame& frame) {
    const ImGuiWindow& window = *ImGui::GetCurrentWindow();
    const float y = ImGui::GetCursorScreenPos().y;
    const float thickness = ImGui::GetStyle().ChildBorderSize;
    ImGui::GetWindowDrawList()->AddRectFilled(ImVec2(window.InnerRect.Min.x, y),
                                              ImVec2(window.InnerRect.Max.x, y + thickness),
                                              frame.colours.border);
    ImGui::SetCursorScreenPos(ImVec2(ImGui::GetCursorScreenPos().x, y + thickness));
}

void gap(const Frame& frame, float css) {
    ImGui::SetCursorPosY(ImGui::GetCursorPosY() + frame.px(css));
}

namespace {

std::vector<std::string_view> wrapped_lines(std::string_view shown, float width) {
    std::vector<std::string_view> lines;
    while (!shown.empty()) {
        const char* end = shown.data() + shown.size();
        const char* cut = ImGui::GetFont()->CalcWordWrapPosition(ImGui::GetFontSize(), shown.data(),
                                                                 end, width);
        const auto size = static_cast<std::size_t>(std::max<std::ptrdiff_t>(1, cut - shown.data()));
        lines.push_back(shown.substr(0, size));
        shown.remove_prefix(size);
        while (!shown.empty() && shown.front() == ' ') shown.remove_prefix(1);
    }
    return lines;
}

}  // namespace

bool empty_state(Frame& frame, std::string_view title, std::string_view body,
                 std::string_view action) {
    const ImVec2 room = ImGui::GetContentRegionAvail();
    const float width = std::min(room.x - frame.px(32), frame.px(360));
    const float left = ImGui::GetCursorPosX() + std::max(frame.px(16), (room.x - width) * 0.5f);
    const float needed = frame.px(action.empty() ? 72 : 120);
    ImGui::SetCursorPosY(ImGui::GetCursorPosY() + std::max(frame.px(16), (room.y - needed) * 0.4f));
    const auto centred = [&](float content) {
        ImGui::SetCursorPosX(left + std::max(0.0f, (width - content) * 0.5f));
    };
    centred(text_width(frame, title, Face::Strong));
    text(frame, title, Tone::Plain, Face::Strong);
    for (const std::string_view line : wrapped_lines(body, width)) {
        centred(text_width(frame, line, Face::Body));
        text(frame, line, Tone::Muted);
        gap(frame, -4);
    }
    if (frame.probe != nullptr) note(frame, {}, body);
    if (action.empty()) return false;
    gap(frame, 8);
    centred(button_width(frame, action));
    return button(frame, action);
}

}  // namespace picket::ui
