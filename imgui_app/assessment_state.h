// What the interface remembers of looking at data for the profile in the editor.
#pragma once

#include <optional>
#include <string>

#include "picket/assessment.h"

namespace picket::ui {

// What the data says of the profile in the editor: asked when typing pauses, and worked off between
// frames.
struct AssessmentState {
    bool open = false;  // its figures stand in place of the text
    const Operation* operation = nullptr;
    std::uint64_t revision = 0;    // of the text that `wanted` was read from
    std::string wanted;            // the request; empty: there is nothing to assess
    std::string asked;             // the request that the rest is about
    std::optional<World> of;       // and the World
    std::optional<double> due_ms;  // when it is asked next
    std::optional<Assessment> work;
    std::optional<AssessSecurityProfileResponse> shown;
    bool fresh = false;   // what is shown is not marked in the text yet
    std::string problem;  // why nothing is shown
};

}  // namespace picket::ui
