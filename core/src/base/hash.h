// A fast 128-bit hash for ids and for the World hash. The same bytes give the same hash on every
// host, whatever its word size or byte order, and however they are split over calls. Not
// cryptographic: for that, see sha256.h.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace picket {

struct Hash128 {
    std::uint64_t high = 0;
    std::uint64_t low = 0;

    std::string hex() const;  // 32 lower-case digits

    friend constexpr bool operator==(const Hash128&, const Hash128&) = default;
    friend constexpr bool operator<(const Hash128& left, const Hash128& right) {
        return left.high != right.high ? left.high < right.high : left.low < right.low;
    }
};

// MurmurHash3 x64/128 (public domain, Austin Appleby) with a 64-bit seed: only 64-bit multiplies
// and shifts, which WebAssembly has, and published results to test against.
class Hasher {
public:
    explicit Hasher(std::uint64_t seed = 0) : first_(seed), second_(seed) {}

    Hasher& add(std::string_view bytes);        // raw: add("a").add("b") equals add("ab")
    Hasher& add_u64(std::uint64_t value);       // eight bytes, least significant first
    Hasher& add_string(std::string_view text);  // its length, then its bytes: no two lists of
                                                // strings collide by joining
    Hash128 finish() const;                     // of what was added so far; adding may go on

private:
    void mix_block(std::uint64_t low_lane, std::uint64_t high_lane);

    std::uint64_t first_;
    std::uint64_t second_;
    std::uint64_t length_ = 0;
    unsigned char pending_[16] = {};
    std::size_t pending_size_ = 0;
};

Hash128 hash_bytes(std::string_view bytes, std::uint64_t seed = 0);

}  // namespace picket
