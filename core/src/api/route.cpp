// See route.h. Of several rows that fit, the one with the most literal segments wins.
#include "api/route.h"

#include <optional>
#include <string>

#include "text/say.h"
#include "text/utf8.h"

namespace picket {
namespace {

constexpr std::size_t kTargetBytesMax = 64 * 1024;

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    for (;;) {
        const std::size_t at = text.find(separator);
        parts.push_back(text.substr(0, at));
        if (at == std::string_view::npos) return parts;
        text.remove_prefix(at + 1);
    }
}

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

bool is_utf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const Utf8Step step = utf8_step(text, at);
        if (!step.valid) return false;
        at += step.length;
    }
    return true;
}

// '+' stays '+': the service's clients encode a blank as %20, and opaque tokens may hold a bare
// '+'.
Result<std::string> percent_decode(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            out += text[i];
            continue;
        }
        const int high = i + 2 < text.size() ? hex_digit(text[i + 1]) : -1;
        const int low = i + 2 < text.size() ? hex_digit(text[i + 2]) : -1;
        if (high < 0 || low < 0) {
            return refuse(
                ErrorCode::InvalidRequest,
                "'%' must be followed by two hexadecimal digits in a request target; write a "
                "percent sign as %25.");
        }
        out += static_cast<char>(high * 16 + low);
        i += 2;
    }
    if (!is_utf8(out)) {
        return refuse(ErrorCode::InvalidRequest,
                      "The request target is not UTF-8 once its percent-encoding is undone.");
    }
    return out;
}

bool is_label(std::string_view segment) { return segment.size() > 2 && segment.front() == '{'; }

// Literal segments that fit; nothing when the row's path is another one.
std::optional<int> fit(std::string_view uri, const std::vector<std::string_view>& segments) {
    int literals = 0;
    std::size_t index = 0;
    uri.remove_prefix(1);
    for (;;) {
        const std::size_t slash = uri.find('/');
        const std::string_view part = uri.substr(0, slash);
        if (index == segments.size()) return std::nullopt;
        if (!is_label(part)) {
            if (part != segments[index]) return std::nullopt;
            ++literals;
        }
        ++index;
        if (slash == std::string_view::npos) break;
        uri.remove_prefix(slash + 1);
    }
    return index == segments.size() ? std::optional(literals) : std::nullopt;
}

Refusal no_route(std::string_view method, std::string_view path, const std::string& allowed) {
    const std::string shown(path.substr(0, 200));
    if (!allowed.empty()) {
        return refuse(ErrorCode::MethodNotAllowed,
                      say("The path {} does not answer {}; it answers {}.", shown,
                          method.substr(0, 20), allowed));
    }
    return refuse(
        ErrorCode::UnknownOperation,
        say("No operation has the path {}. The command 'picket describe' lists all paths.", shown));
}

Result<std::vector<LocatedText>> take_apart(const Operation& operation,
                                            const std::vector<std::string_view>& segments,
                                            std::string_view query) {
    std::vector<LocatedText> located;
    const std::vector<std::string_view> parts = split(operation.uri.substr(1), '/');
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (!is_label(parts[i])) continue;
        PICKET_TRY(std::string value, percent_decode(segments[i]));
        located.push_back(
            {In::Uri, std::string(parts[i].substr(1, parts[i].size() - 2)), std::move(value)});
    }
    if (query.empty()) return located;
    for (std::string_view pair : split(query, '&')) {
        if (pair.empty()) continue;
        const std::size_t equals = pair.find('=');
        PICKET_TRY(std::string name, percent_decode(pair.substr(0, equals)));
        PICKET_TRY(std::string value,
                   percent_decode(equals == std::string_view::npos ? std::string_view()
                                                                   : pair.substr(equals + 1)));
        located.push_back({In::Query, std::move(name), std::move(value)});
    }
    return located;
}

}  // namespace

std::string allowed_methods(std::string_view target) {
    const std::vector<std::string_view> segments = split(target.substr(1, target.find('?') - 1),
                                                         '/');
    std::string allowed;
    for (const Operation& operation : operations()) {
        const std::string_view name = method_name(operation.method);
        if (!fit(operation.uri, segments) || allowed.find(name) != std::string::npos) continue;
        allowed += (allowed.empty() ? "" : ", ") + std::string(name);
    }
    return allowed;
}

Result<Routed> route(std::string_view method, std::string_view target) {
    if (target.size() > kTargetBytesMax || target.empty() || target.front() != '/') {
        return refuse(ErrorCode::InvalidRequest,
                      "A request target starts with '/' and has at most 65,536 bytes.");
    }
    const std::size_t question = target.find('?');
    const std::string_view path = target.substr(0, question);
    const std::string_view query = question == std::string_view::npos ? std::string_view()
                                                                      : target.substr(question + 1);
    const std::vector<std::string_view> segments = split(path.substr(1), '/');

    const Operation* best = nullptr;
    int best_literals = -1;
    for (const Operation& operation : operations()) {
        if (method_name(operation.method) != method) continue;
        const auto literals = fit(operation.uri, segments);
        if (!literals || *literals <= best_literals) continue;
        best = &operation;
        best_literals = *literals;
    }
    if (best == nullptr) return no_route(method, path, allowed_methods(target));
    PICKET_TRY(auto located, take_apart(*best, segments, query));
    return Routed{best, std::move(located)};
}

}  // namespace picket
