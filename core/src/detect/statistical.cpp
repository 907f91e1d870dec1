// See statistical.h.
#include "detect/statistical.h"

#include <algorithm>
#include <string>

#include "text/decimal.h"

namespace picket {
namespace {

constexpr std::int64_t kWhole = 10'000;  // all devices, in hundredths of a percent
constexpr std::size_t kFractionDigits = 2;

double at_rank(std::vector<double>& values, std::int64_t rank) {
    const auto place = values.begin() + rank;
    std::nth_element(values.begin(), place, values.end());
    return *place;
}

}  // namespace

std::optional<double> percentile(std::vector<double>& values, std::int64_t share,
                                 Interpolation interpolation) {
    if (values.empty()) return std::nullopt;
    if (std::any_of(values.begin(), values.end(), [](double value) { return value < 0; }))
        return std::nullopt;
    const auto count = static_cast<std::int64_t>(values.size());
    if (interpolation == Interpolation::NearestRank) {
        const std::int64_t rank = (share * count + kWhole - 1) / kWhole;
        return at_rank(values, std::max<std::int64_t>(rank, 1) - 1);
    }
    const std::int64_t place = share * (count - 1);
    const std::int64_t below = place / kWhole;
    const double low = at_rank(values, below);
    if (place % kWhole == 0) return low;
    const double high = *std::min_element(values.begin() + below + 1, values.end());
    return low + (high - low) * (static_cast<double>(place % kWhole) / kWhole);
}

std::optional<std::int64_t> share_of_statistic(std::string_view statistic) {
    if (!statistic.starts_with('p')) return std::nullopt;
    statistic.remove_prefix(1);
    const std::size_t dot = statistic.find('.');
    const std::string_view fraction = dot == std::string_view::npos ? std::string_view()
                                                                    : statistic.substr(dot + 1);
    if (dot == 0 || statistic.empty() || fraction.size() > kFractionDigits) return std::nullopt;
    std::string digits(statistic.substr(0, dot));
    digits += fraction;
    digits.append(kFractionDigits - fraction.size(), '0');
    while (digits.size() > 1 && digits.front() == '0') digits.erase(0, 1);
    const auto share = parse_int64(digits);
    if (!share || *share < 0 || *share > kWhole) return std::nullopt;
    return share;
}

}  // namespace picket
