// The left pane: which operation, its payload, and the two ways to send it.
#include <algorithm>

#include "../editor/json_tokens.h"
#include "../payload.h"
#include "../widgets.h"
#include "views.h"

namespace picket::ui {
namespace {

void draw_route(Frame& frame, const Operation& operation, float width) {
    ImGui::SetCursorPosX(frame.px(16));
    const std::string route = std::string(method_name(operation.method)) + " " +
                              std::string(operation.uri);
    text_fitted(frame, route, width - 32, Tone::Faint, Face::MonoSmall);
    ImGui::SetCursorPosX(frame.px(16));
    ImGui::PushTextWrapPos(frame.px(width - 16));
    text(frame, operation.doc, Tone::Muted, Face::Small);
    ImGui::PopTextWrapPos();
}

void draw_actions(Frame& frame, float width) {
    RequestState& request = frame.ui.request;
    const float right = frame.px(width - 16);
    ImGui::SetCursorPosX(frame.px(16));
    if (button(
            frame, "Run",
            {.kind = ButtonKind::Primary, .width = 96, .tip = "Send this payload (Ctrl+Enter)"})) {
        send_payload(frame, false);
    }
    ImGui::SameLine();
    if (button(frame, "Dry run",
               {.tip = "See the answer and the changes, and keep nothing (Ctrl+Shift+Enter)"})) {
        send_payload(frame, true);
    }
    const float quiet = button_width(frame, "Format") + button_width(frame, "Reset");
    ImGui::SameLine(right - quiet - frame.px(4));
    if (button(frame, "Format", {.kind = ButtonKind::Quiet, .tip = "One member per line"})) {
        const Document& document = request.payload.document;
        request.payload.edit({0, document.text().size()}, format_json(document.text()) + '\n');
    }
    ImGui::SameLine(right - button_width(frame, "Reset"));
    if (button(frame, "Reset", {.kind = ButtonKind::Quiet, .tip = "Back to the sample payload"})) {
        const Document& document = request.payload.document;
        request.payload.edit({0, document.text().size()},
                             starting_payload(*request.operation, frame.world));
    }
}

}  // namespace

void draw_request(Frame& frame, const Rect& place) {
    RequestState& request = frame.ui.request;
    ImGui::SetCursorPos(ImVec2(frame.px(16), frame.px(16)));
    draw_operation_picker(frame, place.width - 32);
    if (request.operation == nullptr) return;
    ImGui::SetCursorPosY(ImGui::GetCursorPosY() + frame.px(4));
    draw_route(frame, *request.operation, place.width);
    gap(frame, 4);
    rule(frame);
    const float bar = frame.touch ? 76 : 64;
    const float top = ImGui::GetCursorPosY() / frame.scale;
    ImGui::SetCursorPosX(0);
    gap(frame, 8);
    ImGui::SetCursorPosX(0);
    draw_code_area(frame, "Payload", request.payload,
                   std::max(48.0f, place.height - top - bar - 12));
    ImGui::SetCursorPosY(frame.px(place.height - bar));
    rule(frame);
    gap(frame, 16);
    draw_actions(frame, place.width);
}

}  // namespace picket::ui
