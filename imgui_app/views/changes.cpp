// What a call changed in the World, row by row, with the lines that differ.
#include <algorithm>

#include "../shape_text.h"
#include "../widgets.h"
#include "views.h"

namespace picket::ui {
namespace {

void draw_line(Frame& frame, const DiffLine& line) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float height = frame.px(20);
    const Tone tone = line.sign == '+' ? Tone::Ok : line.sign == '-' ? Tone::Danger : Tone::Muted;
    if (line.sign != ' ') {
        ImGui::GetWindowDrawList()->AddRectFilled(
            at, ImVec2(at.x + ImGui::GetContentRegionAvail().x, at.y + height),
            soft_colour_of(frame, tone));
    }
    const std::string shown = std::string(1, line.sign) + " " + line.text;
    ImGui::SetCursorScreenPos(ImVec2(at.x + frame.px(16), at.y + frame.px(2)));
    const float room = ImGui::GetContentRegionAvail().x / frame.scale - 16;
    text_fitted(frame, shown, room, tone, Face::MonoSmall);
    ImGui::SetCursorScreenPos(ImVec2(at.x, at.y + height));
}

void draw_change(Frame& frame, const ShownChange& change) {
    const Tone tone = change.sign == '+'   ? Tone::Ok
                      : change.sign == '-' ? Tone::Danger
                                           : Tone::Warn;
    const char* word = change.sign == '+' ? "added" : change.sign == '-' ? "removed" : "changed";
    gap(frame, 12);
    const float top = ImGui::GetCursorPosY();
    ImGui::SetCursorPosX(frame.px(16));
    chip(frame, word, tone);
    ImGui::SameLine();
    ImGui::SetCursorPosY(top + frame.px(1));
    text(frame, words_of(change.table), Tone::Muted);
    ImGui::SameLine();
    ImGui::SetCursorPosY(top + frame.px(1));
    const float room = ImGui::GetContentRegionAvail().x / frame.scale - 16;
    text_fitted(frame, change.key, room, Tone::Plain, Face::Strong);
    ImGui::SetCursorPos(ImVec2(0, top + frame.px(28)));
    for (const DiffLine& line : change.lines) draw_line(frame, line);
    ImGui::SetCursorPosX(0);
}

// How the World is kept, not what was asked for.
void draw_followers(Frame& frame, const Outcome& response) {
    if (response.followers == 0) return;
    bool& shown = frame.ui.response.followers;
    gap(frame, 12);
    ImGui::SetCursorPosX(frame.px(8));
    const std::string label = (shown ? "Hide " : "Show ") + count_text(response.followers) +
                              (response.followers == 1 ? " row that follows" : " rows that follow");
    if (button(frame, label,
               {.kind = ButtonKind::Quiet,
                .small = true,
                .tip = "Lists find their rows by indexes, and the chronicle tells what happened."}))
        shown = !shown;
    if (!shown) return;
    for (std::size_t i = response.own_changes(); i < response.changes.size(); ++i)
        draw_change(frame, response.changes[i]);
}

}  // namespace

void draw_changes(Frame& frame) {
    const Outcome& response = frame.ui.response.shown;
    Scope scope(frame, "Changes");
    if (response.forgotten) {
        empty_state(frame, "No longer kept", "Run the call again to see what it changes now.");
        return;
    }
    if (response.changes.empty()) {
        const Operation* operation = find_operation(response.operation);
        const bool reads = operation == nullptr || operation->effect == Effect::Reads;
        empty_state(frame, "Nothing changed",
                    response.error ? "A failed call leaves everything as it was."
                    : reads        ? "This operation only reads."
                                   : "The account was already as this call would have it.");
        return;
    }
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(frame.px(8), 0));
    ImGui::BeginChild("changes", ImVec2(0, 0), ImGuiChildFlags_NavFlattened);
    scroll_by_keys(frame, "Lines");
    const std::size_t own = response.own_changes();
    for (std::size_t i = 0; i < own; ++i) draw_change(frame, response.changes[i]);
    draw_followers(frame, response);
    if (response.changes_cut) {
        gap(frame, 12);
        ImGui::SetCursorPosX(frame.px(16));
        text(frame, "Only the first " + count_text(own) + " changes are shown.", Tone::Muted,
             Face::Small);
    }
    gap(frame, 16);
    ImGui::Dummy(ImVec2(1, 1));
    end_child();
    ImGui::PopStyleVar();
}

}  // namespace picket::ui
