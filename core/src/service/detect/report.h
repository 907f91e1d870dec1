// The metrics report of a device, as the developer guide describes it: long or short names, JSON or
// CBOR. What it says becomes samples of series.
//
// Not modelled: deltas. bytes_in and its like are what came since the report before, and are taken
// as they are; a device that sends running totals makes the mistake that many do.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "picket/world.h"

namespace picket {

enum class ReportFormat : std::uint8_t { Json, Cbor };

struct ReportedValue {
    std::string series;
    MetricValue value;
};
struct Report {
    std::optional<std::int64_t> report_id;  // as far as it could be read
    std::vector<ReportedValue> values;
    std::vector<std::string> ignored;  // custom metrics that the account does not have
    std::string problem;               // why it is malformed, with the place; empty: it is not
};
Report read_report(const World& world, std::string_view bytes, ReportFormat format);

}  // namespace picket
