// Writes a described value as JSON in the order of its shape's table. Absent optionals are left
// out, times are epoch seconds with their milliseconds as a fraction (1600780245.29), documents are
// copied as they are.
#pragma once

#include <string>

#include "picket/schema.h"
#include "picket/time.h"
#include "text/json_write.h"

namespace picket {

void encode(const ShapeInfo& shape, const void* value, JsonWriter& writer);

// "1600780245.29": a plain decimal without exponent and without zeros at its end.
std::string epoch_seconds(Timestamp time);

// The wire name of an enumerator, from the byte that every described enum is.
std::string_view enumerator_name(const ShapeInfo& shape, const void* value);

}  // namespace picket
