// Which column of a file, or member of its JSON objects, has what: from the mapping, from names
// that are usual, and for files without a header from what stands in the first row.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "picket/recording.h"

namespace picket {

inline constexpr std::size_t kNoColumn = SIZE_MAX;

struct Columns {
    // Places among the names that were given; kNoColumn when there is none.
    std::size_t thing = kNoColumn;
    std::size_t time = kNoColumn;
    std::size_t metric = kNoColumn;
    std::size_t value = kNoColumn;
    // By place: the metric that a column is, or empty. Only when no column has values.
    std::vector<std::string> metrics;
};

// `cells` are of the first row of data; `named` says that the file has the names itself.
Result<Columns> find_columns(const RecordingMapping& mapping, const std::vector<std::string>& names,
                             const std::vector<std::string>& cells, bool named);

// Whether a column of this name, met later, is a metric: what the mapping says, or else what a
// first value looks like. Empty when it is not.
std::string metric_of_column(const RecordingMapping& mapping, std::string_view name,
                             std::string_view cell);

// Whether a row of cells can only be names: no number and no time among them.
bool looks_like_header(const std::vector<std::string>& cells);

}  // namespace picket
