// The left pane: which operation, its payload, and the two ways to send it.
#include <algorithm>

#include "../editor/json_tokens.h"
#include "../payload.h"
#include "../widgets.h"
#include "views.h"

namespace picket::ui {
namespace {

// What it does is a line of words that gives way where the text has little room.
void draw_route(Frame& frame, const Operation& operation, float width, bool low) {
    ImGui::SetCursorPosX(frame.px(16));
    const std::string route = std::string(method_name(operation.method)) + " " +
                              std::string(operation.uri);
    text_fitted(frame, route, width - 32, Tone::Faint, Face::MonoSmall);
    tip(frame, operation.doc);
    if (low) return;
    ImGui::SetCursorPosX(frame.px(16));
    ImGui::PushTextWrapPos(frame.px(width - 16));
    text(frame, operation.doc, Tone::Muted, Face::Small);
    ImGui::PopTextWrapPos();
}

constexpr float kRunWidth = 96;
constexpr float kLowRequest = 440;

float actions_height(const Frame& frame) { return frame.touch ? 76 : 64; }

void draw_actions(Frame& frame) {
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
}

// On a small screen a text that is written in has the pane to itself, but for what is wrong with
// it. It stays so until a press beside it has ended.
bool writes_alone(Frame& frame, const Rect& place) {
    constexpr float kRoom = 700;
    RequestState& request = frame.ui.request;
    const bool presses = ImGui::IsAnyMouseDown() || ImGui::IsMouseReleased(0);
    request.alone = ImGui::GetIO().DisplaySize.x < frame.px(960) && place.height < kRoom &&
                    !request.form.open && !frame.ui.assessment.open &&
                    (request.payload.focused || (request.alone && presses));
    return request.alone;
}

// Text or form, and what is done to the text as a whole.
void draw_faces(Frame& frame, float width, bool alone) {
    RequestState& request = frame.ui.request;
    const float top = ImGui::GetCursorPosY();
    ImGui::SetCursorPosX(frame.px(12));
    const Choice choices[] = {{"JSON"}, {"Form"}};
    std::size_t current = request.form.open ? 1 : 0;
    if (alone) {
        if (button(frame, "Run", {.kind = ButtonKind::Primary, .small = true}))
            send_payload(frame, false);
        ImGui::SameLine(0, frame.px(4));
        button(frame, "Done", {.small = true});  // any press beside the text leaves it
    } else if (segmented(frame, "Payload as", choices, 2, current)) {
        request.form.open = current == 1;
        request.find.mode = FindMode::Closed;
    }
    const float bottom = ImGui::GetCursorPosY();
    const Range all = {0, request.payload.document.text().size()};
    const float find = small_control_height(frame);
    const float reset = button_width(frame, "Reset", true) / frame.scale;
    const float format = button_width(frame, "Format", true) / frame.scale;
    const auto place = [&](float from_right) {
        ImGui::SetCursorPos(ImVec2(frame.px(width - 12 - from_right), top));
    };
    const auto quiet = [](std::string_view hint) {
        return ButtonLook{.kind = ButtonKind::Quiet, .small = true, .tip = hint};
    };
    place(find + reset + format + 4);
    if (button(frame, "Format", quiet("One member per line")))
        request.payload.edit(all, format_json(request.payload.document.text()) + '\n');
    place(find + reset + 2);
    if (button(frame, "Reset", quiet("Back to the sample payload")))
        request.payload.edit(all, starting_payload(*request.operation, frame.world));
    place(find);
    if (quiet_icon_button(frame, Icon::Search, "Find in payload", "Find (Ctrl+F)"))
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
    const bool alone = writes_alone(frame, place);
    const float line = alone ? 0 : assessment_height(frame);
    if (!alone) {
        ImGui::SetCursorPos(ImVec2(frame.px(16), frame.px(16)));
        draw_operation_picker(frame, place.width - 32);
        if (request.operation == nullptr) return;
    }
    follow_payload(frame);
    follow_assessment(frame);
    const float problems = problems_height(frame, place.width) + line;
    if (!alone) {
        ImGui::SetCursorPosY(ImGui::GetCursorPosY() + frame.px(4));
        const float below = line > 0 ? problems : 0;
        draw_route(frame, *request.operation, place.width, place.height - below < kLowRequest);
        gap(frame, 4);
        rule(frame);
    }
    gap(frame, 8);
    draw_faces(frame, place.width, alone);
    draw_command_offer(frame, place.width);
    draw_find(frame, place.width);
    const float bar = alone ? 0 : actions_height(frame);
    const float top = ImGui::GetCursorPosY() / frame.scale;
    const float height = std::max(48.0f, place.height - top - problems - bar - 4);
    ImGui::SetCursorPosX(0);
    if (line > 0 && frame.ui.assessment.open)
        draw_assessment(frame, place.width, height);
    else if (request.form.open)
        draw_form(frame, place.width, height);
    else
        draw_text_face(frame, height);
    send_what_waited(frame);
    ImGui::SetCursorPosY(frame.px(place.height - bar - problems));
    rule(frame);
    if (line > 0) {
        draw_assessment_line(frame, place.width);
        ImGui::SetCursorPosY(frame.px(place.height - bar - problems + line));
        rule(frame);
    }
    draw_problems(frame, place.width);
    if (alone) return;
    ImGui::SetCursorPosY(frame.px(place.height - bar));
    rule(frame);
    gap(frame, 16);
    draw_actions(frame);
}

}  // namespace picket::ui
