// See reading.h. Attacks are added by attack.cpp, the custom numbers made by custom.cpp.
#include "sim/reading.h"

#include <algorithm>
#include <cmath>

#include "sim/address.h"
#include "sim/attack.h"
#include "sim/custom.h"

namespace picket::sim {
namespace {

// What a message costs beyond its payload, and what a TLS handshake does, each way.
constexpr double kMessageOverhead = 92;
constexpr double kAcknowledgement = 44;
constexpr double kHandshakeOut = 4'900;
constexpr double kHandshakeIn = 5'600;

constexpr Spells kBursts = {
    .stream = Stream::DeviceBurst, .block = 24, .begin_to = 24, .length_min = 1, .length_max = 8};

double floored(double value) {  // not negative here
    return static_cast<double>(static_cast<std::int64_t>(value));
}

double activity(const FleetPlan& plan, const SiteSlot& around, const Device& device,
                std::int64_t slot) {
    const Archetype& kind = *plan.archetype;
    const Calendar at = calendar(around.local + device.phase);
    double amount = busy(kind.shape, at) * device.level;
    const double stray = kind.hour_noise *
                         (smooth(device.key, Stream::DeviceHour, slot, 14) +
                          0.4 * bell(bits_at(device.key, Stream::DeviceDay, at.day)));
    amount *= std::max(0.12, 1.0 + stray + kind.site_gain * around.mood);
    amount *= std::max(0.05,
                       1.0 + kind.slot_noise * bell(bits_at(device.key, Stream::DeviceSlot, slot)));
    Spells bursts = kBursts;
    bursts.per_mille = kind.bursts_per_mille;
    if (const auto burst = spell_at(device.key, bursts, slot))
        amount += kind.burst_gain * heavy(burst->bits, 12);
    amount += kind.site_gain * around.burst;
    return around.absent && kind.at_home ? amount * 0.1 : amount;
}

// How the connection began, ended and broke within the slot.
struct Link {
    double portion = 1;  // of the slot that the device was connected
    std::int64_t attempts = 0;
    std::int64_t disconnects = 0;
};
Link link_at(const FleetPlan& plan, const Device& device, std::int64_t slot, bool is, bool was,
             bool site_was_out) {
    Link link;
    const std::uint64_t bits = bits_at(device.key, Stream::Portion, slot);
    if (!is) {
        link.portion = was ? 0.05 + 0.6 * unit(bits) : 0;
        link.disconnects = was ? 1 : 0;
        return link;
    }
    if (!was) {
        // Whole sites come back at once, and then not everyone is let in at the first try.
        const double retries = site_was_out ? 2.5 : 0.2;
        link.portion = 0.3 + 0.7 * unit(bits);
        link.attempts = 1 + count_of(retries, bits_at(device.key, Stream::Retries, slot));
        return link;
    }
    const double mean = plan.archetype->reconnects * device.flakiness;
    link.disconnects = count_of(mean, bits_at(device.key, Stream::Reconnects, slot));
    link.attempts = link.disconnects;
    if (link.disconnects > 0)
        link.attempts += count_of(0.3, bits_at(device.key, Stream::Retries, slot));
    return link;
}

bool turn_of(const Device& device, std::int64_t slot, std::int64_t every) {
    if (every == 1) return true;
    const std::int64_t shifted = slot + static_cast<std::int64_t>(device.key >> 40);
    return shifted % every == 0;
}

std::int64_t nightly_messages(const Archetype& kind, const Device& device,
                              std::int64_t local_slot) {
    if (kind.nightly_messages == 0) return 0;
    const auto turn = static_cast<int>(3 + (device.key >> 20) % 33);
    return calendar(local_slot).slot == turn ? kind.nightly_messages : 0;
}

void measure_messages(const FleetPlan& plan, const SiteSlot& around, const Device& device,
                      std::int64_t slot, double amount, const Link& link, Reading& out) {
    const Archetype& kind = *plan.archetype;
    std::int64_t sent = count_of(kind.events_peak * amount * link.portion,
                                 bits_at(device.key, Stream::Events, slot));
    if (turn_of(device, slot, kind.heartbeat_slots))
        sent += static_cast<std::int64_t>(kind.heartbeat_messages * link.portion + 0.5);
    sent += nightly_messages(kind, device, around.local);
    std::int64_t received = count_of(kind.commands_peak * amount * link.portion,
                                     bits_at(device.key, Stream::Commands, slot));
    if (kind.acknowledged) received += sent;
    out[Series::MessagesSent] = static_cast<double>(sent);
    out[Series::MessagesReceived] = static_cast<double>(received);
    const std::uint64_t failure = bits_at(device.key, Stream::Failures, slot);
    out[Series::AuthorizationFailures] = failure % 4096 == 0
                                             ? 1.0 + static_cast<double>(failure >> 62)
                                             : 0.0;
    out[Series::ConnectionAttempts] = static_cast<double>(link.attempts);
    out[Series::Disconnects] = static_cast<double>(link.disconnects);
    if (sent == 0) return;
    const std::uint64_t bits = bits_at(device.key, Stream::MessageSize, slot);
    const std::int64_t version = firmware_at(plan, device, around.local).version;
    const double of_version = 1.0 + 0.02 * bell(bits_at(plan.key, Stream::FirmwareSize, version));
    const double mean = kind.message_bytes * device.size_level * of_version *
                        (1.0 + 0.01 * bell(bits));
    const double largest = mean *
                           (1.0 + kind.message_spread *
                                      (sent == 1 ? unit(bits) - 0.5 : heavy(mixed(bits), 8) * 0.5));
    const double smallest = sent == 1 ? largest
                                      : mean * (1.0 - 0.5 * std::min(0.9, kind.message_spread) *
                                                          unit(mixed(bits + 1)));
    out[Series::LargestMessage] = floored(largest);
    out[Series::SmallestMessage] = floored(smallest);
    out[Series::MessageBytes] = sent == 1 ? out[Series::LargestMessage]
                                          : floored(mean * static_cast<double>(sent - 1)) +
                                                out[Series::LargestMessage];
}

void measure_network(const FleetPlan& plan, const SiteSlot& around, const Device& device,
                     std::int64_t slot, double amount, const Link& link, Reading& out) {
    const Archetype& kind = *plan.archetype;
    const double sent = out[Series::MessagesSent];
    const double received = out[Series::MessagesReceived];
    const auto attempts = static_cast<double>(link.attempts);
    const std::uint64_t out_bits = bits_at(device.key, Stream::BytesOut, slot);
    const std::uint64_t in_bits = bits_at(device.key, Stream::BytesIn, slot);
    const double idle = kind.idle_bytes * link.portion;
    // Single transfers have a heavy tail; half of it makes the mean what the row says.
    const auto transfer = [&](double peak, std::uint64_t bits) {
        if (peak <= 0) return 0.0;
        const double tail = kind.bulk_burst > 1 ? heavy(bits, kind.bulk_burst) * 0.5 : 1.0;
        return peak * amount * link.portion * tail;
    };
    const double bulk_out = transfer(kind.bulk_out_peak, out_bits);
    double bulk_in = transfer(kind.bulk_in_peak, in_bits);
    if (out.regime == DeviceRegime::Updating) {
        const double share = 0.4 + 0.2 * unit(mixed(in_bits));
        bulk_in += kind.firmware_kilobytes * 1024.0 * share;
    }
    const double noise = 0.94 + 0.12 * unit(mixed(out_bits));
    out[Series::BytesOut] = floored(idle * noise + out[Series::MessageBytes] +
                                    sent * kMessageOverhead + received * kAcknowledgement +
                                    attempts * kHandshakeOut + bulk_out + bulk_in * 0.02);
    const double command_bytes = kind.message_bytes * 0.8 + kMessageOverhead;
    out[Series::BytesIn] = floored(idle * noise * 1.05 + received * command_bytes +
                                   sent * kAcknowledgement + attempts * kHandshakeIn + bulk_in +
                                   bulk_out * 0.02);
    const double packet = kind.bulk_packet_bytes *
                          (1.0 + 0.04 * bell(bits_at(device.key, Stream::Packets, slot)));
    const double idle_packets = idle * noise * (1.0 / 74);
    out[Series::PacketsOut] = floored(idle_packets + sent + received * 0.6 + attempts * 9 +
                                      bulk_out / packet + bulk_in / packet * 0.45);
    out[Series::PacketsIn] = floored(idle_packets + received + sent * 0.7 + attempts * 8 +
                                     bulk_in / packet + bulk_out / packet * 0.45);
    out[Series::TcpConnections] = static_cast<double>(
        kind.connections +
        count_of(kind.connections_peak * amount, bits_at(device.key, Stream::Connections, slot)));
    out[Series::TcpPorts] = static_cast<double>(tcp_ports(plan, device, slot).size());
    out[Series::UdpPorts] = static_cast<double>(kind.udp_ports.size());
    out[Series::Custom] = custom_number(plan, around, device, slot, amount);
}

// Told at the first slot of each hour, and no longer than history is looked through.
double seconds_gone(const FleetPlan& plan, const Site& site, const Device& device,
                    std::int64_t slot, std::span<const Effect> effects) {
    std::int64_t gone = 1;
    for (; gone < kMemorySlots; ++gone) {
        const std::int64_t before = slot - gone;
        const SiteSlot around = site_slot(plan, site, before);
        if (connected(regime_at(plan, device, around.out, around.local, before, effects))) break;
    }
    return static_cast<double>(gone * (kSlotMs / kSecond));
}

}  // namespace

bool Reading::has(Series series) const {
    switch (series) {
    case Series::SmallestMessage:
    case Series::LargestMessage:
    case Series::MessageBytes:
        return active && (*this)[Series::MessagesSent] > 0;
    case Series::DisconnectSeconds:
        return (*this)[Series::DisconnectSeconds] > 0;
    default:
        return static_cast<std::size_t>(series) < kCloudSeriesCount ? active : reported;
    }
}

Reading reading_at(const FleetPlan& plan, const Site& site, const SiteSlot& around,
                   const Device& device, std::int64_t slot, std::span<const Effect> effects) {
    Reading out;
    out.regime = regime_at(plan, device, around.out, around.local, slot, effects);
    const bool is = connected(out.regime);
    const bool was = connected(
        regime_at(plan, device, around.was_out, around.local - 1, slot - 1, effects));
    const double amount = is || was ? activity(plan, around, device, slot) : 0;
    if (is || was) {
        const Link link = link_at(plan, device, slot, is, was, around.was_out);
        out.present = true;
        out.active = true;
        measure_messages(plan, around, device, slot, amount, link, out);
        out.reported = is && turn_of(device, slot, plan.archetype->report_slots);
        if (out.reported) measure_network(plan, around, device, slot, amount, link, out);
    } else if (slot % kSlotsPerHour == 0) {
        out[Series::DisconnectSeconds] = seconds_gone(plan, site, device, slot, effects);
    }
    if (!effects.empty()) apply(plan, around, device, slot, amount, effects, out);
    return out;
}

Reading reading_at(const FleetPlan& plan, const Device& device, std::int64_t slot,
                   std::span<const Effect> effects) {
    const Site site = site_at(plan, site_number(plan, device.number));
    return reading_at(plan, site, site_slot(plan, site, slot), device, slot, effects);
}

}  // namespace picket::sim
