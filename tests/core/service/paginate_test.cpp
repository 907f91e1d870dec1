// Lists in pages. Goal: whatever the page size and whatever comes and goes meanwhile, an item that
// is there for the whole walk is seen exactly once. Method: random fleets with random changes
// between pages, against what the World holds.
#include "service/paginate.h"

#include <algorithm>
#include <set>

#include "base/base64.h"
#include "base/random.h"
#include "core/service/service_support.h"

namespace picket {
namespace {

struct List {
    std::string operation;
    std::string list;
    std::string name;
    std::string filter;
};

// Roots r0..r2 with children r0c0..; things t0.. in random groups, some with a type and an
// attribute.
Engine make_fleet(Random& random) {
    Engine engine({.seed = 5});
    for (int root = 0; root < 3; ++root) {
        const std::string name = "r" + std::to_string(root);
        must(engine, "CreateThingGroup", group_json(name));
        for (int child = 0; child < 4; ++child) {
            must(engine, "CreateThingGroup", group_json(name + "c" + std::to_string(child), name));
        }
    }
    for (int i = 0; i < 60; ++i) {
        const std::string name = "t" + std::to_string(i);
        std::string json = "{\"thingName\":" + json_string(name);
        if (random.chance({1, 2})) json += ",\"thingTypeName\":\"sensor\"";
        if (random.chance({1, 2}))
            json += ",\"attributePayload\":{\"attributes\":{\"color\":\"red\"}}";
        must(engine, "CreateThing", json + "}");
        const std::string root = "r" + std::to_string(random.below(3));
        const std::string group = random.chance({1, 3})
                                      ? root
                                      : root + "c" + std::to_string(random.below(4));
        must(engine, "AddThingToThingGroup", member_json(group, name));
        if (i % 3 != 0) continue;
        must(engine, "CreateMitigationAction",
             "{\"actionName\":\"a" + std::to_string(i) +
                 "\",\"roleArn\":\"arn:aws:iam::123456789012:role/R\",\"actionParams\":{\"" +
                 (random.chance({1, 2}) ? "updateDeviceCertificateParams"
                                        : "updateCACertificateParams") +
                 "\":{\"action\":\"DEACTIVATE\"}}}");
        if (random.chance({1, 2})) engine.advance(engine.world().now + kSecond);
    }
    return engine;
}

const List kLists[] = {
    {"ListThings", "things", "thingName", ""},
    {"ListThings", "things", "thingName", "\"thingTypeName\":\"sensor\""},
    {"ListThings", "things", "thingName", "\"attributeName\":\"color\",\"attributeValue\":\"red\""},
    {"ListThingGroups", "thingGroups", "groupName", ""},
    {"ListThingGroups", "thingGroups", "groupName", "\"recursive\":false"},
    {"ListThingGroups", "thingGroups", "groupName", "\"parentGroup\":\"r1\""},
    {"ListThingGroups", "thingGroups", "groupName", "\"parentGroup\":\"r1\",\"recursive\":false"},
    {"ListThingGroups", "thingGroups", "groupName", "\"namePrefixFilter\":\"r2\""},
    {"ListThingsInThingGroup", "things", "", "\"thingGroupName\":\"r1\""},
    {"ListThingsInThingGroup", "things", "", "\"thingGroupName\":\"r1\",\"recursive\":true"},
    {"ListThingGroupsForThing", "thingGroups", "groupName", "\"thingName\":\"t7\""},
    {"ListMitigationActions", "actionIdentifiers", "actionName", ""},
    {"ListMitigationActions", "actionIdentifiers", "actionName",
     "\"actionType\":\"UPDATE_CA_CERTIFICATE\""},
    {"ListChronicle", "events", "text", ""},
    {"ListChronicle", "events", "text", "\"kinds\":[\"group.joined\",\"group.created\"]"},
};

// Something that may happen between two pages: things come, go, move and change; groups and actions
// come and go.
void disturb(Engine& engine, Random& random, int step) {
    const std::string thing = "t" + std::to_string(random.below(60));
    const std::string root = "r" + std::to_string(random.below(3));
    const std::string group = root + "c" + std::to_string(random.below(4));
    switch (random.below(7)) {
    case 0:
        engine.call("DeleteThing", thing_json(thing));
        break;
    case 1:
        engine.call("CreateThing", thing_json("t" + std::to_string(random.below(60)) + "x" +
                                              std::to_string(step)));
        break;
    case 2:
        engine.call("RemoveThingFromThingGroup", member_json(group, thing));
        break;
    case 3:
        engine.call("AddThingToThingGroup", member_json(group, thing));
        break;
    case 4:
        engine.call("CreateThingGroup", group_json(group + "d" + std::to_string(step), group));
        break;
    case 5:
        engine.call("DeleteThingGroup", group_json(group));
        break;
    case 6:
        engine.call("DeleteMitigationAction",
                    "{\"actionName\":\"a" + std::to_string(3 * random.below(20)) + "\"}");
        break;
    }
}

}  // namespace

TEST_CASE("lists: pages of every size make up the list of one page") {
    for (std::uint64_t seed = 1; seed <= 3; ++seed) {
        CAPTURE(seed);
        Random random(seed, "pages");
        Engine engine = make_fleet(random);
        for (const List& list : kLists) {
            CAPTURE(list.operation);
            CAPTURE(list.filter);
            const auto whole = list_page(engine, list.operation, list.list, list.name, list.filter,
                                         250, {});
            CHECK(whole.next_token.empty());
            CHECK(!whole.items.empty());
            for (const int size : {1, 2, 7, 249}) {
                CHECK(list_all(engine, list.operation, list.list, list.name, list.filter, size) ==
                      whole.items);
            }
        }
    }
}

TEST_CASE("lists: what is there for the whole walk is seen exactly once while others come and go") {
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        Random random(seed, "disturbed pages");
        const Engine fleet = make_fleet(random);
        for (const List& list : kLists) {
            CAPTURE(seed);
            CAPTURE(list.operation);
            CAPTURE(list.filter);
            Engine engine = fleet;
            auto now = [&] {
                const auto all = list_all(engine, list.operation, list.list, list.name, list.filter,
                                          250);
                return std::multiset<std::string>(all.begin(), all.end());
            };
            std::multiset<std::string> always = now();
            std::vector<std::string> seen;
            std::string token;
            int step = 0;
            do {
                const auto page = list_page(engine, list.operation, list.list, list.name,
                                            list.filter, 3, token);
                seen.insert(seen.end(), page.items.begin(), page.items.end());
                token = page.next_token;
                disturb(engine, random, step++);
                // The listed group or thing may itself be deleted; then the walk ends with an
                // error, rightly.
                const CallResult probe = engine.call(list.operation, "{" + list.filter + "}");
                if (!probe.ok()) {
                    always.clear();
                    break;
                }
                const std::multiset<std::string> after = now();
                std::multiset<std::string> both;
                std::set_intersection(always.begin(), always.end(), after.begin(), after.end(),
                                      std::inserter(both, both.end()));
                always = both;
            } while (!token.empty());
            for (const std::string& item : always) {
                CAPTURE(item);
                const auto times = static_cast<std::size_t>(
                    std::count(seen.begin(), seen.end(), item));
                CHECK(times == always.count(item));
            }
        }
    }
}

TEST_CASE("lists: a filtered page looks at a bounded number of rows and the walk still finds all") {
    Engine engine;
    must(engine, "PutSetting", R"({"name":"populationStep","value":"1000"})");
    must(engine, "PopulateFleet", R"({"namePrefix":"t","count":25000})");
    engine.advance(engine.world().now);
    must(engine, "UpdateThing",
         R"({"thingName":"t00500","attributePayload":{"attributes":{"k":"v"}}})");
    must(engine, "UpdateThing",
         R"({"thingName":"t24999","attributePayload":{"attributes":{"k":"v"}}})");
    const std::string filter = R"("attributeName":"k")";
    const auto first = list_page(engine, "ListThings", "things", "thingName", filter, 25, {});
    CHECK(first.items == std::vector<std::string>{"t00500"});
    CHECK(!first.next_token.empty());
    const auto second = list_page(engine, "ListThings", "things", "thingName", filter, 25,
                                  first.next_token);
    CHECK(second.items.empty());
    CHECK(!second.next_token.empty());
    const auto third = list_page(engine, "ListThings", "things", "thingName", filter, 25,
                                 second.next_token);
    CHECK(third.items == std::vector<std::string>{"t24999"});
    CHECK(third.next_token.empty());
}

TEST_CASE("lists: a token works for its own list only, and damaged ones are refused") {
    Random random(1, "tokens");
    Engine engine = make_fleet(random);
    std::vector<std::pair<List, std::string>> tokens;
    for (const List& list : kLists) {
        const auto page = list_page(engine, list.operation, list.list, list.name, list.filter, 1,
                                    {});
        if (!page.next_token.empty()) tokens.emplace_back(list, page.next_token);
    }
    REQUIRE(tokens.size() > 10);
    auto ask = [&](const List& list, const std::string& token) {
        return engine.call(list.operation, "{" + list.filter + (list.filter.empty() ? "" : ",") +
                                               "\"nextToken\":" + json_string(token) + "}");
    };
    for (const auto& entry : tokens) {
        const List& list = entry.first;  // clang cannot capture a structured binding.
        const std::string& own = entry.second;
        CAPTURE(list.operation);
        CAPTURE(list.filter);
        CHECK(ask(list, own).ok());
        for (const auto& [other, token] : tokens) {
            const bool same = list.operation == other.operation && list.filter == other.filter;
            CHECK(ask(list, token).ok() == same);
        }
        for (const std::string& damaged :
             {own.substr(1), own.substr(0, 12), own + "=", std::string(), "%" + own}) {
            const CallResult result = ask(list, damaged);
            CHECK(!result.ok());
            CHECK(result.error->code == ErrorCode::InvalidRequest);
            CHECK(result.error->path == "nextToken");
        }
    }
}

TEST_CASE("page keys: text and back gives the same key") {
    auto same = [](const auto& key) {
        std::decay_t<decltype(key)> read{};
        return read_page_key(page_key_text(key), read) && read == key;
    };
    CHECK(same(std::string("a:b")));
    CHECK(same(std::int64_t{0}));
    CHECK(same(std::int64_t{-12345}));
    CHECK(same(PairKey{"", "child"}));
    CHECK(same(PairKey{"group", "thing"}));
    CHECK(same(NewestFirst{{1767225600123}, "id"}));
    CHECK(same(NewestFirst{{-5}, ""}));
    CHECK(same(NewestWithin{"owner", {1767225600123}, "id"}));
    CHECK(same(NewestWithin{"", {-5}, ""}));
    CHECK(same(DueKey{{7}, 8}));
    std::int64_t number = 0;
    PairKey pair;
    DueKey due;
    CHECK(!read_page_key("", number));
    CHECK(!read_page_key("1x", number));
    CHECK(!read_page_key("99999999999999999999", number));
    CHECK(!read_page_key("no separator", pair));
    CHECK(!read_page_key("1\nx", due));
}

}  // namespace picket
