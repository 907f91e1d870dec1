// See violation_tables.h.
#include "service/detect/violation_tables.h"

#include "service/detect/upkeep.h"
#include "service/facets.h"
#include "world/settings.h"

namespace picket {
namespace {

std::optional<BehaviorCriteriaType> kind_of(const Behavior& behavior) {
    if (!behavior.criteria) return std::nullopt;
    if (behavior.criteria->ml_detection_config) return BehaviorCriteriaType::MachineLearning;
    if (behavior.criteria->statistical_threshold) return BehaviorCriteriaType::Statistical;
    if (behavior.criteria->value) return BehaviorCriteriaType::Static;
    return std::nullopt;
}

template <class Row>
std::vector<std::string> facets_of(const Row& row) {
    std::vector<std::string> facets = {
        violation_id_facet(row.violation_id),
        violation_thing_facet(row.thing_name),
        violation_profile_facet(row.security_profile_name),
        violation_behavior_facet(row.security_profile_name, row.behavior.name),
        violation_state_facet(row.verification_state.value_or(VerificationState::Unknown)),
        violation_suppressed_facet(row.behavior.suppress_alerts.value_or(false))};
    if (const auto kind = kind_of(row.behavior)) facets.push_back(violation_kind_facet(*kind));
    return facets;
}

template <class Row>
void put_row(Table<NewestFirst, Row>& table, FacetIndex& index, const NewestFirst& key, Row row) {
    if (const Row* before = table.find(key)) erase_facets(index, key, facets_of(*before));
    put_facets(index, key, facets_of(row));
    table.put(key, std::move(row));
}

template <class Row>
void mark(Row& row, VerificationState state, const std::optional<std::string>& description) {
    row.verification_state = state;
    row.verification_state_description = description;
}

}  // namespace

std::string violation_id_facet(std::string_view id) { return facet("id", id); }
std::string violation_thing_facet(std::string_view thing) { return facet("thing", thing); }
std::string violation_profile_facet(std::string_view profile) { return facet("profile", profile); }
std::string violation_behavior_facet(std::string_view profile, std::string_view behavior) {
    return facet("behavior", std::string(profile) + '/' + std::string(behavior));
}
std::string violation_kind_facet(BehaviorCriteriaType kind) {
    return facet("kind", enum_name(kind));
}
std::string violation_state_facet(VerificationState state) {
    return facet("state", enum_name(state));
}
std::string violation_suppressed_facet(bool suppressed) {
    return facet("suppressed", suppressed ? "true" : "false");
}

std::optional<NewestFirst> find_active_violation(const World& world, std::string_view id) {
    const auto keys = facet_keys(world.active_violations_by, violation_id_facet(id));
    if (keys.empty()) return std::nullopt;
    return keys.front();
}

void put_active_violation(World& world, ActiveViolation violation) {
    auto key = find_active_violation(world, violation.violation_id);
    if (key && key->time != violation.violation_start_time) {
        erase_active_violation(world, violation.violation_id);
        key.reset();
    }
    if (!key) {
        const Timestamp start = violation.violation_start_time;
        key = {start, next_id_at(world.active_violations_by, start)};
    }
    put_row(world.active_violations, world.active_violations_by, *key, std::move(violation));
}

void erase_active_violation(World& world, const std::string& violation_id) {
    const auto key = find_active_violation(world, violation_id);
    if (!key) return;
    erase_facets(world.active_violations_by, *key, facets_of(*world.active_violations.find(*key)));
    world.active_violations.erase(*key);
}

void put_violation_event(World& world, ViolationEvent event) {
    const Timestamp time = event.violation_event_time;
    NewestFirst key = {time, {}};
    for (const NewestFirst& other : facet_keys(
             world.violation_events_by, violation_id_facet(event.violation_id), {time, time})) {
        const ViolationEvent& found = *world.violation_events.find(other);
        if (found.violation_event_type == event.violation_event_type) key = other;
    }
    if (key.id.empty()) key.id = next_id_at(world.violation_events_by, time);
    put_row(world.violation_events, world.violation_events_by, key, std::move(event));
    want_upkeep(world, time + setting_number(world, Setting::ViolationRetentionDays) * kDay);
}

void erase_violation_event(World& world, const NewestFirst& key) {
    const ViolationEvent* event = world.violation_events.find(key);
    if (event == nullptr) return;
    erase_facets(world.violation_events_by, key, facets_of(*event));
    world.violation_events.erase(key);
}

std::size_t put_verification_state(World& world, const std::string& violation_id,
                                   VerificationState state,
                                   const std::optional<std::string>& description) {
    const auto events = facet_keys(world.violation_events_by, violation_id_facet(violation_id));
    for (const NewestFirst& key : events) {
        ViolationEvent event = *world.violation_events.find(key);
        mark(event, state, description);
        put_row(world.violation_events, world.violation_events_by, key, std::move(event));
    }
    const auto key = find_active_violation(world, violation_id);
    if (!key) return events.size();
    ActiveViolation violation = *world.active_violations.find(*key);
    mark(violation, state, description);
    put_row(world.active_violations, world.active_violations_by, *key, std::move(violation));
    return events.size() + 1;
}

}  // namespace picket
