// The wording of shared refusals.
#include "service/refuse.h"

namespace picket {

Error not_found(std::string_view what, std::string_view name, std::string_view create,
                std::string path) {
    return {.code = ErrorCode::ResourceNotFound,
            .message = "No " + std::string(what) + " is named " + quoted(name) +
                       ". Create it with " + std::string(create) +
                       ", or check the spelling of the name.",
            .path = std::move(path)};
}

Error already_exists(std::string_view what, std::string_view name, std::string_view update,
                     std::string id, std::string arn) {
    return {.code = ErrorCode::ResourceAlreadyExists,
            .message = "The " + std::string(what) + " " + quoted(name) +
                       " exists already. Change it with " + std::string(update) +
                       ", or choose another name.",
            .resource_id = std::move(id),
            .resource_arn = std::move(arn)};
}

std::optional<Error> version_problem(std::string_view what, std::string_view name,
                                     std::optional<std::int64_t> expected, std::int64_t actual) {
    if (!expected || *expected == actual) return std::nullopt;
    return Error{.code = ErrorCode::VersionConflict,
                 .message = "The " + std::string(what) + " " + quoted(name) + " is at version " +
                            std::to_string(actual) + ", and expectedVersion is " +
                            std::to_string(*expected) +
                            ". Describe it again and repeat the call with its version, or leave "
                            "expectedVersion out.",
                 .path = "expectedVersion"};
}

}  // namespace picket
