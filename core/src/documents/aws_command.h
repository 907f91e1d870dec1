// A command of the AWS CLI for `iot`: which operation, and its input as JSON text put together from
// the options, so that everything said about JSON and shapes is said about commands as well.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "documents/findings.h"
#include "documents/shell.h"
#include "picket/operations.h"

namespace picket {

struct AwsCommand {
    const Operation* operation = nullptr;  // nullptr: the operation is not known
    MappedText input;                      // JSON, its outer text the shell text
    std::vector<std::string> ignored;      // what the tool keeps to itself
    std::vector<Problem> problems;         // in the shell text
    bool synopsis = false;
    bool skeleton = false;                  // --generate-cli-skeleton: nothing is sent
    std::vector<std::string_view> unknown;  // members whose value only the shell knows: "$NAME"
    bool complete = true;  // false: a part of the input is in a file, or was refused
};

// Nothing when the command is not `aws iot ...`.
std::optional<AwsCommand> read_aws(const ShellCommand& command, const MappedText& shell);

// The JSON that --generate-cli-skeleton prints.
std::string input_skeleton(const ShapeInfo& input);

}  // namespace picket
