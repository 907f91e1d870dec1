// What the tests of the simulator share: a fleet of each kind, series of its devices, and the
// figures that say what a series looks like.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

#include "sim/reading.h"

namespace picket::sim {

inline constexpr Timestamp kMonday{1767571200000};  // 2026-01-05T00:00:00Z
inline constexpr std::int64_t kWeek = 7 * kSlotsPerDay;
inline const std::int64_t kFirst = slot_from(kMonday);

inline FleetPlan plan_for(const Archetype& kind, std::int64_t seed = 1) {
    Fleet fleet;
    fleet.name = "fleet";
    fleet.site_set = "sites";
    fleet.archetype = kind.id;
    fleet.devices_per_site = kind.devices_per_site;
    fleet.count = 1000;
    return plan_of(seed, fleet);
}

inline std::vector<Reading> readings(const FleetPlan& plan, std::int64_t device, std::int64_t first,
                                     std::int64_t slots, std::span<const Effect> effects = {}) {
    const Device who = device_at(plan, device);
    std::vector<Reading> all;
    for (std::int64_t slot = first; slot < first + slots; ++slot)
        all.push_back(reading_at(plan, who, slot, effects));
    return all;
}

inline std::vector<double> values_of(const std::vector<Reading>& readings, Series series) {
    std::vector<double> values;
    for (const Reading& reading : readings) {
        if (reading.has(series)) values.push_back(reading[series]);
    }
    return values;
}
// Missing values count as zero, so that places keep their meaning.
inline std::vector<double> filled(const std::vector<Reading>& readings, Series series) {
    std::vector<double> values;
    for (const Reading& reading : readings)
        values.push_back(reading.has(series) ? reading[series] : 0);
    return values;
}

inline double mean(const std::vector<double>& values) {
    double sum = 0;
    for (const double value : values) sum += value;
    return values.empty() ? 0 : sum / static_cast<double>(values.size());
}
inline double quantile(std::vector<double> values, double share) {
    std::sort(values.begin(), values.end());
    return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
}
inline double correlation(const std::vector<double>& left, const std::vector<double>& right) {
    const double left_mean = mean(left);
    const double right_mean = mean(right);
    double product = 0, left_square = 0, right_square = 0;
    for (std::size_t i = 0; i < std::min(left.size(), right.size()); ++i) {
        product += (left[i] - left_mean) * (right[i] - right_mean);
        left_square += (left[i] - left_mean) * (left[i] - left_mean);
        right_square += (right[i] - right_mean) * (right[i] - right_mean);
    }
    const double scale = std::sqrt(left_square * right_square);
    return scale > 0 ? product / scale : 0;
}
inline double autocorrelation(const std::vector<double>& values, std::size_t lag) {
    return correlation({values.begin(), values.end() - static_cast<std::ptrdiff_t>(lag)},
                       {values.begin() + static_cast<std::ptrdiff_t>(lag), values.end()});
}

}  // namespace picket::sim
