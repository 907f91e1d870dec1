// Alarms over time: a lane for each thing or behavior, a bar for each alarm in the colour of how it
// ended. Time is zoomed on its axis, or by the choices over it.
#include "../items/alarm_lanes.h"

#include <algorithm>

#include "../chart/time_axis.h"
#include "../items/areas.h"
#include "../items/rows.h"
#include "../widgets.h"
#include "imgui_internal.h"
#include "views.h"
#include "world_parts.h"

namespace picket::ui {
namespace {

constexpr float kLaneHeight = 28;
constexpr float kAxisHeight = 36;

struct Reach {
    std::string_view label;
    std::int64_t ms;  // 0: all
};
constexpr Reach kReaches[] = {{"All", 0}, {"Week", 7 * kDay}, {"Day", kDay}, {"Hour", kHour}};

void follow_alarms(Frame& frame) {
    LanesState& state = frame.ui.world.lanes;
    const World& world = frame.world;
    if (state.made && state.made_as == state.kind &&
        state.events.shares_with(world.violation_events) &&
        state.active.shares_with(world.active_violations))
        return;
    state.events = world.violation_events;
    state.active = world.active_violations;
    state.lanes = alarm_lanes(world, state.kind);
    state.made_as = state.kind;
    state.made = true;
}

// All of it, with room at the right for what is on.
TimeRange whole_of_lanes(const Frame& frame, const LanesState& state) {
    const auto now = static_cast<double>(frame.world.now.ms);
    TimeRange all{now - static_cast<double>(kHour), now};
    for (const AlarmLane& lane : state.lanes) {
        for (const AlarmBar& bar : lane.bars) {
            all.from = std::min(all.from, bar.from);
            all.to = std::max(all.to, bar.to);
        }
    }
    const double margin = all.length() * 0.02;
    return {all.from - margin, all.to + margin};
}

void draw_lanes_head(Frame& frame, LanesState& state) {
    ImGui::SetCursorPos(ImVec2(frame.px(12), frame.px(8)));
    const Choice kinds[] = {{"By thing"}, {"By behavior"}};
    auto kind = static_cast<std::size_t>(state.kind);
    if (segmented(frame, "Lanes", kinds, std::size(kinds), kind))
        state.kind = static_cast<LaneKind>(kind);
    const float room = ImGui::GetWindowWidth() / frame.scale;
    if (room >= 480)
        ImGui::SetCursorPos(ImVec2(frame.px(room - 236), frame.px(8)));
    else
        ImGui::SetCursorPosX(frame.px(12));
    std::vector<Choice> reaches;
    for (const Reach& reach : kReaches) reaches.push_back({reach.label});
    if (segmented(frame, "Reach", reaches.data(), reaches.size(), state.reach)) state.range = {};
    gap(frame, 8);
}

void draw_legend(Frame& frame) {
    ImGui::SetCursorPosX(frame.px(16));
    for (const std::string_view state : {"in-alarm", "alarm-cleared", "alarm-invalidated"}) {
        state_mark(frame, state);
        ImGui::SameLine(0, frame.px(16));
    }
    ImGui::NewLine();
    gap(frame, 4);
}

void draw_alarm_bar(Frame& frame, const TimeAxis& axis, const AlarmBar& bar, float top, int id) {
    const double end = bar.open ? static_cast<double>(frame.world.now.ms) : bar.to;
    if (end < axis.time.from || bar.from > axis.time.to) return;
    const float high = std::clamp(axis.x(end), axis.place.Min.x + frame.px(4), axis.place.Max.x);
    const float left = std::clamp(axis.x(bar.from), axis.place.Min.x, high - frame.px(4));
    ImGui::SetCursorScreenPos(ImVec2(left, top));
    ImGui::PushID(id);
    if (ImGui::InvisibleButton("bar", ImVec2(high - left, frame.px(kLaneHeight)),
                               ImGuiButtonFlags_EnableNav))
        open_item(frame.ui, bar.item);
    ImGui::PopID();
    const std::string since = time_text({static_cast<std::int64_t>(bar.from)});
    note(frame, bar.label + " at " + since, bar.state);
    if (ImGui::IsItemHovered()) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    const std::string lasted = duration_text(static_cast<std::int64_t>(end - bar.from));
    tip(frame, bar.label + "\n" + since + ", for " + lasted + (bar.open ? " so far" : "") + "\n" +
                   bar.state);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(ImVec2(left, top + frame.px(6)),
                       ImVec2(high, top + frame.px(kLaneHeight - 6)),
                       colour_of(frame, tone_of_state(bar.state)), frame.px(3));
}

void draw_lane(Frame& frame, const TimeAxis& axis, const AlarmLane& lane, float label_width) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::SetCursorScreenPos(ImVec2(at.x + frame.px(12), at.y + frame.px(6)));
    text_fitted(frame, lane.label, label_width - 20, Tone::Muted, Face::Small);
    ImGui::PushID(lane.label.c_str());
    for (std::size_t i = 0; i < lane.bars.size(); ++i)
        draw_alarm_bar(frame, axis, lane.bars[i], at.y, static_cast<int>(i));
    ImGui::PopID();
    ImGui::SetCursorScreenPos(at);
    ImGui::Dummy(ImVec2(axis.place.Max.x - at.x, frame.px(kLaneHeight)));
}

}  // namespace

void draw_alarm_lanes(Frame& frame) {
    if (frame.world.violation_events.empty() && frame.world.active_violations.empty())
        return draw_section_empty(frame, *find_section("alarm-timeline"));
    LanesState& state = frame.ui.world.lanes;
    draw_lanes_head(frame, state);
    follow_alarms(frame);
    draw_legend(frame);
    const TimeRange all = whole_of_lanes(frame, state);
    const float width = ImGui::GetContentRegionAvail().x / frame.scale;
    const float labels = std::min(width * 0.35f, 200.0f);
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    const float height = std::max(frame.px(56),
                                  ImGui::GetContentRegionAvail().y - frame.px(kAxisHeight));
    TimeAxis axis{ImRect(corner.x + frame.px(labels), corner.y, corner.x + frame.px(width - 24),
                         corner.y + height),
                  state.range};
    const auto reach = static_cast<double>(kReaches[state.reach].ms);
    if (axis.time.empty()) axis.time = reach > 0 ? TimeRange{all.to - reach, all.to} : all;
    draw_time_ticks(frame, axis, TickLabels::Below);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
    ImGui::BeginChild("lanes", ImVec2(0, height), ImGuiChildFlags_NavFlattened);
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(state.lanes.size()), frame.px(kLaneHeight));
    while (clipper.Step()) {
        for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i)
            draw_lane(frame, axis, state.lanes[static_cast<std::size_t>(i)], labels);
    }
    end_child();
    ImGui::SetCursorScreenPos(ImVec2(axis.place.Min.x, axis.place.Max.y));
    ImGui::InvisibleButton("axis", ImVec2(axis.place.GetWidth(), frame.px(kAxisHeight - 8)),
                           ImGuiButtonFlags_EnableNav);
    note(frame, "Axis", {});
    tip(frame, "The wheel zooms, dragging moves, a double click shows all");
    steer_time(frame, axis, all, state.range);
    ImGui::PopStyleVar();
}

}  // namespace picket::ui
