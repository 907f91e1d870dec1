// Certificates and CA certificates as they are stored, the things they are attached to, and the
// account's registration code. The shapes of their operations stand beside the handlers.
//
// What the audit and the lists ask about is read from the X.509 once, at registration, and kept in
// the row. Not modelled: transfers between accounts, so that no certificate ever is in
// PENDING_TRANSFER, and signatures, which nobody checks.
#pragma once

#include "picket/model/common.h"

namespace picket {

enum class CertificateStatus : std::uint8_t {
    Active,
    Inactive,
    Revoked,
    PendingTransfer,
    RegisterInactive,
    PendingActivation,
};
template <>
struct EnumNames<CertificateStatus> {
    static constexpr std::string_view name = "CertificateStatus";
    static constexpr std::array<std::string_view, 6> values = {
        "ACTIVE",           "INACTIVE",          "REVOKED",
        "PENDING_TRANSFER", "REGISTER_INACTIVE", "PENDING_ACTIVATION"};
};

enum class CaCertificateStatus : std::uint8_t { Active, Inactive };
template <>
struct EnumNames<CaCertificateStatus> {
    static constexpr std::string_view name = "CACertificateStatus";
    static constexpr std::array<std::string_view, 2> values = {"ACTIVE", "INACTIVE"};
};

enum class AutoRegistrationStatus : std::uint8_t { Enable, Disable };
template <>
struct EnumNames<AutoRegistrationStatus> {
    static constexpr std::string_view name = "AutoRegistrationStatus";
    static constexpr std::array<std::string_view, 2> values = {"ENABLE", "DISABLE"};
};

enum class CertificateMode : std::uint8_t { Default, SniOnly };
template <>
struct EnumNames<CertificateMode> {
    static constexpr std::string_view name = "CertificateMode";
    static constexpr std::array<std::string_view, 2> values = {"DEFAULT", "SNI_ONLY"};
};

enum class ThingPrincipalType : std::uint8_t { ExclusiveThing, NonExclusiveThing };
template <>
struct EnumNames<ThingPrincipalType> {
    static constexpr std::string_view name = "ThingPrincipalType";
    static constexpr std::array<std::string_view, 2> values = {"EXCLUSIVE_THING",
                                                               "NON_EXCLUSIVE_THING"};
};

struct CertificateValidity {
    Timestamp not_before;
    Timestamp not_after;
    bool operator==(const CertificateValidity&) const = default;
};
template <>
struct Shape<CertificateValidity> {
    using S = CertificateValidity;
    static constexpr std::string_view name = "CertificateValidity";
    static constexpr MemberInfo members[] = {
        member("notBefore", PICKET_FIELD(S, not_before), {.doc = "Valid from this moment on."}),
        member("notAfter", PICKET_FIELD(S, not_after), {.doc = "Valid up to this moment."}),
    };
};

// What a certificate's X.509 says, as text and numbers.
struct X509Summary {
    std::string serial_number;  // hexadecimal digits, lower case, two a byte
    std::string subject;        // "CN=sensor-1,O=Example": RFC 4514, in the certificate's order
    std::string issuer;
    CertificateValidity validity;
    std::string key_algorithm;  // "RSA", "EC", or an object identifier in dots
    std::string key_curve;      // "P-256", or an object identifier; empty unless the key is EC
    std::int64_t key_bits = 0;
    bool is_ca = false;  // basicConstraints
    std::string subject_key_id;
    std::string authority_key_id;
    bool operator==(const X509Summary&) const = default;
};
template <>
struct Shape<X509Summary> {
    using S = X509Summary;
    static constexpr std::string_view name = "X509Summary";
    static constexpr MemberInfo members[] = {
        member("serialNumber", PICKET_FIELD(S, serial_number)),
        member("subject", PICKET_FIELD(S, subject)),
        member("issuer", PICKET_FIELD(S, issuer)),
        member("validity", PICKET_FIELD(S, validity)),
        member("keyAlgorithm", PICKET_FIELD(S, key_algorithm)),
        member("keyCurve", PICKET_FIELD(S, key_curve)),
        member("keyBits", PICKET_FIELD(S, key_bits)),
        member("isCa", PICKET_FIELD(S, is_ca)),
        member("subjectKeyId", PICKET_FIELD(S, subject_key_id)),
        member("authorityKeyId", PICKET_FIELD(S, authority_key_id)),
    };
};

struct Certificate {
    std::string id;  // SHA-256 of the DER, 64 lower-case hexadecimal digits
    CertificateStatus status = CertificateStatus::Inactive;
    std::string pem;
    std::optional<std::string> ca_certificate_id;
    std::string generation_id;
    std::int64_t customer_version = 1;
    CertificateMode mode = CertificateMode::Default;
    X509Summary x509;
    Timestamp created;
    Timestamp modified;
    bool operator==(const Certificate&) const = default;
};
template <>
struct Shape<Certificate> {
    using S = Certificate;
    static constexpr std::string_view name = "StoredCertificate";
    static constexpr MemberInfo members[] = {
        member("id", PICKET_FIELD(S, id)),
        member("status", PICKET_FIELD(S, status)),
        member("pem", PICKET_FIELD(S, pem)),
        member("caCertificateId", PICKET_FIELD(S, ca_certificate_id)),
        member("generationId", PICKET_FIELD(S, generation_id)),
        member("customerVersion", PICKET_FIELD(S, customer_version)),
        member("mode", PICKET_FIELD(S, mode)),
        member("x509", PICKET_FIELD(S, x509)),
        member("created", PICKET_FIELD(S, created)),
        member("modified", PICKET_FIELD(S, modified)),
    };
};

inline constexpr Rule kTemplateNameRule = {.min = 1, .max = 36, .pattern = Pattern::TemplateName};

struct RegistrationConfig {
    std::optional<std::string> template_body;
    std::optional<std::string> role_arn;
    std::optional<std::string> template_name;
    bool operator==(const RegistrationConfig&) const = default;
};
template <>
struct Shape<RegistrationConfig> {
    using S = RegistrationConfig;
    static constexpr std::string_view name = "RegistrationConfig";
    static constexpr MemberInfo members[] = {
        member("templateBody", PICKET_FIELD(S, template_body),
               {.min = 0, .max = 10240, .doc = "What is provisioned, as JSON text."}),
        member("roleArn", PICKET_FIELD(S, role_arn),
               with(kRoleArnRule, {.doc = "The role that may provision it."})),
        member("templateName", PICKET_FIELD(S, template_name),
               with(kTemplateNameRule, {.doc = "A provisioning template, by name."})),
    };
};

struct CaCertificate {
    std::string id;
    CaCertificateStatus status = CaCertificateStatus::Inactive;
    std::string pem;
    AutoRegistrationStatus auto_registration_status = AutoRegistrationStatus::Disable;
    std::optional<RegistrationConfig> registration_config;
    std::string generation_id;
    std::int64_t customer_version = 1;
    CertificateMode mode = CertificateMode::Default;
    X509Summary x509;
    Timestamp created;
    Timestamp modified;
    bool operator==(const CaCertificate&) const = default;
};
template <>
struct Shape<CaCertificate> {
    using S = CaCertificate;
    static constexpr std::string_view name = "StoredCACertificate";
    static constexpr MemberInfo members[] = {
        member("id", PICKET_FIELD(S, id)),
        member("status", PICKET_FIELD(S, status)),
        member("pem", PICKET_FIELD(S, pem)),
        member("autoRegistrationStatus", PICKET_FIELD(S, auto_registration_status)),
        member("registrationConfig", PICKET_FIELD(S, registration_config)),
        member("generationId", PICKET_FIELD(S, generation_id)),
        member("customerVersion", PICKET_FIELD(S, customer_version)),
        member("mode", PICKET_FIELD(S, mode)),
        member("x509", PICKET_FIELD(S, x509)),
        member("created", PICKET_FIELD(S, created)),
        member("modified", PICKET_FIELD(S, modified)),
    };
};

// A principal attached to a thing; kept under (thing, principal) and under (principal, thing).
struct PrincipalLink {
    ThingPrincipalType type = ThingPrincipalType::NonExclusiveThing;
    Timestamp since;
    bool operator==(const PrincipalLink&) const = default;
};
template <>
struct Shape<PrincipalLink> {
    using S = PrincipalLink;
    static constexpr std::string_view name = "PrincipalLink";
    static constexpr MemberInfo members[] = {
        member("type", PICKET_FIELD(S, type)),
        member("since", PICKET_FIELD(S, since)),
    };
};

// Proves who owns a CA: the verification certificate carries the code as its common name.
struct RegistrationCode {
    std::string code;
    Timestamp created;
    bool operator==(const RegistrationCode&) const = default;
};
template <>
struct Shape<RegistrationCode> {
    using S = RegistrationCode;
    static constexpr std::string_view name = "RegistrationCode";
    static constexpr MemberInfo members[] = {
        member("code", PICKET_FIELD(S, code)),
        member("created", PICKET_FIELD(S, created)),
    };
};

}  // namespace picket
