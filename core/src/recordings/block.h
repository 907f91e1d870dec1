// The bytes of a recording, format 1. All whole numbers are varints (varint.h).
//
//     "PKREC1\n"
//     things    count, then (length, bytes) each
//     series    count, then (kind, length, bytes) each
//     lists     count, then (length, bytes) each: JSON arrays
//     report    length, bytes: JSON of ReadReport
//     values    how many in all
//     moments   how many, then for each:
//                   milliseconds since the moment before (the first: since 1970)
//                   how many values, then for each, in order of (thing, series):
//                       step of thing * series + series since the value before (from -1)
//                       list:   its place among the lists
//                       number: zigzag(n) * 8 + d for n / 10^d, d from 0 to 6; or 7 and the
//                               eight bytes of the double, least significant first
//
// One moment of a fleet costs little more than its numbers: a step of 1 is one byte.
#pragma once

#include "picket/recording.h"

namespace picket {

inline constexpr std::string_view kBlockMagic = "PKREC1\n";
// Counts beyond that have no exact double.
inline constexpr double kRecordedCountMax = 9007199254740992;

// What kinds of metric a list can be a value of, one bit for each; 0 when it is none.
std::uint8_t list_kinds(std::string_view json);
inline std::uint8_t kind_bit(ValueKind kind) {
    return static_cast<std::uint8_t>(1u << static_cast<unsigned>(kind));
}

struct BlockSpan {
    Timestamp first, last;
};
// For bytes that BlockWriter wrote in this very process: what is known of them.
struct KnownBlock {
    BlockSpan span;
    std::string name;
};
Result<Recording> trusted_block(std::string bytes, const KnownBlock& known);

// Puts the moments together. Values come in order, strictly rising.
class BlockWriter {
public:
    explicit BlockWriter(std::uint32_t series) : series_(series) {}

    void number(std::int64_t time_ms, std::uint32_t thing, std::uint32_t series, double value);
    void list(std::int64_t time_ms, std::uint32_t thing, std::uint32_t series, std::uint32_t list);
    BlockSpan span() const { return {{first_time_}, {time_}}; }
    // What the block begins with; its moments are all of the rest.
    std::string finish(std::span<const std::string> things, std::span<const RecordedSeries> series,
                       std::span<const std::string> lists, const ReadReport& report);
    std::vector<std::string>& moments() { return moments_; }  // in parts; to be moved from

private:
    char* step(std::int64_t time_ms, std::uint32_t thing, std::uint32_t series);
    void end_value(const char* out) {
        moment_size_ = static_cast<std::size_t>(out - moment_.data());
    }
    void close_moment();
    // Parts, as one text that grows is copied again and again.
    std::string& part();

    std::uint32_t series_;
    std::vector<std::string> moments_;
    std::string moment_;  // the values of the one being written, and room behind them
    std::size_t moment_size_ = 0;
    std::int64_t first_time_ = 0, time_ = 0, last_time_ = 0;
    std::int64_t in_moment_ = 0;
    std::int64_t key_ = -1;
    std::int64_t moment_count_ = 0;
    std::int64_t value_count_ = 0;
};

}  // namespace picket
