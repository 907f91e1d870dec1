// Decides what policies say about one request, and keeps why: for each statement whether it
// applies, and if not, which part of it does not.
//
// An explicit deny wins over any allow, and what nothing allows is denied. Actions are compared
// without regard to case, resources with it. Pure functions: whose policies these are is the
// caller's business.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "policy/document.h"

namespace picket {

struct RequestPrincipal {
    std::string type;  // "Service"
    std::string value;
};

struct PolicyRequest {
    std::string action;
    std::string resource;
    PolicyContext context;
    std::optional<RequestPrincipal> principal;  // asked of trust policies
};

struct PolicyToDecide {
    std::string name;
    const PolicyDocument* document = nullptr;
};

enum class Verdict : std::uint8_t { Allow, ExplicitDeny, ImplicitDeny };

// In the order in which a statement is looked at: the later the part, the nearer the miss.
enum class StatementPart : std::uint8_t { Principal, Action, Resource, Condition, None };

struct StatementVerdict {
    std::string policy;
    std::size_t index = 0;  // within its document
    std::string sid;
    bool allows = false;
    StatementPart missed = StatementPart::None;  // None: the statement applies
    std::string says;    // the part that missed, or of what applies the action and resource that
                         // match
    std::string asked;   // what the request has in its place
    std::string detail;  // the variable or the condition key that is not there
    Span span;

    bool applies() const { return missed == StatementPart::None; }
};

struct PolicyDecision {
    Verdict verdict = Verdict::ImplicitDeny;
    std::vector<StatementVerdict> statements;  // all of them, policy by policy
    std::size_t decisive = SIZE_MAX;           // the one that decides, or came nearest to allowing

    bool allowed() const { return verdict == Verdict::Allow; }
};

PolicyDecision decide(std::span<const PolicyToDecide> policies, const PolicyRequest& request);

// In words, with names and values.
std::string explain(const StatementVerdict& statement);
std::string explain(const PolicyDecision& decision, const PolicyRequest& request);

}  // namespace picket
