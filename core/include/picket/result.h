// Errors as values. The core never throws: whatever can fail returns a Result, and the caller reads
// it or passes it on. Error names and HTTP codes are the service's own (errors.def), so that
// clients nobody here wrote understand them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

// Our bug, state doubtful: stop, in release builds too. Never used on input.
#define PICKET_ASSERT(condition)                                                                   \
    ((condition) ? (void)0 : ::picket::assertion_failed(#condition, __FILE__, __LINE__))
#define PICKET_UNREACHABLE() ::picket::assertion_failed("unreachable", __FILE__, __LINE__)

// `PICKET_TRY(auto thing, find(...));` continues with the value or returns the error to the caller.
#define PICKET_TRY(declaration, expression)                                                        \
    PICKET_TRY_NAMED(PICKET_JOIN(picket_result_, __LINE__), declaration, expression)
#define PICKET_TRY_NAMED(name, declaration, expression)                                            \
    auto name = (expression);                                                                      \
    if (!name) return std::move(name).refusal();                                                   \
    declaration = std::move(name).value()
#define PICKET_JOIN(left, right) PICKET_JOIN_NOW(left, right)
#define PICKET_JOIN_NOW(left, right) left##right

namespace picket {

[[noreturn]] void assertion_failed(const char* what, const char* file, int line);

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

// Why something is refused, or nothing: what a check returns and what a failed Result holds. It is
// one pointer, so that handing it on costs a caller no more than that; an Error itself holds texts,
// and moving those was much of what handlers compiled to (ARCHITECTURE.md, decision 22).
class [[nodiscard]] Refusal {
public:
    Refusal() = default;
    Refusal(std::nullopt_t) {}
    Refusal(Error error);
    Refusal(Refusal&& other) noexcept : error_(std::exchange(other.error_, nullptr)) {}
    Refusal& operator=(Refusal&& other) noexcept {
        std::swap(error_, other.error_);
        return *this;
    }
    ~Refusal() {
        if (error_ != nullptr) drop();
    }

    explicit operator bool() const { return error_ != nullptr; }
    Error& operator*() { return *checked(); }
    const Error& operator*() const { return *checked(); }
    Error* operator->() { return checked(); }
    const Error* operator->() const { return checked(); }

private:
    Error* checked() const;
    void drop();

    Error* error_ = nullptr;
};

// The usual refusal: what is wrong and what to do about it, and the place in the request.
Refusal refuse(ErrorCode code, std::string message, const char* path = "");
Refusal refuse(ErrorCode code, std::string message, const std::string& path);

struct [[nodiscard]] Done {};  // the value of a Result that has nothing to say

template <class T>
class [[nodiscard]] Result {
public:
    Result(T&& value) : value_(std::move(value)) {}
    Result(const T& value) : value_(value) {}
    Result(Error error) : refusal_(std::move(error)) {}
    Result(Refusal&& refusal) : refusal_(std::move(refusal)) {}

    explicit operator bool() const { return value_.has_value(); }
    T& value() & { return checked(value_); }
    const T& value() const& { return checked(value_); }
    T&& value() && { return std::move(checked(value_)); }
    const Error& error() const& { return *refusal_; }
    Error&& error() && { return std::move(*refusal_); }
    Refusal&& refusal() && { return std::move(refusal_); }
    // For callers that know neither type: see ResultOps.
    Refusal* refusal_if_any() { return refusal_ ? &refusal_ : nullptr; }
    T* value_if_any() { return value_ ? &*value_ : nullptr; }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }
    T& operator*() & { return value(); }
    const T& operator*() const& { return value(); }

private:
    template <class Value>
    static auto& checked(Value& value) {
        PICKET_ASSERT(value.has_value());
        return *value;
    }
    std::optional<T> value_;
    Refusal refusal_;
};

}  // namespace picket
