// The shapes of AddRecording, DescribeRecording, ListRecordings and RemoveRecording.
#pragma once

#include "picket/recording.h"
#include "picket/world.h"

namespace picket {

inline constexpr Rule kBlockNameRule = {.min = 64, .max = 64, .pattern = Pattern::Hex};
inline constexpr std::int64_t kRecordingTextMax = 1 << 20;

struct AddRecordingRequest {
    std::string recording_name;
    std::optional<std::string> sha256;
    std::optional<std::string> text;
    std::optional<RecordingMapping> mapping;
    std::optional<Timestamp> first_row_time;
};
template <>
struct Shape<AddRecordingRequest> {
    using S = AddRecordingRequest;
    static constexpr std::string_view name = "AddRecordingRequest";
    static constexpr MemberInfo members[] = {
        member("recordingName", PICKET_FIELD(S, recording_name),
               with(kNameRule, {.required = true, .doc = "What to call it."})),
        member("sha256", PICKET_FIELD(S, sha256),
               with(kBlockNameRule,
                    {.doc = "A block that the engine has at hand, as importing a file makes it."})),
        member("text", PICKET_FIELD(S, text),
               {.min = 1,
                .max = kRecordingTextMax,
                .doc = "Or the file itself, when it is small: CSV, JSON Lines, an answer of "
                       "ListMetricValues, messages of the metrics export."}),
        member("mapping", PICKET_FIELD(S, mapping),
               {.doc = "Where the text has what; of a block that was settled when it was made."}),
        member(
            "firstRowTime", PICKET_FIELD(S, first_row_time),
            {.doc = "When the first row happens; now if absent. The others follow as they did."}),
    };
};
struct AddRecordingResponse {
    std::string recording_name;
    std::string sha256;
    std::int64_t values = 0;
    Timestamp first_row_time;
    Timestamp last_row_time;
    ReadReport report;
};
template <>
struct Shape<AddRecordingResponse> {
    using S = AddRecordingResponse;
    static constexpr std::string_view name = "AddRecordingResponse";
    static constexpr MemberInfo members[] = {
        member("recordingName", PICKET_FIELD(S, recording_name),
               {.required = true, .doc = "Its name."}),
        member("sha256", PICKET_FIELD(S, sha256),
               {.required = true, .doc = "The name of its block."}),
        member("values", PICKET_FIELD(S, values),
               {.required = true, .doc = "How many values the clock will feed."}),
        member("firstRowTime", PICKET_FIELD(S, first_row_time),
               {.required = true, .doc = "When the first is due."}),
        member("lastRowTime", PICKET_FIELD(S, last_row_time),
               {.required = true, .doc = "When the last is due."}),
        member("report", PICKET_FIELD(S, report),
               {.required = true, .doc = "What became of the rows of the file."}),
    };
};

struct RecordingNameRequest {
    std::string recording_name;
};
template <>
struct Shape<RecordingNameRequest> {
    using S = RecordingNameRequest;
    static constexpr std::string_view name = "RecordingNameRequest";
    static constexpr MemberInfo members[] = {
        member("recordingName", PICKET_FIELD(S, recording_name),
               with(kNameRule, {.required = true, .doc = "The recording's name."}))};
};

struct RecordedMetric {
    std::string metric;
    std::optional<MetricDimension> dimension;
    ValueKind kind = ValueKind::Number;
};
template <>
struct Shape<RecordedMetric> {
    using S = RecordedMetric;
    static constexpr std::string_view name = "RecordedMetric";
    static constexpr MemberInfo members[] = {
        member("metric", PICKET_FIELD(S, metric), {.required = true, .doc = "Its name."}),
        member("dimension", PICKET_FIELD(S, dimension), {.doc = "What narrows it."}),
        member("kind", PICKET_FIELD(S, kind), {.required = true, .doc = "What its values are."}),
    };
};

struct RecordingSummary {
    std::string recording_name;
    std::string sha256;
    RecordingState state = RecordingState::Feeding;
    std::int64_t values = 0;
    std::int64_t values_fed = 0;
    std::optional<Timestamp> next_row_time;
    Timestamp last_row_time;
};
template <>
struct Shape<RecordingSummary> {
    using S = RecordingSummary;
    static constexpr std::string_view name = "RecordingSummary";
    static constexpr MemberInfo members[] = {
        member("recordingName", PICKET_FIELD(S, recording_name),
               {.required = true, .doc = "Its name."}),
        member("sha256", PICKET_FIELD(S, sha256),
               {.required = true, .doc = "The name of its block."}),
        member("state", PICKET_FIELD(S, state),
               {.required = true, .doc = "Whether values are left, or the block is missing."}),
        member("values", PICKET_FIELD(S, values), {.required = true, .doc = "Values in it."}),
        member("valuesFed", PICKET_FIELD(S, values_fed),
               {.required = true, .doc = "Values that the clock has passed."}),
        member("nextRowTime", PICKET_FIELD(S, next_row_time),
               {.doc = "When the next values are due; absent when there are none."}),
        member("lastRowTime", PICKET_FIELD(S, last_row_time),
               {.required = true, .doc = "When the last are due."}),
    };
};

struct DescribeRecordingResponse {
    RecordingSummary summary;
    std::int64_t values_late = 0;
    std::int64_t values_misfit = 0;
    bool at_hand = true;
    std::int64_t thing_count = 0;
    std::vector<std::string> things;
    std::vector<RecordedMetric> metrics;
    std::optional<Timestamp> recorded_from;
    std::optional<Timestamp> recorded_to;
    std::optional<ReadReport> report;
};
template <>
struct Shape<DescribeRecordingResponse> {
    using S = DescribeRecordingResponse;
    static constexpr std::string_view name = "DescribeRecordingResponse";
    static constexpr MemberInfo members[] = {
        member("recording", PICKET_FIELD(S, summary),
               {.required = true, .doc = "As ListRecordings has it."}),
        member("valuesLate", PICKET_FIELD(S, values_late),
               {.required = true,
                .doc = "Pairs of a value and a behavior that came after their window had closed."}),
        member("valuesMisfit", PICKET_FIELD(S, values_misfit),
               {.required = true,
                .doc = "Values that the custom metric of the account, being of another type, does "
                       "not take."}),
        member("atHand", PICKET_FIELD(S, at_hand),
               {.required = true, .doc = "False: the block is missing; import the file again."}),
        member("thingCount", PICKET_FIELD(S, thing_count),
               {.required = true, .doc = "Things that have values."}),
        member("things", PICKET_FIELD(S, things),
               {.required = true, .doc = "The first hundred of them."}),
        member("metrics", PICKET_FIELD(S, metrics),
               {.required = true, .doc = "Metrics that have values."}),
        member("recordedFrom", PICKET_FIELD(S, recorded_from),
               {.doc = "The time of the first row in the file."}),
        member("recordedTo", PICKET_FIELD(S, recorded_to),
               {.doc = "The time of the last row in the file."}),
        member("report", PICKET_FIELD(S, report),
               {.doc = "What became of the rows of the file; absent when the block is missing."}),
    };
};

struct ListRecordingsRequest {
    std::optional<std::int64_t> max_results;
    std::optional<std::string> next_token;
};
template <>
struct Shape<ListRecordingsRequest> {
    using S = ListRecordingsRequest;
    static constexpr std::string_view name = "ListRecordingsRequest";
    static constexpr MemberInfo members[] = {
        member("maxResults", PICKET_FIELD(S, max_results),
               with(kMaxResultsRule, {.doc = "Items of a page at most; 25 when absent."})),
        member("nextToken", PICKET_FIELD(S, next_token), {.doc = "Where the previous page ended."}),
    };
};
struct ListRecordingsResponse {
    std::vector<RecordingSummary> recordings;
    std::optional<std::string> next_token;
};
template <>
struct Shape<ListRecordingsResponse> {
    using S = ListRecordingsResponse;
    static constexpr std::string_view name = "ListRecordingsResponse";
    static constexpr MemberInfo members[] = {
        member("recordings", PICKET_FIELD(S, recordings),
               {.required = true, .doc = "All of them, by name."}),
        member("nextToken", PICKET_FIELD(S, next_token), {.doc = "Absent on the last page."}),
    };
};

struct RemoveRecordingResponse {
    std::int64_t values_left = 0;
};
template <>
struct Shape<RemoveRecordingResponse> {
    using S = RemoveRecordingResponse;
    static constexpr std::string_view name = "RemoveRecordingResponse";
    static constexpr MemberInfo members[] = {
        member("valuesLeft", PICKET_FIELD(S, values_left),
               {.required = true, .doc = "Values that will not be fed now."})};
};

}  // namespace picket
