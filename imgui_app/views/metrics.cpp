// Values of a metric of a thing over time, with the thresholds that behaviors set and the alarms
// they raised.
#include <algorithm>

#include "../chart/chart.h"
#include "../items/areas.h"
#include "../items/rows.h"
#include "../items/words.h"
#include "../row_index.h"
#include "../widgets.h"
#include "views.h"
#include "world_parts.h"

namespace picket::ui {
namespace {

constexpr std::size_t kSeriesMax = 2000;
constexpr double kGapMs = 15 * static_cast<double>(kMinute);

double number_of(const MetricValue& value) {
    if (value.count) return static_cast<double>(*value.count);
    if (value.number) return *value.number;
    // Of lists it is drawn how many they hold.
    if (value.cidrs) return static_cast<double>(value.cidrs->size());
    if (value.ports) return static_cast<double>(value.ports->size());
    if (value.numbers) return static_cast<double>(value.numbers->size());
    if (value.strings) return static_cast<double>(value.strings->size());
    return 0;
}

// "aws:num-messages-sent", with its dimension in words.
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

// The distinct series: each is skipped over, so that it costs a search and not its length.
void find_series(const World& world, MetricsState& state) {
    state.known.clear();
    const auto& values = world.metric_values;
    auto at = values.begin();
    while (at != values.end() && state.known.size() < kSeriesMax) {
        const MetricDatumKey key = at->key;
        state.known.emplace_back(key.thing, key.series);
        at = values.upper_bound(MetricDatumKey{key.thing, key.series, kTimestampMin});
    }
}

void read_points(const World& world, MetricsState& state) {
    const auto& values = world.metric_values;
    const auto begin = values.lower_bound(MetricDatumKey{state.thing, state.series, kTimestampMax});
    const auto end = values.upper_bound(MetricDatumKey{state.thing, state.series, kTimestampMin});
    state.points.clear();
    state.points.reserve(end.index() - begin.index());
    for (auto at = begin; at != end; ++at)
        state.points.push_back({static_cast<double>(at->key.time.ms), number_of(at->value)});
    std::reverse(state.points.begin(), state.points.end());
    ++state.version;
}

void choose(MetricsState& state, const std::pair<std::string, std::string>& series) {
    if (state.thing == series.first && state.series == series.second) return;
    state.thing = series.first;
    state.series = series.second;
    state.values = {};
    state.view = {};
}

void follow(Frame& frame) {
    MetricsState& state = frame.ui.world.metrics;
    ItemRef& item = frame.ui.world.item;
    if (item.section == "metrics") {  // somebody came by a link
        const KeyParts parts = key_parts(item.key, '\n');
        choose(state, {std::string(parts.first), std::string(parts.second)});
        item = {};
    }
    if (state.values.shares_with(frame.world.metric_values)) return;
    find_series(frame.world, state);
    const auto chosen = std::make_pair(state.thing, state.series);
    const bool there = std::find(state.known.begin(), state.known.end(), chosen) !=
                       state.known.end();
    if (!there && !state.known.empty()) choose(state, state.known.front());
    state.values = frame.world.metric_values;
    read_points(frame.world, state);
}

void draw_series(Frame& frame, float width) {
    MetricsState& state = frame.ui.world.metrics;
    const std::string shown = state.thing + "  \xC2\xB7  " + series_words(state.series);
    ImGui::SetCursorPos(ImVec2(frame.px(12), frame.px(8)));
    const float field = std::min(width - 24, 480.0f);
    if (dropdown(frame, "Series", shown, field)) ImGui::OpenPopup("Series");
    const ImVec2 below(ImGui::GetItemRectMin().x, ImGui::GetItemRectMax().y + frame.px(4));
    ImGui::SetNextWindowPos(below);
    ImGui::SetNextWindowSize(ImVec2(frame.px(field), frame.px(360)));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(frame.px(8), frame.px(8)));
    if (ImGui::BeginPopup("Series", ImGuiWindowFlags_NoMove)) {
        Scope scope(frame, "Series");
        search_field(frame, "Search series", "Thing or metric", state.filter,
                     ImGui::IsWindowAppearing());
        const auto words = words_in(state.filter);
        ImGui::BeginChild("list", ImVec2(0, 0));
        for (const auto& series : state.known) {
            const std::string name = series.first + "  \xC2\xB7  " + series_words(series.second);
            const std::string lower = lower_case(name);
            const bool matches = std::all_of(words.begin(), words.end(), [&](const auto& word) {
                return lower.find(word) != std::string::npos;
            });
            if (!matches) continue;
            const bool current = series.first == state.thing && series.second == state.series;
            if (menu_row(frame, name, {}, current)) {
                choose(state, series);
                ImGui::CloseCurrentPopup();
            }
        }
        end_child();
        ImGui::EndPopup();
    }
    ImGui::PopStyleVar();
}

// Thresholds of all behaviors that watch the metric; which of them apply to the thing depends on
// targets, so their labels name the profile.
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

std::vector<ChartMark> alarms_of(const World& world, const MetricsState& state) {
    std::vector<ChartMark> marks;
    const std::string facet = "thing=" + state.thing;
    const std::string metric(key_parts(state.series, '\n').first);
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

void draw_facts(Frame& frame, const MetricsState& state, const std::string& unit) {
    double low = state.points.front().y, high = low;
    for (const ChartPoint& point : state.points) {
        low = std::min(low, point.y);
        high = std::max(high, point.y);
    }
    const std::string shown = count_text(state.points.size()) + " values  \xC2\xB7  last " +
                              value_label(state.points.back().y, unit) + "  \xC2\xB7  from " +
                              value_label(low) + " to " + value_label(high, unit);
    ImGui::SetCursorPosX(frame.px(16));
    text_fitted(frame, shown, 0, Tone::Muted, Face::Small);
}

}  // namespace

void draw_metrics(Frame& frame) {
    if (frame.world.metric_values.empty())
        return draw_section_empty(frame, *find_section("metrics"));
    follow(frame);
    MetricsState& state = frame.ui.world.metrics;
    if (state.points.empty()) return;
    const float width = ImGui::GetContentRegionAvail().x / frame.scale;
    draw_series(frame, width);
    const auto newest = frame.world.metric_values.lower_bound(
        MetricDatumKey{state.thing, state.series, kTimestampMax});
    const std::string unit = unit_of(state.series, newest->value);
    const ChartSeries series[] = {{{},
                                   Tone::Accent,
                                   {state.points.size(), state.points.data(),
                                    [](const void* source, std::size_t i) {
                                        return static_cast<const ChartPoint*>(source)[i];
                                    },
                                    kGapMs, state.version}}};
    const auto lines = thresholds_of(frame.world, state.series);
    const auto marks = alarms_of(frame.world, state);
    ImGui::SetCursorPos(ImVec2(0, frame.px(frame.touch ? 60 : 48)));
    const float room = ImGui::GetContentRegionAvail().y / frame.scale - 32;
    draw_chart(frame, {"Chart", unit, series, lines, marks}, state.view, std::max(120.0f, room));
    gap(frame, 4);
    draw_facts(frame, state, unit);
}

}  // namespace picket::ui
