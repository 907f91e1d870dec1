// Internet addresses and blocks of them as text: "10.0.0.0/8", "2001:db8::/32", "192.0.2.1".
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace picket {

struct Cidr {
    std::array<std::uint8_t, 16> bytes = {};  // the first four of them when it is version 4
    int prefix_bits = 0;                      // all of them when the text has no slash
    bool is_version_6 = false;
};

// Strict: no blanks, no leading zeros in version 4, no zone, nothing behind.
std::optional<Cidr> parse_cidr(std::string_view text);

}  // namespace picket
