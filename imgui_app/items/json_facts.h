// A JSON object as facts: one per member, nested ones under their path.
#pragma once

#include <string_view>

#include "items/section.h"

namespace picket::ui {

void add_json_facts(FactGroup& group, std::string_view json);

}  // namespace picket::ui
