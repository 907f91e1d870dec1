// Chance without state: every random number is a function of (key, stream, index), so that any
// slice of a simulated series can be computed alone. Only integers, + - * / and sqrt, which give
// the same bits in every build.
#pragma once

#include <cstdint>
#include <optional>

namespace picket::sim {

using Key = std::uint64_t;

// One number per decision that needs its own; a new stream shifts no other.
enum class Stream : std::uint64_t {
    Phase = 1,
    Level,
    SizeLevel,
    Flakiness,
    UtcOffset,
    SiteOutage,
    RegionOutage,
    OwnOutage,
    SwitchedOff,
    Trip,
    Heartbeat,
    FirmwarePhase,
    FirmwareNight,
    FirmwareTime,
    FirmwareSize,
    Absence,
    SiteDay,
    SiteHour,
    SiteBurst,
    DeviceDay,
    DeviceHour,
    DeviceSlot,
    DeviceBurst,
    Portion,
    Retries,
    Reconnects,
    Events,
    Commands,
    MessageSize,
    BytesOut,
    BytesIn,
    Packets,
    Connections,
    Failures,
    Custom,
    Address,
    AddressLease,
    Peer,
    DebugPort,
    Attack,
    AttackSize,
    Appliance,
};

// The finalizer of splitmix64 (Stafford's variant 13).
constexpr std::uint64_t mixed(std::uint64_t z) {
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
    z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
    return z ^ (z >> 31);
}

constexpr std::uint64_t bits_at(Key key, Stream stream, std::int64_t index) {
    return mixed(key + static_cast<std::uint64_t>(stream) * 0x9e3779b97f4a7c15 +
                 static_cast<std::uint64_t>(index) * 0xd1342543de82ef95);
}

constexpr double unit(std::uint64_t bits) {  // in [0, 1)
    return static_cast<double>(bits >> 11) * 0x1p-53;
}
constexpr double unit_at(Key key, Stream stream, std::int64_t index) {
    return unit(bits_at(key, stream, index));
}

// The sum of four uniform numbers, scaled to mean 0 and deviation 1; within +-3.5.
constexpr double bell(std::uint64_t bits) {
    const auto sum = (bits & 0xffff) + (bits >> 16 & 0xffff) + (bits >> 32 & 0xffff) + (bits >> 48);
    return (static_cast<double>(sum) * (1.0 / 65536) - 2.0) * 1.7320508075688772;
}

// Rounds down, also below zero.
constexpr std::int64_t floor_div(std::int64_t value, std::int64_t divisor) {
    const std::int64_t quotient = value / divisor;
    return quotient * divisor > value ? quotient - 1 : quotient;
}

// Log-logistic with median 1: many a little, few a lot. Each further root makes it narrower; the
// 99 % point is 9.9, 3.2, 1.8, 1.3 for 1 to 4 roots. Cut at 200 odds.
double level(std::uint64_t bits, int roots);

// Pareto with exponent 2, at least 1 and at most `most`: a hundredth of the draws is above 10.
double heavy(std::uint64_t bits, double most);

// A smooth path within +-1 with a knot every `period` slots.
double smooth(Key key, Stream stream, std::int64_t slot, std::int64_t period);

// How many of something that comes at random, `mean` times on average: binomial of 32 for small
// means, bell-shaped for large ones.
std::int64_t count_of(double mean, std::uint64_t bits);

// Spells: in each block of slots one may begin, with a chance per thousand, at a slot of
// [begin_from, begin_to) of the block, for at least `length_min` slots, with a heavy tail up to
// `length_max`, which is at most a block.
struct Spells {
    Stream stream;
    std::int64_t block = 288;
    std::int64_t per_mille = 0;
    std::int64_t begin_from = 0;
    std::int64_t begin_to = 288;
    std::int64_t length_min = 1;
    std::int64_t length_max = 288;
};
struct Spell {
    std::int64_t begin = 0;
    std::int64_t end = 0;  // the first slot behind it
    std::uint64_t bits = 0;
};
std::optional<Spell> spell_at(Key key, const Spells& spells, std::int64_t slot);

}  // namespace picket::sim
