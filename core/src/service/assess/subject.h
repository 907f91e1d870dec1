// What an assessment is about, read from its request: behaviors, targets and a period.
#pragma once

#include <string>
#include <vector>

#include "picket/model/assessment.h"
#include "picket/world.h"

namespace picket {

struct AssessmentSubject {
    std::string profile;
    std::vector<Behavior> behaviors;
    std::vector<std::string> targets;  // as profile_targets has them
    bool targets_given = false;        // by the request
    bool attached = true;              // to something; else the targets are all things
    bool draft = false;                // the profile does not exist
    Timestamp from, to;                // values of (from, to]
};
Refusal read_subject(const World& world, const AssessSecurityProfileRequest& in,
                     AssessmentSubject& out);

}  // namespace picket
