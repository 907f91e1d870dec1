// StartOnDemandAuditTask, CancelAuditTask, DescribeAuditTask, ListAuditTasks.
//
// Not modelled yet: performing the checks. An audit that is started stays in progress, its checks
// running or waiting for data as they were at its start, until it is canceled.
#include "service/audit/audit_tasks.h"

#include "service/audit/audit_tables.h"
#include "service/audit/check_names.h"
#include "service/facts.h"
#include "service/op.h"
#include "service/refuse.h"
#include "service/tables.h"
#include "text/say.h"
#include "world/context.h"

namespace picket {
namespace {

Refusal no_task(const std::string& id) {
    return refuse(
        ErrorCode::ResourceNotFound,
        say("No audit has the id '{}'. ListAuditTasks lists those that are retained.", id),
        "taskId");
}

std::int64_t on_demand_in_progress(const World& world) {
    const auto running = status_facet(enum_name(AuditTaskStatus::InProgress));
    const auto type = facet("type", enum_name(AuditTaskType::OnDemand));
    std::int64_t count = 0;
    for (const NewestFirst& key : facet_keys(world.audit_tasks_by, running, audit_window(world))) {
        if (world.audit_tasks_by.contains(FacetKey{type, key.time, key.id})) ++count;
    }
    return count;
}

// A check that was enabled a moment ago has no data yet. How long collecting takes is not
// documented, so it is a setting.
AuditCheckRunStatus first_status(const World& world, const std::string& check) {
    const AuditConfiguration* row = world.audit_configuration.find("account");
    const Timestamp* since = row != nullptr ? row->collecting_since.find(check) : nullptr;
    const std::int64_t seconds = setting_number(world, Setting::AuditDataCollectionSeconds);
    const bool collected = since != nullptr && *since + seconds * kSecond <= world.now;
    return collected ? AuditCheckRunStatus::InProgress
                     : AuditCheckRunStatus::WaitingForDataCollection;
}

Result<StartOnDemandAuditTaskResponse>
start_on_demand_audit_task(World& world, Context& context,
                           const StartOnDemandAuditTaskRequest& in) {
    if (auto problem = target_checks_problem(world, in.target_check_names)) return problem;
    const std::int64_t max = setting_number(world, Setting::OnDemandAuditsInProgressMax);
    if (const std::int64_t running = on_demand_in_progress(world); running >= max) {
        return refuse(ErrorCode::LimitExceeded,
                      say("{}{} in progress, and {} can be. Wait until one has ended, or cancel "
                          "one with CancelAuditTask.",
                          counted(running, "on-demand audit"), running == 1 ? " is" : " are", max));
    }
    AuditTask task;
    task.id = id_hex32(context.new_id("audit"));
    task.start = context.now();
    task.details.emplace();
    for (const std::string& check : in.target_check_names)
        (*task.details)[check].check_run_status = first_status(world, check);
    task.statistics = count_checks(*task.details);
    Facts facts;
    facts.texts("targetCheckNames", in.target_check_names)
        .number("waitingForDataCollectionChecks",
                task.statistics->waiting_for_data_collection_checks);
    context.note("audit.started", task.id,
                 say("An on-demand audit of {} was started.",
                     counted(task.statistics->total_checks, "check")),
                 facts.json());
    StartOnDemandAuditTaskResponse out = {task.id};
    put_audit_task(world, std::move(task));
    return out;
}

Result<CancelAuditTaskResponse> cancel_audit_task(World& world, Context& context,
                                                  const CancelAuditTaskRequest& in) {
    const AuditTask* before = find_audit_task(world, in.task_id);
    if (before == nullptr) return no_task(in.task_id);
    if (before->status != AuditTaskStatus::InProgress) {
        return invalid(
            say("The audit '{}' is {}. Only an audit that is IN_PROGRESS can be canceled.",
                in.task_id, enum_name(before->status)),
            "taskId");
    }
    AuditTask task = *before;
    task.status = AuditTaskStatus::Canceled;
    std::int64_t canceled = 0;
    if (task.details) {
        StringMap<AuditCheckDetails> details;
        for (const auto& [name, check] : *task.details) {
            AuditCheckDetails& after = details[name] = check;
            const auto status = check.check_run_status.value_or(AuditCheckRunStatus::InProgress);
            if (status != AuditCheckRunStatus::InProgress &&
                status != AuditCheckRunStatus::WaitingForDataCollection)
                continue;
            after.check_run_status = AuditCheckRunStatus::Canceled;
            ++canceled;
        }
        task.details = std::move(details);
        task.statistics = count_checks(*task.details);
    }
    Facts facts;
    facts.number("canceledChecks", canceled);
    context.note(
        "audit.canceled", task.id,
        say("The audit '{}' was canceled, and with it {}.", task.id, counted(canceled, "check")),
        facts.json());
    put_audit_task(world, std::move(task));
    return CancelAuditTaskResponse{};
}

Result<DescribeAuditTaskResponse> describe_audit_task(const World& world,
                                                      const DescribeAuditTaskRequest& in) {
    const AuditTask* task = find_audit_task(world, in.task_id);
    if (task == nullptr) return no_task(in.task_id);
    return DescribeAuditTaskResponse{
        task->status, task->type, task->start, task->statistics, task->scheduled_audit_name,
        task->details};
}

Result<ListAuditTasksResponse> list_audit_tasks(const World& world,
                                                const ListAuditTasksRequest& in) {
    std::vector<std::string> facets;
    if (in.task_type) facets.push_back(facet("type", enum_name(*in.task_type)));
    if (in.task_status) facets.push_back(status_facet(enum_name(*in.task_status)));
    const std::string start = std::to_string(in.start_time.ms);
    const std::string end = std::to_string(in.end_time.ms);
    PICKET_TRY(const Page page, read_page("ListAuditTasks",
                                          {start, end, in.task_type ? enum_name(*in.task_type) : "",
                                           in.task_status ? enum_name(*in.task_status) : ""},
                                          in.max_results, in.next_token));
    PICKET_TRY(const FacetWindow window, read_audit_times(world, Setting::AuditRetentionDays,
                                                          in.start_time, in.end_time, false));
    ListAuditTasksResponse out;
    std::vector<NewestFirst> keys;
    PICKET_TRY(out.next_token, walk_facets(page, world.audit_tasks_by, facets, window, keys));
    for (const NewestFirst& key : keys) {
        const AuditTask* task = world.audit_tasks.find(key.id);
        out.tasks.push_back({task->id, task->status, task->type});
    }
    return out;
}

using enum ErrorCode;

constexpr std::string_view kGroup = "Audits";

constexpr Operation kAuditTaskOperations[] = {
    op<&start_on_demand_audit_task>(
        "StartOnDemandAuditTask", kGroup, Method::Post, "/audit/tasks",
        errors<InvalidRequest, Throttling, InternalFailure, LimitExceeded>(),
        "Starts an audit with some of the enabled checks."),
    op<&cancel_audit_task>("CancelAuditTask", kGroup, Method::Put, "/audit/tasks/{taskId}/cancel",
                           errors<ResourceNotFound, InvalidRequest, Throttling, InternalFailure>(),
                           "Stops an audit that is in progress."),
    op<&describe_audit_task>(
        "DescribeAuditTask", kGroup, Method::Get, "/audit/tasks/{taskId}",
        errors<InvalidRequest, ResourceNotFound, Throttling, InternalFailure>(),
        "Tells how far an audit is, check by check."),
    op<&list_audit_tasks>("ListAuditTasks", kGroup, Method::Get, "/audit/tasks",
                          errors<InvalidRequest, Throttling, InternalFailure>(),
                          "Lists the audits that began in a window of time, the newest first."),
};

}  // namespace

std::span<const Operation> audit_task_operations() { return kAuditTaskOperations; }

}  // namespace picket
