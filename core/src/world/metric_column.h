// Columns of metric values: one series, six hours, packed. What is measured again and again costs
// one to three bytes a value, whatever else there is costs more and is kept as exactly. The bytes
// follow from the values alone, not from the order in which they came.
#pragma once

#include <string>
#include <vector>

#include "picket/model/metric_value.h"

namespace picket {

// Checkpoints are kept at the same moments, so that a column that is over is shared by all of them.
inline constexpr std::int64_t kColumnMs = 6 * kHour;

// The begin of the column that a moment falls into; the moment itself belongs to it.
Timestamp column_start(Timestamp time);

// `start` is the column's begin. A value of that very time is replaced.
void put_value(Timestamp start, Timestamp time, const MetricValue& value, MetricColumn& column);

// Oldest first.
std::vector<MetricPoint> values_of(Timestamp start, const MetricColumn& column);

}  // namespace picket
