// The shapes of RegisterCACertificate, DescribeCACertificate, ListCACertificates,
// UpdateCACertificate and DeleteCACertificate.
#pragma once

#include "service/certificates/certificate_shapes.h"

namespace picket {

inline constexpr Rule kCaIdInUri = with(kCertificateIdRule, {.required = true,
                                                             .in = In::Uri,
                                                             .wire = "caCertificateId",
                                                             .doc = "The CA certificate's id."});
inline constexpr std::string_view kRegistrationConfigDoc =
    "What is provisioned when a device of the CA connects first.";

struct RegisterCaCertificateRequest {
    std::string ca_certificate;
    std::optional<std::string> verification_certificate;
    std::optional<bool> set_as_active;
    std::optional<bool> allow_auto_registration;
    std::optional<RegistrationConfig> registration_config;
    std::optional<TagList> tags;
    std::optional<CertificateMode> certificate_mode;
};
template <>
struct Shape<RegisterCaCertificateRequest> {
    using S = RegisterCaCertificateRequest;
    static constexpr std::string_view name = "RegisterCACertificateRequest";
    static constexpr MemberInfo members[] = {
        member("caCertificate", PICKET_FIELD(S, ca_certificate),
               with(kPemRule, {.required = true, .doc = "The CA certificate as PEM."})),
        member("verificationCertificate", PICKET_FIELD(S, verification_certificate),
               with(kPemRule, {.doc = "A certificate of the CA whose common name is the "
                                      "registration code. Needed unless the mode is SNI_ONLY."})),
        member("setAsActive", PICKET_FIELD(S, set_as_active), kSetAsActive),
        member("allowAutoRegistration", PICKET_FIELD(S, allow_auto_registration),
               {.in = In::Query, .doc = "Devices may register by connecting."}),
        member("registrationConfig", PICKET_FIELD(S, registration_config),
               {.doc = kRegistrationConfigDoc}),
        member("tags", PICKET_FIELD(S, tags), {.doc = "Tags of the CA certificate."}),
        member("certificateMode", PICKET_FIELD(S, certificate_mode),
               {.doc = "DEFAULT when absent. Device certificates get the mode of their CA."}),
    };
};

struct DescribeCaCertificateRequest {
    std::string certificate_id;
};
template <>
struct Shape<DescribeCaCertificateRequest> {
    using S = DescribeCaCertificateRequest;
    static constexpr std::string_view name = "DescribeCACertificateRequest";
    static constexpr MemberInfo members[] = {
        member("certificateId", PICKET_FIELD(S, certificate_id), kCaIdInUri)};
};

struct CaCertificateDescription {
    std::string certificate_arn;
    std::string certificate_id;
    CaCertificateStatus status = CaCertificateStatus::Inactive;
    std::string certificate_pem;
    std::string owned_by;
    Timestamp creation_date;
    AutoRegistrationStatus auto_registration_status = AutoRegistrationStatus::Disable;
    Timestamp last_modified_date;
    std::int64_t customer_version = 1;
    std::string generation_id;
    CertificateValidity validity;
    CertificateMode certificate_mode = CertificateMode::Default;
};
template <>
struct Shape<CaCertificateDescription> {
    using S = CaCertificateDescription;
    static constexpr std::string_view name = "CACertificateDescription";
    static constexpr MemberInfo members[] = {
        member("certificateArn", PICKET_FIELD(S, certificate_arn), {.doc = kCertificateArnDoc}),
        member("certificateId", PICKET_FIELD(S, certificate_id), {.doc = kCertificateIdDoc}),
        member("status", PICKET_FIELD(S, status), {.doc = "INACTIVE ones register no devices."}),
        member("certificatePem", PICKET_FIELD(S, certificate_pem), {.doc = "As it was sent."}),
        member("ownedBy", PICKET_FIELD(S, owned_by), {.doc = "The account."}),
        member("creationDate", PICKET_FIELD(S, creation_date), {.doc = "When it came."}),
        member("autoRegistrationStatus", PICKET_FIELD(S, auto_registration_status),
               {.doc = "Whether devices may register by connecting."}),
        member("lastModifiedDate", PICKET_FIELD(S, last_modified_date),
               {.doc = "When it changed last."}),
        member("customerVersion", PICKET_FIELD(S, customer_version),
               {.min = 1, .doc = "1 at first, one more with each change."}),
        member("generationId", PICKET_FIELD(S, generation_id),
               {.doc = "Tells apart registrations of one certificate."}),
        member("validity", PICKET_FIELD(S, validity), {.doc = "As the certificate says."}),
        member("certificateMode", PICKET_FIELD(S, certificate_mode),
               {.doc = "SNI_ONLY when it was registered without verification."}),
    };
};

struct DescribeCaCertificateResponse {
    CaCertificateDescription certificate_description;
    std::optional<RegistrationConfig> registration_config;
};
template <>
struct Shape<DescribeCaCertificateResponse> {
    using S = DescribeCaCertificateResponse;
    static constexpr std::string_view name = "DescribeCACertificateResponse";
    static constexpr MemberInfo members[] = {
        member("certificateDescription", PICKET_FIELD(S, certificate_description),
               {.doc = "The CA certificate."}),
        member("registrationConfig", PICKET_FIELD(S, registration_config),
               {.doc = kRegistrationConfigDoc}),
    };
};

struct ListCaCertificatesRequest {
    std::optional<std::int64_t> page_size;
    std::optional<std::string> marker;
    std::optional<bool> ascending_order;
    std::optional<std::string> template_name;
};
template <>
struct Shape<ListCaCertificatesRequest> {
    using S = ListCaCertificatesRequest;
    static constexpr std::string_view name = "ListCACertificatesRequest";
    static constexpr MemberInfo members[] = {
        member("pageSize", PICKET_FIELD(S, page_size), kPageSize),
        member("marker", PICKET_FIELD(S, marker), kMarker),
        member("ascendingOrder", PICKET_FIELD(S, ascending_order), kAscendingOrder),
        member("templateName", PICKET_FIELD(S, template_name),
               with(kTemplateNameRule,
                    {.in = In::Query, .doc = "Only those that provision by this template."})),
    };
};

struct ListedCaCertificate {
    std::string certificate_arn;
    std::string certificate_id;
    CaCertificateStatus status = CaCertificateStatus::Inactive;
    Timestamp creation_date;
};
template <>
struct Shape<ListedCaCertificate> {
    using S = ListedCaCertificate;
    static constexpr std::string_view name = "CACertificate";
    static constexpr MemberInfo members[] = {
        member("certificateArn", PICKET_FIELD(S, certificate_arn), {.doc = kCertificateArnDoc}),
        member("certificateId", PICKET_FIELD(S, certificate_id), {.doc = kCertificateIdDoc}),
        member("status", PICKET_FIELD(S, status), {.doc = "INACTIVE ones register no devices."}),
        member("creationDate", PICKET_FIELD(S, creation_date), {.doc = "When it came."}),
    };
};

struct ListCaCertificatesResponse {
    std::vector<ListedCaCertificate> certificates;
    std::optional<std::string> next_marker;
};
template <>
struct Shape<ListCaCertificatesResponse> {
    using S = ListCaCertificatesResponse;
    static constexpr std::string_view name = "ListCACertificatesResponse";
    static constexpr MemberInfo members[] = {
        member("certificates", PICKET_FIELD(S, certificates), {.doc = "By creation."}),
        member("nextMarker", PICKET_FIELD(S, next_marker), {.doc = "Absent on the last page."}),
    };
};

struct UpdateCaCertificateRequest {
    std::string certificate_id;
    std::optional<CaCertificateStatus> new_status;
    std::optional<AutoRegistrationStatus> new_auto_registration_status;
    std::optional<RegistrationConfig> registration_config;
    std::optional<bool> remove_auto_registration;
};
template <>
struct Shape<UpdateCaCertificateRequest> {
    using S = UpdateCaCertificateRequest;
    static constexpr std::string_view name = "UpdateCACertificateRequest";
    static constexpr MemberInfo members[] = {
        member("certificateId", PICKET_FIELD(S, certificate_id), kCaIdInUri),
        member("newStatus", PICKET_FIELD(S, new_status),
               {.in = In::Query, .doc = "ACTIVE or INACTIVE."}),
        member("newAutoRegistrationStatus", PICKET_FIELD(S, new_auto_registration_status),
               {.in = In::Query, .doc = "Whether devices may register by connecting."}),
        member("registrationConfig", PICKET_FIELD(S, registration_config),
               {.doc = kRegistrationConfigDoc}),
        member("removeAutoRegistration", PICKET_FIELD(S, remove_auto_registration),
               {.doc = "Takes the registration configuration away, and disables it."}),
    };
};

}  // namespace picket
