// See staged.h. A packed value is a byte with four lengths of two bits, and then, in as many bytes:
// the step of the time, the step of the key or the whole key, the step of the line, and the value.
// Lengths are looked up and not found bit by bit, as a processor foresees no branch on them.
#include "recordings/staged.h"

#include <algorithm>
#include <cstring>

#include "recordings/varint.h"

namespace picket {
namespace {

constexpr std::size_t kPackedMax = 25;  // bytes of one value at most
constexpr std::size_t kReadBeyond = 8;  // bytes that may be looked at behind a number

// A value of eight bytes is the double itself, a shorter one a whole number, as counts are.
constexpr unsigned kTimeBytes[] = {0, 2, 4, 8};
constexpr unsigned kStepBytes[] = {0, 1, 2, 4};
constexpr unsigned kValueBytes[] = {1, 2, 4, 8};
constexpr double kWholeMax = 1LL << 31;

unsigned step_length(std::uint32_t step) { return (step > 0) + (step > 0xFF) + (step > 0xFFFF); }

void put(char*& out, std::uint64_t number, unsigned bytes) {
    for (unsigned i = 0; i < 8; ++i) out[i] = static_cast<char>(number >> 8 * i);
    out += bytes;
}

std::uint64_t take(const char*& at, unsigned bytes) {
    std::uint64_t number = 0;
    for (unsigned i = 0; i < 8; ++i)
        number |= static_cast<std::uint64_t>(static_cast<unsigned char>(at[i])) << 8 * i;
    at += bytes;
    return bytes == 8 ? number : number & ~(~std::uint64_t{0} << 8 * bytes);
}

std::uint64_t bits_of(double value, unsigned& length) {
    if (value >= -kWholeMax && value < kWholeMax) {
        const auto whole = static_cast<std::int64_t>(value);
        if (static_cast<double>(whole) == value) {
            const std::uint64_t number = zigzag(whole);
            length = (number > 0xFF) + (number > 0xFFFF);
            return number;
        }
    }
    length = 3;
    std::uint64_t bits = 0;
    std::memcpy(&bits, &value, sizeof bits);
    return bits;
}

char* pack(char* out, const StagedValue& row, const StagedValue& before) {
    const auto time = static_cast<std::uint64_t>(row.time - before.time);
    const std::uint32_t key = time == 0 ? row.key - before.key : row.key;
    const auto line = static_cast<std::uint32_t>(
        zigzag(static_cast<std::int32_t>(row.line - before.line)));
    const unsigned time_length = (time > 0) + (time > 0xFFFF) + (time > 0xFFFFFFFF);
    const unsigned key_length = step_length(key), line_length = step_length(line);
    unsigned value_length = 0;
    const std::uint64_t value = bits_of(row.value, value_length);
    *out++ = static_cast<char>(time_length | key_length << 2 | line_length << 4 |
                               value_length << 6);
    put(out, time, kTimeBytes[time_length]);
    put(out, key, kStepBytes[key_length]);
    put(out, line, kStepBytes[line_length]);
    put(out, value, kValueBytes[value_length]);
    return out;
}

// The value after the one in `row`; returns where it ends.
const char* unpack(const char* at, StagedValue& row) {
    const auto lengths = static_cast<unsigned char>(*at++);
    const std::uint64_t time = take(at, kTimeBytes[lengths & 3]);
    const auto key = static_cast<std::uint32_t>(take(at, kStepBytes[lengths >> 2 & 3]));
    const std::uint64_t line = take(at, kStepBytes[lengths >> 4 & 3]);
    const std::uint64_t value = take(at, kValueBytes[lengths >> 6]);
    row.time += static_cast<std::int64_t>(time);
    row.key = time == 0 ? row.key + key : key;
    row.line += static_cast<std::uint32_t>(unzigzag(line));
    if (lengths >> 6 == 3)
        std::memcpy(&row.value, &value, sizeof row.value);
    else
        row.value = static_cast<double>(unzigzag(value));
    return at;
}

}  // namespace

void StagedRuns::sort() {
    const auto by_time = [](const StagedValue& left, const StagedValue& right) {
        return left.time < right.time;
    };
    const auto before = [](const StagedValue& left, const StagedValue& right) {
        return left.before(right);
    };
    if (!std::is_sorted(run_.begin(), run_.end(), by_time)) {
        std::stable_sort(run_.begin(), run_.end(), before);
        return;
    }
    for (auto begin = run_.begin(); begin != run_.end();) {
        auto end = begin + 1;
        bool sorted = true;
        for (; end != run_.end() && end->time == begin->time; ++end)
            sorted = sorted && (end - 1)->key <= end->key;
        if (!sorted) std::stable_sort(begin, end, before);
        begin = end;
    }
}

void StagedRuns::close() {
    if (run_.empty()) return;
    sort();
    scratch_.resize(kRunRows * kPackedMax + kReadBeyond);
    char* out = scratch_.data();
    StagedValue last;
    for (const StagedValue& row : run_) {
        out = pack(out, row, last);
        last = row;
    }
    packed_.emplace_back(scratch_.data(), out + kReadBeyond);
    run_.clear();
}

[[gnu::always_inline]] inline void StagedMerge::step(Head& head) {
    head.ended = head.rest.empty();
    if (head.ended) return;
    const char* const at = unpack(head.rest.data(), head.row);
    head.rest.remove_prefix(static_cast<std::size_t>(at - head.rest.data()));
}

StagedMerge::StagedMerge(const StagedRuns& runs) {
    for (const std::string& run : runs.packed()) {
        Head& head = heads_.emplace_back();
        head.rest = std::string_view(run).substr(0, run.size() - kReadBeyond);
        head.run = heads_.size();
        step(head);
    }
    std::make_heap(heads_.begin(), heads_.end(), later);
}

bool StagedMerge::later(const Head& left, const Head& right) {
    if (right.row.before(left.row)) return true;
    return !left.row.before(right.row) && left.run > right.run;
}

bool StagedMerge::next(StagedValue& row) {
    while (current_.ended || (!heads_.empty() && later(current_, heads_[0]))) {
        if (heads_.empty()) return false;
        std::pop_heap(heads_.begin(), heads_.end(), later);
        std::swap(heads_.back(), current_);
        if (heads_.back().ended)
            heads_.pop_back();
        else
            std::push_heap(heads_.begin(), heads_.end(), later);
    }
    row = current_.row;
    step(current_);
    return true;
}

}  // namespace picket
