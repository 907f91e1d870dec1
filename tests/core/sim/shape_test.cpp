// What the series look like, in figures that sine plus noise would not give: day against night,
// workday against weekend, memory, tails, company, zeros. Real series of servers at five minutes
// (Application Server Dataset, 12 machines) have autocorrelations of 0.99 after one slot, 0.88
// after an hour and 0.9 to 0.99 after a day for traffic that adds many users up; single devices
// have less, and gateways come nearest. examples/fleet/shapes.md has the figures of a measured
// series beside each archetype.
#include <doctest/doctest.h>

#include "core/sim/sim_support.h"

using namespace picket;
using namespace picket::sim;

namespace {

constexpr std::int64_t kWeeks = 4;

// The mean of the fleet's traffic, by (weekday, hour).
double mean_at(const FleetPlan& plan, Series series, int weekday_from, int weekday_to, int from,
               int to) {
    double sum = 0, count = 0;
    for (std::int64_t number = 0; number < 40; ++number) {
        const auto all = readings(plan, number * 7, kFirst, 2 * kWeek);
        for (std::size_t i = 0; i < all.size(); ++i) {
            const Calendar at = calendar(kFirst + static_cast<std::int64_t>(i));
            if (at.weekday < weekday_from || at.weekday > weekday_to) continue;
            if (at.slot < from * 12 || at.slot >= to * 12 || !all[i].has(series)) continue;
            sum += all[i][series];
            count += 1;
        }
    }
    return sum / count;
}

struct Expected {
    DeviceArchetype kind;
    Series series;
    double day_night_min, day_night_max;  // 9 to 17 h against 1 to 5 h, on workdays
    double weekend_min, weekend_max;      // Sunday against workdays, 9 to 17 h
    double tail_min, tail_max;            // p99 / p50 of one device's values
};

using enum DeviceArchetype;
constexpr Expected kExpected[] = {
    {SmartLight, Series::MessagesReceived, 1.2, 6, 1.2, 4, 3, 20},
    {Thermostat, Series::MessagesSent, 1.02, 1.5, 1.02, 1.5, 1.3, 4},
    {Camera, Series::BytesOut, 10, 80, 0.05, 0.4, 8, 80},
    {Gateway, Series::MessagesSent, 3, 9, 0.1, 0.5, 2, 9},
    {IndustrialSensor, Series::MessagesSent, 4, 12, 0.08, 0.3, 1.2, 4},
    {SmartMeter, Series::Custom, 1.3, 4, 0.8, 1.5, 4, 16},  // a measured house: 9 to 12
};

}  // namespace

TEST_CASE("sim shape: days, nights and weekends differ as the kind of device has it") {
    for (const Expected& row : kExpected) {
        CAPTURE(enum_name(row.kind));
        const FleetPlan plan = plan_for(archetype(row.kind));
        const double day = mean_at(plan, row.series, 0, 4, 9, 17);
        const double night = mean_at(plan, row.series, 0, 4, 1, 5);
        CHECK(day / night > row.day_night_min);
        CHECK(day / night < row.day_night_max);
        const double sunday = mean_at(plan, row.series, 6, 6, 9, 17);
        CHECK(sunday / day > row.weekend_min);
        CHECK(sunday / day < row.weekend_max);
    }
    // Evenings are what a lamp is for.
    const FleetPlan lamps = plan_for(archetype(SmartLight));
    CHECK(mean_at(lamps, Series::MessagesReceived, 0, 4, 18, 22) >
          2.2 * mean_at(lamps, Series::MessagesReceived, 0, 4, 9, 17));
}

TEST_CASE("sim shape: values have tails, and devices have levels") {
    for (const Expected& row : kExpected) {
        CAPTURE(enum_name(row.kind));
        const FleetPlan plan = plan_for(archetype(row.kind));
        std::vector<double> tails, means;
        for (std::int64_t number = 0; number < 30; ++number) {
            const auto values = values_of(readings(plan, number * 11, kFirst, kWeek), row.series);
            const double median = std::max(1.0, quantile(values, 0.5));
            tails.push_back(quantile(values, 0.99) / median);
            means.push_back(mean(values));
        }
        CHECK(quantile(tails, 0.5) > row.tail_min);
        CHECK(quantile(tails, 0.5) < row.tail_max);
        CHECK(quantile(means, 0.9) / quantile(means, 0.1) > 1.05);
    }
    // A camera's clips: a few slots carry a good part of a week's bytes.
    const auto bytes = values_of(readings(plan_for(archetype(Camera)), 3, kFirst, kWeek),
                                 Series::BytesOut);
    const double top = quantile(bytes, 0.95);
    double above = 0, all = 0;
    for (const double value : bytes) {
        all += value;
        above += value > top ? value : 0;
    }
    CHECK(above / all > 0.25);
}

TEST_CASE("sim shape: a gateway remembers the hour, the day and the week") {
    const FleetPlan plan = plan_for(archetype(Gateway));
    std::vector<double> slot, hour, half_day, day, week;
    for (std::int64_t number = 0; number < 12; ++number) {
        const auto values = filled(readings(plan, number, kFirst, kWeeks * kWeek),
                                   Series::MessagesSent);
        slot.push_back(autocorrelation(values, 1));
        hour.push_back(autocorrelation(values, 12));
        half_day.push_back(autocorrelation(values, 144));
        day.push_back(autocorrelation(values, 288));
        week.push_back(autocorrelation(values, 2016));
    }
    CHECK(mean(slot) > 0.8);
    CHECK(mean(hour) > 0.6);
    CHECK(mean(hour) < mean(slot));
    CHECK(mean(half_day) < 0.1);
    CHECK(mean(day) > 0.3);
    CHECK(mean(week) > mean(day));  // weekends are not workdays
    CHECK(mean(week) < 0.97);       // and no week is the one before
}

namespace {

// Means of ten minutes, as the house was measured that the archetypes of homes are held against.
std::vector<double> ten_minutes(const std::vector<double>& slots) {
    std::vector<double> means;
    for (std::size_t i = 0; i + 1 < slots.size(); i += 2)
        means.push_back((slots[i] + slots[i + 1]) / 2);
    return means;
}

}  // namespace

TEST_CASE("sim shape: a meter remembers what is switched on, as a measured house does") {
    // Its appliances, ten minutes each: 0.71 to 0.84 after one, 0.29 to 0.38 after an hour.
    const FleetPlan plan = plan_for(archetype(SmartMeter));
    std::vector<double> slot, hour;
    for (std::int64_t number = 0; number < 30; ++number) {
        const auto values = values_of(readings(plan, number, kFirst, kWeeks * kWeek),
                                      Series::Custom);
        slot.push_back(autocorrelation(ten_minutes(values), 1));
        hour.push_back(autocorrelation(ten_minutes(values), 6));
        CHECK(quantile(values, 0) > 20);  // something is always on
        CHECK(quantile(values, 1) < 9000);
    }
    CHECK(mean(slot) > 0.65);
    CHECK(mean(slot) < 0.9);
    CHECK(mean(hour) > 0.1);
    CHECK(mean(hour) < 0.45);
}

TEST_CASE("sim shape: a room has inertia, also when its people leave and come back") {
    // A measured living room: 1.00 after ten minutes, 0.93 to 0.96 after an hour.
    const FleetPlan plan = plan_for(archetype(Thermostat));
    std::vector<double> slot, hour;
    int absences = 0;
    for (std::int64_t number = 0; number < 30; ++number) {
        const Device who = device_at(plan, number);
        const Site site = site_at(plan, site_number(plan, number));
        std::vector<double> values;
        bool was_absent = false;
        for (std::int64_t at = kFirst; at < kFirst + 2 * kWeeks * kWeek; ++at) {
            const SiteSlot around = site_slot(plan, site, at);
            absences += around.absent != was_absent && at > kFirst ? 1 : 0;
            was_absent = around.absent;
            const Reading reading = reading_at(plan, site, around, who, at, {});
            if (!reading.has(Series::Custom)) continue;
            values.push_back(reading[Series::Custom]);
        }
        slot.push_back(autocorrelation(ten_minutes(values), 1));
        hour.push_back(autocorrelation(ten_minutes(values), 6));
    }
    CHECK(absences > 5);
    CHECK(mean(slot) > 0.97);
    CHECK(mean(hour) > 0.75);
}

TEST_CASE("sim shape: no room loses or gains a degree in five minutes") {
    const FleetPlan plan = plan_for(archetype(Thermostat));
    for (std::int64_t number = 0; number < 20; ++number) {
        const auto all = readings(plan, number, kFirst, 2 * kWeeks * kWeek);
        double largest = 0;
        for (std::size_t i = 1; i < all.size(); ++i) {
            if (!all[i].has(Series::Custom) || !all[i - 1].has(Series::Custom)) continue;
            largest = std::max(largest,
                               std::abs(all[i][Series::Custom] - all[i - 1][Series::Custom]));
        }
        CHECK(largest < 1);
    }
}

TEST_CASE("sim shape: devices of one site move together, beyond what the hour explains") {
    const FleetPlan plan = plan_for(archetype(SmartLight));
    // What is left of each slot's value after the fleet's mean at that hour of the week.
    std::vector<std::vector<double>> left;
    std::vector<double> usual(kWeek, 0);
    for (std::int64_t number = 0; number < 60; ++number) {
        left.push_back(
            filled(readings(plan, number, kFirst, kWeeks * kWeek), Series::MessagesReceived));
        for (std::size_t i = 0; i < left.back().size(); ++i)
            usual[i % kWeek] += left.back()[i] / (60.0 * kWeeks);
    }
    for (auto& values : left) {
        const double scale = mean(values) / mean(usual);
        for (std::size_t i = 0; i < values.size(); ++i) values[i] -= scale * usual[i % kWeek];
        // Two hours together, or the counts' own chance drowns it.
        std::vector<double> sums;
        for (std::size_t i = 0; i + 24 <= values.size(); i += 24) {
            sums.push_back(0);
            for (std::size_t j = i; j < i + 24; ++j) sums.back() += values[j];
        }
        values = sums;
    }
    std::vector<double> same, others;
    for (std::size_t site = 0; site < 9; ++site) {
        same.push_back(correlation(left[site * 6], left[site * 6 + 1]));
        others.push_back(correlation(left[site * 6], left[site * 6 + 6]));
    }
    CHECK(mean(same) > 0.27);  // outages and bursts alone would make 0.21
    CHECK(std::abs(mean(others)) < 0.1);
}

TEST_CASE("sim shape: zeros are common where devices wait, and absent where they chatter") {
    const auto zeros = [](DeviceArchetype id, Series series) {
        const auto values = values_of(readings(plan_for(archetype(id)), 4, kFirst, 2 * kWeek),
                                      series);
        return static_cast<double>(std::count(values.begin(), values.end(), 0.0)) /
               static_cast<double>(values.size());
    };
    CHECK(zeros(SmartLight, Series::MessagesSent) > 0.3);
    CHECK(zeros(SmartLight, Series::MessagesSent) < 0.75);
    CHECK(zeros(SmartMeter, Series::MessagesSent) > 0.5);
    CHECK(zeros(Gateway, Series::MessagesSent) == 0);
    for (const Archetype& kind : archetypes()) {
        CAPTURE(kind.doc);
        CHECK(zeros(kind.id, Series::AuthorizationFailures) > 0.99);
        CHECK(zeros(kind.id, Series::Disconnects) > (kind.sleeps ? 0.5 : 0.95));
    }
}

TEST_CASE("sim shape: time zones shift the day") {
    Fleet fleet;
    fleet.name = "world";
    fleet.site_set = "world";
    fleet.archetype = Gateway;
    fleet.utc_offsets = {-480, 480};
    const FleetPlan plan = plan_of(1, fleet);
    int west = 0;
    for (std::int64_t number = 0; number < 20; ++number) {
        const Site site = site_at(plan, number);
        CHECK((site.offset_slots == 96 || site.offset_slots == -96));
        west += site.offset_slots < 0 ? 1 : 0;
        const auto values = filled(readings(plan, number, kFirst, kSlotsPerDay),
                                   Series::MessagesSent);
        std::vector<double> morning(values.begin() + 24, values.begin() + 72);      // 2 to 6 UTC
        std::vector<double> afternoon(values.begin() + 216, values.begin() + 276);  // 18 to 23 UTC
        if (site.offset_slots > 0) {
            CHECK(mean(morning) > mean(afternoon));
        } else {
            CHECK(mean(morning) < mean(afternoon));
        }
    }
    CHECK(west > 3);
    CHECK(west < 17);
}
