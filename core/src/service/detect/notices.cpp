// See notices.h.
#include "service/detect/notices.h"

#include <algorithm>

#include "service/arn.h"
#include "service/detect/rules.h"
#include "service/detect/upkeep.h"
#include "service/facets.h"
#include "service/iam/role_may.h"
#include "text/json_write.h"
#include "text/say.h"
#include "world/settings.h"

namespace picket {
namespace {

constexpr std::size_t kExportedMax = 256;  // values of one message

template <class F>
std::string json_object(F&& members) {
    std::string text;
    JsonWriter writer(text);
    writer.begin_object();
    members(writer);
    writer.end_object();
    return text;
}

void put_text(JsonWriter& writer, std::string_view key, std::string_view value) {
    writer.key(key);
    writer.string(value);
}
void put_integer(JsonWriter& writer, std::string_view key, std::int64_t value) {
    writer.key(key);
    writer.integer(value);
}
void put_raw(JsonWriter& writer, std::string_view key, std::string_view json) {
    writer.key(key);
    writer.raw(json);
}

// Why a role may not do it; nothing when it may.
std::optional<std::string> forbidden(const World& world, const std::string& profile,
                                     const std::string& role_arn, std::string_view action,
                                     const std::string& resource) {
    PolicyContext context;
    context.set("aws:SourceArn", security_profile_arn(world, profile));
    const RoleDecision decision = role_may(world, role_arn, action, resource, context);
    if (decision.allowed()) return std::nullopt;
    return decision.explanation;
}

// Times are milliseconds here, unlike in the API, as in the published samples.
std::string alarm_body(const ActiveViolation& violation, ViolationEventType type, Timestamp time,
                       const std::optional<MetricValue>& value) {
    return json_object([&](JsonWriter& writer) {
        put_integer(writer, "violationEventTime", time.ms);
        put_text(writer, "thingName", violation.thing_name);
        put_raw(writer, "behavior", to_json(violation.behavior));
        put_text(writer, "violationEventType", enum_name(type));
        if (value) put_raw(writer, "metricValue", to_json(*value));
        if (violation.violation_event_additional_info) {
            put_raw(writer, "violationEventAdditionalInfo",
                    to_json(*violation.violation_event_additional_info));
        }
        put_text(writer, "violationId", violation.violation_id);
        put_text(writer, "securityProfileName", violation.security_profile_name);
    });
}

void notify_targets(World& world, const ActiveViolation& violation, ViolationEventType type,
                    Timestamp time, const std::optional<MetricValue>& value,
                    std::int64_t entry_id) {
    const SecurityProfile* profile = world.security_profiles.find(violation.security_profile_name);
    if (profile == nullptr || !profile->alert_targets ||
        violation.behavior.suppress_alerts.value_or(false))
        return;
    const AlertTargets targets = *profile->alert_targets;
    for (const auto& [kind, target] : targets) {
        Message message;
        message.channel = MessageChannel::Sns;
        message.destination = target.alert_target_arn;
        message.body = {alarm_body(violation, type, time, value)};
        message.remark = forbidden(world, violation.security_profile_name, target.role_arn,
                                   "sns:Publish", target.alert_target_arn);
        message.entry_id = entry_id;
        post_message(world, std::move(message));
    }
}

std::string_view behavior_kind(const Behavior& behavior) {
    if (!behavior.criteria) return "STATIC";
    if (behavior.criteria->ml_detection_config) return "MACHINE_LEARNING";
    return behavior.criteria->statistical_threshold ? "STATISTICAL" : "STATIC";
}

// The finding as far as the guide shows it. A finding is written anew when its alarm ends.
std::string finding_body(const World& world, const ActiveViolation& violation,
                         ViolationEventType type, Timestamp time) {
    const bool registered = world.things.contains(violation.thing_name);
    const std::string title = say("{} thing {} is in alarm for {} behavior {}.",
                                  registered ? "Registered" : "Unregistered", violation.thing_name,
                                  behavior_kind(violation.behavior), violation.behavior.name);
    return json_object([&](JsonWriter& writer) {
        put_text(writer, "Id", violation.violation_id);
        put_text(writer, "ProductName", "IoT Device Defender - Detect");
        put_text(writer, "AwsAccountId", world.account);
        put_text(writer, "Region", world.region);
        put_text(writer, "CreatedAt", to_iso(violation.violation_start_time));
        put_text(writer, "UpdatedAt", to_iso(time));
        put_raw(writer, "Severity", "{\"Label\":\"MEDIUM\"}");
        put_text(writer, "Title", title);
        put_text(writer, "GeneratorId",
                 security_profile_arn(world, violation.security_profile_name));
        put_text(writer, "RecordState",
                 type == ViolationEventType::InAlarm ? "ACTIVE" : "ARCHIVED");
    });
}

void put_exported(JsonWriter& writer, const ExportedValue& value, Timestamp time) {
    writer.begin_object();
    put_text(writer, "name", metric_of_series(value.series));
    put_text(writer, "thing", value.device);
    put_raw(writer, "value", to_json(*value.value));
    put_integer(writer, "version", 1);
    put_integer(writer, "timestamp", time.ms);
    if (const auto dimension = dimension_of_series(value.series)) {
        put_raw(writer, "dimension", json_object([&](JsonWriter& inner) {
                    put_text(inner, "name", dimension->dimension_name);
                    put_text(inner, "operator", enum_name(*dimension->comparison));
                }));
    }
    writer.end_object();
}

}  // namespace

std::string message_channel_facet(MessageChannel channel) {
    return facet("channel", enum_name(channel));
}

void post_message(World& world, Message message) {
    message.time = world.now;
    const NewestFirst key = {world.now, next_id_at(world.messages_by, world.now)};
    const std::string facets[] = {message_channel_facet(message.channel)};
    put_facets(world.messages_by, key, facets);
    world.messages.put(key, std::move(message));
    want_upkeep(world, world.now + setting_number(world, Setting::MessageRetentionDays) * kDay);
}

void erase_message(World& world, const NewestFirst& key) {
    const Message* message = world.messages.find(key);
    if (message == nullptr) return;
    const std::string facets[] = {message_channel_facet(message->channel)};
    erase_facets(world.messages_by, key, facets);
    world.messages.erase(key);
}

void announce_alarm(World& world, const ActiveViolation& violation, ViolationEventType type,
                    Timestamp time, const std::optional<MetricValue>& value,
                    std::int64_t entry_id) {
    notify_targets(world, violation, type, time, value, entry_id);
    Message message;
    message.channel = MessageChannel::SecurityHub;
    message.destination = violation.violation_id;
    message.body = {finding_body(world, violation, type, time)};
    message.entry_id = entry_id;
    post_message(world, std::move(message));
}

void export_values(World& world, const std::string& profile, Timestamp time,
                   std::span<const ExportedValue> values, std::int64_t entry_id) {
    const SecurityProfile* row = world.security_profiles.find(profile);
    if (row == nullptr || !row->metrics_export_config) return;
    const MetricsExportConfig config = *row->metrics_export_config;
    const auto problem = forbidden(world, profile, config.role_arn, "iot:Publish",
                                   resource_arn(world, say("topic/{}", config.mqtt_topic)));
    while (!values.empty()) {
        const auto some = values.first(std::min(values.size(), kExportedMax));
        values = values.subspan(some.size());
        Message message;
        message.destination = config.mqtt_topic;
        message.body = {json_object([&](JsonWriter& writer) {
            put_text(writer, "version", "1.0");
            writer.key("metrics");
            writer.begin_array();
            for (const ExportedValue& value : some) put_exported(writer, value, time);
            writer.end_array();
        })};
        message.remark = problem;
        message.entry_id = entry_id;
        post_message(world, std::move(message));
    }
}

}  // namespace picket
