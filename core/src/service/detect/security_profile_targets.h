// The shapes of the four operations on security profiles and their targets.
#pragma once

#include "picket/world.h"
#include "service/detect/security_profiles.h"

namespace picket {

inline constexpr Rule kTargetArnInQuery = {
    .required = true,
    .in = In::Query,
    .doc = "The target: a thing group, or arn:aws:iot:REGION:ACCOUNT:all/things, "
           "all/registered-things or all/unregistered-things."};

struct AttachSecurityProfileRequest {
    std::string security_profile_name;
    std::string security_profile_target_arn;
};
template <>
struct Shape<AttachSecurityProfileRequest> {
    using S = AttachSecurityProfileRequest;
    static constexpr std::string_view name = "AttachSecurityProfileRequest";
    static constexpr MemberInfo members[] = {
        member("securityProfileName", PICKET_FIELD(S, security_profile_name), kProfileNameInUri),
        member("securityProfileTargetArn", PICKET_FIELD(S, security_profile_target_arn),
               kTargetArnInQuery),
    };
};
struct AttachSecurityProfileResponse {};
template <>
struct Shape<AttachSecurityProfileResponse> {
    static constexpr std::string_view name = "AttachSecurityProfileResponse";
    static constexpr std::span<const MemberInfo> members = {};
};

struct DetachSecurityProfileRequest {
    std::string security_profile_name;
    std::string security_profile_target_arn;
};
template <>
struct Shape<DetachSecurityProfileRequest> {
    using S = DetachSecurityProfileRequest;
    static constexpr std::string_view name = "DetachSecurityProfileRequest";
    static constexpr MemberInfo members[] = {
        member("securityProfileName", PICKET_FIELD(S, security_profile_name), kProfileNameInUri),
        member("securityProfileTargetArn", PICKET_FIELD(S, security_profile_target_arn),
               kTargetArnInQuery),
    };
};
struct DetachSecurityProfileResponse {};
template <>
struct Shape<DetachSecurityProfileResponse> {
    static constexpr std::string_view name = "DetachSecurityProfileResponse";
    static constexpr std::span<const MemberInfo> members = {};
};

struct ListTargetsForSecurityProfileRequest {
    std::string security_profile_name;
    std::optional<std::string> next_token;
    std::optional<std::int64_t> max_results;
};
template <>
struct Shape<ListTargetsForSecurityProfileRequest> {
    using S = ListTargetsForSecurityProfileRequest;
    static constexpr std::string_view name = "ListTargetsForSecurityProfileRequest";
    static constexpr MemberInfo members[] = {
        member("securityProfileName", PICKET_FIELD(S, security_profile_name), kProfileNameInUri),
        member("nextToken", PICKET_FIELD(S, next_token),
               {.in = In::Query, .doc = "Where the previous page ended."}),
        member("maxResults", PICKET_FIELD(S, max_results),
               with(kMaxResultsRule,
                    {.in = In::Query, .doc = "Items of a page at most; 25 when absent."})),
    };
};

struct SecurityProfileTarget {
    std::string arn;
};
template <>
struct Shape<SecurityProfileTarget> {
    using S = SecurityProfileTarget;
    static constexpr std::string_view name = "SecurityProfileTarget";
    static constexpr MemberInfo members[] = {
        member("arn", PICKET_FIELD(S, arn), {.required = true, .doc = "The target's ARN."})};
};
struct ListTargetsForSecurityProfileResponse {
    std::vector<SecurityProfileTarget> security_profile_targets;
    std::optional<std::string> next_token;
};
template <>
struct Shape<ListTargetsForSecurityProfileResponse> {
    using S = ListTargetsForSecurityProfileResponse;
    static constexpr std::string_view name = "ListTargetsForSecurityProfileResponse";
    static constexpr MemberInfo members[] = {
        member("securityProfileTargets", PICKET_FIELD(S, security_profile_targets),
               {.doc = "The targets, by ARN."}),
        member("nextToken", PICKET_FIELD(S, next_token), {.doc = "Absent on the last page."}),
    };
};

struct ListSecurityProfilesForTargetRequest {
    std::optional<std::string> next_token;
    std::optional<std::int64_t> max_results;
    std::optional<bool> recursive;
    std::string security_profile_target_arn;
};
template <>
struct Shape<ListSecurityProfilesForTargetRequest> {
    using S = ListSecurityProfilesForTargetRequest;
    static constexpr std::string_view name = "ListSecurityProfilesForTargetRequest";
    static constexpr MemberInfo members[] = {
        member("nextToken", PICKET_FIELD(S, next_token),
               {.in = In::Query, .doc = "Where the previous page ended."}),
        member("maxResults", PICKET_FIELD(S, max_results),
               with(kMaxResultsRule,
                    {.in = In::Query, .doc = "Items of a page at most; 25 when absent."})),
        member("recursive", PICKET_FIELD(S, recursive),
               {.in = In::Query, .doc = "Also profiles of the groups below."}),
        member("securityProfileTargetArn", PICKET_FIELD(S, security_profile_target_arn),
               kTargetArnInQuery),
    };
};

struct SecurityProfileTargetMapping {
    SecurityProfileIdentifier security_profile_identifier;
    SecurityProfileTarget target;
};
template <>
struct Shape<SecurityProfileTargetMapping> {
    using S = SecurityProfileTargetMapping;
    static constexpr std::string_view name = "SecurityProfileTargetMapping";
    static constexpr MemberInfo members[] = {
        member("securityProfileIdentifier", PICKET_FIELD(S, security_profile_identifier),
               {.doc = "The profile."}),
        member("target", PICKET_FIELD(S, target), {.doc = "The target that it is attached to."}),
    };
};
struct ListSecurityProfilesForTargetResponse {
    std::vector<SecurityProfileTargetMapping> security_profile_target_mappings;
    std::optional<std::string> next_token;
};
template <>
struct Shape<ListSecurityProfilesForTargetResponse> {
    using S = ListSecurityProfilesForTargetResponse;
    static constexpr std::string_view name = "ListSecurityProfilesForTargetResponse";
    static constexpr MemberInfo members[] = {
        member("securityProfileTargetMappings", PICKET_FIELD(S, security_profile_target_mappings),
               {.doc = "The profiles with the target of each, by target and name."}),
        member("nextToken", PICKET_FIELD(S, next_token), {.doc = "Absent on the last page."}),
    };
};

// The target of an ARN, as the table of targets names it: "thinggroup/lamps", "all/things". The
// group exists. `path` is the member that holds the ARN.
Result<std::string> read_profile_target(const World& world, const std::string& arn,
                                        const char* path);

}  // namespace picket
