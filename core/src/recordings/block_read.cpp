// Reads blocks: once with every check, as bytes may come from anyone, and then value by value
// without.
#include <algorithm>
#include <cmath>
#include <cstring>

#include "base/sha256.h"
#include "model/decode.h"
#include "picket/json_tree.h"
#include "picket/recording.h"
#include "recordings/block.h"
#include "recordings/cells.h"
#include "recordings/varint.h"
#include "text/say.h"

namespace picket {
namespace {

constexpr double kTens[] = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6};
constexpr std::size_t kNameBytesMax = 512;  // a metric, a dimension, an operator
constexpr std::size_t kListBytesMax = 64u << 10;
constexpr std::size_t kReportBytesMax = 1u << 20;

Refusal broken(const char* what, std::size_t at) {
    return refuse(
        ErrorCode::InvalidRequest,
        say("These bytes are no recording: {}, at byte {}. Import the file again.", what, at));
}

double number_at(const std::string& bytes, std::size_t& at, std::uint64_t code) {
    const auto form = static_cast<unsigned>(code & 7);
    if (form < 7) return static_cast<double>(unzigzag(code >> 3)) / kTens[form];
    std::uint64_t bits = 0;
    for (int i = 0; i < 8; ++i)
        bits |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[at++])) << (8 * i);
    double value = 0;
    std::memcpy(&value, &bits, sizeof value);
    return value;
}

// For bytes that have been checked.
std::uint64_t varint_at(const std::string& bytes, std::size_t& at) {
    std::uint64_t value = 0;
    for (unsigned shift = 0;; shift += 7) {
        const auto byte = static_cast<unsigned char>(bytes[at++]);
        value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
        if (byte < 0x80) return value;
    }
}

template <class T, class Less>
bool has_twins(const std::vector<T>& items, Less less) {
    std::vector<const T*> sorted;
    for (const T& item : items) sorted.push_back(&item);
    std::sort(sorted.begin(), sorted.end(),
              [&](const T* left, const T* right) { return less(*left, *right); });
    for (std::size_t i = 1; i < sorted.size(); ++i) {
        if (!less(*sorted[i - 1], *sorted[i])) return true;
    }
    return false;
}

}  // namespace

class BlockReader {
public:
    explicit BlockReader(std::string bytes) : data_(std::make_shared<Recording::Data>()) {
        data_->bytes = std::move(bytes);
        bytes_ = data_->bytes;
    }

    // `trusted` bytes were written a moment ago by BlockWriter: the values are not walked.
    Result<Recording> read(const KnownBlock* trusted = nullptr) {
        if (!bytes_.starts_with(kBlockMagic))
            return broken("they do not begin as one of this version does", 0);
        at_ = kBlockMagic.size();
        if (auto problem = read_names()) return problem;
        if (auto problem = read_report()) return problem;
        if (auto problem = trusted != nullptr ? trust(trusted->span) : read_moments())
            return problem;
        data_->name = trusted != nullptr ? trusted->name : sha256_hex(data_->bytes);
        Recording recording;
        recording.data_ = std::move(data_);
        return recording;
    }

private:
    bool count(std::uint64_t max, std::uint64_t& out) {
        return take_varint(bytes_, at_, out) && out <= max;
    }
    bool text(std::size_t max, std::string& out) {
        std::uint64_t size = 0;
        if (!count(max, size) || size == 0 || bytes_.size() - at_ < size) return false;
        out.assign(bytes_.substr(at_, size));
        at_ += size;
        return is_utf8(out);
    }

    Refusal read_names() {
        Recording::Data& data = *data_;
        std::uint64_t size = 0;
        if (!count(kRecordingThingsMax, size) || size == 0) return broken("no things", at_);
        for (std::uint64_t i = 0; i < size; ++i) {
            if (!text(kNameBytesMax, data.things.emplace_back()))
                return broken("the name of a thing", at_);
        }
        if (!count(kRecordingSeriesMax, size) || size == 0) return broken("no metrics", at_);
        for (std::uint64_t i = 0; i < size; ++i) {
            RecordedSeries& series = data.series.emplace_back();
            const auto kind = at_ < bytes_.size() ? static_cast<unsigned char>(bytes_[at_]) : 255u;
            if (kind >= EnumNames<ValueKind>::values.size()) return broken("a metric's kind", at_);
            series.kind = static_cast<ValueKind>(kind);
            ++at_;
            if (!text(kNameBytesMax, series.name)) return broken("the name of a metric", at_);
        }
        if (!count(kRecordingListsMax, size)) return broken("the count of lists", at_);
        for (std::uint64_t i = 0; i < size; ++i) {
            if (!text(kListBytesMax, data.lists.emplace_back())) return broken("a list", at_);
            const std::uint8_t kinds = list_kinds(data.lists.back());
            if (kinds == 0) return broken("a list that no metric can have", at_);
            list_kinds_.push_back(kinds);
        }
        const auto by_name = [](const RecordedSeries& left, const RecordedSeries& right) {
            return left.name < right.name;
        };
        if (has_twins(data.things, std::less<std::string>()) || has_twins(data.series, by_name))
            return broken("a name that is there twice", at_);
        return std::nullopt;
    }

    Refusal read_report() {
        std::string json;
        if (!text(kReportBytesMax, json)) return broken("the report", at_);
        const auto tree = read_json_strict(json);
        std::vector<std::string> warnings;
        if (!tree) return broken("the report", at_);
        if (decode(kShape<ReadReport>, &*tree, 0, {}, &data_->report, {}, warnings))
            return broken("the report", at_);
        return std::nullopt;
    }

    Refusal read_counts() {
        std::uint64_t values = 0, moments = 0;
        if (!count(kRecordingValuesMax, values) || values == 0 || !count(values, moments))
            return broken("the count of values", at_);
        data_->values = static_cast<std::int64_t>(values);
        data_->moments = static_cast<std::int64_t>(moments);
        data_->body = static_cast<std::int64_t>(at_);
        return std::nullopt;
    }

    Refusal trust(const BlockSpan& span) {
        data_->first = span.first;
        data_->last = span.last;
        return read_counts();
    }

    Refusal read_moments() {
        if (auto problem = read_counts()) return problem;
        const auto moments = static_cast<std::uint64_t>(data_->moments);
        auto left = static_cast<std::uint64_t>(data_->values);
        std::uint64_t time = 0;
        for (std::uint64_t i = 0; i < moments; ++i) {
            std::uint64_t step = 0, size = 0;
            const auto latest = static_cast<std::uint64_t>(kTimestampMax.ms);
            if (!count(latest - time, step) || step == 0) return broken("a time", at_);
            time += step;
            if (i == 0) data_->first = {static_cast<std::int64_t>(time)};
            if (!count(left, size) || size == 0) return broken("the size of a moment", at_);
            left -= size;
            if (auto problem = read_values(size)) return problem;
        }
        if (left != 0 || at_ != bytes_.size()) return broken("the end", at_);
        data_->last = {static_cast<std::int64_t>(time)};
        return std::nullopt;
    }

    Refusal read_values(std::uint64_t size) {
        const std::uint64_t series_count = data_->series.size();
        const std::uint64_t keys = data_->things.size() * series_count;
        std::uint64_t next = 0;  // one more than the last key
        for (std::uint64_t i = 0; i < size; ++i) {
            std::uint64_t step = 0, code = 0;
            if (!count(keys - next, step) || step == 0) return broken("the place of a value", at_);
            next += step;
            const ValueKind kind = data_->series[(next - 1) % series_count].kind;
            if (!take_varint(bytes_, at_, code)) return broken("a value", at_);
            if (is_list(kind)) {
                if (code >= list_kinds_.size() || (list_kinds_[code] & kind_bit(kind)) == 0)
                    return broken("a value that is a list", at_);
                continue;
            }
            if ((code & 7) == 7 && (code != 7 || bytes_.size() - at_ < 8))
                return broken("a number", at_);
            const double value = number_at(data_->bytes, at_, code);
            const bool fits = kind == ValueKind::Count ? value >= 0 && value <= kRecordedCountMax &&
                                                             std::floor(value) == value
                                                       : std::isfinite(value);
            if (!fits) return broken("a number that its metric cannot have", at_);
        }
        return std::nullopt;
    }

    std::shared_ptr<Recording::Data> data_;
    std::string_view bytes_;
    std::size_t at_ = 0;
    std::vector<std::uint8_t> list_kinds_;
};

Result<Recording> Recording::read(std::string bytes) {
    return BlockReader(std::move(bytes)).read();
}

Result<Recording> trusted_block(std::string bytes, const KnownBlock& known) {
    return BlockReader(std::move(bytes)).read(&known);
}

bool Recording::next_moment(Place& place) const {
    PICKET_ASSERT(place.left == 0);
    auto at = static_cast<std::size_t>(place.offset);
    if (at >= data_->bytes.size()) return false;
    place.time.ms += static_cast<std::int64_t>(varint_at(data_->bytes, at));
    place.left = static_cast<std::int64_t>(varint_at(data_->bytes, at));
    place.key = -1;
    place.offset = static_cast<std::int64_t>(at);
    return true;
}

RecordedValue Recording::next_value(Place& place) const {
    PICKET_ASSERT(place.left > 0);
    auto at = static_cast<std::size_t>(place.offset);
    place.key += static_cast<std::int64_t>(varint_at(data_->bytes, at));
    const auto series = static_cast<std::int64_t>(data_->series.size());
    RecordedValue value;
    value.thing = static_cast<std::uint32_t>(place.key / series);
    value.series = static_cast<std::uint32_t>(place.key % series);
    const std::uint64_t code = varint_at(data_->bytes, at);
    if (is_list(data_->series[value.series].kind)) {
        value.list = static_cast<std::uint32_t>(code);
    } else {
        value.number = number_at(data_->bytes, at, code);
    }
    place.offset = static_cast<std::int64_t>(at);
    --place.left;
    return value;
}

}  // namespace picket
