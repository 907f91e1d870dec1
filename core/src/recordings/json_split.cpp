// See json_split.h.
#include "recordings/json_split.h"

#include <algorithm>

#include "picket/json_tree.h"
#include "picket/recording.h"

#include "picket/ascii.h"

namespace picket {
namespace {

using SplitStep = JsonSplitter::Step;
using Found = SplitStep::Kind;

// The end of a string that begins at `at`; npos when the text ends before it does.
std::size_t string_end(std::string_view text, std::size_t at) {
    for (++at; at < text.size(); ++at) {
        if (text[at] == '\\') {
            ++at;
        } else if (text[at] == '"') {
            return at + 1;
        }
    }
    return std::string_view::npos;
}

// The next line that begins with an object.
std::size_t next_object(std::string_view text) {
    for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at)) {
        while (at < text.size() && ascii::is_space(text[at])) ++at;
        if (at < text.size() && text[at] == '{') return at;
    }
    return std::string_view::npos;
}

// An object that is never closed ends where the next begins.
SplitStep broken_object(std::string_view text) {
    const std::size_t used = std::min(next_object(text), text.size());
    return {Found::Broken, 0, used, used};
}

}  // namespace

SplitStep JsonSplitter::next(std::string_view text, bool last) {
    const bool full = text.size() >= kRecordBytesMax;
    if (text.size() > kRecordBytesMax) {
        text = text.substr(0, kRecordBytesMax);
        last = false;
    }
    SplitStep step = lines_     ? next_line(text, last)
                     : in_tail_ ? tail(text, last)
                                : element(text, last);
    if (step.kind == Found::More && full && !lines_) return broken_object(text);
    return step;
}

SplitStep JsonSplitter::element(std::string_view text, bool last) {
    std::size_t at = 0;
    while (at < text.size() && (ascii::is_space(text[at]) || text[at] == ',')) ++at;
    // Blanks are taken at once, so that where a chunk ends among them does not matter.
    if (at > 0) return {Found::Skip, 0, 0, at};
    if (text.empty()) return {};
    if (text[0] == '{') return object(text, last);
    if (text[0] == '[' && within_ == Within::Nothing) {
        within_ = Within::Array;
        return {Found::Skip, 0, 0, 1};
    }
    if (text[0] == ']' && within_ != Within::Nothing) {
        in_tail_ = within_ != Within::Array;
        if (!in_tail_) within_ = Within::Nothing;
        return {Found::Skip, 0, 0, 1};
    }
    const std::size_t end = text.find('\n');
    if (end != std::string_view::npos) return {Found::Broken, 0, end, end + 1};
    return last ? SplitStep{Found::Broken, 0, text.size(), text.size()} : SplitStep{};
}

SplitStep JsonSplitter::next_line(std::string_view text, bool last) {
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos && !last) return {};
    const std::size_t line = std::min(end, text.size());
    const std::size_t used = std::min(line + 1, text.size());
    std::size_t begin = 0, size = line;
    while (begin < size && ascii::is_space(text[begin])) ++begin;
    while (size > begin && ascii::is_space(text[size - 1])) --size;
    if (begin == size) return {Found::Skip, 0, 0, used};
    return {text[begin] == '{' ? Found::Row : Found::Broken, begin, size - begin, used};
}

// To the bracket that closes the object. On the way, a list that makes it an answer or a message is
// looked for: then the object is entered, and the elements of the list are the rows.
SplitStep JsonSplitter::object(std::string_view text, bool last) {
    const bool may_be_envelope = within_ == Within::Nothing || within_ == Within::Array;
    std::uint32_t depth = 0;
    std::uint64_t arrays = 0;  // of the open brackets, the innermost in the lowest bit
    std::string_view key;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char letter = text[at];
        if (letter == '"') {
            const std::size_t end = string_end(text, at);
            if (end == std::string_view::npos) break;
            if (depth == 1) key = text.substr(at + 1, end - at - 2);
            at = end - 1;
        } else if (letter == '[' && depth == 1 && may_be_envelope &&
                   (key == "metricDatumList" || key == "metrics")) {
            envelope_in_array_ = within_ == Within::Array;
            within_ = key == "metrics" ? Within::Export : Within::Values;
            return {Found::Skip, 0, 0, at + 1};
        } else if (letter == '{' || letter == '[') {
            // Without this limit, rows that are never closed would be looked at again and again.
            if (++depth > kJsonDepthMax) return broken_object(text);
            arrays = arrays << 1 | (letter == '[' ? 1 : 0);
        } else if (letter == '}' || letter == ']') {
            if ((arrays & 1) != (letter == ']' ? 1 : 0)) return broken_object(text);
            arrays >>= 1;
            if (--depth == 0) return {Found::Row, 0, at + 1, at + 1};
        }
    }
    if (last && next_object(text) != std::string_view::npos) return broken_object(text);
    return {};
}

SplitStep JsonSplitter::tail(std::string_view text, bool) {
    std::size_t at = 0;
    while (at < text.size()) {
        if (text[at] == '"') {
            const std::size_t end = string_end(text, at);
            if (end == std::string_view::npos) break;
            at = end;
        } else if (text[at] == '}') {
            in_tail_ = false;
            within_ = envelope_in_array_ ? Within::Array : Within::Nothing;
            return {Found::Skip, 0, 0, at + 1};
        } else {
            ++at;
        }
    }
    // Nothing of interest, but a string must be seen as a whole.
    const std::size_t keep = at < text.size() ? at : text.size();
    if (keep == 0) return {};
    return {Found::Skip, 0, 0, keep};
}

}  // namespace picket
