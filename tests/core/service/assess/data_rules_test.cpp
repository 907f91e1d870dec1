// Each rule that needs data, on data that it is about, and on data that it is not. A row fails when
// its rule is taken out.
#include "core/service/assess/assess_support.h"

namespace picket {
namespace {

const std::string kBytes = "aws:all-bytes-out";

std::string below(const std::string& count, const std::string& more = {}) {
    return R"("comparisonOperator":"less-than","durationSeconds":300,"value":{"count":)" + count +
           "}" + more;
}
std::string above(const std::string& count) {
    return R"("comparisonOperator":"greater-than","durationSeconds":300,"value":{"count":)" +
           count + "}";
}
std::string statistic(const std::string& name, const std::string& comparison) {
    return R"("comparisonOperator":")" + comparison +
           R"(","durationSeconds":300,"statisticalThreshold":{"statistic":")" + name + "\"}";
}
const std::string kLearned = R"("mlDetectionConfig":{"confidenceLevel":"HIGH"})";

// t0 exceeds the others from time to time; with `row` several times in a row.
Series spikes(int row = 1) {
    Series series;
    series.value = [row](int thing, int at) {
        return thing == 0 && at % 48 < row ? 900.0 : 90.0 + at % 20;
    };
    return series;
}
Series with(Series series, int things, int count, int every) {
    series.things = things;
    series.count = count;
    series.every = every;
    return series;
}

struct Case {
    const char* rule;
    Series data;
    std::string criteria;
    bool found;
    const char* path = "";
    const char* says = "";  // a part of the sentence
    Settings settings = {};
};

std::vector<Case> cases_of_values() {
    const Series plain = spikes();
    return {
        {"data-alarm-condition", plain, above("500"), true, "criteria.comparisonOperator",
         "less-than-equals 500"},
        {"data-alarm-condition", plain, below("500"), false},
        {"data-alarm-condition", plain, above("50"), false},
        {"data-unit-suspected", plain, below("1000000"), true, "criteria.value",
         "1,111 times the largest"},
        {"data-unit-suspected",
         {.value = [](int, int) { return 5000.0; }},
         below("50"),
         true,
         "criteria.value",
         "100 times the threshold"},
        {"data-unit-suspected", plain, below("20000"), false},
        {"data-always-fires", plain, below("50"), true, "criteria.value", "less-than 50"},
        {"data-always-fires", plain, below("500"), false},
        {"data-never-fires", plain, below("20000"), true, "criteria.value", "None of 1,152"},
        {"data-never-fires", plain, below("1000"), false},
        {"data-never-fires", plain, below("500"), false},
        {"data-tiny-fleet", plain, statistic("p99", "less-than-equals"), true,
         "criteria.statisticalThreshold.statistic", "p99 of 4 devices"},
        {"data-tiny-fleet", with(plain, 12, 24, 300), statistic("p90", "less-than-equals"), false},
        {"data-tiny-fleet", with(plain, 12, 24, 300), statistic("p100", "less-than-equals"), true,
         "criteria.statisticalThreshold.statistic", "never fires"},
        {"data-tiny-fleet", plain, statistic("p1", "greater-than-equals"), true,
         "criteria.statisticalThreshold.statistic", "smallest"},
    };
}

std::vector<Case> cases_of_rows() {
    const std::string two = R"(,"consecutiveDatapointsToAlarm":2)";
    const std::string clears = R"(,"consecutiveDatapointsToClear":10)";
    const Series plain = spikes();
    const Series busy = with(spikes(), 8, 288, 300);
    return {
        {"data-row-out-of-reach", with(plain, 4, 3, 7200),
         below("500", R"(,"consecutiveDatapointsToAlarm":5)"), true,
         "criteria.consecutiveDatapointsToAlarm", "3 verdicts"},
        {"data-row-out-of-reach", with(plain, 4, 12, 7200),
         below("500", R"(,"consecutiveDatapointsToAlarm":5)"), false},
        {"data-row-out-of-reach",
         with(plain, 4, 12, 7200),
         below("500", two),
         true,
         "criteria.consecutiveDatapointsToAlarm",
         "gapEffect",
         {{"gapEffect", "reset"}}},
        {"data-row-out-of-reach",
         with(plain, 4, 12, 300),
         below("500", two),
         false,
         "",
         "",
         {{"gapEffect", "reset"}}},
        {"data-row-never-full", plain, below("500", two), true,
         "criteria.consecutiveDatapointsToAlarm", "longest row is 1"},
        {"data-row-never-full", spikes(2), below("500", two), false},
        {"data-never-clears", with(plain, 4, 8, 300), below("500", clears), true,
         "criteria.consecutiveDatapointsToClear", "longest row is 7"},
        {"data-never-clears", plain, below("500", clears), false},
        {"data-many-alarms", busy, below("500"), false},
        {"data-many-alarms",
         busy,
         below("500"),
         true,
         "criteria",
         "About 6",
         {{"expectedAlarmsPerDayMax", "5"}}},
        {"data-too-few-to-learn", plain, kLearned, true, "criteria.mlDetectionConfig", "25,000"},
        {"data-too-few-to-learn", with(plain, 8, 288, 300), kLearned, false},
        {"data-too-few-to-learn", plain, kLearned, false, "", "", {{"modelDatapointsMin", "9000"}}},
        {"data-still-learning", busy, kLearned, true, "criteria.mlDetectionConfig",
         "1 days of data, and a model needs 14"},
        {"data-still-learning", busy, kLearned, false, "", "", {{"modelDaysMin", "1"}}},
    };
}

TEST_CASE("data rules: each finds its mistake, and nothing where there is none") {
    std::vector<Case> cases = cases_of_values();
    for (Case& each : cases_of_rows()) cases.push_back(std::move(each));
    for (const Case& each : cases) {
        CAPTURE(each.rule);
        CAPTURE(each.criteria);
        Engine engine = engine_with(each.settings);
        record(engine, each.data);
        const auto answer = assess(engine,
                                   R"({"behaviors":[)" + behavior(kBytes, each.criteria) + "]}");
        const AssessmentFinding* finding = find_rule(answer, each.rule);
        if (!each.found) {
            CHECK_MESSAGE(finding == nullptr, (finding ? finding->message : std::string()));
            continue;
        }
        std::string others;
        for (const AssessmentFinding& other : answer.findings) others += other.rule + " ";
        REQUIRE_MESSAGE(finding != nullptr, others);
        CHECK(finding->path == std::string("behaviors[0].") + each.path);
        CHECK_MESSAGE(finding->message.find(each.says) != std::string::npos, finding->message);
        CHECK(finding->behavior == "b");
        CHECK_FALSE(finding->explanation.empty());
    }
}

TEST_CASE("data rules: a set that nothing is in") {
    Engine engine = engine_with();
    must(engine, "CreateFleet",
         R"({"fleetName":"f","namePrefix":"dev-","count":10,"archetype":"GATEWAY"})");
    engine.advance(engine.world().now + 3 * kHour);
    const auto of = [&](const char* ports) {
        return assess(engine, R"({"behaviors":[)" +
                                  behavior("aws:listening-tcp-ports",
                                           std::string(R"("comparisonOperator":"in-port-set",)") +
                                               R"("value":{"ports":[)" + ports + "]}") +
                                  "]}");
    };
    std::string all = "0";
    for (int port = 1; port < 1000; ++port) all += "," + std::to_string(port);
    CHECK(find_rule(of("9"), "data-always-fires") != nullptr);
    CHECK(find_rule(of("9"), "data-always-fires")->path == "behaviors[0].criteria.value");
}

TEST_CASE("data rules: a metric that nobody reports") {
    Engine engine = engine_with();
    must(engine, "CreateThing", R"({"thingName":"lamp"})");
    const std::string draft = R"({"behaviors":[)" + behavior(kBytes, below("10")) + "]}";
    const auto silent = assess(engine, draft);
    REQUIRE(find_rule(silent, "data-no-datapoints") != nullptr);
    CHECK(find_rule(silent, "data-no-datapoints")
              ->message.find("Of 1 device that the targets have") != std::string::npos);
    record(engine, {.metric = "aws:all-bytes-in"});
    const auto other = assess(engine, draft);
    REQUIRE(find_rule(other, "data-no-datapoints") != nullptr);
    CHECK(find_rule(other, "data-no-datapoints")->message.find("additionalMetricsToRetainV2") !=
          std::string::npos);
    CHECK(find_rule(assess(engine,
                           R"({"behaviors":[)" + behavior("aws:all-bytes-in", below("10")) + "]}"),
                    "data-no-datapoints") == nullptr);
}

TEST_CASE("data rules: a dimension that matches nothing") {
    Engine engine = engine_with();
    must(engine, "CreateFleet",
         R"({"fleetName":"f","namePrefix":"dev-","count":10,"archetype":"SMART_LIGHT"})");
    for (const char* dimension : {R"("name":"none","stringValues":["nobody/+"])",
                                  R"("name":"data","stringValues":["devices/+/data"])"})
        must(engine, "CreateDimension",
             std::string(R"({"type":"TOPIC_FILTER",)") + dimension + "}");
    engine.advance(engine.world().now + 3 * kHour);
    const auto of = [&](const std::string& dimension) {
        return assess(engine,
                      R"({"behaviors":[)" +
                          behavior("aws:num-messages-sent", below("50"), "b",
                                   R"(,"metricDimension":{"dimensionName":")" + dimension + "\"}") +
                          "]}");
    };
    const auto none = of("none");
    const AssessmentFinding* finding = find_rule(none, "data-dimension-empty");
    REQUIRE(finding != nullptr);
    CHECK(finding->path == "behaviors[0].metricDimension");
    CHECK(finding->message.find("nobody/+") != std::string::npos);
    CHECK(find_rule(of("data"), "data-dimension-empty") == nullptr);
}

TEST_CASE("data rules: targets that give a profile no devices") {
    Engine engine = engine_with();
    must(engine, "CreateThingGroup", R"({"thingGroupName":"empty"})");
    must(engine, "CreateThingGroup", R"({"thingGroupName":"below","parentGroupName":"empty"})");
    const std::string group = "arn:aws:iot:us-east-1:123456789012:thinggroup/empty";
    const auto of = [&](const std::string& targets) {
        return assess(engine, R"({"behaviors":[)" + behavior(kBytes, below("10")) +
                                  R"(],"securityProfileTargetArns":[)" + targets + "]}");
    };
    const auto empty = of("\"" + group + "\"");
    REQUIRE(find_rule(empty, "data-empty-target") != nullptr);
    CHECK(find_rule(empty, "data-empty-target")->path == "securityProfileTargetArns[0]");
    must(engine, "CreateThingGroup", R"({"thingGroupName":"a"})");
    const std::string other = "arn:aws:iot:us-east-1:123456789012:thinggroup/a";
    const auto second = of(std::string("\"") + kAllThings + "\",\"" + other + "\"");
    CHECK(find_rule(second, "data-empty-target")->path == "securityProfileTargetArns[1]");
    CHECK(find_rule(of(""), "data-no-target") != nullptr);
    must(engine, "CreateThing", R"({"thingName":"lamp"})");
    must(engine, "AddThingToThingGroup", R"({"thingName":"lamp","thingGroupName":"below"})");
    const auto filled = of("\"" + group + "\"");
    CHECK(find_rule(filled, "data-empty-target") == nullptr);
    CHECK(find_rule(filled, "data-no-target") == nullptr);
}

}  // namespace
}  // namespace picket
