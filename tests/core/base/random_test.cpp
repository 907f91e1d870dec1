// Random streams are pinned, separate, and as even as the interface promises.
#include "base/random.h"

#include <doctest/doctest.h>

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

using namespace picket;

TEST_CASE("random: splitmix64 and xoshiro256** give the values of their reference code") {
    std::uint64_t state = 1234567;
    CHECK(splitmix64(state) == 6457827717110365317u);
    CHECK(splitmix64(state) == 3203168211198807973u);
    CHECK(splitmix64(state) == 9817491932198370423u);
    Random random(Random::State{1, 2, 3, 4});
    for (const std::uint64_t expected : {11520u, 0u, 1509978240u}) CHECK(random.next() == expected);
    CHECK(random.next() == 1215971899390074240u);
}

TEST_CASE("random: a named stream is pinned") {
    Random random(7, "fleet");
    CHECK(random.next() == 3040509571167687307u);
    CHECK(random.next() == 727320933088767503u);
    CHECK(random.below(1000) == 75u);
    CHECK(random.between(-50, 50) == -39);
}

TEST_CASE("random: streams differ by seed and by name, and continue from their state") {
    CHECK(Random(1, "a").next() != Random(1, "b").next());
    CHECK(Random(1, "a").next() != Random(2, "a").next());
    CHECK(Random(0, "").next() != 0);
    Random random(1, "a");
    random.next();
    Random copy(random.state());
    CHECK(copy == random);
    CHECK(copy.next() == random.next());
}

TEST_CASE("random: below is even") {
    // Chi-square against the uniform distribution; 1.5 times the degrees of freedom plus 30 is far
    // beyond chance.
    for (const std::uint64_t n : {1u, 2u, 3u, 5u, 6u, 7u, 10u, 33u, 100u, 129u}) {
        CAPTURE(n);
        Random random(n, "even");
        std::vector<std::uint64_t> counts(n);
        const std::uint64_t expected = 2000;
        for (std::uint64_t i = 0; i < n * expected; ++i) {
            const std::uint64_t drawn = random.below(n);
            REQUIRE(drawn < n);
            ++counts[drawn];
        }
        std::uint64_t square_sum = 0;
        for (const std::uint64_t count : counts) {
            const std::uint64_t off = count > expected ? count - expected : expected - count;
            square_sum += off * off;
        }
        CHECK(2 * square_sum <= expected * (3 * n + 60));
    }
}

TEST_CASE("random: below is even where a remainder would not be") {
    // For n = 3/4 of 2^64, taking the remainder would draw the lower third twice as often.
    const std::uint64_t n = std::uint64_t{3} << 62;
    Random random(4, "large");
    std::array<int, 3> counts{};
    for (int i = 0; i < 30000; ++i) ++counts[random.below(n) / (std::uint64_t{1} << 62)];
    for (const int count : counts) {
        CHECK(count > 9500);
        CHECK(count < 10500);
    }
}

TEST_CASE("random: between includes both ends and any width") {
    Random random(5, "between");
    std::map<std::int64_t, int> seen;
    for (int i = 0; i < 1000; ++i) ++seen[random.between(-2, 2)];
    CHECK(seen.size() == 5);
    CHECK(seen.begin()->first == -2);
    CHECK(seen.rbegin()->first == 2);
    CHECK(random.between(9, 9) == 9);
    bool negative = false;
    bool positive = false;
    for (int i = 0; i < 100; ++i) {
        const std::int64_t drawn = random.between(INT64_MIN, INT64_MAX);
        (drawn < 0 ? negative : positive) = true;
        CHECK(random.between(INT64_MAX - 1, INT64_MAX) >= INT64_MAX - 1);
        CHECK(random.between(INT64_MIN, INT64_MIN + 1) <= INT64_MIN + 1);
    }
    CHECK(negative);
    CHECK(positive);
}

TEST_CASE("random: chance follows its ratio") {
    Random random(6, "chance");
    int hits = 0;
    for (int i = 0; i < 20000; ++i) hits += random.chance(Ratio{1, 20}) ? 1 : 0;
    CHECK(hits > 880);
    CHECK(hits < 1120);
    for (int i = 0; i < 100; ++i) {
        CHECK_FALSE(random.chance({0, 5}));
        CHECK(random.chance({5, 5}));
        CHECK(random.chance({9, 5}));
    }
}

TEST_CASE("random: shuffle gives every order alike, and keeps the items") {
    Random random(8, "shuffle");
    std::map<std::string, int> orders;
    for (int i = 0; i < 24000; ++i) {
        std::string items = "abcd";
        random.shuffle(items);
        ++orders[items];
    }
    CHECK(orders.size() == 24);
    for (const auto& order : orders) {
        CAPTURE(order.first);
        CHECK(order.second > 850);
        CHECK(order.second < 1150);
    }
}

TEST_CASE("random: pick reaches every index and no other") {
    Random random(9, "pick");
    std::array<int, 6> counts{};
    for (int i = 0; i < 600; ++i) ++counts.at(random.pick(counts.size()));
    for (const int count : counts) CHECK(count > 0);
}
