// Windows of time in which values are put together. A window is (start, end] and ends at a multiple
// of its length since the epoch, because the service's datapoints of five minutes are stamped with
// multiples of 300 seconds. A sliding window is made of steps: it ends every step, and reaches back
// over its whole duration.
#pragma once

#include <span>

#include "picket/model/detect.h"

namespace picket {

inline constexpr std::int64_t kSlotSeconds = 300;  // of the service's own datapoints
inline constexpr std::int64_t kSlotMs = kSlotSeconds * kSecond;

// The end of the window that the moment falls into; a moment that is an end belongs to that end.
Timestamp window_end(Timestamp time, std::int64_t length_ms);

// Adds a value to what fell into the window so far. A weight other than 1 is how many measurements
// the value is the sum of, for means.
void add_value(Aggregate aggregate, double value, double weight, WindowTotal& total);

// The one value of a window.
double value_of(Aggregate aggregate, const WindowTotal& total);

// Steps of which a window is made: 1, unless it slides.
std::int64_t steps_of(const DetectRule& rule);
// What fell into the steps of the ring that end after `from` and not after `to`.
WindowTotal sum_steps(Aggregate aggregate, std::span<const WindowTotal> ring, Timestamp from,
                      Timestamp to);

}  // namespace picket
