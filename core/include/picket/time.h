// Virtual time. A Timestamp is milliseconds since 1970-01-01T00:00:00Z in UTC without leap seconds;
// durations are plain int64 milliseconds. Text covers years 0001 to 9999. No wall clock and no C
// library time: those differ between hosts.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace picket {

// Durations in milliseconds: `now + 5 * kMinute`.
inline constexpr std::int64_t kMillisecond = 1;
inline constexpr std::int64_t kSecond = 1000;
inline constexpr std::int64_t kMinute = 60 * kSecond;
inline constexpr std::int64_t kHour = 60 * kMinute;
inline constexpr std::int64_t kDay = 24 * kHour;

struct Timestamp {
    std::int64_t ms = 0;

    friend constexpr bool operator==(const Timestamp&, const Timestamp&) = default;
    friend constexpr std::strong_ordering operator<=>(Timestamp left, Timestamp right) {
        return left.ms <=> right.ms;
    }
    friend constexpr Timestamp operator+(Timestamp time, std::int64_t duration_ms) {
        return {time.ms + duration_ms};
    }
    friend constexpr Timestamp operator-(Timestamp time, std::int64_t duration_ms) {
        return {time.ms - duration_ms};
    }
    friend constexpr std::int64_t operator-(Timestamp left, Timestamp right) {
        return left.ms - right.ms;
    }
};

inline constexpr Timestamp kTimestampMin{-62135596800000};  // 0001-01-01T00:00:00Z
inline constexpr Timestamp kTimestampMax{253402300799999};  // 9999-12-31T23:59:59.999Z

// A day of the proleptic Gregorian calendar.
struct Date {
    int year = 1970;
    int month = 1;  // 1..12
    int day = 1;    // 1..31

    friend constexpr bool operator==(const Date&, const Date&) = default;
};

// Days since 1970-01-01, and back. The date must exist.
std::int64_t days_from_date(const Date& date);
Date date_from_days(std::int64_t days);

// "2026-01-01T00:00:00Z", with ".mmm" only when not zero. A time outside the range prints as the
// nearest end of it.
std::string to_iso(Timestamp time);

// Accepts "2026-01-01T08:00:00.250+08:00" (upper-case T; Z, +hh:mm or +hhmm is required; up to 9
// fractional digits, cut to milliseconds), a date alone (midnight UTC), and epoch seconds as plain
// decimals ("1767225600.25", also negative). Anything else, fields out of their range (leap seconds
// and 24:00 too) and times outside the range are refused.
std::optional<Timestamp> parse_time(std::string_view text);

}  // namespace picket
