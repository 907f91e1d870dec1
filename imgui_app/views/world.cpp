// The World: a list of its tables with their sizes, the chosen one, and the chosen row in full.
#include <algorithm>

#include "../editor/json_tokens.h"
#include "../shape_text.h"
#include "../widgets.h"
#include "views.h"

namespace picket::ui {
namespace {

struct Entry {
    std::string_view id;
    std::string title;
    std::size_t count;
};

// Tables keyed by a name or a number come first; indexes and queues are there to be looked at,
// below.
bool is_index(const TableInfo& table) { return table.key->kind == Kind::Structure; }

std::vector<Entry> entries(const Frame& frame, bool indexes) {
    std::vector<Entry> list;
    for (const TableInfo& table : world_tables()) {
        if (is_index(table) != indexes) continue;
        list.push_back({table.name, words_of(table.name), table.size(frame.world)});
    }
    if (!indexes) list.push_back({kJournalView, "Journal", frame.timeline.journal.size()});
    return list;
}

void open(Frame& frame, std::string_view id) {
    frame.ui.world.view = id;
    frame.ui.world.selected_key.clear();
}

bool draw_entry(Frame& frame, const Entry& entry) {
    const bool selected = frame.ui.world.view == entry.id;
    const float height = frame.touch ? 44 : 30;
    const ImVec2 at = ImGui::GetCursorPos();
    const bool pressed = list_row(frame, entry.title, selected, height);
    const ImVec2 after = ImGui::GetCursorPos();
    const float y = at.y + (frame.px(height) - ImGui::GetFontSize()) / 2;
    const std::string count = count_text(entry.count);
    const float count_width = text_width(frame, count, Face::Small);
    const float right = at.x + ImGui::GetContentRegionAvail().x - frame.px(10);
    ImGui::SetCursorPos(ImVec2(at.x + frame.px(10), y));
    const float room = right - count_width - frame.px(8) - (at.x + frame.px(10));
    text_fitted(frame, entry.title, std::max(room, 1.0f) / frame.scale,
                selected ? Tone::Accent : Tone::Plain);
    ImGui::SetCursorPos(ImVec2(right - count_width, y + frame.px(1)));
    text(frame, count, Tone::Faint, Face::Small);
    ImGui::SetCursorPos(after);
    return pressed;
}

bool draw_entries(Frame& frame) {
    bool chosen = false;
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, frame.px(2)));
    for (const bool indexes : {false, true}) {
        if (indexes) {
            gap(frame, 12);
            ImGui::SetCursorPosX(ImGui::GetCursorPosX() + frame.px(10));
            text(frame, "Indexes and queues", Tone::Faint, Face::SmallStrong);
            gap(frame, 4);
        }
        for (const Entry& entry : entries(frame, indexes)) {
            if (!draw_entry(frame, entry)) continue;
            open(frame, entry.id);
            chosen = true;
        }
    }
    ImGui::PopStyleVar();
    return chosen;
}

// Narrow panes: the same list behind a button.
void draw_chooser(Frame& frame, float width) {
    std::string shown = "Journal (" + count_text(frame.timeline.journal.size()) + ")";
    if (const TableInfo* table = find_table(frame.ui.world.view)) {
        shown = words_of(table->name) + " (" + count_text(table->size(frame.world)) + ")";
    }
    ImGui::SetCursorPos(ImVec2(frame.px(12), frame.px(12)));
    if (dropdown(frame, "Table", shown, width - 24)) ImGui::OpenPopup("Tables");
    const ImVec2 below(ImGui::GetItemRectMin().x, ImGui::GetItemRectMax().y + frame.px(4));
    const float room = ImGui::GetIO().DisplaySize.y - frame.px(16);
    const float height = std::min(frame.px(520), room);
    ImGui::SetNextWindowPos(
        ImVec2(below.x, std::max(frame.px(8), std::min(below.y, room - height))));
    ImGui::SetNextWindowSize(ImVec2(frame.px(std::min(width - 24, 360.0f)), height));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(frame.px(8), frame.px(8)));
    if (ImGui::BeginPopup("Tables", ImGuiWindowFlags_NoMove)) {
        Scope scope(frame, "Tables");
        if (draw_entries(frame)) ImGui::CloseCurrentPopup();
        hold_cursor();
        ImGui::EndPopup();
    }
    ImGui::PopStyleVar();
}

void draw_nav(Frame& frame, float width) {
    ImGui::SetCursorPos(ImVec2(frame.px(8), frame.px(12)));
    ImGui::BeginChild("tables",
                      ImVec2(frame.px(width - 8), ImGui::GetContentRegionAvail().y - frame.px(8)));
    Scope scope(frame, "Tables");
    draw_entries(frame);
    end_child();
}

// The chosen row as JSON. Contents are compared in each frame, so that it follows changes.
bool draw_detail(Frame& frame, const TableInfo& table, float height) {
    WorldState& state = frame.ui.world;
    std::string title, contents;
    visit_rows(table, frame.world, state.selected_place, 1, [&](const TableInfo::Row& row) {
        if (to_json(*table.key, row.key) != state.selected_key) return;
        title = key_text(table, row.key);
        contents = to_json(*table.value, row.value);
    });
    if (contents.empty()) {
        state.selected_key.clear();
        return false;
    }
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
    return true;
}

void draw_view(Frame& frame, ImVec2 size) {
    WorldState& state = frame.ui.world;
    ImGui::BeginChild("view", size, ImGuiChildFlags_None,
                      ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse);
    Scope scope(frame, state.view);
    const TableInfo* table = find_table(state.view);
    const bool detailed = table != nullptr && !state.selected_key.empty();
    const float detail = detailed ? std::min(320.0f, size.y / frame.scale * 0.5f) : 0;
    ImGui::BeginChild("rows", ImVec2(0, -std::max(1.0f, frame.px(detail))), ImGuiChildFlags_None,
                      ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse);
    if (table == nullptr)
        draw_journal(frame);
    else if (state.view == kChronicleView)
        draw_chronicle(frame);
    else
        draw_table(frame, *table);
    end_child();
    if (detailed) draw_detail(frame, *table, detail);
    end_child();
}

}  // namespace

void draw_world(Frame& frame, const Rect& place) {
    constexpr float kNavWidth = 208;
    if (place.width < 640) {
        draw_chooser(frame, place.width);
        ImGui::SetCursorPos(ImVec2(0, frame.px(frame.touch ? 68 : 56)));
        draw_view(frame, ImGui::GetContentRegionAvail());
        return;
    }
    draw_nav(frame, kNavWidth);
    const ImVec2 corner = ImGui::GetWindowPos();
    const float x = corner.x + frame.px(kNavWidth + 8);
    ImGui::GetWindowDrawList()->AddRectFilled(
        ImVec2(x, corner.y),
        ImVec2(x + ImGui::GetStyle().ChildBorderSize, corner.y + ImGui::GetWindowHeight()),
        frame.colours.border);
    ImGui::SetCursorPos(ImVec2(frame.px(kNavWidth + 9), ImGui::GetStyle().ChildBorderSize));
    draw_view(frame, ImVec2(ImGui::GetContentRegionAvail().x,
                            ImGui::GetContentRegionAvail().y - frame.px(1)));
}

}  // namespace picket::ui
