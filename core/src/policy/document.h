// Policy documents: IoT policies, and the identity and trust policies of IAM roles. The same
// language in three dialects.
//
// Reading never gives up: it keeps what it understands and says what is wrong, each finding with
// its place, so that the checks of an editor and the refusal of an operation come from one reader.
// A document with an error is never evaluated.
//
// Not modelled: NotPrincipal, whose use AWS advises against, is read and found wrong; and whether
// an action exists at all.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "picket/json_tree.h"
#include "policy/condition.h"

namespace picket {

enum class PolicyKind : std::uint8_t { Iot, Identity, Trust };

enum class PolicySeverity : std::uint8_t { Error, Warning };

struct PolicyFinding {
    std::string_view code;  // "missing-effect"
    PolicySeverity severity = PolicySeverity::Error;
    Span span;
    std::string path;     // "Statement[0].Effect"; of what is missing, the path of where it belongs
    std::string message;  // what is wrong and what to do, in sentences
};

// The code of findings about the JSON itself.
inline constexpr std::string_view kSyntaxFinding = "syntax";

struct PolicyText {
    std::string text;
    Span span;
};

struct PolicyPrincipal {
    std::string type;  // "Service", "AWS", "Federated", "CanonicalUser"; "*" for everyone
    PolicyText value;
};

struct PolicyCondition {
    std::string name;  // the operator as it is written
    ConditionOperator op;
    std::string key;
    std::vector<PolicyText> values;
    Span span;
};

struct PolicyStatement {
    std::string sid;
    bool allows = false;       // else it denies
    bool not_actions = false;  // about all actions but these
    std::vector<PolicyText> actions;
    bool not_resources = false;
    std::vector<PolicyText> resources;
    std::vector<PolicyPrincipal> principals;
    std::vector<PolicyCondition> conditions;
    Span span;
};

struct PolicyDocument {
    std::string version;  // empty when absent
    std::string id;
    std::vector<PolicyStatement> statements;

    // The older language, and a document that names none, has no variables: ${...} is text.
    bool has_variables() const { return version == "2012-10-17"; }
};

struct ReadPolicy {
    PolicyDocument document;
    std::vector<PolicyFinding> findings;  // in the order of the text

    const PolicyFinding* first_error() const;  // what a refusal names; nullptr: the document is
                                               // valid
};
ReadPolicy read_policy(std::string_view text, PolicyKind kind);

// "Statement[0].Effect, line 4, column 13: The effect ..."
std::string placed_message(std::string_view text, const PolicyFinding& finding);

// Characters that count towards the quota on the size of a document: all but white space.
std::size_t policy_size(std::string_view text);

}  // namespace picket
