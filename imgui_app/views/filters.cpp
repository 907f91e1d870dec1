// Filters over a list: the values that a column has, with how many rows have them, from the index
// that answers the service's own filters; and the most frequent ones of one column in a row.
#include <algorithm>

#include "../items/rows.h"
#include "../widgets.h"
#include "imgui_internal.h"
#include "views.h"
#include "world_parts.h"

namespace picket::ui {
namespace {

constexpr std::size_t kValuesMax = 500;
constexpr float kListRoom = 180;  // CSS pixels
constexpr std::size_t kCountedMax = 8;

using Facets = Table<FacetKey, Empty>;

struct FacetValue {
    std::string text;
    std::size_t count = 0;
};

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

// "profile/behavior" is two cells, all others are one.
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

// A chosen age follows the clock.
void follow_ages(Frame& frame, const Section& section, GridState& grid) {
    for (const ListFilter& filter : section.filters) {
        CellFilter* cell = filter_of(grid.order, filter.column);
        if (cell == nullptr || !cell->text.empty()) continue;
        const auto age = grid.ages.find(filter.column);
        if (age != grid.ages.end()) cell->least = since(frame.world, kAges[age->second]);
    }
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
    ImGui::BeginChild("values", ImVec2(0, 0));
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
    const float right = ImGui::GetCursorScreenPos().x + frame.px(room - 8);
    const auto count = static_cast<float>(section.filters.size());
    // As many in one row as are readable.
    const float per_row = std::clamp(std::floor((room - 16) / 112), 1.0f, count);
    const float width = std::min(160.0f, std::floor((room - 16 - 8 * (per_row - 1)) / per_row));
    gap(frame, 8);
    const float left = ImGui::GetCursorPosX() + frame.px(8);
    for (std::size_t i = 0; i < section.filters.size(); ++i) {
        const bool begins = i % static_cast<std::size_t>(per_row) == 0;
        if (begins && i > 0) gap(frame, 8);
        if (begins)
            ImGui::SetCursorPosX(left);
        else
            ImGui::SameLine(0, frame.px(8));
        draw_filter(frame, section, grid, section.filters[i], width);
    }
    gap(frame, 8);
    ImGui::SetCursorPosX(left);
    draw_counts(frame, section, grid, right);
    gap(frame, 4);
}

}  // namespace picket::ui
