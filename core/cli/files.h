// Files and standard streams for the commands. Writing replaces a file in one step, so that a crash
// never leaves half of one.
#pragma once

#include <string>
#include <string_view>

#include "picket/engine.h"

namespace picket::cli {

// The whole file; "-" is standard input. The error is a sentence for people.
Result<std::string> read_file(const std::string& path);
Result<Done> write_file(const std::string& path, std::string_view bytes);
bool file_exists(const std::string& path);

// Opens a session file if it is there: the engine is as it was saved, and what replay found is told
// on standard error.
Result<Done> open_session(Engine& engine, const std::string& path);

}  // namespace picket::cli
