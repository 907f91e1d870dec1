// Policies over many calls: lists page by page in both directions, tables that agree, targets that
// go away.
#include <algorithm>

#include "base/random.h"
#include "core/service/service_support.h"
#include "model/patterns.h"
#include "service/pair_range.h"
#include "service/policies/effective_policies.h"
#include "service/policies/policy_tables.h"

namespace picket {
namespace {

constexpr std::string_view kDocument =
    R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"iot:*","Resource":"*"}]})";
const std::string kArn = "arn:aws:iot:us-east-1:123456789012:";

std::string policy_json(const std::string& name) {
    return "{\"policyName\":" + json_string(name) +
           ",\"policyDocument\":" + json_string(kDocument) + "}";
}
std::string target_json(const std::string& policy, const std::string& target) {
    return "{\"policyName\":" + json_string(policy) + ",\"target\":" + json_string(target) + "}";
}
std::string identity(std::size_t number) {
    const std::string digits = std::to_string(number);
    return "us-east-1:00000000-0000-0000-0000-" + std::string(12 - digits.size(), '0') + digits;
}

// A list of the older kind, walked to its end by markers.
std::vector<std::string> walk(Engine& engine, std::string_view operation, std::string_view list,
                              std::string_view name, const std::string& members, int page_size) {
    std::vector<std::string> all;
    std::string marker;
    do {
        std::string json = "{\"pageSize\":" + std::to_string(page_size) + members;
        if (!marker.empty()) json += ",\"marker\":" + json_string(marker);
        const std::string body = must(engine, operation, json + "}");
        const auto tree = read_json_strict(body);
        REQUIRE(static_cast<bool>(tree));
        const auto items = tree->find(0, list);
        REQUIRE(items != JsonTree::kNone);
        for (auto i = tree->first(items); i != tree->end(items); i = tree->node(i).next)
            all.emplace_back(tree->node(name.empty() ? i : tree->find(i, name)).text);
        CHECK(static_cast<int>(tree->node(items).children) <= page_size);
        const auto next = tree->find(0, "nextMarker");
        marker = next == JsonTree::kNone ? std::string() : std::string(tree->node(next).text);
        if (!marker.empty()) CHECK(pattern_matches(Pattern::Marker, marker));
    } while (!marker.empty());
    return all;
}

// What the tables say of each other.
void check_tables(const World& world) {
    CHECK(world.policies_by_time.size() == world.policies.size());
    std::size_t versions = 0;
    for (const auto& [name, policy] : world.policies) {
        CHECK(world.policies_by_time.contains({policy.created, name}));
        CHECK_FALSE(default_document(world, policy).empty());
        versions += pair_count(world.policy_versions, name);
        for (const std::int64_t id : policy_version_ids(world, name))
            CHECK(id < policy.next_version);
    }
    CHECK(versions == world.policy_versions.size());
    CHECK(world.policy_targets.size() == world.target_policies.size());
    for (const auto& entry : world.policy_targets) {
        CHECK(world.policies.contains(entry.key.first));
        CHECK(world.target_policies.contains({entry.key.second, entry.key.first}));
        CHECK_FALSE(target_problem(world, entry.key.second, "target"));
    }
}

}  // namespace

TEST_CASE("policies: pages of any size make the whole list, in both directions") {
    Engine engine({.seed = 5});
    std::vector<std::string> names;
    for (const char* name : {"m", "b", "z", "a", "k", "c", "y"}) {
        must(engine, "CreatePolicy", policy_json(name));
        must(engine, "CreateRoleAlias",
             "{\"roleAlias\":" + json_string(name) +
                 ",\"roleArn\":\"arn:aws:iam::123456789012:role/Any\"}");
        // Two of them in the same moment: then names decide.
        if (names.size() != 3) must(engine, "AdvanceClock", R"({"seconds":1})");
        names.emplace_back(name);
    }
    const std::vector<std::string> newest_first = {"y", "c", "a", "k", "z", "b", "m"};
    std::vector<std::string> oldest_first(newest_first.rbegin(), newest_first.rend());
    for (int size = 1; size <= 8; ++size) {
        CAPTURE(size);
        CHECK(walk(engine, "ListPolicies", "policies", "policyName", "", size) == newest_first);
        CHECK(walk(engine, "ListPolicies", "policies", "policyName", ",\"ascendingOrder\":true",
                   size) == oldest_first);
        CHECK(walk(engine, "ListRoleAliases", "roleAliases", "", "", size) == newest_first);
        CHECK(walk(engine, "ListRoleAliases", "roleAliases", "", ",\"ascendingOrder\":true",
                   size) == oldest_first);
    }
}

TEST_CASE("policies: a marker goes with its direction and its list") {
    Engine engine;
    for (const char* name : {"a", "b"}) must(engine, "CreatePolicy", policy_json(name));
    const std::string body = must(engine, "ListPolicies", R"({"pageSize":1})");
    const auto tree = read_json_strict(body);
    const std::string marker(tree->node(tree->find(0, "nextMarker")).text);
    const std::string member = "\"marker\":" + json_string(marker);
    CHECK(engine.call("ListPolicies", "{" + member + "}").ok());
    CHECK_FALSE(engine.call("ListPolicies", "{\"ascendingOrder\":true," + member + "}").ok());
    CHECK_FALSE(engine.call("ListRoleAliases", "{" + member + "}").ok());
}

TEST_CASE("policies: lists of targets and of attached policies page alike") {
    Engine engine;
    must(engine, "CreateThingGroup", group_json("site"));
    must(engine, "CreateThingGroup", group_json("hall", "site"));
    std::vector<std::string> policies, targets;
    for (std::size_t i = 0; i < 7; ++i) {
        policies.push_back("p" + std::to_string(i));
        targets.push_back(identity(i));
        must(engine, "CreatePolicy", policy_json(policies.back()));
        // Some on the group, some on the group above, one on both.
        if (i < 4) must(engine, "AttachPolicy", target_json(policies[i], kArn + "thinggroup/hall"));
        if (i >= 3)
            must(engine, "AttachPolicy", target_json(policies[i], kArn + "thinggroup/site"));
        must(engine, "AttachPolicy", target_json("p0", targets[i]));
    }
    targets.insert(targets.begin(), kArn + "thinggroup/hall");
    const std::string hall = ",\"target\":" + json_string(kArn + "thinggroup/hall");
    for (int size = 1; size <= 8; ++size) {
        CAPTURE(size);
        CHECK(walk(engine, "ListTargetsForPolicy", "targets", "", ",\"policyName\":\"p0\"", size) ==
              targets);
        CHECK(walk(engine, "ListAttachedPolicies", "policies", "policyName",
                   hall + ",\"recursive\":true", size) == policies);
        CHECK(walk(engine, "ListAttachedPolicies", "policies", "policyName", hall, size).size() ==
              4);
    }
}

TEST_CASE("policies: whatever is attached, detached and deleted, the tables agree") {
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        CAPTURE(seed);
        Random random(seed, "policies");
        Engine engine({.seed = static_cast<std::int64_t>(seed)});
        std::size_t done = 0;
        for (int step = 0; step < 120; ++step) {
            const std::string policy(1, "abc"[random.below(3)]);
            const std::string group(1, "gh"[random.below(2)]);
            const std::string target = random.below(2) == 0 ? kArn + "thinggroup/" + group
                                                            : identity(random.below(2));
            const std::string version = std::to_string(1 + random.below(6));
            const std::string of_version = "{\"policyName\":\"" + policy +
                                           "\",\"policyVersionId\":\"" + version + "\"}";
            const std::string of_policy = "{\"policyName\":\"" + policy + "\"}";
            CallResult result;
            switch (random.below(9)) {
            case 0:
                result = engine.call("CreatePolicy", policy_json(policy));
                break;
            case 1:
                result = engine.call("CreatePolicyVersion", policy_json(policy));
                break;
            case 2:
                result = engine.call("SetDefaultPolicyVersion", of_version);
                break;
            case 3:
                result = engine.call("DeletePolicyVersion", of_version);
                break;
            case 4:
                result = engine.call("DeletePolicy", of_policy);
                break;
            case 5:
                result = engine.call("DetachPolicy", target_json(policy, target));
                break;
            case 6:
                result = engine.call("DeleteThingGroup", group_json(group));
                break;
            case 7:
                result = engine.call("CreateThingGroup", group_json(group));
                break;
            default:
                result = engine.call("AttachPolicy", target_json(policy, target));
            }
            done += result.ok() ? 1 : 0;
            check_tables(engine.world());
        }
        CHECK(done > 20);
    }
}

TEST_CASE("policies: a certificate of the account is a target, and decides with the groups") {
    Engine engine;
    must(engine, "CreateThing", thing_json("pump"));
    must(engine, "CreateThingGroup", group_json("hall"));
    must(engine, "AddThingToThingGroup", member_json("hall", "pump"));
    for (const char* name : {"of-group", "own"}) must(engine, "CreatePolicy", policy_json(name));
    World world = engine.world();
    const std::string id(64, 'a');
    const std::string arn = kArn + "cert/" + id;
    auto problem = target_problem(world, arn, "target");
    REQUIRE(problem);
    CHECK(problem->code == ErrorCode::ResourceNotFound);
    Certificate certificate;
    certificate.id = id;
    world.certificates.put(id, certificate);
    CHECK_FALSE(target_problem(world, arn, "target"));
    attach_policy_to(world, "own", arn);
    attach_policy_to(world, "of-group", kArn + "thinggroup/hall");
    CHECK(effective_policies_of(world, arn, "") == std::vector<std::string>{"own"});
    CHECK(effective_policies_of(world, "", "pump") == std::vector<std::string>{"of-group"});
    CHECK(effective_policies_of(world, arn, "pump") == std::vector<std::string>{"of-group", "own"});
    CHECK(detach_policies(world, arn) == std::vector<std::string>{"own"});
    check_tables(world);
}

TEST_CASE("policies: mistakes of a document are placed in its text") {
    Engine engine;
    const std::string document = "{\n  \"Version\": \"2012-10-17\",\n  \"Statement\": [{\n"
                                 "    \"Effect\": \"Permit\",\n    \"Action\": \"iot:*\",\n"
                                 "    \"Resource\": \"*\"\n  }]\n}";
    const CallResult result = engine.call(
        "CreatePolicy", "{\"policyName\":\"a\",\"policyDocument\":" + json_string(document) + "}");
    REQUIRE(!result.ok());
    CHECK(result.error->code == ErrorCode::MalformedPolicy);
    CHECK(result.error->path == "policyDocument");
    CHECK(result.error->message.find("Statement[0].Effect, line 4, column 15: ") !=
          std::string::npos);
}

}  // namespace picket
