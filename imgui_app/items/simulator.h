// Simulated fleets as views name them.
#pragma once

#include <string>

#include "picket/world.h"

namespace picket::ui {

// The name of the fleet's device `number`, from 0; empty while it is not known yet.
std::string fleet_device(const World& world, const Fleet& fleet, std::int64_t number);
// "MESSAGE_FLOOD" reads "Message flood".
std::string shouted_words(std::string_view word);

}  // namespace picket::ui
