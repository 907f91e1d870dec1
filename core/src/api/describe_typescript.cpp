// TypeScript types of everything a JavaScript caller meets: web/picket.d.ts.
#include <algorithm>

#include "api/describe.h"
#include "api/describe_border.h"
#include "text/say.h"

namespace picket {
namespace {

std::string type_text(const ShapeInfo& shape) {
    switch (shape.kind) {
    case Kind::Bool:
        return "boolean";
    case Kind::Integer:
    case Kind::Double:
    case Kind::Time:
        return "number";
    case Kind::String:
        return "string";
    case Kind::Enum:
    case Kind::Structure:
        return std::string(shape.name);
    case Kind::Document:
        return "Json";
    case Kind::List:
        return say("{}[]", type_text(*shape.element));
    case Kind::Map:
        return say("Record<string, {}>", type_text(*shape.element));
    }
    PICKET_UNREACHABLE();
}

// One comment line; a closing mark inside the text would end it.
std::string comment(std::string_view indent, std::string text) {
    if (text.empty()) return {};
    for (std::size_t at = text.find("*/"); at != std::string::npos; at = text.find("*/", at))
        text.insert(at + 1, " ");
    return say("{}/** {} */\n", indent, text);
}

std::string member_comment(const MemberInfo& member) {
    std::string text(member.rule.doc);
    const auto add = [&text](std::string_view sentence) {
        if (!text.empty()) text += ' ';
        text += sentence;
    };
    if (member.shape->kind == Kind::Time) add("Epoch seconds.");
    if (member.rule.idempotency_token) add("Filled in when it is absent.");
    if (member.rule.deprecated) add("@deprecated");
    return comment("    ", std::move(text));
}

class TypeWriter {
public:
    TypeWriter() : inputs_(named_shapes(operation_inputs())) {}

    std::string document();

private:
    // What callers send may leave out all that has a default; what they get holds all that is
    // always there.
    bool is_sent(const ShapeInfo& shape) const {
        return std::find(inputs_.begin(), inputs_.end(), &shape) != inputs_.end();
    }
    void declaration(const ShapeInfo& shape);
    void members(const ShapeInfo& shape);
    void operation_types();
    void error_names();

    std::vector<const ShapeInfo*> inputs_;
    std::string out_;
};

void TypeWriter::members(const ShapeInfo& shape) {
    for (const MemberInfo& member : shape.members) {
        const bool present = is_sent(shape) ? caller_must_give(member) : member.optional == nullptr;
        out_ += member_comment(member);
        out_ += say("    {}{}{};\n", member.name,
                    present || shape.exactly_one ? ": " : "?: ", type_text(*member.shape));
    }
}

void TypeWriter::declaration(const ShapeInfo& shape) {
    out_ += '\n' + comment("", std::string(shape.doc));
    const std::string name(shape.name);
    if (shape.kind == Kind::Enum) {
        out_ += say("export type {} =", name);
        for (std::string_view value : shape.enumerators) out_ += say(" | \"{}\"", value);
        out_ += ";\n";
        return;
    }
    if (shape.members.empty()) {
        out_ += say("export type {} = Record<string, never>;\n", name);
        return;
    }
    out_ += shape.exactly_one ? say("export type {} = ExactlyOne<{\n", name)
                              : say("export interface {} {\n", name);
    members(shape);
    out_ += shape.exactly_one ? "}>;\n" : "}\n";
}

void TypeWriter::operation_types() {
    out_ += "\n/** Every operation, of the service and of Picket itself, with what goes in and "
            "what comes out. */\n"
            "export interface Operations {\n";
    for (const Operation& operation : operations()) {
        out_ += comment("    ", std::string(operation.doc));
        out_ += say("    {}: { input: {}; output: {} };\n", operation.name, operation.input->name,
                    operation.output->name);
    }
    out_ += "}\nexport type OperationName = keyof Operations;\n";
}

void TypeWriter::error_names() {
    out_ += "\nexport type ErrorName =\n";
#define PICKET_ERROR(id, name, http, doc) out_ += "    | \"" name "\"\n";
#include "picket/errors.def"
#undef PICKET_ERROR
    out_.back() = ';';
    out_ += '\n';
}

std::string TypeWriter::document() {
    out_ = kBorderBegin;
    std::vector<const ShapeInfo*> roots = operation_inputs();
    const std::vector<const ShapeInfo*> outputs = operation_outputs();
    roots.insert(roots.end(), outputs.begin(), outputs.end());
    for (const ShapeInfo* shape : named_shapes(roots)) declaration(*shape);
    operation_types();
    error_names();
    out_ += kBorderEnd;
    return std::move(out_);
}

}  // namespace

std::string describe_typescript() { return TypeWriter().document(); }

}  // namespace picket
