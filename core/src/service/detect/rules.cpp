// See rules.h.
#include "service/detect/rules.h"

#include <algorithm>

#include "detect/alarm.h"
#include "detect/statistical.h"
#include "detect/window.h"
#include "service/detect/alarms.h"
#include "service/detect/behaviors_check.h"
#include "service/detect/devices.h"
#include "service/detect/metric_values.h"
#include "service/detect/upkeep.h"
#include "service/pair_range.h"
#include "world/settings.h"

namespace picket {
namespace {

constexpr std::string_view kAccount = "account";
// More steps than the longest documented duration has are not kept: such windows do not slide.
constexpr std::int64_t kStepsMax = 12;

bool is_gauge(std::string_view metric) {
    return metric == "aws:num-listening-tcp-ports" || metric == "aws:num-listening-udp-ports" ||
           metric == "aws:num-established-tcp-connections" || metric == "aws:disconnect-duration";
}

Aggregate gauge_aggregate(std::string_view chosen) {
    if (chosen == "largest") return Aggregate::Largest;
    return chosen == "sum" ? Aggregate::Sum : Aggregate::Last;
}

Aggregate aggregate_of(const World& world, std::string_view metric, const MetricInfo& info,
                       ComparisonOperator comparison) {
    if (metric == "aws:message-byte-size") {
        const std::string_view chosen = setting_text(world, Setting::MessageSizeValue);
        if (chosen == "mean") return Aggregate::Mean;
        const bool greater = comparison == ComparisonOperator::GreaterThan ||
                             comparison == ComparisonOperator::GreaterThanEquals;
        return greater && chosen == "extreme" ? Aggregate::Smallest : Aggregate::Largest;
    }
    if (is_gauge(metric)) return gauge_aggregate(setting_text(world, Setting::GaugeValue));
    if (info.value == ValueKind::Number) {
        const std::string_view chosen = setting_text(world, Setting::NumberValue);
        if (chosen == "last") return Aggregate::Last;
        return chosen == "mean" ? Aggregate::Mean : Aggregate::Sum;
    }
    return Aggregate::Sum;
}

std::int64_t step_of(const World& world, std::int64_t duration_seconds) {
    const bool slides = setting_text(world, Setting::WindowKind) == "sliding" &&
                        duration_seconds % kSlotSeconds == 0 &&
                        duration_seconds / kSlotSeconds <= kStepsMax;
    return slides ? kSlotSeconds : duration_seconds;
}

void compile_number(const BehaviorCriteria& criteria, DetectRule& rule) {
    if (criteria.statistical_threshold) {
        const auto share = share_of_statistic(
            criteria.statistical_threshold->statistic.value_or(std::string()));
        if (!share || rule.duration_seconds == 0) return;
        rule.kind = RuleKind::Statistic;
        rule.percentile = *share;
        return;
    }
    if (!criteria.value) return;
    const MetricValue& value = *criteria.value;
    if (rule.value_kind == ValueKind::Count && value.count) {
        rule.kind = RuleKind::Threshold;
        rule.bound = static_cast<double>(*value.count);
    } else if (rule.value_kind == ValueKind::Number && value.number) {
        rule.kind = RuleKind::Threshold;
        rule.bound = *value.number;
    }
}

// A behavior that makes no sense is a rule that does nothing: the setting behaviorChecks lets
// profiles have them.
DetectRule compile(const World& world, const std::string& profile, const Behavior& behavior) {
    DetectRule rule;
    rule.profile = profile;
    rule.behavior = behavior.name;
    if (!behavior.metric) return rule;
    rule.series = series_name(*behavior.metric, behavior.metric_dimension);
    rule.exports = behavior.export_metric.value_or(false);
    const auto info = metric_info(world, *behavior.metric);
    if (!info || !behavior.criteria) return rule;
    const BehaviorCriteria& criteria = *behavior.criteria;
    rule.criteria = criteria;
    rule.value_kind = info->value;
    rule.cloud_side = info->side == MetricSide::Cloud;
    rule.comparison = criteria.comparison_operator.value_or(ComparisonOperator::LessThan);
    rule.datapoints_to_alarm = criteria.consecutive_datapoints_to_alarm.value_or(1);
    rule.datapoints_to_clear = criteria.consecutive_datapoints_to_clear.value_or(1);
    rule.aggregate = aggregate_of(world, *behavior.metric, *info, rule.comparison);
    if (criteria.ml_detection_config) {
        rule.kind = RuleKind::Learned;
        return rule;
    }
    if (is_list(info->value)) {
        if (criteria.value && criteria.comparison_operator) rule.kind = RuleKind::Members;
        return rule;
    }
    rule.duration_seconds = std::max<std::int64_t>(criteria.duration_seconds.value_or(0), 0);
    rule.step_seconds = step_of(world, rule.duration_seconds);
    if (criteria.comparison_operator) compile_number(criteria, rule);
    return rule;
}

DetectRule retained(const World& world, const std::string& profile, std::string_view metric,
                    const std::optional<MetricDimension>& dimension, bool exports) {
    DetectRule rule;
    rule.profile = profile;
    rule.series = series_name(metric, dimension);
    rule.behavior = rule.series;
    rule.kind = RuleKind::Retained;
    rule.exports = exports;
    if (const auto info = metric_info(world, metric)) rule.value_kind = info->value;
    return rule;
}

std::vector<DetectRule> compile_all(const World& world, const SecurityProfile& profile) {
    std::vector<DetectRule> rules;
    if (profile.behaviors) {
        for (const Behavior& behavior : *profile.behaviors)
            rules.push_back(compile(world, profile.name, behavior));
    }
    if (profile.additional_metrics_to_retain) {
        for (const std::string& metric : *profile.additional_metrics_to_retain)
            rules.push_back(retained(world, profile.name, metric, std::nullopt, false));
    }
    if (profile.additional_metrics_to_retain_v2) {
        for (const MetricToRetain& item : *profile.additional_metrics_to_retain_v2) {
            rules.push_back(retained(world, profile.name, item.metric, item.metric_dimension,
                                     item.export_metric.value_or(false)));
        }
    }
    return rules;
}

// Retained metrics stand beside behaviors of the same name: a line break keeps them apart.
PairKey place_of(const DetectRule& rule) {
    return {rule.profile, (rule.kind == RuleKind::Retained ? "\n" : "") + rule.behavior};
}

std::int64_t join_series(World& world, const std::string& series, std::int64_t rule) {
    DetectSeries row;
    if (const DetectSeries* found = world.detect_series.find(series)) {
        row = *found;
    } else {
        DetectCounters counters = detect_counters(world);
        row.number = counters.next_series++;
        put_detect_counters(world, counters);
    }
    row.rules.insert(std::upper_bound(row.rules.begin(), row.rules.end(), rule), rule);
    const std::int64_t number = row.number;
    world.detect_series.put(series, std::move(row));
    return number;
}

void leave_series(World& world, const std::string& series, std::int64_t rule) {
    const DetectSeries* found = world.detect_series.find(series);
    if (found == nullptr) return;
    DetectSeries row = *found;
    std::erase(row.rules, rule);
    if (row.rules.empty()) {
        world.detect_series.erase(series);
    } else {
        world.detect_series.put(series, std::move(row));
    }
}

void erase_blocks(World& world, std::int64_t rule) {
    while (true) {
        const auto at = world.detect_blocks.lower_bound(RuleBlockKey{rule, 0});
        if (at == world.detect_blocks.end() || at->key.rule != rule) return;
        world.detect_blocks.erase(RuleBlockKey{at->key});
    }
}

void add_rule(World& world, DetectRule rule) {
    DetectCounters counters = detect_counters(world);
    const std::int64_t number = counters.next_rule++;
    put_detect_counters(world, counters);
    if (!rule.series.empty()) rule.series_number = join_series(world, rule.series, number);
    world.detect_rules_of.put(place_of(rule), number);
    world.detect_rules.put(number, std::move(rule));
}

void remove_rule(World& world, const PairKey& place, std::int64_t number) {
    end_alarms_of_rule(world, number, "the behavior is gone");
    const DetectRule* rule = world.detect_rules.find(number);
    if (rule != nullptr && !rule->series.empty())
        leave_series(world, std::string(rule->series), number);
    world.detect_rules.erase(number);
    world.detect_rules_of.erase(place);
    erase_blocks(world, number);
}

// The counters start anew; what windows collected so far stays if it still means the same.
void restart_rule(World& world, std::int64_t number, bool new_windows) {
    for (std::int64_t block = 0;; ++block) {
        const auto at = world.detect_blocks.lower_bound(RuleBlockKey{number, block});
        if (at == world.detect_blocks.end() || at->key.rule != number) return;
        block = at->key.block;
        world.detect_blocks.update(RuleBlockKey{number, block}, [&](RuleBlock& row) {
            if (new_windows) row.steps.clear();
            for (DeviceState& state : row.devices) {
                restart(state.alarm);
                if (!new_windows) continue;
                state.current = {};
                state.previous = {};
            }
        });
    }
}

void replace_rule(World& world, std::int64_t number, DetectRule rule) {
    const DetectRule* found = world.detect_rules.find(number);
    if (found == nullptr) return;
    const DetectRule& before = *found;
    rule.series_number = before.series_number;
    rule.closing = before.closing;
    rule.closed = before.closed;
    rule.late = before.late;
    rule.entry_id = before.entry_id;
    if (rule == before) return;
    const bool new_windows = rule.duration_seconds != before.duration_seconds ||
                             rule.step_seconds != before.step_seconds ||
                             rule.aggregate != before.aggregate || rule.kind != before.kind;
    const bool edited = rule.criteria != before.criteria;
    world.detect_rules.put(number, std::move(rule));
    if (edited && setting_text(world, Setting::BehaviorEdit) == "invalidate")
        end_alarms_of_rule(world, number, "the behavior was edited");
    if (edited || new_windows) restart_rule(world, number, new_windows);
}

void recompile(World& world, const std::string& name) {
    std::vector<DetectRule> wanted;
    if (const SecurityProfile* profile = world.security_profiles.find(name))
        wanted = compile_all(world, *profile);
    for (const std::string& behavior : pair_seconds(world.detect_rules_of, name)) {
        const PairKey place = {name, behavior};
        const std::int64_t number = *world.detect_rules_of.find(place);
        const DetectRule* rule = world.detect_rules.find(number);
        const std::string series = rule != nullptr ? rule->series : std::string();
        const auto same = std::find_if(wanted.begin(), wanted.end(), [&](const DetectRule& each) {
            return place_of(each) == place && each.series == series;
        });
        // A behavior that measures something else than before is another one.
        if (same == wanted.end()) remove_rule(world, place, number);
    }
    for (DetectRule& rule : wanted) {
        const std::int64_t* number = world.detect_rules_of.find(place_of(rule));
        if (number == nullptr) {
            add_rule(world, std::move(rule));
        } else {
            replace_rule(world, *number, std::move(rule));
        }
    }
}

void grow_version(World& world) {
    DetectCounters counters = detect_counters(world);
    ++counters.targets_version;
    put_detect_counters(world, counters);
}

}  // namespace

DetectCounters detect_counters(const World& world) {
    const DetectCounters* row = world.detect_counters.find(kAccount);
    return row != nullptr ? *row : DetectCounters{};
}

void put_detect_counters(World& world, DetectCounters counters) {
    world.detect_counters.put(std::string(kAccount), counters);
}

bool detect_awake(const World& world) {
    const DetectCounters* row = world.detect_counters.find(kAccount);
    return row != nullptr && row->awake;
}

void wake_detect(World& world) {
    DetectCounters counters = detect_counters(world);
    if (counters.awake) return;
    counters.awake = true;
    put_detect_counters(world, counters);
    const auto profiles = world.security_profiles;
    for (const auto entry : profiles) recompile(world, entry.key);
}

void note_profile_change(World& world, const std::string& profile) {
    if (!detect_awake(world)) return;
    recompile(world, profile);
    grow_version(world);
}

void note_target_change(World& world, const std::string& profile) {
    if (!detect_awake(world)) return;
    grow_version(world);
    review_alarms(world, profile);
}

void note_setting_change(World& world) {
    if (!detect_awake(world)) return;
    const auto profiles = world.security_profiles;
    for (const auto entry : profiles) recompile(world, entry.key);
    grow_version(world);
    want_upkeep(world, world.now);
}

const Behavior* behavior_of(const World& world, const DetectRule& rule) {
    const SecurityProfile* profile = world.security_profiles.find(rule.profile);
    if (profile == nullptr || !profile->behaviors || rule.kind == RuleKind::Retained)
        return nullptr;
    for (const Behavior& behavior : *profile->behaviors) {
        if (behavior.name == rule.behavior) return &behavior;
    }
    return nullptr;
}

std::string_view metric_of_series(std::string_view series) {
    return series.substr(0, series.find('\n'));
}

std::optional<MetricDimension> dimension_of_series(std::string_view series) {
    const std::size_t first = series.find('\n');
    if (first == std::string_view::npos) return std::nullopt;
    const std::size_t second = series.find('\n', first + 1);
    const std::string_view comparison = series.substr(second + 1);
    return MetricDimension{std::string(series.substr(first + 1, second - first - 1)),
                           comparison == enum_name(DimensionValueOperator::NotIn)
                               ? DimensionValueOperator::NotIn
                               : DimensionValueOperator::In};
}

std::optional<std::int64_t> rule_number(const World& world, const std::string& profile,
                                        const std::string& behavior) {
    const std::int64_t* number = world.detect_rules_of.find(PairKey{profile, behavior});
    if (number == nullptr) return std::nullopt;
    return *number;
}

}  // namespace picket
