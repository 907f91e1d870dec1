// Buttons, choices, list rows and fields in the workbench's look.
#include <algorithm>
#include <cmath>

#include "imgui_internal.h"
#include "misc/cpp/imgui_stdlib.h"
#include "widgets.h"

namespace picket::ui {
namespace {

struct Colours {
    std::uint32_t fill, hover, text, border;
};

Colours colours_of(const Frame& frame, ButtonLook look) {
    const Palette& c = frame.colours;
    if (!look.enabled) return {c.raised, c.raised, c.faint, c.border};
    switch (look.kind) {
    case ButtonKind::Primary:
        return {c.accent_fill, c.accent_fill_hover, c.accent_text, c.accent_fill};
    case ButtonKind::Plain:
        return {c.surface, c.hover, c.text, c.control_border};
    case ButtonKind::Quiet:
        return {0, c.hover, c.muted, 0};
    }
    return {};
}

float control_height(const Frame& frame, bool small) {
    if (frame.touch) return frame.px(small ? 40 : 44);
    return frame.px(small ? 28 : 32);
}

struct Press {
    bool pressed = false;
    bool hovered = false;
    ImRect place;
};

Press press_area(std::string_view label, const ImVec2& size, bool enabled) {
    ImGui::PushID(label.data(), label.data() + label.size());
    if (!enabled) ImGui::BeginDisabled();
    Press press;
    press.pressed = ImGui::InvisibleButton("press", size, ImGuiButtonFlags_EnableNav);
    press.hovered = ImGui::IsItemHovered();
    press.place = ImRect(ImGui::GetItemRectMin(), ImGui::GetItemRectMax());
    if (!enabled) ImGui::EndDisabled();
    ImGui::PopID();
    if (press.hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    return press;
}

void draw_surface(const Frame& frame, const Press& press, const Colours& colours) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float rounding = frame.px(6);
    const std::uint32_t fill = press.hovered ? colours.hover : colours.fill;
    if ((fill & IM_COL32_A_MASK) != 0)
        list.AddRectFilled(press.place.Min, press.place.Max, fill, rounding);
    if ((colours.border & IM_COL32_A_MASK) != 0) {
        list.AddRect(press.place.Min, press.place.Max, colours.border, rounding, 0,
                     ImGui::GetStyle().ChildBorderSize);
    }
}

void draw_centred(const ImRect& place, std::string_view label, std::uint32_t colour) {
    const ImVec2 size = ImGui::CalcTextSize(label.data(), label.data() + label.size());
    const ImVec2 at(std::floor(place.GetCenter().x - size.x * 0.5f),
                    std::floor(place.GetCenter().y - size.y * 0.5f));
    ImGui::GetWindowDrawList()->AddText(at, colour, label.data(), label.data() + label.size());
}

}  // namespace

float button_width(const Frame& frame, std::string_view label, bool small) {
    return text_width(frame, label, small ? Face::SmallStrong : Face::Strong) +
           frame.px(small ? 20 : 28);
}

bool button(Frame& frame, std::string_view label, ButtonLook look) {
    const float width = look.width > 0 ? frame.px(look.width)
                                       : button_width(frame, label, look.small);
    const Press press = press_area(label, ImVec2(width, control_height(frame, look.small)),
                                   look.enabled);
    const Colours colours = colours_of(frame, look);
    draw_surface(frame, press, colours);
    push_face(frame, look.small ? Face::SmallStrong : Face::Strong);
    draw_centred(press.place, label, colours.text);
    ImGui::PopFont();
    note(frame, label, label, look.enabled);
    tip(frame, look.tip);
    return press.pressed && look.enabled;
}

bool icon_button(Frame& frame, Icon icon, std::string_view label, std::string_view tip_text,
                 bool enabled) {
    return icon_button(frame, icon, label, tip_text, ButtonLook{.enabled = enabled});
}

bool icon_button(Frame& frame, Icon icon, std::string_view label, std::string_view tip_text,
                 ButtonLook look) {
    const float size = control_height(frame, look.small);
    const Press press = press_area(label, ImVec2(size, size), look.enabled);
    const Colours colours = colours_of(frame, look);
    draw_surface(frame, press, colours);
    draw_icon(icon, press.place.GetCenter(), frame.px(look.small ? 13 : 16),
              look.enabled ? colours.text : frame.colours.faint);
    note(frame, label, {}, look.enabled);
    tip(frame, tip_text);
    return press.pressed && look.enabled;
}

float small_control_height(const Frame& frame) { return frame.touch ? 40 : 28; }

bool quiet_icon_button(Frame& frame, Icon icon, std::string_view label, std::string_view tip_text,
                       bool enabled) {
    const float size = control_height(frame, true);
    const Press press = press_area(label, ImVec2(size, size), enabled);
    draw_surface(frame, press, colours_of(frame, {.kind = ButtonKind::Quiet, .enabled = true}));
    draw_icon(icon, press.place.GetCenter(), frame.px(12),
              enabled ? frame.colours.muted : frame.colours.faint);
    note(frame, label, {}, enabled);
    tip(frame, tip_text);
    return press.pressed && enabled;
}

FieldEvents text_field(Frame& frame, std::string_view label, std::string& value, FieldLook look) {
    push_face(frame, look.mono ? Face::MonoSmall : Face::Body);
    const float padding = std::floor((control_height(frame, true) - ImGui::GetFontSize()) * 0.5f);
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, ImVec2(frame.px(8), padding));
    ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, ImGui::GetStyle().ChildBorderSize);
    ImGui::PushStyleColor(ImGuiCol_Border,
                          look.wrong ? frame.colours.danger : frame.colours.control_border);
    ImGui::SetNextItemWidth(look.width > 0 ? frame.px(look.width) : -FLT_MIN);
    const std::string id = "##" + std::string(label), hint(look.hint);
    if (look.focus) focus_field(id.c_str());
    FieldEvents events;
    // Enter is looked for by hand: ImGui's flag for it would hold `changed` back.
    events.changed = ImGui::InputTextWithHint(id.c_str(), hint.c_str(), &value);
    events.left = ImGui::IsItemDeactivatedAfterEdit();
    events.active = ImGui::IsItemActive();
    events.entered = ImGui::IsItemDeactivated() && (ImGui::IsKeyPressed(ImGuiKey_Enter) ||
                                                    ImGui::IsKeyPressed(ImGuiKey_KeypadEnter));
    note(frame, label, value);
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(2);
    ImGui::PopFont();
    return events;
}

bool segmented(Frame& frame, std::string_view name, const Choice* choices, std::size_t count,
               std::size_t& current, float width) {
    Scope scope(frame, name);
    bool changed = false;
    const float height = control_height(frame, true);
    const float left = ImGui::GetCursorScreenPos().x, top = ImGui::GetCursorScreenPos().y;
    push_face(frame, Face::SmallStrong);
    const auto parts = static_cast<float>(count);
    const float shared = std::floor((frame.px(width) - frame.px(4) * (parts - 1)) / parts);
    float x = left;
    for (std::size_t i = 0; i < count; ++i) {
        const std::string shown = std::string(choices[i].label) +
                                  (choices[i].badge.empty() ? ""
                                                            : "  " + std::string(choices[i].badge));
        const float natural = ImGui::CalcTextSize(shown.c_str()).x + frame.px(24);
        const float part = width > 0 ? shared : natural;
        ImGui::SetCursorScreenPos(ImVec2(x, top));
        const Press press = press_area(choices[i].label, ImVec2(part, height), true);
        const bool on = i == current;
        const Palette& c = frame.colours;
        const Colours look = on ? Colours{c.accent_soft, c.accent_soft, c.accent, 0}
                                : Colours{0, c.hover, c.muted, 0};
        draw_surface(frame, press, look);
        draw_centred(press.place, shown, look.text);
        note(frame, choices[i].label, shown);
        if (press.pressed && !on) {
            current = i;
            changed = true;
        }
        x += part + frame.px(4);
    }
    ImGui::PopFont();
    return changed;
}

bool list_row(Frame& frame, std::string_view label, bool selected, float height) {
    const float width = ImGui::GetContentRegionAvail().x;
    const Press press = press_area(label, ImVec2(std::max(width, 1.0f), frame.px(height)), true);
    const std::uint32_t fill = selected        ? frame.colours.accent_soft
                               : press.hovered ? frame.colours.hover
                                               : 0;
    if (fill != 0)
        ImGui::GetWindowDrawList()->AddRectFilled(press.place.Min, press.place.Max, fill,
                                                  frame.px(6));
    note(frame, label, label);
    return press.pressed;
}

bool begin_tool_popup(const Frame& frame, const char* id, float width, float height) {
    ImGui::SetNextWindowSize(ImVec2(width, height));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(frame.px(12), frame.px(12)));
    const bool open = ImGui::BeginPopup(id, ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoScrollbar);
    ImGui::PopStyleVar();
    return open;
}

bool search_field(Frame& frame, std::string_view label, std::string_view hint, std::string& value,
                  bool focus, float width) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float height = control_height(frame, false);
    const float padding = std::floor((height - ImGui::GetFontSize()) * 0.5f);
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, ImVec2(frame.px(36), padding));
    ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, ImGui::GetStyle().ChildBorderSize);
    ImGui::PushStyleColor(ImGuiCol_Border, frame.colours.control_border);
    ImGui::SetNextItemWidth(width > 0 ? frame.px(width) : -FLT_MIN);
    const std::string id = "##" + std::string(label);
    if (focus) focus_field(id.c_str());
    const bool changed = ImGui::InputTextWithHint(id.c_str(), std::string(hint).c_str(), &value);
    note(frame, label, value);
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(2);
    draw_icon(Icon::Search, ImVec2(at.x + frame.px(18), at.y + height * 0.5f), frame.px(14),
              frame.colours.faint);
    return changed;
}

bool dropdown(Frame& frame, std::string_view label, std::string_view shown, float width) {
    const ImVec2 size(frame.px(width), control_height(frame, false));
    const Press press = press_area(label, size, true);
    draw_surface(frame, press, colours_of(frame, {.kind = ButtonKind::Plain}));
    const float padding = frame.px(12);
    const ImVec2 text_size = ImGui::CalcTextSize(shown.data(), shown.data() + shown.size());
    const float y = std::floor(press.place.GetCenter().y - text_size.y * 0.5f);
    const float right = press.place.Max.x - frame.px(28);
    ImGui::RenderTextEllipsis(ImGui::GetWindowDrawList(), ImVec2(press.place.Min.x + padding, y),
                              ImVec2(right, y + text_size.y), right, shown.data(),
                              shown.data() + shown.size(), &text_size);
    draw_icon(Icon::Chevron, ImVec2(press.place.Max.x - frame.px(16), press.place.GetCenter().y),
              frame.px(10), frame.colours.muted);
    note(frame, label, shown);
    return press.pressed;
}

bool menu_row(Frame& frame, std::string_view label, std::string_view hint, bool selected) {
    const ImVec2 at = ImGui::GetCursorPos();
    const float height = frame.touch ? 44 : 30;
    const float hint_width = hint.empty() ? 0 : text_width(frame, hint, Face::Small) + frame.px(16);
    const float wanted = text_width(frame, label, Face::Body) + hint_width + frame.px(24);
    ImGui::Dummy(ImVec2(wanted, 0));  // the popup is as wide as its widest row
    ImGui::SetCursorPos(at);
    const bool pressed = list_row(frame, label, selected, height);
    const ImVec2 after = ImGui::GetCursorPos();
    const float y = at.y + std::floor((frame.px(height) - ImGui::GetFontSize()) / 2);
    const float right = at.x + ImGui::GetContentRegionAvail().x;
    ImGui::SetCursorPos(ImVec2(at.x + frame.px(8), y));
    text_fitted(frame, label, (right - at.x - hint_width) / frame.scale - 12,
                selected ? Tone::Accent : Tone::Plain);
    if (!hint.empty()) {
        ImGui::SetCursorPos(ImVec2(right - hint_width + frame.px(8), y + frame.px(1)));
        text(frame, hint, Tone::Faint, Face::Small);
    }
    ImGui::SetCursorPos(after);
    return pressed;
}

float tab_width(const Frame& frame, std::string_view label, std::string_view badge) {
    const float badge_width = badge.empty() ? 0
                                            : text_width(frame, badge, Face::Small) + frame.px(6);
    return text_width(frame, label, Face::SmallStrong) + badge_width + frame.px(20);
}

bool tab(Frame& frame, std::string_view label, std::string_view badge, bool on, TabLook look) {
    const float width = tab_width(frame, label, badge);
    const float height = frame.px(frame.touch ? std::max(look.height, 40.0f) : look.height);
    const Press press = press_area(label, ImVec2(width, height), true);
    const Palette& c = frame.colours;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const std::uint32_t colour = on              ? (look.underlined ? c.text : c.accent)
                                 : press.hovered ? c.text
                                                 : c.muted;
    if (!look.underlined && (on || press.hovered))
        list.AddRectFilled(press.place.Min, press.place.Max, on ? c.accent_soft : c.hover,
                           frame.px(6));
    if (look.underlined && on)
        list.AddRectFilled(
            ImVec2(press.place.Min.x + frame.px(10), press.place.Max.y - frame.px(2)),
            ImVec2(press.place.Max.x - frame.px(10), press.place.Max.y), c.accent);
    push_face(frame, Face::SmallStrong);
    const float y = std::floor(press.place.GetCenter().y - ImGui::GetFontSize() * 0.5f);
    float x = press.place.Min.x + frame.px(10);
    list.AddText(ImVec2(x, y), colour, label.data(), label.data() + label.size());
    x += ImGui::CalcTextSize(label.data(), label.data() + label.size()).x + frame.px(6);
    ImGui::PopFont();
    push_face(frame, Face::Small);
    if (!badge.empty())
        list.AddText(ImVec2(x, y), on ? c.accent : c.faint, badge.data(),
                     badge.data() + badge.size());
    ImGui::PopFont();
    note(frame, label,
         badge.empty() ? std::string(label) : std::string(label) + ' ' + std::string(badge));
    tip(frame, look.tip);
    return press.pressed;
}

void state_mark(Frame& frame, std::string_view state) {
    const Tone tone = tone_of_state(state);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float middle = at.y + frame.px(kSmallSize) * 0.5f;
    ImGui::GetWindowDrawList()->AddCircleFilled(
        ImVec2(at.x + frame.px(4), middle), frame.px(3.5f),
        colour_of(frame, tone == Tone::Plain ? Tone::Muted : tone));
    ImGui::SetCursorScreenPos(ImVec2(at.x + frame.px(14), at.y));
    text_fitted(frame, state, 0, tone, Face::SmallStrong);
}

void progress_bar(Frame& frame, float part, float width) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImVec2 size(frame.px(width), frame.px(4));
    ImGui::Dummy(size);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(at, ImVec2(at.x + size.x, at.y + size.y), frame.colours.hover, frame.px(2));
    const float done = std::clamp(part, 0.0f, 1.0f) * size.x;
    list.AddRectFilled(at, ImVec2(at.x + std::max(size.y, done), at.y + size.y),
                       frame.colours.accent, frame.px(2));
}

bool divider(Frame& frame, std::string_view name, const Rect& place, bool upright, float room,
             float& share) {
    ImGui::SetCursorScreenPos(ImVec2(frame.px(place.x), frame.px(place.y)));
    const ImVec2 size(std::max(1.0f, frame.px(place.width)),
                      std::max(1.0f, frame.px(place.height)));
    ImGui::PushID(name.data(), name.data() + name.size());
    ImGui::InvisibleButton("divider", size, ImGuiButtonFlags_EnableNav);
    ImGui::PopID();
    note(frame, name, {});
    const bool active = ImGui::IsItemActive();
    if (active || ImGui::IsItemHovered()) {
        ImGui::SetMouseCursor(upright ? ImGuiMouseCursor_ResizeEW : ImGuiMouseCursor_ResizeNS);
        const ImVec2 low = ImGui::GetItemRectMin(), high = ImGui::GetItemRectMax();
        const ImVec2 centre((low.x + high.x) * 0.5f, (low.y + high.y) * 0.5f);
        const float half = frame.px(1), length = frame.px(24);
        const ImVec2 reach = upright ? ImVec2(half, length) : ImVec2(length, half);
        ImGui::GetWindowDrawList()->AddRectFilled(ImVec2(centre.x - reach.x, centre.y - reach.y),
                                                  ImVec2(centre.x + reach.x, centre.y + reach.y),
                                                  frame.colours.accent);
    }
    const ImVec2 drag = ImGui::GetIO().MouseDelta;
    float moved = active ? (upright ? drag.x : drag.y) / frame.scale : 0;
    if (has_keys(frame)) {
        own_keys(ImGui::GetItemID());
        const auto pressed = [](ImGuiKey key) { return ImGui::IsKeyPressed(key); };
        if (pressed(upright ? ImGuiKey_LeftArrow : ImGuiKey_UpArrow)) moved = -24;
        if (pressed(upright ? ImGuiKey_RightArrow : ImGuiKey_DownArrow)) moved = 24;
    }
    if (moved != 0) frame.ui.wake_in(0);
    if (moved == 0 || room <= 0) return false;
    share = std::clamp(share + moved / room, 0.1f, 0.9f);
    return true;
}

}  // namespace picket::ui
