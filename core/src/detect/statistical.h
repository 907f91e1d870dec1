// The percentile of a fleet: the value below or at which a share of the devices lies.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace picket {

// The service documents neither; nearest rank answers values that some device has.
enum class Interpolation : unsigned char { NearestRank, Linear };

// `share` is in hundredths of a percent, 0 to 10,000. The order of the values does not matter, and
// is changed. Nothing when there are no values, or when one is negative: the reference rules
// statistical thresholds out then.
std::optional<double> percentile(std::vector<double>& values, std::int64_t share,
                                 Interpolation interpolation);

// "p99.9" to 9,990; nothing for other texts.
std::optional<std::int64_t> share_of_statistic(std::string_view statistic);

}  // namespace picket
