// The rows of world_tables(), and what can be done to a Table of the World without its types.
#include <algorithm>
#include <cstddef>

#include "model/encode.h"
#include "model/equal.h"
#include "picket/world.h"
#include "text/json_write.h"
#include "world/metric_column.h"

namespace picket {
namespace {

using table_detail::Tree;

// A Table is its tree and nothing else.
const Tree& tree_of(const World& world, const TableInfo& table) {
    return *reinterpret_cast<const Tree*>(reinterpret_cast<const std::byte*>(&world) +
                                          table.offset);
}
Tree& tree_of(World& world, const TableInfo& table) {
    return *reinterpret_cast<Tree*>(reinterpret_cast<std::byte*>(&world) + table.offset);
}

constexpr TableInfo kTables[] = {
#define PICKET_TABLE(member, name, Key, Value, doc)                                                \
    {name,                                                                                         \
     doc,                                                                                          \
     &kShape<Key>,                                                                                 \
     &kShape<Value>,                                                                               \
     &table_detail::kTreeOps<Key, Value>,                                                          \
     offsetof(World, member)},
#include "picket/world_tables.def"
#undef PICKET_TABLE
};

}  // namespace

std::size_t TableInfo::size(const World& world) const { return tree_of(world, *this).size; }

void TableInfo::visit(const World& world, std::size_t begin, std::size_t count, void* closure,
                      void (*row)(void* closure, Row row)) const {
    const Tree& tree = tree_of(world, *this);
    if (begin >= tree.size) return;
    table_detail::Cursor at(tree, begin);
    for (std::size_t left = std::min(count, tree.size - begin); left > 0; --left, at.next()) {
        const auto [leaf, place] = at.place;
        row(closure, {leaf->keys->bytes() + place * ops->key->size,
                      slot_value(*ops->slot, leaf->slots() + place * ops->slot->size)});
    }
}

void TableInfo::put(World& world, const void* key_from, const void* value_from) const {
    tree_of(world, *this).put_copies(*ops, key_from, value_from);
}

bool TableInfo::shares(const World& left, const World& right) const {
    return tree_of(left, *this).root == tree_of(right, *this).root;
}

void TableInfo::diff(const World& before, const World& after, void* closure,
                     void (*change)(void* closure, const void* key, const void* before,
                                    const void* after)) const {
    struct Caller {
        const TableInfo& table;
        void* closure;
        decltype(change) report;
    } caller{*this, closure, change};
    walk(before, after,
         {&caller,
          [](void* at, const void* row_key, const void* old, const void* now) {
              auto& call = *static_cast<Caller*>(at);
              call.report(call.closure, row_key, old, now);
              return true;
          },
          [](void* at, const void* old, const void* now) {
              return equal(*static_cast<Caller*>(at)->table.value, old, now);
          }});
}

std::string TableInfo::row_json(const void* row_key, const void* row_value) const {
    if (value != &kShape<MetricColumn>) return to_json(*value, row_value);
    const auto& column = *static_cast<const MetricColumn*>(row_value);
    std::string out;
    JsonWriter writer(out);
    writer.begin_object();
    for (const MetricPoint& point :
         values_of(static_cast<const MetricDatumKey*>(row_key)->time, column)) {
        writer.key(to_iso(point.time));
        encode(kShape<MetricValue>, &point.value, writer);
    }
    writer.end_object();
    return out;
}

void TableInfo::walk(const World& before, const World& after,
                     const table_detail::DiffCalls& calls) const {
    walk_differences(*ops, tree_of(before, *this), tree_of(after, *this), calls);
}

std::span<const TableInfo> world_tables() { return kTables; }

const TableInfo* find_table(std::string_view name) {
    for (const TableInfo& table : kTables) {
        if (table.name == name) return &table;
    }
    return nullptr;
}

std::string to_json(const ShapeInfo& shape, const void* value, int indent) {
    std::string out;
    JsonWriter writer(out, indent);
    encode(shape, value, writer);
    return out;
}

}  // namespace picket
