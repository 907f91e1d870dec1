// Keeps the tables of certificates in agreement: rows with their indexes by time, CA, template and
// subject, and principals, which are kept under (thing, principal) and under (principal, thing).
// Handlers check and report; only these functions write the tables.
#pragma once

#include <string>
#include <string_view>

#include "picket/world.h"
#include "world/context.h"
#include "x509/certificate.h"

namespace picket {

std::string certificate_arn(const World& world, std::string_view id);
std::string ca_certificate_arn(const World& world, std::string_view id);

// The row, or ResourceNotFoundException.
Result<Certificate> find_certificate(const World& world, const std::string& id,
                                     std::string_view path);
Result<CaCertificate> find_ca_certificate(const World& world, const std::string& id);

// What the member at `path` holds, and errors that name it.
Result<X509Certificate> read_pem(const std::string& pem, std::string_view path);

// A row for what was read, created now, with a generation id of its own.
Certificate new_certificate(Context& context, const X509Certificate& x509, std::string pem,
                            CertificateStatus status);

void put_certificate(World& world, Certificate certificate);
void erase_certificate(World& world, const Certificate& certificate);
void put_ca_certificate(World& world, CaCertificate certificate);
void erase_ca_certificate(World& world, const CaCertificate& certificate);

void attach_principal(World& world, const std::string& thing, const std::string& principal,
                      ThingPrincipalType type);
// False when it was not attached.
bool detach_principal(World& world, const std::string& thing, const std::string& principal);

}  // namespace picket
