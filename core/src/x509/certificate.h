// X.509 certificates (RFC 5280) read from PEM or DER, and certificate signing requests (RFC 2986).
//
// Not modelled: signatures, which nobody checks, chains, revocation lists, and all extensions but
// basicConstraints and the two key identifiers, which are read over.
#pragma once

#include <string>
#include <string_view>

#include "picket/model/certificate.h"
#include "picket/result.h"

namespace picket {

struct X509Certificate {
    std::string id;  // SHA-256 of the DER
    std::string der;
    std::string common_name;  // of the subject; empty when it has none
    std::string public_key;   // DER of the SubjectPublicKeyInfo
    X509Summary summary;
};

// Errors are CertificateValidationException and say at which line of the PEM or byte of the DER the
// mistake is.
Result<X509Certificate> read_certificate_der(std::string_view der);
Result<X509Certificate> read_certificate_pem(std::string_view pem);

struct SigningRequest {
    std::string subject;     // DER of the name
    std::string public_key;  // DER of the SubjectPublicKeyInfo
    X509Summary summary;     // of the subject and the key; the rest is empty
};
Result<SigningRequest> read_signing_request_pem(std::string_view pem);

}  // namespace picket
