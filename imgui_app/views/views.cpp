// The workbench: where each pane stands, the dividers between them, and the keys that work
// everywhere.
#include "views.h"

#include <algorithm>
#include <iterator>

#include "../widgets.h"
#include "imgui_internal.h"

namespace picket::ui {
namespace {

constexpr View kViews[] = {
    {"Request", Pane::Request, draw_request},
    {"Response", Pane::Response, draw_response},
    {"World", Pane::World, draw_world},
};

const Rect& place_of(const Layout& layout, Pane pane) {
    return pane == Pane::Request    ? layout.request
           : pane == Pane::Response ? layout.response
                                    : layout.world;
}

void draw_tabs(Frame& frame, const Rect& place) {
    ImGui::SetCursorScreenPos(ImVec2(frame.px(kGap), frame.px(place.y)));
    const std::string changes = frame.ui.response.present
                                    ? std::to_string(frame.ui.response.shown.status)
                                    : "";
    const Choice choices[] = {{"Request"}, {"Response", changes}, {"World"}};
    auto current = static_cast<std::size_t>(frame.ui.layout.pane);
    if (segmented(frame, "Panes", choices, std::size(choices), current, place.width - 2 * kGap)) {
        frame.ui.layout.pane = static_cast<Pane>(current);
    }
}

void draw_dividers(Frame& frame, const Layout& layout) {
    LayoutState& state = frame.ui.layout;
    const Rect& request = layout.request;
    const Rect& response = layout.response;
    const float width = layout.header.width - 2 * kGap;
    const auto beside = [](const Rect& left) {
        return Rect{left.right(), left.y, kGap, left.height};
    };
    if (layout.kind == LayoutKind::Wide) {
        divider(frame, "Divider of request", beside(request), true, width - 2 * kGap,
                state.request_share);
        divider(frame, "Divider of response", beside(response), true, width - 2 * kGap,
                state.response_share);
    } else if (layout.kind == LayoutKind::Medium) {
        divider(frame, "Divider of request", beside(request), true, width - kGap, state.left_share);
        if (layout.response_folded) return;
        divider(frame, "Divider of world", {response.x, response.bottom(), response.width, kGap},
                false, request.height - kGap, state.top_share);
    } else if (layout.kind == LayoutKind::Tall) {
        divider(frame, "Divider of world", {request.x, request.bottom(), width, kGap}, false,
                layout.world.bottom() - request.y - kGap, state.top_share);
    }
}

// The response pane before there is a response: one line that says what will come.
void draw_folded(Frame& frame, const Rect& place) {
    ImGui::SetCursorPos(ImVec2(frame.px(16), frame.px((place.height - kSmallSize) / 2)));
    text(frame, "Response", Tone::Muted, Face::SmallStrong);
    ImGui::SameLine(0, frame.px(16));
    text_fitted(frame,
                "Nothing sent yet. Press Run, and the answer and what it changed appear here.",
                place.width - 112, Tone::Faint, Face::Small);
}

void next_pane(Frame& frame, std::size_t steps) {
    const auto next = (static_cast<std::size_t>(frame.ui.layout.pane) + steps) % std::size(kViews);
    frame.ui.layout.pane = kViews[next].pane;
    if (frame.ui.layout.pane == Pane::Request)
        frame.ui.request.payload.wants_focus = true;
    else
        frame.ui.focus.to = frame.ui.layout.pane;
    frame.ui.announce(std::string(kViews[next].name));
}

// Keys that mean something only while no field takes text.
void take_letters(Frame& frame) {
    const UiState& ui = frame.ui;
    if (ImGui::GetIO().WantTextInput || ui.request.payload.focused) return;
    if (ImGui::GetCurrentContext()->OpenPopupStack.Size > 0) return;
    for (const ImWchar letter : ImGui::GetIO().InputQueueCharacters) {
        if (letter == '?') frame.ui.sheet_opens = true;
        if (letter == '/') frame.ui.world.focus_filter = true;
    }
}

// Alt and an arrow move the lines of the selection; with Shift they copy them.
void take_line_keys(Frame& frame) {
    CodePane& pane = frame.ui.request.payload;
    if (!pane.focused) return;
    for (const bool down : {false, true}) {
        const ImGuiKey key = down ? ImGuiKey_DownArrow : ImGuiKey_UpArrow;
        std::optional<LineEdit> edit;
        if (ImGui::IsKeyChordPressed(ImGuiMod_Alt | key)) edit = moved_lines(pane.document, down);
        if (ImGui::IsKeyChordPressed(ImGuiMod_Alt | ImGuiMod_Shift | key))
            edit = copied_lines(pane.document, down);
        if (edit) pane.edit(edit->range, edit->with, edit->selected);
    }
}

void take_editor_keys(Frame& frame) {
    const auto pressed = [](ImGuiKeyChord chord) { return ImGui::IsKeyChordPressed(chord); };
    const auto command = [&](ImGuiKeyChord key) {
        return pressed(ImGuiMod_Ctrl | key) || pressed(ImGuiMod_Super | key);
    };
    const bool enter = pressed(ImGuiMod_Ctrl | ImGuiKey_Enter) ||
                       pressed(ImGuiMod_Super | ImGuiKey_Enter);
    const bool dry = pressed(ImGuiMod_Ctrl | ImGuiMod_Shift | ImGuiKey_Enter) ||
                     pressed(ImGuiMod_Super | ImGuiMod_Shift | ImGuiKey_Enter);
    if (enter || dry) send_payload(frame, dry);
    if (pressed(ImGuiKey_F8)) next_problem(frame);
    if (command(ImGuiKey_Period)) fix_problem(frame);
    const bool to_text = command(ImGuiKey_F) || command(ImGuiKey_H) || command(ImGuiKey_G) ||
                         pressed(ImGuiKey_F8);
    if (to_text) frame.ui.request.form.open = frame.ui.assessment.open = false;
    if (command(ImGuiKey_F)) open_find(frame, FindMode::Find);
    if (command(ImGuiKey_H)) open_find(frame, FindMode::Replace);
    if (command(ImGuiKey_G)) open_find(frame, FindMode::Line);
    if (pressed(ImGuiKey_F3)) find_next(frame, false);
    if (pressed(ImGuiMod_Shift | ImGuiKey_F3)) find_next(frame, true);
    if (pressed(ImGuiMod_Ctrl | ImGuiKey_Space)) ask_completion(frame);
    take_line_keys(frame);
    // The text takes these itself; in the form they have no other hands.
    CodePane& payload = frame.ui.request.payload;
    if (!frame.ui.request.form.open || ImGui::GetIO().WantTextInput) return;
    if (command(ImGuiKey_Z)) payload.undo();
    if (command(ImGuiKey_Y) || command(ImGuiMod_Shift | ImGuiKey_Z)) payload.redo();
}

void take_shortcuts(Frame& frame) {
    const auto pressed = [](ImGuiKeyChord chord) { return ImGui::IsKeyChordPressed(chord); };
    const auto command = [&](ImGuiKeyChord key) {
        return pressed(ImGuiMod_Ctrl | key) || pressed(ImGuiMod_Super | key);
    };
    if (command(ImGuiKey_K)) frame.ui.palette.opens = true;
    if (command(ImGuiKey_Equal) || command(ImGuiKey_KeypadAdd)) zoom_by(frame.ui, 1);
    if (command(ImGuiKey_Minus) || command(ImGuiKey_KeypadSubtract)) zoom_by(frame.ui, -1);
    if (command(ImGuiKey_0)) frame.ui.zoom = 1;
    if (pressed(ImGuiKey_F6)) next_pane(frame, 1);
    if (pressed(ImGuiMod_Shift | ImGuiKey_F6)) next_pane(frame, std::size(kViews) - 1);
    take_letters(frame);
    take_editor_keys(frame);
}

// Popups have the colour of the panes under them: a clear edge and a soft shadow set them off.
void draw_popup_edges(Frame& frame) {
    constexpr int kRings = 10;
    for (const ImGuiPopupData& popup : ImGui::GetCurrentContext()->OpenPopupStack) {
        if (popup.Window == nullptr || !popup.Window->Active) continue;
        const ImRect place = popup.Window->Rect();
        ImDrawList& list = *popup.Window->DrawList;
        const float rounding = popup.Window->WindowRounding;
        list.PushClipRectFullScreen();
        for (int i = 1; i <= kRings; ++i) {
            const float out = frame.px(static_cast<float>(i)) + frame.px(1) / 2;
            const int depth = kRings - i + 1;
            const std::uint32_t shade = IM_COL32(0, 0, 0, depth * depth / 4);
            list.AddRect(ImVec2(place.Min.x - out, place.Min.y - out),
                         ImVec2(place.Max.x + out, place.Max.y + out), shade, rounding + out, 0,
                         frame.px(1));
        }
        list.AddRect(place.Min, place.Max, frame.colours.control_border, rounding, 0,
                     ImGui::GetStyle().PopupBorderSize);
        list.PopClipRect();
    }
}

}  // namespace

std::span<const View> views() { return kViews; }

void send_payload(Frame& frame, bool dry_run) {
    RequestState& request = frame.ui.request;
    if (request.operation == nullptr) return;
    if (!request.form.draft_of.empty()) {  // what is being typed into a field belongs to it
        ImGui::ClearActiveID();
        request.send_later = dry_run;
        return;
    }
    frame.out.push_back(
        Call{std::string(request.operation->name), request.payload.document.text(), dry_run});
}

void draw_code_area(Frame& frame, std::string_view name, CodePane& pane, float height) {
    const CodeLook look{frame.colours, frame.fonts.mono, frame.scale};
    ImVec2 size = ImGui::GetContentRegionAvail();
    if (height > 0) size.y = frame.px(height);
    const std::string id(name);
    ImGuiWindow* const window = draw_code(id.c_str(), pane, look,
                                          ImVec2(std::max(size.x, 1.0f), std::max(size.y, 1.0f)));
    note(frame, name, pane.document.text());
    if (window->SkipItems) return;
    offer_focus(frame, code_stop(*window), window);
    if (frame.probe != nullptr) frame.probe->items.back().stop = code_stop(*window);
}

void draw_workbench(Frame& frame) {
    const ImVec2 size = ImGui::GetIO().DisplaySize;
    const Layout layout = plan_layout(
        size.x / frame.scale, size.y / frame.scale, frame.ui.layout,
        {frame.touch, frame.ui.timeline.open, frame.ui.response.present});
    ImGui::SetNextWindowPos(ImVec2(0, 0));
    ImGui::SetNextWindowSize(size);
    constexpr ImGuiWindowFlags kFlags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                        ImGuiWindowFlags_NoSavedSettings |
                                        ImGuiWindowFlags_NoBringToFrontOnFocus;
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 0);
    ImGui::Begin("Workbench", nullptr, kFlags);
    ImGui::PopStyleVar();
    frame.ui.request.payload.place.visible = false;  // the view that draws it says otherwise
    take_shortcuts(frame);
    draw_header(frame, layout.header);
    const bool single = layout.kind == LayoutKind::Single;
    if (single) draw_tabs(frame, layout.tabs);
    for (const View& view : views()) {
        if (single && view.pane != frame.ui.layout.pane) continue;
        const Rect& place = place_of(layout, view.pane);
        frame.ui.focus.pane = view.pane;
        begin_panel(frame, view.name, place);
        if (view.pane == Pane::Response && layout.response_folded)
            draw_folded(frame, place);
        else
            view.draw(frame, place);
        end_panel(frame);
    }
    frame.ui.focus.pane.reset();
    draw_dividers(frame, layout);
    draw_timeline(frame, layout.timeline);
    draw_clock(frame, layout.clock);
    draw_palette(frame);
    draw_sheet(frame);
    draw_toasts(frame, layout.timeline.y);
    draw_drop_target(frame);
    draw_popup_edges(frame);
    hold_cursor();
    ImGui::End();
}

}  // namespace picket::ui
