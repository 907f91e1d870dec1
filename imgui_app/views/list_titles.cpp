// The titles of a list: a click sorts by one, another turns the order round, a third ends it. And
// how far a long order is.
#include <algorithm>

#include "../widgets.h"
#include "imgui_internal.h"
#include "world_parts.h"

namespace picket::ui {
namespace {

void sort_by(GridState& grid, int column, bool by_rank) {
    RowOrder& order = grid.order;
    if (order.column != column) {
        order.column = column;
        order.descending = by_rank;  // the greatest and the newest first
    } else if (order.descending == by_rank) {
        order.descending = !by_rank;
    } else {
        order.column = kTableOrder;
    }
}

}  // namespace

void draw_titles(Frame& frame, GridState& grid, std::span<const GridColumn> columns, float height) {
    ImGui::TableNextRow(ImGuiTableRowFlags_Headers, frame.px(height));
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const int column = static_cast<int>(i);
        ImGui::TableSetColumnIndex(column);
        ImGui::GetCurrentWindow()->DC.NavLayerCurrent = ImGuiNavLayer_Main;  // not as menus
        const bool sorted = grid.order.column == column;
        if (i == 0) ImGui::SetCursorPosX(ImGui::GetCursorPosX() + frame.px(kListIndent));
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const float width = std::max(1.0f, ImGui::GetContentRegionAvail().x);
        ImGui::PushID(column);
        const float room = frame.px(height) - 2 * ImGui::GetStyle().CellPadding.y;
        if (ImGui::InvisibleButton("sort", ImVec2(width, room), ImGuiButtonFlags_EnableNav))
            sort_by(grid, column, columns[i].by_rank);
        const bool hovered = ImGui::IsItemHovered();
        ImGui::PopID();
        note(frame, columns[i].title, columns[i].title);
        tip(frame, sorted ? "Sorted; press to turn the order round" : "Sort by this");
        if (hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
        push_face(frame, Face::SmallStrong);
        const std::uint32_t colour = sorted || hovered ? frame.colours.text : frame.colours.muted;
        const ImVec2 size = ImGui::CalcTextSize(columns[i].title.data(),
                                                columns[i].title.data() + columns[i].title.size());
        const float y = at.y + std::max(0.0f, (room - size.y) / 2);
        ImGui::PushStyleColor(ImGuiCol_Text, colour);
        ImGui::RenderTextEllipsis(ImGui::GetWindowDrawList(), ImVec2(at.x, y),
                                  ImVec2(at.x + width, y + size.y), at.x + width,
                                  columns[i].title.data(),
                                  columns[i].title.data() + columns[i].title.size(), &size);
        ImGui::PopStyleColor();
        if (colour == frame.colours.text) {
            const float mark = std::min(at.x + size.x + frame.px(10), at.x + width - frame.px(4));
            if (sorted)
                draw_icon(grid.order.descending ? Icon::Chevron : Icon::ChevronUp,
                          ImVec2(mark, y + size.y / 2), frame.px(8), colour);
        }
        ImGui::PopFont();
    }
}

void draw_ordering(Frame& frame, GridState& grid, std::size_t rows) {
    Scope scope(frame, "Ordering");
    const float part = grid.index.progress();
    const float y = ImGui::GetCursorPosY(), left = frame.px(16);
    ImGui::SetCursorPos(ImVec2(left, y + frame.px(5)));
    text(frame,
         "Ordering " + count_text(rows) + " rows, " + std::to_string(static_cast<int>(part * 100)) +
             " %",
         Tone::Muted, Face::Small);
    ImGui::SameLine(0, frame.px(12));
    const float cancel = button_width(frame, "Cancel", true) + frame.px(28);
    const float room = (ImGui::GetContentRegionAvail().x - cancel) / frame.scale;
    if (room > 32) {
        ImGui::SetCursorPosY(y + frame.px(11));
        progress_bar(frame, part, std::min(room, 240.0f));
        ImGui::SameLine(0, frame.px(12));
    }
    ImGui::SetCursorPosY(y);
    if (button(frame, "Cancel", {.small = true, .tip = "Keep the order as it was"}))
        grid.order = grid.index.cancel();
    gap(frame, 4);
}

}  // namespace picket::ui
