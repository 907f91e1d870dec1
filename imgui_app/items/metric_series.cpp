// See metric_series.h.
#include "items/metric_series.h"

#include "items/rows.h"
#include "items/words.h"

namespace picket::ui {

std::string series_words(std::string_view series) {
    const KeyParts metric = key_parts(series, '\n');
    if (metric.second.empty()) return std::string(metric.first);
    const KeyParts dimension = key_parts(metric.second, '\n');
    return std::string(metric.first) + (dimension.second == "NOT_IN" ? " outside of " : " in ") +
           std::string(dimension.first);
}

std::string unit_of(std::string_view series, const MetricValue& sample) {
    const KeyParts metric = key_parts(series, '\n');
    const bool list = sample.cidrs || sample.ports || sample.numbers || sample.strings;
    if (list) return "values";
    const MetricInfo* info = find_builtin_metric(metric.first);
    return info != nullptr ? std::string(info->unit) : "";
}

std::vector<ChartLine> thresholds_of(const World& world, std::string_view series) {
    std::vector<ChartLine> lines;
    const std::string metric(key_parts(series, '\n').first);
    auto at = world.profiles_by_metric.lower_bound(PairKey{metric, {}});
    for (; at != world.profiles_by_metric.end() && at->key.first == metric; ++at) {
        const SecurityProfile* profile = world.security_profiles.find(at->key.second);
        if (profile == nullptr || !profile->behaviors) continue;
        for (const Behavior& behavior : *profile->behaviors) {
            const auto threshold = threshold_of(behavior);
            if (behavior.metric != metric || !threshold || lines.size() == 8) continue;
            lines.push_back({*threshold, behavior.name + " of " + profile->name, Tone::Warn});
        }
    }
    return lines;
}

std::vector<ChartMark> alarms_of(const World& world, const MeasuredSeries& of) {
    std::vector<ChartMark> marks;
    const std::string facet = "thing=" + of.thing;
    const std::string metric(key_parts(of.series, '\n').first);
    auto at = world.violation_events_by.lower_bound(FacetKey{facet, kTimestampMax, {}});
    for (; at != world.violation_events_by.end() && at->key.facet == facet && marks.size() < 500;
         ++at) {
        const ViolationEvent* event = world.violation_events.find(
            NewestFirst{at->key.time, at->key.id});
        if (event == nullptr || event->behavior.metric != metric) continue;
        const std::string_view word = enum_word(event->violation_event_type);
        marks.push_back({static_cast<double>(event->violation_event_time.ms),
                         event->behavior.name + ": " + std::string(word), tone_of_state(word)});
    }
    return marks;
}

std::vector<Pair> judges_of(const World& world, const MeasuredSeries& of) {
    std::vector<Pair> pairs;
    const std::int64_t* number = world.detect_device_numbers.find(of.thing);
    if (number == nullptr) return pairs;
    const DeviceBlock* block = world.detect_devices.find(*number / kDevicesPerBlock);
    const auto place = static_cast<std::size_t>(*number % kDevicesPerBlock);
    if (block == nullptr || place >= block->devices.size()) return pairs;
    for (const DeviceRule& each : block->devices[place].rules) {
        const DetectRule* rule = world.detect_rules.find(each.rule);
        if (rule == nullptr || rule->series != of.series || rule->kind == RuleKind::Retained ||
            rule->kind == RuleKind::Nothing)
            continue;
        pairs.push_back({of.thing, rule->profile, rule->behavior});
    }
    return pairs;
}

}  // namespace picket::ui
