// Base64 (RFC 4648): the standard alphabet with padding, and the URL-safe one without (tokens,
// links). Decoding is strict: no spaces, no wrong padding, no stray bits, so each byte string has
// exactly one text.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace picket {

std::string base64_encode(std::string_view bytes);
std::optional<std::string> base64_decode(std::string_view text);

std::string base64url_encode(std::string_view bytes);
std::optional<std::string> base64url_decode(std::string_view text);

}  // namespace picket
