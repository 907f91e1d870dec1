// Keeps the tables of audits, their findings and their schedules in agreement with their indexes,
// and knows what of them is still retained. Handlers check and report; only these functions write.
//
// Not modelled yet: rows that are no longer retained stay in the tables; nothing answers them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "picket/world.h"
#include "service/facets.h"
#include "world/settings.h"

namespace picket {

// The first moment that is retained, and from there on: audit tasks and findings.
FacetWindow audit_window(const World& world);
// Nothing also when the row exists, but is no longer retained.
const AuditTask* find_audit_task(const World& world, std::string_view id);
const AuditFinding* find_audit_finding(const World& world, std::string_view id);

std::string status_facet(std::string_view status);

// Counts each check in one place.
AuditTaskStatistics count_checks(const StringMap<AuditCheckDetails>& details);
void put_audit_task(World& world, AuditTask task);

// `finding.related_resources` is the whole list: all of it goes to its table, the row keeps what a
// description of the finding shows.
void put_audit_finding(World& world, AuditFinding finding);
// Facets of findings.
std::string finding_task_facet(std::string_view audit_task_id);
std::string finding_check_facet(std::string_view check);
std::string finding_resource_facet(const ResourceIdentifier& resource);
std::string finding_suppressed_facet(bool suppressed);

std::string scheduled_audit_arn(const World& world, std::string_view name);
void put_scheduled_audit(World& world, ScheduledAudit audit);
void erase_scheduled_audit(World& world, const std::string& name);  // and its tags

// Reads the window of a list whose startTime must be retained; `both`: endTime, too.
Result<FacetWindow> read_audit_times(const World& world, Setting retention_days, Timestamp start,
                                     Timestamp end, bool both);

}  // namespace picket
