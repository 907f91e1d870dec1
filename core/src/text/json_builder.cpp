// Nodes in one vector, strings in chunks that never move.
#include "text/json_builder.h"

#include <algorithm>
#include <cstring>

namespace picket {
namespace {

constexpr std::size_t kChunkBytes = 64u << 10;
constexpr std::size_t kFewMembers = 8;

struct NamedMember {
    std::uint64_t prefix;  // the first eight bytes, so that most comparisons need no string
    std::uint32_t index;
};

std::uint64_t name_prefix(std::string_view name) {
    std::uint64_t prefix = 0;
    for (std::size_t i = 0; i < 8; ++i) {
        prefix = (prefix << 8) | (i < name.size() ? static_cast<unsigned char>(name[i]) : 0u);
    }
    return prefix;
}

}  // namespace

JsonBuilder::JsonBuilder(std::size_t text_bytes, std::uint32_t nodes_max)
    : text_bytes_(text_bytes), nodes_max_(nodes_max) {
    tree_.nodes_.reserve(std::min<std::size_t>(text_bytes / 16 + 4, 1024));
}

std::string_view JsonBuilder::store(std::string_view text) {
    if (text.empty()) return {};
    if (text.size() > free_bytes_) {
        // Small documents get one chunk of their own size; a huge string gets a chunk to itself.
        const std::size_t bytes = std::max(text.size(), std::min(text_bytes_, kChunkBytes));
        tree_.storage_.emplace_back(new char[bytes]);
        char* chunk = tree_.storage_.back().get();
        if (bytes == text.size()) {
            std::memcpy(chunk, text.data(), bytes);
            return {chunk, bytes};
        }
        free_ = chunk;
        free_bytes_ = bytes;
    }
    char* begin = free_;
    std::memcpy(begin, text.data(), text.size());
    free_ += text.size();
    free_bytes_ -= text.size();
    return {begin, text.size()};
}

void JsonBuilder::key(std::string_view name, Span span) {
    key_ = store(name);
    key_span_ = span;
}

JsonNode& JsonBuilder::add(JsonKind kind, Span span) {
    PICKET_ASSERT(!full());
    const std::uint32_t index = size();
    JsonNode& node = tree_.nodes_.emplace_back();
    node.kind = kind;
    node.span = span;
    node.next = index + 1;
    if (depth_ > 0) {
        node.parent = stack_[depth_ - 1];
        ++tree_.nodes_[node.parent].children;
        node.key = key_;
        node.key_span = key_span_;
        key_ = {};
        key_span_ = {};
    }
    return node;
}

void JsonBuilder::add_string(std::string_view text, Span span) {
    add(JsonKind::String, span).text = store(text);
}

void JsonBuilder::add_integer(std::int64_t value, std::string_view literal, Span span) {
    JsonNode& node = add(JsonKind::Integer, span);
    node.integer = value;
    // "-0" is the integer 0, and as a double it keeps its sign.
    node.number = value == 0 && literal[0] == '-' ? -0.0 : static_cast<double>(value);
    node.text = store(literal);
}

void JsonBuilder::add_double(double value, std::string_view literal, Span span) {
    JsonNode& node = add(JsonKind::Double, span);
    node.number = value;
    node.text = store(literal);
}

void JsonBuilder::open(JsonKind kind, Span span) {
    PICKET_ASSERT(depth_ < kJsonDepthMax);
    add(kind, span);
    stack_[depth_++] = size() - 1;
}

void JsonBuilder::close(std::uint32_t text_end) {
    PICKET_ASSERT(depth_ > 0);
    JsonNode& node = tree_.nodes_[stack_[--depth_]];
    node.next = size();
    if (text_end > 0) node.span.end = text_end;
    key_ = {};
    key_span_ = {};
}

void JsonBuilder::find_duplicates(std::uint32_t object, std::vector<std::uint32_t>& out) const {
    const auto& nodes = tree_.nodes_;
    const std::uint32_t end = nodes[object].next;
    if (nodes[object].children <= kFewMembers) {
        for (std::uint32_t later = object + 1; later < end; later = nodes[later].next) {
            for (std::uint32_t i = object + 1; i < later; i = nodes[i].next) {
                if (nodes[i].key != nodes[later].key) continue;
                out.push_back(later);
                break;
            }
        }
        return;
    }
    // Sorted, not hashed: no choice of names makes this slow.
    std::vector<NamedMember> members;
    members.reserve(nodes[object].children);
    for (std::uint32_t i = object + 1; i < end; i = nodes[i].next) {
        members.push_back({name_prefix(nodes[i].key), i});
    }
    std::sort(members.begin(), members.end(), [&](const NamedMember& a, const NamedMember& b) {
        if (a.prefix != b.prefix) return a.prefix < b.prefix;
        const int order = nodes[a.index].key.compare(nodes[b.index].key);
        return order != 0 ? order < 0 : a.index < b.index;
    });
    for (std::size_t i = 1; i < members.size(); ++i) {
        if (members[i].prefix != members[i - 1].prefix) continue;
        const std::uint32_t index = members[i].index;
        if (nodes[index].key == nodes[members[i - 1].index].key) out.push_back(index);
    }
}

}  // namespace picket
