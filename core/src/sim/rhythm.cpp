// See rhythm.h.
#include "sim/rhythm.h"

#include "sim/chance.h"

namespace picket::sim {
namespace {

constexpr int kMondayOffset = 3;  // 1970-01-01 was a Thursday

double percent_at(const DayShape& day, const DayShape& next, int hour) {
    return hour < 24 ? day.hours[static_cast<std::size_t>(hour)] : next.hours[0];
}

}  // namespace

Calendar calendar(std::int64_t local_slot) {
    const std::int64_t day = floor_div(local_slot, kSlotsPerDay);
    const std::int64_t from_monday = day + kMondayOffset;
    return {day, static_cast<int>(from_monday - floor_div(from_monday, 7) * 7),
            static_cast<int>(local_slot - day * kSlotsPerDay)};
}

const DayShape& day_shape(const WeekShape& shape, int weekday) {
    return weekday < 5 ? shape.workday : weekday == 5 ? shape.saturday : shape.sunday;
}

double busy(const WeekShape& shape, const Calendar& at) {
    const DayShape& day = day_shape(shape, at.weekday);
    const DayShape& next = day_shape(shape, at.weekday == 6 ? 0 : at.weekday + 1);
    const int hour = at.slot / static_cast<int>(kSlotsPerHour);
    const double into = (at.slot - hour * static_cast<int>(kSlotsPerHour)) *
                        (1.0 / static_cast<double>(kSlotsPerHour));
    const double here = percent_at(day, next, hour);
    return (here + (percent_at(day, next, hour + 1) - here) * into) * 0.01;
}

// Each hour counts by the mean of its two ends, so the sums of days and of the week are sums of
// whole percents.
double busy_hours(const WeekShape& shape, std::int64_t local_slot) {
    const Calendar at = calendar(local_slot);
    double days[7];
    double week = 0;
    for (int weekday = 0; weekday < 7; ++weekday) {
        const DayShape& day = day_shape(shape, weekday);
        const DayShape& next = day_shape(shape, weekday == 6 ? 0 : weekday + 1);
        double sum = 0;
        for (int hour = 0; hour < 24; ++hour)
            sum += (percent_at(day, next, hour) + percent_at(day, next, hour + 1)) * 0.5;
        days[weekday] = sum;
        week += sum;
    }
    const std::int64_t from_monday = at.day + kMondayOffset;
    double total = week * static_cast<double>(floor_div(from_monday, 7));
    for (int weekday = 0; weekday < at.weekday; ++weekday) total += days[weekday];
    const DayShape& day = day_shape(shape, at.weekday);
    const DayShape& next = day_shape(shape, at.weekday == 6 ? 0 : at.weekday + 1);
    const int hour = at.slot / static_cast<int>(kSlotsPerHour);
    for (int i = 0; i < hour; ++i)
        total += (percent_at(day, next, i) + percent_at(day, next, i + 1)) * 0.5;
    const double into = (at.slot - hour * static_cast<int>(kSlotsPerHour)) *
                        (1.0 / static_cast<double>(kSlotsPerHour));
    const double here = percent_at(day, next, hour);
    const double there = here + (percent_at(day, next, hour + 1) - here) * into;
    return (total + (here + there) * 0.5 * into) * 0.01;
}

}  // namespace picket::sim
