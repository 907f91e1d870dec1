// The panel of one row: what it is, why it is so, what happened to it, what it has to do with, and
// what can be done about it.
#include <algorithm>

#include "../chart/task_bars.h"
#include "../editor/json_tokens.h"
#include "../widgets.h"
#include "imgui_internal.h"
#include "views.h"
#include "world_parts.h"

namespace picket::ui {
namespace {

constexpr float kLabelWidth = 120;

void draw_fact(Frame& frame, const Fact& fact) {
    const float left = ImGui::GetCursorPosX();
    const float width = ImGui::GetContentRegionAvail().x / frame.scale - 16;
    const bool labelled = !fact.label.empty();
    // Long labels stand above their text.
    const bool above = labelled && (text_width(frame, fact.label, Face::Small) / frame.scale >
                                        kLabelWidth - 8 ||
                                    width < 240);
    const float top = ImGui::GetCursorPosY();
    if (labelled) {
        ImGui::SetCursorPosY(top + frame.px(above ? 0 : 1));
        text_fitted(frame, fact.label, above ? width : kLabelWidth - 8, Tone::Faint, Face::Small);
        if (!above) ImGui::SetCursorPos(ImVec2(left + frame.px(kLabelWidth), top));
    }
    const float room = above || !labelled ? width : width - kLabelWidth;
    if (!fact.link.empty()) {
        const Tone tone = fact.tone == Tone::Plain ? Tone::Accent : fact.tone;
        if (link(frame, fact.text, room, tone)) open_item(frame.ui, fact.link);
    } else {
        ImGui::PushTextWrapPos(ImGui::GetCursorPosX() + frame.px(room));
        text(frame, fact.text, fact.tone);
        ImGui::PopTextWrapPos();
    }
    ImGui::SetCursorPosX(left);
    gap(frame, 4);
}

void draw_group(Frame& frame, const FactGroup& group) {
    if (group.facts.empty()) return;
    Scope scope(frame, group.title.empty() ? "Facts" : group.title);
    if (!group.title.empty()) {
        gap(frame, 12);
        text(frame, group.title, Tone::Plain, Face::SmallStrong);
        gap(frame, 8);
    }
    ImGui::PushID(group.title.c_str());
    for (std::size_t i = 0; i < group.facts.size(); ++i) {
        ImGui::PushID(static_cast<int>(i));
        draw_fact(frame, group.facts[i]);
        ImGui::PopID();
    }
    ImGui::PopID();
    if (group.left_out > 0)
        text(frame, "and " + count_text(group.left_out) + " more", Tone::Faint, Face::Small);
}

void draw_executions(Frame& frame, const Dossier& dossier) {
    if (dossier.bars.empty()) return;
    gap(frame, 12);
    text(frame, "Over time", Tone::Plain, Face::SmallStrong);
    gap(frame, 8);
    WorldState& state = frame.ui.world;
    if (!(state.bars_of == state.item)) {
        state.bars_of = state.item;
        state.bars_range = {};
    }
    if (const auto pressed = draw_task_bars(frame, "Over time", dossier.bars, state.bars_range))
        open_item(frame.ui, dossier.bar_links[*pressed]);
    if (dossier.bars_left_out > 0)
        text(frame, "and " + count_text(dossier.bars_left_out) + " more", Tone::Faint, Face::Small);
}

void draw_mentions(Frame& frame, const std::string& subject) {
    if (subject.empty()) return;
    const auto& found = mentions_of(frame, subject);
    if (found.empty()) return;
    Scope scope(frame, "What happened to it");
    gap(frame, 12);
    text(frame, "What happened to it", Tone::Plain, Face::SmallStrong);
    gap(frame, 8);
    for (const std::int64_t number : found) {
        const ChronicleEvent* event = frame.world.chronicle.find(number);
        if (event == nullptr) continue;
        Scope line(frame, "Event " + std::to_string(number));
        ImGui::PushID(static_cast<int>(number));
        text(frame, time_text(event->time), Tone::Faint, Face::Small);
        gap(frame, 2);
        const float width = ImGui::GetContentRegionAvail().x / frame.scale - 16;
        if (link(frame, event->text, width, Tone::Plain))
            open_item(frame.ui, {"chronicle", std::to_string(number)});
        ImGui::PopID();
        gap(frame, 8);
    }
}

void draw_actions(Frame& frame, std::string_view name, const std::vector<ItemAction>& actions) {
    if (actions.empty()) return;
    Scope scope(frame, name);
    const float left = ImGui::GetCursorPosX();
    const float right = left + ImGui::GetContentRegionAvail().x - frame.px(16);
    float x = left;
    bool first = true;
    for (const ItemAction& action : actions) {
        const float width = button_width(frame, action.label, true);
        if (!first && x + width <= right) {
            ImGui::SameLine(0, frame.px(8));
        } else {
            if (!first) gap(frame, 8);
            x = left;
        }
        x += width + frame.px(8);
        const std::string teaches = std::string(action.operation) +
                                    (action.runs          ? ", "
                                     : action.tip.empty() ? " in the editor"
                                                          : " in the editor. ") +
                                    std::string(action.tip);
        if (button(frame, action.label, {.small = true, .tip = teaches})) {
            if (action.runs)
                frame.out.push_back(Call{std::string(action.operation), action.body, false});
            else
                edit_call(frame, action.operation, action.body);
        }
        first = false;
    }
    gap(frame, 12);
}

void draw_head(Frame& frame, const Dossier& dossier) {
    WorldState& state = frame.ui.world;
    const float left = frame.px(16), top = frame.px(12);
    const float button_size = frame.touch ? 40 : 28;
    const float right = ImGui::GetWindowWidth() - frame.px(12 + button_size);
    ImGui::SetCursorPos(ImVec2(right, top));
    if (icon_button(frame, Icon::Close, "Close", "Close (Escape)",
                    {.kind = ButtonKind::Quiet, .small = true})) {
        close_item(frame.ui);
        focus_list(frame.ui.focus);
    }
    const std::string_view other = state.shows_json ? "Why" : "JSON";
    float end = right - button_width(frame, other, true) - frame.px(4);
    ImGui::SetCursorPos(ImVec2(end, top));
    if (button(frame, other,
               {.kind = ButtonKind::Quiet,
                .small = true,
                .tip = state.shows_json ? "What it is and why" : "The row as it is stored"}))
        state.shows_json = !state.shows_json;
    if (!state.trail.empty()) {
        end -= frame.px(button_size + 4);
        ImGui::SetCursorPos(ImVec2(end, top));
        if (icon_button(frame, Icon::Back, "Back", "Back to " + key_name(state.trail.back().key),
                        {.kind = ButtonKind::Quiet, .small = true})) {
            const ItemRef item = state.trail.back();
            state.trail.pop_back();
            open_item(frame.ui, item, false);
        }
    }
    const float middle = top + frame.px((button_size - kBodySize) / 2);
    ImGui::SetCursorPos(ImVec2(left, middle));
    const float state_width = dossier.state.empty()
                                  ? 0
                                  : text_width(frame, dossier.state, Face::SmallStrong) +
                                        frame.px(32);
    text_fitted(frame, dossier.title, (end - left - state_width) / frame.scale - 8, Tone::Plain,
                Face::Strong);
    if (!dossier.state.empty()) {
        ImGui::SetCursorPos(ImVec2(end - state_width, middle - frame.px(1)));
        chip(frame, dossier.state, tone_of_state(dossier.state));
    }
    ImGui::SetCursorPos(ImVec2(left, top + frame.px(button_size + 4)));
    if (dossier.subtitle.empty()) return;
    const ImVec2 at = ImGui::GetCursorPos();
    text_fitted(frame, dossier.subtitle, (ImGui::GetWindowWidth() - left) / frame.scale - 16,
                Tone::Faint, Face::MonoSmall);
    const ImVec2 size = ImGui::GetItemRectSize();
    ImGui::SetCursorPos(at);
    const bool copies = ImGui::InvisibleButton("subtitle", size, ImGuiButtonFlags_EnableNav);
    note(frame, "Copy its name", {});
    if (copies) {
        ImGui::SetClipboardText(dossier.subtitle.c_str());
        frame.ui.toast("Copied " + dossier.subtitle, Tone::Ok);
    }
    if (ImGui::IsItemHovered()) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    gap(frame, 8);
}

// The row as it is stored.
void draw_json(Frame& frame, const FoundRow& found) {
    WorldState& state = frame.ui.world;
    const std::string contents = found.table->row_json(found.row.key, found.row.value);
    const std::string mark = state.item.section + state.item.key + contents;
    if (mark != state.detail_of) {
        state.detail_of = mark;
        state.detail.read_only = true;
        state.detail.numbers = false;
        state.detail.load(format_json(contents));
    }
    ImGui::SetCursorPosX(0);
    draw_code_area(frame, "Contents", state.detail);
}

}  // namespace

void draw_dossier(Frame& frame, const Dossier& dossier) {
    Scope scope(frame, "Why");
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(frame.px(8), 0));
    ImGui::BeginChild("dossier", ImVec2(0, 0), ImGuiChildFlags_NavFlattened);
    gap(frame, 12);
    ImGui::Indent(frame.px(16));
    draw_actions(frame, "Actions", dossier.actions);
    if (!dossier.at_once_title.empty()) {
        text(frame, dossier.at_once_title, Tone::Faint, Face::Small);
        gap(frame, 4);
    }
    draw_actions(frame, "At once", dossier.at_once);
    for (const ItemChoice& choice : dossier.choices) draw_item_choice(frame, choice);
    if (!dossier.pair.empty()) draw_explanation(frame, dossier.pair, dossier.moments);
    for (const FactGroup& group : dossier.groups) draw_group(frame, group);
    if (!dossier.simulated.empty()) draw_simulated(frame, dossier.simulated);
    draw_document(frame, dossier.document);
    draw_executions(frame, dossier);
    draw_mentions(frame, dossier.mentions);
    gap(frame, 24);
    ImGui::Unindent(frame.px(16));
    end_child();
    ImGui::PopStyleVar();
}

void draw_item_panel(Frame& frame) {
    WorldState& state = frame.ui.world;
    const FoundRow found = find_row(frame.world, state.item);
    if (found.row.key == nullptr) return close_item(frame.ui);
    Dossier dossier = dossier_of(frame.world, found);
    if (found.section->extend != nullptr) found.section->extend(frame, found.row, dossier);
    Scope scope(frame, "Item");
    draw_head(frame, dossier);
    rule(frame);
    if (state.shows_json)
        draw_json(frame, found);
    else
        draw_dossier(frame, dossier);
}

}  // namespace picket::ui
