// The head of the World pane: areas, the sections of the one that is shown, the filter of its list,
// and the button that makes one more.
#include <algorithm>

#include "../widgets.h"
#include "world_parts.h"

namespace picket::ui {
namespace {

constexpr const char* kSectionsPopup = "Sections";

std::optional<std::size_t> count_of(const Frame& frame, const Section& section) {
    if (section.id == "history") return frame.timeline.journal.size();
    const TableInfo* table = find_table(section.table);
    if (table == nullptr) return std::nullopt;
    return table->size(frame.world);
}

std::string count_badge(const Frame& frame, const Section& section) {
    const auto count = count_of(frame, section);
    return count ? count_text(*count) : "";
}

// The section an area was left at, or its first.
std::string_view entrance(Frame& frame, Area area) {
    const auto at = frame.ui.world.last_of.find(static_cast<int>(area));
    if (at != frame.ui.world.last_of.end()) return at->second;
    for (const Section& section : sections()) {
        if (section.area == area) return section.id;
    }
    return {};
}

void draw_areas(Frame& frame, const Section& shown) {
    Scope scope(frame, "Areas");
    for (const AreaInfo& info : areas()) {
        // How many alarms are on is to be seen from everywhere.
        const std::size_t alarms = info.area == Area::Detect ? frame.world.active_violations.size()
                                                             : 0;
        const std::string badge = alarms > 0 ? count_text(alarms) : "";
        if (tab(frame, info.title, badge, info.area == shown.area,
                {.underlined = true, .height = frame.touch ? 52.0f : 40.0f, .tip = info.doc}))
            open_section(frame.ui, entrance(frame, info.area));
        ImGui::SameLine(0, 0);
    }
    ImGui::NewLine();
}

void draw_sections(Frame& frame, const Section& shown) {
    Scope scope(frame, "Sections");
    const float right = ImGui::GetWindowPos().x + ImGui::GetWindowWidth() - frame.px(8);
    const float left = ImGui::GetCursorPosX();
    bool first = true;
    for (const Section& section : sections()) {
        if (section.area != shown.area) continue;
        const std::string badge = count_badge(frame, section);
        const float width = tab_width(frame, section.title, badge);
        if (!first) {
            ImGui::SameLine(0, frame.px(4));
            if (ImGui::GetCursorScreenPos().x + width > right) {
                ImGui::NewLine();
                ImGui::SetCursorPosX(left);
            }
        }
        first = false;
        if (tab(frame, section.title, badge, section.id == shown.id,
                {.height = 28, .tip = section.empty.body}))
            open_section(frame.ui, section.id);
    }
}

// Narrow panes: areas and sections behind a button.
void draw_chooser(Frame& frame, const Section& shown, float width) {
    const std::string badge = count_badge(frame, shown);
    const std::string label = std::string(areas()[static_cast<std::size_t>(shown.area)].title) +
                              "  \xC2\xB7  " + std::string(shown.title) +
                              (badge.empty() ? "" : "  " + badge);
    if (dropdown(frame, "Section", label, width)) ImGui::OpenPopup(kSectionsPopup);
    const ImVec2 below(ImGui::GetItemRectMin().x, ImGui::GetItemRectMax().y + frame.px(4));
    const float room = ImGui::GetIO().DisplaySize.y - frame.px(8);
    const float height = std::min(frame.px(640), room - frame.px(8));
    ImGui::SetNextWindowPos(
        ImVec2(below.x, std::max(frame.px(8), std::min(below.y, room - height))));
    ImGui::SetNextWindowSize(ImVec2(frame.px(std::min(width, 360.0f)), height));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(frame.px(8), frame.px(8)));
    if (ImGui::BeginPopup(kSectionsPopup, ImGuiWindowFlags_NoMove)) {
        Scope scope(frame, kSectionsPopup);
        ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
        Area area = Area::Session;
        for (const Section& section : sections()) {
            if (section.area != area) {
                area = section.area;
                gap(frame, 8);
                ImGui::Indent(frame.px(8));
                text(frame, areas()[static_cast<std::size_t>(area)].title, Tone::Faint,
                     Face::SmallStrong);
                ImGui::Unindent(frame.px(8));
                gap(frame, 4);
            }
            if (menu_row(frame, section.title, count_badge(frame, section),
                         section.id == shown.id)) {
                open_section(frame.ui, section.id);
                ImGui::CloseCurrentPopup();
            }
        }
        ImGui::PopStyleVar();
        hold_cursor();
        ImGui::EndPopup();
    }
    ImGui::PopStyleVar();
}

bool has_filter(const Section& section) {
    return !section.columns.empty() || section.id == "groups" || section.id == "settings";
}

// The filter, and the button that makes one more.
void draw_tools(Frame& frame, const Section& section, float width) {
    const float create = section.create_label.empty()
                             ? 0
                             : button_width(frame, section.create_label) / frame.scale + 8;
    if (has_filter(section)) {
        std::string& filter = grid_of(frame, section).order.filter;
        const bool focus = frame.ui.world.focus_filter;
        frame.ui.world.focus_filter = false;
        search_field(frame, "Filter", "Filter", filter, focus, std::max(80.0f, width - create));
        if (create > 0) ImGui::SameLine(0, frame.px(8));
    }
    if (create == 0) return;
    const bool leads = !section.leads_to.empty();
    const std::string tip = leads ? std::string() : std::string(section.create) + " in the editor";
    if (!button(frame, section.create_label, {.tip = tip})) return;
    if (leads)
        open_section(frame.ui, section.leads_to);
    else
        edit_call(frame, section.create);
}

}  // namespace

float draw_navigation(Frame& frame, const Section& shown, float width) {
    const bool narrow = width < 640;
    const bool tools = has_filter(shown) || !shown.create_label.empty();
    const float control = frame.touch ? 44 : 32;
    if (narrow) {
        ImGui::SetCursorPos(ImVec2(frame.px(12), frame.px(12)));
        draw_chooser(frame, shown, width - 24);
        if (!tools) return 12 + control + 12;
        ImGui::SetCursorPos(ImVec2(frame.px(12), frame.px(12 + control + 8)));
        draw_tools(frame, shown, width - 24);
        return 12 + control + 8 + control + 8;
    }
    constexpr float kTools = 268;
    const float row = frame.touch ? 52 : 40;
    ImGui::SetCursorPos(ImVec2(frame.px(8), 0));
    draw_areas(frame, shown);
    const float tabs_right = ImGui::GetItemRectMax().x - ImGui::GetWindowPos().x;
    const bool beside = frame.px(width) - tabs_right > frame.px(kTools + 16);
    if (beside) {
        ImGui::SetCursorPos(ImVec2(frame.px(width - kTools - 12), frame.px((row - control) / 2)));
        draw_tools(frame, shown, kTools);
    }
    ImGui::SetCursorPos(ImVec2(0, frame.px(row)));
    rule(frame);
    ImGui::SetCursorPos(ImVec2(frame.px(8), frame.px(row + 6)));
    draw_sections(frame, shown);
    float bottom = (ImGui::GetItemRectMax().y - ImGui::GetWindowPos().y) / frame.scale + 6;
    if (!beside && tools) {
        ImGui::SetCursorPos(ImVec2(frame.px(12), frame.px(bottom)));
        draw_tools(frame, shown, width - 24);
        bottom += control + 6;
    }
    return bottom;
}

}  // namespace picket::ui
