// See json_copy.h.
#include "text/json_copy.h"

namespace picket {

void write_json(const JsonTree& tree, std::uint32_t index, JsonWriter& writer) {
    const JsonNode& node = tree.node(index);
    switch (node.kind) {
    case JsonKind::Null:
        writer.null();
        return;
    case JsonKind::Bool:
        writer.boolean(node.boolean);
        return;
    case JsonKind::Integer:
        writer.integer(node.integer);
        return;
    case JsonKind::Double:
        writer.number(node.number);
        return;
    case JsonKind::String:
        writer.string(node.text);
        return;
    case JsonKind::Array:
        writer.begin_array();
        for (auto c = tree.first(index); c != tree.end(index); c = tree.node(c).next)
            write_json(tree, c, writer);
        writer.end_array();
        return;
    case JsonKind::Object:
        writer.begin_object();
        for (auto c = tree.first(index); c != tree.end(index); c = tree.node(c).next) {
            writer.key(tree.node(c).key);
            write_json(tree, c, writer);
        }
        writer.end_object();
        return;
    }
}

}  // namespace picket
