// Makes certificates, as the service does when it makes them itself.
//
// Not modelled: signing. The signature's bytes come from the hash of what would be signed, so that
// a certificate has the size and the form of a signed one, and no verifier accepts it.
#pragma once

#include <string>
#include <string_view>

#include "picket/model/certificate.h"

namespace picket {

struct CertificateOrder {
    std::string serial;      // up to 20 bytes
    std::string issuer;      // DER of the name
    std::string subject;     // DER of the name
    std::string public_key;  // DER of the SubjectPublicKeyInfo
    CertificateValidity validity;
};

// DER, version 3: an end entity's certificate with key identifiers and key usage.
std::string make_certificate(const CertificateOrder& order);

}  // namespace picket
