// See task_bars.h.
#include "chart/task_bars.h"

#include <algorithm>
#include <cmath>

#include "chart/time_axis.h"
#include "shape_text.h"
#include "widgets.h"

namespace picket::ui {
namespace {

constexpr float kBarRow = 24;

std::string time_words(double at) { return time_text({static_cast<std::int64_t>(at)}); }

// From the first start to the last end, and a bit more, so that the ends of bars are seen. What
// goes on runs out of the picture: a day of waiting would leave nothing of the rest to see.
TimeRange whole_of(std::span<const ChartBar> bars) {
    TimeRange all{bars.front().from, bars.front().from};
    for (const ChartBar& bar : bars) {
        all.from = std::min(all.from, bar.from);
        all.to = std::max(all.to, bar.open ? bar.from : bar.to);
    }
    const double margin = std::max(all.length() * 0.04, static_cast<double>(kSecond));
    return {all.from - margin, all.to + margin};
}

std::string told_of(const ChartBar& bar) {
    std::string told = bar.label + (bar.state.empty() ? "" : "\n" + bar.state);
    told += "\n" + time_words(bar.from);
    if (bar.open) return told + "\nNot ended yet";
    const auto took = static_cast<std::int64_t>(bar.to - bar.from);
    if (took == 0) return told + "\nEnded at once";
    return told + "\nto " + time_words(bar.to) + "\nTook " + duration_text(took);
}

// One word for each colour that is there.
void draw_legend(Frame& frame, std::span<const ChartBar> bars) {
    std::vector<std::string_view> states;
    for (const ChartBar& bar : bars) {
        if (!bar.state.empty() &&
            std::find(states.begin(), states.end(), bar.state) == states.end())
            states.push_back(bar.state);
        if (states.size() == 8) break;
    }
    const float end = ImGui::GetCursorPosX() + ImGui::GetContentRegionAvail().x;
    for (std::size_t i = 0; i < states.size(); ++i) {
        const float width = text_width(frame, states[i], Face::SmallStrong) + frame.px(32);
        if (i > 0) ImGui::SameLine(0, frame.px(16));
        if (i > 0 && ImGui::GetCursorPosX() + width > end) ImGui::NewLine();
        state_mark(frame, states[i]);
    }
    gap(frame, 4);
}

void draw_bar(Frame& frame, const TimeAxis& axis, const ChartBar& bar, float y) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float row = frame.px(kBarRow);
    const float left = axis.x(bar.from);
    const float right = std::max(axis.x(bar.to), left + frame.px(4));
    const ImVec2 from(left, y + frame.px(6)), to(right, y + row - frame.px(6));
    const std::uint32_t colour = colour_of(frame, bar.tone);
    if (!bar.open) return list.AddRectFilled(from, to, colour, frame.px(3));
    // What goes on has no right end.
    list.AddRectFilled(from, to, soft_colour_of(frame, bar.tone), frame.px(3),
                       ImDrawFlags_RoundCornersLeft);
    list.AddRectFilled(from, ImVec2(std::min(right, left + frame.px(3)), to.y), colour, frame.px(2),
                       ImDrawFlags_RoundCornersLeft);
    list.AddRectFilled(from, ImVec2(to.x, from.y + std::max(1.0f, frame.scale)), colour);
    list.AddRectFilled(ImVec2(from.x, to.y - std::max(1.0f, frame.scale)), to, colour);
}

}  // namespace

std::optional<std::size_t> draw_task_bars(Frame& frame, std::string_view name,
                                          std::span<const ChartBar> bars, TimeRange& kept) {
    if (bars.empty()) return std::nullopt;
    Scope scope(frame, name);
    draw_legend(frame, bars);
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x - frame.px(16);
    const float labels = std::min(width * 0.45f, frame.px(200));
    const float row = frame.px(kBarRow), height = row * static_cast<float>(bars.size());
    const TimeRange all = whole_of(bars);
    TimeAxis axis{ImRect(corner.x + labels, corner.y, corner.x + width, corner.y + height),
                  kept.empty() ? all : kept};
    ImGui::InvisibleButton("bars", ImVec2(width, height), ImGuiButtonFlags_EnableNav);
    note(frame, "Bars", {});
    const bool hovered = ImGui::IsItemHovered();
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const bool on_bars = mouse.x >= axis.place.Min.x;
    const bool clicked = ImGui::IsItemDeactivated() && hovered && ImGui::IsMouseReleased(0) &&
                         std::fabs(ImGui::GetMouseDragDelta(0, 0).x) < frame.px(3);
    // Over the names the wheel scrolls the panel.
    if (on_bars || ImGui::IsItemActive()) steer_time(frame, axis, all, kept);
    draw_time_ticks(frame, axis, TickLabels::Below);

    const ImRect seen = ImGui::GetCurrentWindow()->ClipRect;
    const auto row_at = [&](float y) {
        const float at = std::clamp((y - corner.y) / row, 0.0f, static_cast<float>(bars.size()));
        return static_cast<std::size_t>(at);
    };
    const std::size_t under = hovered ? row_at(mouse.y) : bars.size();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    push_face(frame, Face::Small);
    for (std::size_t i = row_at(seen.Min.y); i < std::min(bars.size(), row_at(seen.Max.y) + 1);
         ++i) {
        const ChartBar& bar = bars[i];
        const float y = corner.y + static_cast<float>(i) * row;
        const ImRect line(corner.x, y, corner.x + width, y + row);
        if (i == under) list.AddRectFilled(line.Min, line.Max, frame.colours.hover, frame.px(4));
        ImGui::RenderTextEllipsis(&list, ImVec2(corner.x + frame.px(4), y + frame.px(4)),
                                  ImVec2(corner.x + labels - frame.px(8), y + row),
                                  corner.x + labels - frame.px(8), bar.label.data(),
                                  bar.label.data() + bar.label.size(), nullptr);
        ImGui::PushClipRect(axis.place.Min, axis.place.Max, true);
        draw_bar(frame, axis, bar, y);
        ImGui::PopClipRect();
        note_at(frame, line.Min, line.Max, bar.label, bar.state);
    }
    ImGui::PopFont();
    if (under < bars.size()) {
        ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
        const std::string told = told_of(bars[under]);
        if (!ImGui::IsMouseDragging(0)) tip(frame, told);
        note(frame, "Reading", told);
    }
    ImGui::SetCursorScreenPos(ImVec2(corner.x, corner.y + height));
    ImGui::Dummy(ImVec2(width, frame.px(24)));  // the labels of ticks
    return clicked && under < bars.size() ? std::optional(under) : std::nullopt;
}

}  // namespace picket::ui
