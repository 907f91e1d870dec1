// Reads a described value out of a JSON tree, and validates it while doing so.
//
// All problems of a request are collected, and ordered by one fixed rule: missing members first,
// then wrong types, then lengths and ranges, then patterns and enumerators, then unions; within
// each, the order of the shape's table. The first is the error's path; the message lists them all,
// in the service's own form ("2 validation errors detected: Value ...").
#pragma once

#include <span>
#include <string>
#include <vector>

#include "picket/schema.h"
#include "text/json_tree.h"

namespace picket {

// A member that came as text in the URI, the query or a header, already percent-decoded.
struct LocatedText {
    In in = In::Query;
    std::string name;  // wire name; header names in lower case
    std::string value;
};

struct DecodeOptions {
    bool reject_unknown = false;  // members the shape does not have: an error, or a warning
    bool tokens_later = false;    // idempotency tokens may be absent: the caller fills them in
    bool over_http = false;       // members of the URI, query and headers come from there only
    bool iso_times = false;       // times may be ISO 8601 texts, as command lines print them
    bool complete = false;        // members that are always present must be there: what is read is
                                  // an answer, or a row
    std::string_view root = {};   // path of the document inside of a greater one
};

// `located` members are read from text, the rest from `node` of `tree` (nullptr: no body). `out` is
// a constructed value. Unless `over_http`, every member may stand in the JSON object: the form of
// the command line and of Engine::call.
Refusal decode(const ShapeInfo& shape, const JsonTree* tree, std::uint32_t node,
               std::span<const LocatedText> located, void* out, const DecodeOptions& options,
               std::vector<std::string>& warnings);

// What decoding finds wrong, problem by problem.
struct Violation {
    std::string path;      // below the value
    std::string sentence;  // the service's words
    bool missing = false;  // a required member is not there
};

// Of any value, not only of a whole request; unknown members are no violation. What must be filled
// in by clients may be absent.
std::vector<Violation> violations(const ShapeInfo& shape, const Rule& rule, const JsonTree& tree,
                                  std::uint32_t node);

}  // namespace picket
