// A text under edit: UTF-8, its lines, a selection, and undo. Knows nothing of ImGui, JSON or
// browsers.
//
// Where a textarea of the browser owns the text, this is its mirror: replace() and select() follow
// it, and places are translated between the two encodings. Elsewhere this is the model itself:
// type(), erase(), move(). Offsets are bytes and always stand on the first
// byte of a code point.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace picket::ui {

enum class Step : std::uint8_t {
    Left,
    Right,
    WordLeft,
    WordRight,
    LineStart,
    LineEnd,
    Up,
    Down,
    PageUp,
    PageDown,
    Start,
    End,
};

struct Range {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool empty() const { return begin == end; }
    bool operator==(const Range&) const = default;
};

// UTF-16 units of a text, as browsers count places.
std::size_t utf16_units(std::string_view text);

class Document {
public:
    Document() { index_from(0); }

    const std::string& text() const { return text_; }
    std::uint64_t revision() const {
        return revision_;
    }  // another number whenever the text is another

    // Lines, counted from 0. A line ends before its newline; the last line may be empty.
    std::size_t line_count() const { return lines_.size(); }
    Range line(std::size_t index) const;
    std::string_view line_text(std::size_t index) const;
    std::size_t line_of(std::size_t offset) const;
    std::size_t columns_max() const { return columns_max_; }  // of the longest line, in bytes

    // What the last edit put there, by whomever it was made; empty when it only removed.
    Range inserted() const { return inserted_; }

    std::size_t caret() const { return caret_; }
    std::size_t anchor() const { return anchor_; }
    Range selection() const;
    std::string_view selected_text() const;

    // A new text: nothing selected, nothing to undo.
    void set_text(std::string text);
    // Follows an edit made elsewhere, where it is also undone; undo() here takes it back all the
    // same, for texts that change hands. The selection moves with the text.
    void replace(Range range, std::string_view with);
    void select(std::size_t anchor, std::size_t caret);
    void select_all();
    void select_word(std::size_t at);

    // Edits by hand: each can be undone; letters typed in a row are undone together.
    void type(std::string_view text);  // in place of the selection
    void erase(Step direction);        // the selection, or up to one step
    void edit(Range range, std::string_view with);
    void move(Step step, bool extend, std::size_t page_lines = 20);
    bool undo();
    bool redo();

    // Places as the browser counts them.
    std::size_t to_utf16(std::size_t offset) const;
    std::size_t from_utf16(std::size_t units) const;
    std::size_t size_utf16() const { return size_utf16_; }

private:
    struct Edit {
        std::size_t at = 0;
        std::string removed;
        std::string inserted;
        std::size_t anchor = 0;  // the selection before
        std::size_t caret = 0;
        bool typed = false;

        std::size_t bytes() const { return removed.size() + inserted.size(); }
    };
    struct Line {
        std::size_t begin = 0;
        std::size_t begin_utf16 = 0;
    };

    void index_from(std::size_t first_line);
    void put(Range range, std::string_view with);
    void record(Range range, std::string_view with, bool typed);
    void forget_edits(std::size_t first, std::size_t last);
    std::size_t step_from(std::size_t offset, Step step, std::size_t page_lines);
    std::size_t vertical(std::size_t offset, std::ptrdiff_t lines);
    std::size_t snap(std::size_t offset) const;

    std::string text_;
    std::vector<Line> lines_;
    Range inserted_;
    std::size_t size_utf16_ = 0;
    std::size_t columns_max_ = 0;
    std::size_t anchor_ = 0;
    std::size_t caret_ = 0;
    std::size_t wanted_column_ = kNoColumn;  // kept while moving over shorter lines
    std::uint64_t revision_ = 1;
    std::vector<Edit> edits_;
    std::size_t done_ = 0;  // edits before this one are in the text; those after can be redone
    std::size_t edits_bytes_ = 0;  // of what they removed and inserted
    bool may_join_ = false;

    static constexpr std::size_t kNoColumn = SIZE_MAX;
    static constexpr std::size_t kEditsMax = 1000;
    static constexpr std::size_t kEditsBytesMax = 32'000'000;
};

}  // namespace picket::ui
