// Thing groups as a tree, with their members. What is visible is kept as a list of lines and runs
// of members, so that a group of 100,000 things costs one entry.
#include <algorithm>

#include "../items/areas.h"
#include "../items/rows.h"
#include "../row_index.h"
#include "../widgets.h"
#include "heard.h"
#include "imgui_internal.h"
#include "views.h"
#include "world_parts.h"

namespace picket::ui {
namespace {

constexpr std::size_t kLinesMax = 200'000;

bool is_open(const GroupsState& state, const std::string& name, int depth) {
    return (depth == 0) != state.toggled.contains(name);
}

struct Builder {
    const World& world;
    GroupsState& state;

    void add_members(const std::string& group, int depth) {
        const std::size_t members = count_pairs(world.group_things, group);
        if (members == 0) return;
        state.runs.push_back({group, depth, state.lines, members, true, false, false});
        state.lines += members;
    }
    void add_children(const std::string& parent, int depth) {
        auto at = world.group_children.lower_bound(PairKey{parent, {}});
        for (; at != world.group_children.end() && at->key.first == parent; ++at) {
            if (state.runs.size() >= kLinesMax) return;
            const std::string name = at->key.second;
            const bool inner = count_pairs(world.group_children, name) > 0 ||
                               count_pairs(world.group_things, name) > 0;
            const bool open = inner && is_open(state, name, depth);
            state.runs.push_back({name, depth, state.lines++, 1, false, inner, open});
            if (!open) continue;
            add_children(name, depth + 1);
            add_members(name, depth + 1);
        }
    }
    void add_matches() {
        const auto words = words_in(state.filter);
        for (const auto& entry : world.thing_groups) {
            const std::string lower = lower_case(entry.key);
            const bool matches = std::all_of(words.begin(), words.end(), [&](const auto& word) {
                return lower.find(word) != std::string::npos;
            });
            if (matches)
                state.runs.push_back({entry.key, 0, state.lines++, 1, false, false, false});
        }
    }
};

void follow(const World& world, GroupsState& state, const std::string& filter) {
    const bool same = state.children.shares_with(world.group_children) &&
                      state.members.shares_with(world.group_things) && state.filter == filter &&
                      !state.changed;
    if (same && state.built) return;
    state.children = world.group_children;
    state.members = world.group_things;
    state.filter = filter;
    state.changed = false;
    state.built = true;
    state.runs.clear();
    state.lines = 0;
    Builder builder{world, state};
    if (filter.empty())
        builder.add_children({}, 0);
    else
        builder.add_matches();
}

void toggle(GroupsState& state, const std::string& name) {
    if (state.toggled.contains(name))
        state.toggled.erase(name);
    else
        state.toggled.insert(name);
    state.changed = true;
}

const GroupRun& run_at(const GroupsState& state, std::size_t line) {
    auto after = std::upper_bound(
        state.runs.begin(), state.runs.end(), line,
        [](std::size_t wanted, const GroupRun& run) { return wanted < run.begin; });
    return *--after;
}

ItemRef item_at(const World& world, const GroupsState& state, std::size_t line) {
    const GroupRun& run = run_at(state, line);
    if (!run.members) return {"groups", run.group};
    const auto first = world.group_things.lower_bound(PairKey{run.group, {}});
    const auto at = world.group_things.at(first.index() + line - run.begin);
    return {"things", std::string(at->key.second)};
}

void draw_line(Frame& frame, GroupsState& state, std::size_t line) {
    const GroupRun& run = run_at(state, line);
    const ItemRef item = item_at(frame.world, state, line);
    const float height = row_height(frame);
    const ImVec2 at = ImGui::GetCursorPos();
    const float indent = frame.px(12 + 20 * static_cast<float>(run.depth));
    ImGui::PushID(static_cast<int>(line));
    const bool selected = state.member ? *state.member == line : frame.ui.world.item == item;
    ImGui::SetCursorPosX(at.x + frame.px(4));
    const bool pressed = list_row(frame, item.key, selected, height);
    if (pressed) state.member.reset();
    if (pressed) ImGui::SetFocusID(frame.ui.focus.list, ImGui::GetCurrentWindow());
    const bool on_mark = ImGui::GetIO().MousePos.x <
                         ImGui::GetItemRectMin().x + indent + frame.px(16);
    const ImVec2 low = ImGui::GetItemRectMin();
    const float middle = low.y + frame.px(height / 2);
    if (run.opens)
        draw_icon(run.open ? Icon::Chevron : Icon::ChevronRight, ImVec2(low.x + indent, middle),
                  frame.px(9), frame.colours.muted);
    if (pressed && run.opens && on_mark)
        toggle(state, run.group);
    else if (pressed && run.members)
        open_item(frame.ui, item);  // in the list of things, with a way back
    else if (pressed)
        open_item(frame.ui, item, false);
    const ImVec2 after = ImGui::GetCursorPos();
    const float right = at.x + ImGui::GetContentRegionAvail().x - frame.px(16);
    const float x = at.x + indent + frame.px(16);
    const float y = at.y + frame.px((height - kBodySize) / 2);
    float end = right;
    if (!run.members) {
        const std::size_t members = count_pairs(frame.world.group_things, run.group);
        const std::string badge = count_text(members) + (members == 1 ? " thing" : " things");
        end -= text_width(frame, badge, Face::Small);
        ImGui::SetCursorPos(ImVec2(end, y + frame.px(1)));
        text(frame, badge, Tone::Faint, Face::Small);
        if (const DynamicGroup* dynamic = frame.world.dynamic_groups.find(run.group)) {
            end -= frame.px(100);
            ImGui::SetCursorPos(ImVec2(end, y + frame.px(1)));
            state_mark(frame, enum_word(dynamic->status));
        }
    }
    ImGui::SetCursorPos(ImVec2(x, y));
    text_fitted(frame, item.key, std::max(1.0f, end - x) / frame.scale - 8,
                run.members ? Tone::Muted : Tone::Plain);
    ImGui::SetCursorPos(after);
    ImGui::PopID();
}

// Up and down move, left and right close and open. A member is reached first, and opened by Enter.
void take_group_keys(Frame& frame, GroupsState& state) {
    if (!key_area(frame, "Rows", ImGui::GetCurrentWindow()->InnerRect, true)) return;
    const ItemRef& item = last_item(frame.ui.world);
    std::size_t line = state.lines;
    for (const GroupRun& run : state.runs) {
        if (!run.members && item == ItemRef{"groups", run.group}) line = run.begin;
    }
    if (state.member && *state.member < state.lines && run_at(state, *state.member).members)
        line = *state.member;
    const bool none = line == state.lines;
    hear_list(frame, "Groups", state.lines, line, [&](std::size_t at) {
        const GroupRun& run = run_at(state, at);
        const std::string level = ", level " + std::to_string(run.depth + 1);
        return item_at(frame.world, state, at).key + level +
               (!run.opens ? ""
                : run.open ? ", open"
                           : ", closed");
    });
    const auto per_page = static_cast<std::size_t>(ImGui::GetWindowHeight() /
                                                   frame.px(row_height(frame)));
    const std::size_t next = moved_by_keys(line, state.lines, per_page);
    if (next != line) {
        state.member.reset();
        if (run_at(state, next).members)
            state.member = next;
        else
            open_item(frame.ui, item_at(frame.world, state, next), false);
        const float y = static_cast<float>(next) * frame.px(row_height(frame));
        if (y < ImGui::GetScrollY() ||
            y > ImGui::GetScrollY() + ImGui::GetWindowHeight() - frame.px(row_height(frame)))
            ImGui::SetScrollY(y - ImGui::GetWindowHeight() / 2);
        return;
    }
    if (state.member && ImGui::IsKeyPressed(ImGuiKey_Enter))
        open_item(frame.ui, item_at(frame.world, state, line));  // in the list of things
    if (none) return;
    const GroupRun& run = run_at(state, line);
    if (run.opens && ((run.open && ImGui::IsKeyPressed(ImGuiKey_LeftArrow)) ||
                      (!run.open && ImGui::IsKeyPressed(ImGuiKey_RightArrow))))
        toggle(state, run.group);
}

}  // namespace

void draw_groups(Frame& frame) {
    const Section& section = *find_section("groups");
    if (frame.world.thing_groups.empty()) return draw_section_empty(frame, section);
    GroupsState& state = frame.ui.world.groups;
    std::string& filter = grid_of(frame, section).order.filter;
    follow(frame.world, state, filter);
    if (state.lines == 0) {
        if (empty_state(frame, "Nothing matches", "No group is called so.", "Clear the filter"))
            filter.clear();
        return;
    }
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
    ImGui::BeginChild("tree", ImVec2(0, 0), ImGuiChildFlags_NavFlattened);
    take_group_keys(frame, state);
    ImGui::PushItemFlag(ImGuiItemFlags_NoNav, true);
    gap(frame, 4);
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(state.lines), frame.px(row_height(frame)));
    while (clipper.Step()) {
        for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i)
            draw_line(frame, state, static_cast<std::size_t>(i));
    }
    ImGui::PopItemFlag();
    end_child();
    ImGui::PopStyleVar();
}

}  // namespace picket::ui
