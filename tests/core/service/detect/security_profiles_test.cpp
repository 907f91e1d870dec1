// Security profiles under random calls. Goals: an update merges as documented; the indexes by
// metric, dimension and target say what the profiles say; a list in pages equals the list at once.
#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "base/random.h"
#include "core/service/service_support.h"
#include "service/detect/profile_tables.h"

namespace picket {
namespace {

const std::string kRole = "arn:aws:iam::123456789012:role/SomeRole";
const std::string kAccount = "arn:aws:iot:us-east-1:123456789012:";

// A part of a profile: its member, the flag that takes it away, and values it may have.
struct Part {
    std::string name;
    std::string flag;
    std::vector<std::string> values;
};

std::string behavior_json(const std::string& name, const std::string& rest) {
    return "{\"name\":\"" + name + "\"," + rest + "}";
}
const std::string kLearned = behavior_json("ml", R"("metric":"aws:num-disconnects",)"
                                                 R"("criteria":{"mlDetectionConfig":)"
                                                 R"({"confidenceLevel":"LOW"}})");
const std::string kNarrowed = behavior_json(
    "rule",
    R"("metric":"aws:num-messages-sent","metricDimension":{"dimensionName":"dim"},)"
    R"("criteria":{"comparisonOperator":"less-than","value":{"count":7},"durationSeconds":300},)"
    R"("suppressAlerts":false)");
const std::string kCustom = behavior_json(
    "custom", R"("metric":"battery","criteria":{"comparisonOperator":"greater-than",)"
              R"("value":{"number":0.25}},"exportMetric":true)");

// In the order of the answer; the version and the times stand before the last.
const std::array<Part, 6> kParts = {{
    {"securityProfileDescription", "", {"\"\"", "\"some text\""}},
    {"behaviors",
     "deleteBehaviors",
     {"[]", "[" + kLearned + "]", "[" + kNarrowed + "," + kCustom + "]"}},
    {"alertTargets",
     "deleteAlertTargets",
     {"{}", R"({"SNS":{"alertTargetArn":"topic","roleArn":")" + kRole + "\"}}"}},
    {"additionalMetricsToRetain",
     "deleteAdditionalMetricsToRetain",
     {"[]", R"(["aws:all-bytes-in","battery"])"}},
    {"additionalMetricsToRetainV2",
     "deleteAdditionalMetricsToRetain",
     {"[]", R"([{"metric":"aws:source-ip-address","metricDimension":{"dimensionName":"dim",)"
            R"("operator":"NOT_IN"}}])"}},
    {"metricsExportConfig",
     "deleteMetricsExportConfig",
     {R"({"mqttTopic":"t","roleArn":")" + kRole + "\"}"}},
}};

using Parts = std::map<std::string, std::string>;  // present ones, as JSON

std::string expected_description(const std::string& name, const Parts& parts, int version,
                                 const std::string& created, const std::string& modified) {
    std::string json = "{\"securityProfileName\":\"" + name + "\",\"securityProfileArn\":\"" +
                       kAccount + "securityprofile/" + name + "\"";
    for (const Part& part : kParts) {
        if (part.name == "metricsExportConfig") {
            json += ",\"version\":" + std::to_string(version) + ",\"creationDate\":" + created +
                    ",\"lastModifiedDate\":" + modified;
        }
        const auto at = parts.find(part.name);
        if (at != parts.end()) json += ",\"" + part.name + "\":" + at->second;
    }
    return json + "}";
}

void add_member(std::string& json, const std::string& name, const std::string& value) {
    json.pop_back();
    json += ",\"" + name + "\":" + value + "}";
}

std::string profile_json(const std::string& name) {
    return "{\"securityProfileName\":\"" + name + "\"}";
}

Engine account_with_metrics() {
    Engine engine({.seed = 9});
    must(engine, "CreateCustomMetric", R"({"metricName":"battery","metricType":"number"})");
    must(engine, "CreateDimension",
         R"({"name":"dim","type":"TOPIC_FILTER","stringValues":["a/#"]})");
    return engine;
}

// One random request to create or update; what it should leave goes into `parts`.
std::string random_request(Random& random, const std::string& name, bool update, Parts& parts) {
    std::string json = profile_json(name);
    std::set<std::string> flags;
    for (const Part& part : kParts) {
        const bool away = flags.count(part.flag) == 1 ||
                          (update && !part.flag.empty() && random.chance({1, 5}));
        // The flag of two lists is shared: both of them go.
        if (away && part.name == "additionalMetricsToRetainV2" && flags.count(part.flag) == 0)
            continue;
        if (away) {
            parts.erase(part.name);
            if (flags.insert(part.flag).second) add_member(json, part.flag, "true");
        } else if (random.chance({1, 2})) {
            const std::string& value = part.values[random.pick(part.values.size())];
            parts[part.name] = value;
            add_member(json, part.name, value);
        }
    }
    return json;
}

void check_indexes(const World& world) {
    std::set<std::pair<std::string, std::string>> metrics, dimensions, expected_metrics,
        expected_dimensions;
    for (auto at = world.profiles_by_metric.begin(); at != world.profiles_by_metric.end(); ++at)
        metrics.insert({at->key.first, at->key.second});
    for (auto at = world.profiles_by_dimension.begin(); at != world.profiles_by_dimension.end();
         ++at)
        dimensions.insert({at->key.first, at->key.second});
    for (auto at = world.security_profiles.begin(); at != world.security_profiles.end(); ++at) {
        for (const std::string& name : metrics_of(at->value))
            expected_metrics.insert({name, at->key});
        for (const std::string& name : dimensions_of(at->value))
            expected_dimensions.insert({name, at->key});
    }
    CHECK(metrics == expected_metrics);
    CHECK(dimensions == expected_dimensions);
    CHECK(world.profile_targets.size() == world.target_profiles.size());
    for (auto at = world.profile_targets.begin(); at != world.profile_targets.end(); ++at) {
        CHECK(world.target_profiles.contains(PairKey{at->key.second, at->key.first}));
        CHECK(world.security_profiles.contains(at->key.first));
        if (at->key.second.starts_with("thinggroup/"))
            CHECK(world.thing_groups.contains(at->key.second.substr(11)));
    }
}

struct Mapping {
    std::vector<std::string> items;  // "TARGET PROFILE"
    std::string next_token;
};

Mapping mappings(Engine& engine, const std::string& target, bool recursive, int max_results,
                 const std::string& token) {
    std::string json = "{\"securityProfileTargetArn\":\"" + kAccount + target + "\"}";
    add_member(json, "recursive", recursive ? "true" : "false");
    add_member(json, "maxResults", std::to_string(max_results));
    if (!token.empty()) add_member(json, "nextToken", json_string(token));
    const std::string body = must(engine, "ListSecurityProfilesForTarget", json);
    auto tree = read_json_strict(body);
    REQUIRE(static_cast<bool>(tree));
    Mapping out;
    const auto list = tree->find(0, "securityProfileTargetMappings");
    for (auto i = tree->first(list); i != tree->end(list); i = tree->node(i).next) {
        const auto arn = tree->find(tree->find(i, "target"), "arn");
        const auto name = tree->find(tree->find(i, "securityProfileIdentifier"), "name");
        out.items.push_back(std::string(tree->node(arn).text) + " " +
                            std::string(tree->node(name).text));
    }
    const auto next = tree->find(0, "nextToken");
    if (next != JsonTree::kNone) out.next_token = tree->node(next).text;
    return out;
}

const char* const kTargets[] = {"thinggroup/top",        "thinggroup/mid",
                                "thinggroup/low",        "all/things",
                                "all/registered-things", "all/unregistered-things"};

// Profiles p0 to p39 with random parts, attached at random; groups top, mid below it, low below
// that.
Engine random_account(Random& random) {
    Engine engine = account_with_metrics();
    must(engine, "PutSetting", R"({"name":"profilesPerTargetMax","value":"1000"})");
    must(engine, "CreateThingGroup", group_json("top"));
    must(engine, "CreateThingGroup", group_json("mid", "top"));
    must(engine, "CreateThingGroup", group_json("low", "mid"));
    for (int i = 0; i < 40; ++i) {
        const std::string name = "p" + std::to_string(i);
        Parts parts;
        must(engine, "CreateSecurityProfile", random_request(random, name, false, parts));
        for (const char* target : kTargets) {
            if (!random.chance({1, 3})) continue;
            std::string json = profile_json(name);
            add_member(json, "securityProfileTargetArn", json_string(kAccount + target));
            must(engine, "AttachSecurityProfile", json);
        }
    }
    return engine;
}

}  // namespace

TEST_CASE("security profiles: updates keep, replace and take away, part by part") {
    Random random(21, "merge");
    for (int run = 0; run < 20; ++run) {
        CAPTURE(run);
        Engine engine = account_with_metrics();
        Parts parts;
        must(engine, "CreateSecurityProfile", random_request(random, "p", false, parts));
        const std::string created = "1767225600";
        std::string modified = created;
        for (int version = 1; version <= 12; ++version) {
            const std::string body = must(engine, "DescribeSecurityProfile", profile_json("p"));
            CHECK(body == expected_description("p", parts, version, created, modified));
            engine.advance(engine.world().now + kSecond);
            const std::string json = random_request(random, "p", true, parts);
            CAPTURE(json);
            modified = std::to_string(engine.world().now.ms / 1000);
            const std::string answer = must(engine, "UpdateSecurityProfile", json);
            CHECK(answer == expected_description("p", parts, version + 1, created, modified));
            check_indexes(engine.world());
        }
    }
}

TEST_CASE("security profiles: indexes and attachments agree while profiles and groups go") {
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        CAPTURE(seed);
        Random random(seed, "indexes");
        Engine engine = random_account(random);
        check_indexes(engine.world());
        must(engine, "DeleteThingGroup", R"({"thingGroupName":"low"})");
        check_indexes(engine.world());
        for (int i = 0; i < 40; ++i) {
            must(engine, "DeleteSecurityProfile", profile_json("p" + std::to_string(i)));
            check_indexes(engine.world());
        }
        CHECK(engine.world().profiles_by_metric.empty());
        CHECK(engine.world().profiles_by_dimension.empty());
        CHECK(engine.world().target_profiles.empty());
        CHECK(engine.call("DeleteCustomMetric", R"({"metricName":"battery"})").ok());
        CHECK(engine.call("DeleteDimension", R"({"name":"dim"})").ok());
    }
}

TEST_CASE("security profiles: lists in pages equal lists at once") {
    Random random(5, "pages");
    Engine engine = random_account(random);
    struct List {
        const char* operation;
        const char* list;
        const char* name;
        const char* filter;
    };
    const List lists[] = {
        {"ListSecurityProfiles", "securityProfileIdentifiers", "name", ""},
        {"ListSecurityProfiles", "securityProfileIdentifiers", "name",
         "\"metricName\":\"battery\""},
        {"ListSecurityProfiles", "securityProfileIdentifiers", "name",
         "\"metricName\":\"aws:num-disconnects\""},
        {"ListSecurityProfiles", "securityProfileIdentifiers", "name", "\"dimensionName\":\"dim\""},
        {"ListTargetsForSecurityProfile", "securityProfileTargets", "arn",
         "\"securityProfileName\":\"p3\""},
        {"ListCustomMetrics", "metricNames", "", ""},
        {"ListDimensions", "dimensionNames", "", ""},
    };
    for (const List& list : lists) {
        CAPTURE(list.operation);
        CAPTURE(list.filter);
        const auto all = list_all(engine, list.operation, list.list, list.name, list.filter, 250);
        CHECK_FALSE(all.empty());
        CHECK(std::is_sorted(all.begin(), all.end()));
        for (const int size : {1, 2, 7})
            CHECK(list_all(engine, list.operation, list.list, list.name, list.filter, size) == all);
    }
}

TEST_CASE("security profiles: of a target and of all groups below, in pages and at once") {
    Random random(6, "targets");
    Engine engine = random_account(random);
    for (const char* target : kTargets) {
        for (const bool recursive : {false, true}) {
            CAPTURE(target);
            CAPTURE(recursive);
            std::set<std::string> below = {target};
            const std::string_view text = target;
            if (recursive && text == "thinggroup/top") below.insert("thinggroup/mid");
            if (recursive && (text == "thinggroup/top" || text == "thinggroup/mid"))
                below.insert("thinggroup/low");
            std::vector<std::string> expected;
            const World& world = engine.world();
            for (auto at = world.target_profiles.begin(); at != world.target_profiles.end(); ++at) {
                if (below.count(at->key.first) == 1)
                    expected.push_back(kAccount + at->key.first + " " + at->key.second);
            }
            CHECK(mappings(engine, target, recursive, 250, "").items == expected);
            for (const int size : {1, 3}) {
                std::vector<std::string> seen;
                std::string token;
                do {
                    Mapping page = mappings(engine, target, recursive, size, token);
                    CHECK(page.items.size() <= static_cast<std::size_t>(size));
                    seen.insert(seen.end(), page.items.begin(), page.items.end());
                    token = page.next_token;
                } while (!token.empty());
                CHECK(seen == expected);
            }
        }
    }
}

TEST_CASE("security profiles: create refuses with the sentences of the validation") {
    Engine engine = account_with_metrics();
    const std::string behaviors =
        R"([{"name":"Authorization","metric":"aws:num-authorization-failures","criteria":)"
        R"({"comparisonOperator":"less-than","value":{"count":5},"durationSeconds":300,)"
        R"("consecutiveDatapointsToAlarm":100000}}])";
    const std::string sentence = "Behavior Authorization is malformed. "
                                 "consecutiveDatapointsToAlarm 100000 should be in range[1,10]";
    CHECK(must(engine, "ValidateSecurityProfileBehaviors", "{\"behaviors\":" + behaviors + "}") ==
          "{\"valid\":false,\"validationErrors\":[{\"errorMessage\":\"" + sentence + "\"}]}");
    std::string json = profile_json("p");
    add_member(json, "behaviors", behaviors);
    const CallResult result = engine.call("CreateSecurityProfile", json);
    REQUIRE_FALSE(result.ok());
    CHECK(result.error->message == sentence);
    CHECK(result.error->path == "behaviors[0].criteria.consecutiveDatapointsToAlarm");
}

}  // namespace picket
