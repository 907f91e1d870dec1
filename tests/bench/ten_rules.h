// Ten rules over one metric, for benchmarks: thresholds with all durations, row counters, two
// percentiles of the fleet. And the baseline that judges the same values by the words of the
// documentation: a map of histories, and each window summed up anew.
#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "picket/engine.h"
#include "world/world_bytes.h"

namespace picket::bench {

inline constexpr std::int64_t kSlotsPerDay = 288;
inline constexpr std::int64_t kSlot = 300 * kSecond;
inline constexpr std::string_view kMetric = "aws:num-messages-sent";

struct RuleText {
    const char* comparison;
    int duration;
    int value;  // of a threshold; negative: the statistic
    const char* statistic;
    int to_alarm;
    int to_clear;
};
inline constexpr RuleText kRules[] = {
    {"less-than", 300, 990, "", 1, 1},          {"less-than", 300, 900, "", 3, 2},
    {"less-than-equals", 600, 1900, "", 1, 1},  {"greater-than", 900, 30, "", 2, 2},
    {"less-than", 1800, 5000, "", 1, 3},        {"greater-than-equals", 3600, 3000, "", 1, 1},
    {"less-than", 3600, 9000, "", 2, 1},        {"greater-than", 300, 2, "", 5, 5},
    {"less-than-equals", 300, -1, "p99", 3, 1}, {"less-than-equals", 900, -1, "p90", 10, 1},
};
inline constexpr std::int64_t kRuleCount = std::size(kRules);

inline Engine with_rules() {
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

// Bytes that the program holds, as far as the C library tells.
inline double held_bytes() {
#ifdef __GLIBC__
    return static_cast<double>(mallinfo2().uordblks);
#else
    return 0;
#endif
}

// The tables that weigh most, and how much in megabytes.
inline std::string heaviest_tables(const World& world) {
    std::vector<std::pair<std::size_t, std::string>> tables;
    for (const TableInfo& table : world_tables())
        tables.emplace_back(bytes_alone(table, world, World()), table.name);
    std::sort(tables.rbegin(), tables.rend());
    std::string text;
    for (std::size_t i = 0; i < 5 && tables[i].first >> 20 > 0; ++i)
        text += tables[i].second + ' ' + std::to_string(tables[i].first >> 20) + " MB ";
    return text;
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

}  // namespace picket::bench
