// Both alphabets over one encoder and one decoder.
#include "base/base64.h"

#include <array>
#include <cstddef>
#include <cstdint>

namespace picket {
namespace {

constexpr std::string_view kStandard =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::string_view kUrlSafe =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

constexpr std::array<std::int8_t, 256> make_values(std::string_view alphabet) {
    std::array<std::int8_t, 256> values{};
    for (std::int8_t& value : values) value = -1;
    for (std::size_t i = 0; i < alphabet.size(); ++i) {
        values[static_cast<unsigned char>(alphabet[i])] = static_cast<std::int8_t>(i);
    }
    return values;
}

constexpr std::array<std::int8_t, 256> kStandardValues = make_values(kStandard);
constexpr std::array<std::int8_t, 256> kUrlSafeValues = make_values(kUrlSafe);

std::string encode(std::string_view bytes, std::string_view alphabet) {
    std::string out;
    out.reserve((bytes.size() + 2) / 3 * 4);
    std::uint32_t bits = 0;
    int bit_count = 0;
    for (const char byte : bytes) {
        bits = (bits << 8 | static_cast<unsigned char>(byte)) & 0xffff;
        bit_count += 8;
        for (; bit_count >= 6; bit_count -= 6) out += alphabet[(bits >> (bit_count - 6)) & 63];
    }
    if (bit_count > 0) out += alphabet[(bits << (6 - bit_count)) & 63];
    return out;
}

std::optional<std::string> decode(std::string_view text,
                                  const std::array<std::int8_t, 256>& values) {
    if (text.size() % 4 == 1) return std::nullopt;
    std::string out;
    out.reserve(text.size() / 4 * 3 + 2);
    std::uint32_t bits = 0;
    int bit_count = 0;
    for (const char symbol : text) {
        const std::int8_t value = values[static_cast<unsigned char>(symbol)];
        if (value < 0) return std::nullopt;
        bits = (bits << 6 | static_cast<std::uint32_t>(value)) & 0xffff;
        bit_count += 6;
        if (bit_count < 8) continue;
        bit_count -= 8;
        out += static_cast<char>((bits >> bit_count) & 0xff);
    }
    if ((bits & ((1u << bit_count) - 1)) != 0) return std::nullopt;
    return out;
}

}  // namespace

std::string base64_encode(std::string_view bytes) {
    std::string out = encode(bytes, kStandard);
    while (out.size() % 4 != 0) out += '=';
    return out;
}

std::optional<std::string> base64_decode(std::string_view text) {
    if (text.size() % 4 != 0) return std::nullopt;
    for (int i = 0; i < 2 && !text.empty() && text.back() == '='; ++i) text.remove_suffix(1);
    return decode(text, kStandardValues);
}

std::string base64url_encode(std::string_view bytes) { return encode(bytes, kUrlSafe); }

std::optional<std::string> base64url_decode(std::string_view text) {
    return decode(text, kUrlSafeValues);
}

}  // namespace picket
