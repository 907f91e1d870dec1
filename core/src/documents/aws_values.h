// Puts the JSON input of a call together from the words of a command, keeping the place of every
// byte.
#pragma once

#include <string_view>
#include <vector>

#include "documents/findings.h"
#include "documents/shell.h"
#include "picket/schema.h"

namespace picket {

class JsonAssembly {
public:
    // `shell`: the text that the words are from; problems get places in it.
    JsonAssembly(const MappedText& shell, std::vector<Problem>& problems)
        : text(&shell), problems_(problems) {}

    // A scalar of the shape, from a part of a word: converted as the tool does.
    void scalar(const MappedText& word, Span part, std::string_view value, const ShapeInfo& shape);
    // A JSON string: bytes of the word where it can, escapes where it must.
    void string(const MappedText& word, Span part, std::string_view value);
    // The value of a whole option.
    void option(const ShapeInfo& shape, const std::vector<const ShellWord*>& words);
    void problem(RuleId rule, Span in_shell, std::string message) {
        problems_.push_back({rule, in_shell, std::move(message), {}});
    }

    MappedText text;

private:
    void element(const ShapeInfo& shape, const ShellWord& word);
    std::vector<Problem>& problems_;
};

// Whether the tool takes a value of the shape as a plain word.
bool is_scalar(const ShapeInfo& shape);

// The place of a part of a word in the shell text.
Span in_shell(const MappedText& word, Span part);

}  // namespace picket
