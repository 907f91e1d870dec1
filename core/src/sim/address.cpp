// See address.h.
#include "sim/address.h"

#include <algorithm>

namespace picket::sim {
namespace {

constexpr Address address(unsigned a, unsigned b, unsigned c, unsigned d) {
    return a << 24 | b << 16 | c << 8 | d;
}
constexpr Address kSites = address(198, 18, 0, 0);       // /15
constexpr Address kCarriers = address(100, 64, 0, 0);    // /10
constexpr Address kService = address(192, 0, 2, 0);      // /24
constexpr Address kVendor = address(198, 51, 100, 0);    // /24
constexpr Address kAttackers = address(203, 0, 113, 0);  // /24

// Someone looks for a fault and forgets to close the door: rare, and no attack.
constexpr Spells kDebugPort = {.stream = Stream::DebugPort, .per_mille = 2, .length_min = 6};
constexpr std::uint16_t kTelnet = 23;

Address low_bits(Key key, Stream stream, std::int64_t index, int bits) {
    return static_cast<Address>(bits_at(key, stream, index) >> (64 - bits));
}

}  // namespace

std::string address_text(Address address) {
    std::string text;
    for (int shift = 24; shift >= 0; shift -= 8) {
        if (!text.empty()) text += '.';
        text += std::to_string(address >> shift & 255);
    }
    return text;
}

ShortList<Address> source_addresses(const FleetPlan& plan, const Device& device, std::int64_t slot,
                                    bool present, std::span<const Effect> effects) {
    ShortList<Address> list;
    if (!present) {
        // nothing of its own
    } else if (plan.archetype->sleeps) {
        // A carrier gives out another address at least every few hours.
        list.add(kCarriers + low_bits(device.key, Stream::Address, floor_div(slot, 50), 22));
    } else {
        const Site site = site_at(plan, site_number(plan, device.number));
        const auto lease = static_cast<std::int64_t>(
            (4 + bits_at(site.key, Stream::AddressLease, 0) % 40) * kSlotsPerDay);
        list.add(kSites + low_bits(site.key, Stream::Address, floor_div(slot, lease), 17));
    }
    for (const Effect& effect : effects) {
        if (!effect.acts(slot)) continue;
        if (effect.kind == AttackKind::CredentialBruteForce)
            list.add(kAttackers + low_bits(effect.key, Stream::Address, floor_div(slot, 6), 7));
        if (effect.kind == AttackKind::SharedCertificate)
            list.add(kAttackers + 128 + low_bits(effect.key, Stream::Address, device.number, 7));
    }
    return list;
}

ShortList<Address> destination_addresses(const FleetPlan& plan, const Device& device,
                                         std::int64_t slot, std::span<const Effect> effects) {
    ShortList<Address> list;
    const std::int64_t day = floor_div(slot, kSlotsPerDay);
    // The service answers from a few addresses that change through the day; time from one.
    list.add(kService + low_bits(device.key, Stream::Peer, floor_div(slot, 70), 3));
    if (bits_at(device.key, Stream::Peer, slot) % 6 == 0) list.add(kService + 123);
    if (plan.archetype->bulk_out_peak > 0)
        list.add(kVendor + low_bits(plan.key, Stream::Peer, day, 4));
    for (const Effect& effect : effects) {
        if (!effect.acts(slot)) continue;
        switch (effect.kind) {
        case AttackKind::PortScan:
            for (int i = 0; i < 12; ++i)
                list.add(kAttackers + static_cast<Address>(((slot - effect.since) * 12 + i) & 255));
            break;
        case AttackKind::SlowExfiltration:
            list.add(kAttackers + 44);
            break;
        case AttackKind::Beaconing:
            if ((slot - effect.since) % 3 == 0) list.add(kAttackers + 66);
            break;
        default:
            break;
        }
    }
    return list;
}

ShortList<std::uint16_t> tcp_ports(const FleetPlan& plan, const Device& device, std::int64_t slot) {
    ShortList<std::uint16_t> list;
    for (const std::uint16_t port : plan.archetype->tcp_ports) list.add(port);
    if (spell_at(device.key, kDebugPort, slot)) list.add(kTelnet);
    return list;
}

ShortList<std::uint16_t> udp_ports(const FleetPlan& plan) {
    ShortList<std::uint16_t> list;
    for (const std::uint16_t port : plan.archetype->udp_ports) list.add(port);
    return list;
}

}  // namespace picket::sim
