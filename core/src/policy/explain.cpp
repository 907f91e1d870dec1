// Puts decisions into words, from the facts that led to them.
#include "policy/decide.h"
#include "text/say.h"

namespace picket {
namespace {

std::string name_of(const StatementVerdict& statement) {
    std::string name = say("Statement[{}]", statement.index);
    if (!statement.sid.empty()) name += say(" ('{}')", statement.sid);
    return say("{} of {}", name, statement.policy);
}

std::string miss_of(const StatementVerdict& statement) {
    switch (statement.missed) {
    case StatementPart::Principal:
        return say("it is about {}, and the caller is {}",
                   statement.says.empty() ? "nobody" : statement.says, statement.asked);
    case StatementPart::Action:
        return say("it is about {}, and the action is {}", statement.says, statement.asked);
    case StatementPart::Resource:
        if (!statement.detail.empty()) {
            return say("its resource is {}, and the request has no value for ${{}}", statement.says,
                       statement.detail);
        }
        return say("its resource is {}, and the request is about {}", statement.says,
                   statement.asked.empty() ? "no resource" : statement.asked);
    case StatementPart::Condition:
        if (!statement.detail.empty()) {
            return say("it asks for {}, and the request has no value for {}", statement.says,
                       statement.detail);
        }
        return say("it asks for {}, and the request has {}", statement.says, statement.asked);
    case StatementPart::None:
        return {};
    }
    PICKET_UNREACHABLE();
}

}  // namespace

std::string explain(const StatementVerdict& statement) {
    const std::string effect = statement.allows ? "allows" : "denies";
    const std::string text = name_of(statement);
    if (statement.applies()) return say("{} {} {}.", text, effect, statement.says);
    return say("{} ({}) does not apply: {}.", text, statement.allows ? "Allow" : "Deny",
               miss_of(statement));
}

std::string explain(const PolicyDecision& decision, const PolicyRequest& request) {
    std::string what = request.action;
    if (!request.resource.empty()) what += say(" on {}", request.resource);
    const StatementVerdict* decisive = decision.decisive < decision.statements.size()
                                           ? &decision.statements[decision.decisive]
                                           : nullptr;
    switch (decision.verdict) {
    case Verdict::Allow:
        return say("{} is allowed: {} allows {}.", what, name_of(*decisive), decisive->says);
    case Verdict::ExplicitDeny:
        return say("{} is denied explicitly: {} denies {}. A deny wins over every allow.", what,
                   name_of(*decisive), decisive->says);
    case Verdict::ImplicitDeny:
        break;
    }
    const auto count = decision.statements.size();
    std::string text = say("{} is denied, because no statement allows it.", what);
    if (count == 0) return say("{} There is no statement at all.", text);
    if (decisive == nullptr) return say("{} There is no Allow statement.", text);
    return say("{} The nearest is {}: {}.", text, name_of(*decisive), miss_of(*decisive));
}

}  // namespace picket
