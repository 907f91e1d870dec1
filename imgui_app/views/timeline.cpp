// Everything that happened, over time: calls above the line, events below, what is ahead of the
// clock hollow. The wheel zooms, dragging pans, the pointer asks, a click takes the clock there;
// the keys do the same.
#include <algorithm>
#include <cmath>

#include "../chart/time_axis.h"
#include "../items/areas.h"
#include "../shape_text.h"
#include "../widgets.h"
#include "views.h"

namespace picket::ui {
namespace {

double number(Timestamp time) { return static_cast<double>(time.ms); }
// The whole milliseconds of a pixel.
Timestamp moment_at(const TimeAxis& strip, float pixel) {
    return {static_cast<std::int64_t>(strip.time_at(pixel))};
}

// The World that tells the most: while the clock is in the past, the latest that was seen.
const World& told(const Frame& frame) {
    const auto& ahead = frame.ui.timeline.ahead;
    return ahead && ahead->now > frame.world.now ? *ahead : frame.world;
}

TimeRange whole(const Frame& frame) {
    TimeRange all{number(frame.timeline.start), number(told(frame).now)};
    const auto& journal = frame.timeline.journal;
    if (!journal.empty()) all.to = std::max(all.to, number(journal.last()->value.time));
    if (frame.timeline.next_due) all.to = std::max(all.to, number(*frame.timeline.next_due));
    all.to = std::max(all.to, all.from + static_cast<double>(kMinute));
    const double length = all.length();
    all.from -= length * 0.01;  // the first mark is whole
    all.to += length * 0.04;
    return all;
}

// The first place in a table of times that is not before one.
template <class Table, class F>
std::size_t first_not_before(const Table& table, double at, F&& time_of) {
    std::size_t low = 0, high = table.size();
    while (low < high) {
        const std::size_t middle = (low + high) / 2;
        if (number(time_of(table.at(middle)->value)) < at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

// Walks over rows in sight, at most one for each pixel: later ones of a pixel are jumped over, so
// that a million events cost as much as the strip is wide. f(value, x, how many).
template <class Table, class F, class G>
void for_pixels(const Table& table, const TimeAxis& strip, F&& time_of, G&& visit) {
    std::size_t at = first_not_before(table, strip.time.from, time_of);
    while (at < table.size()) {
        const auto entry = table.at(at);
        const double time = number(time_of(entry->value));
        if (time > strip.time.to) return;
        const float x = std::floor(strip.x(time));
        const double next_pixel = number(moment_at(strip, x + 1)) + 1;
        std::size_t next = first_not_before(table, std::max(next_pixel, time + 1), time_of);
        next = std::max(next, at + 1);
        visit(entry->value, x, next - at);
        at = next;
    }
}

void draw_axis(Frame& frame, const TimeAxis& strip, float middle) {
    const float line = ImGui::GetStyle().ChildBorderSize;
    ImGui::GetWindowDrawList()->AddRectFilled(ImVec2(strip.place.Min.x, middle),
                                              ImVec2(strip.place.Max.x, middle + line),
                                              frame.colours.control_border);
    draw_time_ticks(frame, strip, TickLabels::Inside);
}

void draw_events(Frame& frame, const TimeAxis& strip, float middle) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const World& world = told(frame);
    for_pixels(
        world.chronicle, strip, [](const ChronicleEvent& event) { return event.time; },
        [&](const ChronicleEvent& event, float x, std::size_t count) {
            const float height = frame.px(3) +
                                 frame.px(3) * std::log2(1.0f + static_cast<float>(count));
            const std::uint32_t colour = colour_of(
                frame, event.time > frame.world.now ? Tone::Faint : tone_of_event(event.kind));
            list.AddRectFilled(ImVec2(x, middle + frame.px(2)),
                               ImVec2(x + frame.px(2), middle + std::min(height, frame.px(16))),
                               colour);
        });
}

void draw_calls(Frame& frame, const TimeAxis& strip, float middle) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float y = middle - frame.px(7), radius = frame.px(4);
    for_pixels(
        frame.timeline.journal, strip, [](const JournalEntry& entry) { return entry.time; },
        [&](const JournalEntry& entry, float x, std::size_t) {
            const Tone tone = entry.failure ? Tone::Danger : Tone::Accent;
            const std::uint32_t colour = colour_of(frame, tone);
            if (entry.id > frame.timeline.applied)
                list.AddCircle(ImVec2(x, y), radius - frame.px(0.5f), colour, 0, frame.px(1));
            else
                list.AddCircleFilled(ImVec2(x, y), radius, colour);
        });
    for (std::size_t i = 0; i < std::min<std::size_t>(frame.world.due.size(), 200); ++i) {
        const double time = number(frame.world.due.at(i)->key.time);
        if (!strip.in_sight(time)) continue;
        const float x = std::round(strip.x(time));
        list.AddTriangle(ImVec2(x - frame.px(3), y + frame.px(4)), ImVec2(x, y - frame.px(3)),
                         ImVec2(x + frame.px(3), y + frame.px(4)), frame.colours.warn, frame.px(1));
    }
}

void draw_now(Frame& frame, const TimeAxis& strip) {
    const double now = number(frame.world.now);
    if (!strip.in_sight(now)) return;
    const float x = std::round(strip.x(now));
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(ImVec2(x - frame.px(1), strip.place.Min.y),
                       ImVec2(x + frame.px(1), strip.place.Max.y), frame.colours.text);
    list.AddTriangleFilled(ImVec2(x - frame.px(5), strip.place.Min.y),
                           ImVec2(x + frame.px(5), strip.place.Min.y),
                           ImVec2(x, strip.place.Min.y + frame.px(7)), frame.colours.text);
}

// What lies within a few pixels of the pointer.
std::string reading(const Frame& frame, const TimeAxis& strip, float pixel) {
    constexpr std::size_t kLines = 8;
    const double from = number(moment_at(strip, pixel - 5)),
                 to = number(moment_at(strip, pixel + 5));
    const Timestamp moment = std::max(moment_at(strip, pixel), frame.timeline.start);
    std::string shown = time_text({moment.ms / kSecond * kSecond}) + " UTC";
    std::size_t lines = 0, more = 0;
    const auto add = [&](const std::string& line) {
        if (lines++ < kLines)
            shown += "\n" + line;
        else
            ++more;
    };
    const auto& journal = frame.timeline.journal;
    const auto time_of_entry = [](const JournalEntry& entry) { return entry.time; };
    for (auto i = first_not_before(journal, from, time_of_entry); i < journal.size(); ++i) {
        const JournalEntry& entry = journal.at(i)->value;
        if (number(entry.time) > to || lines > kLines) break;
        add("Call: " + entry.operation + (entry.id > frame.timeline.applied ? " (ahead)" : ""));
    }
    const auto& chronicle = told(frame).chronicle;
    const auto time_of_event = [](const ChronicleEvent& event) { return event.time; };
    const std::size_t begin = first_not_before(chronicle, from, time_of_event);
    const std::size_t end = first_not_before(chronicle, to + 1, time_of_event);
    for (std::size_t i = begin; i < std::min(end, begin + kLines); ++i)
        add(chronicle.at(i)->value.text);
    more += end - std::min(end, begin + kLines);
    if (more > 0) shown += "\nand " + count_text(more) + " more";
    return shown;
}

void take_pointer(Frame& frame, const TimeAxis& strip) {
    const bool by_keys = strip.pointed.has_value();
    const float pixel = by_keys ? strip.x(*strip.pointed) : ImGui::GetIO().MousePos.x;
    if (by_keys || (ImGui::IsItemHovered() && !ImGui::IsMouseDragging(0))) {
        if (!by_keys) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
        const std::string shown = reading(frame, strip, pixel);
        ImGui::GetWindowDrawList()->AddRectFilled(
            ImVec2(pixel, strip.place.Min.y),
            ImVec2(pixel + ImGui::GetStyle().ChildBorderSize, strip.place.Max.y),
            frame.colours.muted);
        if (!frame.touch) {
            const bool back = moment_at(strip, pixel) < frame.world.now;
            if (by_keys)
                ImGui::SetNextWindowPos(ImVec2(pixel, strip.place.Min.y), ImGuiCond_Always,
                                        ImVec2(0.5f, 1));
            ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(frame.px(12), frame.px(8)));
            if (ImGui::BeginTooltip()) {
                push_face(frame, Face::Small);
                ImGui::PushTextWrapPos(frame.px(440));
                ImGui::TextUnformatted(shown.c_str());
                ImGui::PopTextWrapPos();
                ImGui::PopFont();
                const std::string_view press = by_keys ? "Enter" : "Click";
                text(frame, std::string(press) + (back ? " to rewind to here" : " to run to here"),
                     Tone::Faint, Face::Small);
                ImGui::EndTooltip();
            }
            ImGui::PopStyleVar();
        }
        note(frame, "Reading", shown);
    }
    const float dragged = ImGui::GetMouseDragDelta(0, 0).x;
    const bool clicked = ImGui::IsItemDeactivated() && ImGui::IsMouseReleased(0) &&
                         std::fabs(dragged) < frame.px(3) &&
                         strip.place.Contains(ImGui::GetIO().MousePos);
    const bool entered = by_keys && ImGui::IsKeyPressed(ImGuiKey_Enter);
    if (!clicked && !entered) return;
    const Timestamp moment = std::max(moment_at(strip, pixel), frame.timeline.start);
    if (moment < frame.world.now)
        frame.out.push_back(Rewind{moment});
    else
        frame.out.push_back(AdvanceTo{moment});
}

}  // namespace

void draw_timeline(Frame& frame, const Rect& place) {
    if (place.height < 8) return;
    Scope scope(frame, "Timeline");
    TimelineState& state = frame.ui.timeline;
    const TimeRange all = whole(frame);
    TimeAxis strip{ImRect(frame.px(place.x + 16), frame.px(place.y), frame.px(place.right() - 16),
                          frame.px(place.bottom() - 4)),
                   state.range.empty() ? all : state.range};
    ImGui::SetCursorScreenPos(strip.place.Min);
    ImGui::InvisibleButton("timeline", strip.place.GetSize(), ImGuiButtonFlags_EnableNav);
    note(frame, "Timeline", {});
    if (!state.pointed) state.pointed = number(frame.world.now);
    steer_time(frame, strip, all, state.range, &state.pointed);
    const float middle = std::round(strip.place.Min.y + strip.place.GetHeight() * 0.42f);
    ImGui::PushClipRect(strip.place.Min, strip.place.Max, true);
    draw_axis(frame, strip, middle);
    draw_events(frame, strip, middle);
    draw_calls(frame, strip, middle);
    draw_now(frame, strip);
    ImGui::PopClipRect();
    take_pointer(frame, strip);
}

}  // namespace picket::ui
