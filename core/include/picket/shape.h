// Builds ShapeInfo rows from C++ types. A struct is described once, beside its definition:
//
//     struct Point { std::int64_t x = 0; std::optional<std::string> label; };
//     template <> struct Shape<Point> {
//         using S = Point;
//         static constexpr std::string_view name = "Point";
//         static constexpr MemberInfo members[] = {
//             member("x", PICKET_FIELD(S, x), {.required = true, .doc = "Steps to the right."}),
//             member("label", PICKET_FIELD(S, label), {.max = 20, .doc = "What to call it."}),
//         };
//     };
//
// Optional statics: `doc`, and `exactly_one = true` for a union. Everything here is constant data:
// nothing runs at start-up.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <new>
#include <type_traits>
#include <vector>

#include "picket/schema.h"
#include "picket/time.h"

// offsetof is the only way to a member's place that is a constant expression, and it exists only as
// a macro.
#define PICKET_FIELD(Type, field)                                                                  \
    ::picket::Field<decltype(Type::field)> { offsetof(Type, field) }

namespace picket {

// Any JSON value, kept as compact text.
struct JsonText {
    std::string text = "null";
    bool operator==(const JsonText&) const = default;
};

// A small ordered map from text, as JSON objects with free keys are: a sorted vector, so that every
// build iterates alike.
template <class T>
class StringMap {
public:
    using Item = std::pair<std::string, T>;
    std::size_t size() const { return items_.size(); }
    bool empty() const { return items_.empty(); }
    auto begin() const { return items_.begin(); }
    auto end() const { return items_.end(); }
    const Item& item(std::size_t index) const { return items_[index]; }
    const T* find(std::string_view key) const {
        auto at = place(key);
        return at != items_.end() && at->first == key ? &at->second : nullptr;
    }
    T& operator[](std::string key) {
        auto at = items_.begin() + (place(key) - items_.begin());
        if (at == items_.end() || at->first != key) at = items_.insert(at, {std::move(key), T{}});
        return at->second;
    }
    bool erase(std::string_view key) {
        auto at = place(key);
        if (at == items_.end() || at->first != key) return false;
        items_.erase(at);
        return true;
    }
    void clear() { items_.clear(); }
    bool operator==(const StringMap&) const = default;

private:
    auto place(std::string_view key) const {
        return std::lower_bound(
            items_.begin(), items_.end(), key,
            [](const Item& item, std::string_view k) { return item.first < k; });
    }
    std::vector<Item> items_;
};

template <class T>
struct Shape;  // specialised beside each struct
template <class E>
struct EnumNames;  // specialised beside each enum: `name`, `values` (array of string_view in value
                   // order)

template <class M>
struct Field {
    std::size_t offset;
};

namespace detail {

template <class T>
inline constexpr ValueOps kValueOps = {
    sizeof(T),
    alignof(T),
    [](void* at) { ::new (at) T(); },
    [](void* at) { static_cast<T*>(at)->~T(); },
};

template <class T>
inline constexpr OptionalOps kOptionalOps = {
    [](const void* at) -> const void* {
        const auto& value = *static_cast<const std::optional<T>*>(at);
        return value ? &*value : nullptr;
    },
    [](void* at) -> void* { return &static_cast<std::optional<T>*>(at)->emplace(); },
    [](void* at) { static_cast<std::optional<T>*>(at)->reset(); },
};

template <class T>
inline constexpr ListOps kListOps = {
    [](const void* at) { return static_cast<const std::vector<T>*>(at)->size(); },
    [](const void* at, std::size_t i) -> const void* {
        return &(*static_cast<const std::vector<T>*>(at))[i];
    },
    [](void* at) -> void* { return &static_cast<std::vector<T>*>(at)->emplace_back(); },
    [](void* at) { static_cast<std::vector<T>*>(at)->clear(); },
};

template <class T>
inline constexpr MapOps kMapOps = {
    [](const void* at) { return static_cast<const StringMap<T>*>(at)->size(); },
    [](const void* at, std::size_t i) -> const std::string& {
        return static_cast<const StringMap<T>*>(at)->item(i).first;
    },
    [](const void* at, std::size_t i) -> const void* {
        return &static_cast<const StringMap<T>*>(at)->item(i).second;
    },
    [](void* at, std::string key) -> void* {
        return &(*static_cast<StringMap<T>*>(at))[std::move(key)];
    },
    [](void* at) { static_cast<StringMap<T>*>(at)->clear(); },
};

template <class T>
struct Unwrap {  // std::optional<T> -> T
    using type = T;
    static constexpr const OptionalOps* optional = nullptr;
};
template <class T>
struct Unwrap<std::optional<T>> {
    using type = T;
    static constexpr const OptionalOps* optional = &kOptionalOps<T>;
};

template <class T>
struct Build {  // enums and structures; plain kinds are specialised below
    static constexpr ShapeInfo make() {
        if constexpr (std::is_enum_v<T>) {
            static_assert(std::is_same_v<std::underlying_type_t<T>, std::uint8_t>);
            return {.name = EnumNames<T>::name,
                    .kind = Kind::Enum,
                    .ops = &kValueOps<T>,
                    .enumerators = EnumNames<T>::values};
        } else {
            ShapeInfo info = {.name = Shape<T>::name,
                              .kind = Kind::Structure,
                              .ops = &kValueOps<T>,
                              .members = Shape<T>::members};
            if constexpr (requires { Shape<T>::doc; }) info.doc = Shape<T>::doc;
            if constexpr (requires { Shape<T>::exactly_one; })
                info.exactly_one = Shape<T>::exactly_one;
            return info;
        }
    }
};

}  // namespace detail

// The description of a C++ type.
template <class T>
inline constexpr ShapeInfo kShape = detail::Build<T>::make();

namespace detail {

template <>
struct Build<bool> {
    static constexpr ShapeInfo make() { return {"Boolean", Kind::Bool, &kValueOps<bool>}; }
};
template <>
struct Build<std::int64_t> {
    static constexpr ShapeInfo make() {
        return {"Integer", Kind::Integer, &kValueOps<std::int64_t>};
    }
};
template <>
struct Build<double> {
    static constexpr ShapeInfo make() { return {"Double", Kind::Double, &kValueOps<double>}; }
};
template <>
struct Build<std::string> {
    static constexpr ShapeInfo make() { return {"String", Kind::String, &kValueOps<std::string>}; }
};
template <>
struct Build<Timestamp> {
    static constexpr ShapeInfo make() { return {"Timestamp", Kind::Time, &kValueOps<Timestamp>}; }
};
template <>
struct Build<JsonText> {
    static constexpr ShapeInfo make() { return {"Document", Kind::Document, &kValueOps<JsonText>}; }
};
template <class T>
struct Build<std::vector<T>> {
    static constexpr ShapeInfo make() {
        return {.name = "List",
                .kind = Kind::List,
                .ops = &kValueOps<std::vector<T>>,
                .element = &kShape<T>,
                .list = &kListOps<T>};
    }
};
template <class T>
struct Build<StringMap<T>> {
    static constexpr ShapeInfo make() {
        return {.name = "Map",
                .kind = Kind::Map,
                .ops = &kValueOps<StringMap<T>>,
                .element = &kShape<T>,
                .map = &kMapOps<T>};
    }
};

}  // namespace detail

template <class M>
constexpr MemberInfo member(std::string_view name, Field<M> field, Rule rule = {}) {
    using Value = typename detail::Unwrap<M>::type;
    return {name, &kShape<Value>, static_cast<std::uint32_t>(field.offset),
            detail::Unwrap<M>::optional, rule};
}

// A rule by another rule's constraints: `with(kThingName, {.required = true, .in = In::Uri, .doc =
// "..."})`.
constexpr Rule with(Rule constraints, Rule rest) {
    rest.min = constraints.min;
    rest.max = constraints.max;
    rest.pattern = constraints.pattern;
    rest.element = constraints.element;
    rest.key = constraints.key;
    rest.one_of = constraints.one_of;
    rest.in_own_words = constraints.in_own_words;
    return rest;
}

template <class E>
constexpr std::string_view enum_name(E value) {
    return EnumNames<E>::values[static_cast<std::size_t>(value)];
}

}  // namespace picket
