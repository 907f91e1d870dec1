// Detect: alarms that are on, how they went on and off, and why.
#include "demo.h"
#include "items/areas.h"
#include "items/rows.h"
#include "items/words.h"

namespace picket::ui {
namespace {

using Row = TableInfo::Row;

std::string seen_text(const std::optional<MetricValue>& value) {
    return value ? value_words(*value) : "";
}

// As the facets of violations spell it.
std::string_view kind_word(const Behavior& behavior) {
    if (!behavior.criteria) return "";
    if (behavior.criteria->ml_detection_config) return "MACHINE_LEARNING";
    return behavior.criteria->statistical_threshold ? "STATISTICAL" : "STATIC";
}

constexpr GridColumn kAlarmColumns[] = {
    {"Thing", 160, Look::Strong, false,
     [](const World&, const Row& row, Cell& cell) {
         put_text(cell, value_as<ActiveViolation>(row).thing_name);
     }},
    {"Behavior", 208, Look::Text, false,
     [](const World&, const Row& row, Cell& cell) {
         put_text(cell, value_as<ActiveViolation>(row).behavior.name);
     }},
    {"Last value", 96, Look::Text, false,
     [](const World&, const Row& row, Cell& cell) {
         put_text(cell, seen_text(value_as<ActiveViolation>(row).last_violation_value));
     }},
    {"Verified", 136, Look::State, false,
     [](const World&, const Row& row, Cell& cell) {
         put_state(cell, value_as<ActiveViolation>(row).verification_state.value_or(
                             VerificationState::Unknown));
     }},
    {"Since", 168, Look::Quiet, true,
     [](const World&, const Row& row, Cell& cell) {
         put_time(cell, value_as<ActiveViolation>(row).violation_start_time);
     }},
    {"Profile", 192, Look::Text, false,
     [](const World&, const Row& row, Cell& cell) {
         put_text(cell, value_as<ActiveViolation>(row).security_profile_name);
     }},
    {"Kind", 104, Look::Text, false,
     [](const World&, const Row& row, Cell& cell) {
         put_text(cell, kind_word(value_as<ActiveViolation>(row).behavior));
     }},
};

constexpr GridColumn kEventColumns[] = {
    {"Time", 168, Look::Quiet, true,
     [](const World&, const Row& row, Cell& cell) {
         put_time(cell, value_as<ViolationEvent>(row).violation_event_time);
     }},
    {"Event", 144, Look::State, false,
     [](const World&, const Row& row, Cell& cell) {
         put_state(cell, value_as<ViolationEvent>(row).violation_event_type);
     }},
    {"Thing", 160, Look::Strong, false,
     [](const World&, const Row& row, Cell& cell) {
         put_text(cell, value_as<ViolationEvent>(row).thing_name);
     }},
    {"Behavior", 208, Look::Text, false,
     [](const World&, const Row& row, Cell& cell) {
         put_text(cell, value_as<ViolationEvent>(row).behavior.name);
     }},
    {"Value", 96, Look::Text, false,
     [](const World&, const Row& row, Cell& cell) {
         put_text(cell, seen_text(value_as<ViolationEvent>(row).metric_value));
     }},
    {"Profile", 192, Look::Text, false,
     [](const World&, const Row& row, Cell& cell) {
         put_text(cell, value_as<ViolationEvent>(row).security_profile_name);
     }},
    {"Verified", 136, Look::State, false,
     [](const World&, const Row& row, Cell& cell) {
         put_state(cell, value_as<ViolationEvent>(row).verification_state.value_or(
                             VerificationState::Unknown));
     }},
    {"Kind", 104, Look::Text, false,
     [](const World&, const Row& row, Cell& cell) {
         put_text(cell, kind_word(value_as<ViolationEvent>(row).behavior));
     }},
};

// Columns by their place in the lists above.
constexpr ListFilter kAlarmFilters[] = {
    {"Behavior", 1, "behavior", 5, true},
    {"Profile", 5, "profile"},
    {"Thing", 0, "thing"},
    {"Verified", 3, "state"},
    {"Kind", 6, "kind"},
    {"Since", 4},
};
constexpr ListFilter kEventFilters[] = {
    {"Behavior", 3, "behavior", 5, true},
    {"Profile", 5, "profile"},
    {"Thing", 2, "thing"},
    {"Verified", 6, "state"},
    {"Kind", 7, "kind"},
    {"Time", 0},
};

void add_events(const World& world, const std::string& violation, Dossier& dossier) {
    FactGroup& group = dossier.group("On and off");
    add_facet(group, world.violation_events_by, "id=" + violation,
              [&](const NewestFirst& key) -> std::optional<Fact> {
                  const ViolationEvent* event = world.violation_events.find(key);
                  if (event == nullptr) return std::nullopt;
                  const std::string_view word = enum_word(event->violation_event_type);
                  return Fact{{},
                              std::string(word) + " at " + time_text(event->violation_event_time),
                              tone_of_state(word),
                              {"alarm-history", write_key(key)}};
              });
}

// What a person found out about the alarm, a press each.
ItemChoice verification(const std::string& id, std::optional<VerificationState> state) {
    struct Found {
        VerificationState state;
        std::string_view label, tip;
    };
    constexpr Found kFound[] = {
        {VerificationState::Unknown, "Unknown", "Nobody has looked yet"},
        {VerificationState::TruePositive, "True", "The device did what it should not"},
        {VerificationState::BenignPositive, "Benign", "It did, and that is all right"},
        {VerificationState::FalsePositive, "False", "The alarm was wrong"},
    };
    ItemChoice choice{"Verified", "PutVerificationStateOnViolation"};
    for (const Found& found : kFound) {
        if (found.state == state.value_or(VerificationState::Unknown))
            choice.current = choice.options.size();
        choice.options.push_back(
            {found.label,
             json_object({{"violationId", id}, {"verificationState", enum_word(found.state)}}),
             found.tip});
    }
    return choice;
}

ItemRef metric_link(const std::string& thing, const Behavior& behavior, Timestamp time) {
    return {"metrics", thing + '\n' + behavior_series(behavior) + '\t' + std::to_string(time.ms)};
}

std::vector<ItemAction> alarm_actions(const std::string& id) {
    return {
        {"Verify with a note", "PutVerificationStateOnViolation",
         json_object({{"violationId", id},
                      {"verificationState", "TRUE_POSITIVE"},
                      {"verificationStateDescription", ""}}),
         "Write down what you found out about this alarm"},
        {"Mitigate", "StartDetectMitigationActionsTask",
         "{\"taskId\":\"task-" + id.substr(0, 24) + "\",\"target\":{\"violationIds\":[" +
             json_text(id) + "]},\"actions\":[],\"includeOnlyActiveViolations\":true}",
         "Start a task with mitigation actions for this alarm"},
    };
}

void describe_alarm(const World& world, const Row& row, Dossier& dossier) {
    const auto& alarm = value_as<ActiveViolation>(row);
    dossier.title = alarm.behavior.name + " on " + alarm.thing_name;
    dossier.mentions = alarm.violation_id;
    dossier.state = "in-alarm";
    dossier.subtitle = alarm.violation_id;
    FactGroup& facts = dossier.group("");
    facts.facts.push_back({"Thing", alarm.thing_name, Tone::Plain, {"things", alarm.thing_name}});
    facts.facts.push_back({"Profile",
                           alarm.security_profile_name,
                           Tone::Plain,
                           {"profiles", alarm.security_profile_name}});
    facts.facts.push_back({"Since", time_text(alarm.violation_start_time)});
    facts.facts.push_back({"Last violated", time_text(alarm.last_violation_time)});
    dossier.choices = {verification(alarm.violation_id, alarm.verification_state)};
    dossier.pair = {alarm.thing_name, alarm.security_profile_name, alarm.behavior.name};
    dossier.moments = {{"When it went on", alarm.violation_start_time},
                       {"Last violation", alarm.last_violation_time},
                       {"Now"}};
    if (alarm.verification_state_description)
        facts.facts.push_back({"Note", *alarm.verification_state_description});
    FactGroup& why = dossier.group("The behavior");
    if (alarm.last_violation_value)
        why.facts.push_back({"Measured", value_words(*alarm.last_violation_value), Tone::Danger});
    add_behavior(alarm.behavior, why);
    if (alarm.behavior.metric)
        why.facts.push_back(
            {"Values", "The metric around that time", Tone::Plain,
             metric_link(alarm.thing_name, alarm.behavior, alarm.violation_start_time)});
    add_events(world, alarm.violation_id, dossier);
    dossier.actions = alarm_actions(alarm.violation_id);
}

void describe_event(const World& world, const Row& row, Dossier& dossier) {
    const auto& event = value_as<ViolationEvent>(row);
    dossier.title = event.behavior.name + " on " + event.thing_name;
    dossier.mentions = event.violation_id;
    dossier.state = enum_word(event.violation_event_type);
    dossier.subtitle = event.violation_id;
    FactGroup& facts = dossier.group("");
    facts.facts.push_back({"Time", time_text(event.violation_event_time)});
    facts.facts.push_back({"Thing", event.thing_name, Tone::Plain, {"things", event.thing_name}});
    facts.facts.push_back({"Profile",
                           event.security_profile_name,
                           Tone::Plain,
                           {"profiles", event.security_profile_name}});
    dossier.choices = {verification(event.violation_id, event.verification_state)};
    dossier.pair = {event.thing_name, event.security_profile_name, event.behavior.name};
    dossier.moments = {{"At that time", event.violation_event_time}, {"Now"}};
    FactGroup& why = dossier.group("The behavior");
    if (event.metric_value) why.facts.push_back({"Measured", value_words(*event.metric_value)});
    add_behavior(event.behavior, why);
    if (event.behavior.metric)
        why.facts.push_back(
            {"Values", "The metric around that time", Tone::Plain,
             metric_link(event.thing_name, event.behavior, event.violation_event_time)});
    add_events(world, event.violation_id, dossier);
    dossier.actions = alarm_actions(event.violation_id);
}

constexpr Section kAlarms[] = {
    {.area = Area::Detect,
     .id = "alarms",
     .title = "Alarms",
     .table = "activeViolations",
     .columns = kAlarmColumns,
     .key = row_key<NewestFirst>,
     .place = row_place<NewestFirst, &World::active_violations>,
     .describe = describe_alarm,
     .empty = {"No alarm is on",
               "Alarms go on when a device breaks a behavior of a security profile. Documented "
               "ones can be "
               "loaded from the guide's own response.",
               "Load sample alarms", "LoadDocumentedResponse", sample_alarms},
     .filters = kAlarmFilters,
     .facets = &World::active_violations_by},
    {.area = Area::Detect,
     .id = "alarm-history",
     .title = "History",
     .table = "violationEvents",
     .columns = kEventColumns,
     .key = row_key<NewestFirst>,
     .place = row_place<NewestFirst, &World::violation_events>,
     .describe = describe_event,
     .empty = {"No alarm was ever on", "Each time an alarm goes on or off, a line is added here.",
               "Load sample events", "LoadDocumentedResponse", sample_alarm_events},
     .filters = kEventFilters,
     .facets = &World::violation_events_by},
    {.area = Area::Detect,
     .id = "alarm-timeline",
     .title = "Alarms over time",
     .empty = {"No alarm was ever on",
               "Each alarm becomes a bar here, from the moment it goes on until it goes off.",
               "Load sample events", "LoadDocumentedResponse", sample_alarm_events},
     .draw = draw_alarm_lanes},
    {.area = Area::Detect,
     .id = "why",
     .title = "Why, or why not",
     .empty = {"Nothing is watched yet",
               "Create a security profile and attach it. Then this tells of any device why one of "
               "its behaviors is in alarm, or why not.",
               "Create a profile", "CreateSecurityProfile"},
     .draw = draw_why},
};

}  // namespace

void add_watching(const World& world, const std::string& device, Dossier& dossier) {
    const std::int64_t* number = world.detect_device_numbers.find(device);
    if (number == nullptr) return;
    const std::int64_t block = *number / kDevicesPerBlock;
    const auto place = static_cast<std::size_t>(*number % kDevicesPerBlock);
    const DeviceBlock* devices = world.detect_devices.find(block);
    if (devices == nullptr || place >= devices->devices.size()) return;
    FactGroup group{"What watches it"};
    for (const DeviceRule& each : devices->devices[place].rules) {
        const DetectRule* rule = world.detect_rules.find(each.rule);
        if (rule == nullptr || rule->kind == RuleKind::Retained) continue;
        if (group.facts.size() == kRelatedMax) {
            ++group.left_out;
            continue;
        }
        const RuleBlock* states = world.detect_blocks.find(RuleBlockKey{each.rule, block});
        const bool known = states != nullptr && place < states->devices.size();
        const bool on = known && states->devices[place].alarm.in_alarm;
        group.facts.push_back({on ? "In alarm" : "No alarm",
                               rule->behavior + " of " + rule->profile,
                               on ? Tone::Danger : Tone::Plain,
                               {"why", device + '\n' + rule->profile + '\n' + rule->behavior}});
    }
    if (!group.facts.empty()) dossier.groups.push_back(std::move(group));
}

std::span<const Section> alarm_sections() { return kAlarms; }

}  // namespace picket::ui
