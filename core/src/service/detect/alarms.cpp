// See alarms.h.
#include "service/detect/alarms.h"

#include "base/ids.h"
#include "detect/window.h"
#include "service/detect/devices.h"
#include "service/detect/metric_values.h"
#include "service/detect/notices.h"
#include "service/detect/rules.h"
#include "service/detect/upkeep.h"
#include "service/detect/violation_tables.h"
#include "service/facts.h"
#include "service/refuse.h"
#include "text/json_write.h"
#include "text/say.h"
#include "world/context.h"
#include "world/settings.h"

namespace picket {
namespace {

// "less-than 40", "in-cidr-set 10.0.0.0/8 and 2 more": what the behavior wants.
std::string wanted(const DetectRule& rule, const Step& step) {
    const std::string comparison(enum_name(rule.comparison));
    if (rule.kind == RuleKind::Members)
        return say("{} {}", comparison, value_text(rule.criteria.value.value_or(MetricValue{})));
    std::string text = say("{} {}", comparison, format_double(step.bound));
    if (rule.kind == RuleKind::Statistic)
        text += say(", the {} of the fleet",
                    rule.criteria.statistical_threshold->statistic.value_or("percentile"));
    return text;
}

std::string facts_of(const World& world, const DetectRule& rule, const Step& step,
                     const MetricValue& value, const std::string& violation_id) {
    Facts facts;
    facts.text("violationId", violation_id)
        .text("securityProfileName", rule.profile)
        .text("behavior", rule.behavior)
        .json("value", to_json(value))
        .text("wanted", wanted(rule, step))
        .number("datapointsToAlarm", rule.datapoints_to_alarm)
        .number("datapointsToClear", rule.datapoints_to_clear);
    if (rule.duration_seconds > 0) {
        facts.text("windowFrom", to_iso(step.time - rule.duration_seconds * kSecond))
            .text("windowTo", to_iso(step.time))
            .text("windowKind", setting_text(world, Setting::WindowKind));
    }
    return facts.json();
}

void put_event(World& world, const ActiveViolation& violation, ViolationEventType type,
               Timestamp time, std::optional<MetricValue> value) {
    ViolationEvent event;
    event.violation_id = violation.violation_id;
    event.thing_name = violation.thing_name;
    event.security_profile_name = violation.security_profile_name;
    event.behavior = violation.behavior;
    event.metric_value = std::move(value);
    event.violation_event_additional_info = violation.violation_event_additional_info;
    event.violation_event_type = type;
    event.verification_state = violation.verification_state;
    event.verification_state_description = violation.verification_state_description;
    event.violation_event_time = time;
    put_violation_event(world, std::move(event));
}

void raise(World& world, Context& context, const AlarmStep& in, const DetectDevice& device) {
    const Behavior* behavior = behavior_of(world, in.rule);
    if (behavior == nullptr) return;
    ActiveViolation violation;
    violation.thing_name = device.name;
    violation.security_profile_name = in.rule.profile;
    violation.behavior = *behavior;
    violation.violation_start_time = printed_time(world, in.rule, in.step.time);
    violation.last_violation_time = violation.violation_start_time;
    violation.last_violation_value = in.value;
    violation.verification_state = VerificationState::Unknown;
    const std::string natural_key = device.name + (device.registered ? "\n" : "\n\n") +
                                    in.rule.profile + '\n' + in.rule.behavior;
    violation.violation_id = id_hex32(make_id(static_cast<std::uint64_t>(world.seed), "violation",
                                              natural_key, violation.violation_start_time));
    put_active_violation(world, violation);
    const auto key = find_active_violation(world, violation.violation_id);
    world.open_alarms.put({in.rule_number, in.device, device.registered},
                          {key->time, key->id, in.step.time, context.entry_id()});
    put_event(world, violation, ViolationEventType::InAlarm, violation.violation_start_time,
              in.value);
    const std::string text = say(
        "The device '{}' is in alarm: {} of {} wants {}, and it measured {}.", device.name,
        in.rule.behavior, in.rule.profile, wanted(in.rule, in.step), value_text(in.value));
    context.note("alarm.raised", device.name, text,
                 facts_of(world, in.rule, in.step, in.value, violation.violation_id));
    announce_alarm(world, violation, ViolationEventType::InAlarm, violation.violation_start_time,
                   in.value, context.entry_id());
    count_alarms(world, in.rule, {1, 0, 0});
    want_upkeep(world, in.step.time + setting_number(world, Setting::SilenceHours) * kHour);
}

struct End {
    ViolationEventType type = ViolationEventType::AlarmCleared;
    Timestamp time;
    std::optional<MetricValue> value;
    std::int64_t entry_id = 0;
};

// The alarm is over: it leaves the active violations, and its last event tells how.
void finish(World& world, const OpenAlarmKey& key, const OpenAlarm& alarm, const End& end) {
    const NewestFirst place = {alarm.start, alarm.id};
    const ActiveViolation* found = world.active_violations.find(place);
    world.open_alarms.erase(key);
    if (found == nullptr) return;
    const ActiveViolation violation = *found;
    erase_active_violation(world, violation.violation_id);
    put_event(world, violation, end.type, end.time, end.value);
    announce_alarm(world, violation, end.type, end.time, end.value, end.entry_id);
}

void clear(World& world, Context& context, const AlarmStep& in, const DetectDevice& device) {
    const OpenAlarmKey key = {in.rule_number, in.device, device.registered};
    const OpenAlarm* found = world.open_alarms.find(key);
    if (found == nullptr) return;
    const OpenAlarm alarm = *found;
    const ActiveViolation* violation = world.active_violations.find(
        NewestFirst{alarm.start, alarm.id});
    const std::string id = violation != nullptr ? violation->violation_id : std::string();
    context.note("alarm.cleared", device.name,
                 say("The device '{}' is normal again: {} of {} wants {}, and it measured {}.",
                     device.name, in.rule.behavior, in.rule.profile, wanted(in.rule, in.step),
                     value_text(in.value)),
                 facts_of(world, in.rule, in.step, in.value, id));
    End end;
    end.time = printed_time(world, in.rule, in.step.time);
    if (setting_text(world, Setting::ClearedMetricValue) == "include") end.value = in.value;
    end.entry_id = context.entry_id();
    finish(world, key, alarm, end);
    count_alarms(world, in.rule, {0, 1, 0});
}

// Nothing but the last value and its time: facets, and so the indexes, stay as they are.
void go_on(World& world, const AlarmStep& in, const DetectDevice& device) {
    const OpenAlarm* alarm = world.open_alarms.find(
        OpenAlarmKey{in.rule_number, in.device, device.registered});
    if (alarm == nullptr) return;
    const Timestamp time = printed_time(world, in.rule, in.step.time);
    world.active_violations.update(NewestFirst{alarm->start, alarm->id},
                                   [&](ActiveViolation& violation) {
                                       violation.last_violation_time = time;
                                       violation.last_violation_value = in.value;
                                   });
}

}  // namespace

Timestamp printed_time(const World& world, const DetectRule& rule, Timestamp end) {
    if (!rule.cloud_side || setting_text(world, Setting::DatapointTime) == "end") return end;
    const std::int64_t seconds = rule.duration_seconds > 0 ? rule.duration_seconds : kSlotSeconds;
    return end - seconds * kSecond;
}

void apply_step(World& world, Context& context, const AlarmStep& in) {
    const DetectDevice* device = find_device(world, in.device);
    if (device == nullptr) return;
    switch (in.step.change) {
    case AlarmChange::None:
        return;
    case AlarmChange::Raised:
        return raise(world, context, in, *device);
    case AlarmChange::Cleared:
        return clear(world, context, in, *device);
    case AlarmChange::Still:
        return go_on(world, in, *device);
    }
    PICKET_UNREACHABLE();
}

void end_alarm(World& world, const OpenAlarmKey& key, std::string_view reason) {
    const OpenAlarm* found = world.open_alarms.find(key);
    if (found == nullptr) return;
    const OpenAlarm alarm = *found;
    const DetectDevice* device = find_device(world, key.device);
    const DetectRule* rule = world.detect_rules.find(key.rule);
    // What time brings about follows from what raised the alarm.
    const std::int64_t cause = world.running_entry != 0 ? world.running_entry : alarm.entry_id;
    if (device != nullptr && rule != nullptr) {
        Facts facts;
        facts.text("securityProfileName", rule->profile)
            .text("behavior", rule->behavior)
            .text("reason", reason);
        Context(world, cause)
            .note("alarm.invalidated", device->name,
                  say("The alarm of the device '{}' about {} of {} was given up, because {}.",
                      device->name, rule->behavior, rule->profile, reason),
                  facts.json());
        count_alarms(world, *rule, {0, 0, 1});
        if (device->registered == key.registered &&
            find_device_state(world, key.rule, key.device) != nullptr) {
            world.detect_blocks.update(
                RuleBlockKey{key.rule, block_of(key.device)},
                [&](RuleBlock& block) { block.devices[place_in_block(key.device)].alarm = {}; });
        }
    }
    finish(world, key, alarm,
           {ViolationEventType::AlarmInvalidated, world.now, std::nullopt, cause});
}

std::vector<OpenAlarmKey> alarms_of_rule(const World& world, std::int64_t rule) {
    std::vector<OpenAlarmKey> keys;
    for (auto at = world.open_alarms.lower_bound(OpenAlarmKey{rule, INT64_MIN, false});
         at != world.open_alarms.end() && at->key.rule == rule; ++at) {
        keys.push_back(at->key);
    }
    return keys;
}

void end_alarms_of_rule(World& world, std::int64_t rule, std::string_view reason) {
    for (const OpenAlarmKey& key : alarms_of_rule(world, rule)) end_alarm(world, key, reason);
}

void count_alarms(World& world, const DetectRule& rule, const AlarmCounts& counts) {
    const AlarmCountKey key = {window_end(world.now, kSlotMs), rule.profile, rule.behavior};
    const bool known = world.alarm_counts.update(key, [&](AlarmCounts& row) {
        row.violations += counts.violations;
        row.cleared += counts.cleared;
        row.invalidated += counts.invalidated;
    });
    if (known) return;
    world.alarm_counts.put(key, counts);
    want_upkeep(world, key.end + setting_number(world, Setting::MessageRetentionDays) * kDay);
}

}  // namespace picket
