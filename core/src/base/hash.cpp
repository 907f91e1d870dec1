// MurmurHash3 x64/128 as a stream.
#include "base/hash.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace picket {
namespace {

constexpr std::uint64_t kFirstFactor = 0x87c37b91114253d5;
constexpr std::uint64_t kSecondFactor = 0x4cf5ad432745937f;

std::uint64_t mix_first_lane(std::uint64_t lane) {
    return std::rotl(lane * kFirstFactor, 31) * kSecondFactor;
}

std::uint64_t mix_second_lane(std::uint64_t lane) {
    return std::rotl(lane * kSecondFactor, 33) * kFirstFactor;
}

std::uint64_t avalanche(std::uint64_t value) {
    value = (value ^ (value >> 33)) * 0xff51afd7ed558ccd;
    value = (value ^ (value >> 33)) * 0xc4ceb9fe1a85ec53;
    return value ^ (value >> 33);
}

// Spelled with shifts, which compilers turn into one load, so that byte order never matters.
std::uint64_t load_u64(const unsigned char* bytes) {
    std::uint64_t value = 0;
    for (int i = 7; i >= 0; --i) value = (value << 8) | bytes[i];
    return value;
}

void append_hex(std::string& out, std::uint64_t value) {
    for (int shift = 60; shift >= 0; shift -= 4) out += "0123456789abcdef"[(value >> shift) & 15];
}

}  // namespace

std::string Hash128::hex() const {
    std::string out;
    out.reserve(32);
    append_hex(out, high);
    append_hex(out, low);
    return out;
}

void Hasher::mix_block(std::uint64_t low_lane, std::uint64_t high_lane) {
    first_ ^= mix_first_lane(low_lane);
    first_ = (std::rotl(first_, 27) + second_) * 5 + 0x52dce729;
    second_ ^= mix_second_lane(high_lane);
    second_ = (std::rotl(second_, 31) + first_) * 5 + 0x38495ab5;
}

Hasher& Hasher::add(std::string_view bytes) {
    length_ += bytes.size();
    while (!bytes.empty()) {
        const std::size_t taken = std::min(bytes.size(), sizeof pending_ - pending_size_);
        std::memcpy(pending_ + pending_size_, bytes.data(), taken);
        bytes.remove_prefix(taken);
        pending_size_ += taken;
        if (pending_size_ < sizeof pending_) break;
        mix_block(load_u64(pending_), load_u64(pending_ + 8));
        pending_size_ = 0;
    }
    return *this;
}

Hasher& Hasher::add_u64(std::uint64_t value) {
    char bytes[8];
    for (char& byte : bytes) {
        byte = static_cast<char>(value & 0xff);
        value >>= 8;
    }
    return add(std::string_view(bytes, sizeof bytes));
}

Hasher& Hasher::add_string(std::string_view text) {
    add_u64(text.size());
    return add(text);
}

Hash128 Hasher::finish() const {
    unsigned char tail[16] = {};
    std::memcpy(tail, pending_, pending_size_);
    std::uint64_t first = first_ ^ mix_first_lane(load_u64(tail)) ^ length_;
    std::uint64_t second = second_ ^ mix_second_lane(load_u64(tail + 8)) ^ length_;
    first += second;
    second += first;
    first = avalanche(first);
    second = avalanche(second);
    first += second;
    second += first;
    return {first, second};
}

Hash128 hash_bytes(std::string_view bytes, std::uint64_t seed) {
    return Hasher(seed).add(bytes).finish();
}

}  // namespace picket
