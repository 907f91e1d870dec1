// Keeps the tables of Detect mitigation tasks in agreement with their indexes, and forgets tasks
// that are no longer retained when their id is used again.
#pragma once

#include <string>
#include <string_view>

#include "picket/world.h"

namespace picket {

// Facets of tasks and of executions.
std::string task_status_facet(DetectTaskStatus status);
std::string execution_task_facet(std::string_view task_id);
std::string execution_violation_facet(std::string_view violation_id);
std::string execution_thing_facet(std::string_view thing);

// nullptr when there is no such task, or it is no longer retained.
const DetectTask* find_detect_task(const World& world, const std::string& task_id);
void put_detect_task(World& world, DetectTask task);
void erase_detect_task(World& world, const std::string& task_id);  // with its executions

// Replaces the execution of the same task, violation, action and start.
void put_detect_execution(World& world, DetectExecution execution);

}  // namespace picket
