// See filter_menu.h. Values and counts come from the index that answers the service's own filters.
#include "filter_menu.h"

#include <algorithm>

#include "imgui_internal.h"
#include "views.h"
#include "world_parts.h"

namespace picket::ui {
namespace {

constexpr std::size_t kValuesMax = 500;

struct Age {
    std::string_view label;
    std::int64_t ms;
};
constexpr Age kAges[] = {{"Last hour", kHour}, {"Last day", kDay}, {"Last week", 7 * kDay}};

// In steps, so that a running clock does not order the list anew at each tick.
std::int64_t since(const World& world, const Age& age) {
    const std::int64_t step = age.ms / 12;
    return (world.now.ms - age.ms) / step * step;
}

void offer_ages(Frame& frame, GridState& grid, const ListFilter& filter) {
    const auto chosen = grid.ages.find(filter.column);
    if (menu_row(frame, "Any time", {}, chosen == grid.ages.end())) {
        clear_filter(grid.order, filter);
        grid.ages.erase(filter.column);
        ImGui::CloseCurrentPopup();
    }
    for (std::size_t i = 0; i < std::size(kAges); ++i) {
        const bool current = chosen != grid.ages.end() && chosen->second == i;
        if (!menu_row(frame, kAges[i].label, {}, current)) continue;
        clear_filter(grid.order, filter);
        grid.ages[filter.column] = i;
        grid.order.cells.push_back({filter.column, {}, since(frame.world, kAges[i])});
        ImGui::CloseCurrentPopup();
    }
}

void offer_values(Frame& frame, const Facets& index, GridState& grid, const ListFilter& filter) {
    const auto values = values_of(index, filter.facet, grid.value_prefix);
    if (values.size() > 12 || !grid.value_prefix.empty())
        search_field(frame, "Search", "Begins with", grid.value_prefix, false);
    if (menu_row(frame, "Any", {}, filter_of(grid.order, filter.column) == nullptr)) {
        clear_filter(grid.order, filter);
        ImGui::CloseCurrentPopup();
    }
    ImGui::BeginChild("values", ImVec2(0, 0), ImGuiChildFlags_NavFlattened);
    const CellFilter* cell = filter_of(grid.order, filter.column);
    for (const FacetValue& value : values) {
        const bool current = cell != nullptr && value.text.ends_with(cell->text);
        if (!menu_row(frame, value.text, count_text(value.count), current)) continue;
        set_filter(grid.order, filter, value.text);
        ImGui::CloseCurrentPopup();
        break;  // `cell` may be another one now
    }
    end_child();
}

std::string shown_of(const GridState& grid, const ListFilter& filter) {
    const auto age = grid.ages.find(filter.column);
    if (filter.facet.empty())
        return age == grid.ages.end() ? std::string(filter.label)
                                      : std::string(kAges[age->second].label);
    for (const CellFilter& cell : grid.order.cells) {
        if (cell.column == filter.column) return cell.text;
    }
    return std::string(filter.label);
}

}  // namespace

// Each value costs two searches, whatever the number of its rows.
std::vector<FacetValue> values_of(const Facets& index, std::string_view facet,
                                  std::string_view prefix) {
    std::vector<FacetValue> values;
    const std::string start = std::string(facet) + '=';
    auto at = index.lower_bound(FacetKey{start + std::string(prefix), kTimestampMax, {}});
    while (at != index.end() && values.size() < kValuesMax &&
           at->key.facet.compare(0, start.size(), start) == 0) {
        const std::string name = at->key.facet;
        if (name.compare(start.size(), prefix.size(), prefix) != 0) break;
        const auto end = index.lower_bound(FacetKey{name + '\0', kTimestampMax, {}});
        values.push_back({name.substr(start.size()), end.index() - at.index()});
        at = end;
    }
    return values;
}

CellFilter* filter_of(RowOrder& order, int column) {
    for (CellFilter& cell : order.cells) {
        if (cell.column == column) return &cell;
    }
    return nullptr;
}

void clear_filter(RowOrder& order, const ListFilter& filter) {
    std::erase_if(order.cells, [&](const CellFilter& cell) {
        return cell.column == filter.column || cell.column == filter.column_before;
    });
}

void set_filter(RowOrder& order, const ListFilter& filter, const std::string& value) {
    clear_filter(order, filter);
    const std::size_t slash = filter.column_before < 0 ? std::string::npos : value.rfind('/');
    if (slash == std::string::npos) {
        order.cells.push_back({filter.column, value});
        return;
    }
    order.cells.push_back({filter.column, value.substr(slash + 1)});
    order.cells.push_back({filter.column_before, value.substr(0, slash)});
}

void follow_ages(Frame& frame, const Section& section, GridState& grid) {
    for (const ListFilter& filter : section.filters) {
        CellFilter* cell = filter_of(grid.order, filter.column);
        if (cell == nullptr || !cell->text.empty()) continue;
        const auto age = grid.ages.find(filter.column);
        if (age != grid.ages.end()) cell->least = since(frame.world, kAges[age->second]);
    }
}

void draw_filter(Frame& frame, const Section& section, GridState& grid, const ListFilter& filter,
                 float width) {
    const std::string name = "By " + lower_case(filter.label);
    if (dropdown(frame, name, shown_of(grid, filter), width)) {
        grid.value_prefix.clear();
        ImGui::OpenPopup(name.c_str());
    }
    const ImVec2 below(ImGui::GetItemRectMin().x, ImGui::GetItemRectMax().y + frame.px(4));
    const float screen = ImGui::GetIO().DisplaySize.x;
    const float wide = frame.px(filter.facet.empty() ? 176.0f : 288.0f);
    ImGui::SetNextWindowPos(
        ImVec2(std::max(0.0f, std::min(below.x, screen - wide - frame.px(8))), below.y));
    ImGui::SetNextWindowSize(ImVec2(wide, frame.px(filter.facet.empty() ? 160.0f : 280.0f)));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(frame.px(8), frame.px(8)));
    if (ImGui::BeginPopup(name.c_str(), ImGuiWindowFlags_NoMove)) {
        Scope scope(frame, name);
        if (filter.facet.empty())
            offer_ages(frame, grid, filter);
        else
            offer_values(frame, frame.world.*section.facets, grid, filter);
        hold_cursor();
        ImGui::EndPopup();
    }
    ImGui::PopStyleVar();
}

}  // namespace picket::ui
