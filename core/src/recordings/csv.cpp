// See csv.h.
#include "recordings/csv.h"

#include <algorithm>
#include <cstring>

namespace picket {
namespace {

std::size_t find_byte(std::string_view text, char byte) {
    const void* at = text.empty() ? nullptr : std::memchr(text.data(), byte, text.size());
    return at == nullptr ? std::string_view::npos
                         : static_cast<std::size_t>(static_cast<const char*>(at) - text.data());
}

std::size_t without_return(std::string_view text, std::size_t size) {
    return size > 0 && text[size - 1] == '\r' ? size - 1 : size;
}

}  // namespace

CsvSplitter::Step CsvSplitter::next(std::string_view text, bool last) {
    const std::size_t end = find_byte(text, '\n');
    if (end == std::string_view::npos && !last) return {};
    const std::size_t used = end == std::string_view::npos ? text.size() : end + 1;
    const std::size_t size = without_return(text,
                                            end == std::string_view::npos ? text.size() : end);
    if (find_byte(text.substr(0, size), '"') != std::string_view::npos) return quoted(text, last);
    split(text.substr(0, size));
    return {State::Record, used, size};
}

void CsvSplitter::split(std::string_view line) {
    cells.clear();
    const char* cell = line.data();
    const char* const end = cell + line.size();
    for (const char* at = cell; at != end; ++at) {
        if (*at != separator) continue;
        cells.emplace_back(cell, static_cast<std::size_t>(at - cell));
        cell = at + 1;
    }
    cells.emplace_back(cell, static_cast<std::size_t>(end - cell));
}

CsvSplitter::Step CsvSplitter::quoted(std::string_view text, bool last) {
    cells.clear();
    unquoted_.clear();
    const std::size_t line = std::min(find_byte(text, '\n'), text.size() - 1) + 1;
    // Views into it must stay, so it never grows: what is unquoted is shorter than what it was.
    unquoted_.reserve(std::min(text.size(), kQuotedBytesMax + line));
    const Step broken = {State::Broken, line, line};
    std::size_t at = 0;
    while (true) {
        if (at < text.size() && text[at] == '"') {
            const std::size_t begin = unquoted_.size();
            for (++at;; ++at) {
                if (at >= text.size() || at > kQuotedBytesMax) {
                    const bool open = at <= kQuotedBytesMax && !last;
                    return open ? Step{} : broken;
                }
                if (text[at] == '"') {
                    if (at + 1 >= text.size() && !last) return {};
                    if (at + 1 >= text.size() || text[at + 1] != '"') break;
                    ++at;
                }
                unquoted_ += text[at];
            }
            ++at;  // the closing quote
            cells.push_back(std::string_view(unquoted_).substr(begin));
            const bool after_return = at < text.size() && text[at] == '\r';
            if (after_return && at + 1 >= text.size() && !last) return {};
            if (after_return && (at + 1 >= text.size() || text[at + 1] == '\n')) ++at;
        } else {
            std::size_t end = at;
            while (end < text.size() && text[end] != separator && text[end] != '\n') ++end;
            if (end >= text.size() && !last) return {};
            const bool line_end = end >= text.size() || text[end] == '\n';
            const std::size_t size = line_end ? without_return(text, end) : end;
            cells.push_back(text.substr(at, std::max(size, at) - at));
            at = end;
        }
        if (at >= text.size()) return last ? Step{State::Record, at, at} : Step{};
        if (text[at] == '\n') return {State::Record, at + 1, without_return(text, at)};
        if (text[at] != separator) return broken;
        ++at;
    }
}

char guess_separator(std::string_view line) {
    char best = ',';
    std::size_t most = 0;
    // On a tie the rarer one: decimals may have commas.
    for (const char separator : {'\t', ';', ','}) {
        std::size_t count = 0;
        bool inside = false;
        for (const char letter : line) {
            if (letter == '"') inside = !inside;
            count += !inside && letter == separator ? 1 : 0;
        }
        if (count > most) {
            most = count;
            best = separator;
        }
    }
    return best;
}

}  // namespace picket
