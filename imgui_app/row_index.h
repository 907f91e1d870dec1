// The rows of a table that match a filter, in the order of a column: built in slices, so that
// 100,000 of them block no frame. It works on a copy of the World, which costs nothing; until it
// has caught up with a newer one, lists show the World it has.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "items/section.h"

namespace picket::ui {

// Rows whose cell is that text, or has that rank at least.
struct CellFilter {
    int column = 0;
    std::string text;
    std::int64_t least = INT64_MIN;
    bool operator==(const CellFilter&) const = default;
};
struct RowOrder {
    std::string filter;  // rows of which some cell holds all its words; empty: all
    int column = kTableOrder;
    bool descending = false;
    std::vector<CellFilter> cells;  // all of them hold
    bool operator==(const RowOrder&) const = default;
    // Needs no index: rows are read from the table by place.
    bool plain() const { return filter.empty() && cells.empty() && column < 0; }
    bool filters() const { return !filter.empty() || !cells.empty(); }
};

class RowIndex {
public:
    static constexpr std::size_t kRowsPerSlice = 1500;
    static constexpr std::size_t kMovesPerSlice = 60'000;

    // Goes on with the work for that World and order; true when more is to do.
    bool follow(const World& world, const TableInfo& table, std::span<const GridColumn> columns,
                const RowOrder& order);

    // Gives the work under way up; returns the order that is shown, the table's own if there is
    // none.
    RowOrder cancel();

    bool ready() const { return ready_; }  // some order was finished: places() may be shown
    const World& world() const { return shown_; }
    const std::vector<std::uint32_t>& places() const { return places_; }
    float progress() const;  // of the work under way, 0 to 1
    bool working() const { return step_ != Step::Idle; }

private:
    enum class Step : std::uint8_t { Idle, Collect, Merge };
    struct Entry {
        std::string text;
        std::int64_t rank;
        std::uint32_t place;
    };
    void begin(const World& world, const RowOrder& order);
    void collect();
    bool passes(const TableInfo::Row& row) const;
    void begin_pair();
    bool less(const Entry& left, const Entry& right) const;
    void merge();
    void finish();

    const TableInfo* table_ = nullptr;
    std::span<const GridColumn> columns_;
    RowOrder order_;        // of what is being built, or was built last
    RowOrder shown_order_;  // and the one that places_ have
    World built_from_;      // the World it is built from
    World shown_;           // and the one that places_ are of
    bool ready_ = false;
    Step step_ = Step::Idle;
    std::size_t next_ = 0;  // the row to collect next
    std::vector<std::string> words_;
    std::vector<Entry> entries_, merged_;
    std::vector<std::size_t> runs_, merged_runs_;  // where each sorted run ends
    std::size_t first_runs_ = 0, pass_ = 0;        // for the progress of merging
    std::size_t pair_ = 0;                         // the run that is being merged with the next
    std::size_t left_ = 0, right_ = 0;             // how far that is
    std::vector<std::uint32_t> places_;
};

// Upper case letters of ASCII become lower case.
std::string lower_case(std::string_view text);
std::vector<std::string> words_in(std::string_view text);  // lower case, between spaces

}  // namespace picket::ui
