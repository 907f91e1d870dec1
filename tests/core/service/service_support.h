// What the property tests of the service share: calls by JSON, and lists walked page by page.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "picket/engine.h"
#include "picket/json_tree.h"
#include "text/json_write.h"

namespace picket {

inline std::string json_string(std::string_view text) {
    std::string out;
    JsonWriter(out).string(text);
    return out;
}

// Calls that the test itself needs to succeed.
inline std::string must(Engine& engine, std::string_view operation, const std::string& json) {
    const CallResult result = engine.call(operation, json);
    REQUIRE_MESSAGE(result.ok(), operation, " ", json, ": ", result.body);
    return result.body;
}

// Lets the index take in what changed.
inline void settle_index(Engine& engine) { engine.advance(engine.world().now + kMinute); }

struct ListPage {
    std::vector<std::string> items;  // the named string member of each, or the item itself when it
                                     // is a string
    std::string next_token;
};

// One page of a list. `filter` holds the other members: "\"recursive\":true", or nothing.
inline ListPage list_page(Engine& engine, std::string_view operation, std::string_view list,
                          std::string_view name, const std::string& filter, int max_results,
                          const std::string& token) {
    std::string json = "{" + filter + (filter.empty() ? "" : ",");
    json += "\"maxResults\":" + std::to_string(max_results);
    if (!token.empty()) json += ",\"nextToken\":" + json_string(token);
    const std::string body = must(engine, operation, json + "}");
    auto tree = read_json_strict(body);
    REQUIRE(static_cast<bool>(tree));
    ListPage page;
    const auto items = tree->find(0, list);
    REQUIRE(items != JsonTree::kNone);
    for (auto i = tree->first(items); i != tree->end(items); i = tree->node(i).next) {
        const auto at = name.empty() ? i : tree->find(i, name);
        page.items.emplace_back(tree->node(at).text);
    }
    const auto next = tree->find(0, "nextToken");
    if (next != JsonTree::kNone) page.next_token = tree->node(next).text;
    return page;
}

inline std::vector<std::string> list_all(Engine& engine, std::string_view operation,
                                         std::string_view list, std::string_view name,
                                         const std::string& filter, int max_results) {
    std::vector<std::string> all;
    std::string token;
    do {
        ListPage page = list_page(engine, operation, list, name, filter, max_results, token);
        all.insert(all.end(), page.items.begin(), page.items.end());
        token = page.next_token;
    } while (!token.empty());
    return all;
}

inline std::string thing_json(const std::string& name) {
    return "{\"thingName\":" + json_string(name) + "}";
}
inline std::string group_json(const std::string& name, const std::string& parent = {}) {
    std::string json = "{\"thingGroupName\":" + json_string(name);
    if (!parent.empty()) json += ",\"parentGroupName\":" + json_string(parent);
    return json + "}";
}
inline std::string member_json(const std::string& group, const std::string& thing) {
    return "{\"thingGroupName\":" + json_string(group) + ",\"thingName\":" + json_string(thing) +
           "}";
}

}  // namespace picket
