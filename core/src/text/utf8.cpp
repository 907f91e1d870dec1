// UTF-8 decoding after the table of well-formed byte sequences in the Unicode standard (table 3-7).
#include "text/utf8.h"

namespace picket {

Utf8Step utf8_step(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t index) {
        return index < text.size() ? static_cast<unsigned char>(text[index]) : 0u;
    };
    const unsigned lead = byte(at);
    if (lead < 0x80) return {static_cast<char32_t>(lead), 1, true};
    std::uint32_t more = 0;
    unsigned low = 0x80, high = 0xBF;  // the range of the second byte
    char32_t code = 0;
    if (lead >= 0xC2 && lead <= 0xDF) {
        more = 1;
        code = lead & 0x1Fu;
    } else if (lead >= 0xE0 && lead <= 0xEF) {
        more = 2;
        code = lead & 0x0Fu;
        if (lead == 0xE0) low = 0xA0;
        if (lead == 0xED) high = 0x9F;
    } else if (lead >= 0xF0 && lead <= 0xF4) {
        more = 3;
        code = lead & 0x07u;
        if (lead == 0xF0) low = 0x90;
        if (lead == 0xF4) high = 0x8F;
    } else {
        return {};
    }
    for (std::uint32_t i = 1; i <= more; ++i) {
        const unsigned next = byte(at + i);
        if (next < low || next > high) return {0xFFFD, i, false};
        code = (code << 6) | (next & 0x3Fu);
        low = 0x80;
        high = 0xBF;
    }
    return {code, more + 1, true};
}

void append_utf8(std::string& out, char32_t code) {
    const auto put = [&](char32_t byte) { out.push_back(static_cast<char>(byte)); };
    if (code < 0x80) {
        put(code);
    } else if (code < 0x800) {
        put(0xC0 | (code >> 6));
        put(0x80 | (code & 0x3F));
    } else if (code < 0x10000) {
        put(0xE0 | (code >> 12));
        put(0x80 | ((code >> 6) & 0x3F));
        put(0x80 | (code & 0x3F));
    } else {
        put(0xF0 | (code >> 18));
        put(0x80 | ((code >> 12) & 0x3F));
        put(0x80 | ((code >> 6) & 0x3F));
        put(0x80 | (code & 0x3F));
    }
}

std::string utf8_excerpt(std::string_view text, std::size_t points_max) {
    std::string out;
    std::size_t at = 0;
    for (std::size_t points = 0; at < text.size(); ++points) {
        if (points == points_max) return out += "\xE2\x80\xA6";  // horizontal ellipsis
        const Utf8Step step = utf8_step(text, at);
        if (step.code < 0x20) {
            out += ' ';
        } else {
            append_utf8(out, step.code);
        }
        at += step.length;
    }
    return out;
}

}  // namespace picket
