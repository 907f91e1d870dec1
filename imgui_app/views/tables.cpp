// Every table of the World as it is stored, indexes and queues too.
#include <algorithm>

#include "../editor/json_tokens.h"
#include "../items/areas.h"
#include "../widgets.h"
#include "views.h"
#include "world_parts.h"

namespace picket::ui {
namespace {

// Tables keyed by a name or a number come first; indexes are there to be looked at, below.
bool is_index(const TableInfo& table) { return table.key->kind == Kind::Structure; }

bool draw_names(Frame& frame) {
    bool chosen = false;
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, frame.px(2)));
    for (const bool indexes : {false, true}) {
        gap(frame, 8);
        ImGui::SetCursorPosX(ImGui::GetCursorPosX() + frame.px(8));
        text(frame, indexes ? "Indexes and queues" : "Tables", Tone::Faint, Face::SmallStrong);
        gap(frame, 4);
        for (const TableInfo& table : world_tables()) {
            if (is_index(table) != indexes) continue;
            const bool shown = frame.ui.world.table == table.name;
            if (!menu_row(frame, words_of(table.name), count_text(table.size(frame.world)), shown))
                continue;
            frame.ui.world.table = table.name;
            frame.ui.world.selected_key.clear();
            chosen = true;
        }
    }
    ImGui::PopStyleVar();
    return chosen;
}

void draw_choice(Frame& frame, const TableInfo& table, float width) {
    const std::string shown = words_of(table.name) + " (" + count_text(table.size(frame.world)) +
                              ")";
    ImGui::SetCursorPos(ImVec2(frame.px(12), frame.px(8)));
    const float field = std::min(width - 24, 320.0f);
    if (dropdown(frame, "Table", shown, field)) ImGui::OpenPopup("Tables");
    const ImVec2 below(ImGui::GetItemRectMin().x, ImGui::GetItemRectMax().y + frame.px(4));
    const float room = ImGui::GetIO().DisplaySize.y - frame.px(8);
    const float height = std::min(frame.px(520), room - frame.px(8));
    ImGui::SetNextWindowPos(
        ImVec2(below.x, std::max(frame.px(8), std::min(below.y, room - height))));
    ImGui::SetNextWindowSize(ImVec2(frame.px(field), height));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(frame.px(8), frame.px(8)));
    if (ImGui::BeginPopup("Tables", ImGuiWindowFlags_NoMove)) {
        Scope scope(frame, "Tables");
        if (draw_names(frame)) ImGui::CloseCurrentPopup();
        hold_cursor();
        ImGui::EndPopup();
    }
    ImGui::PopStyleVar();
    if (width < field + 200) return;
    ImGui::SetCursorPos(ImVec2(frame.px(12 + field + 16), frame.px(frame.touch ? 22 : 16)));
    text_fitted(frame, table.doc, width - field - 48, Tone::Muted, Face::Small);
}

// The chosen row as JSON. Contents are compared in each frame, so that it follows changes.
void draw_contents(Frame& frame, const TableInfo& table, float height) {
    WorldState& state = frame.ui.world;
    std::string title, contents;
    visit_rows(table, frame.world, state.selected_place, 1, [&](const TableInfo::Row& row) {
        if (to_json(*table.key, row.key) != state.selected_key) return;
        title = key_text(table, row.key);
        contents = table.row_json(row.key, row.value);
    });
    if (contents.empty()) return state.selected_key.clear();
    const std::string mark = std::string(table.name) + state.selected_key + contents;
    if (mark != state.detail_of) {
        state.detail_of = mark;
        state.detail.read_only = true;
        state.detail.numbers = false;
        state.detail.load(format_json(contents));
    }
    Scope scope(frame, "Row");
    rule(frame);
    gap(frame, 8);
    const float top = ImGui::GetCursorPosY(), left = ImGui::GetCursorPosX();
    const float right = left + ImGui::GetContentRegionAvail().x;
    ImGui::SetCursorPos(ImVec2(left + frame.px(16), top + frame.px(4)));
    text_fitted(frame, title, (right - left) / frame.scale - 120, Tone::Plain, Face::Strong);
    ImGui::SetCursorPos(ImVec2(right - frame.px(12) - button_width(frame, "Close", true), top));
    const bool closes = button(frame, "Close", {.kind = ButtonKind::Quiet, .small = true});
    ImGui::SetCursorPosX(left);
    draw_code_area(frame, "Contents", state.detail, height - 56);
    if (closes) state.selected_key.clear();
}

}  // namespace

void draw_tables(Frame& frame) {
    WorldState& state = frame.ui.world;
    const TableInfo* table = find_table(state.table);
    if (table == nullptr) table = &world_tables().front();
    const float width = ImGui::GetContentRegionAvail().x / frame.scale;
    draw_choice(frame, *table, width);
    ImGui::SetCursorPos(ImVec2(0, frame.px(frame.touch ? 60 : 48)));
    rule(frame);
    const float room = ImGui::GetContentRegionAvail().y / frame.scale;
    const float detail = state.selected_key.empty() ? 0 : std::min(320.0f, room * 0.5f);
    Scope scope(frame, table->name);
    ImGui::BeginChild("rows", ImVec2(0, -std::max(1.0f, frame.px(detail))),
                      ImGuiChildFlags_NavFlattened,
                      ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse);
    draw_table(frame, *table);
    end_child();
    if (detail > 0) draw_contents(frame, *table, detail);
}

}  // namespace picket::ui
