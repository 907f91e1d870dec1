// Types and constraints in words, for completion, hover and the form.
#include "completion.h"

namespace picket::ui {
namespace {

std::string range_text(const Rule& rule) {
    const bool least = rule.min != Rule::kNoMin, most = rule.max != Rule::kNoMax;
    if (least && most && rule.min == rule.max) return std::to_string(rule.min);
    if (least && most) return std::to_string(rule.min) + " to " + std::to_string(rule.max);
    if (least) return "at least " + std::to_string(rule.min);
    return most ? "at most " + std::to_string(rule.max) : std::string();
}

const char* unit_of(Kind kind) {
    switch (kind) {
    case Kind::String:
        return " characters";
    case Kind::List:
        return " elements";
    case Kind::Map:
        return " entries";
    default:
        return "";
    }
}

void append(std::string& text, const std::string& part) {
    if (part.empty()) return;
    text += (text.empty() ? "" : "; ") + part;
}

}  // namespace

std::string type_text(const ShapeInfo& shape) {
    switch (shape.kind) {
    case Kind::List:
        return "List of " + type_text(*shape.element);
    case Kind::Map:
        return "Map to " + type_text(*shape.element);
    case Kind::Structure:
        return shape.exactly_one ? std::string(shape.name) + ", one of" : std::string(shape.name);
    default:
        return std::string(shape.name);
    }
}

std::string constraint_text(const ShapeInfo& shape, const Rule* rule) {
    std::string text;
    if (shape.kind == Kind::Enum) {
        std::string names;
        for (const std::string_view name : shape.enumerators)
            names += (names.empty() ? "one of " : ", ") + std::string(name);
        append(text, names);
    }
    if (shape.exactly_one) append(text, "exactly one member");
    if (rule == nullptr) return text;
    const std::string range = range_text(*rule);
    if (!range.empty()) append(text, range + unit_of(shape.kind));
    if (rule->pattern != Pattern::Any)
        append(text, "pattern " + std::string(pattern_text(rule->pattern)));
    if (rule->element != nullptr && shape.element != nullptr) {
        const std::string each = constraint_text(*shape.element, rule->element);
        if (!each.empty()) append(text, "each " + each);
    }
    return text;
}

}  // namespace picket::ui
