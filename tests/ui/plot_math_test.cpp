// What charts draw: thinned series, ticks, labels.
#include "chart/plot_math.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "picket/time.h"

using namespace picket;
using namespace picket::ui;

namespace {

ChartData data_of(const std::vector<ChartPoint>& points, double gap = 0) {
    return {
        points.size(), points.data(),
        [](const void* source, std::size_t i) { return static_cast<const ChartPoint*>(source)[i]; },
        gap, 1};
}

std::vector<ChartPoint> noisy(std::size_t count) {
    std::vector<ChartPoint> points;
    std::uint64_t bits = 1;
    for (std::size_t i = 0; i < count; ++i) {
        bits = bits * 6364136223846793005u + 1442695040888963407u;
        points.push_back({static_cast<double>(i), static_cast<double>(bits >> 54)});
    }
    return points;
}

}  // namespace

TEST_CASE("chart: thinning a million points keeps every extreme and fits the screen") {
    std::vector<ChartPoint> points = noisy(1'000'000);
    points[777'777].y = 1e6;
    points[222'222].y = -1e6;
    const auto columns = thin_out(data_of(points), 0, 1e6, 800);
    CHECK(columns.size() <= 802);
    double low = 0, high = 0;
    for (const ChartColumn& column : columns) {
        low = std::min(low, column.low);
        high = std::max(high, column.high);
        CHECK(column.low <= column.first);
        CHECK(column.high >= column.last);
    }
    CHECK(low == -1e6);
    CHECK(high == 1e6);
}

TEST_CASE("chart: each column has exactly the extremes of its points") {
    const std::vector<ChartPoint> points = noisy(10'000);
    const auto columns = thin_out(data_of(points), 0, 10'000, 100);
    std::size_t at = 0;
    for (const ChartColumn& column : columns) {
        double low = points[at].y, high = low;
        CHECK(column.first == points[at].y);
        while (at < points.size() && points[at].x <= column.last_x) {
            low = std::min(low, points[at].y);
            high = std::max(high, points[at].y);
            ++at;
        }
        CHECK(column.low == low);
        CHECK(column.high == high);
    }
    CHECK(at == points.size());
}

TEST_CASE("chart: few points stay as they are, and the line runs on beyond both edges") {
    const std::vector<ChartPoint> points = {{0, 1}, {10, 2}, {20, 3}, {30, 4}, {40, 5}};
    const auto columns = thin_out(data_of(points), 12, 28, 100);
    REQUIRE(columns.size() == 3);
    CHECK(columns[0].x == 10);
    CHECK(columns[1].first == 3);
    CHECK(columns[2].x == 30);
}

TEST_CASE("chart: a gap is not bridged, thinned or not") {
    std::vector<ChartPoint> points;
    for (int i = 0; i < 10'000; ++i)
        points.push_back({static_cast<double>(i < 5000 ? i : i + 3000), 1});
    for (const std::size_t columns : {std::size_t{100}, std::size_t{20'000}}) {
        const auto thin = thin_out(data_of(points, 10), 0, 13'000, columns);
        const auto parted = std::count_if(thin.begin() + 1, thin.end(),
                                          [](const ChartColumn& each) { return !each.joined; });
        CHECK(parted == 1);
    }
}

TEST_CASE("chart: nothing to draw is no problem") {
    CHECK(thin_out(data_of({}), 0, 1, 10).empty());
    const std::vector<ChartPoint> one = {{5, 5}};
    CHECK(thin_out(data_of(one), 0, 10, 10).size() == 1);
    CHECK(thin_out(data_of(one), 10, 0, 10).empty());
    CHECK(nearest_point(data_of(one), 100) == 0);
}

TEST_CASE("chart: the nearest point is found on either side") {
    const std::vector<ChartPoint> points = {{0, 0}, {10, 0}, {20, 0}};
    CHECK(nearest_point(data_of(points), -5) == 0);
    CHECK(nearest_point(data_of(points), 4) == 0);
    CHECK(nearest_point(data_of(points), 6) == 1);
    CHECK(nearest_point(data_of(points), 99) == 2);
}

TEST_CASE("chart: ticks of time stand at round moments and are never too many") {
    const double start = 1'767'225'600'000;  // 2026-01-01T00:00:00Z
    for (const double length : {5e3, 6e4, 3.6e6, 8.64e7, 6e8, 3e9, 4e10, 1e12}) {
        for (const std::size_t most : {std::size_t{3}, std::size_t{8}, std::size_t{20}}) {
            const auto ticks = time_ticks(start, start + length, most);
            CHECK(ticks.size() <= most + 1);
            if (length < 1e11) CHECK(ticks.size() >= 1);
            for (const Tick& tick : ticks) CHECK_FALSE(tick.label.empty());
        }
    }
    const auto day = time_ticks(start, start + 86'400'000, 8);
    CHECK(day.front().label == "1 Jan");
    CHECK(day.front().strong);
    CHECK(day[1].label == "03:00");
}

TEST_CASE("chart: ticks of values are 1, 2 or 5 times a power of ten") {
    const auto ticks = value_ticks(0, 237, 6);
    REQUIRE(ticks.size() >= 3);
    CHECK(ticks[0].label == "0");
    CHECK(ticks[1].label == "50");
    const auto small = value_ticks(0.001, 0.004, 4);
    CHECK(small.size() >= 3);
    CHECK(value_ticks(5, 5, 4).empty());
    CHECK(value_label(1'500'000, "bytes") == "1.5 M bytes");
    CHECK(value_label(12'000) == "12 k");
    CHECK(value_label(150) == "150");
}
