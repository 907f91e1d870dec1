// The commands of `picket`: one row each in main.cpp, one file each. A command adds its options to
// `app` and returns what runs when it was chosen; the value is the exit code.
#pragma once

#include <functional>

namespace CLI {
class App;
}

namespace picket::cli {

inline constexpr int kExitOk = 0;
inline constexpr int kExitFailed = 1;  // the call, the scenario or the server failed
inline constexpr int kExitUsage = 2;   // the command line itself is wrong

using RunCommand = std::function<int()>;

RunCommand add_call_command(CLI::App& app);
RunCommand add_check_command(CLI::App& app);
RunCommand add_describe_command(CLI::App& app);
RunCommand add_play_command(CLI::App& app);
RunCommand add_serve_command(CLI::App& app);

}  // namespace picket::cli
