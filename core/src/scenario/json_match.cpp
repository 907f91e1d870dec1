// See json_match.h. Trees are at most kJsonDepthMax deep, so plain recursion is safe.
#include "scenario/json_match.h"

#include "text/json_copy.h"

namespace picket {
namespace {

bool is_number(JsonKind kind) { return kind == JsonKind::Integer || kind == JsonKind::Double; }

bool same_scalar(const JsonNode& left, const JsonNode& right) {
    if (left.kind == JsonKind::Integer && right.kind == JsonKind::Integer) {
        return left.integer == right.integer;
    }
    if (is_number(left.kind) && is_number(right.kind)) return left.number == right.number;
    if (left.kind != right.kind) return false;
    if (left.kind == JsonKind::Bool) return left.boolean == right.boolean;
    return left.kind != JsonKind::String || left.text == right.text;
}

void write_projection(const JsonTree& expected, std::uint32_t e, const JsonTree& actual,
                      std::uint32_t a, JsonWriter& writer) {
    const JsonNode& wanted = expected.node(e);
    const JsonNode& found = actual.node(a);
    if (wanted.kind == JsonKind::Object && found.kind == JsonKind::Object) {
        writer.begin_object();
        for (auto c = expected.first(e); c != expected.end(e); c = expected.node(c).next) {
            const std::uint32_t child = actual.find(a, expected.node(c).key);
            if (child == JsonTree::kNone) continue;
            writer.key(expected.node(c).key);
            write_projection(expected, c, actual, child, writer);
        }
        writer.end_object();
        return;
    }
    const bool lists = wanted.kind == JsonKind::Array && found.kind == JsonKind::Array;
    if (!lists || wanted.children != found.children) return write_json(actual, a, writer);
    writer.begin_array();
    auto child = actual.first(a);
    for (auto c = expected.first(e); c != expected.end(e); c = expected.node(c).next) {
        write_projection(expected, c, actual, child, writer);
        child = actual.node(child).next;
    }
    writer.end_array();
}

}  // namespace

bool json_matches(const JsonTree& expected, std::uint32_t e, const JsonTree& actual,
                  std::uint32_t a) {
    const JsonNode& wanted = expected.node(e);
    const JsonNode& found = actual.node(a);
    if (wanted.kind == JsonKind::Object) {
        if (found.kind != JsonKind::Object) return false;
        for (auto c = expected.first(e); c != expected.end(e); c = expected.node(c).next) {
            const std::uint32_t child = actual.find(a, expected.node(c).key);
            if (child == JsonTree::kNone || !json_matches(expected, c, actual, child)) return false;
        }
        return true;
    }
    if (wanted.kind == JsonKind::Array) {
        if (found.kind != JsonKind::Array || wanted.children != found.children) return false;
        auto child = actual.first(a);
        for (auto c = expected.first(e); c != expected.end(e); c = expected.node(c).next) {
            if (!json_matches(expected, c, actual, child)) return false;
            child = actual.node(child).next;
        }
        return true;
    }
    return same_scalar(wanted, found);
}

std::string json_projection(const JsonTree& expected, const JsonTree& actual, int indent) {
    std::string text;
    JsonWriter writer(text, indent);
    write_projection(expected, 0, actual, 0, writer);
    return text;
}

std::string json_text(const JsonTree& tree, std::uint32_t node, int indent) {
    std::string text;
    JsonWriter writer(text, indent);
    write_json(tree, node, writer);
    return text;
}

std::string json_layout(std::string_view json, int indent) {
    const auto tree = read_json_strict(json);
    return tree ? json_text(*tree, 0, indent) : std::string(json);
}

}  // namespace picket
