// The sheet of shortcuts, and the toasts.
#include <algorithm>

#include "../widgets.h"
#include "imgui_internal.h"
#include "views.h"

namespace picket::ui {
namespace {

constexpr const char* kSheet = "Shortcuts";

struct Shortcut {
    std::string_view keys;  // empty: a heading
    std::string_view what;
};
constexpr Shortcut kShortcuts[] = {
    {"", "Everywhere"},
    {"Ctrl+K", "Commands, operations, views, things, settings"},
    {"?", "This sheet"},
    {"Ctrl and +, - or 0", "Larger, smaller, normal size"},
    {"Tab, Shift+Tab", "Next, previous: a list, a chart and a text are one stop each"},
    {"Enter, Space", "Press"},
    {"Escape", "Close what is open, leave what is written in"},
    {"F6, Shift+F6", "Next, previous pane"},
    {"", "Payload"},
    {"Ctrl+Enter", "Run"},
    {"Ctrl+Shift+Enter", "Dry run"},
    {"F8", "Next problem"},
    {"Ctrl+.", "Fix the problem"},
    {"Ctrl+Space", "What may stand here"},
    {"Ctrl+F, Ctrl+H, Ctrl+G", "Find, replace, go to a line"},
    {"Alt+Up, Alt+Down", "Move lines; with Shift, copy them"},
    {"Escape", "Leave the editor; Tab goes on, Enter comes back"},
    {"", "Lists"},
    {"/", "Filter"},
    {"Arrows, Page Up, Page Down, Home, End", "Move; the panel follows"},
    {"Tab", "From the list to the panel of its row"},
    {"Left, Right", "Close and open a group"},
    {"Escape", "Close the panel, back to the list"},
    {"", "Timeline and charts"},
    {"Wheel; + and -", "Zoom"},
    {"Drag; Left and Right", "Pan, or point"},
    {"Double click; Home", "All of it"},
    {"Click, or Enter, on the timeline", "Rewind or run to there"},
    {"Arrows on a divider", "Move it"},
};

void draw_rows(Frame& frame) {
    const float left = ImGui::GetCursorPosX();
    const float keys = std::min(frame.px(232), ImGui::GetContentRegionAvail().x * 0.45f);
    for (const Shortcut& shortcut : kShortcuts) {
        if (shortcut.keys.empty()) {
            gap(frame, 8);
            text(frame, shortcut.what, Tone::Accent, Face::SmallStrong);
            continue;
        }
        const float top = ImGui::GetCursorPosY();
        ImGui::PushTextWrapPos(left + keys - frame.px(16));
        text(frame, shortcut.keys, Tone::Plain, Face::SmallStrong);
        ImGui::PopTextWrapPos();
        const float bottom = ImGui::GetCursorPosY();
        ImGui::SetCursorPos(ImVec2(left + keys, top));
        text_wrapped(frame, shortcut.what, Tone::Muted);
        ImGui::SetCursorPos(ImVec2(left, std::max(bottom, ImGui::GetCursorPosY())));
    }
}

}  // namespace

void draw_sheet(Frame& frame) {
    if (frame.ui.sheet_opens) {
        frame.ui.sheet_opens = false;
        ImGui::OpenPopup(kSheet);
    }
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    const ImVec2 size(std::min(frame.px(560), screen.x - frame.px(16)),
                      std::min(frame.px(680), screen.y - frame.px(16)));
    ImGui::SetNextWindowPos(
        ImVec2(std::round((screen.x - size.x) / 2), std::round((screen.y - size.y) / 2)));
    ImGui::SetNextWindowSize(size);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(frame.px(24), frame.px(20)));
    const bool open = ImGui::BeginPopup(kSheet, ImGuiWindowFlags_NoMove);
    ImGui::PopStyleVar();
    if (!open) return;
    Scope scope(frame, kSheet);
    const float top = ImGui::GetCursorPosY(), left = ImGui::GetCursorPosX();
    text(frame, "Shortcuts", Tone::Plain, Face::Title);
    const float after = ImGui::GetCursorPosY();
    ImGui::SetCursorPos(
        ImVec2(ImGui::GetWindowWidth() - frame.px(24 + small_control_height(frame)),
               top - frame.px((small_control_height(frame) - kTitleSize * 1.2f) / 2)));
    if (icon_button(frame, Icon::Close, "Close", "Close (Escape)",
                    {.kind = ButtonKind::Quiet, .small = true}))
        ImGui::CloseCurrentPopup();
    ImGui::SetCursorPos(ImVec2(left, after));
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(frame.px(8), frame.px(4)));
    draw_rows(frame);
    ImGui::PopStyleVar();
    hold_cursor();
    ImGui::EndPopup();
}

void draw_toasts(Frame& frame, float bottom) {
    auto& toasts = frame.ui.toasts;
    toasts.erase(
        std::remove_if(toasts.begin(), toasts.end(),
                       [&](const Toast& toast) { return toast.until_ms <= frame.ui.now_ms; }),
        toasts.end());
    if (toasts.empty()) return;
    Scope scope(frame, "Toasts");
    ImDrawList& list = *ImGui::GetForegroundDrawList();
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    push_face(frame, Face::Body);
    const float width = std::min(frame.px(480), screen.x - frame.px(32));
    float y = frame.px(bottom) - frame.px(12);
    for (auto toast = toasts.rbegin(); toast != toasts.rend(); ++toast) {
        frame.ui.wake_in(std::max(16.0, toast->until_ms - frame.ui.now_ms));
        const char* begin = toast->text.c_str();
        const ImVec2 size = ImGui::CalcTextSize(begin, nullptr, false, width - frame.px(40));
        const ImVec2 box(std::min(width, size.x + frame.px(40)), size.y + frame.px(20));
        const ImVec2 at(std::round((screen.x - box.x) / 2), std::round(y - box.y));
        const ImVec2 end(at.x + box.x, at.y + box.y);
        list.AddRectFilled(at, end, frame.colours.raised, frame.px(8));
        list.AddRect(at, end, frame.colours.control_border, frame.px(8), 0,
                     ImGui::GetStyle().ChildBorderSize);
        const Tone tone = toast->tone == Tone::Plain ? Tone::Accent : toast->tone;
        list.AddRectFilled(ImVec2(at.x + frame.px(12), at.y + frame.px(10)),
                           ImVec2(at.x + frame.px(15), end.y - frame.px(10)),
                           colour_of(frame, tone), frame.px(2));
        list.AddText(ImGui::GetFont(), ImGui::GetFontSize(),
                     ImVec2(at.x + frame.px(26), at.y + frame.px(10)), frame.colours.text, begin,
                     nullptr, width - frame.px(40));
        if (frame.probe != nullptr)
            frame.probe->items.push_back(
                {frame.probe->scope(), {}, toast->text, at.x, at.y, end.x, end.y, true});
        y = at.y - frame.px(8);
    }
    ImGui::PopFont();
}

}  // namespace picket::ui
