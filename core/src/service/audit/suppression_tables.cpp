// See suppression_tables.h.
#include "service/audit/suppression_tables.h"

#include <array>

#include "service/facets.h"
#include "service/facts.h"
#include "service/refuse.h"
#include "text/say.h"
#include "world/context.h"

namespace picket {
namespace {

// Those without an end come after all others.
Timestamp end_of(const AuditSuppression& suppression) {
    return suppression.expiration_date.value_or(kTimestampMax);
}

std::array<std::string, 2> facets_of(const AuditSuppression& suppression) {
    return {facet("check", suppression.check_name),
            facet("resource", resource_text(suppression.resource_identifier))};
}

}  // namespace

std::string resource_text(const ResourceIdentifier& resource) { return to_json(resource); }

std::string suppression_key(std::string_view check, const ResourceIdentifier& resource) {
    return std::string(check) + ' ' + resource_text(resource);
}

void put_suppression(World& world, AuditSuppressionRow row) {
    const AuditSuppression& suppression = row.suppression;
    std::string key = suppression_key(suppression.check_name, suppression.resource_identifier);
    erase_suppression(world, key);
    const auto facets = facets_of(suppression);
    const Timestamp end = end_of(suppression);
    put_facets(world.audit_suppressions_latest, {end, key}, facets);
    put_facets(world.audit_suppressions_soonest, {{-end.ms}, key}, facets);
    if (!row.client_request_token.empty())
        world.audit_suppression_tokens.put(row.client_request_token, key);
    world.audit_suppressions.put(std::move(key), std::move(row));
}

void erase_suppression(World& world, const std::string& key) {
    const AuditSuppressionRow* row = world.audit_suppressions.find(key);
    if (row == nullptr) return;
    const auto facets = facets_of(row->suppression);
    const Timestamp end = end_of(row->suppression);
    erase_facets(world.audit_suppressions_latest, {end, key}, facets);
    erase_facets(world.audit_suppressions_soonest, {{-end.ms}, key}, facets);
    world.audit_suppression_tokens.erase(row->client_request_token);
    world.audit_suppressions.erase(key);
}

std::int64_t expire_suppression(World& world, const std::string& key) {
    constexpr std::int64_t kUnits = 10;
    const AuditSuppressionRow* row = world.audit_suppressions.find(key);
    if (row == nullptr || end_of(row->suppression) > world.now) return kUnits;
    const AuditSuppression& suppression = row->suppression;
    Facts facts;
    facts.json("resourceIdentifier", to_json(suppression.resource_identifier));
    facts.text("expirationDate", to_iso(end_of(suppression)));
    const std::string check = suppression.check_name;
    Context(world, row->entry_id)
        .note("auditSuppression.expired", check,
              say("A suppression of findings of {} expired; the next audit reports the resource "
                  "again.",
                  check),
              facts.json());
    erase_suppression(world, key);
    return kUnits;
}

}  // namespace picket
