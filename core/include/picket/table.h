// Table: the ordered map that holds everything in the World. Persistent: copying one is O(1) and
// shares all nodes; a write copies only the path from the root to the changed chunk, and only where
// that path is shared. So a checkpoint, a dry run and a view's snapshot are plain copies. Find,
// insert, erase, nth and rank are O(log n).
//
// Keys are compared with operator< alone; look-ups take anything comparable with Key
// (std::string_view for std::string). Pointers, references and iterators into a Table last until
// that Table is next written. To write while walking, walk over a copy. Not thread safe: tables
// that share nodes belong to one thread.
#pragma once

#include <cstddef>
#include <functional>
#include <iterator>
#include <type_traits>
#include <utility>

#include "picket/table_diff.h"
#include "picket/table_edit.h"
#include "picket/table_node.h"

namespace picket {

template <class Key, class T>
class Table {
    using Node = table_detail::Node<Key, T>;
    using Leaf = table_detail::Leaf<Key, T>;
    using Editor = table_detail::Editor<Key, T>;

public:
    struct Entry {
        const Key& key;
        const T& value;
    };
    class iterator;
    using const_iterator = iterator;

    std::size_t size() const { return size_; }
    bool empty() const { return size_ == 0; }

    template <class K = Key>
    const T* find(const K& key) const {
        if (root_.get() == nullptr) return nullptr;
        const Node* node = root_.get();
        while (!node->is_leaf()) {
            node = node->inner().children[table_detail::child_position(node->inner(), key)].get();
        }
        const Leaf& leaf = node->leaf();
        const auto& keys = leaf.keys.get();
        const std::size_t at = table_detail::lower_position(keys, key);
        return at == keys.size() || key < keys[at] ? nullptr : &leaf.values[at].get();
    }
    template <class K = Key>
    bool contains(const K& key) const {
        return find(key) != nullptr;
    }

    // False, and nothing changed, when the key is present.
    bool insert(Key key, T value) {
        if (contains(key)) return false;
        Editor::insert(root_, std::move(key), std::move(value));
        ++size_;
        return true;
    }
    // Inserts, or replaces the value.
    void put(Key key, T value) {
        if (contains(key)) {
            Editor::own_slot(root_, key).set(std::move(value));
            return;
        }
        Editor::insert(root_, std::move(key), std::move(value));
        ++size_;
    }
    // Calls f(T&) on a copy that no other Table sees. False when the key is absent. f must not use
    // this Table.
    template <class K = Key, class F>
    bool update(const K& key, F&& f) {
        if (!contains(key)) return false;
        std::forward<F>(f)(Editor::own_slot(root_, key).edit());
        return true;
    }
    // False when the key was absent.
    template <class K = Key>
    bool erase(const K& key) {
        if (!contains(key)) return false;
        Editor::erase(root_, key);
        --size_;
        return true;
    }
    void clear() { *this = Table(); }

    Table() = default;
    Table(const Table&) = default;
    Table(Table&& other) noexcept
        : root_(std::move(other.root_)), size_(std::exchange(other.size_, 0)) {}
    Table& operator=(Table other) noexcept {
        std::swap(root_, other.root_);
        std::swap(size_, other.size_);
        return *this;
    }
    ~Table() = default;

    iterator begin() const { return at(0); }
    iterator end() const { return at(size_); }
    iterator last() const { return at(empty() ? 0 : size_ - 1); }  // end() when empty
    iterator at(std::size_t index) const { return iterator(root_.get(), size_, index); }
    template <class K = Key>
    iterator lower_bound(const K& key) const {  // first entry not before key
        return at(rank(key));
    }
    template <class K = Key>
    iterator upper_bound(const K& key) const {  // first entry after key
        return at(position(key, [](const auto& keys, const K& k) {
            return table_detail::upper_position(keys, k);
        }));
    }
    // Number of keys less than key.
    template <class K = Key>
    std::size_t rank(const K& key) const {
        return position(key, [](const auto& keys, const K& k) {
            return table_detail::lower_position(keys, k);
        });
    }

    // True when both are the same tree, so nothing differs. False says nothing: compare, or diff.
    bool shares_with(const Table& other) const { return root_.get() == other.root_.get(); }

    // Calls f(const Key&, const T* before, const T* after) in key order for each entry that was
    // added (before is null), removed (after is null) or changed. f may return bool: false stops.
    // Shared subtrees are skipped, so tables that stem from one another cost O(changes * log n);
    // unrelated ones cost O(n).
    template <class F, class Equal = std::equal_to<>>
    static void diff(const Table& before, const Table& after, F&& f, Equal equal = {}) {
        auto report = [&f](const Key& key, const T* left, const T* right) {
            if constexpr (std::is_void_v<
                              std::invoke_result_t<F&, const Key&, const T*, const T*>>) {
                f(key, left, right);
                return true;
            } else {
                return static_cast<bool>(f(key, left, right));
            }
        };
        table_detail::walk_differences(before.root_.get(), after.root_.get(), report, equal);
    }

    // The same keys with equal values.
    friend bool operator==(const Table& left, const Table& right) {
        bool equal = left.size_ == right.size_;
        if (!equal) return false;
        diff(left, right, [&equal](const Key&, const T*, const T*) { return equal = false; });
        return equal;
    }

private:
    template <class K, class InLeaf>
    std::size_t position(const K& key, InLeaf&& in_leaf) const {
        if (root_.get() == nullptr) return 0;
        std::size_t before = 0;
        const Node* node = root_.get();
        while (!node->is_leaf()) {
            const auto& inner = node->inner();
            const std::size_t child = table_detail::child_position(inner, key);
            for (std::size_t i = 0; i < child; ++i) before += inner.counts[i];
            node = inner.children[child].get();
        }
        return before + in_leaf(node->leaf().keys.get(), key);
    }

    table_detail::Shared<Node> root_;  // null: empty
    std::size_t size_ = 0;
};

// Reads only, both ways. It holds the chunk it stands in and its own number, and finds the next
// chunk by that number: small to copy, and any step is O(log n) at worst.
template <class Key, class T>
class Table<Key, T>::iterator {
    struct Arrow {
        Entry entry;
        const Entry* operator->() const { return &entry; }
    };

public:
    using iterator_category = std::bidirectional_iterator_tag;
    using value_type = Entry;
    using difference_type = std::ptrdiff_t;
    using pointer = Arrow;
    using reference = Entry;

    iterator() = default;

    std::size_t index() const { return index_; }  // how many entries come before
    Entry operator*() const { return {leaf_->keys.get()[offset_], leaf_->values[offset_].get()}; }
    Arrow operator->() const { return {**this}; }

    iterator& operator++() {
        ++index_;
        if (++offset_ == leaf_->values.size()) seek();
        return *this;
    }
    iterator& operator--() {
        --index_;
        if (leaf_ == nullptr || offset_ == 0) {
            seek();
        } else {
            --offset_;
        }
        return *this;
    }
    iterator operator++(int) {
        iterator old = *this;
        ++*this;
        return old;
    }
    iterator operator--(int) {
        iterator old = *this;
        --*this;
        return old;
    }
    friend bool operator==(const iterator& left, const iterator& right) {
        return left.root_ == right.root_ && left.index_ == right.index_;
    }

private:
    friend class Table;
    iterator(const Node* root, std::size_t size, std::size_t index)
        : root_(root), size_(size), index_(index < size ? index : size) {
        seek();
    }

    void seek() {
        leaf_ = nullptr;
        offset_ = 0;
        if (index_ >= size_) return;
        std::size_t rest = index_;
        const Node* node = root_;
        while (!node->is_leaf()) {
            const auto& inner = node->inner();
            std::size_t child = 0;
            for (; rest >= inner.counts[child]; ++child) rest -= inner.counts[child];
            node = inner.children[child].get();
        }
        leaf_ = &node->leaf();
        offset_ = rest;
    }

    const Node* root_ = nullptr;
    std::size_t size_ = 0;
    const Leaf* leaf_ = nullptr;  // null: the end
    std::size_t offset_ = 0;
    std::size_t index_ = 0;
};

}  // namespace picket
