// Text for people: layout of JSON, error reports, suggestions, durations.
#include "report.h"

#include <picket/ascii.h>

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <vector>

#include "commands.h"

namespace picket::cli {
namespace {

// The position after the string literal that starts at `at`.
std::size_t string_end(std::string_view text, std::size_t at) {
    for (++at; at < text.size() && text[at] != '"'; ++at) {
        if (text[at] == '\\') ++at;
    }
    return std::min(at + 1, text.size());
}

// Edit distance without regard to case.
std::size_t distance(std::string_view left, std::string_view right) {
    std::vector<std::size_t> row(right.size() + 1);
    for (std::size_t j = 0; j <= right.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= left.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= right.size(); ++j) {
            const std::size_t above = row[j];
            const std::size_t change = ascii::lower(left[i - 1]) == ascii::lower(right[j - 1]) ? 0
                                                                                               : 1;
            row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + change});
            diagonal = above;
        }
    }
    return row[right.size()];
}

// Line `number` (from 1) of the text, without its end.
std::string_view line_of(std::string_view text, std::uint32_t number) {
    std::size_t begin = 0;
    for (std::uint32_t line = 1; line < number; ++line) {
        begin = text.find('\n', begin);
        if (begin == std::string_view::npos) return {};
        ++begin;
    }
    std::string_view rest = text.substr(begin);
    rest = rest.substr(0, rest.find('\n'));
    return !rest.empty() && rest.back() == '\r' ? rest.substr(0, rest.size() - 1) : rest;
}

std::optional<std::int64_t> unit_ms(std::string_view unit) {
    if (unit == "ms") return kMillisecond;
    if (unit == "s" || unit.empty()) return kSecond;
    if (unit == "m") return kMinute;
    if (unit == "h") return kHour;
    if (unit == "d") return kDay;
    return std::nullopt;
}

}  // namespace

std::string pretty_json(std::string_view compact) {
    std::string out;
    std::size_t depth = 0;
    const auto new_line = [&] { out.append("\n").append(depth * 4, ' '); };
    for (std::size_t at = 0; at < compact.size();) {
        const char c = compact[at];
        if (c == '"') {
            const std::size_t end = string_end(compact, at);
            out.append(compact.substr(at, end - at));
            at = end;
            continue;
        }
        ++at;
        const bool opens = c == '{' || c == '[';
        if (opens && at < compact.size() && (compact[at] == '}' || compact[at] == ']')) {
            out.append(1, c).append(1, compact[at++]);
        } else if (opens) {
            out += c;
            ++depth;
            new_line();
        } else if (c == '}' || c == ']') {
            if (depth > 0) --depth;
            new_line();
            out += c;
        } else if (c == ',') {
            out += c;
            new_line();
        } else if (c == ':') {
            out += ": ";
        } else if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
            out += c;
        }
    }
    return out;
}

std::string error_report(const Error& error, std::string_view input) {
    const ErrorInfo& info = error_info(error.code);
    std::string out(info.name);
    out += " (HTTP " + std::to_string(info.http) + "): " + error.message + "\n";
    if (error.path.empty() && error.line == 0) return out;
    out += "  at";
    if (!error.path.empty()) out += " " + error.path;
    if (error.line == 0) return out + "\n";
    out += error.path.empty() ? " " : ", ";
    out += "line " + std::to_string(error.line) + ", column " + std::to_string(error.column) + "\n";
    const std::string_view line = line_of(input, error.line);
    constexpr std::size_t kLineMax = 200;  // a document on one line says little on a terminal
    if (line.empty() || line.size() > kLineMax || error.column == 0) return out;
    out.append("    ").append(line).append("\n    ").append(error.column - 1, ' ').append("^\n");
    return out;
}

std::string no_operation(std::string_view name) {
    std::vector<std::pair<std::size_t, std::string_view>> near;
    for (const Operation& operation : operations()) {
        const std::size_t edits = distance(name, operation.name);
        if (edits <= std::max<std::size_t>(2, name.size() / 3))
            near.emplace_back(edits, operation.name);
    }
    std::stable_sort(near.begin(), near.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    if (near.size() > 3) near.resize(3);
    std::string message = "there is no operation " + std::string(name);
    for (const auto& [edits, known] : near) {
        message += (&known == &near.front().second ? ". Did you mean " : ", ") + std::string(known);
    }
    return message + (near.empty() ? "" : "?") + "\n`picket describe` lists all operations.";
}

int usage_error(const char* command, const std::string& message) {
    std::fprintf(stderr, "picket %s: %s\n", command, message.c_str());
    return kExitUsage;
}

std::optional<std::int64_t> parse_duration(std::string_view text) {
    if (text.empty()) return std::nullopt;
    constexpr std::int64_t kDurationMax = 10'000 * 366 * kDay;
    std::int64_t total = 0;
    while (!text.empty()) {
        std::int64_t number = 0;
        const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
        if (problem != std::errc{} || number < 0) return std::nullopt;
        text.remove_prefix(static_cast<std::size_t>(end - text.data()));
        const std::size_t unit_size = std::min(text.find_first_of("0123456789"), text.size());
        const auto unit = unit_ms(text.substr(0, unit_size));
        if (!unit || number > kDurationMax / *unit) return std::nullopt;
        total += number * *unit;
        if (total > kDurationMax) return std::nullopt;
        text.remove_prefix(unit_size);
    }
    return total;
}

}  // namespace picket::cli
