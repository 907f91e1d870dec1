// picket call: one operation, once. The output goes to standard output; whatever is said about it,
// to standard error.
#include <cstdio>
#include <memory>

#include "commands.h"
#include "files.h"
#include "report.h"

namespace picket::cli {
namespace {

struct CallArguments {
    std::string operation;
    std::string input = "{}";
    std::string session;
    std::string advance;
    std::optional<std::int64_t> seed;
    bool dry_run = false;
    bool pretty = false;
    bool hash = false;
};

int usage_error(const std::string& message) {
    std::fprintf(stderr, "picket call: %s\n", message.c_str());
    return kExitUsage;
}

// A JSON text, the name of a file that holds one, or "-" for standard input.
Result<std::string> read_input(const std::string& argument) {
    const std::size_t first = argument.find_first_not_of(" \t\r\n");
    if (first != std::string::npos && (argument[first] == '{' || argument[first] == '['))
        return argument;
    return read_file(argument);
}

int run_call(const CallArguments& arguments) {
    if (find_operation(arguments.operation) == nullptr) {
        return usage_error(no_operation(arguments.operation));
    }
    std::optional<std::int64_t> advance_ms = 0;
    if (!arguments.advance.empty()) advance_ms = parse_duration(arguments.advance);
    if (!advance_ms) return usage_error("--advance takes a duration such as 90s, 15m, 2h or 1d12h");
    if (arguments.seed && !arguments.session.empty() && file_exists(arguments.session)) {
        return usage_error("--seed cannot change a session that exists: " + arguments.session);
    }
    const Result<std::string> input = read_input(arguments.input);
    if (!input) return usage_error(input.error().message);

    Engine engine(EngineOptions{.seed = arguments.seed.value_or(1)});
    if (!arguments.session.empty()) {
        const Result<Done> opened = open_session(engine, arguments.session);
        if (!opened) {
            std::fprintf(stderr, "%s: %s", arguments.session.c_str(),
                         error_report(opened.error(), {}).c_str());
            return kExitFailed;
        }
    }
    if (*advance_ms > 0) engine.advance(engine.world().now + *advance_ms);
    const CallResult result = engine.call(arguments.operation, *input,
                                          {.dry_run = arguments.dry_run});
    for (const std::string& warning : result.warnings)
        std::fprintf(stderr, "warning: %s\n", warning.c_str());
    if (!result.ok()) {
        std::fprintf(stderr, "%s\n%s", result.body.c_str(),
                     error_report(*result.error, *input).c_str());
        return kExitFailed;
    }
    const std::string output = arguments.pretty ? pretty_json(result.body) : result.body;
    if (!output.empty()) std::printf("%s\n", output.c_str());
    if (arguments.hash) std::fprintf(stderr, "World hash: %s\n", world_hash(result.after).c_str());
    if (arguments.session.empty() || arguments.dry_run) return kExitOk;
    const Result<Done> saved = write_file(arguments.session, engine.save());
    if (!saved) {
        std::fprintf(stderr, "picket call: %s\n", saved.error().message.c_str());
        return kExitFailed;
    }
    return kExitOk;
}

}  // namespace

RunCommand add_call_command(Options& options) {
    auto arguments = std::make_shared<CallArguments>();
    options.required("operation", arguments->operation,
                     "Name of the operation, for example CreateThing");
    options.option("input", arguments->input,
                   "Its input: JSON text, a file, or - for standard input");
    options.option("--session", arguments->session,
                   "Session file: opened before the call when it exists, saved after it");
    options.option("--advance", arguments->advance,
                   "Run the virtual clock before the call: 90s, 15m, 2h, 1d12h");
    options.option("--seed", arguments->seed, "Seed of a new session (1)");
    options.flag("--dry-run", arguments->dry_run, "Answer as the call would, and keep nothing");
    options.flag("--pretty", arguments->pretty, "Lay the output out for reading");
    options.flag("--hash", arguments->hash,
                 "Print the hash of the World after the call, on standard error");
    return [arguments] { return run_call(*arguments); };
}

}  // namespace picket::cli
