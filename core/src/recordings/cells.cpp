// See cells.h.
#include "recordings/cells.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "picket/ascii.h"
#include "picket/json_tree.h"
#include "text/decimal.h"
#include "text/json_copy.h"
#include "text/json_write.h"
#include "text/utf8.h"

namespace picket {
namespace {

bool is_number_digit(char letter) { return letter >= '0' && letter <= '9'; }

// Up to 15 digits, a point among them or not: what nearly every cell is. Both numbers are exact, so
// their quotient is the nearest double, as the general reader finds it.
bool read_short_decimal(std::string_view text, double& number) {
    static constexpr double kTenTo[] = {1,   1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                        1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
    std::size_t at = !text.empty() && text[0] == '-' ? 1 : 0;
    if (text.size() == at || text.size() > at + 16) return false;
    std::int64_t digits = 0;
    std::size_t count = 0, after_point = 0;
    bool point = false;
    for (; at < text.size(); ++at) {
        if (text[at] == '.' && !point && count > 0) {
            point = true;
            continue;
        }
        if (!is_number_digit(text[at])) return false;
        digits = digits * 10 + (text[at] - '0');
        ++count;
        after_point += point ? 1 : 0;
    }
    if (count == 0 || count > 15 || (point && after_point == 0)) return false;
    number = static_cast<double>(text[0] == '-' ? -digits : digits);
    if (after_point > 0) number /= kTenTo[after_point];
    return true;
}

bool is_ascii(std::string_view text) {
    std::uint64_t seen = 0;
    std::size_t at = 0;
    for (; at + 8 <= text.size(); at += 8) {
        std::uint64_t eight = 0;
        std::memcpy(&eight, text.data() + at, 8);
        seen |= eight;
    }
    for (; at < text.size(); ++at) seen |= static_cast<unsigned char>(text[at]);
    return (seen & 0x8080808080808080u) == 0;
}

bool is_not_finite(std::string_view text) {
    if (!text.empty() && (text[0] == '-' || text[0] == '+')) text.remove_prefix(1);
    if (text.size() > 9 || text.size() < 3) return false;
    const std::string word = ascii::lowered(text);
    return word == "nan" || word == "inf" || word == "infinity";
}

std::optional<Timestamp> epoch_time(double number, std::optional<TimeUnit> unit) {
    // Seconds stay below 1e11 until the year 5138, and milliseconds have been above it since 1973.
    double ms = number;
    if (unit == TimeUnit::Seconds || (!unit && number < 1e11)) {
        ms = number * 1000;
    } else if (!unit && number >= 1e17) {
        ms = number / 1e6;
    } else if (!unit && number >= 1e14) {
        ms = number / 1e3;
    }
    ms = std::floor(ms + 0.5);
    if (!(ms > 0 && ms <= static_cast<double>(kTimestampMax.ms))) return std::nullopt;
    return Timestamp{static_cast<std::int64_t>(ms)};
}

bool has_zone(std::string_view text) {
    return text.size() <= 10 || text.back() == 'Z' ||
           text.find_first_of("+-", 11) != std::string_view::npos;
}

std::string compact(std::string_view json) {
    const auto tree = read_json_strict(json);
    std::string out;
    if (!tree || tree->node(0).kind != JsonKind::Array) return out;
    JsonWriter writer(out);
    write_json(*tree, 0, writer);
    return out;
}

}  // namespace

bool is_utf8(std::string_view text) {
    if (is_ascii(text)) return true;
    for (std::size_t at = 0; at < text.size();) {
        const Utf8Step step = utf8_step(text, at);
        if (!step.valid) return false;
        at += step.length;
    }
    return true;
}

NumberText read_number(std::string_view text, bool comma, double& number) {
    if (text.size() > 1 && text[0] == '+' && is_number_digit(text[1])) text.remove_prefix(1);
    if (read_short_decimal(text, number)) {
        number += 0.0;  // -0 becomes 0
        return NumberText::Number;
    }
    if (is_not_finite(text)) return NumberText::NotFinite;
    if (const std::size_t at = text.find(','); comma && at != std::string_view::npos) {
        std::string with_point(text);
        with_point[at] = '.';
        return read_number(with_point, false, number);
    }
    if (!is_json_number(text)) return NumberText::NoNumber;
    const auto value = parse_double(text);
    if (!value) return NumberText::Huge;
    number = *value + 0.0;
    return NumberText::Number;
}

std::optional<Timestamp> read_time(std::string_view text, std::optional<TimeUnit> unit) {
    double number = 0;
    if (read_number(text, false, number) == NumberText::Number) return epoch_time(number, unit);
    if (text.size() < 10 || text.size() > 40 || text[4] != '-') return std::nullopt;
    std::string iso(text);
    if (iso.size() > 10 && (iso[10] == ' ' || iso[10] == 't')) iso[10] = 'T';
    if (iso.back() == 'z') iso.back() = 'Z';
    if (iso.size() == 16) iso += ":00";  // without seconds
    if (!has_zone(iso)) iso += 'Z';
    const auto time = parse_time(iso);
    if (!time || time->ms <= 0) return std::nullopt;
    return time;
}

std::string read_list(std::string_view text, ValueKind kind) {
    if (text.starts_with('[')) return compact(text);
    std::string json;
    JsonWriter writer(json);
    writer.begin_array();
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of(" ,;|"), text.size());
        const std::string_view element = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (element.empty()) continue;
        if (kind == ValueKind::Cidrs || kind == ValueKind::Strings) {
            writer.string(element);
        } else if (is_json_number(element)) {
            writer.raw(element);
        } else {
            return {};
        }
    }
    writer.end_array();
    return json;
}

}  // namespace picket
