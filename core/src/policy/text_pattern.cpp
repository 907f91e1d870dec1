// Reads patterns into units, one a character, and compares them.
#include "policy/text_pattern.h"

#include <algorithm>

#include "text/utf8.h"

namespace picket {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

char32_t lower(char32_t c) { return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c; }

void append_text(std::u32string& out, std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const Utf8Step step = utf8_step(text, at);
        out.push_back(step.code);
        at += step.length;
    }
}

std::string_view trimmed(std::string_view text) {
    while (text.starts_with(' ')) text.remove_prefix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
    return text;
}

// "key" or "key, 'default'": what stands between the braces.
void append_variable(TextPattern& out, std::string_view inside, const PolicyContext& variables) {
    if (inside == "*" || inside == "?" || inside == "$") {
        append_text(out.units, inside);
        return;
    }
    const std::size_t comma = inside.find(',');
    const std::string_view key = trimmed(inside.substr(0, comma));
    const auto* values = variables.find(key);
    if (values != nullptr && values->size() == 1) {
        append_text(out.units, values->front());
        return;
    }
    if (comma != kNone) {
        const std::string_view fallback = trimmed(inside.substr(comma + 1));
        if (fallback.size() >= 2 && fallback.front() == '\'' && fallback.back() == '\'') {
            append_text(out.units, fallback.substr(1, fallback.size() - 2));
            return;
        }
    }
    if (out.missing.empty()) out.missing = key;
}

// The classic walk with one place to come back to: the last `*` and what it has swallowed so far.
bool glob(std::u32string_view pattern, std::u32string_view text, bool ignore_case) {
    std::size_t p = 0;
    std::size_t t = 0;
    std::size_t star = kNone;
    std::size_t swallowed = 0;
    while (t < text.size()) {
        if (p < pattern.size() && pattern[p] == kAnyCharacters) {
            star = p++;
            swallowed = t;
        } else if (p < pattern.size() && (pattern[p] == kOneCharacter || pattern[p] == text[t] ||
                                          (ignore_case && lower(pattern[p]) == lower(text[t])))) {
            ++p;
            ++t;
        } else if (star != kNone) {
            p = star + 1;
            t = ++swallowed;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == kAnyCharacters) ++p;
    return p == pattern.size();
}

constexpr std::size_t kArnParts = 6;

// Cuts off what is before the next colon; the sixth part is all the rest.
bool next_part(std::u32string_view& rest, std::size_t index, std::u32string_view& part) {
    if (index + 1 == kArnParts) {
        part = rest;
        return true;
    }
    const std::size_t colon = rest.find(U':');
    if (colon == kNone) return false;
    part = rest.substr(0, colon);
    rest.remove_prefix(colon + 1);
    return true;
}

}  // namespace

void PolicyContext::set(std::string_view key, std::vector<std::string> values) {
    for (auto& item : items_) {
        if (!equal_ignoring_case(item.first, key)) continue;
        item.second = std::move(values);
        return;
    }
    items_.emplace_back(std::string(key), std::move(values));
}

void PolicyContext::erase(std::string_view key) {
    std::erase_if(items_, [&](const auto& item) { return equal_ignoring_case(item.first, key); });
}

const std::vector<std::string>* PolicyContext::find(std::string_view key) const {
    for (const auto& item : items_) {
        if (equal_ignoring_case(item.first, key)) return &item.second;
    }
    return nullptr;
}

TextPattern read_pattern(std::string_view text, const PolicyContext* variables, bool wildcards) {
    TextPattern out;
    out.units.reserve(text.size());
    while (!text.empty()) {
        const std::size_t end = variables != nullptr && text.starts_with("${") ? text.find('}')
                                                                               : kNone;
        if (end != kNone) {
            append_variable(out, text.substr(2, end - 2), *variables);
            text.remove_prefix(end + 1);
            continue;
        }
        const Utf8Step step = utf8_step(text, 0);
        if (wildcards && step.code == U'*') {
            out.units.push_back(kAnyCharacters);
        } else if (wildcards && step.code == U'?') {
            out.units.push_back(kOneCharacter);
        } else {
            out.units.push_back(step.code);
        }
        text.remove_prefix(step.length);
    }
    return out;
}

bool matches(const TextPattern& pattern, std::string_view text, bool ignore_case) {
    if (!pattern.missing.empty()) return false;
    std::u32string units;
    append_text(units, text);
    return glob(pattern.units, units, ignore_case);
}

bool matches_arn(const TextPattern& pattern, std::string_view arn) {
    if (pattern.units.find(U':') == std::u32string::npos) return matches(pattern, arn);
    if (!pattern.missing.empty()) return false;
    std::u32string units;
    append_text(units, arn);
    std::u32string_view text = units;
    std::u32string_view rest = pattern.units;
    for (std::size_t i = 0; i < kArnParts; ++i) {
        std::u32string_view wanted, actual;
        if (!next_part(rest, i, wanted) || !next_part(text, i, actual)) return false;
        if (!glob(wanted, actual, false)) return false;
    }
    return true;
}

bool equal_ignoring_case(std::string_view left, std::string_view right) {
    return left.size() == right.size() &&
           std::equal(left.begin(), left.end(), right.begin(), [](char a, char b) {
               return lower(static_cast<unsigned char>(a)) == lower(static_cast<unsigned char>(b));
           });
}

std::size_t unclosed_variable(std::string_view text) {
    for (std::size_t at = text.find("${"); at != kNone; at = text.find("${", at)) {
        at = text.find('}', at);
        if (at == kNone) return text.rfind("${");
    }
    return kNone;
}

}  // namespace picket
