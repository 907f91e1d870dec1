// Where every datapoint enters Detect: decoded reports, closed five-minute counts and the simulator
// all end here. A datapoint is stored for ListMetricValues if a profile of the device asks for its
// series, exported if one says so, and evaluated by each behavior that watches the device.
//
// The cost of a datapoint follows the behaviors that watch this device, not the profiles of the
// account, and not what came before.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "picket/world.h"

namespace picket {

class Context;

// Counts beyond that have no exact double. No device moves nine petabytes in five minutes.
inline constexpr double kMetricCountMax = 9007199254740992;

// Whether the value is kept for ListMetricValues. Values that can be computed again are not.
enum class Keep : std::uint8_t { Values, Nothing };

// Sizes of the messages of five minutes.
struct MessageSizes {
    double smallest = 0;
    double largest = 0;
    double total = 0;
    double count = 0;
};

// One value of one series; `series` as series_name() writes it (metric_values.h).
struct MetricSample {
    std::string_view series;
    MetricValue value;
    std::optional<MessageSizes> sizes = {};  // of aws:message-byte-size, whose value is the largest
};

// What became of datapoints. None is lost without being counted.
struct Ingested {
    std::int64_t judged = 0;   // pairs of a datapoint and a behavior that was told
    std::int64_t late = 0;     // pairs that came after their window had closed, or out of order
    std::int64_t refused = 0;  // values that are no numbers, negative counts, in the future
};

// The samples of one device at one moment, which is not after `context.now()`.
Ingested ingest(World& world, Context& context, Timestamp time, std::string_view device,
                std::span<const MetricSample> samples, Keep keep = Keep::Values);

// One number metric at one moment, of many devices. `devices` are numbers as device_number() gives
// them, ascending; `values` has one value for each, and a NaN where there is none. For
// aws:message-byte-size `sizes` has one for each, too, and `values` are the largest.
struct Column {
    std::string_view series;
    std::span<const std::int64_t> devices;
    std::span<const double> values;
    std::span<const MessageSizes> sizes = {};
};
Ingested ingest(World& world, Context& context, Timestamp time, const Column& column,
                Keep keep = Keep::Values);

// The number of a device, a thing or a client id; given out when it is asked for first, in order.
std::int64_t device_number(World& world, std::string_view device);

}  // namespace picket
