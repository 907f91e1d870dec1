// Reads certificates and signing requests, field by field in the order of the standard.
#include "x509/certificate.h"

#include "base/sha256.h"
#include "text/say.h"
#include "x509/der.h"
#include "x509/name.h"
#include "x509/pem.h"

namespace picket {
namespace {

std::string hex_text(std::string_view bytes) {
    std::string out;
    for (const char c : bytes) {
        out += "0123456789abcdef"[static_cast<std::uint8_t>(c) >> 4];
        out += "0123456789abcdef"[static_cast<std::uint8_t>(c) & 15];
    }
    return out;
}

// Version 1, 2 or 3, which stands as 0, 1 or 2 and is left out when it is 1.
Result<int> read_version(DerReader& tbs) {
    if (!tbs.next_is(der_context(0))) return 1;
    PICKET_TRY(const DerValue wrapped, tbs.next("the version"));
    DerReader inside(wrapped);
    PICKET_TRY(const DerValue version, inside.take(kDerInteger, "the version"));
    if (auto problem = inside.end_problem("the version")) return problem;
    if (version.content.size() != 1 || static_cast<std::uint8_t>(version.content[0]) > 2)
        return der_error(version.place, "the version is none of 1, 2 and 3");
    return version.content[0] + 1;
}

// UTCTime "YYMMDDhhmmssZ" counts from 1950 to 2049, GeneralizedTime has the whole year.
Result<Timestamp> read_time(DerReader& reader, std::string_view what) {
    PICKET_TRY(const DerValue value, reader.next(what));
    std::string digits(value.content);
    if (value.tag == kDerUtcTime) {
        digits.insert(0, digits < "50" ? "20" : "19");
    } else if (value.tag != kDerGeneralizedTime) {
        return der_error(value.place, say("{} is no time", what));
    }
    std::optional<Timestamp> time;
    if (digits.size() == 15 && digits.back() == 'Z') {
        const std::string_view d = digits;
        time = parse_time(std::string(d.substr(0, 4)) + '-' + std::string(d.substr(4, 2)) + '-' +
                          std::string(d.substr(6, 2)) + 'T' + std::string(d.substr(8, 2)) + ':' +
                          std::string(d.substr(10, 2)) + ':' + std::string(d.substr(12)));
    }
    if (time) return *time;
    return der_error(value.place,
                     say("{} is not a time of the form {}", what,
                         value.tag == kDerUtcTime ? "YYMMDDhhmmssZ" : "YYYYMMDDhhmmssZ"));
}

Result<CertificateValidity> read_validity(DerReader& tbs) {
    PICKET_TRY(const DerValue value, tbs.take(kDerSequence, "the validity"));
    DerReader inside(value);
    CertificateValidity validity;
    PICKET_TRY(validity.not_before, read_time(inside, "the beginning of validity"));
    PICKET_TRY(validity.not_after, read_time(inside, "the end of validity"));
    if (auto problem = inside.end_problem("the validity")) return problem;
    if (validity.not_after < validity.not_before)
        return der_error(value.place, "the validity ends before it begins");
    return validity;
}

struct Curve {
    std::string_view oid;
    std::string_view name;
    std::int64_t bits;
};
constexpr Curve kCurves[] = {
    {"1.2.840.10045.3.1.7", "P-256", 256},
    {"1.3.132.0.34", "P-384", 384},
    {"1.3.132.0.35", "P-521", 521},
};

Result<std::int64_t> read_rsa_bits(const DerValue& key) {
    // The first byte says how many bits of the last are unused: none, in whole bytes.
    DerReader outer(key.content.substr(1), key.place + key.whole.size() - key.content.size() + 1);
    PICKET_TRY(const DerValue pair, outer.take(kDerSequence, "the RSA key"));
    DerReader inside(pair);
    PICKET_TRY(const DerValue modulus, inside.take(kDerInteger, "the modulus of the RSA key"));
    PICKET_TRY(const DerValue exponent, inside.take(kDerInteger, "the exponent of the RSA key"));
    if (exponent.content.empty()) return der_error(exponent.place, "the exponent is empty");
    std::string_view bytes = modulus.content;
    while (!bytes.empty() && bytes[0] == 0) bytes.remove_prefix(1);
    if (bytes.empty()) return der_error(modulus.place, "the modulus of the RSA key is zero");
    auto bits = static_cast<std::int64_t>(8 * bytes.size());
    for (int top = static_cast<std::uint8_t>(bytes[0]); top < 0x80; top <<= 1) --bits;
    return bits;
}

// SubjectPublicKeyInfo; returns its whole DER.
Result<std::string> read_public_key(DerReader& tbs, X509Summary& out) {
    PICKET_TRY(const DerValue info, tbs.take(kDerSequence, "the public key"));
    DerReader inside(info);
    PICKET_TRY(const DerValue algorithm, inside.take(kDerSequence, "the key's algorithm"));
    PICKET_TRY(const DerValue key, inside.take(kDerBitString, "the key's bits"));
    if (auto problem = inside.end_problem("the public key")) return problem;
    if (key.content.size() < 2 || key.content[0] != 0)
        return der_error(key.place, "the key's bits are no whole bytes");
    DerReader fields(algorithm);
    PICKET_TRY(const DerValue type, fields.take(kDerOid, "the key's algorithm"));
    out.key_algorithm = oid_text(type.content);
    if (out.key_algorithm.empty())
        return der_error(type.place, "the key's algorithm is no object identifier");
    if (out.key_algorithm == "1.2.840.113549.1.1.1") {
        out.key_algorithm = "RSA";
        PICKET_TRY(out.key_bits, read_rsa_bits(key));
    } else if (out.key_algorithm == "1.2.840.10045.2.1") {
        out.key_algorithm = "EC";
        PICKET_TRY(const DerValue curve, fields.take(kDerOid, "the key's curve"));
        out.key_curve = oid_text(curve.content);
        for (const Curve& known : kCurves) {
            if (known.oid != out.key_curve) continue;
            out.key_curve = known.name;
            out.key_bits = known.bits;
            break;
        }
    }
    return std::string(info.whole);
}

// The extensions that are looked into; all others are read over.
Refusal extension_problem(std::string_view oid, const DerValue& octets, X509Summary& out) {
    DerReader reader(octets);
    if (oid == "2.5.29.14") {
        auto id = reader.take(kDerOctetString, "the subject key identifier");
        if (!id) return std::move(id).error();
        out.subject_key_id = hex_text(id->content);
        return std::nullopt;
    }
    if (oid != "2.5.29.19" && oid != "2.5.29.35") return std::nullopt;
    auto fields = reader.take(kDerSequence, "an extension");
    if (!fields) return std::move(fields).error();
    DerReader inside(*fields);
    if (!inside.next_is(oid == "2.5.29.19" ? kDerBoolean : der_context(0, false)))
        return std::nullopt;
    auto first = inside.next("an extension");
    if (!first) return std::move(first).error();
    if (oid == "2.5.29.35") {
        out.authority_key_id = hex_text(first->content);
        return std::nullopt;
    }
    // DER knows two truths only.
    if (first->content != std::string_view("\xFF") && first->content != std::string_view("\0", 1))
        return der_error(first->place, "the mark of a CA is neither true nor false");
    out.is_ca = first->content[0] != 0;
    return std::nullopt;
}

Refusal extensions_problem(const DerValue& wrapped, X509Summary& out) {
    DerReader outer(wrapped);
    auto list = outer.take(kDerSequence, "the extensions");
    if (!list) return std::move(list).error();
    if (auto problem = outer.end_problem("the extensions")) return problem;
    for (DerReader reader(*list); !reader.at_end();) {
        auto extension = reader.take(kDerSequence, "an extension");
        if (!extension) return std::move(extension).error();
        DerReader fields(*extension);
        auto type = fields.take(kDerOid, "the type of an extension");
        if (!type) return std::move(type).error();
        if (fields.next_is(kDerBoolean)) {
            auto critical = fields.next("the mark of a critical extension");
            if (!critical) return std::move(critical).error();
        }
        auto octets = fields.take(kDerOctetString, "the value of an extension");
        if (!octets) return std::move(octets).error();
        if (auto problem = fields.end_problem("an extension")) return problem;
        if (auto problem = extension_problem(oid_text(type->content), *octets, out)) return problem;
    }
    return std::nullopt;
}

// What follows the public key: two unique ids that nobody uses, and the extensions of version 3.
Refusal tail_problem(DerReader& tbs, int version, X509Summary& out) {
    for (int number = 1; number <= 3; ++number) {
        const std::uint8_t tag = der_context(number, number == 3);
        if (!tbs.next_is(tag)) continue;
        auto field = tbs.next("a field behind the public key");
        if (!field) return std::move(field).error();
        if (number < 3) continue;
        if (version < 3) {
            return der_error(
                field->place,
                say("extensions follow, and only version 3 has them; this is version {}", version));
        }
        if (auto problem = extensions_problem(*field, out)) return problem;
    }
    return tbs.end_problem("what is signed");
}

// The signed part of a certificate or a request, taken out of its envelope.
Result<DerValue> open_envelope(DerReader& reader, std::string_view what) {
    PICKET_TRY(const DerValue outer, reader.take(kDerSequence, what));
    if (auto problem = reader.end_problem(what)) return problem;
    DerReader inside(outer);
    PICKET_TRY(const DerValue tbs, inside.take(kDerSequence, "what is signed"));
    PICKET_TRY(const DerValue algorithm, inside.take(kDerSequence, "the signature's algorithm"));
    DerReader fields(algorithm);
    PICKET_TRY(const DerValue type, fields.take(kDerOid, "the signature's algorithm"));
    PICKET_TRY(const DerValue signature, inside.take(kDerBitString, "the signature"));
    if (oid_text(type.content).empty() || signature.content.empty())
        return der_error(algorithm.place, "the signature is damaged");
    if (auto problem = inside.end_problem(what)) return problem;
    return tbs;
}

}  // namespace

Result<X509Certificate> read_certificate_der(std::string_view der) {
    X509Certificate out;
    DerReader reader(der);
    PICKET_TRY(const DerValue signed_part, open_envelope(reader, "the certificate"));
    DerReader tbs(signed_part);
    PICKET_TRY(const int version, read_version(tbs));
    PICKET_TRY(const DerValue serial, tbs.take(kDerInteger, "the serial number"));
    if (serial.content.empty() || serial.content.size() > 21)
        return der_error(serial.place, "the serial number has not 1 to 20 bytes");
    out.summary.serial_number = hex_text(serial.content);
    PICKET_TRY(const DerValue algorithm, tbs.take(kDerSequence, "the signature's algorithm"));
    if (algorithm.content.empty())
        return der_error(algorithm.place, "the signature's algorithm is empty");
    PICKET_TRY(const DerValue issuer, tbs.take(kDerSequence, "the issuer"));
    PICKET_TRY(NameText issuer_name, read_name(issuer, "the issuer"));
    out.summary.issuer = std::move(issuer_name.text);
    PICKET_TRY(out.summary.validity, read_validity(tbs));
    PICKET_TRY(const DerValue subject, tbs.take(kDerSequence, "the subject"));
    PICKET_TRY(NameText subject_name, read_name(subject, "the subject"));
    out.summary.subject = std::move(subject_name.text);
    out.common_name = std::move(subject_name.common_name);
    PICKET_TRY(out.public_key, read_public_key(tbs, out.summary));
    if (auto problem = tail_problem(tbs, version, out.summary)) return problem;
    out.der = der;
    out.id = sha256_hex(der);
    return out;
}

Result<X509Certificate> read_certificate_pem(std::string_view pem) {
    PICKET_TRY(const std::string der, pem_decode(pem, "CERTIFICATE"));
    return read_certificate_der(der);
}

Result<SigningRequest> read_signing_request_pem(std::string_view pem) {
    PICKET_TRY(const std::string der, pem_decode(pem, "CERTIFICATE REQUEST"));
    SigningRequest out;
    DerReader reader(der);
    PICKET_TRY(const DerValue info, open_envelope(reader, "the request"));
    DerReader fields(info);
    PICKET_TRY(const DerValue version, fields.take(kDerInteger, "the version"));
    if (version.content != std::string_view("\0", 1))
        return der_error(version.place, "the version of the request is not 1");
    PICKET_TRY(const DerValue subject, fields.take(kDerSequence, "the subject"));
    PICKET_TRY(NameText name, read_name(subject, "the subject"));
    out.subject = subject.whole;
    out.summary.subject = std::move(name.text);
    PICKET_TRY(out.public_key, read_public_key(fields, out.summary));
    return out;
}

}  // namespace picket
