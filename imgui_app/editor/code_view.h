// The geometry of a code pane during one frame, shared by painting and input.
#pragma once

#include "code_pane.h"
#include "imgui.h"
#include "imgui_internal.h"

namespace picket::ui {

struct CodeView {
    CodePane& pane;
    const CodeLook& look;
    ImRect inner;   // the visible part, gutter included
    ImVec2 origin;  // where the first line's text would start, scrolled
    float gutter = 0;
    float cell = 0;
    float line_height = 0;
    bool hovered = false;

    float width(std::string_view text) const {
        if (text.empty()) return 0;
        return look.mono
            ->CalcTextSizeA(ImGui::GetFontSize(), FLT_MAX, 0, text.data(),
                            text.data() + text.size())
            .x;
    }
    float x_of(std::size_t row, std::size_t offset) const {
        const Range range = pane.document.line(row);
        return origin.x + width(pane.document.line_text(row).substr(0, offset - range.begin));
    }
    float y_of(std::size_t row) const { return origin.y + static_cast<float>(row) * line_height; }
    std::size_t offset_at(const ImVec2& point) const;
    std::size_t lines_visible() const {
        return static_cast<std::size_t>(inner.GetHeight() / line_height);
    }
};

void paint_code(const CodeView& view);
// Mouse, keys and clipboard for a pane that owns its text.
void take_code_input(CodeView& view, ImGuiID id);
// The pane as a stop of the Tab key, whoever owns the text: it is written in as soon as it is
// reached, and again by Enter.
void take_code_stop(CodeView& view, ImGuiID id);
// While the pane has the focus, keys are its own: no moving between widgets, no closing of windows.
// Only from a text that cannot be written in does the Tab key lead on.
void claim_keys(const CodeView& view, ImGuiID id);

}  // namespace picket::ui
