// Rules, requests and pages that the operations on certificates and on CA certificates share.
#pragma once

#include "picket/model/certificate.h"

namespace picket {

inline constexpr Rule kPemRule = {.min = 1, .max = 65536};
inline constexpr Rule kPageSize = {
    .in = In::Query, .min = 1, .max = 250, .doc = "Items of a page at most; 25 when absent."};
inline constexpr Rule kMarker = {.in = In::Query,
                                 .max = 1024,
                                 .pattern = Pattern::Marker,
                                 .doc = "The nextMarker of the previous page."};
inline constexpr Rule kAscendingOrder = {.in = In::Query,
                                         .wire = "isAscendingOrder",
                                         .doc = "The oldest first; the newest when absent."};
inline constexpr Rule kSetAsActive = {.in = In::Query, .doc = "ACTIVE at once, not INACTIVE."};
inline constexpr std::string_view kCertificateArnDoc = "The certificate's ARN.";
inline constexpr std::string_view kCertificateIdDoc =
    "The certificate's id: the SHA-256 of its DER.";

// What every operation that registers a certificate answers.
struct RegisterCertificateResponse {
    std::string certificate_arn;
    std::string certificate_id;
};
template <>
struct Shape<RegisterCertificateResponse> {
    using S = RegisterCertificateResponse;
    static constexpr std::string_view name = "RegisterCertificateResponse";
    static constexpr MemberInfo members[] = {
        member("certificateArn", PICKET_FIELD(S, certificate_arn), {.doc = kCertificateArnDoc}),
        member("certificateId", PICKET_FIELD(S, certificate_id), {.doc = kCertificateIdDoc}),
    };
};

}  // namespace picket
