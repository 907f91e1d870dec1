// Documented responses about audits as state: see picket/documented.h.
//
// Not modelled: what a response does not show. Audits of a list get start times in the order of the
// list; scheduled audits of a list get no checks.
#include <algorithm>

#include "service/audit/audit_configuration.h"
#include "service/audit/audit_findings.h"
#include "service/audit/audit_suppressions.h"
#include "service/audit/audit_tables.h"
#include "service/audit/audit_tasks.h"
#include "service/audit/check_names.h"
#include "service/audit/scheduled_audits.h"
#include "service/audit/suppression_tables.h"
#include "service/pair_range.h"
#include "service/picket/documented.h"
#include "service/refuse.h"
#include "service/tables.h"
#include "text/say.h"
#include "world/context.h"

namespace picket {
namespace {

Refusal load_configuration(World& world, Context& context,
                           const DescribeAccountAuditConfigurationRequest&,
                           const DescribeAccountAuditConfigurationResponse& response) {
    AuditConfiguration row;
    row.role_arn = response.role_arn;
    row.targets = response.targets;
    row.checks = response.checks;
    row.knows_all_checks = std::all_of(
        kAuditChecks.begin(), kAuditChecks.end(),
        [&](const AuditCheckInfo& check) { return row.checks.find(check.name) != nullptr; });
    for (const auto& [name, check] : row.checks) {
        auto known = read_check_name(name, say("response.auditCheckConfigurations.{}", name));
        if (!known) return std::move(known).error();
        if (check.enabled.value_or(false)) row.collecting_since[name] = context.now();
    }
    world.audit_configuration.put("account", std::move(row));
    return std::nullopt;
}

Refusal load_task(World& world, Context&, const DescribeAuditTaskRequest& request,
                  const DescribeAuditTaskResponse& response) {
    DocumentedTimes times;
    times.add(response.task_start_time);
    if (auto problem = times.problem(world, Setting::AuditRetentionDays, "response"))
        return problem;
    AuditTask task;
    task.id = request.task_id;
    task.type = response.task_type;
    task.status = response.task_status;
    task.start = response.task_start_time;
    task.statistics = response.task_statistics;
    task.scheduled_audit_name = response.scheduled_audit_name;
    task.details = response.audit_details;
    put_audit_task(world, std::move(task));
    return std::nullopt;
}

// The list shows the newest first and no times: a known audit keeps its own, the others get some
// between their neighbours'.
Refusal load_tasks(World& world, Context& context, const ListAuditTasksRequest& request,
                   const ListAuditTasksResponse& response) {
    Timestamp time = std::min(request.end_time, context.now());
    const auto count = static_cast<std::int64_t>(response.tasks.size());
    const std::int64_t step = std::clamp((time - request.start_time) / (count + 1), kMillisecond,
                                         kSecond);
    for (const AuditTaskMetadata& listed : response.tasks) {
        AuditTask task;
        const AuditTask* known = world.audit_tasks.find(listed.task_id);
        if (known != nullptr) task = *known;
        time = known != nullptr ? known->start : time - step;
        task.id = listed.task_id;
        task.status = listed.task_status;
        task.type = listed.task_type;
        task.start = time;
        put_audit_task(world, std::move(task));
    }
    return std::nullopt;
}

std::vector<AuditedResource> related_of(const World& world, const std::string& finding_id) {
    std::vector<AuditedResource> related;
    const auto& table = world.audit_related_resources;
    for (auto at = table.lower_bound(pair_begin(finding_id));
         at != table.end() && at->key.first == finding_id; ++at)
        related.push_back(at->value);
    return related;
}

// A finding shows the first of its related resources; a longer list that is known already stays.
void load_finding(World& world, AuditFinding finding) {
    if (finding.related_resources) {
        std::vector<AuditedResource> known = related_of(world, finding.finding_id);
        const auto& shown = *finding.related_resources;
        if (known.size() > shown.size() && std::equal(shown.begin(), shown.end(), known.begin()))
            finding.related_resources = std::move(known);
    }
    put_audit_finding(world, std::move(finding));
}

Refusal load_findings(World& world, Context&, const ListAuditFindingsRequest&,
                      const ListAuditFindingsResponse& response) {
    DocumentedTimes times;
    for (const AuditFinding& finding : response.findings) times.add(finding.finding_time);
    if (auto problem = times.problem(world, Setting::AuditRetentionDays, "response.findings"))
        return problem;
    for (const AuditFinding& finding : response.findings) load_finding(world, finding);
    return std::nullopt;
}

Refusal load_described_finding(World& world, Context&, const DescribeAuditFindingRequest& request,
                               const DescribeAuditFindingResponse& response) {
    DocumentedTimes times;
    times.add(response.finding.finding_time);
    if (auto problem = times.problem(world, Setting::AuditRetentionDays, "response.finding"))
        return problem;
    if (response.finding.finding_id != request.finding_id) {
        return invalid(say("The response is about the finding '{}', and the request about '{}'.",
                           response.finding.finding_id, request.finding_id),
                       "response.finding.findingId");
    }
    load_finding(world, response.finding);
    return std::nullopt;
}

Refusal load_related_resources(World& world, Context&,
                               const ListRelatedResourcesForAuditFindingRequest& request,
                               const ListRelatedResourcesForAuditFindingResponse& response) {
    const AuditFinding* known = find_audit_finding(world, request.finding_id);
    if (known == nullptr) {
        return invalid(say("No audit finding has the id '{}'. Load the finding first, as "
                           "DescribeAuditFinding answers it.",
                           request.finding_id),
                       "request.findingId");
    }
    AuditFinding finding = *known;
    finding.related_resources = response.related_resources;
    put_audit_finding(world, std::move(finding));
    return std::nullopt;
}

Refusal load_suppression(World& world, Context& context, const AuditSuppression& suppression,
                         std::string path) {
    if (auto check = read_check_name(suppression.check_name, say("{}.checkName", path)); !check)
        return std::move(check).error();
    if (suppression.expiration_date && *suppression.expiration_date <= context.now()) {
        return invalid(say("The suppression ended at {}, and the session is at {}. Start a session "
                           "before that.",
                           to_iso(*suppression.expiration_date), to_iso(context.now())),
                       say("{}.expirationDate", path));
    }
    put_suppression(world, {suppression, {}, context.entry_id()});
    if (suppression.expiration_date) {
        context.due(*suppression.expiration_date,
                    {DueKind::AuditSuppression,
                     suppression_key(suppression.check_name, suppression.resource_identifier)});
    }
    return std::nullopt;
}

Refusal load_suppressions(World& world, Context& context, const ListAuditSuppressionsRequest&,
                          const ListAuditSuppressionsResponse& response) {
    for (std::size_t i = 0; i < response.suppressions.size(); ++i) {
        if (auto problem = load_suppression(world, context, response.suppressions[i],
                                            say("response.suppressions[{}]", i)))
            return problem;
    }
    return std::nullopt;
}

Refusal load_described_suppression(World& world, Context& context,
                                   const DescribeAuditSuppressionRequest&,
                                   const AuditSuppression& response) {
    return load_suppression(world, context, response, "response");
}

Refusal load_schedule(World& world, Context& context, const DescribeScheduledAuditRequest&,
                      const DescribeScheduledAuditResponse& response) {
    const ScheduledAudit* known = world.scheduled_audits.find(response.scheduled_audit_name);
    put_scheduled_audit(world,
                        {response.scheduled_audit_name, response.frequency, response.day_of_month,
                         response.day_of_week, response.target_check_names,
                         known != nullptr ? known->created : context.now()});
    return std::nullopt;
}

Refusal load_schedules(World& world, Context& context, const ListScheduledAuditsRequest&,
                       const ListScheduledAuditsResponse& response) {
    Timestamp time = context.now();
    for (const ScheduledAuditMetadata& listed : response.scheduled_audits) {
        const ScheduledAudit* known = world.scheduled_audits.find(listed.scheduled_audit_name);
        time = known != nullptr ? known->created : time - kSecond;
        put_scheduled_audit(
            world,
            {listed.scheduled_audit_name, listed.frequency, listed.day_of_month, listed.day_of_week,
             known != nullptr ? known->target_check_names : std::vector<std::string>(), time});
    }
    return std::nullopt;
}

constexpr Loader kAuditLoaders[] = {
    loads<&load_configuration>("DescribeAccountAuditConfiguration"),
    loads<&load_task>("DescribeAuditTask"),
    loads<&load_tasks>("ListAuditTasks"),
    loads<&load_schedule>("DescribeScheduledAudit"),
    loads<&load_schedules>("ListScheduledAudits"),
    loads<&load_findings>("ListAuditFindings"),
    loads<&load_described_finding>("DescribeAuditFinding"),
    loads<&load_related_resources>("ListRelatedResourcesForAuditFinding"),
    loads<&load_described_suppression>("DescribeAuditSuppression"),
    loads<&load_suppressions>("ListAuditSuppressions"),
};

}  // namespace

std::span<const Loader> audit_loaders() { return kAuditLoaders; }

}  // namespace picket
