// See cbor_read.h.
#include "text/cbor_read.h"

#include <cmath>
#include <cstring>
#include <string>
#include <vector>

#include "text/json_builder.h"
#include "text/say.h"
#include "text/utf8.h"

namespace picket {
namespace {

enum Major : std::uint8_t { Unsigned, Negative, Bytes, Text, Array, Map, Tag, Simple };
constexpr std::uint8_t kUnknownLength = 31;
constexpr std::uint8_t kBreak = 0xFF;
constexpr std::uint8_t kFalse = 20;
constexpr std::uint8_t kTrue = 21;
constexpr std::uint8_t kNull = 22;
constexpr std::uint8_t kHalf = 25;
constexpr std::uint8_t kSingle = 26;
constexpr std::uint8_t kDouble = 27;

bool is_utf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const Utf8Step step = utf8_step(text, at);
        if (!step.valid) return false;
        at += step.length;
    }
    return true;
}

double half_float(std::uint64_t bits) {
    const auto exponent = static_cast<int>(bits >> 10 & 0x1F);
    const auto fraction = static_cast<double>(bits & 0x3FF);
    double value = 0;
    if (exponent == 31) {
        value = fraction == 0 ? INFINITY : NAN;
    } else if (exponent == 0) {
        value = std::ldexp(fraction, -24);
    } else {
        value = std::ldexp(fraction + 1024, exponent - 25);
    }
    return (bits & 0x8000) != 0 ? -value : value;
}

class Reader {
public:
    explicit Reader(std::string_view bytes) : bytes_(bytes), builder_(bytes.size()) {}

    Result<JsonTree> read() {
        if (bytes_.size() > kJsonBytesMax) return malformed("is larger than is read");
        if (!value()) return malformed(problem_);
        if (at_ != bytes_.size()) return malformed("there are bytes behind the value");
        return builder_.take();
    }

private:
    struct Head {
        std::uint8_t major = 0;
        std::uint8_t info = 0;
        std::uint64_t argument = 0;
    };

    Refusal malformed(const std::string& what) const {
        return refuse(ErrorCode::InvalidRequest,
                      say("The CBOR is malformed at byte {}: {}.", at_, what));
    }
    bool fail(std::string_view problem) {
        if (problem_.empty()) problem_ = problem;
        return false;
    }
    bool head(Head& out) {
        if (at_ == bytes_.size()) return fail("it ends too early");
        const auto first = static_cast<std::uint8_t>(bytes_[at_]);
        out.major = first >> 5;
        out.info = first & 0x1F;
        ++at_;
        if (out.info < 24) {
            out.argument = out.info;
            return true;
        }
        if (out.info == kUnknownLength) return true;
        if (out.info > kDouble) return fail("the first byte of a value is reserved");
        const std::size_t size = std::size_t{1} << (out.info - 24);
        if (bytes_.size() - at_ < size) return fail("it ends too early");
        for (std::size_t i = 0; i < size; ++i)
            out.argument = out.argument << 8 | static_cast<std::uint8_t>(bytes_[at_++]);
        return true;
    }
    bool at_break() {
        if (at_ == bytes_.size() || static_cast<std::uint8_t>(bytes_[at_]) != kBreak) return false;
        ++at_;
        return true;
    }
    bool piece(std::uint64_t length, std::string& out) {
        if (bytes_.size() - at_ < length) return fail("a text ends too early");
        out.append(bytes_, at_, static_cast<std::size_t>(length));
        at_ += static_cast<std::size_t>(length);
        return true;
    }
    bool text(const Head& start, std::string& out) {
        if (start.info != kUnknownLength) {
            if (!piece(start.argument, out)) return false;
        } else {
            while (!at_break()) {
                Head part;
                if (!head(part)) return false;
                if (part.major != Text || part.info == kUnknownLength)
                    return fail("a piece of a text is no text");
                if (!piece(part.argument, out)) return false;
            }
        }
        return is_utf8(out) || fail("a text is not UTF-8");
    }
    bool key() {
        Head start;
        if (!head(start)) return false;
        if (start.major != Text) return fail("a key of a map is no text");
        std::string name;
        if (!text(start, name)) return false;
        builder_.key(name);
        return true;
    }
    bool container(const Head& start, JsonKind kind) {
        if (builder_.depth() + 1 >= kJsonDepthMax) return fail("it is nested too deep");
        const bool known = start.info != kUnknownLength;
        // Each value takes a byte at least, so a length beyond the input is a lie.
        if (known && start.argument > bytes_.size() - at_) return fail("it ends too early");
        const std::uint32_t node = builder_.size();
        builder_.open(kind);
        for (std::uint64_t i = 0; known ? i < start.argument : !at_break(); ++i) {
            if (kind == JsonKind::Object && !key()) return false;
            if (!value()) return false;
        }
        builder_.close();
        if (kind != JsonKind::Object) return true;
        std::vector<std::uint32_t> doubles;
        builder_.find_duplicates(node, doubles);
        return doubles.empty() || fail("a key of a map comes twice");
    }
    bool integer(const Head& start) {
        if (start.info == kUnknownLength || start.argument > INT64_MAX)
            return fail("an integer does not fit 64 bits");
        auto value = static_cast<std::int64_t>(start.argument);
        if (start.major == Negative) value = -1 - value;
        builder_.add_integer(value, std::to_string(value));
        return true;
    }
    bool number(double value) {
        if (!std::isfinite(value)) return fail("a number is not finite");
        builder_.add_double(value, {});
        return true;
    }
    bool simple(const Head& start) {
        double value = 0;
        switch (start.info) {
        case kFalse:
        case kTrue:
            builder_.add(JsonKind::Bool).boolean = start.info == kTrue;
            return true;
        case kNull:
            builder_.add(JsonKind::Null);
            return true;
        case kHalf:
            return number(half_float(start.argument));
        case kSingle: {
            const auto bits = static_cast<std::uint32_t>(start.argument);
            float narrow = 0;
            std::memcpy(&narrow, &bits, sizeof narrow);
            return number(static_cast<double>(narrow));
        }
        case kDouble:
            std::memcpy(&value, &start.argument, sizeof value);
            return number(value);
        default:
            return fail("a simple value other than false, true and null");
        }
    }
    bool value() {
        if (builder_.full()) return fail("it has too many values");
        Head start;
        if (!head(start)) return false;
        switch (start.major) {
        case Unsigned:
        case Negative:
            return integer(start);
        case Text: {
            std::string content;
            if (!text(start, content)) return false;
            builder_.add_string(content);
            return true;
        }
        case Array:
            return container(start, JsonKind::Array);
        case Map:
            return container(start, JsonKind::Object);
        case Simple:
            return simple(start);
        default:
            return fail(start.major == Bytes ? "byte strings are not taken" : "tags are not taken");
        }
    }

    std::string_view bytes_;
    std::size_t at_ = 0;
    JsonBuilder builder_;
    std::string problem_;
};

}  // namespace

Result<JsonTree> read_cbor(std::string_view bytes) { return Reader(bytes).read(); }

}  // namespace picket
