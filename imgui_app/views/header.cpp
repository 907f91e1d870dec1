// The strip on top: what this is, which session it shows, its branches, and the workbench's own
// switches.
#include <algorithm>

#include "../shape_text.h"
#include "../widgets.h"
#include "views.h"

namespace picket::ui {
namespace {

constexpr const char* kBranchPopup = "Branches";

struct ThemeFace {
    ThemeChoice next;
    Icon icon;
    std::string_view tip;
};

// What the button leads to.
ThemeFace next_theme(const UiState& ui) {
    switch (ui.scheme()) {
    case Scheme::Dark:
        return {ThemeChoice::Light, Icon::Sun, "Light theme"};
    case Scheme::Light:
        return {ThemeChoice::HighContrast, Icon::Contrast, "High contrast"};
    case Scheme::HighContrast:
        return {ThemeChoice::Dark, Icon::Moon, "Dark theme"};
    }
    return {ThemeChoice::Dark, Icon::Moon, "Dark theme"};
}

// Any of them opens beside what is shown; one that is open in another tab, as it was last kept.
void draw_visits(Frame& frame) {
    VisitsState& visits = frame.ui.visits;
    if (visits.list.empty()) return;
    gap(frame, 12);
    text(frame, "Sessions of other visits", Tone::Plain, Face::Strong);
    text_wrapped(frame, "Each tab keeps its own. One that you open stays beside this session.",
                 Tone::Muted, Face::Small);
    for (std::size_t i = 0; i < visits.list.size(); ++i) {
        const Visit& visit = visits.list[i];
        ImGui::PushID(static_cast<int>(i));
        if (menu_row(frame, visit.kept, visit.open ? "open in another tab" : visit.what, false)) {
            visits.wish = visit.id;
            ImGui::CloseCurrentPopup();
        }
        ImGui::PopID();
    }
}

void draw_branches(Frame& frame) {
    const UiState& ui = frame.ui;
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(frame.px(12), frame.px(12)));
    const bool open = ImGui::BeginPopup(kBranchPopup, ImGuiWindowFlags_NoMove);
    ImGui::PopStyleVar();
    if (!open) return;
    Scope scope(frame, kBranchPopup);
    ImGui::Dummy(ImVec2(frame.px(336), 0));
    text(frame, "You are on " + ui.branch, Tone::Plain, Face::Strong);
    text_wrapped(frame,
                 "A branch is the whole session again. Try something in it, and come back when it "
                 "did not work out. A call made in the past starts one by itself.",
                 Tone::Muted, Face::Small);
    for (std::size_t i = 0; i < ui.branches.size(); ++i) {
        const Branch& branch = ui.branches[i];
        ImGui::PushID(static_cast<int>(i));
        if (menu_row(frame, branch.name, time_text(branch.now), false)) {
            frame.out.push_back(SwitchBranch{i});
            ImGui::CloseCurrentPopup();
        }
        ImGui::PopID();
    }
    gap(frame, 4);
    if (button(frame, "Branch from here", {.small = true})) {
        frame.out.push_back(MakeBranch{});
        ImGui::CloseCurrentPopup();
    }
    ImGui::SameLine();
    if (button(frame, "Start over",
               {.kind = ButtonKind::Quiet,
                .small = true,
                .tip = "The demo fleet as on the first visit"})) {
        frame.out.push_back(MakeBranch{});
        frame.out.push_back(StartOver{});
        ImGui::CloseCurrentPopup();
    }
    ImGui::SameLine();
    if (button(frame, "Start empty",
               {.kind = ButtonKind::Quiet,
                .small = true,
                .tip = "An account without anything in it"})) {
        frame.out.push_back(MakeBranch{});
        frame.out.push_back(StartOver{.demo = false});
        ImGui::CloseCurrentPopup();
    }
    draw_visits(frame);
    hold_cursor();
    ImGui::EndPopup();
}

}  // namespace

void draw_header(Frame& frame, const Rect& place) {
    Scope scope(frame, "Header");
    const float middle = frame.px(place.y + place.height / 2);
    const float size = frame.touch ? 44 : 32;
    const auto at = [&](float x, float height) {
        ImGui::SetCursorScreenPos(ImVec2(frame.px(x), middle - frame.px(height) / 2));
    };
    at(20, kTitleSize);
    text(frame, "Picket", Tone::Plain, Face::Title);
    float left = 20 + text_width(frame, "Picket", Face::Title) / frame.scale + 16;
    float right = place.width - 16;
    const auto icon = [&](Icon each, std::string_view label, std::string_view tip_text) {
        right -= size;
        at(right, size);
        right -= 4;
        return icon_button(frame, each, label, tip_text, {.kind = ButtonKind::Quiet});
    };
    const ThemeFace theme = next_theme(frame.ui);
    if (icon(theme.icon, "Theme", theme.tip)) frame.ui.theme = theme.next;
    if (icon(Icon::Help, "Shortcuts", "Shortcuts (?)")) frame.ui.sheet_opens = true;
    if (icon(Icon::Prompt, "Commands", "Operations, views, things, settings (Ctrl+K)"))
        frame.ui.palette.opens = true;
    if (icon(Icon::Branch, "Branches", "Sessions beside this one")) ImGui::OpenPopup(kBranchPopup);
    const ImVec2 corner(ImGui::GetItemRectMax().x, ImGui::GetItemRectMax().y + frame.px(4));
    ImGui::SetNextWindowPos(corner, ImGuiCond_Always, ImVec2(place.width < 640 ? 0.6f : 1.0f, 0));
    draw_branches(frame);
    const std::string session = frame.ui.branch + "  \xC2\xB7  " + frame.world.account +
                                "  \xC2\xB7  " + frame.world.region;
    const float width = text_width(frame, session, Face::Small) / frame.scale;
    if (right - left > width + 24) {
        at(right - 12 - width, kSmallSize);
        text(frame, session, Tone::Faint, Face::Small);
        right -= 12 + width;
    }
    const std::string_view about = "AWS IoT Device Defender, emulated in this tab";
    if (right - left > text_width(frame, about, Face::Body) / frame.scale + 24) {
        at(left, kBodySize);
        text(frame, about, Tone::Muted);
    }
}

}  // namespace picket::ui
