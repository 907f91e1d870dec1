// The bar above the text: find, replace, go to a line.
#include "../editor/find.h"

#include <algorithm>
#include <cstdlib>

#include "../widgets.h"
#include "views.h"

namespace picket::ui {
namespace {

constexpr float kMargin = 12;

void close(RequestState& request) {
    request.find.mode = FindMode::Closed;
    request.payload.select(request.payload.document.selection());
}

void go_to_match(RequestState& request, bool backward) {
    update_matches(request.find, request.payload.document);
    const auto at = next_match(request.find, request.payload.document, backward);
    if (at) request.payload.show(request.find.matches[*at]);
}

void replace_one(Frame& frame) {
    RequestState& request = frame.ui.request;
    const auto at = current_match(request.find, request.payload.document);
    if (!at) return go_to_match(request, false);
    const Range match = request.find.matches[*at];
    const std::size_t end = match.begin + request.find.with.size();
    request.payload.edit(match, request.find.with, {end, end});
    request.find.wants_focus = true;
    request.find.goes_on = true;
}

void replace_all(Frame& frame) {
    RequestState& request = frame.ui.request;
    update_matches(request.find, request.payload.document);
    const std::size_t count = request.find.matches.size();
    if (count == 0) return;
    const Replacement all = replaced_all(request.find, request.payload.document);
    request.payload.edit(all.range, all.with);
    frame.ui.announce(std::to_string(count) + (count == 1 ? " place" : " places") + " replaced.");
}

float row_height(const Frame& frame) { return small_control_height(frame) + 8; }

// Puts the cursor to a control of a row, `from_right` CSS pixels from the pane's right edge.
void place(const Frame& frame, float width, float from_right, float top) {
    ImGui::SetCursorPos(ImVec2(frame.px(width - from_right), top));
}

void draw_find_row(Frame& frame, float width) {
    RequestState& request = frame.ui.request;
    FindState& find = request.find;
    const float control = small_control_height(frame);
    const float buttons = 4 * control + 3 * 2;
    const float top = ImGui::GetCursorPosY();
    ImGui::SetCursorPosX(frame.px(kMargin));
    const bool wrong = !find.what.empty() && find.matches.empty();
    const FieldEvents events = text_field(frame, "Find", find.what,
                                          {.width = width - 2 * kMargin - buttons - 8,
                                           .hint = "Find",
                                           .focus = find.wants_focus,
                                           .wrong = wrong});
    find.wants_focus = false;
    update_matches(find, request.payload.document);
    if (events.changed) go_to_match(request, false);
    if (events.entered) {
        go_to_match(request, ImGui::GetIO().KeyShift);
        find.wants_focus = true;
    }
    float right = kMargin + buttons;
    const auto next_place = [&] {
        place(frame, width, right, top);
        right -= control + 2;
    };
    next_place();
    const bool any = !find.matches.empty();
    if (button(frame, "Aa",
               {.kind = find.case_matters ? ButtonKind::Plain : ButtonKind::Quiet,
                .width = control,
                .small = true,
                .tip = find.case_matters ? "Upper and lower case are told apart"
                                         : "Upper and lower case are the same"}))
        find.case_matters = !find.case_matters;
    next_place();
    if (quiet_icon_button(frame, Icon::ChevronUp, "Previous match", "The one before (Shift+F3)",
                          any))
        go_to_match(request, true);
    next_place();
    if (quiet_icon_button(frame, Icon::Chevron, "Next match", "The next one (F3)", any))
        go_to_match(request, false);
    next_place();
    if (quiet_icon_button(frame, Icon::Close, "Close find", "Back to the text (Escape)"))
        close(request);
    ImGui::SetCursorPosY(top + frame.px(row_height(frame)));
}

void draw_replace_row(Frame& frame, float width) {
    FindState& find = frame.ui.request.find;
    const float one = button_width(frame, "Replace", true) / frame.scale;
    const float all = button_width(frame, "All", true) / frame.scale;
    const float top = ImGui::GetCursorPosY();
    ImGui::SetCursorPosX(frame.px(kMargin));
    const FieldEvents events = text_field(
        frame, "Replace with", find.with,
        {.width = width - 2 * kMargin - one - all - 8 - 4, .hint = "Replace with"});
    if (events.entered) replace_one(frame);
    const bool any = !find.matches.empty();
    place(frame, width, kMargin + one + all + 4, top);
    if (button(frame, "Replace",
               {.enabled = any, .small = true, .tip = "This one, and go to the next"}))
        replace_one(frame);
    place(frame, width, kMargin + all, top);
    if (button(frame, "All", {.enabled = any, .small = true, .tip = "All of them, as one edit"}))
        replace_all(frame);
    ImGui::SetCursorPosY(top + frame.px(row_height(frame)));
}

void draw_count(Frame& frame) {
    const RequestState& request = frame.ui.request;
    const std::string shown = matches_text(request.find, request.payload.document);
    ImGui::SetCursorPosX(frame.px(kMargin + 8));
    text(frame, shown.empty() ? "Type what to look for" : shown,
         shown == "not found" ? Tone::Danger : Tone::Muted, Face::Small);
    gap(frame, -2);
}

void draw_line_row(Frame& frame, float width) {
    RequestState& request = frame.ui.request;
    const float control = small_control_height(frame);
    const float top = ImGui::GetCursorPosY();
    ImGui::SetCursorPosX(frame.px(kMargin));
    const std::string hint = "Line, 1 to " + std::to_string(request.payload.document.line_count());
    const FieldEvents events = text_field(frame, "Go to line", request.find.line,
                                          {.width = width - 2 * kMargin - control - 8,
                                           .hint = hint,
                                           .focus = request.find.wants_focus});
    request.find.wants_focus = false;
    if (events.entered) {
        const Document& document = request.payload.document;
        const long wanted = std::strtol(request.find.line.c_str(), nullptr, 10);
        const auto last = static_cast<long>(document.line_count());
        const auto row = static_cast<std::size_t>(std::clamp(wanted, 1L, last) - 1);
        const std::size_t at = document.line(row).begin;
        request.find.mode = FindMode::Closed;
        request.payload.select({at, at});
    }
    place(frame, width, kMargin + control, top);
    if (quiet_icon_button(frame, Icon::Close, "Close go to line", "Back to the text (Escape)"))
        close(request);
    ImGui::SetCursorPosY(top + frame.px(row_height(frame)));
}

}  // namespace

void open_find(Frame& frame, FindMode mode) {
    RequestState& request = frame.ui.request;
    FindState& find = request.find;
    const std::string_view selected = request.payload.document.selected_text();
    const bool one_line = !selected.empty() && selected.size() < 200 &&
                          selected.find('\n') == std::string_view::npos;
    if (mode != FindMode::Line && one_line) find.what = selected;
    if (mode == FindMode::Line) find.line.clear();
    find.mode = mode;
    find.wants_focus = true;
    request.form.open = false;
    frame.ui.layout.pane = Pane::Request;
}

void find_next(Frame& frame, bool backward) {
    if (frame.ui.request.find.what.empty()) return open_find(frame, FindMode::Find);
    go_to_match(frame.ui.request, backward);
}

void draw_find(Frame& frame, float width) {
    RequestState& request = frame.ui.request;
    FindState& find = request.find;
    request.payload.highlights = {};
    if (find.mode == FindMode::Closed) return;
    Scope scope(frame, "Find bar");
    // The text that a replacement made is there now, here or in the browser's textarea.
    if (find.goes_on && request.payload.requests.empty()) {
        find.goes_on = false;
        go_to_match(request, false);
    }
    if (find.mode == FindMode::Line) {
        draw_line_row(frame, width);
    } else {
        draw_find_row(frame, width);
        if (find.mode == FindMode::Replace) draw_replace_row(frame, width);
        if (find.mode != FindMode::Closed) draw_count(frame);
    }
    if (find.mode != FindMode::Closed && !request.completion.open &&
        ImGui::IsKeyPressed(ImGuiKey_Escape))
        close(request);
    const bool marks = find.mode == FindMode::Find || find.mode == FindMode::Replace;
    if (marks) request.payload.highlights = find.matches;
    request.payload.highlights_revision = find.revision;
    gap(frame, 4);
}

}  // namespace picket::ui
