// From JSON text to a typed input and from a typed output back to text: what every door into the
// engine has in common.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/any_value.h"
#include "model/decode.h"
#include "picket/json_tree.h"
#include "picket/operations.h"
#include "world/context.h"

namespace picket {

struct Prepared {
    AnyValue input;
    std::vector<std::string> warnings;
};

// Reads and validates the input of one operation. Errors carry path, line and column of `json`.
// `tokens_later`: the caller fills absent idempotency tokens in.
Result<Prepared> prepare(const Operation& operation, const World& world, std::string_view json,
                         bool tokens_later);

// The half of it that follows after reading: `json` has been read as `tree`, and is not empty.
// Absent tokens are left to the caller.
Result<Prepared> prepare_read(const Operation& operation, const World& world, const JsonTree& tree,
                              std::string_view json);

// The same for an HTTP request whose URI, query and header members are already taken apart.
Result<Prepared> prepare_http(const Operation& operation, const World& world, std::string_view body,
                              std::span<const LocatedText> located);

// Gives an error that has a path, and no place yet, its line and column in the text of the request;
// a missing member the place of the object that lacks it.
void locate(Error& error, std::string_view text);

// Fills an absent idempotency token with one derived from (seed, entry id), as SDKs do with random
// ones.
void fill_tokens(const Operation& operation, void* input, std::int64_t seed, std::int64_t entry_id);

// Calls the handler of a mutating operation; what it sets off knows the journal entry.
void run_handler(const Operation& operation, World& world, Context& context, const void* input,
                 void* output);

// Runs one mutating operation on a World by JSON text, tokens filled in; the World may be left half
// changed when it fails.
Refusal invoke_on_world(World& world, Context& context, const Operation& operation,
                        std::string_view json);

// A handler that returns an error its row does not declare is our bug: the caller sees
// InternalFailureException.
Error as_declared(const Operation& operation, Error error);

Refusal unknown_operation(std::string_view name);

// The service's error form: {"message": ...}, with resourceId and resourceArn where the error has
// them.
std::string error_body(const Error& error);

}  // namespace picket
