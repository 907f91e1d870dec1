// Text that was taken out of other text: a fenced block without its indentation, a word without its
// quotes, the JSON document that a command's options add up to. Every byte knows where it came
// from, so that what is found in the inner text is reported, and mended, in the outer one.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "picket/json_tree.h"

namespace picket {

// What stands around a piece in the outer text, and so what an edit there has to respect.
enum class Quoting : std::uint8_t {
    None,    // nothing: any text may stand here
    Bare,    // a word of the shell: only characters that mean nothing to it
    Single,  // between single quotes
    Double,  // between double quotes: some characters need a backslash
    Html,    // markup: < > & would need entities
    Made,    // the outer text does not have these bytes at all
};

struct InnerEdit {
    Span span;
    std::string text;
};

class MappedText {
public:
    // `outer`: the text the spans are about; none for the document itself. It must live longer.
    explicit MappedText(const MappedText* outer = nullptr) : outer_(outer) {}

    // The whole of a document.
    static MappedText of_document(std::string_view text);

    const std::string& text() const { return text_; }
    const MappedText* outer() const { return outer_; }
    std::uint32_t size() const { return static_cast<std::uint32_t>(text_.size()); }

    void copy(std::string_view outer_text, Span span, Quoting quoting);  // the bytes of the span
    void replace(std::string_view by, Span span, Quoting quoting);       // other bytes for the span
    void make(std::string_view text, Span owner);  // bytes of ours; findings on them point at owner
    // Copies a part of another text that has the same outer one.
    void take(const MappedText& from, Span part);

    Span in_document(Span inner) const;
    // Nothing when the place does not exist in the document, or the text cannot stand there.
    std::optional<InnerEdit> in_document(const InnerEdit& edit) const;

private:
    struct Piece {
        std::uint32_t begin = 0;  // in text_; it reaches to the next piece
        Span source;
        Quoting quoting = Quoting::None;
    };
    std::size_t piece_at(std::uint32_t offset) const;
    std::uint32_t piece_end(std::size_t index) const;
    bool verbatim(std::size_t index) const;
    void add(std::string_view text, Span source, Quoting quoting);
    Span outside(Span inner) const;
    std::optional<std::uint32_t> exact(std::uint32_t offset, bool is_end) const;

    const MappedText* outer_;
    std::string text_;
    std::vector<Piece> pieces_;
};

}  // namespace picket
