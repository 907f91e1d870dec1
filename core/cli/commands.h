// The commands of `picket`: one row each in main.cpp, one file each. A command adds its options and
// returns what runs when it was chosen; the value is the exit code.
#pragma once

#include <functional>
#include <span>

#include "options.h"

namespace picket::cli {

inline constexpr int kExitOk = 0;
inline constexpr int kExitFailed = 1;  // the call, the scenario or the server failed
inline constexpr int kExitUsage = 2;   // the command line itself is wrong

using RunCommand = std::function<int()>;

struct Command {
    const char* name;
    const char* summary;
    RunCommand (*add)(Options& options);
};

RunCommand add_call_command(Options& options);
RunCommand add_check_command(Options& options);
RunCommand add_describe_command(Options& options);
RunCommand add_play_command(Options& options);
RunCommand add_serve_command(Options& options);

// Reads the command line, says what is wrong with it, and runs the command that it names.
int run_commands(std::span<const Command> commands, int argc, char** argv);

}  // namespace picket::cli
