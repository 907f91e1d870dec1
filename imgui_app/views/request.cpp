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

void draw_layout_buttons(Frame& frame) {
    RequestState& request = frame.ui.request;
    const Range all = {0, request.payload.document.text().size()};
    if (button(frame, "Format", {.kind = ButtonKind::Quiet, .tip = "One member per line"}))
        request.payload.edit(all, format_json(request.payload.document.text()) + '\n');
    ImGui::SameLine(0, frame.px(4));
    if (button(frame, "Reset", {.kind = ButtonKind::Quiet, .tip = "Back to the sample payload"}))
        request.payload.edit(all, starting_payload(*request.operation, frame.world));
}

float layout_buttons_width(const Frame& frame) {
    return button_width(frame, "Format") + frame.px(4) + button_width(frame, "Reset");
}

constexpr float kRunWidth = 96;

// Whether all buttons fit side by side.
bool one_row(const Frame& frame, float width) {
    const float sending = frame.px(kRunWidth) + button_width(frame, "Dry run") +
                          button_width(frame, "Copy as") + frame.px(3 * 8);
    return sending + layout_buttons_width(frame) <= frame.px(width - 32);
}

float actions_height(const Frame& frame, float width) {
    const float row = frame.touch ? 76 : 64;
    return one_row(frame, width) ? row : row + (frame.touch ? 52 : 40);
}

void draw_actions(Frame& frame, float width) {
    ImGui::SetCursorPosX(frame.px(16));
    if (button(frame, "Run",
               {.kind = ButtonKind::Primary,
                .width = kRunWidth,
                .tip = "Send this payload (Ctrl+Enter)"})) {
        send_payload(frame, false);
    }
    ImGui::SameLine();
    if (button(frame, "Dry run",
               {.tip = "See the answer and the changes, and keep nothing (Ctrl+Shift+Enter)"})) {
        send_payload(frame, true);
    }
    ImGui::SameLine();
    draw_copy_as(frame);
    if (one_row(frame, width))
        ImGui::SameLine(frame.px(width - 16) - layout_buttons_width(frame));
    else
        ImGui::SetCursorPosX(frame.px(4));
    draw_layout_buttons(frame);
}

// Text or form, and the way to find.
void draw_faces(Frame& frame, float width) {
    RequestState& request = frame.ui.request;
    const float top = ImGui::GetCursorPosY();
    ImGui::SetCursorPosX(frame.px(12));
    const Choice choices[] = {{"JSON"}, {"Form"}};
    std::size_t current = request.form.open ? 1 : 0;
    if (segmented(frame, "Payload as", choices, 2, current)) {
        request.form.open = current == 1;
        request.find.mode = FindMode::Closed;
    }
    const float bottom = ImGui::GetCursorPosY();
    ImGui::SetCursorPos(ImVec2(frame.px(width - 12 - small_control_height(frame)), top));
    if (!request.form.open &&
        quiet_icon_button(frame, Icon::Search, "Find in payload", "Find (Ctrl+F)"))
        open_find(frame, FindMode::Find);
    ImGui::SetCursorPos(ImVec2(0, bottom));
}

void draw_text_face(Frame& frame, float height) {
    RequestState& request = frame.ui.request;
    follow_completion(frame);
    draw_code_area(frame, "Payload", request.payload, height);
    draw_mark_tip(frame);
    draw_description(frame);
    draw_completion(frame);
}

// A field that was being typed into has handed its text over, here or in the browser's textarea.
void send_what_waited(Frame& frame) {
    RequestState& request = frame.ui.request;
    if (!request.send_later || !request.form.draft_of.empty() || !request.payload.requests.empty())
        return;
    const bool dry_run = *request.send_later;
    request.send_later.reset();
    send_payload(frame, dry_run);
}

}  // namespace

void draw_request(Frame& frame, const Rect& place) {
    RequestState& request = frame.ui.request;
    ImGui::SetCursorPos(ImVec2(frame.px(16), frame.px(16)));
    draw_operation_picker(frame, place.width - 32);
    if (request.operation == nullptr) return;
    follow_payload(frame);
    ImGui::SetCursorPosY(ImGui::GetCursorPosY() + frame.px(4));
    draw_route(frame, *request.operation, place.width);
    gap(frame, 4);
    rule(frame);
    gap(frame, 8);
    draw_faces(frame, place.width);
    draw_command_offer(frame, place.width);
    draw_find(frame, place.width);
    const float bar = actions_height(frame, place.width);
    const float problems = problems_height(frame, place.width);
    const float top = ImGui::GetCursorPosY() / frame.scale;
    const float height = std::max(48.0f, place.height - top - problems - bar - 4);
    ImGui::SetCursorPosX(0);
    if (request.form.open)
        draw_form(frame, place.width, height);
    else
        draw_text_face(frame, height);
    send_what_waited(frame);
    ImGui::SetCursorPosY(frame.px(place.height - bar - problems));
    rule(frame);
    draw_problems(frame, place.width);
    ImGui::SetCursorPosY(frame.px(place.height - bar));
    rule(frame);
    gap(frame, 16);
    draw_actions(frame, place.width);
}

}  // namespace picket::ui
