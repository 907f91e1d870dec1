// What values do to the tree of the tolerant reader: scalars, containers, and their limits.
#include "text/json_tolerant_reader.h"
#include "text/utf8.h"

namespace picket {
namespace {

using ProblemKind = JsonProblem::Kind;
using TokenKind = JsonTokenKind;

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
    for (const std::string_view each : words) {
        if (each == word) return true;
    }
    return false;
}

}  // namespace

void TolerantReader::add_scalar(const JsonToken& token) {
    if (stop_if_full(token)) return;
    if (token.kind == TokenKind::Word) {
        add_word(token);
    } else if (token.kind == TokenKind::String) {
        builder_.add_string(token.text, token.span);
    } else if (token.number_kind == JsonKind::Integer) {
        builder_.add_integer(token.integer, token.text, token.span);
    } else {
        builder_.add_double(token.number, token.text, token.span);
    }
    after_value(builder_.size() - 1);
}

void TolerantReader::add_word(const JsonToken& token) {
    const std::string_view word = token.text;
    const auto meant = [&](std::string_view literal) {
        if (word == literal) return;
        report(ProblemKind::UnquotedWord, token.span,
               {word, " is not a JSON word. Write ", literal, "."});
    };
    if (is_one_of(word, {"true", "True", "TRUE"})) {
        meant("true");
        builder_.add(JsonKind::Bool, token.span).boolean = true;
    } else if (is_one_of(word, {"false", "False", "FALSE"})) {
        meant("false");
        builder_.add(JsonKind::Bool, token.span);
    } else if (is_one_of(word, {"null", "Null", "NULL", "None", "nil", "undefined"})) {
        meant("null");
        builder_.add(JsonKind::Null, token.span);
    } else {
        report(ProblemKind::UnquotedWord, token.span,
               {"The word ", utf8_excerpt(word, 40),
                " is not a JSON value. Put a string in double quotes, a number, true, false or "
                "null here."});
        builder_.add_string(word, token.span);
    }
}

// The name stands there, its value does not.
void TolerantReader::add_null_member(const JsonToken& token) {
    const ProblemKind kind = state_ == State::Colon ? ProblemKind::MissingColon
                                                    : ProblemKind::Syntax;
    report(kind, token.span, {expected(), "; ", describe_found(token), ". Write the value."});
    if (stop_if_full(token)) return;
    builder_.add(JsonKind::Null, {token.span.begin, token.span.begin});
    after_value(builder_.size() - 1);
}

void TolerantReader::skip_ellipsis(const JsonToken& token) {
    report(ProblemKind::Syntax, token.span,
           {"\"...\" stands for something left out. Write it, or remove the dots."});
    state_ = State::AfterValue;
}

void TolerantReader::skip_alternative() {
    const JsonToken token = scanner_.next(JsonScanner::Place::Value);
    const bool scalar = token.kind == TokenKind::String || token.kind == TokenKind::Number ||
                        token.kind == TokenKind::Word;
    if (!scalar) on_token(token);
}

void TolerantReader::open(const JsonToken& token) {
    if (stop_if_full(token)) return;
    if (builder_.depth() == kJsonDepthMax) return skip_too_deep(token);
    const bool object = token.kind == TokenKind::OpenObject;
    builder_.open(object ? JsonKind::Object : JsonKind::Array, token.span);
    state_ = object ? State::FirstKey : State::FirstItem;
}

// Stands in the tree as a null with the span of all that was skipped: no tree is ever deeper.
void TolerantReader::skip_too_deep(const JsonToken& token) {
    report(ProblemKind::TooDeep, token.span,
           {"Arrays and objects may be nested ", std::to_string(kJsonDepthMax),
            " deep, and this one is deeper. Flatten the document."});
    Span span = token.span;
    problems_.mute(true);
    for (std::uint32_t open = 1; open > 0;) {
        const JsonToken inner = scanner_.next(JsonScanner::Place::Elsewhere);
        span.end = inner.span.end;
        if (inner.kind == TokenKind::End) break;
        if (inner.kind == TokenKind::OpenObject || inner.kind == TokenKind::OpenArray) ++open;
        if (inner.kind == TokenKind::CloseObject || inner.kind == TokenKind::CloseArray) --open;
    }
    problems_.mute(false);
    builder_.add(JsonKind::Null, span);
    after_value(builder_.size() - 1);
}

void TolerantReader::close_top(std::uint32_t text_end) {
    const std::uint32_t index = builder_.container(builder_.depth() - 1);
    builder_.close(text_end);
    if (builder_.node(index).kind == JsonKind::Object) {
        std::vector<std::uint32_t> again;
        builder_.find_duplicates(index, again);
        for (const std::uint32_t member : again) {
            const JsonNode& node = builder_.node(member);
            if (node.key_span.end == 0) continue;
            report(ProblemKind::DuplicateKey, node.key_span,
                   {"The name ", quoted_excerpt(node.key),
                    " stands in this object already. Remove or rename one of the two."});
        }
    }
    after_value(index);
}

void TolerantReader::close_all(std::uint32_t text_end) {
    while (builder_.depth() > 0) close_top(text_end);
}

void TolerantReader::after_value(std::uint32_t index) {
    last_value_ = index;
    state_ = builder_.depth() > 0 ? State::AfterValue : State::Done;
}

bool TolerantReader::stop_if_full(const JsonToken& token) {
    if (!builder_.full()) return false;
    report(ProblemKind::TooLarge, token.span,
           {"A document may hold ", std::to_string(nodes_max_),
            " values, and this one holds more. Split it into smaller ones."});
    close_all(token.span.begin);
    state_ = State::Stopped;
    return true;
}

}  // namespace picket
