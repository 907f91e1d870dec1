// See mapped_text.h. Pieces of equal length map byte by byte, others as a whole.
#include "documents/mapped_text.h"

#include <algorithm>

namespace picket {
namespace {

bool plain_word_character(char c) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    return letter || std::string_view("_-.:/@%+=,").find(c) != std::string_view::npos;
}

std::optional<std::string> quoted_for(Quoting quoting, const std::string& text) {
    switch (quoting) {
    case Quoting::None:
        return text;
    case Quoting::Bare:
        if (std::all_of(text.begin(), text.end(), plain_word_character)) return text;
        return std::nullopt;
    case Quoting::Single:
        if (text.find('\'') == std::string::npos) return text;
        return std::nullopt;
    case Quoting::Double: {
        std::string out;
        for (const char c : text) {
            if (std::string_view("\"\\$`").find(c) != std::string_view::npos) out += '\\';
            out += c;
        }
        return out;
    }
    case Quoting::Html:
        if (text.find_first_of("<>&") == std::string::npos) return text;
        return std::nullopt;
    case Quoting::Made:
        break;
    }
    return std::nullopt;
}

}  // namespace

MappedText MappedText::of_document(std::string_view text) {
    MappedText mapped;
    mapped.copy(text, {0, static_cast<std::uint32_t>(text.size())}, Quoting::None);
    return mapped;
}

void MappedText::add(std::string_view text, Span source, Quoting quoting) {
    if (text.empty()) return;
    const bool extends = !pieces_.empty() && pieces_.back().quoting == quoting &&
                         quoting != Quoting::Made && pieces_.back().source.end == source.begin &&
                         verbatim(pieces_.size() - 1) && text.size() == source.end - source.begin;
    if (extends) {
        pieces_.back().source.end = source.end;
    } else {
        pieces_.push_back({size(), source, quoting});
    }
    text_ += text;
}

void MappedText::copy(std::string_view outer_text, Span span, Quoting quoting) {
    add(outer_text.substr(span.begin, span.end - span.begin), span, quoting);
}

void MappedText::replace(std::string_view by, Span span, Quoting quoting) {
    add(by, span, quoting);
}

void MappedText::make(std::string_view text, Span owner) { add(text, owner, Quoting::Made); }

void MappedText::take(const MappedText& from, Span part) {
    if (part.begin >= part.end) return;
    for (std::size_t i = from.piece_at(part.begin); i < from.pieces_.size(); ++i) {
        const Piece& piece = from.pieces_[i];
        if (piece.begin >= part.end) return;
        const std::uint32_t begin = std::max(piece.begin, part.begin);
        const std::uint32_t end = std::min(from.piece_end(i), part.end);
        Span source = piece.source;
        if (from.verbatim(i)) {
            source.end = source.begin + (end - piece.begin);
            source.begin += begin - piece.begin;
        }
        add(std::string_view(from.text_).substr(begin, end - begin), source, piece.quoting);
    }
}

std::uint32_t MappedText::piece_end(std::size_t index) const {
    return index + 1 < pieces_.size() ? pieces_[index + 1].begin : size();
}

bool MappedText::verbatim(std::size_t index) const {
    const Piece& piece = pieces_[index];
    return piece.quoting != Quoting::Made &&
           piece_end(index) - piece.begin == piece.source.end - piece.source.begin;
}

std::size_t MappedText::piece_at(std::uint32_t offset) const {
    auto at = std::upper_bound(
        pieces_.begin(), pieces_.end(), offset,
        [](std::uint32_t wanted, const Piece& piece) { return wanted < piece.begin; });
    return at == pieces_.begin() ? 0 : static_cast<std::size_t>(at - pieces_.begin()) - 1;
}

Span MappedText::outside(Span inner) const {
    if (pieces_.empty()) return {0, 0};
    const std::size_t first = piece_at(inner.begin);
    const std::size_t last = inner.end > inner.begin ? piece_at(inner.end - 1) : first;
    Span out = {pieces_[first].source.begin, pieces_[last].source.end};
    if (verbatim(first)) out.begin += inner.begin - pieces_[first].begin;
    if (verbatim(last)) out.end = pieces_[last].source.begin + (inner.end - pieces_[last].begin);
    out.end = std::max(out.begin, out.end);
    return out;
}

Span MappedText::in_document(Span inner) const {
    const Span out = outside(inner);
    return outer_ == nullptr ? out : outer_->in_document(out);
}

// The outer place of a boundary, if it has exactly one.
std::optional<std::uint32_t> MappedText::exact(std::uint32_t offset, bool is_end) const {
    const std::size_t index = piece_at(is_end && offset > 0 ? offset - 1 : offset);
    const Piece& piece = pieces_[index];
    if (piece.quoting == Quoting::Made) return std::nullopt;
    if (verbatim(index)) return piece.source.begin + (offset - piece.begin);
    if (offset == piece.begin) return piece.source.begin;
    if (offset == piece_end(index)) return piece.source.end;
    return std::nullopt;
}

std::optional<InnerEdit> MappedText::in_document(const InnerEdit& edit) const {
    if (pieces_.empty()) return std::nullopt;
    bool empty = edit.span.begin == edit.span.end;
    const auto begin = exact(edit.span.begin, empty && edit.span.begin == size());
    const auto end = empty ? begin : exact(edit.span.end, true);
    if (!begin || !end || *end < *begin) return std::nullopt;
    const std::size_t first = piece_at(edit.span.begin);
    const std::size_t last = empty ? first : piece_at(edit.span.end - 1);
    for (std::size_t i = first; i <= last; ++i) {
        const bool follows = i == first || pieces_[i].source.begin == pieces_[i - 1].source.end;
        if (!follows || pieces_[i].quoting != pieces_[first].quoting) return std::nullopt;
    }
    auto text = quoted_for(pieces_[first].quoting, edit.text);
    if (!text) return std::nullopt;
    InnerEdit out = {{*begin, *end}, std::move(*text)};
    return outer_ == nullptr ? out : outer_->in_document(out);
}

}  // namespace picket
