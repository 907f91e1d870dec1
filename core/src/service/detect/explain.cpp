// ExplainBehavior: why a device is in alarm for a behavior at a moment, or why not.
//
// Nothing is judged a second time here. A copy of the engine goes back some datapoints, is told to
// watch the pair, and runs to the moment: what the evaluator did then is what is told.
#include "service/detect/explain.h"

#include <algorithm>

#include "picket/engine.h"
#include "service/detect/behaviors_check.h"
#include "service/detect/devices.h"
#include "service/detect/metric_values.h"
#include "service/detect/rules.h"
#include "service/op.h"
#include "service/picket/replays.h"
#include "service/refuse.h"
#include "service/tables.h"
#include "text/json_write.h"
#include "text/say.h"
#include "world/settings.h"

namespace picket {
namespace {

constexpr std::int64_t kLookBackMax = 2 * kDay;
constexpr std::int64_t kLookBackMin = kHour;
constexpr std::size_t kDatapointsMax = 50;

std::string words_of(const DetectRule& rule, const DetectTrace& step) {
    if (!step.note.empty()) return step.note;
    std::string text = say("{}: ", to_iso(step.time));
    if (!step.judged)
        return say("{}{} was added to its window, which is not judged yet.", text,
                   value_text(*step.value));
    text += say("{}{}{} ", value_text(*step.value), step.violating ? " violates " : " conforms to ",
                enum_name(rule.comparison));
    if (rule.kind == RuleKind::Members) {
        text += value_text(rule.criteria.value.value_or(MetricValue{}));
    } else {
        text += format_double(step.bound.value_or(0));
        if (rule.kind == RuleKind::Statistic) {
            text += say(" ({} of {})",
                        rule.criteria.statistical_threshold->statistic.value_or(std::string()),
                        counted(step.fleet, "device"));
        }
    }
    const AlarmState& alarm = step.alarm;
    if (alarm.in_alarm) {
        return say("{}; in alarm, {} of {} to its end.", text, alarm.conforming,
                   counted(rule.datapoints_to_clear, "conforming datapoint"));
    }
    return say("{}; no alarm, {} of {} to it.", text, alarm.violating,
               counted(rule.datapoints_to_alarm, "violating datapoint"));
}

ExplainedDatapoint explained(const DetectRule& rule, const DetectTrace& step) {
    ExplainedDatapoint out;
    out.time = step.time;
    out.value = step.value;
    out.window_from = step.window_from;
    out.window_to = step.window_to;
    out.bound = step.bound;
    if (step.fleet > 0) out.fleet_size = step.fleet;
    if (step.judged) out.conforms = !step.violating;
    out.violating_in_a_row = step.alarm.violating;
    out.conforming_in_a_row = step.alarm.conforming;
    out.in_alarm = step.alarm.in_alarm;
    out.text = words_of(rule, step);
    return out;
}

void rest_on(const World& world, Setting setting, ExplainBehaviorResponse& out) {
    out.settings.push_back(
        {std::string(setting_name(setting)), std::string(setting_text(world, setting))});
}

void add_settings(const World& world, const DetectRule& rule, ExplainBehaviorResponse& out) {
    const std::string_view metric = metric_of_series(rule.series);
    if (rule.duration_seconds > 0) {
        rest_on(world, Setting::WindowKind, out);
        rest_on(world, Setting::WindowGraceSeconds, out);
    }
    if (rule.kind == RuleKind::Statistic) {
        rest_on(world, Setting::PercentilePopulation, out);
        rest_on(world, Setting::PercentileInterpolation, out);
    }
    if (rule.kind == RuleKind::Members) rest_on(world, Setting::ListQuantifier, out);
    if (metric == "aws:message-byte-size") rest_on(world, Setting::MessageSizeValue, out);
    if (rule.aggregate == Aggregate::Last) rest_on(world, Setting::GaugeValue, out);
    if (rule.value_kind == ValueKind::Number) rest_on(world, Setting::NumberValue, out);
    if (rule.cloud_side) {
        rest_on(world, Setting::DatapointTime, out);
        rest_on(world, Setting::OfflineZeros, out);
    }
    rest_on(world, Setting::GapEffect, out);
    rest_on(world, Setting::SilenceHours, out);
}

std::string joined(const std::vector<std::string>& texts) {
    std::string out;
    for (const std::string& text : texts) out += (out.empty() ? "" : ", ") + text;
    return out;
}

// Why the profile does not watch the device; empty when it does.
std::string not_monitored(const World& world, const ExplainBehaviorRequest& in) {
    const std::vector<std::string> profiles = profiles_of_device(world, in.thing_name);
    if (std::binary_search(profiles.begin(), profiles.end(), in.security_profile_name)) return {};
    std::vector<std::string> targets;
    for (auto at = world.profile_targets.lower_bound(PairKey{in.security_profile_name, {}});
         at != world.profile_targets.end() && at->key.first == in.security_profile_name; ++at) {
        targets.push_back(at->key.second);
    }
    const bool registered = world.things.contains(in.thing_name);
    std::string text = say("'{}' is {} and not monitored by '{}', which is ", in.thing_name,
                           registered ? "a registered thing" : "not registered",
                           in.security_profile_name);
    if (targets.empty())
        return say("{}attached to nothing. AttachSecurityProfile changes that.", text);
    return say("{}attached to {}.", text, joined(targets));
}

void explain_alarm(const World& world, const OpenAlarmKey& key, ExplainBehaviorResponse& out) {
    const OpenAlarm* alarm = world.open_alarms.find(key);
    if (alarm == nullptr) return;
    const ActiveViolation* violation = world.active_violations.find(
        NewestFirst{alarm->start, alarm->id});
    if (violation == nullptr) return;
    out.violation_id = violation->violation_id;
    out.violation_start_time = violation->violation_start_time;
    out.reasons.push_back(say("The alarm was raised at {}, and last violated at {}{}.",
                              to_iso(violation->violation_start_time),
                              to_iso(violation->last_violation_time),
                              violation->last_violation_value
                                  ? say(" with {}", value_text(*violation->last_violation_value))
                                  : std::string()));
    if (violation->behavior.suppress_alerts.value_or(false))
        out.reasons.push_back(
            "suppressAlerts keeps it from SNS; the alarm itself is not affected.");
}

// What is to be said without any datapoint: the behavior cannot be evaluated, or nothing came.
void explain_absence(const World& world, const DetectRule& rule, const DeviceState* state,
                     ExplainBehaviorResponse& out) {
    if (rule.kind == RuleKind::Learned) {
        out.reasons.push_back("The behavior compares with a learned model, and there is none yet.");
    } else if (rule.kind == RuleKind::Nothing) {
        out.reasons.push_back("The behavior has no criteria that can be evaluated for its metric.");
    } else if (state == nullptr || state->last == Timestamp{}) {
        out.reasons.push_back(say("No datapoint of {} of this device was seen, and behaviors are "
                                  "evaluated upon datapoints only.",
                                  metric_of_series(rule.series)));
    } else {
        const Timestamp ends = state->last + setting_number(world, Setting::SilenceHours) * kHour;
        out.reasons.push_back(
            say("The last datapoint came at {}{}", to_iso(state->last),
                state->alarm.in_alarm
                    ? say("; without another one the alarm is given up after {}.", to_iso(ends))
                    : "."));
    }
}

// The pair at the moment, as the World has it then.
struct Pair {
    std::int64_t rule_number = 0;
    std::int64_t device = 0;
    const DetectRule* rule = nullptr;
    const DeviceState* state = nullptr;
    bool registered = false;
};
std::optional<Pair> find_pair(const World& world, const ExplainBehaviorRequest& in) {
    const auto rule = rule_number(world, in.security_profile_name, in.behavior_name);
    const auto device = find_device_number(world, in.thing_name);
    if (!rule || !device) return std::nullopt;
    Pair pair;
    pair.rule_number = *rule;
    pair.device = *device;
    pair.rule = world.detect_rules.find(*rule);
    pair.registered = find_device(world, *device)->registered;
    const RuleBlock* block = world.detect_blocks.find(RuleBlockKey{*rule, block_of(*device)});
    if (block != nullptr) pair.state = &block->devices[place_in_block(*device)];
    if (pair.rule == nullptr) return std::nullopt;
    return pair;
}

// Far enough to see a whole row of datapoints.
std::int64_t look_back(const DetectRule& rule) {
    const std::int64_t row = std::max(rule.datapoints_to_alarm, rule.datapoints_to_clear) + 2;
    const std::int64_t each = std::max(rule.duration_seconds, kLookBackMin / kSecond / 12);
    return std::clamp(row * each * kSecond, kLookBackMin, kLookBackMax);
}

Refusal request_problem(const World& world, const ExplainBehaviorRequest& in) {
    const SecurityProfile* profile = world.security_profiles.find(in.security_profile_name);
    if (profile == nullptr) {
        return not_found("security profile", in.security_profile_name, "CreateSecurityProfile",
                         "securityProfileName");
    }
    const bool known = profile->behaviors &&
                       std::any_of(profile->behaviors->begin(), profile->behaviors->end(),
                                   [&](const Behavior& b) { return b.name == in.behavior_name; });
    if (known) return std::nullopt;
    const std::string what = say("behavior of '{}'", in.security_profile_name);
    return not_found(what.c_str(), in.behavior_name, "UpdateSecurityProfile", "behaviorName");
}

void explain(const World& world, const ExplainBehaviorRequest& in, ExplainBehaviorResponse& out) {
    const std::string unmonitored = not_monitored(world, in);
    const auto pair = find_pair(world, in);
    if (!unmonitored.empty()) {
        out.state = ExplainedState::NotMonitored;
        out.reasons.push_back(unmonitored);
        if (pair) explain_alarm(world, {pair->rule_number, pair->device, pair->registered}, out);
        return;
    }
    if (!pair) {
        out.reasons.push_back(
            say("'{}' sent no metrics, and behaviors are evaluated upon datapoints only.",
                in.thing_name));
        return;
    }
    add_settings(world, *pair->rule, out);
    const bool judged = pair->state != nullptr && pair->state->alarm.judged != Timestamp{};
    if (judged) {
        out.state = pair->state->alarm.in_alarm ? ExplainedState::InAlarm : ExplainedState::Normal;
    }
    explain_alarm(world, {pair->rule_number, pair->device, pair->registered}, out);
    if (judged && !out.datapoints.empty()) {
        const ExplainedDatapoint& last = out.datapoints.back();
        out.reasons.push_back(last.text);
    } else {
        explain_absence(world, *pair->rule, pair->state, out);
    }
    if (pair->rule->late > 0) {
        out.reasons.push_back(say("{} of the behavior came too late to be counted.",
                                  counted(pair->rule->late, "datapoint")));
    }
}

// First to the moment; then, when there is a pair to look at, the way to it once more.
Result<Replay> to_the_moment(const Engine& engine, const ExplainBehaviorRequest& in) {
    const Timestamp now = engine.world().now, time = in.time.value_or(now);
    if (time > now || time < engine.options().start) {
        return invalid(say("time is {}, and the session knows the time from {} to {}.",
                           to_iso(time), to_iso(engine.options().start), to_iso(now)),
                       "time");
    }
    return time < now ? Replay::rewind(engine, time) : Replay::advance(engine, now, 0);
}

Result<std::optional<Replay>> once_more(Replay& done, const ExplainBehaviorRequest& in) {
    const Engine& then = done.engine();
    const World& world = then.world();
    if (!world.detect_watches.empty()) return std::optional<Replay>();  // that was it
    if (auto problem = request_problem(world, in)) return problem;
    const auto pair = find_pair(world, in);
    const Timestamp start = then.options().start;
    if (!pair || world.now == start) return std::optional<Replay>();
    const Timestamp from = std::max(start, world.now - look_back(*pair->rule));
    return std::optional<Replay>(
        Replay::watch(then, DetectWatch{pair->rule_number, pair->device}, from));
}

Result<ExplainBehaviorResponse> explained_behavior(Replay& replay,
                                                   const ExplainBehaviorRequest& in) {
    if (replay.refusal()) return std::move(replay.refusal());
    const World& world = replay.engine().world();
    ExplainBehaviorResponse out;
    out.time = world.now;
    if (const auto pair = find_pair(world, in)) {
        const auto& traces = world.detect_traces;
        const std::size_t skipped = traces.size() - std::min(traces.size(), kDatapointsMax);
        for (auto at = traces.at(skipped); at != traces.end(); ++at)
            out.datapoints.push_back(explained(*pair->rule, at->value));
    }
    explain(world, in, out);
    return out;
}

using ExplainBehavior = InParts<ExplainBehaviorResponse, ExplainBehaviorRequest, to_the_moment,
                                explained_behavior, once_more, true, 2>;

constexpr ReplayParts kExplainReplays[] = {ExplainBehavior::row("ExplainBehavior")};

using enum ErrorCode;

constexpr Operation kExplainOperations[] = {
    verb<&ExplainBehavior::at_once>(
        "ExplainBehavior", "Violations", "/_picket/ExplainBehavior",
        errors<InvalidRequest, ResourceNotFound, InternalFailure>(),
        "Tells why a device is in alarm for a behavior, or why not, with the "
        "datapoints, the windows and the counters."),
};

}  // namespace

std::span<const ReplayParts> explain_replays() { return kExplainReplays; }

std::span<const Operation> explain_operations() { return kExplainOperations; }

}  // namespace picket
