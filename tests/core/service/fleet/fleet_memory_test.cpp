// What fleets are said to take, against what they take; and that what would not fit is refused.
#include "service/fleet/fleet_memory.h"

#include <doctest/doctest.h>

#include "core/service/service_support.h"
#include "world/world_bytes.h"

using namespace picket;

namespace {

std::string behaviors(int count) {
    std::string list;
    for (int i = 0; i < count; ++i) {
        list += (i > 0 ? "," : "") + std::string(R"({"name":"b)") + std::to_string(i) +
                R"(","metric":"aws:num-messages-sent","criteria":{"comparisonOperator":)" +
                R"("less-than","value":{"count":100000},"durationSeconds":300}})";
    }
    return "[" + list + "]";
}

void watch(Engine& engine, const std::string& target, int count) {
    must(engine, "CreateSecurityProfile",
         R"({"securityProfileName":"p","behaviors":)" + behaviors(count) + "}");
    must(engine, "AttachSecurityProfile",
         R"({"securityProfileName":"p","securityProfileTargetArn":)"
         R"("arn:aws:iot:us-east-1:123456789012:)" +
             target + "\"}");
}

}  // namespace

TEST_CASE("fleet memory: the estimate is near what Worlds take") {
    for (const int count : {1, 6}) {
        for (const bool registered : {true, false}) {
            CAPTURE(count);
            CAPTURE(registered);
            Engine engine;
            watch(engine, "all/things", count);
            must(engine, "CreateFleet",
                 R"({"fleetName":"f","archetype":"INDUSTRIAL_SENSOR","count":3000,"registered":)" +
                     std::string(registered ? "true}" : "false}"));
            engine.advance(engine.world().now + kHour);
            const World& world = engine.world();
            const auto held = world_bytes(world) +
                              bytes_alone(*find_table("detectBlocks"), world, World());
            const double share = static_cast<double>(fleet_memory(world)) /
                                 static_cast<double>(held);
            CHECK(share > 0.9);
            CHECK(share < 1.3);
        }
    }
}

TEST_CASE("fleet memory: only behaviors that may watch a fleet count for it") {
    const auto with = [](const std::string& target, const std::string& fleet) {
        Engine engine;
        must(engine, "CreateThingGroup", R"({"thingGroupName":"g"})");
        watch(engine, target, 3);
        must(engine, "CreateFleet",
             R"({"fleetName":"f","archetype":"CAMERA","count":1000)" + fleet + "}");
        return fleet_memory(engine.world());
    };
    const std::int64_t alone = with("all/unregistered-things", "");
    const std::int64_t watched = with("all/registered-things", "");
    CHECK(watched > alone);
    CHECK(with("all/things", "") == watched);
    CHECK(with("thinggroup/g", "") == alone);
    CHECK(with("thinggroup/g", R"(,"groupName":"g")") == watched);
    CHECK(with("all/registered-things", R"(,"registered":false)") < alone);
}

TEST_CASE("fleet memory: a million devices with one behavior fit, with many they do not") {
    const auto create = [](int count) {
        Engine engine;
        watch(engine, "all/things", count);
        return engine.call("CreateFleet",
                           R"({"fleetName":"f","archetype":"INDUSTRIAL_SENSOR","count":1000000})");
    };
    CHECK(create(1).ok());
    const CallResult refused = create(20);
    CHECK_FALSE(refused.ok());
    CHECK(refused.body.find("sessionDataMegabytes") != std::string::npos);
}
