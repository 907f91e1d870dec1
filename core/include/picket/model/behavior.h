// Behaviors of security profiles: what a metric of a device should be like. One behavior stands in
// requests, in stored profiles and inside of violations alike.
#pragma once

#include "picket/model/common.h"

namespace picket {

enum class DimensionValueOperator : std::uint8_t { In, NotIn };
template <>
struct EnumNames<DimensionValueOperator> {
    static constexpr std::string_view name = "DimensionValueOperator";
    static constexpr std::array<std::string_view, 2> values = {"IN", "NOT_IN"};
};

enum class ComparisonOperator : std::uint8_t {
    LessThan,
    LessThanEquals,
    GreaterThan,
    GreaterThanEquals,
    InCidrSet,
    NotInCidrSet,
    InPortSet,
    NotInPortSet,
    InSet,
    NotInSet,
};
template <>
struct EnumNames<ComparisonOperator> {
    static constexpr std::string_view name = "ComparisonOperator";
    static constexpr std::array<std::string_view, 10> values = {
        "less-than",   "less-than-equals", "greater-than", "greater-than-equals",
        "in-cidr-set", "not-in-cidr-set",  "in-port-set",  "not-in-port-set",
        "in-set",      "not-in-set"};
};

enum class ConfidenceLevel : std::uint8_t { Low, Medium, High };
template <>
struct EnumNames<ConfidenceLevel> {
    static constexpr std::string_view name = "ConfidenceLevel";
    static constexpr std::array<std::string_view, 3> values = {"LOW", "MEDIUM", "HIGH"};
};

// A metric with a dimension is a series of its own: (metric, dimension, operator).
struct MetricDimension {
    std::string dimension_name;
    std::optional<DimensionValueOperator> comparison;  // absent: IN
    bool operator==(const MetricDimension&) const = default;
};
template <>
struct Shape<MetricDimension> {
    using S = MetricDimension;
    static constexpr std::string_view name = "MetricDimension";
    static constexpr MemberInfo members[] = {
        member(
            "dimensionName", PICKET_FIELD(S, dimension_name),
            with(kNameRule, {.required = true, .doc = "The dimension that narrows the metric."})),
        member("operator", PICKET_FIELD(S, comparison),
               {.doc = "IN counts what matches the dimension, NOT_IN all else; absent means IN."}),
    };
};

inline constexpr Rule kCidrRule = {.min = 2, .max = 43, .pattern = Pattern::Cidr};
inline constexpr Rule kPortRule = {.min = 0, .max = 65535};

// A value of a metric, or what it is compared with. Exactly one member makes sense, and the kind of
// the metric says which.
struct MetricValue {
    std::optional<std::int64_t> count;
    std::optional<std::vector<std::string>> cidrs;
    std::optional<std::vector<std::int64_t>> ports;
    std::optional<double> number;
    std::optional<std::vector<double>> numbers;
    std::optional<std::vector<std::string>> strings;
    bool operator==(const MetricValue&) const = default;
};
template <>
struct Shape<MetricValue> {
    using S = MetricValue;
    static constexpr std::string_view name = "MetricValue";
    static constexpr MemberInfo members[] = {
        member("count", PICKET_FIELD(S, count),
               {.min = 0, .doc = "For built-in metrics that are numbers."}),
        member("cidrs", PICKET_FIELD(S, cidrs),
               {.element = &kCidrRule, .doc = "For metrics that are lists of addresses."}),
        member("ports", PICKET_FIELD(S, ports),
               {.element = &kPortRule, .doc = "For metrics that are lists of ports."}),
        member("number", PICKET_FIELD(S, number),
               {.doc = "For custom metrics of the type number."}),
        member("numbers", PICKET_FIELD(S, numbers),
               {.doc = "For custom metrics of the type number-list."}),
        member("strings", PICKET_FIELD(S, strings),
               {.doc = "For custom metrics of the type string-list."}),
    };
};

struct StatisticalThreshold {
    std::optional<std::string> statistic;
    bool operator==(const StatisticalThreshold&) const = default;
};
template <>
struct Shape<StatisticalThreshold> {
    using S = StatisticalThreshold;
    static constexpr std::string_view name = "StatisticalThreshold";
    static constexpr MemberInfo members[] = {
        member("statistic", PICKET_FIELD(S, statistic),
               {.pattern = Pattern::Statistic,
                .doc = "The percentile of all devices that each one is compared with."}),
    };
};

struct MachineLearningDetectionConfig {
    ConfidenceLevel confidence_level = ConfidenceLevel::Low;
    bool operator==(const MachineLearningDetectionConfig&) const = default;
};
template <>
struct Shape<MachineLearningDetectionConfig> {
    using S = MachineLearningDetectionConfig;
    static constexpr std::string_view name = "MachineLearningDetectionConfig";
    static constexpr MemberInfo members[] = {
        member("confidenceLevel", PICKET_FIELD(S, confidence_level),
               {.required = true, .doc = "HIGH alarms least often, LOW most often."}),
    };
};

// Out of range, the service answers with a sentence about the behavior instead of a validation
// error: that is its one published message of ValidateSecurityProfileBehaviors.
inline constexpr Rule kDatapointsRule = {.min = 1, .max = 10, .in_own_words = true};

struct BehaviorCriteria {
    std::optional<ComparisonOperator> comparison_operator;
    std::optional<MetricValue> value;
    std::optional<std::int64_t> duration_seconds;
    std::optional<std::int64_t> consecutive_datapoints_to_alarm;  // absent: 1
    std::optional<std::int64_t> consecutive_datapoints_to_clear;  // absent: 1
    std::optional<StatisticalThreshold> statistical_threshold;
    std::optional<MachineLearningDetectionConfig> ml_detection_config;
    bool operator==(const BehaviorCriteria&) const = default;
};
template <>
struct Shape<BehaviorCriteria> {
    using S = BehaviorCriteria;
    static constexpr std::string_view name = "BehaviorCriteria";
    static constexpr std::string_view doc = "What is normal. A datapoint that differs violates it.";
    static constexpr MemberInfo members[] = {
        member("comparisonOperator", PICKET_FIELD(S, comparison_operator),
               {.doc = "How the metric relates to the value or the statistic."}),
        member("value", PICKET_FIELD(S, value), {.doc = "What the metric is compared with."}),
        member("durationSeconds", PICKET_FIELD(S, duration_seconds),
               {.doc = "The time over which the metric is summed up: 300, 600, 900, 1800 or 3600 "
                       "seconds."}),
        member("consecutiveDatapointsToAlarm", PICKET_FIELD(S, consecutive_datapoints_to_alarm),
               with(kDatapointsRule,
                    {.doc = "Violating datapoints in a row that raise the alarm; 1 when absent."})),
        member("consecutiveDatapointsToClear", PICKET_FIELD(S, consecutive_datapoints_to_clear),
               with(kDatapointsRule,
                    {.doc = "Conforming datapoints in a row that end it; 1 when absent."})),
        member("statisticalThreshold", PICKET_FIELD(S, statistical_threshold),
               {.doc = "Compares a device with all others, instead of with a value."}),
        member("mlDetectionConfig", PICKET_FIELD(S, ml_detection_config),
               {.doc = "Compares a device with what a model learned, instead of with a value."}),
    };
};

struct Behavior {
    std::string name;
    std::optional<std::string> metric;
    std::optional<MetricDimension> metric_dimension;
    std::optional<BehaviorCriteria> criteria;
    std::optional<bool> suppress_alerts;
    std::optional<bool> export_metric;
    bool operator==(const Behavior&) const = default;
};
template <>
struct Shape<Behavior> {
    using S = Behavior;
    static constexpr std::string_view name = "Behavior";
    static constexpr MemberInfo members[] = {
        member("name", PICKET_FIELD(S, name),
               with(kNameRule, {.required = true, .doc = "The name it has in its profile."})),
        member("metric", PICKET_FIELD(S, metric),
               {.doc = "What is measured: aws:... is built in, all else is a custom metric."}),
        member("metricDimension", PICKET_FIELD(S, metric_dimension),
               {.doc = "Narrows the metric to the messages of some topics."}),
        member("criteria", PICKET_FIELD(S, criteria), {.doc = "What is normal."}),
        member("suppressAlerts", PICKET_FIELD(S, suppress_alerts),
               {.doc = "Keeps its alarms from being published; they are still recorded."}),
        member("exportMetric", PICKET_FIELD(S, export_metric),
               {.doc = "Exports the values of its metric."}),
    };
};

inline constexpr Rule kBehaviorsRule = {.max = 100};

}  // namespace picket
