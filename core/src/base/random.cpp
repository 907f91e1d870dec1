// splitmix64 seeds, xoshiro256** draws.
#include "base/random.h"

#include <bit>

#include "base/hash.h"
#include "picket/result.h"

namespace picket {

std::uint64_t splitmix64(std::uint64_t& state) {
    state += 0x9e3779b97f4a7c15;
    std::uint64_t z = state;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
    z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
    return z ^ (z >> 31);
}

Random::Random(std::uint64_t seed, std::string_view name) : state_() {
    // The name is hashed together with the seed, so no two streams are shifted copies of one
    // another.
    std::uint64_t mixer = Hasher(seed).add_string(name).finish().high;
    for (std::uint64_t& word : state_) word = splitmix64(mixer);
}

std::uint64_t Random::next() {
    auto& [s0, s1, s2, s3] = state_;
    const std::uint64_t result = std::rotl(s1 * 5, 7) * 9;
    const std::uint64_t shifted = s1 << 17;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= shifted;
    s3 = std::rotl(s3, 45);
    return result;
}

std::uint64_t Random::below(std::uint64_t n) {
    PICKET_ASSERT(n > 0);
    int unused_bits = 63;  // at least one bit is drawn, so that every call moves the stream
    while (unused_bits > 0 && (n - 1) >> (64 - unused_bits) != 0) --unused_bits;
    while (true) {
        const std::uint64_t drawn = next() >> unused_bits;
        if (drawn < n) return drawn;
    }
}

std::int64_t Random::between(std::int64_t low, std::int64_t high) {
    PICKET_ASSERT(low <= high);
    // Unsigned arithmetic wraps where the distance does not fit into int64.
    const std::uint64_t distance = static_cast<std::uint64_t>(high) -
                                   static_cast<std::uint64_t>(low);
    const std::uint64_t step = distance == UINT64_MAX ? next() : below(distance + 1);
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(low) + step);
}

bool Random::chance(Ratio probability) {
    return below(probability.denominator) < probability.numerator;
}

}  // namespace picket
