// Filtered and sorted lists of rows, built in slices: the same as sorting everything at once.
#include "row_index.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "items/areas.h"
#include "picket/engine.h"

using namespace picket;
using namespace picket::ui;

namespace {

World world_of(int things) {
    World world;
    for (int i = 0; i < things; ++i) {
        Thing thing;
        thing.name = "thing-" + std::to_string(i);
        thing.version = (i * 7919) % 1000;
        thing.created = {std::int64_t{i} * 104729 % 100'000};
        world.things.put(thing.name, thing);
    }
    return world;
}

const Section& things() { return *find_section("things"); }

// Columns of the section: Name, Type, Attributes, Groups, Created.
constexpr int kName = 0, kCreated = 4;

std::vector<std::string> names(RowIndex& index) {
    std::vector<std::string> all;
    for (const std::uint32_t place : index.places())
        all.push_back(index.world().things.at(place)->key);
    return all;
}

std::size_t finish(RowIndex& index, const World& world, const RowOrder& order) {
    std::size_t slices = 1;
    while (index.follow(world, *find_table("things"), things().columns, order)) ++slices;
    return slices;
}

}  // namespace

TEST_CASE("row index: sorts like a sort of everything, whatever the number of slices") {
    for (const int count : {0, 1, 2, 1499, 1500, 1501, 4000, 20'000}) {
        CAPTURE(count);
        const World world = world_of(count);
        for (const bool descending : {false, true}) {
            RowIndex index;
            finish(index, world, {{}, kCreated, descending});
            std::vector<std::int64_t> times;
            for (const std::uint32_t place : index.places())
                times.push_back(world.things.at(place)->value.created.ms);
            CHECK(times.size() == static_cast<std::size_t>(count));
            CHECK((descending ? std::is_sorted(times.rbegin(), times.rend())
                              : std::is_sorted(times.begin(), times.end())));
            std::vector<std::uint32_t> places = index.places();
            std::sort(places.begin(), places.end());
            CHECK(std::adjacent_find(places.begin(), places.end()) == places.end());
        }
    }
}

TEST_CASE("row index: a filter keeps rows in which every word stands, in any case") {
    const World world = world_of(5000);
    RowIndex index;
    finish(index, world, {"THING 4999", kTableOrder, false});
    CHECK(names(index) == std::vector<std::string>{"thing-4999"});
    finish(index, world, {"thing-12", kName, true});
    const auto found = names(index);
    CHECK(found.size() == 1 + 10 + 100);
    CHECK(std::is_sorted(found.rbegin(), found.rend()));
    finish(index, world, {"nothing-of-the-sort", kTableOrder, false});
    CHECK(index.ready());
    CHECK(index.places().empty());
}

TEST_CASE("row index: work is cut into slices, and what was built stays until the next is ready") {
    const World small = world_of(10), large = world_of(30'000);
    RowIndex index;
    finish(index, small, {{}, kCreated, false});
    CHECK(index.places().size() == 10);
    CHECK(index.follow(large, *find_table("things"), things().columns, {{}, kCreated, false}));
    CHECK(index.places().size() == 10);
    CHECK(index.world().things.size() == 10);
    CHECK(index.progress() < 1);
    CHECK(finish(index, large, {{}, kCreated, false}) > 10);
    CHECK(index.places().size() == 30'000);
}

TEST_CASE("row index: a change elsewhere builds nothing anew, a change of the table does") {
    World world = world_of(100);
    RowIndex index;
    finish(index, world, {{}, kName, false});
    world.thing_groups.put("g", ThingGroup{});
    CHECK_FALSE(index.follow(world, *find_table("things"), things().columns, {{}, kName, false}));
    world.things.erase("thing-5");
    finish(index, world, {{}, kName, false});
    CHECK(index.places().size() == 99);
}
