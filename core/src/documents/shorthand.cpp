// See shorthand.h. The grammar is that of awscli's own parser:
//     parameter = field *("," field)      field = key "=" [values]
//     values    = list / fields / csv     csv   = value *("," value)
// A csv ends where a value turns out to be the next field's key.
#include "documents/shorthand.h"
#include "text/say.h"

namespace picket {
namespace {

using Form = ShorthandValue::Kind;

constexpr std::uint32_t kDepthMax = 32;

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

bool is_key(char c) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    return letter || std::string_view("-_.#/:").find(c) != std::string_view::npos;
}

bool starts_word(char c) {
    return !is_space(c) && std::string_view("\"',=[{").find(c) == std::string_view::npos;
}
bool follows_first(char c) { return std::string_view("\"',]}").find(c) == std::string_view::npos; }
bool follows_second(char c) { return std::string_view("\"',=").find(c) == std::string_view::npos; }

class Reader {
public:
    explicit Reader(std::string_view text) : text_(text) {}

    ShorthandReading read() {
        ShorthandReading out;
        out.value.kind = Form::Fields;
        out.value.span = {0, static_cast<std::uint32_t>(text_.size())};
        field(out.value, 0);
        while (ok() && !at_end()) {
            expect(',');
            field(out.value, 0);
        }
        out.problem = std::move(problem_);
        out.problem_at = problem_at_;
        return out;
    }

private:
    bool ok() const { return problem_.empty(); }
    bool at_end() const { return at_ >= text_.size(); }
    char current() const { return at_end() ? '\0' : text_[at_]; }
    void space() {
        while (!at_end() && is_space(text_[at_])) ++at_;
    }
    void fail(std::string message) {
        if (!ok()) return;
        problem_ = std::move(message);
        problem_at_ = at_;
    }
    void expect(char c) {
        space();
        if (!ok()) return;
        if (current() != c || at_end()) {
            return fail(say("Expected '{}' here, found {}.", c,
                            at_end() ? "the end" : say("'{}'", std::string(1, current()))));
        }
        ++at_;
        space();
    }

    void field(ShorthandValue& into, std::uint32_t depth) {
        const std::uint32_t begin = at_;
        while (!at_end() && is_key(text_[at_])) ++at_;
        const Span key{begin, at_};
        expect('=');
        if (!ok()) return;
        const std::string name(text_.substr(key.begin, key.end - key.begin));
        for (const std::string& known : into.keys) {
            if (known != name) continue;
            at_ = begin;
            return fail(say(
                "The name {} stands here for the second time. Separate items of a list by blanks.",
                name));
        }
        into.keys.push_back(name);
        into.key_spans.push_back(key);
        into.items.push_back(depth == 0 ? values() : nested(depth));
    }

    ShorthandValue values() {
        if (at_end()) return text_value(at_, at_, {});
        if (current() == '[' || current() == '{') return nested(0);
        ShorthandValue first = first_value();
        space();
        if (at_end() || current() != ',') return first;
        ShorthandValue list;
        list.kind = Form::List;
        list.span = first.span;
        list.items.push_back(first);
        while (ok() && !at_end()) {
            const std::uint32_t comma = at_;
            ++at_;
            space();
            ShorthandValue next;
            if (!second_value(next) || (!at_end() && current() != ',')) {
                at_ = comma;  // the word is the next field's key
                break;
            }
            list.span.end = next.span.end;
            list.items.push_back(std::move(next));
        }
        return list.items.size() == 1 ? first : list;
    }

    // The only recursion, and bounded.
    ShorthandValue nested(std::uint32_t depth) {
        if (depth >= kDepthMax) {
            fail(say("Shorthand may be nested {} deep. Write JSON.", kDepthMax));
            return {};
        }
        const std::uint32_t begin = at_;
        ShorthandValue out;
        if (current() == '[') {
            out.kind = Form::List;
            expect('[');
            while (ok() && current() != ']') {
                out.items.push_back(nested(depth + 1));
                space();
                if (current() != ']') expect(',');
            }
            expect_close(']');
        } else if (current() == '{') {
            out.kind = Form::Fields;
            expect('{');
            while (ok() && current() != '}') {
                field(out, depth + 1);
                space();
                if (current() != '}') expect(',');
            }
            expect_close('}');
        } else {
            return first_value();
        }
        out.span = {begin, at_};
        return out;
    }
    void expect_close(char c) {
        if (!ok()) return;
        if (current() != c || at_end()) return fail(say("Expected '{}' here.", c));
        ++at_;
    }

    ShorthandValue text_value(std::uint32_t begin, std::uint32_t end, std::string text) {
        ShorthandValue out;
        out.span = {begin, end};
        out.text = std::move(text);
        return out;
    }

    ShorthandValue first_value() {
        if (current() == '\'' || current() == '"') return quoted();
        return plain(follows_first);
    }
    bool second_value(ShorthandValue& out) {
        if (current() == '\'' || current() == '"') {
            out = quoted();
        } else if (!at_end() && (starts_word(current()) || text_.substr(at_, 2) == "\\,")) {
            out = plain(follows_second);
        } else {
            return false;
        }
        space();
        return ok();
    }

    ShorthandValue plain(bool (*follows)(char)) {
        const std::uint32_t begin = at_;
        std::string text;
        while (!at_end()) {
            if (text_.substr(at_, 2) == "\\,") {
                text += ',';
                at_ += 2;
                continue;
            }
            const bool fits = at_ == begin ? starts_word(text_[at_]) : follows(text_[at_]);
            if (!fits) break;
            text += text_[at_++];
        }
        std::uint32_t end = at_;
        while (!text.empty() && is_space(text.back())) {
            text.pop_back();
            --end;
        }
        return text_value(begin, end, std::move(text));
    }

    ShorthandValue quoted() {
        const char quote = current();
        const std::uint32_t begin = at_++;
        std::string text;
        while (!at_end() && current() != quote) {
            const char next = at_ + 1 < text_.size() ? text_[at_ + 1] : '\0';
            if (current() == '\\' && (next == quote || next == '\\')) ++at_;
            text += text_[at_++];
        }
        if (at_end()) {
            at_ = begin;
            fail("The quote that opens here is not closed.");
            return {};
        }
        ++at_;
        return text_value(begin + 1, at_ - 1, std::move(text));
    }

    std::string_view text_;
    std::uint32_t at_ = 0;
    std::string problem_;
    std::uint32_t problem_at_ = 0;
};

const ShapeInfo* value_shape(const ShapeInfo& shape, const std::string& key) {
    if (shape.kind == Kind::Map) return shape.element;
    const MemberInfo* member = shape.find(key);
    return member != nullptr ? member->shape : nullptr;
}

void write_fields(const MappedText& word, const ShorthandValue& value, const ShapeInfo& shape,
                  JsonAssembly& out) {
    const Span owner = in_shell(word, value.span);
    out.text.make("{", owner);
    for (std::size_t i = 0; i < value.keys.size(); ++i) {
        if (i > 0) out.text.make(",", owner);
        out.string(word, value.key_spans[i], value.keys[i]);
        out.text.make(":", owner);
        const ShapeInfo* inner = value_shape(shape, value.keys[i]);
        // What the shape does not know is written as text; the check of the shape reports it.
        write_shorthand(word, value.items[i], inner != nullptr ? *inner : kShape<std::string>, out);
    }
    out.text.make("}", owner);
}

}  // namespace

ShorthandReading read_shorthand(std::string_view text) { return Reader(text).read(); }

void write_shorthand(const MappedText& word, const ShorthandValue& value, const ShapeInfo& shape,
                     JsonAssembly& out) {
    const Span owner = in_shell(word, value.span);
    const bool fielded = shape.kind == Kind::Structure || shape.kind == Kind::Map;
    if (value.kind == Form::Fields && fielded) return write_fields(word, value, shape, out);
    if (shape.kind == Kind::List && value.kind != Form::Fields) {
        out.text.make("[", owner);
        // One text where a list belongs is a list of one.
        const bool list = value.kind == Form::List;
        const std::size_t count = list ? value.items.size() : 1;
        for (std::size_t i = 0; i < count; ++i) {
            if (i > 0) out.text.make(",", owner);
            write_shorthand(word, list ? value.items[i] : value, *shape.element, out);
        }
        return out.text.make("]", owner);
    }
    if (value.kind == Form::Text && !fielded && shape.kind != Kind::List)
        return out.scalar(word, value.span, value.text, shape);
    const char* wanted = fielded                    ? "a structure, {name=value}"
                         : shape.kind == Kind::List ? "a list, [value,value]"
                                                    : "one value";
    out.problem(RuleId::CliShorthand, owner,
                say("Here belongs {}. Write it so, or write JSON.", wanted));
    out.text.make("null", owner);
}

}  // namespace picket
