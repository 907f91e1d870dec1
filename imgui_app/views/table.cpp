// Any table of the World: columns from its shapes, and only the rows that are in sight are fetched,
// by their place.
#include <algorithm>

#include "../payload.h"
#include "../shape_text.h"
#include "../widgets.h"
#include "imgui_internal.h"
#include "views.h"
#include "world_parts.h"

namespace picket::ui {
namespace {

// The operation that fills a table: "things" <- CreateThing, "scheduledCalls" <- ScheduleCall; null
// for what fills itself.
const Operation* filling_operation(std::string_view table) {
    if (table == "populations") return find_operation("PopulateFleet");
    if (table == "scheduledCalls") return find_operation("ScheduleCall");
    if (table == "settings") return find_operation("PutSetting");
    if (table.size() < 2) return nullptr;
    std::string singular(table.substr(0, table.size() - 1));
    if (singular[0] >= 'a' && singular[0] <= 'z')
        singular[0] = static_cast<char>(singular[0] - 'a' + 'A');
    return find_operation("Create" + singular);
}

void draw_empty(Frame& frame, const TableInfo& table) {
    const Operation* operation = filling_operation(table.name);
    const std::string title = "No rows in " + words_of(table.name);
    if (operation == nullptr) {
        empty_state(frame, title, table.doc);
        return;
    }
    const std::string action = "Open " + std::string(operation->name);
    if (empty_state(frame, title,
                    std::string(operation->name) + " adds one. " + std::string(table.doc),
                    action)) {
        open_operation(frame.ui, *operation, frame.world);
        frame.ui.layout.pane = Pane::Request;
    }
}

void set_up_columns(Frame& frame, const std::vector<Column>& columns) {
    for (const Column& column : columns) {
        ImGui::TableSetupColumn(column.title.c_str(), ImGuiTableColumnFlags_WidthFixed,
                                frame.px(column.width));
    }
    ImGui::TableSetupScrollFreeze(0, 1);
    push_face(frame, Face::SmallStrong);
    ImGui::PushStyleColor(ImGuiCol_Text, frame.colours.muted);
    ImGui::PushItemFlag(ImGuiItemFlags_NoNav, true);
    ImGui::TableHeadersRow();
    ImGui::PopItemFlag();
    ImGui::PopStyleColor();
    ImGui::PopFont();
}

void draw_cell(Frame& frame, const Column& column, const TableInfo::Row& row) {
    const std::string shown = cell_text(column, row);
    if (shown.empty()) return;
    const Tone tone = column.mono ? Tone::Muted : Tone::Plain;
    if (column.mono) ImGui::SetCursorPosY(ImGui::GetCursorPosY() + frame.px(1));
    text_fitted(frame, shown, 0, tone, column.mono ? Face::MonoSmall : Face::Body);
}

void draw_row(Frame& frame, const TableInfo& table, const std::vector<Column>& columns,
              std::size_t place, const TableInfo::Row& row) {
    WorldState& state = frame.ui.world;
    ImGui::TableNextRow();
    ImGui::TableSetColumnIndex(0);
    ImGui::PushID(static_cast<int>(place));
    const std::string key = to_json(*table.key, row.key);
    const bool selected = key == state.selected_key;
    constexpr ImGuiSelectableFlags kFlags = ImGuiSelectableFlags_SpanAllColumns;
    ImGui::PushItemFlag(ImGuiItemFlags_NoNav, true);
    if (ImGui::Selectable("##row", selected, kFlags, ImVec2(0, ImGui::GetFontSize()))) {
        state.selected_key = selected ? std::string() : key;
        state.selected_place = place;
        ImGui::SetFocusID(frame.ui.focus.list, ImGui::GetCurrentWindow());
    }
    ImGui::PopItemFlag();
    if (frame.probe != nullptr) note(frame, key_text(table, row.key), {});
    ImGui::SameLine(0, 0);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (i > 0 && !ImGui::TableSetColumnIndex(static_cast<int>(i))) continue;
        draw_cell(frame, columns[i], row);
    }
    ImGui::PopID();
}

// The arrows move the chosen row; Left and Right show columns that have no room.
void take_keys(Frame& frame, const TableInfo& table, std::size_t rows) {
    ImGuiWindow& window = *ImGui::GetCurrentWindow();
    const float line = ImGui::GetFontSize() + 2 * ImGui::GetStyle().CellPadding.y;
    ImRect below = window.InnerRect;
    below.Min.y += line;
    if (!key_area(frame, "Rows", below, true)) return;
    WorldState& state = frame.ui.world;
    const std::size_t at = state.selected_key.empty() ? rows : state.selected_place;
    const auto per_page = static_cast<std::size_t>(below.GetHeight() / line);
    if (ImGui::IsKeyPressed(ImGuiKey_LeftArrow)) ImGui::SetScrollX(window.Scroll.x - frame.px(80));
    if (ImGui::IsKeyPressed(ImGuiKey_RightArrow)) ImGui::SetScrollX(window.Scroll.x + frame.px(80));
    const std::size_t next = moved_by_keys(at, rows, per_page);
    if (next == at) return;
    visit_rows(table, frame.world, next, 1, [&](const TableInfo::Row& row) {
        state.selected_key = to_json(*table.key, row.key);
        state.selected_place = next;
    });
    const float y = static_cast<float>(next) * line;
    if (y < window.Scroll.y || y > window.Scroll.y + below.GetHeight() - 2 * line)
        ImGui::SetScrollY(y - below.GetHeight() / 2);
}

}  // namespace

void draw_table(Frame& frame, const TableInfo& table) {
    const std::size_t rows = table.size(frame.world);
    if (rows == 0) return draw_empty(frame, table);
    const std::vector<Column> columns = columns_of(table);
    constexpr ImGuiTableFlags kFlags = ImGuiTableFlags_ScrollX | ImGuiTableFlags_ScrollY |
                                       ImGuiTableFlags_Resizable | ImGuiTableFlags_BordersInnerH |
                                       ImGuiTableFlags_NoBordersInBody | ImGuiTableFlags_PadOuterX |
                                       ImGuiTableFlags_NoSavedSettings;
    flatten_table();
    if (!ImGui::BeginTable(std::string(table.name).c_str(), static_cast<int>(columns.size()),
                           kFlags))
        return;
    set_up_columns(frame, columns);
    take_keys(frame, table, rows);
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(std::min<std::size_t>(rows, 2'000'000'000)));
    while (clipper.Step()) {
        auto place = static_cast<std::size_t>(clipper.DisplayStart);
        const auto count = static_cast<std::size_t>(clipper.DisplayEnd - clipper.DisplayStart);
        visit_rows(table, frame.world, place, count, [&](const TableInfo::Row& row) {
            draw_row(frame, table, columns, place++, row);
        });
    }
    ImGui::EndTable();
}

}  // namespace picket::ui
