// Time texts and the calendar.
#include "picket/time.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/random.h"

using namespace picket;

namespace {

constexpr std::string_view kRefused[] = {"",
                                         " ",
                                         "-",
                                         ".",
                                         "Z",
                                         "now",
                                         "null",
                                         "1e9",
                                         "1.767225600E9",
                                         "0x10",
                                         "+5",
                                         "--5",
                                         "5.",
                                         ".5",
                                         "1.2.3",
                                         "1 ",
                                         " 1",
                                         "1,5",
                                         "1.1234567890",
                                         "1234567890123",
                                         "253402300800",
                                         "-62135596800.001",
                                         "99999999999999999999999999",
                                         "2026-00-01",
                                         "2026-13-01",
                                         "2026-01-00",
                                         "2026-01-32",
                                         "2026-04-31",
                                         "2026-02-29",
                                         "1900-02-29",
                                         "2100-02-29",
                                         "0000-01-01",
                                         "2026-1-1",
                                         "2026-01",
                                         "2026-",
                                         "26-01-01",
                                         "2026/01/01",
                                         "2026-01-01 ",
                                         "12026-01-01",
                                         "-2026-01-01",
                                         "2026-01-0a",
                                         "2026-01-01T",
                                         "2026-01-01T00:00:00",
                                         "2026-01-01 00:00:00Z",
                                         "2026-01-01t00:00:00Z",
                                         "2026-01-01T00:00:00z",
                                         "2026-01-01T00:00Z",
                                         "2026-01-01T24:00:00Z",
                                         "2026-01-01T00:60:00Z",
                                         "2026-01-01T23:59:60Z",
                                         "2026-01-01T0:00:00Z",
                                         "2026-01-01T000000Z",
                                         "2026-01-01T00:00:00.Z",
                                         "2026-01-01T00:00:00.1234567890Z",
                                         "2026-01-01T00:00:00,5Z",
                                         "2026-01-01T00:00:00ZZ",
                                         "2026-01-01T00:00:00+8",
                                         "2026-01-01T00:00:00+08",
                                         "2026-01-01T00:00:00+08:0",
                                         "2026-01-01T00:00:00+24:00",
                                         "2026-01-01T00:00:00+08:60",
                                         "2026-01-01T00:00:00+08:00Z",
                                         "2026-01-01T00:00:00 +08:00",
                                         "2026-01-01T00:00:00Z\n",
                                         "0001-01-01T00:00:00+00:01",
                                         "9999-12-31T23:59:59-00:01",
                                         "2026-W01-1",
                                         "2026-001"};

}  // namespace

TEST_CASE("time: accepted texts") {
    struct Row {
        std::string_view text;
        std::int64_t ms;
    };
    const Row rows[] = {
        {"1970-01-01T00:00:00Z", 0},
        {"2026-01-01T00:00:00Z", 1767225600000},
        {"2026-01-01", 1767225600000},
        {"2026-01-01T08:00:00+08:00", 1767225600000},
        {"2025-12-31T16:00:00-08:00", 1767225600000},
        {"2026-01-01T00:00:00+0000", 1767225600000},
        {"2026-01-01T05:30:00+0530", 1767225600000},
        {"2026-01-01T00:00:00-00:00", 1767225600000},
        {"2026-01-01T00:00:00.1Z", 1767225600100},
        {"2026-01-01T00:00:00.25+00:00", 1767225600250},
        {"2026-01-01T00:00:00.123Z", 1767225600123},
        {"2026-01-01T00:00:00.123999999Z", 1767225600123},
        {"2026-01-01T23:59:59.999Z", 1767311999999},
        {"2024-02-29T12:00:00Z", 1709208000000},
        {"2000-02-29", 951782400000},
        {"1969-12-31T23:59:59.999Z", -1},
        {"1900-03-01", -2203891200000},
        {"0001-01-01T00:00:00Z", -62135596800000},
        {"9999-12-31T23:59:59.999Z", 253402300799999},
        {"0", 0},
        {"1767225600", 1767225600000},
        {"1767225600.25", 1767225600250},
        {"1767225600.123456789", 1767225600123},
        {"-1", -1000},
        {"-0.001", -1},
        {"2026", 2026000},
        {"20260101", 20260101000},
        {"-62135596800", -62135596800000},
        {"253402300799.999", 253402300799999},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        const std::optional<Timestamp> time = parse_time(row.text);
        REQUIRE(time.has_value());
        CHECK(time->ms == row.ms);
    }
}

TEST_CASE("time: refused texts") {
    for (const std::string_view text : kRefused) {
        CAPTURE(text);
        CHECK_FALSE(parse_time(text).has_value());
    }
    const std::string_view with_zero_byte("2026-01-01\0", 11);
    CHECK_FALSE(parse_time(with_zero_byte).has_value());
}

TEST_CASE("time: a random time comes back from its text") {
    Random random(1, "time");
    for (int i = 0; i < 20000; ++i) {
        Timestamp time{random.between(kTimestampMin.ms, kTimestampMax.ms)};
        if (random.chance({1, 3})) time.ms -= time.ms % 1000;
        const std::string text = to_iso(time);
        CAPTURE(text);
        REQUIRE(parse_time(text) == time);
        REQUIRE(text.size() == (time.ms % 1000 == 0 ? 20u : 24u));
    }
}

TEST_CASE("time: texts order as times do") {
    Random random(2, "time");
    for (int i = 0; i < 5000; ++i) {
        const Timestamp left{random.between(kTimestampMin.ms, kTimestampMax.ms) / 1000 * 1000};
        const Timestamp right{random.between(kTimestampMin.ms, kTimestampMax.ms) / 1000 * 1000};
        REQUIRE((left < right) == (to_iso(left) < to_iso(right)));
    }
}

TEST_CASE("time: every day of four centuries follows the one before") {
    const int month_lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    Date date{1900, 1, 1};
    std::int64_t days = -25567;
    while (date.year < 2300) {
        REQUIRE(days_from_date(date) == days);
        REQUIRE(date_from_days(days) == date);
        const bool leap = date.year % 400 == 0 || (date.year % 4 == 0 && date.year % 100 != 0);
        const int length = month_lengths[date.month - 1] + (date.month == 2 && leap ? 1 : 0);
        ++days;
        if (++date.day <= length) continue;
        date.day = 1;
        if (++date.month <= 12) continue;
        date.month = 1;
        ++date.year;
    }
}

TEST_CASE("time: prints milliseconds only when there are any, and stays in range") {
    CHECK(to_iso({1767225600000}) == "2026-01-01T00:00:00Z");
    CHECK(to_iso({1767225600007}) == "2026-01-01T00:00:00.007Z");
    CHECK(to_iso({-1}) == "1969-12-31T23:59:59.999Z");
    CHECK(to_iso({INT64_MIN}) == "0001-01-01T00:00:00Z");
    CHECK(to_iso({INT64_MAX}) == "9999-12-31T23:59:59.999Z");
}

TEST_CASE("time: durations are milliseconds") {
    const Timestamp start = *parse_time("2026-01-01");
    CHECK(to_iso(start + kDay + 2 * kHour + 3 * kMinute + 4 * kSecond + 5 * kMillisecond) ==
          "2026-01-02T02:03:04.005Z");
    CHECK((start + kHour) - start == kHour);
    CHECK(start - kDay < start);
    CHECK(start + 0 == start);
}
