// Compares JSON with what a scenario expects of it: every member that is expected must be there and
// equal, other members are free; lists are compared place by place.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "picket/json_tree.h"
#include "text/json_write.h"

namespace picket {

bool json_matches(const JsonTree& expected, std::uint32_t expected_node, const JsonTree& actual,
                  std::uint32_t actual_node);

// What of `actual` the expectation speaks about, in the expectation's order: the two differ exactly
// where they do not match.
std::string json_projection(const JsonTree& expected, const JsonTree& actual, int indent);

std::string json_text(const JsonTree& tree, std::uint32_t node, int indent);

// The same value laid out again; text that is not JSON stays as it is.
std::string json_layout(std::string_view json, int indent);

}  // namespace picket
