// Walks back through what was measured of one series: stored values, and those of simulated devices
// between them.
#pragma once

#include <optional>

#include "picket/metric_history.h"
#include "service/fleet/simulated_history.h"

namespace picket {

class MetricReader {
public:
    // `newest` is where to begin.
    MetricReader(const World& world, MeasuredSeries of, Timestamp newest, Timestamp oldest);

    // The next value, going back in time. Nothing behind the last one, and nothing when
    // `slots_left` slots of simulation were looked at without finding one: then it is negative, and
    // `place()` is where to go on.
    //
    // A report that a simulated device was made to send counts, not what it would have sent at that
    // moment.
    std::optional<MetricPoint> next(std::int64_t& slots_left);
    Timestamp place() const { return place_.time; }

private:
    const MetricPoint* stored();
    bool find_column(Timestamp from);

    const World& world_;
    MetricDatumKey place_;  // of the newest value that may come
    Timestamp oldest_;
    std::vector<MetricPoint> column_;  // in which the place lies, or the next one that is older
    Timestamp column_from_ = kTimestampMax;
    SimulatedHistory simulated_;
};

}  // namespace picket
