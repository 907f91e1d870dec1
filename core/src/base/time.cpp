// Calendar arithmetic and the text forms of Timestamp.
#include "picket/time.h"
#include "picket/ascii.h"

#include <algorithm>
#include <cstddef>

namespace picket {
namespace {

constexpr int kDaysInMonth[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
constexpr std::int64_t kDaysIn400Years = 146097;
// Counting days from 0000-03-01 puts the leap day last in its year, so no month needs a special
// case.
constexpr std::int64_t kDaysFromMarch0000To1970 = 719468;

bool is_leap_year(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

int days_in_month(int year, int month) {
    return month == 2 && is_leap_year(year) ? 29 : kDaysInMonth[month - 1];
}

std::int64_t floor_divide(std::int64_t value, std::int64_t by) {
    return value / by - (value % by < 0 ? 1 : 0);
}

void append_padded(std::string& out, std::int64_t value, int digits) {
    std::string text(static_cast<std::size_t>(digits), '0');
    for (std::size_t i = text.size(); i-- > 0; value /= 10) {
        text[i] = static_cast<char>('0' + value % 10);
    }
    out += text;
}

// Reads from the front of a text; a failed read leaves nothing useful behind, so callers give up
// then.
class Cursor {
public:
    explicit Cursor(std::string_view text) : rest_(text) {}

    bool at_end() const { return rest_.empty(); }
    bool take(char wanted) {
        if (rest_.empty() || rest_.front() != wanted) return false;
        rest_.remove_prefix(1);
        return true;
    }
    // Exactly `digits` digits with a value in [low, high].
    bool take_number(std::size_t digits, int low, int high, int& out) {
        if (rest_.size() < digits) return false;
        out = 0;
        for (std::size_t i = 0; i < digits; ++i) {
            if (!ascii::is_digit(rest_[i])) return false;
            out = out * 10 + (rest_[i] - '0');
        }
        rest_.remove_prefix(digits);
        return out >= low && out <= high;
    }
    // Between 1 and `digits_max` digits.
    bool take_integer(std::size_t digits_max, std::int64_t& out) {
        std::size_t count = 0;
        out = 0;
        for (; count < rest_.size() && ascii::is_digit(rest_[count]); ++count) {
            if (count == digits_max) return false;
            out = out * 10 + (rest_[count] - '0');
        }
        rest_.remove_prefix(count);
        return count > 0;
    }
    // "" or "." and 1 to 9 digits, of which the first three count.
    bool take_fraction(std::int64_t& ms) {
        ms = 0;
        if (!take('.')) return true;
        const std::string_view digits = rest_;
        std::int64_t ignored = 0;
        if (!take_integer(9, ignored)) return false;
        const std::size_t count = digits.size() - rest_.size();
        for (std::size_t i = 0; i < 3; ++i) ms = ms * 10 + (i < count ? digits[i] - '0' : 0);
        return true;
    }

private:
    std::string_view rest_;
};

std::optional<Timestamp> in_range(std::int64_t ms) {
    const Timestamp time{ms};
    if (time < kTimestampMin || time > kTimestampMax) return std::nullopt;
    return time;
}

std::optional<Timestamp> parse_epoch_seconds(std::string_view text) {
    Cursor cursor(text);
    const bool negative = cursor.take('-');
    std::int64_t seconds = 0;
    std::int64_t ms = 0;
    if (!cursor.take_integer(12, seconds) || !cursor.take_fraction(ms) || !cursor.at_end()) {
        return std::nullopt;
    }
    ms += seconds * kSecond;
    return in_range(negative ? -ms : ms);
}

bool take_date(Cursor& cursor, Date& date) {
    return cursor.take_number(4, 1, 9999, date.year) && cursor.take('-') &&
           cursor.take_number(2, 1, 12, date.month) && cursor.take('-') &&
           cursor.take_number(2, 1, days_in_month(date.year, date.month), date.day);
}

bool take_time_of_day(Cursor& cursor, std::int64_t& ms) {
    int hour = 0;
    int minute = 0;
    int second = 0;
    if (!cursor.take_number(2, 0, 23, hour) || !cursor.take(':') ||
        !cursor.take_number(2, 0, 59, minute) || !cursor.take(':') ||
        !cursor.take_number(2, 0, 59, second) || !cursor.take_fraction(ms)) {
        return false;
    }
    ms += hour * kHour + minute * kMinute + second * kSecond;
    return true;
}

bool take_offset(Cursor& cursor, std::int64_t& ms) {
    ms = 0;
    if (cursor.take('Z')) return true;
    const bool west = cursor.take('-');
    if (!west && !cursor.take('+')) return false;
    int hour = 0;
    int minute = 0;
    if (!cursor.take_number(2, 0, 23, hour)) return false;
    cursor.take(':');
    if (!cursor.take_number(2, 0, 59, minute)) return false;
    ms = (hour * kHour + minute * kMinute) * (west ? -1 : 1);
    return true;
}

}  // namespace

std::int64_t days_from_date(const Date& date) {
    const std::int64_t year = date.year - (date.month <= 2 ? 1 : 0);
    const std::int64_t era = floor_divide(year, 400);
    const std::int64_t year_of_era = year - era * 400;
    const std::int64_t month_from_march = (date.month + 9) % 12;
    const std::int64_t day_of_year = (153 * month_from_march + 2) / 5 + date.day - 1;
    const std::int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 +
                                    day_of_year;
    return era * kDaysIn400Years + day_of_era - kDaysFromMarch0000To1970;
}

Date date_from_days(std::int64_t days) {
    days += kDaysFromMarch0000To1970;
    const std::int64_t era = floor_divide(days, kDaysIn400Years);
    const std::int64_t day_of_era = days - era * kDaysIn400Years;
    const std::int64_t year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 -
                                      day_of_era / 146096) /
                                     365;
    const std::int64_t day_of_year = day_of_era -
                                     (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const std::int64_t month_from_march = (5 * day_of_year + 2) / 153;
    const std::int64_t day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    const std::int64_t month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
    const std::int64_t year = year_of_era + era * 400 + (month <= 2 ? 1 : 0);
    return {static_cast<int>(year), static_cast<int>(month), static_cast<int>(day)};
}

std::string to_iso(Timestamp time) {
    const std::int64_t ms = std::clamp(time, kTimestampMin, kTimestampMax).ms;
    const std::int64_t days = floor_divide(ms, kDay);
    const std::int64_t of_day = ms - days * kDay;
    const Date date = date_from_days(days);
    std::string out;
    append_padded(out, date.year, 4);
    out += '-';
    append_padded(out, date.month, 2);
    out += '-';
    append_padded(out, date.day, 2);
    out += 'T';
    append_padded(out, of_day / kHour, 2);
    out += ':';
    append_padded(out, of_day / kMinute % 60, 2);
    out += ':';
    append_padded(out, of_day / kSecond % 60, 2);
    if (of_day % kSecond != 0) {
        out += '.';
        append_padded(out, of_day % kSecond, 3);
    }
    out += 'Z';
    return out;
}

std::optional<Timestamp> parse_time(std::string_view text) {
    // Only a date has a dash after four digits; everything else can only be a number.
    if (text.size() < 5 || text[4] != '-') return parse_epoch_seconds(text);
    Cursor cursor(text);
    Date date;
    if (!take_date(cursor, date)) return std::nullopt;
    const std::int64_t midnight_ms = days_from_date(date) * kDay;
    if (cursor.at_end()) return in_range(midnight_ms);
    std::int64_t of_day_ms = 0;
    std::int64_t offset_ms = 0;
    if (!cursor.take('T') || !take_time_of_day(cursor, of_day_ms) ||
        !take_offset(cursor, offset_ms) || !cursor.at_end()) {
        return std::nullopt;
    }
    return in_range(midnight_ms + of_day_ms - offset_ms);
}

}  // namespace picket
