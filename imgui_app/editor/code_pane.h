// Everything a pane of code remembers between frames, as plain data, and the two functions that
// draw it and take input.
//
// In the browser a transparent DOM textarea over `place` owns the text of the payload pane: this
// pane paints its mirror, and wishes to change the text leave as `requests`. Everywhere else the
// pane edits its document, and there too when a text is long: a textarea lays out all of its text
// at every key.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "document.h"
#include "line_edits.h"
#include "theme.h"

struct ImFont;
struct ImGuiWindow;
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

// A textarea of 184 kB costs 11 ms a key, one of 1 MB 60 ms; and frames come every 16 ms.
inline constexpr std::size_t kTextareaBytesMax = 128'000;

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

    bool has_textarea = false;  // the page has one for this pane
    bool textarea = false;      // and it owns the text that is here now
    Range preedit;              // what an input method is composing
    float extent_x = 0;         // of the textarea's content; 0: as wide as the pane
    float extent_y = 0;
    bool scroll_taken = false;  // the textarea scrolled to scroll_x, scroll_y
    float scroll_x = 0, scroll_y = 0;
    TextareaPlace place;
    std::vector<TextareaRequest> requests;

    // The page has a textarea: texts that are not too long are its own from now on.
    void give_to_textarea();
    // What the textarea's owner did to it. A text that got too long for it changes hands.
    void mirror(Range range, std::string_view with);
    // An edit by hand that makes the text too long for the textarea.
    void take_over(std::string_view pasted);

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

// Fills `size` of the current window. The caller has put the colours' background there. Returns the
// window of the text, in which `code_stop` is what the Tab key stops at.
ImGuiWindow* draw_code(const char* id, CodePane& pane, const CodeLook& look, const ImVec2& size);
std::uint32_t code_stop(ImGuiWindow& window);

}  // namespace picket::ui
