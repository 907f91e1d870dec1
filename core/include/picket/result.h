// Errors as values. The core never throws: whatever can fail returns a Result, and the caller reads
// it or passes it on. Error names and HTTP codes are the service's own (errors.def), so that
// clients nobody here wrote understand them.
#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

// Our bug, state doubtful: stop, in release builds too. Never used on input.
#define PICKET_ASSERT(condition)                                                                   \
    ((condition) ? (void)0 : ::picket::assertion_failed(#condition, __FILE__, __LINE__))
#define PICKET_UNREACHABLE() ::picket::assertion_failed("unreachable", __FILE__, __LINE__)

// `PICKET_TRY(auto thing, find(...));` continues with the value or returns the error to the caller.
#define PICKET_TRY(declaration, expression)                                                        \
    PICKET_TRY_NAMED(PICKET_JOIN(picket_result_, __LINE__), declaration, expression)
#define PICKET_TRY_NAMED(name, declaration, expression)                                            \
    auto name = (expression);                                                                      \
    if (!name) return std::move(name).error();                                                     \
    declaration = std::move(name).value()
#define PICKET_JOIN(left, right) PICKET_JOIN_NOW(left, right)
#define PICKET_JOIN_NOW(left, right) left##right

namespace picket {

[[noreturn]] inline void assertion_failed(const char* what, const char* file, int line) {
    std::fprintf(stderr, "%s:%d: assertion failed: %s\n", file, line, what);
    std::abort();
}

enum class ErrorCode : std::uint8_t {
#define PICKET_ERROR(id, name, http, doc) id,
#include "picket/errors.def"
#undef PICKET_ERROR
};

struct ErrorInfo {
    ErrorCode code;
    std::string_view name;  // as on the wire: "InvalidRequestException"
    int http;
    std::string_view doc;
};
const ErrorInfo& error_info(ErrorCode code);

struct Error {
    ErrorCode code = ErrorCode::InternalFailure;
    std::string message;
    std::string path;        // "behaviors[0].criteria.durationSeconds"; empty: the whole request
    std::uint32_t line = 0;  // 1-based; 0: the input was not text or the place is unknown
    std::uint32_t column = 0;
    std::string resource_id;  // ResourceAlreadyExistsException and ConflictException carry these
    std::string resource_arn;
};

struct [[nodiscard]] Done {};  // the value of a Result that has nothing to say

template <class T>
class [[nodiscard]] Result {
public:
    Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

    explicit operator bool() const { return state_.index() == 0; }
    T& value() & { return *checked(std::get_if<0>(&state_)); }
    const T& value() const& { return *checked(std::get_if<0>(&state_)); }
    T&& value() && { return std::move(*checked(std::get_if<0>(&state_))); }
    const Error& error() const& { return *checked(std::get_if<1>(&state_)); }
    Error&& error() && { return std::move(*checked(std::get_if<1>(&state_))); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }
    T& operator*() & { return value(); }
    const T& operator*() const& { return value(); }

private:
    template <class P>
    static P* checked(P* pointer) {
        PICKET_ASSERT(pointer != nullptr);
        return pointer;
    }
    std::variant<T, Error> state_;
};

}  // namespace picket
