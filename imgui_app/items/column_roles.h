// What the columns of a file are taken for, and the mapping that says so. A mapping that was
// guessed becomes one that says everything as soon as one column is changed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "picket/model/recording.h"

namespace picket::ui {

enum class ColumnRole : std::uint8_t { Ignored, Thing, Time, Metric, Value, OwnMetric };

struct ColumnUse {
    std::string column;
    ColumnRole role = ColumnRole::Ignored;
    std::string metric;  // of columns that are a metric each
    bool operator==(const ColumnUse&) const = default;
};

std::vector<ColumnUse> column_uses(const ReadReport& report, const RecordingMapping& mapping);

// Gives a column a role. Things, times, metrics and values have one column each, and a file has
// either a column of values or columns that are metrics; what no longer fits is ignored.
void give_role(std::vector<ColumnUse>& uses, std::size_t column, ColumnRole role);

// The mapping with these columns; all else of it stays.
RecordingMapping mapping_of(const std::vector<ColumnUse>& uses, RecordingMapping mapping);

}  // namespace picket::ui
