// What one device of a simulated fleet measures and does, as GetSimulatedValues computes it, with
// the times in which it is attacked.
#include <algorithm>

#include "../chart/chart.h"
#include "../items/areas.h"
#include "../items/rows.h"
#include "../items/simulator.h"
#include "../widgets.h"
#include "picket/json_tree.h"
#include "views.h"
#include "world_parts.h"

namespace picket::ui {
namespace {

constexpr double kSimulatedGapMs = 7.5 * static_cast<double>(kMinute);

struct PastSpan {
    std::string_view label;
    std::int64_t ms;
};
constexpr PastSpan kSpans[] = {{"6 hours", 6 * kHour}, {"Day", kDay}, {"Week", 7 * kDay}};

std::vector<std::string> metrics_of(const Fleet& fleet) {
    std::vector<std::string> names;
    for (const MetricInfo& info : metric_catalogue()) {
        if (!info.name.empty() && !is_list(info.value)) names.emplace_back(info.name);
    }
    names.push_back(fleet.custom_metric);
    return names;
}

void read_values(SimulatedState& state, const std::string& body) {
    state.of = body;
    state.points.clear();
    state.doing.clear();
    ++state.version;
    const auto tree = read_json_strict(body);
    if (!tree) return;
    const std::uint32_t list = tree->find(0, "metricDatumList");
    if (list == JsonTree::kNone) return;
    for (auto at = tree->first(list); at != tree->end(list); at = tree->node(at).next) {
        const auto time = tree->find(at, "timestamp"), value = tree->find(at, "value");
        if (time == JsonTree::kNone || value == JsonTree::kNone) continue;
        state.points.push_back(
            {tree->node(time).number * 1000, tree->node(tree->first(value)).number});
    }
    const std::uint32_t stretches = tree->find(0, "stretches");
    if (stretches == JsonTree::kNone || tree->node(stretches).children == 0) return;
    auto last = tree->first(stretches);
    while (tree->node(last).next != tree->end(stretches)) last = tree->node(last).next;
    state.doing = tree->node(tree->find(last, "regime")).text;
}

// Asked anew when a slot has passed or an attack has changed; not at each tick of a fast clock.
void follow_simulated(Frame& frame, SimulatedState& state, const std::string& device,
                      const std::string& metric) {
    constexpr double kAskMs = 250;
    const Timestamp now = frame.world.now;
    const std::int64_t slot = now.ms / (5 * kMinute);
    const std::string key = "GetSimulatedValues " + device + ' ' + metric + ' ' +
                            std::string(kSpans[state.span].label);
    const auto at = frame.ui.answers.find(key);
    const bool known = at != frame.ui.answers.end();
    const bool fresh = known && at->second.world.now.ms / (5 * kMinute) == slot &&
                       at->second.world.fleets.shares_with(frame.world.fleets) &&
                       at->second.world.attacks.shares_with(frame.world.attacks);
    if (known && at->second.body != state.of) read_values(state, at->second.body);
    if (fresh) return;
    if (known && frame.ui.now_ms - state.asked_ms < kAskMs) return frame.ui.wake_in(kAskMs);
    state.asked_ms = frame.ui.now_ms;
    std::string body = json_object({{"thingName", device}, {"metricName", metric}});
    body.insert(body.size() - 1,
                ",\"startTime\":" + std::to_string((now.ms - kSpans[state.span].ms) / kSecond) +
                    ",\"endTime\":" + std::to_string(now.ms / kSecond));
    frame.out.push_back(Ask{key, "GetSimulatedValues", body});
}

std::vector<ChartBand> attacks_on(const World& world, const Fleet& fleet, std::int64_t device) {
    std::vector<ChartBand> bands;
    auto at = world.attacks_by_fleet.lower_bound(NewestWithin{fleet.name, kTimestampMax, {}});
    for (; at != world.attacks_by_fleet.end() && at->key.owner == fleet.name && bands.size() < 100;
         ++at) {
        const Attack* attack = world.attacks.find(at->key.id);
        if (attack == nullptr ||
            !std::binary_search(attack->devices.begin(), attack->devices.end(), device))
            continue;
        bands.push_back({static_cast<double>(attack->start.ms),
                         static_cast<double>(attack->end.value_or(world.now).ms), Tone::Danger});
    }
    return bands;
}

void choose_metric(Frame& frame, SimulatedState& state, const std::vector<std::string>& metrics,
                   float width) {
    if (dropdown(frame, "Metric", metrics[state.metric], width)) ImGui::OpenPopup("Metrics");
    ImGui::SetNextWindowSize(ImVec2(frame.px(width), frame.px(320)));
    if (!ImGui::BeginPopup("Metrics", ImGuiWindowFlags_NoMove)) return;
    Scope scope(frame, "Metrics");
    for (std::size_t i = 0; i < metrics.size(); ++i) {
        if (!menu_row(frame, metrics[i], {}, i == state.metric)) continue;
        state.metric = i;
        ImGui::CloseCurrentPopup();
    }
    ImGui::EndPopup();
}

// One device before or after; the ones that are attacked now are a press away.
void choose_device_of(Frame& frame, const Fleet& fleet, SimulatedState& state,
                      const std::string& name) {
    if (quiet_icon_button(frame, Icon::Back, "Device before", "The device before",
                          state.device > 0))
        --state.device;
    ImGui::SameLine(0, frame.px(4));
    if (quiet_icon_button(frame, Icon::ChevronRight, "Device after", "The next device",
                          state.device + 1 < fleet.count))
        ++state.device;
    ImGui::SameLine(0, frame.px(8));
    ImGui::PushID("device");
    const float room = ImGui::GetContentRegionAvail().x / frame.scale - 120;
    if (link(frame, name, room, Tone::Accent) && frame.world.things.contains(name))
        open_item(frame.ui, {"things", name});
    ImGui::PopID();
    if (state.doing.empty()) return;
    ImGui::SameLine(0, frame.px(8));
    text(frame, shouted_words(state.doing), Tone::Muted, Face::Small);
}

}  // namespace

void draw_simulated(Frame& frame, const std::string& fleet_name) {
    const Fleet* fleet = frame.world.fleets.find(fleet_name);
    if (fleet == nullptr) return;
    SimulatedState& state = frame.ui.world.simulated;
    if (state.fleet != fleet_name) state = {.fleet = fleet_name, .version = state.version};
    state.device = std::clamp<std::int64_t>(state.device, 0, fleet->count - 1);
    Scope scope(frame, "Simulated");
    gap(frame, 12);
    text(frame, "What a device measures", Tone::Plain, Face::SmallStrong);
    gap(frame, 8);
    const std::string name = fleet_device(frame.world, *fleet, state.device);
    if (name.empty())
        return text(frame, "Its devices appear as the clock runs.", Tone::Muted, Face::Small);
    const auto metrics = metrics_of(*fleet);
    state.metric = std::min(state.metric, metrics.size() - 1);
    follow_simulated(frame, state, name, metrics[state.metric]);
    choose_device_of(frame, *fleet, state, name);
    gap(frame, 8);
    const float width = ImGui::GetContentRegionAvail().x / frame.scale - 16;
    choose_metric(frame, state, metrics, std::min(width, 320.0f));
    gap(frame, 8);
    std::vector<Choice> spans;
    for (const PastSpan& span : kSpans) spans.push_back({span.label});
    segmented(frame, "Span", spans.data(), spans.size(), state.span);
    gap(frame, 4);
    if (state.points.empty())
        return text(frame, "No values in this time. They come every five minutes.", Tone::Muted,
                    Face::Small);
    const auto bands = attacks_on(frame.world, *fleet, state.device);
    const MetricInfo* info = find_builtin_metric(metrics[state.metric]);
    const ChartSeries series[] = {
        {{}, Tone::Accent, points_data(state.points, kSimulatedGapMs, state.version)}};
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() - frame.px(16));
    draw_chart(frame,
               {.name = "Simulated values",
                .unit = info != nullptr ? info->unit : "",
                .series = series,
                .bands = bands},
               state.view, 176);
}

}  // namespace picket::ui
