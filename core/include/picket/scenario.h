// Scenario files: a session written by hand, with what it is expected to answer. JSON, described by
// the shapes below, so that its schema, its checks and its documentation are the common ones.
//
// A step is one of: a call, an advance of the clock, a rewind, a note for the reader. A call
// without expectations must succeed. Times are ISO 8601 text or epoch seconds; `atSeconds` counts
// from the scenario's start. Unknown members are errors: a misspelt expectation must not pass.
//
// Not modelled: steps that depend on what an earlier step answered. Ids follow from the seed, so a
// recorded id can be written into a later step.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "picket/engine.h"
#include "picket/shape.h"

namespace picket {

// Raised when a file of this version would be misread by older builds.
inline constexpr std::int64_t kScenarioFormat = 1;

// Times of files are written as those of queries are: ISO 8601, or epoch seconds.
inline constexpr Rule kFileTimeRule = {.in = In::Query};
inline constexpr Rule kFileSecondsRule = {.min = 0, .max = 10LL * 366 * 86'400};

constexpr Rule file_time(std::string_view doc) {
    Rule rule = kFileTimeRule;
    rule.doc = doc;
    return rule;
}

struct CallExpectation {
    std::optional<std::string> error;
    std::optional<std::int64_t> status;
    std::optional<std::string> message;
    std::optional<JsonText> output;
    bool operator==(const CallExpectation&) const = default;
};
template <>
struct Shape<CallExpectation> {
    using S = CallExpectation;
    static constexpr std::string_view name = "CallExpectation";
    static constexpr std::string_view doc =
        "What a call answers. Members that are absent are free.";
    static constexpr MemberInfo members[] = {
        member("error", PICKET_FIELD(S, error),
               {.doc = "Name of the error, for example ResourceNotFoundException."}),
        member("status", PICKET_FIELD(S, status), {.min = 200, .max = 599, .doc = "HTTP status."}),
        member("message", PICKET_FIELD(S, message),
               {.min = 1, .doc = "Text that the error's message contains."}),
        member("output", PICKET_FIELD(S, output),
               {.doc = "Members the answer must have, each equal; others are free. Lists are "
                       "compared place by place and must be as long."}),
    };
};

struct ScenarioCall {
    std::string operation;
    std::optional<JsonText> input;
    std::optional<std::string> input_text;
    std::optional<Timestamp> at;
    std::optional<std::int64_t> at_seconds;
    std::optional<bool> dry_run;
    std::optional<CallExpectation> expect;
    bool operator==(const ScenarioCall&) const = default;
};
template <>
struct Shape<ScenarioCall> {
    using S = ScenarioCall;
    static constexpr std::string_view name = "ScenarioCall";
    static constexpr std::string_view doc = "One operation, run by the same door as any client's.";
    static constexpr MemberInfo members[] = {
        member("operation", PICKET_FIELD(S, operation),
               {.required = true, .min = 1, .max = 128, .doc = "Name of the operation."}),
        member("input", PICKET_FIELD(S, input),
               {.doc = "Its members, as a JSON object; an empty one if absent."}),
        member("inputText", PICKET_FIELD(S, input_text),
               {.doc = "The input as text instead, for payloads that are not JSON."}),
        member("at", PICKET_FIELD(S, at),
               file_time("When: the clock runs on to this moment first. At once if absent.")),
        member("atSeconds", PICKET_FIELD(S, at_seconds),
               with(kFileSecondsRule, {.doc = "The same, in seconds after the scenario's start."})),
        member("dryRun", PICKET_FIELD(S, dry_run), {.doc = "Answer only; nothing is kept."}),
        member("expect", PICKET_FIELD(S, expect), {.doc = "What it must answer."}),
    };
};

struct ScenarioAdvance {
    std::optional<std::int64_t> seconds;
    std::optional<Timestamp> until_time;
    std::optional<bool> next_event;
    bool operator==(const ScenarioAdvance&) const = default;
};
template <>
struct Shape<ScenarioAdvance> {
    using S = ScenarioAdvance;
    static constexpr std::string_view name = "ScenarioAdvance";
    static constexpr std::string_view doc = "Runs the clock on, and with it whatever becomes due.";
    static constexpr bool exactly_one = true;
    static constexpr MemberInfo members[] = {
        member("seconds", PICKET_FIELD(S, seconds),
               with(kFileSecondsRule, {.doc = "How far, in seconds."})),
        member("untilTime", PICKET_FIELD(S, until_time), file_time("The moment to stop at.")),
        member("nextEvent", PICKET_FIELD(S, next_event),
               {.doc = "Stop when the next thing that is due has happened."}),
    };
};

struct ScenarioRewind {
    std::optional<Timestamp> time;
    std::optional<std::int64_t> at_seconds;
    std::optional<std::int64_t> before_entry_id;
    bool operator==(const ScenarioRewind&) const = default;
};
template <>
struct Shape<ScenarioRewind> {
    using S = ScenarioRewind;
    static constexpr std::string_view name = "ScenarioRewind";
    static constexpr std::string_view doc =
        "Goes back. Later calls stay ahead and happen again as time runs, until a new call that "
        "changes something starts a branch without them.";
    static constexpr bool exactly_one = true;
    static constexpr MemberInfo members[] = {
        member("time", PICKET_FIELD(S, time), file_time("The moment to go back to.")),
        member("atSeconds", PICKET_FIELD(S, at_seconds),
               with(kFileSecondsRule, {.doc = "The same, in seconds after the scenario's start."})),
        member("beforeEntryId", PICKET_FIELD(S, before_entry_id),
               {.min = 1, .doc = "The moment just before this entry of the journal."}),
    };
};

struct ScenarioStep {
    std::optional<ScenarioCall> call;
    std::optional<ScenarioAdvance> advance;
    std::optional<ScenarioRewind> rewind;
    std::optional<std::string> note;
    bool operator==(const ScenarioStep&) const = default;
};
template <>
struct Shape<ScenarioStep> {
    using S = ScenarioStep;
    static constexpr std::string_view name = "ScenarioStep";
    static constexpr std::string_view doc = "One step of a scenario.";
    static constexpr bool exactly_one = true;
    static constexpr MemberInfo members[] = {
        member("call", PICKET_FIELD(S, call), {.doc = "Run an operation."}),
        member("advance", PICKET_FIELD(S, advance), {.doc = "Run the clock on."}),
        member("rewind", PICKET_FIELD(S, rewind), {.doc = "Go back to an earlier moment."}),
        member("note", PICKET_FIELD(S, note), {.doc = "A sentence for the reader."}),
    };
};

struct ScenarioExpectation {
    std::optional<Timestamp> now;
    std::optional<std::string> world_hash;
    std::optional<std::vector<std::string>> chronicle;
    bool operator==(const ScenarioExpectation&) const = default;
};
inline constexpr Rule kWorldHashRule = {.min = 32, .max = 32, .pattern = Pattern::Hex};
template <>
struct Shape<ScenarioExpectation> {
    using S = ScenarioExpectation;
    static constexpr std::string_view name = "ScenarioExpectation";
    static constexpr std::string_view doc = "What holds behind the last step.";
    static constexpr MemberInfo members[] = {
        member("now", PICKET_FIELD(S, now), file_time("The virtual time.")),
        member("worldHash", PICKET_FIELD(S, world_hash),
               with(kWorldHashRule, {.doc = "Hash of the World: all state of the account."})),
        member("chronicle", PICKET_FIELD(S, chronicle),
               {.doc = "What happened, a line per event, as `picket play` prints it."}),
    };
};

struct Scenario {
    std::optional<std::string> schema;
    std::int64_t picket_scenario = kScenarioFormat;
    std::string name;
    std::optional<std::string> description;
    std::optional<std::string> what_to_see;
    std::optional<std::int64_t> seed;
    std::optional<Timestamp> start;
    std::optional<std::string> region;
    std::optional<std::string> account;
    StringMap<std::string> settings;
    std::vector<ScenarioStep> steps;
    std::optional<ScenarioExpectation> expect;
    bool operator==(const Scenario&) const = default;
};
template <>
struct Shape<Scenario> {
    using S = Scenario;
    static constexpr std::string_view name = "Scenario";
    static constexpr std::string_view doc = "A session with expectations.";
    static constexpr MemberInfo members[] = {
        member("$schema", PICKET_FIELD(S, schema), {.doc = "For editors; not read."}),
        member("picketScenario", PICKET_FIELD(S, picket_scenario),
               {.required = true, .min = 1, .doc = "Format version: 1."}),
        member("name", PICKET_FIELD(S, name),
               {.required = true, .min = 1, .max = 200, .doc = "What it is called."}),
        member("description", PICKET_FIELD(S, description), {.doc = "What it plays."}),
        member("whatToSee", PICKET_FIELD(S, what_to_see), {.doc = "What to look at, and why."}),
        member("seed", PICKET_FIELD(S, seed),
               {.doc = "Every id and every random choice follows from it; 1 if absent."}),
        member("start", PICKET_FIELD(S, start),
               file_time("When virtual time begins; 2026-01-01T00:00:00Z if absent.")),
        member("region", PICKET_FIELD(S, region),
               {.min = 1, .max = 32, .doc = "Region in ARNs; us-east-1 if absent."}),
        member("account", PICKET_FIELD(S, account),
               {.min = 12, .max = 12, .doc = "Account in ARNs; 123456789012 if absent."}),
        member("settings", PICKET_FIELD(S, settings),
               {.doc = "Settings by name and value, all as text; the rest have their defaults."}),
        member("steps", PICKET_FIELD(S, steps),
               {.required = true, .doc = "What is done, in order."}),
        member("expect", PICKET_FIELD(S, expect), {.doc = "What holds at the end."}),
    };
};

struct TextPlace {
    std::uint32_t line = 1;    // 1-based
    std::uint32_t column = 1;  // 1-based, in code points
};

// A scenario with the places of its parts in the text it was read from.
struct ScenarioFile {
    Scenario scenario;
    std::vector<TextPlace> steps;  // of each step
    TextPlace expect;              // of the expectations at the end; the beginning when it has none
};

// Errors carry path, line and column.
Result<ScenarioFile> parse_scenario(std::string_view text);

struct ScenarioFailure {
    std::size_t step = 0;  // 1-based; 0: the expectations at the end
    TextPlace place;
    std::string what;      // "CreateThing: the output differs", a sentence without its dot
    std::string expected;  // as text for reading; empty when there is nothing to compare
    std::string actual;
    std::string diff;  // lines "- expected", "+ actual", "  both"; at most 200
};
// "step 3, line 14, column 5: CreateThing: the output differs." and the diff below it.
std::string failure_text(const ScenarioFailure& failure);

struct PlayOptions {
    std::optional<std::int64_t> seed;  // instead of the scenario's own
    // The clock stops here: steps behind it are left out and the end is not compared. When the
    // steps end sooner, the clock runs on to it.
    std::optional<Timestamp> until;
};

// Plays a scenario in bounded slices, so that a host can draw progress, answer and stop in between.
class ScenarioPlayer {
public:
    explicit ScenarioPlayer(ScenarioFile file, PlayOptions options = {});

    // At most one step, and of an advance at most about `budget` units of work (a rewind is one
    // replay). The result does not depend on the budget.
    void step(WorkUnits budget = 1'000'000);
    bool done() const { return done_; }
    double progress() const;  // 0 to 1

    const Scenario& scenario() const { return file_.scenario; }
    const Engine& engine() const { return engine_; }
    std::size_t steps_done() const { return index_; }
    // Answer of the last call that was made; empty before the first.
    const std::optional<CallResult>& last_result() const { return result_; }
    const std::vector<ScenarioFailure>& failures() const { return failures_; }
    bool passed() const { return done_ && failures_.empty(); }

private:
    friend class ScenarioRecorder;
    void open_step();
    bool run_clock(WorkUnits budget);
    void close_step();
    void call(const ScenarioCall& call);
    void rewind(const ScenarioRewind& rewind);
    void finish();
    void go_to(Timestamp moment);
    Timestamp after_start(std::int64_t seconds) const;
    void fail(std::string what, std::string expected = {}, std::string actual = {});

    ScenarioFile file_;
    PlayOptions options_;
    Engine engine_;
    Timestamp start_;
    std::size_t index_ = 0;  // of the step to do next
    bool done_ = false;
    bool opened_ = false;      // the step has said where the clock goes
    bool stopping_ = false;    // `until` is reached on the way there
    bool impossible_ = false;  // the step's moment has passed: a failure, and the step is left out
    Timestamp from_, target_;
    std::optional<CallResult> result_;
    std::vector<ScenarioFailure> failures_;
};

// One event of the chronicle as a line without its end: time, kind, subject, sentence.
std::string chronicle_line(const ChronicleEvent& event);
// What a run comes to, byte for byte the same in every build: the chronicle, a line per event, then
// "World hash: " and the hash.
std::string outcome_text(const World& world);

// Plays to the end at once.
struct ScenarioOutcome {
    std::string text;  // outcome_text of the end
    std::vector<ScenarioFailure> failures;
};
Result<ScenarioOutcome> play_scenario(std::string_view text, PlayOptions options = {});

// The text with its expectations made true: missing ones are filled in, wrong ones corrected in the
// members they name; everything else stays byte for byte. A second recording changes nothing.
Result<std::string> record_scenario(std::string_view text);

// One played file for reports of continuous integration. `problem`: why it could not be played.
struct ScenarioReport {
    std::string file;
    std::string name;
    std::size_t steps = 0;
    std::optional<std::string> problem;
    std::vector<ScenarioFailure> failures;
};
std::string junit_xml(std::span<const ScenarioReport> reports);

}  // namespace picket
