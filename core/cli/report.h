// What the commands say: JSON laid out for reading, errors with their place, and names close to a
// mistyped one.
#pragma once

#include <string>
#include <string_view>

#include "picket/engine.h"

namespace picket::cli {

// Lays out compact JSON with four spaces per level. Numbers and strings stay as they are written.
std::string pretty_json(std::string_view compact);

// The error for people: name and status, message, where it is, and the line of the input it points
// to.
std::string error_report(const Error& error, std::string_view input);

// "there is no operation CreateThin. Did you mean CreateThing?": names at most three close ones.
std::string no_operation(std::string_view name);

// Says on stderr what is wrong with the command line, and gives the exit code for that.
int usage_error(const char* command, const std::string& message);

// "90", "90s", "15m", "2h", "14d", "250ms" and sums like "1d12h", in milliseconds. Plain numbers
// are seconds.
std::optional<std::int64_t> parse_duration(std::string_view text);

}  // namespace picket::cli
