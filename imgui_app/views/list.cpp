// A section as a list: columns as data, sorted by a click on a title, filtered as one types, moved
// through with the keyboard. Only rows in sight are fetched; columns that have no room are left to
// the panel that tells all of a row.
#include <algorithm>

#include "../widgets.h"
#include "heard.h"
#include "imgui_internal.h"
#include "world_parts.h"

namespace picket::ui {
namespace {

constexpr float kHeaderHeight = 32;
constexpr float kSecondLeast = 144;  // CSS pixels

// How many columns fit side by side; the first always does. A text in the second place is cut
// rather than left out: a list of moments alone tells nothing.
std::size_t fitting(std::span<const GridColumn> columns, float width) {
    std::size_t count = 0;
    float used = 24;
    for (const GridColumn& column : columns) {
        const float least = column.stretches() ? 0.7f * column.width : column.width;
        used += column.stretches() && count == 1 ? std::min(least, kSecondLeast) : least;
        if (count > 0 && used > width) break;
        ++count;
    }
    return count;
}

// The rows of a list, wherever they come from.
struct Rows {
    const Section& section;
    const TableInfo& table;
    const World& world;
    const std::vector<std::uint32_t>* places;  // null: the table's own order
    bool reversed;

    std::size_t size() const { return places != nullptr ? places->size() : table.size(world); }
    std::size_t place(std::size_t i) const {
        if (places != nullptr) return (*places)[i];
        return reversed ? size() - 1 - i : i;
    }
    TableInfo::Row at(std::size_t i) const {
        TableInfo::Row found;
        visit_rows(table, world, place(i), 1, [&](const TableInfo::Row& row) { found = row; });
        return found;
    }
    // Where a row of that key is, or size().
    std::size_t find(std::string_view key) const {
        const std::size_t wanted = section.place(world, key);
        if (wanted >= table.size(world)) return size();
        if (places == nullptr) return reversed ? size() - 1 - wanted : wanted;
        const auto at = std::find(places->begin(), places->end(), wanted);
        return static_cast<std::size_t>(at - places->begin());
    }
};

void draw_cell(Frame& frame, const GridColumn& column, const Cell& cell) {
    if (cell.text.empty()) return;
    switch (column.look) {
    case Look::State:
        return state_mark(frame, cell.text);
    case Look::Strong:
        return text_fitted(frame, cell.text, 0, Tone::Plain, Face::Body);
    case Look::Mono:
        return text_fitted(frame, cell.text, 0, Tone::Muted, Face::MonoSmall);
    case Look::Quiet:
        return text_fitted(frame, cell.text, 0, Tone::Faint, Face::Small);
    case Look::Text:
        return text_fitted(frame, cell.text, 0, Tone::Muted, Face::Body);
    }
}

// A press on the chosen row lets it go.
void chosen(Frame& frame, const ItemRef& item) {
    if (frame.ui.world.item == item)
        close_item(frame.ui);
    else
        open_item(frame.ui, item, false);
}

void draw_row(Frame& frame, const Rows& rows, std::span<const GridColumn> columns, std::size_t i) {
    WorldState& state = frame.ui.world;
    const TableInfo::Row row = rows.at(i);
    if (row.key == nullptr) return;
    const std::string key = rows.section.key(row);
    const bool selected = state.item.section == rows.section.id && state.item.key == key;
    const float height = frame.px(row_height(frame));
    ImGui::TableNextRow(ImGuiTableRowFlags_None, height);
    ImGui::TableSetColumnIndex(0);
    ImGui::PushID(static_cast<int>(i));
    constexpr ImGuiSelectableFlags kFlags = ImGuiSelectableFlags_SpanAllColumns;
    const float padding = ImGui::GetStyle().CellPadding.y;
    const float top = ImGui::GetCursorPosY();
    ImGui::PushItemFlag(ImGuiItemFlags_NoNav, true);
    if (ImGui::Selectable("##row", selected, kFlags, ImVec2(0, height - 2 * padding))) {
        chosen(frame, {std::string(rows.section.id), key});
        ImGui::SetFocusID(frame.ui.focus.list, ImGui::GetCurrentWindow());
    }
    ImGui::PopItemFlag();
    Cell cell;
    for (std::size_t c = 0; c < columns.size(); ++c) {
        cell.text.clear();
        cell.rank = 0;
        columns[c].fill(rows.world, row, cell);
        if (c == 0)
            note(frame, key_name(key), cell.text);
        else
            ImGui::TableSetColumnIndex(static_cast<int>(c));
        const bool small = columns[c].look == Look::Quiet || columns[c].look == Look::Mono ||
                           columns[c].look == Look::State;
        const float line = frame.px(small ? kSmallSize : kBodySize);
        ImGui::SetCursorPosY(top + std::max(0.0f, (height - 2 * padding - line) / 2));
        if (c == 0) ImGui::SetCursorPosX(ImGui::GetCursorPosX() + frame.px(kListIndent));
        draw_cell(frame, columns[c], cell);
    }
    ImGui::PopID();
}

// The arrow keys move the chosen row; the panel follows.
void take_list_keys(Frame& frame, const Rows& rows, float page) {
    const ItemRef& item = last_item(frame.ui.world);
    const std::size_t size = rows.size();
    const std::size_t before = item.section == rows.section.id ? rows.find(item.key) : size;
    const auto rows_per_page = static_cast<std::size_t>(page / frame.px(row_height(frame)));
    const std::size_t at = moved_by_keys(before, size, rows_per_page);
    const bool enters = ImGui::IsKeyPressed(ImGuiKey_Enter) && before < size;
    if (at == before && !enters) return;
    const TableInfo::Row row = rows.at(at);
    open_item(frame.ui, {std::string(rows.section.id), rows.section.key(row)}, false);
    frame.ui.world.reveal = true;
}

void reveal_item(Frame& frame, const Rows& rows, float page) {
    WorldState& state = frame.ui.world;
    if (!state.reveal) return;
    state.reveal = false;
    const std::size_t at = rows.find(state.item.key);
    if (at >= rows.size()) return;
    const float height = frame.px(row_height(frame));
    const float y = static_cast<float>(at) * height, scroll = ImGui::GetScrollY();
    const float room = page - frame.px(kHeaderHeight) - height;
    if (y < scroll) ImGui::SetScrollY(y);
    if (y > scroll + room) ImGui::SetScrollY(y - room + height / 2);
}

void hear_rows(Frame& frame, const Rows& rows) {
    const ItemRef& item = frame.ui.world.item;
    const bool here = item.section == rows.section.id;
    hear_list(frame, rows.section.title, rows.size(), here ? rows.find(item.key) : rows.size(),
              [&](std::size_t i) {
                  const TableInfo::Row row = rows.at(i);
                  std::string words;
                  Cell cell;
                  for (const GridColumn& column : rows.section.columns) {
                      cell.text.clear();
                      column.fill(rows.world, row, cell);
                      if (!cell.text.empty()) words += (words.empty() ? "" : ", ") + cell.text;
                  }
                  return words;
              });
}

void draw_grid(Frame& frame, GridState& grid, const Rows& rows, float width) {
    const auto columns = rows.section.columns.subspan(0, fitting(rows.section.columns, width));
    constexpr ImGuiTableFlags kFlags = ImGuiTableFlags_ScrollY | ImGuiTableFlags_BordersInnerH |
                                       ImGuiTableFlags_NoBordersInBody | ImGuiTableFlags_PadOuterX |
                                       ImGuiTableFlags_NoSavedSettings;
    ImGui::PushStyleVar(ImGuiStyleVar_CellPadding, ImVec2(frame.px(8), frame.px(2)));
    const std::string id(rows.section.id);
    flatten_table();
    if (ImGui::BeginTable(id.c_str(), static_cast<int>(columns.size()), kFlags)) {
        for (const GridColumn& column : columns) {
            ImGui::TableSetupColumn(std::string(column.title).c_str(),
                                    column.stretches() ? ImGuiTableColumnFlags_WidthStretch
                                                       : ImGuiTableColumnFlags_WidthFixed,
                                    column.stretches() ? column.width
                                                       : frame.px(column.width - 16));
        }
        ImGui::TableSetupScrollFreeze(0, 1);
        draw_titles(frame, grid, columns, kHeaderHeight);
        const float page = ImGui::GetWindowHeight();
        ImRect below = ImGui::GetCurrentWindow()->InnerRect;
        below.Min.y += frame.px(kHeaderHeight);
        if (key_area(frame, "Rows", below, true)) {
            take_list_keys(frame, rows, page);
            hear_rows(frame, rows);
        }
        reveal_item(frame, rows, page);
        ImGuiListClipper clipper;
        clipper.Begin(static_cast<int>(std::min<std::size_t>(rows.size(), 100'000'000)),
                      frame.px(row_height(frame)));
        while (clipper.Step()) {
            for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i)
                draw_row(frame, rows, columns, static_cast<std::size_t>(i));
        }
        ImGui::EndTable();
    }
    ImGui::PopStyleVar();
}

}  // namespace

float row_height(const Frame& frame) { return frame.touch ? 44 : 32; }

GridState& grid_of(Frame& frame, const Section& section) {
    auto [at, made] = frame.ui.world.grids.try_emplace(std::string(section.id));
    if (made && section.sorted >= 0) at->second.order = {{}, section.sorted, true};
    return at->second;
}

void draw_list(Frame& frame, const Section& section) {
    const TableInfo& table = *find_table(section.table);
    if (table.size(frame.world) == 0) return draw_section_empty(frame, section);
    GridState& grid = grid_of(frame, section);
    draw_filters(frame, section, grid);
    const bool plain = grid.order.plain();
    if (!plain && grid.index.follow(frame.world, table, section.columns, grid.order))
        frame.ui.wake_in(0);
    const bool indexed = !plain && grid.index.ready();
    const Rows rows{section, table, indexed ? grid.index.world() : frame.world,
                    indexed ? &grid.index.places() : nullptr, section.sorted == kReversed};
    if (!plain && grid.index.working() && table.size(frame.world) > 20'000)
        draw_ordering(frame, grid, table.size(frame.world));
    if (rows.size() == 0) {
        const std::string& filter = grid.order.filter;
        const std::string why = filter.empty() ? "No row has all of the chosen values."
                                               : "No row holds " + quoted(filter) + ".";
        if (empty_state(frame, "Nothing matches", why, "Clear the filter")) {
            grid.order = {{}, grid.order.column, grid.order.descending, {}};
            grid.ages.clear();
        }
    } else {
        draw_grid(frame, grid, rows, ImGui::GetContentRegionAvail().x / frame.scale);
    }
}

}  // namespace picket::ui
