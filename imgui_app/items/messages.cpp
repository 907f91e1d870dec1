// Detect: what the service sent. Alarms to SNS topics and Security Hub, exported metrics to MQTT
// topics, and what CloudWatch counts.
#include "editor/json_tokens.h"
#include "items/areas.h"
#include "items/json_facts.h"
#include "items/rows.h"
#include "items/words.h"
#include "picket/json_tree.h"

namespace picket::ui {

template <>
inline AlarmCountKey read_key(std::string_view text) {
    const KeyParts time = key_parts(text, '\n');
    const KeyParts names = key_parts(time.second, '\n');
    return {{key_number(time.first)}, std::string(names.first), std::string(names.second)};
}

namespace {

using Row = TableInfo::Row;

std::string write_count_key(const Row& row) {
    const auto& key = key_as<AlarmCountKey>(row);
    return std::to_string(key.end.ms) + '\n' + key.profile + '\n' + key.behavior;
}

std::string text_at(const JsonTree& tree, std::string_view path) {
    const std::uint32_t at = tree.resolve(path);
    return at == JsonTree::kNone ? std::string() : std::string(tree.node(at).text);
}

std::string export_words(const JsonTree& tree, std::uint32_t metrics) {
    const std::size_t count = tree.node(metrics).children;
    std::string words = count_text(count) + (count == 1 ? " value" : " values");
    const std::string name = text_at(tree, "metrics[0].name");
    if (!name.empty()) words += " of " + name + ", " + text_at(tree, "metrics[0].thing");
    if (count > 1) words += " and others";
    return words;
}

std::string alarm_words(const JsonTree& tree) {
    const std::string type = text_at(tree, "violationEventType");
    std::string words = text_at(tree, "thingName");
    if (type == "in-alarm") words += " is in alarm for ";
    if (type == "alarm-cleared") words += " is back to normal for ";
    if (type == "alarm-invalidated") words += " is no longer watched or heard of for ";
    return words + text_at(tree, "behavior.name");
}

// A message in one line, as its kind is told by its members.
std::string message_words(const Message& message) {
    const auto read = read_json_strict(message.body.text);
    if (!read || read->empty()) return message.body.text.substr(0, 120);
    const std::uint32_t metrics = read->find(0, "metrics");
    if (metrics != JsonTree::kNone && read->node(metrics).kind == JsonKind::Array)
        return export_words(*read, metrics);
    if (read->find(0, "violationEventType") != JsonTree::kNone) return alarm_words(*read);
    if (const std::string title = text_at(*read, "Title"); !title.empty())
        return title + (text_at(*read, "RecordState") == "ARCHIVED" ? " (archived)" : "");
    if (const std::string status = text_at(*read, "status"); !status.empty())
        return text_at(*read, "thingName") + ": report " + status;
    return message.body.text.substr(0, 120);
}

std::string_view way_words(MessageChannel channel) {
    switch (channel) {
    case MessageChannel::Mqtt:
        return "MQTT";
    case MessageChannel::Sns:
        return "SNS";
    case MessageChannel::SecurityHub:
        return "SECURITY_HUB";
    }
    return "";
}

constexpr GridColumn kMessageColumns[] = {
    {"Time", 168, Look::Quiet, true,
     [](const World&, const Row& row, Cell& cell) { put_time(cell, value_as<Message>(row).time); }},
    {"Way", 120, Look::Text, true,
     [](const World&, const Row& row, Cell& cell) {
         put_text(cell, way_words(value_as<Message>(row).channel));
         cell.rank = static_cast<std::int64_t>(value_as<Message>(row).channel);
     }},
    {"Says", 320, Look::Strong, false,
     [](const World&, const Row& row, Cell& cell) {
         put_text(cell, message_words(value_as<Message>(row)));
     }},
    {"To", 240, Look::Mono, false,
     [](const World&, const Row& row, Cell& cell) {
         put_text(cell, value_as<Message>(row).destination);
     }},
    {"Arrived", 112, Look::State, false,
     [](const World&, const Row& row, Cell& cell) {
         put_text(cell, value_as<Message>(row).remark ? "not delivered" : "delivered");
     }},
};
constexpr ListFilter kMessageFilters[] = {{"Way", 1, "channel"}, {"Time", 0}};

// The alarm that a message is about, by its id.
ItemRef alarm_of(const World& world, const Message& message) {
    const auto read = read_json_strict(message.body.text);
    if (!read || read->empty()) return {};
    std::string id = text_at(*read, "violationId");
    if (id.empty()) id = text_at(*read, "Id");
    if (id.empty()) return {};
    const std::string facet = "id=" + id;
    const auto at = world.violation_events_by.lower_bound(FacetKey{facet, kTimestampMax, {}});
    if (at == world.violation_events_by.end() || at->key.facet != facet) return {};
    return {"alarm-history", write_key(NewestFirst{at->key.time, at->key.id})};
}

void describe_message(const World& world, const Row& row, Dossier& dossier) {
    const auto& message = value_as<Message>(row);
    dossier.title = message_words(message);
    dossier.state = message.remark ? "not delivered" : "delivered";
    dossier.subtitle = message.destination;
    FactGroup& facts = dossier.group("");
    facts.facts.push_back({"Sent", time_text(message.time)});
    facts.facts.push_back({"Way", std::string(way_words(message.channel))});
    if (message.remark) facts.facts.push_back({"Nobody got it", *message.remark, Tone::Danger});
    if (const ItemRef alarm = alarm_of(world, message); !alarm.empty())
        facts.facts.push_back({"Alarm", "What happened", Tone::Plain, alarm});
    if (message.entry_id > 0)
        facts.facts.push_back({"Caused by",
                               "Call " + std::to_string(message.entry_id),
                               Tone::Plain,
                               {"history", std::to_string(message.entry_id)}});
    add_json_facts(dossier.group("The message"), message.body.text);
    dossier.document = format_json(message.body.text);
}

constexpr GridColumn kCountColumns[] = {
    {"Behavior", 200, Look::Strong, false,
     [](const World&, const Row& row, Cell& cell) {
         put_text(cell, key_as<AlarmCountKey>(row).behavior);
     }},
    {"Until", 168, Look::Quiet, true,
     [](const World&, const Row& row, Cell& cell) {
         put_time(cell, key_as<AlarmCountKey>(row).end);
     }},
    {"Violations", 96, Look::Text, true,
     [](const World&, const Row& row, Cell& cell) {
         put_number(cell, value_as<AlarmCounts>(row).violations);
     }},
    {"Cleared", 88, Look::Text, true,
     [](const World&, const Row& row, Cell& cell) {
         put_number(cell, value_as<AlarmCounts>(row).cleared);
     }},
    {"Invalidated", 104, Look::Text, true,
     [](const World&, const Row& row, Cell& cell) {
         put_number(cell, value_as<AlarmCounts>(row).invalidated);
     }},
    {"Profile", 200, Look::Text, false,
     [](const World&, const Row& row, Cell& cell) {
         put_text(cell, key_as<AlarmCountKey>(row).profile);
     }},
};

// One metric as PutMetricData would have it.
std::string metric_json(std::string_view name, const AlarmCountKey& key, std::int64_t count) {
    return "{\"MetricName\":" + json_text(name) +
           ",\"Dimensions\":[{\"Name\":\"SecurityProfileName\",\"Value\":" +
           json_text(key.profile) +
           "},{\"Name\":\"BehaviorName\",\"Value\":" + json_text(key.behavior) +
           "}],\"Timestamp\":" + to_json(key.end) + ",\"Value\":" + std::to_string(count) +
           ",\"Unit\":\"Count\"}";
}

void describe_counts(const World& world, const Row& row, Dossier& dossier) {
    const auto& key = key_as<AlarmCountKey>(row);
    const auto& counts = value_as<AlarmCounts>(row);
    dossier.title = key.behavior + " of " + key.profile;
    dossier.subtitle = "AWS/IoT";
    FactGroup& facts = dossier.group("");
    facts.facts.push_back({"Five minutes until", time_text(key.end)});
    facts.facts.push_back({"Violations", std::to_string(counts.violations),
                           counts.violations > 0 ? Tone::Danger : Tone::Plain});
    facts.facts.push_back({"ViolationsCleared", std::to_string(counts.cleared)});
    facts.facts.push_back({"ViolationsInvalidated", std::to_string(counts.invalidated)});
    if (world.security_profiles.contains(key.profile))
        facts.facts.push_back({"Profile", key.profile, Tone::Plain, {"profiles", key.profile}});
    dossier.document = format_json("{\"Namespace\":\"AWS/IoT\",\"MetricData\":[" +
                                   metric_json("Violations", key, counts.violations) + ',' +
                                   metric_json("ViolationsCleared", key, counts.cleared) + ',' +
                                   metric_json("ViolationsInvalidated", key, counts.invalidated) +
                                   "]}");
}

// A report that is answered, so that there is a message.
std::string first_report(const World&) {
    return R"({"topic":"$aws/things/my-device/defender/metrics/json","payload":{"header":{)"
           R"("report_id":1,"version":"1.0"},"metrics":{"listening_tcp_ports":{"ports":[)"
           R"({"port":22}],"total":1}}}})";
}

constexpr Section kMessages[] = {
    {.area = Area::Detect,
     .id = "messages",
     .title = "Messages",
     .table = "messages",
     .columns = kMessageColumns,
     .key = row_key<NewestFirst>,
     .place = row_place<NewestFirst, &World::messages>,
     .describe = describe_message,
     .empty = {"Nothing was sent yet",
               "Alarms go to the SNS topics of their profile and to Security Hub, exported metrics "
               "and answers to reports to MQTT topics. Each is kept here.",
               "Send a report", "Publish", first_report},
     .filters = kMessageFilters,
     .facets = &World::messages_by},
    {.area = Area::Detect,
     .id = "cloudwatch",
     .title = "CloudWatch",
     .table = "alarmCounts",
     .columns = kCountColumns,
     .key = write_count_key,
     .place = row_place<AlarmCountKey, &World::alarm_counts>,
     .describe = describe_counts,
     .empty = {"CloudWatch counted nothing yet",
               "Every five minutes in which a behavior is evaluated, its alarms are counted here "
               "as AWS/IoT metrics; zeros are published, too.",
               "Create a profile", "CreateSecurityProfile"}},
};

}  // namespace

std::span<const Section> message_sections() { return kMessages; }

}  // namespace picket::ui
