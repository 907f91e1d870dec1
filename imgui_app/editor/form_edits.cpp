// See form_edits.h. Spans come from the tolerant reader, so trailing commas and comments may stand
// between them.
#include "form_edits.h"

#include <algorithm>

#include "picket/world.h"

namespace picket::ui {
namespace {

std::string quoted(std::string_view text) { return to_json(std::string(text)); }

// Where a child begins: at its key, where it has one.
std::size_t begin_of(const JsonTree& tree, std::uint32_t node) {
    const JsonNode& child = tree.node(node);
    return child.key_span.end > child.key_span.begin ? child.key_span.begin : child.span.begin;
}

std::uint32_t last_child(const JsonTree& tree, std::uint32_t parent) {
    std::uint32_t last = JsonTree::kNone;
    for (std::uint32_t c = tree.first(parent); c != tree.end(parent); c = tree.node(c).next)
        last = c;
    return last;
}

// The white space a line begins with.
std::string indent_of(std::string_view text, std::size_t at) {
    std::size_t begin = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
    begin = begin == std::string_view::npos ? 0 : begin + 1;
    std::size_t end = begin;
    while (end < text.size() && (text[end] == ' ' || text[end] == '\t')) ++end;
    return std::string(text.substr(begin, end - begin));
}

bool only_space(std::string_view text) {
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

// White space, and comments, up to the next character that means something.
std::size_t skip_blank(std::string_view text, std::size_t at) {
    for (;;) {
        while (at < text.size() && only_space(text.substr(at, 1))) ++at;
        if (text.substr(at, 2) == "//") {
            at = std::min(text.find('\n', at), text.size());
        } else if (text.substr(at, 2) == "/*") {
            const std::size_t end = text.find("*/", at + 2);
            at = end == std::string_view::npos ? text.size() : end + 2;
        } else {
            return at;
        }
    }
}

// Into brackets with nothing in them: on a line of its own where the rest is laid out so.
TextChange add_first(std::string_view text, const JsonNode& parent, std::uint32_t index,
                     std::string item) {
    const std::size_t begin = parent.span.begin + 1;
    const bool whole = parent.span.end > begin &&
                       (text[parent.span.end - 1] == '}' || text[parent.span.end - 1] == ']');
    const std::size_t end = whole ? parent.span.end - 1 : begin;
    if (!only_space(text.substr(begin, end - begin))) return {{begin, begin}, std::move(item)};
    const bool lines = index == 0 || text.find('\n') != std::string_view::npos;
    if (!lines) return {{begin, end}, std::move(item)};
    const std::string indent = indent_of(text, parent.span.begin);
    return {{begin, end}, "\n" + indent + "  " + item + "\n" + indent};
}

}  // namespace

TextChange set_value(const JsonTree& tree, std::uint32_t node, std::string_view json) {
    const Span& span = tree.node(node).span;
    return {{span.begin, span.end}, std::string(json)};
}

TextChange set_key(const JsonTree& tree, std::uint32_t node, std::string_view key) {
    const Span& span = tree.node(node).key_span;
    return {{span.begin, span.end}, quoted(key)};
}

TextChange add_child(std::string_view text, const JsonTree& tree, std::uint32_t parent,
                     std::string_view key, std::string_view json) {
    const JsonNode& holder = tree.node(parent);
    const bool object = holder.kind == JsonKind::Object;
    const std::string item = (object ? quoted(key) + ": " : "") + std::string(json);
    const std::uint32_t last = last_child(tree, parent);
    if (last == JsonTree::kNone) return add_first(text, holder, parent, item);
    const std::size_t begin = begin_of(tree, last);
    const std::size_t line = text.rfind('\n', begin);
    const bool own_line = line != std::string_view::npos && line >= holder.span.begin &&
                          only_space(text.substr(line, begin - line));
    const std::string gap = own_line ? "\n" + indent_of(text, begin) : " ";
    const std::size_t end = tree.node(last).span.end;
    const std::size_t comma = skip_blank(text, end);
    if (comma < text.size() && text[comma] == ',') return {{comma + 1, comma + 1}, gap + item};
    return {{end, end}, "," + gap + item};
}

TextChange remove_child(std::string_view text, const JsonTree& tree, std::uint32_t node) {
    const JsonNode& child = tree.node(node);
    const std::uint32_t parent = child.parent;
    const std::size_t begin = begin_of(tree, node);
    if (child.next != tree.end(parent)) return {{begin, begin_of(tree, child.next)}, {}};
    std::uint32_t before = JsonTree::kNone;
    for (std::uint32_t c = tree.first(parent); c != node; c = tree.node(c).next) before = c;
    if (before != JsonTree::kNone) return {{tree.node(before).span.end, child.span.end}, {}};
    // The only one: nothing but white space goes with it.
    std::size_t from = begin, to = child.span.end;
    while (from > 0 && only_space(text.substr(from - 1, 1))) --from;
    while (to < text.size() && (only_space(text.substr(to, 1)) || text[to] == ',')) ++to;
    return {{from, to}, {}};
}

std::string json_of_field(Kind kind, std::string_view typed) {
    const bool number = kind == Kind::Integer || kind == Kind::Double || kind == Kind::Time;
    if (number || kind == Kind::Document || kind == Kind::Bool) {
        const auto tree = read_json_strict(typed);
        if (tree) {
            const JsonKind read = tree->node(0).kind;
            const bool is_number = read == JsonKind::Integer || read == JsonKind::Double;
            if (!number || is_number) return std::string(typed);
        }
    }
    return quoted(typed);
}

}  // namespace picket::ui
