// Where devices are in their lives: outages that sites share, sleep, switches, firmware waves.
#include "sim/regime.h"

#include <doctest/doctest.h>

#include <array>

#include "core/sim/sim_support.h"

using namespace picket;
using namespace picket::sim;

namespace {

std::array<double, 4> shares(const Archetype& kind, std::int64_t days) {
    const FleetPlan plan = plan_for(kind);
    std::array<double, 4> found{};
    for (std::int64_t number = 0; number < 60; ++number) {
        for (const Reading& reading : readings(plan, number, kFirst, days * kSlotsPerDay))
            found[static_cast<std::size_t>(reading.regime)] += 1;
    }
    for (double& share : found) share /= 60.0 * static_cast<double>(days * kSlotsPerDay);
    return found;
}

}  // namespace

TEST_CASE("sim regime: devices are mostly there, each kind in its way") {
    for (const Archetype& kind : archetypes()) {
        CAPTURE(kind.doc);
        const auto [online, updating, asleep, offline] = shares(kind, 28);
        if (kind.sleeps) {
            CHECK(asleep > 0.6);
            CHECK(online > 0.08);
        } else {
            CHECK(asleep == 0);
            CHECK(online > 0.9);
        }
        CHECK(offline > 0.0003);
        CHECK(offline < (kind.switched_off_per_mille > 0 ? 0.08 : 0.03));
        CHECK(updating > 0.0001);  // a few slots of the month
        CHECK(updating < 0.002);
    }
}

TEST_CASE("sim regime: outages come in stretches, and a site's devices share theirs") {
    const Archetype& kind = archetype(DeviceArchetype::IndustrialSensor);
    const FleetPlan plan = plan_for(kind);
    int both = 0, first_only = 0, stretches = 0, longest = 0, length = 0;
    for (std::int64_t site = 0; site < 20; ++site) {
        const auto first = readings(plan, site * 40, kFirst, 8 * kWeek);
        const auto second = readings(plan, site * 40 + 1, kFirst, 8 * kWeek);
        for (std::size_t i = 0; i < first.size(); ++i) {
            const bool out = first[i].regime == DeviceRegime::Offline;
            if (out) ++(second[i].regime == DeviceRegime::Offline ? both : first_only);
            if (out && length++ == 0) ++stretches;
            if (!out) length = 0;
            longest = std::max(longest, length);
        }
    }
    CHECK(both > first_only);  // most outages of such a sensor are its hall's
    CHECK((both + first_only) / stretches >= 2);
    CHECK(longest > 24);  // two hours
}

TEST_CASE("sim regime: lamps are cut off at night, and trackers move on workdays") {
    const auto share = [](DeviceArchetype id, DeviceRegime wanted, int weekday, int from, int to) {
        const FleetPlan plan = plan_for(archetype(id));
        double found = 0, all = 0;
        for (std::int64_t number = 0; number < 80; ++number) {
            const auto series = readings(plan, number, kFirst, kWeek);
            for (std::size_t i = 0; i < series.size(); ++i) {
                const Calendar at = calendar(kFirst + static_cast<std::int64_t>(i));
                if (at.weekday != weekday || at.slot < from * 12 || at.slot >= to * 12) continue;
                all += 1;
                found += series[i].regime == wanted ? 1 : 0;
            }
        }
        return found / all;
    };
    using enum DeviceArchetype;
    const auto offline = DeviceRegime::Offline;
    CHECK(share(SmartLight, offline, 2, 0, 5) > 5 * share(SmartLight, offline, 2, 12, 19));
    const auto online = DeviceRegime::Online;
    CHECK(share(AssetTracker, online, 2, 9, 11) > 0.35);
    CHECK(share(AssetTracker, online, 2, 0, 4) < 0.1);
    CHECK(share(AssetTracker, online, 6, 9, 11) < 0.2);
}

TEST_CASE("sim regime: firmware comes every four weeks in a wave that begins with a few") {
    const FleetPlan plan = plan_for(archetype(DeviceArchetype::Camera));
    // How many versions the mean device is further, each noon.
    const std::int64_t before = firmware_at(plan, device_at(plan, 0), kFirst).version;
    std::vector<double> done;
    for (std::int64_t day = 0; day < 60; ++day) {
        double sum = 0;
        for (std::int64_t number = 0; number < 1000; ++number) {
            const std::int64_t noon = kFirst + day * kSlotsPerDay + 144;
            sum += static_cast<double>(firmware_at(plan, device_at(plan, number), noon).version -
                                       before);
        }
        done.push_back(sum / 1000);
    }
    CHECK(std::is_sorted(done.begin(), done.end()));
    // The first wave that begins after a day on which nothing happened.
    std::size_t day = 1;
    while (done[day] != done[day - 1]) ++day;
    while (done[day] == done[day - 1]) ++day;
    const double base = done[day - 1];
    CHECK(done[day] - base < 0.03);
    CHECK(done[day + 1] - base == doctest::Approx(0.08).epsilon(0.3));
    CHECK(done[day + 2] - base == doctest::Approx(0.3).epsilon(0.2));
    CHECK(done[day + 3] - base == doctest::Approx(0.65).epsilon(0.1));
    CHECK(done[day + 4] - base == doctest::Approx(1));
    CHECK(done[day + 27] == done[day + 4]);
    CHECK(done[day + 28] > done[day + 27]);
    // Each restarts once, after a download.
    const auto series = readings(
        plan, 5, kFirst + static_cast<std::int64_t>(day - 1) * kSlotsPerDay, 28 * kSlotsPerDay);
    int updates = 0;
    double bytes = 0;
    for (std::size_t i = 1; i < series.size(); ++i) {
        const bool updating = series[i].regime == DeviceRegime::Updating;
        const bool was = series[i - 1].regime == DeviceRegime::Updating;
        updates += updating && !was ? 1 : 0;
        if (updating) bytes += series[i][Series::BytesIn];
        if (!updating && was) CHECK(series[i].regime == DeviceRegime::Offline);
    }
    CHECK(updates == 1);
    CHECK(bytes > 20e6);
}

TEST_CASE("sim regime: people of a home go on holiday, and the house is quiet") {
    const FleetPlan plan = plan_for(archetype(DeviceArchetype::SmartLight));
    double absent = 0, sent_absent = 0, sent_present = 0;
    constexpr std::int64_t kSlots = 12 * kWeek;
    for (std::int64_t number = 0; number < 120; number += 6) {
        const Site site = site_at(plan, site_number(plan, number));
        const Device device = device_at(plan, number);
        for (std::int64_t slot = kFirst; slot < kFirst + kSlots; slot += 5) {
            const SiteSlot around = site_slot(plan, site, slot);
            const Reading reading = reading_at(plan, site, around, device, slot, {});
            absent += around.absent ? 1 : 0;
            (around.absent ? sent_absent : sent_present) += reading[Series::MessagesReceived];
        }
    }
    const double all = 20.0 * kSlots / 5;
    CHECK(absent / all > 0.02);
    CHECK(absent / all < 0.15);
    CHECK(sent_absent / absent < 0.75 * sent_present / (all - absent));
}
