// The catalogue of metrics, one row each, as the developer guide's pages on cloud-side and
// device-side metrics describe them.
#include "picket/model/metric.h"

namespace picket {
namespace {

using enum MetricSide;
using enum ValueKind;

// name, side, value, unit, needs duration, percentiles, ML, dimensions
constexpr MetricInfo kCatalogue[] = {
    {"aws:message-byte-size", Cloud, Count, "bytes", false, true, true, true},
    {"aws:num-messages-sent", Cloud, Count, "messages", true, true, true, true},
    {"aws:num-messages-received", Cloud, Count, "messages", true, true, true, true},
    {"aws:num-authorization-failures", Cloud, Count, "failures", true, true, true, true},
    {"aws:source-ip-address", Cloud, Cidrs, "", false, false, false, true},
    {"aws:num-connection-attempts", Cloud, Count, "attempts", true, true, true, false},
    {"aws:num-disconnects", Cloud, Count, "disconnects", true, true, true, false},
    {"aws:disconnect-duration", Cloud, Count, "minutes", false, false, false, false, true},
    {"aws:all-bytes-out", Device, Count, "bytes", true, true, true, false},
    {"aws:all-bytes-in", Device, Count, "bytes", true, true, true, false},
    {"aws:all-packets-out", Device, Count, "packets", true, true, true, false},
    {"aws:all-packets-in", Device, Count, "packets", true, true, true, false},
    // The guide's examples give the counts of ports a duration, though a count needs no window.
    {"aws:num-listening-tcp-ports", Device, Count, "ports", false, true, true, false},
    {"aws:num-listening-udp-ports", Device, Count, "ports", false, true, true, false},
    {"aws:listening-tcp-ports", Device, Ports, "", false, false, false, false},
    {"aws:listening-udp-ports", Device, Ports, "", false, false, false, false},
    {"aws:destination-ip-addresses", Device, Cidrs, "", false, false, false, false},
    {"aws:num-established-tcp-connections", Device, Count, "connections", false, true, true, false},
};

}  // namespace

std::span<const MetricInfo> metric_catalogue() { return kCatalogue; }

const MetricInfo* find_builtin_metric(std::string_view name) {
    for (const MetricInfo& metric : kCatalogue) {
        if (metric.name == name) return &metric;
    }
    return nullptr;
}

MetricInfo custom_metric_info(CustomMetricType type) {
    switch (type) {
    case CustomMetricType::StringList:
        return {.value = Strings};
    case CustomMetricType::IpAddressList:
        return {.value = Cidrs};
    case CustomMetricType::NumberList:
        return {.value = Numbers};
    case CustomMetricType::Number:
        return {.value = Number, .has_percentiles = true, .has_ml = true};
    }
    PICKET_UNREACHABLE();
}

}  // namespace picket
