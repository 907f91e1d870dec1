// Checks of Host and Origin, and the headers of cross-origin sharing for pages on this machine.
#include "http_guard.h"

#include <picket/ascii.h>

namespace picket::cli {
namespace {

// "host:80" -> "host", "[::1]:80" -> "::1". Anything odd gives an empty name, which is never
// loopback.
std::string host_name(std::string_view host) {
    const bool bracketed = !host.empty() && host.front() == '[';
    const std::size_t end = bracketed ? host.find(']') : host.find(':');
    if (bracketed && end == std::string_view::npos) return {};
    const std::string_view port = end == std::string_view::npos
                                      ? ""
                                      : host.substr(bracketed ? end + 1 : end);
    if (!port.empty() &&
        (port.front() != ':' || port.find_first_not_of("0123456789", 1) != std::string_view::npos))
        return {};
    return ascii::lowered(bracketed ? host.substr(1, end - 1) : host.substr(0, end));
}

// Four numbers with dots.
bool is_ipv4(std::string_view name) {
    int parts = 1, digits = 0, value = 0;
    for (const char c : name) {
        if (c == '.') {
            if (digits == 0 || ++parts > 4) return false;
            digits = value = 0;
        } else if (c >= '0' && c <= '9') {
            value = value * 10 + (c - '0');
            if (++digits > 3 || value > 255) return false;
        } else {
            return false;
        }
    }
    return parts == 4 && digits > 0;
}

bool is_address(std::string_view name) {
    return is_ipv4(name) ||
           (name.find(':') != std::string_view::npos &&
            name.find_first_not_of("0123456789abcdef:.") == std::string_view::npos);
}

// The host part of "http://host:port"; empty for "null" and everything else.
std::string_view origin_host(std::string_view origin) {
    for (const std::string_view scheme : {"http://", "https://"}) {
        if (origin.substr(0, scheme.size()) == scheme) return origin.substr(scheme.size());
    }
    return {};
}

}  // namespace

bool is_loopback_host(std::string_view host) {
    const std::string name = host_name(host);
    if (name == "localhost" || name == "::1") return true;
    constexpr std::string_view kSuffix = ".localhost";
    if (name.size() > kSuffix.size() &&
        name.compare(name.size() - kSuffix.size(), kSuffix.size(), kSuffix) == 0)
        return true;
    return is_ipv4(name) && name.substr(0, 4) == "127.";
}

std::string refusal(const Caller& caller, std::string_view bind_host) {
    const bool bracket = bind_host.find(':') != std::string_view::npos;
    const bool open = !is_loopback_host(bracket ? "[" + std::string(bind_host) + "]"
                                                : std::string(bind_host));
    const std::string name = host_name(caller.host);
    const bool known_host = is_loopback_host(caller.host) ||
                            (open && !name.empty() &&
                             (is_address(name) || name == ascii::lowered(bind_host)));
    if (!known_host)
        return "The Host header does not name this machine. Picket answers to localhost and "
               "127.0.0.1.";
    if (!caller.origin.empty()) {
        const std::string_view host = origin_host(caller.origin);
        const bool same_origin = !host.empty() && host == caller.host;
        if (!same_origin && !is_loopback_host(host))
            return "Pages of other sites may not call this endpoint (Origin header).";
    } else if (caller.fetch_site == "cross-site" && caller.fetch_mode != "navigate") {
        return "Pages of other sites may not call this endpoint (Sec-Fetch-Site header).";
    }
    return {};
}

std::vector<std::pair<std::string, std::string>> cors_headers(const Caller& caller,
                                                              bool preflight) {
    if (caller.origin.empty()) return {};
    std::vector<std::pair<std::string, std::string>> headers = {
        {"Access-Control-Allow-Origin", caller.origin},
        {"Vary", "Origin"},
        {"Access-Control-Expose-Headers", "x-amzn-errortype, x-amzn-requestid"},
    };
    if (preflight) {
        headers.emplace_back("Access-Control-Allow-Methods",
                             "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
        headers.emplace_back(
            "Access-Control-Allow-Headers",
            "authorization, content-type, x-amz-date, x-amz-content-sha256, x-amz-security-token, "
            "x-amz-user-agent, amz-sdk-invocation-id, amz-sdk-request");
        headers.emplace_back("Access-Control-Allow-Private-Network", "true");
        headers.emplace_back("Access-Control-Max-Age", "600");
    }
    return headers;
}

}  // namespace picket::cli
