// What is wrong with behaviors beyond their shape, in the sentences of
// ValidateSecurityProfileBehaviors: "Behavior NAME is malformed. DETAIL". Creating and updating a
// profile refuse with the same sentences.
//
// AWS has published one of the details (the range of consecutive datapoints) and documents some of
// the rules; the others are Picket's, and the setting behaviorChecks turns them off.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "picket/model/metric.h"
#include "picket/model/security_profile.h"
#include "picket/world.h"

namespace picket {

struct BehaviorProblem {
    std::string sentence;
    std::string path;  // "behaviors[0].criteria.durationSeconds"
};
std::vector<BehaviorProblem> behavior_problems(const World& world,
                                               const std::vector<Behavior>& behaviors);

// All problems of what a request gives a profile, as one error.
Refusal
profile_problem(const World& world, const std::optional<std::vector<Behavior>>& behaviors,
                const std::optional<std::vector<std::string>>& additional_metrics_to_retain,
                const std::optional<std::vector<MetricToRetain>>& additional_metrics_to_retain_v2);

// A built-in metric, or a custom metric of the account.
std::optional<MetricInfo> metric_info(const World& world, std::string_view name);

}  // namespace picket
