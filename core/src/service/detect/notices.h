// What the service sends about alarms and metrics: notifications to SNS topics, findings to
// Security Hub, exported metrics to an MQTT topic. All of it becomes messages of the outbox, which
// is only written here.
//
// Not modelled: the envelope that SNS wraps around a message, and who listens. A message that the
// role may not publish is kept, and says why nobody got it.
#pragma once

#include <span>
#include <string_view>

#include "picket/world.h"

namespace picket {

void post_message(World& world, Message message);
void erase_message(World& world, const NewestFirst& key);
std::string message_channel_facet(MessageChannel channel);

// To the alert targets of the profile, unless the behavior suppresses alerts, and to Security Hub.
void announce_alarm(World& world, const ActiveViolation& violation, ViolationEventType type,
                    Timestamp time, const std::optional<MetricValue>& value, std::int64_t entry_id);

// Values of one series at one moment, to the export topic of a profile; one message of so many.
struct ExportedValue {
    std::string_view device;
    std::string_view series;
    const MetricValue* value = nullptr;
};
void export_values(World& world, const std::string& profile, Timestamp time,
                   std::span<const ExportedValue> values, std::int64_t entry_id);

}  // namespace picket
