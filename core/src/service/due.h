// Runs the items of the queue of due work: scheduled calls, steps of growing populations, what
// keeps dynamic groups up to date, and what ends windows, alarms and retention in Detect.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "picket/world.h"

namespace picket {

class Context;

// Calls a mutating operation on a World by JSON text; when it fails, the World is as it was before.
// Handed in by the engine, because decoding lies above the handlers.
using InvokeCall = Refusal (*)(World&, Context&, std::string_view operation, std::string_view json);

// Runs one item and returns what it cost in work units, about 10,000 at most. The engine has taken
// the item out of the queue and set the clock to it. Work that is not finished queues its next
// item, which comes after what is due at the same time.
std::int64_t run_due(World& world, const DueKey& key, const DueItem& item, InvokeCall invoke);

}  // namespace picket
