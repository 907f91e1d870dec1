// AttachSecurityProfile, DetachSecurityProfile, ListTargetsForSecurityProfile,
// ListSecurityProfilesForTarget.
//
// A target is a thing group with all that is below it, or one of three sets of devices that always
// exist. When a group is deleted, its profiles are detached from it.
#include "service/detect/security_profile_targets.h"

#include <algorithm>

#include "service/arn.h"
#include "service/detect/profile_tables.h"
#include "service/facts.h"
#include "service/fleet/fleet_memory.h"
#include "service/op.h"
#include "service/paginate.h"
#include "service/pair_range.h"
#include "service/refuse.h"
#include "service/registry/registry.h"
#include "service/tables.h"
#include "text/say.h"
#include "world/context.h"
#include "world/settings.h"

namespace picket {
namespace {

constexpr const char* kTargetPath = "securityProfileTargetArn";
constexpr std::string_view kGroupKind = "thinggroup/";
constexpr std::string_view kAllDevices[] = {"all/registered-things", "all/things",
                                            "all/unregistered-things"};

// The group of a target; nothing when it is one of the sets.
std::optional<std::string> group_of(const std::string& target) {
    if (!target.starts_with(kGroupKind)) return std::nullopt;
    return target.substr(kGroupKind.size());
}

Result<std::string> read_target(const World& world, const std::string& arn, const char* path) {
    const auto target = resource_of_arn(world, arn);
    if (target) {
        for (const std::string_view set : kAllDevices) {
            if (*target == set) return *target;
        }
        const auto group = group_of(*target);
        if (group && group->size() <= 128 && pattern_matches(Pattern::Name, *group)) return *target;
    }
    return invalid(
        say("'{}' is not the ARN of a target. The forms are {}, and with all/things, "
            "all/registered-things or all/unregistered-things in place of thinggroup/NAME.",
            arn, resource_arn(world, "thinggroup/NAME")),
        path);
}

Refusal profile_missing(const World& world, const std::string& name) {
    if (world.security_profiles.contains(name)) return std::nullopt;
    return not_found("security profile", name, "CreateSecurityProfile", "securityProfileName");
}

Refusal group_missing(const World& world, const std::string& target,
                      const char* path = kTargetPath) {
    const auto group = group_of(target);
    if (!group || world.thing_groups.contains(*group)) return std::nullopt;
    return not_found("thing group", *group, "CreateThingGroup", path);
}

std::string facts_of(const World& world, const std::string& target) {
    Facts facts;
    facts.text("target", resource_arn(world, target));
    return facts.json();
}

Result<AttachSecurityProfileResponse>
attach_security_profile(World& world, Context& context, const AttachSecurityProfileRequest& in) {
    const std::string& name = in.security_profile_name;
    PICKET_TRY(const std::string target,
               read_target(world, in.security_profile_target_arn, kTargetPath));
    if (auto problem = profile_missing(world, name)) return problem;
    if (auto problem = group_missing(world, target)) return problem;
    if (is_attached(world, name, target)) return AttachSecurityProfileResponse{};
    const auto profiles = static_cast<std::int64_t>(pair_count(world.target_profiles, target));
    const std::int64_t max = setting_number(world, Setting::ProfilesPerTargetMax);
    if (profiles >= max) {
        return refuse(ErrorCode::LimitExceeded,
                      say("The target '{}' has {}, and it can have {}. Detach one first.",
                          in.security_profile_target_arn, counted(profiles, "security profile"),
                          max),
                      kTargetPath);
    }
    attach(world, name, target);
    if (auto problem = fleet_memory_problem(world, ErrorCode::LimitExceeded, kTargetPath))
        return problem;
    context.note("securityProfile.attached", name,
                 say("The security profile '{}' was attached to {}.", name, target),
                 facts_of(world, target));
    return AttachSecurityProfileResponse{};
}

Result<DetachSecurityProfileResponse>
detach_security_profile(World& world, Context& context, const DetachSecurityProfileRequest& in) {
    const std::string& name = in.security_profile_name;
    PICKET_TRY(const std::string target,
               read_target(world, in.security_profile_target_arn, kTargetPath));
    if (auto problem = profile_missing(world, name)) return problem;
    if (auto problem = group_missing(world, target)) return problem;
    if (!is_attached(world, name, target)) {
        if (setting_is(world, Setting::DetachUnattached, "accept"))
            return DetachSecurityProfileResponse{};
        return refuse(ErrorCode::ResourceNotFound,
                      say("The security profile '{}' is not attached to '{}'. The setting "
                          "detachUnattached refuses that.",
                          name, in.security_profile_target_arn),
                      kTargetPath);
    }
    detach(world, name, target);
    context.note("securityProfile.detached", name,
                 say("The security profile '{}' was detached from {}.", name, target),
                 facts_of(world, target));
    return DetachSecurityProfileResponse{};
}

Result<ListTargetsForSecurityProfileResponse>
list_targets_for_security_profile(const World& world,
                                  const ListTargetsForSecurityProfileRequest& in) {
    const std::string& name = in.security_profile_name;
    PICKET_TRY(const Page page,
               read_page("ListTargetsForSecurityProfile", {name}, in.max_results, in.next_token));
    if (auto problem = profile_missing(world, name)) return problem;
    ListTargetsForSecurityProfileResponse out;
    PICKET_TRY(
        out.next_token,
        walk_page(
            page, world.profile_targets, pair_begin(name),
            [&](const PairKey& key) { return key.first == name; }, [](const auto&) { return true; },
            [&](const auto& entry) {
                out.security_profile_targets.push_back({resource_arn(world, entry.key.second)});
            }));
    return out;
}

// The target and, when recursive, the groups below it, in order.
std::vector<std::string> targets_to_list(const World& world, const std::string& target,
                                         bool recursive) {
    std::vector<std::string> targets = {target};
    const auto group = group_of(target);
    if (!recursive || !group) return targets;
    for (const std::string& below : groups_below(world, *group))
        targets.push_back(group_target(below));
    std::sort(targets.begin(), targets.end());
    return targets;
}

// The targets are collected first, so a recursive page costs O(groups below).
Result<ListSecurityProfilesForTargetResponse>
list_security_profiles_for_target(const World& world,
                                  const ListSecurityProfilesForTargetRequest& in) {
    PICKET_TRY(const Page page,
               read_page("ListSecurityProfilesForTarget",
                         {filter_text(in.recursive), in.security_profile_target_arn},
                         in.max_results, in.next_token));
    PICKET_TRY(const std::string target,
               read_target(world, in.security_profile_target_arn, kTargetPath));
    if (auto problem = group_missing(world, target)) return problem;
    PairKey after;
    if (page.after && !read_page_key(*page.after, after)) return page.damaged_token();
    ListSecurityProfilesForTargetResponse out;
    auto& mappings = out.security_profile_target_mappings;
    PairKey last;
    for (const std::string& each : targets_to_list(world, target, in.recursive.value_or(false))) {
        if (each < after.first) continue;
        auto at = each == after.first ? world.target_profiles.upper_bound(after)
                                      : world.target_profiles.lower_bound(pair_begin(each));
        for (; at != world.target_profiles.end() && at->key.first == each; ++at) {
            if (mappings.size() == page.size) {
                out.next_token = page.token(page_key_text(last));
                return out;
            }
            last = at->key;
            mappings.push_back({{last.second, security_profile_arn(world, last.second)},
                                {resource_arn(world, each)}});
        }
    }
    return out;
}

using enum ErrorCode;

constexpr std::string_view kSecurityProfileTargetsGroup = "Security profiles";
constexpr std::string_view kTargetsUri = "/security-profiles/{securityProfileName}/targets";
constexpr auto kSecurityProfileTargetsLookUp =
    errors<InvalidRequest, ResourceNotFound, Throttling, InternalFailure>();

constexpr Operation kTargetOperations[] = {
    op<&attach_security_profile>(
        "AttachSecurityProfile", kSecurityProfileTargetsGroup, Method::Put, kTargetsUri,
        errors<InvalidRequest, ResourceNotFound, LimitExceeded, VersionConflict, Throttling,
               InternalFailure>(),
        "Applies a security profile to a group or to all devices; again succeeds."),
    op<&detach_security_profile>("DetachSecurityProfile", kSecurityProfileTargetsGroup,
                                 Method::Delete, kTargetsUri, kSecurityProfileTargetsLookUp,
                                 "Takes a security profile off a target."),
    op<&list_targets_for_security_profile>(
        "ListTargetsForSecurityProfile", kSecurityProfileTargetsGroup, Method::Get, kTargetsUri,
        kSecurityProfileTargetsLookUp, "Lists what a security profile is attached to."),
    op<&list_security_profiles_for_target>(
        "ListSecurityProfilesForTarget", kSecurityProfileTargetsGroup, Method::Get,
        "/security-profiles-for-target", kSecurityProfileTargetsLookUp,
        "Lists the security profiles of a target, optionally of the groups below, too."),
};

}  // namespace

Result<std::string> read_profile_target(const World& world, const std::string& arn,
                                        const char* path) {
    PICKET_TRY(std::string target, read_target(world, arn, path));
    if (auto problem = group_missing(world, target, path)) return problem;
    return target;
}

std::span<const Operation> security_profile_target_operations() { return kTargetOperations; }

}  // namespace picket
