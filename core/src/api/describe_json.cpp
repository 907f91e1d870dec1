// Operations, shapes, settings and errors as one JSON document: what forms and tools read.
#include "api/describe.h"
#include "text/json_write.h"
#include "world/settings.h"

namespace picket {
namespace {

void text_member(JsonWriter& writer, std::string_view name, std::string_view text) {
    writer.key(name);
    writer.string(text);
}

void flag_member(JsonWriter& writer, std::string_view name, bool flag) {
    if (!flag) return;
    writer.key(name);
    writer.boolean(true);
}

// {"kind": "list", "element": {"kind": "structure", "name": "Tag"}}
void write_type(JsonWriter& writer, const ShapeInfo& shape) {
    writer.begin_object();
    text_member(writer, "kind", kind_name(shape.kind));
    if (shape.kind == Kind::Structure || shape.kind == Kind::Enum)
        text_member(writer, "name", shape.name);
    if (shape.element != nullptr) {
        writer.key("element");
        write_type(writer, *shape.element);
    }
    writer.end_object();
}

void write_constraints(JsonWriter& writer, const Rule& rule) {
    if (rule.min != Rule::kNoMin) {
        writer.key("min");
        writer.integer(rule.min);
    }
    if (rule.max != Rule::kNoMax) {
        writer.key("max");
        writer.integer(rule.max);
    }
    if (rule.pattern != Pattern::Any) text_member(writer, "pattern", pattern_text(rule.pattern));
    if (!rule.one_of.empty()) {
        writer.key("values");
        writer.begin_array();
        for (std::string_view value : rule.one_of) writer.string(value);
        writer.end_array();
    }
    for (const auto& [name, nested] :
         {std::pair<std::string_view, const Rule*>{"elementRule", rule.element},
          std::pair<std::string_view, const Rule*>{"keyRule", rule.key}}) {
        if (nested == nullptr) continue;
        writer.key(name);
        writer.begin_object();
        write_constraints(writer, *nested);
        writer.end_object();
    }
}

void write_member(JsonWriter& writer, const MemberInfo& member) {
    writer.begin_object();
    text_member(writer, "name", member.name);
    writer.key("type");
    write_type(writer, *member.shape);
    text_member(writer, "in", place_name(member.rule.in));
    if (member.wire_name() != member.name) text_member(writer, "wireName", member.wire_name());
    flag_member(writer, "required", member.rule.required);
    flag_member(writer, "alwaysPresent", member.optional == nullptr);
    flag_member(writer, "idempotencyToken", member.rule.idempotency_token);
    flag_member(writer, "deprecated", member.rule.deprecated);
    flag_member(writer, "inOwnWords", member.rule.in_own_words);
    write_constraints(writer, member.rule);
    if (!member.rule.doc.empty()) text_member(writer, "doc", member.rule.doc);
    writer.end_object();
}

void write_shape(JsonWriter& writer, const ShapeInfo& shape) {
    writer.begin_object();
    text_member(writer, "name", shape.name);
    text_member(writer, "kind", kind_name(shape.kind));
    if (!shape.doc.empty()) text_member(writer, "doc", shape.doc);
    if (shape.kind == Kind::Enum) {
        writer.key("values");
        writer.begin_array();
        for (std::string_view value : shape.enumerators) writer.string(value);
        writer.end_array();
    } else {
        flag_member(writer, "exactlyOne", shape.exactly_one);
        writer.key("members");
        writer.begin_array();
        for (const MemberInfo& member : shape.members) write_member(writer, member);
        writer.end_array();
    }
    writer.end_object();
}

void write_operation(JsonWriter& writer, const Operation& operation) {
    writer.begin_object();
    text_member(writer, "name", operation.name);
    text_member(writer, "service", service_name(operation.service));
    text_member(writer, "group", operation.group);
    text_member(writer, "method", method_name(operation.method));
    text_member(writer, "uri", operation.uri);
    text_member(writer, "effect", effect_name(operation.effect));
    writer.key("errors");
    writer.begin_array();
    for (ErrorCode code : operation.errors) writer.string(error_info(code).name);
    writer.end_array();
    text_member(writer, "doc", operation.doc);
    text_member(writer, "input", operation.input->name);
    text_member(writer, "output", operation.output->name);
    writer.end_object();
}

void write_setting(JsonWriter& writer, const SettingInfo& setting) {
    writer.begin_object();
    text_member(writer, "name", setting.name);
    text_member(writer, "default", setting.fallback);
    text_member(writer, "choices", setting.choices);
    text_member(writer, "doc", setting.doc);
    writer.end_object();
}

void write_error(JsonWriter& writer, const ErrorInfo& info) {
    writer.begin_object();
    text_member(writer, "name", info.name);
    writer.key("status");
    writer.integer(info.http);
    text_member(writer, "doc", info.doc);
    writer.end_object();
}

template <class Items, class Write>
void write_list(JsonWriter& writer, std::string_view name, const Items& items, Write&& write) {
    writer.key(name);
    writer.begin_array();
    for (const auto& item : items) write(writer, item);
    writer.end_array();
}

constexpr ErrorCode kErrorCodes[] = {
#define PICKET_ERROR(id, name, http, doc) ErrorCode::id,
#include "picket/errors.def"
#undef PICKET_ERROR
};

}  // namespace

std::string describe_json() {
    std::string out;
    JsonWriter writer(out, 2);
    std::vector<const ShapeInfo*> roots = operation_inputs();
    const std::vector<const ShapeInfo*> outputs = operation_outputs();
    roots.insert(roots.end(), outputs.begin(), outputs.end());
    writer.begin_object();
    write_list(writer, "services",
               std::initializer_list<Service>{Service::Iot, Service::Data, Service::Picket},
               [](JsonWriter& w, Service service) { w.string(service_name(service)); });
    write_list(writer, "operations", operations(), write_operation);
    write_list(writer, "shapes", named_shapes(roots),
               [](JsonWriter& w, const ShapeInfo* shape) { write_shape(w, *shape); });
    write_list(writer, "settings", settings(), write_setting);
    write_list(writer, "errors", kErrorCodes,
               [](JsonWriter& w, ErrorCode code) { write_error(w, error_info(code)); });
    writer.end_object();
    out += '\n';
    return out;
}

}  // namespace picket
