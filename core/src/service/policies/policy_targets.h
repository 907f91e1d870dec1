// The shapes of AttachPolicy, DetachPolicy, ListAttachedPolicies, ListTargetsForPolicy and
// GetEffectivePolicies.
#pragma once

#include "service/policies/policies.h"

namespace picket {

struct AttachPolicyRequest {
    std::string policy_name;
    std::string target;
};
template <>
struct Shape<AttachPolicyRequest> {
    using S = AttachPolicyRequest;
    static constexpr std::string_view name = "AttachPolicyRequest";
    static constexpr MemberInfo members[] = {
        member("policyName", PICKET_FIELD(S, policy_name), kPolicyNameInUri),
        member(
            "target", PICKET_FIELD(S, target),
            {.required = true,
             .doc =
                 "A certificate or a thing group, by ARN, or a Cognito identity (REGION:UUID)."}),
    };
};

struct AttachPolicyResponse {};
template <>
struct Shape<AttachPolicyResponse> {
    static constexpr std::string_view name = "AttachPolicyResponse";
    static constexpr std::span<const MemberInfo> members = {};
};

struct DetachPolicyRequest {
    std::string policy_name;
    std::string target;
};
template <>
struct Shape<DetachPolicyRequest> {
    using S = DetachPolicyRequest;
    static constexpr std::string_view name = "DetachPolicyRequest";
    static constexpr MemberInfo members[] = {
        member("policyName", PICKET_FIELD(S, policy_name), kPolicyNameInUri),
        member(
            "target", PICKET_FIELD(S, target),
            {.required = true,
             .doc =
                 "A certificate or a thing group, by ARN, or a Cognito identity (REGION:UUID)."}),
    };
};

struct DetachPolicyResponse {};
template <>
struct Shape<DetachPolicyResponse> {
    static constexpr std::string_view name = "DetachPolicyResponse";
    static constexpr std::span<const MemberInfo> members = {};
};

struct ListAttachedPoliciesRequest {
    std::string target;
    std::optional<bool> recursive;
    std::optional<std::string> marker;
    std::optional<std::int64_t> page_size;
};
template <>
struct Shape<ListAttachedPoliciesRequest> {
    using S = ListAttachedPoliciesRequest;
    static constexpr std::string_view name = "ListAttachedPoliciesRequest";
    static constexpr MemberInfo members[] = {
        member("target", PICKET_FIELD(S, target),
               {.required = true, .in = In::Uri, .doc = "What the policies are attached to."}),
        member("recursive", PICKET_FIELD(S, recursive),
               {.in = In::Query,
                .doc = "Of a thing group, the policies of the groups above it, too."}),
        member("marker", PICKET_FIELD(S, marker),
               with(kMarkerRule, {.in = In::Query, .doc = "Where the previous page ended."})),
        member("pageSize", PICKET_FIELD(S, page_size),
               with(kPageSizeRule,
                    {.in = In::Query, .doc = "Items of a page at most; 25 when absent."})),
    };
};

struct ListAttachedPoliciesResponse {
    std::vector<PolicyNameAndArn> policies;
    std::optional<std::string> next_marker;
};
template <>
struct Shape<ListAttachedPoliciesResponse> {
    using S = ListAttachedPoliciesResponse;
    static constexpr std::string_view name = "ListAttachedPoliciesResponse";
    static constexpr MemberInfo members[] = {
        member("policies", PICKET_FIELD(S, policies), {.doc = "The policies, by name."}),
        member("nextMarker", PICKET_FIELD(S, next_marker), {.doc = "Absent on the last page."}),
    };
};

struct ListTargetsForPolicyRequest {
    std::string policy_name;
    std::optional<std::string> marker;
    std::optional<std::int64_t> page_size;
};
template <>
struct Shape<ListTargetsForPolicyRequest> {
    using S = ListTargetsForPolicyRequest;
    static constexpr std::string_view name = "ListTargetsForPolicyRequest";
    static constexpr MemberInfo members[] = {
        member("policyName", PICKET_FIELD(S, policy_name), kPolicyNameInUri),
        member("marker", PICKET_FIELD(S, marker),
               with(kMarkerRule, {.in = In::Query, .doc = "Where the previous page ended."})),
        member("pageSize", PICKET_FIELD(S, page_size),
               with(kPageSizeRule,
                    {.in = In::Query, .doc = "Items of a page at most; 25 when absent."})),
    };
};

struct ListTargetsForPolicyResponse {
    std::vector<std::string> targets;
    std::optional<std::string> next_marker;
};
template <>
struct Shape<ListTargetsForPolicyResponse> {
    using S = ListTargetsForPolicyResponse;
    static constexpr std::string_view name = "ListTargetsForPolicyResponse";
    static constexpr MemberInfo members[] = {
        member("targets", PICKET_FIELD(S, targets), {.doc = "What the policy is attached to."}),
        member("nextMarker", PICKET_FIELD(S, next_marker), {.doc = "Absent on the last page."}),
    };
};

struct GetEffectivePoliciesRequest {
    std::optional<std::string> principal;
    std::optional<std::string> cognito_identity_pool_id;
    std::optional<std::string> thing_name;
};
template <>
struct Shape<GetEffectivePoliciesRequest> {
    using S = GetEffectivePoliciesRequest;
    static constexpr std::string_view name = "GetEffectivePoliciesRequest";
    static constexpr MemberInfo members[] = {
        member("principal", PICKET_FIELD(S, principal),
               {.doc = "A certificate, by ARN, or a Cognito identity."}),
        member("cognitoIdentityPoolId", PICKET_FIELD(S, cognito_identity_pool_id),
               {.doc = "The pool of the Cognito identity."}),
        member("thingName", PICKET_FIELD(S, thing_name),
               with(kNameRule, {.in = In::Query, .doc = "The thing that connects."})),
    };
};

struct EffectivePolicy {
    std::string policy_name;
    std::string policy_arn;
    std::string policy_document;
};
template <>
struct Shape<EffectivePolicy> {
    using S = EffectivePolicy;
    static constexpr std::string_view name = "EffectivePolicy";
    static constexpr MemberInfo members[] = {
        member("policyName", PICKET_FIELD(S, policy_name), {.doc = "The policy's name."}),
        member("policyArn", PICKET_FIELD(S, policy_arn), {.doc = "The policy's ARN."}),
        member("policyDocument", PICKET_FIELD(S, policy_document),
               {.doc = "The document, as it was given."}),
    };
};

struct GetEffectivePoliciesResponse {
    std::vector<EffectivePolicy> effective_policies;
};
template <>
struct Shape<GetEffectivePoliciesResponse> {
    using S = GetEffectivePoliciesResponse;
    static constexpr std::string_view name = "GetEffectivePoliciesResponse";
    static constexpr MemberInfo members[] = {
        member("effectivePolicies", PICKET_FIELD(S, effective_policies),
               {.doc = "The policies that decide, each once, by name."}),
    };
};

}  // namespace picket
