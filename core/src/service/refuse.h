// Refusals that many handlers share, so that one mistake reads alike everywhere: what is wrong,
// with names and numbers, and what to do about it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "picket/result.h"
#include "text/say.h"

namespace picket {

inline Refusal invalid(std::string message, const char* path = "") {
    return refuse(ErrorCode::InvalidRequest, std::move(message), path);
}
inline Refusal invalid(std::string message, const std::string& path) {
    return refuse(ErrorCode::InvalidRequest, std::move(message), path);
}

// `what` is "thing", `create` the operation that makes one: "No thing is named 'a'. Create it with
// CreateThing, ..."
Refusal not_found(const char* what, const std::string& name, const char* create, const char* path);

// `update` is the operation that changes what is there; id and ARN travel in the error, as clients
// expect.
Refusal already_exists(const char* what, const std::string& name, const char* update,
                       const std::string& id, const std::string& arn);

// Handlers ask this after existence: a missing resource is never a version conflict.
Refusal version_problem(const char* what, const std::string& name,
                        std::optional<std::int64_t> expected, std::int64_t actual);

// "'text'", for names inside sentences.
std::string quoted(std::string_view text);

// "1 thing", "2 things".
std::string counted(std::int64_t count, const char* noun);

}  // namespace picket
