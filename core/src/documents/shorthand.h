// The AWS CLI's shorthand: a=b,c=[d,e],f={g=h}. Read as the tool's own parser reads it, then
// written as JSON under a shape, which says what is a list, a number, a truth value.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "documents/aws_values.h"
#include "documents/mapped_text.h"
#include "picket/schema.h"

namespace picket {

struct ShorthandValue {
    enum class Kind : std::uint8_t { Text, List, Fields };
    Kind kind = Kind::Text;
    Span span;         // in the word
    std::string text;  // Text: without quotes and escapes
    std::vector<std::string> keys;
    std::vector<Span> key_spans;
    std::vector<ShorthandValue> items;  // of a list, or the values of the fields
};

struct ShorthandReading {
    ShorthandValue value;
    std::string problem;  // empty: none
    std::uint32_t problem_at = 0;
};
ShorthandReading read_shorthand(std::string_view text);

// Writes it as JSON text into the assembly; what does not fit the shape is reported there.
void write_shorthand(const MappedText& word, const ShorthandValue& value, const ShapeInfo& shape,
                     JsonAssembly& out);

}  // namespace picket
