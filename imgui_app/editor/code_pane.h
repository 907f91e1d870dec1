// Everything a pane of code remembers between frames, as plain data, and the two functions that
// draw it and take input.
//
// In the browser `textarea` is set for the payload pane: then a transparent DOM textarea over
// `place` owns the text, this pane paints its mirror, and wishes to change the text leave as
// `requests`. Everywhere else the pane edits its document.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "document.h"
#include "line_edits.h"
#include "theme.h"

struct ImFont;
struct ImVec2;

namespace picket::ui {

enum class MarkTone : std::uint8_t { Error, Warning, Note };

// An underlined place in the text; what is said of it is for the view to show. A place that runs
// over lines is underlined in its first.
struct CodeMark {
    Range span;
    std::size_t line = 0;  // from 0, where it begins
    MarkTone tone = MarkTone::Error;
};

// Where the textarea has to lie, in real pixels of the canvas.
struct TextareaPlace {
    bool visible = false;
    float x = 0, y = 0, width = 0, height = 0;
    float cell = 0, line_height = 0;
    float scroll_x = 0, scroll_y = 0;
};

enum class TextareaWish : std::uint8_t {
    Edit,    // what the browser can undo
    Load,    // another document: nothing to undo
    Select,  // and the focus
    Show,    // selects, and leaves the focus where it is
    Undo,
    Redo,
};

struct TextareaRequest {
    TextareaWish wish = TextareaWish::Edit;
    Range range_utf16;
    std::string text;
};

// The brackets at the caret, found once per place of it.
struct BracketsAtCaret {
    std::uint64_t revision = 0;
    std::size_t caret = 0;
    std::optional<BracketPair> pair;
};

struct CodePane {
    Document document;
    bool read_only = false;
    bool numbers = true;  // line numbers
    bool focused = false;
    bool follow_caret = false;
    bool dragging = false;
    bool wants_focus = false;
    std::vector<CodeMark> marks;  // of one revision of the text
    std::uint64_t marks_revision = 0;
    std::optional<std::size_t> pointed;  // the mark below the mouse
    std::span<const Range> highlights;   // on a ground of their own, in order; set anew each frame
    std::uint64_t highlights_revision = 0;
    BracketsAtCaret brackets;
    bool list_open = false;  // a list over the text has arrows, Enter, Tab and Escape first
    // Where things are, real pixels, for what floats above the text.
    float caret_x = 0, caret_y = 0, cell = 0, line_height = 0;
    std::optional<std::size_t> hovered_at;  // the byte below the mouse

    bool textarea = false;
    Range preedit;       // what an input method is composing
    float extent_x = 0;  // of the textarea's content; 0: as wide as the pane
    float extent_y = 0;
    bool scroll_taken = false;  // the textarea scrolled to scroll_x, scroll_y
    float scroll_x = 0, scroll_y = 0;
    TextareaPlace place;
    std::vector<TextareaRequest> requests;

    // A new document, an edit that keeps undo, and a selection that takes the focus; all work
    // whoever owns the text.
    void load(std::string text);
    void edit(Range range, std::string_view with);
    void select(Range range);
    // An edit, and what is selected after it, in places of the text that it makes.
    void edit(Range range, std::string_view with, Range selected);
    // A selection that leaves the focus where it is.
    void show(Range range);
    void undo();
    void redo();
    bool marks_hold() const { return marks_revision == document.revision(); }
};

struct CodeLook {
    const Palette& colours;
    ImFont* mono;
    float scale;
};

// Fills `size` of the current window. The caller has put the colours' background there.
void draw_code(const char* id, CodePane& pane, const CodeLook& look, const ImVec2& size);

}  // namespace picket::ui
