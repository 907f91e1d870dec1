// See assessing.h.
#include "assessing.h"

#include <cmath>
#include <cstdio>

#include "shape_text.h"

namespace picket::ui {
namespace {

// The node of a path; of the nearest one above it that is there.
std::uint32_t nearest_node(const JsonTree& tree, std::string_view path) {
    while (true) {
        const std::uint32_t node = tree.resolve(path);
        if (node != JsonTree::kNone || path.empty()) return node;
        const std::size_t end = path.find_last_of(".[");
        path = path.substr(0, end == std::string_view::npos ? 0 : end);
    }
}

std::string member_text(const JsonTree& tree, std::string_view text, std::string_view key) {
    const std::uint32_t node = tree.find(0, key);
    if (node == JsonTree::kNone) return {};
    const Span span = tree.node(node).span;
    return '"' + std::string(key) +
           "\":" + std::string(text.substr(span.begin, span.end - span.begin));
}

}  // namespace

bool is_assessable(const Operation* operation) {
    return operation != nullptr && (operation->name == "CreateSecurityProfile" ||
                                    operation->name == "UpdateSecurityProfile");
}

std::string assessment_request(const Operation* operation, std::string_view text) {
    const TolerantJson json = read_json_tolerant(text);
    if (!is_assessable(operation) || !json.problems.empty() || json.tree.empty() ||
        json.tree.node(0).kind != JsonKind::Object)
        return {};
    std::string behaviors = member_text(json.tree, text, "behaviors");
    const std::string name = member_text(json.tree, text, "securityProfileName");
    if (operation->name == "UpdateSecurityProfile") {
        if (name.empty()) return {};
        const std::uint32_t flag = json.tree.find(0, "deleteBehaviors");
        if (behaviors.empty() && flag != JsonTree::kNone && json.tree.node(flag).boolean)
            behaviors = "\"behaviors\":[]";
        // Without behaviors the update keeps those that the profile has, and so does the request.
        if (behaviors.empty()) return '{' + name + '}';
    }
    if (behaviors.empty()) return {};
    return '{' + name + (name.empty() ? "" : ",") + behaviors + '}';
}

void begin_assessment(const World& world, UiState& ui, const std::string& request) {
    AssessmentState& state = ui.assessment;
    state.asked = request;
    state.of = world;
    state.problem.clear();
    auto work = Assessment::begin(world, request);
    if (work) {
        state.work = std::move(*work);
        return;
    }
    state.work.reset();
    state.shown.reset();
    state.fresh = true;
    state.problem = work.error().message;
}

void step_assessment(AssessmentState& state, WorkUnits budget) {
    if (!state.work || !state.work->step(budget)) return;
    state.shown = std::move(state.work->result());
    state.work.reset();
    state.fresh = true;
}

bool still_assessed(const AssessmentState& state, const World& world) {
    if (!state.of) return false;
    const World& of = *state.of;
    return of.now == world.now && of.things.shares_with(world.things) &&
           of.group_things.shares_with(world.group_things) &&
           of.security_profiles.shares_with(world.security_profiles) &&
           of.profile_targets.shares_with(world.profile_targets) &&
           of.custom_metrics.shares_with(world.custom_metrics) &&
           of.dimensions.shares_with(world.dimensions) && of.settings.shares_with(world.settings) &&
           of.fleets.shares_with(world.fleets) && of.attacks.shares_with(world.attacks) &&
           of.recordings.shares_with(world.recordings) &&
           of.audit_configuration.shares_with(world.audit_configuration);
}

// An object or a list is marked at its bracket.
std::vector<Finding> findings_in(std::string_view text,
                                 const AssessSecurityProfileResponse& answer) {
    std::vector<Finding> findings;
    const TolerantJson json = read_json_tolerant(text);
    if (json.tree.empty()) return findings;
    for (const AssessmentFinding& each : answer.findings) {
        const JsonNode& node = json.tree.node(nearest_node(json.tree, each.path));
        Finding finding;
        finding.code = each.rule;
        finding.severity = each.severity;
        finding.begin = node.span.begin;
        const bool holds_more = node.kind == JsonKind::Object || node.kind == JsonKind::Array;
        finding.end = holds_more ? node.span.begin + 1 : node.span.end;
        finding.message = each.message;
        finding.explanation = each.explanation;
        findings.push_back(std::move(finding));
    }
    return findings;
}

std::string alarms_text(double per_day) {
    if (per_day == 0) return "no alarms";
    if (per_day < 0.05) return "hardly any alarms";
    char shown[32];
    std::snprintf(shown, sizeof shown, "%.1f", per_day);
    const std::string number = per_day < 20
                                   ? std::string(shown)
                                   : count_text(static_cast<std::size_t>(std::llround(per_day)));
    return number + (number == "1.0" ? " alarm a day" : " alarms a day");
}

std::string money_text(double usd) {
    if (usd > 0 && usd < 0.005) return "under 0.01 USD";
    char shown[48];
    std::snprintf(shown, sizeof shown, "%.2f USD", usd);
    return shown;
}

}  // namespace picket::ui
