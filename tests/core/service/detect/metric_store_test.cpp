// Stored values through everything that reads them: views, pages of ListMetricValues, images.
#include <doctest/doctest.h>

#include <map>

#include "base/random.h"
#include "core/service/detect/detect_support.h"
#include "picket/metric_history.h"
#include "service/detect/upkeep.h"
#include "world/image.h"
#include "world/world_bytes.h"

using namespace picket;

namespace {

using Stored = std::map<MeasuredSeries, std::map<Timestamp, MetricValue>>;

// Values of three devices over two days, in no order, some twice.
Stored store_values(World& world, std::uint64_t seed) {
    Random random(seed, "metric store");
    Stored stored;
    for (int i = 0; i < 2000; ++i) {
        const MeasuredSeries series = {"thing-" + std::to_string(random.between(1, 3)),
                                       random.between(0, 1) == 0 ? "aws:num-messages-sent" : "n"};
        const std::int64_t slot = random.between(0, 2 * 288);
        const Timestamp time = kDefaultStart + slot * 300 * kSecond;
        MetricValue value;
        if (series.series == "n")
            value.number = static_cast<double>(random.between(0, 1000)) / 8;
        else
            value.count = random.between(0, 5000);
        StoredMoment(world, time).add(series.thing, series.series, value);
        stored[series][time] = value;
    }
    return stored;
}

std::vector<MetricPoint> newest_first(const std::map<Timestamp, MetricValue>& values,
                                      Timestamp from, Timestamp to) {
    std::vector<MetricPoint> points;
    for (const auto& [time, value] : values) {
        if (time >= from && time <= to) points.push_back({time, value});
    }
    return {points.rbegin(), points.rend()};
}

}  // namespace

TEST_CASE("metric store: any window of a series is what was stored in it") {
    World world;
    world.now = kDefaultStart + 3 * kDay;
    const Stored stored = store_values(world, 1);
    Random random(2, "windows");
    REQUIRE(stored.size() == 6);
    for (const auto& [series, values] : stored) {
        CAPTURE(series.thing);
        CAPTURE(series.series);
        for (int i = 0; i < 60; ++i) {
            const Timestamp from = kDefaultStart + random.between(0, 2 * kDay);
            const Timestamp to = from + random.between(0, kDay);
            CHECK(metric_history(world, series, from, to, 10'000) ==
                  newest_first(values, from, to));
        }
        const auto all = newest_first(values, kDefaultStart, world.now);
        CHECK(metric_history(world, series, kDefaultStart, world.now, 10'000) == all);
        CHECK(metric_history(world, series, kDefaultStart, world.now, 7).back() == all[6]);
    }
    const auto second = measured_series(world, "thing-2", 100);
    REQUIRE(second.size() == 2);
    CHECK(second[0] == MeasuredSeries{"thing-2", "aws:num-messages-sent"});
    CHECK(second[1] == MeasuredSeries{"thing-2", "n"});
    CHECK(measured_series(world, {}, 3).back() == second[0]);
    const auto known = measured_series(world, {}, 100);
    CHECK(std::equal(
        known.begin(), known.end(), stored.begin(), stored.end(),
        [](const MeasuredSeries& series, const auto& each) { return series == each.first; }));
}

TEST_CASE("metric store: pages of any size list every value once") {
    Detecting test;
    test.watch("n", R"({"comparisonOperator":"less-than","value":{"number":10}})");
    for (int i = 1; i <= 100; ++i) {
        test.run_to(i * 900);
        test.number("lamp", std::to_string(i));
    }
    for (const int size : {1, 7, 24, 100}) {
        CAPTURE(size);
        std::vector<std::string> values;
        std::string token;
        do {
            const std::string body = must(
                test.engine, "ListMetricValues",
                R"({"thingName":"lamp","metricName":"n","startTime":"2026-01-01T00:00:00Z",)"
                R"("endTime":"2026-01-03T00:00:00Z","maxResults":)" +
                    std::to_string(size) +
                    (token.empty() ? "" : ",\"nextToken\":" + json_string(token)) + "}");
            const auto tree = read_json_strict(body);
            const auto list = tree->find(0, "metricDatumList");
            for (auto at = tree->first(list); at != tree->end(list); at = tree->node(at).next)
                values.emplace_back(tree->node(tree->find(tree->find(at, "value"), "number")).text);
            const auto next = tree->find(0, "nextToken");
            token = next == JsonTree::kNone ? "" : std::string(tree->node(next).text);
        } while (!token.empty());
        REQUIRE(values.size() == 100);
        for (int i = 0; i < 100; ++i)
            CHECK(values[static_cast<std::size_t>(i)] == std::to_string(100 - i));
    }
}

TEST_CASE("metric store: the order in which values came is in no hash and no image") {
    World world;
    world.now = kDefaultStart + 3 * kDay;
    const Stored stored = store_values(world, 3);
    World other;
    other.now = world.now;
    for (auto series = stored.rbegin(); series != stored.rend(); ++series) {
        for (const auto& [time, value] : series->second)
            StoredMoment(other, time).add(series->first.thing, series->first.series, value);
    }
    CHECK(other.metric_values == world.metric_values);
    const auto read = world_from_image(world_image(world));
    REQUIRE(read);
    CHECK(read->metric_values == world.metric_values);
    CHECK(world_hash(*read) == world_hash(world));
    // A diff shows values, not what they are packed into.
    StoredMoment(other, kDefaultStart + kDay + 1).add("thing-1", "n", MetricValue{.number = 9});
    for (const Change& change : world_diff(world, other)) {
        if (change.table != "metricValues") continue;
        CHECK(change.before.find("2026-01-02T00:00:00.001Z") == std::string::npos);
        CHECK(change.after.find(R"("2026-01-02T00:00:00.001Z":{"number":9})") != std::string::npos);
    }
}

TEST_CASE("metric store: what a checkpoint holds does not grow with what is stored") {
    World world;
    std::size_t first_day = 0;
    const auto store = [&](std::int64_t slot) {
        for (int thing = 0; thing < 300; ++thing) {
            StoredMoment(world, kDefaultStart + slot * 300 * kSecond)
                .add("thing-" + std::to_string(1000 + thing), "aws:num-messages-sent",
                     MetricValue{.count = slot + thing});
        }
    };
    for (int day = 0; day < 10; ++day) {
        for (std::int64_t slot = 0; slot < 287; ++slot) store(day * 288 + slot);
        const World checkpoint = world;
        store(day * 288 + 287);
        const std::size_t held = bytes_alone(*find_table("metricValues"), checkpoint, world);
        if (day == 0) first_day = held;
        CHECK(held < first_day + first_day / 10);
    }
}

TEST_CASE("metric store: a series is found behind months in which only others were measured") {
    World world;
    world.now = kDefaultStart + 13 * kDay;
    StoredMoment(world, kDefaultStart + kHour).add("quiet", "n", {.number = 1});
    for (std::int64_t hour = 1; hour < 12 * 24; hour += 7)
        StoredMoment(world, kDefaultStart + hour * kHour).add("busy", "n", {.number = 2});
    StoredMoment(world, kDefaultStart + 11 * kDay).add("quiet", "n", {.number = 3});
    const auto points = metric_history(world, {"quiet", "n"}, kDefaultStart, world.now, 10);
    REQUIRE(points.size() == 2);
    CHECK(points[0].value.number == 3.0);
    CHECK(points[1].value.number == 1.0);
    CHECK(metric_history(world, {"absent", "n"}, kDefaultStart, world.now, 10).empty());
}
