// Writes a part of a JSON tree as text again.
#pragma once

#include <cstdint>

#include "picket/json_tree.h"
#include "text/json_write.h"

namespace picket {

// The node with everything below it. Trees are at most kJsonDepthMax deep, so recursion is safe.
void write_json(const JsonTree& tree, std::uint32_t index, JsonWriter& writer);

}  // namespace picket
