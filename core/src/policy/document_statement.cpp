// Reads the elements of a statement: effect, principals, actions, resources, conditions.
#include <algorithm>

#include "policy/document_reader.h"
#include "text/say.h"

namespace picket {
namespace {

constexpr std::string_view kStatementElements[] = {"Sid",          "Effect",      "Principal",
                                                   "NotPrincipal", "Action",      "NotAction",
                                                   "Resource",     "NotResource", "Condition"};
constexpr std::string_view kPrincipalTypes[] = {"AWS", "CanonicalUser", "Federated", "Service"};

std::string_view kind_words(PolicyKind kind) {
    switch (kind) {
    case PolicyKind::Iot:
        return "an IoT policy";
    case PolicyKind::Identity:
        return "a permission policy of a role";
    case PolicyKind::Trust:
        return "a trust policy";
    }
    PICKET_UNREACHABLE();
}

}  // namespace

void PolicyReader::statement(std::uint32_t index) {
    if (node(index).kind != JsonKind::Object) {
        find("bad-statement", index, "A statement is an object with Effect, Action and Resource.");
        return;
    }
    PolicyStatement out;
    out.span = node(index).span;
    find_unknown(index, kStatementElements, "A statement");
    if (const auto sid = tree_.find(index, "Sid"); sid != JsonTree::kNone) {
        if (text_of(sid, "Sid", out.sid) && !out.sid.empty()) sid_nodes_.push_back(sid);
    }
    effect(index, out);
    principals(index, out);
    actions(index, out);
    resources(index, out);
    conditions(index, out);
    document_.statements.push_back(std::move(out));
}

void PolicyReader::sids() {
    if (kind_ == PolicyKind::Iot) return;
    for (std::size_t i = 0; i < sid_nodes_.size(); ++i) {
        const std::string_view sid = node(sid_nodes_[i]).text;
        const bool plain = std::all_of(sid.begin(), sid.end(), [](char c) {
            return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
        });
        if (!plain) {
            find("bad-sid", sid_nodes_[i],
                 say("The Sid {} may hold letters A-Z, a-z and digits only.", excerpt_of(sid)));
        }
        for (std::size_t before = 0; before < i; ++before) {
            if (node(sid_nodes_[before]).text != sid) continue;
            find("duplicate-sid", sid_nodes_[i],
                 say("Two statements have the Sid {}. Each Sid is given once.", excerpt_of(sid)));
            break;
        }
    }
}

void PolicyReader::effect(std::uint32_t object, PolicyStatement& out) {
    const auto index = tree_.find(object, "Effect");
    if (index == JsonTree::kNone) {
        find_missing("missing-effect", object, "Effect",
                     "The statement has no Effect. Add \"Effect\": \"Allow\" or \"Deny\".");
        return;
    }
    std::string text;
    if (!text_of(index, "Effect", text)) return;
    out.allows = text == "Allow";
    if (text == "Allow" || text == "Deny") return;
    find("bad-effect", index,
         say("The Effect is {}. It is \"Allow\" or \"Deny\", spelt exactly so.", excerpt_of(text)));
}

// Action or NotAction, Resource or NotResource. False when neither is there.
bool PolicyReader::either(std::uint32_t object, std::string_view element, std::string_view opposite,
                          bool& negated, std::vector<PolicyText>& out) {
    const auto plain = tree_.find(object, element);
    const auto negation = tree_.find(object, opposite);
    negated = plain == JsonTree::kNone && negation != JsonTree::kNone;
    if (plain == JsonTree::kNone && negation == JsonTree::kNone) return false;
    if (plain != JsonTree::kNone && negation != JsonTree::kNone) {
        find("both-elements", negation,
             say("The statement has both {} and {}. Keep one of them.", element, opposite));
    }
    texts_of(negated ? negation : plain, element, out);
    return true;
}

void PolicyReader::actions(std::uint32_t object, PolicyStatement& out) {
    if (!either(object, "Action", "NotAction", out.not_actions, out.actions)) {
        find_missing("missing-action", object, "Action",
                     "The statement has no Action. Add one such as \"iot:Connect\".");
        return;
    }
    for (const PolicyText& action : out.actions) {
        const std::size_t colon = action.text.find(':');
        const bool named = colon != std::string::npos && colon > 0 &&
                           colon + 1 < action.text.size() &&
                           action.text.find_first_of(" \t\n/\\") == std::string::npos;
        if (action.text == "*" || named) continue;
        find("bad-action", tree_.node_at(action.span.begin),
             say("The action {} has not the form SERVICE:NAME, as in \"iot:Publish\" or \"iot:*\".",
                 excerpt_of(action.text)));
    }
}

void PolicyReader::resources(std::uint32_t object, PolicyStatement& out) {
    const bool there = either(object, "Resource", "NotResource", out.not_resources, out.resources);
    if (kind_ == PolicyKind::Trust) {
        if (!there) return;
        find("resource-not-allowed",
             tree_.find(object, out.not_resources ? "NotResource" : "Resource"),
             "A trust policy is about its own role and names no Resource. Remove it.");
        return;
    }
    if (!there) {
        find_missing("missing-resource", object, "Resource",
                     "The statement has no Resource. Add an ARN, or \"*\" for every resource.");
        return;
    }
    for (const PolicyText& resource : out.resources) {
        const auto index = tree_.node_at(resource.span.begin);
        variables(index, resource.text);
        if (resource.text == "*" || resource.text.starts_with("arn:")) continue;
        std::string message = say("The resource {} is neither an ARN nor \"*\".",
                                  excerpt_of(resource.text));
        if (resource.text.starts_with('<') && resource.text.ends_with('>'))
            message += " It looks like a placeholder of the documentation: put the ARN there.";
        find("bad-resource", index, std::move(message));
    }
}

void PolicyReader::principals(std::uint32_t object, PolicyStatement& out) {
    const auto index = tree_.find(object, "Principal");
    const auto negation = tree_.find(object, "NotPrincipal");
    if (kind_ != PolicyKind::Trust) {
        for (const auto at : {index, negation}) {
            if (at == JsonTree::kNone) continue;
            find("principal-not-allowed", at,
                 say("In {} the principal is what the policy is attached to. Remove {}.",
                     kind_words(kind_), node(at).key));
        }
        return;
    }
    if (negation != JsonTree::kNone) {
        find("principal-not-allowed", negation,
             "NotPrincipal is not supported in a trust policy. Name those who may assume the role "
             "in "
             "Principal.");
    } else if (index == JsonTree::kNone) {
        find_missing("missing-principal", object, "Principal",
                     "The statement does not say who may assume the role. Add \"Principal\": "
                     "{\"Service\": \"iot.amazonaws.com\"}.");
    }
    if (index == JsonTree::kNone) return;
    if (node(index).kind == JsonKind::String && node(index).text == "*") {
        out.principals.push_back({"*", {"*", node(index).span}});
    } else if (node(index).kind == JsonKind::Object && node(index).children > 0) {
        principal_members(index, out);
    } else {
        find("bad-principal", index,
             "Principal is \"*\" or an object such as {\"Service\": \"iot.amazonaws.com\"}.");
    }
}

void PolicyReader::principal_members(std::uint32_t index, PolicyStatement& out) {
    find_unknown(index, kPrincipalTypes, "Principal");
    for (auto i = tree_.first(index); i != tree_.end(index); i = node(i).next) {
        std::vector<PolicyText> values;
        texts_of(i, "Principal", values);
        for (PolicyText& value : values)
            out.principals.push_back({std::string(node(i).key), std::move(value)});
    }
}

void PolicyReader::conditions(std::uint32_t object, PolicyStatement& out) {
    const auto index = tree_.find(object, "Condition");
    if (index == JsonTree::kNone) return;
    if (node(index).kind != JsonKind::Object) {
        find(
            "bad-condition", index,
            "Condition is an object such as {\"StringEquals\": {\"aws:SourceAccount\": \"...\"}}.");
        return;
    }
    for (auto i = tree_.first(index); i != tree_.end(index); i = node(i).next) {
        const std::string_view name = node(i).key;
        const auto op = read_condition_operator(name);
        if (!op) {
            const std::string_view similar = similar_condition_operator(name);
            find("unknown-operator", i,
                 say("There is no condition operator {}.{}", excerpt_of(name),
                     similar.empty() ? std::string(" One is StringEquals.")
                                     : say(" The nearest is {}.", similar)));
        } else if (node(i).kind != JsonKind::Object) {
            find("bad-condition", i, say("{} is an object from condition keys to values.", name));
        } else {
            condition(i, *op, name, out);
        }
    }
}

void PolicyReader::condition(std::uint32_t index, const ConditionOperator& op,
                             std::string_view name, PolicyStatement& out) {
    for (auto i = tree_.first(index); i != tree_.end(index); i = node(i).next) {
        PolicyCondition condition = {std::string(name), op, std::string(node(i).key), {}, {}};
        condition.span = node(i).span;
        texts_of(i, "Condition", condition.values);
        for (const PolicyText& value : condition.values) {
            const auto at = tree_.node_at(value.span.begin);
            variables(at, value.text);
            const std::string problem = condition_value_problem(op, value.text);
            if (problem.empty()) continue;
            find("bad-condition-value", at,
                 say("The value {} of {} {}.", excerpt_of(value.text), name, problem));
        }
        out.conditions.push_back(std::move(condition));
    }
}

void PolicyReader::variables(std::uint32_t index, std::string_view text) {
    if (unclosed_variable(text) != std::string_view::npos) {
        find("unclosed-variable", index, "A variable that ${ opens is not closed by a brace.",
             PolicySeverity::Warning);
    } else if (text.find("${") != std::string_view::npos && !document_.has_variables()) {
        find("variables-need-version", index,
             say("Variables have a meaning with \"Version\": \"2012-10-17\" only; here {} is plain "
                 "text.",
                 excerpt_of(text)),
             PolicySeverity::Warning);
    }
}

}  // namespace picket
