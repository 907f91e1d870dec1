// The nodes of a Table: a B+-tree whose nodes are counted references, so that trees can share them.
// Only table.h and table_diff.h look in here. Counts are not atomic: tables that share nodes belong
// to one thread.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <new>
#include <type_traits>
#include <utility>

#include "picket/result.h"

namespace picket::table_detail {

inline constexpr std::size_t kChunkMax = 32;
// A node that falls below a quarter is merged or refilled. Between a quarter and full nothing
// moves, so that adding and removing one entry in turn never splits and merges the same node again
// and again.
inline constexpr std::size_t kChunkMin = kChunkMax / 4;
// At least 8 children per node off the right edge: 16 levels hold more than memory can.
inline constexpr std::size_t kDepthMax = 16;

// A counted pointer to a Node or Cell: copying shares, own() makes the pointee safe to change.
template <class N>
class Shared {
public:
    Shared() = default;
    explicit Shared(N* fresh) : pointer_(fresh) {}
    Shared(const Shared& other) : pointer_(other.pointer_) {
        if (pointer_ != nullptr) ++pointer_->references;
    }
    Shared(Shared&& other) noexcept : pointer_(std::exchange(other.pointer_, nullptr)) {}
    Shared& operator=(Shared other) noexcept {
        std::swap(pointer_, other.pointer_);
        return *this;
    }
    ~Shared() {
        if (pointer_ != nullptr && --pointer_->references == 0) N::destroy(pointer_);
    }

    const N* get() const { return pointer_; }
    const N* operator->() const { return pointer_; }
    const N& operator*() const { return *pointer_; }
    // The pointee for writing. When others hold it too they keep the old one and this gets a copy.
    N& own() {
        if (pointer_->references > 1) *this = Shared(N::clone(*pointer_));
        return *pointer_;
    }

private:
    N* pointer_ = nullptr;
};

// An array of at most kChunkMax items inside its owner: no allocation of its own.
template <class Item>
class Chunk {
public:
    Chunk() = default;
    Chunk(const Chunk& other) : size_(other.size_) {
        std::uninitialized_copy_n(other.data(), size_, data());
    }
    Chunk& operator=(const Chunk&) = delete;
    ~Chunk() { std::destroy_n(data(), size_); }

    std::size_t size() const { return size_; }
    Item& operator[](std::size_t at) { return data()[at]; }
    const Item& operator[](std::size_t at) const { return data()[at]; }
    const Item* begin() const { return data(); }
    const Item* end() const { return data() + size_; }

    void insert(std::size_t at, Item item) {
        PICKET_ASSERT(at <= size_ && size_ < kChunkMax);
        if (at == size_) {
            ::new (static_cast<void*>(data() + size_)) Item(std::move(item));
        } else {
            ::new (static_cast<void*>(data() + size_)) Item(std::move(data()[size_ - 1]));
            std::move_backward(data() + at, data() + size_ - 1, data() + size_);
            data()[at] = std::move(item);
        }
        ++size_;
    }
    void erase(std::size_t at) {
        std::move(data() + at + 1, data() + size_, data() + at);
        std::destroy_at(data() + --size_);
    }
    // Moves `count` items of `from`, starting at `first`, in front of the item at `at` here.
    void splice(std::size_t at, Chunk& from, std::size_t first, std::size_t count) {
        PICKET_ASSERT(size_ + count <= kChunkMax && first + count <= from.size_);
        for (std::size_t i = size_; i-- > at;) relocate(data() + i, data() + i + count);
        for (std::size_t i = 0; i < count; ++i) relocate(from.data() + first + i, data() + at + i);
        for (std::size_t i = first + count; i < from.size_; ++i) {
            relocate(from.data() + i, from.data() + i - count);
        }
        size_ += count;
        from.size_ -= count;
    }

private:
    static void relocate(Item* from, Item* to) {
        if (from == to) return;
        ::new (static_cast<void*>(to)) Item(std::move(*from));
        std::destroy_at(from);
    }
    Item* data() { return std::launder(reinterpret_cast<Item*>(bytes_)); }
    const Item* data() const { return std::launder(reinterpret_cast<const Item*>(bytes_)); }

    std::size_t size_ = 0;
    alignas(Item) std::byte bytes_[sizeof(Item) * kChunkMax];
};

// How a leaf holds a value. Small plain values lie in the leaf; any other lies in a counted cell,
// so that copying a leaf for one change does not copy the strings and vectors of its 31 neighbours.
template <class T>
struct InlineSlot {
    InlineSlot() = default;
    explicit InlineSlot(T&& fresh) : value(std::move(fresh)) {}
    const T& get() const { return value; }
    T& edit() { return value; }
    void set(T&& fresh) { value = std::move(fresh); }

    T value;
};

template <class T>
struct Cell {
    Cell() = default;
    explicit Cell(T&& fresh) : value(std::move(fresh)) {}
    explicit Cell(const T& from) : value(from) {}
    static Cell* clone(const Cell& from) { return new Cell(from.value); }
    static void destroy(Cell* cell) { delete cell; }

    std::uint32_t references = 1;
    T value;
};

template <class T>
struct SharedSlot {
    SharedSlot() : cell(new Cell<T>()) {}
    explicit SharedSlot(T&& fresh) : cell(new Cell<T>(std::move(fresh))) {}
    const T& get() const { return cell->value; }
    T& edit() { return cell.own().value; }
    void set(T&& fresh) { cell = Shared<Cell<T>>(new Cell<T>(std::move(fresh))); }

    Shared<Cell<T>> cell;
};

template <class T>
using Slot = std::conditional_t<std::is_trivially_copyable_v<T> && sizeof(T) <= 64, InlineSlot<T>,
                                SharedSlot<T>>;

// The keys of a node. Few writes change a key, so nodes share theirs, unless copying is as cheap.
template <class Key>
using Keys = std::conditional_t<std::is_trivially_copyable_v<Key>, InlineSlot<Chunk<Key>>,
                                SharedSlot<Chunk<Key>>>;

template <class Key, class T>
struct Leaf;
template <class Key, class T>
struct Inner;

// No node is empty, except a child between an erase and the repair that follows it.
template <class Key, class T>
struct Node {
    explicit Node(std::uint32_t levels_below) : height(levels_below) {}
    static Node* clone(const Node& from);
    static void destroy(Node* node);

    bool is_leaf() const { return height == 0; }
    const Leaf<Key, T>& leaf() const { return static_cast<const Leaf<Key, T>&>(*this); }
    const Inner<Key, T>& inner() const { return static_cast<const Inner<Key, T>&>(*this); }
    Leaf<Key, T>& leaf() { return static_cast<Leaf<Key, T>&>(*this); }
    Inner<Key, T>& inner() { return static_cast<Inner<Key, T>&>(*this); }

    std::size_t width() const;  // entries of a leaf, children of an inner node
    std::size_t total() const;  // entries in the whole subtree
    const Key& first_key() const;

    std::uint32_t references = 1;
    std::uint32_t height;
};

template <class Key, class T>
struct Leaf : Node<Key, T> {
    Leaf() : Node<Key, T>(0) {}

    Keys<Key> keys;
    Chunk<Slot<T>> values;
};

template <class Key, class T>
struct Inner : Node<Key, T> {
    explicit Inner(std::uint32_t levels_below) : Node<Key, T>(levels_below) {}

    // lows[i] parts child i - 1 from child i: every key before is smaller, every key of child i is
    // not. The key itself need not exist any more. lows[0] is not compared here; it equals the low
    // that the parent keeps for this node, so that children may move to the left neighbour.
    Keys<Key> lows;
    Chunk<std::size_t> counts;  // counts[i] == children[i]->total()
    Chunk<Shared<Node<Key, T>>> children;
};

template <class Key, class T>
Node<Key, T>* Node<Key, T>::clone(const Node& from) {
    Node* copy = from.is_leaf() ? static_cast<Node*>(new Leaf<Key, T>(from.leaf()))
                                : static_cast<Node*>(new Inner<Key, T>(from.inner()));
    copy->references = 1;
    return copy;
}

// Recursion is as deep as the tree is high.
template <class Key, class T>
void Node<Key, T>::destroy(Node* node) {
    if (node->is_leaf()) {
        delete &node->leaf();
    } else {
        delete &node->inner();
    }
}

template <class Key, class T>
std::size_t Node<Key, T>::width() const {
    return is_leaf() ? leaf().values.size() : inner().children.size();
}

template <class Key, class T>
std::size_t Node<Key, T>::total() const {
    if (is_leaf()) return leaf().values.size();
    std::size_t sum = 0;
    for (const std::size_t count : inner().counts) sum += count;
    return sum;
}

template <class Key, class T>
const Key& Node<Key, T>::first_key() const {
    const Node* node = this;
    while (!node->is_leaf()) node = node->inner().children[0].get();
    return node->leaf().keys.get()[0];
}

// First position whose key is not less than `key`.
template <class Key, class K>
std::size_t lower_position(const Chunk<Key>& keys, const K& key) {
    const Key* found = std::lower_bound(
        keys.begin(), keys.end(), key,
        [](const Key& left, const K& right) { return left < right; });
    return static_cast<std::size_t>(found - keys.begin());
}

// First position whose key is greater than `key`, not looking before `from`.
template <class Key, class K>
std::size_t upper_position(const Chunk<Key>& keys, const K& key, std::size_t from = 0) {
    const Key* found = std::upper_bound(
        keys.begin() + from, keys.end(), key,
        [](const K& left, const Key& right) { return left < right; });
    return static_cast<std::size_t>(found - keys.begin());
}

// The child that holds `key` if any does.
template <class Key, class T, class K>
std::size_t child_position(const Inner<Key, T>& inner, const K& key) {
    return upper_position(inner.lows.get(), key, 1) - 1;
}

}  // namespace picket::table_detail
