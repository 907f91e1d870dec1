// Days and weeks: the local calendar of a slot, and how busy an hour of the week is.
#pragma once

#include <array>
#include <cstdint>

#include "picket/time.h"

namespace picket::sim {

// A slot is five minutes, numbered since 1970-01-01T00:00:00Z. What is measured in it is stamped
// with its end.
inline constexpr std::int64_t kSlotMs = 5 * kMinute;
inline constexpr std::int64_t kSlotsPerHour = 12;
inline constexpr std::int64_t kSlotsPerDay = 288;

constexpr Timestamp slot_start(std::int64_t slot) { return {slot * kSlotMs}; }
constexpr Timestamp slot_end(std::int64_t slot) { return {(slot + 1) * kSlotMs}; }
// The first slot that begins at `time` or later: what is switched on at `time` acts from there on.
constexpr std::int64_t slot_from(Timestamp time) {
    const std::int64_t slot = time.ms / kSlotMs;
    return slot * kSlotMs < time.ms ? slot + 1 : slot;
}

struct Calendar {
    std::int64_t day = 0;  // since 1970-01-01
    int weekday = 0;       // 0: Monday
    int slot = 0;          // of the day
};
Calendar calendar(std::int64_t local_slot);

// Percent of the busiest hour, by the hour of the local day.
struct DayShape {
    std::array<std::uint8_t, 24> hours;
};
struct WeekShape {
    DayShape workday;
    DayShape saturday;
    DayShape sunday;
};

const DayShape& day_shape(const WeekShape& shape, int weekday);
// 0 to 1, without jumps: each hour's figure holds at its beginning, midnight's at the next day's.
double busy(const WeekShape& shape, const Calendar& at);

// The sum of busy() from the Monday before slot 0 to a slot, in hours of full activity; rises
// forever. What a meter that never resets would show of an average device.
double busy_hours(const WeekShape& shape, std::int64_t local_slot);

}  // namespace picket::sim
