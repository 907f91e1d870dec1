// Long lists in the form, a hundred elements at a time.
#include <algorithm>

#include "../shape_text.h"
#include "form_parts.h"

namespace picket::ui {
namespace {

constexpr std::size_t kPage = 100;

// The number somebody typed, from 1; 0 when it is none.
std::size_t number_in(std::string_view text, std::size_t most) {
    std::size_t number = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return 0;
        number = std::min(most, number * 10 + static_cast<std::size_t>(c - '0'));
    }
    return number;
}

}  // namespace

FormPage draw_form_pages(FormWalk& walk, const std::string& path, std::size_t count) {
    if (count <= kPage) return {0, count};
    Frame& frame = walk.frame;
    std::size_t& first = walk.state.pages[path];
    first = std::min(first, (count - 1) / kPage * kPage);
    Scope scope(frame, "Pages of " + path);
    ImGui::PushID(path.c_str());
    walk.start_row();
    const float top = ImGui::GetCursorPosY(), side = small_control_height(frame);
    if (quiet_icon_button(frame, Icon::Back, "Previous elements", "The 100 before", first > 0))
        first -= kPage;
    ImGui::SameLine(0, 0);
    if (quiet_icon_button(frame, Icon::ChevronRight, "Next elements", "The next 100",
                          first + kPage < count))
        first += kPage;
    const std::size_t end = std::min(count, first + kPage);
    ImGui::SameLine(0, frame.px(8));
    ImGui::SetCursorPosY(top + frame.px((side - 16) / 2));
    text(frame, count_text(first + 1) + " to " + count_text(end) + " of " + count_text(count),
         Tone::Muted, Face::Small);
    const float left = ImGui::GetItemRectMax().x - ImGui::GetWindowPos().x + frame.px(12);
    const float room = walk.right - left / frame.scale;
    if (room > 72) {
        ImGui::SetCursorPos(ImVec2(left, top));
        std::string& typed = walk.state.page_typed[path];
        const FieldEvents events = text_field(
            frame, "Element", typed, {.width = std::min(room, 120.0f), .hint = "Go to element"});
        const std::size_t number = events.entered ? number_in(typed, count) : 0;
        if (number > 0) first = (number - 1) / kPage * kPage;
        if (events.entered) typed.clear();
    }
    ImGui::SetCursorPosY(top + frame.px(side + 8));
    ImGui::PopID();
    return {first, std::min(count, first + kPage)};
}

}  // namespace picket::ui
