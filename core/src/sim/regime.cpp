// See regime.h.
#include "sim/regime.h"

#include <algorithm>

namespace picket::sim {
namespace {

// A region that cannot be reached for a few minutes, about every six weeks.
constexpr Spells kRegionOutage = {.stream = Stream::RegionOutage,
                                  .block = 7 * kSlotsPerDay,
                                  .per_mille = 160,
                                  .begin_to = 7 * kSlotsPerDay,
                                  .length_max = 5};
constexpr Spells kSiteOutage = {
    .stream = Stream::SiteOutage, .per_mille = 22, .length_min = 2, .length_max = 200};
constexpr Spells kAbsence = {.stream = Stream::Absence,
                             .block = 32 * kSlotsPerDay,
                             .per_mille = 450,
                             .begin_to = 24 * kSlotsPerDay,
                             .length_min = 2 * kSlotsPerDay,
                             .length_max = 14 * kSlotsPerDay};
constexpr Spells kSiteBurst = {
    .stream = Stream::SiteBurst, .block = 96, .per_mille = 30, .begin_to = 96, .length_max = 12};
// Blocks of nights begin at noon.
constexpr std::int64_t kNoon = kSlotsPerDay / 2;
constexpr Spells kSwitchedOff = {.stream = Stream::SwitchedOff,
                                 .begin_from = 100,
                                 .begin_to = 150,
                                 .length_min = 50,
                                 .length_max = 200};
constexpr Spells kMorningTrip = {
    .stream = Stream::Trip, .begin_from = 78, .begin_to = 108, .length_min = 20, .length_max = 48};
constexpr std::int64_t kFirmwareDays = 28;
constexpr std::int64_t kSignOfLife = 48;

bool out_at(const FleetPlan& plan, const Site& site, std::int64_t slot) {
    return spell_at(plan.sites_key, kRegionOutage, slot).has_value() ||
           spell_at(site.key, kSiteOutage, slot).has_value();
}

bool on_trip(const Device& device, std::int64_t local_slot) {
    const std::int64_t shifted = local_slot + device.phase;
    Spells morning = kMorningTrip;
    morning.per_mille = calendar(shifted).weekday < 5 ? 880 : 150;
    Spells afternoon = morning;
    afternoon.begin_from = 152;
    afternoon.begin_to = 180;
    // The afternoon draws from another key, or both trips would be one.
    return spell_at(device.key, morning, shifted).has_value() ||
           spell_at(mixed(device.key), afternoon, shifted).has_value();
}

bool awake(const Device& device, std::int64_t local_slot) {
    const auto turn = static_cast<std::int64_t>(bits_at(device.key, Stream::Heartbeat, 0) %
                                                kSignOfLife);
    return floor_div(local_slot + turn, kSignOfLife) * kSignOfLife == local_slot + turn ||
           on_trip(device, local_slot);
}

// Less than fully silent: hours of silence, drawn.
bool silenced(std::span<const Effect> effects, std::int64_t slot) {
    return std::any_of(effects.begin(), effects.end(), [&](const Effect& effect) {
        return effect.kind == AttackKind::SilentDevice && effect.acts(slot) &&
               unit_at(effect.key, Stream::Attack, floor_div(slot, kSlotsPerHour)) <
                   effect.strength;
    });
}

// A house cools and warms up over two hours.
double absence_felt(const Site& site, std::int64_t local, const std::optional<Spell>& left) {
    constexpr std::int64_t kHours = 2 * kSlotsPerHour;
    const auto share = [](std::int64_t slots) {
        return std::min(1.0, static_cast<double>(slots) / static_cast<double>(kHours));
    };
    if (left) return share(local - left->begin);
    const auto before = spell_at(site.key, kAbsence, local - kHours);
    return before ? 1.0 - share(local - before->end) : 0.0;
}

}  // namespace

SiteSlot site_slot(const FleetPlan& plan, const Site& site, std::int64_t slot) {
    SiteSlot now;
    now.local = slot + site.offset_slots;
    now.out = out_at(plan, site, slot);
    now.was_out = out_at(plan, site, slot - 1);
    const auto left = spell_at(site.key, kAbsence, now.local);
    now.absent = left.has_value();
    now.away = absence_felt(site, now.local, left);
    const std::int64_t day = floor_div(now.local, kSlotsPerDay);
    now.mood = 0.65 * smooth(site.key, Stream::SiteHour, slot, 20) +
               0.3 * bell(bits_at(site.key, Stream::SiteDay, day));
    if (const auto burst = spell_at(site.key, kSiteBurst, slot)) now.burst = heavy(burst->bits, 8);
    return now;
}

Firmware firmware_at(const FleetPlan& plan, const Device& device, std::int64_t local_slot) {
    constexpr double kShares[] = {0.01, 0.08, 0.3, 0.65};  // done after each of four nights
    constexpr int kFirstHour = 2;
    const Calendar at = calendar(local_slot);
    const std::int64_t day = at.day +
                             static_cast<std::int64_t>(bits_at(plan.key, Stream::FirmwarePhase, 0) %
                                                       kFirmwareDays);
    const std::int64_t wave = floor_div(day, kFirmwareDays);
    const std::int64_t night = day - wave * kFirmwareDays;
    Firmware now = {.version = wave + 1};
    if (night > 4) return now;
    const double place = unit_at(device.key, Stream::FirmwareNight, wave);
    const std::int64_t own = std::upper_bound(std::begin(kShares), std::end(kShares), place) -
                             std::begin(kShares);
    const std::uint64_t bits = bits_at(device.key, Stream::FirmwareTime, wave);
    const auto begin = static_cast<int>(kFirstHour * kSlotsPerHour + bits % 24);
    const int restart = begin + 2 + static_cast<int>(bits >> 32 & 1);
    if (night < own || (night == own && at.slot < restart)) now.version = wave;
    now.downloading = night == own && at.slot >= begin && at.slot < restart;
    now.restarting = night == own && at.slot == restart;
    return now;
}

DeviceRegime regime_at(const FleetPlan& plan, const Device& device, bool site_out,
                       std::int64_t local_slot, std::int64_t slot,
                       std::span<const Effect> effects) {
    const Archetype& kind = *plan.archetype;
    if (site_out || (!effects.empty() && silenced(effects, slot))) return DeviceRegime::Offline;
    Spells own = {.stream = Stream::OwnOutage, .length_min = 2, .length_max = 280};
    own.per_mille = kind.outages_per_mille;
    if (spell_at(device.key, own, slot)) return DeviceRegime::Offline;
    if (kind.switched_off_per_mille > 0) {
        Spells off = kSwitchedOff;
        off.per_mille = kind.switched_off_per_mille;
        if (spell_at(device.key, off, local_slot - kNoon)) return DeviceRegime::Offline;
    }
    const Firmware firmware = firmware_at(plan, device, local_slot);
    if (firmware.restarting) return DeviceRegime::Offline;
    if (firmware.downloading) return DeviceRegime::Updating;
    if (kind.sleeps && !awake(device, local_slot)) return DeviceRegime::Asleep;
    return DeviceRegime::Online;
}

}  // namespace picket::sim
