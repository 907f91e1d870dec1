// Every choice that AWS does not document and every quota: what it decides, its default, and a
// control that changes it from now on.
#include <algorithm>

#include "../items/areas.h"
#include "../items/rows.h"
#include "../row_index.h"
#include "../widgets.h"
#include "imgui_internal.h"
#include "misc/cpp/imgui_stdlib.h"
#include "picket/settings.h"
#include "views.h"
#include "world_parts.h"

namespace picket::ui {
namespace {

constexpr float kControlWidth = 232;

bool is_quota(const SettingInfo& info) {
    return info.doc.find("(service quota)") != std::string_view::npos;
}

void put(Frame& frame, const SettingInfo& info, std::string_view value) {
    frame.out.push_back(
        Call{"PutSetting", json_object({{"name", info.name}, {"value", value}}), false});
}

std::vector<std::string_view> choices_of(const SettingInfo& info) {
    std::vector<std::string_view> choices;
    std::string_view rest = info.choices;
    while (rest.find('|') != std::string_view::npos) {
        choices.push_back(rest.substr(0, rest.find('|')));
        rest.remove_prefix(rest.find('|') + 1);
    }
    choices.push_back(rest);
    return choices;
}

void draw_choice(Frame& frame, const SettingInfo& info, std::string_view value) {
    const auto labels = choices_of(info);
    std::vector<Choice> choices;
    std::size_t current = 0;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        choices.push_back({labels[i]});
        if (labels[i] == value) current = i;
    }
    if (segmented(frame, info.name, choices.data(), choices.size(), current))
        put(frame, info, labels[current]);
}

// A number is sent when Enter is pressed or the field is left.
void draw_number(Frame& frame, const SettingInfo& info, std::string_view value) {
    auto& drafts = frame.ui.world.setting_drafts;
    const std::string name(info.name);
    std::string draft = drafts.contains(name) ? drafts[name] : std::string(value);
    ImGui::SetNextItemWidth(frame.px(120));
    ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, ImGui::GetStyle().ChildBorderSize);
    ImGui::PushStyleColor(ImGuiCol_Border, frame.colours.control_border);
    const bool entered = ImGui::InputText(("##" + name).c_str(), &draft,
                                          ImGuiInputTextFlags_EnterReturnsTrue);
    const bool left = ImGui::IsItemDeactivatedAfterEdit();
    ImGui::PopStyleColor();
    ImGui::PopStyleVar();
    note(frame, name, draft);
    if (ImGui::IsItemActive() || draft != value) drafts[name] = draft;
    const std::string problem = setting_problem(info, draft);
    ImGui::SameLine(0, frame.px(8));
    text(frame, info.choices, problem.empty() ? Tone::Faint : Tone::Danger, Face::Small);
    if ((entered || left) && draft != value) {
        if (problem.empty())
            put(frame, info, draft);
        else
            frame.ui.toast(problem, Tone::Danger);
        drafts.erase(name);
    } else if (left) {
        drafts.erase(name);
    }
}

void draw_setting(Frame& frame, const SettingInfo& info, float width) {
    Scope scope(frame, info.name);
    ImGui::PushID(info.name.data(), info.name.data() + info.name.size());
    const std::string value(setting_text(frame.world, info.id));
    const bool changed = value != info.fallback;
    const float left = frame.px(16), top = ImGui::GetCursorPosY() + frame.px(12);
    const bool beside = width >= 560;
    const float text_room = beside ? width - kControlWidth - 48 : width - 32;
    ImGui::SetCursorPos(ImVec2(left, top));
    text(frame, info.name, Tone::Plain, Face::Strong);
    if (changed) {
        ImGui::SameLine(0, frame.px(8));
        chip(frame, "changed", Tone::Accent);
    }
    ImGui::SetCursorPosX(left);
    ImGui::PushTextWrapPos(left + frame.px(text_room));
    text(frame, info.doc, Tone::Muted, Face::Small);
    ImGui::PopTextWrapPos();
    ImGui::SetCursorPosX(left);
    text(frame, "Default: " + std::string(info.fallback), Tone::Faint, Face::Small);
    if (changed) {
        ImGui::SetCursorPosX(left - frame.px(8));
        if (button(frame, "Reset",
                   {.kind = ButtonKind::Quiet,
                    .small = true,
                    .tip = "Back to " + std::string(info.fallback)}))
            put(frame, info, info.fallback);
    }
    const float text_end = ImGui::GetCursorPosY();
    if (beside)
        ImGui::SetCursorPos(ImVec2(frame.px(width - kControlWidth - 8), top));
    else
        ImGui::SetCursorPosX(left);
    const bool number = info.choices.find("..") != std::string_view::npos;
    if (number)
        draw_number(frame, info, value);
    else
        draw_choice(frame, info, value);
    const float end = std::max(text_end, ImGui::GetCursorPosY());
    ImGui::SetCursorPos(ImVec2(0, end + frame.px(12)));
    rule(frame);
    ImGui::PopID();
}

bool matches(const SettingInfo& info, const std::vector<std::string>& words) {
    const std::string text = lower_case(std::string(info.name) + ' ' + std::string(info.doc));
    return std::all_of(words.begin(), words.end(), [&](const std::string& word) {
        return text.find(word) != std::string::npos;
    });
}

}  // namespace

void draw_settings(Frame& frame) {
    std::string& filter = grid_of(frame, *find_section("settings")).order.filter;
    const auto words = words_in(filter);
    const float width = ImGui::GetContentRegionAvail().x / frame.scale;
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(frame.px(8), frame.px(4)));
    ImGui::BeginChild("settings", ImVec2(0, 0), ImGuiChildFlags_NavFlattened);
    std::size_t shown = 0;
    for (const bool quotas : {false, true}) {
        bool titled = false;
        for (const SettingInfo& info : settings()) {
            if (is_quota(info) != quotas || !matches(info, words)) continue;
            if (!titled) {
                gap(frame, 12);
                ImGui::SetCursorPosX(frame.px(16));
                text(frame, quotas ? "Service quotas" : "What AWS does not document", Tone::Accent,
                     Face::SmallStrong);
                titled = true;
            }
            draw_setting(frame, info, width - 12);
            ++shown;
        }
    }
    if (shown == 0 &&
        empty_state(frame, "Nothing matches", "No setting speaks of that.", "Clear the filter"))
        filter.clear();
    end_child();
    ImGui::PopStyleVar();
}

}  // namespace picket::ui
