// Puts a certificate together from its fields.
#include "x509/issue.h"

#include "base/sha256.h"
#include "x509/der.h"

namespace picket {
namespace {

constexpr std::string_view kSha256WithRsa = "\x2A\x86\x48\x86\xF7\x0D\x01\x01\x0B";
constexpr std::string_view kKeyIdOid = "\x55\x1D\x0E";
constexpr std::string_view kKeyUsageOid = "\x55\x1D\x0F";
constexpr std::string_view kBasicConstraintsOid = "\x55\x1D\x13";
constexpr std::string_view kAuthorityKeyIdOid = "\x55\x1D\x23";
constexpr std::size_t kSignatureSize = 256;
constexpr std::size_t kKeyIdSize = 20;

std::string digest(std::string_view bytes) {
    const Sha256Digest hash = sha256(bytes);
    return std::string(reinterpret_cast<const char*>(hash.data()), hash.size());
}

// UTCTime up to 2049, as the standard demands; fractions of a second are cut.
std::string der_time(Timestamp time) {
    std::string digits;
    for (const char c : to_iso(time).substr(0, 19)) {
        if (c >= '0' && c <= '9') digits += c;
    }
    digits += 'Z';
    if (digits >= "1950" && digits < "2050") return der_value(kDerUtcTime, digits.substr(2));
    return der_value(kDerGeneralizedTime, digits);
}

std::string extension(std::string_view oid, bool critical, std::string_view value) {
    return der_value(kDerSequence, der_value(kDerOid, oid) +
                                       (critical ? der_value(kDerBoolean, "\xFF") : "") +
                                       der_value(kDerOctetString, value));
}

std::string extensions(const CertificateOrder& order) {
    const std::string authority = digest(order.issuer).substr(0, kKeyIdSize);
    const std::string key = digest(order.public_key).substr(0, kKeyIdSize);
    const std::string list = extension(kAuthorityKeyIdOid, false,
                                       der_value(kDerSequence,
                                                 der_value(der_context(0, false), authority))) +
                             extension(kKeyIdOid, false, der_value(kDerOctetString, key)) +
                             extension(kBasicConstraintsOid, true, der_value(kDerSequence, "")) +
                             extension(kKeyUsageOid, true,
                                       der_value(kDerBitString, "\x07\x80"));  // digitalSignature
    return der_value(der_context(3), der_value(kDerSequence, list));
}

}  // namespace

std::string make_certificate(const CertificateOrder& order) {
    const std::string algorithm = der_value(kDerSequence, der_value(kDerOid, kSha256WithRsa) +
                                                              der_value(kDerNull, ""));
    const std::string version3 = der_value(der_context(0), der_integer("\x02"));
    const std::string validity = der_value(kDerSequence, der_time(order.validity.not_before) +
                                                             der_time(order.validity.not_after));
    const std::string tbs = der_value(
        kDerSequence, version3 + der_integer(order.serial) + algorithm + order.issuer + validity +
                          order.subject + order.public_key + extensions(order));
    std::string signature;
    for (std::string block = digest(tbs); signature.size() < kSignatureSize; block = digest(block))
        signature += block;
    return der_value(kDerSequence, tbs + algorithm + der_bit_string(signature));
}

}  // namespace picket
