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

// The first ones of each series and six hours, as things come and go.
void add_stored(const World& world, const std::string& prefix, std::size_t count_max,
                std::vector<MeasuredSeries>& out) {
    const auto& columns = world.metric_values;
    for (auto first = columns.begin(); first != columns.end();) {
        const MetricDatumKey& key = first->key;
        auto at = columns.lower_bound(MetricDatumKey{key.time, key.series, prefix});
        for (std::size_t left = count_max; left > 0 && at != columns.end(); ++at, --left) {
            if (at->key.time != key.time || at->key.series != key.series) break;
            if (!begins(at->key.thing, prefix)) break;
            out.push_back({at->key.thing, at->key.series});
        }
        // No series has a zero byte: the next one after all things of this one.
        first = columns.lower_bound(MetricDatumKey{key.time, key.series + '\0', {}});
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
    : world_(world), place_{newest, of.series, of.thing}, oldest_(oldest),
      simulated_(world, of.thing, of.series) {}

// The latest stored value up to the place. Columns are unpacked one at a time.
const MetricPoint* MetricReader::stored() {
    while (true) {
        while (!column_.empty() && column_.back().time > place_.time) column_.pop_back();
        if (!column_.empty()) return column_.back().time >= oldest_ ? &column_.back() : nullptr;
        if (!find_column(std::min(column_start(place_.time), column_from_ - 1))) return nullptr;
    }
}

// The latest column that begins at `from` or before, if it could matter.
bool MetricReader::find_column(Timestamp from) {
    const auto& columns = world_.metric_values;
    MetricDatumKey key = {from, place_.series, place_.thing};
    while (key.time >= column_start(oldest_)) {
        auto at = columns.lower_bound(key);
        if (at != columns.end() && at->key == key) {
            column_from_ = key.time;
            column_ = values_of(key.time, at->value);
            return true;
        }
        if (at == columns.begin()) break;
        --at;  // in the same six hours, or in those before that have any
        key.time = at->key.time < key.time ? at->key.time : key.time - kColumnMs;
    }
    column_from_ = kTimestampMin;
    return false;
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
