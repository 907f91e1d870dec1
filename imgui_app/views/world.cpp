// The World pane: areas, their sections, the list of the chosen one, and the chosen row in full.
#include <algorithm>

#include "../payload.h"
#include "../widgets.h"
#include "imgui_internal.h"
#include "views.h"
#include "world_parts.h"

namespace picket::ui {
namespace {

const Section& current(Frame& frame) {
    const Section* section = find_section(frame.ui.world.section);
    return section != nullptr ? *section : sections().front();
}

void draw_body(Frame& frame, const Section& section) {
    Scope scope(frame, section.id);
    if (section.draw != nullptr)
        section.draw(frame);
    else
        draw_list(frame, section);
}

float panel_width(const Frame& frame, float width) {
    constexpr float kPanelLeast = 300, kListLeast = 240;
    return std::clamp(width * (1 - frame.ui.layout.list_share), kPanelLeast,
                      std::max(kPanelLeast, width - kListLeast));
}

void take_world_keys(Frame& frame) {
    if (ImGui::GetIO().WantTextInput || ImGui::GetCurrentContext()->OpenPopupStack.Size > 0) return;
    if (!ImGui::IsWindowFocused(ImGuiFocusedFlags_ChildWindows)) return;
    if (!ImGui::IsKeyPressed(ImGuiKey_Escape) || frame.ui.world.item.empty()) return;
    close_item(frame.ui);
    focus_list(frame.ui.focus);
}

}  // namespace

void open_section(UiState& ui, std::string_view section) {
    const Section* found = find_section(section);
    if (found == nullptr) return;
    ui.world.section = section;
    ui.world.last_of[static_cast<int>(found->area)] = section;
    close_item(ui);
}

void open_item(UiState& ui, const ItemRef& item, bool remember) {
    WorldState& state = ui.world;
    if (find_section(item.section) == nullptr) return;
    if (remember && !state.item.empty() && !(state.item == item)) state.trail.push_back(state.item);
    if (state.trail.size() > 50) state.trail.erase(state.trail.begin());
    if (!remember && item.section != state.section) state.trail.clear();
    state.section = item.section;
    state.last_of[static_cast<int>(find_section(item.section)->area)] = item.section;
    state.item = item;
    state.reveal = state.reveal || remember;
    ui.layout.pane = Pane::World;
}

void close_item(UiState& ui) {
    if (!ui.world.item.empty()) ui.world.left = ui.world.item;
    ui.world.item = {};
    ui.world.trail.clear();
}

void edit_call(Frame& frame, std::string_view operation, std::string body) {
    if (!open_editor(frame.ui, operation, body, frame.world)) return;
    frame.ui.announce(std::string(operation) + " is in the editor.");
}

void draw_section_empty(Frame& frame, const Section& section) {
    const EmptyText& empty = section.empty;
    if (!empty_state(frame, empty.title, empty.body, empty.action)) return;
    if (!section.leads_to.empty())
        open_section(frame.ui, section.leads_to);
    else
        edit_call(frame, empty.operation,
                  empty.payload != nullptr ? empty.payload(frame.world) : std::string());
}

void draw_world(Frame& frame, const Rect& place) {
    take_world_keys(frame);
    const Section& section = current(frame);
    const float head = draw_navigation(frame, section, place.width);
    ImGui::SetCursorPos(ImVec2(0, frame.px(head)));
    rule(frame);
    const WorldState& state = frame.ui.world;
    const bool open = section.place != nullptr && state.item.section == section.id;
    const bool covers = open && place.width < 640;
    const float panel = open ? panel_width(frame, place.width) : 0;
    const float top = ImGui::GetCursorPosY();
    const float invitation = invitation_height(frame, place);
    const float height = ImGui::GetContentRegionAvail().y - frame.px(1 + invitation);
    if (invitation > 0) draw_invitation(frame, top + height, place);
    constexpr ImGuiWindowFlags kStill = ImGuiWindowFlags_NoScrollbar |
                                        ImGuiWindowFlags_NoScrollWithMouse;
    if (!covers) {
        const float width = frame.px(place.width - panel - (open ? 6 : 2));
        ImGui::SetCursorPos(ImVec2(frame.px(1), top));
        ImGui::BeginChild("body", ImVec2(width, height), ImGuiChildFlags_NavFlattened, kStill);
        draw_body(frame, section);
        end_child();
    }
    if (!open) return;
    const float x = covers ? 1 : place.width - panel;
    if (!covers) {
        const ImVec2 corner = ImGui::GetWindowPos();
        ImGui::GetWindowDrawList()->AddRectFilled(
            ImVec2(corner.x + frame.px(x), corner.y + top),
            ImVec2(corner.x + frame.px(x) + ImGui::GetStyle().ChildBorderSize,
                   corner.y + top + height),
            frame.colours.border);
    }
    const float inner = covers ? 0 : 4;  // the divider is there
    ImGui::SetCursorPos(ImVec2(frame.px(x + inner + 1), top));
    ImGui::BeginChild("item", ImVec2(frame.px(place.width - x - inner - 2), height),
                      ImGuiChildFlags_NavFlattened, kStill);
    {
        Scope scope(frame, section.id);
        draw_item_panel(frame);
    }
    end_child();
    // After the panel, so that the Tab key leads from the list into it.
    if (!covers)
        divider(frame, "Divider of item",
                {place.x + x - 4, (ImGui::GetWindowPos().y + top) / frame.scale, 8,
                 height / frame.scale},
                true, place.width, frame.ui.layout.list_share);
}

}  // namespace picket::ui
