// SHA-256, section by section as FIPS 180-4 writes it.
#include "base/sha256.h"

#include <algorithm>
#include <cstring>

namespace picket {
namespace {

constexpr std::uint32_t kRoundConstants[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

constexpr std::uint32_t rotate_right(std::uint32_t value, int bits) {
    return (value >> bits) | (value << (32 - bits));
}

std::uint32_t load_big_endian(const unsigned char* bytes) {
    return std::uint32_t{bytes[0]} << 24 | std::uint32_t{bytes[1]} << 16 |
           std::uint32_t{bytes[2]} << 8 | std::uint32_t{bytes[3]};
}

// One round: what would be the new `e` and `a` are in `d` and `h`.
[[gnu::always_inline]] inline void mix_round(std::uint32_t a, std::uint32_t b, std::uint32_t c,
                                             std::uint32_t& d, std::uint32_t e, std::uint32_t f,
                                             std::uint32_t g, std::uint32_t& h,
                                             std::uint32_t word) {
    const std::uint32_t sum1 = rotate_right(e, 6) ^ rotate_right(e, 11) ^ rotate_right(e, 25);
    const std::uint32_t choice = g ^ (e & (f ^ g));
    const std::uint32_t sum0 = rotate_right(a, 2) ^ rotate_right(a, 13) ^ rotate_right(a, 22);
    const std::uint32_t majority = (a & b) | (c & (a | b));
    const std::uint32_t mixed = h + sum1 + choice + word;
    d += mixed;
    h = mixed + sum0 + majority;
}

}  // namespace

void Sha256::mix_block(const unsigned char* block) {
    std::uint32_t schedule[64];
    for (int t = 0; t < 16; ++t) schedule[t] = load_big_endian(block + 4 * t);
    for (int t = 16; t < 64; ++t) {
        const std::uint32_t w15 = schedule[t - 15];
        const std::uint32_t w2 = schedule[t - 2];
        const std::uint32_t s0 = rotate_right(w15, 7) ^ rotate_right(w15, 18) ^ (w15 >> 3);
        const std::uint32_t s1 = rotate_right(w2, 17) ^ rotate_right(w2, 19) ^ (w2 >> 10);
        schedule[t] = schedule[t - 16] + s0 + schedule[t - 7] + s1;
    }
    auto [a, b, c, d, e, f, g, h] = state_;
    // Eight rounds at a time, so that the names change places and not the numbers.
    for (int t = 0; t < 64; t += 8) {
        const std::uint32_t* words = schedule + t;
        const std::uint32_t* constants = kRoundConstants + t;
        mix_round(a, b, c, d, e, f, g, h, words[0] + constants[0]);
        mix_round(h, a, b, c, d, e, f, g, words[1] + constants[1]);
        mix_round(g, h, a, b, c, d, e, f, words[2] + constants[2]);
        mix_round(f, g, h, a, b, c, d, e, words[3] + constants[3]);
        mix_round(e, f, g, h, a, b, c, d, words[4] + constants[4]);
        mix_round(d, e, f, g, h, a, b, c, words[5] + constants[5]);
        mix_round(c, d, e, f, g, h, a, b, words[6] + constants[6]);
        mix_round(b, c, d, e, f, g, h, a, words[7] + constants[7]);
    }
    const std::uint32_t mixed[] = {a, b, c, d, e, f, g, h};
    for (std::size_t i = 0; i < state_.size(); ++i) state_[i] += mixed[i];
}

Sha256& Sha256::add(std::string_view bytes) {
    length_ += bytes.size();
    while (!bytes.empty()) {
        if (pending_size_ == 0 && bytes.size() >= pending_.size()) {
            mix_block(reinterpret_cast<const unsigned char*>(bytes.data()));
            bytes.remove_prefix(pending_.size());
            continue;
        }
        const std::size_t taken = std::min(bytes.size(), pending_.size() - pending_size_);
        std::memcpy(pending_.data() + pending_size_, bytes.data(), taken);
        bytes.remove_prefix(taken);
        pending_size_ += taken;
        if (pending_size_ < pending_.size()) break;
        mix_block(pending_.data());
        pending_size_ = 0;
    }
    return *this;
}

Sha256Digest Sha256::finish() const {
    Sha256 last = *this;
    std::string padding(1, '\x80');
    while ((pending_size_ + padding.size()) % 64 != 56) padding += '\0';
    for (int shift = 56; shift >= 0; shift -= 8) {
        padding += static_cast<char>((length_ * 8 >> shift) & 0xff);
    }
    last.add(padding);
    Sha256Digest digest{};
    for (std::size_t i = 0; i < digest.size(); ++i) {
        digest[i] = static_cast<std::uint8_t>(last.state_[i / 4] >> (24 - 8 * (i % 4)));
    }
    return digest;
}

Sha256Digest sha256(std::string_view bytes) { return Sha256().add(bytes).finish(); }

std::string sha256_hex(std::string_view bytes) { return to_hex(sha256(bytes)); }

std::string to_hex(const Sha256Digest& digest) {
    std::string out;
    out.reserve(2 * digest.size());
    for (const std::uint8_t byte : digest) {
        out += "0123456789abcdef"[byte >> 4];
        out += "0123456789abcdef"[byte & 15];
    }
    return out;
}

}  // namespace picket
