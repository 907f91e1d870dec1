// The local calendar and the curves of the week.
#include "sim/rhythm.h"

#include <doctest/doctest.h>

#include "core/sim/sim_support.h"

using namespace picket;
using namespace picket::sim;

TEST_CASE("sim rhythm: slots, days and weekdays") {
    CHECK(slot_from({0}) == 0);
    CHECK(slot_from({1}) == 1);
    CHECK(slot_from({kSlotMs}) == 1);
    CHECK(slot_end(0) == slot_start(1));
    const Calendar monday = calendar(kFirst);
    CHECK(monday.weekday == 0);
    CHECK(monday.slot == 0);
    CHECK(monday.day == days_from_date({2026, 1, 5}));
    const Calendar sunday_night = calendar(kFirst - 1);
    CHECK(sunday_night.weekday == 6);
    CHECK(sunday_night.slot == 287);
    const Calendar old = calendar(-1);  // 1969-12-31, a Wednesday
    CHECK(old.day == -1);
    CHECK(old.weekday == 2);
}

TEST_CASE("sim rhythm: the curves of a week go on without jumps, also from Sunday to Monday") {
    for (const Archetype& kind : archetypes()) {
        CAPTURE(kind.doc);
        double largest = 0;
        double peak = 0;
        for (std::int64_t slot = kFirst; slot < kFirst + kWeek; ++slot) {
            const double here = busy(kind.shape, calendar(slot));
            peak = std::max(peak, here);
            largest = std::max(largest, std::abs(busy(kind.shape, calendar(slot + 1)) - here));
        }
        CHECK(peak == doctest::Approx(1));
        CHECK(largest < 0.051);  // 60 % within an hour at most
    }
}

TEST_CASE("sim rhythm: the closed sum of a curve is the sum of its slots") {
    for (const Archetype& kind : archetypes()) {
        CAPTURE(kind.doc);
        const std::int64_t from = kFirst + 100;
        double sum = 0;
        for (std::int64_t slot = from; slot < from + 3 * kWeek + 77; ++slot) {
            const double closed = busy_hours(kind.shape, slot) - busy_hours(kind.shape, from);
            if (slot % 97 == 0) CHECK(closed == doctest::Approx(sum).epsilon(0.001));
            // The mean of both ends, as a straight line between them has it.
            sum += (busy(kind.shape, calendar(slot)) + busy(kind.shape, calendar(slot + 1))) / 24;
        }
        CHECK(busy_hours(kind.shape, from + 1) >= busy_hours(kind.shape, from));
    }
}
