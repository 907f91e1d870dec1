// CreateSecurityProfile, DescribeSecurityProfile, UpdateSecurityProfile, DeleteSecurityProfile,
// ListSecurityProfiles, ValidateSecurityProfileBehaviors.
//
// A profile is a definition: it can have no behaviors at all and only metrics to keep, and the
// topics and roles it names need not exist. Not modelled: whether a role may publish.
#include "service/detect/security_profiles.h"

#include "service/arn.h"
#include "service/detect/behaviors_check.h"
#include "service/detect/profile_tables.h"
#include "service/facts.h"
#include "service/fleet/fleet_memory.h"
#include "service/op.h"
#include "service/paginate.h"
#include "service/pair_range.h"
#include "service/refuse.h"
#include "service/registry/tags.h"
#include "service/tables.h"
#include "text/say.h"
#include "world/context.h"
#include "world/settings.h"

namespace picket {
namespace {

Refusal no_profile(const std::string& name) {
    return not_found("security profile", name, "CreateSecurityProfile", "securityProfileName");
}

std::string facts_of(const SecurityProfile& profile) {
    std::vector<std::string> behaviors;
    if (profile.behaviors) {
        for (const Behavior& behavior : *profile.behaviors) behaviors.push_back(behavior.name);
    }
    Facts facts;
    facts.number("version", profile.version).texts("behaviors", behaviors);
    return facts.json();
}

bool same_definition(const SecurityProfile& profile, const CreateSecurityProfileRequest& in) {
    return profile.description == in.security_profile_description &&
           profile.behaviors == in.behaviors && profile.alert_targets == in.alert_targets &&
           profile.additional_metrics_to_retain == in.additional_metrics_to_retain &&
           profile.additional_metrics_to_retain_v2 == in.additional_metrics_to_retain_v2 &&
           profile.metrics_export_config == in.metrics_export_config;
}

// Equal or not, a name that is taken is an error: neither the reference nor the guide has an
// exception for equal definitions, as they have for mitigation actions.
Result<CreateSecurityProfileResponse>
create_security_profile(World& world, Context& context, const CreateSecurityProfileRequest& in) {
    if (auto problem = profile_problem(world, in.behaviors, in.additional_metrics_to_retain,
                                       in.additional_metrics_to_retain_v2)) {
        return problem;
    }
    const std::string arn = security_profile_arn(world, in.security_profile_name);
    if (const auto* existing = world.security_profiles.find(in.security_profile_name)) {
        if (same_definition(*existing, in) &&
            setting_is(world, Setting::EqualSecurityProfile, "accept"))
            return CreateSecurityProfileResponse{existing->name, arn};
        return already_exists("security profile", in.security_profile_name, "UpdateSecurityProfile",
                              in.security_profile_name, arn);
    }
    if (auto problem = tags_problem(world, in.tags)) return problem;
    SecurityProfile profile;
    profile.name = in.security_profile_name;
    profile.description = in.security_profile_description;
    profile.behaviors = in.behaviors;
    profile.alert_targets = in.alert_targets;
    profile.additional_metrics_to_retain = in.additional_metrics_to_retain;
    profile.additional_metrics_to_retain_v2 = in.additional_metrics_to_retain_v2;
    profile.metrics_export_config = in.metrics_export_config;
    profile.created = context.now();
    profile.modified = context.now();
    context.note("securityProfile.created", profile.name,
                 say("The security profile '{}' was created.", profile.name), facts_of(profile));
    put_tags(world, arn, in.tags);
    CreateSecurityProfileResponse out = {profile.name, arn};
    put_profile(world, std::move(profile));
    return out;
}

void describe(const World& world, const SecurityProfile& profile,
              DescribeSecurityProfileResponse& out) {
    out.security_profile_name = profile.name;
    out.security_profile_arn = security_profile_arn(world, profile.name);
    out.security_profile_description = profile.description;
    out.behaviors = profile.behaviors;
    out.alert_targets = profile.alert_targets;
    out.additional_metrics_to_retain = profile.additional_metrics_to_retain;
    out.additional_metrics_to_retain_v2 = profile.additional_metrics_to_retain_v2;
    out.version = profile.version;
    out.creation_date = profile.created;
    out.last_modified_date = profile.modified;
    out.metrics_export_config = profile.metrics_export_config;
}

Result<DescribeSecurityProfileResponse>
describe_security_profile(const World& world, const DescribeSecurityProfileRequest& in) {
    const SecurityProfile* profile = world.security_profiles.find(in.security_profile_name);
    if (profile == nullptr) return no_profile(in.security_profile_name);
    DescribeSecurityProfileResponse out;
    describe(world, *profile, out);
    return out;
}

// The reference: with a delete flag, "if any ... are defined in the current invocation, an
// exception occurs". A list without items defines none.
Refusal conflict_problem(const UpdateSecurityProfileRequest& in) {
    const auto conflict = [](const std::optional<bool>& flag, std::string_view name, bool given,
                             std::string_view what) -> Refusal {
        if (!flag.value_or(false) || !given) return std::nullopt;
        return invalid(
            say("{} is true, and the request has {}, too. Leave one of them out.", name, what),
            std::string(name));
    };
    const auto some = [](const auto& list) { return list && !list->empty(); };
    if (auto problem = conflict(in.delete_behaviors, "deleteBehaviors", some(in.behaviors),
                                "behaviors")) {
        return problem;
    }
    if (auto problem = conflict(in.delete_alert_targets, "deleteAlertTargets",
                                some(in.alert_targets), "alertTargets")) {
        return problem;
    }
    if (auto problem = conflict(
            in.delete_additional_metrics_to_retain, "deleteAdditionalMetricsToRetain",
            some(in.additional_metrics_to_retain), "additionalMetricsToRetain")) {
        return problem;
    }
    if (auto problem = conflict(
            in.delete_additional_metrics_to_retain, "deleteAdditionalMetricsToRetain",
            some(in.additional_metrics_to_retain_v2), "additionalMetricsToRetainV2")) {
        return problem;
    }
    return conflict(in.delete_metrics_export_config, "deleteMetricsExportConfig",
                    in.metrics_export_config.has_value(), "metricsExportConfig");
}

// Absent members keep what is there, present ones replace it as a whole, flags take it away.
void merge(const UpdateSecurityProfileRequest& in, SecurityProfile& profile) {
    const auto settle = [](auto& kept, const auto& given, const std::optional<bool>& taken_away) {
        if (taken_away.value_or(false)) {
            kept.reset();
        } else if (given) {
            kept = given;
        }
    };
    settle(profile.description, in.security_profile_description, std::nullopt);
    settle(profile.behaviors, in.behaviors, in.delete_behaviors);
    settle(profile.alert_targets, in.alert_targets, in.delete_alert_targets);
    settle(profile.additional_metrics_to_retain, in.additional_metrics_to_retain,
           in.delete_additional_metrics_to_retain);
    settle(profile.additional_metrics_to_retain_v2, in.additional_metrics_to_retain_v2,
           in.delete_additional_metrics_to_retain);
    settle(profile.metrics_export_config, in.metrics_export_config,
           in.delete_metrics_export_config);
}

Result<UpdateSecurityProfileResponse>
update_security_profile(World& world, Context& context, const UpdateSecurityProfileRequest& in) {
    if (auto problem = conflict_problem(in)) return problem;
    if (auto problem = profile_problem(world, in.behaviors, in.additional_metrics_to_retain,
                                       in.additional_metrics_to_retain_v2)) {
        return problem;
    }
    const SecurityProfile* before = world.security_profiles.find(in.security_profile_name);
    if (before == nullptr) return no_profile(in.security_profile_name);
    // Existence is checked before expectedVersion: pinned by
    // UpdateSecurityProfile/bad-missing-and-stale.json.
    if (auto problem = version_problem("security profile", in.security_profile_name,
                                       in.expected_version, before->version)) {
        return problem;
    }
    SecurityProfile profile = *before;
    merge(in, profile);
    ++profile.version;
    profile.modified = context.now();
    context.note(
        "securityProfile.updated", profile.name,
        say("The security profile '{}' was updated to version {}.", profile.name, profile.version),
        facts_of(profile));
    UpdateSecurityProfileResponse out;
    describe(world, profile, out);
    put_profile(world, std::move(profile));
    if (auto problem = fleet_memory_problem(world, ErrorCode::InvalidRequest, "behaviors"))
        return problem;
    return out;
}

// An absent name succeeds, whatever expectedVersion says: the operation declares no
// ResourceNotFoundException.
Result<DeleteSecurityProfileResponse>
delete_security_profile(World& world, Context& context, const DeleteSecurityProfileRequest& in) {
    const std::string& name = in.security_profile_name;
    const SecurityProfile* profile = world.security_profiles.find(name);
    if (profile == nullptr) return DeleteSecurityProfileResponse{};
    if (auto problem = version_problem("security profile", name, in.expected_version,
                                       profile->version)) {
        return problem;
    }
    const auto targets = static_cast<std::int64_t>(pair_count(world.profile_targets, name));
    if (targets > 0 && setting_is(world, Setting::DeleteAttachedProfile, "refuse")) {
        return invalid(say("The security profile '{}' is attached to {}. The setting "
                           "deleteAttachedProfile refuses that: detach it first.",
                           name, counted(targets, "target")),
                       "securityProfileName");
    }
    Facts facts;
    facts.number("targets", targets);
    context.note("securityProfile.deleted", name,
                 say("The security profile '{}' was deleted; it was attached to {}.", name,
                     counted(targets, "target")),
                 facts.json());
    erase_profile(world, name);
    erase_tags(world, security_profile_arn(world, name));
    return DeleteSecurityProfileResponse{};
}

Result<std::optional<std::string>> list_by(const Page& page, const Table<PairKey, Empty>& index,
                                           const std::string& name,
                                           std::vector<std::string>& profiles) {
    return walk_page(
        page, index, pair_begin(name), [&](const PairKey& key) { return key.first == name; },
        [](const auto&) { return true; },
        [&](const auto& entry) { profiles.push_back(entry.key.second); });
}

// By name; AWS does not document an order.
Result<ListSecurityProfilesResponse> list_security_profiles(const World& world,
                                                            const ListSecurityProfilesRequest& in) {
    PICKET_TRY(const Page page,
               read_page("ListSecurityProfiles",
                         {filter_text(in.dimension_name), filter_text(in.metric_name)},
                         in.max_results, in.next_token));
    if (in.dimension_name && in.metric_name) {
        return invalid("dimensionName and metricName cannot be used together. Leave one out.",
                       "metricName");
    }
    std::vector<std::string> names;
    ListSecurityProfilesResponse out;
    if (in.dimension_name) {
        if (!world.dimensions.contains(*in.dimension_name)) {
            return not_found("dimension", *in.dimension_name, "CreateDimension", "dimensionName");
        }
        PICKET_TRY(out.next_token,
                   list_by(page, world.profiles_by_dimension, *in.dimension_name, names));
    } else if (in.metric_name) {
        if (!metric_info(world, *in.metric_name)) {
            return not_found("metric", *in.metric_name, "CreateCustomMetric", "metricName");
        }
        PICKET_TRY(out.next_token, list_by(page, world.profiles_by_metric, *in.metric_name, names));
    } else {
        PICKET_TRY(out.next_token,
                   walk_page(page, world.security_profiles, std::string(),
                             [&](const auto& entry) { names.push_back(entry.key); }));
    }
    for (std::string& name : names) {
        std::string arn = security_profile_arn(world, name);
        out.security_profile_identifiers.push_back({std::move(name), std::move(arn)});
    }
    return out;
}

Result<ValidateSecurityProfileBehaviorsResponse>
validate_security_profile_behaviors(const World& world,
                                    const ValidateSecurityProfileBehaviorsRequest& in) {
    ValidateSecurityProfileBehaviorsResponse out;
    for (BehaviorProblem& problem : behavior_problems(world, in.behaviors))
        out.validation_errors.push_back({std::move(problem.sentence)});
    out.valid = out.validation_errors.empty();
    return out;
}

using enum ErrorCode;

constexpr std::string_view kSecurityProfilesGroup = "Security profiles";
constexpr std::string_view kProfileUri = "/security-profiles/{securityProfileName}";

constexpr Operation kSecurityProfileOperations[] = {
    op<&create_security_profile>(
        "CreateSecurityProfile", kSecurityProfilesGroup, Method::Post, kProfileUri,
        errors<InvalidRequest, ResourceAlreadyExists, Throttling, InternalFailure>(),
        "Defines what is normal for devices, and which metrics are kept."),
    op<&describe_security_profile>(
        "DescribeSecurityProfile", kSecurityProfilesGroup, Method::Get, kProfileUri,
        errors<InvalidRequest, ResourceNotFound, Throttling, InternalFailure>(),
        "Tells all about a security profile but its targets."),
    op<&update_security_profile>(
        "UpdateSecurityProfile", kSecurityProfilesGroup, Method::Patch, kProfileUri,
        errors<InvalidRequest, ResourceNotFound, VersionConflict, Throttling, InternalFailure>(),
        "Replaces parts of a security profile; its version grows by one."),
    op<&delete_security_profile>(
        "DeleteSecurityProfile", kSecurityProfilesGroup, Method::Delete, kProfileUri,
        errors<InvalidRequest, Throttling, InternalFailure, VersionConflict>(),
        "Deletes a security profile; a name that is absent succeeds."),
    op<&list_security_profiles>(
        "ListSecurityProfiles", kSecurityProfilesGroup, Method::Get, "/security-profiles",
        errors<InvalidRequest, Throttling, InternalFailure, ResourceNotFound>(),
        "Lists security profiles by name, optionally those that use a metric or a dimension."),
    op<&validate_security_profile_behaviors>(
        "ValidateSecurityProfileBehaviors", kSecurityProfilesGroup, Method::Post,
        "/security-profile-behaviors/validate",
        errors<InvalidRequest, Throttling, InternalFailure>(),
        "Tells what is wrong with behaviors, without storing anything."),
};

}  // namespace

std::span<const Operation> security_profile_operations() { return kSecurityProfileOperations; }

}  // namespace picket
