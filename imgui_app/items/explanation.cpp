// See explanation.h.
#include "items/explanation.h"

#include <algorithm>

#include "items/rows.h"
#include "items/words.h"
#include "picket/json_tree.h"

namespace picket::ui {
namespace {

// AnswerMembers of one object of the answer.
struct AnswerMembers {
    const JsonTree& tree;
    std::uint32_t at;

    const JsonNode* find(std::string_view key) const {
        const std::uint32_t node = tree.find(at, key);
        return node == JsonTree::kNone ? nullptr : &tree.node(node);
    }
    std::string text(std::string_view key) const {
        const JsonNode* node = find(key);
        return node != nullptr ? std::string(node->text) : std::string();
    }
    std::optional<double> number(std::string_view key) const {
        const JsonNode* node = find(key);
        if (node == nullptr) return std::nullopt;
        return node->number;
    }
    std::int64_t integer(std::string_view key) const {
        const JsonNode* node = find(key);
        return node != nullptr ? node->integer : 0;
    }
    // Answers have seconds, with a fraction when there is one.
    std::optional<Timestamp> time(std::string_view key) const {
        const auto seconds = number(key);
        if (!seconds) return std::nullopt;
        return Timestamp{static_cast<std::int64_t>(*seconds * 1000 + (*seconds < 0 ? -0.5 : 0.5))};
    }
};

template <class F>
void each_of(const JsonTree& tree, std::string_view list, F&& take) {
    const std::uint32_t at = tree.find(0, list);
    if (at == JsonTree::kNone) return;
    for (auto child = tree.first(at); child != tree.end(at); child = tree.node(child).next)
        take(child);
}

// {"count":54} or {"ports":[22,443]}
void read_value(const JsonTree& tree, std::uint32_t at, ExplainedStep& step) {
    if (at == JsonTree::kNone || tree.node(at).children == 0) return;
    const std::uint32_t inner = tree.first(at);
    const JsonNode& node = tree.node(inner);
    if (node.kind != JsonKind::Array) {
        step.number = node.number;
        step.value = value_label(node.number);
        return;
    }
    step.number = node.children;
    for (auto child = tree.first(inner); child != tree.end(inner); child = tree.node(child).next)
        step.value += (step.value.empty() ? "" : ", ") + std::string(tree.node(child).text);
    if (step.value.empty()) step.value = "none";
}

ExplainedStep read_step(const JsonTree& tree, std::uint32_t at) {
    const AnswerMembers members{tree, at};
    ExplainedStep step;
    step.time = members.time("time").value_or(Timestamp{});
    step.text = members.text("text");
    read_value(tree, tree.find(at, "value"), step);
    step.bound = members.number("bound");
    step.window_from = members.time("windowFrom");
    step.window_to = members.time("windowTo");
    if (const JsonNode* conforms = members.find("conforms")) step.conforms = conforms->boolean;
    step.violating = members.integer("violatingInARow");
    step.conforming = members.integer("conformingInARow");
    const JsonNode* alarm = members.find("inAlarm");
    step.in_alarm = alarm != nullptr && alarm->boolean;
    return step;
}

// Values are as far apart as most of them are; where two are farther there is a gap.
double usual_distance(const std::vector<ChartPoint>& points) {
    std::vector<double> apart;
    for (std::size_t i = 1; i < points.size(); ++i) apart.push_back(points[i].x - points[i - 1].x);
    if (apart.empty()) return 0;
    const auto middle = apart.begin() + static_cast<std::ptrdiff_t>(apart.size() / 2);
    std::nth_element(apart.begin(), middle, apart.end());
    return *middle;
}

void draw_up(Explanation& shown) {
    for (const ExplainedStep& step : shown.steps) {
        if (!step.conforms || !step.number) continue;
        const double at = static_cast<double>(step.time.ms);
        shown.values.push_back({at, *step.number});
        if (step.bound) shown.bounds.push_back({at, *step.bound});
        if (step.window_from && step.window_to)
            shown.windows.push_back({static_cast<double>(step.window_from->ms),
                                     static_cast<double>(step.window_to->ms),
                                     *step.conforms ? Tone::Accent : Tone::Danger});
        if (!*step.conforms)
            shown.violations.push_back({at, *step.number, step.value + " violates"});
    }
    for (const ChartPoint& bound : shown.bounds)
        shown.bound_moves = shown.bound_moves || bound.y != shown.bounds.front().y;
    shown.gap = usual_distance(shown.values) * 1.5;
}

}  // namespace

Explanation read_explanation(std::string_view answer) {
    Explanation shown;
    const auto read = read_json_strict(answer);
    if (!read || read->empty()) {
        shown.problem = "The answer cannot be read.";
        return shown;
    }
    const JsonTree& tree = *read;
    const AnswerMembers members{tree, 0};
    shown.state = members.text("state");
    if (shown.state.empty()) {
        shown.problem = members.text("message");
        return shown;
    }
    each_of(tree, "reasons",
            [&](std::uint32_t at) { shown.reasons.emplace_back(tree.node(at).text); });
    each_of(tree, "datapoints",
            [&](std::uint32_t at) { shown.steps.push_back(read_step(tree, at)); });
    each_of(tree, "settings", [&](std::uint32_t at) {
        const AnswerMembers setting{tree, at};
        shown.settings.emplace_back(setting.text("name"), setting.text("value"));
    });
    draw_up(shown);
    return shown;
}

std::string_view verdict_words(std::string_view state) {
    if (state == "IN_ALARM") return "In alarm";
    if (state == "NORMAL") return "Normal";
    if (state == "NOT_EVALUATED") return "Not evaluated yet";
    return "Not watched";
}

Tone verdict_tone(std::string_view state) {
    if (state == "IN_ALARM") return Tone::Danger;
    return state == "NORMAL" ? Tone::Ok : Tone::Muted;
}

}  // namespace picket::ui
