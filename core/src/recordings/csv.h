// Splits CSV into records and cells, after RFC 4180 with any of three separators. A quote counts
// only at the start of a cell; line breaks inside of quotes belong to the cell.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace picket {

// A quoted cell that goes on for longer than this was never closed.
inline constexpr std::size_t kQuotedBytesMax = 64u << 10;

class CsvSplitter {
public:
    char separator = ',';
    std::vector<std::string_view> cells;  // of the last record; valid as long as its text

    enum class State : std::uint8_t {
        Record,  // one record, with its line break if it has one
        More,    // the text ends before the record does
        Broken,  // quotes that do not fit: `used` is the first line of the record
    };
    struct Step {
        State state = State::More;
        std::size_t used = 0;  // bytes
        std::size_t size = 0;  // bytes without the line break
    };
    // The record at the start of the text; `last` says that nothing follows the text.
    Step next(std::string_view text, bool last);

private:
    Step quoted(std::string_view text, bool last);
    void split(std::string_view line);

    std::string unquoted_;  // cells with doubled quotes, as they are meant
};

// What separates the cells of a line best.
char guess_separator(std::string_view line);

}  // namespace picket
