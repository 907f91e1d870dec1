// SearchIndex and the configuration behind it.
#include <algorithm>

#include "core/service/service_support.h"

namespace picket {
namespace {

constexpr const char* kAllOn =
    R"({"thingIndexingConfiguration":{"thingIndexingMode":"REGISTRY"},)"
    R"("thingGroupIndexingConfiguration":{"thingGroupIndexingMode":"ON"}})";

std::string filter(std::string_view query) { return "\"queryString\":" + json_string(query); }

}  // namespace

TEST_CASE("search: pages of any size make the whole list, and tokens are bound to the query") {
    Engine engine;
    must(engine, "UpdateIndexingConfiguration", kAllOn);
    std::vector<std::string> expected;
    for (int i = 0; i < 60; ++i) {
        const std::string name = "t" + std::to_string(100 + i);
        const std::string model = i % 3 == 0 ? "a" : "b";
        must(engine, "CreateThing",
             R"({"thingName":")" + name + R"(","attributePayload":{"attributes":{"m":")" + model +
                 R"("}}})");
        if (i % 3 == 0) expected.push_back(name);
    }
    settle_index(engine);
    for (const int size : {1, 2, 7, 19, 20, 21, 100}) {
        CHECK(list_all(engine, "SearchIndex", "things", "thingName", filter("attributes.m:a"),
                       size) == expected);
    }
    const ListPage page = list_page(engine, "SearchIndex", "things", "thingName",
                                    filter("attributes.m:a"), 5, "");
    const CallResult other = engine.call(
        "SearchIndex",
        "{" + filter("attributes.m:b") + ",\"nextToken\":" + json_string(page.next_token) + "}");
    REQUIRE(other.error);
    CHECK(other.error->path == "nextToken");
}

TEST_CASE("search: groups are found by name, attribute, description and any group above") {
    Engine engine;
    must(engine, "UpdateIndexingConfiguration", kAllOn);
    must(engine, "CreateThingGroup",
         R"({"thingGroupName":"root","thingGroupProperties":{"thingGroupDescription":)"
         R"("All of the house","attributePayload":{"attributes":{"floor":"2"}}}})");
    must(engine, "CreateThingGroup", R"({"thingGroupName":"mid","parentGroupName":"root"})");
    must(engine, "CreateThingGroup", R"({"thingGroupName":"leaf","parentGroupName":"mid"})");
    settle_index(engine);
    auto found = [&](std::string_view query) {
        return list_all(engine, "SearchIndex", "thingGroups", "thingGroupName",
                        R"("indexName":"AWS_ThingGroups",)" + filter(query), 10);
    };
    using Names = std::vector<std::string>;
    CHECK(found("parentGroupNames:root") == Names{"leaf", "mid"});
    CHECK(found("thingGroupName:?o*") == Names{"root"});
    CHECK(found("description:\"the house\"") == Names{"root"});
    CHECK(found("attributes.floor>1") == Names{"root"});
    CHECK(found("NOT parentGroupNames:*") == Names{"root"});
}

TEST_CASE("indexing: a search sees dynamic groups, which queries of groups do not") {
    Engine engine;
    must(engine, "UpdateIndexingConfiguration", kAllOn);
    settle_index(engine);
    must(engine, "CreateThing", R"({"thingName":"a"})");
    must(engine, "CreateDynamicThingGroup",
         R"({"thingGroupName":"d","queryString":"thingName:a"})");
    settle_index(engine);
    CHECK(list_all(engine, "SearchIndex", "things", "thingName", filter("thingGroupNames:d"), 10) ==
          std::vector<std::string>{"a"});
}

TEST_CASE("indexing: the index is ready a while after a change, and at once when nothing changes") {
    Engine engine;
    must(engine, "UpdateIndexingConfiguration", kAllOn);
    auto search = [&] { return engine.call("SearchIndex", "{" + filter("*") + "}"); };
    REQUIRE(search().error);
    CHECK(search().error->code == ErrorCode::IndexNotReady);
    engine.advance(engine.world().now + 5 * kSecond - 1);
    CHECK(!search().ok());
    engine.advance(engine.world().now + 1);
    CHECK(search().ok());
    must(engine, "UpdateIndexingConfiguration", kAllOn);
    CHECK(search().ok());
    must(engine, "UpdateIndexingConfiguration",
         R"({"thingIndexingConfiguration":{"thingIndexingMode":"REGISTRY_AND_SHADOW"}})");
    CHECK(!search().ok());
}

TEST_CASE("indexing: what a custom field's type changes reaches dynamic groups") {
    Engine engine;
    must(engine, "UpdateIndexingConfiguration", kAllOn);
    settle_index(engine);
    must(engine, "CreateThing",
         R"({"thingName":"a","attributePayload":{"attributes":{"n":"5.0"}}})");
    must(engine, "CreateDynamicThingGroup",
         R"({"thingGroupName":"d","queryString":"attributes.n:5"})");
    settle_index(engine);
    CHECK(engine.world().group_things.empty());
    must(engine, "UpdateIndexingConfiguration",
         R"({"thingIndexingConfiguration":{"thingIndexingMode":"REGISTRY","customFields":)"
         R"([{"name":"attributes.n","type":"Number"}]}})");
    settle_index(engine);
    CHECK(engine.world().group_things.size() == 1);
}

}  // namespace picket
