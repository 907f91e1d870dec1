// The operation rows of each resource, defined in the resource's own file and joined by
// api/operations.cpp.
#pragma once

#include <span>

#include "picket/operations.h"

namespace picket {

std::span<const Operation> thing_operations();
std::span<const Operation> thing_group_operations();
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
std::span<const Operation> tagging_operations();
std::span<const Operation> picket_world_operations();  // settings, chronicle, population, scheduled
                                                       // calls
std::span<const Operation> picket_session_operations();  // clock, rewind, undo, sessions: rows that
                                                         // drive the engine

}  // namespace picket
