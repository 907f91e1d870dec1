// Assessments: which devices are looked at, what is refused, and that the figures are those of the
// data. Golden cases are in tests/api/AssessSecurityProfile.
#include "core/service/assess/assess_support.h"
#include "core/service/replay_support.h"

namespace picket {
namespace {

const std::string kSent = behavior(
    "aws:num-messages-sent",
    R"("comparisonOperator":"less-than","value":{"count":50},"durationSeconds":300)");

Engine fleet_of(int count, const Settings& settings = {}) {
    Engine engine = engine_with(settings);
    must(engine, "CreateFleet",
         R"({"fleetName":"f","namePrefix":"dev-","archetype":"SMART_LIGHT","count":)" +
             std::to_string(count) + "}");
    engine.advance(engine.world().now + 2 * kHour);
    return engine;
}

TEST_CASE("assessment: of a large fleet a sample is looked at, and says so") {
    const Engine engine = fleet_of(1000, {{"assessedDevicesMax", "50"}});
    const std::string strict = behavior(
        "aws:num-messages-sent",
        R"("comparisonOperator":"less-than","value":{"count":2},"durationSeconds":300)", "strict");
    const auto answer = assess(engine, R"({"behaviors":[)" + strict + "]}");
    const AssessedBehavior& out = answer.behaviors.at(0);
    REQUIRE(out.alarms_raised > 0);
    CHECK(out.expected_alarms_per_day ==
          doctest::Approx(static_cast<double>(out.alarms_raised) * 20 / answer.days));
    CHECK(answer.devices_targeted == 1000);
    CHECK(answer.devices_measured == 1000);
    CHECK(answer.devices_looked_at == 50);
    REQUIRE_FALSE(answer.assumptions.empty());
    CHECK(answer.assumptions[1].find("50 of the 1,000 devices") != std::string::npos);
    // The cost is of the whole fleet: 20 times what was looked at, over a month.
    const double month = static_cast<double>(answer.datapoints) * 20 / answer.days * 30;
    CHECK(static_cast<double>(answer.costs.at(0).quantity) == doctest::Approx(month));
}

TEST_CASE("assessment: a call in pieces answers what it does in one") {
    const Engine engine = fleet_of(30);
    for (const std::string& body :
         {R"({"behaviors":[)" + kSent + "]}", std::string(R"({"behaviors":3})"),
          std::string(R"({"securityProfileName":"nobody"})")}) {
        CAPTURE(body);
        Engine asked = engine;
        const CallResult wanted = asked.call("AssessSecurityProfile", body);
        for (const WorkUnits budget : {1, 7, 1'000'000}) {
            auto call = ReplayCall::begin(asked, "AssessSecurityProfile", body);
            REQUIRE(call);
            CHECK(call->only_looks());
            const int pieces = pieces_of(*call, budget);
            if (budget == 1 && wanted.ok()) CHECK(pieces > 20);
            const CallResult found = call->finish(asked, false);
            CHECK(found.body == wanted.body);
            CHECK(found.status == wanted.status);
            CHECK(asked.save() == engine.save());
        }
    }
}

TEST_CASE("assessment: a sample is the same each time, and stays as a fleet grows") {
    // Names of the second fleet are other ones, so that those of the first stay what they were.
    Engine engine = fleet_of(400, {{"assessedDevicesMax", "400"}});
    const auto all = assess(engine, R"({"behaviors":[)" + kSent + "]}");
    must(engine, "PutSetting", R"({"name":"assessedDevicesMax","value":"100"})");
    const auto some = assess(engine, R"({"behaviors":[)" + kSent + "]}");
    CHECK(some.datapoints < all.datapoints);
    CHECK(to_json(some) == to_json(assess(engine, R"({"behaviors":[)" + kSent + "]}")));
}

TEST_CASE("assessment: fewer devices are looked at when there would be too many datapoints") {
    const Engine engine = fleet_of(100, {{"assessedDatapointsMax", "40330"}});
    // 14 days have 4,033 slots, so that ten devices are affordable.
    CHECK(assess(engine, R"({"behaviors":[)" + kSent + "]}").devices_looked_at == 10);
}

TEST_CASE("assessment: dense data ends at the limit, and says so") {
    Engine engine = engine_with({{"assessedDatapointsMax", "5000"}});
    record(engine, {.things = 1, .count = 9000, .every = 1});
    const auto answer = assess(
        engine, R"({"behaviors":[)" +
                    behavior("aws:all-bytes-out",
                             R"("comparisonOperator":"less-than","value":{"count":50},)"
                             R"("durationSeconds":300)") +
                    "]}");
    CHECK(answer.datapoints == 5000);
    bool said = false;
    for (const std::string& sentence : answer.assumptions)
        said |= sentence.find("assessedDatapointsMax") != std::string::npos;
    CHECK(said);
}

TEST_CASE("assessment: groups count with those below them, and a thing once") {
    Engine engine = engine_with();
    must(engine, "CreateThingGroup", R"({"thingGroupName":"house"})");
    must(engine, "CreateThingGroup", R"({"thingGroupName":"room","parentGroupName":"house"})");
    must(engine, "CreateThingGroup", R"({"thingGroupName":"other"})");
    record(engine, {.things = 5, .count = 12});
    for (const char* join : {R"("thingName":"t0","thingGroupName":"room")",
                             R"("thingName":"t1","thingGroupName":"house")",
                             R"("thingName":"t0","thingGroupName":"other")"}) {
        const std::string json = join;
        engine.call("CreateThing", "{" + json.substr(0, json.find(',')) + "}");
        must(engine, "AddThingToThingGroup", "{" + json + "}");
    }
    must(engine, "CreateThing", R"({"thingName":"silent"})");
    must(engine, "AddThingToThingGroup", R"({"thingName":"silent","thingGroupName":"room"})");
    const auto of = [&](const std::string& targets) {
        std::string arns;
        for (std::size_t at = 0; at < targets.size();) {
            const std::size_t end = std::min(targets.find(' ', at), targets.size());
            arns += (arns.empty() ? "\"" : ",\"") +
                    ("arn:aws:iot:us-east-1:123456789012:" + targets.substr(at, end - at)) + "\"";
            at = end + 1;
        }
        return assess(engine, R"({"behaviors":[)" + kSent + R"(],"securityProfileTargetArns":[)" +
                                  arns + "]}");
    };
    CHECK(of("thinggroup/house").devices_targeted == 3);
    CHECK(of("thinggroup/house").devices_measured == 2);
    CHECK(of("thinggroup/house thinggroup/other").devices_targeted == 3);
    CHECK(of("all/registered-things").devices_targeted == 3);
    CHECK(of("all/unregistered-things").devices_targeted == 3);
    CHECK(of("all/things").devices_targeted == 6);
}

TEST_CASE("assessment: a profile is assessed with its own targets") {
    Engine engine = fleet_of(20);
    must(engine, "CreateSecurityProfile",
         R"({"securityProfileName":"p","behaviors":[)" + kSent + "]}");
    const auto loose = assess(engine, R"({"securityProfileName":"p"})");
    CHECK(find_rule(loose, "data-no-target") != nullptr);
    CHECK(loose.devices_looked_at == 20);
    must(engine, "AttachSecurityProfile",
         R"({"securityProfileName":"p","securityProfileTargetArn":)"
         R"("arn:aws:iot:us-east-1:123456789012:all/unregistered-things"})");
    const auto attached = assess(engine, R"({"securityProfileName":"p"})");
    CHECK(find_rule(attached, "data-no-target") == nullptr);
    CHECK(attached.devices_looked_at == 0);
}

TEST_CASE("assessment: the ends of time are periods like others") {
    const Engine engine = engine_with();
    for (const char* end : {"253402300799.999", "-62135596800", "0"}) {
        const auto answer = assess(engine,
                                   std::string(R"({"behaviors":[],"endTime":)") + end + "}");
        CHECK(answer.datapoints == 0);
    }
}

TEST_CASE("assessment: figures are those of the data") {
    Engine engine = engine_with();
    // t0 is at 200 for the second half, the others count up to 100.
    record(engine, {.things = 4, .count = 100, .value = [](int thing, int at) {
                        return thing == 0 && at >= 50 ? 200.0 : static_cast<double>(at + 1);
                    }});
    const auto answer = assess(
        engine, R"({"behaviors":[)" +
                    behavior("aws:all-bytes-out",
                             R"("comparisonOperator":"less-than-equals","value":{"count":100},)"
                             R"("durationSeconds":300)") +
                    "]}");
    const AssessedBehavior& out = answer.behaviors.at(0);
    CHECK(out.devices == 4);
    CHECK(out.datapoints == 400);
    CHECK(out.judged == 400);
    CHECK(out.violating == 50);
    CHECK(out.devices_violating == 1);
    CHECK(out.alarms_raised == 1);
    CHECK(out.alarms_cleared == 0);
    REQUIRE(out.observed);
    CHECK(out.observed->smallest == 1);
    CHECK(out.observed->largest == 200);
    CHECK(out.observed->p99 == 200);
    CHECK(out.observed->p50 == 50);
    CHECK(answer.days == doctest::Approx(100 * 300.0 / 86400));
    CHECK(out.expected_alarms_per_day == doctest::Approx(1 / (100 * 300.0 / 86400)));
}

}  // namespace
}  // namespace picket
