// See chart.h.
#include "chart/chart.h"

#include <algorithm>
#include <cmath>

#include "imgui_internal.h"
#include "shape_text.h"
#include "widgets.h"

namespace picket::ui {
namespace {

// Where the plot lies and how values become pixels.
struct Plot {
    ImRect place;
    TimeRange time;
    double low = 0, high = 1;
    float x(double at) const {
        return place.Min.x +
               static_cast<float>((at - time.from) / (time.to - time.from)) * place.GetWidth();
    }
    float y(double at) const {
        return place.Max.y - static_cast<float>((at - low) / (high - low)) * place.GetHeight();
    }
    double time_at(float pixel) const {
        return time.from + (time.to - time.from) *
                               static_cast<double>((pixel - place.Min.x) / place.GetWidth());
    }
};

TimeRange whole(const ChartSpec& spec) {
    TimeRange all;
    bool any = false;
    for (const ChartSeries& series : spec.series) {
        const ChartData& data = series.data;
        if (data.count == 0) continue;
        const double first = data.at(data.source, 0).x;
        const double last = data.at(data.source, data.count - 1).x;
        all.from = any ? std::min(all.from, first) : first;
        all.to = any ? std::max(all.to, last) : last;
        any = true;
    }
    if (all.empty()) all.to = all.from + static_cast<double>(kHour);
    return all;
}

// The thinned series of this view, kept until the view or the data are others.
void follow(ChartView& view, const ChartSpec& spec, const TimeRange& time, std::size_t columns) {
    std::uint64_t version = spec.series.size();
    for (const ChartSeries& series : spec.series)
        version = version * 31 + series.data.version * 7 + series.data.count;
    const bool same = view.thinned_version == version && view.thinned_from == time.from &&
                      view.thinned_to == time.to && view.thinned_columns == columns;
    if (same) return;
    view.thinned_version = version;
    view.thinned_from = time.from;
    view.thinned_to = time.to;
    view.thinned_columns = columns;
    view.thinned.clear();
    for (const ChartSeries& series : spec.series)
        view.thinned.push_back(thin_out(series.data, time.from, time.to, columns));
}

void find_extremes(const ChartView& view, const ChartSpec& spec, Plot& plot) {
    bool any = false;
    const auto take = [&](double value) {
        plot.low = any ? std::min(plot.low, value) : value;
        plot.high = any ? std::max(plot.high, value) : value;
        any = true;
    };
    for (const auto& columns : view.thinned) {
        for (const ChartColumn& column : columns) {
            if (column.last_x < plot.time.from || column.x > plot.time.to) continue;
            take(column.low);
            take(column.high);
        }
    }
    for (const ChartLine& line : spec.lines) take(line.y);
    for (const ChartDot& dot : spec.dots) {
        if (dot.x >= plot.time.from && dot.x <= plot.time.to) take(dot.y);
    }
    if (plot.low > 0 && plot.low < plot.high * 0.6) plot.low = 0;  // most counts begin at nothing
    if (plot.high <= plot.low) plot.high = plot.low + 1;
    plot.high += (plot.high - plot.low) * 0.08;
}

void draw_text(const Frame& frame, ImVec2 at, std::string_view shown, Tone tone) {
    ImGui::GetWindowDrawList()->AddText(at, colour_of(frame, tone), shown.data(),
                                        shown.data() + shown.size());
}

void draw_grid(const Frame& frame, const Plot& plot, std::string_view unit) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float line = ImGui::GetStyle().ChildBorderSize;
    const auto rows = static_cast<std::size_t>(
        std::max(2.0f, plot.place.GetHeight() / frame.px(40)));
    for (const Tick& tick : value_ticks(plot.low, plot.high, rows)) {
        const float y = std::round(plot.y(tick.at));
        list.AddRectFilled(ImVec2(plot.place.Min.x, y), ImVec2(plot.place.Max.x, y + line),
                           frame.colours.border);
        const float width = ImGui::CalcTextSize(tick.label.c_str()).x;
        draw_text(frame, ImVec2(plot.place.Min.x - width - frame.px(8), y - frame.px(8)),
                  tick.label, Tone::Faint);
    }
    if (!unit.empty())
        draw_text(frame, ImVec2(plot.place.Min.x + frame.px(4), plot.place.Min.y - frame.px(18)),
                  unit, Tone::Faint);
    const auto columns = static_cast<std::size_t>(
        std::max(2.0f, plot.place.GetWidth() / frame.px(88)));
    for (const Tick& tick : time_ticks(plot.time.from, plot.time.to, columns)) {
        const float x = std::round(plot.x(tick.at));
        list.AddRectFilled(ImVec2(x, plot.place.Min.y), ImVec2(x + line, plot.place.Max.y),
                           frame.colours.border);
        const float width = ImGui::CalcTextSize(tick.label.c_str()).x;
        const float left = std::clamp(x - width / 2, plot.place.Min.x, plot.place.Max.x - width);
        draw_text(frame, ImVec2(left, plot.place.Max.y + frame.px(6)), tick.label,
                  tick.strong ? Tone::Plain : Tone::Faint);
    }
}

void draw_columns(const Frame& frame, const Plot& plot, const std::vector<ChartColumn>& columns,
                  Tone tone) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const std::uint32_t colour = colour_of(frame, tone);
    const float line = std::max(1.0f, frame.scale * 1.5f);
    const bool dots = columns.size() * frame.px(6) < plot.place.GetWidth();
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const ChartColumn& column = columns[i];
        const float x = plot.x(column.x);
        if (column.joined) {
            const ChartColumn& before = columns[i - 1];
            list.AddLine(ImVec2(plot.x(before.last_x), plot.y(before.last)),
                         ImVec2(x, plot.y(column.first)), colour, line);
        }
        if (column.high > column.low)
            list.AddLine(ImVec2(x, plot.y(column.low)), ImVec2(x, plot.y(column.high)), colour,
                         line);
        const bool alone = !column.joined && (i + 1 == columns.size() || !columns[i + 1].joined);
        if (dots || alone)
            list.AddCircleFilled(ImVec2(x, plot.y(column.first)), frame.px(2.5f), colour);
    }
}

void draw_lines(Frame& frame, const Plot& plot, const ChartSpec& spec) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    for (const ChartLine& line : spec.lines) {
        const float y = std::round(plot.y(line.y));
        const std::uint32_t colour = colour_of(frame, line.tone);
        for (float x = plot.place.Min.x; x < plot.place.Max.x; x += frame.px(8))
            list.AddRectFilled(ImVec2(x, y),
                               ImVec2(std::min(x + frame.px(4), plot.place.Max.x),
                                      y + std::max(1.0f, frame.scale)),
                               colour);
        const float width = ImGui::CalcTextSize(line.label.c_str()).x;
        const ImVec2 at(plot.place.Max.x - width - frame.px(4), y - frame.px(18));
        list.AddRectFilled(ImVec2(at.x - frame.px(4), at.y),
                           ImVec2(plot.place.Max.x, at.y + frame.px(16)), frame.colours.surface);
        draw_text(frame, at, line.label, line.tone);
        if (frame.probe != nullptr) note(frame, {}, line.label);
    }
    for (const ChartMark& mark : spec.marks) {
        if (mark.x < plot.time.from || mark.x > plot.time.to) continue;
        const float x = std::round(plot.x(mark.x));
        const std::uint32_t colour = colour_of(frame, mark.tone);
        list.AddRectFilled(ImVec2(x, plot.place.Min.y),
                           ImVec2(x + std::max(1.0f, frame.scale), plot.place.Max.y), colour);
        list.AddTriangleFilled(ImVec2(x - frame.px(5), plot.place.Min.y),
                               ImVec2(x + frame.px(6), plot.place.Min.y),
                               ImVec2(x, plot.place.Min.y + frame.px(8)), colour);
    }
}

// Every second of them is shaded, so that windows side by side are told apart.
void draw_bands(const Frame& frame, const Plot& plot, const ChartSpec& spec) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    for (std::size_t i = 0; i < spec.bands.size(); ++i) {
        const ChartBand& band = spec.bands[i];
        if (band.to < plot.time.from || band.from > plot.time.to) continue;
        const float left = plot.x(band.from), right = std::max(left + 1, plot.x(band.to));
        if (i % 2 == 0)
            list.AddRectFilled(ImVec2(left, plot.place.Min.y), ImVec2(right, plot.place.Max.y),
                               frame.colours.raised);
        list.AddRectFilled(ImVec2(left, plot.place.Max.y - frame.px(3)),
                           ImVec2(std::max(left + 1, right - frame.px(1)), plot.place.Max.y),
                           soft_colour_of(frame, band.tone));
    }
}

void draw_dots(Frame& frame, const Plot& plot, const ChartSpec& spec) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    for (const ChartDot& dot : spec.dots) {
        if (dot.x < plot.time.from || dot.x > plot.time.to) continue;
        const ImVec2 place(plot.x(dot.x), plot.y(dot.y));
        list.AddCircleFilled(place, frame.px(4.5f), frame.colours.surface);
        list.AddCircleFilled(place, frame.px(3.5f), colour_of(frame, dot.tone));
        if (frame.probe != nullptr) note(frame, {}, dot.label);
    }
}

// The value under the pointer, with its time.
void draw_reading(Frame& frame, const Plot& plot, const ChartSpec& spec) {
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const double at = plot.time_at(mouse.x);
    std::string shown;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    for (const ChartSeries& series : spec.series) {
        if (series.data.count == 0) continue;
        const ChartPoint point = series.data.at(series.data.source, nearest_point(series.data, at));
        if (point.x < plot.time.from || point.x > plot.time.to) continue;
        if (shown.empty()) shown = time_text({static_cast<std::int64_t>(point.x)});
        shown += "\n" + (series.name.empty() ? "" : std::string(series.name) + ": ") +
                 value_label(point.y, spec.unit);
        const ImVec2 place(plot.x(point.x), plot.y(point.y));
        list.AddRectFilled(ImVec2(place.x, plot.place.Min.y),
                           ImVec2(place.x + ImGui::GetStyle().ChildBorderSize, plot.place.Max.y),
                           frame.colours.muted);
        list.AddCircleFilled(place, frame.px(4), colour_of(frame, series.tone));
        list.AddCircle(place, frame.px(4), frame.colours.surface, 0, frame.px(1.5f));
    }
    for (const ChartMark& mark : spec.marks) {
        if (std::fabs(plot.x(mark.x) - mouse.x) < frame.px(6)) shown += "\n" + mark.label;
    }
    for (const ChartDot& dot : spec.dots) {
        if (std::fabs(plot.x(dot.x) - mouse.x) < frame.px(6)) shown += "\n" + dot.label;
    }
    if (shown.empty()) return;
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(frame.px(12), frame.px(8)));
    if (ImGui::BeginTooltip()) {
        push_face(frame, Face::Small);
        ImGui::TextUnformatted(shown.c_str());
        ImGui::PopFont();
        ImGui::EndTooltip();
    }
    ImGui::PopStyleVar();
    note(frame, "Reading", shown);
}

}  // namespace

bool steer_time(Frame& frame, TimeRange& range, TimeRange all, float left, float width) {
    ImGuiIO& io = ImGui::GetIO();
    const double room = all.to - all.from;
    bool changed = false;
    ImGui::SetItemKeyOwner(ImGuiKey_MouseWheelY);
    if (ImGui::IsItemHovered() && io.MouseWheel != 0) {
        const double at = range.from + (range.to - range.from) *
                                           static_cast<double>((io.MousePos.x - left) / width);
        const double factor = std::pow(0.8, static_cast<double>(io.MouseWheel));
        range.from = at - (at - range.from) * factor;
        range.to = at + (range.to - at) * factor;
        changed = true;
    }
    if (ImGui::IsItemActive() && io.MouseDelta.x != 0 && ImGui::IsMouseDragging(0)) {
        const double moved = static_cast<double>(io.MouseDelta.x / width) * (range.to - range.from);
        range.from -= moved;
        range.to -= moved;
        changed = true;
    }
    if (ImGui::IsItemHovered() && ImGui::IsMouseDoubleClicked(0)) {
        range = all;
        return true;
    }
    if (!changed) return false;
    // Not narrower than a second, nor wider than what there is and a bit.
    const double size = std::clamp(range.to - range.from, static_cast<double>(kSecond),
                                   std::max(room * 1.2, static_cast<double>(kMinute)));
    const double centre = std::clamp((range.from + range.to) / 2, all.from, all.to);
    range = {centre - size / 2, centre + size / 2};
    frame.ui.wake_in(0);
    return true;
}

void draw_chart(Frame& frame, const ChartSpec& spec, ChartView& view, float height) {
    Scope scope(frame, spec.name);
    push_face(frame, Face::Small);
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    const ImVec2 size(std::max(frame.px(120), ImGui::GetContentRegionAvail().x), frame.px(height));
    const TimeRange all = whole(spec);
    TimeRange time{view.from, view.to};
    if (time.empty()) time = all;
    Plot plot;
    plot.place = ImRect(corner.x + frame.px(64), corner.y + frame.px(28),
                        corner.x + size.x - frame.px(16), corner.y + size.y - frame.px(28));
    ImGui::InvisibleButton("plot", size);
    note(frame, "Plot", {});
    if (ImGui::IsItemHovered() && !frame.touch) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    if (steer_time(frame, time, all, plot.place.Min.x, plot.place.GetWidth())) {
        const bool full = time.from == all.from && time.to == all.to;
        view.from = full ? 0 : time.from;  // what shows all goes on to show all
        view.to = full ? 0 : time.to;
    }
    const bool hovered = ImGui::IsItemHovered() && plot.place.Contains(ImGui::GetIO().MousePos);
    plot.time = time;
    follow(view, spec, time, static_cast<std::size_t>(std::max(1.0f, plot.place.GetWidth())));
    find_extremes(view, spec, plot);
    draw_bands(frame, plot, spec);
    draw_grid(frame, plot, spec.unit);
    ImGui::PushClipRect(plot.place.Min, ImVec2(plot.place.Max.x, plot.place.Max.y + 1), true);
    for (std::size_t i = 0; i < spec.series.size(); ++i)
        draw_columns(frame, plot, view.thinned[i], spec.series[i].tone);
    draw_lines(frame, plot, spec);
    draw_dots(frame, plot, spec);
    ImGui::PopClipRect();
    if (hovered) draw_reading(frame, plot, spec);
    ImGui::PopFont();
}

std::optional<std::size_t> draw_bars(Frame& frame, std::string_view name,
                                     std::span<const ChartBar> bars) {
    if (bars.empty()) return std::nullopt;
    Scope scope(frame, name);
    push_face(frame, Face::Small);
    TimeRange all{bars.front().from, bars.front().to};
    for (const ChartBar& bar : bars) {
        all.from = std::min(all.from, bar.from);
        all.to = std::max(all.to, bar.to);
    }
    const double room = std::max(all.to - all.from, static_cast<double>(kSecond));
    const float row = frame.px(24);
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x - frame.px(16);
    const float labels = std::min(width * 0.4f, frame.px(160));
    ImDrawList& list = *ImGui::GetWindowDrawList();
    std::optional<std::size_t> pressed;
    const auto x_of = [&](double at) {
        return corner.x + labels +
               static_cast<float>((at - all.from) / room) * (width - labels - frame.px(8));
    };
    for (std::size_t i = 0; i < bars.size(); ++i) {
        const ChartBar& bar = bars[i];
        const float y = corner.y + static_cast<float>(i) * row;
        ImGui::SetCursorScreenPos(ImVec2(corner.x, y));
        ImGui::PushID(static_cast<int>(i));
        if (ImGui::InvisibleButton("bar", ImVec2(width, row))) pressed = i;
        ImGui::PopID();
        note(frame, bar.label, {});
        if (ImGui::IsItemHovered()) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
        tip(frame,
            bar.label + "\n" + time_text({static_cast<std::int64_t>(bar.from)}) + " to " +
                (bar.open ? "now, it goes on" : time_text({static_cast<std::int64_t>(bar.to)})));
        ImGui::RenderTextEllipsis(&list, ImVec2(corner.x, y + frame.px(4)),
                                  ImVec2(corner.x + labels - frame.px(8), y + row),
                                  corner.x + labels - frame.px(8), bar.label.data(),
                                  bar.label.data() + bar.label.size(), nullptr);
        const float left = x_of(bar.from), right = std::max(x_of(bar.to), left + frame.px(4));
        list.AddRectFilled(ImVec2(left, y + frame.px(6)), ImVec2(right, y + row - frame.px(6)),
                           colour_of(frame, bar.tone), frame.px(3));
    }
    ImGui::SetCursorScreenPos(ImVec2(corner.x, corner.y + static_cast<float>(bars.size()) * row));
    for (const Tick& tick : time_ticks(all.from, all.from + room, 3))
        draw_text(frame, ImVec2(x_of(tick.at), ImGui::GetCursorScreenPos().y), tick.label,
                  Tone::Faint);
    ImGui::Dummy(ImVec2(1, frame.px(20)));
    ImGui::PopFont();
    return pressed;
}

}  // namespace picket::ui
