// What the tests of audits share: an account with findings, put there as documented responses.
#pragma once

#include "core/service/service_support.h"

namespace picket {

inline const std::string kAuditRole = "arn:aws:iam::123456789012:role/AuditRole";

inline Engine engine_at(std::string_view start) {
    EngineOptions options;
    options.start = *parse_time(start);
    return Engine(options);
}

inline std::string load_json(const std::string& operation, const std::string& request,
                             const std::string& response) {
    return "{\"operation\":\"" + operation + "\",\"request\":" + request +
           ",\"response\":" + response + "}";
}

inline void enable_checks(Engine& engine, const std::vector<std::string>& checks) {
    std::string json = "{\"roleArn\":\"" + kAuditRole + "\",\"auditCheckConfigurations\":{";
    for (const std::string& check : checks)
        json += (json.back() == '{' ? "" : ",") + json_string(check) + ":{\"enabled\":true}";
    must(engine, "UpdateAccountAuditConfiguration", json + "}}");
}

inline std::string seconds_text(std::int64_t seconds) { return std::to_string(seconds); }

// 64 hexadecimal digits that end in the number.
inline std::string certificate(std::size_t number) {
    const std::string digits = std::to_string(number);
    return std::string(64 - digits.size(), 'a') + digits;
}

}  // namespace picket
