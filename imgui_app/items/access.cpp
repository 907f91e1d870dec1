// Access: roles and what they allow, role aliases, logging.
#include "items/areas.h"
#include "items/rows.h"

namespace picket::ui {
namespace {

using Row = TableInfo::Row;
using Text = std::string;

constexpr GridColumn kRoleColumns[] = {
    {"Role", 320, Look::Strong, false,
     [](const World&, const Row& row, Cell& cell) { put_text(cell, value_as<Role>(row).arn); }},
    {"Policies", 80, Look::Text, true,
     [](const World&, const Row& row, Cell& cell) {
         const auto& role = value_as<Role>(row);
         put_number(cell, static_cast<std::int64_t>(role.permission_policies.size() +
                                                    role.managed_policy_arns.size()));
     }},
    {"Modified", 168, Look::Quiet, true,
     [](const World&, const Row& row, Cell& cell) {
         put_time(cell, value_as<Role>(row).modified);
     }},
};

// Documents go into a request as JSON, not as text.
std::string role_body(const Role& role) {
    std::string body = "{\"roleArn\":" + json_text(role.arn);
    if (!role.trust_policy.empty()) body += ",\"trustPolicy\":" + role.trust_policy;
    std::string policies;
    for (const auto& [name, document] : role.permission_policies)
        policies += (policies.empty() ? "" : ",") + json_text(name) + ':' + document;
    if (!policies.empty()) body += ",\"permissionPolicies\":{" + policies + '}';
    if (!role.managed_policy_arns.empty())
        body += ",\"managedPolicyArns\":" + to_json(role.managed_policy_arns);
    return body + '}';
}

void describe_role(const World& world, const Row& row, Dossier& dossier) {
    const auto& role = value_as<Role>(row);
    dossier.title = role.arn.substr(role.arn.rfind('/') + 1);
    dossier.mentions = dossier.subtitle = role.arn;
    FactGroup& trust = dossier.group("Who may assume it");
    trust.facts.push_back({{}, role.trust_policy, Tone::Muted});
    FactGroup& policies = dossier.group("What its policies say");
    for (const auto& [name, document] : role.permission_policies)
        policies.facts.push_back({name, document, Tone::Muted});
    for (const Text& arn : role.managed_policy_arns) policies.facts.push_back({"Managed", arn});
    FactGroup& used = dossier.group("Used by");
    for (const auto& entry : world.mitigation_actions) {
        if (entry.value.role_arn != role.arn) continue;
        if (used.facts.size() < kRelatedMax)
            used.facts.push_back({"Action", entry.key, Tone::Plain, {"actions", entry.key}});
        else
            ++used.left_out;
    }
    dossier.actions = {
        {"Edit", "PutRole", role_body(role)},
        {"Explain access", "ExplainAccess",
         json_object({{"roleArn", role.arn}, {"action", "iot:UpdateCertificate"}}),
         "Whether the role may do something, statement by statement"},
        {"Delete", "DeleteRole", json_object({{"roleArn", role.arn}})},
    };
}

constexpr GridColumn kAliasColumns[] = {
    {"Name", 192, Look::Strong, false,
     [](const World&, const Row& row, Cell& cell) {
         put_text(cell, value_as<RoleAlias>(row).name);
     }},
    {"Role", 320, Look::Text, false,
     [](const World&, const Row& row, Cell& cell) {
         put_text(cell, value_as<RoleAlias>(row).role_arn);
     }},
    {"Credentials last", 120, Look::Text, true,
     [](const World&, const Row& row, Cell& cell) {
         cell.rank = value_as<RoleAlias>(row).credential_duration_seconds;
         cell.text = duration_text(cell.rank * kSecond);
     }},
};

void describe_alias(const World& world, const Row& row, Dossier& dossier) {
    const auto& alias = value_as<RoleAlias>(row);
    dossier.title = dossier.mentions = alias.name;
    dossier.subtitle = iot_arn(world, "rolealias", alias.name);
    FactGroup& facts = dossier.group("");
    facts.facts.push_back(
        {"Role", alias.role_arn, Tone::Plain, item_of_arn(world, alias.role_arn)});
    facts.facts.push_back(
        {"Credentials last", duration_text(alias.credential_duration_seconds * kSecond)});
    facts.facts.push_back({"Modified", time_text(alias.modified)});
    dossier.actions = {
        {"Edit", "UpdateRoleAlias",
         "{\"roleAlias\":" + json_text(alias.name) + ",\"roleArn\":" + json_text(alias.role_arn) +
             ",\"credentialDurationSeconds\":" + std::to_string(alias.credential_duration_seconds) +
             "}"},
        {"Delete", "DeleteRoleAlias", json_object({{"roleAlias", alias.name}})},
    };
}

constexpr GridColumn kLoggingColumns[] = {
    {"Options", 120, Look::Strong, false,
     [](const World&, const Row& row, Cell& cell) { put_text(cell, key_as<Text>(row)); }},
    {"Default level", 120, Look::Text, false,
     [](const World&, const Row& row, Cell& cell) {
         const auto& level = value_as<LoggingOptions>(row).default_log_level;
         if (level) put_state(cell, *level);
     }},
    {"State", 112, Look::State, false,
     [](const World&, const Row& row, Cell& cell) {
         put_text(cell, value_as<LoggingOptions>(row).disable_all_logs ? "DISABLED" : "ENABLED");
     }},
    {"Role", 320, Look::Text, false,
     [](const World&, const Row& row, Cell& cell) {
         put_text(cell, value_as<LoggingOptions>(row).role_arn.value_or(""));
     }},
};

void describe_logging(const World& world, const Row& row, Dossier& dossier) {
    const auto& options = value_as<LoggingOptions>(row);
    dossier.title = "Logging options " + key_as<Text>(row);
    dossier.state = options.disable_all_logs ? "DISABLED" : "ENABLED";
    FactGroup& facts = dossier.group("");
    const Text role = options.role_arn.value_or("");
    facts.facts.push_back({"Role", role, Tone::Plain, item_of_arn(world, role)});
    if (options.default_log_level)
        facts.facts.push_back({"Default level", Text(enum_word(*options.default_log_level))});
    FactGroup& levels = dossier.group("Levels of single targets");
    for (const auto& entry : world.log_levels) {
        if (levels.facts.size() < kRelatedMax)
            levels.facts.push_back({Text(enum_word(entry.key.type)),
                                    entry.key.name + " at " + Text(enum_word(entry.value.level))});
        else
            ++levels.left_out;
    }
    dossier.actions = {
        {"Edit", "SetV2LoggingOptions",
         "{\"roleArn\":" + json_text(role) + ",\"defaultLogLevel\":\"" +
             Text(enum_word(options.default_log_level.value_or(LogLevel::Info))) +
             "\",\"disableAllLogs\":" + (options.disable_all_logs ? "true" : "false") + "}"},
        {"Level of a target", "SetV2LoggingLevel",
         R"({"logTarget":{"targetType":"THING_GROUP","targetName":""},"logLevel":"DEBUG"})"},
    };
}

constexpr Section kAccess[] = {
    {.area = Area::Access,
     .id = "roles",
     .title = "Roles",
     .table = "roles",
     .columns = kRoleColumns,
     .key = row_key<Text>,
     .place = row_place<Text, &World::roles>,
     .describe = describe_role,
     .empty =
         {"No roles are defined",
          "Roles that a call names and the session did not define may do everything, unless the "
          "setting undefinedRoles says otherwise. Define one to see what it allows.",
          "Define a role", "PutRole"},
     .create = "PutRole",
     .create_label = "Define role",
     .sorted = kTableOrder,
     .extend = add_decisions},
    {.area = Area::Access,
     .id = "role-aliases",
     .title = "Role aliases",
     .table = "roleAliases",
     .columns = kAliasColumns,
     .key = row_key<Text>,
     .place = row_place<Text, &World::role_aliases>,
     .describe = describe_alias,
     .empty = {"No role aliases yet", "A device gets credentials of a role through an alias of it.",
               "Create a role alias", "CreateRoleAlias"},
     .create = "CreateRoleAlias",
     .create_label = "New alias"},
    {.area = Area::Access,
     .id = "logging",
     .title = "Logging",
     .table = "loggingOptions",
     .columns = kLoggingColumns,
     .key = row_key<Text>,
     .place = row_place<Text, &World::logging_options>,
     .describe = describe_logging,
     .empty = {"Logging was never set up", "The audit check LOGGING_DISABLED_CHECK looks at this.",
               "Turn logging on", "SetV2LoggingOptions"}},
};

}  // namespace

std::span<const Section> access_sections() { return kAccess; }

}  // namespace picket::ui
