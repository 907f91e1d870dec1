// Numbers from text, the same bits in every build: JSON and CSV both read decimals through here.
// Not modelled: hexadecimal, digit grouping, "nan" and "inf"; who meets those decides for itself.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace picket {

// The number grammar of RFC 8259: no plus sign, no leading zeros, digits around the point.
bool is_json_number(std::string_view text);

// Nearest double of a JSON number; nothing for other text and beyond the largest double.
std::optional<double> parse_double(std::string_view text);

// A JSON number without fraction and exponent that fits 64 bits; "-0" is 0.
std::optional<std::int64_t> parse_int64(std::string_view text);

}  // namespace picket
