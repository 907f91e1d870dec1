// DER (X.690), as much as certificates need: one value after the other, and values made from parts.
//
// The reader takes hostile input: it never reads beyond its bytes, refuses what is not DER
// (indefinite and overlong lengths, tags of several bytes), and says at which byte. It does not
// recurse; whoever descends decides how deep.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "picket/result.h"

namespace picket {

inline constexpr std::uint8_t kDerBoolean = 0x01;
inline constexpr std::uint8_t kDerInteger = 0x02;
inline constexpr std::uint8_t kDerBitString = 0x03;
inline constexpr std::uint8_t kDerOctetString = 0x04;
inline constexpr std::uint8_t kDerNull = 0x05;
inline constexpr std::uint8_t kDerOid = 0x06;
inline constexpr std::uint8_t kDerUtf8 = 0x0C;
inline constexpr std::uint8_t kDerUtcTime = 0x17;
inline constexpr std::uint8_t kDerGeneralizedTime = 0x18;
inline constexpr std::uint8_t kDerSequence = 0x30;
inline constexpr std::uint8_t kDerSet = 0x31;
constexpr std::uint8_t der_context(int number, bool constructed = true) {
    return static_cast<std::uint8_t>((constructed ? 0xA0 : 0x80) + number);
}

struct DerValue {
    std::uint8_t tag = 0;
    std::string_view content;
    std::string_view whole;  // tag and length too
    std::size_t place = 0;   // of the tag, counted from the beginning of everything
};

// "CertificateValidationException: At byte 12 of the DER, ..."
Refusal der_error(std::size_t place, const std::string& what);

class DerReader {
public:
    explicit DerReader(std::string_view bytes, std::size_t place = 0)
        : bytes_(bytes), place_(place) {}
    // What is inside `value`.
    explicit DerReader(const DerValue& value)
        : DerReader(value.content, value.place + value.whole.size() - value.content.size()) {}

    bool at_end() const { return at_ == bytes_.size(); }
    std::size_t place() const { return place_ + at_; }
    bool next_is(std::uint8_t tag) const {
        return !at_end() && static_cast<std::uint8_t>(bytes_[at_]) == tag;
    }

    // The next value; `what` names it in errors: "the serial number".
    Result<DerValue> next(std::string_view what);
    // The next value, which must have this tag.
    Result<DerValue> take(std::uint8_t tag, std::string_view what);
    // Something is left behind the last value of `what`.
    Refusal end_problem(std::string_view what) const;

private:
    std::string_view bytes_;
    std::size_t place_;
    std::size_t at_ = 0;
};

std::string der_value(std::uint8_t tag, std::string_view content);
// A number of any length, most significant byte first; it counts as positive.
std::string der_integer(std::string_view bytes);
std::string der_bit_string(std::string_view bytes);

// "1.2.840.113549"; empty when the bytes are no object identifier.
std::string oid_text(std::string_view content);

}  // namespace picket
