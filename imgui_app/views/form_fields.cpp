// The fields of the form, one function per kind of value.
#include <algorithm>

#include "../editor/completion.h"
#include "../editor/world_names.h"
#include "form_parts.h"
#include "views.h"

namespace picket::ui {
namespace {

constexpr std::size_t kNamesMax = 50;

std::string shown_value(const FormWalk& walk, std::uint32_t node) {
    const JsonNode& value = walk.tree.node(node);
    if (value.kind == JsonKind::String || value.kind == JsonKind::Integer ||
        value.kind == JsonKind::Double)
        return std::string(value.text);
    return walk.text.substr(value.span.begin, value.span.end - value.span.begin);
}

// A field keeps what is typed until it is left, so that one visit is one edit.
void draw_text(FormWalk& walk, const Expected& expected, std::uint32_t node,
               const std::string& path, float width) {
    FormState& state = walk.state;
    const bool editing = state.draft_of == path;
    std::string value = editing ? state.draft : shown_value(walk, node);
    const Kind kind = expected.shape->kind;
    const FieldEvents events = text_field(
        walk.frame, path, value,
        {.width = width, .hint = type_text(*expected.shape), .mono = kind != Kind::String});
    if (events.changed) {
        state.draft_of = path;
        state.draft = value;
    }
    if (!editing || events.active) return;
    if (value != shown_value(walk, node))
        walk.change(set_value(walk.tree, node, json_of_field(kind, value)));
    state.draft_of.clear();
}

void draw_names(FormWalk& walk, const Expected& expected, std::uint32_t node,
                const std::string& path) {
    const std::string_view member = expected.member != nullptr ? expected.member->name : "";
    const std::string_view holder = expected.holder != nullptr ? expected.holder->name : "";
    const bool any = !known_name(walk.frame.world, member, holder).empty();
    const float button = small_control_height(walk.frame);
    const float top = ImGui::GetCursorPosY();
    draw_text(walk, expected, node, path, any ? walk.width() - button - 4 : walk.width());
    if (!any) return;
    const float bottom = ImGui::GetCursorPosY();
    ImGui::SetCursorPos(ImVec2(walk.frame.px(walk.right - button), top));
    const std::string popup = "Names for " + path;
    if (quiet_icon_button(walk.frame, Icon::Chevron, popup, "Names that exist"))
        ImGui::OpenPopup(popup.c_str());
    ImGui::SetNextWindowSizeConstraints(ImVec2(walk.frame.px(200), 0),
                                        ImVec2(walk.frame.px(520), walk.frame.px(320)));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(walk.frame.px(8), walk.frame.px(8)));
    if (ImGui::BeginPopup(popup.c_str(), ImGuiWindowFlags_NoMove)) {
        Scope scope(walk.frame, "Names");
        for (const KnownName& name : known_names(walk.frame.world, member, holder, {}, kNamesMax)) {
            if (menu_row(walk.frame, name.text, name.what, false)) {
                walk.change(set_value(walk.tree, node, json_of_field(Kind::String, name.text)));
                ImGui::CloseCurrentPopup();
            }
        }
        hold_cursor();
        ImGui::EndPopup();
    }
    ImGui::PopStyleVar();
    ImGui::SetCursorPosY(bottom);
}

void draw_one_of(FormWalk& walk, std::span<const std::string_view> names, std::uint32_t node,
                 const std::string& path) {
    std::vector<FormChoice> choices;
    for (const std::string_view name : names) choices.push_back({name, {}, {}});
    const std::string shown = shown_value(walk, node);
    const auto chosen = draw_form_choices(walk.frame, path, shown.empty() ? "Choose" : shown,
                                          walk.width(), choices);
    if (chosen)
        walk.change(
            set_value(walk.tree, node, json_of_field(Kind::String, choices[*chosen].label)));
}

void draw_bool(FormWalk& walk, std::uint32_t node, const std::string& path) {
    const JsonNode& value = walk.tree.node(node);
    const Choice choices[] = {{"true"}, {"false"}};
    std::size_t current = value.kind != JsonKind::Bool ? 2 : value.boolean ? 0 : 1;
    if (segmented(walk.frame, path, choices, 2, current))
        walk.change(set_value(walk.tree, node, current == 0 ? "true" : "false"));
}

}  // namespace

std::optional<std::size_t> draw_form_choices(Frame& frame, std::string_view label,
                                             std::string_view shown, float width,
                                             const std::vector<FormChoice>& choices) {
    const std::string popup = "Choices of " + std::string(label);
    if (dropdown(frame, label, shown, width)) ImGui::OpenPopup(popup.c_str());
    const ImVec2 below(ImGui::GetItemRectMin().x, ImGui::GetItemRectMax().y + frame.px(4));
    ImGui::SetNextWindowPos(below, ImGuiCond_Appearing);
    ImGui::SetNextWindowSizeConstraints(ImVec2(frame.px(width), 0),
                                        ImVec2(frame.px(520), frame.px(360)));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(frame.px(8), frame.px(8)));
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, frame.px(2)));
    std::optional<std::size_t> chosen;
    if (ImGui::BeginPopup(popup.c_str(), ImGuiWindowFlags_NoMove)) {
        Scope scope(frame, "Choices");
        for (std::size_t i = 0; i < choices.size(); ++i) {
            if (menu_row(frame, choices[i].label, choices[i].hint, choices[i].label == shown)) {
                chosen = i;
                ImGui::CloseCurrentPopup();
            }
            tip(frame, choices[i].doc);
        }
        hold_cursor();
        ImGui::EndPopup();
    }
    ImGui::PopStyleVar(2);
    return chosen;
}

void draw_form_field(FormWalk& walk, const Expected& expected, std::uint32_t node,
                     const std::string& path) {
    walk.start_row();
    const ShapeInfo& shape = *expected.shape;
    const auto listed = expected.rule != nullptr ? expected.rule->one_of
                                                 : std::span<const std::string_view>{};
    if (shape.kind == Kind::Bool) return draw_bool(walk, node, path);
    if (shape.kind == Kind::Enum) return draw_one_of(walk, shape.enumerators, node, path);
    if (!listed.empty()) return draw_one_of(walk, listed, node, path);
    if (shape.kind == Kind::String) return draw_names(walk, expected, node, path);
    draw_text(walk, expected, node, path, walk.width());
}

}  // namespace picket::ui
