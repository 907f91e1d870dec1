// The user's own data. A RecordingReader takes a file in chunks of any size and makes a Recording:
// an immutable block of (time, thing, metric, value), sorted, compact, and named by the SHA-256 of
// its bytes. The bytes are the block: they are what a host keeps, and reading them back checks
// every one.
//
// Nothing here knows a World. The verbs AddRecording, DescribeRecording and so on do
// (service/recordings), and the clock feeds the rows from there.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "picket/model/recording.h"
#include "picket/result.h"

namespace picket {

// Limits of one recording.
inline constexpr std::uint32_t kRecordingThingsMax = 1u << 20;
inline constexpr std::uint32_t kRecordingSeriesMax = 1u << 12;
inline constexpr std::uint32_t kRecordingListsMax = 1u << 20;
inline constexpr std::int64_t kRecordingValuesMax = 20'000'000;
// One row, and how much of a file is looked at before its format is settled.
inline constexpr std::size_t kRecordBytesMax = 1u << 20;
inline constexpr std::size_t kGuessBytes = 64u << 10;

// A metric, with its dimension and operator below it if it has one, each on a line of its own.
struct RecordedSeries {
    std::string name;
    ValueKind kind = ValueKind::Number;
    bool operator==(const RecordedSeries&) const = default;
};

struct RecordedValue {
    std::uint32_t thing = 0;   // its place among things()
    std::uint32_t series = 0;  // its place among series()
    double number = 0;         // of counts and numbers
    std::uint32_t list = 0;    // place among lists() of everything else
};

class Recording {
public:
    // Checks everything: what it accepts can be walked without another check.
    static Result<Recording> read(std::string bytes);

    const std::string& bytes() const { return data_->bytes; }
    const std::string& name() const { return data_->name; }  // SHA-256 of the bytes, 64 hex digits

    std::span<const std::string> things() const { return data_->things; }
    std::span<const RecordedSeries> series() const { return data_->series; }
    std::span<const std::string> lists() const { return data_->lists; }  // compact JSON arrays
    std::int64_t values() const { return data_->values; }
    std::int64_t moments() const { return data_->moments; }  // different times
    Timestamp first() const { return data_->first; }
    Timestamp last() const { return data_->last; }
    const ReadReport& report() const { return data_->report; }  // of the file it was made from

    // A place between two values; four numbers, so that it can be kept and taken up again.
    struct Place {
        std::int64_t offset = 0;  // into the bytes, of the next value or moment
        std::int64_t left = 0;    // values of this moment still to come
        std::int64_t key = -1;    // of the last value
        Timestamp time;           // of the moment
        bool operator==(const Place&) const = default;
    };
    Place begin() const { return {data_->body, 0, -1, {}}; }
    // Goes on to the next moment; false at the end. Only when none of the values are left.
    bool next_moment(Place& place) const;
    RecordedValue next_value(Place& place) const;  // only when values are left

private:
    friend class BlockReader;
    struct Data {
        std::string bytes;
        std::string name;
        std::vector<std::string> things;
        std::vector<RecordedSeries> series;
        std::vector<std::string> lists;
        ReadReport report;
        std::int64_t values = 0;
        std::int64_t moments = 0;
        Timestamp first, last;
        std::int64_t body = 0;  // where the moments begin
    };
    std::shared_ptr<const Data> data_;
};

// Reads CSV with or without a header (separated by commas, semicolons or tabs), JSON Lines, what
// ListMetricValues answers, and messages of the metrics export. Any way of cutting a file into
// chunks gives the same recording and the same report.
class RecordingReader {
public:
    explicit RecordingReader(RecordingMapping mapping = {});
    RecordingReader(RecordingReader&&) noexcept;
    RecordingReader& operator=(RecordingReader&&) noexcept;
    ~RecordingReader();

    // A refusal is about the whole file, such as a column that is not there: reading has ended.
    Refusal add(std::string_view chunk);
    // The recording, with the report in it; refused when no value at all was kept.
    Result<Recording> finish();
    // The same in pieces, for hosts that draw in between: works off about `values` of them. True
    // once finish() has nothing left to do but to answer. Nothing is added from then on.
    bool finish_some(std::int64_t values);
    float finished() const;  // from 0 to 1

    const ReadReport& report() const;  // so far

private:
    class Impl;
    std::unique_ptr<Impl> impl_;
};

// A mapping as JSON text: {"thingColumn": "device"}. Times may be ISO 8601.
Result<RecordingMapping> read_mapping(std::string_view json);

// The recordings that an engine has at hand, by name. All copies of an Engine and of its Worlds
// share one: what is in it never changes, and nothing is taken out, because rewinding may need it
// again.
class RecordingStore {
public:
    void add(Recording recording);
    const Recording* find(std::string_view name) const;

private:
    std::vector<std::unique_ptr<const Recording>> recordings_;
};

}  // namespace picket
