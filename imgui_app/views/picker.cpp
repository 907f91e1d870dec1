// The operation picker: a button that names the operation, and a list of all of them, grouped and
// searchable.
#include <algorithm>
#include <vector>

#include "../payload.h"
#include "../widgets.h"
#include "heard.h"
#include "views.h"

#include <picket/ascii.h>

namespace picket::ui {
namespace {

constexpr const char* kPickerPopup = "Operations";

// Every word of the search must occur in the name, the group or the path.
bool matches(const Operation& operation, std::string_view search) {
    while (!search.empty()) {
        const std::size_t end = std::min(search.find(' '), search.size());
        const std::string_view word = search.substr(0, end);
        if (!ascii::contains(operation.name, word) && !ascii::contains(operation.group, word) &&
            !ascii::contains(operation.uri, word))
            return false;
        search.remove_prefix(std::min(end + 1, search.size()));
    }
    return true;
}

std::vector<const Operation*> matching(std::string_view search) {
    std::vector<const Operation*> found;
    for (const Operation& operation : operations()) {
        if (matches(operation, search)) found.push_back(&operation);
    }
    // Rows of one group stand together whatever file they come from.
    std::vector<std::string_view> groups;
    for (const Operation* operation : found) {
        if (std::find(groups.begin(), groups.end(), operation->group) == groups.end())
            groups.push_back(operation->group);
    }
    const auto rank = [&](const Operation* o) {
        return std::find(groups.begin(), groups.end(), o->group) - groups.begin();
    };
    std::stable_sort(found.begin(), found.end(),
                     [&](const Operation* a, const Operation* b) { return rank(a) < rank(b); });
    return found;
}

void choose(Frame& frame, const Operation& operation) {
    open_operation(frame.ui, operation, frame.world);
    ImGui::CloseCurrentPopup();
}

bool draw_operation(Frame& frame, const Operation& operation, bool highlighted, bool scroll_here) {
    const float height = frame.touch ? 44 : 32;
    const ImVec2 at = ImGui::GetCursorPos();
    const float right = at.x + ImGui::GetContentRegionAvail().x;
    const bool pressed = list_row(frame, operation.name, highlighted, height);
    if (scroll_here) ImGui::SetScrollHereY(0.5f);
    const ImVec2 after = ImGui::GetCursorPos();
    const float text_y = at.y + (frame.px(height) - ImGui::GetFontSize()) / 2;
    ImGui::SetCursorPos(ImVec2(at.x + frame.px(12), text_y));
    const std::string_view effect = operation.effect == Effect::Reads     ? "reads"
                                    : operation.effect == Effect::Mutates ? "changes"
                                                                          : "drives";
    const float effect_width = text_width(frame, effect, Face::Small) + frame.px(12);
    const float room = ImGui::GetContentRegionAvail().x - effect_width - frame.px(8);
    text_fitted(frame, operation.name, room / frame.scale,
                highlighted ? Tone::Accent : Tone::Plain);
    ImGui::SetCursorPos(ImVec2(right - effect_width, text_y + frame.px(1)));
    text(frame, effect, Tone::Faint, Face::Small);
    ImGui::SetCursorPos(after);
    return pressed;
}

void draw_list(Frame& frame, const std::vector<const Operation*>& found, bool moved) {
    RequestState& request = frame.ui.request;
    std::string_view group;
    for (std::size_t i = 0; i < found.size(); ++i) {
        if (found[i]->group != group) {
            group = found[i]->group;
            gap(frame, i == 0 ? 4 : 12);
            ImGui::SetCursorPosX(frame.px(12));
            text(frame, group, Tone::Faint, Face::SmallStrong);
            gap(frame, -4);
        }
        ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
        const bool current = i == request.highlighted;
        if (draw_operation(frame, *found[i], current,
                           current && (moved || ImGui::IsWindowAppearing())))
            choose(frame, *found[i]);
        ImGui::PopStyleVar();
    }
    if (found.empty())
        empty_state(frame, "No operation matches",
                    "Try a shorter word, such as \"group\" or \"list\".");
}

bool move_highlight(RequestState& request, std::size_t count) {
    const auto pressed = [](ImGuiKey key) { return ImGui::IsKeyPressed(key); };
    if (request.highlighted >= count) request.highlighted = 0;
    if (pressed(ImGuiKey_DownArrow) && request.highlighted + 1 < count)
        return ++request.highlighted, true;
    if (pressed(ImGuiKey_UpArrow) && request.highlighted > 0) return --request.highlighted, true;
    return false;
}

void draw_popup(Frame& frame, ImVec2 at, float width) {
    RequestState& request = frame.ui.request;
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    const float left = std::min(at.x, screen.x - width - frame.px(8));
    const float height = std::min(frame.px(560), screen.y - at.y - frame.px(16));
    ImGui::SetNextWindowPos(ImVec2(std::max(left, frame.px(8)), at.y));
    if (!begin_tool_popup(frame, kPickerPopup, width, height)) return;
    Scope scope(frame, kPickerPopup);
    const bool typed = search_field(frame, "Search operations", "Search operations", request.search,
                                    ImGui::IsWindowAppearing());
    if (typed) request.highlighted = 0;
    const auto found = matching(request.search);
    const bool moved = move_highlight(request, found.size()) || typed;
    if (ImGui::IsKeyPressed(ImGuiKey_Enter) && request.highlighted < found.size())
        choose(frame, *found[request.highlighted]);
    hear_list(frame, "Operations", found.size(), request.highlighted, [&](std::size_t i) {
        return std::string(found[i]->name) + ", " + std::string(found[i]->group);
    });
    gap(frame, -4);
    // The list belongs to the search field's keys, so it takes no keyboard focus of its own.
    ImGui::BeginChild("list", ImVec2(0, 0), ImGuiChildFlags_NavFlattened, ImGuiWindowFlags_NoNav);
    draw_list(frame, found, moved);
    end_child();
    hold_cursor();
    ImGui::EndPopup();
}

}  // namespace

void draw_operation_picker(Frame& frame, float width) {
    RequestState& request = frame.ui.request;
    push_face(frame, Face::Strong);
    const std::string_view shown = request.operation != nullptr ? request.operation->name
                                                                : "Choose an operation";
    const bool pressed = dropdown(frame, "Operation", shown, width);
    ImGui::PopFont();
    const ImVec2 below(ImGui::GetItemRectMin().x, ImGui::GetItemRectMax().y + frame.px(4));
    if (pressed) {
        request.search.clear();
        const auto all = matching({});
        const auto at = std::find(all.begin(), all.end(), request.operation);
        request.highlighted = at == all.end() ? 0 : static_cast<std::size_t>(at - all.begin());
        ImGui::OpenPopup(kPickerPopup);
    }
    const float least = std::min(frame.px(420), ImGui::GetIO().DisplaySize.x - frame.px(16));
    draw_popup(frame, below, std::max(frame.px(width), least));
}

}  // namespace picket::ui
