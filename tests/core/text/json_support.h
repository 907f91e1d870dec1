// What the tests and the fuzz target of the JSON readers share: random documents, trees compared,
// trees written back to text, and the facts that hold for every tree and every text.
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include "picket/json_tree.h"
#include "text/decimal.h"
#include "text/json_pieces.h"
#include "text/json_write.h"

namespace picket::test {

// splitmix64: the same documents on every machine.
class Dice {
public:
    explicit Dice(std::uint64_t seed) : state_(seed) {}
    std::uint64_t bits() {
        state_ += 0x9E3779B97F4A7C15u;
        std::uint64_t z = state_;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
        return z ^ (z >> 31);
    }
    std::uint32_t below(std::uint32_t bound) { return static_cast<std::uint32_t>(bits() % bound); }

private:
    std::uint64_t state_;
};

inline double double_of(std::uint64_t bits) {
    double value = 0;
    std::memcpy(&value, &bits, sizeof value);
    return value;
}

inline bool same_bits(double a, double b) { return std::memcmp(&a, &b, sizeof a) == 0; }

inline std::string random_string(Dice& dice) {
    static constexpr std::string_view kPieces[] = {"a",
                                                   "b",
                                                   "Z",
                                                   "0",
                                                   " ",
                                                   "\"",
                                                   "\\",
                                                   "/",
                                                   "\n",
                                                   "\t",
                                                   "\r",
                                                   "\b",
                                                   "\f",
                                                   "'",
                                                   "{",
                                                   "}",
                                                   "[",
                                                   "]",
                                                   ",",
                                                   ":",
                                                   "//",
                                                   "/*",
                                                   "\xC3\xA9",
                                                   "\xE2\x82\xAC",
                                                   "\xE2\x80\x9C",
                                                   "\xF0\x9F\x98\x80",
                                                   "\xEF\xBF\xBD",
                                                   "\xEF\xBB\xBF",
                                                   "\x7F",
                                                   "\x01",
                                                   "null",
                                                   "\\u0041"};
    std::string text;
    for (std::uint32_t n = dice.below(8); n > 0; --n) {
        text += kPieces[dice.below(sizeof kPieces / sizeof kPieces[0])];
    }
    if (dice.below(50) == 0) text.append(3000, 'x');
    if (dice.below(50) == 0) text += '\0';
    return text;
}

inline double random_double(Dice& dice) {
    static constexpr double kEdges[] = {0.0,
                                        -0.0,
                                        1.5,
                                        32.891999999999996,
                                        1e21,
                                        1e-7,
                                        5e-324,
                                        1.7976931348623157e308,
                                        9007199254740993.0,
                                        1e300};
    if (dice.below(2) == 0) return kEdges[dice.below(sizeof kEdges / sizeof kEdges[0])];
    const double value = double_of(dice.bits());
    return value - value == 0 ? value : 0.5;  // not NaN, not infinite
}

inline std::int64_t random_integer(Dice& dice) {
    static constexpr std::int64_t kEdges[] = {0, 1, -1, 300, INT64_MAX, INT64_MIN, 1LL << 53};
    if (dice.below(2) == 0) return kEdges[dice.below(sizeof kEdges / sizeof kEdges[0])];
    return static_cast<std::int64_t>(dice.bits() >> dice.below(64));
}

// One random value. Member names of an object differ by the number they start with.
inline void write_random(JsonWriter& out, Dice& dice, int depth) {
    const std::uint32_t kind = dice.below(depth > 0 ? 8 : 6);
    switch (kind) {
    case 0:
        return out.null();
    case 1:
        return out.boolean(dice.below(2) == 0);
    case 2:
        return out.integer(random_integer(dice));
    case 3:
        return out.number(random_double(dice));
    case 4:
    case 5:
        return out.string(random_string(dice));
    default:
        break;
    }
    const std::uint32_t children = dice.below(20) == 0 ? 30 : dice.below(5);
    kind == 6 ? out.begin_array() : out.begin_object();
    for (std::uint32_t i = 0; i < children; ++i) {
        if (kind == 7) out.key((i == 0 ? "" : std::to_string(i) + ":") + random_string(dice));
        write_random(out, dice, children > 10 ? 0 : depth - 1);
    }
    kind == 6 ? out.end_array() : out.end_object();
}

inline std::string random_document(std::uint64_t seed) {
    Dice dice(seed);
    std::string text;
    JsonWriter out(text, static_cast<int>(dice.below(3)) * 2);
    dice.below(2) == 0 ? out.begin_array() : out.begin_object();
    const bool object = text == "{";
    for (std::uint32_t i = 0, n = dice.below(6); i < n; ++i) {
        if (object) out.key("member " + std::to_string(i));
        write_random(out, dice, static_cast<int>(dice.below(6)));
    }
    object ? out.end_object() : out.end_array();
    return text;
}

// A text near a standard one: a few bytes taken out, put in, exchanged or repeated.
inline std::string mutated(std::string text, Dice& dice) {
    static constexpr std::string_view kInserts[] = {"{",
                                                    "}",
                                                    "[",
                                                    "]",
                                                    ",",
                                                    ":",
                                                    "\"",
                                                    "'",
                                                    "\\",
                                                    "0",
                                                    "1",
                                                    "-",
                                                    "+",
                                                    ".",
                                                    "e",
                                                    "E9",
                                                    "1e999",
                                                    "true",
                                                    "nul",
                                                    " ",
                                                    "\n",
                                                    "\t",
                                                    "//",
                                                    "/*",
                                                    "*/",
                                                    "\xE2\x80\x9C",
                                                    "\xE2\x80\x9D",
                                                    "\xFF",
                                                    "\xC3",
                                                    "\xED\xA0\x80",
                                                    "\\u12",
                                                    "\\ud800",
                                                    "\\udc00",
                                                    "\x01",
                                                    "\"a\":1,",
                                                    "<x>",
                                                    "${",
                                                    "|",
                                                    "...",
                                                    ";",
                                                    "=",
                                                    "\xC2\xA0",
                                                    "\xEF\xBB\xBF"};
    for (std::uint32_t n = 1 + dice.below(3); n > 0; --n) {
        const std::size_t at = dice.below(static_cast<std::uint32_t>(text.size()) + 1);
        const std::string_view piece = kInserts[dice.below(sizeof kInserts / sizeof kInserts[0])];
        switch (dice.below(5)) {
        case 0:
            text.insert(at, piece);
            break;
        case 1:
            text.erase(at, 1 + dice.below(3));
            break;
        case 2:
            text.replace(at, 1, piece);
            break;
        case 3:
            text.insert(at, text.substr(at, dice.below(12)));
            break;
        default:
            text.insert(at, 1, static_cast<char>(dice.below(256)));
            break;
        }
    }
    return text;
}

inline void write_tree(JsonWriter& out, const JsonTree& tree, std::uint32_t index) {
    const JsonNode& node = tree.node(index);
    switch (node.kind) {
    case JsonKind::Null:
        return out.null();
    case JsonKind::Bool:
        return out.boolean(node.boolean);
    case JsonKind::Integer:
        return node.text == "-0" ? out.number(node.number) : out.integer(node.integer);
    case JsonKind::Double:
        return out.number(node.number);
    case JsonKind::String:
        return out.string(node.text);
    default:
        break;
    }
    const bool object = node.kind == JsonKind::Object;
    object ? out.begin_object() : out.begin_array();
    for (std::uint32_t i = tree.first(index); i != tree.end(index); i = tree.node(i).next) {
        if (object) out.key(tree.node(i).key);
        write_tree(out, tree, i);
    }
    object ? out.end_object() : out.end_array();
}

inline std::string written(const JsonTree& tree, int indent = 0) {
    std::string text;
    JsonWriter out(text, indent);
    if (!tree.empty()) write_tree(out, tree, 0);
    return text;
}

// Everything but the places, which only one of the readers keeps. `literals`: numbers as written.
inline bool same_trees(const JsonTree& a, const JsonTree& b, bool literals = true) {
    if (a.size() != b.size()) return false;
    for (std::uint32_t i = 0; i < a.size(); ++i) {
        const JsonNode& x = a.node(i);
        const JsonNode& y = b.node(i);
        const bool number = x.kind == JsonKind::Integer || x.kind == JsonKind::Double;
        const bool both_numbers = number &&
                                  (y.kind == JsonKind::Integer || y.kind == JsonKind::Double);
        const bool same_kind = literals ? x.kind == y.kind && x.integer == y.integer
                                        : x.kind == y.kind || both_numbers;
        const bool same_text = x.text == y.text || (number && !literals);
        if (!same_kind || !same_text || x.boolean != y.boolean || !same_bits(x.number, y.number) ||
            x.key != y.key || x.parent != y.parent || x.next != y.next ||
            x.children != y.children) {
            return false;
        }
    }
    return true;
}

// Parents, siblings and counts describe one tree; spans lie inside the text and inside each other.
// Returns what is wrong, or nothing.
inline const char* wrong_tree(const JsonTree& tree, std::size_t text_bytes) {
    for (std::uint32_t i = 0; i < tree.size(); ++i) {
        const JsonNode& node = tree.node(i);
        const bool container = node.kind == JsonKind::Array || node.kind == JsonKind::Object;
        if (node.next <= i || node.next > tree.size()) return "next out of range";
        if (!container && (node.next != i + 1 || node.children != 0)) return "scalar with children";
        if (node.span.begin > node.span.end || node.span.end > text_bytes) return "span";
        if (node.key_span.begin > node.key_span.end || node.key_span.end > text_bytes) {
            return "key span";
        }
        std::uint32_t children = 0;
        for (std::uint32_t c = tree.first(i); c < tree.end(i); c = tree.node(c).next, ++children) {
            const JsonNode& child = tree.node(c);
            if (child.parent != i) return "parent";
            if (child.span.begin < node.span.begin || child.span.end > node.span.end) {
                return "child outside its parent";
            }
        }
        if (children != node.children) return "count of children";
        const bool number = node.kind == JsonKind::Integer || node.kind == JsonKind::Double;
        if (number && !is_json_number(node.text)) return "literal";
    }
    return tree.empty() || tree.end(0) == tree.size() ? nullptr : "root does not hold all";
}

// Read a few tokens at a time, a text is what it is in one go, and so is what is wrong with it.
inline bool same_in_pieces(std::string_view text, const Result<JsonTree>& strict) {
    JsonPieces pieces(text);
    while (!pieces.step(3)) {}
    const auto read = pieces.finish();
    if (!read || !strict) {
        return !read && !strict && read.error().message == strict.error().message &&
               read.error().path == strict.error().path &&
               read.error().line == strict.error().line &&
               read.error().column == strict.error().column;
    }
    return same_trees(read.value(), strict.value());
}

// All that must be true of one text and its readings. Returns what is not, or nothing.
inline const char* wrong_reading(std::string_view text) {
    const auto strict = read_json_strict(text);
    const TolerantJson tolerant = read_json_tolerant(text);
    if (!same_in_pieces(text, strict)) return "another reading in pieces";
    if (const char* wrong = wrong_tree(tolerant.tree, text.size())) return wrong;
    if (tolerant.problems.size() > kJsonProblemsMax) return "too many problems";
    std::uint32_t before = 0;
    for (const JsonProblem& problem : tolerant.problems) {
        if (problem.span.begin < before) return "problems out of order";
        if (problem.span.end < problem.span.begin) return "problem span backwards";
        if (problem.span.end > text.size()) return "problem outside the text";
        if (problem.message.empty()) return "problem without message";
        before = problem.span.begin;
    }
    if (static_cast<bool>(strict) != tolerant.problems.empty()) return "readers disagree";
    if (!strict) {
        const Error& error = strict.error();
        if (error.code != ErrorCode::InvalidRequest) return "error code";
        if (error.message != tolerant.problems.front().message) return "error message";
        if (error.line == 0 || error.column == 0) return "error without a place";
    } else if (!same_trees(strict.value(), tolerant.tree)) {
        return "trees differ";
    }
    // Whatever was repaired can be written; what is written is standard JSON, the same both ways.
    if (tolerant.tree.empty()) return nullptr;
    const std::string compact = written(tolerant.tree);
    const TolerantJson again = read_json_tolerant(compact);
    for (const JsonProblem& problem : again.problems) {
        if (problem.kind != JsonProblem::Kind::DuplicateKey) return "written text has problems";
    }
    if (!same_trees(tolerant.tree, again.tree, false)) return "written text reads differently";
    if (written(again.tree) != compact) return "written text is not stable";
    return nullptr;
}

}  // namespace picket::test
