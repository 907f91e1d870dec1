// Security profiles as they are stored, and the parts that their operations share.
#pragma once

#include "picket/model/behavior.h"

namespace picket {

enum class AlertTargetType : std::uint8_t { Sns };
template <>
struct EnumNames<AlertTargetType> {
    static constexpr std::string_view name = "AlertTargetType";
    static constexpr std::array<std::string_view, 1> values = {"SNS"};
};
inline constexpr Rule kAlertTargetKeyRule = {.one_of = EnumNames<AlertTargetType>::values};
inline constexpr Rule kAlertTargetsRule = {.key = &kAlertTargetKeyRule};

struct AlertTarget {
    std::string alert_target_arn;
    std::string role_arn;
    bool operator==(const AlertTarget&) const = default;
};
template <>
struct Shape<AlertTarget> {
    using S = AlertTarget;
    static constexpr std::string_view name = "AlertTarget";
    static constexpr MemberInfo members[] = {
        member("alertTargetArn", PICKET_FIELD(S, alert_target_arn),
               {.required = true, .doc = "The topic that alarms are published to."}),
        member("roleArn", PICKET_FIELD(S, role_arn),
               with(kRoleArnRule, {.required = true, .doc = "The role that may publish there."})),
    };
};
using AlertTargets = StringMap<AlertTarget>;

struct MetricToRetain {
    std::string metric;
    std::optional<MetricDimension> metric_dimension;
    std::optional<bool> export_metric;
    bool operator==(const MetricToRetain&) const = default;
};
template <>
struct Shape<MetricToRetain> {
    using S = MetricToRetain;
    static constexpr std::string_view name = "MetricToRetain";
    static constexpr MemberInfo members[] = {
        member("metric", PICKET_FIELD(S, metric),
               {.required = true, .doc = "The metric whose values are kept."}),
        member("metricDimension", PICKET_FIELD(S, metric_dimension),
               {.doc = "Narrows the metric to the messages of some topics."}),
        member("exportMetric", PICKET_FIELD(S, export_metric),
               {.doc = "Exports the values of the metric."}),
    };
};

struct MetricsExportConfig {
    std::string mqtt_topic;
    std::string role_arn;
    bool operator==(const MetricsExportConfig&) const = default;
};
template <>
struct Shape<MetricsExportConfig> {
    using S = MetricsExportConfig;
    static constexpr std::string_view name = "MetricsExportConfig";
    static constexpr MemberInfo members[] = {
        member("mqttTopic", PICKET_FIELD(S, mqtt_topic),
               {.required = true,
                .min = 1,
                .max = 512,
                .doc = "The topic that metric values are published to."}),
        member("roleArn", PICKET_FIELD(S, role_arn),
               with(kRoleArnRule, {.required = true, .doc = "The role that may publish there."})),
    };
};

// The stored row; its ARN is a function of it. Presence is kept: what was never given is never
// answered, not even as an empty list.
struct SecurityProfile {
    std::string name;
    std::optional<std::string> description;
    std::optional<std::vector<Behavior>> behaviors;
    std::optional<AlertTargets> alert_targets;
    std::optional<std::vector<std::string>> additional_metrics_to_retain;
    std::optional<std::vector<MetricToRetain>> additional_metrics_to_retain_v2;
    std::optional<MetricsExportConfig> metrics_export_config;
    std::int64_t version = 1;
    Timestamp created;
    Timestamp modified;
    bool operator==(const SecurityProfile&) const = default;
};
template <>
struct Shape<SecurityProfile> {
    using S = SecurityProfile;
    static constexpr std::string_view name = "SecurityProfile";
    static constexpr MemberInfo members[] = {
        member("name", PICKET_FIELD(S, name)),
        member("description", PICKET_FIELD(S, description)),
        member("behaviors", PICKET_FIELD(S, behaviors)),
        member("alertTargets", PICKET_FIELD(S, alert_targets)),
        member("additionalMetricsToRetain", PICKET_FIELD(S, additional_metrics_to_retain)),
        member("additionalMetricsToRetainV2", PICKET_FIELD(S, additional_metrics_to_retain_v2)),
        member("metricsExportConfig", PICKET_FIELD(S, metrics_export_config)),
        member("version", PICKET_FIELD(S, version)),
        member("created", PICKET_FIELD(S, created)),
        member("modified", PICKET_FIELD(S, modified)),
    };
};

}  // namespace picket
