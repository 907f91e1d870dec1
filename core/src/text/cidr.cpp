// Reads addresses by hand: the C library's readers know more forms than the service does, and are
// not there in every build.
#include "text/cidr.h"

namespace picket {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

std::optional<int> small_number(std::string_view text, int max) {
    if (text.empty() || text.size() > 3 || (text.size() > 1 && text[0] == '0')) return std::nullopt;
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value <= max ? std::optional<int>(value) : std::nullopt;
}

bool read_version_4(std::string_view text, std::uint8_t* out) {
    for (int i = 0; i < 4; ++i) {
        const std::size_t dot = i < 3 ? text.find('.') : kNone;
        if (i < 3 && dot == kNone) return false;
        const auto part = small_number(text.substr(0, dot), 255);
        if (!part) return false;
        out[i] = static_cast<std::uint8_t>(*part);
        if (i < 3) text.remove_prefix(dot + 1);
    }
    return true;
}

std::optional<int> hex_group(std::string_view text) {
    if (text.empty() || text.size() > 4) return std::nullopt;
    int value = 0;
    for (const char c : text) {
        const char low = static_cast<char>(c | 0x20);
        const bool digit = c >= '0' && c <= '9';
        if (!digit && (low < 'a' || low > 'f')) return std::nullopt;
        value = value * 16 + (digit ? c - '0' : low - 'a' + 10);
    }
    return value;
}

// Groups between colons; the last may be an address of version 4. Returns how many bytes were read,
// or -1.
int read_groups(std::string_view text, std::uint8_t* out) {
    int size = 0;
    while (!text.empty()) {
        const std::size_t colon = text.find(':');
        const std::string_view group = text.substr(0, colon);
        if (colon == kNone && group.find('.') != kNone) {
            return size <= 12 && read_version_4(group, out + size) ? size + 4 : -1;
        }
        const auto value = hex_group(group);
        if (!value || size > 14) return -1;
        out[size++] = static_cast<std::uint8_t>(*value >> 8);
        out[size++] = static_cast<std::uint8_t>(*value & 0xFF);
        if (colon == kNone) break;
        text.remove_prefix(colon + 1);
        if (text.empty()) return -1;  // ends in a colon
    }
    return size;
}

bool read_version_6(std::string_view text, std::array<std::uint8_t, 16>& out) {
    const std::size_t gap = text.find("::");
    if (gap == kNone) return read_groups(text, out.data()) == 16;
    const std::string_view behind = text.substr(gap + 2);
    if (behind.find("::") != kNone) return false;
    if (text.substr(0, gap).find('.') != kNone) return false;
    std::array<std::uint8_t, 16> tail = {};
    const int head_size = read_groups(text.substr(0, gap), out.data());
    const int tail_size = read_groups(behind, tail.data());
    if (head_size < 0 || tail_size < 0 || head_size + tail_size > 14) return false;
    for (int i = 0; i < tail_size; ++i) {
        out[static_cast<std::size_t>(16 - tail_size + i)] = tail[static_cast<std::size_t>(i)];
    }
    return true;
}

}  // namespace

std::optional<Cidr> parse_cidr(std::string_view text) {
    const std::size_t slash = text.find('/');
    const std::string_view address = text.substr(0, slash);
    Cidr cidr;
    cidr.is_version_6 = address.find(':') != kNone;
    if (!(cidr.is_version_6 ? read_version_6(address, cidr.bytes)
                            : read_version_4(address, cidr.bytes.data()))) {
        return std::nullopt;
    }
    const int bits = cidr.is_version_6 ? 128 : 32;
    const auto prefix = slash == kNone ? std::optional<int>(bits)
                                       : small_number(text.substr(slash + 1), bits);
    if (!prefix) return std::nullopt;
    cidr.prefix_bits = *prefix;
    return cidr;
}

}  // namespace picket
