// Golden cases of operations: tests/api/<Operation>/<case>.json, one call against a fresh engine
// each.
//
//     {"setup": [{"operation": "CreateThing", "input": {...}}, {"operation": "AdvanceClock",
//     "input": {...}}],
//      "input": {...},                                        the call, as JSON; or
//      "inputText": "{\"thingName\"",                         the call, as text that need not be
//      JSON "http": {"method": "GET", "target": "/things/a", "headers": {...}, "body": {...} or
//      "text"}, "expect": {"status": 200, "error": "...", "body": {...}}}
//
// Setup calls must succeed. A case with both `input` and `http` is run both ways, and both must
// give the expectation. Names of cases that expect an error begin with "bad-". PICKET_REBASE=1 in
// the environment rewrites expectations instead of comparing.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "picket/engine.h"

namespace picket {

struct GoldenCall {
    std::string operation;
    std::string input;
};

struct GoldenOutcome {
    int status = 0;
    std::string error;  // name on the wire; empty when the call succeeded
    std::string body;
    bool operator==(const GoldenOutcome&) const = default;
};

struct GoldenCase {
    std::string file;  // full path
    std::string name;  // "CreateThing/bad-again-different"
    std::string operation;
    bool bad = false;
    std::vector<GoldenCall> setup;
    std::optional<std::string> input;
    std::optional<HttpRequest> http;
    std::optional<GoldenOutcome> expect;
    std::string problem;  // why the file is not a case; empty when it is
};

// All cases below a folder, in the order of their names.
std::vector<GoldenCase> read_golden_cases(const std::string& folder);

// The engine as the setup leaves it; false and `problem` when a setup call fails.
bool set_up(const GoldenCase& golden, Engine& engine, std::string& problem);
GoldenOutcome run_call(const GoldenCase& golden, Engine& engine);
GoldenOutcome run_http(const GoldenCase& golden, Engine& engine);

// Writes the outcome into the file as its expectation.
void rebase(const GoldenCase& golden, const GoldenOutcome& outcome);

std::string read_file(const std::string& path);
// JSON text without spaces between its tokens.
std::string compact_json(std::string_view text);
// JSON text for readers: one line where it fits, indented where not.
std::string readable_json(std::string_view text);

}  // namespace picket
