// Collects what the checkers find, each in its own text, as findings about the document.
#pragma once

#include <string>
#include <vector>

#include "documents/mapped_text.h"
#include "documents/rules.h"

namespace picket {

// A finding in the text a checker looks at.
struct Problem {
    RuleId rule;
    Span span;
    std::string message;
    std::vector<InnerEdit> edits;  // inside the span; none: nothing sure can be done
};

class Findings {
public:
    explicit Findings(std::string_view document);

    void add(const MappedText& text, const Problem& problem);
    // Of equal findings at one place only the first is kept.
    std::vector<Finding> take();
    LineColumn place(std::uint32_t offset) const;

private:
    std::string_view document_;
    std::vector<std::uint32_t> lines_;  // where each line begins
    std::vector<Finding> list_;
};

}  // namespace picket
