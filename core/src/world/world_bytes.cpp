// See world_bytes.h. What was asked of the allocator is counted, with what it takes itself for a
// block; room that vectors and texts hold in advance is not seen.
#include "world/world_bytes.h"

#include <algorithm>

namespace picket {
namespace {

using table_detail::CellHead;
using table_detail::Inner;
using table_detail::kChunkMax;
using table_detail::KeyChunk;
using table_detail::Node;

constexpr std::size_t kPerBlock = 2 * sizeof(void*);
const std::size_t kInPlace = std::string().capacity();

std::size_t text_bytes(const std::string& text) {
    return text.size() > kInPlace ? text.size() + 1 + kPerBlock : 0;
}

bool is_flat(const ShapeInfo& shape) {
    switch (shape.kind) {
    case Kind::String:
    case Kind::Document:
    case Kind::List:
    case Kind::Map:
        return false;
    case Kind::Structure:
        return std::all_of(shape.members.begin(), shape.members.end(),
                           [](const MemberInfo& member) { return is_flat(*member.shape); });
    default:
        return true;
    }
}

// What a value holds outside of itself.
std::size_t bytes_behind(const ShapeInfo& shape, const void* value) {
    std::size_t bytes = 0;
    switch (shape.kind) {
    case Kind::String:
        return text_bytes(*static_cast<const std::string*>(value));
    case Kind::Document:
        return text_bytes(static_cast<const JsonText*>(value)->text);
    case Kind::List: {
        const std::size_t size = shape.list->size(value);
        if (size == 0) return 0;
        bytes = kPerBlock + size * shape.element->ops->size;
        if (is_flat(*shape.element)) return bytes;
        for (std::size_t i = 0; i < size; ++i)
            bytes += bytes_behind(*shape.element, shape.list->at(value, i));
        return bytes;
    }
    case Kind::Map: {
        const std::size_t size = shape.map->size(value);
        if (size == 0) return 0;
        bytes = kPerBlock + size * (sizeof(std::string) + shape.element->ops->size);
        for (std::size_t i = 0; i < size; ++i) {
            bytes += text_bytes(shape.map->key_at(value, i)) +
                     bytes_behind(*shape.element, shape.map->value_at(value, i));
        }
        return bytes;
    }
    case Kind::Structure:
        for (const MemberInfo& member : shape.members) {
            if (const void* at = member.get(value)) bytes += bytes_behind(*member.shape, at);
        }
        return bytes;
    default:
        return 0;
    }
}

struct Scale {
    const TableInfo& table;
    std::size_t bytes = 0;

    void add_node(const Node& node, bool keys_too) {
        bytes += kPerBlock + (node.height > 0 ? sizeof(Inner)
                                              : sizeof(Node) + kChunkMax * table.ops->slot->size);
        if (!keys_too) return;
        const std::size_t size = table.ops->key->size;
        bytes += kPerBlock + sizeof(KeyChunk) + kChunkMax * size;
        if (is_flat(*table.key)) return;
        for (std::size_t i = 0; i < node.width; ++i)
            bytes += bytes_behind(*table.key, node.keys->bytes() + i * size);
    }
    void add_row(const void* value) {
        if (table.ops->slot->fresh == nullptr) return;  // it lies in its node
        bytes += kPerBlock + sizeof(CellHead) + table.value->ops->size +
                 bytes_behind(*table.value, value);
    }
};

}  // namespace

std::size_t bytes_alone(const TableInfo& table, const World& held, const World& other) {
    Scale scale{table};
    table.walk(held, other,
               {&scale,
                [](void* at, const void*, const void* before, const void*) {
                    if (before != nullptr) static_cast<Scale*>(at)->add_row(before);
                    return true;
                },
                [](void*, const void*, const void*) { return false; },
                [](void* at, const Node& node, bool keys_too) {
                    static_cast<Scale*>(at)->add_node(node, keys_too);
                }});
    return scale.bytes;
}

std::size_t bytes_alone(const World& held, const World& other) {
    std::size_t bytes = sizeof(World);
    for (const TableInfo& table : world_tables()) {
        if (!table.shares(held, other)) bytes += bytes_alone(table, held, other);
    }
    return bytes;
}

std::size_t world_bytes(const World& world) { return bytes_alone(world, World()); }

}  // namespace picket
