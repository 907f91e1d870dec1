// See check_names.h.
#include "service/audit/check_names.h"

#include "service/refuse.h"

namespace picket {

Result<const AuditCheckInfo*> read_check_name(std::string_view name, std::string path) {
    if (const AuditCheckInfo* check = find_audit_check(name)) return check;
    for (const AuditCheckInfo& check : kAuditChecks) {
        if (check.alias.empty() || check.alias != name) continue;
        return invalid(quoted(name) +
                           " is what the guide's page on mitigation actions calls the check " +
                           std::string(check.name) + ". The API takes only that name.",
                       std::move(path));
    }
    return invalid("No audit check is named " + quoted(name) +
                       ". DescribeAccountAuditConfiguration lists them all.",
                   std::move(path));
}

bool check_enabled(const World& world, std::string_view name) {
    const AuditConfiguration* row = world.audit_configuration.find("account");
    return row != nullptr && row->collecting_since.find(name) != nullptr;
}

std::optional<Error> target_checks_problem(const World& world,
                                           const std::vector<std::string>& names) {
    if (names.empty()) {
        return invalid("targetCheckNames is empty. Name at least one audit check.",
                       "targetCheckNames");
    }
    for (std::size_t i = 0; i < names.size(); ++i) {
        std::string path = "targetCheckNames[" + std::to_string(i) + "]";
        if (auto check = read_check_name(names[i], path); !check) return std::move(check).error();
        if (!check_enabled(world, names[i])) {
            return invalid("The audit check " + names[i] +
                               " is not enabled. Enable it with UpdateAccountAuditConfiguration.",
                           std::move(path));
        }
    }
    return std::nullopt;
}

}  // namespace picket
