// Dynamic groups. Goal: once the index has caught up, the members of each are those that its query
// finds, however things came and went; with room for all, exactly those. Method: random calls
// against a plain search, and the rows of the guide's algorithm for things without room.
#include <algorithm>

#include "base/random.h"
#include "core/service/service_support.h"
#include "service/pair_range.h"
#include "service/registry/fleet_index.h"
#include "service/registry/registry.h"

namespace picket {
namespace {

Engine indexed_account(StringMap<std::string> settings = {}) {
    Engine engine({.settings = std::move(settings)});
    must(engine, "UpdateIndexingConfiguration",
         R"({"thingIndexingConfiguration":{"thingIndexingMode":"REGISTRY"}})");
    engine.advance(engine.world().now + kMinute);
    return engine;
}

void create_thing(Engine& engine, const std::string& name, const std::string& model) {
    must(engine, "CreateThing",
         R"({"thingName":")" + name + R"(","attributePayload":{"attributes":{"model":")" + model +
             R"("}}})");
}
void create_group(Engine& engine, const std::string& name) {
    must(engine, "CreateThingGroup", R"({"thingGroupName":")" + name + R"("})");
}
void create_dynamic(Engine& engine, const std::string& name, const std::string& query) {
    must(engine, "CreateDynamicThingGroup",
         R"({"thingGroupName":")" + name + R"(","queryString":)" + json_string(query) + "}");
}
std::string add_json(const std::string& thing, const std::string& group, bool override_groups) {
    return R"({"thingName":")" + thing + R"(","thingGroupName":")" + group +
           R"(","overrideDynamicGroups":)" + (override_groups ? "true" : "false") + "}";
}
std::vector<std::string> members(const Engine& engine, const std::string& group) {
    return pair_seconds(engine.world().group_things, group);
}
std::string status(Engine& engine, const std::string& group) {
    const std::string body = must(engine, "DescribeThingGroup",
                                  R"({"thingGroupName":")" + group + R"("})");
    const auto tree = read_json_strict(body);
    return std::string(tree->node(tree->find(0, "status")).text);
}
bool noted(const Engine& engine, std::string_view kind, std::string_view thing) {
    for (const auto& [number, event] : engine.world().chronicle) {
        if (event.kind == kind && event.subject == thing) return true;
    }
    return false;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE(
    "dynamic groups: BUILDING until all things were looked at, REBUILDING after a new query") {
    Engine engine = indexed_account({});
    for (int i = 0; i < 1200; ++i)
        create_thing(engine, "t" + std::to_string(10'000 + i), i % 2 == 0 ? "even" : "odd");
    create_dynamic(engine, "g", "attributes.model:even");
    CHECK(status(engine, "g") == "BUILDING");
    CHECK(members(engine, "g").empty());
    // Three steps of 500 things: after one, some are members.
    engine.advance(engine.world().now + kMinute, 1);
    CHECK(status(engine, "g") == "BUILDING");
    CHECK(members(engine, "g").size() == 250);
    settle_index(engine);
    CHECK(status(engine, "g") == "ACTIVE");
    CHECK(members(engine, "g").size() == 600);

    must(engine, "UpdateDynamicThingGroup",
         R"({"thingGroupName":"g","thingGroupProperties":{},"queryString":"thingName:t1000?"})");
    CHECK(status(engine, "g") == "REBUILDING");
    CHECK(members(engine, "g").size() == 600);
    settle_index(engine);
    CHECK(status(engine, "g") == "ACTIVE");
    CHECK(members(engine, "g").size() == 10);
    must(engine, "UpdateDynamicThingGroup",
         R"({"thingGroupName":"g","thingGroupProperties":{"thingGroupDescription":"ten"}})");
    CHECK(status(engine, "g") == "ACTIVE");
}

TEST_CASE("dynamic groups: a query that changes while its group is being built is the one that "
          "counts") {
    Engine engine = indexed_account({});
    for (int i = 0; i < 1200; ++i) create_thing(engine, "t" + std::to_string(10'000 + i), "m");
    create_dynamic(engine, "g", "attributes.model:m");
    engine.advance(engine.world().now + kMinute, 1);
    must(engine, "UpdateDynamicThingGroup",
         R"({"thingGroupName":"g","thingGroupProperties":{},"queryString":"thingName:t1000?"})");
    settle_index(engine);
    CHECK(status(engine, "g") == "ACTIVE");
    CHECK(members(engine, "g").size() == 10);
    // Deleted and made anew while its work is queued.
    must(engine, "DeleteDynamicThingGroup", R"({"thingGroupName":"g"})");
    create_dynamic(engine, "g", "thingName:t1001?");
    must(engine, "DeleteDynamicThingGroup", R"({"thingGroupName":"g"})");
    create_dynamic(engine, "g", "thingName:t1002? OR thingName:t1003?");
    settle_index(engine);
    CHECK(status(engine, "g") == "ACTIVE");
    CHECK(members(engine, "g").size() == 20);
    CHECK(engine.world().due.empty());
}

TEST_CASE("dynamic groups: things join and leave as they change, after the index has seen it") {
    Engine engine = indexed_account();
    create_dynamic(engine, "red", "attributes.model:red");
    create_dynamic(engine, "in-s", "thingGroupNames:s");
    create_group(engine, "s");
    settle_index(engine);
    create_thing(engine, "a", "red");
    CHECK(members(engine, "red").empty());
    engine.advance(engine.world().now + 4 * kSecond);
    CHECK(members(engine, "red").empty());
    engine.advance(engine.world().now + kSecond);
    CHECK(members(engine, "red") == Names{"a"});
    CHECK(noted(engine, "group.joined", "a"));

    must(engine, "UpdateThing",
         R"({"thingName":"a","attributePayload":{"attributes":{"model":"blue"}}})");
    must(engine, "AddThingToThingGroup", add_json("a", "s", false));
    settle_index(engine);
    CHECK(members(engine, "red").empty());
    CHECK(members(engine, "in-s") == Names{"a"});
    must(engine, "RemoveThingFromThingGroup", R"({"thingName":"a","thingGroupName":"s"})");
    settle_index(engine);
    CHECK(members(engine, "in-s").empty());
    must(engine, "DeleteThing", R"({"thingName":"a"})");
    settle_index(engine);
    CHECK(engine.world().unindexed_things.empty());
}

TEST_CASE("dynamic groups: two that exclude each other come to rest") {
    Engine engine = indexed_account();
    create_thing(engine, "a", "m");
    create_dynamic(engine, "left", "NOT thingGroupNames:right");
    create_dynamic(engine, "right", "NOT thingGroupNames:left");
    create_dynamic(engine, "self", "NOT thingGroupNames:self");
    settle_index(engine);
    CHECK(engine.world().due.empty());
    CHECK(members(engine, "left") == Names{"a"});
    CHECK(members(engine, "right") == Names{"a"});
    CHECK(members(engine, "self") == Names{"a"});
}

TEST_CASE("dynamic groups: a full thing makes room for a static group only when it may") {
    Engine engine = indexed_account();
    create_thing(engine, "a", "m");
    for (int i = 0; i < 10; ++i) create_group(engine, "s" + std::to_string(i));
    for (int i = 0; i < 8; ++i)
        must(engine, "AddThingToThingGroup", add_json("a", "s" + std::to_string(i), false));
    create_dynamic(engine, "older", "attributes.model:m");
    create_dynamic(engine, "newer", "attributes.model:m");
    settle_index(engine);
    REQUIRE(members(engine, "newer") == Names{"a"});

    const CallResult refused = engine.call("AddThingToThingGroup", add_json("a", "s8", false));
    REQUIRE(refused.error);
    CHECK(refused.error->code == ErrorCode::InvalidRequest);
    CHECK(refused.error->message.find("overrideDynamicGroups") != std::string::npos);
    must(engine, "AddThingToThingGroup", add_json("a", "s8", true));
    CHECK(members(engine, "newer").empty());
    CHECK(members(engine, "older") == Names{"a"});
    CHECK(members(engine, "s8") == Names{"a"});
    must(engine, "UpdateThingGroupsForThing",
         R"({"thingName":"a","thingGroupsToAdd":["s9"],"overrideDynamicGroups":true})");
    CHECK(members(engine, "older").empty());
    settle_index(engine);
    // Still eligible, still without room: all ten are static.
    CHECK(members(engine, "older").empty());
    CHECK(noted(engine, "group.left_out", "a"));
    const CallResult full = engine.call("UpdateThingGroupsForThing",
                                        R"({"thingName":"a","thingGroupsToAdd":["s9","s0"]})");
    CHECK(full.ok());  // a member already
    must(engine, "RemoveThingFromThingGroup", R"({"thingName":"a","thingGroupName":"s0"})");
    settle_index(engine);
    CHECK(members(engine, "older") == Names{"a"});  // the older one has it again
    CHECK(members(engine, "newer").empty());
}

TEST_CASE("dynamic groups: without room, an older group takes the thing from the newest") {
    Engine engine = indexed_account({});
    create_thing(engine, "a", "m");
    for (int i = 0; i < 9; ++i) {
        create_group(engine, "s" + std::to_string(i));
        must(engine, "AddThingToThingGroup", add_json("a", "s" + std::to_string(i), false));
    }
    create_dynamic(engine, "old", "attributes.model:x");
    create_dynamic(engine, "new", "attributes.model:m");
    create_dynamic(engine, "newest", "attributes.model:m");
    settle_index(engine);
    CHECK(members(engine, "new") == Names{"a"});
    CHECK(members(engine, "newest").empty());
    CHECK(noted(engine, "group.left_out", "a"));
    must(engine, "UpdateDynamicThingGroup",
         R"({"thingGroupName":"old","thingGroupProperties":{},"queryString":"thingName:a"})");
    settle_index(engine);
    CHECK(members(engine, "old") == Names{"a"});
    CHECK(members(engine, "new").empty());
    CHECK(noted(engine, "group.left", "a"));
    // A deleted group gives its room away.
    must(engine, "DeleteDynamicThingGroup", R"({"thingGroupName":"old"})");
    settle_index(engine);
    CHECK(members(engine, "new") == Names{"a"});
}

TEST_CASE(
    "dynamic groups: members agree with the query after any calls, and budgets do not matter") {
    constexpr std::string_view kQueries[] = {
        "attributes.model:m1",   "thingName:(a OR b OR c)",
        "NOT thingGroupNames:*", "thingGroupNames:s1 OR attributes.model:m2",
        "thingTypeName:ty*",
    };
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        CAPTURE(seed);
        Random random(seed, "dynamic");
        Engine engine = indexed_account({});
        for (int i = 0; i < 3; ++i) create_group(engine, "s" + std::to_string(i));
        for (int i = 0; i < 120; ++i) {
            const std::string thing(1, static_cast<char>('a' + random.pick(6)));
            const std::string group = "s" + std::to_string(random.pick(3));
            const std::string dynamic = "d" + std::to_string(random.pick(4));
            const std::string model = "m" + std::to_string(random.pick(3));
            const std::string query = json_string(kQueries[random.pick(std::size(kQueries))]);
            switch (random.pick(8)) {
            case 0:
                engine.call("CreateThing",
                            R"({"thingName":")" + thing + R"(","thingTypeName":"type"})");
                break;
            case 1:
                engine.call("UpdateThing", R"({"thingName":")" + thing +
                                               R"(","attributePayload":{"attributes":{"model":")" +
                                               model + R"("}}})");
                break;
            case 2:
                if (random.pick(3) == 0)
                    engine.call("DeleteThing", R"({"thingName":")" + thing + R"("})");
                break;
            case 3:
                engine.call("AddThingToThingGroup", add_json(thing, group, true));
                break;
            case 4:
                engine.call("RemoveThingFromThingGroup", R"({"thingName":")" + thing +
                                                             R"(","thingGroupName":")" + group +
                                                             R"("})");
                break;
            case 5:
                engine.call("CreateDynamicThingGroup", R"({"thingGroupName":")" + dynamic +
                                                           R"(","queryString":)" + query + "}");
                break;
            case 6:
                engine.call("UpdateDynamicThingGroup",
                            R"({"thingGroupName":")" + dynamic +
                                R"(","thingGroupProperties":{},"queryString":)" + query + "}");
                break;
            default:
                engine.advance(engine.world().now +
                                   static_cast<std::int64_t>(random.pick(9)) * kSecond,
                               static_cast<WorkUnits>(1 + random.pick(30)));
            }
        }
        settle_index(engine);
        const World& world = engine.world();
        CHECK(world.due.empty());
        for (const auto& [name, group] : world.dynamic_groups) {
            CAPTURE(group.query_string);
            CHECK(group.status == DynamicGroupStatus::Active);
            Names expected;
            for (const auto& [thing_name, thing] : world.things) {
                if (matches(*parse_query(group.query_string), thing_document(world, thing, false)))
                    expected.push_back(thing_name);
            }
            CHECK(members(engine, name) == expected);
        }
    }
}

}  // namespace picket
