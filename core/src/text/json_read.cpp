// The strict reader: nlohmann's SAX parser feeds the tree and says yes or no. When it says no, the
// tolerant reader, which finds a problem exactly where this one refuses, says what, where and why;
// so both describe one mistake in the same words, and good text never pays for good messages.
#include <array>
#include <charconv>
#include <cstring>
#include <string>

#include <nlohmann/json.hpp>

#include "picket/json_tree.h"
#include "text/decimal.h"
#include "text/json_builder.h"
#include "text/json_pieces.h"
#include "text/json_tolerant_reader.h"

namespace picket {
namespace {

constexpr std::size_t kErrorPathMax = 500;

class StrictHandler {
public:
    StrictHandler(std::size_t text_bytes, std::uint32_t nodes_max)
        : builder_(text_bytes, nodes_max) {}
    JsonTree take() { return builder_.take(); }

    bool null() {
        if (builder_.full()) return false;
        builder_.add(JsonKind::Null);
        return true;
    }
    bool boolean(bool value) {
        if (builder_.full()) return false;
        builder_.add(JsonKind::Bool).boolean = value;
        return true;
    }
    bool number_integer(std::int64_t value) {
        if (builder_.full()) return false;
        // Positive numbers come as unsigned, so a zero here was written with a minus sign.
        builder_.add_integer(value, value == 0 ? "-0" : literal(value));
        return true;
    }
    bool number_unsigned(std::uint64_t value) {
        if (builder_.full()) return false;
        if (value > static_cast<std::uint64_t>(INT64_MAX)) {
            builder_.add_double(static_cast<double>(value), literal(value));
        } else {
            builder_.add_integer(static_cast<std::int64_t>(value), literal(value));
        }
        return true;
    }
    bool number_float(double, const std::string& text) {
        if (builder_.full()) return false;
        const auto value = parse_double(text);
        if (!value) return false;
        builder_.add_double(*value, text);
        return true;
    }
    bool string(const std::string& text) {
        if (builder_.full()) return false;
        builder_.add_string(text);
        return true;
    }
    bool key(const std::string& name) {
        builder_.key(name);
        return true;
    }
    bool start_object(std::size_t) { return open(JsonKind::Object); }
    bool start_array(std::size_t) { return open(JsonKind::Array); }
    bool end_object() {
        const std::uint32_t object = builder_.container(builder_.depth() - 1);
        builder_.close();
        builder_.find_duplicates(object, duplicates_);
        return duplicates_.empty();
    }
    bool end_array() {
        builder_.close();
        return true;
    }

    // The rest of nlohmann's interface.
    bool binary(nlohmann::json::binary_t&) { return false; }
    bool parse_error(std::size_t position, const std::string&, const nlohmann::json::exception&) {
        position_ = position;
        return false;
    }
    std::size_t position() const { return position_; }

private:
    bool open(JsonKind kind) {
        if (builder_.full() || builder_.depth() == kJsonDepthMax) return false;
        builder_.open(kind);
        return true;
    }
    // Integers come without their text; JSON has only one way to write each, -0 apart.
    template <class T>
    std::string_view literal(T value) {
        const auto end = std::to_chars(digits_.data(), digits_.data() + digits_.size(), value);
        return {digits_.data(), static_cast<std::size_t>(end.ptr - digits_.data())};
    }

    JsonBuilder builder_;
    std::vector<std::uint32_t> duplicates_;
    std::array<char, 24> digits_{};
    std::size_t position_ = 0;
};

// The path of the innermost value or member name that holds the offset.
std::string path_at(const JsonTree& tree, std::uint32_t offset) {
    const std::uint32_t node = tree.node_at(offset);
    if (node == JsonTree::kNone) return {};
    std::string path = tree.path_of(node);
    if (tree.node(node).kind != JsonKind::Object) return path;
    for (std::uint32_t i = tree.first(node); i != tree.end(node); i = tree.node(i).next) {
        const Span name = tree.node(i).key_span;
        if (name.begin > offset || offset >= name.end) continue;
        append_path_key(path, tree.node(i).key);
        break;
    }
    return path;
}

Error explain(std::string_view text, const TolerantJson& tolerant, std::size_t parser_position) {
    Error error;
    error.code = ErrorCode::InvalidRequest;
    std::uint32_t offset = 0;
    if (tolerant.problems.empty()) {
        // The readers disagree, which is our bug; the caller still gets a place to look at.
        offset = static_cast<std::uint32_t>(parser_position > 0 ? parser_position - 1 : 0);
        error.message = "The text is not standard JSON from here on. Check it against RFC 8259.";
    } else {
        offset = tolerant.problems.front().span.begin;
        error.message = tolerant.problems.front().message;
        error.path = path_at(tolerant.tree, offset);
        if (error.path.size() > kErrorPathMax) error.path.clear();
    }
    const LineColumn place = line_column(text, offset);
    error.line = place.line;
    error.column = place.column;
    return error;
}

}  // namespace

Result<JsonTree> read_json_strict(std::string_view text, JsonLimits limits) {
    if (text.size() > limits.bytes) return explain(text, read_json_tolerant(text, limits), 0);
    // To the parser a zero byte is the end of the text, with anything behind it.
    if (text.empty() || std::memchr(text.data(), 0, text.size()) != nullptr) {
        return explain(text, read_json_tolerant(text, limits), 0);
    }
    StrictHandler handler(text.size(), limits.nodes);
    const char* end = text.data() + text.size();
    if (!nlohmann::json::sax_parse(text.data(), end, &handler)) {
        return explain(text, read_json_tolerant(text, limits), handler.position());
    }
    return handler.take();
}

JsonPieces::JsonPieces(std::string_view text, JsonLimits limits) : text_(text), limits_(limits) {
    if (text.size() <= limits.bytes) reader_ = std::make_unique<TolerantReader>(text, limits.nodes);
}
JsonPieces::~JsonPieces() = default;

bool JsonPieces::step(std::int64_t tokens) { return !reader_ || reader_->step(tokens); }

Result<JsonTree> JsonPieces::finish() {
    TolerantJson read = reader_ ? reader_->take() : read_json_tolerant(text_, limits_);
    if (!read.problems.empty()) return explain(text_, read, 0);
    return std::move(read.tree);
}

}  // namespace picket
