// Things and groups. Goal: whatever is called, the registry's tables agree with one another and the
// limits hold. Method: thousands of random calls on few names, so that they collide, with all
// invariants checked as they go.
#include "service/registry/registry.h"

#include <algorithm>

#include "base/random.h"
#include "core/service/service_support.h"
#include "service/pair_range.h"
#include "world/settings.h"

namespace picket {
namespace {

void check_memberships(const World& world) {
    CHECK(world.group_things.size() == world.thing_groups_of.size());
    for (const auto& [key, membership] : world.group_things) {
        const Membership* other = world.thing_groups_of.find(PairKey{key.second, key.first});
        REQUIRE(other != nullptr);
        CHECK(*other == membership);
        CHECK(world.thing_groups.contains(key.first));
        CHECK(world.things.contains(key.second));
    }
}

void check_limits(const World& world) {
    const auto groups_max = static_cast<std::size_t>(
        setting_number(world, Setting::GroupsPerThingMax));
    for (const auto& [name, thing] : world.things) {
        const auto groups = pair_seconds(world.thing_groups_of, name);
        CHECK(groups.size() <= groups_max);
        std::vector<std::string> roots;
        for (const std::string& group : groups)
            roots.push_back(root_of(world, *world.thing_groups.find(group)).name);
        std::sort(roots.begin(), roots.end());
        CHECK(std::adjacent_find(roots.begin(), roots.end()) == roots.end());
    }
}

void check_tree(const World& world) {
    CHECK(world.group_children.size() == world.thing_groups.size());
    const auto depth_max = static_cast<std::size_t>(setting_number(world, Setting::GroupDepthMax));
    const auto children_max = static_cast<std::size_t>(
        setting_number(world, Setting::GroupChildrenMax));
    for (const auto& [name, group] : world.thing_groups) {
        CHECK(world.group_children.contains(PairKey{group.parent_name.value_or(""), name}));
        CHECK(path_from_root(world, group).size() <= depth_max);
        CHECK(pair_count(world.group_children, name) <= children_max);
    }
}

void check_types(const World& world) {
    std::size_t typed = 0;
    for (const auto& [name, thing] : world.things) {
        CHECK(thing.name == name);
        if (!thing.type_name) continue;
        ++typed;
        CHECK(world.things_by_type.contains(PairKey{*thing.type_name, name}));
    }
    CHECK(world.things_by_type.size() == typed);
}

std::string some_thing(Random& random) { return "t" + std::to_string(random.below(8)); }
std::string some_group(Random& random) { return "g" + std::to_string(random.below(24)); }

// One random call about few things and groups; most succeed at some time and fail at others.
CallResult random_call(Engine& engine, Random& random) {
    const std::string thing = some_thing(random);
    const std::string group = some_group(random);
    switch (random.below(9)) {
    case 0:
        return engine.call("CreateThing", "{\"thingName\":\"" + thing + "\",\"thingTypeName\":\"k" +
                                              std::to_string(random.below(2)) + "\"}");
    case 1:
        return engine.call("UpdateThing", "{\"thingName\":\"" + thing + "\"," +
                                              (random.chance({1, 2}) ? "\"removeThingType\":true"
                                                                     : "\"thingTypeName\":\"k2\"") +
                                              "}");
    case 2:
        return engine.call(random.chance({1, 4}) ? "DeleteThing" : "DescribeThing",
                           thing_json(thing));
    case 3:
        return engine.call("CreateThingGroup", group_json(group));
    case 4:
        return engine.call("CreateThingGroup", group_json(group, some_group(random)));
    case 5:
        return engine.call(random.chance({1, 3}) ? "DeleteThingGroup" : "DescribeThingGroup",
                           group_json(group));
    case 6:
        return engine.call("RemoveThingFromThingGroup", member_json(group, thing));
    case 7:
        return engine.call("UpdateThingGroupsForThing",
                           "{\"thingName\":\"" + thing + "\",\"thingGroupsToAdd\":[\"" + group +
                               "\",\"" + some_group(random) + "\"],\"thingGroupsToRemove\":[\"" +
                               some_group(random) + "\"]}");
    default:
        return engine.call("AddThingToThingGroup", member_json(group, thing));
    }
}

}  // namespace

TEST_CASE("registry: its tables agree and its limits hold after any calls, and failed calls change "
          "nothing") {
    std::size_t succeeded = 0;
    std::size_t failed = 0;
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
        CAPTURE(seed);
        Random random(seed, "registry");
        Engine engine;
        must(engine, "PutSetting", R"({"name":"groupsPerThingMax","value":"3"})");
        must(engine, "PutSetting", R"({"name":"groupDepthMax","value":"3"})");
        must(engine, "PutSetting", R"({"name":"groupChildrenMax","value":"2"})");
        for (int i = 0; i < 600; ++i) {
            const std::string before = world_hash(engine.world());
            const CallResult result = random_call(engine, random);
            ++(result.ok() ? succeeded : failed);
            if (!result.ok()) CHECK(world_hash(engine.world()) == before);
            if (i % 20 != 0) continue;
            check_memberships(engine.world());
            check_limits(engine.world());
            check_tree(engine.world());
            check_types(engine.world());
        }
    }
    CHECK(succeeded > 1000);
    CHECK(failed > 1000);
}

TEST_CASE("registry: deleting everything leaves every table empty") {
    Random random(3, "registry");
    Engine engine;
    for (int i = 0; i < 500; ++i) random_call(engine, random);
    for (int i = 0; i < 8; ++i) engine.call("DeleteThing", thing_json("t" + std::to_string(i)));
    for (int round = 0; round < 8; ++round) {
        for (int i = 0; i < 24; ++i)
            engine.call("DeleteThingGroup", group_json("g" + std::to_string(i)));
    }
    const World& world = engine.world();
    CHECK(world.things.empty());
    CHECK(world.things_by_type.empty());
    CHECK(world.thing_groups.empty());
    CHECK(world.group_children.empty());
    CHECK(world.group_things.empty());
    CHECK(world.thing_groups_of.empty());
}

TEST_CASE("groups: at the limit a thing can move in one call, and join only after leaving") {
    Engine engine;
    must(engine, "CreateThing", thing_json("t"));
    for (int i = 0; i < 11; ++i)
        must(engine, "CreateThingGroup", group_json("g" + std::to_string(i)));
    for (int i = 0; i < 10; ++i)
        must(engine, "AddThingToThingGroup", member_json("g" + std::to_string(i), "t"));
    const CallResult eleventh = engine.call("AddThingToThingGroup", member_json("g10", "t"));
    REQUIRE(!eleventh.ok());
    CHECK(eleventh.error->code == ErrorCode::InvalidRequest);
    must(engine, "UpdateThingGroupsForThing",
         R"({"thingName":"t","thingGroupsToAdd":["g10"],"thingGroupsToRemove":["g0"]})");
    CHECK(is_member(engine.world(), "g10", "t"));
    CHECK(!is_member(engine.world(), "g0", "t"));
    CHECK(!engine.call("AddThingToThingGroup", member_json("g0", "t")).ok());
    must(engine, "RemoveThingFromThingGroup", member_json("g5", "t"));
    must(engine, "AddThingToThingGroup", member_json("g0", "t"));
}

}  // namespace picket
