// Random values of any shape, valid by its rules and leaning to the edges: shortest, longest,
// empty, smallest, largest. And random JSON texts that break exactly one rule in one place. For
// tests, fuzzing and sample payloads.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/random.h"
#include "picket/schema.h"

namespace picket {

struct GenerateOptions {
    std::int64_t free_length_max = 12;  // of strings, lists and maps whose rule sets no maximum
    std::int64_t length_max = 4096;  // lengths above this are not tried, whatever the rule allows
    Ratio present = {1, 2};          // how often an optional member is there
    Ratio edge = {1, 4};             // how often a number or length is one of the rule's ends
};

// `out` is a constructed value of the shape; what it held is replaced.
void generate(const ShapeInfo& shape, Random& random, void* out,
              const GenerateOptions& options = {});

// The same for a value that stands under a rule.
void generate(const ShapeInfo& shape, const Rule& rule, Random& random, void* out,
              const GenerateOptions& options);

// `length` code points that match the pattern.
std::string generate_text(Pattern pattern, std::int64_t length, Random& random);

enum class Constraint : std::uint8_t { Required, Type, Enumerator, Min, Max, Pattern, ExactlyOne };
std::string_view constraint_name(Constraint constraint);

// JSON of a value that is valid but for one thing: `constraint` at `path` does not hold.
struct BadValue {
    std::string json;
    std::string path;  // as in Error::path
    Constraint constraint = Constraint::Required;
};

// Nothing when the generated value has no place that could be broken. `shape` is a structure.
std::optional<BadValue> generate_bad(const ShapeInfo& shape, Random& random,
                                     const GenerateOptions& options = {});

}  // namespace picket
