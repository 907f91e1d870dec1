// The shapes of DescribeCertificate, ListCertificates, ListCertificatesByCA, UpdateCertificate and
// DeleteCertificate.
#pragma once

#include "service/certificates/certificate_shapes.h"

namespace picket {

inline constexpr Rule kCertificateIdInUri = with(
    kCertificateIdRule, {.required = true, .in = In::Uri, .doc = kCertificateIdDoc});

struct DescribeCertificateRequest {
    std::string certificate_id;
};
template <>
struct Shape<DescribeCertificateRequest> {
    using S = DescribeCertificateRequest;
    static constexpr std::string_view name = "DescribeCertificateRequest";
    static constexpr MemberInfo members[] = {
        member("certificateId", PICKET_FIELD(S, certificate_id), kCertificateIdInUri)};
};

// Nothing is ever transferred here; the service sends the empty structure too.
struct TransferData {
    std::optional<std::string> transfer_message;
    std::optional<std::string> reject_reason;
    std::optional<Timestamp> transfer_date;
    std::optional<Timestamp> accept_date;
    std::optional<Timestamp> reject_date;
};
template <>
struct Shape<TransferData> {
    using S = TransferData;
    static constexpr std::string_view name = "TransferData";
    static constexpr MemberInfo members[] = {
        member("transferMessage", PICKET_FIELD(S, transfer_message),
               {.max = 128, .doc = "What the sender says."}),
        member("rejectReason", PICKET_FIELD(S, reject_reason),
               {.max = 128, .doc = "Why it was rejected."}),
        member("transferDate", PICKET_FIELD(S, transfer_date), {.doc = "When it was sent."}),
        member("acceptDate", PICKET_FIELD(S, accept_date), {.doc = "When it was accepted."}),
        member("rejectDate", PICKET_FIELD(S, reject_date), {.doc = "When it was rejected."}),
    };
};

struct CertificateDescription {
    std::string certificate_arn;
    std::string certificate_id;
    std::optional<std::string> ca_certificate_id;
    CertificateStatus status = CertificateStatus::Inactive;
    std::string certificate_pem;
    std::string owned_by;
    std::optional<std::string> previous_owned_by;
    Timestamp creation_date;
    Timestamp last_modified_date;
    std::int64_t customer_version = 1;
    TransferData transfer_data;
    std::string generation_id;
    CertificateValidity validity;
    CertificateMode certificate_mode = CertificateMode::Default;
};
template <>
struct Shape<CertificateDescription> {
    using S = CertificateDescription;
    static constexpr std::string_view name = "CertificateDescription";
    static constexpr MemberInfo members[] = {
        member("certificateArn", PICKET_FIELD(S, certificate_arn), {.doc = kCertificateArnDoc}),
        member("certificateId", PICKET_FIELD(S, certificate_id), {.doc = kCertificateIdDoc}),
        member("caCertificateId", PICKET_FIELD(S, ca_certificate_id),
               {.doc = "The CA certificate that it was registered under."}),
        member("status", PICKET_FIELD(S, status), {.doc = "Only ACTIVE ones connect."}),
        member("certificatePem", PICKET_FIELD(S, certificate_pem), {.doc = "As it was sent."}),
        member("ownedBy", PICKET_FIELD(S, owned_by), {.doc = "The account."}),
        member("previousOwnedBy", PICKET_FIELD(S, previous_owned_by),
               {.doc = "The account before a transfer."}),
        member("creationDate", PICKET_FIELD(S, creation_date), {.doc = "When it came."}),
        member("lastModifiedDate", PICKET_FIELD(S, last_modified_date),
               {.doc = "When its status changed last."}),
        member("customerVersion", PICKET_FIELD(S, customer_version),
               {.min = 1, .doc = "1 at first, one more with each change."}),
        member("transferData", PICKET_FIELD(S, transfer_data), {.doc = "Always empty here."}),
        member("generationId", PICKET_FIELD(S, generation_id),
               {.doc = "Tells apart registrations of one certificate."}),
        member("validity", PICKET_FIELD(S, validity), {.doc = "As the certificate says."}),
        member("certificateMode", PICKET_FIELD(S, certificate_mode),
               {.doc = "SNI_ONLY when it was registered without a CA."}),
    };
};

struct DescribeCertificateResponse {
    CertificateDescription certificate_description;
};
template <>
struct Shape<DescribeCertificateResponse> {
    using S = DescribeCertificateResponse;
    static constexpr std::string_view name = "DescribeCertificateResponse";
    static constexpr MemberInfo members[] = {member("certificateDescription",
                                                    PICKET_FIELD(S, certificate_description),
                                                    {.doc = "The certificate."})};
};

struct ListCertificatesRequest {
    std::optional<std::int64_t> page_size;
    std::optional<std::string> marker;
    std::optional<bool> ascending_order;
};
template <>
struct Shape<ListCertificatesRequest> {
    using S = ListCertificatesRequest;
    static constexpr std::string_view name = "ListCertificatesRequest";
    static constexpr MemberInfo members[] = {
        member("pageSize", PICKET_FIELD(S, page_size), kPageSize),
        member("marker", PICKET_FIELD(S, marker), kMarker),
        member("ascendingOrder", PICKET_FIELD(S, ascending_order), kAscendingOrder),
    };
};

struct ListCertificatesByCaRequest {
    std::string ca_certificate_id;
    std::optional<std::int64_t> page_size;
    std::optional<std::string> marker;
    std::optional<bool> ascending_order;
};
template <>
struct Shape<ListCertificatesByCaRequest> {
    using S = ListCertificatesByCaRequest;
    static constexpr std::string_view name = "ListCertificatesByCARequest";
    static constexpr MemberInfo members[] = {
        member("caCertificateId", PICKET_FIELD(S, ca_certificate_id),
               with(kCertificateIdRule,
                    {.required = true, .in = In::Uri, .doc = "The CA certificate's id."})),
        member("pageSize", PICKET_FIELD(S, page_size), kPageSize),
        member("marker", PICKET_FIELD(S, marker), kMarker),
        member("ascendingOrder", PICKET_FIELD(S, ascending_order), kAscendingOrder),
    };
};

struct ListedCertificate {
    std::string certificate_arn;
    std::string certificate_id;
    CertificateStatus status = CertificateStatus::Inactive;
    CertificateMode certificate_mode = CertificateMode::Default;
    Timestamp creation_date;
};
template <>
struct Shape<ListedCertificate> {
    using S = ListedCertificate;
    static constexpr std::string_view name = "Certificate";
    static constexpr MemberInfo members[] = {
        member("certificateArn", PICKET_FIELD(S, certificate_arn), {.doc = kCertificateArnDoc}),
        member("certificateId", PICKET_FIELD(S, certificate_id), {.doc = kCertificateIdDoc}),
        member("status", PICKET_FIELD(S, status), {.doc = "Only ACTIVE ones connect."}),
        member("certificateMode", PICKET_FIELD(S, certificate_mode),
               {.doc = "SNI_ONLY when it was registered without a CA."}),
        member("creationDate", PICKET_FIELD(S, creation_date), {.doc = "When it came."}),
    };
};

struct ListCertificatesResponse {
    std::vector<ListedCertificate> certificates;
    std::optional<std::string> next_marker;
};
template <>
struct Shape<ListCertificatesResponse> {
    using S = ListCertificatesResponse;
    static constexpr std::string_view name = "ListCertificatesResponse";
    static constexpr MemberInfo members[] = {
        member("certificates", PICKET_FIELD(S, certificates), {.doc = "By creation."}),
        member("nextMarker", PICKET_FIELD(S, next_marker), {.doc = "Absent on the last page."}),
    };
};

struct UpdateCertificateRequest {
    std::string certificate_id;
    CertificateStatus new_status = CertificateStatus::Inactive;
};
template <>
struct Shape<UpdateCertificateRequest> {
    using S = UpdateCertificateRequest;
    static constexpr std::string_view name = "UpdateCertificateRequest";
    static constexpr MemberInfo members[] = {
        member("certificateId", PICKET_FIELD(S, certificate_id), kCertificateIdInUri),
        member("newStatus", PICKET_FIELD(S, new_status),
               {.required = true, .in = In::Query, .doc = "ACTIVE, INACTIVE or REVOKED."}),
    };
};

struct DeleteCertificateRequest {
    std::string certificate_id;
    std::optional<bool> force_delete;
};
template <>
struct Shape<DeleteCertificateRequest> {
    using S = DeleteCertificateRequest;
    static constexpr std::string_view name = "DeleteCertificateRequest";
    static constexpr MemberInfo members[] = {
        member("certificateId", PICKET_FIELD(S, certificate_id), kCertificateIdInUri),
        member("forceDelete", PICKET_FIELD(S, force_delete),
               {.in = In::Query, .doc = "Detach its policies first. Things it never detaches."}),
    };
};

}  // namespace picket
