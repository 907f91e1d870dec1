// The shapes of CreatePolicy, GetPolicy, ListPolicies and DeletePolicy, and the rules that all
// operations on policies share.
#pragma once

#include "picket/model/common.h"

namespace picket {

inline constexpr Rule kPolicyNameRule = {.min = 1, .max = 128, .pattern = Pattern::PolicyName};
inline constexpr Rule kPolicyNameInUri = with(
    kPolicyNameRule, {.required = true, .in = In::Uri, .doc = "The policy's name."});
inline constexpr Rule kPolicyDocumentRule = {.min = 0, .max = 404600};
inline constexpr Rule kPolicyVersionRule = {.pattern = Pattern::Digits};
inline constexpr Rule kMarkerRule = {.max = 1024, .pattern = Pattern::Marker};
inline constexpr Rule kPageSizeRule = {.min = 1, .max = 250};

struct CreatePolicyRequest {
    std::string policy_name;
    std::string policy_document;
    std::optional<TagList> tags;
};
template <>
struct Shape<CreatePolicyRequest> {
    using S = CreatePolicyRequest;
    static constexpr std::string_view name = "CreatePolicyRequest";
    static constexpr MemberInfo members[] = {
        member("policyName", PICKET_FIELD(S, policy_name), kPolicyNameInUri),
        member("policyDocument", PICKET_FIELD(S, policy_document),
               with(kPolicyDocumentRule, {.required = true, .doc = "The policy as JSON text."})),
        member("tags", PICKET_FIELD(S, tags), {.doc = "Tags of the policy."}),
    };
};

struct CreatePolicyResponse {
    std::string policy_name;
    std::string policy_arn;
    std::string policy_document;
    std::string policy_version_id;
};
template <>
struct Shape<CreatePolicyResponse> {
    using S = CreatePolicyResponse;
    static constexpr std::string_view name = "CreatePolicyResponse";
    static constexpr MemberInfo members[] = {
        member("policyName", PICKET_FIELD(S, policy_name), {.doc = "The policy's name."}),
        member("policyArn", PICKET_FIELD(S, policy_arn), {.doc = "The policy's ARN."}),
        member("policyDocument", PICKET_FIELD(S, policy_document),
               {.doc = "The document, as it was given."}),
        member("policyVersionId", PICKET_FIELD(S, policy_version_id),
               {.doc = "The version's number."}),
    };
};

struct GetPolicyRequest {
    std::string policy_name;
};
template <>
struct Shape<GetPolicyRequest> {
    using S = GetPolicyRequest;
    static constexpr std::string_view name = "GetPolicyRequest";
    static constexpr MemberInfo members[] = {
        member("policyName", PICKET_FIELD(S, policy_name), kPolicyNameInUri),
    };
};

struct GetPolicyResponse {
    std::string policy_name;
    std::string policy_arn;
    std::string policy_document;
    std::string default_version_id;
    Timestamp creation_date;
    Timestamp last_modified_date;
    std::string generation_id;
};
template <>
struct Shape<GetPolicyResponse> {
    using S = GetPolicyResponse;
    static constexpr std::string_view name = "GetPolicyResponse";
    static constexpr MemberInfo members[] = {
        member("policyName", PICKET_FIELD(S, policy_name), {.doc = "The policy's name."}),
        member("policyArn", PICKET_FIELD(S, policy_arn), {.doc = "The policy's ARN."}),
        member("policyDocument", PICKET_FIELD(S, policy_document),
               {.doc = "The document, as it was given."}),
        member("defaultVersionId", PICKET_FIELD(S, default_version_id),
               {.doc = "The version in force."}),
        member("creationDate", PICKET_FIELD(S, creation_date), {.doc = "When it was created."}),
        member("lastModifiedDate", PICKET_FIELD(S, last_modified_date),
               {.doc = "When it last changed."}),
        member("generationId", PICKET_FIELD(S, generation_id),
               {.doc = "Changes with every version."}),
    };
};

struct ListPoliciesRequest {
    std::optional<std::string> marker;
    std::optional<std::int64_t> page_size;
    std::optional<bool> ascending_order;
};
template <>
struct Shape<ListPoliciesRequest> {
    using S = ListPoliciesRequest;
    static constexpr std::string_view name = "ListPoliciesRequest";
    static constexpr MemberInfo members[] = {
        member("marker", PICKET_FIELD(S, marker),
               with(kMarkerRule, {.in = In::Query, .doc = "Where the previous page ended."})),
        member("pageSize", PICKET_FIELD(S, page_size),
               with(kPageSizeRule,
                    {.in = In::Query, .doc = "Items of a page at most; 25 when absent."})),
        member("ascendingOrder", PICKET_FIELD(S, ascending_order),
               {.in = In::Query, .wire = "isAscendingOrder", .doc = "The oldest first."}),
    };
};

// An entry of lists of policies.
struct PolicyNameAndArn {
    std::string policy_name;
    std::string policy_arn;
};
template <>
struct Shape<PolicyNameAndArn> {
    using S = PolicyNameAndArn;
    static constexpr std::string_view name = "Policy";
    static constexpr MemberInfo members[] = {
        member("policyName", PICKET_FIELD(S, policy_name), {.doc = "The policy's name."}),
        member("policyArn", PICKET_FIELD(S, policy_arn), {.doc = "The policy's ARN."}),
    };
};

struct ListPoliciesResponse {
    std::vector<PolicyNameAndArn> policies;
    std::optional<std::string> next_marker;
};
template <>
struct Shape<ListPoliciesResponse> {
    using S = ListPoliciesResponse;
    static constexpr std::string_view name = "ListPoliciesResponse";
    static constexpr MemberInfo members[] = {
        member("policies", PICKET_FIELD(S, policies), {.doc = "The policies, the newest first."}),
        member("nextMarker", PICKET_FIELD(S, next_marker), {.doc = "Absent on the last page."}),
    };
};

struct DeletePolicyRequest {
    std::string policy_name;
};
template <>
struct Shape<DeletePolicyRequest> {
    using S = DeletePolicyRequest;
    static constexpr std::string_view name = "DeletePolicyRequest";
    static constexpr MemberInfo members[] = {
        member("policyName", PICKET_FIELD(S, policy_name), kPolicyNameInUri),
    };
};

struct DeletePolicyResponse {};
template <>
struct Shape<DeletePolicyResponse> {
    static constexpr std::string_view name = "DeletePolicyResponse";
    static constexpr std::span<const MemberInfo> members = {};
};

}  // namespace picket
