// Reads queries by recursive descent.
#include "service/registry/query.h"

#include <algorithm>

#include "service/refuse.h"
#include "service/registry/query_text.h"
#include "text/say.h"

namespace picket {
namespace {

constexpr int kDepthMax = 64;
constexpr std::int64_t kLeadingWildcardLengthMax = 100;  // of a query that has one

std::int64_t code_points(std::string_view text) {
    return std::count_if(text.begin(), text.end(),
                         [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
}

bool has_wildcard(std::string_view pattern) {
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern[i] == '\\') {
            ++i;
        } else if (is_one_of(pattern[i], "*?")) {
            return true;
        }
    }
    return false;
}

class Parser {
public:
    Parser(std::string_view text, const QueryLimits& limits) : text_(text), limits_(limits) {}

    Result<QueryNode> parse() {
        if (code_points(text_) > limits_.length_max) {
            at_ = text_.size();
            return fail(say("it has {} characters, and a query can have {}. Make it shorter",
                            code_points(text_), limits_.length_max));
        }
        PICKET_TRY(QueryNode query, parse_or());
        if (at_ < text_.size()) return fail("nothing opened what this closes. Remove it");
        if (leading_wildcards_ > 0 && code_points(text_) > kLeadingWildcardLengthMax) {
            return fail(say("a query with a leading wildcard can have {} characters. Make it "
                            "shorter, or begin the words with a letter",
                            kLeadingWildcardLengthMax));
        }
        return query;
    }

private:
    Refusal fail(std::string_view what) const {
        return refuse(ErrorCode::InvalidQuery,
                      say("The query is not valid at character {}: {}.",
                          code_points(text_.substr(0, at_)) + 1, what),
                      "queryString");
    }

    void skip_spaces() {
        while (at_ < text_.size() && is_query_space(text_[at_])) ++at_;
    }
    char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
    bool at_end() {
        skip_spaces();
        return at_ == text_.size();
    }
    bool accept(char c) {
        if (peek() != c || at_ == text_.size()) return false;
        ++at_;
        return true;
    }
    bool sees_keyword(std::string_view word) {
        skip_spaces();
        if (!text_.substr(at_).starts_with(word)) return false;
        const std::size_t end = at_ + word.size();
        return end == text_.size() || is_query_space(text_[end]) ||
               is_one_of(text_[end], kEndsQueryWord);
    }
    bool accept_keyword(std::string_view word) {
        if (!sees_keyword(word)) return false;
        at_ += word.size();
        return true;
    }

    Result<QueryNode> parse_or();
    Result<QueryNode> parse_and();
    Result<QueryNode> parse_unary();
    Result<QueryNode> parse_term();
    Result<QueryNode> parse_value();
    Result<QueryNode> parse_range();
    Result<QueryNode> parse_comparison();
    Result<QueryNode> parse_group();
    Result<std::optional<QueryBound>> parse_bound();
    Result<std::string> parse_word();
    Result<std::string> parse_phrase();
    Result<QueryNode> match(std::string pattern, bool phrase);
    Refusal count_term();

    std::string_view text_;
    QueryLimits limits_;
    std::size_t at_ = 0;
    int depth_ = 0;
    std::int64_t terms_ = 0;
    std::int64_t leading_wildcards_ = 0;
    std::string field_;  // of the group or value being read; empty: any
};

Result<QueryNode> Parser::parse_or() {
    PICKET_TRY(QueryNode first, parse_and());
    if (!sees_keyword("OR")) return first;
    QueryNode either;
    either.kind = QueryNode::Kind::Or;
    either.children.push_back(std::move(first));
    while (accept_keyword("OR")) {
        PICKET_TRY(QueryNode next, parse_and());
        either.children.push_back(std::move(next));
    }
    return either;
}

Result<QueryNode> Parser::parse_and() {
    PICKET_TRY(QueryNode first, parse_unary());
    QueryNode both;
    both.kind = QueryNode::Kind::And;
    while (!at_end() && !is_one_of(peek(), ")]}") && !sees_keyword("OR")) {
        accept_keyword("AND");
        PICKET_TRY(QueryNode next, parse_unary());
        both.children.push_back(std::move(next));
    }
    if (both.children.empty()) return first;
    both.children.insert(both.children.begin(), std::move(first));
    return both;
}

Result<QueryNode> Parser::parse_unary() {
    skip_spaces();
    const bool negated = accept_keyword("NOT") || accept('-');
    if (!negated) return parse_term();
    if (++depth_ > kDepthMax) return fail("it is nested too deeply. Write it with fewer levels");
    PICKET_TRY(QueryNode inner, parse_unary());
    --depth_;
    QueryNode node;
    node.kind = QueryNode::Kind::Not;
    node.children.push_back(std::move(inner));
    return node;
}

Result<QueryNode> Parser::parse_term() {
    if (at_end()) return fail("a term is missing here. Write a word, field:value or a group");
    for (const std::string_view keyword : kQueryKeywords) {
        if (!sees_keyword(keyword)) continue;
        return fail(
            say("{} has no term before it. Add one, or put the word in quotes to search for it",
                keyword));
    }
    if (is_one_of(peek(), "([{\"<>")) return parse_value();
    const std::size_t begin = at_;
    PICKET_TRY(std::string word, parse_word());
    const std::size_t end = at_;
    skip_spaces();
    if (!is_one_of(peek(), ":<>") || at_ == text_.size()) {
        at_ = end;
        return match(std::move(word), false);
    }
    if (!field_.empty()) {
        at_ = begin;
        return fail(say("the group belongs to the field '{}' already. Name one field only, or put "
                        "\\ before the colon",
                        field_));
    }
    if (has_wildcard(word)) {
        at_ = begin;
        return fail("a field's name has no wildcards. Write it in full");
    }
    field_ = unescaped(word);
    accept(':');
    skip_spaces();
    auto value = parse_value();
    field_.clear();
    return value;
}

Result<QueryNode> Parser::parse_value() {
    switch (peek()) {
    case '(':
        return parse_group();
    case '[':
    case '{':
        return parse_range();
    case '<':
    case '>':
        return parse_comparison();
    case '"': {
        PICKET_TRY(std::string phrase, parse_phrase());
        return match(std::move(phrase), true);
    }
    default: {
        PICKET_TRY(std::string word, parse_word());
        return match(std::move(word), false);
    }
    }
}

Result<QueryNode> Parser::parse_group() {
    const std::size_t begin = at_++;
    if (++depth_ > kDepthMax) return fail("it is nested too deeply. Write it with fewer levels");
    PICKET_TRY(QueryNode inner, parse_or());
    --depth_;
    if (accept(')')) return inner;
    if (at_ == text_.size()) at_ = begin;
    return fail("a parenthesis is not closed, or closed otherwise. Add )");
}

Result<QueryNode> Parser::parse_range() {
    if (field_.empty()) return fail("a range needs a field. Write field:[a TO b]");
    if (auto problem = count_term()) return problem;
    QueryNode node;
    node.kind = QueryNode::Kind::Range;
    node.field = field_;
    const bool from_inclusive = text_[at_++] == '[';
    PICKET_TRY(node.from, parse_bound());
    if (!accept_keyword("TO")) return fail("a range is [a TO b]; TO is missing here");
    PICKET_TRY(node.to, parse_bound());
    skip_spaces();
    if (!is_one_of(peek(), "]}") || at_ == text_.size())
        return fail("a range ends with ] or }, which is missing here");
    const bool to_inclusive = text_[at_++] == ']';
    if (node.from) node.from->inclusive = from_inclusive;
    if (node.to) node.to->inclusive = to_inclusive;
    return node;
}

Result<QueryNode> Parser::parse_comparison() {
    if (field_.empty()) return fail("a comparison needs a field. Write field>value");
    if (auto problem = count_term()) return problem;
    QueryNode node;
    node.kind = QueryNode::Kind::Range;
    node.field = field_;
    const bool greater = text_[at_++] == '>';
    const bool inclusive = accept('=');
    PICKET_TRY(auto bound, parse_bound());
    if (!bound) return fail("a comparison needs a value, and * is none");
    bound->inclusive = inclusive;
    (greater ? node.from : node.to) = std::move(bound);
    return node;
}

// Absent: a lone *, which leaves the side open.
Result<std::optional<QueryBound>> Parser::parse_bound() {
    skip_spaces();
    const std::size_t begin = at_;
    std::string pattern;
    if (peek() == '"') {
        PICKET_TRY(pattern, parse_phrase());
    } else {
        PICKET_TRY(pattern, parse_word());
        if (pattern == "*") return std::optional<QueryBound>();
    }
    if (has_wildcard(pattern)) {
        at_ = begin;
        return fail("a value to compare with has no wildcards. Write it in full");
    }
    return std::optional<QueryBound>(QueryBound{unescaped(pattern), true});
}

Result<std::string> Parser::parse_word() {
    std::string word;
    while (at_ < text_.size() && !is_query_space(text_[at_]) &&
           !is_one_of(text_[at_], kEndsQueryWord)) {
        char c = text_[at_];
        if (c == '\\') {
            if (at_ + 1 == text_.size()) return fail("a backslash needs a character behind it");
            c = text_[++at_];
            if (is_one_of(c, "*?\\")) word += '\\';
        } else if (is_one_of(c, kWithoutMeaning)) {
            return fail(say("'{}' has no meaning in queries. Put the value in quotes, or \\ before "
                            "the character",
                            std::string_view(&c, 1)));
        }
        word += c;
        ++at_;
    }
    if (word.empty()) return fail("a value is missing here");
    return word;
}

Result<std::string> Parser::parse_phrase() {
    const std::size_t begin = at_++;
    std::string phrase;
    for (; at_ < text_.size() && text_[at_] != '"'; ++at_) {
        if (text_[at_] == '\\' && ++at_ == text_.size()) break;
        if (is_one_of(text_[at_], "*?\\")) phrase += '\\';
        phrase += text_[at_];
    }
    if (!accept('"')) {
        at_ = begin;
        return fail("the quotes are not closed. Add \" at the end of the phrase");
    }
    if (std::all_of(phrase.begin(), phrase.end(), is_query_space)) {
        at_ = begin;
        return fail("the phrase is empty. Write a word between the quotes");
    }
    return phrase;
}

Refusal Parser::count_term() {
    if (++terms_ <= limits_.terms_max) return std::nullopt;
    return fail(
        say("a query can have {} terms, and another begins here. Remove some", limits_.terms_max));
}

Result<QueryNode> Parser::match(std::string pattern, bool phrase) {
    if (auto problem = count_term()) return problem;
    if (is_one_of(pattern.front(), "*?") && pattern != "*" && ++leading_wildcards_ > 1)
        return fail("one term of a query can begin with a wildcard, and this is the second");
    // The guide: asking for false is invalid, for the index holds open violations only.
    const bool about_violation = field_.starts_with("deviceDefender.") &&
                                 field_.ends_with(".inViolation");
    if (about_violation && small_letters(pattern) == "false")
        return fail(
            say("inViolation can be searched for with true only. Write NOT {}:true", field_));
    QueryNode node;
    node.field = field_;
    node.pattern = std::move(pattern);
    node.phrase = phrase;
    return node;
}

}  // namespace

Result<QueryNode> parse_query(std::string_view text, const QueryLimits& limits) {
    return Parser(text, limits).parse();
}

}  // namespace picket
