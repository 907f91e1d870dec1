// The query language of the fleet index: text to tree and back.
//
//     or    := and ("OR" and)*                       NOT binds most, OR least
//     and   := unary (["AND"] unary)*                terms side by side must all match
//     unary := ("NOT" | "-") unary | term
//     term  := "(" or ")" | [field ":"] value | field (">" | ">=" | "<" | "<=") bound
//     value := word | "phrase" | ("[" | "{") bound "TO" bound ("]" | "}") | "(" or ")"
//
// In words, * and ? are wildcards and a backslash takes the next character as it is. As the guide
// says, `@#%/';, have no meaning outside quotes, so they are refused there rather than guessed at,
// and so are the operators of other query languages. Not modelled: queries of places.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "picket/result.h"

namespace picket {

struct QueryBound {
    std::string text;  // as it is compared: nothing is escaped
    bool inclusive = true;
    bool operator==(const QueryBound&) const = default;
};

struct QueryNode {
    enum class Kind : std::uint8_t { And, Or, Not, Match, Range };
    Kind kind = Kind::Match;
    std::vector<QueryNode> children;  // And and Or: two or more; Not: one
    std::string field;                // Match and Range; empty: any field
    // Match: * and ? are wildcards, and \*, \? and \\ the characters themselves.
    std::string pattern;
    bool phrase = false;                 // was in quotes: words in a row, without wildcards
    std::optional<QueryBound> from, to;  // Range; absent: open on that side
    bool operator==(const QueryNode&) const = default;
};

struct QueryLimits {
    std::int64_t terms_max = 12;
    std::int64_t length_max = 1000;
};

// InvalidQueryException names the character at which the query stops making sense.
Result<QueryNode> parse_query(std::string_view text, const QueryLimits& limits = {});

// A query that reads back as the same tree.
std::string print_query(const QueryNode& query);

}  // namespace picket
