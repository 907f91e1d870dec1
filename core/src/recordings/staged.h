// Values on their way into a recording. They come in the order of the file and are wanted in order
// of time, thing and series. Runs of them are sorted and packed, to some five bytes a value where
// a plain row has 24, and walked together in the end.
//
// Files are mostly in order of time, so that a run is in order but for the things of one moment,
// and runs follow each other; anything else costs a real sort and a merge.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace picket {

struct StagedValue {
    std::int64_t time = 0;
    double value = 0;  // or the number of a list
    std::uint32_t key = 0;
    std::uint32_t line = 0;  // carried along

    bool before(const StagedValue& other) const {
        return time != other.time ? time < other.time : key < other.key;
    }
};

class StagedRuns {
public:
    // Member by member: a whole row that was just put together is copied in wider pieces than it
    // was written in, which makes processors wait.
    void add(std::int64_t time, double value, std::uint32_t key, std::uint32_t line) {
        if (run_.size() == kRunRows) close();
        StagedValue& row = run_.emplace_back();
        row.time = time;
        row.value = value;
        row.key = key;
        row.line = line;
    }
    // What was added so far is whole.
    void close();
    const std::vector<std::string>& packed() const { return packed_; }
    void clear() { *this = {}; }

private:
    static constexpr std::size_t kRunRows = 1u << 13;  // with their packed bytes they fit into a
                                                       // cache
    void sort();

    std::vector<StagedValue> run_;
    std::vector<std::string> packed_;
    std::string scratch_;
};

// Walks all runs at once; equal ones come in the order of the file.
class StagedMerge {
public:
    explicit StagedMerge(const StagedRuns& runs);
    bool next(StagedValue& row);  // false at the end

private:
    // The next value of a run, and the bytes behind it.
    struct Head {
        StagedValue row;
        std::string_view rest;
        std::size_t run = 0;
        bool ended = true;
    };
    static void step(Head& head);
    static bool later(const Head& left, const Head& right);

    std::vector<Head> heads_;  // a heap, the earliest in front
    Head current_;             // taken out of it, until it falls behind
};

}  // namespace picket
