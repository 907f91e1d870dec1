// Payloads from samples, else from the shapes and the World.
#include "payload.h"

#include <algorithm>

#include "editor/json_tokens.h"
#include "editor/world_names.h"
#include "samples.h"

namespace picket::ui {
namespace {

bool starts_with(std::string_view text, std::string_view with) {
    return text.substr(0, with.size()) == with;
}

std::string quoted(std::string_view text) { return '"' + std::string(text) + '"'; }

std::string text_value(std::string_view name, const Rule& rule, const World& world, bool creates) {
    // What is being created has no name yet.
    const std::string known = creates ? std::string() : known_name(world, name, {});
    if (!known.empty()) return quoted(known);
    if (name.find("Arn") != std::string_view::npos || name.find("ARN") != std::string_view::npos) {
        return quoted("arn:aws:iam::" + world.account + ":role/Example");
    }
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

// "UpdateSecurityProfile" is about a "securityProfile".
std::string noun_of(std::string_view operation) {
    std::size_t at = 1;
    while (at < operation.size() && (operation[at] < 'A' || operation[at] > 'Z')) ++at;
    std::string noun(operation.substr(std::min(at, operation.size())));
    if (!noun.empty()) noun[0] = static_cast<char>(noun[0] - 'A' + 'a');
    return noun;
}

// Rows drop the noun: "securityProfileDescription" is the "description" of a security profile.
bool same_member(std::string_view wanted, std::string_view had, std::string_view noun) {
    if (wanted == had) return true;
    if (!starts_with(wanted, noun) || wanted.size() != noun.size() + had.size()) return false;
    const std::string_view rest = wanted.substr(noun.size());
    return rest.substr(1) == had.substr(1) && rest[0] == had[0] - 'a' + 'A';
}

const void* value_of_row(const Operation& operation, const MemberInfo& wanted,
                         const TableInfo& table, const TableInfo::Row& row) {
    const bool names_it = wanted.rule.in == In::Uri && table.key->kind == Kind::String;
    if (names_it && wanted.shape->kind == Kind::String) return row.key;
    if (wanted.rule.idempotency_token) return nullptr;
    const std::string noun = noun_of(operation.name);
    for (const MemberInfo& had : table.value->members) {
        if (had.shape == wanted.shape && same_member(wanted.name, had.name, noun))
            return had.get(row.value);
    }
    return nullptr;
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

bool open_editor(UiState& ui, std::string_view operation, std::string_view json,
                 const World& world) {
    const Operation* found = find_operation(operation);
    if (found == nullptr) return false;
    const std::string payload = json.empty() ? starting_payload(*found, world)
                                             : format_json(json) + '\n';
    open_call(ui, *found, payload, world);
    ui.layout.pane = Pane::Request;
    ui.request.payload.select({0, 0});
    return true;
}

std::string payload_of_row(const Operation& operation, const TableInfo& table,
                           const TableInfo::Row& row) {
    std::string text = "{";
    for (const MemberInfo& wanted : operation.input->members) {
        const void* value = value_of_row(operation, wanted, table, row);
        if (value == nullptr) continue;
        text += (text.size() > 1 ? "," : "") + quoted(wanted.name) + ':' +
                to_json(*wanted.shape, value);
    }
    return text + '}';
}

}  // namespace picket::ui
