// Goal: what is no longer retained goes in time, however much it is, and the clock goes on.
#include "core/service/detect/detect_support.h"
#include "service/detect/upkeep.h"

namespace picket {
TEST_CASE("upkeep: a row that is as old as rows may be stays, and the clock goes on") {
    Detecting test;
    test.set("messageRetentionDays", "1");
    test.watch("aws:num-messages-sent",
               R"({"comparisonOperator":"less-than","value":{"count":10},"durationSeconds":300})");
    test.measure(300, "sent=5");  // for this row upkeep comes after 25 hours, and finds the next
    test.measure(kHours, "sent=5");
    REQUIRE(test.engine.world().alarm_counts.size() == 2);
    constexpr WorkUnits kMuch = 1'000'000;
    CHECK(test.engine.advance(test.at(25 * kHours), kMuch).done);
    CHECK(test.engine.world().alarm_counts.size() == 1);
    CHECK(test.engine.advance(test.at(26 * kHours), kMuch).done);
    CHECK(test.engine.world().alarm_counts.empty());
}

TEST_CASE("upkeep: more rows than one item of work removes go at the same moment") {
    Detecting test;
    test.set("messageRetentionDays", "1");
    for (int i = 0; i < 1200; ++i)
        must(test.engine, "Publish", R"({"topic":"t","payload":{"i":)" + std::to_string(i) + "}}");
    REQUIRE(test.engine.world().messages.size() == 1200);
    CHECK(test.engine.advance(test.at(24 * kHours), 1'000'000).done);
    CHECK(test.engine.world().messages.size() == 1200);
    CHECK(test.engine.advance(test.at(25 * kHours), 1'000'000).done);
    CHECK(test.engine.world().messages.empty());
    CHECK(test.engine.world().messages_by.empty());
}

TEST_CASE("upkeep: many values are removed in items of bounded work") {
    World world;
    world.now = kDefaultStart;
    for (int thing = 0; thing < 1300; ++thing)
        StoredMoment(world, world.now).add("thing-" + std::to_string(thing), "n", {.number = 1});
    world.now = kDefaultStart + 15 * kDay;
    int items = 0;
    for (; !world.metric_values.empty(); ++items) {
        REQUIRE(items < 10);
        const DueItem item = world.due.begin()->value;
        REQUIRE(item.kind == DueKind::MetricRetention);
        REQUIRE(world.due.begin()->key.time == world.now);
        world.due.erase(DueKey{world.due.begin()->key});
        run_metric_retention(world);
    }
    CHECK(items == 3);
    CHECK(world.due.empty());
}

}  // namespace picket
