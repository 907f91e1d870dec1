// The states of the tolerant reader: which token may come where, and what is said otherwise.
#include "text/json_tolerant_reader.h"
#include "text/say.h"
#include "text/utf8.h"

namespace picket {
namespace {

using ProblemKind = JsonProblem::Kind;
using TokenKind = JsonTokenKind;

constexpr std::size_t kExcerptPoints = 40;

bool is_ellipsis(const JsonToken& token) {
    return token.kind == TokenKind::Word && (token.text == "..." || token.text == "\xE2\x80\xA6");
}

}  // namespace

std::string quoted_excerpt(std::string_view text) {
    return '"' + utf8_excerpt(text, kExcerptPoints) + '"';
}

std::string describe_found(const JsonToken& token) {
    switch (token.kind) {
    case TokenKind::End:
        return "found end of text";
    case TokenKind::String:
        return say("found the string {}", quoted_excerpt(token.text));
    case TokenKind::Number:
        return say("found the number {}", utf8_excerpt(token.text, kExcerptPoints));
    case TokenKind::Word:
        return say("found the word {}", utf8_excerpt(token.text, kExcerptPoints));
    default:
        return say("found '{}'", token.text);
    }
}

bool TolerantReader::step(std::int64_t tokens) {
    for (; tokens > 0 && state_ != State::Stopped; --tokens) {
        const bool value = state_ == State::Root || state_ == State::FirstItem ||
                           state_ == State::NextItem || state_ == State::MemberValue;
        on_token(scanner_.next(value ? JsonScanner::Place::Value : JsonScanner::Place::Elsewhere));
    }
    return state_ == State::Stopped;
}

void TolerantReader::on_token(const JsonToken& token) {
    if (token.kind == TokenKind::End) return on_end(token);
    switch (state_) {
    case State::Root:
    case State::FirstItem:
    case State::NextItem:
    case State::MemberValue:
        return on_value(token);
    case State::FirstKey:
    case State::NextKey:
        return on_key(token);
    case State::Colon:
        return on_colon(token);
    case State::AfterValue:
        return on_after_value(token);
    case State::Done:
        return on_done(token);
    case State::Stopped:
        return;
    }
}

// What the text should have gone on with; the start of a message.
std::string TolerantReader::expected() const {
    switch (state_) {
    case State::FirstItem:
        return "Expected a value or ']'";
    case State::NextItem:
        return "Expected a value after ','";
    case State::FirstKey:
        return "Expected a name in double quotes or '}'";
    case State::NextKey:
        return "Expected a name in double quotes after ','";
    case State::Colon:
        return say("Expected ':' and a value after the name {}",
                   quoted_excerpt(builder_.pending_key()));
    case State::MemberValue:
        return say("Expected a value for {}", quoted_excerpt(builder_.pending_key()));
    case State::AfterValue:
        break;
    default:
        return "Expected a value";
    }
    const JsonNode& top = builder_.top();
    const std::string list = say("Expected ',' or '{}'", closer());
    if (top.children == 0) return list;
    if (!in_object()) return say("{} after item {} of the array", list, top.children);
    return say("{} after the value of {}", list, quoted_excerpt(builder_.node(last_value_).key));
}

void TolerantReader::on_value(const JsonToken& token) {
    const bool in_array = state_ == State::FirstItem || state_ == State::NextItem;
    switch (token.kind) {
    case TokenKind::OpenObject:
    case TokenKind::OpenArray:
        return open(token);
    case TokenKind::CloseObject:
    case TokenKind::CloseArray:
        return on_close(token);
    case TokenKind::Comma:
        if (state_ == State::MemberValue) {
            add_null_member(token);
            return on_token(token);
        }
        report(ProblemKind::Syntax, token.span,
               {"Expected a value before this ','. Write the value or remove the comma."});
        return;
    case TokenKind::Colon:
        report(ProblemKind::Syntax, token.span, {expected(), "; found ':'. Remove it."});
        return;
    default:
        break;
    }
    if (in_array && is_ellipsis(token)) return skip_ellipsis(token);
    add_scalar(token);
}

void TolerantReader::on_key(const JsonToken& token) {
    switch (token.kind) {
    case TokenKind::String:
        builder_.key(token.text, token.span);
        state_ = State::Colon;
        return;
    case TokenKind::Number:
    case TokenKind::Word: {
        if (is_ellipsis(token)) return skip_ellipsis(token);
        const auto name = text_.substr(token.span.begin, token.span.end - token.span.begin);
        report(ProblemKind::UnquotedWord, token.span,
               {"Names of members stand in double quotes. Write ", quoted_excerpt(name), "."});
        builder_.key(name, token.span);
        state_ = State::Colon;
        return;
    }
    case TokenKind::CloseObject:
    case TokenKind::CloseArray:
        return on_close(token);
    case TokenKind::Comma:
        report(ProblemKind::Syntax, token.span,
               {"Expected a name in double quotes before this ','. Remove the comma."});
        return;
    default:
        break;
    }
    report(ProblemKind::Syntax, token.span,
           {expected(), "; ", describe_found(token), ". Write the name of the member first."});
    builder_.key({});
    state_ = State::MemberValue;
    if (token.kind != TokenKind::Colon) on_value(token);
}

void TolerantReader::on_colon(const JsonToken& token) {
    switch (token.kind) {
    case TokenKind::Colon:
        state_ = State::MemberValue;
        return;
    case TokenKind::Comma:
    case TokenKind::CloseObject:
    case TokenKind::CloseArray:
        add_null_member(token);
        return on_token(token);
    default:
        break;
    }
    report(ProblemKind::MissingColon, token.span,
           {"Expected ':' after the name ", quoted_excerpt(builder_.pending_key()), "; ",
            describe_found(token), ". Put a ':' behind the name."});
    state_ = State::MemberValue;
    if (token.kind == TokenKind::Word && (token.text == "=" || token.text == "=>")) return;
    on_value(token);
}

void TolerantReader::on_after_value(const JsonToken& token) {
    const bool scalar = token.kind == TokenKind::String || token.kind == TokenKind::Number ||
                        token.kind == TokenKind::Word;
    const bool word = token.kind == TokenKind::Word;
    const State again = in_object() ? State::FirstKey : State::FirstItem;
    if (token.kind == TokenKind::CloseObject || token.kind == TokenKind::CloseArray) {
        on_close(token);
    } else if (token.kind == TokenKind::Comma) {
        comma_ = token.span;
        state_ = in_object() ? State::NextKey : State::NextItem;
    } else if (token.kind == TokenKind::Colon) {
        report(ProblemKind::Syntax, token.span,
               {expected(), "; found ':'. ",
                in_object() ? "Remove it." : "Only objects, in { and }, have names."});
        state_ = again;
    } else if (word && token.text == "|") {
        report(ProblemKind::Syntax, token.span, {"'|' lists alternatives. Keep one of them."});
        skip_alternative();
    } else if (word && token.text == ";") {
        report(ProblemKind::MissingComma, token.span,
               {expected(), "; found ';'. Write ',' instead."});
        state_ = again;
    } else if (is_ellipsis(token)) {
        skip_ellipsis(token);
    } else if (in_object() && scalar && !scanner_.colon_follows()) {
        // Words with spaces, forgotten quotes: not the name of a further member.
        report(ProblemKind::Syntax, token.span,
               {expected(), "; ", describe_found(token), ". Remove it."});
    } else {
        report(ProblemKind::MissingComma, token.span,
               {expected(), "; ", describe_found(token), ". Put a ',' before it."});
        state_ = again;
        on_token(token);
    }
}

void TolerantReader::on_done(const JsonToken& token) {
    if (token.kind == TokenKind::CloseObject || token.kind == TokenKind::CloseArray) {
        return on_close(token);
    }
    report(ProblemKind::Syntax, {token.span.begin, scanner_.size()},
           {"Expected the end of the text after the document; ", describe_found(token),
            ". Remove what follows the document."});
    state_ = State::Stopped;
}

void TolerantReader::on_close(const JsonToken& token) {
    if (state_ == State::Colon || state_ == State::MemberValue) {
        add_null_member(token);
        if (state_ == State::Stopped) return;
    }
    const bool object = token.kind == TokenKind::CloseObject;
    const JsonKind wanted = object ? JsonKind::Object : JsonKind::Array;
    std::uint32_t levels = builder_.depth();
    while (levels > 0 && builder_.node(builder_.container(levels - 1)).kind != wanted) --levels;
    if (levels == 0) {
        report(ProblemKind::StrayClose, token.span,
               {"There is no open '", object ? "{" : "[", "' for this '", token.text,
                "' to close. Remove it."});
        return;
    }
    if (state_ == State::NextItem || state_ == State::NextKey) {
        report(ProblemKind::TrailingComma, comma_,
               {"There may be no comma before '", token.text, "'. Remove it."});
        state_ = State::AfterValue;
    }
    while (builder_.depth() > levels) {
        report(ProblemKind::MissingClose, token.span,
               {expected(), "; ", describe_found(token), ". Put the missing '", closer(),
                "' before it."});
        close_top(token.span.begin);
    }
    close_top(token.span.end);
}

void TolerantReader::on_end(const JsonToken& token) {
    if (builder_.size() == 0) {
        report(ProblemKind::Empty, {0, 0}, {"The text holds no value. Write one, for example {}."});
    }
    if (state_ == State::Colon || state_ == State::MemberValue) add_null_member(token);
    if (state_ != State::Stopped && builder_.depth() > 0) {
        std::string closers;
        for (std::uint32_t level = builder_.depth(); level-- > 0;) {
            const JsonKind kind = builder_.node(builder_.container(level)).kind;
            closers += kind == JsonKind::Object ? '}' : ']';
        }
        report(ProblemKind::MissingClose, token.span,
               {expected(), "; found end of text. Add \"", closers, "\" to close what is open."});
    }
    close_all(token.span.end);
    state_ = State::Stopped;
}

TolerantJson read_json_tolerant(std::string_view text, JsonLimits limits) {
    if (text.size() <= limits.bytes) {
        TolerantReader reader(text, limits.nodes);
        reader.step(INT64_MAX);
        return reader.take();
    }
    TolerantJson refused;
    refused.problems.push_back(
        {ProblemKind::TooLarge,
         {0, 0},
         say("The text has {} bytes, and at most {} are read. Split it into smaller documents.",
             text.size(), limits.bytes)});
    return refused;
}

}  // namespace picket
