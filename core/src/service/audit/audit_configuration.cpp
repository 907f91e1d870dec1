// UpdateAccountAuditConfiguration, DescribeAccountAuditConfiguration,
// DeleteAccountAuditConfiguration.
//
// Not modelled yet: the data that checks collect. The configuration knows since when each enabled
// check collects, and disabling one forgets that.
#include "service/audit/audit_configuration.h"

#include "service/audit/audit_tables.h"
#include "service/audit/check_names.h"
#include "service/facts.h"
#include "service/op.h"
#include "service/pair_range.h"
#include "service/refuse.h"
#include "service/tables.h"
#include "text/decimal.h"
#include "text/say.h"
#include "world/context.h"

namespace picket {
namespace {

constexpr std::string_view kRow = "account";
constexpr const char* kChecksPath = "auditCheckConfigurations";

// Which threshold a check has is documented on the check's own page, with its range.
Refusal threshold_problem(const AuditCheckInfo& check, const std::string& key,
                          const std::string& value, const std::string& path) {
    const std::string name(check.name);
    if (check.configuration_key.empty())
        return invalid(say("{} has no threshold to configure. Leave configuration out.", name),
                       path);
    if (key != check.configuration_key) {
        return invalid(
            say("The threshold of {} is named {}, not {}.", name, check.configuration_key, key),
            path);
    }
    const auto days = parse_int64(value);
    if (days && *days >= check.days_min && *days <= check.days_max) return std::nullopt;
    return invalid(say("{} is '{}'. It takes a whole number of days as text, {} to {}.", key, value,
                       check.days_min, check.days_max),
                   path);
}

Refusal checks_problem(const AuditCheckConfigurations& checks) {
    for (const auto& [name, given] : checks) {
        const std::string path = say("{}.{}", kChecksPath, name);
        auto check = read_check_name(name, path);
        if (!check) return std::move(check).error();
        if (!given.configuration) continue;
        for (const auto& [key, value] : *given.configuration) {
            if (auto problem = threshold_problem(**check, key, value,
                                                 say("{}.configuration.{}", path, key))) {
                return problem;
            }
        }
    }
    return std::nullopt;
}

Refusal first_call_problem(const UpdateAccountAuditConfigurationRequest& in) {
    if (!in.role_arn) {
        return invalid("The account has no audit configuration yet, and the first call must have "
                       "roleArn. Name the role that audits read the account with.",
                       "roleArn");
    }
    if (in.checks) {
        for (const auto& [name, given] : *in.checks) {
            if (given.enabled.value_or(false)) return std::nullopt;
        }
    }
    return invalid("The account has no audit configuration yet, and the first call must enable at "
                   "least one check: {\"LOGGING_DISABLED_CHECK\": {\"enabled\": true}}.",
                   kChecksPath);
}

Refusal disable_problem(const World& world, const AuditCheckConfigurations& checks) {
    for (const auto& [name, given] : checks) {
        if (given.enabled.value_or(true)) continue;
        const auto users = pair_seconds(world.scheduled_audits_by_check, name);
        if (users.empty()) continue;
        return invalid(
            say("The audit check {} cannot be disabled while the scheduled audit '{}' uses it. "
                "Take it out with UpdateScheduledAudit, or delete the scheduled audit.",
                name, users.front()),
            say("{}.{}.enabled", kChecksPath, name));
    }
    return std::nullopt;
}

// Members that are absent keep what is there, at every level.
void merge_target(const AuditNotificationTarget& given, AuditNotificationTarget& kept) {
    if (given.target_arn) kept.target_arn = given.target_arn;
    if (given.role_arn) kept.role_arn = given.role_arn;
    if (given.enabled) kept.enabled = given.enabled;
}

void merge_check(const AuditCheckConfiguration& given, AuditCheckConfiguration& kept) {
    if (given.enabled) kept.enabled = given.enabled;
    if (!given.configuration) return;
    if (!kept.configuration) kept.configuration.emplace();
    for (const auto& [key, value] : *given.configuration) (*kept.configuration)[key] = value;
}

void merge(const UpdateAccountAuditConfigurationRequest& in, Timestamp now,
           AuditConfiguration& row) {
    if (in.role_arn) row.role_arn = in.role_arn;
    if (in.targets) {
        if (!row.targets) row.targets.emplace();
        for (const auto& [type, given] : *in.targets) merge_target(given, (*row.targets)[type]);
    }
    if (!in.checks) return;
    for (const auto& [name, given] : *in.checks) {
        merge_check(given, row.checks[name]);
        if (!given.enabled) continue;
        if (!*given.enabled) {
            row.collecting_since.erase(name);
        } else if (row.collecting_since.find(name) == nullptr) {
            row.collecting_since[name] = now;
        }
    }
}

Result<UpdateAccountAuditConfigurationResponse>
update_configuration(World& world, Context& context,
                     const UpdateAccountAuditConfigurationRequest& in) {
    if (in.checks) {
        if (auto problem = checks_problem(*in.checks)) return problem;
    }
    const AuditConfiguration* before = world.audit_configuration.find(kRow);
    if (before == nullptr) {
        if (auto problem = first_call_problem(in)) return problem;
    }
    if (in.checks) {
        if (auto problem = disable_problem(world, *in.checks)) return problem;
    }
    AuditConfiguration row = before != nullptr ? *before : AuditConfiguration{};
    merge(in, context.now(), row);
    std::vector<std::string> enabled;
    for (const auto& [name, since] : row.collecting_since) enabled.push_back(name);
    Facts facts;
    if (row.role_arn) facts.text("roleArn", *row.role_arn);
    facts.texts("enabledChecks", enabled);
    context.note("auditConfiguration.updated", std::string(kRow),
                 say("The audit configuration was updated; {}{}",
                     counted(static_cast<std::int64_t>(enabled.size()), "check"),
                     enabled.size() == 1 ? " is enabled." : " are enabled."),
                 facts.json());
    world.audit_configuration.put(std::string(kRow), std::move(row));
    return UpdateAccountAuditConfigurationResponse{};
}

// Every check there is has a row, also before anything was configured.
Result<DescribeAccountAuditConfigurationResponse>
describe_configuration(const World& world, const DescribeAccountAuditConfigurationRequest&) {
    DescribeAccountAuditConfigurationResponse out;
    const AuditConfiguration* row = world.audit_configuration.find(kRow);
    if (row != nullptr) {
        out.role_arn = row->role_arn;
        out.targets = row->targets;
        out.checks = row->checks;
    }
    if (row != nullptr && !row->knows_all_checks) return out;
    for (const AuditCheckInfo& check : kAuditChecks) {
        AuditCheckConfiguration& described = out.checks[std::string(check.name)];
        if (!described.enabled) described.enabled = false;
    }
    return out;
}

Result<DeleteAccountAuditConfigurationResponse>
delete_configuration(World& world, Context& context,
                     const DeleteAccountAuditConfigurationRequest& in) {
    if (!world.audit_configuration.contains(kRow)) {
        return refuse(ErrorCode::ResourceNotFound, "The account has no audit configuration. "
                                                   "UpdateAccountAuditConfiguration makes one.");
    }
    std::vector<std::string> schedules;
    if (in.delete_scheduled_audits.value_or(false)) {
        for (const auto& entry : world.scheduled_audits) schedules.push_back(entry.key);
    }
    for (const std::string& name : schedules) erase_scheduled_audit(world, name);
    world.audit_configuration.erase(kRow);
    Facts facts;
    facts.texts("deletedScheduledAudits", schedules);
    context.note("auditConfiguration.deleted", std::string(kRow),
                 say("The audit configuration was deleted: all checks are disabled. {}{}",
                     counted(static_cast<std::int64_t>(schedules.size()), "scheduled audit"),
                     schedules.size() == 1 ? " was deleted with it." : " were deleted with it."),
                 facts.json());
    return DeleteAccountAuditConfigurationResponse{};
}

using enum ErrorCode;

constexpr std::string_view kGroup = "Audit configuration";
constexpr std::string_view kUri = "/audit/configuration";

constexpr Operation kAuditConfigurationOperations[] = {
    op<&update_configuration>(
        "UpdateAccountAuditConfiguration", kGroup, Method::Patch, kUri,
        errors<InvalidRequest, Throttling, InternalFailure>(),
        "Says which checks audits may use, with which role, and who is told."),
    op<&describe_configuration>("DescribeAccountAuditConfiguration", kGroup, Method::Get, kUri,
                                errors<Throttling, InternalFailure>(),
                                "Lists all audit checks, and which of them are enabled."),
    op<&delete_configuration>(
        "DeleteAccountAuditConfiguration", kGroup, Method::Delete, kUri,
        errors<InvalidRequest, ResourceNotFound, Throttling, InternalFailure>(),
        "Disables all audit checks, optionally deleting the scheduled audits."),
};

}  // namespace

std::span<const Operation> audit_configuration_operations() {
    return kAuditConfigurationOperations;
}

}  // namespace picket
