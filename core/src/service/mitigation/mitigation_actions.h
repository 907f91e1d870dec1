// The shapes of the five mitigation action operations. The kinds of action are in
// picket/model/mitigation_action.h.
#pragma once

#include "picket/model/mitigation_action.h"

namespace picket {

inline constexpr Rule kActionNameInUri = {.required = true,
                                          .in = In::Uri,
                                          .max = 128,
                                          .pattern = Pattern::ActionName,
                                          .doc = "The action's name."};

struct CreateMitigationActionRequest {
    std::string action_name;
    std::string role_arn;
    MitigationActionParams action_params;
    std::optional<TagList> tags;
};
template <>
struct Shape<CreateMitigationActionRequest> {
    using S = CreateMitigationActionRequest;
    static constexpr std::string_view name = "CreateMitigationActionRequest";
    static constexpr MemberInfo members[] = {
        member("actionName", PICKET_FIELD(S, action_name), kActionNameInUri),
        member("roleArn", PICKET_FIELD(S, role_arn),
               with(kRoleArnRule,
                    {.required = true, .doc = "The role the action is carried out with."})),
        member("actionParams", PICKET_FIELD(S, action_params),
               {.required = true,
                .doc = "What the action does: exactly one kind, with its parameters."}),
        member("tags", PICKET_FIELD(S, tags), {.doc = "Tags of the action."}),
    };
};

struct CreateMitigationActionResponse {
    std::string action_arn;
    std::string action_id;
};
template <>
struct Shape<CreateMitigationActionResponse> {
    using S = CreateMitigationActionResponse;
    static constexpr std::string_view name = "CreateMitigationActionResponse";
    static constexpr MemberInfo members[] = {
        member("actionArn", PICKET_FIELD(S, action_arn), {.doc = "The action's ARN."}),
        member("actionId", PICKET_FIELD(S, action_id),
               {.doc = "The action's id, unique for all time."}),
    };
};

struct DescribeMitigationActionRequest {
    std::string action_name;
};
template <>
struct Shape<DescribeMitigationActionRequest> {
    using S = DescribeMitigationActionRequest;
    static constexpr std::string_view name = "DescribeMitigationActionRequest";
    static constexpr MemberInfo members[] = {
        member("actionName", PICKET_FIELD(S, action_name), kActionNameInUri)};
};

struct DescribeMitigationActionResponse {
    std::string action_name;
    MitigationActionType action_type = MitigationActionType::UpdateDeviceCertificate;
    std::string action_arn;
    std::string action_id;
    std::string role_arn;
    MitigationActionParams action_params;
    Timestamp creation_date;
    Timestamp last_modified_date;
};
template <>
struct Shape<DescribeMitigationActionResponse> {
    using S = DescribeMitigationActionResponse;
    static constexpr std::string_view name = "DescribeMitigationActionResponse";
    static constexpr MemberInfo members[] = {
        member("actionName", PICKET_FIELD(S, action_name), {.doc = "The action's name."}),
        member("actionType", PICKET_FIELD(S, action_type), {.doc = "What kind of action it is."}),
        member("actionArn", PICKET_FIELD(S, action_arn), {.doc = "The action's ARN."}),
        member("actionId", PICKET_FIELD(S, action_id),
               {.doc = "The action's id, unique for all time."}),
        member("roleArn", PICKET_FIELD(S, role_arn),
               {.doc = "The role the action is carried out with."}),
        member("actionParams", PICKET_FIELD(S, action_params),
               {.doc = "The parameters of its kind."}),
        member("creationDate", PICKET_FIELD(S, creation_date),
               {.doc = "When the action was created."}),
        member("lastModifiedDate", PICKET_FIELD(S, last_modified_date),
               {.doc = "When it was last changed."}),
    };
};

struct UpdateMitigationActionRequest {
    std::string action_name;
    std::optional<std::string> role_arn;
    std::optional<MitigationActionParams> action_params;
};
template <>
struct Shape<UpdateMitigationActionRequest> {
    using S = UpdateMitigationActionRequest;
    static constexpr std::string_view name = "UpdateMitigationActionRequest";
    static constexpr MemberInfo members[] = {
        member("actionName", PICKET_FIELD(S, action_name), kActionNameInUri),
        member("roleArn", PICKET_FIELD(S, role_arn),
               with(kRoleArnRule, {.doc = "The new role; absent keeps it."})),
        member("actionParams", PICKET_FIELD(S, action_params),
               {.doc = "The new parameters, replacing all present ones; absent keeps them."}),
    };
};
struct UpdateMitigationActionResponse {
    std::string action_arn;
    std::string action_id;
};
template <>
struct Shape<UpdateMitigationActionResponse> {
    using S = UpdateMitigationActionResponse;
    static constexpr std::string_view name = "UpdateMitigationActionResponse";
    static constexpr MemberInfo members[] = {
        member("actionArn", PICKET_FIELD(S, action_arn), {.doc = "The action's ARN."}),
        member("actionId", PICKET_FIELD(S, action_id),
               {.doc = "The action's id, unique for all time."}),
    };
};

struct DeleteMitigationActionRequest {
    std::string action_name;
};
template <>
struct Shape<DeleteMitigationActionRequest> {
    using S = DeleteMitigationActionRequest;
    static constexpr std::string_view name = "DeleteMitigationActionRequest";
    static constexpr MemberInfo members[] = {
        member("actionName", PICKET_FIELD(S, action_name), kActionNameInUri)};
};
struct DeleteMitigationActionResponse {};
template <>
struct Shape<DeleteMitigationActionResponse> {
    static constexpr std::string_view name = "DeleteMitigationActionResponse";
    static constexpr std::span<const MemberInfo> members = {};
};

struct ListMitigationActionsRequest {
    std::optional<MitigationActionType> action_type;
    std::optional<std::int64_t> max_results;
    std::optional<std::string> next_token;
};
template <>
struct Shape<ListMitigationActionsRequest> {
    using S = ListMitigationActionsRequest;
    static constexpr std::string_view name = "ListMitigationActionsRequest";
    static constexpr MemberInfo members[] = {
        member("actionType", PICKET_FIELD(S, action_type),
               {.in = In::Query, .doc = "Only actions of this kind."}),
        member("maxResults", PICKET_FIELD(S, max_results),
               with(kMaxResultsRule,
                    {.in = In::Query, .doc = "Items of a page at most; 25 when absent."})),
        member("nextToken", PICKET_FIELD(S, next_token),
               {.in = In::Query, .doc = "Where the previous page ended."}),
    };
};

struct MitigationActionIdentifier {
    std::string action_name;
    std::string action_arn;
    Timestamp creation_date;
};
template <>
struct Shape<MitigationActionIdentifier> {
    using S = MitigationActionIdentifier;
    static constexpr std::string_view name = "MitigationActionIdentifier";
    static constexpr MemberInfo members[] = {
        member("actionName", PICKET_FIELD(S, action_name), {.doc = "The action's name."}),
        member("actionArn", PICKET_FIELD(S, action_arn), {.doc = "The action's ARN."}),
        member("creationDate", PICKET_FIELD(S, creation_date),
               {.doc = "When the action was created."}),
    };
};
struct ListMitigationActionsResponse {
    std::vector<MitigationActionIdentifier> action_identifiers;
    std::optional<std::string> next_token;
};
template <>
struct Shape<ListMitigationActionsResponse> {
    using S = ListMitigationActionsResponse;
    static constexpr std::string_view name = "ListMitigationActionsResponse";
    static constexpr MemberInfo members[] = {
        member("actionIdentifiers", PICKET_FIELD(S, action_identifiers),
               {.doc = "The actions, the newest first."}),
        member("nextToken", PICKET_FIELD(S, next_token), {.doc = "Absent on the last page."}),
    };
};

}  // namespace picket
