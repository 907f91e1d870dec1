// The HTTP face of the engine: routes a request, gathers its members, and answers in the service's
// form. No sockets here.
#include <string>

#include "api/dispatch.h"
#include "api/route.h"
#include "picket/engine.h"

namespace picket {
namespace {

constexpr std::size_t kBodyBytesMax = kJsonBytesMax;

std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return out;
}

// The body is exactly the service's; where the mistake is goes into headers that its clients do not
// look at.
HttpResponse refused(const Error& error) {
    const ErrorInfo& info = error_info(error.code);
    HttpResponse response{info.http, {{"content-type", "application/json"}}, error_body(error)};
    response.headers.emplace_back("x-amzn-errortype", info.name);
    if (!error.path.empty()) {
        // A path may quote what the caller sent: only plain text goes into a header.
        std::string path;
        for (char c : error.path) path += c >= 0x20 && c < 0x7F ? c : '?';
        response.headers.emplace_back("x-picket-path", path);
    }
    if (error.line != 0) {
        response.headers.emplace_back("x-picket-line", std::to_string(error.line));
        response.headers.emplace_back("x-picket-column", std::to_string(error.column));
    }
    return response;
}

}  // namespace

HttpResponse Engine::request(const HttpRequest& request) {
    if (request.body.size() > kBodyBytesMax) {
        return refused(
            {.code = ErrorCode::RequestTooLarge,
             .message = "The body has " + std::to_string(request.body.size()) +
                        " bytes; at most 16,777,216 are read. Send less in one request."});
    }
    auto routed = route(request.method, request.target);
    if (!routed) {
        HttpResponse response = refused(routed.error());
        if (routed.error().code == ErrorCode::MethodNotAllowed)
            response.headers.emplace_back("allow", allowed_methods(request.target));
        return response;
    }
    for (const auto& [name, value] : request.headers) {
        routed->located.push_back({In::Header, lower(name), value});
    }
    auto prepared = prepare_http(*routed->operation, world_, request.body, routed->located);
    if (!prepared) return refused(prepared.error());

    CallResult result = run(*routed->operation, prepared->input.get(), {});
    if (result.error) {
        Error& error = *result.error;
        const std::string_view first = std::string_view(error.path)
                                           .substr(0, error.path.find_first_of(".["));
        const MemberInfo* member = routed->operation->input->find(first);
        const bool in_body = member != nullptr && member->rule.in == In::Body;
        if (in_body && !request.body.empty()) locate(error, request.body);
        return refused(error);
    }
    HttpResponse response{200, {{"content-type", "application/json"}}, std::move(result.body)};
    // An operation without output members answers with an empty body, as the service does.
    if (routed->operation->output->members.empty()) response.body.clear();
    for (const std::string& warning : prepared->warnings) {
        std::string text;
        for (char c : warning) text += c >= 0x20 && c < 0x7F ? c : '?';
        response.headers.emplace_back("x-picket-warning", text);
    }
    return response;
}

}  // namespace picket
