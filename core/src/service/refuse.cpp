// The wording of shared refusals.
#include "service/refuse.h"

#include "text/say.h"

namespace picket {

Refusal not_found(const char* what, const std::string& name, const char* create, const char* path) {
    return refuse(ErrorCode::ResourceNotFound,
                  say("No {} is named '{}'. Create it with {}, or check the spelling of the name.",
                      what, name, create),
                  path);
}

Refusal already_exists(const char* what, const std::string& name, const char* update,
                       const std::string& id, const std::string& arn) {
    return Error{
        .code = ErrorCode::ResourceAlreadyExists,
        .message = say("The {} '{}' exists already. Change it with {}, or choose another name.",
                       what, name, update),
        .resource_id = id,
        .resource_arn = arn};
}

Refusal version_problem(const char* what, const std::string& name,
                        std::optional<std::int64_t> expected, std::int64_t actual) {
    if (!expected || *expected == actual) return std::nullopt;
    return refuse(ErrorCode::VersionConflict,
                  say("The {} '{}' is at version {}, and expectedVersion is {}. Describe it again "
                      "and repeat the call with its version, or leave expectedVersion out.",
                      what, name, actual, *expected),
                  "expectedVersion");
}

std::string quoted(std::string_view text) { return say("'{}'", text); }

std::string counted(std::int64_t count, const char* noun) {
    return say("{} {}{}", count, noun, count == 1 ? "" : "s");
}

}  // namespace picket
