// The shapes of the operations on role aliases.
#pragma once

#include "service/policies/policies.h"

namespace picket {

inline constexpr Rule kRoleAliasRule = {.min = 1, .max = 128, .pattern = Pattern::RoleAlias};
inline constexpr Rule kCredentialDurationRule = {.min = 900, .max = 43200};

struct CreateRoleAliasRequest {
    std::string role_alias;
    std::string role_arn;
    std::optional<std::int64_t> credential_duration_seconds;
    std::optional<TagList> tags;
};
template <>
struct Shape<CreateRoleAliasRequest> {
    using S = CreateRoleAliasRequest;
    static constexpr std::string_view name = "CreateRoleAliasRequest";
    static constexpr MemberInfo members[] = {
        member("roleAlias", PICKET_FIELD(S, role_alias),
               with(kRoleAliasRule, {.required = true, .in = In::Uri, .doc = "The alias's name."})),
        member("roleArn", PICKET_FIELD(S, role_arn),
               with(kRoleArnRule, {.required = true, .doc = "The role the alias stands for."})),
        member(
            "credentialDurationSeconds", PICKET_FIELD(S, credential_duration_seconds),
            with(kCredentialDurationRule, {.doc = "How long credentials last; 3600 when absent."})),
        member("tags", PICKET_FIELD(S, tags), {.doc = "Tags of the alias."}),
    };
};

struct CreateRoleAliasResponse {
    std::string role_alias;
    std::string role_alias_arn;
};
template <>
struct Shape<CreateRoleAliasResponse> {
    using S = CreateRoleAliasResponse;
    static constexpr std::string_view name = "CreateRoleAliasResponse";
    static constexpr MemberInfo members[] = {
        member("roleAlias", PICKET_FIELD(S, role_alias), {.doc = "The alias's name."}),
        member("roleAliasArn", PICKET_FIELD(S, role_alias_arn), {.doc = "The alias's ARN."}),
    };
};

struct DescribeRoleAliasRequest {
    std::string role_alias;
};
template <>
struct Shape<DescribeRoleAliasRequest> {
    using S = DescribeRoleAliasRequest;
    static constexpr std::string_view name = "DescribeRoleAliasRequest";
    static constexpr MemberInfo members[] = {
        member("roleAlias", PICKET_FIELD(S, role_alias),
               with(kRoleAliasRule, {.required = true, .in = In::Uri, .doc = "The alias's name."})),
    };
};

struct RoleAliasDescription {
    std::string role_alias;
    std::string role_alias_arn;
    std::string role_arn;
    std::string owner;
    std::int64_t credential_duration_seconds = 0;
    Timestamp creation_date;
    Timestamp last_modified_date;
};
template <>
struct Shape<RoleAliasDescription> {
    using S = RoleAliasDescription;
    static constexpr std::string_view name = "RoleAliasDescription";
    static constexpr MemberInfo members[] = {
        member("roleAlias", PICKET_FIELD(S, role_alias), {.doc = "The alias's name."}),
        member("roleAliasArn", PICKET_FIELD(S, role_alias_arn), {.doc = "The alias's ARN."}),
        member("roleArn", PICKET_FIELD(S, role_arn), {.doc = "The role the alias stands for."}),
        member("owner", PICKET_FIELD(S, owner), {.doc = "The account."}),
        member("credentialDurationSeconds", PICKET_FIELD(S, credential_duration_seconds),
               {.doc = "How long credentials last."}),
        member("creationDate", PICKET_FIELD(S, creation_date), {.doc = "When it was created."}),
        member("lastModifiedDate", PICKET_FIELD(S, last_modified_date),
               {.doc = "When it last changed."}),
    };
};

struct DescribeRoleAliasResponse {
    RoleAliasDescription role_alias_description;
};
template <>
struct Shape<DescribeRoleAliasResponse> {
    using S = DescribeRoleAliasResponse;
    static constexpr std::string_view name = "DescribeRoleAliasResponse";
    static constexpr MemberInfo members[] = {
        member("roleAliasDescription", PICKET_FIELD(S, role_alias_description),
               {.doc = "The alias."}),
    };
};

struct ListRoleAliasesRequest {
    std::optional<std::int64_t> page_size;
    std::optional<std::string> marker;
    std::optional<bool> ascending_order;
};
template <>
struct Shape<ListRoleAliasesRequest> {
    using S = ListRoleAliasesRequest;
    static constexpr std::string_view name = "ListRoleAliasesRequest";
    static constexpr MemberInfo members[] = {
        member("pageSize", PICKET_FIELD(S, page_size),
               with(kPageSizeRule,
                    {.in = In::Query, .doc = "Items of a page at most; 25 when absent."})),
        member("marker", PICKET_FIELD(S, marker),
               with(kMarkerRule, {.in = In::Query, .doc = "Where the previous page ended."})),
        member("ascendingOrder", PICKET_FIELD(S, ascending_order),
               {.in = In::Query, .wire = "isAscendingOrder", .doc = "The oldest first."}),
    };
};

struct ListRoleAliasesResponse {
    std::vector<std::string> role_aliases;
    std::optional<std::string> next_marker;
};
template <>
struct Shape<ListRoleAliasesResponse> {
    using S = ListRoleAliasesResponse;
    static constexpr std::string_view name = "ListRoleAliasesResponse";
    static constexpr MemberInfo members[] = {
        member("roleAliases", PICKET_FIELD(S, role_aliases),
               {.doc = "Names of the aliases, the newest first."}),
        member("nextMarker", PICKET_FIELD(S, next_marker), {.doc = "Absent on the last page."}),
    };
};

struct UpdateRoleAliasRequest {
    std::string role_alias;
    std::optional<std::string> role_arn;
    std::optional<std::int64_t> credential_duration_seconds;
};
template <>
struct Shape<UpdateRoleAliasRequest> {
    using S = UpdateRoleAliasRequest;
    static constexpr std::string_view name = "UpdateRoleAliasRequest";
    static constexpr MemberInfo members[] = {
        member("roleAlias", PICKET_FIELD(S, role_alias),
               with(kRoleAliasRule, {.required = true, .in = In::Uri, .doc = "The alias's name."})),
        member("roleArn", PICKET_FIELD(S, role_arn),
               with(kRoleArnRule, {.doc = "The role the alias is to stand for."})),
        member("credentialDurationSeconds", PICKET_FIELD(S, credential_duration_seconds),
               with(kCredentialDurationRule, {.doc = "How long credentials are to last."})),
    };
};

struct UpdateRoleAliasResponse {
    std::string role_alias;
    std::string role_alias_arn;
};
template <>
struct Shape<UpdateRoleAliasResponse> {
    using S = UpdateRoleAliasResponse;
    static constexpr std::string_view name = "UpdateRoleAliasResponse";
    static constexpr MemberInfo members[] = {
        member("roleAlias", PICKET_FIELD(S, role_alias), {.doc = "The alias's name."}),
        member("roleAliasArn", PICKET_FIELD(S, role_alias_arn), {.doc = "The alias's ARN."}),
    };
};

struct DeleteRoleAliasRequest {
    std::string role_alias;
};
template <>
struct Shape<DeleteRoleAliasRequest> {
    using S = DeleteRoleAliasRequest;
    static constexpr std::string_view name = "DeleteRoleAliasRequest";
    static constexpr MemberInfo members[] = {
        member("roleAlias", PICKET_FIELD(S, role_alias),
               with(kRoleAliasRule, {.required = true, .in = In::Uri, .doc = "The alias's name."})),
    };
};

struct DeleteRoleAliasResponse {};
template <>
struct Shape<DeleteRoleAliasResponse> {
    static constexpr std::string_view name = "DeleteRoleAliasResponse";
    static constexpr std::span<const MemberInfo> members = {};
};

}  // namespace picket
