// Keeps the registry's tables in agreement: things with their index by type, groups with their
// tree, and memberships, which are kept under (group, thing) and under (thing, group). Handlers
// check and report; only these functions write the tables. Dynamic groups are groups like others
// here; who belongs to them is found in dynamic_members.h, for which changes of things are noted.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "picket/world.h"

namespace picket {

void put_thing(World& world, Thing thing);
// Takes the thing out of its groups too; returns their names.
std::vector<std::string> erase_thing(World& world, const std::string& name);

void put_group(World& world, ThingGroup group);
// The group must have no children. Its things stay in the registry; returns how many were members.
std::size_t erase_group(World& world, const std::string& name);

// Root first, the group itself last.
std::vector<const ThingGroup*> path_from_root(const World& world, const ThingGroup& group);
const ThingGroup& root_of(const World& world, const ThingGroup& group);
// All groups below, in no particular order; the group itself is not among them.
std::vector<std::string> groups_below(const World& world, std::string_view name);

bool is_member(const World& world, const std::string& group, const std::string& thing);
bool is_dynamic(const World& world, std::string_view group);
bool has_room(const World& world, const std::string& thing);
// Of the dynamic groups a thing is in, the one made last.
std::optional<std::string> newest_dynamic_group(const World& world, const std::string& thing);

// How a thing joins a static group. Both exist, and the thing is not a member.
struct JoinPlan {
    std::optional<std::string> leaves;  // the dynamic group that it leaves to make room
};
// Refused when it is in a group of the same hierarchy, or in as many groups as a thing may be. Then
// static groups take precedence over dynamic ones, if the caller wants it.
Result<JoinPlan> plan_join(const World& world, const std::string& group, const std::string& thing,
                           bool override_dynamic_groups);
void join(World& world, const std::string& group, const std::string& thing);
// False when it was no member.
bool leave(World& world, const std::string& group, const std::string& thing);

// What a query can see of the thing has changed: its dynamic groups are found anew when the fleet
// index has caught up. Costs nothing while there are no dynamic groups.
void note_index_change(World& world, const std::string& thing);

}  // namespace picket
