// See staged.h. A packed value is four numbers: the step of the time, the step of the key or the
// whole key, the value, and the step of the line.
#include "recordings/staged.h"

#include <algorithm>
#include <cstring>

#include "recordings/varint.h"

namespace picket {
namespace {

constexpr double kWholeMax = 1LL << 50;
constexpr std::size_t kPackedMax = 48;  // bytes of one value at most

// Whole numbers, as counts are, are short; the lowest bit tells them from all others.
char* put_value(char* out, double value) {
    if (value > -kWholeMax && value < kWholeMax) {
        const auto whole = static_cast<std::int64_t>(value);
        if (static_cast<double>(whole) == value) return put_varint(out, zigzag(whole) << 1);
    }
    *out++ = 1;
    std::memcpy(out, &value, sizeof value);
    return out + sizeof value;
}

char* pack(char* out, const StagedValue& row, const StagedValue& before) {
    const std::int64_t step = row.time - before.time;
    out = put_varint(out, static_cast<std::uint64_t>(step));
    out = put_varint(out, step == 0 ? row.key - before.key : row.key);
    out = put_value(out, row.value);
    return put_varint(out, zigzag(static_cast<std::int64_t>(row.line) - before.line));
}

std::uint64_t take(const char*& at) {
    auto byte = static_cast<unsigned char>(*at++);
    if (byte < 0x80) return byte;
    std::uint64_t value = byte & 0x7F;
    for (unsigned shift = 7; byte >= 0x80; shift += 7) {
        byte = static_cast<unsigned char>(*at++);
        value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
    }
    return value;
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
    scratch_.resize(kRunRows * kPackedMax);
    char* out = scratch_.data();
    StagedValue last;
    for (const StagedValue& row : run_) {
        out = pack(out, row, last);
        last = row;
    }
    packed_.emplace_back(scratch_.data(), out);
    run_.clear();
}

StagedMerge::StagedMerge(const StagedRuns& runs) {
    for (const std::string& run : runs.packed()) {
        Head& head = heads_.emplace_back();
        head.rest = run;
        head.run = heads_.size();
        step(head);
    }
    std::make_heap(heads_.begin(), heads_.end(), later);
}

void StagedMerge::step(Head& head) {
    head.ended = head.rest.empty();
    if (head.ended) return;
    const char* at = head.rest.data();
    StagedValue& row = head.row;
    const std::uint64_t step = take(at);
    row.time += static_cast<std::int64_t>(step);
    const auto key = static_cast<std::uint32_t>(take(at));
    row.key = step == 0 ? row.key + key : key;
    if (const std::uint64_t value = take(at); (value & 1) == 0) {
        row.value = static_cast<double>(unzigzag(value >> 1));
    } else {
        std::memcpy(&row.value, at, sizeof row.value);
        at += sizeof row.value;
    }
    row.line = static_cast<std::uint32_t>(row.line + unzigzag(take(at)));
    head.rest.remove_prefix(static_cast<std::size_t>(at - head.rest.data()));
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
