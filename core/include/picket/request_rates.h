// How fast a host lets requests through to the emulated service: the quotas of requests per second,
// each operation with a bucket of its own. It belongs to the host, beside its history of requests,
// and not to the World: what was refused here never happened. Time is the virtual clock, so the
// same requests meet the same refusals. The setting requestRateLimits turns it on, and
// requestBurstSeconds says how many seconds' worth may come at once.
//
// Picket's own verbs and operations that do not declare ThrottlingException are not limited.
#pragma once

#include <optional>
#include <string_view>

#include "picket/engine.h"

namespace picket {

// Requests per second of an operation, as the quota page of the service has them.
std::int64_t requests_per_second(std::string_view operation);

class RequestRates {
public:
    // The answer to a request that comes too early. Otherwise nothing; the request is counted, and
    // the engine may have it.
    std::optional<HttpResponse> refuse(const Engine& engine, const HttpRequest& request);

private:
    struct Bucket {
        std::int64_t level = 0;  // thousandths of a request
        Timestamp filled;
    };
    StringMap<Bucket> buckets_;  // by operation
};

}  // namespace picket
