// See activity_due.h.
#include "service/data/activity_due.h"

#include <algorithm>

#include "detect/window.h"
#include "service/detect/ingest.h"
#include "service/detect/rules.h"
#include "world/context.h"
#include "world/settings.h"

namespace picket {
namespace {

constexpr std::size_t kDevicesPerItem = 100;
constexpr std::int64_t kUnitsPerDevice = 20;
// Counts that are 0 for a device that did something else. Sizes and addresses have no zero.
constexpr std::string_view kCounts[] = {
    "aws:num-messages-sent",       "aws:num-messages-received", "aws:num-authorization-failures",
    "aws:num-connection-attempts", "aws:num-disconnects",
};

void queue(World& world, Timestamp time, DueKind kind, std::string subject = {}) {
    world.due.put({std::max(time, world.now), world.next_sequence++}, {kind, std::move(subject)});
}

const SeriesTally* find_tally(const DeviceActivity& activity, std::string_view series) {
    for (const SeriesTally& tally : activity.tallies) {
        if (tally.series == series) return &tally;
    }
    return nullptr;
}

MetricSample count_sample(const DeviceActivity& activity, std::string_view series) {
    const SeriesTally* tally = find_tally(activity, series);
    MetricSample sample;
    sample.series = series;
    sample.value.count = tally != nullptr ? tally->count : 0;
    return sample;
}

std::vector<MetricSample> samples_of(const World& world, const DeviceActivity& activity) {
    std::vector<MetricSample> samples;
    for (const std::string_view metric : kCounts) {
        samples.push_back(count_sample(activity, metric));
        const std::string begin = std::string(metric) + '\n';
        for (auto at = world.detect_series.lower_bound(begin);
             at != world.detect_series.end() && at->key.starts_with(begin); ++at)
            samples.push_back(count_sample(activity, at->key));
    }
    for (const SeriesTally& tally : activity.tallies) {
        const std::string_view metric = metric_of_series(tally.series);
        MetricSample sample;
        sample.series = tally.series;
        if (metric == "aws:message-byte-size") {
            sample.value.count = tally.largest;
            sample.sizes = {static_cast<double>(tally.smallest), static_cast<double>(tally.largest),
                            static_cast<double>(tally.total), static_cast<double>(tally.count)};
        } else if (metric == "aws:source-ip-address") {
            sample.value.cidrs = tally.addresses;
        } else {
            continue;
        }
        samples.push_back(std::move(sample));
    }
    return samples;
}

void put_disconnected(World& world, Context& context, const std::string& device, Timestamp since) {
    const bool seconds = setting_text(world, Setting::DisconnectDurationUnit) == "seconds";
    MetricSample sample;
    sample.series = "aws:disconnect-duration";
    sample.value.count = (world.now - since) / (seconds ? kSecond : kMinute);
    ingest(world, context, world.now, device, {&sample, 1});
}

}  // namespace

ActivityKey open_activity(World& world, const std::string& device, Timestamp end,
                          std::int64_t entry_id) {
    const ActivityKey key = {end, device};
    if (world.device_activity.contains(key)) return key;
    const auto first = world.device_activity.lower_bound(ActivityKey{end, {}});
    if (first == world.device_activity.end() || first->key.end != end)
        queue(world, end, DueKind::DetectActivity);
    world.device_activity.put(key, {{}, entry_id});
    return key;
}

std::int64_t close_activity(World& world, Timestamp end) {
    const bool zeros = setting_text(world, Setting::OfflineZeros) == "yes";
    for (std::size_t i = 0; i < kDevicesPerItem; ++i) {
        const auto at = world.device_activity.begin();
        if (at == world.device_activity.end() || at->key.end > end)
            return 1 + static_cast<std::int64_t>(i) * kUnitsPerDevice;
        const std::string device = at->key.device;
        const Timestamp time = at->key.end;
        const DeviceActivity activity = at->value;
        world.device_activity.erase(ActivityKey{time, device});
        const std::vector<MetricSample> samples = samples_of(world, activity);
        Context context(world, activity.entry_id);
        ingest(world, context, time, device, samples);
        if (zeros) open_activity(world, device, time + kSlotMs, activity.entry_id);
    }
    queue(world, world.now, DueKind::DetectActivity);
    return static_cast<std::int64_t>(kDevicesPerItem) * kUnitsPerDevice;
}

void put_connection(World& world, Context& context, const std::string& device, bool connected) {
    const DeviceConnection* before = world.device_connections.find(device);
    if (before != nullptr && before->connected == connected) return;
    const bool returns = before != nullptr && connected;
    const Timestamp since = before != nullptr ? before->since : world.now;
    world.device_connections.put(device, {connected, world.now, context.entry_id()});
    if (returns) put_disconnected(world, context, device, since);
    if (!connected) queue(world, world.now + kHour, DueKind::DetectConnection, device);
}

// Every hour while it lasts. A device that came back and left again has an item of its own.
std::int64_t run_disconnected(World& world, const std::string& device) {
    const DeviceConnection* row = world.device_connections.find(device);
    if (row == nullptr || row->connected || world.now == row->since ||
        (world.now - row->since) % kHour != 0)
        return 1;
    const DeviceConnection connection = *row;
    Context context(world, connection.entry_id);
    put_disconnected(world, context, device, connection.since);
    queue(world, world.now + kHour, DueKind::DetectConnection, device);
    return kUnitsPerDevice;
}

}  // namespace picket
