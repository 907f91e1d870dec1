// Takes the first of what is there twice and builds the block, in pieces that a host can draw
// between.
#include <algorithm>

#include "base/sha256.h"
#include "recordings/block.h"
#include "recordings/intake.h"
#include "text/say.h"

namespace picket {

std::int64_t Intake::line_of(const StagedValue& row) const {
    return (row.line & kVersioned) != 0 ? versions_[row.line & ~kVersioned].line : row.line;
}

std::int64_t Intake::version_of(const StagedValue& row) const {
    return (row.line & kVersioned) != 0 ? versions_[row.line & ~kVersioned].version : 0;
}

void Intake::refuse_duplicate(const StagedValue& row) {
    const std::string& thing = things_[row.key / kRecordingSeriesMax];
    std::string series = series_names_[row.key % kRecordingSeriesMax];
    std::replace(series.begin(), series.end(), '\n', ' ');
    refusals_.add(RefusedFor::Duplicate, line_of(row),
                  say("{} {} {}", thing, series, to_iso({row.time})));
}

namespace {

// Numbers without gaps for what is used, and the names of those.
template <class Keep>
std::vector<std::uint32_t> renumber(const std::vector<std::uint8_t>& used, Keep keep) {
    std::vector<std::uint32_t> numbers(used.size(), 0);
    std::uint32_t next = 0;
    for (std::uint32_t i = 0; i < used.size(); ++i) {
        if (used[i] == 0) continue;
        numbers[i] = next++;
        keep(i);
    }
    return numbers;
}

}  // namespace

// The block on its way: values are merged and written, then its bytes are named.
struct Intake::Finishing {
    Finishing(const StagedRuns& runs, std::uint32_t series_count)
        : merge(runs), writer(series_count) {}

    StagedMerge merge;
    BlockWriter writer;
    StagedValue best;  // the last one, unless one at the same place follows
    bool any = false;  // there is a best one
    std::vector<std::string> things, lists;
    std::vector<RecordedSeries> series;
    std::vector<std::uint32_t> thing_numbers, series_numbers, list_numbers;
    std::int64_t rows = 0, written = 0;
    bool merged = false;
    std::string bytes;
    std::size_t size = 0;   // of the bytes, when they are all there
    std::size_t parts = 0;  // of the moments, that are among them
    Sha256 hash;

    // Adds them to what is named.
    void add(std::string_view part) {
        bytes += part;
        hash.add(part);
    }
};

Intake::Intake(const RecordingMapping& mapping) : mapping_(mapping) {}
Intake::~Intake() = default;

void Intake::begin_finish() {
    staged_.close();
    std::vector<std::uint8_t> used;
    for (const Series& each : series_) used.push_back(each.used ? 1 : 0);
    std::vector<RecordedSeries> all_series;
    auto series_numbers = renumber(used, [&](auto i) {
        all_series.push_back({series_names_[i], series_[i].kind});
    });
    finishing_ = std::make_unique<Finishing>(staged_,
                                             static_cast<std::uint32_t>(all_series.size()));
    Finishing& now = *finishing_;
    now.rows = kept_;
    now.series = std::move(all_series);
    now.series_numbers = std::move(series_numbers);
    now.thing_numbers = renumber(thing_used_, [&](auto i) { now.things.push_back(things_[i]); });
    now.list_numbers = renumber(list_used_, [&](auto i) { now.lists.push_back(lists_[i]); });
}

void Intake::write(const StagedValue& row) {
    Finishing& now = *finishing_;
    const std::uint32_t which = row.key % kRecordingSeriesMax;
    const std::uint32_t thing = now.thing_numbers[row.key / kRecordingSeriesMax];
    if (is_list(series_[which].kind)) {
        now.writer.list(row.time, thing, now.series_numbers[which],
                        now.list_numbers[static_cast<std::uint32_t>(row.value)]);
    } else {
        now.writer.number(row.time, thing, now.series_numbers[which], row.value);
    }
}

// True when all values are written.
bool Intake::write_some(std::int64_t values) {
    Finishing& now = *finishing_;
    for (; values > 0; --values) {
        StagedValue row;
        if (!now.merge.next(row)) {
            if (now.any) write(now.best);
            return true;
        }
        ++now.written;
        if (!now.any || now.best.time != row.time || now.best.key != row.key) {
            if (now.any) write(now.best);
            now.best = row;
            now.any = true;
            continue;
        }
        const bool newer = version_of(row) > version_of(now.best);
        refuse_duplicate(newer ? now.best : row);
        --kept_;
        if (newer) now.best = row;
    }
    return false;
}

bool Intake::finish_some(std::int64_t values) {
    constexpr std::int64_t kBytesPerValue = 32;  // named in the time that one is written in
    if (!finishing_) begin_finish();
    Finishing& now = *finishing_;
    if (!now.merged) {
        if (!write_some(values)) return false;
        now.merged = true;
        settle_report();
        staged_.clear();
        if (!now.any) return true;
        const std::string head = now.writer.finish(now.things, now.series, now.lists, report_);
        now.size = head.size();
        for (const std::string& part : now.writer.moments()) now.size += part.size();
        now.bytes.reserve(now.size);
        now.add(head);
        return now.bytes.size() == now.size;
    }
    auto& parts = now.writer.moments();
    for (; values > 0 && now.parts < parts.size(); ++now.parts) {
        const std::string part = std::move(parts[now.parts]);
        now.add(part);
        values -= static_cast<std::int64_t>(part.size()) / kBytesPerValue + 1;
    }
    return now.parts == parts.size();
}

float Intake::finished() const {
    if (!finishing_) return 0;
    const auto part = [](auto done, auto all) {
        return static_cast<float>(done) / static_cast<float>(std::max<decltype(all)>(all, 1));
    };
    return 0.8f * (finishing_->merged ? 1 : part(finishing_->written, finishing_->rows)) +
           0.2f * part(finishing_->bytes.size(), finishing_->size);
}

Refusal Intake::nothing_kept() {
    if (report_.rows == 0)
        return picket::refuse(ErrorCode::InvalidRequest, "There are no rows in the file.");
    std::string most;
    std::int64_t count = 0;
    for (const RefusedRows& rows : report_.refusals) {
        if (rows.count <= count) continue;
        count = rows.count;
        most = rows.examples.front().message;
    }
    const std::string rows = report_.rows == 1
                                 ? "The only row has no value that can be kept."
                                 : say("None of the {} rows has a value that can be kept.",
                                       report_.rows);
    return picket::refuse(ErrorCode::InvalidRequest, say("{} {}", rows, most));
}

Result<Recording> Intake::finish() {
    while (!finish_some(kRecordingValuesMax)) {}
    Finishing& now = *finishing_;
    if (!now.any) return nothing_kept();
    return trusted_block(std::move(now.bytes), {now.writer.span(), to_hex(now.hash.finish())});
}

}  // namespace picket
