// Which policies decide for a device: those of its principal, and those of the thing's groups and
// of the groups above them. Only versions in force count.
//
// Not modelled: the roles of a Cognito identity pool, which decide besides.
#pragma once

#include <string>
#include <vector>

#include "picket/world.h"
#include "service/policies/policy_targets.h"

namespace picket {

// Names of the policies, each once, in order; an empty principal or thing adds none.
std::vector<std::string> effective_policies_of(const World& world, const std::string& principal,
                                               const std::string& thing);

Result<GetEffectivePoliciesResponse> get_effective_policies(const World& world,
                                                            const GetEffectivePoliciesRequest& in);

}  // namespace picket
