// Reads and writes DER values.
#include "x509/der.h"
#include "text/say.h"

namespace picket {
namespace {

std::string tag_text(std::uint8_t tag) {
    switch (tag) {
    case kDerBoolean:
        return "a BOOLEAN";
    case kDerInteger:
        return "an INTEGER";
    case kDerBitString:
        return "a BIT STRING";
    case kDerOctetString:
        return "an OCTET STRING";
    case kDerOid:
        return "an OBJECT IDENTIFIER";
    case kDerSequence:
        return "a SEQUENCE";
    case kDerSet:
        return "a SET";
    default:
        break;
    }
    constexpr std::string_view kDigits = "0123456789abcdef";
    return std::string("the tag ") + kDigits[tag >> 4] + kDigits[tag & 15];
}

}  // namespace

Refusal der_error(std::size_t place, const std::string& what) {
    Error error;
    error.code = ErrorCode::CertificateValidation;
    error.message = say("At byte {} of the DER, {}.", place, what);
    return error;
}

Result<DerValue> DerReader::next(std::string_view what) {
    DerValue value;
    value.place = place();
    const std::size_t left = bytes_.size() - at_;
    if (left < 2) return der_error(place(), say("{} is missing: the bytes end", what));
    value.tag = static_cast<std::uint8_t>(bytes_[at_]);
    if ((value.tag & 0x1F) == 0x1F)
        return der_error(place(), say("{} has a tag of several bytes", what));
    std::size_t size = static_cast<std::uint8_t>(bytes_[at_ + 1]);
    std::size_t head = 2;
    if (size >= 0x80) {
        const std::size_t digits = size - 0x80;
        if (digits == 0 || digits > 4 || left < 2 + digits)
            return der_error(place(), say("the length of {} is damaged", what));
        size = 0;
        for (; head < 2 + digits; ++head)
            size = size << 8 | static_cast<std::uint8_t>(bytes_[at_ + head]);
        // The one way to write it: short where short is possible, and no zero in front.
        if (size < 0x80 || size >> (8 * (digits - 1)) == 0)
            return der_error(place(), say("the length of {} is overlong", what));
    }
    if (size > left - head) {
        return der_error(place(),
                         say("{} claims {} bytes, and {} are left", what, size, left - head));
    }
    value.whole = bytes_.substr(at_, head + size);
    value.content = value.whole.substr(head);
    at_ += head + size;
    return value;
}

Result<DerValue> DerReader::take(std::uint8_t tag, std::string_view what) {
    const std::size_t before = place();
    PICKET_TRY(const DerValue value, next(what));
    if (value.tag == tag) return value;
    return der_error(
        before, say("{} should be {}, and it is {}", what, tag_text(tag), tag_text(value.tag)));
}

Refusal DerReader::end_problem(std::string_view what) const {
    if (at_end()) return std::nullopt;
    return der_error(place(), say("{} bytes follow the end of {}", bytes_.size() - at_, what));
}

std::string der_value(std::uint8_t tag, std::string_view content) {
    std::string out(1, static_cast<char>(tag));
    std::string digits;
    for (std::size_t rest = content.size(); rest > 0; rest >>= 8)
        digits.insert(digits.begin(), static_cast<char>(rest & 0xFF));
    if (content.size() >= 0x80) {
        out += static_cast<char>(0x80 + digits.size());
        out += digits;
    } else {
        out += static_cast<char>(content.size());
    }
    out += content;
    return out;
}

std::string der_integer(std::string_view bytes) {
    while (bytes.size() > 1 && bytes[0] == 0) bytes.remove_prefix(1);
    std::string content(bytes);
    if (content.empty() || (static_cast<std::uint8_t>(content[0]) & 0x80) != 0)
        content.insert(content.begin(), '\0');
    return der_value(kDerInteger, content);
}

std::string der_bit_string(std::string_view bytes) {
    return der_value(kDerBitString, std::string(1, '\0') + std::string(bytes));
}

std::string oid_text(std::string_view content) {
    std::string text;
    std::uint64_t arc = 0;
    bool inside = false;
    for (const char c : content) {
        const auto byte = static_cast<std::uint8_t>(c);
        if ((!inside && byte == 0x80) || arc >> 56 != 0) return {};
        arc = arc << 7 | (byte & 0x7F);
        inside = (byte & 0x80) != 0;
        if (inside) continue;
        if (text.empty()) {
            const std::uint64_t first = arc < 80 ? arc / 40 : 2;
            text = std::to_string(first);
            arc -= first * 40;
        }
        text += '.' + std::to_string(arc);
        arc = 0;
    }
    return inside ? std::string() : text;
}

}  // namespace picket
