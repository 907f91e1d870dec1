// See guides.h.
#include "items/guides.h"

#include "items/rows.h"
#include "picket/json_tree.h"

namespace picket::ui {
namespace {

struct Sight {
    std::string_view operation, section;
};
constexpr Sight kSights[] = {
    {"CreateThing", "things"},
    {"CreateThingGroup", "groups"},
    {"AddThingToThingGroup", "groups"},
    {"CreateSecurityProfile", "profiles"},
    {"UpdateSecurityProfile", "profiles"},
    {"AttachSecurityProfile", "profiles"},
    {"CreateFleet", "simulated-fleets"},
    {"StartAttack", "attacks"},
    {"ListAttacks", "attacks"},
    {"ListActiveViolations", "alarms"},
    {"ListViolationEvents", "alarm-history"},
    {"PutVerificationStateOnViolation", "alarm-history"},
    {"ExplainBehavior", "why"},
    {"ListMessages", "messages"},
    {"ListAlarmCounts", "cloudwatch"},
    {"CreateMitigationAction", "actions"},
    {"ListMetricValues", "metrics"},
};

std::string_view sight_of(std::string_view operation) {
    for (const Sight& sight : kSights) {
        if (sight.operation == operation) return sight.section;
    }
    return {};
}

std::string member_text(const JsonTree& tree, std::uint32_t object, std::string_view key) {
    const std::uint32_t at = tree.find(object, key);
    return at == JsonTree::kNone ? std::string() : std::string(tree.node(at).text);
}

// The subtree as JSON again.
void write_node(const JsonTree& tree, std::uint32_t at, std::string& out) {
    const JsonNode& node = tree.node(at);
    if (node.kind == JsonKind::Array || node.kind == JsonKind::Object) {
        const bool list = node.kind == JsonKind::Array;
        out += list ? '[' : '{';
        bool first = true;
        for (auto child = tree.first(at); child != tree.end(at); child = tree.node(child).next) {
            if (!first) out += ',';
            first = false;
            if (!list) out += json_text(tree.node(child).key) + ':';
            write_node(tree, child, out);
        }
        out += list ? ']' : '}';
    } else if (node.kind == JsonKind::String) {
        out += json_text(node.text);
    } else if (node.kind == JsonKind::Bool) {
        out += node.boolean ? "true" : "false";
    } else {
        out += node.kind == JsonKind::Null ? std::string_view("null") : node.text;
    }
}

// The names in a call's input, to tell one CreateThing from another.
std::string call_words(const JsonTree& tree, std::uint32_t input) {
    std::string words;
    if (input == JsonTree::kNone) return words;
    int count = 0;
    for (auto at = tree.first(input); at != tree.end(input); at = tree.node(at).next) {
        const bool plain = tree.node(at).kind == JsonKind::String;
        if (!plain || tree.node(at).text.size() > 48 || count++ == 2) continue;
        words += (words.empty() ? "" : ", ") + std::string(tree.node(at).text);
    }
    return words;
}

GuideStep read_call(const JsonTree& tree, std::uint32_t call) {
    GuideStep step;
    step.operation = member_text(tree, call, "operation");
    step.body = member_text(tree, call, "inputText");
    const std::uint32_t input = tree.find(call, "input");
    if (input != JsonTree::kNone) write_node(tree, input, step.body);
    if (step.body.empty()) step.body = "{}";
    const std::uint32_t dry = tree.find(call, "dryRun");
    step.dry_run = dry != JsonTree::kNone && tree.node(dry).boolean;
    step.words = call_words(tree, input);
    step.look_at = sight_of(step.operation);
    return step;
}

GuideStep read_advance(const JsonTree& tree, std::uint32_t advance) {
    GuideStep step;
    const std::uint32_t seconds = tree.find(advance, "seconds");
    if (seconds != JsonTree::kNone) step.seconds = tree.node(seconds).integer;
    step.words = "Let " + duration_text(step.seconds * kSecond) + " pass";
    return step;
}

}  // namespace

Guide read_guide(std::string_view text) {
    Guide guide;
    const auto read = read_json_strict(text);
    if (!read || read->empty()) return guide;
    const JsonTree& tree = *read;
    guide.name = member_text(tree, 0, "name");
    guide.description = member_text(tree, 0, "description");
    guide.what_to_see = member_text(tree, 0, "whatToSee");
    const std::uint32_t steps = tree.find(0, "steps");
    if (steps == JsonTree::kNone) return guide;
    for (auto at = tree.first(steps); at != tree.end(steps); at = tree.node(at).next) {
        const std::string note = member_text(tree, at, "note");
        if (!note.empty() || guide.chapters.empty()) guide.chapters.push_back({note, {}});
        const std::uint32_t call = tree.find(at, "call"), advance = tree.find(at, "advance");
        if (call != JsonTree::kNone)
            guide.chapters.back().steps.push_back(read_call(tree, call));
        else if (advance != JsonTree::kNone)
            guide.chapters.back().steps.push_back(read_advance(tree, advance));
        else
            continue;
        ++guide.steps;
    }
    return guide;
}

}  // namespace picket::ui
