// Slices are sorted as they are collected; then runs are merged pairwise, a bounded number of moves
// at a time.
#include "row_index.h"

#include <algorithm>
#include <bit>

namespace picket::ui {

std::string lower_case(std::string_view text) {
    std::string lower(text);
    for (char& c : lower) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return lower;
}

std::vector<std::string> words_in(std::string_view text) {
    std::vector<std::string> words;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        if (end > at) words.push_back(lower_case(text.substr(at, end - at)));
        at = end + 1;
    }
    return words;
}

void RowIndex::begin(const World& world, const RowOrder& order) {
    built_from_ = world;
    order_ = order;
    words_ = words_in(order.filter);
    entries_.clear();
    runs_.clear();
    next_ = 0;
    step_ = Step::Collect;
}

bool RowIndex::follow(const World& world, const TableInfo& table,
                      std::span<const GridColumn> columns, const RowOrder& order) {
    const bool other = table_ != &table || !(order_ == order);
    table_ = &table;
    columns_ = columns;
    if (other) {
        begin(world, order);
    } else if (step_ == Step::Idle && (!ready_ || !table.shares(world, shown_))) {
        begin(world, order);
    }
    if (step_ == Step::Collect)
        collect();
    else if (step_ == Step::Merge)
        merge();
    return working();
}

RowOrder RowIndex::cancel() {
    step_ = Step::Idle;
    entries_ = {};
    merged_ = {};
    if (ready_) order_ = shown_order_;
    return ready_ ? shown_order_ : RowOrder{};
}

float RowIndex::progress() const {
    if (step_ == Step::Idle || table_ == nullptr) return 1;
    const auto rows = static_cast<float>(std::max<std::size_t>(1, table_->size(built_from_)));
    const float collected = static_cast<float>(next_) / rows;
    if (step_ == Step::Collect) return std::min(0.6f, collected * 0.6f);
    // Runs are merged pairwise: as many passes as it takes to make one of them.
    const std::size_t pieces = std::max<std::size_t>(2, first_runs_);
    const auto passes = static_cast<float>(std::bit_width(pieces - 1));
    const auto rows_merged = static_cast<float>(merged_.size()) /
                             static_cast<float>(std::max<std::size_t>(1, entries_.size()));
    return std::min(1.0f, 0.6f + 0.4f * (static_cast<float>(pass_) + rows_merged) / passes);
}

bool RowIndex::passes(const TableInfo::Row& row) const {
    Cell cell;
    for (const CellFilter& filter : order_.cells) {
        cell.text.clear();
        cell.rank = 0;
        columns_[static_cast<std::size_t>(filter.column)].fill(built_from_, row, cell);
        const bool right = filter.text.empty() ? cell.rank >= filter.least
                                               : cell.text == filter.text;
        if (!right) return false;
    }
    return true;
}

void RowIndex::collect() {
    const std::size_t size = table_->size(built_from_);
    const std::size_t count = std::min(kRowsPerSlice, size - std::min(size, next_));
    const std::size_t run_begin = entries_.size();
    Cell cell;
    auto place = static_cast<std::uint32_t>(next_);
    visit_rows(*table_, built_from_, next_, count, [&](const TableInfo::Row& row) {
        Entry entry{{}, 0, place++};
        if (!passes(row)) return;
        std::string haystack;
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            const bool sorts = static_cast<int>(i) == order_.column;
            if (!sorts && words_.empty()) continue;
            cell.text.clear();
            cell.rank = 0;
            columns_[i].fill(built_from_, row, cell);
            if (!words_.empty()) haystack += lower_case(cell.text) + '\n';
            if (!sorts) continue;
            entry.rank = cell.rank;
            if (!columns_[i].by_rank) entry.text = std::move(cell.text);
        }
        for (const std::string& word : words_) {
            if (haystack.find(word) == std::string::npos) return;
        }
        entries_.push_back(std::move(entry));
    });
    next_ += count;
    const bool sorted = order_.column >= 0;
    if (sorted && entries_.size() > run_begin) {
        std::sort(entries_.begin() + static_cast<std::ptrdiff_t>(run_begin), entries_.end(),
                  [this](const Entry& left, const Entry& right) { return less(left, right); });
        runs_.push_back(entries_.size());
    }
    if (next_ < size) return;
    if (!sorted || runs_.size() <= 1) return finish();
    step_ = Step::Merge;
    first_runs_ = runs_.size();
    pass_ = 0;
    merged_.clear();
    merged_runs_.clear();
    merged_.reserve(entries_.size());
    pair_ = 0;
    begin_pair();
}

void RowIndex::begin_pair() {
    left_ = pair_ == 0 ? 0 : runs_[pair_ - 1];
    right_ = runs_[pair_];
}

// Merges runs pairwise; when all are done, the merged ones are the runs of the next pass.
void RowIndex::merge() {
    for (std::size_t moves = 0; moves < kMovesPerSlice; ++moves) {
        const std::size_t left_end = runs_[pair_];
        const std::size_t right_end = pair_ + 1 < runs_.size() ? runs_[pair_ + 1] : left_end;
        if (left_ < left_end || right_ < right_end) {
            const bool from_left = right_ == right_end ||
                                   (left_ < left_end && !less(entries_[right_], entries_[left_]));
            merged_.push_back(std::move(entries_[from_left ? left_++ : right_++]));
            continue;
        }
        merged_runs_.push_back(merged_.size());
        pair_ += 2;
        if (pair_ >= runs_.size()) {
            std::swap(entries_, merged_);
            std::swap(runs_, merged_runs_);
            merged_.clear();
            merged_runs_.clear();
            if (runs_.size() == 1) return finish();
            ++pass_;
            pair_ = 0;
        }
        begin_pair();
    }
}

void RowIndex::finish() {
    places_.clear();
    places_.reserve(entries_.size());
    for (const Entry& entry : entries_) places_.push_back(entry.place);
    entries_.clear();
    shown_ = built_from_;
    shown_order_ = order_;
    ready_ = true;
    step_ = Step::Idle;
}

bool RowIndex::less(const Entry& left, const Entry& right) const {
    if (left.rank != right.rank && columns_[static_cast<std::size_t>(order_.column)].by_rank)
        return order_.descending ? left.rank > right.rank : left.rank < right.rank;
    const int text = left.text.compare(right.text);
    if (text != 0) return order_.descending ? text > 0 : text < 0;
    return left.place < right.place;
}

}  // namespace picket::ui
