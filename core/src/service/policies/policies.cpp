// CreatePolicy, GetPolicy, ListPolicies, DeletePolicy.
//
// A policy is created with its first version, which is in force. The document is kept as it came.
#include "service/policies/policies.h"

#include "service/facts.h"
#include "service/op.h"
#include "service/paginate.h"
#include "service/pair_range.h"
#include "service/policies/policy_tables.h"
#include "service/refuse.h"
#include "service/registry/tags.h"
#include "service/tables.h"
#include "text/say.h"
#include "world/context.h"

namespace picket {
namespace {

Result<CreatePolicyResponse> create_policy(World& world, Context& context,
                                           const CreatePolicyRequest& in) {
    const std::string arn = policy_arn(world, in.policy_name);
    if (auto problem = policy_document_problem(world, in.policy_document, "policyDocument"))
        return problem;
    if (const Policy* existing = world.policies.find(in.policy_name)) {
        return already_exists("policy", in.policy_name, "CreatePolicyVersion", existing->name, arn);
    }
    if (auto problem = tags_problem(world, in.tags)) return problem;
    Policy policy;
    policy.name = in.policy_name;
    policy.generation_id = id_hex32(context.new_id("policygeneration"));
    policy.created = context.now();
    policy.modified = context.now();
    world.policy_versions.put({policy.name, "1"},
                              {in.policy_document, policy.generation_id, context.now()});
    put_tags(world, arn, in.tags);
    Facts facts;
    facts.text("document", in.policy_document);
    context.note("policy.created", policy.name, say("The policy '{}' was created.", policy.name),
                 facts.json());
    put_policy(world, std::move(policy));
    return CreatePolicyResponse{in.policy_name, arn, in.policy_document, "1"};
}

Result<GetPolicyResponse> get_policy(const World& world, const GetPolicyRequest& in) {
    const Policy* policy = world.policies.find(in.policy_name);
    if (policy == nullptr) return not_found("policy", in.policy_name, "CreatePolicy", "policyName");
    return GetPolicyResponse{policy->name,
                             policy_arn(world, policy->name),
                             default_document(world, *policy),
                             std::to_string(policy->default_version),
                             policy->created,
                             policy->modified,
                             policy->generation_id};
}

Result<ListPoliciesResponse> list_policies(const World& world, const ListPoliciesRequest& in) {
    PICKET_TRY(const Page page,
               read_marker_page("ListPolicies", {}, in.page_size, in.marker, in.ascending_order));
    ListPoliciesResponse out;
    const auto& policies = world.policies_by_time;
    PICKET_TRY(out.next_marker,
               walk_places(page, policies, 0, policies.size(), [&](const auto& entry) {
                   out.policies.push_back({entry.key.id, policy_arn(world, entry.key.id)});
               }));
    return out;
}

Refusal delete_conflict(std::string message) {
    return refuse(ErrorCode::DeleteConflict, std::move(message), "policyName");
}

Result<DeletePolicyResponse> delete_policy(World& world, Context& context,
                                           const DeletePolicyRequest& in) {
    const std::string& name = in.policy_name;
    if (!world.policies.contains(name))
        return not_found("policy", name, "CreatePolicy", "policyName");
    const auto targets = static_cast<std::int64_t>(pair_count(world.policy_targets, name));
    if (targets > 0) {
        return delete_conflict(say("The policy '{}' is attached to {}, the first of which is {}. "
                                   "Take it off with DetachPolicy first.",
                                   name, counted(targets, "target"),
                                   world.policy_targets.lower_bound(pair_begin(name))->key.second));
    }
    const auto versions = static_cast<std::int64_t>(pair_count(world.policy_versions, name));
    if (versions > 1) {
        return delete_conflict(say("The policy '{}' has {} besides the default. Delete them with "
                                   "DeletePolicyVersion first.",
                                   name, counted(versions - 1, "version")));
    }
    erase_policy(world, name);
    erase_tags(world, policy_arn(world, name));
    context.note("policy.deleted", name, say("The policy '{}' was deleted.", name));
    return DeletePolicyResponse{};
}

using enum ErrorCode;

constexpr std::string_view kGroup = "Policies";
constexpr std::string_view kUri = "/policies/{policyName}";

constexpr Operation kPolicyOperations[] = {
    op<&create_policy>("CreatePolicy", kGroup, Method::Post, kUri,
                       errors<ResourceAlreadyExists, MalformedPolicy, InvalidRequest, Throttling,
                              Unauthorized, ServiceUnavailable, InternalFailure>(),
                       "Creates a policy with its first version, which is in force."),
    op<&get_policy>("GetPolicy", kGroup, Method::Get, kUri,
                    errors<ResourceNotFound, InvalidRequest, Throttling, Unauthorized,
                           ServiceUnavailable, InternalFailure>(),
                    "Tells of a policy, with the document in force."),
    op<&list_policies>(
        "ListPolicies", kGroup, Method::Get, "/policies",
        errors<InvalidRequest, Throttling, Unauthorized, ServiceUnavailable, InternalFailure>(),
        "Lists policies, the newest first."),
    op<&delete_policy>("DeletePolicy", kGroup, Method::Delete, kUri,
                       errors<DeleteConflict, ResourceNotFound, InvalidRequest, Throttling,
                              Unauthorized, ServiceUnavailable, InternalFailure>(),
                       "Deletes a policy that is attached to nothing and has one version."),
};

}  // namespace

std::span<const Operation> policy_operations() { return kPolicyOperations; }

}  // namespace picket
