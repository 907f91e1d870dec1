// The operation table: one row per call that Picket answers, for both services, and the only list
// of them anywhere.
//
// A row drives dispatch, HTTP routing, the command line, the web border, forms, documentation,
// generated types, fuzzing and tests. The handler's C++ signature fixes the shapes and the effect:
//     Result<Out>(const World&, const In&)                     reads
//     Result<Out>(World&, Context&, const In&)                 mutates: journaled when it succeeds,
//     dropped when it fails Result<Out>(Engine&, const In&)                          drives the
//     engine: clock, rewind, undo, sessions
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "picket/schema.h"

namespace picket {

class Engine;
class Context;
struct World;

enum class Method : std::uint8_t { Get, Put, Post, Patch, Delete };
enum class Effect : std::uint8_t { Reads, Mutates, Drives };
// Iot is the service as its clients know it, Data the one that devices publish to; Picket holds
// Picket's own verbs, over HTTP as POST /_picket/<Operation>.
enum class Service : std::uint8_t { Iot, Data, Picket };

// Runs a handler on erased types: `in` is a value of the row's input shape, and the handler's
// Result of the output is made at `result`, which is raw memory (see Answer).
struct Invoke {
    void (*reads)(const World&, const void* in, void* result) = nullptr;
    void (*mutates)(World&, Context&, const void* in, void* result) = nullptr;
    void (*drives)(Engine&, const void* in, void* result) = nullptr;
};
// What to do with a Result whose type only its row knows.
struct ResultOps {
    std::uint32_t size;
    Refusal* (*refusal)(void* result);
    void* (*value)(void* result);  // nullptr when it is a refusal
    void (*destroy)(void* result);
};

struct Operation {
    std::string_view name;
    Service service;
    std::string_view group;  // heading in lists: "Things", "Mitigation actions"
    Method method;
    std::string_view uri;  // "/things/{thingName}"; "/_picket/<name>" for Picket's own
    Effect effect;
    std::span<const ErrorCode> errors;  // declared by the service; anything else a handler returns
                                        // is our bug
    std::string_view doc;
    const ShapeInfo* input;
    const ShapeInfo* output;
    Invoke invoke;
    const ResultOps* result;
};

// All rows, both services, in table order (grouped by resource).
std::span<const Operation> operations();
const Operation* find_operation(std::string_view name);
std::string_view method_name(Method method);  // "GET"

}  // namespace picket
