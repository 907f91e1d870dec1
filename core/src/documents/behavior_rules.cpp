// See behavior_rules.h. What is malformed is judged by the very check that the service's handlers
// use; the guesses are added here.
#include "documents/behavior_rules.h"

#include <algorithm>

#include "model/decode.h"
#include "policy/document.h"
#include "service/detect/behaviors_check.h"
#include "text/json_write.h"
#include "text/say.h"

namespace picket {
namespace {

// Metrics of which too much is the trouble: criteria that ask for more are likely the wrong way
// round. Messages sent and received are not among them, since silence is a trouble too.
constexpr std::string_view kMoreIsWorse[] = {
    "aws:message-byte-size",       "aws:num-authorization-failures",
    "aws:num-connection-attempts", "aws:num-disconnects",
    "aws:disconnect-duration",     "aws:num-listening-tcp-ports",
    "aws:num-listening-udp-ports", "aws:num-established-tcp-connections",
    "aws:all-bytes-out",           "aws:all-packets-out",
};

RuleId rule_for(const BehaviorProblem& problem) {
    const std::string_view text = problem.sentence;
    if (text.find("cannot be used with mlDetectionConfig") != std::string_view::npos)
        return RuleId::BehaviorMlWithRules;
    if (text.find("mlDetectionConfig is not supported") != std::string_view::npos)
        return RuleId::BehaviorMlUnsupported;
    if (text.find("durationSeconds is needed") != std::string_view::npos)
        return RuleId::BehaviorMissingDuration;
    return RuleId::BehaviorMalformed;
}

// What depends on the account, or is told by the rules of shapes.
bool skipped(const BehaviorProblem& problem, const Behavior& behavior) {
    const std::string_view path = problem.path;
    if (path.ends_with("dimensionName")) return true;
    return path.ends_with(".metric") && (!behavior.metric || !behavior.metric->starts_with("aws:"));
}

// The span of a member below the behavior, by the path of a problem; of the nearest object around
// it if it is not there.
Span span_of(const JsonTree& tree, std::uint32_t node, std::string_view path) {
    constexpr std::string_view kBegin = "behaviors[0]";
    path.remove_prefix(std::min(kBegin.size(), path.size()));
    while (!path.empty()) {
        path.remove_prefix(1);  // the point
        const std::size_t end = std::min(path.find_first_of(".["), path.size());
        const std::uint32_t child = tree.node(node).kind == JsonKind::Object
                                        ? tree.find(node, path.substr(0, end))
                                        : JsonTree::kNone;
        if (child == JsonTree::kNone) {
            const Span span = tree.node(node).span;
            return {span.begin, std::min(span.begin + 1, span.end)};
        }
        node = child;
        path.remove_prefix(end);
        if (path.starts_with("[")) break;  // the list, for any of its items
    }
    return tree.node(node).span;
}

std::string number_text(const MetricValue& value) {
    return value.count ? std::to_string(*value.count) : format_double(*value.number);
}

class Guess {
public:
    Guess(const JsonTree& tree, std::uint32_t node, const Behavior& behavior,
          std::vector<Problem>& out)
        : tree_(tree), node_(node), behavior_(behavior), out_(out) {}

    void run() {
        const auto& criteria = behavior_.criteria;
        if (!criteria || !criteria->comparison_operator || !criteria->value) return;
        if (!criteria->value->count && !criteria->value->number) return;
        const double value = criteria->value->count ? static_cast<double>(*criteria->value->count)
                                                    : *criteria->value->number;
        const std::string shown = say("{} {}", enum_name(*criteria->comparison_operator),
                                      number_text(*criteria->value));
        const bool counts = behavior_.metric && behavior_.metric->starts_with("aws:");
        using enum ComparisonOperator;
        switch (*criteria->comparison_operator) {
        case LessThan:
            if (counts && value <= 0) return always(shown);
            return;
        case LessThanEquals:
            if (counts && value < 0) always(shown);
            return;
        case GreaterThanEquals:
            if (counts && value <= 0) return never(shown);
            return direction(shown, number_text(*criteria->value), "less-than");
        case GreaterThan:
            if (counts && value < 0) return never(shown);
            return direction(shown, number_text(*criteria->value), "less-than-equals");
        default:
            return;
        }
    }

private:
    void add(RuleId rule, std::string message) {
        out_.push_back({rule,
                        span_of(tree_, node_, "behaviors[0].criteria.comparisonOperator"),
                        std::move(message),
                        {}});
    }
    void always(const std::string& shown) {
        add(RuleId::BehaviorAlwaysAlarm,
            say("No count is {}: every device is in alarm. Raise the value.", shown));
    }
    void never(const std::string& shown) {
        add(RuleId::BehaviorNeverAlarm,
            say("Every count is {}: no device is ever in alarm. Change the value.", shown));
    }
    void direction(const std::string& shown, const std::string& value, std::string_view instead) {
        if (!behavior_.metric) return;
        const bool more_is_worse = std::find(std::begin(kMoreIsWorse), std::end(kMoreIsWorse),
                                             *behavior_.metric) != std::end(kMoreIsWorse);
        if (!more_is_worse) return;
        add(RuleId::BehaviorAlarmCondition,
            say("These criteria call a device normal while {} is {}, and raise the alarm below "
                "that. If the alarm is wanted above, write {} {}.",
                *behavior_.metric, shown, instead, value));
    }

    const JsonTree& tree_;
    std::uint32_t node_;
    const Behavior& behavior_;
    std::vector<Problem>& out_;
};

// Every text below the node, or in it.
template <class Visit>
void each_text(const JsonTree& tree, std::uint32_t node, Visit visit) {
    if (node == JsonTree::kNone) return;
    for (std::uint32_t i = node; i < tree.node(node).next; ++i) {
        if (tree.node(i).kind == JsonKind::String) visit(i);
    }
}

void statement(const JsonTree& tree, std::uint32_t node, std::vector<Problem>& out) {
    const std::uint32_t effect = tree.find(node, "Effect");
    bool all_actions = false;
    bool everything = false;
    bool keys = false;
    each_text(tree, tree.find(node, "Action"), [&](std::uint32_t i) {
        all_actions |= tree.node(i).text == "iot:*" || tree.node(i).text == "*";
        keys |= tree.node(i).text.starts_with("kms:");
    });
    each_text(tree, tree.find(node, "Resource"), [&](std::uint32_t i) {
        const std::string_view text = tree.node(i).text;
        everything |= text == "*";
        if (keys && text.find(":sns:") != std::string_view::npos) {
            out.push_back({RuleId::PolicyKeyOnTopic,
                           tree.node(i).span,
                           "This is a topic, and actions of kms: need a key. Write the key's ARN.",
                           {}});
        }
        if (text.find('<') != std::string_view::npos && text.find('>') != std::string_view::npos) {
            out.push_back(
                {RuleId::ShapePlaceholder,
                 tree.node(i).span,
                 say("'{}' is a placeholder. Put an ARN of yours there.", text.substr(0, 80)),
                 {}});
        }
    });
    const bool deny = effect != JsonTree::kNone && tree.node(effect).text == "Deny";
    if (deny && all_actions && everything) {
        out.push_back({RuleId::PolicyDenyAll,
                       tree.node(effect).span,
                       "This statement denies everything, connecting included. Devices it is "
                       "attached to stay offline until it is detached.",
                       {}});
    }
}

}  // namespace

std::vector<Problem> behavior_findings(const JsonTree& tree, std::uint32_t node) {
    std::vector<Problem> out;
    std::vector<Behavior> behaviors(1);
    std::vector<std::string> warnings;
    // A behavior that does not even read is told by the rules of shapes; only its name may be bad.
    Behavior& behavior = behaviors[0];
    for (const Violation& violation : violations(kShape<Behavior>, {}, tree, node)) {
        if (violation.path != "name") return out;
    }
    (void)decode(kShape<Behavior>, &tree, node, {}, &behavior, {}, warnings);
    for (const BehaviorProblem& problem : behavior_problems(World(), behaviors)) {
        if (skipped(problem, behavior)) continue;
        out.push_back({rule_for(problem),
                       span_of(tree, node, problem.path),
                       say("{}.", problem.sentence),
                       {}});
    }
    Guess(tree, node, behavior, out).run();
    return out;
}

std::optional<Problem> suppression_note(const JsonTree& tree, std::uint32_t list) {
    std::uint32_t without = JsonTree::kNone;
    bool with = false;
    for (auto c = tree.first(list); c != tree.end(list); c = tree.node(c).next) {
        if (tree.node(c).kind != JsonKind::Object) return std::nullopt;
        if (tree.find(c, "suppressAlerts") != JsonTree::kNone) {
            with = true;
        } else if (without == JsonTree::kNone) {
            without = c;
        }
    }
    if (!with || without == JsonTree::kNone) return std::nullopt;
    const Span span = tree.node(without).span;
    return Problem{RuleId::BehaviorSuppressMixed,
                   {span.begin, std::min(span.begin + 1, span.end)},
                   "This behavior does not say suppressAlerts, others of the list do. Absent means "
                   "false: its alarms are published. Say it to be clear.",
                   {}};
}

bool is_policy(const JsonTree& tree) {
    if (tree.empty() || tree.node(0).kind != JsonKind::Object) return false;
    return tree.find(0, "Statement") != JsonTree::kNone;
}

std::vector<Problem> malformed_policy(std::string_view text, const JsonTree& tree, bool iot) {
    bool trust = false;
    for (std::uint32_t i = 0; i < tree.size(); ++i) trust |= tree.node(i).key == "Principal";
    const PolicyKind kind = trust ? PolicyKind::Trust
                            : iot ? PolicyKind::Iot
                                  : PolicyKind::Identity;
    const std::vector<Problem> known = policy_findings(tree);
    std::vector<Problem> out;
    for (const PolicyFinding& finding : read_policy(text, kind).findings) {
        if (finding.severity != PolicySeverity::Error) continue;
        // A placeholder is no ARN, which is said already.
        const bool said = std::any_of(known.begin(), known.end(), [&](const Problem& problem) {
            return problem.rule == RuleId::ShapePlaceholder &&
                   problem.span.begin <= finding.span.begin && finding.span.end <= problem.span.end;
        });
        if (!said) out.push_back({RuleId::PolicyMalformed, finding.span, finding.message, {}});
    }
    return out;
}

std::vector<Problem> policy_findings(const JsonTree& tree) {
    std::vector<Problem> out;
    const std::uint32_t statements = tree.find(0, "Statement");
    if (tree.node(statements).kind == JsonKind::Object) statement(tree, statements, out);
    if (tree.node(statements).kind == JsonKind::Array) {
        for (auto c = tree.first(statements); c != tree.end(statements); c = tree.node(c).next) {
            if (tree.node(c).kind == JsonKind::Object) statement(tree, c, out);
        }
    }
    return out;
}

}  // namespace picket
