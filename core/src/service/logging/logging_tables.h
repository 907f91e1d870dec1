// What the two files of this area share: rows of the logging tables, and the errors of operations
// that have a set of their own.
#pragma once

#include "picket/model/logging.h"
#include "picket/world.h"

namespace picket {

// Rows of logging_options: the older generation knows a role and one level.
inline constexpr std::string_view kLoggingV1 = "v1";
inline constexpr std::string_view kLoggingV2 = "v2";
// Where the default level of the newer generation is kept: it is a target like others.
inline LogTargetKey default_log_target() { return {}; }

// Set before it is asked for.
Refusal not_configured(const World& world);

}  // namespace picket
