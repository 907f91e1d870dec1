// From method and request target to an operation and the texts of its URI and query members.
// The target stays percent-encoded until it is split: "/things/a%2Fb" is one label, "a/b".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/decode.h"
#include "picket/operations.h"

namespace picket {

struct Routed {
    const Operation* operation = nullptr;
    std::vector<LocatedText> located;  // URI and query; the caller adds headers
};

// UnknownOperation when no row has the path, MethodNotAllowed when rows have it with other methods.
Result<Routed> route(std::string_view method, std::string_view target);
// "GET, PUT" for a target that route() did not refuse as malformed.
std::string allowed_methods(std::string_view target);

}  // namespace picket
