// See detect_task_tables.h.
#include "service/mitigation/detect_task_tables.h"

#include "service/facets.h"
#include "service/list_window.h"

namespace picket {
namespace {

NewestFirst key_of(const DetectTask& task) {
    return {task.summary.task_start_time, task.summary.task_id};
}

std::vector<std::string> facets_of(const DetectTask& task) {
    return {task_status_facet(task.summary.task_status)};
}

std::vector<std::string> facets_of(const DetectExecution& execution) {
    return {execution_task_facet(execution.task_id),
            execution_violation_facet(execution.violation_id),
            execution_thing_facet(execution.thing_name)};
}

// Takes a task out of index and tokens; its executions stay.
void unlink(World& world, const DetectTask& task) {
    erase_facets(world.detect_tasks_by, key_of(task), facets_of(task));
    const std::string* owner = world.detect_task_tokens.find(task.client_request_token);
    if (owner != nullptr && *owner == task.summary.task_id)
        world.detect_task_tokens.erase(task.client_request_token);
}

}  // namespace

std::string task_status_facet(DetectTaskStatus status) {
    return facet("status", enum_name(status));
}
std::string execution_task_facet(std::string_view task_id) { return facet("task", task_id); }
std::string execution_violation_facet(std::string_view violation_id) {
    return facet("violation", violation_id);
}
std::string execution_thing_facet(std::string_view thing) { return facet("thing", thing); }

const DetectTask* find_detect_task(const World& world, const std::string& task_id) {
    const DetectTask* task = world.detect_tasks.find(task_id);
    const bool retained = task != nullptr &&
                          task->summary.task_start_time >=
                              retained_from(world, Setting::DetectTaskRetentionDays);
    return retained ? task : nullptr;
}

void put_detect_task(World& world, DetectTask task) {
    const std::string id = task.summary.task_id;
    if (const DetectTask* found = world.detect_tasks.find(id)) {
        const DetectTask before = *found;
        unlink(world, before);
    }
    put_facets(world.detect_tasks_by, key_of(task), facets_of(task));
    if (!task.client_request_token.empty())
        world.detect_task_tokens.put(task.client_request_token, id);
    world.detect_tasks.put(id, std::move(task));
}

void erase_detect_task(World& world, const std::string& task_id) {
    const DetectTask* found = world.detect_tasks.find(task_id);
    if (found == nullptr) return;
    const DetectTask task = *found;
    unlink(world, task);
    for (const NewestFirst& key :
         facet_keys(world.detect_executions_by, execution_task_facet(task_id))) {
        const DetectExecution execution = *world.detect_executions.find(key);
        erase_facets(world.detect_executions_by, key, facets_of(execution));
        world.detect_executions.erase(key);
    }
    world.detect_tasks.erase(task_id);
}

void put_detect_execution(World& world, DetectExecution execution) {
    const Timestamp start = execution.execution_start_date;
    NewestFirst key = {start, {}};
    for (const NewestFirst& other : facet_keys(
             world.detect_executions_by, execution_task_facet(execution.task_id), {start, start})) {
        const DetectExecution& found = *world.detect_executions.find(other);
        if (found.violation_id == execution.violation_id &&
            found.action_name == execution.action_name)
            key = other;
    }
    if (key.id.empty()) {
        key.id = next_id_at(world.detect_executions_by, start);
    } else {
        const DetectExecution before = *world.detect_executions.find(key);
        erase_facets(world.detect_executions_by, key, facets_of(before));
    }
    put_facets(world.detect_executions_by, key, facets_of(execution));
    world.detect_executions.put(key, std::move(execution));
}

}  // namespace picket
