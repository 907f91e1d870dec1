// What a datapoint costs: 1,000 devices that report one metric every five minutes, and ten rules
// over it (ten_rules.h, with the baseline of the same run). Columns go through ingest and due work
// as the simulator's do.
//
// "items" are datapoints through evaluation: one value of one device for one rule.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <string>
#include <vector>

#include "base/random.h"
#include "picket/metric_history.h"
#include "service/detect/ingest.h"
#include "service/detect/upkeep.h"
#include "service/due.h"
#include "ten_rules.h"
#include "world/context.h"

namespace {

using namespace picket;
using namespace picket::bench;

// Mostly a few messages, sometimes many, all from a seed.
std::vector<double> values_of(Random& random, std::int64_t devices) {
    std::vector<double> values;
    for (std::int64_t i = 0; i < devices; ++i) {
        const std::uint64_t bits = random.next();
        values.push_back(static_cast<double>(bits % 256 == 0 ? 1000 : 3 + bits % 97));
    }
    return values;
}

Refusal no_calls(World&, Context&, std::string_view, std::string_view) { return {}; }

void run_due_until(World& world, Timestamp time) {
    while (!world.due.empty() && world.due.begin()->key.time <= time) {
        const DueKey key = world.due.begin()->key;
        const DueItem item = world.due.begin()->value;
        world.now = std::max(world.now, key.time);
        world.due.erase(key);
        run_due(world, key, item, no_calls);
    }
    world.now = time;
}

// Values are made before the clock of the benchmark runs, and used again every day.
std::vector<std::vector<double>> day_of_values(std::int64_t devices) {
    Random random(1, "detect bench");
    std::vector<std::vector<double>> day;
    for (std::int64_t slot = 0; slot < kSlotsPerDay; ++slot)
        day.push_back(values_of(random, devices));
    return day;
}

void evaluate(benchmark::State& state) {
    const std::int64_t devices = state.range(0);
    const std::int64_t days = state.range(1);
    const auto day = day_of_values(devices);
    const Engine engine = with_rules();
    std::size_t events = 0;
    double state_bytes = 0;
    double checkpoint_bytes = 0;
    for (auto _ : state) {
        const double before = held_bytes();
        World world = engine.world();
        std::vector<std::int64_t> numbers;
        for (std::int64_t i = 0; i < devices; ++i)
            numbers.push_back(device_number(world, "device-" + std::to_string(i)));
        const Timestamp start = world.now;
        std::vector<World> checkpoints;
        for (std::int64_t slot = 1; slot <= days * kSlotsPerDay; ++slot) {
            const Timestamp time = start + slot * kSlot;
            run_due_until(world, time);
            Context context(world, 1);
            const auto& values = day[static_cast<std::size_t>(slot % kSlotsPerDay)];
            ingest(world, context, time, {kMetric, numbers, values, {}}, Keep::Nothing);
            if (slot % 72 == 0) checkpoints.push_back(world);  // as the engine keeps them
        }
        run_due_until(world, start + days * kDay + 2 * kSecond);
        events = world.violation_events.size();
        const double with_checkpoints = held_bytes();
        const double count = static_cast<double>(checkpoints.size());
        checkpoints.clear();
        const double after = held_bytes();
        checkpoint_bytes = count > 0 ? (with_checkpoints - after) / count : 0;
        // Without what alarms leave behind: messages, events, the chronicle.
        world.messages = {};
        world.messages_by = {};
        world.violation_events = {};
        world.violation_events_by = {};
        world.active_violations = {};
        world.active_violations_by = {};
        world.chronicle = {};
        state_bytes = held_bytes() - before;
        benchmark::DoNotOptimize(world);
    }
    state.SetItemsProcessed(state.iterations() * devices * days * kSlotsPerDay * kRuleCount);
    state.counters["events"] = static_cast<double>(events);
    state.counters["bytes_per_device_and_rule"] = state_bytes /
                                                  static_cast<double>(devices * kRuleCount);
    state.counters["bytes_per_checkpoint"] = checkpoint_bytes;
}

void evaluate_by_the_book(benchmark::State& state) {
    const std::int64_t devices = state.range(0);
    const std::int64_t days = state.range(1);
    const auto day = day_of_values(devices);
    std::vector<std::string> names;
    for (std::int64_t i = 0; i < devices; ++i) names.push_back("device-" + std::to_string(i));
    std::size_t events = 0;
    for (auto _ : state) {
        ByTheBook book;
        for (std::int64_t slot = 1; slot <= days * kSlotsPerDay; ++slot)
            book.take(slot, names, day[static_cast<std::size_t>(slot % kSlotsPerDay)]);
        events = book.events;
    }
    state.SetItemsProcessed(state.iterations() * devices * days * kSlotsPerDay * kRuleCount);
    state.counters["events"] = static_cast<double>(events);
}

// One report at a time, from its text to the alarms: what Publish costs.
void publish(benchmark::State& state) {
    Engine engine = with_rules();
    engine.call("PutSetting", R"({"name":"reportSpacingSeconds","value":"0"})");
    engine.call("PutSetting", R"({"name":"reportIds","value":"any"})");
    const std::string report =
        R"({"topic":"$aws/things/lamp/defender/metrics/json","payload":{"header":{"report_id":1,)"
        R"("version":"1.0"},"metrics":{"network_stats":{"bytes_in":1,"bytes_out":2,)"
        R"("packets_in":3,"packets_out":4}}}})";
    for (auto _ : state) {
        Engine copy = engine;
        benchmark::DoNotOptimize(copy.call("Publish", report));
    }
    state.SetItemsProcessed(state.iterations());
}

// The reference fleet: each kind of device, six metrics that are counts, two days every 5 minutes.
std::vector<std::pair<MeasuredSeries, MetricPoint>> fleet_values() {
    constexpr const char* kKinds[] = {"SMART_LIGHT",       "THERMOSTAT",    "CAMERA",     "GATEWAY",
                                      "INDUSTRIAL_SENSOR", "ASSET_TRACKER", "SMART_METER"};
    constexpr const char* kMetrics[] = {
        "aws:num-messages-sent", "aws:num-messages-received",
        "aws:message-byte-size", "aws:all-bytes-out",
        "aws:all-packets-out",   "aws:num-established-tcp-connections"};
    Engine engine;
    std::string retained;
    for (const char* metric : kMetrics)
        retained += (retained.empty() ? "{\"metric\":\"" : ",{\"metric\":\"") +
                    std::string(metric) + "\"}";
    engine.call("CreateSecurityProfile",
                R"({"securityProfileName":"p","additionalMetricsToRetainV2":[)" + retained + "]}");
    engine.call("AttachSecurityProfile", R"({"securityProfileName":"p","securityProfileTargetArn":)"
                                         R"("arn:aws:iot:us-east-1:123456789012:all/things"})");
    for (const char* kind : kKinds) {
        engine.call("CreateFleet", std::string("{\"fleetName\":\"") + kind + "\",\"archetype\":\"" +
                                       kind + "\",\"count\":30}");
    }
    engine.advance(kDefaultStart + 2 * kDay);
    std::vector<std::pair<MeasuredSeries, MetricPoint>> values;
    for (const char* kind : kKinds) {
        for (std::int64_t i = 1; i <= 30; ++i) {
            const std::string number = std::to_string(i);
            const std::string name = std::string(kind) + (i < 10 ? "-0" : "-") + number;
            for (const char* metric : kMetrics) {
                for (MetricPoint& point : metric_history(engine.world(), {name, metric},
                                                         kDefaultStart, engine.world().now, 1000))
                    values.push_back({{name, metric}, std::move(point)});
            }
        }
    }
    std::stable_sort(values.begin(), values.end(), [](const auto& left, const auto& right) {
        return left.second.time < right.second.time;
    });
    return values;
}

// Numbers without any order, at odd milliseconds.
std::vector<std::pair<MeasuredSeries, MetricPoint>> worst_values() {
    Random random(1, "worst values");
    std::vector<std::pair<MeasuredSeries, MetricPoint>> values;
    for (std::int64_t slot = 0; slot < 2 * kSlotsPerDay; ++slot) {
        for (std::int64_t i = 0; i < 1000; ++i) {
            MetricPoint point;
            point.time = kDefaultStart + slot * kSlot + random.between(0, 200'000);
            point.value.number = static_cast<double>(random.next()) / 3;
            values.push_back({{"device-" + std::to_string(i), "temperature"}, std::move(point)});
        }
    }
    return values;
}

// Values that are kept for ListMetricValues: time and bytes of each.
void retain(benchmark::State& state) {
    const bool worst = state.range(0) == 1;
    state.SetLabel(worst ? "numbers at odd times; at most 17 bytes a value"
                         : "counts of the reference fleet; at most 8 bytes a value");
    const auto values = worst ? worst_values() : fleet_values();
    const auto count = static_cast<double>(values.size());
    for (auto _ : state) {
        const double before = held_bytes();
        World world;
        world.now = kDefaultStart + 2 * kDay;
        for (const auto& [series, point] : values)
            StoredMoment(world, point.time).add(series.thing, series.series, point.value);
        state.counters["bytes_per_value"] = (held_bytes() - before) / count;
        state.counters["counted_bytes_per_value"] = static_cast<double>(
                                                        bytes_alone(*find_table("metricValues"),
                                                                    world, World())) /
                                                    count;
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(values.size()));
}

}  // namespace

BENCHMARK(evaluate_by_the_book)->Args({1000, 1})->Unit(benchmark::kMillisecond)->Iterations(1);
BENCHMARK(evaluate)
    ->Args({1000, 1})
    ->Args({1000, 14})
    ->Args({10'000, 1})
    ->Unit(benchmark::kMillisecond);
BENCHMARK(retain)->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);
BENCHMARK(publish)->Unit(benchmark::kMicrosecond);
