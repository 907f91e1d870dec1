// How rows of the World's tables are named, for the tables of sections: one pair of functions for
// each type of key.
#pragma once

#include <algorithm>
#include <optional>

#include "items/section.h"
#include "shape_text.h"

namespace picket::ui {

template <class T>
const T& value_as(const TableInfo::Row& row) {
    return *static_cast<const T*>(row.value);
}
template <class K>
const K& key_as(const TableInfo::Row& row) {
    return *static_cast<const K*>(row.key);
}

// "first\nsecond" and "ms id": the parts of a key of two.
struct KeyParts {
    std::string_view first, second;
};
KeyParts key_parts(std::string_view key, char between);
std::int64_t key_number(std::string_view text);

inline std::string write_key(const std::string& key) { return key; }
inline std::string write_key(std::int64_t key) { return std::to_string(key); }
inline std::string write_key(const PairKey& key) { return key.first + '\n' + key.second; }
inline std::string write_key(const NewestFirst& key) {
    return std::to_string(key.time.ms) + ' ' + key.id;
}

template <class K>
K read_key(std::string_view text);
template <>
inline std::string read_key(std::string_view text) {
    return std::string(text);
}
template <>
inline std::int64_t read_key(std::string_view text) {
    return key_number(text);
}
template <>
inline PairKey read_key(std::string_view text) {
    const KeyParts parts = key_parts(text, '\n');
    return {std::string(parts.first), std::string(parts.second)};
}
template <>
inline NewestFirst read_key(std::string_view text) {
    const KeyParts parts = key_parts(text, ' ');
    return {{key_number(parts.first)}, std::string(parts.second)};
}

template <class K>
std::string row_key(const TableInfo::Row& row) {
    return write_key(key_as<K>(row));
}
template <class K, auto Member>
std::size_t row_place(const World& world, std::string_view key) {
    const auto& table = world.*Member;
    const K wanted = read_key<K>(key);
    return table.contains(wanted) ? table.rank(wanted) : table.size();
}

// ---- cells ----

inline void put_text(Cell& cell, std::string_view text) { cell.text = text; }
inline void put_number(Cell& cell, std::int64_t number) {
    cell.text = count_text(static_cast<std::size_t>(number < 0 ? -number : number));
    if (number < 0) cell.text.insert(0, 1, '-');
    cell.rank = number;
}
inline void put_time(Cell& cell, Timestamp time) {
    cell.text = time_text(time);
    cell.rank = time.ms;
}
template <class E>
std::string_view enum_word(E value) {
    return EnumNames<E>::values[static_cast<std::size_t>(value)];
}
template <class E>
void put_state(Cell& cell, E value) {
    cell.text = enum_word(value);
    cell.rank = static_cast<std::int64_t>(value);
}

// ---- texts for requests ----

std::string json_text(std::string_view text);  // quoted and escaped
// {"name":"value", ...} of texts.
std::string json_object(std::initializer_list<std::pair<std::string_view, std::string_view>> texts);
std::string iot_arn(const World& world, std::string_view kind, std::string_view name);

// The name in "arn:aws:iot:...:thinggroup/Name", or in "thinggroup/Name", when it is of that kind;
// empty otherwise.
std::string_view name_in_arn(std::string_view arn, std::string_view kind);

// Where a resource's page is, by its ARN: things, groups, certificates; empty when it has none.
ItemRef item_of_arn(const World& world, std::string_view arn);

// The rows of an index of pairs that begin with `first`, as links.
template <class Value>
void add_pairs(FactGroup& group, const Table<PairKey, Value>& table, std::string_view first,
               std::string_view section) {
    const auto begin = table.lower_bound(PairKey{std::string(first), {}});
    const auto end = table.lower_bound(PairKey{std::string(first) + '\0', {}});
    const std::size_t count = end.index() - begin.index();
    auto at = begin;
    for (std::size_t i = 0; i < std::min(count, kRelatedMax); ++i, ++at) {
        const std::string name = at->key.second;
        group.facts.push_back({{}, name, Tone::Plain, {std::string(section), name}});
    }
    group.left_out = count - std::min(count, kRelatedMax);
}
// The items that an index of facets has under one facet, newest first, as links.
template <class F>
void add_facet(FactGroup& group, const Table<FacetKey, Empty>& index, const std::string& facet,
               F&& fact_of) {
    auto at = index.lower_bound(FacetKey{facet, kTimestampMax, {}});
    for (; at != index.end() && at->key.facet == facet; ++at) {
        if (group.facts.size() == kRelatedMax) {
            const auto end = index.lower_bound(FacetKey{facet, kTimestampMin - 1, {}});
            group.left_out = end.index() - at.index();
            return;
        }
        if (auto fact = fact_of(NewestFirst{at->key.time, at->key.id}))
            group.facts.push_back(std::move(*fact));
    }
}
template <class Value>
std::size_t count_pairs(const Table<PairKey, Value>& table, std::string_view first) {
    return table.lower_bound(PairKey{std::string(first) + '\0', {}}).index() -
           table.lower_bound(PairKey{std::string(first), {}}).index();
}

}  // namespace picket::ui
