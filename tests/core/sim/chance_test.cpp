// Numbers drawn at a place: pinned, independent of each other, and shaped as promised.
#include "sim/chance.h"

#include <doctest/doctest.h>

#include "core/sim/sim_support.h"

using namespace picket;
using namespace picket::sim;

TEST_CASE("sim chance: a draw is pinned, and depends on key, stream and index") {
    CHECK(bits_at(7, Stream::Level, 3) == bits_at(7, Stream::Level, 3));
    CHECK(bits_at(7, Stream::Level, 3) != bits_at(8, Stream::Level, 3));
    CHECK(bits_at(7, Stream::Level, 3) != bits_at(7, Stream::Phase, 3));
    CHECK(bits_at(7, Stream::Level, 3) != bits_at(7, Stream::Level, 4));
    CHECK(bits_at(7, Stream::Level, -3) != bits_at(7, Stream::Level, 3));
    // splitmix64's own second step from the state 0 of its reference code.
    CHECK(mixed(0x9e3779b97f4a7c15) == 16294208416658607535u);
}

TEST_CASE("sim chance: neighbouring draws are even and not alike") {
    std::vector<double> here, next, other;
    for (std::int64_t i = 0; i < 20'000; ++i) {
        here.push_back(unit_at(1, Stream::Events, i));
        next.push_back(unit_at(1, Stream::Events, i + 1));
        other.push_back(unit_at(1, Stream::Commands, i));
    }
    CHECK(mean(here) == doctest::Approx(0.5).epsilon(0.01));
    CHECK(quantile(here, 0.1) == doctest::Approx(0.1).epsilon(0.06));
    CHECK(std::abs(correlation(here, next)) < 0.02);
    CHECK(std::abs(correlation(here, other)) < 0.02);
}

TEST_CASE("sim chance: counts have the mean asked for, and the spread of chance") {
    for (const double wanted : {0.02, 0.5, 2.0, 7.9, 8.0, 40.0, 900.0}) {
        CAPTURE(wanted);
        std::vector<double> counts;
        double square = 0;
        for (std::int64_t i = 0; i < 40'000; ++i) {
            counts.push_back(static_cast<double>(count_of(wanted, bits_at(3, Stream::Events, i))));
            square += (counts.back() - wanted) * (counts.back() - wanted);
        }
        CHECK(mean(counts) == doctest::Approx(wanted).epsilon(0.04));
        // A binomial of 32 is a little tighter than Poisson's law.
        CHECK(square / 40'000 == doctest::Approx(wanted).epsilon(0.3));
        CHECK(quantile(counts, 0) >= 0);
    }
    CHECK(count_of(0, 1) == 0);
    CHECK(count_of(-1, 1) == 0);
}

TEST_CASE("sim chance: levels have median 1, and tails as heavy as they say") {
    std::vector<double> wide, narrow, tail;
    for (std::int64_t i = 0; i < 20'000; ++i) {
        wide.push_back(level(bits_at(5, Stream::Level, i), 1));
        narrow.push_back(level(bits_at(5, Stream::Level, i), 4));
        tail.push_back(heavy(bits_at(6, Stream::Level, i), 50));
    }
    CHECK(quantile(wide, 0.5) == doctest::Approx(1).epsilon(0.05));
    CHECK(quantile(narrow, 0.5) == doctest::Approx(1).epsilon(0.01));
    CHECK(quantile(wide, 0.99) > 7);
    CHECK(quantile(narrow, 0.99) < 1.4);
    CHECK(quantile(tail, 0) >= 1);
    CHECK(quantile(tail, 0.5) == doctest::Approx(1.414).epsilon(0.03));
    CHECK(quantile(tail, 0.99) == doctest::Approx(10).epsilon(0.15));
    CHECK(quantile(tail, 1) <= 50);
}

TEST_CASE("sim chance: a smooth path has no jumps and goes through its knots") {
    double largest = 0;
    for (std::int64_t slot = -500; slot < 500; ++slot) {
        const double here = smooth(9, Stream::SiteHour, slot, 20);
        CHECK(std::abs(here) <= 1);
        largest = std::max(largest, std::abs(smooth(9, Stream::SiteHour, slot + 1, 20) - here));
    }
    CHECK(largest < 0.16);  // 2 * 1.5 / 20, the steepest there can be
    CHECK(largest > 0.02);
}

TEST_CASE("sim chance: spells come as often, begin where and last as long as they say") {
    const Spells spells = {.stream = Stream::OwnOutage,
                           .block = 100,
                           .per_mille = 300,
                           .begin_from = 20,
                           .begin_to = 30,
                           .length_min = 5,
                           .length_max = 90};
    int begun = 0;
    for (std::int64_t slot = -100'000; slot < 100'000; ++slot) {
        const auto spell = spell_at(11, spells, slot);
        if (!spell) continue;
        CHECK(spell->begin <= slot);
        CHECK(slot < spell->end);
        if (spell->begin != slot) continue;
        ++begun;
        const std::int64_t place = slot - floor_div(slot, 100) * 100;
        CHECK(place >= 20);
        CHECK(place < 30);
        CHECK(spell->end - spell->begin >= 5);
        CHECK(spell->end - spell->begin <= 90);
    }
    CHECK(begun == doctest::Approx(600).epsilon(0.12));
}
