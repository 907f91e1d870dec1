// See resource_names.h.
#include "service/audit/resource_names.h"

#include "service/refuse.h"

namespace picket {
namespace {

constexpr std::string_view kPath = "resourceIdentifier";

std::vector<std::string> members_set(const ShapeInfo& shape, const void* value) {
    std::vector<std::string> names;
    for (const MemberInfo& member : shape.members) {
        if (member.get(value) != nullptr) names.emplace_back(member.name);
    }
    return names;
}

std::string all_members() {
    std::string names;
    for (const MemberInfo& member : kShape<ResourceIdentifier>.members) {
        if (!names.empty()) names += ", ";
        names += member.name;
    }
    return names;
}

}  // namespace

std::optional<Error> resource_problem(const ResourceIdentifier& resource) {
    const auto names = members_set(kShape<ResourceIdentifier>, &resource);
    if (names.size() != 1) {
        return invalid("resourceIdentifier has " +
                           counted(static_cast<std::int64_t>(names.size()), "member") +
                           ". It names one resource by exactly one of " + all_members() + ".",
                       std::string(kPath));
    }
    const std::string path = std::string(kPath) + "." + names.front();
    if (const auto& policy = resource.policy_version_identifier;
        policy && !(policy->policy_name && policy->policy_version_id)) {
        return invalid("A version of a policy is named by policyName and policyVersionId, and one "
                       "of them is missing.",
                       path);
    }
    if (const auto& issuer = resource.issuer_certificate_identifier;
        issuer && members_set(kShape<IssuerCertificateIdentifier>, &*issuer).empty()) {
        return invalid("An issuer's certificate is named by issuerCertificateSubject, issuerId or "
                       "issuerCertificateSerialNumber, and there is none of them.",
                       path);
    }
    return std::nullopt;
}

std::optional<Error> resource_kind_problem(const AuditCheckInfo& check,
                                           const ResourceIdentifier& resource) {
    const auto names = members_set(kShape<ResourceIdentifier>, &resource);
    if (names.front() == check.resource_key) return std::nullopt;
    return invalid("Findings of " + std::string(check.name) + " are about a resource named by " +
                       std::string(check.resource_key) + ", not by " + names.front() + ".",
                   std::string(kPath) + "." + names.front());
}

}  // namespace picket
