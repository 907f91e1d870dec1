// The way of the Tab key into a list and out of it, and what rows are called there. Rows are no
// stops of that key: the arrows move among them.
#include <algorithm>

#include "imgui_internal.h"
#include "world_parts.h"

namespace picket::ui {

void enter_list(ImGuiWindow* list) {
    const ImGuiContext& context = *ImGui::GetCurrentContext();
    if (context.NavJustMovedToId == list->ChildId) ImGui::FocusWindow(list);
}

void leave_list(Frame& frame) {
    const bool back = ImGui::GetIO().KeyShift || frame.ui.world.item.empty();
    if (back)
        ImGui::FocusWindow(ImGui::GetCurrentWindow()->ParentWindow);
    else
        frame.ui.world.focus_item = true;
    frame.ui.wake_in(0);
}

std::string key_name(std::string_view key) {
    std::string name(key);
    std::replace(name.begin(), name.end(), '\n', '/');
    return name;
}

}  // namespace picket::ui
