// The settings that verdicts of a rule rest on: what AWS does not document about evaluating it.
#pragma once

#include <vector>

#include "picket/model/findings.h"
#include "picket/settings.h"

namespace picket {

// Once each.
void rest_on(const World& world, Setting setting, std::vector<ExplainedSetting>& out);
void add_settings(const World& world, const DetectRule& rule, std::vector<ExplainedSetting>& out);

}  // namespace picket
