// Strict decimal reading: correctly rounded, without the C locale.
#include "text/decimal.h"

#include <charconv>
#include <cmath>
#include <cstdlib>
#include <string>

#ifndef __EMSCRIPTEN__
#include <fast_float/fast_float.h>
#endif

namespace picket {
namespace {

std::size_t skip_digits(std::string_view text, std::size_t at) {
    while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;
    return at;
}

// Length of the integer part at the start of the text, sign included; 0 when there is none.
std::size_t integer_part(std::string_view text) {
    const std::size_t first = text.size() > 0 && text[0] == '-' ? 1 : 0;
    const std::size_t end = skip_digits(text, first);
    if (end == first) return 0;
    return text[first] == '0' && end > first + 1 ? 0 : end;
}

// Both round correctly, so they agree to the bit. fast_float's tables are 10 kB that do not
// compress, and the C library of the web build knows no locale.
#ifdef __EMSCRIPTEN__
double read_double(std::string_view number) {
    return std::strtod(std::string(number).c_str(), nullptr);
}
#else
double read_double(std::string_view number) {
    double value = 0;
    fast_float::from_chars(number.data(), number.data() + number.size(), value);
    return value;  // the error code differs between versions when it rounds to 0 or to infinity
}
#endif

}  // namespace

bool is_json_number(std::string_view text) {
    std::size_t at = integer_part(text);
    if (at == 0) return false;
    if (at < text.size() && text[at] == '.') {
        const std::size_t end = skip_digits(text, at + 1);
        if (end == at + 1) return false;
        at = end;
    }
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        ++at;
        if (at < text.size() && (text[at] == '+' || text[at] == '-')) ++at;
        const std::size_t end = skip_digits(text, at);
        if (end == at) return false;
        at = end;
    }
    return at == text.size();
}

std::optional<double> parse_double(std::string_view text) {
    if (!is_json_number(text)) return std::nullopt;
    const double value = read_double(text);
    if (!std::isfinite(value)) return std::nullopt;
    return value;
}

std::optional<std::int64_t> parse_int64(std::string_view text) {
    if (text.empty() || integer_part(text) != text.size()) return std::nullopt;
    std::int64_t value = 0;
    const auto done = std::from_chars(text.data(), text.data() + text.size(), value);
    if (done.ec != std::errc()) return std::nullopt;
    return value;
}

}  // namespace picket
