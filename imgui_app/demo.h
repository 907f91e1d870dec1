// The small fleet of the first screen, as the calls that make it; and answers of the service, at
// times that fit a session, to be loaded where a list is empty.
#pragma once

#include <string>
#include <vector>

#include "command.h"

namespace picket {
struct World;
}

namespace picket::ui {

std::vector<Call> demo_calls(const World& world);

// Bodies of LoadDocumentedResponse.
std::string sample_metric_values(const World& world);
std::string sample_alarms(const World& world);
std::string sample_alarm_events(const World& world);

}  // namespace picket::ui
