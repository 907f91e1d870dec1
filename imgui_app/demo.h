// The small fleet of the first screen, as the calls that make it.
#pragma once

#include <vector>

#include "command.h"

namespace picket::ui {

std::vector<Call> demo_calls();

}  // namespace picket::ui
