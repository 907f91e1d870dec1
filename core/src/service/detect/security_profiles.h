// The shapes of the six operations on security profiles themselves. Behaviors and what else a
// profile is made of are in picket/model/.
#pragma once

#include "picket/model/security_profile.h"

namespace picket {

inline constexpr Rule kProfileNameInUri = {.required = true,
                                           .in = In::Uri,
                                           .min = 1,
                                           .max = 128,
                                           .pattern = Pattern::Name,
                                           .doc = "The profile's name."};
inline constexpr Rule kProfileDescriptionRule = {.max = 1000, .pattern = Pattern::Description};

struct CreateSecurityProfileRequest {
    std::string security_profile_name;
    std::optional<std::string> security_profile_description;
    std::optional<std::vector<Behavior>> behaviors;
    std::optional<AlertTargets> alert_targets;
    std::optional<std::vector<std::string>> additional_metrics_to_retain;
    std::optional<std::vector<MetricToRetain>> additional_metrics_to_retain_v2;
    std::optional<TagList> tags;
    std::optional<MetricsExportConfig> metrics_export_config;
};
template <>
struct Shape<CreateSecurityProfileRequest> {
    using S = CreateSecurityProfileRequest;
    static constexpr std::string_view name = "CreateSecurityProfileRequest";
    static constexpr MemberInfo members[] = {
        member("securityProfileName", PICKET_FIELD(S, security_profile_name), kProfileNameInUri),
        member("securityProfileDescription", PICKET_FIELD(S, security_profile_description),
               with(kProfileDescriptionRule, {.doc = "What the profile is for."})),
        member("behaviors", PICKET_FIELD(S, behaviors),
               with(kBehaviorsRule, {.doc = "What is normal for devices of the profile."})),
        member("alertTargets", PICKET_FIELD(S, alert_targets),
               with(kAlertTargetsRule, {.doc = "Where alarms are published to."})),
        member(
            "additionalMetricsToRetain", PICKET_FIELD(S, additional_metrics_to_retain),
            {.deprecated = true,
             .doc = "Metrics to keep beside those of behaviors. Use additionalMetricsToRetainV2."}),
        member("additionalMetricsToRetainV2", PICKET_FIELD(S, additional_metrics_to_retain_v2),
               {.doc = "Metrics to keep beside those of behaviors."}),
        member("tags", PICKET_FIELD(S, tags), {.doc = "Tags of the profile."}),
        member("metricsExportConfig", PICKET_FIELD(S, metrics_export_config),
               {.doc = "Where exported metric values are published to."}),
    };
};

struct CreateSecurityProfileResponse {
    std::string security_profile_name;
    std::string security_profile_arn;
};
template <>
struct Shape<CreateSecurityProfileResponse> {
    using S = CreateSecurityProfileResponse;
    static constexpr std::string_view name = "CreateSecurityProfileResponse";
    static constexpr MemberInfo members[] = {
        member("securityProfileName", PICKET_FIELD(S, security_profile_name),
               {.doc = "The profile's name."}),
        member("securityProfileArn", PICKET_FIELD(S, security_profile_arn),
               {.doc = "The profile's ARN."}),
    };
};

struct DescribeSecurityProfileRequest {
    std::string security_profile_name;
};
template <>
struct Shape<DescribeSecurityProfileRequest> {
    using S = DescribeSecurityProfileRequest;
    static constexpr std::string_view name = "DescribeSecurityProfileRequest";
    static constexpr MemberInfo members[] = {
        member("securityProfileName", PICKET_FIELD(S, security_profile_name), kProfileNameInUri)};
};

struct DescribeSecurityProfileResponse {
    std::string security_profile_name;
    std::string security_profile_arn;
    std::optional<std::string> security_profile_description;
    std::optional<std::vector<Behavior>> behaviors;
    std::optional<AlertTargets> alert_targets;
    std::optional<std::vector<std::string>> additional_metrics_to_retain;
    std::optional<std::vector<MetricToRetain>> additional_metrics_to_retain_v2;
    std::int64_t version = 1;
    Timestamp creation_date;
    Timestamp last_modified_date;
    std::optional<MetricsExportConfig> metrics_export_config;
};
template <>
struct Shape<DescribeSecurityProfileResponse> {
    using S = DescribeSecurityProfileResponse;
    static constexpr std::string_view name = "DescribeSecurityProfileResponse";
    static constexpr MemberInfo members[] = {
        member("securityProfileName", PICKET_FIELD(S, security_profile_name),
               {.doc = "The profile's name."}),
        member("securityProfileArn", PICKET_FIELD(S, security_profile_arn),
               {.doc = "The profile's ARN."}),
        member("securityProfileDescription", PICKET_FIELD(S, security_profile_description),
               {.doc = "What the profile is for."}),
        member("behaviors", PICKET_FIELD(S, behaviors),
               {.doc = "What is normal for devices of the profile."}),
        member("alertTargets", PICKET_FIELD(S, alert_targets),
               with(kAlertTargetsRule, {.doc = "Where alarms are published to."})),
        member("additionalMetricsToRetain", PICKET_FIELD(S, additional_metrics_to_retain),
               {.deprecated = true, .doc = "Metrics to keep, as they were given there."}),
        member("additionalMetricsToRetainV2", PICKET_FIELD(S, additional_metrics_to_retain_v2),
               {.doc = "Metrics to keep beside those of behaviors."}),
        member("version", PICKET_FIELD(S, version),
               {.doc = "1 when created, and one more with each update."}),
        member("creationDate", PICKET_FIELD(S, creation_date),
               {.doc = "When the profile was created."}),
        member("lastModifiedDate", PICKET_FIELD(S, last_modified_date),
               {.doc = "When it was last changed."}),
        member("metricsExportConfig", PICKET_FIELD(S, metrics_export_config),
               {.doc = "Where exported metric values are published to."}),
    };
};

struct UpdateSecurityProfileRequest {
    std::string security_profile_name;
    std::optional<std::string> security_profile_description;
    std::optional<std::vector<Behavior>> behaviors;
    std::optional<AlertTargets> alert_targets;
    std::optional<std::vector<std::string>> additional_metrics_to_retain;
    std::optional<std::vector<MetricToRetain>> additional_metrics_to_retain_v2;
    std::optional<bool> delete_behaviors;
    std::optional<bool> delete_alert_targets;
    std::optional<bool> delete_additional_metrics_to_retain;
    std::optional<std::int64_t> expected_version;
    std::optional<MetricsExportConfig> metrics_export_config;
    std::optional<bool> delete_metrics_export_config;
};
template <>
struct Shape<UpdateSecurityProfileRequest> {
    using S = UpdateSecurityProfileRequest;
    static constexpr std::string_view name = "UpdateSecurityProfileRequest";
    static constexpr MemberInfo members[] = {
        member("securityProfileName", PICKET_FIELD(S, security_profile_name), kProfileNameInUri),
        member("securityProfileDescription", PICKET_FIELD(S, security_profile_description),
               with(kProfileDescriptionRule, {.doc = "The new description; absent keeps it."})),
        member("behaviors", PICKET_FIELD(S, behaviors),
               with(kBehaviorsRule, {.doc = "All behaviors from now on; absent keeps them."})),
        member("alertTargets", PICKET_FIELD(S, alert_targets),
               with(kAlertTargetsRule, {.doc = "All targets from now on; absent keeps them."})),
        member("additionalMetricsToRetain", PICKET_FIELD(S, additional_metrics_to_retain),
               {.deprecated = true,
                .doc = "Metrics to keep, from now on. Use additionalMetricsToRetainV2."}),
        member("additionalMetricsToRetainV2", PICKET_FIELD(S, additional_metrics_to_retain_v2),
               {.doc = "Metrics to keep, from now on; absent keeps the list."}),
        member("deleteBehaviors", PICKET_FIELD(S, delete_behaviors),
               {.doc = "Takes all behaviors away; then none may be given."}),
        member("deleteAlertTargets", PICKET_FIELD(S, delete_alert_targets),
               {.doc = "Takes all alert targets away; then none may be given."}),
        member("deleteAdditionalMetricsToRetain",
               PICKET_FIELD(S, delete_additional_metrics_to_retain),
               {.doc = "Takes both lists of metrics to keep away; then neither may be given."}),
        member("expectedVersion", PICKET_FIELD(S, expected_version),
               {.in = In::Query, .doc = "Refuses the update unless the profile is at it."}),
        member("metricsExportConfig", PICKET_FIELD(S, metrics_export_config),
               {.doc = "The new place for exported values; absent keeps it."}),
        member("deleteMetricsExportConfig", PICKET_FIELD(S, delete_metrics_export_config),
               {.doc = "Takes the place for exported values away; then none may be given."}),
    };
};

// The whole profile as it is now, in the same members.
struct UpdateSecurityProfileResponse : DescribeSecurityProfileResponse {};
template <>
struct Shape<UpdateSecurityProfileResponse> {
    static constexpr std::string_view name = "UpdateSecurityProfileResponse";
    static constexpr std::span<const MemberInfo> members =
        Shape<DescribeSecurityProfileResponse>::members;
};

struct DeleteSecurityProfileRequest {
    std::string security_profile_name;
    std::optional<std::int64_t> expected_version;
};
template <>
struct Shape<DeleteSecurityProfileRequest> {
    using S = DeleteSecurityProfileRequest;
    static constexpr std::string_view name = "DeleteSecurityProfileRequest";
    static constexpr MemberInfo members[] = {
        member("securityProfileName", PICKET_FIELD(S, security_profile_name), kProfileNameInUri),
        member("expectedVersion", PICKET_FIELD(S, expected_version),
               {.in = In::Query, .doc = "Refuses the deletion unless the profile is at it."}),
    };
};
struct DeleteSecurityProfileResponse {};
template <>
struct Shape<DeleteSecurityProfileResponse> {
    static constexpr std::string_view name = "DeleteSecurityProfileResponse";
    static constexpr std::span<const MemberInfo> members = {};
};

struct ListSecurityProfilesRequest {
    std::optional<std::string> next_token;
    std::optional<std::int64_t> max_results;
    std::optional<std::string> dimension_name;
    std::optional<std::string> metric_name;
};
template <>
struct Shape<ListSecurityProfilesRequest> {
    using S = ListSecurityProfilesRequest;
    static constexpr std::string_view name = "ListSecurityProfilesRequest";
    static constexpr MemberInfo members[] = {
        member("nextToken", PICKET_FIELD(S, next_token),
               {.in = In::Query, .doc = "Where the previous page ended."}),
        member("maxResults", PICKET_FIELD(S, max_results),
               with(kMaxResultsRule,
                    {.in = In::Query, .doc = "Items of a page at most; 25 when absent."})),
        member("dimensionName", PICKET_FIELD(S, dimension_name),
               with(kNameRule, {.in = In::Query,
                                .doc = "Only profiles that use this dimension. Not together with "
                                       "metricName."})),
        member("metricName", PICKET_FIELD(S, metric_name),
               with(kNameRule, {.in = In::Query, .doc = "Only profiles that use this metric."})),
    };
};

struct SecurityProfileIdentifier {
    std::string name;
    std::string arn;
};
template <>
struct Shape<SecurityProfileIdentifier> {
    using S = SecurityProfileIdentifier;
    static constexpr std::string_view name = "SecurityProfileIdentifier";
    static constexpr MemberInfo members[] = {
        member("name", PICKET_FIELD(S, name),
               with(kNameRule, {.required = true, .doc = "The profile's name."})),
        member("arn", PICKET_FIELD(S, arn), {.required = true, .doc = "The profile's ARN."}),
    };
};
struct ListSecurityProfilesResponse {
    std::vector<SecurityProfileIdentifier> security_profile_identifiers;
    std::optional<std::string> next_token;
};
template <>
struct Shape<ListSecurityProfilesResponse> {
    using S = ListSecurityProfilesResponse;
    static constexpr std::string_view name = "ListSecurityProfilesResponse";
    static constexpr MemberInfo members[] = {
        member("securityProfileIdentifiers", PICKET_FIELD(S, security_profile_identifiers),
               {.doc = "The profiles, by name."}),
        member("nextToken", PICKET_FIELD(S, next_token), {.doc = "Absent on the last page."}),
    };
};

struct ValidateSecurityProfileBehaviorsRequest {
    std::vector<Behavior> behaviors;
};
template <>
struct Shape<ValidateSecurityProfileBehaviorsRequest> {
    using S = ValidateSecurityProfileBehaviorsRequest;
    static constexpr std::string_view name = "ValidateSecurityProfileBehaviorsRequest";
    static constexpr MemberInfo members[] = {
        member("behaviors", PICKET_FIELD(S, behaviors),
               with(kBehaviorsRule, {.required = true, .doc = "The behaviors to look at."}))};
};

struct ValidationError {
    std::string error_message;
};
template <>
struct Shape<ValidationError> {
    using S = ValidationError;
    static constexpr std::string_view name = "ValidationError";
    static constexpr MemberInfo members[] = {
        member("errorMessage", PICKET_FIELD(S, error_message),
               {.max = 2048, .doc = "\"Behavior NAME is malformed.\", and why."})};
};
struct ValidateSecurityProfileBehaviorsResponse {
    bool valid = true;
    std::vector<ValidationError> validation_errors;
};
template <>
struct Shape<ValidateSecurityProfileBehaviorsResponse> {
    using S = ValidateSecurityProfileBehaviorsResponse;
    static constexpr std::string_view name = "ValidateSecurityProfileBehaviorsResponse";
    static constexpr MemberInfo members[] = {
        member("valid", PICKET_FIELD(S, valid), {.doc = "Whether a profile may have them."}),
        member("validationErrors", PICKET_FIELD(S, validation_errors),
               {.doc = "All that is wrong, in the order of the behaviors."}),
    };
};

}  // namespace picket
