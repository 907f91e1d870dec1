// The operation table and its shapes as text for people, compilers and tools. Nothing here is
// written by hand twice: every line comes from a row of the table, a ShapeInfo, a setting or an
// error.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "picket/operations.h"

namespace picket {

std::string describe_operations();  // the tables of operations alone, for the README
std::string describe_markdown();  // one table of operations per service, then shapes, settings and
                                  // errors
std::string describe_typescript();  // web/picket.d.ts
std::string describe_json();        // the same facts for forms and tools
std::string describe_schema();  // JSON Schema of one call, with every operation's input below $defs

// JSON Schema (draft 2020-12) of a JSON document whose value is `root`, a structure.
std::string json_schema(const ShapeInfo& root, std::string_view title);

// Structures and enums that can be reached from the roots, each once, sorted by name.
std::vector<const ShapeInfo*> named_shapes(std::span<const ShapeInfo* const> roots);
std::vector<const ShapeInfo*> operation_inputs();
std::vector<const ShapeInfo*> operation_outputs();

std::string_view service_name(Service service);  // "iot"
std::string_view effect_name(Effect effect);     // "reads"
std::string_view kind_name(Kind kind);           // "structure"
std::string_view place_name(In in);              // "uri"

// Whether a caller must give the member. Tokens that clients fill in are required on the wire and
// not of a caller.
bool caller_must_give(const MemberInfo& member);

}  // namespace picket
