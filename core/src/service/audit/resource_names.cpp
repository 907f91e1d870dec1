// See resource_names.h.
#include "service/audit/resource_names.h"

#include "service/refuse.h"
#include "text/say.h"

namespace picket {
namespace {

constexpr const char* kPath = "resourceIdentifier";

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

Refusal resource_problem(const ResourceIdentifier& resource) {
    const auto names = members_set(kShape<ResourceIdentifier>, &resource);
    if (names.size() != 1) {
        return invalid(say("resourceIdentifier has {}. It names one resource by exactly one of {}.",
                           counted(static_cast<std::int64_t>(names.size()), "member"),
                           all_members()),
                       kPath);
    }
    const std::string path = say("{}.{}", kPath, names.front());
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

Refusal resource_kind_problem(const AuditCheckInfo& check, const ResourceIdentifier& resource) {
    const auto names = members_set(kShape<ResourceIdentifier>, &resource);
    if (names.front() == check.resource_key) return std::nullopt;
    return invalid(say("Findings of {} are about a resource named by {}, not by {}.", check.name,
                       check.resource_key, names.front()),
                   say("{}.{}", kPath, names.front()));
}

}  // namespace picket
