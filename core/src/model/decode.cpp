// One walk over description and tree side by side; see decode.h for the order of errors.
#include "model/decode.h"

#include "model/any_value.h"
#include "model/validate.h"
#include "picket/shape.h"
#include "text/decimal.h"
#include "text/json_copy.h"
#include "text/json_write.h"
#include "text/say.h"

namespace picket {
namespace {

using Rank = Validator::Rank;
using Step = Validator::Step;

constexpr std::size_t kWarningsMax = 10;

class Decoder {
public:
    Decoder(const JsonTree* tree, const DecodeOptions& options, std::vector<std::string>& warnings)
        : tree_(tree), options_(options), warnings_(warnings), check_(options.root) {}

    void input(const ShapeInfo& shape, std::uint32_t node, std::span<const LocatedText> located,
               void* out);
    Refusal verdict() { return check_.verdict(); }
    void part(const ShapeInfo& shape, const Rule& rule, std::uint32_t node) {
        AnyValue value_read(shape);
        value(shape, rule, node, value_read.get());
    }
    std::vector<Validator::Problem> problems() { return check_.take(); }

private:
    void members(const ShapeInfo& shape, std::uint32_t node, std::span<const LocatedText> located,
                 void* out);
    void unknown_members(const ShapeInfo& shape, std::uint32_t node);
    void value(const ShapeInfo& shape, const Rule& rule, std::uint32_t node, void* out);
    void list(const ShapeInfo& shape, const Rule& rule, std::uint32_t node, void* out);
    void map(const ShapeInfo& shape, const Rule& rule, std::uint32_t node, void* out);
    void text_value(const ShapeInfo& shape, const Rule& rule, std::string_view text, void* out);
    void time_value(const ShapeInfo& shape, const Rule& rule, const JsonNode& node, void* out);
    std::string source(std::uint32_t node) const;

    const JsonTree* tree_;
    const DecodeOptions& options_;
    std::vector<std::string>& warnings_;
    Validator check_;
};

const LocatedText* find_located(std::span<const LocatedText> located, const MemberInfo& member) {
    for (const LocatedText& text : located) {
        if (text.in == member.rule.in && text.name == member.wire_name()) return &text;
    }
    return nullptr;
}

std::string Decoder::source(std::uint32_t node) const {
    const JsonNode& n = tree_->node(node);
    if (n.kind == JsonKind::String) return std::string(n.text);
    if (n.kind == JsonKind::Array) return "[...]";
    if (n.kind == JsonKind::Object) return "{...}";
    std::string out;
    JsonWriter writer(out);
    write_json(*tree_, node, writer);
    return out;
}

void Decoder::input(const ShapeInfo& shape, std::uint32_t node,
                    std::span<const LocatedText> located, void* out) {
    if (tree_ != nullptr && tree_->node(node).kind != JsonKind::Object) {
        check_.sentence(Rank::Type, say("The request must be a JSON object of the operation's "
                                        "members, for example {\"maxResults\": 10}; found {}.",
                                        shown(source(node))));
        return;
    }
    members(shape, node, located, out);
}

void Decoder::members(const ShapeInfo& shape, std::uint32_t node,
                      std::span<const LocatedText> located, void* out) {
    std::size_t present = 0;
    for (const MemberInfo& member : shape.members) {
        const Step step(check_, member.name);
        if (const LocatedText* text = find_located(located, member)) {
            ++present;
            text_value(*member.shape, member.rule, text->value, member.make(out));
            continue;
        }
        const bool in_tree = tree_ != nullptr &&
                             (!options_.over_http || member.rule.in == In::Body ||
                              member.rule.in == In::Payload);
        const std::uint32_t child = in_tree ? tree_->find(node, member.name) : JsonTree::kNone;
        // A null member is an absent member, as SDKs in loosely typed languages send it.
        if (child == JsonTree::kNone || tree_->node(child).kind == JsonKind::Null) {
            const bool filled = member.rule.idempotency_token && options_.tokens_later;
            const bool needed = member.rule.required ||
                                (options_.complete && member.optional == nullptr);
            if (needed && !filled) check_.missing();
            continue;
        }
        ++present;
        value(*member.shape, member.rule, child, member.make(out));
    }
    if (tree_ != nullptr) unknown_members(shape, node);
    if (shape.exactly_one) check_.members_present(shape, present);
}

void Decoder::unknown_members(const ShapeInfo& shape, std::uint32_t node) {
    for (auto c = tree_->first(node); c != tree_->end(node); c = tree_->node(c).next) {
        const std::string_view key = tree_->node(c).key;
        if (shape.find(key) != nullptr) continue;
        const Step step(check_, shown(key));
        if (options_.reject_unknown) {
            check_.sentence(Rank::Type, say("'{}' is not a member of {}; it has {}", check_.path(),
                                            shape.name, member_names(shape)));
        } else if (warnings_.size() < kWarningsMax) {
            warnings_.push_back(
                say("'{}' is not a member of {} and was ignored.", check_.path(), shape.name));
        }
    }
}

void Decoder::value(const ShapeInfo& shape, const Rule& rule, std::uint32_t index, void* out) {
    const JsonNode& node = tree_->node(index);
    switch (shape.kind) {
    case Kind::Bool:
        if (node.kind != JsonKind::Bool) return check_.wrong_type(shape, source(index));
        *static_cast<bool*>(out) = node.boolean;
        return;
    case Kind::Integer:
        if (node.kind != JsonKind::Integer) return check_.wrong_type(shape, source(index));
        *static_cast<std::int64_t*>(out) = node.integer;
        return check_.integer(rule, node.integer);
    case Kind::Double:
        if (node.kind != JsonKind::Integer && node.kind != JsonKind::Double)
            return check_.wrong_type(shape, source(index));
        *static_cast<double*>(out) = node.number;
        return;
    case Kind::String:
        if (node.kind != JsonKind::String) return check_.wrong_type(shape, source(index));
        static_cast<std::string*>(out)->assign(node.text);
        return check_.text(rule, node.text);
    case Kind::Time:
        return time_value(shape, rule, node, out);
    case Kind::Enum:
        if (node.kind != JsonKind::String) return check_.wrong_type(shape, source(index));
        return check_.enumerator(shape, node.text, out);
    case Kind::List:
        return list(shape, rule, index, out);
    case Kind::Map:
        return map(shape, rule, index, out);
    case Kind::Structure:
        if (node.kind != JsonKind::Object) return check_.wrong_type(shape, source(index));
        return members(shape, index, {}, out);
    case Kind::Document: {
        std::string& text = static_cast<JsonText*>(out)->text;
        text.clear();
        JsonWriter writer(text);
        write_json(*tree_, index, writer);
        return;
    }
    }
}

void Decoder::time_value(const ShapeInfo& shape, const Rule& rule, const JsonNode& node,
                         void* out) {
    if (node.kind == JsonKind::String) {
        const auto time = parse_time(node.text);
        if (time && (options_.iso_times || rule.in == In::Query)) {
            *static_cast<Timestamp*>(out) = *time;
            return;
        }
        // The command line prints ISO times and the service refuses them in bodies: say the number
        // that was meant.
        return check_.wrong_type(
            shape, node.text,
            time ? say("this one is {}", format_double(static_cast<double>(time->ms) / 1000.0))
                 : std::string());
    }
    if (node.kind != JsonKind::Integer && node.kind != JsonKind::Double)
        return check_.wrong_type(shape, "null");
    constexpr double kSecondsMax = 253'402'300'799.999;  // the end of the year 9999
    if (!(node.number >= -kSecondsMax && node.number <= kSecondsMax)) {
        return check_.problem(Rank::Range, node.text,
                              "Member must be a time up to the year 9999, in seconds");
    }
    // Whole milliseconds, rounded half away from zero: the nearest double of x.281 may lie just
    // below it.
    const double scaled = node.number * 1000.0;
    static_cast<Timestamp*>(out)->ms = static_cast<std::int64_t>(scaled < 0 ? scaled - 0.5
                                                                            : scaled + 0.5);
}

void Decoder::list(const ShapeInfo& shape, const Rule& rule, std::uint32_t index, void* out) {
    const JsonNode& node = tree_->node(index);
    if (node.kind != JsonKind::Array) return check_.wrong_type(shape, source(index));
    check_.count(rule, node.children, "[...]");
    const Rule none;
    std::size_t position = 0;
    for (auto c = tree_->first(index); c != tree_->end(index);
         c = tree_->node(c).next, ++position) {
        const Step step(check_, position);
        if (tree_->node(c).kind == JsonKind::Null) {
            check_.missing();
            continue;
        }
        value(*shape.element, rule.element != nullptr ? *rule.element : none, c,
              shape.list->append(out));
    }
}

void Decoder::map(const ShapeInfo& shape, const Rule& rule, std::uint32_t index, void* out) {
    const JsonNode& node = tree_->node(index);
    if (node.kind != JsonKind::Object) return check_.wrong_type(shape, source(index));
    check_.count(rule, node.children, "{...}");
    const Rule none;
    for (auto c = tree_->first(index); c != tree_->end(index); c = tree_->node(c).next) {
        const JsonNode& child = tree_->node(c);
        const Step step(check_, child.key);
        if (rule.key != nullptr) check_.text(*rule.key, child.key);
        if (child.kind == JsonKind::Null) {
            check_.missing();
            continue;
        }
        value(*shape.element, rule.element != nullptr ? *rule.element : none, c,
              shape.map->insert(out, std::string(child.key)));
    }
}

void Decoder::text_value(const ShapeInfo& shape, const Rule& rule, std::string_view text,
                         void* out) {
    switch (shape.kind) {
    case Kind::Bool:
        if (text != "true" && text != "false") return check_.wrong_type(shape, text);
        *static_cast<bool*>(out) = text == "true";
        return;
    case Kind::Integer: {
        const auto number = parse_int64(text);
        if (!number) return check_.wrong_type(shape, text);
        *static_cast<std::int64_t*>(out) = *number;
        return check_.integer(rule, *number);
    }
    case Kind::Double: {
        const auto number = parse_double(text);
        if (!number) return check_.wrong_type(shape, text);
        *static_cast<double*>(out) = *number;
        return;
    }
    case Kind::Time: {
        const auto time = parse_time(text);
        if (!time) {
            return check_.problem(
                Rank::Type, text,
                "Member must be a time: ISO 8601 as 2020-09-07T17:42:13Z, or epoch seconds");
        }
        *static_cast<Timestamp*>(out) = *time;
        return;
    }
    case Kind::Enum:
        return check_.enumerator(shape, text, out);
    case Kind::String:
        static_cast<std::string*>(out)->assign(text);
        return check_.text(rule, text);
    case Kind::List: {
        const Rule none;
        return text_value(*shape.element, rule.element != nullptr ? *rule.element : none, text,
                          shape.list->append(out));
    }
    case Kind::Map:
    case Kind::Structure:
    case Kind::Document:
        break;
    }
    PICKET_UNREACHABLE();  // no operation puts such a member outside the body
}

}  // namespace

Refusal decode(const ShapeInfo& shape, const JsonTree* tree, std::uint32_t node,
               std::span<const LocatedText> located, void* out, const DecodeOptions& options,
               std::vector<std::string>& warnings) {
    Decoder decoder(tree, options, warnings);
    decoder.input(shape, node, located, out);
    return decoder.verdict();
}

std::vector<Violation> violations(const ShapeInfo& shape, const Rule& rule, const JsonTree& tree,
                                  std::uint32_t node) {
    std::vector<std::string> warnings;
    const DecodeOptions options = {.tokens_later = true};
    Decoder decoder(&tree, options, warnings);
    decoder.part(shape, rule, node);
    std::vector<Violation> out;
    for (Validator::Problem& problem : decoder.problems()) {
        out.push_back({std::move(problem.path), std::move(problem.text),
                       problem.rank == Validator::Rank::Required});
    }
    return out;
}

}  // namespace picket
