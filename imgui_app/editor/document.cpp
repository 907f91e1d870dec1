// Line table, places in two encodings, and edits with undo.
#include "document.h"

#include <algorithm>
#include <cstring>

namespace picket::ui {
namespace {

constexpr std::uint64_t kNotAscii = 0x8080808080808080u;  // the bits, in eight bytes at once

bool continues(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

// UTF-16 units of the code point that starts with this byte.
std::size_t units_of(char first) { return static_cast<unsigned char>(first) >= 0xF0 ? 2 : 1; }

enum class Class : std::uint8_t { Space, Word, Mark };
Class class_of(char c) {
    const auto u = static_cast<unsigned char>(c);
    if (u <= ' ') return Class::Space;
    const bool letter = (u >= '0' && u <= '9') || (u >= 'a' && u <= 'z') ||
                        (u >= 'A' && u <= 'Z') || u == '_' || u >= 0x80;
    return letter ? Class::Word : Class::Mark;
}

std::size_t previous(std::string_view text, std::size_t at) {
    if (at == 0) return 0;
    do --at;
    while (at > 0 && continues(text[at]));
    return at;
}

std::size_t next(std::string_view text, std::size_t at) {
    if (at >= text.size()) return text.size();
    do ++at;
    while (at < text.size() && continues(text[at]));
    return at;
}

std::size_t word_left(std::string_view text, std::size_t at) {
    while (at > 0 && class_of(text[at - 1]) == Class::Space) --at;
    if (at == 0) return 0;
    const Class kind = class_of(text[at - 1]);
    while (at > 0 && class_of(text[at - 1]) == kind) --at;
    return at;
}

std::size_t word_right(std::string_view text, std::size_t at) {
    if (at < text.size() && class_of(text[at]) != Class::Space) {
        const Class kind = class_of(text[at]);
        while (at < text.size() && class_of(text[at]) == kind) ++at;
    }
    while (at < text.size() && class_of(text[at]) == Class::Space) ++at;
    return at;
}

}  // namespace

std::size_t utf16_units(std::string_view text) {
    std::size_t units = 0;
    for (std::size_t at = 0; at < text.size();) {
        std::uint64_t eight = kNotAscii;
        if (at + sizeof eight <= text.size()) std::memcpy(&eight, text.data() + at, sizeof eight);
        if ((eight & kNotAscii) == 0) {
            units += sizeof eight;
            at += sizeof eight;
            continue;
        }
        if (!continues(text[at])) units += units_of(text[at]);
        ++at;
    }
    return units;
}

Range Document::line(std::size_t index) const {
    const std::size_t begin = lines_[index].begin;
    const bool last = index + 1 == lines_.size();
    return {begin, last ? text_.size() : lines_[index + 1].begin - 1};
}

std::string_view Document::line_text(std::size_t index) const {
    const Range range = line(index);
    return std::string_view(text_).substr(range.begin, range.end - range.begin);
}

std::size_t Document::line_of(std::size_t offset) const {
    auto after = std::upper_bound(lines_.begin(), lines_.end(), offset,
                                  [](std::size_t at, const Line& line) { return at < line.begin; });
    return static_cast<std::size_t>(after - lines_.begin()) - 1;
}

Range Document::selection() const { return {std::min(anchor_, caret_), std::max(anchor_, caret_)}; }

std::string_view Document::selected_text() const {
    const Range range = selection();
    return std::string_view(text_).substr(range.begin, range.end - range.begin);
}

std::size_t Document::snap(std::size_t offset) const {
    offset = std::min(offset, text_.size());
    while (offset > 0 && offset < text_.size() && continues(text_[offset])) --offset;
    return offset;
}

// Rebuilds the line table from a line on; edits near the end of a long text cost little.
void Document::index_from(std::size_t first_line) {
    Line line = first_line < lines_.size() ? lines_[first_line] : Line{};
    lines_.resize(first_line);
    lines_.push_back(line);
    std::size_t units = line.begin_utf16;
    for (std::size_t at = line.begin; at < text_.size();) {
        const std::size_t end = std::min(text_.find('\n', at), text_.size() - 1) + 1;
        units += utf16_units(std::string_view(text_).substr(at, end - at));
        if (text_[end - 1] == '\n') lines_.push_back({end, units});
        at = end;
    }
    size_utf16_ = units;
    columns_max_ = 0;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        const Range range = this->line(i);
        columns_max_ = std::max(columns_max_, range.end - range.begin);
    }
}

void Document::put(Range range, std::string_view with) {
    const std::size_t first_line = line_of(range.begin);
    text_.replace(range.begin, range.end - range.begin, with);
    index_from(first_line);
    inserted_ = {range.begin, range.begin + with.size()};
    ++revision_;
}

void Document::set_text(std::string text) {
    text_ = std::move(text);
    lines_.clear();
    index_from(0);
    inserted_ = {};
    anchor_ = caret_ = 0;
    edits_.clear();
    edits_bytes_ = 0;
    done_ = 0;
    may_join_ = false;
    ++revision_;
}

void Document::replace(Range range, std::string_view with) {
    range = {snap(range.begin), snap(range.end)};
    const bool at_caret = anchor_ == caret_ && caret_ == range.end;  // typed there
    record(range, with, at_caret);
    put(range, with);
    may_join_ = at_caret && with.find('\n') == std::string_view::npos;
    const auto follow = [&](std::size_t at) {
        if (at_caret) return range.begin + with.size();
        if (at <= range.begin) return at;
        if (at < range.end) return range.begin + with.size();
        return at - (range.end - range.begin) + with.size();
    };
    anchor_ = snap(follow(anchor_));
    caret_ = snap(follow(caret_));
    wanted_column_ = kNoColumn;
}

void Document::select(std::size_t anchor, std::size_t caret) {
    anchor_ = snap(anchor);
    caret_ = snap(caret);
    wanted_column_ = kNoColumn;
    may_join_ = false;
}

void Document::select_all() { select(0, text_.size()); }

void Document::select_word(std::size_t at) {
    at = snap(at);
    const Range row = line(line_of(at));
    if (row.empty()) return select(at, at);
    const std::size_t inside = at < row.end ? at : previous(text_, at);
    const Class kind = class_of(text_[inside]);
    std::size_t begin = inside, end = inside;
    while (begin > row.begin && class_of(text_[begin - 1]) == kind) --begin;
    while (end < row.end && class_of(text_[end]) == kind) ++end;
    select(begin, end);
}

void Document::forget_edits(std::size_t first, std::size_t last) {
    for (std::size_t i = first; i < last; ++i) edits_bytes_ -= edits_[i].bytes();
    const auto begin = edits_.begin();
    edits_.erase(begin + static_cast<std::ptrdiff_t>(first),
                 begin + static_cast<std::ptrdiff_t>(last));
}

void Document::record(Range range, std::string_view with, bool typed) {
    forget_edits(done_, edits_.size());
    Edit* last = edits_.empty() ? nullptr : &edits_.back();
    const bool joins = typed && may_join_ && last != nullptr && last->typed && range.empty() &&
                       range.begin == last->at + last->inserted.size() &&
                       with.find('\n') == std::string_view::npos;
    if (joins) {
        last->inserted += with;
        edits_bytes_ += with.size();
        return;
    }
    edits_.push_back({range.begin, text_.substr(range.begin, range.end - range.begin),
                      std::string(with), anchor_, caret_, typed});
    edits_bytes_ += edits_.back().bytes();
    // The newest stays, however long.
    std::size_t oldest = edits_.size() > kEditsMax ? 1 : 0, bytes = edits_bytes_;
    for (std::size_t i = 0; i < oldest; ++i) bytes -= edits_[i].bytes();
    while (bytes > kEditsBytesMax && oldest + 1 < edits_.size()) bytes -= edits_[oldest++].bytes();
    forget_edits(0, oldest);
    done_ = edits_.size();
}

void Document::type(std::string_view text) {
    const Range range = selection();
    if (range.empty() && text.empty()) return;
    record(range, text, true);
    put(range, text);
    anchor_ = caret_ = range.begin + text.size();
    wanted_column_ = kNoColumn;
    may_join_ = text.find('\n') == std::string_view::npos;
}

void Document::edit(Range range, std::string_view with) {
    range = {snap(range.begin), snap(range.end)};
    record(range, with, false);
    put(range, with);
    select(range.begin + with.size(), range.begin + with.size());
}

void Document::erase(Step direction) {
    Range range = selection();
    if (range.empty()) {
        const std::size_t to = step_from(caret_, direction, 1);
        range = {std::min(caret_, to), std::max(caret_, to)};
    }
    if (!range.empty()) edit(range, {});
}

std::size_t Document::vertical(std::size_t offset, std::ptrdiff_t lines) {
    const std::size_t from = line_of(offset);
    const auto column_of = [&](std::size_t row, std::size_t at) {
        std::size_t columns = 0;
        for (std::size_t i = line(row).begin; i < at; i = next(text_, i)) ++columns;
        return columns;
    };
    if (wanted_column_ == kNoColumn) wanted_column_ = column_of(from, offset);
    const std::ptrdiff_t target = static_cast<std::ptrdiff_t>(from) + lines;
    if (target < 0) return 0;
    if (target >= static_cast<std::ptrdiff_t>(lines_.size())) return text_.size();
    const Range row = line(static_cast<std::size_t>(target));
    std::size_t at = row.begin;
    for (std::size_t i = 0; i < wanted_column_ && at < row.end; ++i) at = next(text_, at);
    return at;
}

std::size_t Document::step_from(std::size_t offset, Step step, std::size_t page_lines) {
    const auto page = static_cast<std::ptrdiff_t>(page_lines);
    const Range row = line(line_of(offset));
    switch (step) {
    case Step::Left:
        return previous(text_, offset);
    case Step::Right:
        return next(text_, offset);
    case Step::WordLeft:
        return word_left(text_, offset);
    case Step::WordRight:
        return word_right(text_, offset);
    case Step::LineStart: {
        std::size_t indent = row.begin;  // first to the text, then to the margin
        while (indent < row.end && text_[indent] == ' ') ++indent;
        return offset == indent ? row.begin : indent;
    }
    case Step::LineEnd:
        return row.end;
    case Step::Up:
        return vertical(offset, -1);
    case Step::Down:
        return vertical(offset, 1);
    case Step::PageUp:
        return vertical(offset, -page);
    case Step::PageDown:
        return vertical(offset, page);
    case Step::Start:
        return 0;
    case Step::End:
        return text_.size();
    }
    return offset;
}

void Document::move(Step step, bool extend, std::size_t page_lines) {
    const bool vertical_step = step == Step::Up || step == Step::Down || step == Step::PageUp ||
                               step == Step::PageDown;
    if (!vertical_step) wanted_column_ = kNoColumn;
    const Range range = selection();
    const bool collapses = !extend && !range.empty() && (step == Step::Left || step == Step::Right);
    caret_ = collapses ? (step == Step::Left ? range.begin : range.end)
                       : step_from(caret_, step, page_lines);
    if (!extend) anchor_ = caret_;
    may_join_ = false;
}

bool Document::undo() {
    if (done_ == 0) return false;
    const Edit& edit = edits_[--done_];
    put({edit.at, edit.at + edit.inserted.size()}, edit.removed);
    select(edit.anchor, edit.caret);
    return true;
}

bool Document::redo() {
    if (done_ == edits_.size()) return false;
    const Edit& edit = edits_[done_++];
    put({edit.at, edit.at + edit.removed.size()}, edit.inserted);
    select(edit.at + edit.inserted.size(), edit.at + edit.inserted.size());
    return true;
}

std::size_t Document::to_utf16(std::size_t offset) const {
    const Line& row = lines_[line_of(offset)];
    return row.begin_utf16 +
           utf16_units(std::string_view(text_).substr(row.begin, offset - row.begin));
}

std::size_t Document::from_utf16(std::size_t units) const {
    auto after = std::upper_bound(
        lines_.begin(), lines_.end(), units,
        [](std::size_t at, const Line& line) { return at < line.begin_utf16; });
    const Line& row = *(after - 1);
    std::size_t at = row.begin, counted = row.begin_utf16;
    while (counted < units && at < text_.size()) {
        counted += units_of(text_[at]);
        at = next(text_, at);
    }
    return at;
}

}  // namespace picket::ui
