// What came back: status, error with its place, warnings, the body, and what the call changed.
#include <algorithm>

#include "../shape_text.h"
#include "../widgets.h"
#include "views.h"

namespace picket::ui {
namespace {

void draw_summary(Frame& frame, float width) {
    ResponseState& response = frame.ui.response;
    const Tone tone = response.error ? Tone::Danger : Tone::Ok;
    ImGui::SetCursorPos(ImVec2(frame.px(16), frame.px(16)));
    chip(frame, std::to_string(response.status), tone);
    ImGui::SameLine();
    ImGui::SetCursorPosY(frame.px(17));
    const float chips = response.dry_run ? 72 : 0;
    text_fitted(frame, response.operation, std::max(64.0f, width - 88 - chips), Tone::Plain,
                Face::Strong);
    if (response.dry_run) {
        ImGui::SameLine();
        ImGui::SetCursorPosY(frame.px(16));
        chip(frame, "dry run", Tone::Accent);
    }
}

// A block on a soft ground, as high as its text.
void draw_block(Frame& frame, Tone tone, std::string_view title, std::string_view body,
                std::string_view detail) {
    ImGui::SetCursorPosX(frame.px(16));
    ImGui::PushStyleColor(ImGuiCol_ChildBg, soft_colour_of(frame, tone));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(frame.px(12), frame.px(8)));
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(frame.px(8), frame.px(4)));
    ImGui::BeginChild(ImGui::GetID(title.data(), title.data() + title.size()),
                      ImVec2(ImGui::GetContentRegionAvail().x - frame.px(16), 0),
                      ImGuiChildFlags_AutoResizeY | ImGuiChildFlags_AlwaysUseWindowPadding);
    text_fitted(frame, title, 0, tone, Face::Strong);
    if (!body.empty()) text_wrapped(frame, body);
    if (!detail.empty()) text_wrapped(frame, detail, Tone::Muted, Face::MonoSmall);
    end_child();
    ImGui::PopStyleVar(2);
    ImGui::PopStyleColor();
}

void draw_error(Frame& frame) {
    const Error& error = *frame.ui.response.error;
    std::string place = error.path;
    if (error.line > 0) {
        place += (place.empty() ? "" : "  \xC2\xB7  ");
        place += "line " + std::to_string(error.line) + ", column " + std::to_string(error.column);
    }
    draw_block(frame, Tone::Danger, error_info(error.code).name, error.message, place);
}

void draw_warnings(Frame& frame) {
    const auto& warnings = frame.ui.response.warnings;
    if (warnings.empty()) return;
    std::string all;
    for (const std::string& warning : warnings) all += (all.empty() ? "" : "\n") + warning;
    draw_block(frame, Tone::Warn, warnings.size() == 1 ? "Warning" : "Warnings", all, {});
}

void draw_faces(Frame& frame, float width) {
    ResponseState& response = frame.ui.response;
    ImGui::SetCursorPosX(frame.px(12));
    const std::string count = response.changes_cut ? count_text(response.changes.size()) + "+"
                                                   : count_text(response.changes.size());
    const Choice choices[] = {{"Body"}, {"Changes", count}};
    std::size_t current = response.shows_changes ? 1 : 0;
    const float top = ImGui::GetCursorPosY();
    if (segmented(frame, "Faces", choices, 2, current)) response.shows_changes = current == 1;
    const float bottom = ImGui::GetCursorPosY();
    if (!response.shows_changes) {
        ImGui::SetCursorPos(ImVec2(frame.px(width - 12) - button_width(frame, "Copy", true), top));
        if (button(frame, "Copy",
                   {.kind = ButtonKind::Quiet, .small = true, .tip = "Copy the body"})) {
            ImGui::SetClipboardText(response.body.document.text().c_str());
        }
    }
    ImGui::SetCursorPos(ImVec2(0, bottom));
    rule(frame);
}

}  // namespace

void draw_response(Frame& frame, const Rect& place) {
    ResponseState& response = frame.ui.response;
    if (!response.present) {
        panel_title(frame, "Response");
        empty_state(frame, "Nothing sent yet",
                    "Press Run, and the answer and what it changed appear here.");
        return;
    }
    draw_summary(frame, place.width);
    ImGui::SetCursorPosY(frame.px(48));
    if (response.error) draw_error(frame);
    draw_warnings(frame);
    draw_faces(frame, place.width);
    if (response.shows_changes) {
        draw_changes(frame);
    } else {
        gap(frame, 8);
        ImGui::SetCursorPosX(0);
        draw_code_area(frame, "Response body", response.body);
    }
}

}  // namespace picket::ui
