// Queries against an evaluator written apart. Goal: what is printed reads back as the same tree,
// and the evaluator agrees with one that knows wildcards by recursion, words by cutting, and
// nothing else in common with it. Method: random trees over a small alphabet, so that matches and
// near misses are frequent, on random documents.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "base/random.h"
#include "service/registry/query_match.h"

namespace picket {
namespace {

constexpr std::string_view kFields[] = {"thingName", "attributes.a", "attributes.b.c", "AND",
                                        "we:ird \\*f"};
constexpr std::string_view kLetters = "aAb1-";
constexpr std::string_view kSpecial = " :()[]\"\\*?-=/,ANDOR<>";

std::string random_text(Random& random, std::string_view alphabet, std::size_t length_max) {
    std::string text;
    const std::size_t length = 1 + random.pick(length_max);
    for (std::size_t i = 0; i < length; ++i) text += alphabet[random.pick(alphabet.size())];
    return text;
}

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '*' || c == '?' || c == '\\') out += '\\';
        out += c;
    }
    return out;
}

std::optional<QueryBound> random_bound(Random& random) {
    if (random.pick(4) == 0) return std::nullopt;
    const bool number = random.pick(2) == 0;
    return QueryBound{number ? std::to_string(random.pick(5)) : random_text(random, kLetters, 2),
                      random.pick(2) == 0};
}

QueryNode random_term(Random& random) {
    QueryNode node;
    if (random.pick(4) != 0) node.field = kFields[random.pick(std::size(kFields))];
    const bool odd = random.pick(4) == 0;
    if (!node.field.empty() && random.pick(3) == 0) {
        node.kind = QueryNode::Kind::Range;
        node.from = random_bound(random);
        node.to = random_bound(random);
        return node;
    }
    node.phrase = random.pick(4) == 0;
    const std::string text = (odd ? random_text(random, kSpecial, 4)
                                  : random_text(random, kLetters, 3));
    node.pattern = escaped(text);
    if (node.phrase && text.find_first_not_of(' ') == std::string::npos) node.pattern = "a";
    if (node.phrase || odd) return node;
    // A wildcard anywhere but at the beginning, which only one term may have.
    if (random.pick(2) == 0) node.pattern += random.pick(2) == 0 ? "*" : "?";
    if (random.pick(3) == 0) node.pattern += "b";
    if (random.pick(12) == 0) node.pattern = "*";
    return node;
}

QueryNode random_query(Random& random, int depth) {
    const std::size_t kind = depth == 0 ? 3 : random.pick(5);
    if (kind >= 3) return random_term(random);
    QueryNode node;
    node.kind = kind == 0   ? QueryNode::Kind::And
                : kind == 1 ? QueryNode::Kind::Or
                            : QueryNode::Kind::Not;
    const std::size_t children = kind == 2 ? 1 : 2 + random.pick(2);
    for (std::size_t i = 0; i < children; ++i)
        node.children.push_back(random_query(random, depth - 1));
    return node;
}

struct Row {
    std::string field;
    std::string text;
};

std::vector<Row> random_rows(Random& random) {
    std::vector<Row> rows;
    const std::size_t count = random.pick(5);
    for (std::size_t i = 0; i < count; ++i) {
        std::string text = random.pick(3) == 0 ? std::to_string(random.pick(5))
                                               : random_text(random, kLetters, 3);
        if (random.pick(4) == 0) text += " " + random_text(random, kLetters, 2);
        rows.push_back({std::string(kFields[random.pick(std::size(kFields))]), text});
    }
    return rows;
}

// The second evaluator.
std::string lower(std::string text) {
    for (char& c : text) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    }
    return text;
}

bool glob(std::string_view pattern, std::string_view text) {
    if (pattern.empty()) return text.empty();
    if (pattern[0] == '*')
        return glob(pattern.substr(1), text) || (!text.empty() && glob(pattern, text.substr(1)));
    if (text.empty()) return false;
    if (pattern[0] == '?') return glob(pattern.substr(1), text.substr(1));
    if (pattern[0] == '\\') pattern.remove_prefix(1);
    return pattern[0] == text[0] && glob(pattern.substr(1), text.substr(1));
}

std::vector<std::string> cut(const std::string& text) {
    std::vector<std::string> words(1);
    for (const char c : text) {
        if (c != ' ') words.back() += c;
        if (c == ' ' && !words.back().empty()) words.emplace_back();
    }
    if (words.back().empty()) words.pop_back();
    return words;
}

bool words_hold(const std::string& pattern, const std::string& text) {
    if (glob(pattern, text)) return true;
    const auto wanted = cut(pattern);
    const auto words = cut(text);
    if (wanted.empty()) return false;
    for (std::size_t i = 0; i + wanted.size() <= words.size(); ++i) {
        bool all = true;
        for (std::size_t j = 0; j < wanted.size(); ++j) all = all && glob(wanted[j], words[i + j]);
        if (all) return true;
    }
    return false;
}

// Whole numbers without leading zeros: the alphabet has no others.
std::optional<long> number_of(const std::string& text) {
    const std::size_t sign = text.starts_with('-') ? 1 : 0;
    const std::string digits = text.substr(sign);
    if (digits.empty() || digits.find_first_not_of("0123456789") != std::string::npos)
        return std::nullopt;
    if (digits.size() > 1 && digits[0] == '0') return std::nullopt;
    return std::stol(text);
}

// Less, equal or greater than the bound.
int order_of(const std::string& text, const std::string& bound, bool numbers) {
    if (!numbers) return lower(text).compare(lower(bound));
    const long left = *number_of(text);
    const long right = *number_of(bound);
    return left < right ? -1 : left > right ? 1 : 0;
}

bool range_holds(const QueryNode& node, const std::string& text) {
    if (!node.from && !node.to) return true;
    const bool numbers = (!node.from || number_of(node.from->text)) &&
                         (!node.to || number_of(node.to->text));
    if (numbers && !number_of(text)) return false;
    if (node.from) {
        const int order = order_of(text, node.from->text, numbers);
        if (order < 0 || (order == 0 && !node.from->inclusive)) return false;
    }
    if (node.to) {
        const int order = order_of(text, node.to->text, numbers);
        if (order > 0 || (order == 0 && !node.to->inclusive)) return false;
    }
    return true;
}

bool holds(const QueryNode& node, const std::vector<Row>& rows) {
    switch (node.kind) {
    case QueryNode::Kind::And:
        for (const auto& child : node.children) {
            if (!holds(child, rows)) return false;
        }
        return true;
    case QueryNode::Kind::Or:
        for (const auto& child : node.children) {
            if (holds(child, rows)) return true;
        }
        return false;
    case QueryNode::Kind::Not:
        return !holds(node.children[0], rows);
    case QueryNode::Kind::Match:
    case QueryNode::Kind::Range:
        break;
    }
    if (node.field.empty() && node.pattern == "*") return true;
    for (const Row& row : rows) {
        if (!node.field.empty() && node.field != row.field) continue;
        if (node.kind == QueryNode::Kind::Range ? range_holds(node, row.text)
                                                : words_hold(lower(node.pattern), lower(row.text)))
            return true;
    }
    return false;
}

}  // namespace

TEST_CASE("query: printing and reading again gives the same tree, and both evaluators agree") {
    Random random(1, "queries");
    int matched = 0;
    for (int i = 0; i < 20'000; ++i) {
        const QueryNode query = random_query(random, 3);
        const std::string printed = print_query(query);
        CAPTURE(i);
        CAPTURE(printed);
        const auto again = parse_query(printed, {.terms_max = 1000, .length_max = 100'000});
        REQUIRE_MESSAGE(again, again.error().message);
        REQUIRE(print_query(*again) == printed);
        REQUIRE(*again == query);

        const std::vector<Row> rows = random_rows(random);
        IndexDocument document;
        for (const Row& row : rows) {
            const std::size_t dot = row.field.find('.');
            const std::string_view field = row.field;
            const bool split = dot != std::string::npos && random.pick(2) == 0;
            document.add(split ? field.substr(0, dot + 1) : std::string_view(),
                         split ? field.substr(dot + 1) : field, row.text);
        }
        const bool expected = holds(query, rows);
        REQUIRE(matches(query, document) == expected);
        if (expected) ++matched;
    }
    CHECK(matched > 2000);
    CHECK(matched < 18'000);
}

}  // namespace picket
