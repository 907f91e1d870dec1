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
    {"GetSimulatedValues", "simulated-fleets"},
    {"CreateCustomMetric", "custom-metrics"},
    {"CreateDimension", "dimensions"},
    {"PutDeviceActivity", "why"},
    {"Publish", "metrics"},
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

// ISO 8601, or seconds since 1970.
std::optional<Timestamp> time_at(const JsonTree& tree, std::uint32_t object, std::string_view key) {
    const std::uint32_t at = tree.find(object, key);
    if (at == JsonTree::kNone) return std::nullopt;
    const JsonNode& node = tree.node(at);
    if (node.kind == JsonKind::String) return parse_time(node.text);
    return Timestamp{static_cast<std::int64_t>(node.number * 1000)};
}
std::optional<std::int64_t> whole_at(const JsonTree& tree, std::uint32_t object,
                                     std::string_view key) {
    const std::uint32_t at = tree.find(object, key);
    return at == JsonTree::kNone ? std::nullopt : std::optional(tree.node(at).integer);
}

// A moment that is given as such, or in seconds after the start.
std::optional<Timestamp> moment_at(const JsonTree& tree, std::uint32_t object, std::string_view key,
                                   Timestamp start) {
    if (const auto seconds = whole_at(tree, object, "atSeconds")) return start + *seconds * kSecond;
    return time_at(tree, object, key);
}

GuideStep to_moment(Timestamp moment) {
    GuideStep step;
    step.until = moment;
    step.words = "Let time run to " + time_text(moment);
    return step;
}

GuideStep read_advance(const JsonTree& tree, std::uint32_t advance) {
    if (const auto until = time_at(tree, advance, "untilTime")) return to_moment(*until);
    GuideStep step;
    step.next_event = tree.find(advance, "nextEvent") != JsonTree::kNone;
    step.seconds = whole_at(tree, advance, "seconds").value_or(0);
    step.words = step.next_event ? "Let time run to the next event"
                                 : "Let " + duration_text(step.seconds * kSecond) + " pass";
    return step;
}

GuideStep read_rewind(const JsonTree& tree, std::uint32_t rewind, Timestamp start) {
    GuideStep step;
    step.before_entry = whole_at(tree, rewind, "beforeEntryId").value_or(0);
    step.until = moment_at(tree, rewind, "time", start);
    step.words = step.until ? "Go back to " + time_text(*step.until)
                            : "Go back to before call " + std::to_string(step.before_entry);
    return step;
}

EngineOptions read_session(const JsonTree& tree) {
    EngineOptions options;
    options.seed = whole_at(tree, 0, "seed").value_or(options.seed);
    options.start = time_at(tree, 0, "start").value_or(options.start);
    const std::string region = member_text(tree, 0, "region"),
                      account = member_text(tree, 0, "account");
    if (!region.empty()) options.region = region;
    if (!account.empty()) options.account = account;
    const std::uint32_t settings = tree.find(0, "settings");
    if (settings == JsonTree::kNone) return options;
    for (auto at = tree.first(settings); at != tree.end(settings); at = tree.node(at).next)
        options.settings[std::string(tree.node(at).key)] = tree.node(at).text;
    return options;
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
    guide.group = member_text(tree, 0, "group");
    guide.session = read_session(tree);
    const std::uint32_t steps = tree.find(0, "steps");
    if (steps == JsonTree::kNone) return guide;
    for (auto at = tree.first(steps); at != tree.end(steps); at = tree.node(at).next) {
        const std::string note = member_text(tree, at, "note");
        if (!note.empty() || guide.chapters.empty()) guide.chapters.push_back({note, {}});
        std::vector<GuideStep>& list = guide.chapters.back().steps;
        const std::uint32_t call = tree.find(at, "call"), advance = tree.find(at, "advance"),
                            rewind = tree.find(at, "rewind");
        const std::size_t before = list.size();
        if (call != JsonTree::kNone) {
            if (const auto moment = moment_at(tree, call, "at", guide.session.start))
                list.push_back(to_moment(*moment));
            list.push_back(read_call(tree, call));
        } else if (advance != JsonTree::kNone) {
            list.push_back(read_advance(tree, advance));
        } else if (rewind != JsonTree::kNone) {
            list.push_back(read_rewind(tree, rewind, guide.session.start));
        }
        guide.steps += list.size() - before;
    }
    return guide;
}

}  // namespace picket::ui
