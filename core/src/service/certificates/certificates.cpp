// DescribeCertificate, ListCertificates, ListCertificatesByCA, UpdateCertificate,
// DeleteCertificate.
//
// A certificate is ACTIVE, INACTIVE or REVOKED, and REVOKED is for ever. The other three statuses
// belong to transfers and to registration by connecting, which are not modelled; REGISTER_INACTIVE,
// deprecated, is taken for what it says and behaves as INACTIVE.
#include "service/certificates/certificates.h"

#include "service/certificates/certificate_tables.h"
#include "service/facts.h"
#include "service/op.h"
#include "service/paginate.h"
#include "service/pair_range.h"
#include "service/policies/policy_tables.h"
#include "service/refuse.h"
#include "service/tables.h"
#include "text/say.h"

namespace picket {
namespace {

Result<DescribeCertificateResponse> describe_certificate(const World& world,
                                                         const DescribeCertificateRequest& in) {
    PICKET_TRY(const Certificate row, find_certificate(world, in.certificate_id, "certificateId"));
    CertificateDescription out;
    out.certificate_arn = certificate_arn(world, row.id);
    out.certificate_id = row.id;
    out.ca_certificate_id = row.ca_certificate_id;
    out.status = row.status;
    out.certificate_pem = row.pem;
    out.owned_by = world.account;
    out.creation_date = row.created;
    out.last_modified_date = row.modified;
    out.customer_version = row.customer_version;
    out.generation_id = row.generation_id;
    out.validity = row.x509.validity;
    out.certificate_mode = row.mode;
    return DescribeCertificateResponse{std::move(out)};
}

void list_one(const World& world, const std::string& id, ListCertificatesResponse& out) {
    const Certificate* row = world.certificates.find(id);
    PICKET_ASSERT(row != nullptr);  // the indexes and the table change together
    out.certificates.push_back(
        {certificate_arn(world, id), id, row->status, row->mode, row->created});
}

Result<ListCertificatesResponse> list_certificates(const World& world,
                                                   const ListCertificatesRequest& in) {
    PICKET_TRY(const Page page, read_marker_page("ListCertificates", {}, in.page_size, in.marker,
                                                 in.ascending_order));
    ListCertificatesResponse out;
    const auto& table = world.certificates_by_time;
    PICKET_TRY(out.next_marker, walk_places(page, table, 0, table.size(), [&](const auto& entry) {
                   list_one(world, entry.key.id, out);
               }));
    return out;
}

// A CA certificate that is not registered has none: the operation declares no error for it.
Result<ListCertificatesResponse> list_certificates_by_ca(const World& world,
                                                         const ListCertificatesByCaRequest& in) {
    PICKET_TRY(const Page page, read_marker_page("ListCertificatesByCA", {in.ca_certificate_id},
                                                 in.page_size, in.marker, in.ascending_order));
    ListCertificatesResponse out;
    const auto& table = world.certificates_by_ca;
    const std::size_t begin = table.rank(NewestWithin{in.ca_certificate_id, kTimestampMax, {}});
    const std::size_t end = table.rank(
        NewestWithin{in.ca_certificate_id + '\0', kTimestampMax, {}});
    PICKET_TRY(out.next_marker, walk_places(page, table, begin, end, [&](const auto& entry) {
                   list_one(world, entry.key.id, out);
               }));
    return out;
}

Refusal wrong_state(std::string message, const char* path) {
    return refuse(ErrorCode::CertificateState, std::move(message), path);
}

Result<Empty> update_certificate(World& world, Context& context,
                                 const UpdateCertificateRequest& in) {
    const std::string asked(enum_name(in.new_status));
    if (in.new_status == CertificateStatus::PendingTransfer ||
        in.new_status == CertificateStatus::PendingActivation) {
        return wrong_state(
            say("The status {} is for the service's own use. Set ACTIVE, INACTIVE or REVOKED.",
                asked),
            "newStatus");
    }
    PICKET_TRY(Certificate row, find_certificate(world, in.certificate_id, "certificateId"));
    if (row.status == in.new_status) return Empty{};  // the reference calls it idempotent
    if (row.status == CertificateStatus::Revoked) {
        return wrong_state(say("The certificate '{}' is REVOKED, which is for ever: it cannot "
                               "become {}. Create or register another one.",
                               row.id, asked),
                           "newStatus");
    }
    Facts facts;
    facts.text("from", enum_name(row.status)).text("to", asked);
    context.note(
        "certificate.updated", row.id,
        say("The certificate {} was set from {} to {}.", row.id, enum_name(row.status), asked),
        facts.json());
    row.status = in.new_status;
    row.modified = context.now();
    ++row.customer_version;
    put_certificate(world, std::move(row));
    return Empty{};
}

Refusal attached(const std::string& id, std::string_view what,
                 const std::vector<std::string>& names, std::string_view remedy) {
    return refuse(ErrorCode::DeleteConflict,
                  say("The certificate '{}' is attached to {}: '{}'{}. {}", id, what, names.front(),
                      names.size() > 1 ? say(", and {} more", names.size() - 1) : std::string(),
                      remedy),
                  "certificateId");
}

// State first, then things, which nothing overrides, then policies, which forceDelete detaches.
Result<Empty> delete_certificate(World& world, Context& context,
                                 const DeleteCertificateRequest& in) {
    PICKET_TRY(const Certificate row, find_certificate(world, in.certificate_id, "certificateId"));
    if (row.status == CertificateStatus::Active) {
        return wrong_state(
            say("The certificate '{}' is ACTIVE. Set it INACTIVE with UpdateCertificate first.",
                row.id),
            "certificateId");
    }
    const std::string arn = certificate_arn(world, row.id);
    const std::vector<std::string> things = pair_seconds(world.principal_things, arn);
    if (!things.empty()) {
        return attached(row.id, "things", things, "Detach them with DetachThingPrincipal first.");
    }
    const std::vector<std::string> policies = pair_seconds(world.target_policies, arn);
    if (!policies.empty() && !in.force_delete.value_or(false)) {
        return attached(row.id, "policies", policies,
                        "Detach them with DetachPolicy, or delete with forceDelete.");
    }
    detach_policies(world, arn);
    Facts facts;
    facts.text("status", enum_name(row.status)).texts("detachedPolicies", policies);
    context.note("certificate.deleted", row.id, say("The certificate {} was deleted.", row.id),
                 facts.json());
    erase_certificate(world, row);
    return Empty{};
}

using enum ErrorCode;

constexpr std::string_view kGroup = "Certificates";
constexpr std::string_view kUri = "/certificates/{certificateId}";

constexpr Operation kCertificateOperations[] = {
    op<&describe_certificate>("DescribeCertificate", kGroup, Method::Get, kUri,
                              errors<InvalidRequest, Throttling, Unauthorized, ServiceUnavailable,
                                     InternalFailure, ResourceNotFound>(),
                              "Tells what is known about a certificate, its PEM included."),
    op<&list_certificates>(
        "ListCertificates", kGroup, Method::Get, "/certificates",
        errors<InvalidRequest, Throttling, Unauthorized, ServiceUnavailable, InternalFailure>(),
        "Lists certificates, the newest first."),
    op<&list_certificates_by_ca>(
        "ListCertificatesByCA", kGroup, Method::Get, "/certificates-by-ca/{caCertificateId}",
        errors<InvalidRequest, Throttling, Unauthorized, ServiceUnavailable, InternalFailure>(),
        "Lists the certificates that were registered under a CA, the newest first."),
    op<&update_certificate>("UpdateCertificate", kGroup, Method::Put, kUri,
                            errors<ResourceNotFound, CertificateState, InvalidRequest, Throttling,
                                   Unauthorized, ServiceUnavailable, InternalFailure>(),
                            "Changes a certificate's status. What is REVOKED stays so."),
    op<&delete_certificate>(
        "DeleteCertificate", kGroup, Method::Delete, kUri,
        errors<CertificateState, DeleteConflict, InvalidRequest, Throttling, Unauthorized,
               ServiceUnavailable, InternalFailure, ResourceNotFound>(),
        "Deletes a certificate that is not ACTIVE and has nothing attached."),
};

}  // namespace

std::span<const Operation> certificate_operations() { return kCertificateOperations; }

}  // namespace picket
