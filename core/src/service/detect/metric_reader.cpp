// See metric_reader.h.
#include "service/detect/metric_reader.h"

#include <algorithm>
#include <utility>

#include "service/list_window.h"
#include "world/metric_column.h"
#include "world/settings.h"

namespace picket {
namespace {

bool begins(const std::string& text, const std::string& prefix) {
    return text.compare(0, prefix.size(), prefix) == 0;
}

// Each series is skipped over, so that it costs a search and not its length.
void add_stored(const World& world, const std::string& prefix, std::size_t count_max,
                std::vector<MeasuredSeries>& out) {
    auto at = world.metric_values.lower_bound(MetricDatumKey{prefix, {}, kTimestampMax});
    while (at != world.metric_values.end() && out.size() < count_max &&
           begins(at->key.thing, prefix)) {
        out.push_back({at->key.thing, at->key.series});
        at = world.metric_values.upper_bound(
            MetricDatumKey{out.back().thing, out.back().series, kTimestampMin});
    }
}

// What profiles ask of simulated devices; their names are in order, as those of stored values are.
void add_simulated(const World& world, const std::string& prefix, std::size_t count_max,
                   std::vector<MeasuredSeries>& out) {
    if (world.fleets.empty()) return;
    const std::size_t before = out.size();
    for (auto at = world.detect_device_numbers.lower_bound(prefix);
         at != world.detect_device_numbers.end() && begins(at->key, prefix); ++at) {
        if (out.size() - before >= count_max) return;
        const auto simulated = find_simulated(world, at->key);
        const DeviceBlock* block = world.detect_devices.find(at->value / kDevicesPerBlock);
        const auto place = static_cast<std::size_t>(at->value % kDevicesPerBlock);
        if (!simulated || block == nullptr || place >= block->devices.size()) continue;
        for (const DeviceRule& each : block->devices[place].rules) {
            const DetectRule* rule = world.detect_rules.find(each.rule);
            if (rule == nullptr) continue;
            const std::string metric = rule->series.substr(0, rule->series.find('\n'));
            if (find_simulated_series(*simulated->fleet, metric) != nullptr)
                out.push_back({at->key, rule->series});
        }
    }
}

}  // namespace

MetricReader::MetricReader(const World& world, MeasuredSeries of, Timestamp newest,
                           Timestamp oldest)
    : world_(world), place_{of.thing, of.series, newest}, oldest_(oldest),
      simulated_(world, of.thing, of.series) {}

// The latest stored value up to the place. Columns are unpacked one at a time.
const MetricPoint* MetricReader::stored() {
    while (true) {
        while (!column_.empty() && column_.back().time > place_.time) column_.pop_back();
        if (!column_.empty()) return column_.back().time >= oldest_ ? &column_.back() : nullptr;
        if (column_from_ == kTimestampMin) return nullptr;
        const Timestamp from = std::min(column_start(place_.time), column_from_ - 1);
        const auto at = world_.metric_values.lower_bound(
            MetricDatumKey{place_.thing, place_.series, from});
        const bool there = at != world_.metric_values.end() && at->key.thing == place_.thing &&
                           at->key.series == place_.series;
        column_from_ = there ? at->key.time : kTimestampMin;
        if (there) column_ = values_of(at->key.time, at->value);
    }
}

std::optional<MetricPoint> MetricReader::next(std::int64_t& slots_left) {
    const MetricPoint* latest = stored();
    const bool has_stored = latest != nullptr;
    Timestamp time = place_.time;
    const auto simulated = simulated_.latest(time, has_stored ? latest->time : oldest_, slots_left);
    if (slots_left < 0) {
        place_.time = time;
        return std::nullopt;
    }
    const bool newer = simulated && (!has_stored || simulated->time > latest->time);
    if (!newer && !has_stored) return std::nullopt;
    MetricPoint point = newer ? MetricPoint{simulated->time, simulated->value} : *latest;
    place_.time = point.time - 1;
    return point;
}

std::vector<MetricPoint> metric_history(const World& world, const MeasuredSeries& of,
                                        Timestamp from, Timestamp to, std::size_t count_max) {
    std::vector<MetricPoint> points;
    MetricReader reader(world, of, to,
                        std::max(from, retained_from(world, Setting::MetricRetentionDays)));
    std::int64_t slots_left = INT64_MAX;
    while (points.size() < count_max) {
        auto point = reader.next(slots_left);
        if (!point) break;
        points.push_back(*std::move(point));
    }
    return points;
}

std::vector<MeasuredSeries> measured_series(const World& world, const std::string& prefix,
                                            std::size_t count_max) {
    std::vector<MeasuredSeries> series;
    add_stored(world, prefix, count_max, series);
    add_simulated(world, prefix, count_max, series);
    std::sort(series.begin(), series.end());
    series.erase(std::unique(series.begin(), series.end()), series.end());
    if (series.size() > count_max) series.resize(count_max);
    return series;
}

}  // namespace picket
