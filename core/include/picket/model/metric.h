// Metrics: the catalogue of those that are built in, and the custom metrics and dimensions of an
// account as they are stored.
#pragma once

#include <span>
#include <string_view>

#include "picket/model/common.h"

namespace picket {

// The member of MetricValue that a metric's values stand in.
enum class ValueKind : std::uint8_t { Count, Cidrs, Ports, Number, Numbers, Strings };
template <>
struct EnumNames<ValueKind> {
    static constexpr std::string_view name = "ValueKind";
    static constexpr std::array<std::string_view, 6> values = {"count",  "cidrs",   "ports",
                                                               "number", "numbers", "strings"};
};
inline bool is_list(ValueKind kind) {
    return kind != ValueKind::Count && kind != ValueKind::Number;
}

// Who measures: the service sees the traffic, a device reports.
enum class MetricSide : std::uint8_t { Cloud, Device };

enum class CustomMetricType : std::uint8_t { StringList, IpAddressList, NumberList, Number };
template <>
struct EnumNames<CustomMetricType> {
    static constexpr std::string_view name = "CustomMetricType";
    static constexpr std::array<std::string_view, 4> values = {"string-list", "ip-address-list",
                                                               "number-list", "number"};
};

// What rules may ask of a metric.
struct MetricInfo {
    std::string_view name;  // empty for custom metrics
    MetricSide side = MetricSide::Device;
    ValueKind value = ValueKind::Count;
    std::string_view unit;
    bool needs_duration = false;  // a rule with a value must say over how long
    bool has_percentiles = false;
    bool has_ml = false;
    bool has_dimensions = false;
    bool only_less_than = false;  // of the comparisons, less-than and less-than-equals alone
};
std::span<const MetricInfo> metric_catalogue();
const MetricInfo* find_builtin_metric(std::string_view name);
MetricInfo custom_metric_info(CustomMetricType type);

struct CustomMetric {
    std::string name;
    CustomMetricType type = CustomMetricType::StringList;
    std::optional<std::string> display_name;
    std::string client_request_token;  // the same token makes the same metric
    Timestamp created;
    Timestamp modified;
    bool operator==(const CustomMetric&) const = default;
};
template <>
struct Shape<CustomMetric> {
    using S = CustomMetric;
    static constexpr std::string_view name = "CustomMetric";
    static constexpr MemberInfo members[] = {
        member("name", PICKET_FIELD(S, name)),
        member("type", PICKET_FIELD(S, type)),
        member("displayName", PICKET_FIELD(S, display_name)),
        member("clientRequestToken", PICKET_FIELD(S, client_request_token)),
        member("created", PICKET_FIELD(S, created)),
        member("modified", PICKET_FIELD(S, modified)),
    };
};

enum class DimensionType : std::uint8_t { TopicFilter };
template <>
struct EnumNames<DimensionType> {
    static constexpr std::string_view name = "DimensionType";
    static constexpr std::array<std::string_view, 1> values = {"TOPIC_FILTER"};
};

struct Dimension {
    std::string name;
    DimensionType type = DimensionType::TopicFilter;
    std::vector<std::string> string_values;
    std::string client_request_token;
    Timestamp created;
    Timestamp modified;
    bool operator==(const Dimension&) const = default;
};
template <>
struct Shape<Dimension> {
    using S = Dimension;
    static constexpr std::string_view name = "Dimension";
    static constexpr MemberInfo members[] = {
        member("name", PICKET_FIELD(S, name)),
        member("type", PICKET_FIELD(S, type)),
        member("stringValues", PICKET_FIELD(S, string_values)),
        member("clientRequestToken", PICKET_FIELD(S, client_request_token)),
        member("created", PICKET_FIELD(S, created)),
        member("modified", PICKET_FIELD(S, modified)),
    };
};

}  // namespace picket
