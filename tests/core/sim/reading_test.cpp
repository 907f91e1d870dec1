// Readings are a function of their place: the same bytes always, any slice alone, and numbers that
// hang together.
#include "sim/reading.h"

#include <doctest/doctest.h>

#include <bit>
#include <cstring>

#include "base/hash.h"
#include "core/sim/sim_support.h"
#include "sim/address.h"

using namespace picket;
using namespace picket::sim;

namespace {

void add_to(Hasher& hasher, const Reading& reading) {
    hasher.add_u64(static_cast<std::uint64_t>(reading.regime));
    hasher.add_u64((reading.active ? 2u : 0u) + (reading.reported ? 1u : 0u));
    for (const double value : reading.values) {
        std::uint64_t bits = 0;
        std::memcpy(&bits, &value, sizeof bits);
        hasher.add_u64(bits);
    }
}

std::string hash_of(std::int64_t seed) {
    Hasher hasher;
    for (const Archetype& kind : archetypes()) {
        const FleetPlan plan = plan_for(kind, seed);
        for (std::int64_t number = 0; number < 50; number += 7) {
            const Device device = device_at(plan, number);
            for (std::int64_t slot = kFirst; slot < kFirst + kWeek; ++slot) {
                const Reading reading = reading_at(plan, device, slot, {});
                add_to(hasher, reading);
                if (slot % 10 != 0) continue;
                for (const Address at : source_addresses(plan, device, slot, reading.present, {}))
                    hasher.add_u64(at);
                for (const Address at : destination_addresses(plan, device, slot, {}))
                    hasher.add_u64(at);
            }
        }
    }
    return hasher.finish().hex();
}

}  // namespace

TEST_CASE("sim reading: the same seed gives the same bytes in every build") {
    CHECK(hash_of(1) == "f0b8abb97ad16af40a1880b62b105fe5");
    CHECK(hash_of(1) != hash_of(2));
}

TEST_CASE("sim reading: whole fleets walked slot by slot give what single readings give") {
    for (const Archetype& kind : archetypes()) {
        const FleetPlan plan = plan_for(kind);
        for (std::int64_t slot = kFirst; slot < kFirst + 60; ++slot) {
            Site site = site_at(plan, 0);
            SiteSlot around = site_slot(plan, site, slot);
            for (std::int64_t number = 0; number < 90; ++number) {
                if (site_number(plan, number) != site.number) {
                    site = site_at(plan, site_number(plan, number));
                    around = site_slot(plan, site, slot);
                }
                const Device device = device_at(plan, number);
                CHECK(reading_at(plan, site, around, device, slot, {}).values ==
                      reading_at(plan, device, slot, {}).values);
            }
        }
    }
}

TEST_CASE("sim reading: numbers are whole, not negative, and fit each other") {
    for (const Archetype& kind : archetypes()) {
        CAPTURE(kind.doc);
        const FleetPlan plan = plan_for(kind);
        const auto series_of_month = readings(plan, 8, kFirst, 4 * kWeek);
        bool was = connected(series_of_month.front().regime);
        for (const Reading& now : std::span(series_of_month).subspan(1)) {
            for (std::size_t i = 0; i < kSeriesCount; ++i) {
                const auto series = static_cast<Series>(i);
                if (series == Series::Custom) continue;
                CHECK(now[series] >= 0);
                CHECK(now[series] == static_cast<double>(static_cast<std::int64_t>(now[series])));
            }
            const double sent = now[Series::MessagesSent];
            CHECK(now.has(Series::LargestMessage) == (now.active && sent > 0));
            if (sent > 0) {
                CHECK(now[Series::SmallestMessage] <= now[Series::LargestMessage]);
                CHECK(now[Series::SmallestMessage] * sent <= now[Series::MessageBytes] + sent);
                CHECK(now[Series::MessageBytes] <= now[Series::LargestMessage] * sent);
            }
            if (now.reported) {
                CHECK(now[Series::BytesOut] > now[Series::MessageBytes]);
                CHECK(now[Series::PacketsOut] > 0);
                CHECK(now[Series::BytesOut] / now[Series::PacketsOut] < 1500);
            }
            // Who was there and is not has disconnected, and comes back by connecting.
            const bool is = connected(now.regime);
            if (was && !is) CHECK(now[Series::Disconnects] == 1);
            if (!was && is) CHECK(now[Series::ConnectionAttempts] >= 1);
            if (!was && !is) CHECK_FALSE(now.active);
            CHECK((!now.reported || is));
            was = is;
        }
    }
}

TEST_CASE("sim reading: the time since a disconnect grows by the hour") {
    const FleetPlan plan = plan_for(archetype(DeviceArchetype::AssetTracker));
    std::int64_t gone = 0;
    int told = 0;
    const auto series = readings(plan, 2, kFirst, kWeek);
    for (std::size_t i = 0; i < series.size(); ++i) {
        gone = connected(series[i].regime) ? 0 : gone + 1;
        const bool on_the_hour = (kFirst + static_cast<std::int64_t>(i)) % kSlotsPerHour == 0;
        const bool expected = gone > 1 && on_the_hour;
        if (i < 300) continue;  // it may have been gone before the series begins
        CHECK(series[i].has(Series::DisconnectSeconds) == expected);
        if (!expected) continue;
        ++told;
        CHECK(series[i][Series::DisconnectSeconds] == static_cast<double>(gone * 300));
    }
    CHECK(told > 20);
}

TEST_CASE("sim reading: addresses stay, and change as leases do") {
    const FleetPlan cameras = plan_for(archetype(DeviceArchetype::Camera));
    const FleetPlan trackers = plan_for(archetype(DeviceArchetype::AssetTracker));
    const auto changes = [](const FleetPlan& plan) {
        int count = 0;
        std::string last;
        for (std::int64_t slot = kFirst; slot < kFirst + 4 * kWeek; ++slot) {
            const auto list = source_addresses(plan, device_at(plan, 1), slot, true, {});
            REQUIRE(list.size() == 1);
            const std::string now = address_text(*list.begin());
            count += now != last ? 1 : 0;
            last = now;
        }
        return count;
    };
    CHECK(changes(cameras) <= 9);
    CHECK(changes(trackers) > 100);
    // Cameras of one shop leave by one line.
    CHECK(*source_addresses(cameras, device_at(cameras, 0), kFirst, true, {}).begin() ==
          *source_addresses(cameras, device_at(cameras, 3), kFirst, true, {}).begin());
    CHECK(*source_addresses(cameras, device_at(cameras, 0), kFirst, true, {}).begin() !=
          *source_addresses(cameras, device_at(cameras, 4), kFirst, true, {}).begin());
    CHECK(source_addresses(cameras, device_at(cameras, 0), kFirst, false, {}).size() == 0);
    CHECK(address_text(0xc0000201) == "192.0.2.1");
}
