// The list of what may be written at the caret. It floats over the text, which keeps the focus:
// arrows, Enter, Tab and Escape are the list's while it is open, everything else the text's.
#include "../editor/completion.h"

#include <algorithm>

#include "../widgets.h"
#include "heard.h"
#include "imgui_internal.h"
#include "views.h"

namespace picket::ui {
namespace {

constexpr std::size_t kRows = 8;
constexpr float kWidth = 380;

void close(CompletionState& state) {
    state.open = state.covered = false;
    state.list = {};
}

void look(Frame& frame) {
    RequestState& request = frame.ui.request;
    CompletionState& state = request.completion;
    const Document& document = request.payload.document;
    state.list = completion_at(*request.operation, document.text(), document.caret(), frame.world);
    state.open = !state.list.empty();
    state.covered = state.covered && state.open;
    state.chosen = state.first = 0;
}

// The last edit is one letter, just before the caret: somebody types. More than one is pasted.
bool was_typed(const Document& document) {
    const Range letter = document.inserted();
    const auto written = std::string_view(document.text())
                             .substr(letter.begin, letter.end - letter.begin);
    const bool one = !written.empty() && utf16_units(written.substr(1)) == 0;
    return one && document.caret() == letter.end && document.selection().empty();
}

// Opens while typing, follows the word being written, and closes when the caret leaves it.
void follow_text(Frame& frame) {
    RequestState& request = frame.ui.request;
    CompletionState& state = request.completion;
    const Document& document = request.payload.document;
    const bool same_text = state.revision == document.revision();
    const bool same_caret = state.caret == document.caret();
    if (same_text && same_caret) return;
    const bool typed = !same_text && was_typed(document);
    const Range before = state.list.replaces;
    const bool opens = typed && request.payload.focused && request.payload.preedit.empty() &&
                       document.text().size() <= kCompletionBytesMax &&
                       opens_completion(document.text()[document.caret() - 1]);
    state.revision = document.revision();
    state.caret = document.caret();
    if (!state.open && !opens) return;
    look(frame);
    const bool elsewhere = !opens && state.list.replaces.begin != before.begin;
    if (elsewhere) close(state);
}

void accept(Frame& frame, std::size_t index) {
    RequestState& request = frame.ui.request;
    CompletionState& state = request.completion;
    const Proposal proposal = state.list.proposals[index];
    const Range range = state.list.replaces;
    const std::size_t caret = range.begin + proposal.caret;
    close(state);
    request.payload.edit(range, proposal.insert, {caret, caret});
    request.payload.wants_focus = !request.payload.textarea;
    if (proposal.goes_on) request.completion_goes_on = true;
}

bool take_mouse(Frame& frame, float row_height) {
    CompletionState& state = frame.ui.request.completion;
    const ImGuiIO& io = ImGui::GetIO();
    const ImRect place(state.place.x, state.place.y, state.place.right(), state.place.bottom());
    state.covered = place.Contains(io.MousePos) || frame.touch;
    const bool inside = place.Contains(io.MousePos);
    if (ImGui::IsMouseClicked(ImGuiMouseButton_Left)) {
        if (!inside) return close(state), true;
        const float row = (io.MousePos.y - state.place.y) / row_height;
        const std::size_t index = state.first + static_cast<std::size_t>(std::max(0.0f, row));
        const bool hits = row < static_cast<float>(kRows) && index < state.list.proposals.size();
        if (hits) return accept(frame, index), true;
    }
    if (inside && io.MouseWheel != 0) {
        const auto count = static_cast<std::ptrdiff_t>(state.list.proposals.size());
        const std::ptrdiff_t last = std::max<std::ptrdiff_t>(0, count - std::ptrdiff_t{kRows});
        const std::ptrdiff_t by = io.MouseWheel > 0 ? -1 : 1;
        state.first = static_cast<std::size_t>(
            std::clamp(static_cast<std::ptrdiff_t>(state.first) + by, std::ptrdiff_t{0}, last));
    }
    return false;
}

void move_choice(CompletionState& state, std::ptrdiff_t by) {
    const auto count = static_cast<std::ptrdiff_t>(state.list.proposals.size());
    const std::ptrdiff_t at = static_cast<std::ptrdiff_t>(state.chosen) + by;
    const bool steps = by == 1 || by == -1;  // single steps go round, pages stop at the ends
    state.chosen = static_cast<std::size_t>(steps ? (at + count) % count
                                                  : std::clamp(at, std::ptrdiff_t{0}, count - 1));
    state.first = std::min(state.first, state.chosen);
    if (state.chosen >= state.first + kRows) state.first = state.chosen + 1 - kRows;
}

void take_completion_keys(Frame& frame) {
    CompletionState& state = frame.ui.request.completion;
    const auto pressed = [](ImGuiKey key) { return ImGui::IsKeyPressed(key); };
    if (ImGui::GetIO().KeyCtrl || ImGui::GetIO().KeyAlt) return;
    if (pressed(ImGuiKey_Escape)) return close(state);
    if (pressed(ImGuiKey_Enter) || pressed(ImGuiKey_KeypadEnter) || pressed(ImGuiKey_Tab))
        return accept(frame, state.chosen);
    if (pressed(ImGuiKey_DownArrow)) move_choice(state, 1);
    if (pressed(ImGuiKey_UpArrow)) move_choice(state, -1);
    if (pressed(ImGuiKey_PageDown)) move_choice(state, std::ptrdiff_t{kRows});
    if (pressed(ImGuiKey_PageUp)) move_choice(state, -std::ptrdiff_t{kRows});
}

float proposal_height(const Frame& frame) { return frame.px(frame.touch ? 40 : 28); }

void draw_row(Frame& frame, const Proposal& proposal, bool chosen, float width) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float height = proposal_height(frame);
    ImGui::Dummy(ImVec2(width, height));
    note(frame, proposal.label, proposal.detail);
    if (chosen)
        ImGui::GetWindowDrawList()->AddRectFilled(at, ImVec2(at.x + width, at.y + height),
                                                  frame.colours.accent_soft, frame.px(4));
    const ImVec2 after = ImGui::GetCursorScreenPos();
    const float y = at.y + std::floor((height - frame.px(17)) / 2);
    std::string detail = proposal.detail;
    if (proposal.required) detail = "required  \xC2\xB7  " + detail;
    const float label = text_width(frame, proposal.label, Face::MonoSmall);
    const float room = width - frame.px(16);
    ImGui::SetCursorScreenPos(ImVec2(at.x + frame.px(8), y));
    text_fitted(frame, proposal.label, room / frame.scale, chosen ? Tone::Accent : Tone::Plain,
                Face::MonoSmall);
    const float left = room - label - frame.px(16);
    if (left > frame.px(48)) {
        const float shown = std::min(left, text_width(frame, detail, Face::Small));
        ImGui::SetCursorScreenPos(ImVec2(at.x + width - frame.px(8) - shown, y));
        text_fitted(frame, detail, shown / frame.scale + 1, Tone::Faint, Face::Small);
    }
    ImGui::SetCursorScreenPos(after);
}

// Below the caret, or above it where there is more room.
ImVec2 place_of(const Frame& frame, const CodePane& pane, std::size_t typed, const ImVec2& size) {
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    const float margin = frame.px(4);
    const float x = pane.caret_x - pane.cell * static_cast<float>(typed) - frame.px(16);
    const float below = pane.caret_y + pane.line_height + margin;
    const float above = pane.caret_y - margin - size.y;
    const bool fits = below + size.y <= screen.y - margin;
    return {std::clamp(x, margin, std::max(margin, screen.x - margin - size.x)),
            fits || above < margin ? below : above};
}

void draw_list(Frame& frame) {
    RequestState& request = frame.ui.request;
    CompletionState& state = request.completion;
    const auto& proposals = state.list.proposals;
    const std::size_t rows = std::min(kRows, proposals.size() - state.first);
    const std::string& doc = proposals[state.chosen].doc;
    const float width = std::min(frame.px(kWidth), ImGui::GetIO().DisplaySize.x - frame.px(16));
    const float inside = width - frame.px(8);
    push_face(frame, Face::Small);
    const float doc_height =
        doc.empty() ? 0
                    : ImGui::CalcTextSize(doc.c_str(), nullptr, false, inside - frame.px(16)).y +
                          frame.px(17);
    ImGui::PopFont();
    const float list = proposal_height(frame) * static_cast<float>(rows);
    const ImVec2 size(width, list + frame.px(8) + doc_height);
    const ImVec2 at = place_of(frame, request.payload, state.list.typed.size(), size);
    state.place = {at.x, at.y + frame.px(4), size.x, size.y - frame.px(4)};
    ImGui::SetNextWindowPos(at);
    ImGui::SetNextWindowSize(size);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(frame.px(4), frame.px(4)));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, ImGui::GetStyle().PopupBorderSize);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
    ImGui::PushStyleColor(ImGuiCol_WindowBg, frame.colours.surface);
    ImGui::PushStyleColor(ImGuiCol_Border, frame.colours.control_border);
    constexpr ImGuiWindowFlags kFlags = ImGuiWindowFlags_Tooltip | ImGuiWindowFlags_NoDecoration |
                                        ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                                        ImGuiWindowFlags_NoFocusOnAppearing |
                                        ImGuiWindowFlags_NoNav;
    ImGui::Begin("##completion", nullptr, kFlags);
    {
        Scope scope(frame, "Completion");
        for (std::size_t i = state.first; i < state.first + rows; ++i)
            draw_row(frame, proposals[i], i == state.chosen, inside);
        if (!doc.empty()) {
            gap(frame, 4);
            rule(frame);
            gap(frame, 4);
            ImGui::SetCursorPosX(frame.px(12));
            ImGui::PushTextWrapPos(width - frame.px(12));
            text(frame, doc, Tone::Muted, Face::Small);
            ImGui::PopTextWrapPos();
        }
        hold_cursor();
    }
    ImGui::End();
    ImGui::PopStyleColor(2);
    ImGui::PopStyleVar(3);
}

}  // namespace

void ask_completion(Frame& frame) {
    RequestState& request = frame.ui.request;
    if (request.operation == nullptr || !request.payload.focused) return;
    look(frame);
    if (!request.completion.open) frame.ui.announce("Nothing to complete here.");
}

void follow_completion(Frame& frame) {
    RequestState& request = frame.ui.request;
    CompletionState& state = request.completion;
    const bool stays = request.payload.focused || request.payload.wants_focus;
    if (state.open && (!stays || ImGui::GetCurrentContext()->OpenPopupStack.Size > 0)) close(state);
    const bool was_open = state.open;  // a key or press that closes the list is not the text's
    if (state.open && !take_mouse(frame, proposal_height(frame))) take_completion_keys(frame);
    request.payload.list_open = was_open;
}

void draw_completion(Frame& frame) {
    RequestState& request = frame.ui.request;
    CompletionState& state = request.completion;
    follow_text(frame);
    // What was just accepted has reached the text, here or in the browser's textarea.
    if (request.completion_goes_on && request.payload.requests.empty()) {
        request.completion_goes_on = false;
        if (request.payload.focused) look(frame);
    }
    request.payload.list_open = state.open;
    if (!state.open) return;
    draw_list(frame);
    const auto& proposals = state.list.proposals;
    hear_list(frame, "Completion", proposals.size(), state.chosen,
              [&](std::size_t i) { return proposals[i].label + ", " + proposals[i].detail; });
}

}  // namespace picket::ui
