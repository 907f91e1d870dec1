// A JSON document as a flat list of nodes with their places in the text: the one form in which text
// enters the core, and what editors and forms see of it.
//
// Two readers make it. read_json_strict is what API calls use: standard JSON, no duplicate keys,
// depth and size bounded. read_json_tolerant is what the checker and the editor use: it never gives
// up, keeps spans and comments, repairs trailing commas, missing commas, curly quotes, unquoted
// words, stray brackets, and reports each repair as a problem.
//
// Both accept one byte order mark at the start (RFC 8259 lets readers ignore it).
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "picket/result.h"

namespace picket {

inline constexpr std::uint32_t kJsonDepthMax = 64;
inline constexpr std::size_t kJsonBytesMax = 16u << 20;
inline constexpr std::uint32_t kJsonNodesMax = 2'000'000;

// What a reader takes. Requests and documents have the limits above; a session file holds all
// requests of its journal, so it may be larger.
struct JsonLimits {
    std::size_t bytes = kJsonBytesMax;
    std::uint32_t nodes = kJsonNodesMax;
};
inline constexpr JsonLimits kSessionLimits = {256u << 20, 40'000'000};

enum class JsonKind : std::uint8_t { Null, Bool, Integer, Double, String, Array, Object };

struct Span {
    std::uint32_t begin = 0;  // byte offsets into the text, half open; 0,0 where no places are kept
    std::uint32_t end = 0;
};

struct JsonNode {
    JsonKind kind = JsonKind::Null;
    bool boolean = false;
    std::uint32_t parent = 0;    // the root is its own parent
    std::uint32_t next = 0;      // index after this node's subtree: the next sibling, if any
    std::uint32_t children = 0;  // direct children of an Array or Object
    std::int64_t integer = 0;    // Integer
    double number = 0;           // Integer and Double
    std::string_view key;        // decoded member name; empty inside arrays
    std::string_view text;       // String: decoded UTF-8; numbers: the literal
    Span span, key_span;
};

struct JsonProblem {
    enum class Kind : std::uint8_t {
        Syntax,
        TrailingComma,
        MissingComma,
        MissingColon,
        MissingClose,
        StrayClose,
        CurlyQuote,
        SingleQuote,
        UnquotedWord,
        Comment,
        DuplicateKey,
        BadNumber,
        BadEscape,
        ControlCharacter,
        BadUtf8,
        TooDeep,
        TooLarge,
        Empty
    };
    Kind kind = Kind::Syntax;
    Span span;
    std::string message;  // a full sentence that says what is wrong and what to do
};

struct LineColumn {
    std::uint32_t line = 1;    // 1-based
    std::uint32_t column = 1;  // 1-based, in Unicode code points
};
LineColumn line_column(std::string_view text, std::uint32_t offset);

// Decoded strings live in the tree's own storage; number literals too, so a tree outlives its text.
class JsonTree {
public:
    bool empty() const { return nodes_.empty(); }
    const JsonNode& node(std::uint32_t index) const { return nodes_[index]; }
    std::uint32_t size() const { return static_cast<std::uint32_t>(nodes_.size()); }

    // Children of an array or object: for (auto c = first(i); c != end(i); c = node(c).next)
    std::uint32_t first(std::uint32_t index) const { return index + 1; }
    std::uint32_t end(std::uint32_t index) const { return nodes_[index].next; }

    static constexpr std::uint32_t kNone = UINT32_MAX;
    // Last of equal keys; kNone when absent.
    std::uint32_t find(std::uint32_t object, std::string_view key) const;
    // "behaviors[0].criteria.value" -> node, or kNone; "" is the root.
    std::uint32_t resolve(std::string_view path) const;
    // Innermost node whose span holds the offset, or kNone.
    std::uint32_t node_at(std::uint32_t offset) const;
    // The inverse of resolve; of equal keys only the last has a path of its own.
    std::string path_of(std::uint32_t index) const;

private:
    friend class JsonBuilder;
    std::vector<JsonNode> nodes_;
    std::vector<std::unique_ptr<char[]>> storage_;
};

// The first mistake is an Error{InvalidRequest} with line and column and a message that says what
// to do. Nodes carry no spans: who needs the place of a path asks the tolerant reader.
Result<JsonTree> read_json_strict(std::string_view text, JsonLimits limits = {});

// Adds ".key", or "key" to an empty path, or ["key"] with JSON escapes for a key that is empty or
// holds one of . [ ] " or a control character: the one spelling of paths, shared with error paths.
void append_path_key(std::string& path, std::string_view key);
void append_path_index(std::string& path, std::size_t index);

inline constexpr std::size_t kJsonProblemsMax = 1000;

struct TolerantJson {
    JsonTree tree;                      // empty when the text holds no value or is too large
    std::vector<JsonProblem> problems;  // in text order, the first kJsonProblemsMax of them;
                                        // empty: read_json_strict accepts the text
};
TolerantJson read_json_tolerant(std::string_view text, JsonLimits limits = {});

}  // namespace picket
