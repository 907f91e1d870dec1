// Refusals that many handlers share, so that one mistake reads alike everywhere: what is wrong,
// with names and numbers, and what to do about it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "picket/result.h"

namespace picket {

inline Error invalid(std::string message, std::string path = {}) {
    return {
        .code = ErrorCode::InvalidRequest, .message = std::move(message), .path = std::move(path)};
}

// `what` is "thing", `create` the operation that makes one: "No thing is named 'a'. Create it with
// CreateThing, ..."
Error not_found(std::string_view what, std::string_view name, std::string_view create,
                std::string path);

// `update` is the operation that changes what is there; id and ARN travel in the error, as clients
// expect.
Error already_exists(std::string_view what, std::string_view name, std::string_view update,
                     std::string id, std::string arn);

// Handlers ask this after existence: a missing resource is never a version conflict.
std::optional<Error> version_problem(std::string_view what, std::string_view name,
                                     std::optional<std::int64_t> expected, std::int64_t actual);

// "'text'", for names inside sentences.
inline std::string quoted(std::string_view text) { return "'" + std::string(text) + "'"; }

// "1 thing", "2 things".
inline std::string counted(std::int64_t count, std::string_view noun) {
    return std::to_string(count) + " " + std::string(noun) + (count == 1 ? "" : "s");
}

}  // namespace picket
