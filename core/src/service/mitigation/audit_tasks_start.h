// StartAuditMitigationActionsTask; its row stands with the others in audit_tasks.cpp.
#pragma once

#include "picket/result.h"
#include "service/mitigation/audit_tasks.h"
#include "world/context.h"

namespace picket {

Result<StartAuditMitigationActionsTaskResponse>
start_audit_mitigation_task(World& world, Context& context,
                            const StartAuditMitigationActionsTaskRequest& in);

}  // namespace picket
