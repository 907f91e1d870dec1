// Assessments in pieces: what behaviors would have made of the data that is there, for hosts that
// draw between the pieces. It works on a copy of the World, so whatever happens to the World
// meanwhile does not matter, and cancelling is dropping it.
//
// Nothing is judged by a rule of its own here: a World that has the devices and the data, and this
// profile only, lives through the period, by the evaluator that the service has.
#pragma once

#include <memory>
#include <string_view>

#include "picket/engine.h"
#include "picket/model/assessment.h"

namespace picket {

class Assessment {
public:
    // Refused where AssessSecurityProfile is.
    static Result<Assessment> begin(const World& world, const AssessSecurityProfileRequest& in);
    static Result<Assessment> begin(const World& world, std::string_view json);

    Assessment(Assessment&&) noexcept;
    Assessment& operator=(Assessment&&) noexcept;
    ~Assessment();

    // Works off about `budget` units; true when nothing is left. What comes of it does not depend
    // on how the work is cut into budgets.
    bool step(WorkUnits budget);
    float progress() const;  // from 0 to 1, never falling

    // Once nothing is left.
    AssessSecurityProfileResponse& result();

private:
    struct Work;
    explicit Assessment(std::unique_ptr<Work> work);
    std::unique_ptr<Work> work_;
};

}  // namespace picket
