// Chooses the writer, and answers what the writers have in common.
#include "api/describe.h"

#include <algorithm>

#include "picket/engine.h"
#include "picket/scenario.h"
#include "text/say.h"

namespace picket {
namespace {

void collect(const ShapeInfo& shape, std::vector<const ShapeInfo*>& found) {
    if (shape.element != nullptr) return collect(*shape.element, found);
    if (shape.kind != Kind::Structure && shape.kind != Kind::Enum) return;
    if (std::find(found.begin(), found.end(), &shape) != found.end()) return;
    found.push_back(&shape);
    for (const MemberInfo& member : shape.members) collect(*member.shape, found);
}

}  // namespace

std::vector<const ShapeInfo*> named_shapes(std::span<const ShapeInfo* const> roots) {
    std::vector<const ShapeInfo*> found;
    for (const ShapeInfo* root : roots) collect(*root, found);
    std::sort(found.begin(), found.end(),
              [](const ShapeInfo* a, const ShapeInfo* b) { return a->name < b->name; });
    return found;
}

std::vector<const ShapeInfo*> operation_inputs() {
    std::vector<const ShapeInfo*> inputs;
    for (const Operation& operation : operations()) inputs.push_back(operation.input);
    return inputs;
}

std::vector<const ShapeInfo*> operation_outputs() {
    std::vector<const ShapeInfo*> outputs;
    for (const Operation& operation : operations()) outputs.push_back(operation.output);
    return outputs;
}

std::string_view service_name(Service service) {
    switch (service) {
    case Service::Iot:
        return "iot";
    case Service::Data:
        return "iot-data";
    case Service::Picket:
        return "picket";
    }
    PICKET_UNREACHABLE();
}

std::string_view effect_name(Effect effect) {
    switch (effect) {
    case Effect::Reads:
        return "reads";
    case Effect::Mutates:
        return "mutates";
    case Effect::Drives:
        return "drives";
    }
    PICKET_UNREACHABLE();
}

std::string_view kind_name(Kind kind) {
    switch (kind) {
    case Kind::Bool:
        return "boolean";
    case Kind::Integer:
        return "integer";
    case Kind::Double:
        return "double";
    case Kind::String:
        return "string";
    case Kind::Time:
        return "time";
    case Kind::Enum:
        return "enum";
    case Kind::List:
        return "list";
    case Kind::Map:
        return "map";
    case Kind::Structure:
        return "structure";
    case Kind::Document:
        return "document";
    }
    PICKET_UNREACHABLE();
}

std::string_view place_name(In in) {
    switch (in) {
    case In::Body:
        return "body";
    case In::Uri:
        return "uri";
    case In::Query:
        return "query";
    case In::Header:
        return "header";
    case In::Payload:
        return "payload";
    }
    PICKET_UNREACHABLE();
}

bool caller_must_give(const MemberInfo& member) {
    return member.rule.required && !member.rule.idempotency_token;
}

Result<std::string> describe(std::string_view format) {
    if (format == "md") return describe_markdown();
    if (format == "operations") return describe_operations();
    if (format == "ts") return describe_typescript();
    if (format == "json") return describe_json();
    if (format == "schema") return describe_schema();
    if (format == "scenario-schema") return json_schema(kShape<Scenario>, "A Picket scenario");
    return refuse(ErrorCode::InvalidRequest,
                  say("There is no description format '{}'; choose md, operations, ts, json, "
                      "schema or scenario-schema.",
                      format.substr(0, 40)),
                  "format");
}

}  // namespace picket
