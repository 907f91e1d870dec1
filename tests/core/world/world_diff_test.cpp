// Comparing Worlds: the walk that skips what is shared finds what comparing every row finds.
#include <doctest/doctest.h>

#include <map>

#include "support/builders.h"

using namespace picket;

namespace {

using Rows = std::map<std::string, std::string>;

Rows rows_of(const TableInfo& table, const World& world) {
    Rows rows;
    visit_rows(table, world, 0, table.size(world), [&](TableInfo::Row row) {
        std::string key = to_json(*table.key, row.key);
        if (table.key->kind == Kind::String) key = *static_cast<const std::string*>(row.key);
        rows[std::move(key)] = table.row_json(row.key, row.value);
    });
    return rows;
}

// Before and after by (table, key), from all rows of both Worlds.
std::map<std::string, std::string> brute_force(const World& before, const World& after) {
    std::map<std::string, std::string> found;
    for (const TableInfo& table : world_tables()) {
        const Rows old = rows_of(table, before);
        const Rows now = rows_of(table, after);
        for (const auto& [key, value] : old) {
            const auto at = now.find(key);
            const std::string other = at == now.end() ? "" : at->second;
            if (value != other) found[std::string(table.name) + '/' + key] = value + " -> " + other;
        }
        for (const auto& [key, value] : now) {
            if (old.count(key) == 0) found[std::string(table.name) + '/' + key] = " -> " + value;
        }
    }
    return found;
}

std::map<std::string, std::string> by_key(const std::vector<Change>& changes) {
    std::map<std::string, std::string> out;
    for (const Change& change : changes) {
        out[std::string(change.table) + '/' + change.key] = change.before + " -> " + change.after;
    }
    return out;
}

}  // namespace

TEST_CASE("world diff: finds what comparing all rows finds") {
    for (std::uint64_t seed = 1; seed <= 15; ++seed) {
        Random random(seed, "diff");
        const World before = random_world(random, 60);
        World after = before;
        add_random_rows(after, random, static_cast<int>(random.below(8)));
        while (after.due.size() > 40) after.due.erase(after.due.begin()->key);
        if (!after.things.empty()) {
            const std::string name = after.things.at(random.pick(after.things.size()))->key;
            after.things.update(name, [](Thing& thing) { thing.id += '!'; });
        }
        const auto changes = world_diff(before, after);
        CHECK(by_key(changes).size() == changes.size());
        CHECK(by_key(changes) == brute_force(before, after));
        CHECK(by_key(world_diff(after, before)) == brute_force(after, before));
        CHECK_FALSE(changes.empty());
    }
}

TEST_CASE("world diff: says nothing about equal Worlds, shared or not") {
    Random random(4, "equal"), again(4, "equal");
    const World world = random_world(random, 20);
    CHECK(world_diff(world, world).empty());
    CHECK(world_diff(world, World(world)).empty());
    CHECK(world_diff(world, random_world(again, 20)).empty());
}

TEST_CASE("world diff: added, removed and changed rows with their contents") {
    World before, after;
    before.settings.put("stays", "1");
    before.settings.put("changes", "1");
    before.settings.put("goes", "1");
    after.settings.put("stays", "1");
    after.settings.put("changes", "2");
    after.settings.put("comes", "3");
    after.tags.put({"arn", "k"}, "v\"");
    const auto changes = world_diff(before, after);
    REQUIRE(changes.size() == 4);
    CHECK(changes[0].table == "settings");
    CHECK(changes[0].key == "changes");
    CHECK(changes[0].before == "\"1\"");
    CHECK(changes[0].after == "\"2\"");
    CHECK(changes[1].key == "comes");
    CHECK(changes[1].before.empty());
    CHECK(changes[1].after == "\"3\"");
    CHECK(changes[2].key == "goes");
    CHECK(changes[2].before == "\"1\"");
    CHECK(changes[2].after.empty());
    CHECK(changes[3].table == "tags");
    CHECK(changes[3].key == R"({"first":"arn","second":"k"})");
    CHECK(changes[3].after == R"("v\"")");
}

TEST_CASE("world diff: stops at the number of changes asked for") {
    World after;
    for (int i = 0; i < 50; ++i) after.settings.put(std::to_string(i), "x");
    for (int i = 0; i < 50; ++i) after.tags.put({"a", std::to_string(i)}, "x");
    CHECK(world_diff({}, after, 10).size() == 10);
    CHECK(world_diff({}, after, 60).size() == 60);
    CHECK(world_diff({}, after, 0).empty());
    CHECK(world_diff({}, after).size() == 100);
}
