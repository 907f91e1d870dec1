// CreatePolicyVersion, GetPolicyVersion, ListPolicyVersions, SetDefaultPolicyVersion,
// DeletePolicyVersion.
//
// One version of a policy is in force; the others wait. What is in force is never deleted.
#include "service/policies/policy_versions.h"

#include "service/facts.h"
#include "service/op.h"
#include "service/policies/policy_tables.h"
#include "service/refuse.h"
#include "service/tables.h"
#include "text/say.h"
#include "world/context.h"

namespace picket {
namespace {

// A version id is a number, and its text has one form: "01" is no version.
Refusal version_missing(const World& world, const std::string& policy, const std::string& version) {
    if (!world.policies.contains(policy))
        return not_found("policy", policy, "CreatePolicy", "policyName");
    if (find_policy_version(world, policy, version) != nullptr) return std::nullopt;
    std::string there;
    for (const std::int64_t id : policy_version_ids(world, policy))
        there += (there.empty() ? "" : ", ") + std::to_string(id);
    return refuse(ErrorCode::ResourceNotFound,
                  say("The policy '{}' has no version '{}'. It has {}.", policy, version, there),
                  "policyVersionId");
}

Result<CreatePolicyVersionResponse> create_policy_version(World& world, Context& context,
                                                          const CreatePolicyVersionRequest& in) {
    const bool as_default = in.set_as_default.value_or(false);
    PICKET_TRY(const std::int64_t id,
               add_policy_version(world, context, in.policy_name, in.policy_document, as_default));
    return CreatePolicyVersionResponse{policy_arn(world, in.policy_name), in.policy_document,
                                       std::to_string(id), as_default};
}

Result<GetPolicyVersionResponse> get_policy_version(const World& world,
                                                    const GetPolicyVersionRequest& in) {
    if (auto problem = version_missing(world, in.policy_name, in.policy_version_id)) return problem;
    const Policy& policy = *world.policies.find(in.policy_name);
    const PolicyVersion& version = *find_policy_version(world, in.policy_name,
                                                        in.policy_version_id);
    const bool in_force = std::to_string(policy.default_version) == in.policy_version_id;
    return GetPolicyVersionResponse{policy_arn(world, policy.name),
                                    policy.name,
                                    version.document,
                                    in.policy_version_id,
                                    in_force,
                                    version.created,
                                    version.created,
                                    version.generation_id};
}

Result<ListPolicyVersionsResponse> list_policy_versions(const World& world,
                                                        const ListPolicyVersionsRequest& in) {
    const Policy* policy = world.policies.find(in.policy_name);
    if (policy == nullptr) return not_found("policy", in.policy_name, "CreatePolicy", "policyName");
    ListPolicyVersionsResponse out;
    for (const std::int64_t id : policy_version_ids(world, in.policy_name)) {
        const std::string text = std::to_string(id);
        out.policy_versions.push_back({text, id == policy->default_version,
                                       find_policy_version(world, in.policy_name, text)->created});
    }
    return out;
}

Result<SetDefaultPolicyVersionResponse>
set_default_policy_version(World& world, Context& context,
                           const SetDefaultPolicyVersionRequest& in) {
    if (auto problem = version_missing(world, in.policy_name, in.policy_version_id)) return problem;
    Policy policy = *world.policies.find(in.policy_name);
    const std::string before = std::to_string(policy.default_version);
    if (before == in.policy_version_id) return SetDefaultPolicyVersionResponse{};
    for (const std::int64_t id : policy_version_ids(world, in.policy_name)) {
        if (std::to_string(id) == in.policy_version_id) policy.default_version = id;
    }
    policy.modified = context.now();
    Facts facts;
    facts.text("before", before).text("version", in.policy_version_id);
    context.note("policy.defaultChanged", policy.name,
                 say("Version {} of the policy '{}' is in force instead of version {}.",
                     in.policy_version_id, policy.name, before),
                 facts.json());
    put_policy(world, std::move(policy));
    return SetDefaultPolicyVersionResponse{};
}

Result<DeletePolicyVersionResponse> delete_policy_version(World& world, Context& context,
                                                          const DeletePolicyVersionRequest& in) {
    if (auto problem = version_missing(world, in.policy_name, in.policy_version_id)) return problem;
    const Policy& policy = *world.policies.find(in.policy_name);
    if (std::to_string(policy.default_version) == in.policy_version_id) {
        return refuse(ErrorCode::DeleteConflict,
                      say("Version {} is the default version of '{}'. Make another one the default "
                          "with SetDefaultPolicyVersion, or delete the policy.",
                          in.policy_version_id, policy.name),
                      "policyVersionId");
    }
    world.policy_versions.erase({in.policy_name, in.policy_version_id});
    context.note(
        "policy.versionDeleted", in.policy_name,
        say("Version {} of the policy '{}' was deleted.", in.policy_version_id, in.policy_name));
    return DeletePolicyVersionResponse{};
}

using enum ErrorCode;

constexpr std::string_view kGroup = "Policies";
constexpr std::string_view kUri = "/policies/{policyName}/version";
constexpr std::string_view kOneUri = "/policies/{policyName}/version/{policyVersionId}";
constexpr auto kLookUp = errors<ResourceNotFound, InvalidRequest, Throttling, Unauthorized,
                                ServiceUnavailable, InternalFailure>();

constexpr Operation kPolicyVersionOperations[] = {
    op<&create_policy_version>(
        "CreatePolicyVersion", kGroup, Method::Post, kUri,
        errors<ResourceNotFound, MalformedPolicy, VersionsLimitExceeded, InvalidRequest, Throttling,
               Unauthorized, ServiceUnavailable, InternalFailure>(),
        "Adds a version to a policy, in force or waiting; five at most."),
    op<&get_policy_version>("GetPolicyVersion", kGroup, Method::Get, kOneUri, kLookUp,
                            "Tells of one version of a policy, with its document."),
    op<&list_policy_versions>("ListPolicyVersions", kGroup, Method::Get, kUri, kLookUp,
                              "Lists the versions of a policy, the newest first."),
    op<&set_default_policy_version>("SetDefaultPolicyVersion", kGroup, Method::Patch, kOneUri,
                                    kLookUp, "Puts another version of a policy in force."),
    op<&delete_policy_version>("DeletePolicyVersion", kGroup, Method::Delete, kOneUri,
                               errors<DeleteConflict, ResourceNotFound, InvalidRequest, Throttling,
                                      Unauthorized, ServiceUnavailable, InternalFailure>(),
                               "Deletes a version that is not in force."),
};

}  // namespace

std::span<const Operation> policy_version_operations() { return kPolicyVersionOperations; }

}  // namespace picket
