// Which metric each simulated series is a value of.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "picket/model/behavior.h"
#include "service/fleet/simulated.h"

namespace picket {

enum class ListSeries : std::uint8_t {
    None,
    SourceAddresses,
    DestinationAddresses,
    TcpPorts,
    UdpPorts
};

struct SimulatedSeries {
    std::string_view metric;  // empty: the fleet's custom metric
    sim::Series series = sim::Series::Custom;
    ListSeries list = ListSeries::None;
    std::uint32_t bits = 0;  // of sim::Series that it is made of
};
std::span<const SimulatedSeries> simulated_series();
// nullptr when devices of the fleet have no such values.
const SimulatedSeries* find_simulated_series(const Fleet& fleet, std::string_view metric);

// Settings that decide what of a reading is a datapoint.
struct Measuring {
    bool offline_zeros = false;         // counts of the service are 0 for who did nothing
    bool disconnected_seconds = false;  // instead of minutes
};
Measuring measuring(const World& world);

// The number of a reading; nothing when the device has none in the slot. Lists have none.
std::optional<double> simulated_number(const SimulatedSeries& series, const Measuring& how,
                                       const sim::Reading& reading);

// A place in a simulated history.
struct Moment {
    const sim::FleetPlan& plan;
    const sim::Device& device;
    std::int64_t slot;
    std::span<const sim::Effect> effects;
};
// The same as a value, of lists too.
std::optional<MetricValue> simulated_value(const SimulatedSeries& series, const Measuring& how,
                                           const Moment& at, const sim::Reading& reading);

// Whether traffic outside of a dimension is a zero of the series: sizes and addresses have none.
bool counts_zero(const SimulatedSeries& series);

// Devices send on devices/NAME/data and receive on devices/NAME/commands: what dimensions ask
// about. Empty for metrics that no topic belongs to.
std::string topic_of(const SimulatedSeries& series, std::string_view device);

}  // namespace picket
