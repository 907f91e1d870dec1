// Values of the engine as JavaScript objects, for the functions of bindings.cpp.
#pragma once

#include <emscripten/em_js.h>
#include <emscripten/emscripten.h>
#include <emscripten/val.h>

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "picket/engine.h"
#include "picket/replay.h"
#include "picket/scenario.h"

namespace picket {

using emscripten::val;
using Members = std::initializer_list<std::pair<const char*, val>>;

inline val object(Members members) {
    val out = val::object();
    for (const auto& [name, value] : members) out.set(name, value);
    return out;
}

// JavaScript numbers hold whole numbers exactly up to 2^53; larger ones are cut to that.
inline std::int64_t whole(double number) {
    constexpr double kLimit = 9007199254740992.0;
    if (!(number > -kLimit)) return -static_cast<std::int64_t>(kLimit);
    return static_cast<std::int64_t>(number < kLimit ? number : kLimit);
}
inline val number(std::int64_t whole_number) { return val(static_cast<double>(whole_number)); }

inline val texts(const std::vector<std::string>& list) {
    val out = val::array();
    for (const std::string& text : list) out.call<void>("push", text);
    return out;
}

inline val error_value(const Error& error) {
    const ErrorInfo& info = error_info(error.code);
    return object({{"name", val(std::string(info.name))},
                   {"status", val(info.http)},
                   {"message", val(error.message)},
                   {"path", val(error.path)},
                   {"line", number(error.line)},
                   {"column", number(error.column)}});
}
template <class T>
val null_or_error(const Result<T>& result) {
    return result ? val::null() : error_value(result.error());
}

inline val changes(const World& before, const World& after) {
    val out = val::array();
    for (const Change& change : world_diff(before, after)) {
        out.call<void>("push", object({{"table", val(std::string(change.table))},
                                       {"key", val(change.key)},
                                       {"before", val(change.before)},
                                       {"after", val(change.after)}}));
    }
    return out;
}

inline val progress_value(const Progress& progress) {
    return object({{"now", number(progress.now.ms)},
                   {"done", val(progress.done)},
                   {"items", number(progress.items)}});
}
inline val load_value(const Result<LoadReport>& report) {
    if (!report) return object({{"error", error_value(report.error())}});
    return object({{"error", val::null()},
                   {"entries", number(report->entries)},
                   {"failedEntries", number(report->failed_entries)},
                   {"sameWorld", val(report->same_world)},
                   {"fromImage", val(report->from_image)},
                   {"missingRecordings", texts(report->missing_recordings)},
                   {"notes", texts(report->notes)}});
}
inline val play_value(const Result<ScenarioOutcome>& outcome) {
    if (!outcome) return object({{"error", error_value(outcome.error())}});
    std::vector<std::string> failures;
    for (const ScenarioFailure& failure : outcome->failures) {
        failures.push_back(failure_text(failure));
    }
    return object(
        {{"error", val::null()}, {"text", val(outcome->text)}, {"failures", texts(failures)}});
}
// A copy: the view would point into memory that moves when it grows.
inline val bytes_value(const std::string& bytes) {
    const auto* data = reinterpret_cast<const unsigned char*>(bytes.data());
    return val::global("Uint8Array").new_(emscripten::typed_memory_view(bytes.size(), data));
}

// The answer to a call is made in one step: set member by member, its objects cost as much time as
// the call itself. Arrays are handles, or null for an empty one.
// clang-format off
EM_JS(emscripten::EM_VAL, picket_new_answer,
      (int status, const char* body, std::size_t body_size, const char* request,
       std::size_t request_size, double entry, emscripten::EM_VAL error,
       emscripten::EM_VAL warnings, emscripten::EM_VAL changes), {
    return Emval.toHandle({
        status,
        body: UTF8ToString(body, body_size),
        error: error ? Emval.toValue(error) : null,
        warnings: warnings ? Emval.toValue(warnings) : [],
        entryId: entry,
        request: UTF8ToString(request, request_size),
        changes: changes ? Emval.toValue(changes) : [],
    });
});
// clang-format on

inline val call_value(const CallResult& result, const std::optional<val>& changed) {
    std::optional<val> error;
    std::optional<val> warnings;
    if (result.error) error = error_value(*result.error);
    if (!result.warnings.empty()) warnings = texts(result.warnings);
    const auto handle = [](const std::optional<val>& value) {
        return value ? value->as_handle() : nullptr;
    };
    return val::take_ownership(picket_new_answer(
        result.status, result.body.data(), result.body.size(), result.request.data(),
        result.request.size(), static_cast<double>(result.entry_id), handle(error),
        handle(warnings), handle(changed)));
}

// The end of a session's opening in pieces: it takes the place of the engine.
inline val finish_load(std::optional<Replay>& loading, Engine& engine) {
    if (!loading) return load_value(refuse(ErrorCode::InvalidRequest, "Nothing is being opened."));
    while (!loading->step(kNoBudget)) {}
    Replay done = std::move(*loading);
    loading.reset();
    if (done.refusal()) return load_value(std::move(done.refusal()));
    engine = std::move(done.engine());
    return load_value(std::move(done.report()));
}

// Names and sizes of the World's tables, and rows of one as JSON texts.
inline val tables_value(const World& world) {
    val out = val::array();
    for (const TableInfo& table : world_tables()) {
        out.call<void>("push",
                       object({{"name", val(std::string(table.name))},
                               {"doc", val(std::string(table.doc))},
                               {"size", number(static_cast<std::int64_t>(table.size(world)))}}));
    }
    return out;
}
inline val rows_value(const World& world, const std::string& name, double begin, double count) {
    val out = val::array();
    const TableInfo* table = find_table(name);
    if (table == nullptr || !(begin >= 0) || !(count >= 0)) return out;
    const auto size = static_cast<double>(table->size(world));
    const auto first = static_cast<std::size_t>(std::min(begin, size));
    const auto shown = static_cast<std::size_t>(std::min(count, size));
    auto push = [&](const TableInfo::Row& row) {
        out.call<void>("push", object({{"key", val(to_json(*table->key, row.key))},
                                       {"value", val(table->row_json(row.key, row.value))}}));
    };
    visit_rows(*table, world, first, shown, push);
    return out;
}

// Bytes of the present World, and those that the way back holds beside it.
inline val memory_value(const Engine& engine) {
    const Checkpoints& kept = engine.checkpoints();
    const auto bytes = [](std::size_t count) { return number(static_cast<std::int64_t>(count)); };
    return object({{"worldBytes", bytes(world_bytes(engine.world()))},
                   {"checkpointBytes", bytes(kept.bytes())},
                   {"checkpoints", bytes(kept.size())}});
}

}  // namespace picket
