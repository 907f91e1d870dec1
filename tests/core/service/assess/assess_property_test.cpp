// The point of an assessment: what it counts of a draft is what the service counts when the same
// behaviors were there before and time runs over the same data. Two sessions are compared: one has
// the profile and lives, the other has the data only and is asked. Besides, how the work is cut
// into budgets does not matter, and asking changes nothing.
#include "base/random.h"
#include "core/service/assess/assess_support.h"

namespace picket {
namespace {

struct Counted {
    std::int64_t raised = 0, cleared = 0, invalidated = 0;
    bool operator==(const Counted&) const = default;
};

std::ostream& operator<<(std::ostream& out, const Counted& counted) {
    return out << counted.raised << " raised, " << counted.cleared << " cleared, "
               << counted.invalidated << " invalidated";
}

Counted counted_by_the_service(const Engine& engine, const std::string& behavior) {
    Counted sum;
    for (const auto entry : engine.world().alarm_counts) {
        if (entry.key.behavior != behavior) continue;
        sum.raised += entry.value.violations;
        sum.cleared += entry.value.cleared;
        sum.invalidated += entry.value.invalidated;
    }
    return sum;
}

constexpr const char* kComparisons[] = {"less-than", "less-than-equals", "greater-than",
                                        "greater-than-equals"};

std::string rows(Random& random) {
    const std::string row = std::to_string(random.between(1, 3));
    const std::string clear = std::to_string(random.between(1, 3));
    return R"(,"consecutiveDatapointsToAlarm":)" + row + R"(,"consecutiveDatapointsToClear":)" +
           clear;
}

std::string random_behavior(Random& random, const std::string& metric, std::int64_t most,
                            const std::string& name) {
    constexpr int kDurations[] = {300, 600, 900, 1800, 3600};
    std::string criteria = std::string(R"("comparisonOperator":")") + kComparisons[random.pick(4)] +
                           R"(","durationSeconds":)" + std::to_string(kDurations[random.pick(5)]);
    if (random.pick(3) == 0) {
        constexpr const char* kStatistics[] = {"p10", "p50", "p90", "p99"};
        criteria += std::string(R"(,"statisticalThreshold":{"statistic":")") +
                    kStatistics[random.pick(4)] + "\"}";
    } else {
        criteria += R"(,"value":{"count":)" + std::to_string(random.between(0, most)) + "}";
    }
    return behavior(metric, criteria + rows(random), name);
}

std::string profile_json(const std::string& behaviors) {
    return R"({"securityProfileName":"p","behaviors":[)" + behaviors + "]}";
}

void watch(Engine& engine, const std::string& behaviors) {
    must(engine, "CreateSecurityProfile", profile_json(behaviors));
    must(engine, "AttachSecurityProfile",
         std::string(R"({"securityProfileName":"p","securityProfileTargetArn":")") + kAllThings +
             "\"}");
}

// Asks `data`, which has no profile; lives in `lived`, which has the same data.
void compare(Engine lived, const Engine& data, const std::string& behaviors,
             const std::vector<std::string>& names, std::int64_t hours) {
    watch(lived, behaviors);
    const Timestamp until = lived.world().now + hours * kHour;
    lived.advance(until);
    const auto answer = assess(data, R"({"behaviors":[)" + behaviors + R"(],"startTime":)" +
                                         std::to_string(lived.options().start.ms / kSecond) +
                                         R"(,"endTime":)" + std::to_string(until.ms / kSecond) +
                                         "}");
    REQUIRE(answer.behaviors.size() == names.size());
    for (std::size_t i = 0; i < names.size(); ++i) {
        CAPTURE(names[i]);
        const AssessedBehavior& out = answer.behaviors[i];
        CHECK(Counted{out.alarms_raised, out.alarms_cleared, out.alarms_invalidated} ==
              counted_by_the_service(lived, names[i]));
        CHECK(out.judged > 0);
    }
}

TEST_CASE("assessment: alarms of recorded data are those that the service raises") {
    std::int64_t raised = 0;
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        CAPTURE(seed);
        Random random(seed, "assessment");
        Engine data = engine_with(
            {{"windowKind", random.pick(2) == 0 ? "tumbling" : "sliding"},
             {"gapEffect", random.pick(2) == 0 ? "none" : "reset"},
             {"percentileInterpolation", random.pick(2) == 0 ? "linear" : "nearestRank"}});
        for (int i = 0; i < 3; ++i)
            must(data, "CreateThing", R"({"thingName":"t)" + std::to_string(i) + "\"}");
        Random values(seed, "assessed values");
        const int every = random.pick(2) == 0 ? 300 : 700;
        record(data, {.things = 5, .count = 60, .every = every, .value = [&](int, int) {
                          return static_cast<double>(values.between(0, 30));
                      }});
        std::string behaviors;
        std::vector<std::string> names;
        for (int i = 0; i < 4; ++i) {
            names.push_back("b" + std::to_string(i));
            behaviors += (i == 0 ? "" : ",") +
                         random_behavior(random, "aws:all-bytes-out", 60, names.back());
        }
        // Long enough that alarms of silent devices are given up.
        compare(data, data, behaviors, names, 72);
        Engine lived = data;
        watch(lived, behaviors);
        lived.advance(lived.world().now + 72 * kHour);
        raised += counted_by_the_service(lived, "b0").raised;
    }
    CHECK(raised > 20);
}

TEST_CASE("assessment: alarms of simulated fleets and attacks are those that the service raises") {
    constexpr const char* kArchetypes[] = {"SMART_LIGHT", "GATEWAY", "ASSET_TRACKER"};
    constexpr const char* kAttacks[] = {"MESSAGE_FLOOD", "SILENT_DEVICE", "PORT_SCAN"};
    for (std::uint64_t seed = 1; seed <= 6; ++seed) {
        CAPTURE(seed);
        Random random(seed, "assessment");
        Engine data = engine_with({{"messageSizeValue", seed % 2 == 0 ? "extreme" : "mean"}});
        must(data, "CreateFleet",
             std::string(R"({"fleetName":"f","namePrefix":"dev-","count":12,"archetype":")") +
                 kArchetypes[random.pick(3)] + "\"}");
        data.advance(data.world().now);
        must(data, "StartAttack",
             std::string(R"({"fleetName":"f","deviceCount":3,"kind":")") + kAttacks[seed % 3] +
                 "\"}");
        const std::string behaviors =
            random_behavior(random, "aws:num-messages-sent", 40, "sent") + "," +
            random_behavior(random, "aws:all-bytes-out", 50'000, "bytes") + "," +
            behavior("aws:message-byte-size",
                     R"("comparisonOperator":"greater-than","value":{"count":200})", "size") +
            "," +
            behavior("aws:listening-tcp-ports",
                     R"("comparisonOperator":"in-port-set","value":{"ports":[22,443,8883]})",
                     "ports");
        Engine lived = data;
        data.advance(data.world().now + 30 * kHour);
        compare(lived, data, behaviors, {"sent", "bytes", "size", "ports"}, 30);
    }
}

TEST_CASE("assessment: alarms of reported values are those that the service raises") {
    Engine data = engine_with();
    must(data, "CreateThing", R"({"thingName":"lamp"})");
    must(data, "CreateSecurityProfile", R"({"securityProfileName":"keeps",
        "additionalMetricsToRetainV2":[{"metric":"aws:num-messages-sent"}]})");
    must(data, "AttachSecurityProfile",
         std::string(R"({"securityProfileName":"keeps","securityProfileTargetArn":")") +
             kAllThings + "\"}");
    const std::string draft = behavior(
        "aws:num-messages-sent",
        R"("comparisonOperator":"less-than","value":{"count":10},"durationSeconds":300)");
    Engine lived = data;
    watch(lived, draft);
    for (Engine* engine : {&data, &lived}) {
        for (const int count : {3, 20, 30, 4, 5, 40}) {
            must(*engine, "PutDeviceActivity",
                 R"({"thingName":"lamp","messagesSent":[{"topic":"t","bytes":10,"count":)" +
                     std::to_string(count) + "}]}");
            engine->advance(engine->world().now + 300 * kSecond);
        }
    }
    const auto answer = assess(data, R"({"behaviors":[)" + draft + "]}");
    const AssessedBehavior& out = answer.behaviors.at(0);
    CHECK(Counted{out.alarms_raised, out.alarms_cleared, out.alarms_invalidated} ==
          counted_by_the_service(lived, "b"));
    CHECK(out.alarms_raised == 2);
    CHECK(out.datapoints == 6);
}

TEST_CASE("assessment: budgets do not matter, and asking changes nothing") {
    Engine engine = engine_with();
    must(engine, "CreateFleet",
         R"({"fleetName":"f","namePrefix":"dev-","count":300,"archetype":"SMART_LIGHT"})");
    engine.advance(engine.world().now + 3 * kHour);
    const std::string json = R"({"behaviors":[)" +
                             behavior("aws:num-messages-sent",
                                      R"("comparisonOperator":"less-than","value":{"count":9},)"
                                      R"("durationSeconds":300)") +
                             "]}";
    const std::string before = world_hash(engine.world());
    const std::string whole = to_json(assess(engine, json));
    CHECK(to_json(assess(engine, json, 1)) == whole);
    CHECK(to_json(assess(engine, json, 777)) == whole);
    CHECK(must(engine, "AssessSecurityProfile", json) == whole);
    CHECK(world_hash(engine.world()) == before);
}

}  // namespace
}  // namespace picket
