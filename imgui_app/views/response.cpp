// What came back: status, headers, error with its place, warnings, and the faces of the answer.
#include <algorithm>
#include <iterator>

#include "../payload.h"
#include "../shape_text.h"
#include "../widgets.h"
#include "views.h"

namespace picket::ui {
namespace {

void draw_summary(Frame& frame, float width) {
    const Outcome& shown = frame.ui.response.shown;
    const Tone tone = shown.error ? Tone::Danger : Tone::Ok;
    ImGui::SetCursorPos(ImVec2(frame.px(16), frame.px(16)));
    chip(frame, std::to_string(shown.status), tone);
    ImGui::SameLine();
    ImGui::SetCursorPosY(frame.px(17));
    const float chips = shown.dry_run ? 72 : 0;
    text_fitted(frame, shown.operation, std::max(64.0f, width - 88 - chips), Tone::Plain,
                Face::Strong);
    if (shown.dry_run) {
        ImGui::SameLine();
        ImGui::SetCursorPosY(frame.px(16));
        chip(frame, "dry run", Tone::Accent);
    }
    // What the headers of the answer say over HTTP.
    std::string headers = "x-amzn-requestid " + shown.request_id;
    if (shown.error)
        headers += "  \xC2\xB7  x-amzn-errortype " +
                   std::string(error_info(shown.error->code).name);
    if (shown.entry_id > 0) headers += "  \xC2\xB7  journal " + std::to_string(shown.entry_id);
    ImGui::SetCursorPos(ImVec2(frame.px(16), frame.px(44)));
    text_fitted(frame, headers, width - 32, Tone::Faint, Face::MonoSmall);
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
                      ImGuiChildFlags_NavFlattened | ImGuiChildFlags_AutoResizeY |
                          ImGuiChildFlags_AlwaysUseWindowPadding);
    text_fitted(frame, title, 0, tone, Face::Strong);
    if (!body.empty()) text_wrapped(frame, body);
    if (!detail.empty()) text_wrapped(frame, detail, Tone::Muted, Face::MonoSmall);
    end_child();
    ImGui::PopStyleVar(2);
    ImGui::PopStyleColor();
}

void draw_error(Frame& frame) {
    const Error& error = *frame.ui.response.shown.error;
    std::string place = error.path;
    if (error.line > 0) {
        place += (place.empty() ? "" : "  \xC2\xB7  ");
        place += "line " + std::to_string(error.line) + ", column " + std::to_string(error.column);
    }
    draw_block(frame, Tone::Danger, error_info(error.code).name, error.message, place);
}

void draw_warnings(Frame& frame) {
    const auto& warnings = frame.ui.response.shown.warnings;
    if (warnings.empty()) return;
    std::string all;
    for (const std::string& warning : warnings) all += (all.empty() ? "" : "\n") + warning;
    draw_block(frame, Tone::Warn, warnings.size() == 1 ? "Warning" : "Warnings", all, {});
}

// Over a call that is not the last one, or was only tried: what it is, and the way on.
void draw_banner(Frame& frame, float width) {
    const Outcome& shown = frame.ui.response.shown;
    const bool earlier = shown.number != frame.ui.history.total;
    if (!earlier && !shown.dry_run) return;
    Scope scope(frame, "Banner");
    const float height = frame.touch ? 48 : 40;
    ImGui::SetCursorPosX(frame.px(8));
    ImGui::PushStyleColor(ImGuiCol_ChildBg, frame.colours.raised);
    ImGui::BeginChild("banner", ImVec2(frame.px(width - 16), frame.px(height)),
                      ImGuiChildFlags_NavFlattened, ImGuiWindowFlags_NoScrollbar);
    const std::string_view again = shown.dry_run && !earlier ? "Run it" : "Run again";
    const bool edits = earlier;
    float right = width - 24 - button_width(frame, again, true) / frame.scale;
    const float top = (height - small_control_height(frame)) / 2;
    ImGui::SetCursorPos(ImVec2(frame.px(right), frame.px(top)));
    const bool runs = button(frame, again,
                             {.kind = earlier ? ButtonKind::Plain : ButtonKind::Primary,
                              .small = true,
                              .tip = "Send this payload, and keep what it changes"});
    bool opens = false, latest = false;
    const auto more = [&](std::string_view label, std::string_view hint) {
        right -= 4 + button_width(frame, label, true) / frame.scale;
        ImGui::SetCursorPos(ImVec2(frame.px(right), frame.px(top)));
        return button(frame, label, {.kind = ButtonKind::Quiet, .small = true, .tip = hint});
    };
    if (edits) opens = more("Edit", "Open this payload in the editor");
    if (earlier) latest = more("Latest", "Back to the last call");
    ImGui::SetCursorPos(ImVec2(frame.px(12), frame.px((height - 16) / 2)));
    const std::string said = earlier ? "Call " + count_text(shown.number) + " of " +
                                           count_text(frame.ui.history.total)
                                     : "Nothing was kept";
    text_fitted(frame, said, right - 20, Tone::Muted, Face::Small);
    end_child();
    ImGui::PopStyleColor();
    gap(frame, 4);
    if (runs) frame.out.push_back(Call{shown.operation, shown.request, false});
    if (opens) open_editor(frame.ui, shown.operation, shown.request, frame.world);
    if (latest) frame.ui.response.show(frame.ui.history.calls.back());
}

void draw_faces(Frame& frame) {
    ResponseState& response = frame.ui.response;
    ImGui::SetCursorPosX(frame.px(12));
    const auto counted = [](std::size_t count, bool cut) {
        return count == 0 ? std::string() : count_text(count) + (cut ? "+" : "");
    };
    const std::string changes = counted(response.shown.own_changes(), response.shown.changes_cut);
    const std::string next = counted(response.shown.next.size(), response.shown.next_cut);
    const std::string calls = counted(frame.ui.history.total, false);
    const Choice choices[] = {{"Body"}, {"Changes", changes}, {"Next", next}, {"History", calls}};
    auto current = static_cast<std::size_t>(response.face);
    if (segmented(frame, "Faces", choices, std::size(choices), current))
        response.face = static_cast<ResponseFace>(current);
    gap(frame, 4);
    ImGui::SetCursorPosX(0);
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
    ImGui::SetCursorPosY(frame.px(68));
    draw_banner(frame, place.width);
    if (response.shown.error) draw_error(frame);
    draw_warnings(frame);
    draw_faces(frame);
    switch (response.face) {
    case ResponseFace::Body:
        return draw_body(frame);
    case ResponseFace::Changes:
        return draw_changes(frame);
    case ResponseFace::Next:
        return draw_next_work(frame);
    case ResponseFace::History:
        return draw_history(frame);
    }
}

}  // namespace picket::ui
