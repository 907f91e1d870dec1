// The shapes of CreateThingGroup, DescribeThingGroup, ListThingGroups, UpdateThingGroup and
// DeleteThingGroup.
#pragma once

#include "service/registry/attributes.h"
#include "service/registry/thing_group_members.h"

namespace picket {

inline constexpr Rule kGroupNameInUri = with(
    kNameRule,
    {.required = true, .in = In::Uri, .doc = "The group's name. It cannot be changed later."});
inline constexpr std::string_view kPayloadPath = "thingGroupProperties.attributePayload";

struct ThingGroupProperties {
    std::optional<std::string> thing_group_description;
    std::optional<AttributePayload> attribute_payload;
};
template <>
struct Shape<ThingGroupProperties> {
    using S = ThingGroupProperties;
    static constexpr std::string_view name = "ThingGroupProperties";
    static constexpr MemberInfo members[] = {
        member("thingGroupDescription", PICKET_FIELD(S, thing_group_description),
               {.max = 2028, .pattern = Pattern::Description, .doc = "What the group is for."}),
        member("attributePayload", PICKET_FIELD(S, attribute_payload),
               {.doc = "The group's attributes."}),
    };
};

struct ThingGroupMetadata {
    std::optional<std::string> parent_group_name;
    std::optional<std::vector<GroupNameAndArn>> root_to_parent_thing_groups;
    Timestamp creation_date;
};
template <>
struct Shape<ThingGroupMetadata> {
    using S = ThingGroupMetadata;
    static constexpr std::string_view name = "ThingGroupMetadata";
    static constexpr MemberInfo members[] = {
        member("parentGroupName", PICKET_FIELD(S, parent_group_name),
               {.doc = "The group right above."}),
        member("rootToParentThingGroups", PICKET_FIELD(S, root_to_parent_thing_groups),
               {.doc = "All groups above, the topmost first."}),
        member("creationDate", PICKET_FIELD(S, creation_date),
               {.doc = "When the group was created."}),
    };
};

struct CreateThingGroupRequest {
    std::string thing_group_name;
    std::optional<std::string> parent_group_name;
    std::optional<ThingGroupProperties> thing_group_properties;
    std::optional<TagList> tags;
};
template <>
struct Shape<CreateThingGroupRequest> {
    using S = CreateThingGroupRequest;
    static constexpr std::string_view name = "CreateThingGroupRequest";
    static constexpr MemberInfo members[] = {
        member("thingGroupName", PICKET_FIELD(S, thing_group_name), kGroupNameInUri),
        member("parentGroupName", PICKET_FIELD(S, parent_group_name),
               with(kNameRule, {.doc = "The group right above. It cannot be changed later."})),
        member("thingGroupProperties", PICKET_FIELD(S, thing_group_properties),
               {.doc = "The group's description and attributes."}),
        member("tags", PICKET_FIELD(S, tags), {.doc = "Tags of the group."}),
    };
};

struct CreateThingGroupResponse {
    std::string thing_group_name;
    std::string thing_group_arn;
    std::string thing_group_id;
};
template <>
struct Shape<CreateThingGroupResponse> {
    using S = CreateThingGroupResponse;
    static constexpr std::string_view name = "CreateThingGroupResponse";
    static constexpr MemberInfo members[] = {
        member("thingGroupName", PICKET_FIELD(S, thing_group_name), {.doc = "The group's name."}),
        member("thingGroupArn", PICKET_FIELD(S, thing_group_arn), {.doc = "The group's ARN."}),
        member("thingGroupId", PICKET_FIELD(S, thing_group_id),
               {.doc = "The group's id, unique for all time."}),
    };
};

struct DescribeThingGroupRequest {
    std::string thing_group_name;
};
template <>
struct Shape<DescribeThingGroupRequest> {
    using S = DescribeThingGroupRequest;
    static constexpr std::string_view name = "DescribeThingGroupRequest";
    static constexpr MemberInfo members[] = {
        member("thingGroupName", PICKET_FIELD(S, thing_group_name), kGroupNameInUri)};
};

struct DescribeThingGroupResponse {
    std::string thing_group_name;
    std::string thing_group_id;
    std::string thing_group_arn;
    std::int64_t version = 0;
    ThingGroupProperties thing_group_properties;
    ThingGroupMetadata thing_group_metadata;
    std::optional<std::string> index_name;
    std::optional<std::string> query_string;
    std::optional<std::string> query_version;
    std::optional<DynamicGroupStatus> status;
};
template <>
struct Shape<DescribeThingGroupResponse> {
    using S = DescribeThingGroupResponse;
    static constexpr std::string_view name = "DescribeThingGroupResponse";
    static constexpr MemberInfo members[] = {
        member("thingGroupName", PICKET_FIELD(S, thing_group_name), {.doc = "The group's name."}),
        member("thingGroupId", PICKET_FIELD(S, thing_group_id),
               {.doc = "The group's id, unique for all time."}),
        member("thingGroupArn", PICKET_FIELD(S, thing_group_arn), {.doc = "The group's ARN."}),
        member("version", PICKET_FIELD(S, version),
               {.doc = "1 at creation, one more with each update."}),
        member("thingGroupProperties", PICKET_FIELD(S, thing_group_properties),
               {.doc = "The group's description and attributes."}),
        member("thingGroupMetadata", PICKET_FIELD(S, thing_group_metadata),
               {.doc = "Where and when it was made."}),
        member("indexName", PICKET_FIELD(S, index_name),
               {.doc = "The index that a dynamic group asks."}),
        member("queryString", PICKET_FIELD(S, query_string),
               {.doc = "The query that finds the things of a dynamic group."}),
        member("queryVersion", PICKET_FIELD(S, query_version),
               {.doc = "The version of the query language."}),
        member("status", PICKET_FIELD(S, status),
               {.doc = "ACTIVE when all things of a dynamic group have been found."}),
    };
};

struct ListThingGroupsRequest {
    std::optional<std::string> next_token;
    std::optional<std::int64_t> max_results;
    std::optional<std::string> parent_group;
    std::optional<std::string> name_prefix_filter;
    std::optional<bool> recursive;
};
template <>
struct Shape<ListThingGroupsRequest> {
    using S = ListThingGroupsRequest;
    static constexpr std::string_view name = "ListThingGroupsRequest";
    static constexpr MemberInfo members[] = {
        member("nextToken", PICKET_FIELD(S, next_token),
               {.in = In::Query, .doc = "Where the previous page ended."}),
        member("maxResults", PICKET_FIELD(S, max_results),
               with(kMaxResultsRule,
                    {.in = In::Query, .doc = "Items of a page at most; 25 when absent."})),
        member("parentGroup", PICKET_FIELD(S, parent_group),
               with(kNameRule, {.in = In::Query, .doc = "Only groups below this one."})),
        member("namePrefixFilter", PICKET_FIELD(S, name_prefix_filter),
               with(kNameRule, {.in = In::Query, .doc = "Only groups whose names begin so."})),
        member("recursive", PICKET_FIELD(S, recursive),
               {.in = In::Query,
                .doc = "Whether all levels below are listed, or only the next; true when absent."}),
    };
};

struct ListThingGroupsResponse {
    std::vector<GroupNameAndArn> thing_groups;
    std::optional<std::string> next_token;
};
template <>
struct Shape<ListThingGroupsResponse> {
    using S = ListThingGroupsResponse;
    static constexpr std::string_view name = "ListThingGroupsResponse";
    static constexpr MemberInfo members[] = {
        member("thingGroups", PICKET_FIELD(S, thing_groups), {.doc = "The groups, by name."}),
        member("nextToken", PICKET_FIELD(S, next_token), {.doc = "Absent on the last page."}),
    };
};

struct UpdateThingGroupRequest {
    std::string thing_group_name;
    ThingGroupProperties thing_group_properties;
    std::optional<std::int64_t> expected_version;
};
template <>
struct Shape<UpdateThingGroupRequest> {
    using S = UpdateThingGroupRequest;
    static constexpr std::string_view name = "UpdateThingGroupRequest";
    static constexpr MemberInfo members[] = {
        member("thingGroupName", PICKET_FIELD(S, thing_group_name), kGroupNameInUri),
        member("thingGroupProperties", PICKET_FIELD(S, thing_group_properties),
               {.required = true, .doc = "What changes; members left out keep their value."}),
        member("expectedVersion", PICKET_FIELD(S, expected_version),
               {.doc = "Refuses the update unless the group is at this version."}),
    };
};

struct UpdateThingGroupResponse {
    std::int64_t version = 0;
};
template <>
struct Shape<UpdateThingGroupResponse> {
    using S = UpdateThingGroupResponse;
    static constexpr std::string_view name = "UpdateThingGroupResponse";
    static constexpr MemberInfo members[] = {
        member("version", PICKET_FIELD(S, version), {.doc = "The group's new version."})};
};

struct DeleteThingGroupRequest {
    std::string thing_group_name;
    std::optional<std::int64_t> expected_version;
};
template <>
struct Shape<DeleteThingGroupRequest> {
    using S = DeleteThingGroupRequest;
    static constexpr std::string_view name = "DeleteThingGroupRequest";
    static constexpr MemberInfo members[] = {
        member("thingGroupName", PICKET_FIELD(S, thing_group_name), kGroupNameInUri),
        member(
            "expectedVersion", PICKET_FIELD(S, expected_version),
            {.in = In::Query, .doc = "Refuses the deletion unless the group is at this version."}),
    };
};

struct DeleteThingGroupResponse {};
template <>
struct Shape<DeleteThingGroupResponse> {
    static constexpr std::string_view name = "DeleteThingGroupResponse";
    static constexpr std::span<const MemberInfo> members = {};
};

// What the operations of static and of dynamic groups have in common.
class Context;
Result<ThingGroup> new_group(const std::string& name,
                             const std::optional<ThingGroupProperties>& properties);
Refusal group_attributes_problem(const World& world, const ThingGroup& group);
// An update; the group's version grows by one.
Refusal change_group(const World& world, ThingGroup& group, const ThingGroupProperties& properties);
// Its members, tags and security profiles are taken from it, and the chronicle gets its line.
void delete_group(World& world, Context& context, const std::string& name);

}  // namespace picket
