// Tables without their types: every table is listed once, and rows come by place, in order.
#include <doctest/doctest.h>

#include <set>

#include "support/builders.h"

using namespace picket;

TEST_CASE("world tables: names are unique, documented, and found again") {
    std::set<std::string_view> names;
    for (const TableInfo& table : world_tables()) {
        CHECK(names.insert(table.name).second);
        CHECK_FALSE(table.doc.empty());
        CHECK(find_table(table.name) == &table);
    }
    CHECK(find_table("nonsense") == nullptr);
    CHECK(find_table("") == nullptr);
}

TEST_CASE("world tables: each row has a table of its own") {
    Random random(8, "tables");
    for (const TableInfo& table : world_tables()) {
        World world;
        AnyValue key(*table.key);
        AnyValue value(*table.value);
        generate(*table.key, random, key.get());
        generate(*table.value, random, value.get());
        table.put(world, key.get(), value.get());
        for (const TableInfo& other : world_tables()) {
            CHECK(other.size(world) == (&other == &table ? 1u : 0u));
            CHECK(other.shares(world, World{}) == (&other != &table));
        }
        visit_rows(table, world, 0, 1, [&](TableInfo::Row row) {
            CHECK(to_json(*table.key, row.key) == to_json(*table.key, key.get()));
            CHECK(to_json(*table.value, row.value) == to_json(*table.value, value.get()));
        });
    }
}

TEST_CASE("world tables: rows by place, and none beyond the end") {
    World world;
    for (int i = 100; i < 400; ++i) world.settings.put(std::to_string(i), "v" + std::to_string(i));
    const TableInfo& table = *find_table("settings");
    const auto keys = [&](std::size_t begin, std::size_t count) {
        std::string out;
        visit_rows(table, world, begin, count, [&](TableInfo::Row row) {
            out += *static_cast<const std::string*>(row.key) + ' ';
        });
        return out;
    };
    CHECK(keys(0, 2) == "100 101 ");
    CHECK(keys(150, 3) == "250 251 252 ");
    CHECK(keys(298, 10) == "398 399 ");
    CHECK(keys(300, 10) == "");
    CHECK(keys(SIZE_MAX, 1) == "");
    CHECK(keys(0, SIZE_MAX).size() == 300 * 4);
    CHECK(keys(5, 0) == "");
}
