// The only writer of JSON text in the core.
#include "text/json_write.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <cstdlib>

#include "text/decimal.h"
#include "text/say.h"
#include "text/utf8.h"

namespace picket {
namespace {

constexpr double kExactIntegerMax = 9007199254740992.0;  // 2^53

void append_escaped(std::string& out, unsigned char c) {
    static constexpr char kHex[] = "0123456789abcdef";
    switch (c) {
    case '"':
        out += "\\\"";
        return;
    case '\\':
        out += "\\\\";
        return;
    case '\b':
        out += "\\b";
        return;
    case '\f':
        out += "\\f";
        return;
    case '\n':
        out += "\\n";
        return;
    case '\r':
        out += "\\r";
        return;
    case '\t':
        out += "\\t";
        return;
    default:
        break;
    }
    out += "\\u00";
    out += kHex[c >> 4];
    out += kHex[c & 15];
}

void append_quoted(std::string& out, std::string_view text) {
    out += '"';
    std::size_t plain = 0;  // start of the bytes not yet copied
    std::size_t at = 0;
    while (at < text.size()) {
        const auto c = static_cast<unsigned char>(text[at]);
        if (c >= 0x20 && c < 0x80 && c != '"' && c != '\\') {
            ++at;
            continue;
        }
        std::uint32_t length = 1;
        if (c >= 0x80) {
            const Utf8Step step = utf8_step(text, at);
            length = step.length;
            if (step.valid) {
                at += length;
                continue;
            }
        }
        out.append(text, plain, at - plain);
        if (c >= 0x80) {
            out += kUtf8Replacement;
        } else {
            append_escaped(out, c);
        }
        at += length;
        plain = at;
    }
    out.append(text, plain, text.size() - plain);
    out += '"';
}

// A positive finite number as digits and the exponent of the first digit.
struct Decimal {
    std::array<char, 20> digits{};
    int count = 0;
    int exponent = 0;
};

Decimal rounded(double value, int digits) {
    std::array<char, 40> text{};
    const int length = std::snprintf(text.data(), text.size(), "%.*e", digits - 1, value);
    Decimal decimal;
    int at = 0;
    // Whatever the locale writes between the digits is passed over.
    for (; at < length && text[at] != 'e'; ++at) {
        if (text[at] >= '0' && text[at] <= '9') decimal.digits[decimal.count++] = text[at];
    }
    decimal.exponent = static_cast<int>(std::strtol(text.data() + at + 1, nullptr, 10));
    return decimal;
}

bool reads_back(const Decimal& decimal, double value) {
    std::array<char, 40> text{};
    std::size_t at = 0;
    for (int i = 0; i < decimal.count; ++i) {
        text[at++] = decimal.digits[i];
        if (i == 0 && decimal.count > 1) text[at++] = '.';
    }
    text[at++] = 'e';
    const auto end = std::to_chars(&text[at], text.data() + text.size(), decimal.exponent);
    const auto length = static_cast<std::size_t>(end.ptr - text.data());
    const auto back = parse_double({text.data(), length});
    return back && *back == value;
}

// The next decimal of the same length, if there is one.
void step_up(Decimal& decimal) {
    int at = decimal.count - 1;
    while (at >= 0 && decimal.digits[at] == '9') --at;
    if (at < 0) return;
    ++decimal.digits[at];
    for (++at; at < decimal.count; ++at) decimal.digits[at] = '0';
}

// Every decimal of up to 15 digits survives a normal double, so shorter forms show as trailing
// zeros of the 15 digit one; only subnormal doubles have fewer digits than that to give.
Decimal shortest(double value) {
    for (int digits = value < 2.2250738585072014e-308 ? 1 : 15; digits < 17; ++digits) {
        Decimal decimal = rounded(value, digits);
        if (reads_back(decimal, value)) return decimal;
        int unused = 0;
        if (digits < 16 || std::frexp(value, &unused) != 0.5) continue;
        // Below a power of two doubles lie closer together than above it: the decimal above may
        // read back although the nearest one does not.
        step_up(decimal);
        if (reads_back(decimal, value)) return decimal;
    }
    return rounded(value, 17);
}

std::string written(const Decimal& decimal) {
    std::string_view digits(decimal.digits.data(), static_cast<std::size_t>(decimal.count));
    digits = digits.substr(0, digits.find_last_not_of('0') + 1);
    const int exponent = decimal.exponent;
    const int after = static_cast<int>(digits.size()) - 1;  // digits behind the first
    std::string out;
    if (exponent >= 21 || exponent <= -7) {
        out += digits[0];
        if (after > 0) (out += '.') += digits.substr(1);
        out += exponent < 0 ? "e-" : "e+";
        return out += std::to_string(std::abs(exponent));
    }
    if (exponent < 0) {
        out += "0.";
        out.append(static_cast<std::size_t>(-exponent - 1), '0');
        return out += digits;
    }
    if (after <= exponent) {
        out += digits;
        return out.append(static_cast<std::size_t>(exponent - after), '0');
    }
    out += digits.substr(0, static_cast<std::size_t>(exponent) + 1);
    out += '.';
    return out += digits.substr(static_cast<std::size_t>(exponent) + 1);
}

}  // namespace

std::string format_double(double value) {
    if (!std::isfinite(value)) return "null";
    if (value == 0) return std::signbit(value) ? "-0" : "0";
    // Checked for range first: the cast is undefined outside it.
    if (std::fabs(value) < kExactIntegerMax) {
        const auto integer = static_cast<std::int64_t>(value);
        if (static_cast<double>(integer) == value) return std::to_string(integer);
    }
    const std::string text = written(shortest(std::fabs(value)));
    return value < 0 ? say("-{}", text) : text;
}

void JsonWriter::newline() {
    if (indent_ <= 0) return;
    out_ += '\n';
    out_.append(static_cast<std::size_t>(depth_) * static_cast<std::size_t>(indent_), ' ');
}

void JsonWriter::before_value() {
    if (after_key_) {
        after_key_ = false;
        return;
    }
    if (depth_ == 0) return;
    if (!first_) out_ += ',';
    first_ = false;
    newline();
}

void JsonWriter::open(char bracket) {
    before_value();
    out_ += bracket;
    ++depth_;
    first_ = true;
}

void JsonWriter::close(char bracket) {
    --depth_;
    if (!first_) newline();
    out_ += bracket;
    first_ = false;
}

void JsonWriter::begin_object() { open('{'); }
void JsonWriter::end_object() { close('}'); }
void JsonWriter::begin_array() { open('['); }
void JsonWriter::end_array() { close(']'); }

void JsonWriter::key(std::string_view name) {
    before_value();
    append_quoted(out_, name);
    out_ += indent_ > 0 ? ": " : ":";
    after_key_ = true;
}

void JsonWriter::string(std::string_view text) {
    before_value();
    append_quoted(out_, text);
}

void JsonWriter::integer(std::int64_t value) {
    before_value();
    std::array<char, 24> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value);
    out_.append(text.data(), static_cast<std::size_t>(end.ptr - text.data()));
}

void JsonWriter::number(double value) {
    before_value();
    out_ += format_double(value);
}

void JsonWriter::boolean(bool value) {
    before_value();
    out_ += value ? "true" : "false";
}

void JsonWriter::null() {
    before_value();
    out_ += "null";
}

void JsonWriter::raw(std::string_view json) {
    before_value();
    out_ += json;
}

}  // namespace picket
