// Mouse, keys and clipboard for a pane that owns its text: the native window, the tests, and every
// read-only pane.
#include "code_view.h"

namespace picket::ui {
namespace {

void take_focus(CodeView& view, ImGuiID id) {
    ImGuiWindow* window = ImGui::GetCurrentWindow();
    ImGui::SetActiveID(id, window);
    ImGui::SetFocusID(id, window);
    ImGui::FocusWindow(window);
    view.pane.focused = true;
}

void take_mouse(CodeView& view, ImGuiID id) {
    Document& document = view.pane.document;
    const ImGuiIO& io = ImGui::GetIO();
    if (view.hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_TextInput);
    if (view.hovered && ImGui::IsMouseClicked(ImGuiMouseButton_Left)) {
        take_focus(view, id);
        const std::size_t at = view.offset_at(io.MousePos);
        const int clicks = ImGui::GetMouseClickedCount(ImGuiMouseButton_Left);
        if (clicks == 2)
            document.select_word(at);
        else if (clicks >= 3)
            document.select(document.line(document.line_of(at)).begin,
                            document.line(document.line_of(at)).end);
        else
            document.select(io.KeyShift ? document.anchor() : at, at);
        view.pane.dragging = clicks == 1;
    } else if (!ImGui::IsMouseDown(ImGuiMouseButton_Left)) {
        view.pane.dragging = false;
    } else if (view.pane.dragging && view.pane.focused) {
        const std::size_t at = view.offset_at(io.MousePos);
        if (at != document.caret()) {
            document.select(document.anchor(), at);
            view.pane.follow_caret = true;
        }
    } else if (view.pane.focused && !view.pane.list_open &&
               ImGui::IsMouseClicked(ImGuiMouseButton_Left)) {
        ImGui::ClearActiveID();
        view.pane.focused = false;
    }
}

struct KeyStep {
    ImGuiKey key;
    Step plain;
    Step with_ctrl;
};
constexpr KeyStep kSteps[] = {
    {ImGuiKey_LeftArrow, Step::Left, Step::WordLeft},
    {ImGuiKey_RightArrow, Step::Right, Step::WordRight},
    {ImGuiKey_UpArrow, Step::Up, Step::Up},
    {ImGuiKey_DownArrow, Step::Down, Step::Down},
    {ImGuiKey_PageUp, Step::PageUp, Step::PageUp},
    {ImGuiKey_PageDown, Step::PageDown, Step::PageDown},
    {ImGuiKey_Home, Step::LineStart, Step::Start},
    {ImGuiKey_End, Step::LineEnd, Step::End},
};

// True when the text or the selection may have changed.
bool take_moves(CodeView& view) {
    const ImGuiIO& io = ImGui::GetIO();
    bool moved = false;
    for (const KeyStep& row : kSteps) {
        const bool upright = row.plain == Step::Up || row.plain == Step::Down ||
                             row.plain == Step::PageUp || row.plain == Step::PageDown;
        if (upright && (view.pane.list_open || io.KeyAlt)) continue;  // Alt moves lines
        if (!ImGui::IsKeyPressed(row.key)) continue;
        view.pane.document.move(io.KeyCtrl ? row.with_ctrl : row.plain, io.KeyShift,
                                view.lines_visible());
        moved = true;
    }
    return moved;
}

bool take_clipboard(CodeView& view) {
    Document& document = view.pane.document;
    const auto chord = [](ImGuiKey key) { return ImGui::IsKeyChordPressed(ImGuiMod_Ctrl | key); };
    if (chord(ImGuiKey_A)) {
        document.select_all();
        return false;
    }
    const bool cuts = chord(ImGuiKey_X) && !view.pane.read_only;
    if ((chord(ImGuiKey_C) || cuts) && !document.selection().empty()) {
        ImGui::SetClipboardText(std::string(document.selected_text()).c_str());
        if (cuts) document.type({});
        return cuts;
    }
    if (chord(ImGuiKey_V) && !view.pane.read_only) {
        const char* text = ImGui::GetClipboardText();
        if (text != nullptr) document.edit(document.selection(), text);
        return text != nullptr;
    }
    return false;
}

// A new line keeps the indentation of the one it leaves, and adds a level after an opening bracket.
void new_line(Document& document) {
    const std::size_t row = document.line_of(document.caret());
    const std::string_view text = document.line_text(row).substr(0, document.caret() -
                                                                        document.line(row).begin);
    std::size_t spaces = 0;
    while (spaces < text.size() && text[spaces] == ' ') ++spaces;
    const bool opens = !text.empty() && (text.back() == '{' || text.back() == '[');
    document.type("\n" + std::string(spaces + (opens ? 2 : 0), ' '));
}

std::string_view utf8_of(ImWchar code, char (&buffer)[5]) {
    ImTextCharToUtf8(buffer, code);
    return buffer;
}

bool take_edits(CodeView& view) {
    Document& document = view.pane.document;
    ImGuiIO& io = ImGui::GetIO();
    const bool ctrl = io.KeyCtrl;
    bool changed = false;
    const auto on = [&](bool pressed, auto&& edit) {
        if (pressed) edit(), changed = true;
    };
    on(ImGui::IsKeyPressed(ImGuiKey_Backspace),
       [&] { document.erase(ctrl ? Step::WordLeft : Step::Left); });
    on(ImGui::IsKeyPressed(ImGuiKey_Delete),
       [&] { document.erase(ctrl ? Step::WordRight : Step::Right); });
    const bool free = !view.pane.list_open;
    on(free && !ctrl &&
           (ImGui::IsKeyPressed(ImGuiKey_Enter) || ImGui::IsKeyPressed(ImGuiKey_KeypadEnter)),
       [&] { new_line(document); });
    on(free && !ctrl && !io.KeyShift && ImGui::IsKeyPressed(ImGuiKey_Tab),
       [&] { document.type("  "); });
    on(ctrl && !io.KeyShift && ImGui::IsKeyPressed(ImGuiKey_Z), [&] { document.undo(); });
    on(ctrl &&
           (ImGui::IsKeyPressed(ImGuiKey_Y) || (io.KeyShift && ImGui::IsKeyPressed(ImGuiKey_Z))),
       [&] { document.redo(); });
    if (!ctrl || io.KeyAlt) {  // AltGr comes as both
        for (const ImWchar code : io.InputQueueCharacters) {
            if (code < ' ' || code == 127) continue;
            char utf8[5];
            document.type(utf8_of(code, utf8));
            changed = true;
        }
    }
    io.InputQueueCharacters.resize(0);
    return changed;
}

// Text comes through the platform: its input methods open where the caret is.
void ask_for_text(const CodeView& view) {
    ImGuiPlatformImeData& ime = ImGui::GetCurrentContext()->PlatformImeData;
    ime.WantVisible = ime.WantTextInput = true;
    ime.InputPos = ImVec2(view.pane.caret_x, view.pane.caret_y);
    ime.InputLineHeight = view.line_height;
    ime.ViewportId = ImGui::GetCurrentWindow()->Viewport->ID;
}

}  // namespace

void take_code_stop(CodeView& view, ImGuiID id) {
    const ImGuiContext& context = *ImGui::GetCurrentContext();
    ImGui::ItemAdd(view.inner, id);
    ImGui::RenderNavCursor(view.inner, id, ImGuiNavRenderCursorFlags_Compact);
    CodePane& pane = view.pane;
    const bool reached = context.NavJustMovedToId == id && context.NavJustMovedToIsTabbing;
    if (reached || context.NavActivateId == id) {
        if (pane.textarea)
            pane.select(pane.document.selection());
        else
            pane.wants_focus = true;
    }
    // The page gave its textarea the focus: the keys are here, then.
    if (pane.textarea && pane.focused && context.NavId != id && context.OpenPopupStack.Size == 0)
        ImGui::SetFocusID(id, ImGui::GetCurrentWindow());
}

void claim_keys(const CodeView& view, ImGuiID id) {
    ImGuiContext& context = *ImGui::GetCurrentContext();
    context.ActiveIdUsingNavDirMask = ~0u;
    if (!view.pane.read_only) ImGui::SetKeyOwner(ImGuiKey_Tab, id);
    for (const ImGuiKey key : {ImGuiKey_Enter, ImGuiKey_Space, ImGuiKey_Escape, ImGuiKey_Home,
                               ImGuiKey_End, ImGuiKey_PageUp, ImGuiKey_PageDown, ImGuiKey_Backspace,
                               ImGuiKey_Delete, ImGuiKey_UpArrow, ImGuiKey_DownArrow}) {
        ImGui::SetKeyOwner(key, id);
    }
}

void take_code_input(CodeView& view, ImGuiID id) {
    ImGuiContext& context = *ImGui::GetCurrentContext();
    ImGui::KeepAliveID(id);
    const bool given = view.pane.wants_focus;
    if (given) take_focus(view, id);
    view.pane.wants_focus = false;
    view.pane.focused = context.ActiveId == id;
    take_mouse(view, id);
    if (!view.pane.focused) return;
    // As with any text field, what lies elsewhere can be pressed at once.
    context.ActiveIdAllowOverlap = !ImGui::IsMouseDown(ImGuiMouseButton_Left);
    claim_keys(view, id);
    if (!view.pane.read_only) ask_for_text(view);
    if (given) return;  // the key that brought the focus here was for somebody else
    bool changed = take_moves(view);
    changed = take_clipboard(view) || changed;
    if (!view.pane.read_only) changed = take_edits(view) || changed;
    if (changed) view.pane.follow_caret = true;
    if (ImGui::IsKeyPressed(ImGuiKey_Escape) && !view.pane.list_open) {
        ImGui::ClearActiveID();
        ImGui::SetNavCursorVisible(true);
        view.pane.focused = false;
    }
}

}  // namespace picket::ui
