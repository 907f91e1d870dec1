// Hands that have only keys: Tab until the widget is reached, then Space.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>

#include "imgui_internal.h"
#include "support/robot.h"

namespace picket::test {

// Whether the widget that the keys are at lies on the probe's item of that name.
inline bool keys_are_at(Robot& robot, std::string_view label, std::string_view scope) {
    const ImGuiContext& context = *ImGui::GetCurrentContext();
    ImGuiWindow* window = context.NavWindow;
    if (window == nullptr || context.NavId == 0) return false;
    const ImRect place = ImGui::WindowRectRelToAbs(window, window->NavRectRel[context.NavLayer]);
    for (const ui::ProbeItem& item : robot.app().probe().items) {
        if (item.label != label || !std::string_view(item.scope).starts_with(scope)) continue;
        const float x = (item.left + item.right) / 2, y = (item.top + item.bottom) / 2;
        // A pane that holds the widget is not the widget.
        const bool alike = place.GetHeight() < 2 * (item.bottom - item.top) + 8;
        if (alike && place.Contains(ImVec2(x, y))) return true;
    }
    return false;
}

// Whether they are at something that is drawn and can be pressed.
inline bool keys_are_somewhere(Robot& robot) {
    const ImGuiContext& context = *ImGui::GetCurrentContext();
    const auto& stops = robot.ui().focus.stops;
    return std::find(stops.begin(), stops.end(), context.NavId) != stops.end() &&
           context.NavCursorVisible;
}

// From the editor, where it writes, the Tab key leads on after Escape.
inline void tab(Robot& robot, ImGuiKeyChord chord = ImGuiKey_Tab) {
    if (robot.ui().request.payload.focused) robot.press(ImGuiKey_Escape);
    robot.press(chord);
}

inline bool tab_to(Robot& robot, std::string_view label, std::string_view scope = {},
                   int presses = 300) {
    for (int i = 0; i < presses; ++i) {
        if (keys_are_at(robot, label, scope)) return true;
        tab(robot);
    }
    return false;
}

inline void press_by_key(Robot& robot, std::string_view label, std::string_view scope = {}) {
    const bool reached = tab_to(robot, label, scope);
    CHECK_MESSAGE(reached, "Tab does not reach \"" << std::string(label) << "\" in \""
                                                   << std::string(scope) << "\"");
    if (reached) robot.press(ImGuiKey_Space);
}

// A section of the World pane, by the palette.
inline void go_by_key(Robot& robot, std::string_view where) {
    robot.press(ImGuiMod_Ctrl | ImGuiKey_K);
    robot.type(where);
    robot.press(ImGuiKey_Enter);
}

}  // namespace picket::test
