// picket serve: the endpoint as a process. Starts, says where it answers, and stops cleanly on
// Ctrl+C.
#include <pthread.h>
#include <signal.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <thread>

#include "commands.h"
#include "files.h"
#include "http_guard.h"
#include "http_server.h"
#include "report.h"

namespace picket::cli {
namespace {

struct ServeArguments {
    HttpOptions http;
    std::string clock = "step:1";
    std::string start;
    std::string session;
    std::optional<std::int64_t> seed;
};

int usage_error(const std::string& message) {
    std::fprintf(stderr, "picket serve: %s\n", message.c_str());
    return kExitUsage;
}

int failure(const std::string& message) {
    std::fprintf(stderr, "picket serve: %s\n", message.c_str());
    return kExitFailed;
}

// "now" is the one place where a wall clock enters: it becomes part of the session like any other
// start.
std::optional<Timestamp> parse_start(const std::string& text) {
    if (text.empty()) return kDefaultStart;
    if (text != "now") return parse_time(text);
    const auto wall = std::chrono::system_clock::now().time_since_epoch();
    return Timestamp{std::chrono::duration_cast<std::chrono::milliseconds>(wall).count()};
}

std::string address(const std::string& host, int port) {
    const bool bracket = host.find(':') != std::string::npos;
    return "http://" + (bracket ? "[" + host + "]" : host) + ":" + std::to_string(port);
}

// SIGINT and SIGTERM are taken by one waiting thread, so that no handler runs in the middle of
// anything.
void stop_on_signal(HttpServer& server) {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    std::thread([signals, &server] {
        int received = 0;
        sigwait(&signals, &received);
        server.stop();
    }).detach();
}

int run_serve(ServeArguments arguments) {
    const auto clock = parse_clock_mode(arguments.clock);
    if (!clock) return usage_error("--clock takes step:<seconds>, rate:<x> or manual");
    const auto start = parse_start(arguments.start);
    if (!start) return usage_error("--start takes now or a time such as 2026-01-01T00:00:00Z");
    arguments.http.clock = *clock;

    Engine engine(EngineOptions{.seed = arguments.seed.value_or(1), .start = *start});
    if (!arguments.session.empty()) {
        const Result<Done> opened = open_session(engine, arguments.session);
        if (!opened) return failure(arguments.session + ": " + error_report(opened.error(), {}));
    }
    HttpServer server(engine, arguments.http);
    stop_on_signal(server);
    const Result<int> port = server.listen();
    if (!port) return failure(port.error().message);
    if (arguments.http.port != 0 && *port != arguments.http.port) {
        std::fprintf(stderr, "port %d is busy; using %d\n", arguments.http.port, *port);
    }
    const std::string& host = arguments.http.host;
    if (!is_loopback_host(host.find(':') == std::string::npos ? host : "[" + host + "]")) {
        std::fprintf(
            stderr,
            "note: %s is reachable from the network, and Picket asks nobody for credentials\n",
            host.c_str());
    }
    std::printf("picket is serving on %s\n", address(host, *port).c_str());
    std::fflush(stdout);
    server.run();

    int exit_code = kExitOk;
    server.with_engine([&](Engine& stopped) {
        if (arguments.session.empty()) return;
        const Result<Done> saved = write_file(arguments.session, stopped.save());
        if (!saved) exit_code = failure(saved.error().message);
    });
    std::fflush(stdout);
    // Threads of silent connections may still be waiting; they own nothing that needs an end.
    std::_Exit(exit_code);
}

}  // namespace

RunCommand add_serve_command(Options& options) {
    auto arguments = std::make_shared<ServeArguments>();
    HttpOptions& http = arguments->http;
    options.range("--port", http.port, 0, 65535, "Port; 0 takes any free one (8080)");
    options.option("--host", http.host, "Address to listen on (127.0.0.1)");
    options.flag("--strict-port", http.strict_port,
                 "Fail when the port is busy instead of taking the next free one");
    options.option("--clock", arguments->clock,
                   "step:<seconds per request>, rate:<times wall time> or manual (step:1)");
    options.option("--start", arguments->start,
                   "Virtual time of a new session: now, or an ISO 8601 time");
    options.option("--seed", arguments->seed, "Seed of a new session (1)");
    options.option("--session", arguments->session,
                   "Session file: opened at the start when it exists, saved at the end");
    options.option("--site", http.site, "Folder of the built page, shown at /");
    return [arguments] { return run_serve(*arguments); };
}

}  // namespace picket::cli
