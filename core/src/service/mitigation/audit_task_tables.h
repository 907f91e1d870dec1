// Keeps the tables of audit mitigation tasks in agreement with their indexes, and says which
// findings a task is about. Handlers check and report; only these functions write.
//
// Not modelled yet: tasks that are no longer retained stay in the tables; nothing answers them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "picket/world.h"
#include "service/facets.h"

namespace picket {

// Nothing also when the row exists, but is no longer retained.
const AuditMitigationTask* find_audit_mitigation_task(const World& world, std::string_view id);

// Replaces the task of the same id. `task.audits` follows from the target.
void put_audit_mitigation_task(World& world, AuditMitigationTask task);
std::string mitigated_audit_facet(std::string_view audit_task_id);
std::string mitigated_finding_facet(std::string_view finding_id);

// The findings of a target that are retained, newest first; of an audit, all it found.
std::vector<const AuditFinding*> target_findings(const World& world,
                                                 const AuditMitigationTarget& target);

// Whether the finding is in the target, skipped or not.
bool targets(const AuditMitigationTarget& target, const AuditFinding& finding);
// Whether the task applies actions to a finding of its target: it is not suppressed, its check has
// actions, and the filter lets it pass.
bool acts_on(const World& world, const AuditMitigationTask& task, const AuditFinding& finding);

// (task, finding) in keys of executions: a character that is in neither parts them.
std::string execution_group(std::string_view task_id, std::string_view finding_id);
// Executions of the task on the finding: rows of those that have begun, and the others as they
// follow from the task, in the order of the actions.
Table<PairKey, AuditMitigationExecution>
executions_of(const World& world, const std::string& task_id, const std::string& finding_id);

}  // namespace picket
