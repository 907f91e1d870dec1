// What a call answered against what a scenario expects of it, and the words for the difference.
#pragma once

#include <string>
#include <vector>

#include "picket/scenario.h"

namespace picket {

struct Difference {
    std::string what;  // "the status is not the expected one"
    std::string expected;
    std::string actual;
};

// In a fixed order: error, status, message, output. A call that fails without being expected to is
// one difference.
std::vector<Difference> differences(const std::optional<CallExpectation>& expected,
                                    const CallResult& result);
std::vector<Difference> differences(const ScenarioExpectation& expected, const World& world);

// "error" of a result: the error's name, empty for success.
std::string error_name(const CallResult& result);

// The chronicle's lines, oldest first.
std::vector<std::string> chronicle_lines(const World& world);

}  // namespace picket
