// Values of a metric of a thing over time, with the thresholds that behaviors set, the alarms they
// raised, and what one of them made of the values: its windows, its percentile of the fleet, and
// the values that violated it, as ExplainBehavior says.
#include <algorithm>

#include "../chart/chart.h"
#include "../items/areas.h"
#include "../items/metric_series.h"
#include "../items/rows.h"
#include "../items/words.h"
#include "../row_index.h"
#include "../widgets.h"
#include "views.h"
#include "world_parts.h"

namespace picket::ui {
namespace {

constexpr std::size_t kSeriesMax = 2000;
constexpr std::size_t kPointsMax = 20'000;
constexpr double kGapMs = 15 * static_cast<double>(kMinute);
constexpr double kRestMs = 300;  // before a moved view is explained
constexpr double kReadMs = 250;  // between two looks at the values while the clock runs
constexpr std::int64_t kBefore = 3 * kHour, kAfter = kHour;  // around a moment one came for

void read_points(const World& world, MetricsState& state) {
    const auto points = metric_history(world, {state.thing, state.series}, kTimestampMin, world.now,
                                       kPointsMax);
    state.points.clear();
    state.points.reserve(points.size());
    for (auto at = points.rbegin(); at != points.rend(); ++at)
        state.points.push_back({static_cast<double>(at->time.ms), number_of(at->value)});
    state.unit = points.empty() ? "" : unit_of(state.series, points.front().value);
    ++state.version;
}

void choose(MetricsState& state, const MeasuredSeries& series) {
    if (state.thing == series.thing && state.series == series.series) return;
    state.thing = series.thing;
    state.series = series.series;
    state.read = {};
    state.view = {};
    state.judge = 0;
}

// Somebody came by a link: "thing\nseries", and after a tab the moment.
void follow_metric_link(Frame& frame) {
    MetricsState& state = frame.ui.world.metrics;
    ItemRef& item = frame.ui.world.item;
    if (item.section != "metrics") return;
    const KeyParts link = key_parts(item.key, '\t');
    const KeyParts parts = key_parts(link.first, '\n');
    choose(state, {std::string(parts.first), std::string(parts.second)});
    if (!link.second.empty()) {
        const Timestamp at{key_number(link.second)};
        state.view.range.from = static_cast<double>((at - kBefore).ms);
        state.view.range.to = static_cast<double>((at + kAfter).ms);
    }
    item = {};
}

void follow_values(Frame& frame) {
    MetricsState& state = frame.ui.world.metrics;
    follow_metric_link(frame);
    const World& world = frame.world;
    const bool same = state.read && state.read->metric_values.shares_with(world.metric_values) &&
                      state.read->fleets.shares_with(world.fleets) &&
                      state.read->attacks.shares_with(world.attacks) &&
                      (world.fleets.empty() || state.read->now == world.now);
    if (same) return;
    const bool runs = frame.ui.clock.playing || frame.ui.clock.until.has_value();
    if (state.read && runs && frame.ui.now_ms - state.read_ms < kReadMs) {
        frame.ui.wake_in(kReadMs);
        return;
    }
    state.read_ms = frame.ui.now_ms;
    state.known = measured_series(world, {}, kSeriesMax);
    const MeasuredSeries chosen{state.thing, state.series};
    const bool there = !state.thing.empty() &&
                       !metric_history(world, chosen, kTimestampMin, world.now, 1).empty();
    if (!there && !state.known.empty()) choose(state, state.known.front());
    state.read = world;
    read_points(world, state);
}

void draw_series(Frame& frame, float field) {
    MetricsState& state = frame.ui.world.metrics;
    const std::string shown = state.thing + "  \xC2\xB7  " + series_words(state.series);
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
        ImGui::BeginChild("list", ImVec2(0, 0), ImGuiChildFlags_NavFlattened);
        for (const MeasuredSeries& series : state.known) {
            const std::string name = series.thing + "  \xC2\xB7  " + series_words(series.series);
            const std::string lower = lower_case(name);
            const bool matches = std::all_of(words.begin(), words.end(), [&](const auto& word) {
                return lower.find(word) != std::string::npos;
            });
            if (!matches) continue;
            const bool current = series.thing == state.thing && series.series == state.series;
            if (menu_row(frame, name, {}, current)) {
                choose(state, series);
                ImGui::CloseCurrentPopup();
                break;
            }
        }
        end_child();
        ImGui::EndPopup();
    }
    ImGui::PopStyleVar();
}

// Which of the behaviors that judge the values is shown; a press leads to its why.
void draw_judge(Frame& frame, const std::vector<Pair>& judges, float field) {
    MetricsState& state = frame.ui.world.metrics;
    const Pair& judge = judges[state.judge];
    const float why = button_width(frame, "Why?") / frame.scale;
    const std::string shown = judge.behavior + " of " + judge.profile;
    if (dropdown(frame, "Judged by", shown, field - why - 8)) ImGui::OpenPopup("Judges");
    ImGui::SetNextWindowSize(ImVec2(frame.px(field), 0));
    if (ImGui::BeginPopup("Judges", ImGuiWindowFlags_NoMove)) {
        Scope scope(frame, "Judges");
        for (std::size_t i = 0; i < judges.size(); ++i) {
            const std::string name = judges[i].behavior + " of " + judges[i].profile;
            if (!menu_row(frame, name, {}, i == state.judge)) continue;
            state.judge = i;
            ImGui::CloseCurrentPopup();
        }
        ImGui::EndPopup();
    }
    ImGui::SameLine(0, frame.px(8));
    if (button(frame, "Why?", {.tip = "What the behavior made of these values, step by step"}))
        open_item(frame.ui, {"why", judge.thing + '\n' + judge.profile + '\n' + judge.behavior});
}

// What the chosen behavior made of the values up to the right edge of the view, once it rests.
const Explanation* judged(Frame& frame, const std::vector<Pair>& judges) {
    MetricsState& state = frame.ui.world.metrics;
    if (judges.empty()) return nullptr;
    if (state.view.range.to != state.moved_to) {
        state.moved_to = state.view.range.to;
        state.moved_ms = frame.ui.now_ms;
    }
    const bool rests = frame.ui.now_ms - state.moved_ms >= kRestMs;
    if (rests) state.explained_to = state.moved_to;
    if (!rests) frame.ui.wake_in(kRestMs);
    const auto to = static_cast<std::int64_t>(state.explained_to);
    const bool past = to > 0 && to < frame.world.now.ms;
    const Moment moments[] = {past ? Moment{"Then", Timestamp{to}} : Moment{"Now"}};
    follow_explanation(frame, state.explained, judges[state.judge], moments);
    return state.explained.shown.problem.empty() ? &state.explained.shown : nullptr;
}

void draw_facts(Frame& frame, const MetricsState& state) {
    double low = state.points.front().y, high = low;
    for (const ChartPoint& point : state.points) {
        low = std::min(low, point.y);
        high = std::max(high, point.y);
    }
    const std::string shown = count_text(state.points.size()) + " values  \xC2\xB7  last " +
                              value_label(state.points.back().y, state.unit) + "  \xC2\xB7  from " +
                              value_label(low) + " to " + value_label(high, state.unit);
    ImGui::SetCursorPosX(frame.px(16));
    text_fitted(frame, shown, 0, Tone::Muted, Face::Small);
}

}  // namespace

void draw_metrics(Frame& frame) {
    follow_values(frame);
    MetricsState& state = frame.ui.world.metrics;
    if (state.points.empty()) return draw_section_empty(frame, *find_section("metrics"));
    const MeasuredSeries of{state.thing, state.series};
    const auto judges = judges_of(frame.world, of);
    state.judge = std::min(state.judge, judges.empty() ? 0 : judges.size() - 1);
    const float width = ImGui::GetContentRegionAvail().x / frame.scale;
    const float row = frame.touch ? 52 : 40;
    const bool beside = width >= 640 && !judges.empty();
    const float field = beside ? std::min((width - 40) / 2, 480.0f) : std::min(width - 24, 480.0f);
    ImGui::SetCursorPos(ImVec2(frame.px(12), frame.px(8)));
    draw_series(frame, field);
    float top = 8 + row;
    if (!judges.empty()) {
        ImGui::SetCursorPos(ImVec2(frame.px(beside ? 20 + field : 12), frame.px(beside ? 8 : top)));
        draw_judge(frame, judges, field);
        if (!beside) top += row;
    }
    std::vector<ChartSeries> series = {
        {{}, Tone::Accent, points_data(state.points, kGapMs, state.version)}};
    const auto lines = thresholds_of(frame.world, state.series);
    const auto marks = alarms_of(frame.world, of);
    ChartSpec spec{.name = "Chart", .unit = state.unit, .lines = lines, .marks = marks};
    if (const Explanation* made = judged(frame, judges)) {
        spec.bands = made->windows;
        spec.dots = made->violations;
        if (made->bound_moves)
            series.push_back({"Percentile of the fleet", Tone::Warn,
                              points_data(made->bounds, made->gap, state.explained.version)});
    }
    spec.series = series;
    ImGui::SetCursorPos(ImVec2(0, frame.px(top)));
    const float room = ImGui::GetContentRegionAvail().y / frame.scale - 32;
    draw_chart(frame, spec, state.view, std::max(120.0f, room));
    gap(frame, 4);
    draw_facts(frame, state);
}

}  // namespace picket::ui
