// See words.h.
#include "items/words.h"

#include "items/rows.h"

namespace picket::ui {
namespace {

constexpr std::size_t kListed = 6;

template <class T, class F>
std::string listed(const std::vector<T>& values, F&& text_of) {
    std::string text;
    for (std::size_t i = 0; i < std::min(values.size(), kListed); ++i)
        text += (i > 0 ? ", " : "") + text_of(values[i]);
    if (values.size() > kListed) text += " and " + count_text(values.size() - kListed) + " more";
    return text.empty() ? "none" : text;
}

std::string_view comparison_words(ComparisonOperator comparison) {
    switch (comparison) {
    case ComparisonOperator::LessThan:
        return "is below ";
    case ComparisonOperator::LessThanEquals:
        return "is at most ";
    case ComparisonOperator::GreaterThan:
        return "is above ";
    case ComparisonOperator::GreaterThanEquals:
        return "is at least ";
    case ComparisonOperator::InCidrSet:
        return "has only addresses in ";
    case ComparisonOperator::NotInCidrSet:
        return "has no address in ";
    case ComparisonOperator::InPortSet:
        return "has only ports of ";
    case ComparisonOperator::NotInPortSet:
        return "has no port of ";
    case ComparisonOperator::InSet:
        return "has only values of ";
    case ComparisonOperator::NotInSet:
        return "has no value of ";
    }
    return "";
}

std::string criteria_words(const BehaviorCriteria& criteria) {
    std::string text;
    if (criteria.ml_detection_config) {
        return "is as the model learned, confidence " +
               std::string(enum_word(criteria.ml_detection_config->confidence_level));
    }
    if (criteria.statistical_threshold) {
        const bool above = criteria.comparison_operator == ComparisonOperator::GreaterThan ||
                           criteria.comparison_operator == ComparisonOperator::GreaterThanEquals;
        text = std::string(above ? "is above " : "is below ") +
               criteria.statistical_threshold->statistic.value_or("the percentile") +
               " of all devices";
    } else if (criteria.comparison_operator && criteria.value) {
        text = std::string(comparison_words(*criteria.comparison_operator)) +
               value_words(*criteria.value);
    } else {
        return "is compared with nothing";
    }
    if (criteria.duration_seconds)
        text += " within " + duration_text(*criteria.duration_seconds * kSecond);
    return text;
}

}  // namespace

std::string value_words(const MetricValue& value) {
    const auto same = [](const std::string& text) { return text; };
    const auto number = [](auto each) { return to_json(each); };
    if (value.count) return count_text(static_cast<std::size_t>(*value.count));
    if (value.number) return to_json(*value.number);
    if (value.cidrs) return listed(*value.cidrs, same);
    if (value.ports) return listed(*value.ports, number);
    if (value.numbers) return listed(*value.numbers, number);
    if (value.strings) return listed(*value.strings, same);
    return "nothing";
}

std::string behavior_words(const Behavior& behavior) {
    std::string text = behavior.metric.value_or("No metric");
    if (behavior.metric_dimension) {
        const bool out = behavior.metric_dimension->comparison == DimensionValueOperator::NotIn;
        text += (out ? " outside of " : " in ") + behavior.metric_dimension->dimension_name;
    }
    if (!behavior.criteria) return text + " is kept, without an alarm";
    return text + ' ' + criteria_words(*behavior.criteria);
}

std::string datapoint_words(const BehaviorCriteria& criteria) {
    const std::int64_t raise = criteria.consecutive_datapoints_to_alarm.value_or(1);
    const std::int64_t clear = criteria.consecutive_datapoints_to_clear.value_or(1);
    return std::to_string(raise) + (raise == 1 ? " datapoint raises" : " in a row raise") +
           " the alarm, " + std::to_string(clear) + (clear == 1 ? " clears it" : " clear it");
}

void add_behavior(const Behavior& behavior, FactGroup& group) {
    group.facts.push_back({"Normal", behavior_words(behavior)});
    if (behavior.criteria) group.facts.push_back({"Alarm", datapoint_words(*behavior.criteria)});
    if (behavior.suppress_alerts.value_or(false))
        group.facts.push_back({"Alerts", "Recorded, and not published", Tone::Muted});
}

std::string behavior_series(const Behavior& behavior) {
    std::string series = behavior.metric.value_or("");
    if (behavior.metric_dimension) {
        const auto out = behavior.metric_dimension->comparison.value_or(DimensionValueOperator::In);
        series += '\n' + behavior.metric_dimension->dimension_name + '\n';
        series += enum_word(out);
    }
    return series;
}

double number_of(const MetricValue& value) {
    if (value.count) return static_cast<double>(*value.count);
    if (value.number) return *value.number;
    if (value.cidrs) return static_cast<double>(value.cidrs->size());
    if (value.ports) return static_cast<double>(value.ports->size());
    if (value.numbers) return static_cast<double>(value.numbers->size());
    if (value.strings) return static_cast<double>(value.strings->size());
    return 0;
}

std::optional<double> threshold_of(const Behavior& behavior) {
    if (!behavior.criteria || !behavior.criteria->value) return std::nullopt;
    const MetricValue& value = *behavior.criteria->value;
    if (value.number) return value.number;
    if (value.count) return static_cast<double>(*value.count);
    return std::nullopt;
}

std::string_view kind_words(const Behavior& behavior) {
    if (!behavior.criteria) return "";
    if (behavior.criteria->ml_detection_config) return "ML";
    if (behavior.criteria->statistical_threshold) return "Statistical";
    return "Static";
}

}  // namespace picket::ui
