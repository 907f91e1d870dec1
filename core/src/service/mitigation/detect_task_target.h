// Which violations a Detect mitigation task is about.
#pragma once

#include <string>
#include <vector>

#include "picket/world.h"
#include "service/mitigation/detect_tasks.h"

namespace picket {

struct ResolvedTarget {
    std::vector<std::string> violation_ids;  // each once: as given, or active ones first
    std::vector<std::string> unknown_ids;    // given, and of no retained violation
};

// The violations of the target that have an event in the range (all that is retained without one),
// that are still in alarm if only those are wanted, and whose behavior's alerts are not suppressed
// unless those are wanted, too. Nothing is a legal answer.
ResolvedTarget resolve_target(const World& world,
                              const StartDetectMitigationActionsTaskRequest& in);

}  // namespace picket
