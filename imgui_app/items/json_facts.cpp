// See json_facts.h.
#include "items/json_facts.h"

#include "picket/json_tree.h"
#include "shape_text.h"

namespace picket::ui {
namespace {

constexpr std::size_t kFactsMax = 60;

std::string scalar_text(const JsonNode& node) {
    switch (node.kind) {
    case JsonKind::Null:
        return "null";
    case JsonKind::Bool:
        return node.boolean ? "yes" : "no";
    default:
        return std::string(node.text);
    }
}

// Lists of plain values stand in one line.
bool is_plain_list(const JsonTree& tree, std::uint32_t at) {
    if (tree.node(at).kind != JsonKind::Array) return false;
    for (auto child = tree.first(at); child != tree.end(at); child = tree.node(child).next) {
        if (tree.node(child).children > 0) return false;
    }
    return true;
}

void add_node(FactGroup& group, const JsonTree& tree, std::uint32_t at, const std::string& label) {
    if (group.facts.size() >= kFactsMax) {
        ++group.left_out;
        return;
    }
    const JsonNode& node = tree.node(at);
    if (is_plain_list(tree, at)) {
        std::string text;
        for (auto child = tree.first(at); child != tree.end(at); child = tree.node(child).next)
            text += (text.empty() ? "" : ", ") + scalar_text(tree.node(child));
        group.facts.push_back({label, text.empty() ? "none" : text});
    } else if (node.kind == JsonKind::Object || node.kind == JsonKind::Array) {
        std::size_t index = 0;
        for (auto child = tree.first(at); child != tree.end(at); child = tree.node(child).next) {
            const std::string name = node.kind == JsonKind::Array ? std::to_string(++index)
                                                                  : words_of(tree.node(child).key);
            add_node(group, tree, child, label.empty() ? name : label + ", " + name);
        }
    } else {
        group.facts.push_back({label, scalar_text(node)});
    }
}

}  // namespace

void add_json_facts(FactGroup& group, std::string_view json) {
    const auto tree = read_json_strict(json);
    if (!tree || tree->empty()) return;
    add_node(group, *tree, 0, {});
}

}  // namespace picket::ui
