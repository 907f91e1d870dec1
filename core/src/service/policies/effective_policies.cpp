// Gathers policies over principal, groups and the groups above.
#include "service/policies/effective_policies.h"

#include <algorithm>

#include "service/arn.h"
#include "service/pair_range.h"
#include "service/policies/policy_tables.h"
#include "service/refuse.h"
#include "text/say.h"

namespace picket {
namespace {

// A pool is named with an identity of it; both carry their region.
Refusal pool_problem(const GetEffectivePoliciesRequest& in) {
    if (!in.cognito_identity_pool_id) return std::nullopt;
    const std::string& pool = *in.cognito_identity_pool_id;
    const std::string region = pool.substr(0, pool.find(':') + 1);
    if (!region.empty() && in.principal && in.principal->starts_with(region)) return std::nullopt;
    return invalid(
        say("The identity pool '{}' goes with a principal that is a Cognito identity of the same "
            "region, as REGION:UUID. Give that identity, or leave cognitoIdentityPoolId out.",
            pool),
        "cognitoIdentityPoolId");
}

}  // namespace

std::vector<std::string> effective_policies_of(const World& world, const std::string& principal,
                                               const std::string& thing) {
    std::vector<std::string> names;
    if (!principal.empty()) names = policies_of_target(world, principal, false);
    for (const std::string& group : pair_seconds(world.thing_groups_of, thing)) {
        const auto more = policies_of_target(world, thing_group_arn(world, group), true);
        names.insert(names.end(), more.begin(), more.end());
    }
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
}

Result<GetEffectivePoliciesResponse> get_effective_policies(const World& world,
                                                            const GetEffectivePoliciesRequest& in) {
    if (!in.principal && !in.thing_name) {
        return invalid(
            "Neither principal nor thingName is given. Name the principal that connects, "
            "the thing, or both.");
    }
    if (in.principal) {
        if (auto problem = target_problem(world, *in.principal, "principal")) return problem;
    }
    if (auto problem = pool_problem(in)) return problem;
    if (in.thing_name && !world.things.contains(*in.thing_name))
        return not_found("thing", *in.thing_name, "CreateThing", "thingName");
    GetEffectivePoliciesResponse out;
    for (const std::string& name :
         effective_policies_of(world, in.principal.value_or(""), in.thing_name.value_or(""))) {
        const Policy* policy = world.policies.find(name);
        PICKET_ASSERT(policy != nullptr);
        out.effective_policies.push_back(
            {name, policy_arn(world, name), default_document(world, *policy)});
    }
    return out;
}

}  // namespace picket
