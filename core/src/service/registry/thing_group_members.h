// Who is in which group: AddThingToThingGroup, RemoveThingFromThingGroup,
// UpdateThingGroupsForThing, ListThingsInThingGroup, ListThingGroupsForThing. Their rows stand with
// those of the groups, in thing_groups.cpp.
//
// Adding a member again and removing one who is none both succeed and change nothing, so that a
// repeated request does no harm. Dynamic groups find their members by themselves: nobody is added
// to them or removed.
#pragma once

#include "picket/model/common.h"
#include "picket/world.h"

namespace picket {

class Context;

struct GroupNameAndArn {
    std::string group_name;
    std::string group_arn;
};
template <>
struct Shape<GroupNameAndArn> {
    using S = GroupNameAndArn;
    static constexpr std::string_view name = "GroupNameAndArn";
    static constexpr MemberInfo members[] = {
        member("groupName", PICKET_FIELD(S, group_name), {.doc = "The group's name."}),
        member("groupArn", PICKET_FIELD(S, group_arn), {.doc = "The group's ARN."}),
    };
};

// A group and a thing, each by name or by ARN.
struct AddThingToThingGroupRequest {
    std::optional<std::string> thing_group_name;
    std::optional<std::string> thing_group_arn;
    std::optional<std::string> thing_name;
    std::optional<std::string> thing_arn;
    std::optional<bool> override_dynamic_groups;
};
template <>
struct Shape<AddThingToThingGroupRequest> {
    using S = AddThingToThingGroupRequest;
    static constexpr std::string_view name = "AddThingToThingGroupRequest";
    static constexpr MemberInfo members[] = {
        member("thingGroupName", PICKET_FIELD(S, thing_group_name),
               with(kNameRule, {.doc = "The group, by name."})),
        member("thingGroupArn", PICKET_FIELD(S, thing_group_arn), {.doc = "The group, by ARN."}),
        member("thingName", PICKET_FIELD(S, thing_name),
               with(kNameRule, {.doc = "The thing, by name."})),
        member("thingArn", PICKET_FIELD(S, thing_arn), {.doc = "The thing, by ARN."}),
        member("overrideDynamicGroups", PICKET_FIELD(S, override_dynamic_groups),
               {.doc = "Whether the thing may leave a dynamic group to make room."}),
    };
};
struct AddThingToThingGroupResponse {};
template <>
struct Shape<AddThingToThingGroupResponse> {
    static constexpr std::string_view name = "AddThingToThingGroupResponse";
    static constexpr std::span<const MemberInfo> members = {};
};
Result<AddThingToThingGroupResponse>
add_thing_to_thing_group(World& world, Context& context, const AddThingToThingGroupRequest& in);

struct RemoveThingFromThingGroupRequest {
    std::optional<std::string> thing_group_name;
    std::optional<std::string> thing_group_arn;
    std::optional<std::string> thing_name;
    std::optional<std::string> thing_arn;
};
template <>
struct Shape<RemoveThingFromThingGroupRequest> {
    using S = RemoveThingFromThingGroupRequest;
    static constexpr std::string_view name = "RemoveThingFromThingGroupRequest";
    static constexpr MemberInfo members[] = {
        member("thingGroupName", PICKET_FIELD(S, thing_group_name),
               with(kNameRule, {.doc = "The group, by name."})),
        member("thingGroupArn", PICKET_FIELD(S, thing_group_arn), {.doc = "The group, by ARN."}),
        member("thingName", PICKET_FIELD(S, thing_name),
               with(kNameRule, {.doc = "The thing, by name."})),
        member("thingArn", PICKET_FIELD(S, thing_arn), {.doc = "The thing, by ARN."}),
    };
};
struct RemoveThingFromThingGroupResponse {};
template <>
struct Shape<RemoveThingFromThingGroupResponse> {
    static constexpr std::string_view name = "RemoveThingFromThingGroupResponse";
    static constexpr std::span<const MemberInfo> members = {};
};
Result<RemoveThingFromThingGroupResponse>
remove_thing_from_thing_group(World& world, Context& context,
                              const RemoveThingFromThingGroupRequest& in);

inline constexpr Rule kThingGroupListRule = {.element = &kNameRule};
struct UpdateThingGroupsForThingRequest {
    std::optional<std::string> thing_name;
    std::optional<std::vector<std::string>> thing_groups_to_add;
    std::optional<std::vector<std::string>> thing_groups_to_remove;
    std::optional<bool> override_dynamic_groups;
};
template <>
struct Shape<UpdateThingGroupsForThingRequest> {
    using S = UpdateThingGroupsForThingRequest;
    static constexpr std::string_view name = "UpdateThingGroupsForThingRequest";
    static constexpr MemberInfo members[] = {
        member("thingName", PICKET_FIELD(S, thing_name),
               with(kNameRule, {.doc = "The thing whose groups change."})),
        member("thingGroupsToAdd", PICKET_FIELD(S, thing_groups_to_add),
               with(kThingGroupListRule, {.doc = "Groups the thing joins."})),
        member("thingGroupsToRemove", PICKET_FIELD(S, thing_groups_to_remove),
               with(kThingGroupListRule,
                    {.doc = "Groups the thing leaves; it leaves before it joins."})),
        member("overrideDynamicGroups", PICKET_FIELD(S, override_dynamic_groups),
               {.doc = "Whether the thing may leave a dynamic group to make room."}),
    };
};
struct UpdateThingGroupsForThingResponse {};
template <>
struct Shape<UpdateThingGroupsForThingResponse> {
    static constexpr std::string_view name = "UpdateThingGroupsForThingResponse";
    static constexpr std::span<const MemberInfo> members = {};
};
Result<UpdateThingGroupsForThingResponse>
update_thing_groups_for_thing(World& world, Context& context,
                              const UpdateThingGroupsForThingRequest& in);

struct ListThingsInThingGroupRequest {
    std::string thing_group_name;
    std::optional<bool> recursive;
    std::optional<std::string> next_token;
    std::optional<std::int64_t> max_results;
};
template <>
struct Shape<ListThingsInThingGroupRequest> {
    using S = ListThingsInThingGroupRequest;
    static constexpr std::string_view name = "ListThingsInThingGroupRequest";
    static constexpr MemberInfo members[] = {
        member("thingGroupName", PICKET_FIELD(S, thing_group_name),
               with(kNameRule, {.required = true, .in = In::Uri, .doc = "The group."})),
        member("recursive", PICKET_FIELD(S, recursive),
               {.in = In::Query, .doc = "Whether things of the groups below are listed too."}),
        member("nextToken", PICKET_FIELD(S, next_token),
               {.in = In::Query, .doc = "Where the previous page ended."}),
        member("maxResults", PICKET_FIELD(S, max_results),
               with(kMaxResultsRule,
                    {.in = In::Query, .doc = "Items of a page at most; 25 when absent."})),
    };
};
struct ListThingsInThingGroupResponse {
    std::vector<std::string> things;
    std::optional<std::string> next_token;
};
template <>
struct Shape<ListThingsInThingGroupResponse> {
    using S = ListThingsInThingGroupResponse;
    static constexpr std::string_view name = "ListThingsInThingGroupResponse";
    static constexpr MemberInfo members[] = {
        member("things", PICKET_FIELD(S, things), {.doc = "Names of the things, in order."}),
        member("nextToken", PICKET_FIELD(S, next_token), {.doc = "Absent on the last page."}),
    };
};
Result<ListThingsInThingGroupResponse>
list_things_in_thing_group(const World& world, const ListThingsInThingGroupRequest& in);

struct ListThingGroupsForThingRequest {
    std::string thing_name;
    std::optional<std::string> next_token;
    std::optional<std::int64_t> max_results;
};
template <>
struct Shape<ListThingGroupsForThingRequest> {
    using S = ListThingGroupsForThingRequest;
    static constexpr std::string_view name = "ListThingGroupsForThingRequest";
    static constexpr MemberInfo members[] = {
        member("thingName", PICKET_FIELD(S, thing_name),
               with(kNameRule, {.required = true, .in = In::Uri, .doc = "The thing."})),
        member("nextToken", PICKET_FIELD(S, next_token),
               {.in = In::Query, .doc = "Where the previous page ended."}),
        member("maxResults", PICKET_FIELD(S, max_results),
               with(kMaxResultsRule,
                    {.in = In::Query, .doc = "Items of a page at most; 25 when absent."})),
    };
};
struct ListThingGroupsForThingResponse {
    std::vector<GroupNameAndArn> thing_groups;
    std::optional<std::string> next_token;
};
template <>
struct Shape<ListThingGroupsForThingResponse> {
    using S = ListThingGroupsForThingResponse;
    static constexpr std::string_view name = "ListThingGroupsForThingResponse";
    static constexpr MemberInfo members[] = {
        member("thingGroups", PICKET_FIELD(S, thing_groups),
               {.doc = "The groups the thing is in, by name."}),
        member("nextToken", PICKET_FIELD(S, next_token), {.doc = "Absent on the last page."}),
    };
};
Result<ListThingGroupsForThingResponse>
list_thing_groups_for_thing(const World& world, const ListThingGroupsForThingRequest& in);

}  // namespace picket
