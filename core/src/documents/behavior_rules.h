// Rules about behaviors of security profiles and about policies: what the service would say of
// them, and what it would take although it can hardly be meant.
#pragma once

#include <optional>
#include <vector>

#include "documents/findings.h"

namespace picket {

// `node`: an object that is a behavior.
std::vector<Problem> behavior_findings(const JsonTree& tree, std::uint32_t node);
// `list`: an array of behaviors.
std::optional<Problem> suppression_note(const JsonTree& tree, std::uint32_t list);

// A policy document of IAM or of IoT, told by its members.
bool is_policy(const JsonTree& tree);
std::vector<Problem> policy_findings(const JsonTree& tree);
// What the service would refuse in a policy that is JSON; `iot`: it is known to be one of IoT.
std::vector<Problem> malformed_policy(std::string_view text, const JsonTree& tree, bool iot);

}  // namespace picket
