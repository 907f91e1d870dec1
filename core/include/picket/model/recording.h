// Recordings as requests and answers show them: how the columns of a file map to things, times,
// metrics and values, and what became of its rows. The blocks themselves are in picket/recording.h.
#pragma once

#include "picket/model/metric.h"

namespace picket {

enum class RecordingFormat : std::uint8_t { Csv, JsonLines, MetricValues, MetricsExport };
template <>
struct EnumNames<RecordingFormat> {
    static constexpr std::string_view name = "RecordingFormat";
    static constexpr std::array<std::string_view, 4> values = {"CSV", "JSON_LINES", "METRIC_VALUES",
                                                               "METRICS_EXPORT"};
};

enum class TimeUnit : std::uint8_t { Seconds, Milliseconds };
template <>
struct EnumNames<TimeUnit> {
    static constexpr std::string_view name = "TimeUnit";
    static constexpr std::array<std::string_view, 2> values = {"SECONDS", "MILLISECONDS"};
};

enum class CsvSeparator : std::uint8_t { Comma, Semicolon, Tab };
template <>
struct EnumNames<CsvSeparator> {
    static constexpr std::string_view name = "CsvSeparator";
    static constexpr std::array<std::string_view, 3> values = {"COMMA", "SEMICOLON", "TAB"};
};

enum class RefusedFor : std::uint8_t {
#define PICKET_REFUSAL(id, name, wrong, advice) id,
#include "picket/recording_refusals.def"
#undef PICKET_REFUSAL
};
template <>
struct EnumNames<RefusedFor> {
    static constexpr std::string_view name = "RefusedFor";
    static constexpr std::array values = {
#define PICKET_REFUSAL(id, name, wrong, advice) std::string_view(name),
#include "picket/recording_refusals.def"
#undef PICKET_REFUSAL
    };
};

inline constexpr Rule kColumnRule = {.min = 1, .max = 256};

// What is absent is guessed from the names of the columns and from the first row.
struct RecordingMapping {
    std::optional<RecordingFormat> format;
    std::optional<std::string> thing_column;
    std::optional<std::string> time_column;
    std::optional<std::string> metric_column;
    std::optional<std::string> value_column;
    std::optional<StringMap<std::string>> metric_columns;
    std::optional<std::string> thing_name;
    std::optional<std::string> metric_name;
    std::optional<TimeUnit> time_unit;
    std::optional<CsvSeparator> separator;
    std::optional<bool> has_header;
    std::optional<Timestamp> latest_time;
    std::optional<bool> refuse_unordered;
    bool operator==(const RecordingMapping&) const = default;
};
template <>
struct Shape<RecordingMapping> {
    using S = RecordingMapping;
    static constexpr std::string_view name = "RecordingMapping";
    static constexpr std::string_view doc =
        "Where a file has what. Columns are named as in the header, or by their place: \"#1\".";
    static constexpr MemberInfo members[] = {
        member("format", PICKET_FIELD(S, format), {.doc = "What the file is; guessed if absent."}),
        member("thingColumn", PICKET_FIELD(S, thing_column),
               with(kColumnRule, {.doc = "The column with the names of things."})),
        member("timeColumn", PICKET_FIELD(S, time_column),
               with(kColumnRule, {.doc = "The column with the times."})),
        member(
            "metricColumn", PICKET_FIELD(S, metric_column),
            with(kColumnRule, {.doc = "The column with the names of metrics, one value a row."})),
        member("valueColumn", PICKET_FIELD(S, value_column),
               with(kColumnRule, {.doc = "The column with the values, one a row."})),
        member("metricColumns", PICKET_FIELD(S, metric_columns),
               {.min = 1,
                .max = 1000,
                .key = &kColumnRule,
                .doc = "Columns that are metrics each, to the names of those metrics."}),
        member("thingName", PICKET_FIELD(S, thing_name),
               with(kNameRule, {.doc = "The thing that all rows are of."})),
        member("metricName", PICKET_FIELD(S, metric_name),
               with(kNameRule, {.doc = "The metric that all values are of."})),
        member("timeUnit", PICKET_FIELD(S, time_unit),
               {.doc = "Unit of times that are numbers; told from their size if absent."}),
        member("separator", PICKET_FIELD(S, separator), {.doc = "What is between two cells."}),
        member("hasHeader", PICKET_FIELD(S, has_header),
               {.doc = "Whether the first row names the columns."}),
        member("latestTime", PICKET_FIELD(S, latest_time),
               {.doc = "Rows that are later than this are refused: a clock was wrong."}),
        member(
            "refuseUnordered", PICKET_FIELD(S, refuse_unordered),
            {.doc = "Refuse rows older than an earlier one of their thing, instead of sorting."}),
    };
};

struct RefusedExample {
    std::int64_t line = 0;
    std::string text;
    std::string message;
    bool operator==(const RefusedExample&) const = default;
};
template <>
struct Shape<RefusedExample> {
    using S = RefusedExample;
    static constexpr std::string_view name = "RefusedExample";
    static constexpr MemberInfo members[] = {
        member("line", PICKET_FIELD(S, line),
               {.required = true, .doc = "Line of the file, the first is 1."}),
        member("text", PICKET_FIELD(S, text),
               {.required = true, .doc = "The row, or its beginning."}),
        member("message", PICKET_FIELD(S, message),
               {.required = true, .doc = "What is wrong with it."}),
    };
};

struct RefusedRows {
    RefusedFor reason = RefusedFor::Malformed;
    std::int64_t count = 0;
    std::string advice;
    std::vector<RefusedExample> examples;
    bool operator==(const RefusedRows&) const = default;
};
template <>
struct Shape<RefusedRows> {
    using S = RefusedRows;
    static constexpr std::string_view name = "RefusedRows";
    static constexpr MemberInfo members[] = {
        member("reason", PICKET_FIELD(S, reason), {.required = true, .doc = "Why."}),
        member("count", PICKET_FIELD(S, count),
               {.required = true, .doc = "How many rows or single values."}),
        member("advice", PICKET_FIELD(S, advice), {.required = true, .doc = "What to do."}),
        member("examples", PICKET_FIELD(S, examples),
               {.required = true, .doc = "The first of them."}),
    };
};

struct RecordingColumn {
    std::string column;
    std::string use;
    bool operator==(const RecordingColumn&) const = default;
};
template <>
struct Shape<RecordingColumn> {
    using S = RecordingColumn;
    static constexpr std::string_view name = "RecordingColumn";
    static constexpr MemberInfo members[] = {
        member("column", PICKET_FIELD(S, column), {.required = true, .doc = "The column's name."}),
        member("use", PICKET_FIELD(S, use),
               {.required = true,
                .doc = "\"thing\", \"time\", \"metric\", \"value\", \"ignored\", or a metric."}),
    };
};

// What a reader says of a file.
struct ReadReport {
    RecordingFormat format = RecordingFormat::Csv;
    std::vector<RecordingColumn> columns;
    std::int64_t bytes = 0;
    std::int64_t rows = 0;
    std::int64_t values = 0;
    std::int64_t empty_cells = 0;
    std::int64_t unordered_rows = 0;
    std::int64_t refused = 0;
    std::vector<RefusedRows> refusals;
    bool operator==(const ReadReport&) const = default;
};
template <>
struct Shape<ReadReport> {
    using S = ReadReport;
    static constexpr std::string_view name = "ReadReport";
    static constexpr MemberInfo members[] = {
        member("format", PICKET_FIELD(S, format), {.required = true, .doc = "What the file was."}),
        member("columns", PICKET_FIELD(S, columns),
               {.required = true, .doc = "What each column was taken for."}),
        member("bytes", PICKET_FIELD(S, bytes), {.required = true, .doc = "Size of the file."}),
        member("rows", PICKET_FIELD(S, rows),
               {.required = true, .doc = "Rows of data, without header and empty lines."}),
        member("values", PICKET_FIELD(S, values),
               {.required = true, .doc = "Values that were kept."}),
        member(
            "emptyCells", PICKET_FIELD(S, empty_cells),
            {.required = true, .doc = "Cells of metrics that were empty: nothing was measured."}),
        member("unorderedRows", PICKET_FIELD(S, unordered_rows),
               {.required = true, .doc = "Rows older than an earlier one of their thing."}),
        member("refused", PICKET_FIELD(S, refused),
               {.required = true, .doc = "Rows and single values that were refused."}),
        member("refusals", PICKET_FIELD(S, refusals),
               {.required = true, .doc = "The same by reason, with examples."}),
    };
};

enum class RecordingState : std::uint8_t { Feeding, Finished, Missing };
template <>
struct EnumNames<RecordingState> {
    static constexpr std::string_view name = "RecordingState";
    static constexpr std::array<std::string_view, 3> values = {"FEEDING", "FINISHED", "MISSING"};
};

// A recording in the account: which block, when its rows happen, and how far the clock has come.
// The block itself is outside of the World, in the engine's store, and found by its name.
struct RecordingFeed {
    std::string sha256;
    std::int64_t entry_id = 0;
    RecordingState state = RecordingState::Feeding;
    std::int64_t shift_ms = 0;  // from the times in the block to those of the session
    std::int64_t values = 0;
    Timestamp next;  // when the next values are due
    Timestamp last;  // when the last ones are
    // The place in the block of the next value.
    std::int64_t offset = 0;
    std::int64_t left = 0;
    std::int64_t key = -1;
    Timestamp moment;
    // What became of those that were fed.
    std::int64_t fed = 0;
    std::int64_t late = 0;
    std::int64_t misfits = 0;
    bool operator==(const RecordingFeed&) const = default;
};
template <>
struct Shape<RecordingFeed> {
    using S = RecordingFeed;
    static constexpr std::string_view name = "RecordingFeed";
    static constexpr MemberInfo members[] = {
        member("sha256", PICKET_FIELD(S, sha256)), member("entryId", PICKET_FIELD(S, entry_id)),
        member("state", PICKET_FIELD(S, state)),   member("shift", PICKET_FIELD(S, shift_ms)),
        member("values", PICKET_FIELD(S, values)), member("next", PICKET_FIELD(S, next)),
        member("last", PICKET_FIELD(S, last)),     member("offset", PICKET_FIELD(S, offset)),
        member("left", PICKET_FIELD(S, left)),     member("key", PICKET_FIELD(S, key)),
        member("moment", PICKET_FIELD(S, moment)), member("fed", PICKET_FIELD(S, fed)),
        member("late", PICKET_FIELD(S, late)),     member("misfits", PICKET_FIELD(S, misfits)),
    };
};

}  // namespace picket
