// picket: the engine on the command line. The table below is the list of commands; each has a file
// of its own.
#include <cstdio>
#include <exception>

#include "commands.h"

using namespace picket::cli;

constexpr Command kCommands[] = {
    {"call", "Run one operation and print its output", add_call_command},
    {"check", "Find and mend mistakes in payloads, commands and pages", add_check_command},
    {"describe", "Print the documentation or types of every operation", add_describe_command},
    {"play", "Play scenario files, or replay sessions", add_play_command},
    {"serve", "Answer AWS clients over HTTP on this machine", add_serve_command},
};

int main(int argc, char** argv) {
    try {
        return run_commands(kCommands, argc, argv);
    } catch (const std::exception& problem) {
        std::fprintf(stderr, "picket: %s\n", problem.what());
        return kExitFailed;
    }
}
