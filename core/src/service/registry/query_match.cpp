// Evaluates queries on documents.
#include "service/registry/query_match.h"

#include <algorithm>

#include "service/registry/query_text.h"
#include "text/decimal.h"
#include "text/json_write.h"

namespace picket {
namespace {

constexpr std::size_t kExplainedValuesMax = 5;

// Registry fields answer to their name with and without "registry.".
std::string_view plain_field(std::string_view field) {
    constexpr std::string_view kRegistry = "registry.";
    if (!field.starts_with(kRegistry)) return field;
    const std::string_view name = field.substr(kRegistry.size());
    return name == "thingTypeName" || name == "thingGroupNames" ? name : field;
}

bool has_name(const IndexDocument::Value& value, std::string_view field) {
    return field.size() == value.prefix.size() + value.name.size() &&
           field.starts_with(value.prefix) && field.ends_with(value.name);
}

// One character of a pattern: a wildcard, or a character to be met.
struct PatternStep {
    char c;
    bool wildcard;
    std::size_t length;
};
PatternStep step_at(std::string_view pattern, std::size_t at) {
    if (pattern[at] == '\\') return {pattern[at + 1], false, 2};
    return {pattern[at], is_one_of(pattern[at], "*?"), 1};
}

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

// The usual way with wildcards: on a mismatch, the last star takes one character more. So the time
// is the product of the lengths at worst, and never exponential.
bool word_matches(std::string_view pattern, std::string_view word) {
    std::size_t p = 0, w = 0;
    std::size_t star = std::string_view::npos, star_word = 0;
    while (w < word.size()) {
        if (p < pattern.size()) {
            const PatternStep step = step_at(pattern, p);
            if (step.wildcard && step.c == '*') {
                star = p += step.length;
                star_word = w;
                continue;
            }
            if (step.wildcard || small_letter(step.c) == small_letter(word[w])) {
                p += step.length;
                // A question mark stands for a whole character, not for one of its bytes.
                do ++w;
                while (step.wildcard && w < word.size() && is_continuation(word[w]));
                continue;
            }
        }
        if (star == std::string_view::npos) return false;
        p = star;
        do ++star_word;
        while (star_word < word.size() && is_continuation(word[star_word]));
        w = star_word;
    }
    while (p < pattern.size() && pattern[p] == '*') ++p;
    return p == pattern.size();
}

std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> words;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        while (end < text.size() && !is_query_space(text[end])) ++end;
        if (end > at) words.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return words;
}

// The pattern's words stand in the text, in a row. Most texts are one word.
bool words_match(std::string_view pattern, std::string_view text) {
    if (word_matches(pattern, text)) return true;
    if (std::none_of(text.begin(), text.end(), is_query_space)) return false;
    const auto wanted = words_of(pattern);
    const auto words = words_of(text);
    if (wanted.empty()) return false;
    for (std::size_t first = 0; first + wanted.size() <= words.size(); ++first) {
        std::size_t met = 0;
        while (met < wanted.size() && word_matches(wanted[met], words[first + met])) ++met;
        if (met == wanted.size()) return true;
    }
    return false;
}

const IndexFieldType* declared_type(FieldTypes types, std::string_view field) {
    for (const IndexField& row : types) {
        if (row.name && row.type && *row.name == field) return &*row.type;
    }
    return nullptr;
}

bool is_boolean(std::string_view text) {
    const std::string small = small_letters(text);
    return small == "true" || small == "false";
}

// A value that is not of its field's declared type is not in the index.
bool is_indexed(std::string_view text, const IndexFieldType* type) {
    if (type == nullptr || *type == IndexFieldType::String) return true;
    if (*type == IndexFieldType::Boolean) return is_boolean(text);
    return parse_double(text).has_value();
}

bool value_matches(const QueryNode& term, std::string_view text, const IndexFieldType* type) {
    if (!is_indexed(text, type)) return false;
    if (type != nullptr && *type == IndexFieldType::Number) {
        const auto wanted = parse_double(unescaped(term.pattern));
        if (wanted) return *wanted == *parse_double(text);
    }
    return words_match(term.pattern, text);
}

template <class T>
bool in_range(const T& value, const T* from, bool from_inclusive, const T* to, bool to_inclusive) {
    if (from != nullptr && (value < *from || (!from_inclusive && !(*from < value)))) return false;
    return to == nullptr || (!(*to < value) && (to_inclusive || value < *to));
}

bool value_in_range(const QueryNode& range, std::string_view text, const IndexFieldType* type) {
    if (!is_indexed(text, type)) return false;
    const bool from_inclusive = range.from && range.from->inclusive;
    const bool to_inclusive = range.to && range.to->inclusive;
    const auto from = range.from ? parse_double(range.from->text) : std::nullopt;
    const auto to = range.to ? parse_double(range.to->text) : std::nullopt;
    const bool numbers = (!range.from || from) && (!range.to || to) && (range.from || range.to);
    const bool as_text = type != nullptr && *type != IndexFieldType::Number;
    if (numbers && !as_text) {
        const auto value = parse_double(text);
        return value && in_range(*value, from ? &*from : nullptr, from_inclusive,
                                 to ? &*to : nullptr, to_inclusive);
    }
    if (type != nullptr && *type == IndexFieldType::Number) return !range.from && !range.to;
    const std::string least = range.from ? small_letters(range.from->text) : std::string();
    const std::string most = range.to ? small_letters(range.to->text) : std::string();
    return in_range(small_letters(text), range.from ? &least : nullptr, from_inclusive,
                    range.to ? &most : nullptr, to_inclusive);
}

bool term_matches(const QueryNode& term, const IndexDocument& document, FieldTypes types) {
    const bool any_field = term.field.empty();
    if (any_field && !term.phrase && term.pattern == "*") return true;  // so all documents match
    const std::string_view field = plain_field(term.field);
    const IndexFieldType* type = any_field ? nullptr : declared_type(types, term.field);
    auto meets = [&](const IndexDocument::Value& value) {
        if (!any_field && !has_name(value, field)) return false;
        return term.kind == QueryNode::Kind::Range ? value_in_range(term, value.text, type)
                                                   : value_matches(term, value.text, type);
    };
    return std::any_of(document.values.begin(), document.values.end(), meets);
}

void explain_terms(const QueryNode& query, const IndexDocument& document, FieldTypes types,
                   JsonWriter& writer) {
    if (!query.children.empty()) {
        for (const QueryNode& child : query.children) explain_terms(child, document, types, writer);
        return;
    }
    writer.begin_object();
    writer.key("term");
    writer.string(print_query(query));
    writer.key("matches");
    writer.boolean(term_matches(query, document, types));
    if (!query.field.empty()) {
        writer.key("values");
        writer.begin_array();
        std::size_t shown = 0;
        for (const auto& value : document.values) {
            if (!has_name(value, plain_field(query.field)) || ++shown > kExplainedValuesMax)
                continue;
            writer.string(value.text);
        }
        writer.end_array();
    }
    writer.end_object();
}

}  // namespace

bool matches(const QueryNode& query, const IndexDocument& document, FieldTypes types) {
    auto child_matches = [&](const QueryNode& child) { return matches(child, document, types); };
    switch (query.kind) {
    case QueryNode::Kind::And:
        return std::all_of(query.children.begin(), query.children.end(), child_matches);
    case QueryNode::Kind::Or:
        return std::any_of(query.children.begin(), query.children.end(), child_matches);
    case QueryNode::Kind::Not:
        return !child_matches(query.children.front());
    case QueryNode::Kind::Match:
    case QueryNode::Kind::Range:
        return term_matches(query, document, types);
    }
    PICKET_UNREACHABLE();
}

std::string explain_match(const QueryNode& query, const IndexDocument& document, FieldTypes types) {
    std::string text;
    JsonWriter writer(text);
    writer.begin_array();
    explain_terms(query, document, types, writer);
    writer.end_array();
    return text;
}

}  // namespace picket
