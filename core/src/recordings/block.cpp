// Writes blocks. Reading them is in block_read.cpp.
#include "recordings/block.h"

#include <algorithm>
#include <cstring>

#include "model/encode.h"
#include "picket/json_tree.h"
#include "recordings/varint.h"

namespace picket {
namespace {

constexpr double kPowersOfTen[] = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6};
constexpr double kDecimalMax = 1LL << 50;
constexpr std::size_t kValueMax = 3 * kVarintMax;  // bytes

// Decimals of up to six digits after the point are exact as n / 10^d: both are exact doubles, and
// their quotient is the double nearest to the decimal, which is what reading the text gave.
char* put_number(char* out, double value) {
    for (unsigned digits = 0; digits < 7; ++digits) {
        const double scaled = digits == 0 ? value : value * kPowersOfTen[digits];
        if (!(scaled > -kDecimalMax && scaled < kDecimalMax)) break;
        const auto whole = static_cast<std::int64_t>(scaled + (scaled < 0 ? -0.5 : 0.5));
        const auto back = static_cast<double>(whole);
        if ((digits == 0 ? back : back / kPowersOfTen[digits]) == value)
            return put_varint(out, zigzag(whole) << 3 | digits);
    }
    std::uint64_t bits = 0;
    std::memcpy(&bits, &value, sizeof bits);
    out = put_varint(out, 7);
    for (int i = 0; i < 8; ++i) *out++ = static_cast<char>(bits >> (8 * i));
    return out;
}

void put_text(std::string& out, std::string_view text) {
    put_varint(out, text.size());
    out.append(text);
}

}  // namespace

std::uint8_t list_kinds(std::string_view json) {
    const auto tree = read_json_strict(json);
    if (!tree || tree->node(0).kind != JsonKind::Array) return 0;
    bool ports = true, numbers = true, strings = true, cidrs = true;
    for (auto child = tree->first(0); child != tree->end(0); child = tree->node(child).next) {
        const JsonNode& node = tree->node(child);
        const bool number = node.kind == JsonKind::Integer || node.kind == JsonKind::Double;
        const bool text = node.kind == JsonKind::String;
        numbers = numbers && number;
        ports = ports && node.kind == JsonKind::Integer && node.integer >= 0 &&
                node.integer <= 65535;
        strings = strings && text;
        cidrs = cidrs && text && node.text.size() >= 2 && node.text.size() <= 43 &&
                pattern_matches(Pattern::Cidr, node.text);
    }
    std::uint8_t kinds = 0;
    if (ports) kinds |= kind_bit(ValueKind::Ports);
    if (numbers) kinds |= kind_bit(ValueKind::Numbers);
    if (strings) kinds |= kind_bit(ValueKind::Strings);
    if (cidrs) kinds |= kind_bit(ValueKind::Cidrs);
    return kinds;
}

std::string& BlockWriter::part() {
    constexpr std::size_t kPartBytes = 1u << 18;
    const std::size_t wanted = moment_size_ + 2 * kVarintMax;
    if (moments_.empty() || moments_.back().capacity() - moments_.back().size() < wanted)
        moments_.emplace_back().reserve(std::max(kPartBytes, wanted));
    return moments_.back();
}

void BlockWriter::close_moment() {
    if (in_moment_ == 0) return;
    std::string& out = part();
    put_varint(out, static_cast<std::uint64_t>(time_ - last_time_));
    put_varint(out, static_cast<std::uint64_t>(in_moment_));
    out.append(moment_, 0, moment_size_);
    moment_size_ = 0;
    last_time_ = time_;
    if (moment_count_ == 0) first_time_ = time_;
    value_count_ += in_moment_;
    in_moment_ = 0;
    ++moment_count_;
}

// Writes where the value is, and returns where its number goes.
[[gnu::always_inline]] inline char* BlockWriter::step(std::int64_t time_ms, std::uint32_t thing,
                                                      std::uint32_t series) {
    if (in_moment_ == 0 || time_ms != time_) {
        close_moment();
        time_ = time_ms;
        key_ = -1;
    }
    const std::int64_t key = static_cast<std::int64_t>(thing) * series_ + series;
    if (moment_.size() - moment_size_ < kValueMax) moment_.resize(2 * moment_.size() + kValueMax);
    char* const out = put_varint(moment_.data() + moment_size_,
                                 static_cast<std::uint64_t>(key - key_));
    key_ = key;
    ++in_moment_;
    return out;
}

void BlockWriter::number(std::int64_t time_ms, std::uint32_t thing, std::uint32_t series,
                         double value) {
    end_value(put_number(step(time_ms, thing, series), value));
}

void BlockWriter::list(std::int64_t time_ms, std::uint32_t thing, std::uint32_t series,
                       std::uint32_t list) {
    end_value(put_varint(step(time_ms, thing, series), list));
}

std::string BlockWriter::finish(std::span<const std::string> things,
                                std::span<const RecordedSeries> series,
                                std::span<const std::string> lists, const ReadReport& report) {
    close_moment();
    std::string out(kBlockMagic);
    put_varint(out, things.size());
    for (const std::string& thing : things) put_text(out, thing);
    put_varint(out, series.size());
    for (const RecordedSeries& each : series) {
        out.push_back(static_cast<char>(each.kind));
        put_text(out, each.name);
    }
    put_varint(out, lists.size());
    for (const std::string& list : lists) put_text(out, list);
    std::string report_json;
    JsonWriter writer(report_json);
    encode(kShape<ReadReport>, &report, writer);
    put_text(out, report_json);
    put_varint(out, static_cast<std::uint64_t>(value_count_));
    put_varint(out, static_cast<std::uint64_t>(moment_count_));
    return out;
}

}  // namespace picket
