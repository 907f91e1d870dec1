// The web border: one handle to one Engine. Text goes as strings, bulk as bytes, errors as return
// values. Nothing is decided here; picket.js gives these functions names and types for people.
#include <emscripten/bind.h>
#include <emscripten/val.h>

#include <optional>
#include <string>
#include <utility>

#include "imports.h"
#include "picket/replay.h"
#include "picket/request_id.h"
#include "picket/request_rates.h"
#include "values.h"

namespace picket {
namespace {

class EngineHandle {
public:
    EngineHandle(double seed, double start)
        : engine_({.seed = whole(seed), .start = {whole(start)}}) {}

    // `headers` is flat: name, value, name, value. A string parameter also takes a Uint8Array.
    val request(const std::string& method, const std::string& target, val headers,
                const std::string& body) {
        HttpRequest wanted{method, target, {}, body};
        const auto count = headers["length"].as<unsigned>();
        for (unsigned i = 0; i + 1 < count; i += 2) {
            wanted.headers.emplace_back(headers[i].as<std::string>(),
                                        headers[i + 1].as<std::string>());
        }
        const auto too_fast = rates_.refuse(engine_, wanted);
        const HttpResponse given = too_fast ? *too_fast : engine_.request(wanted);
        val given_headers = val::object();
        for (const auto& [name, value] : given.headers) given_headers.set(name, value);
        given_headers.set("x-amzn-requestid", request_id(engine_.options().seed, ++answered_));
        return object(
            {{"status", val(given.status)}, {"headers", given_headers}, {"body", val(given.body)}});
    }

    val call(const std::string& operation, const std::string& json, bool dry_run,
             bool with_changes) {
        if (!with_changes) {
            return call_value(engine_.call(operation, json, {.dry_run = dry_run}), std::nullopt);
        }
        const World before = engine_.world();
        const CallResult result = engine_.call(operation, json, {.dry_run = dry_run});
        return call_value(result, changes(before, result.after));
    }

    val advance(double until, double budget) {
        return progress_value(engine_.advance({whole(until)}, whole(budget)));
    }
    val rewind(double moment) { return null_or_error(engine_.rewind({whole(moment)})); }
    val undo(double entry_id) { return null_or_error(engine_.undo(whole(entry_id))); }
    val now() const { return number(engine_.world().now.ms); }
    val next_due() const {
        const auto due = engine_.next_due();
        return due ? number(due->ms) : val::null();
    }

    std::string save(bool blocks) const {
        return engine_.save(0, blocks ? Engine::Blocks::Attached : Engine::Blocks::Apart);
    }
    // `image` may be empty; one of the same build and moment saves the replay.
    val load(const std::string& session, const std::string& image_bytes) {
        return load_value(engine_.load(session, image_bytes));
    }
    // The same in pieces, for hosts that draw between them.
    void begin_load(const std::string& session, const std::string& image_bytes) {
        loading_.emplace(Replay::load(engine_, session, image_bytes));
    }
    double step_load(double budget) {
        if (!loading_ || loading_->step(whole(budget))) return 1;
        return loading_->progress();
    }
    val end_load() { return finish_load(loading_, engine_); }
    val image() const { return bytes_value(engine_.image()); }
    std::string hash() const { return world_hash(engine_.world()); }

    val import_chunk(const std::string& bytes, const std::string& mapping) {
        return imports_.chunk(bytes, mapping);
    }
    val import_end() { return imports_.end(engine_); }
    val keep_recording(const std::string& bytes) {
        return null_or_error(engine_.keep_recording(std::string_view(bytes)));
    }
    val recording(const std::string& name) const {
        const Recording* found = engine_.recording(name);
        return found == nullptr ? val::null() : bytes_value(found->bytes());
    }

    val tables() const { return tables_value(engine_.world()); }
    val rows(const std::string& name, double begin, double count) const {
        return rows_value(engine_.world(), name, begin, count);
    }
    val memory() const { return memory_value(engine_); }

private:
    Engine engine_;
    RequestRates rates_;
    Imports imports_;
    std::optional<Replay> loading_;
    std::int64_t answered_ = 0;
};

val play_text(const std::string& scenario) { return play_value(play_scenario(scenario)); }

std::string describe_text(const std::string& format) {
    const Result<std::string> text = describe(format);
    return text ? *text : std::string();
}

}  // namespace
}  // namespace picket

EMSCRIPTEN_BINDINGS(picket) {
    using Handle = picket::EngineHandle;
    emscripten::function("describe", &picket::describe_text);
    emscripten::function("playScenario", &picket::play_text);
    emscripten::class_<Handle>("EngineHandle")
        .constructor<double, double>()
        .function("request", &Handle::request)
        .function("call", &Handle::call)
        .function("advance", &Handle::advance)
        .function("rewind", &Handle::rewind)
        .function("undo", &Handle::undo)
        .function("now", &Handle::now)
        .function("nextDue", &Handle::next_due)
        .function("save", &Handle::save)
        .function("load", &Handle::load)
        .function("beginLoad", &Handle::begin_load)
        .function("stepLoad", &Handle::step_load)
        .function("endLoad", &Handle::end_load)
        .function("image", &Handle::image)
        .function("hash", &Handle::hash)
        .function("importChunk", &Handle::import_chunk)
        .function("importEnd", &Handle::import_end)
        .function("keepRecording", &Handle::keep_recording)
        .function("recording", &Handle::recording)
        .function("tables", &Handle::tables)
        .function("rows", &Handle::rows)
        .function("memory", &Handle::memory);
}
