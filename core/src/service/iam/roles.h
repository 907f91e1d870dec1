// The shapes of Picket's verbs about IAM roles: PutRole, DescribeRole, ListRoles, DeleteRole,
// ExplainAccess.
#pragma once

#include "picket/model/common.h"

namespace picket {

inline constexpr Rule kRoleNameRule = {.min = 1, .max = 64, .pattern = Pattern::PolicyName};
inline constexpr Rule kInlinePolicyNameRule = {
    .min = 1, .max = 128, .pattern = Pattern::PolicyName};
inline constexpr Rule kPermissionPoliciesRule = {.max = 100, .key = &kInlinePolicyNameRule};
inline constexpr Rule kManagedPolicyArnRule = {.min = 20, .max = 2048};
inline constexpr Rule kManagedPolicyArnsRule = {.max = 100, .element = &kManagedPolicyArnRule};
inline constexpr Rule kContextKeyRule = {.min = 1, .max = 256};
inline constexpr Rule kContextRule = {.max = 100, .key = &kContextKeyRule};

struct PutRoleRequest {
    std::optional<std::string> role_name;
    std::optional<std::string> role_arn;
    std::optional<JsonText> trust_policy;
    std::optional<StringMap<JsonText>> permission_policies;
    std::optional<std::vector<std::string>> managed_policy_arns;
};
template <>
struct Shape<PutRoleRequest> {
    using S = PutRoleRequest;
    static constexpr std::string_view name = "PutRoleRequest";
    static constexpr MemberInfo members[] = {
        member("roleName", PICKET_FIELD(S, role_name),
               with(kRoleNameRule, {.doc = "The role's name; or name it by roleArn."})),
        member("roleArn", PICKET_FIELD(S, role_arn),
               with(kRoleArnRule, {.doc = "The role's ARN."})),
        member("trustPolicy", PICKET_FIELD(S, trust_policy),
               {.doc = "Who may assume the role: a document, or its text. AWS IoT when absent."}),
        member("permissionPolicies", PICKET_FIELD(S, permission_policies),
               with(kPermissionPoliciesRule,
                    {.doc = "What the role may do: documents, or their texts, by name."})),
        member("managedPolicyArns", PICKET_FIELD(S, managed_policy_arns),
               with(kManagedPolicyArnsRule, {.doc = "AWS managed policies that Picket knows."})),
    };
};

struct PutRoleResponse {
    std::string role_arn;
};
template <>
struct Shape<PutRoleResponse> {
    using S = PutRoleResponse;
    static constexpr std::string_view name = "PutRoleResponse";
    static constexpr MemberInfo members[] = {
        member("roleArn", PICKET_FIELD(S, role_arn), {.doc = "The role's ARN."}),
    };
};

struct DescribeRoleRequest {
    std::optional<std::string> role_name;
    std::optional<std::string> role_arn;
};
template <>
struct Shape<DescribeRoleRequest> {
    using S = DescribeRoleRequest;
    static constexpr std::string_view name = "DescribeRoleRequest";
    static constexpr MemberInfo members[] = {
        member("roleName", PICKET_FIELD(S, role_name),
               with(kRoleNameRule, {.doc = "The role's name; or name it by roleArn."})),
        member("roleArn", PICKET_FIELD(S, role_arn),
               with(kRoleArnRule, {.doc = "The role's ARN."})),
    };
};

struct RoleDescription {
    std::string role_arn;
    std::string role_name;
    JsonText trust_policy;
    StringMap<JsonText> permission_policies;
    std::vector<std::string> managed_policy_arns;
    Timestamp creation_date;
    Timestamp last_modified_date;
};
template <>
struct Shape<RoleDescription> {
    using S = RoleDescription;
    static constexpr std::string_view name = "RoleDescription";
    static constexpr MemberInfo members[] = {
        member("roleArn", PICKET_FIELD(S, role_arn), {.doc = "The role's ARN."}),
        member("roleName", PICKET_FIELD(S, role_name), {.doc = "The role's name."}),
        member("trustPolicy", PICKET_FIELD(S, trust_policy), {.doc = "Who may assume the role."}),
        member("permissionPolicies", PICKET_FIELD(S, permission_policies),
               {.doc = "What the role may do: its own documents, by name."}),
        member("managedPolicyArns", PICKET_FIELD(S, managed_policy_arns),
               {.doc = "AWS managed policies attached to it."}),
        member("creationDate", PICKET_FIELD(S, creation_date), {.doc = "When it was created."}),
        member("lastModifiedDate", PICKET_FIELD(S, last_modified_date),
               {.doc = "When it last changed."}),
    };
};

struct DescribeRoleResponse {
    RoleDescription role;
};
template <>
struct Shape<DescribeRoleResponse> {
    using S = DescribeRoleResponse;
    static constexpr std::string_view name = "DescribeRoleResponse";
    static constexpr MemberInfo members[] = {
        member("role", PICKET_FIELD(S, role), {.doc = "The role."}),
    };
};

struct ListRolesRequest {
    std::optional<std::int64_t> max_results;
    std::optional<std::string> next_token;
};
template <>
struct Shape<ListRolesRequest> {
    using S = ListRolesRequest;
    static constexpr std::string_view name = "ListRolesRequest";
    static constexpr MemberInfo members[] = {
        member("maxResults", PICKET_FIELD(S, max_results),
               with(kMaxResultsRule, {.doc = "Items of a page at most; 25 when absent."})),
        member("nextToken", PICKET_FIELD(S, next_token), {.doc = "Where the previous page ended."}),
    };
};

struct ListRolesResponse {
    std::vector<RoleDescription> roles;
    std::optional<std::string> next_token;
};
template <>
struct Shape<ListRolesResponse> {
    using S = ListRolesResponse;
    static constexpr std::string_view name = "ListRolesResponse";
    static constexpr MemberInfo members[] = {
        member("roles", PICKET_FIELD(S, roles), {.doc = "The roles the session defined, by ARN."}),
        member("nextToken", PICKET_FIELD(S, next_token), {.doc = "Absent on the last page."}),
    };
};

struct DeleteRoleRequest {
    std::optional<std::string> role_name;
    std::optional<std::string> role_arn;
};
template <>
struct Shape<DeleteRoleRequest> {
    using S = DeleteRoleRequest;
    static constexpr std::string_view name = "DeleteRoleRequest";
    static constexpr MemberInfo members[] = {
        member("roleName", PICKET_FIELD(S, role_name),
               with(kRoleNameRule, {.doc = "The role's name; or name it by roleArn."})),
        member("roleArn", PICKET_FIELD(S, role_arn),
               with(kRoleArnRule, {.doc = "The role's ARN."})),
    };
};

struct DeleteRoleResponse {};
template <>
struct Shape<DeleteRoleResponse> {
    static constexpr std::string_view name = "DeleteRoleResponse";
    static constexpr std::span<const MemberInfo> members = {};
};

struct ExplainAccessRequest {
    std::string role_arn;
    std::string action;
    std::optional<std::string> resource;
    std::optional<std::string> service;
    std::optional<StringMap<std::vector<std::string>>> context;
};
template <>
struct Shape<ExplainAccessRequest> {
    using S = ExplainAccessRequest;
    static constexpr std::string_view name = "ExplainAccessRequest";
    static constexpr MemberInfo members[] = {
        member("roleArn", PICKET_FIELD(S, role_arn),
               with(kRoleArnRule, {.required = true, .doc = "The role that would act."})),
        member("action", PICKET_FIELD(S, action),
               {.required = true,
                .min = 1,
                .max = 256,
                .doc = "What it would do, as iot:UpdateCertificate."}),
        member("resource", PICKET_FIELD(S, resource),
               {.min = 1, .max = 2048, .doc = "What it would do that to; * when absent."}),
        member("service", PICKET_FIELD(S, service),
               {.min = 1,
                .max = 256,
                .doc = "The service that would assume the role; iot.amazonaws.com when absent."}),
        member("context", PICKET_FIELD(S, context),
               with(kContextRule, {.doc = "Condition keys and their values, as aws:SourceArn."})),
    };
};

struct ExplainedStatement {
    std::string policy;
    std::int64_t statement = 0;
    std::optional<std::string> sid;
    std::string effect;
    bool applies = false;
    std::string why;
};
template <>
struct Shape<ExplainedStatement> {
    using S = ExplainedStatement;
    static constexpr std::string_view name = "ExplainedStatement";
    static constexpr MemberInfo members[] = {
        member("policy", PICKET_FIELD(S, policy), {.doc = "The policy it stands in."}),
        member("statement", PICKET_FIELD(S, statement), {.doc = "Its place there, from 0."}),
        member("sid", PICKET_FIELD(S, sid), {.doc = "Its Sid."}),
        member("effect", PICKET_FIELD(S, effect), {.doc = "Allow or Deny."}),
        member("applies", PICKET_FIELD(S, applies),
               {.doc = "Whether it says something about this request."}),
        member("why", PICKET_FIELD(S, why), {.doc = "Why it applies or does not."}),
    };
};

struct ExplainAccessResponse {
    bool allowed = false;
    std::string decision;
    bool assumable = false;
    bool defined = false;
    std::string explanation;
    std::vector<ExplainedStatement> statements;
};
template <>
struct Shape<ExplainAccessResponse> {
    using S = ExplainAccessResponse;
    static constexpr std::string_view name = "ExplainAccessResponse";
    static constexpr MemberInfo members[] = {
        member("allowed", PICKET_FIELD(S, allowed),
               {.doc = "Whether the role can be assumed and may do it."}),
        member("decision", PICKET_FIELD(S, decision),
               {.doc = "allowed, explicitDeny or implicitDeny."}),
        member("assumable", PICKET_FIELD(S, assumable),
               {.doc = "Whether the service may assume the role."}),
        member("defined", PICKET_FIELD(S, defined),
               {.doc = "Whether the session defined the role."}),
        member("explanation", PICKET_FIELD(S, explanation), {.doc = "The decision in words."}),
        member("statements", PICKET_FIELD(S, statements),
               {.doc = "Every statement that was looked at."}),
    };
};

}  // namespace picket
