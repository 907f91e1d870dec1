// The only code that writes the tables of certificates.
#include "service/certificates/certificate_tables.h"

#include "service/arn.h"
#include "service/refuse.h"
#include "text/say.h"

namespace picket {
namespace {

Refusal no_certificate(std::string_view what, const std::string& id, std::string_view list,
                       std::string_view path) {
    Error error;
    error.code = ErrorCode::ResourceNotFound;
    error.message = say("No {} has the id '{}'. {} lists those that are registered.", what, id,
                        list);
    error.path = path;
    return error;
}

void index_template(World& world, const CaCertificate& row, bool present) {
    if (!row.registration_config || !row.registration_config->template_name) return;
    NewestWithin key = {*row.registration_config->template_name, row.created, row.id};
    if (present) {
        world.ca_certificates_by_template.put(std::move(key), {});
    } else {
        world.ca_certificates_by_template.erase(key);
    }
}

}  // namespace

std::string certificate_arn(const World& world, std::string_view id) {
    return resource_arn(world, say("cert/{}", id));
}
std::string ca_certificate_arn(const World& world, std::string_view id) {
    return resource_arn(world, say("cacert/{}", id));
}

Result<Certificate> find_certificate(const World& world, const std::string& id,
                                     std::string_view path) {
    if (const Certificate* row = world.certificates.find(id)) return *row;
    return no_certificate("certificate", id, "ListCertificates", path);
}

Result<CaCertificate> find_ca_certificate(const World& world, const std::string& id) {
    if (const CaCertificate* row = world.ca_certificates.find(id)) return *row;
    return no_certificate("CA certificate", id, "ListCACertificates", "certificateId");
}

Result<X509Certificate> read_pem(const std::string& pem, std::string_view path) {
    auto read = read_certificate_pem(pem);
    if (read) return read;
    Error error = std::move(read).error();
    error.path = path;
    return error;
}

Certificate new_certificate(Context& context, const X509Certificate& x509, std::string pem,
                            CertificateStatus status) {
    Certificate row;
    row.id = x509.id;
    row.status = status;
    row.pem = std::move(pem);
    row.generation_id = id_uuid(context.new_id("certificate generation"));
    row.x509 = x509.summary;
    row.created = context.now();
    row.modified = context.now();
    return row;
}

void put_certificate(World& world, Certificate certificate) {
    world.certificates_by_time.put({certificate.created, certificate.id}, {});
    if (certificate.ca_certificate_id) {
        world.certificates_by_ca.put(
            {*certificate.ca_certificate_id, certificate.created, certificate.id}, {});
    }
    std::string id = certificate.id;
    world.certificates.put(std::move(id), std::move(certificate));
}

void erase_certificate(World& world, const Certificate& certificate) {
    world.certificates_by_time.erase(NewestFirst{certificate.created, certificate.id});
    if (certificate.ca_certificate_id) {
        world.certificates_by_ca.erase(
            NewestWithin{*certificate.ca_certificate_id, certificate.created, certificate.id});
    }
    world.certificates.erase(certificate.id);
}

void put_ca_certificate(World& world, CaCertificate certificate) {
    if (const CaCertificate* before = world.ca_certificates.find(certificate.id))
        index_template(world, *before, false);
    index_template(world, certificate, true);
    world.ca_certificates_by_time.put({certificate.created, certificate.id}, {});
    world.ca_certificates_by_subject.put({certificate.x509.subject, certificate.id}, {});
    std::string id = certificate.id;
    world.ca_certificates.put(std::move(id), std::move(certificate));
}

void erase_ca_certificate(World& world, const CaCertificate& certificate) {
    index_template(world, certificate, false);
    world.ca_certificates_by_time.erase(NewestFirst{certificate.created, certificate.id});
    world.ca_certificates_by_subject.erase(PairKey{certificate.x509.subject, certificate.id});
    world.ca_certificates.erase(certificate.id);
}

void attach_principal(World& world, const std::string& thing, const std::string& principal,
                      ThingPrincipalType type) {
    world.thing_principals.put({thing, principal}, {type, world.now});
    world.principal_things.put({principal, thing}, {type, world.now});
}

bool detach_principal(World& world, const std::string& thing, const std::string& principal) {
    world.principal_things.erase(PairKey{principal, thing});
    return world.thing_principals.erase(PairKey{thing, principal});
}

}  // namespace picket
