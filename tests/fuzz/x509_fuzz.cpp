// Any bytes as DER, and any text as PEM: a certificate, a signing request, or a refusal that says
// where. What is read is read alike from PEM, and what it says fits to its bytes.
#include <cstddef>
#include <cstdint>
#include <string>

#include "base/sha256.h"
#include "x509/certificate.h"
#include "x509/pem.h"

namespace {

using namespace picket;

void check(const Result<X509Certificate>& read) {
    if (!read) {
        PICKET_ASSERT(read.error().code == ErrorCode::CertificateValidation);
        PICKET_ASSERT(!read.error().message.empty());
        return;
    }
    PICKET_ASSERT(read->id == sha256_hex(read->der));
    PICKET_ASSERT(read->der.find(read->public_key) != std::string::npos);
    PICKET_ASSERT(read->summary.validity.not_before <= read->summary.validity.not_after);
    PICKET_ASSERT(read->summary.key_bits >= 0);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto der = read_certificate_der(bytes);
    check(der);
    check(read_certificate_pem(bytes));
    (void)read_signing_request_pem(bytes);
    if (bytes.empty()) return 0;
    const auto pem = read_certificate_pem(pem_encode(bytes, "CERTIFICATE"));
    PICKET_ASSERT(static_cast<bool>(pem) == static_cast<bool>(der));
    PICKET_ASSERT(!pem || (pem->id == der->id && pem->summary == der->summary));
    (void)read_signing_request_pem(pem_encode(bytes, "CERTIFICATE REQUEST"));
    return 0;
}
