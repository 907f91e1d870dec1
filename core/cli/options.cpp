// Options and commands, read by CLI11.
#include "options.h"

#include <CLI/CLI.hpp>

#include <utility>

#include "commands.h"

namespace picket::cli {

void Options::required(const char* name, std::string& into, const char* help) {
    app_.add_option(name, into, help)->required();
}

void Options::required(const char* name, std::vector<std::string>& into, const char* help) {
    app_.add_option(name, into, help)->required();
}

void Options::option(const char* name, std::string& into, const char* help) {
    app_.add_option(name, into, help);
}

void Options::option(const char* name, std::optional<std::int64_t>& into, const char* help) {
    app_.add_option(name, into, help);
}

void Options::choice(const char* name, std::string& into, std::vector<std::string> among,
                     const char* help) {
    app_.add_option(name, into, help)->check(CLI::IsMember(std::move(among)));
}

void Options::range(const char* name, int& into, int min, int max, const char* help) {
    app_.add_option(name, into, help)->check(CLI::Range(min, max));
}

void Options::flag(const char* name, bool& into, const char* help) {
    app_.add_flag(name, into, help);
}

int run_commands(std::span<const Command> commands, int argc, char** argv) {
    CLI::App app(
        "Picket: AWS IoT Device Defender, emulated. `picket COMMAND --help` explains a command.",
        "picket");
    app.require_subcommand(1);
    std::vector<std::pair<CLI::App*, RunCommand>> added;
    for (const Command& command : commands) {
        CLI::App* sub = app.add_subcommand(command.name, command.summary);
        Options options(*sub);
        added.emplace_back(sub, command.add(options));
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

}  // namespace picket::cli
