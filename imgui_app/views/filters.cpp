// Filters over a list, and the most frequent values of one column in a row.
#include <algorithm>
#include <cmath>

#include "filter_menu.h"
#include "imgui_internal.h"
#include "views.h"
#include "world_parts.h"

namespace picket::ui {
namespace {

constexpr float kListRoom = 180;  // CSS pixels
constexpr float kFoldedBelow = 320;
constexpr std::size_t kCountedMax = 8;

// Where a list has little room its filters take one row, and those that do not fit a menu.
void draw_folded(Frame& frame, const Section& section, GridState& grid,
                 std::span<const ListFilter> filters, float width) {
    const auto chosen = std::count_if(filters.begin(), filters.end(), [&](const ListFilter& each) {
        return filter_of(grid.order, each.column) != nullptr;
    });
    const std::string shown = chosen == 0 ? "More" : "More, " + std::to_string(chosen) + " set";
    if (dropdown(frame, "More filters", shown, width)) ImGui::OpenPopup("more");
    ImGui::SetNextWindowPos(
        ImVec2(ImGui::GetItemRectMax().x, ImGui::GetItemRectMax().y + frame.px(4)),
        ImGuiCond_Always, ImVec2(1, 0));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(frame.px(8), frame.px(8)));
    if (ImGui::BeginPopup("more", ImGuiWindowFlags_NoMove)) {
        Scope scope(frame, "More");
        for (const ListFilter& filter : filters) {
            draw_filter(frame, section, grid, filter, 200);
            gap(frame, 8);
        }
        hold_cursor();
        ImGui::EndPopup();
    }
    ImGui::PopStyleVar();
}

// "profile/behavior" without the profile, unless two of them are alike then.
std::string short_name(const std::vector<FacetValue>& values, const std::string& text) {
    const std::string end = text.substr(text.rfind('/'));
    const auto alike = std::count_if(values.begin(), values.end(), [&](const FacetValue& value) {
        return value.text.ends_with(end);
    });
    return alike > 1 ? text : end.substr(1);
}

// What most rows are about; a press shows only those, another one all again.
void draw_counts(Frame& frame, const Section& section, GridState& grid, float right) {
    if (ImGui::GetContentRegionAvail().y < frame.px(kListRoom)) return;  // rows go first
    for (const ListFilter& filter : section.filters) {
        if (!filter.counted) continue;
        auto values = values_of(frame.world.*section.facets, filter.facet, {});
        std::stable_sort(
            values.begin(), values.end(),
            [](const FacetValue& a, const FacetValue& b) { return a.count > b.count; });
        if (values.size() > kCountedMax) values.resize(kCountedMax);
        Scope scope(frame, "Counts");
        bool first = true;
        for (const FacetValue& value : values) {
            const std::string label = short_name(values, value.text);
            const std::string badge = count_text(value.count);
            const float at = first ? ImGui::GetCursorScreenPos().x
                                   : ImGui::GetItemRectMax().x + frame.px(4);
            if (at + tab_width(frame, label, badge) > right) break;
            if (!first) ImGui::SameLine(0, frame.px(4));
            first = false;
            const CellFilter* cell = filter_of(grid.order, filter.column);
            const CellFilter* before = filter_of(grid.order, filter.column_before);
            const bool on = cell != nullptr && before != nullptr &&
                            value.text == before->text + '/' + cell->text;
            ImGui::PushID(value.text.c_str());
            if (tab(frame, label, badge, on, {.height = 28, .tip = value.text})) {
                if (on)
                    clear_filter(grid.order, filter);
                else
                    set_filter(grid.order, filter, value.text);
            }
            ImGui::PopID();
        }
    }
}

}  // namespace

void draw_filters(Frame& frame, const Section& section, GridState& grid) {
    if (section.filters.empty()) return;
    follow_ages(frame, section, grid);
    Scope scope(frame, "Filters");
    const float room = ImGui::GetContentRegionAvail().x / frame.scale;
    const bool low = ImGui::GetContentRegionAvail().y < frame.px(kFoldedBelow);
    const float right = ImGui::GetCursorScreenPos().x + frame.px(room - 8);
    const auto count = static_cast<float>(section.filters.size());
    // As many in one row as are readable.
    const float per_row = std::clamp(std::floor((room - 16) / 112), 1.0f, count);
    const float width = std::min(160.0f, std::floor((room - 16 - 8 * (per_row - 1)) / per_row));
    gap(frame, 8);
    const float left = ImGui::GetCursorPosX() + frame.px(8);
    const auto all = section.filters.size(), fitting = static_cast<std::size_t>(per_row);
    const std::size_t shown = low && all > fitting ? std::max<std::size_t>(fitting, 1) - 1 : all;
    for (std::size_t i = 0; i < shown; ++i) {
        const bool begins = i % static_cast<std::size_t>(per_row) == 0;
        if (begins && i > 0) gap(frame, 8);
        if (begins)
            ImGui::SetCursorPosX(left);
        else
            ImGui::SameLine(0, frame.px(8));
        draw_filter(frame, section, grid, section.filters[i], width);
    }
    if (shown < all) {
        if (shown > 0)
            ImGui::SameLine(0, frame.px(8));
        else
            ImGui::SetCursorPosX(left);
        draw_folded(frame, section, grid, section.filters.subspan(shown), width);
    }
    gap(frame, 8);
    ImGui::SetCursorPosX(left);
    draw_counts(frame, section, grid, right);
    gap(frame, 4);
}

}  // namespace picket::ui
