// Texts of policies that stand for many: wildcards `*` (any characters, none too) and `?` (one
// character), and variables such as ${iot:ClientId} that the request fills in.
//
// What a variable is replaced by is taken literally, so a client cannot widen a policy by calling
// itself `*`. `${*}`, `${?}` and `${$}` are the characters themselves; `$` without a brace is one,
// too, so `$${key}` is a dollar sign and a value.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace picket {

// What is known about a request: keys, which are compared without regard to case, and their values.
class PolicyContext {
public:
    void set(std::string_view key, std::vector<std::string> values);
    void set(std::string_view key, std::string value) {
        set(key, std::vector<std::string>{std::move(value)});
    }
    void erase(std::string_view key);
    const std::vector<std::string>* find(std::string_view key) const;  // nullptr: no such key
    const auto& items() const { return items_; }  // in the order they were first set

private:
    std::vector<std::pair<std::string, std::vector<std::string>>> items_;
};

inline constexpr char32_t kAnyCharacters = 0x110000;  // beyond Unicode: no text contains them
inline constexpr char32_t kOneCharacter = 0x110001;

struct TextPattern {
    std::u32string units;
    std::string missing;  // the first variable without exactly one value: then nothing matches
};

// `variables` is nullptr where the text ${...} has no meaning.
TextPattern read_pattern(std::string_view text, const PolicyContext* variables,
                         bool wildcards = true);

bool matches(const TextPattern& pattern, std::string_view text, bool ignore_case = false);
// The parts of an ARN one by one, so that a `*` does not reach over a colon: ArnLike. A pattern
// that is no ARN matches none, unless it is a text without colons, as `*`.
bool matches_arn(const TextPattern& pattern, std::string_view arn);

// ASCII letters alone: action names and context keys have no others.
bool equal_ignoring_case(std::string_view left, std::string_view right);

// Where a variable that `text` opens is never closed; npos when there is none.
std::size_t unclosed_variable(std::string_view text);

}  // namespace picket
