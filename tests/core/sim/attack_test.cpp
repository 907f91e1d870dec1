// Attacks change what they claim to change, from their first slot to their last, and nothing else.
#include "sim/attack.h"

#include <doctest/doctest.h>

#include "core/sim/sim_support.h"
#include "sim/address.h"

using namespace picket;
using namespace picket::sim;

namespace {

constexpr std::int64_t kBegin = 300;
constexpr std::int64_t kEnd = 300 + 2 * kSlotsPerDay;

sim::Effect effect(AttackKind kind, double strength = 1) {
    return {kind, strength, kFirst + kBegin, kFirst + kEnd, 77};
}

std::vector<double> attacked(DeviceArchetype id, Series series, const sim::Effect& effect) {
    const FleetPlan plan = plan_for(archetype(id));
    return values_of(readings(plan, 1, effect.since, kSlotsPerDay, {&effect, 1}), series);
}
std::vector<double> undisturbed(DeviceArchetype id, Series series, const sim::Effect& effect) {
    return values_of(readings(plan_for(archetype(id)), 1, effect.since, kSlotsPerDay), series);
}

template <class T>
bool same(const ShortList<T>& left, const ShortList<T>& right) {
    return std::equal(left.begin(), left.end(), right.begin(), right.end());
}

}  // namespace

TEST_CASE("sim attack: each changes the series it claims, all of them, and no other") {
    for (std::size_t number = 0; number < EnumNames<AttackKind>::values.size(); ++number) {
        const auto kind = static_cast<AttackKind>(number);
        const bool silences = kind == AttackKind::SilentDevice;
        CAPTURE(enum_name(kind));
        const AttackInfo& info = attack_info(kind);
        CHECK(info.kind == kind);
        std::uint32_t changed = 0;
        bool source = false, destination = false;
        const sim::Effect attack = effect(kind);
        for (const Archetype& archetype : archetypes()) {
            const FleetPlan plan = plan_for(archetype);
            const Device device = device_at(plan, 1);
            for (std::int64_t i = 0; i < kEnd + 40; ++i) {
                const std::int64_t slot = kFirst + i;
                const Reading plain = reading_at(plan, device, slot, {});
                const Reading with = reading_at(plan, device, slot, {&attack, 1});
                for (std::size_t s = 0; s < kSeriesCount; ++s) {
                    if (with.values[s] == plain.values[s]) continue;
                    // A silent device comes back with a connection; one that slept has been gone
                    // longer.
                    const bool gone = static_cast<Series>(s) == Series::DisconnectSeconds;
                    const bool after = silences && (i == kEnd || (i > kEnd && gone));
                    if (!after) CHECK(attack.acts(slot));
                    changed |= 1u << s;
                }
                if (!silences) CHECK(with.regime == plain.regime);
                source |= !same(source_addresses(plan, device, slot, plain.present, {&attack, 1}),
                                source_addresses(plan, device, slot, plain.present, {}));
                destination |= !same(destination_addresses(plan, device, slot, {&attack, 1}),
                                     destination_addresses(plan, device, slot, {}));
            }
        }
        CHECK(changed == info.series);
        CHECK(source == info.source_addresses);
        CHECK(destination == info.destination_addresses);
    }
}

TEST_CASE("sim attack: strength counts") {
    for (const AttackKind kind :
         {AttackKind::MessageFlood, AttackKind::CredentialBruteForce, AttackKind::PortScan,
          AttackKind::SlowExfiltration, AttackKind::Beaconing, AttackKind::ReconnectLoop,
          AttackKind::SharedCertificate, AttackKind::SlowDrift, AttackKind::CumulativeBytes}) {
        CAPTURE(enum_name(kind));
        std::vector<double> sums;
        for (const double strength : {0.5, 1.0, 3.0}) {
            sums.push_back(0);
            const sim::Effect attack = effect(kind, strength);
            const FleetPlan plan = plan_for(archetype(DeviceArchetype::Thermostat));
            for (const Reading& reading : readings(plan, 1, attack.since, 288, {&attack, 1})) {
                sums.back() += reading[Series::MessagesSent] * 100 + reading[Series::BytesOut] +
                               1000 * reading[Series::ConnectionAttempts];
            }
        }
        CHECK(sums[0] < sums[1]);
        CHECK(sums[1] < sums[2]);
    }
}

TEST_CASE("sim attack: what each attack looks like") {
    using enum AttackKind;
    using enum DeviceArchetype;
    const auto at = [](AttackKind kind, Series series, DeviceArchetype id = Thermostat) {
        return attacked(id, series, effect(kind));
    };
    const auto plain = [](AttackKind kind, Series series, DeviceArchetype id = Thermostat) {
        return undisturbed(id, series, effect(kind));
    };
    SUBCASE("a flood is a message a second") {
        CHECK(mean(at(MessageFlood, Series::MessagesSent)) -
                  mean(plain(MessageFlood, Series::MessagesSent)) ==
              doctest::Approx(300).epsilon(0.05));
    }
    SUBCASE("credentials are tried and refused, from elsewhere, also of a device that sleeps") {
        const auto failures = at(CredentialBruteForce, Series::AuthorizationFailures, AssetTracker);
        CHECK(failures.size() == 288);
        CHECK(mean(failures) == doctest::Approx(60).epsilon(0.05));
    }
    SUBCASE("a scan sends many small packets to many") {
        CHECK(mean(at(PortScan, Series::PacketsOut)) >
              20 * mean(plain(PortScan, Series::PacketsOut)));
        CHECK(mean(at(PortScan, Series::BytesOut)) / mean(at(PortScan, Series::PacketsOut)) < 70);
    }
    SUBCASE("exfiltration begins gently") {
        const auto bytes = at(SlowExfiltration, Series::BytesOut);
        CHECK(bytes.front() < 1.4 * plain(SlowExfiltration, Series::BytesOut).front());
        CHECK(bytes.back() > 10 * plain(SlowExfiltration, Series::BytesOut).back());
    }
    SUBCASE("beacons come every third slot") {
        const auto with = at(Beaconing, Series::BytesOut);
        const auto without = plain(Beaconing, Series::BytesOut);
        REQUIRE(with.size() == without.size());
        for (std::size_t i = 0; i < with.size(); ++i) CHECK((with[i] > without[i]) == (i % 3 == 0));
    }
    SUBCASE("a loop connects as often as it disconnects") {
        CHECK(mean(at(ReconnectLoop, Series::Disconnects)) == doctest::Approx(30).epsilon(0.1));
        CHECK(mean(at(ReconnectLoop, Series::ConnectionAttempts)) ==
              doctest::Approx(30).epsilon(0.1));
    }
}

TEST_CASE("sim attack: what each fault looks like") {
    using enum AttackKind;
    using enum DeviceArchetype;
    const auto at = [](AttackKind kind, Series series, DeviceArchetype id = Thermostat) {
        return attacked(id, series, effect(kind));
    };
    const auto plain = [](AttackKind kind, Series series, DeviceArchetype id = Thermostat) {
        return undisturbed(id, series, effect(kind));
    };
    SUBCASE("a certificate that two share has two addresses") {
        const FleetPlan plan = plan_for(archetype(Thermostat));
        const sim::Effect attack = effect(SharedCertificate);
        CHECK(source_addresses(plan, device_at(plan, 1), attack.since, true, {&attack, 1}).size() ==
              2);
        CHECK(source_addresses(plan, device_at(plan, 1), attack.until, true, {&attack, 1}).size() ==
              1);
    }
    SUBCASE("silence is silence; half of it half the hours") {
        CHECK(at(SilentDevice, Series::MessagesSent).size() <= 1);
        CHECK(at(SilentDevice, Series::BytesOut).empty());
        const auto half = attacked(Thermostat, Series::BytesOut, effect(SilentDevice, 0.5));
        CHECK(half.size() > 80);
        CHECK(half.size() < 210);
    }
    SUBCASE("drift is 8 % a day") {
        const auto with = at(SlowDrift, Series::BytesOut);
        const auto without = plain(SlowDrift, Series::BytesOut);
        CHECK(with.front() / without.front() == doctest::Approx(1).epsilon(0.01));
        CHECK(with.back() / without.back() == doctest::Approx(1.08).epsilon(0.01));
    }
    SUBCASE("a counter that restarts wraps around") {
        const auto values = at(CounterReset, Series::BytesOut);
        CHECK(std::count_if(values.begin(), values.end(), [](double value) {
                  return value > 4.0e9 && value < 4294967296.0;
              }) == 4);
    }
    SUBCASE("cumulative bytes rise, and their differences are what the device sends") {
        const auto values = at(CumulativeBytes, Series::BytesOut);
        for (std::size_t i = 1; i < values.size(); ++i) CHECK(values[i] > values[i - 1]);
        const double deltas = (values.back() - values.front()) /
                              static_cast<double>(values.size() - 1);
        CHECK(deltas ==
              doctest::Approx(mean(plain(CumulativeBytes, Series::BytesOut))).epsilon(0.3));
    }
}
