// See chart.h.
#include "chart/chart.h"

#include <algorithm>
#include <cmath>

#include "chart/time_axis.h"
#include "shape_text.h"
#include "widgets.h"

namespace picket::ui {
namespace {

// Where the plot lies and how values become pixels.
struct Plot : TimeAxis {
    double low = 0, high = 1;
    float y(double at) const {
        return place.Max.y - static_cast<float>((at - low) / (high - low)) * place.GetHeight();
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

void draw_grid(Frame& frame, const Plot& plot, std::string_view unit) {
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
    draw_time_ticks(frame, plot, TickLabels::Below);
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
        if (!plot.in_sight(mark.x)) continue;
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
    const float pixel = plot.pointed ? plot.x(*plot.pointed) : ImGui::GetIO().MousePos.x;
    const double at = plot.time_at(pixel);
    std::string shown;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    for (const ChartSeries& series : spec.series) {
        if (series.data.count == 0) continue;
        const ChartPoint point = series.data.at(series.data.source, nearest_point(series.data, at));
        if (!plot.in_sight(point.x)) continue;
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
        if (std::fabs(plot.x(mark.x) - pixel) < frame.px(6)) shown += "\n" + mark.label;
    }
    for (const ChartDot& dot : spec.dots) {
        if (std::fabs(plot.x(dot.x) - pixel) < frame.px(6)) shown += "\n" + dot.label;
    }
    if (shown.empty()) return;
    place_reading(frame, plot);
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

void draw_chart(Frame& frame, const ChartSpec& spec, ChartView& view, float height) {
    Scope scope(frame, spec.name);
    push_face(frame, Face::Small);
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    const ImVec2 size(std::max(frame.px(120), ImGui::GetContentRegionAvail().x), frame.px(height));
    const TimeRange all = whole(spec);
    Plot plot;
    plot.time = view.range.empty() ? all : view.range;
    plot.place = ImRect(corner.x + frame.px(64), corner.y + frame.px(28),
                        corner.x + size.x - frame.px(16), corner.y + size.y - frame.px(28));
    ImGui::InvisibleButton("plot", size, ImGuiButtonFlags_EnableNav);
    note(frame, "Plot", {});
    if (ImGui::IsItemHovered() && !frame.touch) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    steer_time(frame, plot, all, view.range, &view.pointed);
    const bool hovered = ImGui::IsItemHovered() && plot.place.Contains(ImGui::GetIO().MousePos);
    follow(view, spec, plot.time, static_cast<std::size_t>(std::max(1.0f, plot.place.GetWidth())));
    find_extremes(view, spec, plot);
    draw_bands(frame, plot, spec);
    draw_grid(frame, plot, spec.unit);
    ImGui::PushClipRect(plot.place.Min, ImVec2(plot.place.Max.x, plot.place.Max.y + 1), true);
    for (std::size_t i = 0; i < spec.series.size(); ++i)
        draw_columns(frame, plot, view.thinned[i], spec.series[i].tone);
    draw_lines(frame, plot, spec);
    draw_dots(frame, plot, spec);
    ImGui::PopClipRect();
    if (hovered || plot.pointed) draw_reading(frame, plot, spec);
    ImGui::PopFont();
}

}  // namespace picket::ui
