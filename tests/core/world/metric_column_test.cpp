// Columns of metric values against a map of them: whatever is measured comes back as it was, the
// bytes do not tell in which order it came, and regular counts take little room.
#include "world/metric_column.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <limits>
#include <map>

#include "base/random.h"
#include "world/image.h"

using namespace picket;

namespace {

constexpr Timestamp kFrom = {1'767'225'600'000};

MetricValue count_value(std::int64_t count) {
    MetricValue value;
    value.count = count;
    return value;
}
MetricValue number_value_of(double number) {
    MetricValue value;
    value.number = number;
    return value;
}

MetricValue any_value(Random& random) {
    MetricValue value;
    switch (random.between(0, 9)) {
    case 0:
        return count_value(random.between(0, 1) == 0 ? std::numeric_limits<std::int64_t>::min()
                                                     : std::numeric_limits<std::int64_t>::max());
    case 1:
        return number_value_of(static_cast<double>(random.between(-1000, 1000)) / 7);
    case 2:
        return number_value_of(std::numeric_limits<double>::denorm_min());
    case 3:
        value.ports = {22, random.between(0, 65535)};
        return value;
    case 4:
        value.cidrs = {"192.0.2.0/24", "2001:db8::/32"};
        return value;
    case 5:
        value.strings.emplace();
        return value;
    case 6:  // no request may have both, and nothing of it is lost
        value.count = 1;
        value.number = 2.5;
        return value;
    default:
        return count_value(random.between(0, std::int64_t{1} << random.between(0, 62)));
    }
}

MetricColumn column_of(const std::vector<MetricPoint>& points) {
    MetricColumn column;
    for (const MetricPoint& point : points) put_value(kFrom, point.time, point.value, column);
    return column;
}

}  // namespace

TEST_CASE("metric column: the values of any order come back, with the same bytes") {
    for (int run = 0; run < 200; ++run) {
        CAPTURE(run);
        Random random(run, "metric column");
        std::vector<MetricPoint> points;
        std::map<Timestamp, MetricValue> wanted;
        const std::int64_t grid = run % 3 == 0 ? 1 : run % 3 == 1 ? 1000 : 300'000;
        for (std::int64_t i = random.between(0, 80); i > 0; --i) {
            const Timestamp time = kFrom + random.between(0, (kColumnMs - 1) / grid) * grid;
            points.push_back({time, any_value(random)});
            wanted[time] = points.back().value;
        }
        const MetricColumn column = column_of(points);
        const auto read = values_of(kFrom, column);
        CHECK(std::equal(read.begin(), read.end(), wanted.begin(), wanted.end(),
                         [](const MetricPoint& point, const auto& each) {
                             return point.time == each.first && point.value == each.second;
                         }));
        CHECK(column_of(read) == column);
        std::vector<MetricPoint> backwards(read.rbegin(), read.rend());
        CHECK(column_of(backwards) == column);
    }
}

TEST_CASE("metric column: a count every five minutes takes a byte or two, nothing much more") {
    const auto bytes = [](auto&& value, std::int64_t jitter_ms) {
        Random random(7, "metric column size");
        MetricColumn column;
        for (std::int64_t i = 0; i < 72; ++i) {
            const Timestamp time = kFrom + i * 300'000 + random.between(0, jitter_ms);
            put_value(kFrom, time, value(random), column);
        }
        return static_cast<double>(column.bytes.size()) / 72;
    };
    const auto few = [](Random& random) { return count_value(random.between(20, 80)); };
    const auto many = [](Random& random) { return count_value(random.between(50'000, 60'000)); };
    const auto number = [](Random& random) {
        return number_value_of(static_cast<double>(random.next()) / 3);
    };
    CHECK(bytes(few, 0) < 1.1);
    CHECK(bytes(many, 0) < 2.6);
    CHECK(bytes(number, 0) < 9.1);
    CHECK(bytes(number, 200'000) <= 13);
}

TEST_CASE("metric column: columns begin at multiples of six hours, and each moment is in one") {
    CHECK(column_start(kFrom) == kFrom);
    CHECK(column_start(kFrom + kColumnMs - 1) == kFrom);
    CHECK(column_start(kFrom + kColumnMs) == kFrom + kColumnMs);
    CHECK(column_start(Timestamp{-1}) == Timestamp{-kColumnMs});
    CHECK(column_start(Timestamp{-kColumnMs}) == Timestamp{-kColumnMs});
}

TEST_CASE("metric column: bytes that nobody wrote end the column, and no more") {
    Random random(1, "damaged columns");
    for (int run = 0; run < 2000; ++run) {
        MetricColumn column;
        for (std::int64_t i = random.between(0, 30); i > 0; --i)
            column.bytes += static_cast<char>(random.between(0, 255));
        CHECK(values_of(kFrom, column).size() <= column.bytes.size());
    }
}

TEST_CASE("metric column: steps of a damaged image lead nowhere, and do no harm") {
    MetricColumn column;
    for (int i = 0; i < 3; ++i) {
        column.bytes += '\xF8';
        append_number(static_cast<std::uint64_t>(INT64_MAX), column.bytes);
        column.bytes += '\0';  // a count like the one before
    }
    CHECK(values_of({INT64_MAX}, column).size() == 3);
}
