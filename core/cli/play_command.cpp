// picket play: plays scenario files and replays session files. What happens goes to standard
// output; progress and problems go to standard error.
#include <unistd.h>

#include <cstdio>
#include <memory>

#include "commands.h"
#include "files.h"
#include "picket/scenario.h"
#include "report.h"

namespace picket::cli {
namespace {

struct PlayArguments {
    std::vector<std::string> files;
    std::string junit;
    std::string until;
    std::string session;
    std::optional<std::int64_t> seed;
    bool record = false;
    bool chronicle = false;
    bool hash = false;
    bool quiet = false;
};

enum class Verdict { Passed, Failed, Unreadable };

int usage_error(const std::string& message) {
    std::fprintf(stderr, "picket play: %s\n", message.c_str());
    return kExitUsage;
}

void print(std::string_view text) { std::fwrite(text.data(), 1, text.size(), stdout); }

// One line on a terminal, redrawn in place; nothing where standard error is not one.
class ProgressBar {
public:
    explicit ProgressBar(std::string name)
        : name_(std::move(name)), shown_(::isatty(STDERR_FILENO) != 0) {}
    ~ProgressBar() { clear(); }
    ProgressBar(const ProgressBar&) = delete;
    ProgressBar& operator=(const ProgressBar&) = delete;

    void show(double progress, std::size_t step, std::size_t steps) {
        constexpr int kWidth = 30;
        const int percent = static_cast<int>(progress * 100);
        if (!shown_ || percent == percent_) return;
        percent_ = percent;
        const int filled = kWidth * percent / 100;
        const std::string bar = std::string(static_cast<std::size_t>(filled), '#') +
                                std::string(static_cast<std::size_t>(kWidth - filled), '.');
        std::fprintf(stderr, "\r\x1b[K[%s] %3d %%  step %zu of %zu  %s", bar.c_str(), percent, step,
                     steps, name_.c_str());
        std::fflush(stderr);
    }
    void clear() {
        if (shown_ && percent_ >= 0) std::fputs("\r\x1b[K", stderr);
        percent_ = -1;
    }

private:
    std::string name_;
    bool shown_;
    int percent_ = -1;
};

// What happens, told as it happens: notes, calls with their answers, new lines of the chronicle.
class Story {
public:
    explicit Story(bool told) : told_(told) {}

    void begin(const Scenario& scenario) {
        if (!told_) return;
        print(scenario.name + "\n");
        if (scenario.description) print(*scenario.description + "\n");
        if (scenario.what_to_see) print("What to see: " + *scenario.what_to_see + "\n");
        print("\n");
    }

    void tell(const ScenarioStep& step, const ScenarioPlayer& player) {
        if (!told_) return;
        const World& world = player.engine().world();
        if (step.rewind) {
            print("<< back to " + to_iso(world.now) + "\n");
            told_events_ = world.next_event;
            return;
        }
        if (step.note) print("   " + *step.note + "\n");
        events(world);
        if (step.call && player.last_result()) {
            const CallResult& result = *player.last_result();
            for (const std::string& warning : result.warnings)
                print("   warning: " + warning + "\n");
            print("-> " + step.call->operation +
                  (step.call->dry_run.value_or(false) ? " (dry run)" : "") + ": " +
                  std::to_string(result.status) + " " + result.body + "\n");
        }
    }

    void events(const World& world) {
        if (!told_) return;
        for (auto at = world.chronicle.lower_bound(told_events_); at != world.chronicle.end();
             ++at) {
            print(chronicle_line((*at).value) + "\n");
        }
        told_events_ = world.next_event;
    }

private:
    bool told_;
    std::int64_t told_events_ = 1;
};

void print_failures(const std::string& file, const std::vector<ScenarioFailure>& failures) {
    for (const ScenarioFailure& failure : failures) {
        std::fprintf(stderr, "%s: %s", file.c_str(), failure_text(failure).c_str());
    }
}

Verdict unreadable(ScenarioReport& report, const Error& error, std::string_view text) {
    report.problem = error.message;
    std::fprintf(stderr, "%s: %s", report.file.c_str(), error_report(error, text).c_str());
    return Verdict::Unreadable;
}

Verdict finish(const PlayArguments& arguments, const ScenarioReport& report, const Engine& engine) {
    const bool passed = report.failures.empty();
    if (arguments.chronicle) print(outcome_text(engine.world()));
    if (arguments.hash && !arguments.chronicle) {
        print("World hash: " + world_hash(engine.world()) + "\n");
    }
    const std::string verdict = report.file + ": " +
                                (passed ? "passed"
                                        : std::to_string(report.failures.size()) +
                                              " expectations failed") +
                                " (" + std::to_string(report.steps) + " steps, " +
                                to_iso(engine.world().now) + ")\n";
    // Under --chronicle, standard output is exactly the outcome, so that runs can be compared.
    std::fputs(verdict.c_str(), arguments.chronicle ? stderr : stdout);
    return passed ? Verdict::Passed : Verdict::Failed;
}

Verdict play_scenario_file(const PlayArguments& arguments, const PlayOptions& options,
                           const std::string& text, ScenarioReport& report, Engine& last) {
    Result<ScenarioFile> file = parse_scenario(text);
    if (!file) return unreadable(report, file.error(), text);
    report.name = file->scenario.name;
    report.steps = file->scenario.steps.size();
    ScenarioPlayer player(std::move(file).value(), options);
    ProgressBar bar(report.file);
    Story story(!arguments.quiet && !arguments.chronicle);
    story.begin(player.scenario());
    std::size_t told = 0;
    while (!player.done()) {
        bar.show(player.progress(), player.steps_done() + 1, report.steps);
        player.step();
        if (player.steps_done() == told) continue;
        bar.clear();
        story.tell(player.scenario().steps[told], player);
        told = player.steps_done();
    }
    bar.clear();
    story.events(player.engine().world());
    report.failures = player.failures();
    print_failures(report.file, report.failures);
    last = player.engine();
    return finish(arguments, report, last);
}

// A session file is a scenario whose only expectation is the hash it was saved with.
Verdict replay_session_file(const PlayArguments& arguments, const PlayOptions& options,
                            const std::string& text, ScenarioReport& report, Engine& last) {
    const Result<LoadReport> loaded = last.load(text);
    if (!loaded) return unreadable(report, loaded.error(), text);
    report.name = "session";
    report.steps = static_cast<std::size_t>(loaded->entries);
    if (!loaded->same_world) {
        ScenarioFailure failure;
        failure.what = "the replay gives another World than the one saved";
        failure.expected = loaded->expected_hash;
        failure.actual = loaded->actual_hash;
        failure.diff = "- " + loaded->expected_hash + "\n+ " + loaded->actual_hash + "\n";
        report.failures.push_back(std::move(failure));
    }
    for (const std::string& note : loaded->notes) std::fprintf(stderr, "note: %s\n", note.c_str());
    print_failures(report.file, report.failures);
    if (options.until) last.advance(*options.until);
    Story(!arguments.quiet && !arguments.chronicle).events(last.world());
    return finish(arguments, report, last);
}

// Each kind of file names its format near its beginning.
bool is_session(std::string_view text) {
    const std::string_view head = text.substr(0, 4096);
    return head.find("\"picketSession\"") != std::string_view::npos &&
           head.find("\"picketScenario\"") == std::string_view::npos;
}

Verdict record_file(const std::string& text, ScenarioReport& report) {
    const Result<std::string> recorded = record_scenario(text);
    if (!recorded) return unreadable(report, recorded.error(), text);
    if (*recorded == text) {
        std::printf("%s: unchanged\n", report.file.c_str());
        return Verdict::Passed;
    }
    const Result<Done> written = write_file(report.file, *recorded);
    if (!written) return unreadable(report, written.error(), {});
    std::printf("%s: recorded\n", report.file.c_str());
    return Verdict::Passed;
}

Verdict play_file(const PlayArguments& arguments, const PlayOptions& options,
                  ScenarioReport& report, Engine& last) {
    const Result<std::string> text = read_file(report.file);
    if (!text) return unreadable(report, text.error(), {});
    if (is_session(*text)) return replay_session_file(arguments, options, *text, report, last);
    if (arguments.record) return record_file(*text, report);
    return play_scenario_file(arguments, options, *text, report, last);
}

int write_results(const PlayArguments& arguments, const std::vector<ScenarioReport>& reports,
                  const Engine& last) {
    if (!arguments.junit.empty()) {
        const Result<Done> written = write_file(arguments.junit, junit_xml(reports));
        if (!written) return usage_error(written.error().message);
    }
    if (!arguments.session.empty()) {
        const Result<Done> written = write_file(arguments.session, last.save());
        if (!written) return usage_error(written.error().message);
    }
    return kExitOk;
}

int run_play(const PlayArguments& arguments) {
    PlayOptions options;
    options.seed = arguments.seed;
    if (!arguments.until.empty()) {
        options.until = parse_time(arguments.until);
        if (!options.until) return usage_error("--until takes a time such as 2026-01-02T00:00:00Z");
    }
    if (arguments.record && (options.seed || options.until)) {
        return usage_error(
            "--record writes what the file itself says; take --seed and --until out");
    }
    if (!arguments.session.empty() && arguments.files.size() != 1) {
        return usage_error("--session saves the end of one run; name one file");
    }
    std::vector<ScenarioReport> reports;
    bool failed = false;
    bool unread = false;
    Engine last;
    for (const std::string& file : arguments.files) {
        ScenarioReport report;
        report.file = file;
        const Verdict verdict = play_file(arguments, options, report, last);
        failed = failed || verdict == Verdict::Failed;
        unread = unread || verdict == Verdict::Unreadable;
        reports.push_back(std::move(report));
    }
    const int written = write_results(arguments, reports, last);
    if (written != kExitOk) return written;
    return unread ? kExitUsage : failed ? kExitFailed : kExitOk;
}

}  // namespace

RunCommand add_play_command(Options& options) {
    auto arguments = std::make_shared<PlayArguments>();
    options.required("files", arguments->files, "Scenario or session files; - is standard input");
    options.flag("--record", arguments->record,
                 "Write what the calls answer into the files, as expectations");
    options.option("--junit", arguments->junit, "Write a JUnit XML report to this file");
    options.flag("--chronicle", arguments->chronicle,
                 "Print only the chronicle and the World's hash, as in *.expected.txt");
    options.flag("--hash", arguments->hash, "Print the World's hash at the end");
    options.option("--until", arguments->until, "Stop the virtual clock at this time");
    options.option("--seed", arguments->seed, "Play with another seed");
    options.flag("--quiet", arguments->quiet, "Print only the verdict");
    options.option("--session", arguments->session, "Save the session at the end to this file");
    return [arguments] { return run_play(*arguments); };
}

}  // namespace picket::cli
