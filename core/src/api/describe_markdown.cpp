// The documentation table: operations by service, then shapes with their rules, settings and
// errors.
#include <algorithm>

#include "api/describe.h"
#include "text/say.h"
#include "world/settings.h"

namespace picket {
namespace {

struct TitledService {
    Service service;
    std::string_view title;
};
constexpr TitledService kServices[] = {{Service::Iot, "The service"},
                                       {Service::Data, "IoT Data, for devices"},
                                       {Service::Picket, "Picket's own verbs"}};

// Text inside a table cell: a bar would end the cell.
std::string cell(std::string_view text) {
    std::string out;
    for (char c : text) {
        if (c == '|') out += '\\';
        out += c == '\n' ? ' ' : c;
    }
    return out;
}

std::string code(std::string_view text) { return say("`{}`", cell(text)); }

std::string link(const ShapeInfo& shape) {
    std::string anchor(shape.name);
    for (char& c : anchor) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
    return say("[{}](#{})", shape.name, anchor);
}

std::string type_words(const ShapeInfo& shape) {
    switch (shape.kind) {
    case Kind::List:
        return say("list of {}", type_words(*shape.element));
    case Kind::Map:
        return say("map of {}", type_words(*shape.element));
    case Kind::Enum:
    case Kind::Structure:
        return link(shape);
    case Kind::Document:
        return "any JSON";
    default:
        return std::string(kind_name(shape.kind));
    }
}

void add(std::string& words, const std::string& more) {
    if (!words.empty()) words += "; ";
    words += more;
}

// "1 to 128", "at least 1", "at most 350", with what is counted behind it.
std::string range_words(const Rule& rule, const ShapeInfo& shape) {
    if (rule.min == Rule::kNoMin && rule.max == Rule::kNoMax) return {};
    std::string words;
    if (rule.max == Rule::kNoMax) {
        words = say("at least {}", rule.min);
    } else if (rule.min == Rule::kNoMin || (rule.min == 0 && shape.kind != Kind::Integer)) {
        words = say("at most {}", rule.max);
    } else {
        words = say("{} to {}", rule.min, rule.max);
    }
    if (shape.kind == Kind::String) return say("{} characters", words);
    if (shape.kind == Kind::List) return say("{} items", words);
    if (shape.kind == Kind::Map) return say("{} entries", words);
    return words;
}

std::string value_words(const Rule& rule, const ShapeInfo& shape) {
    std::string words = range_words(rule, shape);
    if (rule.pattern != Pattern::Any) add(words, code(pattern_text(rule.pattern)));
    for (std::string_view value : rule.one_of) add(words, code(value));
    return words;
}

std::string rule_words(const MemberInfo& member) {
    const Rule& rule = member.rule;
    std::string words;
    if (rule.idempotency_token) {
        add(words, "clients fill it in");
    } else if (rule.required) {
        add(words, "required");
    }
    if (rule.in == In::Uri) add(words, "in the path");
    if (rule.in == In::Query) add(words, "in the query");
    if (rule.in == In::Header) add(words, "in a header");
    if (rule.in != In::Body && !rule.wire.empty()) words += say(" as {}", code(rule.wire));
    if (const std::string value = value_words(rule, *member.shape); !value.empty())
        add(words, value);
    if (rule.key != nullptr) {
        static constexpr ShapeInfo kKey = {.name = "String", .kind = Kind::String, .ops = nullptr};
        if (const std::string key = value_words(*rule.key, kKey); !key.empty())
            add(words, say("keys: {}", key));
    }
    if (rule.element != nullptr && member.shape->element != nullptr) {
        const std::string each = value_words(*rule.element, *member.shape->element);
        if (!each.empty()) add(words, say("each: {}", each));
    }
    if (rule.deprecated) add(words, "deprecated");
    return words;
}

std::string error_words(const Operation& operation) {
    std::string words;
    for (ErrorCode code : operation.errors) {
        std::string_view name = error_info(code).name;
        constexpr std::string_view kSuffix = "Exception";
        if (name.ends_with(kSuffix)) name.remove_suffix(kSuffix.size());
        if (!words.empty()) words += ", ";
        words += name;
    }
    return words;
}

void write_operations(Service service, std::string_view title, std::string& out) {
    out += say("\n## {}\n\n", title);
    out += "| Operation | Method | Path | Effect | Errors | What it does "
           "|\n|---|---|---|---|---|---|\n";
    for (const Operation& operation : operations()) {
        if (operation.service != service) continue;
        out += say("| {} | {} | {} | {} | {} | {} |\n", operation.name,
                   method_name(operation.method), code(operation.uri),
                   effect_name(operation.effect), error_words(operation), cell(operation.doc));
    }
}

void write_shape(const ShapeInfo& shape, std::string& out) {
    out += say("\n### {}\n\n", shape.name);
    if (!shape.doc.empty()) out += say("{}\n\n", shape.doc);
    if (shape.kind == Kind::Enum) {
        for (std::string_view name : shape.enumerators) out += say("- {}\n", code(name));
        return;
    }
    if (shape.exactly_one) out += "Exactly one member is present.\n\n";
    if (shape.members.empty()) {
        out += "It has no members.\n";
        return;
    }
    out += "| Member | Type | Rules | Meaning |\n|---|---|---|---|\n";
    for (const MemberInfo& member : shape.members) {
        out += say("| {} | {} | {} | {} |\n", code(member.name), type_words(*member.shape),
                   rule_words(member), cell(member.rule.doc));
    }
}

void write_settings(std::string& out) {
    out += "\n## Settings\n\nWhat the service does not document, and every limit, is a setting.\n\n"
           "| Setting | Default | Choices | What it decides |\n|---|---|---|---|\n";
    for (const SettingInfo& setting : settings()) {
        out += say("| {} | {} | {} | {} |\n", code(setting.name), code(setting.fallback),
                   code(setting.choices), cell(setting.doc));
    }
}

void write_errors(std::string& out) {
    std::vector<ErrorCode> codes;
    for (const Operation& operation : operations()) {
        codes.insert(codes.end(), operation.errors.begin(), operation.errors.end());
    }
    std::sort(codes.begin(), codes.end());
    codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
    out += "\n## Errors\n\n| Error | HTTP status | When |\n|---|---|---|\n";
    for (ErrorCode code : codes) {
        const ErrorInfo& info = error_info(code);
        out += say("| {} | {} | {} |\n", info.name, info.http, cell(info.doc));
    }
}

}  // namespace

std::string describe_operations() {
    std::string out;
    for (const auto& [service, title] : kServices) {
        if (!out.empty()) out += '\n';
        out += say("**{}**\n\n", title);
        out += "| Operation | Method and path | What it does |\n|---|---|---|\n";
        for (const Operation& operation : operations()) {
            if (operation.service != service) continue;
            out += say("| {} | {} {} | {} |\n", operation.name, method_name(operation.method),
                       code(operation.uri), cell(operation.doc));
        }
    }
    return out;
}

std::string describe_markdown() {
    std::string out = "# Operations of Picket\n\nThis page is made by `picket describe "
                      "--format=md`; edit the tables it is made from.\n"
                      "*reads* changes nothing, *mutates* is journaled when it succeeds, *drives* "
                      "moves the engine itself.\n";
    for (const auto& [service, title] : kServices) write_operations(service, title, out);
    out += "\n## Shapes\n";
    std::vector<const ShapeInfo*> roots = operation_inputs();
    const std::vector<const ShapeInfo*> outputs = operation_outputs();
    roots.insert(roots.end(), outputs.begin(), outputs.end());
    for (const ShapeInfo* shape : named_shapes(roots)) write_shape(*shape, out);
    write_settings(out);
    write_errors(out);
    return out;
}

}  // namespace picket
