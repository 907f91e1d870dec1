// Rules of the linter that need data: thresholds that never or always fire, percentiles of few
// devices, rows that never fill, and the like. The rules of documents alone are in documents/.
#pragma once

#include <string>
#include <vector>

#include "service/assess/figures.h"

namespace picket {

// What the data says against a behavior.
void find_by_data(const Figures& figures, std::vector<AssessmentFinding>& findings);
// What is wrong with the targets. `given`: by the request, else by the profile that is attached.
void find_by_targets(const World& world, const std::vector<std::string>& targets, bool given,
                     std::vector<AssessmentFinding>& findings);

}  // namespace picket
