// The calls made here, newest first, reads, dry runs and failures among them; and what a call has
// put into the queue of due work.
#include <algorithm>

#include "../shape_text.h"
#include "../widgets.h"
#include "views.h"

#include <picket/ascii.h>

namespace picket::ui {
namespace {

constexpr float kRowHeight = 40;

// Places in the history, newest first.
std::vector<std::size_t> matching(const History& history, std::string_view search) {
    std::vector<std::size_t> found;
    for (std::size_t i = history.calls.size(); i-- > 0;) {
        const Outcome& call = history.calls[i];
        if (search.empty() || ascii::contains(call.operation, search) ||
            ascii::contains(call.request, search))
            found.push_back(i);
    }
    return found;
}

bool draw_call(Frame& frame, const Outcome& call) {
    const ImVec2 at = ImGui::GetCursorPos();
    const float width = ImGui::GetContentRegionAvail().x;
    const bool shown = frame.ui.response.shown.number == call.number;
    const float height = frame.touch ? 48 : kRowHeight;
    const std::string number = count_text(call.number);
    const bool pressed = list_row(frame, "Call " + number, shown, height);
    const ImVec2 after = ImGui::GetCursorPos();
    const float y = at.y + (frame.px(height) - ImGui::GetFontSize()) / 2;
    const float number_width = text_width(frame, "10,000", Face::MonoSmall);
    ImGui::SetCursorPos(ImVec2(at.x + frame.px(12), y + frame.px(1)));
    text(frame, number, Tone::Faint, Face::MonoSmall);
    float x = at.x + frame.px(24) + number_width;
    ImGui::SetCursorPos(ImVec2(x, y - frame.px(2)));
    chip(frame, std::to_string(call.status), call.error ? Tone::Danger : Tone::Ok);
    x += frame.px(48);
    const std::string detail = call.error     ? std::string(error_info(call.error->code).name)
                               : call.dry_run ? "dry run"
                                              : time_text(call.at);
    const float detail_width = text_width(frame, detail, Face::Small);
    const float room = at.x + width - frame.px(12) - x;
    const bool wide = room > frame.px(320);
    ImGui::SetCursorPos(ImVec2(x, y));
    const float name = room - (wide ? detail_width + frame.px(12) : 0);
    text_fitted(frame, call.operation, name / frame.scale, shown ? Tone::Accent : Tone::Plain);
    if (wide) {
        ImGui::SetCursorPos(ImVec2(at.x + width - frame.px(12) - detail_width, y + frame.px(1)));
        text(frame, detail, call.error ? Tone::Danger : Tone::Faint, Face::Small);
    }
    ImGui::SetCursorPos(after);
    return pressed;
}

}  // namespace

void draw_history(Frame& frame) {
    const History& history = frame.ui.history;
    Scope scope(frame, "History");
    const float left = frame.px(12);
    gap(frame, 8);
    ImGui::SetCursorPosX(left);
    ImGui::BeginChild("search", ImVec2(ImGui::GetContentRegionAvail().x - left, frame.px(48)),
                      ImGuiChildFlags_NavFlattened, ImGuiWindowFlags_NoScrollbar);
    search_field(frame, "Search calls", "Operation or payload", frame.ui.response.history_search,
                 false);
    end_child();
    const auto found = matching(history, frame.ui.response.history_search);
    if (found.empty()) {
        empty_state(frame, "No call matches",
                    "Every call made here is kept, also those that fail.");
        return;
    }
    const Outcome* chosen = nullptr;
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
    ImGui::BeginChild("calls", ImVec2(0, 0), ImGuiChildFlags_NavFlattened);
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(found.size()), frame.px(frame.touch ? 48 : kRowHeight));
    while (clipper.Step()) {
        for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
            const Outcome& call = history.calls[found[static_cast<std::size_t>(i)]];
            if (draw_call(frame, call)) chosen = &call;
        }
    }
    end_child();
    ImGui::PopStyleVar();
    if (chosen == nullptr) return;
    frame.ui.response.show(*chosen);
    frame.ui.response.face = ResponseFace::Body;
}

void draw_next_work(Frame& frame) {
    const Outcome& shown = frame.ui.response.shown;
    Scope scope(frame, "Next");
    if (shown.next.empty()) {
        empty_state(frame, "Nothing follows by itself",
                    "This call has put no work into the queue of what is due.");
        return;
    }
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
    ImGui::BeginChild("next", ImVec2(0, 0), ImGuiChildFlags_NavFlattened);
    scroll_by_keys(frame, "Work");
    gap(frame, 4);
    for (const NextWork& work : shown.next) {
        const ImVec2 at = ImGui::GetCursorPos();
        const float width = ImGui::GetContentRegionAvail().x / frame.scale;
        const std::int64_t wait = work.at - shown.at;
        const std::string when = wait > 0 ? "in " + duration_text(wait) : "at once";
        ImGui::SetCursorPos(ImVec2(at.x + frame.px(16), at.y + frame.px(11)));
        text_fitted(frame, when, 88, Tone::Accent, Face::Small);
        ImGui::SetCursorPos(ImVec2(at.x + frame.px(112), at.y + frame.px(10)));
        text_fitted(frame, work.what + (work.detail.empty() ? "" : "  " + work.detail),
                    width - 128);
        ImGui::SetCursorPos(ImVec2(at.x, at.y + frame.px(kRowHeight)));
    }
    if (shown.next_cut) {
        ImGui::SetCursorPosX(frame.px(16));
        text(frame, "Only the first " + count_text(shown.next.size()) + " are shown.", Tone::Muted,
             Face::Small);
    }
    end_child();
    ImGui::PopStyleVar();
}

}  // namespace picket::ui
