// The HTTP face of the engine: routes a request, gathers its members, and answers in the service's
// form; and the rates at which a host lets requests through. No sockets here.
#include <algorithm>
#include <string>

#include "api/dispatch.h"
#include "api/route.h"
#include "picket/engine.h"
#include "picket/request_rates.h"
#include "text/say.h"
#include "world/settings.h"

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

struct Rate {
    std::string_view operation;
    std::int64_t per_second;
};
constexpr std::int64_t kRateDefault = 10;
constexpr Rate kRates[] = {
    {"DescribeAuditFinding", 25},
    {"DescribeAuditMitigationActionsTask", 25},
    {"DescribeAuditTask", 25},
    {"DescribeCustomMetric", 25},
    {"DescribeMitigationAction", 25},
    {"DescribeSecurityProfile", 25},
    {"ListMetricValues", 15},
    {"CreateScheduledAudit", 5},
    {"DescribeScheduledAudit", 5},
    {"UpdateScheduledAudit", 5},
    {"DeleteScheduledAudit", 5},
    {"ListScheduledAudits", 5},
    {"DescribeAccountAuditConfiguration", 5},
    {"UpdateAccountAuditConfiguration", 5},
    {"DeleteAccountAuditConfiguration", 5},
};
constexpr std::int64_t kOneRequest = 1000;

bool is_limited(const Operation& operation) {
    const auto& declared = operation.errors;
    return operation.service == Service::Iot &&
           std::find(declared.begin(), declared.end(), ErrorCode::Throttling) != declared.end();
}

Refusal too_fast(std::string_view operation, std::int64_t rate, std::int64_t burst,
                 Timestamp again) {
    return refuse(ErrorCode::Throttling,
                  say("Rate exceeded: {} takes {} requests per second, and {} at once. Try again "
                      "at {} of the virtual clock, or set requestRateLimits to off.",
                      operation, rate, burst, to_iso(again)));
}

}  // namespace

std::int64_t requests_per_second(std::string_view operation) {
    for (const Rate& rate : kRates) {
        if (rate.operation == operation) return rate.per_second;
    }
    return kRateDefault;
}

// A bucket holds what may come at once and fills evenly. A millisecond brings `rate` thousandths of
// a request, so whole numbers are exact.
std::optional<HttpResponse> RequestRates::refuse(const Engine& engine, const HttpRequest& request) {
    const World& world = engine.world();
    if (setting_is(world, Setting::RequestRateLimits, "off")) return std::nullopt;
    const auto routed = route(request.method, request.target);
    if (!routed || !is_limited(*routed->operation)) return std::nullopt;
    const std::string_view name = routed->operation->name;
    const std::int64_t rate = requests_per_second(name);
    const std::int64_t burst = rate * setting_number(world, Setting::RequestBurstSeconds);
    const std::int64_t full = burst * kOneRequest;

    const bool is_new = buckets_.find(name) == nullptr;
    Bucket& bucket = buckets_[std::string(name)];
    if (is_new) bucket = {full, world.now};
    // After a rewind the clock may stand before the last request: nothing is gained then.
    const std::int64_t passed_ms = std::clamp<std::int64_t>(world.now - bucket.filled, 0, full);
    bucket = {std::min(full, bucket.level + passed_ms * rate), world.now};
    if (bucket.level >= kOneRequest) {
        bucket.level -= kOneRequest;
        return std::nullopt;
    }
    const std::int64_t wait_ms = (kOneRequest - bucket.level + rate - 1) / rate;
    return refused(*too_fast(name, rate, burst, world.now + wait_ms));
}

HttpResponse Engine::request(const HttpRequest& request) {
    if (request.body.size() > kBodyBytesMax) {
        return refused(
            {.code = ErrorCode::RequestTooLarge,
             .message = say(
                 "The body has {} bytes; at most 16,777,216 are read. Send less in one request.",
                 request.body.size())});
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

    CallResult result;
    run(*routed->operation, prepared->input.get(), result);
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
