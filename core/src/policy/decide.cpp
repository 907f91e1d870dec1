// Looks at each statement part by part, and stops at the first that does not fit.
#include "policy/decide.h"
#include "text/say.h"

#include <algorithm>

namespace picket {
namespace {

std::string joined(const std::vector<PolicyText>& texts) {
    std::string out;
    for (const PolicyText& text : texts) out += (out.empty() ? "" : ", ") + text.text;
    return out;
}

std::string joined(const std::vector<std::string>& texts) {
    std::string out;
    for (const std::string& text : texts) out += (out.empty() ? "" : ", ") + text;
    return out;
}

class StatementJudge {
public:
    StatementJudge(const PolicyDocument& document, const PolicyRequest& request)
        : variables_(document.has_variables() ? &request.context : nullptr), request_(request) {}

    void judge(const PolicyStatement& statement, StatementVerdict& out) const {
        if (!principal_fits(statement, out) || !action_fits(statement, out) ||
            !resource_fits(statement, out)) {
            return;
        }
        for (const PolicyCondition& condition : statement.conditions) {
            if (!condition_fits(condition, out)) return;
        }
    }

private:
    static bool miss(StatementVerdict& out, StatementPart part, std::string says,
                     std::string asked) {
        out.missed = part;
        out.says = std::move(says);
        out.asked = std::move(asked);
        return false;
    }

    bool principal_fits(const PolicyStatement& statement, StatementVerdict& out) const {
        if (!request_.principal) return true;
        std::string all;
        for (const PolicyPrincipal& principal : statement.principals) {
            const std::string& wanted = principal.value.text;
            // "*" stands for everyone, as a whole and as the value of a kind.
            const bool same_kind = principal.type == "*" ||
                                   principal.type == request_.principal->type;
            if (same_kind && (wanted == "*" || wanted == request_.principal->value)) return true;
            all += (all.empty() ? "" : ", ") + wanted;
        }
        return miss(out, StatementPart::Principal, std::move(all), request_.principal->value);
    }

    bool action_fits(const PolicyStatement& statement, StatementVerdict& out) const {
        for (const PolicyText& action : statement.actions) {
            if (!matches(read_pattern(action.text, nullptr), request_.action, true)) continue;
            if (statement.not_actions)
                return miss(out, StatementPart::Action, say("all but {}", action.text),
                            request_.action);
            out.says = action.text;
            return true;
        }
        const std::string all = joined(statement.actions);
        if (!statement.not_actions) return miss(out, StatementPart::Action, all, request_.action);
        out.says = say("all but {}", all);
        return true;
    }

    // A trust policy names no resource: it is about its role.
    bool resource_fits(const PolicyStatement& statement, StatementVerdict& out) const {
        if (statement.resources.empty()) return true;
        std::string missing;
        for (const PolicyText& resource : statement.resources) {
            const TextPattern pattern = read_pattern(resource.text, variables_);
            if (!pattern.missing.empty()) missing = pattern.missing;
            if (!matches(pattern, request_.resource)) continue;
            if (statement.not_resources) {
                return miss(out, StatementPart::Resource, say("all but {}", resource.text),
                            request_.resource);
            }
            out.says += say(" on {}", resource.text);
            return true;
        }
        const std::string all = joined(statement.resources);
        // What a variable without a value excludes is unknown, so the statement does not apply.
        if (!statement.not_resources || !missing.empty()) {
            out.detail = missing;
            return miss(out, StatementPart::Resource,
                        (statement.not_resources ? "all but " : "") + all, request_.resource);
        }
        out.says += say(" on all but {}", all);
        return true;
    }

    bool condition_fits(const PolicyCondition& condition, StatementVerdict& out) const {
        std::vector<std::string_view> wanted;
        for (const PolicyText& value : condition.values) wanted.push_back(value.text);
        const auto* actual = request_.context.find(condition.key);
        std::string missing;
        if (condition_holds(condition.op, actual, wanted, variables_, missing)) return true;
        if (!missing.empty()) {
            out.detail = missing;
        } else if (actual == nullptr) {
            out.detail = condition.key;
        }
        return miss(out, StatementPart::Condition,
                    say("{} {}: {}", condition.name, condition.key, joined(condition.values)),
                    actual == nullptr ? std::string() : joined(*actual));
    }

    const PolicyContext* variables_;
    const PolicyRequest& request_;
};

}  // namespace

PolicyDecision decide(std::span<const PolicyToDecide> policies, const PolicyRequest& request) {
    PolicyDecision out;
    for (const PolicyToDecide& policy : policies) {
        const StatementJudge judge(*policy.document, request);
        for (std::size_t i = 0; i < policy.document->statements.size(); ++i) {
            const PolicyStatement& statement = policy.document->statements[i];
            StatementVerdict verdict;
            verdict.policy = policy.name;
            verdict.index = i;
            verdict.sid = statement.sid;
            verdict.allows = statement.allows;
            verdict.span = statement.span;
            judge.judge(statement, verdict);
            out.statements.push_back(std::move(verdict));
        }
    }
    // The first deny decides, or else the first allow; or else the nearest miss explains best.
    auto rank = [](const StatementVerdict& statement) {
        if (statement.applies()) return statement.allows ? 10 : 20;
        return statement.allows ? static_cast<int>(statement.missed) : -1;
    };
    for (std::size_t i = 0; i < out.statements.size(); ++i) {
        const bool better = out.decisive == SIZE_MAX
                                ? rank(out.statements[i]) >= 0
                                : rank(out.statements[i]) > rank(out.statements[out.decisive]);
        if (better) out.decisive = i;
    }
    if (out.decisive != SIZE_MAX && out.statements[out.decisive].applies()) {
        out.verdict = out.statements[out.decisive].allows ? Verdict::Allow : Verdict::ExplicitDeny;
    }
    return out;
}

}  // namespace picket
