// CreateScheduledAudit, DescribeScheduledAudit, UpdateScheduledAudit, DeleteScheduledAudit,
// ListScheduledAudits.
//
// Not modelled yet: the audits that a schedule starts as time runs.
#include "service/audit/scheduled_audits.h"

#include "service/audit/audit_tables.h"
#include "service/audit/check_names.h"
#include "service/facts.h"
#include "service/op.h"
#include "service/paginate.h"
#include "service/refuse.h"
#include "service/registry/tags.h"
#include "service/tables.h"
#include "text/say.h"
#include "world/context.h"

namespace picket {
namespace {

bool weekly(AuditFrequency frequency) {
    return frequency == AuditFrequency::Weekly || frequency == AuditFrequency::Biweekly;
}

Refusal no_audit(const std::string& name) {
    return not_found("scheduled audit", name, "CreateScheduledAudit", "scheduledAuditName");
}

// The day that the frequency needs is documented as required; what a day it does not need means is
// not.
Refusal day_problem(const World& world, const ScheduledAudit& audit) {
    const std::string frequency(enum_name(audit.frequency));
    if (weekly(audit.frequency) && !audit.day_of_week) {
        return invalid(
            say("A {} audit needs dayOfWeek: SUN, MON, TUE, WED, THU, FRI or SAT.", frequency),
            "dayOfWeek");
    }
    if (audit.frequency == AuditFrequency::Monthly && !audit.day_of_month)
        return invalid("A MONTHLY audit needs dayOfMonth: 1 to 31, or LAST.", "dayOfMonth");
    if (setting_is(world, Setting::ScheduledAuditSpareDay, "ignore")) return std::nullopt;
    const auto spare = [&](std::string_view member) {
        return invalid(say("A {} audit has no {}. Leave it out; the setting scheduledAuditSpareDay "
                           "refuses it.",
                           frequency, member),
                       std::string(member));
    };
    if (audit.day_of_week && !weekly(audit.frequency)) return spare("dayOfWeek");
    if (audit.day_of_month && audit.frequency != AuditFrequency::Monthly)
        return spare("dayOfMonth");
    return std::nullopt;
}

void drop_spare_day(ScheduledAudit& audit) {
    if (!weekly(audit.frequency)) audit.day_of_week.reset();
    if (audit.frequency != AuditFrequency::Monthly) audit.day_of_month.reset();
}

std::string facts_of(const ScheduledAudit& audit) {
    Facts facts;
    facts.text("frequency", enum_name(audit.frequency));
    if (audit.day_of_month) facts.text("dayOfMonth", *audit.day_of_month);
    if (audit.day_of_week) facts.text("dayOfWeek", enum_name(*audit.day_of_week));
    facts.texts("targetCheckNames", audit.target_check_names);
    return facts.json();
}

Result<CreateScheduledAuditResponse> create_scheduled_audit(World& world, Context& context,
                                                            const CreateScheduledAuditRequest& in) {
    ScheduledAudit audit{.name = in.scheduled_audit_name,
                         .frequency = in.frequency,
                         .day_of_month = in.day_of_month,
                         .day_of_week = in.day_of_week,
                         .target_check_names = in.target_check_names,
                         .created = context.now()};
    if (auto problem = day_problem(world, audit)) return problem;
    const std::string arn = scheduled_audit_arn(world, audit.name);
    if (world.scheduled_audits.contains(audit.name)) {
        return already_exists("scheduled audit", audit.name, "UpdateScheduledAudit", audit.name,
                              arn);
    }
    if (auto problem = target_checks_problem(world, in.target_check_names)) return problem;
    if (auto problem = tags_problem(world, in.tags)) return problem;
    const auto count = static_cast<std::int64_t>(world.scheduled_audits.size());
    const std::int64_t max = setting_number(world, Setting::ScheduledAuditsMax);
    if (count >= max) {
        return refuse(
            ErrorCode::LimitExceeded,
            say("The account has {}, and it can have {}. Delete one that is no longer used.",
                counted(count, "scheduled audit"), max));
    }
    drop_spare_day(audit);
    context.note(
        "scheduledAudit.created", audit.name,
        say("The scheduled audit '{}' was created ({}).", audit.name, enum_name(audit.frequency)),
        facts_of(audit));
    put_tags(world, arn, in.tags);
    put_scheduled_audit(world, std::move(audit));
    return CreateScheduledAuditResponse{arn};
}

Result<DescribeScheduledAuditResponse>
describe_scheduled_audit(const World& world, const DescribeScheduledAuditRequest& in) {
    const ScheduledAudit* audit = world.scheduled_audits.find(in.scheduled_audit_name);
    if (audit == nullptr) return no_audit(in.scheduled_audit_name);
    return DescribeScheduledAuditResponse{
        audit->frequency,          audit->day_of_month, audit->day_of_week,
        audit->target_check_names, audit->name,         scheduled_audit_arn(world, audit->name)};
}

// Absent members keep what is there. A new frequency keeps the day only if it needs one of the same
// kind: the day of a former frequency is nobody's mistake.
Result<UpdateScheduledAuditResponse> update_scheduled_audit(World& world, Context& context,
                                                            const UpdateScheduledAuditRequest& in) {
    const ScheduledAudit* before = world.scheduled_audits.find(in.scheduled_audit_name);
    if (before == nullptr) return no_audit(in.scheduled_audit_name);
    ScheduledAudit audit = *before;
    if (in.frequency) {
        audit.frequency = *in.frequency;
        drop_spare_day(audit);
    }
    if (in.day_of_month) audit.day_of_month = in.day_of_month;
    if (in.day_of_week) audit.day_of_week = in.day_of_week;
    if (in.target_check_names) audit.target_check_names = *in.target_check_names;
    if (auto problem = day_problem(world, audit)) return problem;
    if (in.target_check_names) {
        if (auto problem = target_checks_problem(world, audit.target_check_names)) return problem;
    }
    drop_spare_day(audit);
    context.note("scheduledAudit.updated", audit.name,
                 say("The scheduled audit '{}' was updated.", audit.name), facts_of(audit));
    put_scheduled_audit(world, std::move(audit));
    return UpdateScheduledAuditResponse{scheduled_audit_arn(world, in.scheduled_audit_name)};
}

Result<DeleteScheduledAuditResponse> delete_scheduled_audit(World& world, Context& context,
                                                            const DeleteScheduledAuditRequest& in) {
    const ScheduledAudit* audit = world.scheduled_audits.find(in.scheduled_audit_name);
    if (audit == nullptr) return no_audit(in.scheduled_audit_name);
    context.note("scheduledAudit.deleted", audit->name,
                 say("The scheduled audit '{}' was deleted.", audit->name), facts_of(*audit));
    erase_scheduled_audit(world, in.scheduled_audit_name);
    return DeleteScheduledAuditResponse{};
}

Result<ListScheduledAuditsResponse> list_scheduled_audits(const World& world,
                                                          const ListScheduledAuditsRequest& in) {
    PICKET_TRY(const Page page,
               read_page("ListScheduledAudits", {}, in.max_results, in.next_token));
    ListScheduledAuditsResponse out;
    PICKET_TRY(out.next_token,
               walk_page(page, world.scheduled_audits_by_time, NewestFirst{kTimestampMax, {}},
                         [&](const auto& entry) {
                             const auto* audit = world.scheduled_audits.find(entry.key.id);
                             out.scheduled_audits.push_back(
                                 {audit->name, scheduled_audit_arn(world, audit->name),
                                  audit->frequency, audit->day_of_month, audit->day_of_week});
                         }));
    return out;
}

using enum ErrorCode;

constexpr std::string_view kGroup = "Scheduled audits";
constexpr std::string_view kUri = "/audit/scheduledaudits/{scheduledAuditName}";

constexpr Operation kScheduledAuditOperations[] = {
    op<&create_scheduled_audit>(
        "CreateScheduledAudit", kGroup, Method::Post, kUri,
        errors<InvalidRequest, ResourceAlreadyExists, Throttling, InternalFailure, LimitExceeded>(),
        "Has an audit take place again and again."),
    op<&describe_scheduled_audit>(
        "DescribeScheduledAudit", kGroup, Method::Get, kUri,
        errors<InvalidRequest, ResourceNotFound, Throttling, InternalFailure>(),
        "Tells when a scheduled audit takes place, and what it checks."),
    op<&update_scheduled_audit>(
        "UpdateScheduledAudit", kGroup, Method::Patch, kUri,
        errors<InvalidRequest, ResourceNotFound, Throttling, InternalFailure>(),
        "Changes when a scheduled audit takes place, or what it checks."),
    op<&delete_scheduled_audit>(
        "DeleteScheduledAudit", kGroup, Method::Delete, kUri,
        errors<InvalidRequest, ResourceNotFound, Throttling, InternalFailure>(),
        "Deletes a scheduled audit; the audits it started stay."),
    op<&list_scheduled_audits>("ListScheduledAudits", kGroup, Method::Get, "/audit/scheduledaudits",
                               errors<InvalidRequest, Throttling, InternalFailure>(),
                               "Lists the scheduled audits, the newest first."),
};

}  // namespace

std::span<const Operation> scheduled_audit_operations() { return kScheduledAuditOperations; }

}  // namespace picket
