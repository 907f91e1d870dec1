// Reads what stands in one cell of somebody's file: numbers, times, lists. More lenient than the
// service's own JSON, as spreadsheets and loggers write these.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "picket/model/recording.h"
#include "picket/time.h"

namespace picket {

// Without spaces and tabs at both ends.
inline std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
    return text;
}

bool is_utf8(std::string_view text);

enum class NumberText : std::uint8_t { Number, NotFinite, Huge, NoNumber };
// A decimal; a plus sign may lead, and a comma may be the point when `comma` says so.
NumberText read_number(std::string_view text, bool comma, double& number);

// ISO 8601, with a space for the T and no zone for UTC if need be; or a number since 1970 in
// seconds, milliseconds, microseconds or nanoseconds, told apart by their size if `unit` is absent.
std::optional<Timestamp> read_time(std::string_view text, std::optional<TimeUnit> unit);

// The elements of a cell as a JSON array: it is one already, or has elements between spaces,
// commas, semicolons or bars. Empty when that cannot be.
std::string read_list(std::string_view text, ValueKind kind);

}  // namespace picket
