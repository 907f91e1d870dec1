// See audit_tables.h.
#include "service/audit/audit_tables.h"

#include <algorithm>

#include "picket/model/audit_checks.h"
#include "service/arn.h"
#include "service/audit/suppression_tables.h"
#include "service/list_window.h"
#include "service/pair_range.h"
#include "service/refuse.h"
#include "service/registry/tags.h"
#include "text/say.h"

namespace picket {
namespace {

constexpr std::size_t kRelatedShownMax = 10;  // the reference: "limited to 10 resources"

std::vector<std::string> facets_of(const AuditTask& task) {
    return {status_facet(enum_name(task.status)), facet("type", enum_name(task.type))};
}

std::vector<std::string> facets_of(const AuditFinding& finding) {
    std::vector<std::string> facets = {
        finding_task_facet(finding.task_id), finding_check_facet(finding.check_name),
        finding_suppressed_facet(finding.is_suppressed.value_or(false))};
    if (finding.non_compliant_resource && finding.non_compliant_resource->resource_identifier) {
        facets.push_back(
            finding_resource_facet(*finding.non_compliant_resource->resource_identifier));
    }
    return facets;
}

// Keys of a finding's related resources sort as their places do.
std::string place_text(std::size_t place) {
    const std::string digits = std::to_string(place);
    return std::string(8 - std::min<std::size_t>(8, digits.size()), '0') + digits;
}

void put_related(World& world, AuditFinding& finding) {
    for (const std::string& place : pair_seconds(world.audit_related_resources, finding.finding_id))
        world.audit_related_resources.erase(PairKey{finding.finding_id, place});
    if (!finding.related_resources) return;
    std::vector<AuditedResource>& related = *finding.related_resources;
    for (std::size_t i = 0; i < related.size(); ++i)
        world.audit_related_resources.put({finding.finding_id, place_text(i)}, related[i]);
    const AuditCheckInfo* check = find_audit_check(finding.check_name);
    const std::size_t shown = check != nullptr && !check->related_in_finding ? 0 : kRelatedShownMax;
    if (related.size() > shown) related.resize(shown);
}

}  // namespace

FacetWindow audit_window(const World& world) {
    return {.from = retained_from(world, Setting::AuditRetentionDays)};
}

const AuditTask* find_audit_task(const World& world, std::string_view id) {
    const AuditTask* task = world.audit_tasks.find(id);
    return task != nullptr && task->start >= audit_window(world).from ? task : nullptr;
}

const AuditFinding* find_audit_finding(const World& world, std::string_view id) {
    const AuditFinding* finding = world.audit_findings.find(id);
    return finding != nullptr && finding->finding_time >= audit_window(world).from ? finding
                                                                                   : nullptr;
}

std::string status_facet(std::string_view status) { return facet("status", status); }
std::string finding_task_facet(std::string_view task) { return facet("task", task); }
std::string finding_check_facet(std::string_view check) { return facet("check", check); }
std::string finding_resource_facet(const ResourceIdentifier& resource) {
    return facet("resource", resource_text(resource));
}
std::string finding_suppressed_facet(bool suppressed) {
    return facet("suppressed", suppressed ? "true" : "false");
}

AuditTaskStatistics count_checks(const StringMap<AuditCheckDetails>& details) {
    using enum AuditCheckRunStatus;
    AuditTaskStatistics counts;
    counts.total_checks = static_cast<std::int64_t>(details.size());
    for (const auto& [name, check] : details) {
        switch (check.check_run_status.value_or(InProgress)) {
        case InProgress:
            ++counts.in_progress_checks;
            break;
        case WaitingForDataCollection:
            ++counts.waiting_for_data_collection_checks;
            break;
        case Canceled:
            ++counts.canceled_checks;
            break;
        case CompletedCompliant:
            ++counts.compliant_checks;
            break;
        case CompletedNonCompliant:
            ++counts.non_compliant_checks;
            break;
        case Failed:
            ++counts.failed_checks;
            break;
        }
    }
    return counts;
}

void put_audit_task(World& world, AuditTask task) {
    if (const AuditTask* before = world.audit_tasks.find(task.id))
        erase_facets(world.audit_tasks_by, {before->start, before->id}, facets_of(*before));
    put_facets(world.audit_tasks_by, {task.start, task.id}, facets_of(task));
    std::string id = task.id;
    world.audit_tasks.put(std::move(id), std::move(task));
}

void put_audit_finding(World& world, AuditFinding finding) {
    if (const AuditFinding* before = world.audit_findings.find(finding.finding_id)) {
        erase_facets(world.audit_findings_by, {before->finding_time, before->finding_id},
                     facets_of(*before));
    }
    put_facets(world.audit_findings_by, {finding.finding_time, finding.finding_id},
               facets_of(finding));
    put_related(world, finding);
    std::string id = finding.finding_id;
    world.audit_findings.put(std::move(id), std::move(finding));
}

std::string scheduled_audit_arn(const World& world, std::string_view name) {
    return resource_arn(world, say("scheduledaudit/{}", name));
}

void put_scheduled_audit(World& world, ScheduledAudit audit) {
    if (const ScheduledAudit* before = world.scheduled_audits.find(audit.name)) {
        for (const std::string& check : before->target_check_names)
            world.scheduled_audits_by_check.erase(PairKey{check, before->name});
    }
    for (const std::string& check : audit.target_check_names)
        world.scheduled_audits_by_check.put({check, audit.name}, {});
    world.scheduled_audits_by_time.put({audit.created, audit.name}, {});
    std::string name = audit.name;
    world.scheduled_audits.put(std::move(name), std::move(audit));
}

void erase_scheduled_audit(World& world, const std::string& name) {
    const ScheduledAudit* audit = world.scheduled_audits.find(name);
    if (audit == nullptr) return;
    for (const std::string& check : audit->target_check_names)
        world.scheduled_audits_by_check.erase(PairKey{check, name});
    world.scheduled_audits_by_time.erase(NewestFirst{audit->created, name});
    world.scheduled_audits.erase(name);
    erase_tags(world, scheduled_audit_arn(world, name));
}

Result<FacetWindow> read_audit_times(const World& world, Setting retention_days, Timestamp start,
                                     Timestamp end, bool both) {
    const std::int64_t days = setting_number(world, retention_days);
    const Timestamp oldest = retained_from(world, retention_days);
    const auto too_old = [&](Timestamp time, std::string_view member) {
        return invalid(say("{} is {}, and {} are retained, from {} on. Take a time from there on.",
                           member, to_iso(time), counted(days, "day"), to_iso(oldest)),
                       std::string(member));
    };
    if (start < oldest) return too_old(start, "startTime");
    if (both && end < oldest) return too_old(end, "endTime");
    if (end < start) {
        return invalid(
            say("endTime is {}, before startTime, {}. Exchange them.", to_iso(end), to_iso(start)),
            "endTime");
    }
    return FacetWindow{start, end};
}

}  // namespace picket
