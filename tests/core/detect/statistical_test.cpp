// Percentiles by hand, and against a plain definition over random fleets.
#include "detect/statistical.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "base/random.h"

namespace picket {
namespace {

double ranked(std::vector<double> values, std::int64_t share) {
    const auto found = percentile(values, share, Interpolation::NearestRank);
    REQUIRE(found.has_value());
    return *found;
}
double linear(std::vector<double> values, std::int64_t share) {
    const auto found = percentile(values, share, Interpolation::Linear);
    REQUIRE(found.has_value());
    return *found;
}

}  // namespace

TEST_CASE("statistical: the eleven statistics have their shares, and no other text has") {
    const std::pair<std::string, std::int64_t> known[] = {
        {"p0", 0},       {"p0.01", 1},     {"p0.1", 10},    {"p1", 100},
        {"p10", 1000},   {"p50", 5000},    {"p90", 9000},   {"p99", 9900},
        {"p99.9", 9990}, {"p99.99", 9999}, {"p100", 10000}, {"p2.5", 250}};
    for (const auto& [text, share] : known) {
        CAPTURE(text);
        CHECK(share_of_statistic(text) == share);
    }
    for (const auto text : {"", "p", "90", "p101", "p-1", "p0.001", "p1.x", "px"}) {
        CAPTURE(text);
        CHECK_FALSE(share_of_statistic(text).has_value());
    }
}

TEST_CASE("statistical: few devices, by hand") {
    const std::vector<double> ten = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
    CHECK(ranked(ten, 9000) == 9);
    CHECK(ranked(ten, 9900) == 10);
    CHECK(ranked(ten, 5000) == 5);
    CHECK(ranked(ten, 0) == 1);
    CHECK(ranked(ten, 10000) == 10);
    CHECK(linear(ten, 5000) == 5.5);
    CHECK(linear(ten, 9000) == doctest::Approx(9.1));
    CHECK(linear(ten, 10000) == 10);
    // With three devices the p90 is the maximum.
    CHECK(ranked({5, 7, 100}, 9000) == 100);
    CHECK(ranked({7}, 100) == 7);
    CHECK(linear({7}, 100) == 7);
}

TEST_CASE("statistical: no percentile without values, or with a negative one") {
    std::vector<double> none;
    CHECK_FALSE(percentile(none, 5000, Interpolation::NearestRank).has_value());
    std::vector<double> negative = {1, -0.5, 2};
    CHECK_FALSE(percentile(negative, 5000, Interpolation::NearestRank).has_value());
}

TEST_CASE("statistical: at least the share of values lies at or below the nearest rank") {
    Random random(7, "statistical");
    for (int round = 0; round < 500; ++round) {
        CAPTURE(round);
        std::vector<double> values;
        const std::int64_t count = random.between(1, 60);
        for (std::int64_t i = 0; i < count; ++i)
            values.push_back(static_cast<double>(random.between(0, 20)));
        const std::int64_t share = random.between(0, 10000);
        const double found = ranked(values, share);
        const auto at_or_below = std::count_if(values.begin(), values.end(),
                                               [&](double v) { return v <= found; });
        const auto below = std::count_if(values.begin(), values.end(),
                                         [&](double v) { return v < found; });
        CHECK(at_or_below * 10000 >= share * count);
        CHECK((below == 0 || below * 10000 < share * count));
        const double between = linear(values, share);
        CHECK(between >= *std::min_element(values.begin(), values.end()));
        CHECK(between <= *std::max_element(values.begin(), values.end()));
    }
}

}  // namespace picket
