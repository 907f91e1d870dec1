// Request ids: what a service returns as x-amzn-requestid. They belong to the host and never enter
// the World, but they are the same in every host: a UUID made from the seed and a counter of the
// requests answered so far.
#pragma once

#include <cstdint>
#include <string>

namespace picket {

inline std::string request_id(std::int64_t seed, std::int64_t count) {
    constexpr std::uint64_t kGolden = 0x9e3779b97f4a7c15;
    const auto mix = [](std::uint64_t z) {  // splitmix64
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
        z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
        return z ^ (z >> 31);
    };
    const std::uint64_t base = mix(static_cast<std::uint64_t>(seed) + kGolden) +
                               2 * kGolden * static_cast<std::uint64_t>(count);
    std::uint64_t halves[2] = {mix(base), mix(base + kGolden)};
    halves[0] = (halves[0] & 0xffffffffffff0fff) | 0x4000;              // version 4
    halves[1] = (halves[1] & 0x3fffffffffffffff) | 0x8000000000000000;  // RFC 4122
    std::string id;
    for (int digit = 0; digit < 32; ++digit) {
        if (digit == 8 || digit == 12 || digit == 16 || digit == 20) id += '-';
        id += "0123456789abcdef"[(halves[digit / 16] >> (60 - 4 * (digit % 16))) & 15];
    }
    return id;
}

}  // namespace picket
