// Texts against the service's patterns, and how long a text is in the service's terms. The patterns
// themselves are the rows of picket/patterns.def.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "picket/schema.h"

namespace picket {

// The texts of Pattern::Statistic, in the order of the service's own alternation.
inline constexpr std::array<std::string_view, 11> kStatistics = {
    "p0", "p0.1", "p0.01", "p1", "p10", "p50", "p90", "p99", "p99.9", "p99.99", "p100"};

// As JSON Schema reads it: ECMAScript with Unicode, not anchored by itself.
std::string_view pattern_schema(Pattern pattern);
// What generators draw texts from.
std::u32string_view pattern_letters(Pattern pattern);

// What the service calls the length of a string. Each ill-formed group of bytes counts as one.
std::size_t code_points(std::string_view text);

// Unicode letters, numbers and separators (general categories L, N and Z). Exact for the assigned
// code points of the Basic Multilingual Plane as of Unicode 14. Approximated: unassigned ones count
// like their neighbours, and beyond that plane everything counts but the blocks of symbols, emoji,
// tags and private use.
bool is_letter_number_or_separator(char32_t code);

}  // namespace picket
