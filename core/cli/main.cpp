// picket: the engine on the command line. The table below is the list of commands; each has a file
// of its own.
#include <CLI/CLI.hpp>

#include <cstdio>
#include <exception>

#include "commands.h"

namespace picket::cli {
namespace {

struct Command {
    const char* name;
    const char* summary;
    RunCommand (*add)(CLI::App& app);
};

constexpr Command kCommands[] = {
    {"call", "Run one operation and print its output", add_call_command},
    {"check", "Find and mend mistakes in payloads, commands and pages", add_check_command},
    {"describe", "Print the documentation or types of every operation", add_describe_command},
    {"play", "Play scenario files, or replay sessions", add_play_command},
    {"serve", "Answer AWS clients over HTTP on this machine", add_serve_command},
};

int run(int argc, char** argv) {
    CLI::App app(
        "Picket: AWS IoT Device Defender, emulated. `picket COMMAND --help` explains a command.",
        "picket");
    app.require_subcommand(1);
    std::vector<std::pair<CLI::App*, RunCommand>> added;
    for (const Command& command : kCommands) {
        CLI::App* sub = app.add_subcommand(command.name, command.summary);
        RunCommand run_command = command.add(*sub);
        added.emplace_back(sub, std::move(run_command));
    }
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& problem) {
        return app.exit(problem) == 0 ? kExitOk : kExitUsage;
    }
    for (const auto& [sub, run_command] : added) {
        if (sub->parsed()) return run_command();
    }
    return kExitUsage;
}

}  // namespace
}  // namespace picket::cli

int main(int argc, char** argv) {
    try {
        return picket::cli::run(argc, argv);
    } catch (const std::exception& problem) {
        std::fprintf(stderr, "picket: %s\n", problem.what());
        return picket::cli::kExitFailed;
    }
}
