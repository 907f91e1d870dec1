// CreateThingGroup, DescribeThingGroup, ListThingGroups, UpdateThingGroup, DeleteThingGroup, and
// the rows of the five operations about members (thing_group_members.h). Dynamic groups are in
// dynamic_groups.cpp; they are described and listed here like the others.
#include <algorithm>

#include "service/arn.h"
#include "service/detect/profile_tables.h"
#include "service/facts.h"
#include "service/op.h"
#include "service/paginate.h"
#include "service/pair_range.h"
#include "service/policies/policy_tables.h"
#include "service/refuse.h"
#include "service/registry/attributes.h"
#include "service/registry/registry.h"
#include "service/registry/tags.h"
#include "service/registry/thing_groups.h"
#include "service/tables.h"
#include "text/say.h"
#include "world/context.h"
#include "world/settings.h"

namespace picket {
namespace {

// A missing parent is InvalidRequestException: the operation declares no ResourceNotFoundException.
Refusal parent_problem(const World& world, const std::string& parent) {
    const ThingGroup* group = world.thing_groups.find(parent);
    if (group == nullptr) {
        return invalid(say("No thing group is named '{}'. Create the parent first, or check the "
                           "spelling of its name.",
                           parent),
                       "parentGroupName");
    }
    if (is_dynamic(world, parent)) {
        return invalid(say("The thing group '{}' is dynamic, and a dynamic group has no place in a "
                           "hierarchy. Choose a static group as the parent.",
                           parent),
                       "parentGroupName");
    }
    const auto depth = static_cast<std::int64_t>(path_from_root(world, *group).size());
    const std::int64_t depth_max = setting_number(world, Setting::GroupDepthMax);
    if (depth + 1 > depth_max) {
        return invalid(say("The parent '{}' is at level {} of its hierarchy, and a hierarchy can "
                           "have {}. Choose a parent higher up.",
                           parent, depth, counted(depth_max, "level")),
                       "parentGroupName");
    }
    const auto children = static_cast<std::int64_t>(pair_count(world.group_children, parent));
    const std::int64_t children_max = setting_number(world, Setting::GroupChildrenMax);
    if (children + 1 > children_max) {
        return invalid(say("The parent '{}' has {} direct children, and a group can have {} at "
                           "most. Choose another parent.",
                           parent, children, children_max),
                       "parentGroupName");
    }
    return std::nullopt;
}

Result<CreateThingGroupResponse> create_thing_group(World& world, Context& context,
                                                    const CreateThingGroupRequest& in) {
    PICKET_TRY(ThingGroup group, new_group(in.thing_group_name, in.thing_group_properties));
    group.parent_name = in.parent_group_name;
    const std::string arn = thing_group_arn(world, group.name);
    if (const ThingGroup* existing = world.thing_groups.find(group.name)) {
        const bool equal = !is_dynamic(world, group.name) &&
                           existing->parent_name == group.parent_name &&
                           existing->description == group.description &&
                           existing->attributes == group.attributes;
        // The reference: exactly the same attributes get a success response.
        if (equal) return CreateThingGroupResponse{existing->name, arn, existing->id};
        return already_exists("thing group", group.name,
                              is_dynamic(world, group.name) ? "UpdateDynamicThingGroup"
                                                            : "UpdateThingGroup",
                              existing->id, arn);
    }
    if (group.parent_name) {
        if (auto problem = parent_problem(world, *group.parent_name)) return problem;
    }
    if (auto problem = group_attributes_problem(world, group)) return problem;
    if (auto problem = tags_problem(world, in.tags)) return problem;

    group.id = id_uuid(context.new_id("thinggroup"));
    group.created = context.now();
    Facts facts;
    facts.text("thingGroupId", group.id);
    if (group.parent_name) facts.text("parent", *group.parent_name);
    context.note("group.created", group.name,
                 say("The thing group '{}' was created{}.", group.name,
                     group.parent_name ? say(" below '{}'", *group.parent_name) : std::string()),
                 facts.json());
    put_tags(world, arn, in.tags);
    CreateThingGroupResponse out = {group.name, arn, group.id};
    put_group(world, std::move(group));
    return out;
}

Result<DescribeThingGroupResponse> describe_thing_group(const World& world,
                                                        const DescribeThingGroupRequest& in) {
    const ThingGroup* group = world.thing_groups.find(in.thing_group_name);
    if (group == nullptr)
        return not_found("thing group", in.thing_group_name, "CreateThingGroup", "thingGroupName");
    DescribeThingGroupResponse out;
    out.thing_group_name = group->name;
    out.thing_group_id = group->id;
    out.thing_group_arn = thing_group_arn(world, group->name);
    out.version = group->version;
    out.thing_group_properties.thing_group_description = group->description;
    if (group->attributes)
        out.thing_group_properties.attribute_payload = AttributePayload{group->attributes, {}};
    out.thing_group_metadata.parent_group_name = group->parent_name;
    out.thing_group_metadata.creation_date = group->created;
    if (group->parent_name) {
        auto& above = out.thing_group_metadata.root_to_parent_thing_groups.emplace();
        std::vector<const ThingGroup*> path = path_from_root(world, *group);
        path.pop_back();
        for (const ThingGroup* step : path)
            above.push_back({step->name, thing_group_arn(world, step->name)});
    }
    if (const DynamicGroup* dynamic = world.dynamic_groups.find(group->name)) {
        out.index_name = dynamic->index_name;
        out.query_string = dynamic->query_string;
        out.query_version = dynamic->query_version;
        out.status = dynamic->status;
    }
    return out;
}

// Groups of every level below a parent, one page by name. They are collected first, so this costs
// O(groups below).
std::optional<std::string> list_all_below(const World& world, const Page& page,
                                          const std::string& parent, const std::string& prefix,
                                          std::vector<GroupNameAndArn>& out) {
    std::vector<std::string> names = groups_below(world, parent);
    auto unwanted = [&](const std::string& name) {
        return !name.starts_with(prefix) || (page.after && name <= *page.after);
    };
    names.erase(std::remove_if(names.begin(), names.end(), unwanted), names.end());
    std::sort(names.begin(), names.end());
    const bool more = names.size() > page.size;
    if (more) names.resize(page.size);
    for (const std::string& name : names) out.push_back({name, thing_group_arn(world, name)});
    return more ? std::optional<std::string>(page.token(names.back())) : std::nullopt;
}

Result<ListThingGroupsResponse> list_thing_groups(const World& world,
                                                  const ListThingGroupsRequest& in) {
    PICKET_TRY(const Page page,
               read_page("ListThingGroups",
                         {filter_text(in.parent_group), filter_text(in.name_prefix_filter),
                          filter_text(in.recursive)},
                         in.max_results, in.next_token));
    if (in.parent_group && !world.thing_groups.contains(*in.parent_group)) {
        return not_found("thing group", *in.parent_group, "CreateThingGroup", "parentGroup");
    }
    // The model gives `recursive` no default. Absent means true here: a plain call lists every
    // group of the account.
    const bool recursive = in.recursive.value_or(true);
    const std::string prefix = in.name_prefix_filter.value_or(std::string());
    const std::string parent = in.parent_group.value_or(std::string());
    ListThingGroupsResponse out;
    auto add = [&](const std::string& name) {
        out.thing_groups.push_back({name, thing_group_arn(world, name)});
    };
    auto all = [](const auto&) { return true; };
    if (recursive && in.parent_group) {
        out.next_token = list_all_below(world, page, parent, prefix, out.thing_groups);
    } else if (recursive) {
        PICKET_TRY(out.next_token,
                   walk_page(
                       page, world.thing_groups, prefix,
                       [&](const std::string& key) { return key.starts_with(prefix); }, all,
                       [&](const auto& entry) { add(entry.key); }));
    } else {
        PICKET_TRY(out.next_token, walk_page(
                                       page, world.group_children, PairKey{parent, prefix},
                                       [&](const PairKey& key) {
                                           return key.first == parent &&
                                                  key.second.starts_with(prefix);
                                       },
                                       all, [&](const auto& entry) { add(entry.key.second); }));
    }
    return out;
}

Refusal wrong_kind(const std::string& group, std::string_view operation) {
    return invalid(say("The thing group '{}' is dynamic. Use {} for it.", group, operation),
                   "thingGroupName");
}

Result<UpdateThingGroupResponse> update_thing_group(World& world, Context& context,
                                                    const UpdateThingGroupRequest& in) {
    const ThingGroup* before = world.thing_groups.find(in.thing_group_name);
    if (before == nullptr)
        return not_found("thing group", in.thing_group_name, "CreateThingGroup", "thingGroupName");
    if (is_dynamic(world, in.thing_group_name))
        return wrong_kind(in.thing_group_name, "UpdateDynamicThingGroup");
    // Existence is checked before expectedVersion: pinned by
    // UpdateThingGroup/bad-missing-and-stale.json.
    if (auto problem = version_problem("thing group", in.thing_group_name, in.expected_version,
                                       before->version)) {
        return problem;
    }
    ThingGroup group = *before;
    if (auto problem = change_group(world, group, in.thing_group_properties)) return problem;

    Facts facts;
    facts.number("version", group.version);
    context.note("group.updated", group.name,
                 say("The thing group '{}' was updated to version {}.", group.name, group.version),
                 facts.json());
    UpdateThingGroupResponse out = {group.version};
    put_group(world, std::move(group));
    return out;
}

// An absent name succeeds, whatever expectedVersion says: the operation declares no
// ResourceNotFoundException.
Result<DeleteThingGroupResponse> delete_thing_group(World& world, Context& context,
                                                    const DeleteThingGroupRequest& in) {
    const ThingGroup* group = world.thing_groups.find(in.thing_group_name);
    if (group == nullptr) return DeleteThingGroupResponse{};
    if (is_dynamic(world, in.thing_group_name))
        return wrong_kind(in.thing_group_name, "DeleteDynamicThingGroup");
    if (auto problem = version_problem("thing group", in.thing_group_name, in.expected_version,
                                       group->version)) {
        return problem;
    }
    const auto children = static_cast<std::int64_t>(
        pair_count(world.group_children, in.thing_group_name));
    if (children > 0) {
        return invalid(say("The thing group '{}' has {}{}. Delete what is below it first.",
                           in.thing_group_name, children,
                           children == 1 ? " child group" : " child groups"),
                       "thingGroupName");
    }
    delete_group(world, context, in.thing_group_name);
    return DeleteThingGroupResponse{};
}

using enum ErrorCode;

constexpr auto kLookUp = errors<InvalidRequest, Throttling, InternalFailure, ResourceNotFound>();

constexpr Operation kThingGroupOperations[] = {
    op<&create_thing_group>(
        "CreateThingGroup", "Thing groups", Method::Post, "/thing-groups/{thingGroupName}",
        errors<InvalidRequest, ResourceAlreadyExists, Throttling, InternalFailure>(),
        "Creates a static group, at the top or below another one."),
    op<&describe_thing_group>("DescribeThingGroup", "Thing groups", Method::Get,
                              "/thing-groups/{thingGroupName}", kLookUp,
                              "Tells what a group is and where it stands in its hierarchy."),
    op<&list_thing_groups>("ListThingGroups", "Thing groups", Method::Get, "/thing-groups", kLookUp,
                           "Lists groups by name, optionally those below one or with a prefix."),
    op<&update_thing_group>(
        "UpdateThingGroup", "Thing groups", Method::Patch, "/thing-groups/{thingGroupName}",
        errors<InvalidRequest, VersionConflict, Throttling, InternalFailure, ResourceNotFound>(),
        "Changes a group's description and attributes; its version grows by one."),
    op<&delete_thing_group>("DeleteThingGroup", "Thing groups", Method::Delete,
                            "/thing-groups/{thingGroupName}",
                            errors<InvalidRequest, VersionConflict, Throttling, InternalFailure>(),
                            "Deletes a group without children; its things stay registered."),
    op<&add_thing_to_thing_group>("AddThingToThingGroup", "Thing groups", Method::Put,
                                  "/thing-groups/addThingToThingGroup", kLookUp,
                                  "Puts a thing into a group."),
    op<&remove_thing_from_thing_group>("RemoveThingFromThingGroup", "Thing groups", Method::Put,
                                       "/thing-groups/removeThingFromThingGroup", kLookUp,
                                       "Takes a thing out of a group."),
    op<&update_thing_groups_for_thing>("UpdateThingGroupsForThing", "Thing groups", Method::Put,
                                       "/thing-groups/updateThingGroupsForThing", kLookUp,
                                       "Moves a thing: it leaves some groups, then joins others."),
    op<&list_things_in_thing_group>(
        "ListThingsInThingGroup", "Thing groups", Method::Get,
        "/thing-groups/{thingGroupName}/things", kLookUp,
        "Lists the things of a group, optionally of those below it too."),
    op<&list_thing_groups_for_thing>("ListThingGroupsForThing", "Thing groups", Method::Get,
                                     "/things/{thingName}/thing-groups", kLookUp,
                                     "Lists the groups a thing is in."),
};

}  // namespace

Result<ThingGroup> new_group(const std::string& name,
                             const std::optional<ThingGroupProperties>& properties) {
    ThingGroup group;
    group.name = name;
    if (!properties) return group;
    group.description = properties->thing_group_description;
    PICKET_TRY(Attributes attributes, new_attributes(properties->attribute_payload, kPayloadPath));
    if (!attributes.empty()) group.attributes = std::move(attributes);
    return group;
}

Refusal group_attributes_problem(const World& world, const ThingGroup& group) {
    return attribute_count_problem("A thing group", group.attributes ? group.attributes->size() : 0,
                                   setting_number(world, Setting::GroupAttributesMax),
                                   say("{}.attributes", kPayloadPath));
}

Refusal change_group(const World& world, ThingGroup& group,
                     const ThingGroupProperties& properties) {
    if (properties.thing_group_description) group.description = properties.thing_group_description;
    Attributes attributes = updated_attributes(group.attributes.value_or(Attributes()),
                                               properties.attribute_payload);
    group.attributes.reset();
    if (!attributes.empty()) group.attributes = std::move(attributes);
    ++group.version;
    return group_attributes_problem(world, group);
}

void delete_group(World& world, Context& context, const std::string& name) {
    const auto things = static_cast<std::int64_t>(erase_group(world, name));
    erase_tags(world, thing_group_arn(world, name));
    const auto profiles = static_cast<std::int64_t>(detach_all(world, group_target(name)));
    const auto policies = detach_policies(world, thing_group_arn(world, name));
    Facts facts;
    facts.number("things", things);
    if (profiles > 0) facts.number("securityProfiles", profiles);
    if (!policies.empty()) facts.texts("policies", policies);
    context.note(
        "group.deleted", name,
        say("The thing group '{}' was deleted; it held {}.", name, counted(things, "thing")),
        facts.json());
}

std::span<const Operation> thing_group_operations() { return kThingGroupOperations; }

}  // namespace picket
