// Rules about single values, one function each: they look at a value that the shape refuses, or
// that looks refused, and say what was meant.
#pragma once

#include <optional>

#include "documents/findings.h"
#include "picket/schema.h"

namespace picket {

struct ValueAt {
    const ShapeInfo& shape;
    const Rule& rule;
    const JsonTree& tree;
    std::uint32_t node;
    std::string_view text;  // the JSON the tree is from
    bool response;
};

// The first rule that knows what is wrong.
std::optional<Problem> value_problem(const ValueAt& value);
// Of a text that may stand there, but hardly should.
std::optional<Problem> text_note(const JsonNode& node, std::string_view text);
// The service's name of an audit check, for one of the names the guide has for it; else empty.
std::string_view check_name_for_alias(std::string_view alias);
// The span of a string without its quotes, if it is written without escapes.
std::optional<Span> plain_content(const JsonNode& node, Span span, std::string_view text);

}  // namespace picket
