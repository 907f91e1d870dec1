// The operation rows of each resource, defined in the resource's own file and joined by
// api/operations.cpp.
#pragma once

#include <span>

#include "picket/operations.h"

namespace picket {

std::span<const Operation> thing_operations();
std::span<const Operation> thing_type_operations();
std::span<const Operation> thing_group_operations();
std::span<const Operation> dynamic_group_operations();
std::span<const Operation> indexing_operations();
std::span<const Operation> logging_options_operations();
std::span<const Operation> log_level_operations();
std::span<const Operation> certificate_registration_operations();
std::span<const Operation> certificate_operations();
std::span<const Operation> ca_certificate_operations();
std::span<const Operation> registration_code_operations();
std::span<const Operation> thing_principal_operations();
std::span<const Operation> mitigation_action_operations();
std::span<const Operation> security_profile_operations();
std::span<const Operation> security_profile_target_operations();
std::span<const Operation> custom_metric_operations();
std::span<const Operation> dimension_operations();
std::span<const Operation> violation_operations();
std::span<const Operation> training_operations();
std::span<const Operation> metric_value_operations();
std::span<const Operation> recording_operations();
std::span<const Operation> detect_task_operations();
std::span<const Operation> explain_operations();
std::span<const Operation> assess_operations();
std::span<const Operation> publish_operations();
std::span<const Operation> activity_operations();
std::span<const Operation> message_operations();
std::span<const Operation> audit_configuration_operations();
std::span<const Operation> audit_task_operations();
std::span<const Operation> scheduled_audit_operations();
std::span<const Operation> audit_finding_operations();
std::span<const Operation> audit_suppression_operations();
std::span<const Operation> audit_mitigation_task_operations();
std::span<const Operation> tagging_operations();
std::span<const Operation> policy_operations();
std::span<const Operation> policy_version_operations();
std::span<const Operation> policy_target_operations();
std::span<const Operation> role_alias_operations();
std::span<const Operation> role_operations();
std::span<const Operation> picket_world_operations();  // settings, chronicle, population, scheduled
                                                       // calls
std::span<const Operation> picket_session_operations();  // clock, rewind, undo, sessions: rows that
                                                         // drive the engine
std::span<const Operation> picket_documented_operations();
std::span<const Operation> fleet_operations();
std::span<const Operation> attack_operations();
std::span<const Operation> simulated_value_operations();

// The loader rows of each area, joined by picket/documented.cpp.
struct Loader;
std::span<const Loader> violation_loaders();
std::span<const Loader> training_loaders();
std::span<const Loader> metric_value_loaders();
std::span<const Loader> detect_task_loaders();
std::span<const Loader> audit_loaders();
std::span<const Loader> audit_mitigation_task_loaders();

std::span<const Operation> document_operations();  // of the layer above: documents

}  // namespace picket
