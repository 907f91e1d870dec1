// The nodes of a Table: a B+-tree whose nodes are counted references, so that trees can share them.
// The tree is written once, in core/src/base, for keys and values of any type: what it must know of
// them is in TreeOps. Only how a key is looked for depends on its type here. Counts are not atomic:
// tables that share nodes belong to one thread.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <new>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "picket/result.h"

namespace picket::table_detail {

inline constexpr std::uint32_t kChunkMax = 32;
// A node that falls below a quarter is merged or refilled. Between a quarter and full nothing
// moves, so that adding and removing one entry in turn never splits and merges the same node again
// and again.
inline constexpr std::uint32_t kChunkMin = kChunkMax / 4;
// At least 8 children per node off the right edge: 16 levels hold more than memory can.
inline constexpr std::uint32_t kDepthMax = 16;
// Of keys, slots and values, each in memory of its own.
inline constexpr std::size_t kAlignment = 8;

// The keys of a node, at most kChunkMax. Few writes change a key, so copies of a node share theirs.
struct alignas(kAlignment) KeyChunk {
    std::uint32_t references = 1;

    std::byte* bytes() { return reinterpret_cast<std::byte*>(this + 1); }
    const std::byte* bytes() const { return reinterpret_cast<const std::byte*>(this + 1); }
};

// No node is empty, except a child between an erase and the repair that follows it. The slots of a
// leaf follow it in memory.
struct alignas(kAlignment) Node {
    std::uint32_t references = 1;
    std::uint32_t height = 0;  // 0: a leaf
    std::uint32_t width = 0;   // entries of a leaf, children of an inner node
    KeyChunk* keys = nullptr;  // as many as the node is wide

    std::byte* slots() { return reinterpret_cast<std::byte*>(this + 1); }
    const std::byte* slots() const { return reinterpret_cast<const std::byte*>(this + 1); }
    template <class Key>
    const Key* keys_as() const {
        return std::launder(reinterpret_cast<const Key*>(keys->bytes()));
    }
};

// keys[i] parts child i - 1 from child i: every key before is smaller, every key of child i is not.
// The key itself need not exist any more. keys[0] is not compared here; it equals the key that the
// parent keeps for this node, so that children may move to the left neighbour.
struct Inner : Node {
    std::array<std::size_t, kChunkMax> counts;  // entries below each child
    std::array<Node*, kChunkMax> children;
};
inline const Inner& inner(const Node& node) { return static_cast<const Inner&>(node); }
inline Inner& inner(Node& node) { return static_cast<Inner&>(node); }

// Where a key is, or would be: the position in the node of each height.
using Path = std::array<std::uint8_t, kDepthMax>;

// `take` and `copy` write into fresh memory; `relocate` may overlap itself.
struct KeyOps {
    std::uint32_t size;
    void (*take)(void* to, void* from);
    void (*copy)(void* to, const void* from, std::size_t count);
    void (*relocate)(void* to, void* from, std::size_t count);
    void (*destroy)(void* at, std::size_t count);
    bool (*less)(const void* left, const void* right);
    bool (*locate)(const Node* root, const void* key, Path& path);
};

// What every cell starts with; the value follows.
struct alignas(kAlignment) CellHead {
    std::uint32_t references = 1;

    const void* value() const { return this + 1; }
    void* value() { return this + 1; }
};

// How a leaf holds values. Small plain ones lie in the leaf; any other lies in a counted cell, so
// that copying a leaf for one change does not copy the strings and vectors of its 31 neighbours.
struct SlotOps {
    std::uint32_t size;                     // of a slot: the value, or a pointer to its cell
    CellHead* (*fresh)(const void* value);  // a new cell with a copy; null: no cells
    void (*destroy)(CellHead* cell);
};

struct TreeOps {
    const KeyOps* key;
    const SlotOps* slot;
};

template <class T>
struct Cell : CellHead {
    explicit Cell(T&& from) : content(std::move(from)) {}
    explicit Cell(const T& from) : content(from) {}
    alignas(kAlignment) T content;
};

template <class T>
inline constexpr bool kInLeaf = std::is_trivially_copyable_v<T> && sizeof(T) <= 64;
template <class T>
using Slot = std::conditional_t<kInLeaf<T>, T, CellHead*>;

// A tree without its types: what a Table holds.
struct Tree {
    Node* root = nullptr;  // null: empty
    std::size_t size = 0;

    // Adds a key that is absent, by moving it. `slot` is copied bit by bit.
    void insert(const TreeOps& ops, const Path& path, void* key, const void* slot);
    // These three are about a key that is present. own() is its value for writing: others that hold
    // it keep the old one.
    void erase(const TreeOps& ops, const Path& path);
    void* own(const TreeOps& ops, const Path& path);
    void replace(const TreeOps& ops, const Path& path, const void* slot);

    // Copies of a key and a value, of which only the types' operations are known.
    void put_copies(const TreeOps& ops, const void* key, const void* value);

    std::size_t rank(const Path& path) const;
    void release(const TreeOps& ops);
};

// Where an entry is. As a value, not through a reference, so that an iterator can live in
// registers.
struct Place {
    const Node* leaf = nullptr;  // null: the end
    std::size_t offset = 0;
};
Place place_of(const Node* root, std::size_t size, std::size_t index);

// Stands on an entry and knows its number.
struct Cursor {
    Cursor() = default;
    Cursor(const Tree& tree, std::size_t entry)
        : root(tree.root), size(tree.size), index(entry), place(place_of(root, size, index)) {}

    void next() {
        ++index;
        if (++place.offset == place.leaf->width) place = place_of(root, size, index);
    }
    void previous() {
        --index;
        if (place.leaf == nullptr || place.offset == 0) {
            place = place_of(root, size, index);
        } else {
            --place.offset;
        }
    }

    const Node* root = nullptr;
    std::size_t size = 0;
    std::size_t index = 0;
    Place place;
};

std::size_t total(const Node& node);  // entries in the whole subtree
inline const void* slot_value(const SlotOps& ops, const void* slot) {
    if (ops.fresh == nullptr) return slot;
    return (*static_cast<const CellHead* const*>(slot))->value();
}

// Whether the key is there; `path` leads to it, or to where it would be. Not used when empty.
template <class Key, class K>
bool locate(const Node* node, const K& key, Path& path) {
    if (node == nullptr) return false;
    for (; node->height > 0; node = inner(*node).children[path[node->height]]) {
        const Key* lows = node->keys_as<Key>();
        std::uint32_t first = 1;
        for (std::uint32_t last = node->width; first < last;) {
            const std::uint32_t middle = (first + last) / 2;
            if (key < lows[middle]) {
                last = middle;
            } else {
                first = middle + 1;
            }
        }
        path[node->height] = static_cast<std::uint8_t>(first - 1);
    }
    const Key* keys = node->keys_as<Key>();
    std::uint32_t first = 0;
    for (std::uint32_t last = node->width; first < last;) {
        const std::uint32_t middle = (first + last) / 2;
        if (keys[middle] < key) {
            first = middle + 1;
        } else {
            last = middle;
        }
    }
    path[0] = static_cast<std::uint8_t>(first);
    return first < node->width && !(key < keys[first]);
}

// Moves `path` on by one entry. Whether it leads to the key then: of another tree, it does not.
template <class Key>
bool step_to(const Node* root, const Key& key, Path& path) {
    const Node* turn = nullptr;  // the lowest that has a child behind the one on the path
    const Node* node = root;
    if (node == nullptr) return false;
    for (; node->height > 0; node = inner(*node).children[path[node->height]]) {
        if (path[node->height] >= node->width) return false;
        if (path[node->height] + 1U < node->width) turn = node;
    }
    if (path[0] + 1U < node->width) {
        ++path[0];
    } else {
        if (turn == nullptr) return false;
        node = inner(*turn).children[++path[turn->height]];
        for (; node->height > 0; node = inner(*node).children[0]) path[node->height] = 0;
        path[0] = 0;
    }
    return node->keys_as<Key>()[path[0]] == key;
}

template <class Key>
void relocate(void* to, void* from, std::size_t count) {
    auto* target = static_cast<Key*>(to);
    auto* source = static_cast<Key*>(from);
    const auto one = [&](std::size_t i) {
        ::new (static_cast<void*>(target + i)) Key(std::move(source[i]));
        std::destroy_at(source + i);
    };
    if (target < source) {
        for (std::size_t i = 0; i < count; ++i) one(i);
    } else if (target > source) {
        for (std::size_t i = count; i-- > 0;) one(i);
    }
}

template <class Key>
inline constexpr KeyOps kKeyOps = {
    sizeof(Key),
    [](void* to, void* from) { ::new (to) Key(std::move(*static_cast<Key*>(from))); },
    [](void* to, const void* from, std::size_t count) {
        std::uninitialized_copy_n(static_cast<const Key*>(from), count, static_cast<Key*>(to));
    },
    &relocate<Key>,
    [](void* at, std::size_t count) { std::destroy_n(static_cast<Key*>(at), count); },
    [](const void* left, const void* right) {
        return *static_cast<const Key*>(left) < *static_cast<const Key*>(right);
    },
    [](const Node* root, const void* key, Path& path) {
        return locate<Key>(root, *static_cast<const Key*>(key), path);
    },
};

template <class T>
constexpr SlotOps make_slot_ops() {
    if constexpr (kInLeaf<T>) {
        return {sizeof(T), nullptr, nullptr};
    } else {
        static_assert(sizeof(CellHead) == kAlignment && alignof(T) <= kAlignment);
        return {sizeof(CellHead*),
                [](const void* value) -> CellHead* {
                    return new Cell<T>(*static_cast<const T*>(value));
                },
                [](CellHead* cell) { delete static_cast<Cell<T>*>(cell); }};
    }
}
template <class T>
inline constexpr SlotOps kSlotOps = make_slot_ops<T>();

template <class Key, class T>
inline constexpr TreeOps kTreeOps = {&kKeyOps<Key>, &kSlotOps<T>};

// What differs between two trees, in key order, without looking into what they share. Either call
// is given the closure; report() returns false to stop.
struct DiffCalls {
    void* closure;
    bool (*report)(void* closure, const void* key, const void* before, const void* after);
    bool (*equal)(void* closure, const void* before, const void* after);
    // Optional: nodes that only the tree before has, and whether the other has their keys.
    void (*alone)(void* closure, const Node& node, bool keys_too) = nullptr;
};
void walk_differences(const TreeOps& ops, const Tree& before, const Tree& after,
                      const DiffCalls& calls);

}  // namespace picket::table_detail
