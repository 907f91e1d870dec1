// JSON Schema (draft 2020-12) from shapes: what other editors and validators understand.
#include "api/describe.h"
#include "model/patterns.h"
#include "text/json_write.h"
#include "text/say.h"

namespace picket {
namespace {

constexpr std::string_view kDraft = "https://json-schema.org/draft/2020-12/schema";

class SchemaWriter {
public:
    explicit SchemaWriter(std::string& out) : writer_(out, 2) {}

    void document(const ShapeInfo& root, std::string_view title);
    void any_call();

private:
    void text(std::string_view name, std::string_view value) {
        writer_.key(name);
        writer_.string(value);
    }
    void number(std::string_view name, std::int64_t value) {
        writer_.key(name);
        writer_.integer(value);
    }
    void range(const Rule& rule, std::string_view least, std::string_view most) {
        if (rule.min != Rule::kNoMin) number(least, rule.min);
        if (rule.max != Rule::kNoMax) number(most, rule.max);
    }
    void reference(const ShapeInfo& shape) { text("$ref", say("#/$defs/{}", shape.name)); }
    void value(const ShapeInfo& shape, const Rule& rule);
    void value_members(const ShapeInfo& shape, const Rule& rule);
    void string_members(const Rule& rule);
    void time_members(const Rule& rule);
    void definition_members(const ShapeInfo& shape, bool is_document);
    void definitions(std::span<const ShapeInfo* const> shapes);
    void call_of(const Operation& operation);

    JsonWriter writer_;
    const Rule no_rule_ = {};
};

void SchemaWriter::string_members(const Rule& rule) {
    text("type", "string");
    range(rule, "minLength", "maxLength");
    if (rule.pattern != Pattern::Any) text("pattern", pattern_schema(rule.pattern));
    if (rule.one_of.empty()) return;
    writer_.key("enum");
    writer_.begin_array();
    for (std::string_view choice : rule.one_of) writer_.string(choice);
    writer_.end_array();
}

// Bodies have epoch seconds only; where queries and files have times, ISO 8601 text is one too.
void SchemaWriter::time_members(const Rule& rule) {
    if (rule.in != In::Query) return text("type", "number");
    writer_.key("type");
    writer_.begin_array();
    writer_.string("string");
    writer_.string("number");
    writer_.end_array();
}

void SchemaWriter::value_members(const ShapeInfo& shape, const Rule& rule) {
    switch (shape.kind) {
    case Kind::Bool:
        return text("type", "boolean");
    case Kind::Double:
        return text("type", "number");
    case Kind::Time:
        return time_members(rule);
    case Kind::String:
        return string_members(rule);
    case Kind::Enum:
    case Kind::Structure:
        return reference(shape);
    case Kind::Document:
        return;
    case Kind::Integer:
        text("type", "integer");
        return range(rule, "minimum", "maximum");
    case Kind::List:
        text("type", "array");
        range(rule, "minItems", "maxItems");
        writer_.key("items");
        return value(*shape.element, rule.element != nullptr ? *rule.element : no_rule_);
    case Kind::Map:
        text("type", "object");
        range(rule, "minProperties", "maxProperties");
        if (rule.key != nullptr) {
            writer_.key("propertyNames");
            writer_.begin_object();
            string_members(*rule.key);
            writer_.end_object();
        }
        writer_.key("additionalProperties");
        return value(*shape.element, rule.element != nullptr ? *rule.element : no_rule_);
    }
}

void SchemaWriter::value(const ShapeInfo& shape, const Rule& rule) {
    writer_.begin_object();
    value_members(shape, rule);
    if (!rule.doc.empty()) text("description", rule.doc);
    if (rule.deprecated) {
        writer_.key("deprecated");
        writer_.boolean(true);
    }
    writer_.end_object();
}

void SchemaWriter::definition_members(const ShapeInfo& shape, bool is_document) {
    if (!shape.doc.empty()) text("description", shape.doc);
    if (shape.kind == Kind::Enum) {
        writer_.key("enum");
        writer_.begin_array();
        for (std::string_view name : shape.enumerators) writer_.string(name);
        return writer_.end_array();
    }
    text("type", "object");
    writer_.key("properties");
    writer_.begin_object();
    if (is_document && shape.find("$schema") == nullptr) {  // what editors look for, to find this
                                                            // schema
        writer_.key("$schema");
        value(ShapeInfo{.name = "String", .kind = Kind::String, .ops = nullptr}, no_rule_);
    }
    bool any_required = false;
    for (const MemberInfo& member : shape.members) {
        any_required = any_required || caller_must_give(member);
        writer_.key(member.name);
        value(*member.shape, member.rule);
    }
    writer_.end_object();
    if (any_required) {
        writer_.key("required");
        writer_.begin_array();
        for (const MemberInfo& member : shape.members) {
            if (caller_must_give(member)) writer_.string(member.name);
        }
        writer_.end_array();
    }
    if (shape.exactly_one) {
        number("minProperties", 1);
        number("maxProperties", 1);
    }
    writer_.key("additionalProperties");
    writer_.boolean(false);
}

void SchemaWriter::definitions(std::span<const ShapeInfo* const> shapes) {
    writer_.key("$defs");
    writer_.begin_object();
    for (const ShapeInfo* shape : shapes) {
        writer_.key(shape->name);
        writer_.begin_object();
        definition_members(*shape, false);
        writer_.end_object();
    }
    writer_.end_object();
}

void SchemaWriter::document(const ShapeInfo& root, std::string_view title) {
    writer_.begin_object();
    text("$schema", kDraft);
    text("title", title);
    definition_members(root, true);
    std::vector<const ShapeInfo*> parts;
    for (const MemberInfo& member : root.members) parts.push_back(member.shape);
    definitions(named_shapes(parts));
    writer_.end_object();
}

// If the call names this operation, its input has this shape.
void SchemaWriter::call_of(const Operation& operation) {
    writer_.begin_object();
    writer_.key("if");
    writer_.begin_object();
    writer_.key("properties");
    writer_.begin_object();
    writer_.key("operation");
    writer_.begin_object();
    text("const", operation.name);
    writer_.end_object();
    writer_.end_object();
    writer_.end_object();
    writer_.key("then");
    writer_.begin_object();
    writer_.key("properties");
    writer_.begin_object();
    writer_.key("input");
    value(*operation.input, no_rule_);
    writer_.end_object();
    writer_.end_object();
    writer_.end_object();
}

void SchemaWriter::any_call() {
    writer_.begin_object();
    text("$schema", kDraft);
    text("title", "One call of Picket: an operation and its input");
    text("type", "object");
    writer_.key("properties");
    writer_.begin_object();
    writer_.key("operation");
    writer_.begin_object();
    writer_.key("enum");
    writer_.begin_array();
    for (const Operation& operation : operations()) writer_.string(operation.name);
    writer_.end_array();
    writer_.end_object();
    writer_.key("input");
    writer_.begin_object();
    text("type", "object");
    writer_.end_object();
    writer_.end_object();
    writer_.key("required");
    writer_.begin_array();
    writer_.string("operation");
    writer_.end_array();
    writer_.key("allOf");
    writer_.begin_array();
    for (const Operation& operation : operations()) call_of(operation);
    writer_.end_array();
    definitions(named_shapes(operation_inputs()));
    writer_.end_object();
}

}  // namespace

std::string json_schema(const ShapeInfo& root, std::string_view title) {
    PICKET_ASSERT(root.kind == Kind::Structure);
    std::string out;
    SchemaWriter(out).document(root, title);
    out += '\n';
    return out;
}

std::string describe_schema() {
    std::string out;
    SchemaWriter(out).any_call();
    out += '\n';
    return out;
}

}  // namespace picket
