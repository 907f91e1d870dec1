// Where windows end, and how values in them become one.
#include "detect/window.h"

#include <doctest/doctest.h>

namespace picket {
namespace {

double total_of(Aggregate aggregate, const std::vector<double>& values) {
    WindowTotal total;
    for (const double value : values) add_value(aggregate, value, 1, total);
    return value_of(aggregate, total);
}

}  // namespace

TEST_CASE("window: a moment at the end belongs to the window that ends there") {
    CHECK(window_end({300'000}, 300'000) == Timestamp{300'000});
    CHECK(window_end({300'001}, 300'000) == Timestamp{600'000});
    CHECK(window_end({1}, 300'000) == Timestamp{300'000});
    CHECK(window_end({0}, 300'000) == Timestamp{0});
    CHECK(window_end({-1}, 300'000) == Timestamp{0});
    CHECK(window_end({-300'000}, 300'000) == Timestamp{-300'000});
    // The published times of the service's own datapoints are ends of windows of five minutes.
    for (const std::int64_t seconds : {1560276600, 1573786800, 1574254500, 1582745400, 1668033900})
        CHECK(window_end({seconds * kSecond}, kSlotMs) == Timestamp{seconds * kSecond});
}

TEST_CASE("window: the five ways to put values together") {
    const std::vector<double> values = {4, 1, 7, 2};
    CHECK(total_of(Aggregate::Sum, values) == 14);
    CHECK(total_of(Aggregate::Last, values) == 2);
    CHECK(total_of(Aggregate::Largest, values) == 7);
    CHECK(total_of(Aggregate::Smallest, values) == 1);
    CHECK(total_of(Aggregate::Mean, values) == 3.5);
    CHECK(total_of(Aggregate::Largest, {-3, -5}) == -3);
    WindowTotal weighted;
    add_value(Aggregate::Mean, 100, 1, weighted);  // one message of 100 bytes
    add_value(Aggregate::Mean, 60, 3, weighted);   // three of 20
    CHECK(value_of(Aggregate::Mean, weighted) == 40);
}

TEST_CASE("window: a sliding window takes the steps it reaches back over, and forgets older ones") {
    std::vector<WindowTotal> ring(3);
    for (const std::int64_t step : {1, 2, 3, 4, 5}) {
        WindowTotal total;
        total.end = {step * kSlotMs};
        add_value(Aggregate::Sum, static_cast<double>(step), 1, total);
        ring[static_cast<std::size_t>(step % 3)] = total;
    }
    const auto sum = [&](std::int64_t from, std::int64_t to, Aggregate aggregate) {
        return sum_steps(aggregate, ring, {from * kSlotMs}, {to * kSlotMs}).value;
    };
    CHECK(sum(2, 5, Aggregate::Sum) == 12);
    CHECK(sum(3, 5, Aggregate::Sum) == 9);
    CHECK(sum(2, 5, Aggregate::Last) == 5);
    CHECK(sum(2, 4, Aggregate::Last) == 4);
    CHECK(sum(2, 5, Aggregate::Smallest) == 3);
}

}  // namespace picket
