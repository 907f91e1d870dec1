// The payload as a call in the tools people use, to be copied.
#include <algorithm>
#include <iterator>

#include "../editor/json_tokens.h"
#include "../widgets.h"
#include "views.h"

namespace picket::ui {
namespace {

constexpr const char* kPopup = "Copy as";

struct Format {
    std::string_view label;
    std::optional<CallFormat> tool;  // nothing: the JSON itself
};
constexpr Format kFormats[] = {
    {"AWS CLI", CallFormat::Aws},
    {"boto3", CallFormat::Boto3},
    {"JavaScript", CallFormat::JavaScript},
    {"curl", CallFormat::Curl},
    {"JSON", std::nullopt},
};

// Writes the call again when the payload, its operation or the format is another.
void write_shown(RequestState& request) {
    CopyAsState& state = request.copy_as;
    const std::string& payload = request.payload.document.text();
    const std::string made_of = std::string(request.operation->name) + ' ' +
                                std::to_string(state.format) + ' ' +
                                std::to_string(request.payload.document.revision());
    if (state.made_of == made_of) return;
    state.made_of = made_of;
    const Format& format = kFormats[state.format];
    auto written = write_call(*request.operation, payload,
                              format.tool.value_or(CallFormat::Picket));
    state.problem.clear();
    std::string shown;
    if (!written) {
        state.problem = written.error().message;
        if (written.error().line > 0)
            state.problem = "Line " + std::to_string(written.error().line) + ": " + state.problem;
    } else {
        shown = format.tool ? std::move(*written) : format_json(payload) + '\n';
    }
    state.shown.read_only = true;
    state.shown.numbers = false;
    state.shown.load(std::move(shown));
}

void draw_contents(Frame& frame, float height) {
    RequestState& request = frame.ui.request;
    CopyAsState& state = request.copy_as;
    Choice choices[std::size(kFormats)];
    for (std::size_t i = 0; i < std::size(kFormats); ++i) choices[i].label = kFormats[i].label;
    const float width = ImGui::GetContentRegionAvail().x / frame.scale;
    segmented(frame, "Formats", choices, std::size(kFormats), state.format, width);
    write_shown(request);
    const float bar = frame.touch ? 44 : 32;
    const float bottom = frame.px(height - 12 - bar);
    if (!state.problem.empty()) {
        gap(frame, 4);
        text_wrapped(frame, "There is no call to copy yet", Tone::Danger, Face::Strong);
        text_wrapped(frame, state.problem);
    } else {
        const std::string found = findings_count(request.analysis);
        if (!found.empty())
            text_fitted(frame, "As it stands, with " + found, 0, Tone::Warn, Face::Small);
        draw_code_area(frame, "Call", state.shown,
                       (bottom - ImGui::GetCursorPosY()) / frame.scale - 8);
    }
    ImGui::SetCursorPosY(bottom);
    if (button(frame, "Copy", {.kind = ButtonKind::Primary, .enabled = state.problem.empty()})) {
        ImGui::SetClipboardText(state.shown.document.text().c_str());
        frame.ui.announce("Copied as " + std::string(kFormats[state.format].label) + ".");
        ImGui::CloseCurrentPopup();
    }
    ImGui::SameLine();
    if (button(frame, "Close", {.kind = ButtonKind::Quiet})) ImGui::CloseCurrentPopup();
}

}  // namespace

void draw_copy_as(Frame& frame) {
    if (button(frame, kPopup, {.tip = "This call for the AWS CLI, SDKs and curl"}))
        ImGui::OpenPopup(kPopup);
    const ImVec2 corner = ImGui::GetItemRectMin(), screen = ImGui::GetIO().DisplaySize;
    const float margin = frame.px(8);
    const ImVec2 size(std::min(frame.px(640), screen.x - 2 * margin),
                      std::min(frame.px(420), screen.y - 2 * margin));
    // Above its button, as far as the screen lets it.
    ImGui::SetNextWindowPos(ImVec2(std::clamp(corner.x, margin, screen.x - margin - size.x),
                                   std::max(margin, corner.y - frame.px(4) - size.y)));
    if (!begin_tool_popup(frame, kPopup, size.x, size.y)) return;
    Scope scope(frame, kPopup);
    draw_contents(frame, size.y / frame.scale);
    hold_cursor();
    ImGui::EndPopup();
}

}  // namespace picket::ui
