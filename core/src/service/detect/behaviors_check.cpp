// See behaviors_check.h. Sources: the API reference of BehaviorCriteria and the developer guide's
// pages on metrics.
#include "service/detect/behaviors_check.h"

#include <algorithm>
#include <array>

#include "model/validate.h"
#include "service/refuse.h"
#include "text/cidr.h"
#include "text/say.h"
#include "world/settings.h"

namespace picket {
namespace {

constexpr std::array<std::int64_t, 5> kDurations = {300, 600, 900, 1800, 3600};
constexpr std::size_t kSentencesShownMax = 10;

bool is_comparison(ComparisonOperator comparison) {
    return comparison <= ComparisonOperator::GreaterThanEquals;
}

bool fits(ComparisonOperator comparison, ValueKind kind) {
    using enum ComparisonOperator;
    switch (kind) {
    case ValueKind::Count:
    case ValueKind::Number:
        return is_comparison(comparison);
    case ValueKind::Cidrs:
        return comparison == InCidrSet || comparison == NotInCidrSet;
    case ValueKind::Ports:
        return comparison == InPortSet || comparison == NotInPortSet;
    case ValueKind::Numbers:
    case ValueKind::Strings:
        return comparison == InSet || comparison == NotInSet;
    }
    PICKET_UNREACHABLE();
}

std::vector<ValueKind> kinds_present(const MetricValue& value) {
    std::vector<ValueKind> kinds;
    if (value.count) kinds.push_back(ValueKind::Count);
    if (value.cidrs) kinds.push_back(ValueKind::Cidrs);
    if (value.ports) kinds.push_back(ValueKind::Ports);
    if (value.number) kinds.push_back(ValueKind::Number);
    if (value.numbers) kinds.push_back(ValueKind::Numbers);
    if (value.strings) kinds.push_back(ValueKind::Strings);
    return kinds;
}

std::size_t elements_of(const std::vector<Behavior>& behaviors) {
    std::size_t count = 0;
    for (const Behavior& behavior : behaviors) {
        if (!behavior.criteria || !behavior.criteria->value) continue;
        const MetricValue& value = *behavior.criteria->value;
        if (value.cidrs) count += value.cidrs->size();
        if (value.ports) count += value.ports->size();
        if (value.numbers) count += value.numbers->size();
        if (value.strings) count += value.strings->size();
    }
    return count;
}

std::string unknown_metric(std::string_view name) {
    return say("metric {}{}", shown(name),
               name.starts_with("aws:") ? " is not a built-in metric"
                                        : " is not a custom metric of the account");
}

class Check {
public:
    explicit Check(const World& world)
        : world_(world), all_(setting_is(world, Setting::BehaviorChecks, "all")) {}

    void behaviors(const std::vector<Behavior>& behaviors);
    void retained(std::string_view list, std::size_t index, std::string_view metric,
                  const MetricDimension* dimension);
    std::vector<BehaviorProblem> problems;

private:
    // `member` is the path below the behavior. The second says what AWS does not document.
    void wrong(std::string_view member, const std::string& detail);
    void guess(std::string_view member, const std::string& detail) {
        if (all_) wrong(member, detail);
    }
    void metric(const Behavior& behavior);
    void criteria(const BehaviorCriteria& criteria);
    void datapoints(std::string_view member, const std::optional<std::int64_t>& count);
    void duration(const BehaviorCriteria& criteria);
    void learned(const BehaviorCriteria& criteria);
    void statistical(const BehaviorCriteria& criteria);
    void fixed(const BehaviorCriteria& criteria, const MetricValue& value);
    void comparison(const BehaviorCriteria& criteria, ValueKind kind);
    void cidrs(const MetricValue& value);

    const World& world_;
    bool all_;
    std::string where_;               // "behaviors[0]"
    std::string_view name_;           // of the behavior
    std::string metric_shown_;        // its metric, for sentences
    std::optional<MetricInfo> info_;  // of its metric, if that is known
};

void Check::wrong(std::string_view member, const std::string& detail) {
    problems.push_back(
        {say("Behavior {} is malformed. {}", name_, detail), say("{}.{}", where_, member)});
}

void Check::behaviors(const std::vector<Behavior>& behaviors) {
    StringMap<Empty> names;
    for (std::size_t i = 0; i < behaviors.size(); ++i) {
        const Behavior& behavior = behaviors[i];
        where_ = say("behaviors[{}]", i);
        name_ = behavior.name;
        if (names.find(behavior.name) != nullptr)
            guess("name", "Another behavior of the profile has the same name");
        names[behavior.name];
        metric(behavior);
        if (behavior.criteria) {
            criteria(*behavior.criteria);
        } else {
            guess("criteria", "criteria is missing");
        }
    }
    const auto count = static_cast<std::int64_t>(elements_of(behaviors));
    const std::int64_t max = setting_number(world_, Setting::BehaviorValuesMax);
    if (count <= max) return;
    problems.push_back({say("The behaviors have {} ports, addresses, numbers and texts in their "
                            "values, and a profile can have {}.",
                            count, max),
                        "behaviors"});
}

void Check::metric(const Behavior& behavior) {
    info_.reset();
    metric_shown_.clear();
    if (behavior.metric) {
        metric_shown_ = shown(*behavior.metric);
        info_ = metric_info(world_, *behavior.metric);
        if (!info_) guess("metric", unknown_metric(*behavior.metric));
    } else {
        guess("metric", "metric is missing");
    }
    if (!behavior.metric_dimension) return;
    const std::string& dimension = behavior.metric_dimension->dimension_name;
    if (info_ && !info_->has_dimensions)
        wrong("metricDimension", say("metricDimension is not supported for {}", metric_shown_));
    if (!world_.dimensions.contains(dimension)) {
        guess("metricDimension.dimensionName",
              say("metricDimension {} is not a dimension of the account", dimension));
    }
}

void Check::criteria(const BehaviorCriteria& criteria) {
    datapoints("consecutiveDatapointsToAlarm", criteria.consecutive_datapoints_to_alarm);
    datapoints("consecutiveDatapointsToClear", criteria.consecutive_datapoints_to_clear);
    if (criteria.ml_detection_config) return learned(criteria);
    duration(criteria);
    if (criteria.statistical_threshold) {
        if (criteria.value) {
            guess("criteria", "criteria has both a value and a statisticalThreshold");
            return;
        }
        return statistical(criteria);
    }
    if (criteria.value) return fixed(criteria, *criteria.value);
    guess("criteria", "criteria has no value, no statisticalThreshold and no mlDetectionConfig");
}

void Check::datapoints(std::string_view member, const std::optional<std::int64_t>& count) {
    if (!count || (*count >= kDatapointsRule.min && *count <= kDatapointsRule.max)) return;
    wrong(say("criteria.{}", member), say("{} {} should be in range[{},{}]", member, *count,
                                          kDatapointsRule.min, kDatapointsRule.max));
}

void Check::duration(const BehaviorCriteria& criteria) {
    if (!criteria.duration_seconds) return;
    const std::int64_t seconds = *criteria.duration_seconds;
    if (std::find(kDurations.begin(), kDurations.end(), seconds) == kDurations.end()) {
        wrong("criteria.durationSeconds",
              say("durationSeconds {} should be one of [300, 600, 900, 1800, 3600]", seconds));
    }
    if (info_ && is_list(info_->value)) {
        wrong("criteria.durationSeconds",
              say("durationSeconds cannot be used with {}, whose values are lists", metric_shown_));
    }
}

void Check::learned(const BehaviorCriteria& criteria) {
    const auto without = [&](bool present, std::string_view member) {
        if (!present) return;
        wrong(say("criteria.{}", member), say("{} cannot be used with mlDetectionConfig", member));
    };
    without(criteria.comparison_operator.has_value(), "comparisonOperator");
    without(criteria.value.has_value(), "value");
    without(criteria.duration_seconds.has_value(), "durationSeconds");
    without(criteria.statistical_threshold.has_value(), "statisticalThreshold");
    if (info_ && !info_->has_ml) {
        wrong("criteria.mlDetectionConfig",
              say("mlDetectionConfig is not supported for {}", metric_shown_));
    }
}

void Check::statistical(const BehaviorCriteria& criteria) {
    if (!criteria.statistical_threshold->statistic)
        guess("criteria.statisticalThreshold.statistic", "statistic is missing");
    if (!criteria.duration_seconds)
        wrong("criteria.durationSeconds", "durationSeconds is needed with statisticalThreshold");
    if (info_ && !info_->has_percentiles) {
        wrong("criteria.statisticalThreshold",
              say("statisticalThreshold is not supported for {}", metric_shown_));
    }
    comparison(criteria, ValueKind::Count);
}

void Check::fixed(const BehaviorCriteria& criteria, const MetricValue& value) {
    const std::vector<ValueKind> kinds = kinds_present(value);
    if (kinds.size() != 1) {
        guess("criteria.value", say("value must have exactly one of count, cidrs, ports, number, "
                                    "numbers and strings, found {}",
                                    kinds.size()));
        return;
    }
    if (info_ && info_->value != kinds[0]) {
        guess("criteria.value", say("value has {}, but {} is compared with {}", enum_name(kinds[0]),
                                    metric_shown_, enum_name(info_->value)));
        return;
    }
    comparison(criteria, kinds[0]);
    cidrs(value);
    if (info_ && info_->needs_duration && !criteria.duration_seconds) {
        guess("criteria.durationSeconds", say("durationSeconds is needed with {}", metric_shown_));
    }
}

void Check::comparison(const BehaviorCriteria& criteria, ValueKind kind) {
    constexpr std::string_view kMember = "criteria.comparisonOperator";
    if (!criteria.comparison_operator) return guess(kMember, "comparisonOperator is missing");
    const ComparisonOperator chosen = *criteria.comparison_operator;
    const std::string text = say("comparisonOperator {}", enum_name(chosen));
    if (!fits(chosen, kind)) {
        guess(kMember, say("{} cannot be used with {}", text,
                           criteria.value ? std::string(enum_name(kind))
                                          : std::string("statisticalThreshold")));
    } else if (info_ && info_->only_less_than && chosen > ComparisonOperator::LessThanEquals) {
        wrong(kMember, say("{} cannot be used with {}; use less-than or less-than-equals", text,
                           metric_shown_));
    }
}

void Check::cidrs(const MetricValue& value) {
    if (!value.cidrs) return;
    for (std::size_t i = 0; i < value.cidrs->size(); ++i) {
        const std::string& text = (*value.cidrs)[i];
        if (parse_cidr(text)) continue;
        guess(say("criteria.value.cidrs[{}]", i),
              say("cidrs has {}, which is no address and no CIDR block", shown(text)));
    }
}

void Check::retained(std::string_view list, std::size_t index, std::string_view metric,
                     const MetricDimension* dimension) {
    const std::string path = say("{}[{}]", list, index);
    const std::string begin = say("The item {} of {} is malformed. ", index, list);
    const auto info = metric_info(world_, metric);
    if (!info && all_) problems.push_back({begin + unknown_metric(metric), path});
    if (dimension == nullptr) return;
    const std::string below = say("{}.metricDimension", path);
    if (info && !info->has_dimensions) {
        problems.push_back(
            {say("{}metricDimension is not supported for {}", begin, shown(metric)), below});
    }
    if (all_ && !world_.dimensions.contains(dimension->dimension_name)) {
        problems.push_back({say("{}metricDimension {} is not a dimension of the account", begin,
                                dimension->dimension_name),
                            say("{}.dimensionName", below)});
    }
}

}  // namespace

std::optional<MetricInfo> metric_info(const World& world, std::string_view name) {
    if (const MetricInfo* builtin = find_builtin_metric(name)) return *builtin;
    const CustomMetric* custom = world.custom_metrics.find(name);
    if (custom == nullptr) return std::nullopt;
    return custom_metric_info(custom->type);
}

std::vector<BehaviorProblem> behavior_problems(const World& world,
                                               const std::vector<Behavior>& behaviors) {
    Check check(world);
    check.behaviors(behaviors);
    return std::move(check.problems);
}

Refusal
profile_problem(const World& world, const std::optional<std::vector<Behavior>>& behaviors,
                const std::optional<std::vector<std::string>>& additional_metrics_to_retain,
                const std::optional<std::vector<MetricToRetain>>& additional_metrics_to_retain_v2) {
    Check check(world);
    if (behaviors) check.behaviors(*behaviors);
    if (additional_metrics_to_retain) {
        for (std::size_t i = 0; i < additional_metrics_to_retain->size(); ++i) {
            check.retained("additionalMetricsToRetain", i, (*additional_metrics_to_retain)[i],
                           nullptr);
        }
    }
    if (additional_metrics_to_retain_v2) {
        for (std::size_t i = 0; i < additional_metrics_to_retain_v2->size(); ++i) {
            const MetricToRetain& item = (*additional_metrics_to_retain_v2)[i];
            check.retained("additionalMetricsToRetainV2", i, item.metric,
                           item.metric_dimension ? &*item.metric_dimension : nullptr);
        }
    }
    if (check.problems.empty()) return std::nullopt;
    std::string message;
    const std::size_t count = check.problems.size();
    for (std::size_t i = 0; i < std::min(count, kSentencesShownMax); ++i) {
        if (i > 0) message += "; ";
        message += check.problems[i].sentence;
    }
    if (count > kSentencesShownMax) message += say("; and {} more", count - kSentencesShownMax);
    return invalid(std::move(message), std::move(check.problems.front().path));
}

}  // namespace picket
