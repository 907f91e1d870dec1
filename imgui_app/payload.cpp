// Payloads from samples, else from the shapes and the World.
#include "payload.h"

#include "editor/json_tokens.h"
#include "samples.h"

namespace picket::ui {
namespace {

bool starts_with(std::string_view text, std::string_view with) {
    return text.substr(0, with.size()) == with;
}

template <class T>
std::string first_key(const Table<std::string, T>& table) {
    return table.empty() ? std::string() : table.begin()->key;
}

// A name that the World knows, for operations that need an existing thing; empty when there is
// none.
std::string known_name(std::string_view member, const World& world) {
    if (member == "thingName") return first_key(world.things);
    if (member == "thingGroupName" || member == "parentGroupName" || member == "groupName")
        return first_key(world.thing_groups);
    if (member == "scheduledCallId") return first_key(world.scheduled_calls);
    if (member == "actionName") return first_key(world.mitigation_actions);
    return {};
}

std::string quoted(std::string_view text) { return '"' + std::string(text) + '"'; }

std::string text_value(std::string_view name, const Rule& rule, const World& world, bool creates) {
    if (name.find("Arn") != std::string_view::npos || name.find("ARN") != std::string_view::npos) {
        return quoted("arn:aws:iam::" + world.account + ":role/Example");
    }
    const std::string known = creates ? std::string() : known_name(name, world);
    if (!known.empty()) return quoted(known);
    if (name == "policyDocument") {
        return quoted(R"({\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",)"
                      R"(\"Action\":\"iot:Connect\",\"Resource\":\"*\"}]})");
    }
    if (rule.pattern == Pattern::Digits) return quoted("1");
    const bool hex = rule.pattern == Pattern::Hex || rule.pattern == Pattern::CertificateId;
    std::string text = hex ? "0123abcd" : "example";
    while (rule.min != Rule::kNoMin && static_cast<std::int64_t>(text.size()) < rule.min)
        text += hex ? "0" : "-example";
    return quoted(text);
}

std::string value(std::string_view name, const ShapeInfo& shape, const Rule& rule,
                  const World& world, bool creates);

std::string structure(const ShapeInfo& shape, const World& world, bool creates) {
    std::string text = "{";
    for (const MemberInfo& member : shape.members) {
        const bool wanted = member.rule.required || shape.exactly_one;
        if (!wanted || member.rule.idempotency_token) continue;
        if (text.size() > 1) text += ',';
        text += quoted(member.name) + ':' +
                value(member.name, *member.shape, member.rule, world, creates);
        if (shape.exactly_one) break;
    }
    return text + '}';
}

std::string value(std::string_view name, const ShapeInfo& shape, const Rule& rule,
                  const World& world, bool creates) {
    switch (shape.kind) {
    case Kind::Bool:
        return "false";
    case Kind::Integer:
        return std::to_string(rule.min != Rule::kNoMin && rule.min > 1 ? rule.min : 1);
    case Kind::Double:
        return "1.0";
    case Kind::String:
        return text_value(name, rule, world, creates);
    case Kind::Time:
        return std::to_string(world.now.ms / kSecond);
    case Kind::Enum:
        return quoted(shape.enumerators.empty() ? "" : shape.enumerators[0]);
    case Kind::List: {
        const Rule none;
        return '[' +
               value(name, *shape.element, rule.element != nullptr ? *rule.element : none, world,
                     creates) +
               ']';
    }
    case Kind::Structure:
        return structure(shape, world, creates);
    case Kind::Map:
    case Kind::Document:
        return "{}";
    }
    return "null";
}

}  // namespace

std::string starting_payload(const Operation& operation, const World& world) {
    const std::string_view sample = documented_payload(operation.name);
    if (!sample.empty()) return format_json(sample) + '\n';
    const bool creates = starts_with(operation.name, "Create") ||
                         starts_with(operation.name, "Register");
    return format_json(structure(*operation.input, world, creates)) + '\n';
}

void open_operation(UiState& ui, const Operation& operation, const World& world) {
    RequestState& request = ui.request;
    if (request.operation == &operation) return;
    if (request.operation != nullptr) {
        request.drafts[std::string(request.operation->name)] = request.payload.document.text();
    }
    request.operation = &operation;
    const auto draft = request.drafts.find(operation.name);
    request.payload.load(draft != request.drafts.end() ? draft->second
                                                       : starting_payload(operation, world));
}

void open_call(UiState& ui, const Operation& operation, std::string_view json, const World& world) {
    open_operation(ui, operation, world);
    CodePane& payload = ui.request.payload;
    payload.edit({0, payload.document.text().size()}, json);
}

}  // namespace picket::ui
