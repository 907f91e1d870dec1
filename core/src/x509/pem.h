// PEM (RFC 7468): base64 between marker lines. Strict where a mistake would be passed on: markers
// stand alone in their lines, base64 is exact, and nothing follows the end. Explanations before the
// beginning, as tools print them, are allowed.
#pragma once

#include <string>
#include <string_view>

#include "picket/result.h"

namespace picket {

// The bytes of the one block of `text`, which must have this label: "CERTIFICATE". Errors are
// CertificateValidationException and name the line.
Result<std::string> pem_decode(std::string_view text, std::string_view label);

// Lines of 64 characters, a line break at the end.
std::string pem_encode(std::string_view bytes, std::string_view label);

}  // namespace picket
