// Puts a JsonTree together value by value, in text order. Both readers use it, so that they cannot
// disagree about parents, siblings, counts and who owns the strings.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "picket/json_tree.h"

namespace picket {

class JsonBuilder {
public:
    explicit JsonBuilder(std::size_t text_bytes, std::uint32_t nodes_max = kJsonNodesMax);

    std::uint32_t depth() const { return depth_; }
    std::uint32_t size() const { return tree_.size(); }
    bool full() const { return size() >= nodes_max_; }
    const JsonNode& node(std::uint32_t index) const { return tree_.nodes_[index]; }
    std::uint32_t container(std::uint32_t level) const { return stack_[level]; }  // level < depth()
    const JsonNode& top() const { return node(stack_[depth_ - 1]); }  // innermost open container

    // The member name of the next value.
    void key(std::string_view name, Span span = {});

    std::string_view pending_key() const { return key_; }

    // The node may be filled in until the next call. Never called when full().
    JsonNode& add(JsonKind kind, Span span = {});
    void add_string(std::string_view text, Span span = {});
    void add_integer(std::int64_t value, std::string_view literal, Span span = {});
    void add_double(double value, std::string_view literal, Span span = {});
    void open(JsonKind kind, Span span = {});  // never called at kJsonDepthMax
    void close(std::uint32_t text_end = 0);

    // Members of a closed object whose name an earlier member has, in no order.
    void find_duplicates(std::uint32_t object, std::vector<std::uint32_t>& out) const;

    JsonTree take() { return std::move(tree_); }

private:
    std::string_view store(std::string_view text);

    JsonTree tree_;
    std::array<std::uint32_t, kJsonDepthMax> stack_{};
    std::uint32_t depth_ = 0;
    std::string_view key_;
    Span key_span_;
    std::size_t text_bytes_;
    std::uint32_t nodes_max_;
    char* free_ = nullptr;
    std::size_t free_bytes_ = 0;
};

}  // namespace picket
