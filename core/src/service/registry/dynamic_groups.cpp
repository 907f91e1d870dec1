// CreateDynamicThingGroup, UpdateDynamicThingGroup, DeleteDynamicThingGroup: groups whose members a
// query finds. All other operations of groups take them, too; who the members are is worked out in
// dynamic_members.h.
//
// A dynamic group needs the index of things, on and ready. Repeating a creation is refused: the
// reference promises success for static groups alone.
#include "service/arn.h"
#include "service/facts.h"
#include "service/op.h"
#include "service/refuse.h"
#include "service/registry/dynamic_members.h"
#include "service/registry/fleet_index.h"
#include "service/registry/registry.h"
#include "service/registry/tags.h"
#include "service/registry/thing_groups.h"
#include "service/tables.h"
#include "text/say.h"
#include "world/context.h"
#include "world/settings.h"

namespace picket {
namespace {

constexpr Rule kQueryStringRule = {.min = 1, .doc = "Which things are members."};
constexpr Rule kIndexNameRule = with(
    kNameRule, {.doc = "The index to ask: AWS_Things, which is also meant when it is absent."});
constexpr Rule kQueryVersionRule = {.doc = "The version of the query language: 2017-09-30."};

struct CreateDynamicThingGroupRequest {
    std::string thing_group_name;
    std::optional<ThingGroupProperties> thing_group_properties;
    std::optional<std::string> index_name;
    std::string query_string;
    std::optional<std::string> query_version;
    std::optional<TagList> tags;
};
struct CreateDynamicThingGroupResponse {
    std::string thing_group_name;
    std::string thing_group_arn;
    std::string thing_group_id;
    std::string index_name;
    std::string query_string;
    std::string query_version;
};
struct UpdateDynamicThingGroupRequest {
    std::string thing_group_name;
    ThingGroupProperties thing_group_properties;
    std::optional<std::int64_t> expected_version;
    std::optional<std::string> index_name;
    std::optional<std::string> query_string;
    std::optional<std::string> query_version;
};
struct UpdateDynamicThingGroupResponse {
    std::int64_t version = 0;
};
struct DeleteDynamicThingGroupRequest {
    std::string thing_group_name;
    std::optional<std::int64_t> expected_version;
};
struct DeleteDynamicThingGroupResponse {};

}  // namespace

template <>
struct Shape<CreateDynamicThingGroupRequest> {
    using S = CreateDynamicThingGroupRequest;
    static constexpr std::string_view name = "CreateDynamicThingGroupRequest";
    static constexpr MemberInfo members[] = {
        member("thingGroupName", PICKET_FIELD(S, thing_group_name), kGroupNameInUri),
        member("thingGroupProperties", PICKET_FIELD(S, thing_group_properties),
               {.doc = "The group's description and attributes."}),
        member("indexName", PICKET_FIELD(S, index_name), kIndexNameRule),
        member("queryString", PICKET_FIELD(S, query_string),
               {.required = true, .min = 1, .doc = "Which things are members."}),
        member("queryVersion", PICKET_FIELD(S, query_version), kQueryVersionRule),
        member("tags", PICKET_FIELD(S, tags), {.doc = "Tags of the group."}),
    };
};
template <>
struct Shape<CreateDynamicThingGroupResponse> {
    using S = CreateDynamicThingGroupResponse;
    static constexpr std::string_view name = "CreateDynamicThingGroupResponse";
    static constexpr MemberInfo members[] = {
        member("thingGroupName", PICKET_FIELD(S, thing_group_name), {.doc = "The group's name."}),
        member("thingGroupArn", PICKET_FIELD(S, thing_group_arn), {.doc = "The group's ARN."}),
        member("thingGroupId", PICKET_FIELD(S, thing_group_id),
               {.doc = "The group's id, unique for all time."}),
        member("indexName", PICKET_FIELD(S, index_name), {.doc = "The index that is asked."}),
        member("queryString", PICKET_FIELD(S, query_string), {.doc = "The query."}),
        member("queryVersion", PICKET_FIELD(S, query_version),
               {.doc = "The version of the query language."}),
    };
};
template <>
struct Shape<UpdateDynamicThingGroupRequest> {
    using S = UpdateDynamicThingGroupRequest;
    static constexpr std::string_view name = "UpdateDynamicThingGroupRequest";
    static constexpr MemberInfo members[] = {
        member("thingGroupName", PICKET_FIELD(S, thing_group_name), kGroupNameInUri),
        member("thingGroupProperties", PICKET_FIELD(S, thing_group_properties),
               {.required = true, .doc = "What changes; members left out keep their value."}),
        member("expectedVersion", PICKET_FIELD(S, expected_version),
               {.doc = "Refuses the update unless the group is at this version."}),
        member("indexName", PICKET_FIELD(S, index_name), kIndexNameRule),
        member("queryString", PICKET_FIELD(S, query_string), kQueryStringRule),
        member("queryVersion", PICKET_FIELD(S, query_version), kQueryVersionRule),
    };
};
template <>
struct Shape<UpdateDynamicThingGroupResponse> {
    using S = UpdateDynamicThingGroupResponse;
    static constexpr std::string_view name = "UpdateDynamicThingGroupResponse";
    static constexpr MemberInfo members[] = {
        member("version", PICKET_FIELD(S, version), {.doc = "The group's new version."})};
};
template <>
struct Shape<DeleteDynamicThingGroupRequest> {
    using S = DeleteDynamicThingGroupRequest;
    static constexpr std::string_view name = "DeleteDynamicThingGroupRequest";
    static constexpr MemberInfo members[] = {
        member("thingGroupName", PICKET_FIELD(S, thing_group_name), kGroupNameInUri),
        member(
            "expectedVersion", PICKET_FIELD(S, expected_version),
            {.in = In::Query, .doc = "Refuses the deletion unless the group is at this version."}),
    };
};
template <>
struct Shape<DeleteDynamicThingGroupResponse> {
    static constexpr std::string_view name = "DeleteDynamicThingGroupResponse";
    static constexpr std::span<const MemberInfo> members = {};
};

namespace {

// The operations declare no IndexNotReadyException, so an index that is being built makes the
// request invalid. Groups of groups do not exist: the other index is not one of theirs.
Refusal group_index_problem(const World& world, const std::optional<std::string>& index) {
    if (index && *index != kThingsIndex) {
        return refuse(
            ErrorCode::ResourceNotFound,
            say("Dynamic groups ask the index {}, and the request names '{}'. Leave it out.",
                kThingsIndex, *index),
            "indexName");
    }
    auto problem = index_problem(world, kThingsIndex);
    if (problem && problem->code == ErrorCode::IndexNotReady)
        problem->code = ErrorCode::InvalidRequest;
    return problem;
}

Refusal wrong_kind(const std::string& group, std::string_view operation) {
    return invalid(say("The thing group '{}' is static. Use {} for it.", group, operation),
                   "thingGroupName");
}

Result<CreateDynamicThingGroupResponse>
create_dynamic_thing_group(World& world, Context& context,
                           const CreateDynamicThingGroupRequest& in) {
    PICKET_TRY(const QueryNode query, parse_account_query(world, in.query_string));
    if (auto problem = query_version_problem(in.query_version)) return problem;
    PICKET_TRY(ThingGroup group, new_group(in.thing_group_name, in.thing_group_properties));
    const std::string arn = thing_group_arn(world, group.name);
    if (const ThingGroup* existing = world.thing_groups.find(group.name)) {
        return already_exists("thing group", group.name,
                              is_dynamic(world, group.name) ? "UpdateDynamicThingGroup"
                                                            : "UpdateThingGroup",
                              existing->id, arn);
    }
    if (auto problem = group_index_problem(world, in.index_name)) return problem;
    if (auto problem = group_attributes_problem(world, group)) return problem;
    if (auto problem = tags_problem(world, in.tags)) return problem;
    const auto count = static_cast<std::int64_t>(world.dynamic_groups.size());
    const std::int64_t max = setting_number(world, Setting::DynamicGroupsMax);
    if (count >= max) {
        return refuse(ErrorCode::LimitExceeded,
                      say("The account has {}, and it can have {}. Delete one with "
                          "DeleteDynamicThingGroup first.",
                          counted(count, "dynamic thing group"), max));
    }

    group.id = id_uuid(context.new_id("thinggroup"));
    group.created = context.now();
    DynamicGroup dynamic;
    dynamic.index_name = kThingsIndex;
    dynamic.query_string = in.query_string;
    dynamic.query_version = kQueryVersion;
    dynamic.entry_id = context.entry_id();
    CreateDynamicThingGroupResponse out = {
        group.name, arn, group.id, dynamic.index_name, dynamic.query_string, dynamic.query_version};
    Facts facts;
    facts.text("thingGroupId", group.id).text("query", print_query(query));
    context.note("group.created", group.name,
                 say("The dynamic thing group '{}' was created; things that match {} will join it.",
                     group.name, print_query(query)),
                 facts.json());
    put_tags(world, arn, in.tags);
    put_group(world, std::move(group));
    world.dynamic_groups.put(out.thing_group_name, std::move(dynamic));
    begin_scan(world, context, out.thing_group_name, DynamicGroupStatus::Building);
    return out;
}

Result<UpdateDynamicThingGroupResponse>
update_dynamic_thing_group(World& world, Context& context,
                           const UpdateDynamicThingGroupRequest& in) {
    if (in.query_string) {
        PICKET_TRY([[maybe_unused]] const QueryNode query,
                   parse_account_query(world, *in.query_string));
    }
    if (auto problem = query_version_problem(in.query_version)) return problem;
    const ThingGroup* before = world.thing_groups.find(in.thing_group_name);
    if (before == nullptr) {
        return not_found("thing group", in.thing_group_name, "CreateDynamicThingGroup",
                         "thingGroupName");
    }
    const DynamicGroup* dynamic = world.dynamic_groups.find(in.thing_group_name);
    if (dynamic == nullptr) return wrong_kind(in.thing_group_name, "UpdateThingGroup");
    // Existence is checked before expectedVersion: pinned by
    // UpdateDynamicThingGroup/bad-missing-and-stale.json.
    if (auto problem = version_problem("thing group", in.thing_group_name, in.expected_version,
                                       before->version)) {
        return problem;
    }
    if (auto problem = group_index_problem(world, in.index_name)) return problem;
    ThingGroup group = *before;
    if (auto problem = change_group(world, group, in.thing_group_properties)) return problem;

    // Only another query makes other members.
    const bool other_query = in.query_string && *in.query_string != dynamic->query_string;
    Facts facts;
    facts.number("version", group.version);
    if (other_query) facts.text("query", *in.query_string);
    context.note("group.updated", group.name,
                 say("The dynamic thing group '{}' was updated to version {}{}", group.name,
                     group.version, other_query ? "; its members are found anew." : "."),
                 facts.json());
    UpdateDynamicThingGroupResponse out = {group.version};
    if (other_query) {
        world.dynamic_groups.update(in.thing_group_name, [&](DynamicGroup& row) {
            row.query_string = *in.query_string;
            row.entry_id = context.entry_id();
        });
        begin_scan(world, context, in.thing_group_name, DynamicGroupStatus::Rebuilding);
    }
    put_group(world, std::move(group));
    return out;
}

// An absent name succeeds, as for static groups: the operation declares no
// ResourceNotFoundException.
Result<DeleteDynamicThingGroupResponse>
delete_dynamic_thing_group(World& world, Context& context,
                           const DeleteDynamicThingGroupRequest& in) {
    const ThingGroup* group = world.thing_groups.find(in.thing_group_name);
    if (group == nullptr) return DeleteDynamicThingGroupResponse{};
    if (!is_dynamic(world, in.thing_group_name))
        return wrong_kind(in.thing_group_name, "DeleteThingGroup");
    if (auto problem = version_problem("thing group", in.thing_group_name, in.expected_version,
                                       group->version)) {
        return problem;
    }
    // First, so that its things count as changed: they may have room for another group now.
    world.dynamic_groups.erase(in.thing_group_name);
    delete_group(world, context, in.thing_group_name);
    return DeleteDynamicThingGroupResponse{};
}

using enum ErrorCode;

constexpr Operation kDynamicGroupOperations[] = {
    op<&create_dynamic_thing_group>(
        "CreateDynamicThingGroup", "Thing groups", Method::Post,
        "/dynamic-thing-groups/{thingGroupName}",
        errors<InvalidRequest, ResourceAlreadyExists, ResourceNotFound, Throttling, InternalFailure,
               InvalidQuery, LimitExceeded>(),
        "Creates a group whose members a query of the fleet index finds."),
    op<&update_dynamic_thing_group>(
        "UpdateDynamicThingGroup", "Thing groups", Method::Patch,
        "/dynamic-thing-groups/{thingGroupName}",
        errors<InvalidRequest, VersionConflict, Throttling, InternalFailure, ResourceNotFound,
               InvalidQuery>(),
        "Changes a dynamic group; with another query its members are found anew."),
    op<&delete_dynamic_thing_group>(
        "DeleteDynamicThingGroup", "Thing groups", Method::Delete,
        "/dynamic-thing-groups/{thingGroupName}",
        errors<InvalidRequest, VersionConflict, Throttling, InternalFailure>(),
        "Deletes a dynamic group; its things stay registered."),
};

}  // namespace

std::span<const Operation> dynamic_group_operations() { return kDynamicGroupOperations; }

}  // namespace picket
