// AttachPolicy, DetachPolicy, ListAttachedPolicies, ListTargetsForPolicy, GetEffectivePolicies; the
// last is answered in effective_policies.cpp.
//
// A target is a certificate, a thing group, or a Cognito identity, which this account cannot look
// up. When a target is deleted, its policies are taken off it.
#include "service/policies/policy_targets.h"

#include <algorithm>

#include "service/arn.h"
#include "service/facts.h"
#include "service/op.h"
#include "service/paginate.h"
#include "service/pair_range.h"
#include "service/policies/effective_policies.h"
#include "service/policies/policy_tables.h"
#include "service/refuse.h"
#include "service/registry/registry.h"
#include "service/tables.h"
#include "text/say.h"
#include "world/context.h"
#include "world/settings.h"

namespace picket {
namespace {

std::string facts_of(const std::string& target) {
    Facts facts;
    facts.text("target", target);
    return facts.json();
}

Result<AttachPolicyResponse> attach_policy(World& world, Context& context,
                                           const AttachPolicyRequest& in) {
    const std::string& name = in.policy_name;
    if (!world.policies.contains(name))
        return not_found("policy", name, "CreatePolicy", "policyName");
    if (auto problem = target_problem(world, in.target, "target")) return problem;
    const auto group = thing_group_name_of_arn(world, in.target, "target");
    if (group && is_dynamic(world, *group)) {
        return invalid(
            say("The thing group '{}' is dynamic, and policies cannot be attached to dynamic "
                "groups. Attach the policy to a static group or to certificates.",
                *group),
            "target");
    }
    if (is_policy_attached(world, name, in.target)) return AttachPolicyResponse{};
    const auto policies = static_cast<std::int64_t>(pair_count(world.target_policies, in.target));
    const std::int64_t max = setting_number(world, Setting::PoliciesPerTargetMax);
    if (policies >= max) {
        return refuse(ErrorCode::LimitExceeded,
                      say("The target '{}' has {} policies, and it can have {}. Detach one first.",
                          in.target, policies, max),
                      "target");
    }
    attach_policy_to(world, name, in.target);
    context.note("policy.attached", name,
                 say("The policy '{}' was attached to {}.", name, in.target), facts_of(in.target));
    return AttachPolicyResponse{};
}

// The operation declares no ResourceNotFoundException, so what is not there is done already.
Result<DetachPolicyResponse> detach_policy(World& world, Context& context,
                                           const DetachPolicyRequest& in) {
    const std::string& name = in.policy_name;
    if (!is_policy_attached(world, name, in.target)) {
        auto problem = target_problem(world, in.target, "target");
        if (problem && problem->code == ErrorCode::InvalidRequest) return problem;
        if (setting_is(world, Setting::DetachUnattached, "accept")) return DetachPolicyResponse{};
        return invalid(say("The policy '{}' is not attached to '{}'. The setting detachUnattached "
                           "refuses that.",
                           name, in.target),
                       "target");
    }
    detach_policy_from(world, name, in.target);
    context.note("policy.detached", name,
                 say("The policy '{}' was detached from {}.", name, in.target),
                 facts_of(in.target));
    return DetachPolicyResponse{};
}

Result<ListAttachedPoliciesResponse> list_attached_policies(const World& world,
                                                            const ListAttachedPoliciesRequest& in) {
    PICKET_TRY(const Page page,
               read_marker_page("ListAttachedPolicies", {in.target, filter_text(in.recursive)},
                                in.page_size, in.marker, false));
    if (auto problem = target_problem(world, in.target, "target")) return problem;
    const auto names = policies_of_target(world, in.target, in.recursive.value_or(false));
    auto at = page.after ? std::upper_bound(names.begin(), names.end(), *page.after)
                         : names.begin();
    ListAttachedPoliciesResponse out;
    for (; at != names.end(); ++at) {
        if (out.policies.size() == page.size) {
            out.next_marker = page.token(out.policies.back().policy_name);
            break;
        }
        out.policies.push_back({*at, policy_arn(world, *at)});
    }
    return out;
}

Result<ListTargetsForPolicyResponse>
list_targets_for_policy(const World& world, const ListTargetsForPolicyRequest& in) {
    PICKET_TRY(const Page page, read_marker_page("ListTargetsForPolicy", {in.policy_name},
                                                 in.page_size, in.marker, false));
    if (!world.policies.contains(in.policy_name))
        return not_found("policy", in.policy_name, "CreatePolicy", "policyName");
    ListTargetsForPolicyResponse out;
    const auto& targets = world.policy_targets;
    PICKET_TRY(out.next_marker,
               walk_places(page, targets, targets.rank(pair_begin(in.policy_name)),
                           targets.rank(pair_end(in.policy_name)),
                           [&](const auto& entry) { out.targets.push_back(entry.key.second); }));
    return out;
}

using enum ErrorCode;

constexpr std::string_view kGroup = "Policies";
constexpr std::string_view kTargetUri = "/target-policies/{policyName}";
constexpr auto kBounded = errors<ResourceNotFound, InvalidRequest, Throttling, Unauthorized,
                                 ServiceUnavailable, InternalFailure, LimitExceeded>();

constexpr Operation kPolicyTargetOperations[] = {
    op<&attach_policy>(
        "AttachPolicy", kGroup, Method::Put, kTargetUri, kBounded,
        "Attaches a policy to a certificate, thing group or Cognito identity; again succeeds."),
    op<&detach_policy>("DetachPolicy", kGroup, Method::Post, kTargetUri,
                       errors<InvalidRequest, Throttling, Unauthorized, ServiceUnavailable,
                              InternalFailure, LimitExceeded>(),
                       "Takes a policy off a target."),
    op<&list_attached_policies>(
        "ListAttachedPolicies", kGroup, Method::Post, "/attached-policies/{target}", kBounded,
        "Lists the policies of a target, optionally with those of the groups above."),
    op<&list_targets_for_policy>("ListTargetsForPolicy", kGroup, Method::Post,
                                 "/policy-targets/{policyName}", kBounded,
                                 "Lists what a policy is attached to."),
    op<&get_effective_policies>("GetEffectivePolicies", kGroup, Method::Post, "/effective-policies",
                                kBounded,
                                "Tells which policies decide for a device when it connects."),
};

}  // namespace

std::span<const Operation> policy_target_operations() { return kPolicyTargetOperations; }

}  // namespace picket
