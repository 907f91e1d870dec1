// SHA-256 (FIPS 180-4): names of recordings, certificate ids, and the comparison of builds.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace picket {

using Sha256Digest = std::array<std::uint8_t, 32>;

class Sha256 {
public:
    Sha256& add(std::string_view bytes);
    Sha256Digest finish() const;  // of what was added so far; adding may go on

private:
    void mix_block(const unsigned char* block);

    std::array<std::uint32_t, 8> state_ = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                           0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
    std::array<unsigned char, 64> pending_ = {};
    std::size_t pending_size_ = 0;
    std::uint64_t length_ = 0;
};

Sha256Digest sha256(std::string_view bytes);
std::string sha256_hex(std::string_view bytes);  // 64 lower-case digits
std::string to_hex(const Sha256Digest& digest);

}  // namespace picket
