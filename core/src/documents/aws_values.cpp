// See aws_values.h. Conversions are those of the AWS CLI.
#include "documents/aws_values.h"

#include "documents/shorthand.h"
#include "model/encode.h"
#include "picket/shape.h"
#include "text/decimal.h"
#include "text/json_write.h"
#include "text/say.h"

namespace picket {
namespace {

bool is_scalar(const ShapeInfo& shape) {
    return shape.kind != Kind::List && shape.kind != Kind::Map && shape.kind != Kind::Structure &&
           shape.kind != Kind::Document;
}

std::string lowered(std::string_view text) {
    std::string out(text);
    for (char& c : out) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return out;
}

bool looks_like_json(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && (text[first] == '{' || text[first] == '[');
}

Span whole(const MappedText& word) { return {0, word.size()}; }

}  // namespace

Span in_shell(const MappedText& word, Span part) {
    // One level only: the words' outer text is the shell text.
    MappedText level;
    level.take(word, part);
    return level.size() == 0 ? Span{} : level.in_document(Span{0, level.size()});
}

void JsonAssembly::string(const MappedText& word, Span part, std::string_view value) {
    const Span owner = in_shell(word, part);
    text.make("\"", owner);
    const std::string_view bytes = std::string_view(word.text())
                                       .substr(part.begin, part.end - part.begin);
    if (bytes != value) {
        std::string escaped;
        JsonWriter(escaped).string(value);
        text.make(std::string_view(escaped).substr(1, escaped.size() - 2), owner);
    } else {
        std::uint32_t run = part.begin;
        for (std::uint32_t i = part.begin; i < part.end; ++i) {
            const auto byte = static_cast<unsigned char>(word.text()[i]);
            if (byte >= 0x20 && byte != '"' && byte != '\\' && byte != 0x7F) continue;
            text.take(word, {run, i});
            std::string escaped;
            JsonWriter(escaped).string(std::string_view(word.text()).substr(i, 1));
            text.make(std::string_view(escaped).substr(1, escaped.size() - 2),
                      in_shell(word, {i, i + 1}));
            run = i + 1;
        }
        text.take(word, {run, part.end});
    }
    text.make("\"", owner);
}

void JsonAssembly::scalar(const MappedText& word, Span part, std::string_view value,
                          const ShapeInfo& shape) {
    const Span owner = in_shell(word, part);
    const auto refuse = [&](std::string_view wanted) {
        problem(RuleId::CliValue, owner, say("'{}' is not {}.", value.substr(0, 60), wanted));
        text.make("null", owner);
    };
    switch (shape.kind) {
    case Kind::Integer:
        if (!parse_int64(value)) return refuse("a whole number");
        return text.make(value, owner);
    case Kind::Double:
        if (!is_json_number(value)) return refuse("a number");
        return text.make(value, owner);
    case Kind::Bool:
        if (lowered(value) != "true" && lowered(value) != "false") return refuse("true or false");
        return text.make(lowered(value), owner);
    case Kind::Time: {
        const auto time = parse_time(value);
        if (!time) return refuse("a time: ISO 8601, or epoch seconds");
        return text.make(epoch_seconds(*time), owner);
    }
    default:
        return string(word, part, value);
    }
}

// One value of a list, or the value of an option that is no list.
void JsonAssembly::element(const ShapeInfo& shape, const ShellWord& word) {
    if (is_scalar(shape)) return scalar(word.text, whole(word.text), word.text.text(), shape);
    if (looks_like_json(word.text.text()) || shape.kind == Kind::Document)
        return text.take(word.text, whole(word.text));
    const ShorthandReading reading = read_shorthand(word.text.text());
    if (reading.problem.empty()) return write_shorthand(word.text, reading.value, shape, *this);
    const std::uint32_t at = std::min(reading.problem_at, word.text.size());
    problem(
        RuleId::CliShorthand, at < word.text.size() ? in_shell(word.text, {at, at + 1}) : word.span,
        say("{} Shorthand is name=value,name=[value,value]; JSON is taken too.", reading.problem));
    text.make("null", word.span);
}

void JsonAssembly::option(const ShapeInfo& shape, const std::vector<const ShellWord*>& words) {
    const bool as_json = words.size() == 1 && shape.kind == Kind::List &&
                         looks_like_json(words[0]->text.text()) &&
                         words[0]->text
                                 .text()[words[0]->text.text().find_first_not_of(" \t\r\n")] == '[';
    if (as_json) return text.take(words[0]->text, whole(words[0]->text));
    if (shape.kind != Kind::List) return element(shape, *words[0]);
    const Span owner = {words.front()->span.begin, words.back()->span.end};
    text.make("[", owner);
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0) text.make(",", owner);
        element(*shape.element, *words[i]);
    }
    text.make("]", owner);
}

}  // namespace picket
