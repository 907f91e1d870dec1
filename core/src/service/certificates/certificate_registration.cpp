// CreateKeysAndCertificate, CreateCertificateFromCsr, RegisterCertificate,
// RegisterCertificateWithoutCA: how certificates come into the registry.
//
// Certificates made here name an issuer that says what they are: of a playground, not for use.
// Their keys are published (x509/demo_keys.h). Not modelled: signatures, so the issuer of a device
// certificate is found by name alone; whether a certificate has expired, which the audit reports;
// registration by connecting (just in time).
#include "service/certificates/certificate_registration.h"

#include <algorithm>

#include "base/sha256.h"
#include "service/certificates/certificate_tables.h"
#include "service/facts.h"
#include "service/op.h"
#include "service/pair_range.h"
#include "service/refuse.h"
#include "service/tables.h"
#include "text/say.h"
#include "world/settings.h"
#include "x509/demo_keys.h"
#include "x509/issue.h"
#include "x509/name.h"
#include "x509/pem.h"

namespace picket {
namespace {

// The end of validity that the service gives its own certificates; after it, the date by which
// RFC 5280 says that there is no end.
constexpr Timestamp kServiceEnd{2524607999000};  // 2049-12-31T23:59:59Z
constexpr Timestamp kNoEnd{253402300799000};     // 9999-12-31T23:59:59Z
constexpr std::int64_t kRsaBitsMin = 2048;
constexpr std::size_t kSerialSize = 20;

std::string new_serial(Context& context) {
    const Sha256Digest digest = sha256(context.new_id("certificate serial").hex());
    std::string serial(reinterpret_cast<const char*>(digest.data()), kSerialSize);
    serial[0] = static_cast<char>((serial[0] & 0x3F) | 0x40);  // positive, and never short
    return serial;
}

// Makes a certificate for the key and puts it into the World.
Certificate issue(World& world, Context& context, std::string subject,
                  const std::string& public_key, bool active) {
    CertificateOrder order;
    order.serial = new_serial(context);
    order.issuer = der_name(
        {{kOidUnit, "Picket playground"}, {kOidOrganization, "Published demo keys, not for use"}});
    order.subject = std::move(subject);
    order.public_key = public_key;
    order.validity = {context.now(), context.now() < kServiceEnd ? kServiceEnd : kNoEnd};
    const auto x509 = read_certificate_der(make_certificate(order));
    PICKET_ASSERT(x509);
    Certificate row = new_certificate(context, *x509, pem_encode(x509->der, "CERTIFICATE"),
                                      active ? CertificateStatus::Active
                                             : CertificateStatus::Inactive);
    put_certificate(world, row);
    return row;
}

void note_new(Context& context, const char* kind, std::string_view verb,
              const Certificate& row) {
    Facts facts;
    facts.text("status", enum_name(row.status)).text("subject", row.x509.subject);
    facts.text("issuer", row.x509.issuer).text("serialNumber", row.x509.serial_number);
    facts.text("notAfter", to_iso(row.x509.validity.not_after));
    if (row.ca_certificate_id) facts.text("caCertificateId", *row.ca_certificate_id);
    context.note(kind, row.id,
                 say("The certificate {} was {} as {}.", row.id, verb, enum_name(row.status)),
                 facts.json());
}

Result<CreateKeysAndCertificateResponse>
create_keys_and_certificate(World& world, Context& context,
                            const CreateKeysAndCertificateRequest& in) {
    const DemoKey key = demo_key(context.new_id("key pair").low);
    const Certificate row = issue(world, context,
                                  der_name({{kOidCommonName, "AWS IoT Certificate"}}),
                                  key.public_key, in.set_as_active.value_or(false));
    note_new(context, "certificate.created", "created", row);
    return CreateKeysAndCertificateResponse{
        certificate_arn(world, row.id), row.id, row.pem, {key.public_key_pem, key.private_key_pem}};
}

// The operation declares no error of its own for a request that does not parse.
Refusal bad_request(Error error) {
    error.code = ErrorCode::InvalidRequest;
    error.path = "certificateSigningRequest";
    return error;
}

Result<CreateCertificateFromCsrResponse>
create_certificate_from_csr(World& world, Context& context,
                            const CreateCertificateFromCsrRequest& in) {
    auto request = read_signing_request_pem(in.certificate_signing_request);
    if (!request) return bad_request(std::move(request).error());
    const X509Summary& key = request->summary;
    const bool strong = key.key_algorithm == "RSA" ? key.key_bits >= kRsaBitsMin
                                                   : key.key_algorithm == "EC" && key.key_bits > 0;
    if (!strong) {
        return invalid(say("The key of the request is {}{}. It must be RSA with 2048 bits or more, "
                           "or on one of the curves P-256, P-384 and P-521.",
                           key.key_algorithm,
                           key.key_bits > 0 ? say(" with {} bits", key.key_bits) : std::string()),
                       "certificateSigningRequest");
    }
    const Certificate row = issue(world, context, request->subject, request->public_key,
                                  in.set_as_active.value_or(false));
    note_new(context, "certificate.created", "created from a signing request", row);
    return CreateCertificateFromCsrResponse{certificate_arn(world, row.id), row.id, row.pem};
}

// Statuses that only the service itself gives.
Refusal status_problem(std::optional<CertificateStatus> status) {
    if (status != CertificateStatus::PendingTransfer &&
        status != CertificateStatus::PendingActivation) {
        return std::nullopt;
    }
    return refuse(ErrorCode::CertificateState,
                  say("The status {} is for the service's own use. Register the certificate as "
                      "ACTIVE, INACTIVE or REVOKED.",
                      enum_name(*status)),
                  "status");
}

Refusal exists_problem(const World& world, const std::string& id) {
    if (!world.certificates.contains(id)) return std::nullopt;
    return Error{.code = ErrorCode::ResourceAlreadyExists,
                 .message = say("The certificate is registered already, with the id '{}'. Change "
                                "its status with UpdateCertificate.",
                                id),
                 .path = "certificatePem",
                 .resource_id = id,
                 .resource_arn = certificate_arn(world, id)};
}

Refusal not_verified(std::string message, const char* path) {
    return refuse(ErrorCode::CertificateValidation, std::move(message), path);
}

// The registered CA certificate that issued it: the one that the request names, or the only one
// that has the issuer's name.
Result<CaCertificate> issuer_of(const World& world, const X509Certificate& device,
                                const std::optional<std::string>& ca_pem) {
    const std::string& issuer = device.summary.issuer;
    const std::vector<std::string> ids = pair_seconds(world.ca_certificates_by_subject, issuer);
    std::string id = ids.empty() ? std::string() : ids.front();
    if (ca_pem) {
        PICKET_TRY(const X509Certificate ca, read_pem(*ca_pem, "caCertificatePem"));
        id = ca.id;
        if (!world.ca_certificates.contains(id)) {
            return not_verified(say("The CA certificate '{}' is not registered. Register it with "
                                    "RegisterCACertificate.",
                                    id),
                                "caCertificatePem");
        }
        if (ca.summary.subject != issuer) {
            return not_verified(
                say("The certificate was issued by '{}', and the CA certificate is that of '{}'.",
                    issuer, ca.summary.subject),
                "caCertificatePem");
        }
    } else if (ids.empty()) {
        return not_verified(say("No registered CA certificate has the subject '{}', which issued "
                                "the certificate. Register that one with RegisterCACertificate, or "
                                "use RegisterCertificateWithoutCA.",
                                issuer),
                            "certificatePem");
    } else if (ids.size() > 1) {
        return refuse(ErrorCode::CertificateConflict,
                      say("{} registered CA certificates have the subject '{}'. Say in "
                          "caCertificatePem which of them issued the certificate.",
                          ids.size(), issuer),
                      "caCertificatePem");
    }
    return *world.ca_certificates.find(id);
}

Result<RegisterCertificateResponse> register_certificate(World& world, Context& context,
                                                         const RegisterCertificateRequest& in) {
    const CertificateStatus asked = in.set_as_active.value_or(false) ? CertificateStatus::Active
                                                                     : CertificateStatus::Inactive;
    const CertificateStatus status = in.status.value_or(asked);
    if (auto problem = status_problem(status)) return problem;
    if (in.set_as_active && (status == CertificateStatus::Active) != *in.set_as_active) {
        return invalid(
            say("setAsActive and the status {} contradict each other. Leave setAsActive out.",
                enum_name(status)),
            "setAsActive");
    }
    PICKET_TRY(const X509Certificate x509, read_pem(in.certificate_pem, "certificatePem"));
    if (auto problem = exists_problem(world, x509.id)) return problem;
    PICKET_TRY(const CaCertificate ca, issuer_of(world, x509, in.ca_certificate_pem));
    if (ca.status != CaCertificateStatus::Active &&
        setting_is(world, Setting::RegisterUnderInactiveCa, "refuse")) {
        return refuse(
            ErrorCode::CertificateState,
            say("The CA certificate '{}' is INACTIVE. Activate it with UpdateCACertificate first.",
                ca.id),
            "certificatePem");
    }
    Certificate row = new_certificate(context, x509, in.certificate_pem, status);
    row.ca_certificate_id = ca.id;
    row.mode = ca.mode;
    put_certificate(world, row);
    note_new(context, "certificate.registered", "registered", row);
    return RegisterCertificateResponse{certificate_arn(world, row.id), row.id};
}

Result<RegisterCertificateResponse>
register_certificate_without_ca(World& world, Context& context,
                                const RegisterCertificateWithoutCaRequest& in) {
    if (auto problem = status_problem(in.status)) return problem;
    PICKET_TRY(const X509Certificate x509, read_pem(in.certificate_pem, "certificatePem"));
    if (auto problem = exists_problem(world, x509.id)) return problem;
    Certificate row = new_certificate(context, x509, in.certificate_pem,
                                      in.status.value_or(CertificateStatus::Inactive));
    row.mode = CertificateMode::SniOnly;
    put_certificate(world, row);
    note_new(context, "certificate.registered", "registered without a CA", row);
    return RegisterCertificateResponse{certificate_arn(world, row.id), row.id};
}

using enum ErrorCode;

constexpr std::string_view kGroup = "Certificates";

constexpr Operation kCertificateRegistrationOperations[] = {
    op<&create_keys_and_certificate>(
        "CreateKeysAndCertificate", kGroup, Method::Post, "/keys-and-certificate",
        errors<InvalidRequest, Throttling, Unauthorized, ServiceUnavailable, InternalFailure>(),
        "Makes a certificate with a key pair of 2048 bits. The keys are published demo keys."),
    op<&create_certificate_from_csr>(
        "CreateCertificateFromCsr", kGroup, Method::Post, "/certificates",
        errors<InvalidRequest, Throttling, Unauthorized, ServiceUnavailable, InternalFailure>(),
        "Makes a certificate for the key of a signing request; each call makes another one."),
    op<&register_certificate>("RegisterCertificate", kGroup, Method::Post, "/certificate/register",
                              errors<ResourceAlreadyExists, InvalidRequest, CertificateValidation,
                                     CertificateState, CertificateConflict, Throttling,
                                     Unauthorized, ServiceUnavailable, InternalFailure>(),
                              "Registers a device certificate that a registered CA issued."),
    op<&register_certificate_without_ca>(
        "RegisterCertificateWithoutCA", kGroup, Method::Post, "/certificate/register-no-ca",
        errors<ResourceAlreadyExists, InvalidRequest, CertificateState, CertificateValidation,
               Throttling, Unauthorized, ServiceUnavailable, InternalFailure>(),
        "Registers a device certificate whoever issued it; its mode is SNI_ONLY."),
};

}  // namespace

std::span<const Operation> certificate_registration_operations() {
    return kCertificateRegistrationOperations;
}

}  // namespace picket
