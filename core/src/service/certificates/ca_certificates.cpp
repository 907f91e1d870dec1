// RegisterCACertificate, DescribeCACertificate, ListCACertificates, UpdateCACertificate,
// DeleteCACertificate.
//
// Who registers a CA in mode DEFAULT proves that it is theirs: with a certificate that the CA
// issued and whose common name is the account's registration code. Not modelled: the signature on
// that certificate, so that issuer and code are all that is compared; provisioning templates as
// resources, so that none needs to exist; registration by connecting, so that the configuration is
// kept and shown, and nothing comes of it.
// Deleting a CA leaves its device certificates registered, and listed under its id.
#include "service/certificates/ca_certificates.h"

#include "service/certificates/certificate_tables.h"
#include "service/facts.h"
#include "service/op.h"
#include "service/paginate.h"
#include "service/pair_range.h"
#include "service/refuse.h"
#include "service/registry/tags.h"
#include "service/tables.h"
#include "text/say.h"
#include "world/settings.h"

namespace picket {
namespace {

// Whether the verification certificate has to be there, by mode; and if it is, whether it proves
// anything.
Refusal verification_problem(const World& world, const RegisterCaCertificateRequest& in,
                             const X509Certificate& ca) {
    constexpr const char* kPath = "verificationCertificate";
    const CertificateMode mode = in.certificate_mode.value_or(CertificateMode::Default);
    if (mode == CertificateMode::SniOnly) {
        if (!in.verification_certificate) return std::nullopt;
        return invalid("The mode SNI_ONLY takes no verificationCertificate. Leave it out, or "
                       "register in the mode DEFAULT.",
                       kPath);
    }
    if (!in.verification_certificate) {
        return invalid("The mode DEFAULT needs a verificationCertificate: one that the CA issued, "
                       "with the answer of GetRegistrationCode as common name.",
                       kPath);
    }
    auto proof = read_pem(*in.verification_certificate, kPath);
    if (!proof) return std::move(proof).error();
    if (proof->summary.issuer != ca.summary.subject) {
        return refuse(ErrorCode::CertificateValidation,
                      say("The verification certificate was issued by '{}', and the CA is '{}'.",
                          proof->summary.issuer, ca.summary.subject),
                      kPath);
    }
    const RegistrationCode* code = world.registration_codes.find("account");
    if (code == nullptr) {
        return refuse(ErrorCode::RegistrationCodeValidation,
                      "The account has no registration code. Get one with GetRegistrationCode, "
                      "and make a verification certificate with it as common name.",
                      kPath);
    }
    if (proof->common_name == code->code) return std::nullopt;
    return refuse(ErrorCode::RegistrationCodeValidation,
                  say("The common name of the verification certificate is '{}', and the "
                      "registration code is '{}'.",
                      proof->common_name, code->code),
                  kPath);
}

Refusal new_ca_problem(const World& world, const X509Certificate& ca) {
    if (world.ca_certificates.contains(ca.id)) {
        Refusal refusal = refuse(ErrorCode::ResourceAlreadyExists,
                                 say("The CA certificate is registered already, with the id '{}'. "
                                     "Change it with UpdateCACertificate.",
                                     ca.id),
                                 "caCertificate");
        refusal->resource_id = ca.id;
        refusal->resource_arn = ca_certificate_arn(world, ca.id);
        return refusal;
    }
    const auto same = static_cast<std::int64_t>(
        pair_count(world.ca_certificates_by_subject, ca.summary.subject));
    const std::int64_t max = setting_number(world, Setting::CasPerSubjectMax);
    if (same < max) return std::nullopt;
    return refuse(ErrorCode::LimitExceeded,
                  say("The account has {} with the subject '{}', and it can have {}. Delete one "
                      "that is no longer used.",
                      counted(same, "CA certificate"), ca.summary.subject, max),
                  "caCertificate");
}

std::string facts_of(const CaCertificate& row) {
    Facts facts;
    facts.text("status", enum_name(row.status)).text("subject", row.x509.subject);
    facts.text("certificateMode", enum_name(row.mode));
    facts.text("autoRegistrationStatus", enum_name(row.auto_registration_status));
    if (row.registration_config)
        facts.json("registrationConfig", to_json(*row.registration_config));
    return facts.json();
}

Result<RegisterCertificateResponse>
register_ca_certificate(World& world, Context& context, const RegisterCaCertificateRequest& in) {
    if (auto problem = tags_problem(world, in.tags)) return problem;
    PICKET_TRY(const X509Certificate ca, read_pem(in.ca_certificate, "caCertificate"));
    if (!ca.summary.is_ca) {
        return refuse(ErrorCode::CertificateValidation,
                      say("The certificate of '{}' is not that of a CA: its basicConstraints do "
                          "not say CA:TRUE.",
                          ca.summary.subject),
                      "caCertificate");
    }
    if (auto problem = verification_problem(world, in, ca)) return problem;
    if (auto problem = new_ca_problem(world, ca)) return problem;
    CaCertificate row;
    row.id = ca.id;
    if (in.set_as_active.value_or(false)) row.status = CaCertificateStatus::Active;
    row.pem = in.ca_certificate;
    if (in.allow_auto_registration.value_or(false))
        row.auto_registration_status = AutoRegistrationStatus::Enable;
    row.registration_config = in.registration_config;
    row.generation_id = id_uuid(context.new_id("certificate generation"));
    row.mode = in.certificate_mode.value_or(CertificateMode::Default);
    row.x509 = ca.summary;
    row.created = context.now();
    row.modified = context.now();
    const std::string arn = ca_certificate_arn(world, row.id);
    put_tags(world, arn, in.tags);
    context.note("caCertificate.registered", row.id,
                 say("The CA certificate {} of '{}' was registered as {}.", row.id,
                     row.x509.subject, enum_name(row.status)),
                 facts_of(row));
    put_ca_certificate(world, std::move(row));
    return RegisterCertificateResponse{arn, ca.id};
}

Result<DescribeCaCertificateResponse>
describe_ca_certificate(const World& world, const DescribeCaCertificateRequest& in) {
    PICKET_TRY(const CaCertificate row, find_ca_certificate(world, in.certificate_id));
    CaCertificateDescription out;
    out.certificate_arn = ca_certificate_arn(world, row.id);
    out.certificate_id = row.id;
    out.status = row.status;
    out.certificate_pem = row.pem;
    out.owned_by = world.account;
    out.creation_date = row.created;
    out.auto_registration_status = row.auto_registration_status;
    out.last_modified_date = row.modified;
    out.customer_version = row.customer_version;
    out.generation_id = row.generation_id;
    out.validity = row.x509.validity;
    out.certificate_mode = row.mode;
    return DescribeCaCertificateResponse{std::move(out), row.registration_config};
}

Result<ListCaCertificatesResponse> list_ca_certificates(const World& world,
                                                        const ListCaCertificatesRequest& in) {
    PICKET_TRY(const Page page,
               read_marker_page("ListCACertificates", {filter_text(in.template_name)}, in.page_size,
                                in.marker, in.ascending_order));
    ListCaCertificatesResponse out;
    auto add = [&](const auto& entry) {
        const CaCertificate* row = world.ca_certificates.find(entry.key.id);
        PICKET_ASSERT(row != nullptr);  // the indexes and the table change together
        out.certificates.push_back(
            {ca_certificate_arn(world, row->id), row->id, row->status, row->created});
    };
    if (in.template_name) {
        const auto& table = world.ca_certificates_by_template;
        const std::string& name = *in.template_name;
        PICKET_TRY(out.next_marker,
                   walk_places(page, table, table.rank(NewestWithin{name, kTimestampMax, {}}),
                               table.rank(NewestWithin{name + '\0', kTimestampMax, {}}), add));
    } else {
        const auto& table = world.ca_certificates_by_time;
        PICKET_TRY(out.next_marker, walk_places(page, table, 0, table.size(), add));
    }
    return out;
}

Result<Empty> update_ca_certificate(World& world, Context& context,
                                    const UpdateCaCertificateRequest& in) {
    const bool remove = in.remove_auto_registration.value_or(false);
    if (remove && (in.registration_config ||
                   in.new_auto_registration_status == AutoRegistrationStatus::Enable)) {
        return invalid(
            say("removeAutoRegistration contradicts {}. Send one of them.",
                in.registration_config ? "registrationConfig" : "newAutoRegistrationStatus"),
            "removeAutoRegistration");
    }
    PICKET_TRY(const CaCertificate before, find_ca_certificate(world, in.certificate_id));
    CaCertificate row = before;
    row.status = in.new_status.value_or(row.status);
    if (remove) {
        row.registration_config.reset();
        row.auto_registration_status = AutoRegistrationStatus::Disable;
    }
    row.auto_registration_status = in.new_auto_registration_status.value_or(
        row.auto_registration_status);
    if (in.registration_config) row.registration_config = in.registration_config;
    if (row == before) return Empty{};
    row.modified = context.now();
    ++row.customer_version;
    context.note("caCertificate.updated", row.id,
                 say("The CA certificate {} was updated; it is {}.", row.id, enum_name(row.status)),
                 facts_of(row));
    put_ca_certificate(world, std::move(row));
    return Empty{};
}

Result<Empty> delete_ca_certificate(World& world, Context& context,
                                    const DescribeCaCertificateRequest& in) {
    PICKET_TRY(const CaCertificate row, find_ca_certificate(world, in.certificate_id));
    if (row.status == CaCertificateStatus::Active) {
        return refuse(ErrorCode::CertificateState,
                      say("The CA certificate '{}' is ACTIVE. Set it INACTIVE with "
                          "UpdateCACertificate first.",
                          row.id),
                      "certificateId");
    }
    context.note("caCertificate.deleted", row.id, say("The CA certificate {} was deleted.", row.id),
                 facts_of(row));
    erase_tags(world, ca_certificate_arn(world, row.id));
    erase_ca_certificate(world, row);
    return Empty{};
}

using enum ErrorCode;

constexpr std::string_view kGroup = "CA certificates";
constexpr std::string_view kUri = "/cacertificate/{caCertificateId}";

constexpr Operation kCaCertificateOperations[] = {
    op<&register_ca_certificate>(
        "RegisterCACertificate", kGroup, Method::Post, "/cacertificate",
        errors<ResourceNotFound, ResourceAlreadyExists, RegistrationCodeValidation, InvalidRequest,
               CertificateValidation, Throttling, LimitExceeded, Unauthorized, ServiceUnavailable,
               InternalFailure>(),
        "Registers a CA certificate, so that certificates it issued can be registered."),
    op<&describe_ca_certificate>("DescribeCACertificate", kGroup, Method::Get, kUri,
                                 errors<InvalidRequest, Throttling, Unauthorized,
                                        ServiceUnavailable, InternalFailure, ResourceNotFound>(),
                                 "Tells what is known about a CA certificate, its PEM included."),
    op<&list_ca_certificates>(
        "ListCACertificates", kGroup, Method::Get, "/cacertificates",
        errors<InvalidRequest, Throttling, Unauthorized, ServiceUnavailable, InternalFailure>(),
        "Lists CA certificates, the newest first, optionally those of a template."),
    op<&update_ca_certificate>("UpdateCACertificate", kGroup, Method::Put, kUri,
                               errors<ResourceNotFound, InvalidRequest, Throttling, Unauthorized,
                                      ServiceUnavailable, InternalFailure>(),
                               "Changes a CA certificate's status and automatic registration."),
    op<&delete_ca_certificate>("DeleteCACertificate", kGroup, Method::Delete, kUri,
                               errors<InvalidRequest, CertificateState, Throttling, Unauthorized,
                                      ServiceUnavailable, InternalFailure, ResourceNotFound>(),
                               "Deletes a CA certificate that is INACTIVE."),
};

}  // namespace

std::span<const Operation> ca_certificate_operations() { return kCaCertificateOperations; }

}  // namespace picket
