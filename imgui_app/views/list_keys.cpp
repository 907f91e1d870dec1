// What lists of rows share: how the Tab key gets into a table, the row they go on from, and what
// rows are called.
#include <algorithm>

#include "imgui_internal.h"
#include "world_parts.h"

namespace picket::ui {

void flatten_table() {
    ImGuiNextWindowData& next = ImGui::GetCurrentContext()->NextWindowData;
    next.HasFlags |= ImGuiNextWindowDataFlags_HasChildFlags;
    next.ChildFlags = ImGuiChildFlags_NavFlattened;
}

const ItemRef& last_item(const WorldState& state) {
    return state.item.empty() ? state.left : state.item;
}

std::string key_name(std::string_view key) {
    std::string name(key);
    std::replace(name.begin(), name.end(), '\n', '/');
    return name;
}

}  // namespace picket::ui
