// Keeps the tables of violations in agreement with their indexes. Handlers and the evaluation of
// metrics check and report; only these functions write the tables. Events go when they are no
// longer retained (upkeep.h).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "picket/world.h"

namespace picket {

// Facets that violations and their events have.
std::string violation_id_facet(std::string_view id);
std::string violation_thing_facet(std::string_view thing);
std::string violation_profile_facet(std::string_view profile);
std::string violation_behavior_facet(std::string_view profile, std::string_view behavior);
std::string violation_kind_facet(BehaviorCriteriaType kind);
std::string violation_state_facet(VerificationState state);
std::string violation_suppressed_facet(bool suppressed);

// Replaces the violation of the same id; its place in lists follows from its start.
void put_active_violation(World& world, ActiveViolation violation);
void erase_active_violation(World& world, const std::string& violation_id);
std::optional<NewestFirst> find_active_violation(const World& world, std::string_view id);

// Replaces the event of the same id, time and type.
void put_violation_event(World& world, ViolationEvent event);
void erase_violation_event(World& world, const NewestFirst& key);

// Marks the violation and its events; returns how many rows there were.
std::size_t put_verification_state(World& world, const std::string& violation_id,
                                   VerificationState state,
                                   const std::optional<std::string>& description);

}  // namespace picket
