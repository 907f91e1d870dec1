// Fleets and attacks through the engine: what Detect is told is what GetSimulatedValues computes,
// whatever the way there was.
#include <doctest/doctest.h>

#include <map>

#include "core/service/service_support.h"
#include "service/fleet/simulated.h"

using namespace picket;

namespace {

constexpr std::string_view kAll = "arn:aws:iot:us-east-1:123456789012:all/registered-things";

void create_fleet(Engine& engine, std::string_view name, std::string_view archetype, int count,
                  const std::string& more = {}) {
    must(engine, "CreateFleet",
         "{\"fleetName\":" + json_string(name) + ",\"archetype\":" + json_string(archetype) +
             ",\"count\":" + std::to_string(count) + (more.empty() ? "" : "," + more) + "}");
}

// One behavior named as its metric, for all things.
void watch(Engine& engine, std::string_view metric, std::string_view criteria,
           std::string_view name = "profile") {
    must(engine, "CreateSecurityProfile",
         "{\"securityProfileName\":" + json_string(name) + ",\"behaviors\":[{\"name\":\"rule\"," +
             "\"metric\":" + json_string(metric) + ",\"criteria\":" + std::string(criteria) +
             "}]}");
    must(engine, "AttachSecurityProfile",
         "{\"securityProfileName\":" + json_string(name) +
             ",\"securityProfileTargetArn\":" + json_string(kAll) + "}");
}
constexpr std::string_view kFewMessages =
    R"({"comparisonOperator":"less-than","value":{"count":200},"durationSeconds":300})";

std::string simulated(Engine& engine, std::string_view thing, std::string_view metric,
                      std::int64_t from, std::int64_t to) {
    const std::int64_t start = kDefaultStart.ms / 1000;
    return must(engine, "GetSimulatedValues",
                "{\"thingName\":" + json_string(thing) + ",\"metricName\":" + json_string(metric) +
                    ",\"startTime\":" + std::to_string(start + from) +
                    ",\"endTime\":" + std::to_string(start + to) + "}");
}

// Time to value, as text.
std::map<std::string, std::string> data(const std::string& body) {
    std::map<std::string, std::string> found;
    const auto tree = read_json_strict(body);
    REQUIRE(static_cast<bool>(tree));
    const auto list = tree->find(0, "metricDatumList");
    REQUIRE(list != JsonTree::kNone);
    for (auto at = tree->first(list); at != tree->end(list); at = tree->node(at).next) {
        const auto value = tree->first(tree->find(at, "value"));
        found[std::string(tree->node(tree->find(at, "timestamp")).text)] = std::string(
            tree->node(value).text);
    }
    return found;
}

std::map<std::string, std::string> listed(Engine& engine, std::string_view thing,
                                          std::string_view metric, std::int64_t seconds,
                                          int page_size) {
    std::map<std::string, std::string> found;
    std::string token;
    do {
        const std::int64_t start = kDefaultStart.ms / 1000;
        const std::string body = must(
            engine, "ListMetricValues",
            "{\"thingName\":" + json_string(thing) + ",\"metricName\":" + json_string(metric) +
                ",\"startTime\":" + std::to_string(start) + ",\"endTime\":" +
                std::to_string(start + seconds) + ",\"maxResults\":" + std::to_string(page_size) +
                (token.empty() ? "" : ",\"nextToken\":" + json_string(token)) + "}");
        for (const auto& [time, value] : data(body)) {
            CHECK_FALSE(found.contains(time));
            found[time] = value;
        }
        const auto tree = read_json_strict(body);
        const auto next = tree->find(0, "nextToken");
        token = next != JsonTree::kNone ? std::string(tree->node(next).text) : std::string();
    } while (!token.empty());
    return found;
}

std::vector<std::string> alarmed(Engine& engine) {
    return list_all(engine, "ListActiveViolations", "activeViolations", "thingName", "", 100);
}

Engine attacked_fleets() {
    Engine engine;
    watch(engine, "aws:num-messages-sent", kFewMessages);
    create_fleet(engine, "halls", "INDUSTRIAL_SENSOR", 300);
    create_fleet(engine, "vans", "ASSET_TRACKER", 40, R"("siteSet":"halls")");
    must(engine, "StartAttack",
         R"({"kind":"MESSAGE_FLOOD","fleetName":"halls","deviceCount":3,"startsInSeconds":1500,)"
         R"("durationSeconds":3000})");
    return engine;
}

}  // namespace

TEST_CASE("fleet: budgets and rewinds give the same World") {
    Engine whole = attacked_fleets();
    whole.advance(kDefaultStart + 2 * kHour);
    CHECK_FALSE(whole.world().violation_events.empty());
    for (const WorkUnits budget : {WorkUnits{1}, WorkUnits{700}, WorkUnits{30'000}}) {
        Engine sliced = attacked_fleets();
        while (!sliced.advance(kDefaultStart + 2 * kHour, budget).done) {}
        CHECK(world_hash(sliced.world()) == world_hash(whole.world()));
    }
    Engine again = whole;
    REQUIRE(static_cast<bool>(again.rewind(kDefaultStart + 40 * kMinute)));
    again.advance(kDefaultStart + 2 * kHour);
    CHECK(world_hash(again.world()) == world_hash(whole.world()));
    Engine opened;
    REQUIRE(static_cast<bool>(opened.load(whole.save())));
    CHECK(world_hash(opened.world()) == world_hash(whole.world()));
}

TEST_CASE("fleet: any slice is the same, now and later, and whatever else was called before") {
    Engine engine;
    create_fleet(engine, "homes", "SMART_LIGHT", 50);
    engine.advance(kDefaultStart + 3 * kDay);
    for (const std::string_view metric :
         {"aws:num-messages-sent", "aws:disconnect-duration", "aws:source-ip-address",
          "aws:all-bytes-in", "powerWatts"}) {
        const auto all = data(simulated(engine, "homes-07", metric, 0, 3 * 86'400));
        std::map<std::string, std::string> parts;
        for (std::int64_t from = 0; from < 3 * 86'400; from += 7777) {
            for (const auto& part :
                 data(simulated(engine, "homes-07", metric, from,
                                std::min<std::int64_t>(from + 7777, 3 * 86'400))))
                CHECK(parts.insert(part).second);
        }
        CHECK(parts == all);
    }
    const std::string before = simulated(engine, "homes-07", "powerWatts", 0, 86'400);
    engine.advance(kDefaultStart + 9 * kDay);
    CHECK(simulated(engine, "homes-07", "powerWatts", 0, 86'400) == before);
    Engine other;
    must(other, "CreateThingGroup", R"({"thingGroupName":"g"})");
    create_fleet(other, "shop", "CAMERA", 5);
    create_fleet(other, "homes", "SMART_LIGHT", 50);
    other.advance(kDefaultStart + kDay);
    CHECK(simulated(other, "homes-07", "powerWatts", 0, 86'400) == before);
    Engine seeded(EngineOptions{.seed = 2});
    create_fleet(seeded, "homes", "SMART_LIGHT", 50);
    seeded.advance(kDefaultStart + kDay);
    CHECK(simulated(seeded, "homes-07", "powerWatts", 0, 86'400) != before);
}

TEST_CASE("fleet: ListMetricValues answers what profiles ask for, and that is what was simulated") {
    Engine engine;
    create_fleet(engine, "vans", "ASSET_TRACKER", 30);
    watch(engine, "aws:num-messages-sent", kFewMessages);
    must(engine, "CreateCustomMetric",
         R"({"metricName":"batteryMillivolts","metricType":"number","clientRequestToken":"t"})");
    watch(engine, "batteryMillivolts",
          R"({"comparisonOperator":"greater-than","value":{"number":0}})", "battery");
    engine.advance(kDefaultStart + 2 * kDay);
    CHECK(engine.world().metric_values.empty());  // nothing is stored
    for (const std::string_view metric : {"aws:num-messages-sent", "batteryMillivolts"}) {
        const auto expected = data(simulated(engine, "vans-04", metric, 0, 2 * 86'400));
        CHECK(expected.size() > 20);
        CHECK(listed(engine, "vans-04", metric, 2 * 86'400, 7) == expected);
        CHECK(listed(engine, "vans-04", metric, 2 * 86'400, 100) == expected);
    }
    CHECK(listed(engine, "vans-04", "aws:all-bytes-out", 86'400, 100).empty());
}

TEST_CASE("fleet: an attack raises alarms on its devices, from its first slot to its last") {
    Engine engine;
    watch(engine, "aws:num-messages-sent", kFewMessages);
    create_fleet(engine, "meters", "SMART_METER", 60);
    const std::string label = must(
        engine, "StartAttack",
        R"({"kind":"MESSAGE_FLOOD","fleetName":"meters","deviceCount":4,"startsInSeconds":1000})");
    const auto tree = read_json_strict(label);
    std::vector<std::string> names;
    const auto things = tree->find(0, "thingNames");
    for (auto at = tree->first(things); at != tree->end(things); at = tree->node(at).next)
        names.emplace_back(tree->node(at).text);
    REQUIRE(names.size() == 4);
    const std::string id(tree->node(tree->find(0, "attackId")).text);

    // It begins at 16:40, so the slot from 20:00 is the first, and is told at 25:00.
    engine.advance(kDefaultStart + 1499 * kSecond);
    CHECK(alarmed(engine).empty());
    engine.advance(kDefaultStart + 1510 * kSecond);
    auto found = alarmed(engine);
    std::sort(found.begin(), found.end());
    CHECK(found == names);
    // Stopped within a slot, it acts on the whole of that one.
    engine.advance(kDefaultStart + 40 * kMinute + 10 * kSecond);
    must(engine, "StopAttack", "{\"attackId\":" + json_string(id) + "}");
    engine.advance(kDefaultStart + 45 * kMinute + 10 * kSecond);
    CHECK(alarmed(engine).size() == 4);
    engine.advance(kDefaultStart + 50 * kMinute + 10 * kSecond);
    CHECK(alarmed(engine).empty());
}

TEST_CASE("fleet: devices that are not registered are identities of their own") {
    Engine engine;
    must(engine, "CreateSecurityProfile",
         R"({"securityProfileName":"p","behaviors":[{"name":"rule","metric":)"
         R"("aws:num-messages-sent","criteria":)" +
             std::string(kFewMessages) + "}]}");
    must(engine, "AttachSecurityProfile",
         R"({"securityProfileName":"p","securityProfileTargetArn":)"
         R"("arn:aws:iot:us-east-1:123456789012:all/unregistered-things"})");
    create_fleet(engine, "strangers", "GATEWAY", 20, R"("registered":false)");
    create_fleet(engine, "known", "GATEWAY", 20);
    for (const std::string fleet : {"strangers", "known"})
        must(engine, "StartAttack",
             "{\"kind\":\"MESSAGE_FLOOD\",\"deviceCount\":20,\"fleetName\":\"" + fleet + "\"}");
    engine.advance(kDefaultStart + 10 * kMinute + 10 * kSecond);
    CHECK(engine.world().things.size() == 20);
    const auto found = alarmed(engine);
    CHECK(found.size() > 15);
    for (const std::string& name : found) CHECK(name.starts_with("strangers-"));
}

TEST_CASE("fleet: dimensions narrow what counts") {
    Engine engine;
    create_fleet(engine, "meters", "SMART_METER", 9);
    must(engine, "CreateDimension",
         R"({"name":"own","type":"TOPIC_FILTER","clientRequestToken":"t",)"
         R"("stringValues":["devices/${iot:ClientId}/data"]})");
    const auto behavior = [](std::string_view name, std::string_view comparison) {
        return "{\"name\":" + json_string(name) + ",\"metric\":\"aws:num-messages-sent\"," +
               "\"metricDimension\":{\"dimensionName\":\"own\",\"operator\":" +
               json_string(comparison) + "},\"criteria\":" + std::string(kFewMessages) + "}";
    };
    must(engine, "CreateSecurityProfile",
         "{\"securityProfileName\":\"p\",\"behaviors\":[" + behavior("in", "IN") + "," +
             behavior("out", "NOT_IN") + "]}");
    must(engine, "AttachSecurityProfile",
         "{\"securityProfileName\":\"p\",\"securityProfileTargetArn\":" + json_string(kAll) + "}");
    must(engine, "StartAttack",
         R"({"kind":"MESSAGE_FLOOD","fleetName":"meters","thingNames":["meters-3"]})");
    engine.advance(kDefaultStart + 30 * kMinute);
    CHECK(list_all(engine, "ListActiveViolations", "activeViolations", "thingName", "", 100) ==
          std::vector<std::string>{"meters-3"});
    CHECK(engine.world().active_violations.last()->value.behavior.name == "in");
}

TEST_CASE("fleet: nobody looks, nothing is computed; somebody does, and devices have numbers") {
    Engine engine;
    create_fleet(engine, "halls", "INDUSTRIAL_SENSOR", 6000);
    engine.advance(kDefaultStart + kHour);
    CHECK(engine.world().detect_devices.empty());
    watch(engine, "aws:num-messages-sent", kFewMessages);
    engine.advance(kDefaultStart + kHour + 6 * kMinute);
    CHECK(engine.world().detect_device_numbers.size() == 6000);  // in three items of due work
    const Fleet& fleet = engine.world().fleets.begin()->value;
    CHECK(fleet.next_device == 0);
    CHECK(sim::slot_end(fleet.next_slot) == kDefaultStart + kHour + 10 * kMinute);
    must(engine, "StopFleet", R"({"fleetName":"halls"})");
    engine.advance(kDefaultStart + 2 * kHour);
    CHECK(sim::slot_end(engine.world().fleets.begin()->value.next_slot) <=
          kDefaultStart + kHour + 15 * kMinute);
}

TEST_CASE("fleet: a name tells fleet and number in one way") {
    Engine engine;
    create_fleet(engine, "a", "CAMERA", 120);
    create_fleet(engine, "a-1", "CAMERA", 9, R"("namePrefix":"a-1-")");
    const World& world = engine.world();
    const auto number = [&](std::string_view name) {
        const auto found = find_simulated(world, name);
        return found ? found->fleet->name + ":" + std::to_string(found->number) : "none";
    };
    CHECK(number("a-001") == "a:0");
    CHECK(number("a-120") == "a:119");
    CHECK(number("a-121") == "none");
    CHECK(number("a-000") == "none");
    CHECK(number("a-01") == "none");
    CHECK(number("a-1-9") == "a-1:8");
    CHECK(number("a-") == "none");
    CHECK(number("") == "none");
    for (const auto entry : world.fleets) {
        for (std::int64_t i = 0; i < entry.value.count; ++i)
            CHECK(number(device_name(entry.value, i)) == entry.key + ":" + std::to_string(i));
    }
}
