// Puts decisions into words, from the facts that led to them.
#include "policy/decide.h"

namespace picket {
namespace {

std::string name_of(const StatementVerdict& statement) {
    std::string name = "Statement[" + std::to_string(statement.index) + "]";
    if (!statement.sid.empty()) name += " ('" + statement.sid + "')";
    return name + " of " + statement.policy;
}

std::string miss_of(const StatementVerdict& statement) {
    switch (statement.missed) {
    case StatementPart::Principal:
        return "it is about " + (statement.says.empty() ? "nobody" : statement.says) +
               ", and the caller is " + statement.asked;
    case StatementPart::Action:
        return "it is about " + statement.says + ", and the action is " + statement.asked;
    case StatementPart::Resource:
        if (!statement.detail.empty()) {
            return "its resource is " + statement.says + ", and the request has no value for ${" +
                   statement.detail + "}";
        }
        return "its resource is " + statement.says + ", and the request is about " +
               (statement.asked.empty() ? "no resource" : statement.asked);
    case StatementPart::Condition:
        if (!statement.detail.empty()) {
            return "it asks for " + statement.says + ", and the request has no value for " +
                   statement.detail;
        }
        return "it asks for " + statement.says + ", and the request has " + statement.asked;
    case StatementPart::None:
        return {};
    }
    PICKET_UNREACHABLE();
}

}  // namespace

std::string explain(const StatementVerdict& statement) {
    const std::string effect = statement.allows ? "allows" : "denies";
    const std::string text = name_of(statement);
    if (statement.applies()) return text + " " + effect + " " + statement.says + ".";
    return text + " (" + (statement.allows ? "Allow" : "Deny") +
           ") does not apply: " + miss_of(statement) + ".";
}

std::string explain(const PolicyDecision& decision, const PolicyRequest& request) {
    std::string what = request.action;
    if (!request.resource.empty()) what += " on " + request.resource;
    const StatementVerdict* decisive = decision.decisive < decision.statements.size()
                                           ? &decision.statements[decision.decisive]
                                           : nullptr;
    switch (decision.verdict) {
    case Verdict::Allow:
        return what + " is allowed: " + name_of(*decisive) + " allows " + decisive->says + ".";
    case Verdict::ExplicitDeny:
        return what + " is denied explicitly: " + name_of(*decisive) + " denies " + decisive->says +
               ". A deny wins over every allow.";
    case Verdict::ImplicitDeny:
        break;
    }
    const auto count = decision.statements.size();
    std::string text = what + " is denied, because no statement allows it.";
    if (count == 0) return text + " There is no statement at all.";
    if (decisive == nullptr) return text + " There is no Allow statement.";
    return text + " The nearest is " + name_of(*decisive) + ": " + miss_of(*decisive) + ".";
}

}  // namespace picket
