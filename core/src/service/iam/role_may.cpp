// Evaluates the trust policy of a role, then its permissions.
#include "service/iam/role_may.h"

#include "service/iam/managed_policies.h"
#include "service/refuse.h"
#include "text/say.h"
#include "world/settings.h"

namespace picket {
namespace {

constexpr std::string_view kSourceArn = "aws:SourceArn";
constexpr std::string_view kSourceAccount = "aws:SourceAccount";

void set_default(PolicyContext& context, std::string_view key, std::string value) {
    if (context.find(key) == nullptr) context.set(key, std::move(value));
}

void set_time(PolicyContext& context, Timestamp now) {
    set_default(context, "aws:CurrentTime", to_iso(now));
    set_default(context, "aws:EpochTime", std::to_string(now.ms / kSecond));
}

RoleDecision decision_without_role(const World& world, std::string_view role_arn) {
    RoleDecision out;
    const bool allow = setting_is(world, Setting::UndefinedRoles, "allow");
    out.assumable = allow;
    out.verdict = allow ? Verdict::Allow : Verdict::ImplicitDeny;
    out.explanation = say(
        "The session defines no role {}, and the setting undefinedRoles lets such roles do {}",
        role_arn,
        allow ? "everything. Define it with PutRole to have its policies evaluated."
              : "nothing. Define it with PutRole.");
    return out;
}

PolicyDecision decide_trust(const World& world, const Role& role, PolicyContext context,
                            std::string_view service, PolicyRequest& request) {
    set_default(context, kSourceAccount, world.account);
    set_time(context, world.now);
    request = {"sts:AssumeRole",
               {},
               std::move(context),
               RequestPrincipal{"Service", std::string(service)}};
    const ReadPolicy trust = read_policy(role.trust_policy, PolicyKind::Trust);
    const PolicyToDecide policies[] = {{"the trust policy", &trust.document}};
    return decide(policies, request);
}

// What a role may do: its own documents, then the managed ones.
PolicyDecision decide_permissions(const Role& role, const PolicyRequest& request) {
    std::vector<ReadPolicy> documents;
    std::vector<std::string> names;
    for (const auto& [name, text] : role.permission_policies) {
        documents.push_back(read_policy(text, PolicyKind::Identity));
        names.push_back(say("the policy '{}'", name));
    }
    for (const std::string& arn : role.managed_policy_arns) {
        const ManagedPolicy* policy = find_managed_policy(arn);
        PICKET_ASSERT(policy != nullptr);
        documents.push_back(read_policy(policy->document, PolicyKind::Identity));
        names.push_back(say("the managed policy '{}'", arn.substr(arn.rfind('/') + 1)));
    }
    std::vector<PolicyToDecide> policies;
    for (std::size_t i = 0; i < documents.size(); ++i)
        policies.push_back({names[i], &documents[i].document});
    return decide(policies, request);
}

}  // namespace

RoleDecision role_may(const World& world, std::string_view role_arn, std::string_view action,
                      std::string_view resource, const PolicyContext& context,
                      std::string_view service) {
    const Role* role = world.roles.find(std::string(role_arn));
    if (role == nullptr) return decision_without_role(world, role_arn);
    RoleDecision out;
    out.defined = true;
    PolicyRequest request;
    const PolicyDecision trust = decide_trust(world, *role, context, service, request);
    out.statements = trust.statements;
    out.assumable = trust.allowed();
    if (!out.assumable) {
        out.verdict = trust.verdict;
        out.explanation = say("{} cannot assume {}: {}", service, role->arn,
                              explain(trust, request));
        return out;
    }
    // Who assumes a role is told apart from what is then done with it: the source is no part of the
    // second request.
    request = {std::string(action), std::string(resource), context, std::nullopt};
    request.context.erase(kSourceArn);
    request.context.erase(kSourceAccount);
    set_default(request.context, "aws:PrincipalArn", role->arn);
    set_time(request.context, world.now);
    const PolicyDecision permissions = decide_permissions(*role, request);
    out.verdict = permissions.verdict;
    out.explanation = say("For {}, {}", role->arn, explain(permissions, request));
    out.statements.insert(out.statements.end(), permissions.statements.begin(),
                          permissions.statements.end());
    return out;
}

}  // namespace picket
