// Rows of a CSV file: the first says what the columns are, the rest are taken in.
#pragma once

#include "recordings/columns.h"
#include "recordings/csv.h"
#include "recordings/intake.h"

namespace picket {

class CsvRows {
public:
    CsvRows(const RecordingMapping& mapping, Intake& intake) : mapping_(mapping), intake_(intake) {}

    void set_separator(char separator);
    // Takes what it can from the start of the text; 0 bytes when it needs more. `line` is the
    // number of the first line.
    Result<std::size_t> take(std::string_view text, bool last, std::int64_t line);

private:
    Refusal record(std::string_view text, std::int64_t line, bool cut);
    Refusal settle(std::int64_t line);
    void settle_columns();

    const RecordingMapping& mapping_;
    Intake& intake_;
    CsvSplitter splitter_;
    std::vector<std::string> names_;
    bool named_ = false;
    bool settled_ = false;
    Columns columns_;
    std::vector<std::uint32_t> series_;       // by place: of columns that are metrics
    std::vector<std::size_t> series_places_;  // the places of those
};

}  // namespace picket
