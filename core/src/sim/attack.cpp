// See attack.h.
#include "sim/attack.h"

#include <algorithm>
#include <array>

namespace picket::sim {
namespace {

constexpr std::uint32_t kNetwork = bit(Series::BytesIn) | bit(Series::BytesOut) |
                                   bit(Series::PacketsIn) | bit(Series::PacketsOut);
constexpr std::uint32_t kSizes = bit(Series::SmallestMessage) | bit(Series::LargestMessage) |
                                 bit(Series::MessageBytes);
constexpr std::uint32_t kAll = (1u << kSeriesCount) - 1;
constexpr std::uint32_t kOutgoing = bit(Series::BytesOut) | bit(Series::PacketsOut);

constexpr std::array<AttackInfo, EnumNames<AttackKind>::values.size()> kAttacks = {{
    {AttackKind::MessageFlood, "Sends messages without end: 300 more per slot at 100 %.",
     bit(Series::MessagesSent) | kSizes | kOutgoing, false, false},
    {AttackKind::CredentialBruteForce,
     "Somebody elsewhere tries credentials under the device's name: 60 refused connections per "
     "slot "
     "at 100 %.",
     bit(Series::AuthorizationFailures) | bit(Series::ConnectionAttempts), true, false},
    {AttackKind::PortScan,
     "Looks for open ports of others: 900 small packets per slot at 100 %, to a dozen addresses.",
     kNetwork | bit(Series::TcpConnections), false, true},
    {AttackKind::SlowExfiltration,
     "Carries data away: up to 48 kB more per slot at 100 %, begun gently over a day.",
     kNetwork | bit(Series::TcpConnections), false, true},
    {AttackKind::Beaconing,
     "Asks its master for orders every quarter of an hour: 900 bytes at 100 %.",
     kNetwork | bit(Series::TcpConnections), false, true},
    {AttackKind::ReconnectLoop, "Connects, fails and connects again: 30 times per slot at 100 %.",
     bit(Series::ConnectionAttempts) | bit(Series::Disconnects) | kNetwork, false, false},
    {AttackKind::SharedCertificate,
     "A second device uses its certificate from elsewhere; each throws the other out, 4 times per "
     "slot at 100 %.",
     bit(Series::MessagesSent) | kSizes | bit(Series::ConnectionAttempts) |
         bit(Series::Disconnects),
     true, false},
    {AttackKind::SilentDevice,
     "Falls silent: for good at 100 %, for so many percent of the hours below.", kAll, false,
     false},
    {AttackKind::SlowDrift, "Its own number and its outgoing bytes grow by 8 % a day at 100 %.",
     kOutgoing | bit(Series::Custom), false, false},
    {AttackKind::CounterReset,
     "Restarts its counters every six hours at 100 % and takes the difference of unsigned numbers, "
     "so that the delta is nearly 2^32.",
     kNetwork, false, false},
    {AttackKind::CumulativeBytes,
     "Reports bytes and packets since it started instead of since the last report; 100 % is its "
     "own "
     "traffic.",
     kNetwork, false, false},
}};

void add(Reading& reading, Series series, double amount) {
    reading[series] += static_cast<double>(static_cast<std::int64_t>(amount));
}

void add_messages(const FleetPlan& plan, const Device& device, std::int64_t count,
                  Reading& reading) {
    if (count == 0) return;
    const double size = static_cast<double>(
        static_cast<std::int64_t>(plan.archetype->message_bytes * device.size_level));
    if (reading[Series::MessagesSent] == 0) {
        reading[Series::SmallestMessage] = size;
        reading[Series::LargestMessage] = size;
    }
    reading[Series::SmallestMessage] = std::min(reading[Series::SmallestMessage], size);
    reading[Series::LargestMessage] = std::max(reading[Series::LargestMessage], size);
    reading[Series::MessagesSent] += static_cast<double>(count);
    reading[Series::MessageBytes] += size * static_cast<double>(count);
}

void add_packets(Reading& reading, double packets_out, double bytes_out, double packets_in,
                 double bytes_in) {
    add(reading, Series::PacketsOut, packets_out);
    add(reading, Series::BytesOut, bytes_out);
    add(reading, Series::PacketsIn, packets_in);
    add(reading, Series::BytesIn, bytes_in);
}

// Attacks that the service sees. They need the device, but for those that come from elsewhere.
void apply_to_cloud(const FleetPlan& plan, const Device& device, double amount,
                    const Effect& effect, std::uint64_t bits, Reading& reading) {
    switch (effect.kind) {
    case AttackKind::MessageFlood: {
        if (!connected(reading.regime)) return;
        const std::int64_t more = count_of(300 * effect.strength, bits);
        add_messages(plan, device, more, reading);
        if (!reading.reported) return;
        const auto messages = static_cast<double>(more);
        add(reading, Series::BytesOut,
            messages * (plan.archetype->message_bytes * device.size_level + 92));
        add(reading, Series::PacketsOut, messages);
        return;
    }
    case AttackKind::CredentialBruteForce: {
        const auto tries = static_cast<double>(count_of(60 * effect.strength, bits));
        if (tries == 0) return;
        reading.active = true;
        reading[Series::AuthorizationFailures] += tries;
        reading[Series::ConnectionAttempts] += tries;
        return;
    }
    case AttackKind::ReconnectLoop: {
        if (!connected(reading.regime)) return;
        const auto times = static_cast<double>(count_of(30 * effect.strength, bits));
        reading[Series::ConnectionAttempts] += times;
        reading[Series::Disconnects] += times;
        if (reading.reported)
            add_packets(reading, times * 9, times * 4'900, times * 8, times * 5'600);
        return;
    }
    case AttackKind::SharedCertificate: {
        const double turns = static_cast<double>(count_of(4 * effect.strength, bits));
        const double twin = plan.archetype->events_peak * std::max(amount, 0.2) +
                            plan.archetype->heartbeat_messages;
        reading.active = true;
        reading[Series::ConnectionAttempts] += turns;
        reading[Series::Disconnects] += turns;
        add_messages(plan, device, count_of(twin, mixed(bits)), reading);
        return;
    }
    default:
        return;
    }
}

// What a counter since the start would have come to, of a device of this level without chance.
double counted_since(const FleetPlan& plan, const SiteSlot& around, const Device& device,
                     std::int64_t slots, double idle_per_slot, double peak_per_slot) {
    const WeekShape& shape = plan.archetype->shape;
    const std::int64_t to = around.local + device.phase + 1;
    const double hours = busy_hours(shape, to) - busy_hours(shape, to - slots);
    return static_cast<double>(slots) * idle_per_slot +
           hours * static_cast<double>(kSlotsPerHour) * peak_per_slot * device.level;
}

struct Traffic {
    double idle;
    double peak;
};
Traffic mean_traffic(const Archetype& kind, Series series) {
    const double heartbeat = static_cast<double>(kind.heartbeat_messages) / kind.heartbeat_slots;
    const double message = kind.message_bytes + 92.0;
    switch (series) {
    case Series::BytesOut:
        return {kind.idle_bytes + heartbeat * message,
                kind.events_peak * message + kind.bulk_out_peak};
    case Series::BytesIn:
        return {kind.idle_bytes + heartbeat * 44, kind.commands_peak * message + kind.bulk_in_peak};
    case Series::PacketsOut:
        return {kind.idle_bytes / 74.0 + heartbeat,
                kind.events_peak + kind.bulk_out_peak / kind.bulk_packet_bytes};
    default:
        return {kind.idle_bytes / 74.0 + heartbeat * 0.7,
                kind.commands_peak + kind.bulk_in_peak / kind.bulk_packet_bytes};
    }
}
constexpr Series kCounters[] = {Series::BytesIn, Series::BytesOut, Series::PacketsIn,
                                Series::PacketsOut};

// Attacks that only the device's own reports show.
void apply_to_report(const FleetPlan& plan, const SiteSlot& around, const Device& device,
                     std::int64_t slot, const Effect& effect, std::uint64_t bits,
                     Reading& reading) {
    const std::int64_t elapsed = slot - effect.since;
    switch (effect.kind) {
    case AttackKind::PortScan: {
        const auto probes = static_cast<double>(count_of(900 * effect.strength, bits));
        add_packets(reading, probes, probes * 60, probes * 0.4, probes * 0.4 * 54);
        add(reading, Series::TcpConnections,
            static_cast<double>(count_of(14 * effect.strength, mixed(bits))));
        return;
    }
    case AttackKind::SlowExfiltration: {
        const double ramp = std::min(1.0, static_cast<double>(elapsed + 1) *
                                              (1.0 / static_cast<double>(kSlotsPerDay)));
        const double bytes = 48'000 * effect.strength * ramp * (0.6 + 0.8 * unit(bits));
        add_packets(reading, bytes / 1300 + 1, bytes, bytes / 2600 + 1, bytes / 2600 * 40 + 40);
        add(reading, Series::TcpConnections, 1);
        return;
    }
    case AttackKind::Beaconing:
        if (elapsed % 3 != 0) return;
        add_packets(reading, 6, 900 * effect.strength * (0.97 + 0.06 * unit(bits)), 5,
                    420 * effect.strength);
        add(reading, Series::TcpConnections, 1);
        return;
    case AttackKind::SlowDrift: {
        const double factor = 1.0 + 0.08 * effect.strength * static_cast<double>(elapsed + 1) *
                                        (1.0 / static_cast<double>(kSlotsPerDay));
        for (const Series series : {Series::BytesOut, Series::PacketsOut})
            reading[series] = static_cast<double>(
                static_cast<std::int64_t>(reading[series] * factor));
        reading[Series::Custom] = static_cast<double>(static_cast<std::int64_t>(
                                      reading[Series::Custom] * factor * 10 + 0.5)) /
                                  10;
        return;
    }
    case AttackKind::CounterReset: {
        const auto every = std::max<std::int64_t>(
            1, static_cast<std::int64_t>(72.0 / effect.strength));
        if (elapsed % every != 0) return;
        for (const Series series : kCounters) {
            const Traffic mean = mean_traffic(*plan.archetype, series);
            const double before = std::min(
                2147483648.0, counted_since(plan, around, device, every, mean.idle, mean.peak));
            reading[series] = 4294967296.0 - static_cast<double>(static_cast<std::int64_t>(before));
        }
        return;
    }
    case AttackKind::CumulativeBytes:
        for (const Series series : kCounters) {
            const Traffic mean = mean_traffic(*plan.archetype, series);
            reading[series] = static_cast<double>(static_cast<std::int64_t>(
                effect.strength *
                counted_since(plan, around, device, elapsed + 1, mean.idle, mean.peak)));
        }
        return;
    default:
        return;
    }
}

}  // namespace

const AttackInfo& attack_info(AttackKind kind) { return kAttacks[static_cast<std::size_t>(kind)]; }

void apply(const FleetPlan& plan, const SiteSlot& around, const Device& device, std::int64_t slot,
           double amount, std::span<const Effect> effects, Reading& reading) {
    for (const Effect& effect : effects) {
        if (!effect.acts(slot)) continue;
        const std::uint64_t bits = bits_at(mixed(effect.key + device.key), Stream::AttackSize,
                                           slot);
        apply_to_cloud(plan, device, amount, effect, bits, reading);
        if (reading.reported) apply_to_report(plan, around, device, slot, effect, bits, reading);
    }
}

}  // namespace picket::sim
