// Sorts what was taken in, takes the first of what is there twice, and builds the block.
//
// Rows come in runs of 262,144. Files are mostly in order of time, so that a run is in order but
// for the things of one moment, and runs follow each other; anything else costs a real sort and a
// merge.
#include <algorithm>

#include "recordings/block.h"
#include "recordings/intake.h"
#include "text/say.h"

namespace picket {

// Walks all runs at once, in order of (time, thing, series); equal ones in the order of the file.
class Intake::Merge {
public:
    explicit Merge(const std::vector<std::vector<Staged>>& runs) {
        for (const auto& run : runs) heads_.push_back({run.data(), run.data() + run.size()});
        current_ = heads_.size();
    }
    // nullptr at the end.
    const Staged* next() {
        if (current_ == heads_.size() || heads_[current_].at == heads_[current_].end ||
            (limit_ != nullptr && !before(*heads_[current_].at, *limit_))) {
            choose();
        }
        if (current_ == heads_.size()) return nullptr;
        return heads_[current_].at++;
    }

private:
    struct Head {
        const Staged* at;
        const Staged* end;
    };
    static bool before(const Staged& left, const Staged& right) {
        return left.time != right.time ? left.time < right.time : left.key < right.key;
    }
    // The run with the earliest row, and the row from which on another run has an earlier one.
    void choose() {
        current_ = heads_.size();
        for (std::size_t i = 0; i < heads_.size(); ++i) {
            if (heads_[i].at == heads_[i].end) continue;
            if (current_ == heads_.size() || before(*heads_[i].at, *heads_[current_].at))
                current_ = i;
        }
        limit_ = nullptr;
        for (std::size_t i = 0; i < heads_.size(); ++i) {
            if (i == current_ || heads_[i].at == heads_[i].end) continue;
            if (limit_ == nullptr || before(*heads_[i].at, *limit_)) limit_ = heads_[i].at;
        }
    }

    std::vector<Head> heads_;
    std::size_t current_;            // the number of runs: none, choose
    const Staged* limit_ = nullptr;  // where another run has an earlier row

    friend class Intake;
};

void Intake::close_run() {
    if (runs_.empty()) return;
    std::vector<Staged>& run = runs_.back();
    const auto by_time = [](const Staged& left, const Staged& right) {
        return left.time < right.time;
    };
    if (!std::is_sorted(run.begin(), run.end(), by_time)) {
        std::stable_sort(run.begin(), run.end(), Merge::before);
        return;
    }
    const auto by_key = [](const Staged& left, const Staged& right) {
        return left.key < right.key;
    };
    for (auto begin = run.begin(); begin != run.end();) {
        const std::int64_t time = begin->time;
        auto end = begin + 1;
        bool sorted = true;
        for (; end != run.end() && end->time == time; ++end)
            sorted = sorted && (end - 1)->key <= end->key;
        if (!sorted) std::stable_sort(begin, end, by_key);
        begin = end;
    }
}

std::int64_t Intake::line_of(const Staged& row) const {
    return (row.line & kVersioned) != 0 ? versions_[row.line & ~kVersioned].line : row.line;
}

std::int64_t Intake::version_of(const Staged& row) const {
    return (row.line & kVersioned) != 0 ? versions_[row.line & ~kVersioned].version : 0;
}

void Intake::refuse_duplicate(const Staged& row) {
    const std::string& thing = things_[row.key / kRecordingSeriesMax];
    std::string series = series_names_[row.key % kRecordingSeriesMax];
    std::replace(series.begin(), series.end(), '\n', ' ');
    refusals_.add(RefusedFor::Duplicate, line_of(row),
                  say("{} {} {}", thing, series, to_iso({row.time})));
}

namespace {

// Numbers without gaps for what is used, and the names of those.
template <class Keep>
std::vector<std::uint32_t> renumber(const std::vector<bool>& used, Keep keep) {
    std::vector<std::uint32_t> numbers(used.size(), 0);
    std::uint32_t next = 0;
    for (std::uint32_t i = 0; i < used.size(); ++i) {
        if (!used[i]) continue;
        numbers[i] = next++;
        keep(i);
    }
    return numbers;
}

}  // namespace

Result<Recording> Intake::finish(std::size_t file_bytes) {
    close_run();
    report_.bytes = static_cast<std::int64_t>(file_bytes);
    std::vector<bool> things(things_.size()), series(series_.size()), lists(lists_.size());
    for (const auto& run : runs_) {
        for (const Staged& row : run) {
            const std::uint32_t which = row.key % kRecordingSeriesMax;
            things[row.key / kRecordingSeriesMax] = true;
            series[which] = true;
            if (is_list(series_[which].kind)) lists[static_cast<std::uint32_t>(row.value)] = true;
        }
    }
    std::vector<std::string> thing_names, list_texts;
    std::vector<RecordedSeries> all_series;
    const auto thing_numbers = renumber(things, [&](auto i) { thing_names.push_back(things_[i]); });
    const auto series_numbers = renumber(series, [&](auto i) {
        all_series.push_back({series_names_[i], series_[i].kind});
    });
    const auto list_numbers = renumber(lists, [&](auto i) { list_texts.push_back(lists_[i]); });

    BlockWriter writer(static_cast<std::uint32_t>(all_series.size()));
    const auto write = [&](const Staged& row) {
        const std::uint32_t which = row.key % kRecordingSeriesMax;
        const std::uint32_t thing = thing_numbers[row.key / kRecordingSeriesMax];
        if (is_list(series_[which].kind)) {
            writer.list(row.time, thing, series_numbers[which],
                        list_numbers[static_cast<std::uint32_t>(row.value)]);
        } else {
            writer.number(row.time, thing, series_numbers[which], row.value);
        }
    };
    Merge merge(runs_);
    const Staged* best = nullptr;
    while (const Staged* row = merge.next()) {
        if (best == nullptr || best->time != row->time || best->key != row->key) {
            if (best != nullptr) write(*best);
            best = row;
            continue;
        }
        const bool newer = version_of(*row) > version_of(*best);
        refuse_duplicate(newer ? *best : *row);
        --staged_;
        if (newer) best = row;
    }
    if (best != nullptr) write(*best);
    settle_report();
    if (best == nullptr) {
        if (report_.rows == 0)
            return picket::refuse(ErrorCode::InvalidRequest, "There are no rows in the file.");
        std::string most;
        std::int64_t count = 0;
        for (const RefusedRows& rows : report_.refusals) {
            if (rows.count <= count) continue;
            count = rows.count;
            most = rows.examples.front().message;
        }
        return picket::refuse(
            ErrorCode::InvalidRequest,
            say("None of the {} rows has a value that can be kept. {}", report_.rows, most));
    }
    std::string bytes = writer.finish(thing_names, all_series, list_texts, report_);
    return trusted_block(std::move(bytes), writer.span());
}

}  // namespace picket
