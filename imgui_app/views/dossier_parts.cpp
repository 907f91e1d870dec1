// Parts of the panel of a row: links, values set by a press, a document.
#include <algorithm>

#include "../widgets.h"
#include "imgui_internal.h"
#include "views.h"
#include "world_parts.h"

namespace picket::ui {

bool link(Frame& frame, std::string_view shown, float width, Tone tone) {
    const ImVec2 at = ImGui::GetCursorPos();
    ImGui::PushTextWrapPos(at.x + frame.px(width));
    text(frame, shown, tone);
    ImGui::PopTextWrapPos();
    const ImVec2 after = ImGui::GetCursorPos();
    const ImVec2 low = ImGui::GetItemRectMin(), high = ImGui::GetItemRectMax();
    ImGui::SetCursorPos(at);
    const bool pressed = ImGui::InvisibleButton(
        "link", ImVec2(std::max(1.0f, high.x - low.x), std::max(1.0f, high.y - low.y)),
        ImGuiButtonFlags_EnableNav);
    note(frame, shown, {});
    ImGui::SetCursorPos(after);
    if (!ImGui::IsItemHovered()) return pressed;
    ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    ImGui::GetWindowDrawList()->AddRectFilled(
        ImVec2(low.x, high.y), ImVec2(high.x, high.y + ImGui::GetStyle().ChildBorderSize),
        colour_of(frame, tone));
    return pressed;
}

// One of several values, set by a press.
void draw_item_choice(Frame& frame, const ItemChoice& choice) {
    std::vector<Choice> options;
    for (const ItemChoice::Option& option : choice.options) options.push_back({option.label});
    text(frame, choice.label, Tone::Faint, Face::Small);
    gap(frame, 4);
    std::size_t current = choice.current;
    const float room = ImGui::GetContentRegionAvail().x / frame.scale - 16;
    if (segmented(frame, choice.label, options.data(), options.size(), current,
                  std::min(room, 360.0f)))
        frame.out.push_back(
            Call{std::string(choice.operation), choice.options[current].body, false});
    gap(frame, 12);
}

void draw_document(Frame& frame, const std::string& document) {
    if (document.empty()) return;
    WorldState& state = frame.ui.world;
    if (state.document_of != document) {
        state.document_of = document;
        state.document.read_only = true;
        state.document.numbers = false;
        state.document.load(document);
    }
    gap(frame, 12);
    text(frame, "As it was sent", Tone::Plain, Face::SmallStrong);
    ImGui::SameLine(0, frame.px(8));
    if (button(frame, "Copy", {.kind = ButtonKind::Quiet, .small = true})) {
        ImGui::SetClipboardText(document.c_str());
        frame.ui.toast("Copied the message.", Tone::Ok);
    }
    gap(frame, 4);
    const auto lines = static_cast<float>(std::count(document.begin(), document.end(), '\n') + 1);
    ImGui::Unindent(frame.px(16));
    draw_code_area(frame, "Document", state.document, std::min(480.0f, lines * 20 + 24));
    ImGui::Indent(frame.px(16));
    gap(frame, 12);
}

}  // namespace picket::ui
