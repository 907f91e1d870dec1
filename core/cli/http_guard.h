// Who may talk to the local endpoint. Any web page a browser shows can reach loopback, so requests
// that come from elsewhere are refused by the two headers a page cannot forge: Host (DNS rebinding)
// and Origin (a page of another site).
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace picket::cli {

struct Caller {
    std::string host;        // the Host header
    std::string origin;      // the Origin header; empty when there is none
    std::string fetch_site;  // Sec-Fetch-Site, as browsers send it
    std::string fetch_mode;  // Sec-Fetch-Mode
};

// `bind_host` is the address the server listens on: when it is not loopback, the user opened it to
// the network on purpose, and plain addresses (which no DNS trick can forge) and that name are
// answered too. Empty: welcome. Otherwise a sentence that says why not.
std::string refusal(const Caller& caller, std::string_view bind_host);

// Whether "localhost:8080", "127.0.0.1", "[::1]:80" or "demo.localhost" names this machine.
bool is_loopback_host(std::string_view host);

// What a page of another port on this machine needs to read answers (and to send AWS requests at
// all).
std::vector<std::pair<std::string, std::string>> cors_headers(const Caller& caller, bool preflight);

}  // namespace picket::cli
