// Resources in requests: a ResourceIdentifier names exactly one.
#pragma once

#include <optional>
#include <string>

#include "picket/model/audit_checks.h"
#include "picket/result.h"

namespace picket {

// None or several members are set, or the one that is set says nothing.
Refusal resource_problem(const ResourceIdentifier& resource);
// A kind of resource that the check does not look at.
Refusal resource_kind_problem(const AuditCheckInfo& check, const ResourceIdentifier& resource);

}  // namespace picket
