// picket import: a file of metrics, read in chunks, becomes a recording. What was kept and what was
// refused goes to standard output; the bar goes to standard error, when that is a terminal.
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>

#include "commands.h"
#include "files.h"
#include "picket/recording.h"
#include "report.h"

namespace picket::cli {
namespace {

constexpr std::size_t kChunkBytes = 1 << 20;

struct ImportArguments {
    std::string file;
    std::string mapping = "{}";
    std::string name;
    std::string session;
    std::string first_row;
    std::string latest;
    std::string block;
    bool check = false;
    bool json = false;
};

int import_failed(const std::string& message, int code) {
    std::fprintf(stderr, "picket import: %s\n", message.c_str());
    return code;
}

// A line that is written over: how much of the file, how fast, how many values.
class Bar {
public:
    explicit Bar(const std::string& file) : shown_(::isatty(STDERR_FILENO) != 0) {
        std::error_code ignored;
        const auto size = file == "-" ? 0 : std::filesystem::file_size(file, ignored);
        if (!ignored) total_ = static_cast<double>(size);
    }
    void show(double bytes, const RecordingReader& reader, bool last) {
        if (!shown_) return;
        const double seconds = std::chrono::duration<double>(Clock::now() - begin_).count();
        if (!last && seconds < next_) return;
        next_ = seconds + 0.1;
        const ReadReport& report = reader.report();
        constexpr int kWidth = 30;
        const double part = total_ > 0 ? std::min(bytes / total_, 1.0) : 0;
        const int full = static_cast<int>(part * kWidth);
        std::fprintf(
            stderr, "\r[%.*s%*s] %3.0f %%  %.0f MB  %.0f MB/s  %lld values, %lld refused%s", full,
            "##############################", kWidth - full, "", part * 100, bytes / 1e6,
            seconds > 0 ? bytes / 1e6 / seconds : 0.0, static_cast<long long>(report.values),
            static_cast<long long>(report.refused), last ? "\n" : "");
    }

private:
    using Clock = std::chrono::steady_clock;
    bool shown_;
    double total_ = 0;
    double next_ = 0;
    Clock::time_point begin_ = Clock::now();
};

Result<Recording> read_recording(const std::string& file, RecordingReader& reader) {
    const bool standard_input = file == "-";
    std::FILE* in = standard_input ? stdin : std::fopen(file.c_str(), "rb");
    const auto unreadable = [&] {
        return refuse(ErrorCode::InvalidRequest,
                      "cannot read " + file + ": " + std::strerror(errno));
    };
    if (in == nullptr) return unreadable();
    Bar bar(file);
    std::string chunk(kChunkBytes, '\0');
    Refusal problem;
    double bytes = 0;
    std::size_t count = 0;
    while (!problem && (count = std::fread(chunk.data(), 1, chunk.size(), in)) > 0) {
        problem = reader.add(std::string_view(chunk).substr(0, count));
        bytes += static_cast<double>(count);
        bar.show(bytes, reader, false);
    }
    if (!problem && std::ferror(in) != 0) problem = unreadable();
    if (!standard_input) std::fclose(in);
    if (problem) return problem;
    auto recording = reader.finish();
    bar.show(bytes, reader, true);
    return recording;
}

std::string counted_of(std::int64_t count, const char* one) {
    return std::to_string(count) + " " + one + (count == 1 ? "" : "s");
}

void print_report(const ReadReport& report) {
    std::printf("%s, %s kept, %lld refused\n", counted_of(report.rows, "row").c_str(),
                counted_of(report.values, "value").c_str(), static_cast<long long>(report.refused));
    if (report.empty_cells > 0)
        std::printf("%s\n", counted_of(report.empty_cells, "empty cell").c_str());
    if (report.unordered_rows > 0) {
        std::printf("%s older than one before, sorted\n",
                    counted_of(report.unordered_rows, "row").c_str());
    }
    for (const RecordingColumn& column : report.columns) {
        if (column.column != column.use)
            std::printf("column %s: %s\n", column.column.c_str(), column.use.c_str());
    }
    for (const RefusedRows& rows : report.refusals) {
        std::printf("\n%s: %lld. %s\n", std::string(enum_name(rows.reason)).c_str(),
                    static_cast<long long>(rows.count), rows.advice.c_str());
        for (const RefusedExample& example : rows.examples) {
            std::printf("  line %lld: %s\n    %s\n", static_cast<long long>(example.line),
                        example.message.c_str(), example.text.c_str());
        }
    }
}

void print_recording(const Recording& recording) {
    const auto size = [](const auto& list) { return static_cast<std::int64_t>(list.size()); };
    std::printf("%s, %s, from %s to %s\n", counted_of(size(recording.things()), "thing").c_str(),
                counted_of(size(recording.series()), "metric").c_str(),
                to_iso(recording.first()).c_str(), to_iso(recording.last()).c_str());
    std::printf(
        "block %s, %zu bytes, %.1f a value\n\n", recording.name().c_str(), recording.bytes().size(),
        static_cast<double>(recording.bytes().size()) / static_cast<double>(recording.values()));
}

// The name of the file, in the letters that a name may have.
std::string name_of(const ImportArguments& arguments) {
    if (!arguments.name.empty()) return arguments.name;
    std::string name = std::filesystem::path(arguments.file).stem().string().substr(0, 128);
    for (char& letter : name) {
        const bool fine = (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'z') ||
                          (letter >= 'A' && letter <= 'Z') || letter == '_' || letter == '-';
        if (!fine) letter = '-';
    }
    return name.empty() ? "recording" : name;
}

int add_to_session(const ImportArguments& arguments, Recording recording) {
    Engine engine;
    const Result<Done> opened = open_session(engine, arguments.session);
    if (!opened)
        return import_failed(arguments.session + ": " + opened.error().message, kExitFailed);
    const std::string name = name_of(arguments);
    std::string request = "{\"recordingName\":\"" + name + "\",\"sha256\":\"" +
                          engine.keep_recording(std::move(recording)) + "\"";
    if (!arguments.first_row.empty()) {
        const auto time = parse_time(arguments.first_row);
        request += ",\"firstRowTime\":" + std::to_string(time->ms / 1000);
    }
    const CallResult added = engine.call("AddRecording", request + "}");
    if (!added.ok()) return import_failed(error_report(*added.error, {}), kExitFailed);
    const Result<Done> saved = write_file(arguments.session, engine.save());
    if (!saved) return import_failed(saved.error().message, kExitFailed);
    std::fprintf(stderr, "added to %s as %s\n", arguments.session.c_str(), name.c_str());
    return kExitOk;
}

Result<RecordingMapping> mapping_of(const ImportArguments& arguments) {
    std::string text = arguments.mapping;
    if (text.find('{') == std::string::npos) {
        PICKET_TRY(text, read_file(arguments.mapping));
    }
    PICKET_TRY(RecordingMapping mapping, read_mapping(text));
    if (!arguments.latest.empty()) mapping.latest_time = parse_time(arguments.latest);
    if (!mapping.latest_time) {
        // Nothing that was measured is later than now; a day more, for zones that were forgotten.
        const auto now = std::chrono::system_clock::now().time_since_epoch();
        const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
        mapping.latest_time = Timestamp{ms + kDay};
    }
    return mapping;
}

int run_import(const ImportArguments& arguments) {
    for (const std::string* time : {&arguments.first_row, &arguments.latest}) {
        if (!time->empty() && !parse_time(*time))
            return import_failed("'" + *time + "' is no time; write 2026-01-31T08:00:00Z",
                                 kExitUsage);
    }
    Result<RecordingMapping> mapping = mapping_of(arguments);
    if (!mapping) return import_failed("--mapping: " + mapping.error().message, kExitUsage);
    RecordingReader reader(std::move(mapping).value());
    Result<Recording> recording = read_recording(arguments.file, reader);
    const ReadReport report = reader.report();
    if (arguments.json) {
        std::printf("%s\n", pretty_json(to_json(report)).c_str());
    } else {
        if (recording) print_recording(*recording);
        if (recording || report.rows > 0) print_report(report);
    }
    if (!recording)
        return import_failed(arguments.file + ": " + recording.error().message, kExitFailed);
    if (!arguments.block.empty()) {
        const Result<Done> written = write_file(arguments.block, recording->bytes());
        if (!written) return import_failed(written.error().message, kExitFailed);
    }
    if (arguments.check) return report.refused > 0 ? kExitFailed : kExitOk;
    if (arguments.session.empty()) return kExitOk;
    return add_to_session(arguments, std::move(recording).value());
}

}  // namespace

RunCommand add_import_command(Options& options) {
    auto arguments = std::make_shared<ImportArguments>();
    options.required("file", arguments->file,
                     "CSV, JSON Lines, an answer of ListMetricValues, or messages of the metrics "
                     "export; - for standard input");
    options.option("--mapping", arguments->mapping,
                   "Which column has what, as JSON or a file of it: {\"thingColumn\": \"device\"}; "
                   "`picket describe` has all members under RecordingMapping");
    options.option("--session", arguments->session,
                   "Session file to add the recording to: opened when it exists, saved after");
    options.option("--name", arguments->name, "Name of the recording (the file's)");
    options.option("--first-row", arguments->first_row,
                   "When the first row happens in the session; its present if absent");
    options.option("--latest", arguments->latest, "Refuse rows that are later (a day from now)");
    options.option("--block", arguments->block, "Write the block to this file");
    options.flag("--check", arguments->check, "Only read; exit with 1 when a row is refused");
    options.flag("--json", arguments->json, "Print the report as JSON");
    return [arguments] { return run_import(*arguments); };
}

}  // namespace picket::cli
