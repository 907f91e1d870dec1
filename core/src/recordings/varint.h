// Whole numbers in as few bytes as they need: seven bits a byte, the lowest first.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace picket {

inline constexpr std::size_t kVarintMax = 10;  // bytes

// Returns where the next byte goes; kVarintMax bytes must be free. How long numbers are is what no
// processor foresees, so the short ones are laid out without a branch.
inline char* put_varint(char* out, std::uint64_t value) {
    if (value < 1u << 28) {
        const auto low = static_cast<std::uint32_t>(value);
        const unsigned more = (low >= 1u << 7) + (low >= 1u << 14) + (low >= 1u << 21);
        const std::uint32_t going_on = 0x808080u & ~(~0u << 8 * more);
        const std::uint32_t bytes = going_on | (low & 0x7F) | (low & 0x3F80) << 1 |
                                    (low & 0x1FC000) << 2 | (low & 0xFE00000) << 3;
        for (unsigned i = 0; i < 4; ++i) out[i] = static_cast<char>(bytes >> 8 * i);
        return out + more + 1;
    }
    for (; value >= 0x80; value >>= 7) *out++ = static_cast<char>(value | 0x80);
    *out++ = static_cast<char>(value);
    return out;
}
inline void put_varint(std::string& out, std::uint64_t value) {
    char bytes[kVarintMax];
    out.append(bytes, put_varint(bytes, value));
}

// False at the end of the bytes, for more than 64 bits, and for a form longer than it need be.
inline bool take_varint(std::string_view bytes, std::size_t& at, std::uint64_t& value) {
    value = 0;
    for (unsigned shift = 0; shift < 64 && at < bytes.size(); shift += 7) {
        const auto byte = static_cast<unsigned char>(bytes[at++]);
        if (shift == 63 && byte > 1) return false;
        value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
        if (byte < 0x80) return byte != 0 || shift == 0;
    }
    return false;
}

// Small numbers of either sign become small ones without a sign.
inline std::uint64_t zigzag(std::int64_t value) {
    return (static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63);
}
inline std::int64_t unzigzag(std::uint64_t value) {
    return static_cast<std::int64_t>(value >> 1) ^ -static_cast<std::int64_t>(value & 1);
}

}  // namespace picket
