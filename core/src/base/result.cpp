// What a Result and a Refusal do seldom enough to be called for.
#include "picket/result.h"

#include <cstdio>
#include <cstdlib>

namespace picket {

void assertion_failed(const char* what, const char* file, int line) {
    std::fprintf(stderr, "%s:%d: assertion failed: %s\n", file, line, what);
    std::abort();
}

Refusal::Refusal(Error error) : error_(new Error(std::move(error))) {}

Refusal refuse(ErrorCode code, std::string message, const char* path) {
    return Error{.code = code, .message = std::move(message), .path = path};
}
Refusal refuse(ErrorCode code, std::string message, const std::string& path) {
    return Error{.code = code, .message = std::move(message), .path = path};
}

void Refusal::drop() { delete error_; }

Error* Refusal::checked() const {
    PICKET_ASSERT(error_ != nullptr);
    return error_;
}

}  // namespace picket
