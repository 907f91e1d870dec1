// Names of audit checks in requests, and whether the account has them enabled.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "picket/model/audit_checks.h"
#include "picket/result.h"
#include "picket/world.h"

namespace picket {

// The row of an API name. The guide's page on mitigation has other names for four checks: those are
// refused with the right one.
Result<const AuditCheckInfo*> read_check_name(std::string_view name, std::string path);

bool check_enabled(const World& world, std::string_view name);

// Of lists of checks that an audit performs: at least one, each known and enabled.
Refusal target_checks_problem(const World& world, const std::vector<std::string>& names);

}  // namespace picket
