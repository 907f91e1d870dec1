// The shapes of CreateKeysAndCertificate, CreateCertificateFromCsr, RegisterCertificate and
// RegisterCertificateWithoutCA.
#pragma once

#include "service/certificates/certificate_shapes.h"

namespace picket {

struct CreateKeysAndCertificateRequest {
    std::optional<bool> set_as_active;
};
template <>
struct Shape<CreateKeysAndCertificateRequest> {
    using S = CreateKeysAndCertificateRequest;
    static constexpr std::string_view name = "CreateKeysAndCertificateRequest";
    static constexpr MemberInfo members[] = {
        member("setAsActive", PICKET_FIELD(S, set_as_active), kSetAsActive)};
};

struct KeyPair {
    std::string public_key;
    std::string private_key;
};
template <>
struct Shape<KeyPair> {
    using S = KeyPair;
    static constexpr std::string_view name = "KeyPair";
    static constexpr MemberInfo members[] = {
        member("PublicKey", PICKET_FIELD(S, public_key), {.min = 1, .doc = "As PEM."}),
        member("PrivateKey", PICKET_FIELD(S, private_key),
               {.min = 1, .doc = "As PEM: a published demo key that everyone has."}),
    };
};

struct CreateKeysAndCertificateResponse {
    std::string certificate_arn;
    std::string certificate_id;
    std::string certificate_pem;
    KeyPair key_pair;
};
template <>
struct Shape<CreateKeysAndCertificateResponse> {
    using S = CreateKeysAndCertificateResponse;
    static constexpr std::string_view name = "CreateKeysAndCertificateResponse";
    static constexpr MemberInfo members[] = {
        member("certificateArn", PICKET_FIELD(S, certificate_arn), {.doc = kCertificateArnDoc}),
        member("certificateId", PICKET_FIELD(S, certificate_id), {.doc = kCertificateIdDoc}),
        member("certificatePem", PICKET_FIELD(S, certificate_pem),
               {.doc = "The certificate as PEM."}),
        member("keyPair", PICKET_FIELD(S, key_pair), {.doc = "The certificate's keys."}),
    };
};

struct CreateCertificateFromCsrRequest {
    std::string certificate_signing_request;
    std::optional<bool> set_as_active;
};
template <>
struct Shape<CreateCertificateFromCsrRequest> {
    using S = CreateCertificateFromCsrRequest;
    static constexpr std::string_view name = "CreateCertificateFromCsrRequest";
    static constexpr MemberInfo members[] = {
        member("certificateSigningRequest", PICKET_FIELD(S, certificate_signing_request),
               {.required = true,
                .min = 1,
                .max = 4096,
                .doc = "The signing request as PEM. Its key is the certificate's."}),
        member("setAsActive", PICKET_FIELD(S, set_as_active), kSetAsActive),
    };
};

struct CreateCertificateFromCsrResponse {
    std::string certificate_arn;
    std::string certificate_id;
    std::string certificate_pem;
};
template <>
struct Shape<CreateCertificateFromCsrResponse> {
    using S = CreateCertificateFromCsrResponse;
    static constexpr std::string_view name = "CreateCertificateFromCsrResponse";
    static constexpr MemberInfo members[] = {
        member("certificateArn", PICKET_FIELD(S, certificate_arn), {.doc = kCertificateArnDoc}),
        member("certificateId", PICKET_FIELD(S, certificate_id), {.doc = kCertificateIdDoc}),
        member("certificatePem", PICKET_FIELD(S, certificate_pem),
               {.doc = "The certificate as PEM."}),
    };
};

inline constexpr Rule kDevicePem = with(
    kPemRule, {.required = true, .doc = "The device's certificate as PEM, without its chain."});
inline constexpr Rule kFirstStatus = {.doc = "ACTIVE, INACTIVE or REVOKED; INACTIVE when absent."};

struct RegisterCertificateRequest {
    std::string certificate_pem;
    std::optional<std::string> ca_certificate_pem;
    std::optional<bool> set_as_active;
    std::optional<CertificateStatus> status;
};
template <>
struct Shape<RegisterCertificateRequest> {
    using S = RegisterCertificateRequest;
    static constexpr std::string_view name = "RegisterCertificateRequest";
    static constexpr MemberInfo members[] = {
        member("certificatePem", PICKET_FIELD(S, certificate_pem), kDevicePem),
        member("caCertificatePem", PICKET_FIELD(S, ca_certificate_pem),
               with(kPemRule, {.doc = "The CA certificate that signed it, as PEM: needed when "
                                      "several have its subject."})),
        member("setAsActive", PICKET_FIELD(S, set_as_active),
               {.in = In::Query,
                .deprecated = true,
                .doc = "ACTIVE at once, not INACTIVE; status says the same."}),
        member("status", PICKET_FIELD(S, status), kFirstStatus),
    };
};

struct RegisterCertificateWithoutCaRequest {
    std::string certificate_pem;
    std::optional<CertificateStatus> status;
};
template <>
struct Shape<RegisterCertificateWithoutCaRequest> {
    using S = RegisterCertificateWithoutCaRequest;
    static constexpr std::string_view name = "RegisterCertificateWithoutCARequest";
    static constexpr MemberInfo members[] = {
        member("certificatePem", PICKET_FIELD(S, certificate_pem), kDevicePem),
        member("status", PICKET_FIELD(S, status), kFirstStatus),
    };
};

}  // namespace picket
