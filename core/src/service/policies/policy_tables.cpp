// Writes the tables of policies, and judges documents and targets.
#include "service/policies/policy_tables.h"

#include <algorithm>

#include "policy/document.h"
#include "service/arn.h"
#include "service/facts.h"
#include "service/pair_range.h"
#include "service/refuse.h"
#include "service/registry/registry.h"
#include "text/say.h"
#include "world/context.h"
#include "world/settings.h"

namespace picket {
namespace {

constexpr std::string_view kCertificateKind = "cert/";
constexpr std::string_view kGroupKind = "thinggroup/";

std::optional<std::string> name_in_arn(const World& world, std::string_view target,
                                       std::string_view kind) {
    const auto resource = resource_of_arn(world, target);
    if (!resource || !resource->starts_with(kind) || resource->size() == kind.size())
        return std::nullopt;
    return resource->substr(kind.size());
}

}  // namespace

std::string policy_arn(const World& world, std::string_view name) {
    return resource_arn(world, say("policy/{}", name));
}

void put_policy(World& world, Policy policy) {
    world.policies_by_time.put({policy.created, policy.name}, {});
    std::string name = policy.name;
    world.policies.put(std::move(name), std::move(policy));
}

void erase_policy(World& world, const std::string& name) {
    const Policy* policy = world.policies.find(name);
    PICKET_ASSERT(policy != nullptr);
    world.policies_by_time.erase({policy->created, name});
    for (const std::string& version : pair_seconds(world.policy_versions, name))
        world.policy_versions.erase({name, version});
    world.policies.erase(name);
}

const PolicyVersion* find_policy_version(const World& world, const std::string& policy,
                                         std::string_view version) {
    return world.policy_versions.find({policy, std::string(version)});
}

const std::string& default_document(const World& world, const Policy& policy) {
    const PolicyVersion* version = find_policy_version(world, policy.name,
                                                       std::to_string(policy.default_version));
    PICKET_ASSERT(version != nullptr);
    return version->document;
}

std::vector<std::int64_t> policy_version_ids(const World& world, const std::string& policy) {
    std::vector<std::int64_t> ids;
    for (const std::string& id : pair_seconds(world.policy_versions, policy)) {
        std::int64_t number = 0;
        for (const char c : id) number = number * 10 + (c - '0');
        ids.push_back(number);
    }
    std::sort(ids.rbegin(), ids.rend());
    return ids;
}

Refusal policy_document_problem(const World& world, std::string_view document,
                                std::string_view path) {
    const auto size = static_cast<std::int64_t>(policy_size(document));
    const std::int64_t max = setting_number(world, Setting::PolicyCharactersMax);
    if (size > max) {
        return refuse(ErrorCode::MalformedPolicy,
                      say("The policy document has {} besides white space, and it can have {}. "
                          "Shorten it, or split it into two policies.",
                          counted(size, "character"), max),
                      std::string(path));
    }
    const ReadPolicy read = read_policy(document, PolicyKind::Iot);
    const PolicyFinding* finding = read.first_error();
    if (finding == nullptr) return std::nullopt;
    return refuse(ErrorCode::MalformedPolicy,
                  say("The policy document is malformed. {}", placed_message(document, *finding)),
                  std::string(path));
}

Result<std::int64_t> add_policy_version(World& world, Context& context, const std::string& policy,
                                        const std::string& document, bool as_default) {
    const Policy* found = world.policies.find(policy);
    if (found == nullptr) return not_found("policy", policy, "CreatePolicy", "policyName");
    if (auto problem = policy_document_problem(world, document, "policyDocument")) return problem;
    const auto versions = static_cast<std::int64_t>(pair_count(world.policy_versions, policy));
    const std::int64_t max = setting_number(world, Setting::PolicyVersionsMax);
    if (versions >= max) {
        return refuse(ErrorCode::VersionsLimitExceeded,
                      say("The policy '{}' has {}, and it can have {}. Delete one with "
                          "DeletePolicyVersion first.",
                          policy, counted(versions, "version"), max),
                      "policyName");
    }
    Policy changed = *found;
    const std::int64_t id = changed.next_version++;
    changed.modified = context.now();
    changed.generation_id = id_hex32(context.new_id("policygeneration"));
    if (as_default) changed.default_version = id;
    world.policy_versions.put({policy, std::to_string(id)},
                              {document, changed.generation_id, context.now()});
    Facts facts;
    facts.number("version", id).number("defaultVersion", changed.default_version);
    facts.text("document", document);
    context.note("policy.versionCreated", policy,
                 say("Version {} of the policy '{}' was created{}", id, policy,
                     as_default ? " and is in force." : "; it is not in force."),
                 facts.json());
    put_policy(world, std::move(changed));
    return id;
}

bool is_cognito_identity(std::string_view text) {
    constexpr std::string_view kForm = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos || colon == 0) return false;
    const std::string_view region = text.substr(0, colon);
    const std::string_view id = text.substr(colon + 1);
    auto is_region = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    };
    if (!std::all_of(region.begin(), region.end(), is_region) || id.size() != kForm.size())
        return false;
    for (std::size_t i = 0; i < id.size(); ++i) {
        const bool fits = kForm[i] == '-' ? id[i] == '-'
                                          : pattern_matches(Pattern::Hex, id.substr(i, 1));
        if (!fits) return false;
    }
    return true;
}

Refusal target_problem(const World& world, std::string_view target, const char* path) {
    if (is_cognito_identity(target)) return std::nullopt;
    if (const auto group = name_in_arn(world, target, kGroupKind)) {
        if (world.thing_groups.contains(*group)) return std::nullopt;
        return not_found("thing group", *group, "CreateThingGroup", path);
    }
    if (const auto id = name_in_arn(world, target, kCertificateKind)) {
        if (world.certificates.contains(*id)) return std::nullopt;
        return refuse(ErrorCode::ResourceNotFound,
                      say("No certificate has the id '{}'. Create one with "
                          "CreateKeysAndCertificate, or check the id.",
                          *id),
                      path);
    }
    return invalid(say("'{}' is neither a certificate nor a thing group of this account, nor a "
                       "Cognito identity. The forms are {}, {} and {}:UUID.",
                       target, resource_arn(world, "cert/ID"),
                       resource_arn(world, "thinggroup/NAME"), world.region),
                   std::string(path));
}

bool is_policy_attached(const World& world, const std::string& policy, const std::string& target) {
    return world.policy_targets.contains({policy, target});
}

void attach_policy_to(World& world, const std::string& policy, const std::string& target) {
    world.policy_targets.put({policy, target}, {world.now});
    world.target_policies.put({target, policy}, {world.now});
}

void detach_policy_from(World& world, const std::string& policy, const std::string& target) {
    world.policy_targets.erase({policy, target});
    world.target_policies.erase({target, policy});
}

std::vector<std::string> detach_policies(World& world, const std::string& target) {
    std::vector<std::string> policies = pair_seconds(world.target_policies, target);
    for (const std::string& policy : policies) detach_policy_from(world, policy, target);
    return policies;
}

std::vector<std::string> policies_of_target(const World& world, const std::string& target,
                                            bool with_groups_above) {
    std::vector<std::string> names = pair_seconds(world.target_policies, target);
    const auto group_name = name_in_arn(world, target, kGroupKind);
    const ThingGroup* group = group_name ? world.thing_groups.find(*group_name) : nullptr;
    if (!with_groups_above || group == nullptr) return names;
    for (const ThingGroup* above : path_from_root(world, *group)) {
        const auto more = pair_seconds(world.target_policies, thing_group_arn(world, above->name));
        names.insert(names.end(), more.begin(), more.end());
    }
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
}

}  // namespace picket
