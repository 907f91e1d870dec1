// The body of an answer, as text or as a tree whose objects and lists fold.
#include <algorithm>

#include "../widgets.h"
#include "views.h"

namespace picket::ui {
namespace {

constexpr std::uint32_t kOpenNodes = 400;  // a larger body starts with its deeper parts folded
constexpr float kIndent = 16;

bool folds(const JsonNode& node) {
    return node.children > 0 && (node.kind == JsonKind::Array || node.kind == JsonKind::Object);
}

void add_rows(BodyTree& tree, std::uint32_t index, std::uint32_t depth) {
    tree.rows.push_back({index, depth});
    const JsonTree& json = tree.json.tree;
    if (!folds(json.node(index)) || tree.folded[index]) return;
    for (std::uint32_t c = json.first(index); c != json.end(index); c = json.node(c).next)
        add_rows(tree, c, depth + 1);
}

void make_rows(BodyTree& tree) {
    tree.rows.clear();
    if (!tree.json.tree.empty()) add_rows(tree, 0, 0);
}

void read_body(BodyTree& tree, const std::string& text) {
    tree.of = text;
    tree.json = read_json_tolerant(text);
    const JsonTree& json = tree.json.tree;
    tree.folded.assign(json.size(), false);
    if (json.size() > kOpenNodes) {
        for (std::uint32_t i = 1; i < json.size(); ++i)
            tree.folded[i] = json.node(i).parent != 0 && folds(json.node(i));
    }
    make_rows(tree);
}

std::string value_of(const JsonNode& node) {
    const bool one = node.children == 1;
    switch (node.kind) {
    case JsonKind::Array:
        return node.children == 0
                   ? "[ ]"
                   : "[ " + std::to_string(node.children) + (one ? " element ]" : " elements ]");
    case JsonKind::Object:
        return node.children == 0
                   ? "{ }"
                   : "{ " + std::to_string(node.children) + (one ? " member }" : " members }");
    case JsonKind::String:
        return '"' + std::string(node.text) + '"';
    case JsonKind::Bool:
        return node.boolean ? "true" : "false";
    case JsonKind::Null:
        return "null";
    default:
        return std::string(node.text);
    }
}

std::uint32_t colour_of_value(const Frame& frame, const JsonNode& node) {
    switch (node.kind) {
    case JsonKind::String:
        return frame.colours.code_string;
    case JsonKind::Integer:
    case JsonKind::Double:
        return frame.colours.code_number;
    case JsonKind::Bool:
    case JsonKind::Null:
        return frame.colours.code_literal;
    default:
        return frame.colours.faint;
    }
}

std::string key_of(const JsonTree& json, std::uint32_t index) {
    const JsonNode& node = json.node(index);
    if (index == 0) return {};
    if (json.node(node.parent).kind == JsonKind::Object) return std::string(node.key);
    std::size_t place = 0;
    for (std::uint32_t c = json.first(node.parent); c != index; c = json.node(c).next) ++place;
    return std::to_string(place);
}

// True when the row was pressed.
bool draw_row(Frame& frame, const BodyTree& tree, const BodyTree::Row& row, float height) {
    const JsonTree& json = tree.json.tree;
    const JsonNode& node = json.node(row.node);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = std::max(1.0f, ImGui::GetContentRegionAvail().x);
    ImGui::PushID(static_cast<int>(row.node));
    const bool pressed = ImGui::InvisibleButton("row", ImVec2(width, height),
                                                ImGuiButtonFlags_EnableNav);
    ImGui::PopID();
    const std::string value = value_of(node);
    if (frame.probe != nullptr) note(frame, row.node == 0 ? "root" : json.path_of(row.node), value);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (ImGui::IsItemHovered() && folds(node))
        list.AddRectFilled(at, ImVec2(at.x + width, at.y + height), frame.colours.hover);
    float x = at.x + frame.px(16 + kIndent * static_cast<float>(row.depth));
    if (folds(node))
        draw_icon(tree.folded[row.node] ? Icon::ChevronRight : Icon::Chevron,
                  ImVec2(x + frame.px(4), at.y + height / 2), frame.px(8), frame.colours.muted);
    x += frame.px(kIndent);
    push_face(frame, Face::MonoSmall);
    const float y = at.y + std::floor((height - ImGui::GetFontSize()) / 2);
    const std::string key = key_of(json, row.node);
    if (!key.empty()) {
        const std::string shown = key + ":";
        list.AddText(ImVec2(x, y), frame.colours.code_key, shown.c_str());
        x += ImGui::CalcTextSize(shown.c_str()).x + frame.px(8);
    }
    const std::string_view some = std::string_view(value).substr(0, 2000);
    list.AddText(ImVec2(x, y), colour_of_value(frame, node), some.data(),
                 some.data() + some.size());
    ImGui::PopFont();
    return pressed;
}

void draw_tree(Frame& frame) {
    BodyTree& tree = frame.ui.response.tree;
    if (tree.of != frame.ui.response.shown.body) read_body(tree, frame.ui.response.shown.body);
    Scope scope(frame, "Tree");
    const float height = frame.px(frame.touch ? 36 : 22);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
    ImGui::BeginChild("tree", ImVec2(0, 0), ImGuiChildFlags_NavFlattened);
    std::optional<std::uint32_t> pressed;
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(tree.rows.size()), height);
    while (clipper.Step()) {
        for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
            const BodyTree::Row& row = tree.rows[static_cast<std::size_t>(i)];
            if (draw_row(frame, tree, row, height)) pressed = row.node;
        }
    }
    if (pressed && folds(tree.json.tree.node(*pressed))) {
        tree.folded[*pressed] = !tree.folded[*pressed];
        make_rows(tree);
    }
    end_child();
    ImGui::PopStyleVar();
}

void draw_bar(Frame& frame) {
    ResponseState& response = frame.ui.response;
    const float top = ImGui::GetCursorPosY() + frame.px(4);
    const float right = ImGui::GetContentRegionAvail().x - frame.px(12);
    ImGui::SetCursorPos(ImVec2(frame.px(12), top));
    const Choice choices[] = {{"Text"}, {"Tree"}};
    std::size_t current = response.as_tree ? 1 : 0;
    if (segmented(frame, "Body as", choices, std::size(choices), current))
        response.as_tree = current == 1;
    const float bottom = ImGui::GetCursorPosY();
    ImGui::SetCursorPos(ImVec2(right - button_width(frame, "Copy", true), top));
    if (button(frame, "Copy", {.kind = ButtonKind::Quiet, .small = true, .tip = "Copy the body"}))
        ImGui::SetClipboardText(response.shown.body.c_str());
    ImGui::SetCursorPos(ImVec2(0, bottom));
}

}  // namespace

void draw_body(Frame& frame) {
    if (frame.ui.response.shown.forgotten) {
        empty_state(frame, "No longer kept",
                    "Answers of calls long ago are dropped. Run the call again to have one.");
        return;
    }
    draw_bar(frame);
    if (frame.ui.response.as_tree)
        draw_tree(frame);
    else
        draw_code_area(frame, "Response body", frame.ui.response.body);
}

}  // namespace picket::ui
