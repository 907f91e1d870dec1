// The only code that writes the registry's tables.
#include "service/registry/registry.h"

#include <algorithm>

#include "service/detect/devices.h"
#include "service/pair_range.h"
#include "service/refuse.h"
#include "text/say.h"
#include "world/settings.h"

namespace picket {

void put_thing(World& world, Thing thing) {
    std::optional<std::string> type_before;
    if (const Thing* before = world.things.find(thing.name)) type_before = before->type_name;
    if (type_before != thing.type_name) {
        if (type_before) world.things_by_type.erase(PairKey{*type_before, thing.name});
        if (thing.type_name) world.things_by_type.put({*thing.type_name, thing.name}, {});
    }
    const std::string name = thing.name;
    note_index_change(world, name);
    const bool is_new = !world.things.contains(name);
    world.things.put(name, std::move(thing));
    if (is_new) note_device_change(world, name);
}

std::vector<std::string> erase_thing(World& world, const std::string& name) {
    const Thing* thing = world.things.find(name);
    if (thing != nullptr && thing->type_name)
        world.things_by_type.erase(PairKey{*thing->type_name, name});
    world.things.erase(name);
    note_device_change(world, name);
    std::vector<std::string> groups = pair_seconds(world.thing_groups_of, name);
    for (const std::string& group : groups) leave(world, group, name);
    world.unindexed_things.erase(name);
    return groups;
}

void put_group(World& world, ThingGroup group) {
    world.group_children.put({group.parent_name.value_or(std::string()), group.name}, {});
    std::string name = group.name;
    world.thing_groups.put(std::move(name), std::move(group));
}

std::size_t erase_group(World& world, const std::string& name) {
    const ThingGroup* group = world.thing_groups.find(name);
    if (group == nullptr) return 0;
    const std::vector<std::string> things = pair_seconds(world.group_things, name);
    for (const std::string& thing : things) leave(world, name, thing);
    world.group_children.erase(PairKey{group->parent_name.value_or(std::string()), name});
    world.thing_groups.erase(name);
    return things.size();
}

std::vector<const ThingGroup*> path_from_root(const World& world, const ThingGroup& group) {
    std::vector<const ThingGroup*> path = {&group};
    while (path.back()->parent_name) {
        const ThingGroup* parent = world.thing_groups.find(*path.back()->parent_name);
        PICKET_ASSERT(parent != nullptr);  // a group with children is never deleted
        path.push_back(parent);
    }
    std::reverse(path.begin(), path.end());
    return path;
}

const ThingGroup& root_of(const World& world, const ThingGroup& group) {
    return *path_from_root(world, group).front();
}

std::vector<std::string> groups_below(const World& world, std::string_view name) {
    std::vector<std::string> below = pair_seconds(world.group_children, name);
    for (std::size_t i = 0; i < below.size(); ++i) {
        for (std::string& child : pair_seconds(world.group_children, below[i]))
            below.push_back(std::move(child));
    }
    return below;
}

bool is_member(const World& world, const std::string& group, const std::string& thing) {
    return world.group_things.contains(PairKey{group, thing});
}

bool is_dynamic(const World& world, std::string_view group) {
    return world.dynamic_groups.contains(group);
}

bool has_room(const World& world, const std::string& thing) {
    return static_cast<std::int64_t>(pair_count(world.thing_groups_of, thing)) <
           setting_number(world, Setting::GroupsPerThingMax);
}

std::optional<std::string> newest_dynamic_group(const World& world, const std::string& thing) {
    std::optional<std::string> newest;
    std::int64_t number = 0;
    for (std::string& group : pair_seconds(world.thing_groups_of, thing)) {
        const DynamicGroup* dynamic = world.dynamic_groups.find(group);
        if (dynamic == nullptr || dynamic->number < number) continue;
        number = dynamic->number;
        newest = std::move(group);
    }
    return newest;
}

Result<JoinPlan> plan_join(const World& world, const std::string& group, const std::string& thing,
                           bool override_dynamic_groups) {
    const ThingGroup* target = world.thing_groups.find(group);
    PICKET_ASSERT(target != nullptr);
    const std::string& root = root_of(world, *target).name;
    const std::vector<std::string> groups = pair_seconds(world.thing_groups_of, thing);
    for (const std::string& other : groups) {
        const ThingGroup* row = world.thing_groups.find(other);
        PICKET_ASSERT(row != nullptr);
        if (root_of(world, *row).name != root) continue;
        return invalid(say(
            "The thing '{}' is in the group '{}', which belongs to the same hierarchy as '{}' (its "
            "root is '{}'). A thing can be in one group of a hierarchy: remove it from '{}' first.",
            thing, other, group, root, other));
    }
    if (has_room(world, thing)) return JoinPlan{};
    const std::string full = say("The thing '{}' is in {}, and a thing can be in {} at most. ",
                                 thing, counted(static_cast<std::int64_t>(groups.size()), "group"),
                                 setting_number(world, Setting::GroupsPerThingMax));
    JoinPlan plan = {newest_dynamic_group(world, thing)};
    if (!plan.leaves) return invalid(say("{}Remove it from one of them first.", full));
    if (override_dynamic_groups) return plan;
    return invalid(say("{}Remove it from one of them first, or send overrideDynamicGroups: then it "
                       "leaves the dynamic group '{}'.",
                       full, *plan.leaves));
}

void join(World& world, const std::string& group, const std::string& thing) {
    world.group_things.put({group, thing}, {world.now});
    world.thing_groups_of.put({thing, group}, {world.now});
    if (!is_dynamic(world, group)) note_index_change(world, thing);
    note_device_change(world, thing);
}

bool leave(World& world, const std::string& group, const std::string& thing) {
    world.thing_groups_of.erase(PairKey{thing, group});
    if (!world.group_things.erase(PairKey{group, thing})) return false;
    if (!is_dynamic(world, group)) note_index_change(world, thing);
    note_device_change(world, thing);
    return true;
}

// One item of due work is queued while things wait: the first to wait queues it.
void note_index_change(World& world, const std::string& thing) {
    if (world.dynamic_groups.empty()) return;
    if (world.unindexed_things.empty()) {
        const std::int64_t wait = setting_number(world, Setting::FleetIndexSeconds) * kSecond;
        world.due.put({world.now + wait, world.next_sequence++}, {DueKind::ThingIndex, {}});
    }
    world.unindexed_things.put(thing, {});
}

}  // namespace picket
