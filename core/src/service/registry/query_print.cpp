// Prints queries so that they read back as the same tree.
#include <algorithm>

#include "service/registry/query.h"
#include "service/registry/query_text.h"
#include "text/say.h"

namespace picket {
namespace {

// Text as a word that reads back as it is; `pattern` has its own backslashes.
std::string printed_word(std::string_view pattern) {
    std::string word;
    if (std::find(std::begin(kQueryKeywords), std::end(kQueryKeywords), pattern) !=
        std::end(kQueryKeywords))
        word += '\\';
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const char c = pattern[i];
        if (c == '\\') {
            word += c;
            word += pattern[++i];
            continue;
        }
        const bool special = is_query_space(c) || is_one_of(c, kEndsQueryWord) ||
                             is_one_of(c, kWithoutMeaning);
        if (special || (c == '-' && i == 0)) word += '\\';
        word += c;
    }
    return word;
}

std::string printed_phrase(std::string_view text) {
    std::string phrase = "\"";
    for (const char c : text) {
        if (is_one_of(c, "\"\\")) phrase += '\\';
        phrase += c;
    }
    return phrase + '"';
}

std::string printed_bound(const std::optional<QueryBound>& bound) {
    return bound ? printed_phrase(bound->text) : "*";
}

std::string printed_range(const QueryNode& node) {
    if (node.from && !node.to)
        return (node.from->inclusive ? ">=" : ">") + printed_phrase(node.from->text);
    if (node.to && !node.from)
        return (node.to->inclusive ? "<=" : "<") + printed_phrase(node.to->text);
    const bool open_from = node.from && !node.from->inclusive;
    const bool open_to = node.to && !node.to->inclusive;
    return say("{}{} TO {}{}", open_from ? ":{" : ":[", printed_bound(node.from),
               printed_bound(node.to), open_to ? "}" : "]");
}

// A field's name with the characters that would be wildcards or escapes behind backslashes.
std::string printed_field(std::string_view field) {
    std::string pattern;
    for (const char c : field) {
        if (is_one_of(c, "*?\\")) pattern += '\\';
        pattern += c;
    }
    return printed_word(pattern);
}

std::string printed_operand(const QueryNode& node) {
    const bool compound = node.kind == QueryNode::Kind::And || node.kind == QueryNode::Kind::Or;
    return compound ? say("({})", print_query(node)) : print_query(node);
}

std::string printed_list(const QueryNode& node, std::string_view between) {
    std::string text;
    for (const QueryNode& child : node.children) {
        if (!text.empty()) text += between;
        text += printed_operand(child);
    }
    return text;
}

}  // namespace

std::string print_query(const QueryNode& query) {
    switch (query.kind) {
    case QueryNode::Kind::And:
        return printed_list(query, " AND ");
    case QueryNode::Kind::Or:
        return printed_list(query, " OR ");
    case QueryNode::Kind::Not:
        return say("NOT {}", printed_operand(query.children.front()));
    case QueryNode::Kind::Range:
        return printed_field(query.field) + printed_range(query);
    case QueryNode::Kind::Match:
        return (query.field.empty() ? std::string() : say("{}:", printed_field(query.field))) +
               (query.phrase ? printed_phrase(unescaped(query.pattern))
                             : printed_word(query.pattern));
    }
    PICKET_UNREACHABLE();
}

}  // namespace picket
