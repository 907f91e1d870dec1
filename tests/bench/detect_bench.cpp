// What a datapoint costs: 1,000 devices that report one metric every five minutes, and ten rules
// over it - thresholds with all durations, row counters, two percentiles of the fleet. Columns go
// through ingest and due work as the simulator's do. The baseline of the same run judges the same
// values by the words of the documentation: a map of histories, and each window summed up anew.
//
// "items" are datapoints through evaluation: one value of one device for one rule.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "base/random.h"
#include "picket/engine.h"
#include "service/detect/ingest.h"
#include "service/due.h"
#include "world/context.h"

namespace {

using namespace picket;

constexpr std::int64_t kSlotsPerDay = 288;
constexpr std::int64_t kSlot = 300 * kSecond;
constexpr std::string_view kMetric = "aws:num-messages-sent";

struct RuleText {
    const char* comparison;
    int duration;
    int value;  // of a threshold; negative: the statistic
    const char* statistic;
    int to_alarm;
    int to_clear;
};
constexpr RuleText kRules[] = {
    {"less-than", 300, 990, "", 1, 1},          {"less-than", 300, 900, "", 3, 2},
    {"less-than-equals", 600, 1900, "", 1, 1},  {"greater-than", 900, 30, "", 2, 2},
    {"less-than", 1800, 5000, "", 1, 3},        {"greater-than-equals", 3600, 3000, "", 1, 1},
    {"less-than", 3600, 9000, "", 2, 1},        {"greater-than", 300, 2, "", 5, 5},
    {"less-than-equals", 300, -1, "p99", 3, 1}, {"less-than-equals", 900, -1, "p90", 10, 1},
};
constexpr std::int64_t kRuleCount = std::size(kRules);

Engine with_rules() {
    Engine engine;
    std::string behaviors;
    for (std::int64_t i = 0; i < kRuleCount; ++i) {
        const RuleText& rule = kRules[i];
        behaviors += (i > 0 ? "," : "") + std::string("{\"name\":\"b") + std::to_string(i) +
                     "\",\"metric\":\"" + std::string(kMetric) +
                     "\",\"criteria\":{\"comparisonOperator\":\"" + rule.comparison +
                     "\",\"durationSeconds\":" + std::to_string(rule.duration) +
                     ",\"consecutiveDatapointsToAlarm\":" + std::to_string(rule.to_alarm) +
                     ",\"consecutiveDatapointsToClear\":" + std::to_string(rule.to_clear);
        behaviors += rule.value >= 0 ? ",\"value\":{\"count\":" + std::to_string(rule.value) + "}}}"
                                     : std::string(",\"statisticalThreshold\":{\"statistic\":\"") +
                                           rule.statistic + "\"}}}";
    }
    engine.call("CreateSecurityProfile",
                "{\"securityProfileName\":\"p\",\"behaviors\":[" + behaviors + "]}");
    engine.call("AttachSecurityProfile", R"({"securityProfileName":"p","securityProfileTargetArn":)"
                                         R"("arn:aws:iot:us-east-1:123456789012:all/things"})");
    return engine;
}

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
    for (auto _ : state) {
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
        benchmark::DoNotOptimize(world);
    }
    state.SetItemsProcessed(state.iterations() * devices * days * kSlotsPerDay * kRuleCount);
    state.counters["events"] = static_cast<double>(events);
}

// The same by the words of the documentation.
class ByTheBook {
public:
    std::size_t events = 0;

    void take(std::int64_t slot, const std::vector<std::string>& devices,
              const std::vector<double>& values) {
        for (std::size_t i = 0; i < devices.size(); ++i)
            history_[devices[i]].push_back({slot, values[i]});
        for (std::int64_t r = 0; r < kRuleCount; ++r) {
            const std::int64_t steps = kRules[r].duration / 300;
            if (slot % steps == 0) judge(r, slot, steps, devices);
        }
    }

private:
    struct Value {
        std::int64_t slot;
        double value;
    };
    struct State {
        int violating = 0, conforming = 0;
        bool alarm = false;
    };
    double window(const std::string& device, std::int64_t slot, std::int64_t steps) {
        double sum = 0;
        for (const Value& value : history_.at(device)) {
            if (value.slot > slot - steps && value.slot <= slot) sum += value.value;
        }
        return sum;
    }
    void judge(std::int64_t r, std::int64_t slot, std::int64_t steps,
               const std::vector<std::string>& devices) {
        const RuleText& rule = kRules[r];
        std::vector<double> sums;
        for (const std::string& device : devices) sums.push_back(window(device, slot, steps));
        double bound = rule.value;
        if (rule.value < 0) {
            std::vector<double> sorted = sums;
            std::sort(sorted.begin(), sorted.end());
            const double share = std::string(rule.statistic) == "p99" ? 0.99 : 0.9;
            const auto rank = static_cast<std::size_t>(share * static_cast<double>(sorted.size()));
            bound = sorted[std::max<std::size_t>(rank, 1) - 1];
        }
        const std::string comparison = rule.comparison;
        for (std::size_t i = 0; i < devices.size(); ++i) {
            State& state = states_[{devices[i], r}];
            const double x = sums[i];
            const bool fine = comparison == "less-than"          ? x < bound
                              : comparison == "less-than-equals" ? x <= bound
                              : comparison == "greater-than"     ? x > bound
                                                                 : x >= bound;
            if (!fine) {
                state.conforming = 0;
                if (!state.alarm && ++state.violating >= rule.to_alarm) {
                    state.alarm = true;
                    state.violating = 0;
                    ++events;
                }
            } else {
                state.violating = 0;
                if (state.alarm && ++state.conforming >= rule.to_clear) {
                    state.alarm = false;
                    state.conforming = 0;
                    ++events;
                }
            }
        }
    }

    std::map<std::string, std::vector<Value>> history_;
    std::map<std::pair<std::string, std::int64_t>, State> states_;
};

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

}  // namespace

BENCHMARK(evaluate_by_the_book)->Args({1000, 1})->Unit(benchmark::kMillisecond)->Iterations(1);
BENCHMARK(evaluate)
    ->Args({1000, 1})
    ->Args({1000, 14})
    ->Args({10'000, 1})
    ->Unit(benchmark::kMillisecond);
BENCHMARK(publish)->Unit(benchmark::kMicrosecond);
