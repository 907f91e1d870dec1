// The rows of world_tables(): each Table of the World behind functions that know no types.
#include <iterator>

#include "model/encode.h"
#include "picket/world.h"

namespace picket {
namespace {

template <class Key, class Value, Table<Key, Value> World::*table>
struct Erased {
    static std::size_t size(const World& world) { return (world.*table).size(); }

    static void visit(const World& world, std::size_t begin, std::size_t count, void* closure,
                      void (*row)(void* closure, TableInfo::Row row)) {
        const auto& rows = world.*table;
        if (begin >= rows.size()) return;
        auto at = rows.at(begin);
        for (std::size_t left = std::min(count, rows.size() - begin); left > 0; --left, ++at) {
            const auto entry = *at;
            row(closure, {&entry.key, &entry.value});
        }
    }

    static void put(World& world, const void* key, const void* value) {
        (world.*table).put(*static_cast<const Key*>(key), *static_cast<const Value*>(value));
    }

    static bool shares(const World& left, const World& right) {
        return (left.*table).shares_with(right.*table);
    }

    static void diff(const World& before, const World& after, void* closure,
                     void (*change)(void* closure, const void* key, const void* before,
                                    const void* after)) {
        Table<Key, Value>::diff(before.*table, after.*table,
                                [&](const Key& key, const Value* old, const Value* now) {
                                    change(closure, &key, old, now);
                                });
    }
};

constexpr TableInfo kTables[] = {
#define PICKET_TABLE(member, name, Key, Value, doc)                                                \
    {name,                                                                                         \
     doc,                                                                                          \
     &kShape<Key>,                                                                                 \
     &kShape<Value>,                                                                               \
     &Erased<Key, Value, &World::member>::size,                                                    \
     &Erased<Key, Value, &World::member>::visit,                                                   \
     &Erased<Key, Value, &World::member>::put,                                                     \
     &Erased<Key, Value, &World::member>::shares,                                                  \
     &Erased<Key, Value, &World::member>::diff},
#include "picket/world_tables.def"
#undef PICKET_TABLE
};

}  // namespace

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
