// ListDetectMitigationActionsTasks, ListDetectMitigationActionsExecutions. Their rows stand in
// detect_tasks.cpp.
#pragma once

#include "picket/world.h"
#include "service/mitigation/detect_tasks.h"

namespace picket {

Result<ListDetectMitigationActionsTasksResponse>
list_detect_mitigation_actions_tasks(const World& world,
                                     const ListDetectMitigationActionsTasksRequest& in);

Result<ListDetectMitigationActionsExecutionsResponse>
list_detect_mitigation_actions_executions(const World& world,
                                          const ListDetectMitigationActionsExecutionsRequest& in);

}  // namespace picket
