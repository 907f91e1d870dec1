// PutRole, DescribeRole, ListRoles, DeleteRole, ExplainAccess: Picket's own verbs about IAM roles.
//
// A session defines the roles whose permissions matter to it; IAM's own operations are not there.
// Documents may be given as JSON or, as IAM's clients do, as the text of JSON.
#include "service/iam/roles.h"

#include "service/arn.h"
#include "service/facts.h"
#include "service/iam/managed_policies.h"
#include "service/iam/role_may.h"
#include "service/op.h"
#include "service/paginate.h"
#include "service/refuse.h"
#include "service/tables.h"
#include "text/json_copy.h"
#include "text/say.h"
#include "world/context.h"

namespace picket {
namespace {

// The trust policy of all roles in the documentation.
constexpr std::string_view kIotTrust =
    R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow",)"
    R"("Principal":{"Service":"iot.amazonaws.com"},"Action":"sts:AssumeRole"}]})";

constexpr std::string_view kRolePrefix = "role/";

std::string partition_of(const World& world) {
    const std::string own = resource_arn(world, "");
    return own.substr(4, own.find(':', 4) - 4);
}

std::string_view name_of(std::string_view role_arn) {
    return role_arn.substr(role_arn.rfind('/') + 1);
}

// arn:PARTITION:iam::ACCOUNT:role/PATH/NAME
bool is_role_arn(std::string_view arn) {
    const TextPattern form = read_pattern("arn:aws*:iam::????????????:role/?*", nullptr);
    const std::string_view name = name_of(arn);
    return matches_arn(form, arn) && name.size() <= 64 &&
           pattern_matches(Pattern::PolicyName, name);
}

// A role is named by one of two members.
template <class In>
Result<std::string> role_arn_of(const World& world, const In& in) {
    if (in.role_name.has_value() == in.role_arn.has_value()) {
        return invalid("A role is named by roleName or by roleArn. Give one of them.",
                       in.role_arn ? "roleArn" : "roleName");
    }
    if (in.role_name) {
        return say("arn:{}:iam::{}:{}{}", partition_of(world), world.account, kRolePrefix,
                   *in.role_name);
    }
    if (is_role_arn(*in.role_arn)) return *in.role_arn;
    return invalid(say("'{}' is not the ARN of a role. The form is arn:{}:iam::{}:role/NAME.",
                       *in.role_arn, partition_of(world), world.account),
                   "roleArn");
}

// The document as compact JSON text. A mistake in a document that is given as JSON has a path of
// the request; one in a text has its line and column there.
Result<std::string> read_document(const JsonText& given, PolicyKind kind, const std::string& path) {
    PICKET_TRY(JsonTree tree, read_json_strict(given.text));
    const bool as_text = tree.node(0).kind == JsonKind::String;
    const std::string text = as_text ? std::string(tree.node(0).text) : given.text;
    const ReadPolicy read = read_policy(text, kind);
    if (const PolicyFinding* finding = read.first_error()) {
        Error error = {.code = ErrorCode::MalformedPolicy, .path = path};
        if (as_text) {
            error.message = say("The policy document is malformed. {}",
                                placed_message(text, *finding));
        } else {
            error.message = say("The policy document is malformed. {}", finding->message);
            if (!finding->path.empty()) error.path += say(".{}", finding->path);
        }
        return error;
    }
    if (as_text) {
        PICKET_TRY(tree, read_json_strict(text));
    }
    std::string out;
    JsonWriter writer(out);
    write_json(tree, 0, writer);
    return out;
}

Refusal managed_problem(const World& world, const std::vector<std::string>& arns) {
    for (std::size_t i = 0; i < arns.size(); ++i) {
        if (find_managed_policy(arns[i]) != nullptr) continue;
        std::string known;
        for (const ManagedPolicy& policy : managed_policies()) {
            known += (known.empty() ? "" : ", ") + managed_policy_arn(policy, partition_of(world));
        }
        std::string path = "managedPolicyArns";
        append_path_index(path, i);
        return invalid(say("What '{}' allows is not known here. Give its document in "
                           "permissionPolicies, or use one of {}.",
                           arns[i], known),
                       std::move(path));
    }
    return std::nullopt;
}

Result<PutRoleResponse> put_role(World& world, Context& context, const PutRoleRequest& in) {
    PICKET_TRY(const std::string arn, role_arn_of(world, in));
    const Role* before = world.roles.find(arn);
    Role role;
    role.arn = arn;
    role.trust_policy = kIotTrust;
    if (in.trust_policy) {
        PICKET_TRY(role.trust_policy,
                   read_document(*in.trust_policy, PolicyKind::Trust, "trustPolicy"));
    }
    if (in.permission_policies) {
        for (const auto& [name, document] : *in.permission_policies) {
            std::string path = "permissionPolicies";
            append_path_key(path, name);
            PICKET_TRY(role.permission_policies[name],
                       read_document(document, PolicyKind::Identity, path));
        }
    }
    if (in.managed_policy_arns) {
        if (auto problem = managed_problem(world, *in.managed_policy_arns)) return problem;
        role.managed_policy_arns = *in.managed_policy_arns;
    }
    role.created = before != nullptr ? before->created : context.now();
    role.modified = context.now();
    Facts facts;
    facts.text("roleArn", arn).json("trustPolicy", role.trust_policy);
    facts.number("permissionPolicies", static_cast<std::int64_t>(role.permission_policies.size()));
    facts.texts("managedPolicyArns", role.managed_policy_arns);
    context.note(
        before != nullptr ? "role.updated" : "role.created", std::string(name_of(arn)),
        say("The role '{}' was {}", name_of(arn), before != nullptr ? "defined anew." : "defined."),
        facts.json());
    world.roles.put(arn, std::move(role));
    return PutRoleResponse{arn};
}

RoleDescription describe(const Role& role) {
    RoleDescription out;
    out.role_arn = role.arn;
    out.role_name = name_of(role.arn);
    out.trust_policy.text = role.trust_policy;
    for (const auto& [name, text] : role.permission_policies)
        out.permission_policies[name].text = text;
    out.managed_policy_arns = role.managed_policy_arns;
    out.creation_date = role.created;
    out.last_modified_date = role.modified;
    return out;
}

Refusal role_missing(const std::string& arn) {
    return refuse(ErrorCode::ResourceNotFound,
                  say("The session defines no role {}. Define it with PutRole; until then the "
                      "setting undefinedRoles decides what it may do.",
                      arn));
}

Result<DescribeRoleResponse> describe_role(const World& world, const DescribeRoleRequest& in) {
    PICKET_TRY(const std::string arn, role_arn_of(world, in));
    const Role* role = world.roles.find(arn);
    if (role == nullptr) return role_missing(arn);
    return DescribeRoleResponse{describe(*role)};
}

Result<ListRolesResponse> list_roles(const World& world, const ListRolesRequest& in) {
    PICKET_TRY(const Page page, read_page("ListRoles", {}, in.max_results, in.next_token));
    ListRolesResponse out;
    PICKET_TRY(out.next_token, walk_page(page, world.roles, std::string(), [&](const auto& entry) {
                   out.roles.push_back(describe(entry.value));
               }));
    return out;
}

Result<DeleteRoleResponse> delete_role(World& world, Context& context,
                                       const DeleteRoleRequest& in) {
    PICKET_TRY(const std::string arn, role_arn_of(world, in));
    if (!world.roles.erase(arn)) return role_missing(arn);
    context.note("role.deleted", std::string(name_of(arn)),
                 say("The role '{}' was deleted.", name_of(arn)));
    return DeleteRoleResponse{};
}

std::string_view verdict_word(Verdict verdict) {
    switch (verdict) {
    case Verdict::Allow:
        return "allowed";
    case Verdict::ExplicitDeny:
        return "explicitDeny";
    case Verdict::ImplicitDeny:
        return "implicitDeny";
    }
    PICKET_UNREACHABLE();
}

Result<ExplainAccessResponse> explain_access(const World& world, const ExplainAccessRequest& in) {
    if (in.action.find(':') == std::string::npos) {
        return invalid(
            say("The action '{}' has not the form SERVICE:NAME, as in iot:UpdateCertificate.",
                in.action),
            "action");
    }
    PolicyContext context;
    if (in.context) {
        for (const auto& [key, values] : *in.context) context.set(key, values);
    }
    const RoleDecision decision = role_may(world, in.role_arn, in.action, in.resource.value_or("*"),
                                           context, in.service.value_or(std::string(kIotService)));
    ExplainAccessResponse out;
    out.allowed = decision.allowed();
    out.decision = verdict_word(decision.verdict);
    out.assumable = decision.assumable;
    out.defined = decision.defined;
    out.explanation = decision.explanation;
    for (const StatementVerdict& statement : decision.statements) {
        ExplainedStatement explained = {
            statement.policy,    static_cast<std::int64_t>(statement.index),
            std::nullopt,        statement.allows ? "Allow" : "Deny",
            statement.applies(), explain(statement)};
        if (!statement.sid.empty()) explained.sid = statement.sid;
        out.statements.push_back(std::move(explained));
    }
    return out;
}

using enum ErrorCode;

constexpr std::string_view kGroup = "Roles";
constexpr auto kNaming = errors<InvalidRequest, ResourceNotFound>();

constexpr Operation kRoleOperations[] = {
    verb<&put_role>(
        "PutRole", kGroup, "/_picket/PutRole", errors<InvalidRequest, MalformedPolicy>(),
        "Defines an IAM role, or defines it anew: who may assume it and what it may do."),
    verb<&describe_role>("DescribeRole", kGroup, "/_picket/DescribeRole", kNaming,
                         "Tells of a role that the session defined."),
    verb<&list_roles>("ListRoles", kGroup, "/_picket/ListRoles", errors<InvalidRequest>(),
                      "Lists the roles that the session defined."),
    verb<&delete_role>("DeleteRole", kGroup, "/_picket/DeleteRole", kNaming,
                       "Forgets a role; undefinedRoles then decides what it may do."),
    verb<&explain_access>("ExplainAccess", kGroup, "/_picket/ExplainAccess",
                          errors<InvalidRequest>(),
                          "Says whether a role may do something, and why, statement by statement."),
};

}  // namespace

std::span<const Operation> role_operations() { return kRoleOperations; }

}  // namespace picket
