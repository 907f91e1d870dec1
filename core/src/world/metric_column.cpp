// See metric_column.h. A value is a byte that says what it is, and what that needs:
//
//     0xxxxxxx          a count, as its difference from the count before it
//     10xxxxxx + 1, 110xxxxx + 2, 1110xxxx + 3 bytes        the same, farther away
//     kFar + 8 bytes    the same, as far as can be
//     kNumber + 8 bytes a number
//     kOther + length   a list, as an image has it
//     kStep + length of time, then a value that does not follow as soon as the one before it did
#include "world/metric_column.h"

#include <algorithm>
#include <cstring>

#include "world/image.h"

namespace picket {
namespace {

constexpr std::uint8_t kFar = 0xF0;
constexpr std::uint8_t kNumber = 0xF1;
constexpr std::uint8_t kOther = 0xF2;
constexpr std::uint8_t kStep = 0xF8;
constexpr int kShortBytesMax = 4;
// How much room is made at once: texts double by themselves, which is a third too much.
constexpr std::size_t kRoom = 24;

// Differences wrap around, so that any two counts have one.
std::uint64_t folded(std::int64_t to, std::int64_t from) {
    const std::uint64_t by = static_cast<std::uint64_t>(to) - static_cast<std::uint64_t>(from);
    return (by << 1) ^ (by >> 63 != 0 ? ~std::uint64_t{0} : 0);
}
std::int64_t unfolded(std::uint64_t bits, std::int64_t from) {
    const std::uint64_t by = (bits >> 1) ^ ((bits & 1) != 0 ? ~std::uint64_t{0} : 0);
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(from) + by);
}

void append_bits(std::uint64_t bits, int bytes, std::string& out) {
    for (int i = bytes; i-- > 0;) out += static_cast<char>(bits >> (8 * i));
}

// The first byte of a difference that takes so many: its leading ones tell how many follow.
constexpr std::uint8_t first_byte(int bytes) {
    return static_cast<std::uint8_t>(0xFF00 >> (bytes - 1));
}

void append_count(std::uint64_t bits, std::string& out) {
    for (int bytes = 1; bytes <= kShortBytesMax; ++bytes) {
        if (bits >> (7 * bytes) != 0) continue;
        append_bits(bits | std::uint64_t{first_byte(bytes)} << (8 * (bytes - 1)), bytes, out);
        return;
    }
    out += static_cast<char>(kFar);
    append_bits(bits, 8, out);
}

bool single(const MetricValue& value) {
    return !value.cidrs && !value.ports && !value.numbers && !value.strings &&
           value.count.has_value() != value.number.has_value();
}

void append_value(Timestamp start, Timestamp time, const MetricValue& value, MetricColumn& column) {
    std::string& out = column.bytes;
    if (out.capacity() - out.size() < kRoom) out.reserve(out.size() + kRoom + out.size() / 8);
    const std::int64_t step = time - (out.empty() ? start : column.last);
    if (step != column.step) {
        out += static_cast<char>(kStep);
        append_number(static_cast<std::uint64_t>(step), out);
    }
    column.step = step;
    column.last = time;
    if (single(value) && value.count) {
        append_count(folded(*value.count, column.count), out);
        column.count = *value.count;
    } else if (single(value)) {
        std::uint64_t bits = 0;
        std::memcpy(&bits, &*value.number, sizeof bits);
        out += static_cast<char>(kNumber);
        append_bits(bits, 8, out);
    } else {
        std::string image;
        append_image(kShape<MetricValue>, &value, image);
        out += static_cast<char>(kOther);
        append_text(image, out);
    }
}

// An image may hold anything: what does not read ends the column.
class Reader {
public:
    Reader(Timestamp start, const MetricColumn& column) : rest_(column.bytes), time_(start) {}

    bool next(MetricPoint& point) {
        if (rest_.empty()) return false;
        if (first() == kStep) {
            rest_.remove_prefix(1);
            ImageReader reader(rest_);
            std::uint64_t step = 0;
            if (!reader.number(step)) return false;
            rest_ = reader.rest();
            step_ = static_cast<std::int64_t>(step);
        }
        // An image may hold steps that lead beyond all time: they wrap around, as differences do.
        time_.ms = static_cast<std::int64_t>(static_cast<std::uint64_t>(time_.ms) +
                                             static_cast<std::uint64_t>(step_));
        point = {time_, {}};
        return !rest_.empty() && value(point.value);
    }

private:
    std::uint8_t first() const { return static_cast<std::uint8_t>(rest_[0]); }

    bool bits(std::size_t bytes, std::uint64_t& out) {
        if (rest_.size() < bytes) return false;
        out = 0;
        for (std::size_t i = 0; i < bytes; ++i)
            out = out << 8 | static_cast<std::uint8_t>(rest_[i]);
        rest_.remove_prefix(bytes);
        return true;
    }

    bool value(MetricValue& out) {
        const std::uint8_t kind = first();
        std::uint64_t number = 0;
        if (kind < kFar) {
            int bytes = 1;
            while (bytes < kShortBytesMax && kind >= first_byte(bytes + 1)) ++bytes;
            if (!bits(static_cast<std::size_t>(bytes), number)) return false;
            number &= (std::uint64_t{1} << (7 * bytes)) - 1;
            out.count = count_ = unfolded(number, count_);
            return true;
        }
        rest_.remove_prefix(1);
        if (kind == kFar) {
            if (!bits(8, number)) return false;
            out.count = count_ = unfolded(number, count_);
            return true;
        }
        if (kind == kNumber) {
            if (!bits(8, number)) return false;
            std::memcpy(&out.number.emplace(), &number, sizeof number);
            return true;
        }
        ImageReader reader(rest_);
        std::string image;
        if (kind != kOther || !reader.text(image)) return false;
        rest_ = reader.rest();
        ImageReader inside(image);
        return inside.value(kShape<MetricValue>, &out) && inside.at_end();
    }

    std::string_view rest_;
    Timestamp time_;
    std::int64_t step_ = 0;
    std::int64_t count_ = 0;
};

}  // namespace

Timestamp column_start(Timestamp time) {
    const std::int64_t over = time.ms % kColumnMs;
    return {time.ms - over - (over < 0 ? kColumnMs : 0)};
}

void put_value(Timestamp start, Timestamp time, const MetricValue& value, MetricColumn& column) {
    if (column.bytes.empty() || time > column.last) return append_value(start, time, value, column);
    std::vector<MetricPoint> points = values_of(start, column);
    const auto at = std::lower_bound(
        points.begin(), points.end(), time,
        [](const MetricPoint& point, Timestamp moment) { return point.time < moment; });
    if (at != points.end() && at->time == time) {
        at->value = value;
    } else {
        points.insert(at, {time, value});
    }
    column = {};
    for (const MetricPoint& point : points) append_value(start, point.time, point.value, column);
}

std::vector<MetricPoint> values_of(Timestamp start, const MetricColumn& column) {
    std::vector<MetricPoint> points;
    Reader reader(start, column);
    for (MetricPoint point; reader.next(point);) points.push_back(std::move(point));
    return points;
}

}  // namespace picket
