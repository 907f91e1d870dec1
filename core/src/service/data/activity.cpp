// PutDeviceActivity. What it adds is counted by series, with and without dimensions, until the five
// minutes are over.
#include "service/data/activity.h"

#include <algorithm>

#include "detect/window.h"
#include "service/data/activity_due.h"
#include "service/detect/ingest.h"
#include "service/detect/rules.h"
#include "service/facts.h"
#include "service/op.h"
#include "service/refuse.h"
#include "service/tables.h"
#include "text/cidr.h"
#include "text/say.h"
#include "text/topic_filter.h"
#include "world/context.h"

namespace picket {
namespace {

constexpr std::string_view kClientId = "${iot:ClientId}";

SeriesTally& tally_of(DeviceActivity& activity, std::string_view series) {
    const auto at = std::find_if(activity.tallies.begin(), activity.tallies.end(),
                                 [&](const SeriesTally& tally) { return tally.series == series; });
    if (at != activity.tallies.end()) return *at;
    SeriesTally tally;
    tally.series = series;
    return activity.tallies.emplace_back(std::move(tally));
}

// Whether the traffic on a topic counts for a series with a dimension. A topic that is not known is
// in no dimension.
bool counts_in(const World& world, std::string_view series, const std::string& device,
               std::string_view topic) {
    const auto dimension = dimension_of_series(series);
    if (!dimension) return true;
    const Dimension* row = world.dimensions.find(dimension->dimension_name);
    if (row == nullptr) return false;
    const bool inside = std::any_of(
        row->string_values.begin(), row->string_values.end(), [&](std::string filter) {
            for (std::size_t at = filter.find(kClientId); at != std::string::npos;
                 at = filter.find(kClientId, at + device.size()))
                filter.replace(at, kClientId.size(), device);
            return topic_matches(filter, topic);
        });
    return inside == (dimension->comparison == DimensionValueOperator::In);
}

// The metric itself and, if some profile asks for them, its series with dimensions.
std::vector<std::string> series_of(const World& world, std::string_view metric,
                                   const std::string& device, std::string_view topic) {
    std::vector<std::string> names = {std::string(metric)};
    const std::string begin = std::string(metric) + '\n';
    for (auto at = world.detect_series.lower_bound(begin);
         at != world.detect_series.end() && at->key.starts_with(begin); ++at) {
        if (counts_in(world, at->key, device, topic)) names.push_back(at->key);
    }
    return names;
}

class Counter {
public:
    Counter(const World& world, const std::string& device, DeviceActivity& activity)
        : world_(world), device_(device), activity_(activity) {}

    void count(std::string_view metric, std::string_view topic, std::int64_t number) {
        for (const std::string& series : series_of(world_, metric, device_, topic))
            tally_of(activity_, series).count += number;
    }
    void sizes(std::string_view topic, std::int64_t bytes, std::int64_t number) {
        for (const std::string& series :
             series_of(world_, "aws:message-byte-size", device_, topic)) {
            SeriesTally& tally = tally_of(activity_, series);
            tally.smallest = tally.count == 0 ? bytes : std::min(tally.smallest, bytes);
            tally.largest = std::max(tally.largest, bytes);
            tally.total += bytes * number;
            tally.count += number;
        }
    }
    void address(std::string_view topic, const std::string& text) {
        for (const std::string& series :
             series_of(world_, "aws:source-ip-address", device_, topic)) {
            std::vector<std::string>& known = tally_of(activity_, series).addresses;
            if (std::find(known.begin(), known.end(), text) == known.end()) known.push_back(text);
        }
    }

private:
    const World& world_;
    const std::string& device_;
    DeviceActivity& activity_;
};

Refusal addresses_problem(const PutDeviceActivityRequest& in) {
    if (!in.source_ip_addresses) return std::nullopt;
    for (std::size_t i = 0; i < in.source_ip_addresses->size(); ++i) {
        const std::string& text = (*in.source_ip_addresses)[i];
        if (text.find('/') == std::string::npos && parse_cidr(text)) continue;
        return invalid(say("'{}' is not an address of version 4 or 6.", text),
                       say("sourceIpAddresses[{}]", i));
    }
    return std::nullopt;
}

void count_all(const World& world, const PutDeviceActivityRequest& in, DeviceActivity& activity) {
    Counter counter(world, in.thing_name, activity);
    std::vector<std::string_view> topics(1);  // an address without a topic counts, too
    if (in.messages_sent) {
        for (const MessageActivity& sent : *in.messages_sent) {
            const std::int64_t number = sent.count.value_or(1);
            counter.count("aws:num-messages-sent", sent.topic, number);
            counter.sizes(sent.topic, sent.bytes, number);
            topics.push_back(sent.topic);
        }
    }
    if (in.messages_received) {
        for (const MessageActivity& received : *in.messages_received) {
            counter.count("aws:num-messages-received", received.topic, received.count.value_or(1));
            topics.push_back(received.topic);
        }
    }
    if (in.authorization_failures) {
        for (const FailureActivity& failure : *in.authorization_failures) {
            counter.count("aws:num-authorization-failures", failure.topic.value_or(std::string()),
                          failure.count.value_or(1));
        }
    }
    if (in.connection_attempts)
        counter.count("aws:num-connection-attempts", {}, *in.connection_attempts);
    if (in.disconnects) counter.count("aws:num-disconnects", {}, *in.disconnects);
    if (!in.source_ip_addresses) return;
    for (const std::string& address : *in.source_ip_addresses) {
        for (const std::string_view topic : topics) counter.address(topic, address);
    }
}

Result<PutDeviceActivityResponse> put_device_activity(World& world, Context& context,
                                                      const PutDeviceActivityRequest& in) {
    if (auto problem = addresses_problem(in)) return problem;
    device_number(world, in.thing_name);  // wakes Detect: series with dimensions exist from here on
    // What happens at the very end of five minutes belongs to the next ones.
    const Timestamp end = window_end(context.now() + kMillisecond, kSlotMs);
    const ActivityKey key = open_activity(world, in.thing_name, end, context.entry_id());
    DeviceActivity activity = *world.device_activity.find(key);
    activity.entry_id = context.entry_id();
    count_all(world, in, activity);
    world.device_activity.put(key, std::move(activity));
    if (in.connected) {
        put_connection(world, context, in.thing_name, *in.connected);
    } else if (!world.device_connections.contains(in.thing_name)) {
        put_connection(world, context, in.thing_name, true);
    }
    Facts facts;
    facts.text("datapointTime", to_iso(end));
    context.note(
        "device.active", in.thing_name,
        say("The device '{}' was active; its datapoints come at {}.", in.thing_name, to_iso(end)),
        facts.json());
    return PutDeviceActivityResponse{end};
}

using enum ErrorCode;

constexpr Operation kActivityOperations[] = {
    verb<&put_device_activity>(
        "PutDeviceActivity", "Devices", "/_picket/PutDeviceActivity",
        errors<InvalidRequest, InternalFailure>(),
        "Tells what a device did that the service sees: messages, connections, failures."),
};

}  // namespace

std::span<const Operation> activity_operations() { return kActivityOperations; }

}  // namespace picket
