// Where the rows of every format end: names become numbers, values are judged, what cannot be is
// refused with a reason, and the rest is sorted into a recording.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "picket/recording.h"
#include "recordings/names.h"
#include "recordings/refusals.h"
#include "recordings/staged.h"

namespace picket {

class Intake {
public:
    explicit Intake(const RecordingMapping& mapping);
    ~Intake();

    // A new row; everything refused from here on is of it. `text` must last as long as the row.
    void row(std::int64_t line, std::string_view text);
    void refuse(RefusedFor reason, std::string_view found = {}, std::string_view where = {});

    // The thing and the time of the row; false when they are refused, and the row with them.
    bool set_thing(std::string_view name, std::string_view where);
    bool set_time(std::string_view text, std::string_view where);
    void set_version(std::int64_t version) { version_ = version; }  // of exported metrics

    // The number of a series, which is a metric or one narrowed by a dimension; kNone when no
    // metric can have the name, kFull when there are too many.
    std::uint32_t series(std::string_view metric) { return series(metric, metric); }
    std::uint32_t series(std::string_view metric, std::string_view whole);
    static constexpr std::uint32_t kNone = Names::kNone, kFull = Names::kNone - 1;
    void refuse_series(std::uint32_t none_or_full, std::string_view found,
                       std::string_view where = {});

    // One value of the row, as text. Kept or refused.
    void value(std::uint32_t series, std::string_view text, std::string_view where);
    // The same, already known as a number or as a compact JSON array.
    void number(std::uint32_t series, double number, std::string_view text, std::string_view where);
    void list(std::uint32_t series, std::string_view json, std::string_view where);
    // Values that say what they are: numbers, and lists.
    void value_of(ValueKind kind, std::uint32_t series, std::string_view text,
                  std::string_view where);
    void list_of(ValueKind kind, std::uint32_t series, std::string_view json,
                 std::string_view where);
    void empty_cell() { ++report_.empty_cells; }

    bool comma_is_point = false;  // of a file that separates cells by semicolons

    ReadReport& report() { return report_; }
    void settle_report();
    // Works off about `values` of what finish needs; true when nothing is left.
    bool finish_some(std::int64_t values);
    float finished() const;
    Result<Recording> finish();

private:
    struct Versioned {
        std::int64_t version;
        std::uint32_t line;
    };
    struct Series {
        ValueKind kind = ValueKind::Number;
        bool exists = false;
        bool settled = false;  // of custom metrics, the first value says what kind they are
        bool used = false;
    };
    struct Finishing;
    static constexpr std::uint32_t kVersioned = 1u << 31;

    void keep(std::uint32_t series, ValueKind kind, double value);
    void begin_finish();
    bool write_some(std::int64_t values);
    void write(const StagedValue& row);
    Refusal nothing_kept();
    std::int64_t line_of(const StagedValue& row) const;
    std::int64_t version_of(const StagedValue& row) const;
    void refuse_duplicate(const StagedValue& row);

    const RecordingMapping& mapping_;
    ReadReport report_;
    Refusals refusals_;
    Names things_, series_names_, lists_;
    std::vector<Series> series_;
    std::vector<std::uint8_t> list_kinds_;
    std::vector<std::int64_t> latest_;  // of each thing
    std::vector<bool> thing_exists_;
    std::vector<std::uint8_t> thing_used_, list_used_;  // by values that are kept: 1
    // Keys are thing * kRecordingSeriesMax + series; a line may be kVersioned and the place among
    // versions_.
    StagedRuns staged_;
    std::vector<Versioned> versions_;

    std::int64_t line_ = 0;
    std::string_view row_;
    std::uint32_t thing_ = 0;
    std::int64_t time_ = 0;
    std::optional<std::int64_t> version_;
    std::string time_text_;  // of the row before: many rows have the same
    std::int64_t kept_ = 0;
    std::unique_ptr<Finishing> finishing_;
};

}  // namespace picket
