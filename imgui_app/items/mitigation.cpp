// Mitigation: actions, the tasks that apply them, and how each execution went.
#include "items/areas.h"
#include "items/rows.h"

namespace picket::ui {
namespace {

using Row = TableInfo::Row;
using Text = std::string;

std::string action_words(const MitigationActionParams& params) {
    if (params.update_device_certificate) return "Deactivates the device certificate";
    if (params.update_ca_certificate) return "Deactivates the CA certificate";
    if (params.add_things_to_thing_group) {
        std::string names;
        for (const Text& name : params.add_things_to_thing_group->thing_group_names)
            names += (names.empty() ? "" : ", ") + name;
        return "Adds the things to " + names;
    }
    if (params.replace_default_policy_version) return "Makes a blank policy the default";
    if (params.enable_iot_logging)
        return "Turns logging on at " +
               std::string(enum_word(params.enable_iot_logging->log_level));
    if (params.publish_finding_to_sns)
        return "Publishes the finding to " + params.publish_finding_to_sns->topic_arn;
    return "";
}

constexpr GridColumn kActionColumns[] = {
    {"Name", 224, Look::Strong, false,
     [](const World&, const Row& row, Cell& cell) {
         put_text(cell, value_as<MitigationAction>(row).name);
     }},
    {"What it does", 320, Look::Text, false,
     [](const World&, const Row& row, Cell& cell) {
         cell.text = action_words(value_as<MitigationAction>(row).params);
     }},
    {"Created", 168, Look::Quiet, true,
     [](const World&, const Row& row, Cell& cell) {
         put_time(cell, value_as<MitigationAction>(row).created);
     }},
};

void describe_action(const World& world, const Row& row, Dossier& dossier) {
    const auto& action = value_as<MitigationAction>(row);
    dossier.title = dossier.mentions = action.name;
    dossier.subtitle = iot_arn(world, "mitigationaction", action.name);
    FactGroup& facts = dossier.group("");
    facts.facts.push_back({"Does", action_words(action.params)});
    facts.facts.push_back(
        {"With role", action.role_arn, Tone::Plain, item_of_arn(world, action.role_arn)});
    facts.facts.push_back({"Modified", time_text(action.modified)});
    if (const auto& adding = action.params.add_things_to_thing_group) {
        FactGroup& groups = dossier.group("Groups");
        for (const Text& name : adding->thing_group_names) {
            const bool known = world.thing_groups.contains(name);
            groups.facts.push_back({{},
                                    known ? name : name + " (there is no such group)",
                                    known ? Tone::Plain : Tone::Warn,
                                    known ? ItemRef{"groups", name} : ItemRef{}});
        }
    }
    dossier.actions = {
        {"Edit", "UpdateMitigationAction",
         "{\"actionName\":" + json_text(action.name) + ",\"roleArn\":" +
             json_text(action.role_arn) + ",\"actionParams\":" + to_json(action.params) + "}"},
        {"Delete", "DeleteMitigationAction", json_object({{"actionName", action.name}})},
    };
}

// An execution over time, and the way to it.
template <class Status>
void add_bar(const World& world, Dossier& dossier, std::string label, Timestamp start,
             const std::optional<Timestamp>& end, const std::optional<Status>& status,
             ItemRef link) {
    const std::string word(status ? enum_word(*status) : std::string_view());
    dossier.bars.push_back({std::move(label), static_cast<double>(start.ms),
                            static_cast<double>(end.value_or(world.now).ms), tone_of_state(word),
                            !end.has_value(), word});
    dossier.bar_links.push_back(std::move(link));
}

constexpr GridColumn kDetectTaskColumns[] = {
    {"Task", 208, Look::Strong, false,
     [](const World&, const Row& row, Cell& cell) {
         put_text(cell, value_as<DetectTask>(row).summary.task_id);
     }},
    {"Status", 136, Look::State, false,
     [](const World&, const Row& row, Cell& cell) {
         put_state(cell, value_as<DetectTask>(row).summary.task_status);
     }},
    {"Started", 168, Look::Quiet, true,
     [](const World&, const Row& row, Cell& cell) {
         put_time(cell, value_as<DetectTask>(row).summary.task_start_time);
     }},
    {"Executed", 88, Look::Text, true,
     [](const World&, const Row& row, Cell& cell) {
         const auto& statistics = value_as<DetectTask>(row).summary.task_statistics;
         put_number(cell, statistics ? statistics->actions_executed.value_or(0) : 0);
     }},
    {"Failed", 80, Look::Text, true,
     [](const World&, const Row& row, Cell& cell) {
         const auto& statistics = value_as<DetectTask>(row).summary.task_statistics;
         put_number(cell, statistics ? statistics->actions_failed.value_or(0) : 0);
     }},
};

// The oldest first, as time runs.
void add_detect_executions(const World& world, const Text& task, Dossier& dossier) {
    const auto& index = world.detect_executions_by;
    const Text facet = "task=" + task;
    const auto begin = index.lower_bound(FacetKey{facet, kTimestampMax, {}});
    auto at = index.lower_bound(FacetKey{facet, kTimestampMin, {}});
    while (at != begin) {
        --at;
        if (dossier.bars.size() == kBarsMax)
            return void(dossier.bars_left_out = at.index() - begin.index() + 1);
        const NewestFirst key{at->key.time, at->key.id};
        const DetectExecution* execution = world.detect_executions.find(key);
        if (execution == nullptr) continue;
        add_bar(world, dossier, execution->thing_name + ": " + execution->action_name,
                execution->execution_start_date, execution->execution_end_date,
                std::optional(execution->status), {"detect-executions", write_key(key)});
    }
}

void describe_detect_task(const World& world, const Row& row, Dossier& dossier) {
    const auto& task = value_as<DetectTask>(row).summary;
    dossier.title = dossier.mentions = task.task_id;
    dossier.state = enum_word(task.task_status);
    FactGroup& facts = dossier.group("");
    facts.facts.push_back({"Started", time_text(task.task_start_time)});
    if (task.task_end_time) facts.facts.push_back({"Ended", time_text(*task.task_end_time)});
    if (task.target && task.target->security_profile_name)
        facts.facts.push_back(
            {"Behavior",
             task.target->behavior_name.value_or("") + " of " + *task.target->security_profile_name,
             Tone::Plain,
             {"profiles", *task.target->security_profile_name}});
    facts.facts.push_back(
        {"Alarms found", count_text(value_as<DetectTask>(row).violation_ids.size())});
    FactGroup& actions = dossier.group("Actions");
    for (const auto& action :
         task.actions_definition.value_or(std::vector<MitigationActionDefinition>())) {
        const Text name = action.name.value_or("");
        actions.facts.push_back({{}, name, Tone::Plain, {"actions", name}});
    }
    FactGroup& executions = dossier.group("Executions");
    add_facet(executions, world.detect_executions_by, "task=" + task.task_id,
              [&](const NewestFirst& key) -> std::optional<Fact> {
                  const DetectExecution* execution = world.detect_executions.find(key);
                  if (execution == nullptr) return std::nullopt;
                  const std::string_view word = enum_word(execution->status);
                  return Fact{std::string(word),
                              execution->action_name + " on " + execution->thing_name,
                              tone_of_state(word),
                              {"detect-executions", write_key(key)}};
              });
    add_detect_executions(world, task.task_id, dossier);
    dossier.actions = {
        {"Cancel", "CancelDetectMitigationActionsTask", json_object({{"taskId", task.task_id}})}};
}

constexpr GridColumn kAuditTaskColumns[] = {
    {"Task", 208, Look::Strong, false,
     [](const World&, const Row& row, Cell& cell) {
         put_text(cell, value_as<AuditMitigationTask>(row).id);
     }},
    {"Status", 136, Look::State, false,
     [](const World&, const Row& row, Cell& cell) {
         put_state(cell, value_as<AuditMitigationTask>(row).status);
     }},
    {"Started", 168, Look::Quiet, true,
     [](const World&, const Row& row, Cell& cell) {
         put_time(cell, value_as<AuditMitigationTask>(row).start);
     }},
};

// Executions of a task lie side by side under "task/finding".
void add_audit_executions(const World& world, const Text& task, Dossier& dossier) {
    const auto& table = world.audit_mitigation_executions;
    const Text prefix = task + '/';
    for (auto at = table.lower_bound(PairKey{prefix, {}}); at != table.end(); ++at) {
        if (at->key.first.compare(0, prefix.size(), prefix) != 0) return;
        const AuditMitigationExecution& execution = at->value;
        if (!execution.start_time) continue;
        if (dossier.bars.size() == kBarsMax) {
            ++dossier.bars_left_out;
            continue;
        }
        add_bar(world, dossier,
                execution.finding_id.value_or("") + ": " + execution.action_name.value_or(""),
                *execution.start_time, execution.end_time, execution.status,
                {"audit-executions", write_key(at->key)});
    }
}

void describe_audit_task(const World& world, const Row& row, Dossier& dossier) {
    const auto& task = value_as<AuditMitigationTask>(row);
    dossier.title = dossier.mentions = task.id;
    dossier.state = enum_word(task.status);
    FactGroup& facts = dossier.group("");
    facts.facts.push_back({"Started", time_text(task.start)});
    if (task.end) facts.facts.push_back({"Ended", time_text(*task.end)});
    FactGroup& checks = dossier.group("Findings by check");
    for (const auto& [check, count] :
         task.statistics.value_or(StringMap<AuditMitigationStatistics>())) {
        checks.facts.push_back(
            {check, std::to_string(count.succeeded_findings_count.value_or(0)) + " of " +
                        std::to_string(count.total_findings_count.value_or(0)) + " mitigated, " +
                        std::to_string(count.failed_findings_count.value_or(0)) + " failed"});
    }
    FactGroup& actions = dossier.group("Actions by check");
    for (const auto& [check, names] : task.actions_by_check.value_or(ActionsByCheck())) {
        for (const Text& name : names)
            actions.facts.push_back({check, name, Tone::Plain, {"actions", name}});
    }
    add_audit_executions(world, task.id, dossier);
    FactGroup& audits = dossier.group("Audits");
    for (const Text& audit : task.audits)
        audits.facts.push_back({{}, audit, Tone::Plain, {"audits", audit}});
    dossier.actions = {
        {"Cancel", "CancelAuditMitigationActionsTask", json_object({{"taskId", task.id}})}};
}

constexpr GridColumn kExecutionColumns[] = {
    {"Thing", 160, Look::Strong, false,
     [](const World&, const Row& row, Cell& cell) {
         put_text(cell, value_as<DetectExecution>(row).thing_name);
     }},
    {"Status", 136, Look::State, false,
     [](const World&, const Row& row, Cell& cell) {
         put_state(cell, value_as<DetectExecution>(row).status);
     }},
    {"Action", 208, Look::Text, false,
     [](const World&, const Row& row, Cell& cell) {
         put_text(cell, value_as<DetectExecution>(row).action_name);
     }},
    {"Started", 168, Look::Quiet, true,
     [](const World&, const Row& row, Cell& cell) {
         put_time(cell, value_as<DetectExecution>(row).execution_start_date);
     }},
    {"Task", 192, Look::Text, false,
     [](const World&, const Row& row, Cell& cell) {
         put_text(cell, value_as<DetectExecution>(row).task_id);
     }},
};

void describe_execution(const World&, const Row& row, Dossier& dossier) {
    const auto& execution = value_as<DetectExecution>(row);
    dossier.title = execution.action_name + " on " + execution.thing_name;
    dossier.state = enum_word(execution.status);
    dossier.mentions = execution.task_id;
    FactGroup& facts = dossier.group("");
    facts.facts.push_back(
        {"Thing", execution.thing_name, Tone::Plain, {"things", execution.thing_name}});
    facts.facts.push_back(
        {"Action", execution.action_name, Tone::Plain, {"actions", execution.action_name}});
    facts.facts.push_back(
        {"Task", execution.task_id, Tone::Plain, {"detect-tasks", execution.task_id}});
    facts.facts.push_back({"Started", time_text(execution.execution_start_date)});
    if (execution.execution_end_date)
        facts.facts.push_back({"Ended", time_text(*execution.execution_end_date)});
    if (execution.error_code) facts.facts.push_back({"Error", *execution.error_code, Tone::Danger});
    if (execution.message) facts.facts.push_back({"", *execution.message});
}

constexpr GridColumn kAuditExecutionColumns[] = {
    {"Action", 208, Look::Strong, false,
     [](const World&, const Row& row, Cell& cell) {
         put_text(cell, value_as<AuditMitigationExecution>(row).action_name.value_or(""));
     }},
    {"Status", 136, Look::State, false,
     [](const World&, const Row& row, Cell& cell) {
         const auto& status = value_as<AuditMitigationExecution>(row).status;
         if (status) put_state(cell, *status);
     }},
    {"Finding", 208, Look::Mono, false,
     [](const World&, const Row& row, Cell& cell) {
         put_text(cell, value_as<AuditMitigationExecution>(row).finding_id.value_or(""));
     }},
    {"Task", 192, Look::Text, false,
     [](const World&, const Row& row, Cell& cell) {
         put_text(cell, value_as<AuditMitigationExecution>(row).task_id.value_or(""));
     }},
};

void describe_audit_execution(const World&, const Row& row, Dossier& dossier) {
    const auto& execution = value_as<AuditMitigationExecution>(row);
    dossier.title = execution.action_name.value_or("An action");
    if (execution.status) dossier.state = enum_word(*execution.status);
    dossier.mentions = execution.task_id.value_or("");
    FactGroup& facts = dossier.group("");
    const Text task = execution.task_id.value_or(""), finding = execution.finding_id.value_or("");
    facts.facts.push_back({"Task", task, Tone::Plain, {"audit-tasks", task}});
    facts.facts.push_back({"Finding", finding, Tone::Plain, {"findings", finding}});
    if (execution.start_time) facts.facts.push_back({"Started", time_text(*execution.start_time)});
    if (execution.end_time) facts.facts.push_back({"Ended", time_text(*execution.end_time)});
    if (execution.error_code) facts.facts.push_back({"Error", *execution.error_code, Tone::Danger});
    if (execution.message) facts.facts.push_back({"", *execution.message});
}

constexpr Section kMitigation[] = {
    {.area = Area::Mitigation,
     .id = "actions",
     .title = "Actions",
     .table = "mitigationActions",
     .columns = kActionColumns,
     .key = row_key<Text>,
     .place = row_place<Text, &World::mitigation_actions>,
     .describe = describe_action,
     .empty =
         {"No mitigation actions yet",
          "An action says what to do about a device: move it to a quarantine group, deactivate its "
          "certificate, and so on.",
          "Create an action", "CreateMitigationAction"},
     .create = "CreateMitigationAction",
     .create_label = "New action"},
    {.area = Area::Mitigation,
     .id = "detect-tasks",
     .title = "Detect tasks",
     .table = "detectTasks",
     .columns = kDetectTaskColumns,
     .key = row_key<Text>,
     .place = row_place<Text, &World::detect_tasks>,
     .describe = describe_detect_task,
     .empty = {"No Detect task was started", "A task applies actions to the devices of alarms.",
               "Start a task", "StartDetectMitigationActionsTask"},
     .create = "StartDetectMitigationActionsTask",
     .create_label = "Start task",
     .sorted = 2},
    {.area = Area::Mitigation,
     .id = "detect-executions",
     .title = "Detect executions",
     .table = "detectExecutions",
     .columns = kExecutionColumns,
     .key = row_key<NewestFirst>,
     .place = row_place<NewestFirst, &World::detect_executions>,
     .describe = describe_execution,
     .empty = {"Nothing was executed",
               "Each action of a Detect task on each device is listed here.", "Start a task",
               "StartDetectMitigationActionsTask"}},
    {.area = Area::Mitigation,
     .id = "audit-tasks",
     .title = "Audit tasks",
     .table = "auditMitigationTasks",
     .columns = kAuditTaskColumns,
     .key = row_key<Text>,
     .place = row_place<Text, &World::audit_mitigation_tasks>,
     .describe = describe_audit_task,
     .empty = {"No audit task was started", "A task applies actions to the findings of an audit.",
               "Start a task", "StartAuditMitigationActionsTask"},
     .create = "StartAuditMitigationActionsTask",
     .create_label = "Start task",
     .sorted = 2},
    {.area = Area::Mitigation,
     .id = "audit-executions",
     .title = "Audit executions",
     .table = "auditMitigationExecutions",
     .columns = kAuditExecutionColumns,
     .key = row_key<PairKey>,
     .place = row_place<PairKey, &World::audit_mitigation_executions>,
     .describe = describe_audit_execution,
     .empty = {"Nothing was executed",
               "Each action of an audit task on each finding is listed here.", "Start a task",
               "StartAuditMitigationActionsTask"}},
};

}  // namespace

std::span<const Section> mitigation_sections() { return kMitigation; }

}  // namespace picket::ui
