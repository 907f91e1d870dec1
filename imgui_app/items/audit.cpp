// Audit: what is checked, when, and what was found.
#include "items/areas.h"
#include "items/rows.h"
#include "picket/model/audit_checks.h"

namespace picket::ui {
namespace {

using Row = TableInfo::Row;
using Text = std::string;

// "CA certificate 0a1b2c..." of whatever the identifier names.
std::string resource_words(const ResourceIdentifier& id) {
    if (id.device_certificate_id) return "certificate " + *id.device_certificate_id;
    if (id.device_certificate_arn) return *id.device_certificate_arn;
    if (id.ca_certificate_id) return "CA certificate " + *id.ca_certificate_id;
    if (id.policy_version_identifier)
        return "policy " + id.policy_version_identifier->policy_name.value_or("") + " v" +
               id.policy_version_identifier->policy_version_id.value_or("");
    if (id.role_alias_arn) return *id.role_alias_arn;
    if (id.iam_role_arn) return *id.iam_role_arn;
    if (id.client_id) return "client " + *id.client_id;
    if (id.cognito_identity_pool_id) return "identity pool " + *id.cognito_identity_pool_id;
    if (id.account) return "account " + *id.account;
    return "";
}

ItemRef resource_link(const World& world, const ResourceIdentifier& id) {
    if (id.device_certificate_id) return {"certificates", *id.device_certificate_id};
    if (id.ca_certificate_id) return {"ca-certificates", *id.ca_certificate_id};
    if (id.policy_version_identifier && id.policy_version_identifier->policy_name)
        return {"policies", *id.policy_version_identifier->policy_name};
    if (id.role_alias_arn) return item_of_arn(world, *id.role_alias_arn);
    if (id.iam_role_arn) return item_of_arn(world, *id.iam_role_arn);
    if (id.device_certificate_arn) return item_of_arn(world, *id.device_certificate_arn);
    if (id.client_id) return {"things", *id.client_id};
    return {};
}

constexpr GridColumn kFindingColumns[] = {
    {"Severity", 104, Look::State, false,
     [](const World&, const Row& row, Cell& cell) {
         const auto& severity = value_as<AuditFinding>(row).severity;
         if (severity) put_state(cell, *severity);
     }},
    {"Check", 256, Look::Strong, false,
     [](const World&, const Row& row, Cell& cell) {
         put_text(cell, value_as<AuditFinding>(row).check_name);
     }},
    {"Resource", 224, Look::Text, false,
     [](const World&, const Row& row, Cell& cell) {
         const auto& resource = value_as<AuditFinding>(row).non_compliant_resource;
         if (resource && resource->resource_identifier)
             cell.text = resource_words(*resource->resource_identifier);
     }},
    {"Reason", 240, Look::Text, false,
     [](const World&, const Row& row, Cell& cell) {
         put_text(cell, value_as<AuditFinding>(row).reason_for_non_compliance.value_or(""));
     }},
    {"Found", 168, Look::Quiet, true,
     [](const World&, const Row& row, Cell& cell) {
         put_time(cell, value_as<AuditFinding>(row).finding_time);
     }},
};

void describe_finding(const World& world, const Row& row, Dossier& dossier) {
    const auto& finding = value_as<AuditFinding>(row);
    dossier.title = finding.check_name;
    dossier.mentions = dossier.subtitle = finding.finding_id;
    if (finding.severity) dossier.state = enum_word(*finding.severity);
    if (finding.is_suppressed.value_or(false)) dossier.state = "SUPPRESSED";
    FactGroup& facts = dossier.group("");
    std::string identifier = "{}";
    if (const auto& resource = finding.non_compliant_resource;
        resource && resource->resource_identifier) {
        const ResourceIdentifier& id = *resource->resource_identifier;
        identifier = to_json(id);
        facts.facts.push_back(
            {"Resource", resource_words(id), Tone::Plain, resource_link(world, id)});
    }
    facts.facts.push_back({"Found", time_text(finding.finding_time)});
    facts.facts.push_back({"Audit", finding.task_id, Tone::Plain, {"audits", finding.task_id}});
    FactGroup& why = dossier.group("Why it breaks the check");
    if (finding.reason_for_non_compliance)
        why.facts.push_back({"", *finding.reason_for_non_compliance});
    if (finding.reason_for_non_compliance_code)
        why.facts.push_back({"Code", *finding.reason_for_non_compliance_code, Tone::Muted});
    if (finding.non_compliant_resource) {
        for (const auto& [name, value] :
             finding.non_compliant_resource->additional_info.value_or(StringMap<Text>()))
            why.facts.push_back({name, value});
    }
    FactGroup& related = dossier.group("Related resources");
    for (const AuditedResource& each :
         finding.related_resources.value_or(std::vector<AuditedResource>())) {
        if (!each.resource_identifier) continue;
        related.facts.push_back({{},
                                 resource_words(*each.resource_identifier),
                                 Tone::Plain,
                                 resource_link(world, *each.resource_identifier)});
    }
    dossier.actions = {
        {"Mitigate", "StartAuditMitigationActionsTask",
         "{\"taskId\":\"mitigate-" + finding.finding_id.substr(0, 24) +
             "\",\"target\":{\"findingIds\":[" + json_text(finding.finding_id) +
             "]},\"auditCheckToActionsMapping\":{" + json_text(finding.check_name) + ":[]}}"},
        {"Suppress", "CreateAuditSuppression",
         "{\"checkName\":" + json_text(finding.check_name) + ",\"resourceIdentifier\":" +
             identifier + ",\"suppressIndefinitely\":true,\"description\":\"\"}"},
    };
}

constexpr GridColumn kAuditColumns[] = {
    {"Started", 168, Look::Strong, true,
     [](const World&, const Row& row, Cell& cell) {
         put_time(cell, value_as<AuditTask>(row).start);
     }},
    {"Status", 136, Look::State, false,
     [](const World&, const Row& row, Cell& cell) {
         put_state(cell, value_as<AuditTask>(row).status);
     }},
    {"Kind", 208, Look::Text, false,
     [](const World&, const Row& row, Cell& cell) {
         const auto& task = value_as<AuditTask>(row);
         put_text(cell, task.type == AuditTaskType::Scheduled
                            ? "Scheduled: " + task.scheduled_audit_name.value_or("")
                            : "On demand");
     }},
    {"Checks", 80, Look::Text, true,
     [](const World&, const Row& row, Cell& cell) {
         const auto& statistics = value_as<AuditTask>(row).statistics;
         if (statistics) put_number(cell, statistics->total_checks);
     }},
    {"Non-compliant", 120, Look::Text, true,
     [](const World&, const Row& row, Cell& cell) {
         const auto& statistics = value_as<AuditTask>(row).statistics;
         if (statistics) put_number(cell, statistics->non_compliant_checks);
     }},
};

void describe_audit(const World& world, const Row& row, Dossier& dossier) {
    const auto& task = value_as<AuditTask>(row);
    dossier.title = "Audit of " + time_text(task.start);
    dossier.mentions = dossier.subtitle = task.id;
    dossier.state = enum_word(task.status);
    FactGroup& facts = dossier.group("");
    facts.facts.push_back({"Kind", std::string(enum_word(task.type))});
    if (task.scheduled_audit_name)
        facts.facts.push_back({"Schedule",
                               *task.scheduled_audit_name,
                               Tone::Plain,
                               {"scheduled-audits", *task.scheduled_audit_name}});
    FactGroup& checks = dossier.group("Checks");
    for (const auto& [name, details] : task.details.value_or(StringMap<AuditCheckDetails>())) {
        const std::string_view word = details.check_run_status
                                          ? enum_word(*details.check_run_status)
                                          : std::string_view();
        std::string text(word);
        if (details.non_compliant_resources_count)
            text += ", " + std::to_string(*details.non_compliant_resources_count) + " of " +
                    std::to_string(details.total_resources_count.value_or(0)) + " resources";
        if (details.message) text += ". " + *details.message;
        checks.facts.push_back({name, text, tone_of_state(word)});
    }
    FactGroup& found = dossier.group("Findings");
    add_facet(found, world.audit_findings_by, "task=" + task.id,
              [&](const NewestFirst& key) -> std::optional<Fact> {
                  const AuditFinding* finding = world.audit_findings.find(key.id);
                  if (finding == nullptr) return std::nullopt;
                  return Fact{{}, finding->check_name, Tone::Plain, {"findings", key.id}};
              });
    dossier.actions = {
        {"Cancel", "CancelAuditTask", json_object({{"taskId", task.id}})},
        {"Mitigate", "StartAuditMitigationActionsTask",
         "{\"taskId\":\"mitigate-" + task.id.substr(0, 24) + "\",\"target\":{\"auditTaskId\":" +
             json_text(task.id) + "},\"auditCheckToActionsMapping\":{}}"},
    };
}

std::string schedule_words(const ScheduledAudit& audit) {
    std::string text(enum_word(audit.frequency));
    if (audit.day_of_week) text += " on " + std::string(enum_word(*audit.day_of_week));
    if (audit.day_of_month) text += " on day " + *audit.day_of_month;
    return text;
}

constexpr GridColumn kScheduleColumns[] = {
    {"Name", 192, Look::Strong, false,
     [](const World&, const Row& row, Cell& cell) {
         put_text(cell, value_as<ScheduledAudit>(row).name);
     }},
    {"When", 176, Look::Text, false,
     [](const World&, const Row& row, Cell& cell) {
         cell.text = schedule_words(value_as<ScheduledAudit>(row));
     }},
    {"Checks", 80, Look::Text, true,
     [](const World&, const Row& row, Cell& cell) {
         put_number(cell, static_cast<std::int64_t>(
                              value_as<ScheduledAudit>(row).target_check_names.size()));
     }},
    {"Created", 168, Look::Quiet, true,
     [](const World&, const Row& row, Cell& cell) {
         put_time(cell, value_as<ScheduledAudit>(row).created);
     }},
};

void describe_schedule(const World& world, const Row& row, Dossier& dossier) {
    const auto& audit = value_as<ScheduledAudit>(row);
    dossier.title = dossier.mentions = audit.name;
    dossier.subtitle = iot_arn(world, "scheduledaudit", audit.name);
    dossier.group("").facts.push_back({"When", schedule_words(audit)});
    FactGroup& checks = dossier.group("Checks");
    for (const Text& check : audit.target_check_names) checks.facts.push_back({{}, check});
    dossier.actions = {
        {"Edit", "UpdateScheduledAudit",
         "{\"scheduledAuditName\":" + json_text(audit.name) + ",\"frequency\":\"" +
             std::string(enum_word(audit.frequency)) +
             "\",\"targetCheckNames\":" + to_json(audit.target_check_names) + "}"},
        {"Delete", "DeleteScheduledAudit", json_object({{"scheduledAuditName", audit.name}})},
    };
}

constexpr GridColumn kSuppressionColumns[] = {
    {"Check", 256, Look::Strong, false,
     [](const World&, const Row& row, Cell& cell) {
         put_text(cell, value_as<AuditSuppressionRow>(row).suppression.check_name);
     }},
    {"Resource", 224, Look::Text, false,
     [](const World&, const Row& row, Cell& cell) {
         cell.text = resource_words(
             value_as<AuditSuppressionRow>(row).suppression.resource_identifier);
     }},
    {"Until", 168, Look::Text, false,
     [](const World&, const Row& row, Cell& cell) {
         const auto& suppression = value_as<AuditSuppressionRow>(row).suppression;
         cell.text = suppression.expiration_date ? time_text(*suppression.expiration_date)
                                                 : "for good";
     }},
    {"Description", 240, Look::Text, false,
     [](const World&, const Row& row, Cell& cell) {
         put_text(cell, value_as<AuditSuppressionRow>(row).suppression.description.value_or(""));
     }},
};

void describe_suppression(const World& world, const Row& row, Dossier& dossier) {
    const auto& suppression = value_as<AuditSuppressionRow>(row).suppression;
    dossier.title = suppression.check_name;
    dossier.state = "SUPPRESSED";
    dossier.mentions = suppression.check_name;
    FactGroup& facts = dossier.group("");
    facts.facts.push_back({"Resource", resource_words(suppression.resource_identifier), Tone::Plain,
                           resource_link(world, suppression.resource_identifier)});
    facts.facts.push_back({"Until", suppression.expiration_date
                                        ? time_text(*suppression.expiration_date)
                                        : "for good"});
    if (suppression.description) facts.facts.push_back({"Description", *suppression.description});
    const std::string named = "{\"checkName\":" + json_text(suppression.check_name) +
                              ",\"resourceIdentifier\":" + to_json(suppression.resource_identifier);
    dossier.actions = {
        {"Edit", "UpdateAuditSuppression",
         named + ",\"suppressIndefinitely\":true,\"description\":" +
             json_text(suppression.description.value_or("")) + "}"},
        {"Delete", "DeleteAuditSuppression", named + "}"},
    };
}

constexpr Section kAudit[] = {
    {.area = Area::Audit,
     .id = "findings",
     .title = "Findings",
     .table = "auditFindings",
     .columns = kFindingColumns,
     .key = row_key<Text>,
     .place = row_place<Text, &World::audit_findings>,
     .describe = describe_finding,
     .empty = {"No findings", "An audit lists here what breaks a check. Start one, or schedule it.",
               "Start an audit", "StartOnDemandAuditTask"},
     .create = "StartOnDemandAuditTask",
     .create_label = "Start audit",
     .sorted = 4},
    {.area = Area::Audit,
     .id = "audits",
     .title = "Audits",
     .table = "auditTasks",
     .columns = kAuditColumns,
     .key = row_key<Text>,
     .place = row_place<Text, &World::audit_tasks>,
     .describe = describe_audit,
     .empty = {"No audit has run", "First say what is audited, then start an audit.",
               "Start an audit", "StartOnDemandAuditTask"},
     .create = "StartOnDemandAuditTask",
     .create_label = "Start audit",
     .sorted = 0},
    {.area = Area::Audit,
     .id = "audit-checks",
     .title = "Configuration",
     .empty = {"", "What is audited, with which role, and who is told"},
     .draw = draw_audit_checks},
    {.area = Area::Audit,
     .id = "scheduled-audits",
     .title = "Scheduled",
     .table = "scheduledAudits",
     .columns = kScheduleColumns,
     .key = row_key<Text>,
     .place = row_place<Text, &World::scheduled_audits>,
     .describe = describe_schedule,
     .empty = {"Nothing is scheduled", "A scheduled audit runs by itself, daily to monthly.",
               "Schedule an audit", "CreateScheduledAudit"},
     .create = "CreateScheduledAudit",
     .create_label = "New schedule"},
    {.area = Area::Audit,
     .id = "suppressions",
     .title = "Suppressions",
     .table = "auditSuppressions",
     .columns = kSuppressionColumns,
     .key = row_key<Text>,
     .place = row_place<Text, &World::audit_suppressions>,
     .describe = describe_suppression,
     .empty = {"Nothing is suppressed",
               "A suppression says that a finding of one resource is expected.",
               "Create a suppression", "CreateAuditSuppression"},
     .create = "CreateAuditSuppression",
     .create_label = "New suppression"},
};

}  // namespace

std::span<const Section> audit_sections() { return kAudit; }

}  // namespace picket::ui
