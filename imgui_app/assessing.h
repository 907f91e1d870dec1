// What the data says of the profile in the editor, apart from how it is shown: the request in the
// text, the work between frames, and the places of findings.
#pragma once

#include "ui_state.h"

namespace picket::ui {

inline constexpr double kAssessmentPauseMs = 500;

// Whether the editor holds a profile.
bool is_assessable(const Operation* operation);
// The request of AssessSecurityProfile that the text of a call stands for: the profile as it would
// be after the call. Empty when there are no behaviors to tell of, or the text is no JSON yet.
std::string assessment_request(const Operation* operation, std::string_view text);

void begin_assessment(const World& world, UiState& ui, const std::string& request);
void step_assessment(AssessmentState& state, WorkUnits budget);
// Nothing that it depends on has changed. Time that passes is a change, too.
bool still_assessed(const AssessmentState& state, const World& world);

// The findings as the editor marks them.
std::vector<Finding> findings_in(std::string_view text,
                                 const AssessSecurityProfileResponse& answer);

// "12.6 alarms a day", "0.14 USD".
std::string alarms_text(double per_day);
std::string money_text(double usd);

}  // namespace picket::ui
