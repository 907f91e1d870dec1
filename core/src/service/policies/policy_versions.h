// The shapes of CreatePolicyVersion, GetPolicyVersion, ListPolicyVersions, SetDefaultPolicyVersion
// and DeletePolicyVersion.
#pragma once

#include "service/policies/policies.h"

namespace picket {

struct CreatePolicyVersionRequest {
    std::string policy_name;
    std::string policy_document;
    std::optional<bool> set_as_default;
};
template <>
struct Shape<CreatePolicyVersionRequest> {
    using S = CreatePolicyVersionRequest;
    static constexpr std::string_view name = "CreatePolicyVersionRequest";
    static constexpr MemberInfo members[] = {
        member("policyName", PICKET_FIELD(S, policy_name), kPolicyNameInUri),
        member("policyDocument", PICKET_FIELD(S, policy_document),
               with(kPolicyDocumentRule, {.required = true, .doc = "The policy as JSON text."})),
        member("setAsDefault", PICKET_FIELD(S, set_as_default),
               {.in = In::Query, .doc = "Whether the new version comes into force at once."}),
    };
};

struct CreatePolicyVersionResponse {
    std::string policy_arn;
    std::string policy_document;
    std::string policy_version_id;
    bool is_default_version = false;
};
template <>
struct Shape<CreatePolicyVersionResponse> {
    using S = CreatePolicyVersionResponse;
    static constexpr std::string_view name = "CreatePolicyVersionResponse";
    static constexpr MemberInfo members[] = {
        member("policyArn", PICKET_FIELD(S, policy_arn), {.doc = "The policy's ARN."}),
        member("policyDocument", PICKET_FIELD(S, policy_document),
               {.doc = "The document, as it was given."}),
        member("policyVersionId", PICKET_FIELD(S, policy_version_id),
               {.doc = "The version's number."}),
        member("isDefaultVersion", PICKET_FIELD(S, is_default_version),
               {.doc = "Whether this version is in force."}),
    };
};

struct GetPolicyVersionRequest {
    std::string policy_name;
    std::string policy_version_id;
};
template <>
struct Shape<GetPolicyVersionRequest> {
    using S = GetPolicyVersionRequest;
    static constexpr std::string_view name = "GetPolicyVersionRequest";
    static constexpr MemberInfo members[] = {
        member("policyName", PICKET_FIELD(S, policy_name), kPolicyNameInUri),
        member("policyVersionId", PICKET_FIELD(S, policy_version_id),
               with(kPolicyVersionRule,
                    {.required = true, .in = In::Uri, .doc = "The version's number."})),
    };
};

struct GetPolicyVersionResponse {
    std::string policy_arn;
    std::string policy_name;
    std::string policy_document;
    std::string policy_version_id;
    bool is_default_version = false;
    Timestamp creation_date;
    Timestamp last_modified_date;
    std::string generation_id;
};
template <>
struct Shape<GetPolicyVersionResponse> {
    using S = GetPolicyVersionResponse;
    static constexpr std::string_view name = "GetPolicyVersionResponse";
    static constexpr MemberInfo members[] = {
        member("policyArn", PICKET_FIELD(S, policy_arn), {.doc = "The policy's ARN."}),
        member("policyName", PICKET_FIELD(S, policy_name), {.doc = "The policy's name."}),
        member("policyDocument", PICKET_FIELD(S, policy_document),
               {.doc = "The document, as it was given."}),
        member("policyVersionId", PICKET_FIELD(S, policy_version_id),
               {.doc = "The version's number."}),
        member("isDefaultVersion", PICKET_FIELD(S, is_default_version),
               {.doc = "Whether this version is in force."}),
        member("creationDate", PICKET_FIELD(S, creation_date), {.doc = "When it was created."}),
        member("lastModifiedDate", PICKET_FIELD(S, last_modified_date),
               {.doc = "When it last changed."}),
        member("generationId", PICKET_FIELD(S, generation_id),
               {.doc = "Changes with every version."}),
    };
};

struct ListPolicyVersionsRequest {
    std::string policy_name;
};
template <>
struct Shape<ListPolicyVersionsRequest> {
    using S = ListPolicyVersionsRequest;
    static constexpr std::string_view name = "ListPolicyVersionsRequest";
    static constexpr MemberInfo members[] = {
        member("policyName", PICKET_FIELD(S, policy_name), kPolicyNameInUri),
    };
};

struct PolicyVersionEntry {
    std::string version_id;
    bool is_default_version = false;
    Timestamp create_date;
};
template <>
struct Shape<PolicyVersionEntry> {
    using S = PolicyVersionEntry;
    static constexpr std::string_view name = "PolicyVersion";
    static constexpr MemberInfo members[] = {
        member("versionId", PICKET_FIELD(S, version_id), {.doc = "The version's number."}),
        member("isDefaultVersion", PICKET_FIELD(S, is_default_version),
               {.doc = "Whether this version is in force."}),
        member("createDate", PICKET_FIELD(S, create_date), {.doc = "When it was created."}),
    };
};

struct ListPolicyVersionsResponse {
    std::vector<PolicyVersionEntry> policy_versions;
};
template <>
struct Shape<ListPolicyVersionsResponse> {
    using S = ListPolicyVersionsResponse;
    static constexpr std::string_view name = "ListPolicyVersionsResponse";
    static constexpr MemberInfo members[] = {
        member("policyVersions", PICKET_FIELD(S, policy_versions),
               {.doc = "The versions, the newest first."}),
    };
};

struct SetDefaultPolicyVersionRequest {
    std::string policy_name;
    std::string policy_version_id;
};
template <>
struct Shape<SetDefaultPolicyVersionRequest> {
    using S = SetDefaultPolicyVersionRequest;
    static constexpr std::string_view name = "SetDefaultPolicyVersionRequest";
    static constexpr MemberInfo members[] = {
        member("policyName", PICKET_FIELD(S, policy_name), kPolicyNameInUri),
        member("policyVersionId", PICKET_FIELD(S, policy_version_id),
               with(kPolicyVersionRule,
                    {.required = true, .in = In::Uri, .doc = "The version's number."})),
    };
};

struct SetDefaultPolicyVersionResponse {};
template <>
struct Shape<SetDefaultPolicyVersionResponse> {
    static constexpr std::string_view name = "SetDefaultPolicyVersionResponse";
    static constexpr std::span<const MemberInfo> members = {};
};

struct DeletePolicyVersionRequest {
    std::string policy_name;
    std::string policy_version_id;
};
template <>
struct Shape<DeletePolicyVersionRequest> {
    using S = DeletePolicyVersionRequest;
    static constexpr std::string_view name = "DeletePolicyVersionRequest";
    static constexpr MemberInfo members[] = {
        member("policyName", PICKET_FIELD(S, policy_name), kPolicyNameInUri),
        member("policyVersionId", PICKET_FIELD(S, policy_version_id),
               with(kPolicyVersionRule,
                    {.required = true, .in = In::Uri, .doc = "The version's number."})),
    };
};

struct DeletePolicyVersionResponse {};
template <>
struct Shape<DeletePolicyVersionResponse> {
    static constexpr std::string_view name = "DeletePolicyVersionResponse";
    static constexpr std::span<const MemberInfo> members = {};
};

}  // namespace picket
