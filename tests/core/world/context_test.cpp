// What a handler leaves besides its resources: chronicle lines, due work and ids.
#include "world/context.h"

#include <doctest/doctest.h>

using namespace picket;

TEST_CASE("context: notes are numbered lines at the present moment") {
    World world;
    world.now = {5000};
    Context context(world, 7);
    context.note("thing.created", "lamp", "Thing lamp was created.");
    world.now = {6000};
    context.note("group.joined", "lamp", "Thing lamp joined g.", R"({"group":"g"})");
    REQUIRE(world.chronicle.size() == 2);
    CHECK(world.next_event == 3);
    const ChronicleEvent& first = *world.chronicle.find(1);
    CHECK(first.time == Timestamp{5000});
    CHECK(first.entry_id == 7);
    CHECK(first.kind == "thing.created");
    CHECK(first.subject == "lamp");
    CHECK(first.text == "Thing lamp was created.");
    CHECK_FALSE(first.why);
    const ChronicleEvent& second = *world.chronicle.find(2);
    CHECK(second.time == Timestamp{6000});
    REQUIRE(second.why);
    CHECK(second.why->text == R"({"group":"g"})");
}

TEST_CASE(
    "context: due work is ordered by time, then by when it was asked for, and never in the past") {
    World world;
    world.now = {1000};
    Context context(world, 1);
    context.due({3000}, {DueKind::Population, "late"});
    context.due({1000}, {DueKind::ScheduledCall, "now"});
    context.due({400}, {DueKind::ScheduledCall, "past"});
    std::string order;
    for (const auto& [key, item] : world.due) {
        order += item.subject + '@' + std::to_string(key.time.ms) + '#' +
                 std::to_string(key.sequence) + ' ';
    }
    CHECK(order == "now@1000#2 past@1000#3 late@3000#1 ");
    CHECK(world.next_sequence == 4);
}

TEST_CASE("context: ids follow from entry and ordinal alone") {
    World world;
    Context first(world, 3);
    const Hash128 a = first.new_id("thing");
    const Hash128 b = first.new_id("thing");
    CHECK_FALSE(a == b);
    world.now = {99};
    Context again(world, 3);
    CHECK(again.new_id("thing") == a);
    CHECK(Context(world, 3, 1).new_id("thing") == b);
    CHECK_FALSE(Context(world, 4).new_id("thing") == a);
    CHECK_FALSE(Context(world, 3).new_id("group") == a);
}
