// What the files of the form share: the walk over shapes and tree, and the fields at its leaves.
#pragma once

#include "../editor/form_edits.h"
#include "../editor/text_place.h"
#include "../widgets.h"

namespace picket::ui {

struct FormWalk {
    Frame& frame;
    FormState& state;
    const std::string& text;
    const JsonTree& tree;
    float left = 0;   // CSS pixels in the pane
    float right = 0;  // where controls end

    float width() const { return right - left; }
    void change(TextChange change) {
        if (!state.change) state.change = std::move(change);
    }
    // Puts the cursor at the left edge.
    void start_row() const { ImGui::SetCursorPosX(frame.px(left)); }
};

// The control of a value that has no parts. `path` names it to the user's hands and the probe.
void draw_form_field(FormWalk& walk, const Expected& expected, std::uint32_t node,
                     const std::string& path);
// Which elements of a list are shown. A long one has a line above it that leads to the others.
struct FormPage {
    std::size_t first = 0, end = 0;
};
FormPage draw_form_pages(FormWalk& walk, const std::string& path, std::size_t count);
// A button that opens a list of what can be added; returns the place of the one chosen.
struct FormChoice {
    std::string_view label;
    std::string_view hint;
    std::string_view doc;
};
std::optional<std::size_t> draw_form_choices(Frame& frame, std::string_view label,
                                             std::string_view shown, float width,
                                             const std::vector<FormChoice>& choices);

}  // namespace picket::ui
