// CBOR (RFC 8949) as a JSON tree, so that a report in CBOR and one in JSON are read by the same
// code. Strict: what JSON cannot say is refused, and so is what is not one whole value.
//
// Taken: integers that fit 64 bits, finite floats of any width, UTF-8 texts, arrays and maps with
// text keys, each of known or unknown length, false, true, null. Refused: byte strings, tags,
// undefined and other simple values, NaN and infinity, keys that are no texts or come twice, bytes
// behind the value.
#pragma once

#include <string_view>

#include "picket/json_tree.h"

namespace picket {

// The first mistake, with the byte where it is.
Result<JsonTree> read_cbor(std::string_view bytes);

}  // namespace picket
