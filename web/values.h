// Values of the engine as JavaScript objects, for the functions of bindings.cpp.
#pragma once

#include <emscripten/val.h>

#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

#include "picket/engine.h"
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

inline val call_value(const CallResult& result, val changed) {
    return object({{"status", val(result.status)},
                   {"body", val(result.body)},
                   {"error", result.error ? error_value(*result.error) : val::null()},
                   {"warnings", texts(result.warnings)},
                   {"entryId", number(result.entry_id)},
                   {"request", val(result.request)},
                   {"changes", changed}});
}

}  // namespace picket
