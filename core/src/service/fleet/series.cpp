// See series.h.
#include "service/fleet/series.h"

#include "picket/model/metric.h"
#include "sim/address.h"
#include "sim/attack.h"
#include "text/say.h"
#include "world/settings.h"

namespace picket {
namespace {

using sim::bit;
using sim::Series;

constexpr std::uint32_t kSizes = bit(Series::SmallestMessage) | bit(Series::LargestMessage) |
                                 bit(Series::MessageBytes);

constexpr SimulatedSeries number(std::string_view metric, Series series) {
    return {metric, series, ListSeries::None, bit(series)};
}

constexpr SimulatedSeries kSeries[] = {
    number("aws:num-messages-sent", Series::MessagesSent),
    number("aws:num-messages-received", Series::MessagesReceived),
    number("aws:num-authorization-failures", Series::AuthorizationFailures),
    number("aws:num-connection-attempts", Series::ConnectionAttempts),
    number("aws:num-disconnects", Series::Disconnects),
    number("aws:disconnect-duration", Series::DisconnectSeconds),
    {"aws:message-byte-size", Series::LargestMessage, ListSeries::None, kSizes},
    number("aws:all-bytes-in", Series::BytesIn),
    number("aws:all-bytes-out", Series::BytesOut),
    number("aws:all-packets-in", Series::PacketsIn),
    number("aws:all-packets-out", Series::PacketsOut),
    number("aws:num-listening-tcp-ports", Series::TcpPorts),
    number("aws:num-listening-udp-ports", Series::UdpPorts),
    number("aws:num-established-tcp-connections", Series::TcpConnections),
    number({}, Series::Custom),
    {"aws:source-ip-address", Series::ConnectionAttempts, ListSeries::SourceAddresses, 0},
    {"aws:destination-ip-addresses", Series::TcpConnections, ListSeries::DestinationAddresses, 0},
    {"aws:listening-tcp-ports", Series::TcpPorts, ListSeries::TcpPorts, bit(Series::TcpPorts)},
    {"aws:listening-udp-ports", Series::UdpPorts, ListSeries::UdpPorts, bit(Series::UdpPorts)},
};

MetricValue addresses(const sim::ShortList<sim::Address>& list) {
    MetricValue value;
    value.cidrs.emplace();
    for (const sim::Address address : list) value.cidrs->push_back(sim::address_text(address));
    return value;
}
MetricValue ports(const sim::ShortList<std::uint16_t>& list) {
    MetricValue value;
    value.ports.emplace(list.begin(), list.end());
    return value;
}

}  // namespace

std::span<const SimulatedSeries> simulated_series() { return kSeries; }

const SimulatedSeries* find_simulated_series(const Fleet& fleet, std::string_view metric) {
    if (metric == fleet.custom_metric) metric = {};
    for (const SimulatedSeries& series : kSeries) {
        if (series.metric == metric) return &series;
    }
    return nullptr;
}

Measuring measuring(const World& world) {
    return {setting_text(world, Setting::OfflineZeros) == "yes",
            setting_text(world, Setting::DisconnectDurationUnit) == "seconds"};
}

std::optional<double> simulated_number(const SimulatedSeries& series, const Measuring& how,
                                       const sim::Reading& reading) {
    if (series.list != ListSeries::None) return std::nullopt;
    if (!reading.has(series.series)) {
        // Counts come first among the service's series.
        const bool zero = how.offline_zeros && series.series <= Series::Disconnects;
        return zero ? std::optional<double>(0.0) : std::nullopt;
    }
    const double value = reading[series.series];
    if (series.series != Series::DisconnectSeconds || how.disconnected_seconds) return value;
    return static_cast<double>(static_cast<std::int64_t>(value) / 60);
}

// A list comes whenever the number does that is measured together with it.
std::optional<MetricValue> simulated_value(const SimulatedSeries& series, const Measuring& how,
                                           const Moment& at, const sim::Reading& reading) {
    if (series.list != ListSeries::None && !reading.has(series.series)) return std::nullopt;
    switch (series.list) {
    case ListSeries::SourceAddresses:
        return addresses(
            sim::source_addresses(at.plan, at.device, at.slot, reading.present, at.effects));
    case ListSeries::DestinationAddresses:
        return addresses(sim::destination_addresses(at.plan, at.device, at.slot, at.effects));
    case ListSeries::TcpPorts:
        return ports(sim::tcp_ports(at.plan, at.device, at.slot));
    case ListSeries::UdpPorts:
        return ports(sim::udp_ports(at.plan));
    case ListSeries::None:
        break;
    }
    const auto number = simulated_number(series, how, reading);
    if (!number) return std::nullopt;
    MetricValue value;
    if (series.metric.empty()) {
        value.number = *number;
    } else {
        value.count = static_cast<std::int64_t>(*number);
    }
    return value;
}

bool counts_zero(const SimulatedSeries& series) {
    return series.list == ListSeries::None && series.series <= Series::Disconnects;
}

std::string topic_of(const SimulatedSeries& series, std::string_view device) {
    const MetricInfo* info = find_builtin_metric(series.metric);
    if (info == nullptr || !info->has_dimensions) return {};
    const bool received = series.series == Series::MessagesReceived;
    return say("devices/{}{}", device, received ? "/commands" : "/data");
}

}  // namespace picket
