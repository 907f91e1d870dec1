// The state of the workbench as JSON, for tests that drive it from outside and for reports of what
// a user saw.
#pragma once

#include <string>

#include "app.h"

namespace picket::ui {

std::string state_json(App& app);
std::string widgets_json(const Probe& probe);

}  // namespace picket::ui
