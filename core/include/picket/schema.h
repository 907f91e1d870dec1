// The one description of every shape: what a value looks like in memory, on the wire and to a
// reader.
//
// A ShapeInfo row is constant data (built by picket/shape.h). Every visitor - decode and validate,
// encode, image, hash, diff, JSON schema, TypeScript types, documentation, forms, completion,
// random generation - is one plain function over it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "picket/result.h"

namespace picket {

enum class Kind : std::uint8_t {
    Bool,       // bool
    Integer,    // std::int64_t
    Double,     // double
    String,     // std::string
    Time,       // Timestamp; epoch seconds in bodies, ISO 8601 or epoch seconds in queries
    Enum,       // enum class with std::uint8_t underneath and EnumNames
    List,       // std::vector<T>
    Map,        // StringMap<T>
    Structure,  // struct with a Shape
    Document,   // JsonText: any JSON, kept as compact text
};

// Where a member travels in an HTTP request or response.
// Payload: over HTTP the member is the whole body.
enum class In : std::uint8_t { Body, Uri, Query, Header, Payload };

enum class Pattern : std::uint8_t {
    Any,
#define PICKET_PATTERN(id, service, schema, letters, test) id,
#include "picket/patterns.def"
#undef PICKET_PATTERN
};
std::string_view pattern_text(Pattern pattern);  // the regular expression as the service prints it;
                                                 // empty for Any
bool pattern_matches(Pattern pattern, std::string_view text);

struct Rule {
    static constexpr std::int64_t kNoMin = std::numeric_limits<std::int64_t>::min();
    static constexpr std::int64_t kNoMax = std::numeric_limits<std::int64_t>::max();

    bool required = false;
    In in = In::Body;
    std::string_view wire = {};  // name in the URI, query or header when it is not the member's
                                 // name
    std::int64_t min = kNoMin;   // length of strings (in code points), lists and maps; value of
                                 // integers
    std::int64_t max = kNoMax;
    Pattern pattern = Pattern::Any;
    const Rule* element = nullptr;                  // for each list element or map value
    const Rule* key = nullptr;                      // for each map key
    std::span<const std::string_view> one_of = {};  // a text, mostly a map key, that is an
                                                    // enumerator
    bool in_own_words = false;       // the handler judges the limits, in a sentence of its own
    bool idempotency_token = false;  // callers that act as a client fill it in when it is absent
    bool blob = false;  // with In::Payload: over HTTP any bytes, which become base64 unless they
                        // are a JSON object
    bool deprecated = false;
    bool prose = false;   // a sentence for readers, no part of what a World is
    bool packed = false;  // bytes that nobody reads; TableInfo::row_json unpacks them
    std::string_view doc = {};
};

// How to make and drop a value whose type is known only by its description.
struct ValueOps {
    std::uint32_t size;
    std::uint32_t align;
    void (*construct)(void* at);
    void (*destroy)(void* at);
};
struct OptionalOps {
    const void* (*get)(const void* optional);  // nullptr when absent
    void* (*emplace)(void* optional);
    void (*reset)(void* optional);
};
struct ListOps {
    std::size_t (*size)(const void* list);
    const void* (*at)(const void* list, std::size_t index);
    void* (*append)(void* list);
    void (*clear)(void* list);
};
struct MapOps {
    std::size_t (*size)(const void* map);
    const std::string& (*key_at)(const void* map, std::size_t index);  // in key order
    const void* (*value_at)(const void* map, std::size_t index);
    void* (*insert)(void* map, std::string key);  // the value stored under the key, made when
                                                  // absent
    void (*clear)(void* map);
};

struct ShapeInfo;

struct MemberInfo {
    std::string_view name;  // wire name in JSON
    const ShapeInfo* shape;
    std::uint32_t offset;
    const OptionalOps* optional;  // nullptr: always present
    Rule rule;

    // The member's value inside `structure`; nullptr when it is an absent optional.
    const void* get(const void* structure) const {
        const void* at = static_cast<const char*>(structure) + offset;
        return optional != nullptr ? optional->get(at) : at;
    }
    void* make(void* structure) const {
        void* at = static_cast<char*>(structure) + offset;
        return optional != nullptr ? optional->emplace(at) : at;
    }
    std::string_view wire_name() const { return rule.wire.empty() ? name : rule.wire; }
};

struct ShapeInfo {
    std::string_view name;  // the service's shape name: "MitigationActionParams"; "String",
                            // "Integer" for plain kinds
    Kind kind;
    const ValueOps* ops;
    std::string_view doc = {};
    std::span<const MemberInfo> members = {};            // Structure
    const ShapeInfo* element = nullptr;                  // List, Map
    const ListOps* list = nullptr;                       // List
    const MapOps* map = nullptr;                         // Map
    std::span<const std::string_view> enumerators = {};  // Enum, in value order
    bool exactly_one = false;  // Structure: a union, exactly one member is present

    const MemberInfo* find(std::string_view member_name) const;
};

}  // namespace picket
