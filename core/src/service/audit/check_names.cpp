// See check_names.h.
#include "service/audit/check_names.h"

#include "service/refuse.h"
#include "text/say.h"

namespace picket {

Result<const AuditCheckInfo*> read_check_name(std::string_view name, std::string path) {
    if (const AuditCheckInfo* check = find_audit_check(name)) return check;
    for (const AuditCheckInfo& check : kAuditChecks) {
        if (check.alias.empty() || check.alias != name) continue;
        return invalid(say("'{}' is what the guide's page on mitigation actions calls the check "
                           "{}. The API takes only that name.",
                           name, check.name),
                       std::move(path));
    }
    return invalid(
        say("No audit check is named '{}'. DescribeAccountAuditConfiguration lists them all.",
            name),
        std::move(path));
}

bool check_enabled(const World& world, std::string_view name) {
    const AuditConfiguration* row = world.audit_configuration.find("account");
    return row != nullptr && row->collecting_since.find(name) != nullptr;
}

Refusal target_checks_problem(const World& world, const std::vector<std::string>& names) {
    if (names.empty()) {
        return invalid("targetCheckNames is empty. Name at least one audit check.",
                       "targetCheckNames");
    }
    for (std::size_t i = 0; i < names.size(); ++i) {
        std::string path = say("targetCheckNames[{}]", i);
        if (auto check = read_check_name(names[i], path); !check) return std::move(check).error();
        if (!check_enabled(world, names[i])) {
            return invalid(say("The audit check {} is not enabled. Enable it with "
                               "UpdateAccountAuditConfiguration.",
                               names[i]),
                           std::move(path));
        }
    }
    return std::nullopt;
}

}  // namespace picket
