// The clock bar: virtual time and every way to move it.
#include <algorithm>

#include "../shape_text.h"
#include "../widgets.h"
#include "views.h"

namespace picket::ui {
namespace {

constexpr const char* kSpeedPopup = "Speeds";

// Work that takes a while: what it is, and how much of it is done.
struct ShownWork {
    std::string title;
    double part = 0;
};

// A replay that is over at once would only flicker.
std::optional<ShownWork> work_of(const Frame& frame) {
    constexpr double kPatienceMs = 200;
    const auto& replaying = frame.ui.replaying;
    if (replaying) {
        if (frame.ui.now_ms - replaying->began_ms < kPatienceMs) return std::nullopt;
        return ShownWork{replaying->title, static_cast<double>(replaying->progress())};
    }
    const ClockState& clock = frame.ui.clock;
    if (!clock.until || clock.playing) return std::nullopt;
    const auto whole = static_cast<double>(*clock.until - clock.from);
    const auto done = static_cast<double>(frame.world.now - clock.from);
    return ShownWork{"Working", whole > 0 ? std::clamp(done / whole, 0.0, 1.0) : 0};
}

bool is_moving(const Frame& frame) {
    return frame.ui.clock.playing || frame.ui.clock.until || frame.ui.replaying;
}

void draw_transport(Frame& frame) {
    ClockState& clock = frame.ui.clock;
    const bool at_start = frame.world.now <= frame.timeline.start;
    if (icon_button(frame, Icon::ToStart, "Rewind",
                    "Back to the start; calls made later happen again", !at_start)) {
        frame.out.push_back(Rewind{frame.timeline.start});
    }
    ImGui::SameLine();
    if (is_moving(frame)) {
        if (icon_button(frame, Icon::Pause, "Pause", "Stop the clock"))
            frame.out.push_back(Pause{});
    } else if (icon_button(frame, Icon::Play, "Play", "Let time run")) {
        frame.out.push_back(Play{});
    }
    ImGui::SameLine();
    if (dropdown(frame, "Speed", kSpeeds[clock.speed].label, 120)) ImGui::OpenPopup(kSpeedPopup);
    const ImVec2 corner = ImGui::GetItemRectMin();
    ImGui::SetNextWindowPos(ImVec2(corner.x, corner.y - frame.px(4)), ImGuiCond_Always,
                            ImVec2(0, 1));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(frame.px(8), frame.px(8)));
    if (ImGui::BeginPopup(kSpeedPopup, ImGuiWindowFlags_NoMove)) {
        Scope scope(frame, kSpeedPopup);
        ImGui::Dummy(ImVec2(frame.px(136), 0));
        for (std::size_t i = 0; i < std::size(kSpeeds); ++i) {
            const ImVec2 at = ImGui::GetCursorPos();
            const float height = frame.touch ? 44 : 30;
            if (list_row(frame, kSpeeds[i].label, i == clock.speed, height)) {
                clock.speed = i;
                ImGui::CloseCurrentPopup();
            }
            const ImVec2 after = ImGui::GetCursorPos();
            ImGui::SetCursorPos(
                ImVec2(at.x + frame.px(10), at.y + (frame.px(height) - ImGui::GetFontSize()) / 2));
            text(frame, kSpeeds[i].label);
            ImGui::SetCursorPos(after);
        }
        hold_cursor();
        ImGui::EndPopup();
    }
    ImGui::PopStyleVar();
}

void draw_steps(Frame& frame) {
    const Timestamp now = frame.world.now;
    if (button(frame, "+1 h")) frame.out.push_back(AdvanceTo{now + kHour});
    ImGui::SameLine();
    if (button(frame, "+1 day")) frame.out.push_back(AdvanceTo{now + kDay});
    ImGui::SameLine();
    const auto& next = frame.timeline.next_due;
    const std::string tip_text = next ? "Run to " + time_text(*next) + " UTC" : "Nothing is due";
    if (button(frame, "Next event", {.enabled = next.has_value(), .tip = tip_text})) {
        frame.out.push_back(AdvanceTo{*next});
    }
}

void draw_time(Frame& frame) {
    const float y = ImGui::GetCursorPosY();
    text(frame, time_text(frame.world.now), Tone::Plain, Face::MonoLarge);
    ImGui::SameLine(0, frame.px(8));
    ImGui::SetCursorPosY(y + frame.px(3));
    text(frame, "UTC", Tone::Faint, Face::Small);
}

float time_width(const Frame& frame) {
    return text_width(frame, time_text(frame.world.now), Face::MonoLarge) + frame.px(8) +
           text_width(frame, "UTC", Face::Small);
}

std::string status_text(const Frame& frame) {
    if (const auto work = work_of(frame))
        return work->title + ", " + std::to_string(static_cast<int>(100 * work->part)) + " %";
    std::string status;
    if (frame.timeline.entries_ahead > 0) {
        const bool one = frame.timeline.entries_ahead == 1;
        status = count_text(static_cast<std::size_t>(frame.timeline.entries_ahead)) +
                 (one ? " call ahead" : " calls ahead");
    }
    if (frame.timeline.next_due) {
        status += status.empty() ? "" : "  \xC2\xB7  ";
        const std::int64_t wait = *frame.timeline.next_due - frame.world.now;
        status += wait > 0 ? "Next event in " + duration_text(wait) : "Events are due now";
    }
    return status.empty() ? "Nothing is due" : status;
}

// How far work is that takes a while, and the way out of it.
bool draw_work(Frame& frame, float width) {
    const auto work = work_of(frame);
    if (!work || width < 120) return false;
    const float left = ImGui::GetCursorPosX(), top = ImGui::GetCursorPosY();
    const float bar = width - button_width(frame, "Cancel", true) / frame.scale - 12;
    text_fitted(frame, status_text(frame), bar, Tone::Muted, Face::Small);
    ImGui::SetCursorPos(ImVec2(left, top + frame.px(20)));
    progress_bar(frame, static_cast<float>(work->part), bar);
    ImGui::SetCursorPos(ImVec2(left + frame.px(bar + 12), top - frame.px(2)));
    if (button(frame, "Cancel",
               {.small = true,
                .tip = frame.ui.replaying ? "Leave everything as it is"
                                          : "Stay at the moment that is reached"}))
        frame.out.push_back(Pause{});
    return true;
}

void draw_timeline_switch(Frame& frame) {
    TimelineState& timeline = frame.ui.timeline;
    if (icon_button(frame, timeline.open ? Icon::Chevron : Icon::ChevronUp, "Timeline switch",
                    timeline.open ? "Hide the timeline" : "Show the timeline",
                    {.kind = ButtonKind::Quiet}))
        timeline.open = !timeline.open;
}

void draw_one_row(Frame& frame, const Rect& place) {
    const float top = frame.px(place.y + 12);
    const float control = frame.touch ? 44 : 32;
    ImGui::SetCursorScreenPos(ImVec2(frame.px(16), top));
    draw_transport(frame);
    ImGui::SameLine(0, frame.px(24));
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::SetCursorScreenPos(ImVec2(at.x, top + frame.px((control - 20) / 2)));
    draw_time(frame);
    ImGui::SetCursorScreenPos(ImVec2(at.x + time_width(frame) + frame.px(24), top));
    draw_steps(frame);
    const float after_steps = ImGui::GetItemRectMax().x + frame.px(24);
    const float end = frame.px(place.width - 16 - control - 8);
    ImGui::SetCursorScreenPos(ImVec2(frame.px(place.width - 16 - control), top));
    draw_timeline_switch(frame);
    const float work = std::min(320.0f, (end - after_steps) / frame.scale);
    ImGui::SetCursorScreenPos(ImVec2(end - frame.px(work), top + frame.px(2)));
    if (draw_work(frame, work)) return;
    const std::string status = status_text(frame);
    const float width = text_width(frame, status, Face::Body);
    const float left = std::max(after_steps, end - width);
    ImGui::SetCursorScreenPos(ImVec2(left, top + frame.px((control - 17) / 2)));
    text_fitted(frame, status, (end - left) / frame.scale + 1, Tone::Muted);
}

void draw_two_rows(Frame& frame, const Rect& place) {
    const float control = frame.touch ? 44 : 32;
    const float first = frame.px(place.y + 12), second = frame.px(place.y + 12 + control + 12);
    const float margin = frame.px(16);
    ImGui::SetCursorScreenPos(ImVec2(margin, first + frame.px((control - 20) / 2)));
    draw_time(frame);
    const float after_time = margin + time_width(frame) + frame.px(16);
    const std::string status = status_text(frame);
    const float room = frame.px(place.width - 16) - after_time;
    const float width = std::min(room, text_width(frame, status, Face::Small));
    const float work = std::min(room / frame.scale, 280.0f);
    ImGui::SetCursorScreenPos(ImVec2(frame.px(place.width - 16 - work), first + frame.px(6)));
    if (!draw_work(frame, work) && room > frame.px(72)) {
        ImGui::SetCursorScreenPos(
            ImVec2(frame.px(place.width - 16) - width, first + frame.px((control - 15) / 2)));
        text_fitted(frame, status, width / frame.scale + 1, Tone::Muted, Face::Small);
    }
    ImGui::SetCursorScreenPos(ImVec2(margin, second));
    if (place.width >= 560) {
        draw_transport(frame);
        ImGui::SameLine(0, frame.px(24));
        draw_steps(frame);
        return;
    }
    // A phone has room for the steps or the transport at full size; play and rewind stay, speeds
    // are for larger screens.
    const bool moving = is_moving(frame);
    const bool at_start = frame.world.now <= frame.timeline.start;
    if (icon_button(frame, Icon::ToStart, "Rewind", {}, !at_start))
        frame.out.push_back(Rewind{frame.timeline.start});
    ImGui::SameLine();
    if (icon_button(frame, moving ? Icon::Pause : Icon::Play, moving ? "Pause" : "Play", {})) {
        if (moving)
            frame.out.push_back(Pause{});
        else
            frame.out.push_back(Play{});
    }
    ImGui::SameLine();
    draw_steps(frame);
}

}  // namespace

void draw_clock(Frame& frame, const Rect& place) {
    Scope scope(frame, "Clock");
    if (place.height < 80)
        draw_one_row(frame, place);
    else
        draw_two_rows(frame, place);
}

}  // namespace picket::ui
