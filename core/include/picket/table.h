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

#include "picket/table_node.h"

namespace picket {

template <class Key, class T>
class Table {
    static constexpr const table_detail::TreeOps& ops() {
        static_assert(alignof(Key) <= table_detail::kAlignment);
        return table_detail::kTreeOps<Key, T>;
    }

public:
    struct Entry {
        const Key& key;
        const T& value;
    };
    class iterator;
    using const_iterator = iterator;

    std::size_t size() const { return tree_.size; }
    bool empty() const { return tree_.size == 0; }
    const table_detail::Tree& tree() const { return tree_; }  // for walks without types

    template <class K = Key>
    const T* find(const K& key) const {
        table_detail::Path path;
        if (!locate(key, path)) return nullptr;
        const table_detail::Node* node = tree_.root;
        while (node->height > 0) node = table_detail::inner(*node).children[path[node->height]];
        return &value_in(*node, path[0]);
    }
    template <class K = Key>
    bool contains(const K& key) const {
        table_detail::Path path;
        return locate(key, path);
    }

    // False, and nothing changed, when the key is present.
    bool insert(Key key, T value) {
        table_detail::Path path;
        if (locate(key, path)) return false;
        const table_detail::Slot<T> slot = slot_for(std::move(value));
        tree_.insert(ops(), path, &key, &slot);
        return true;
    }
    // Inserts, or replaces the value.
    void put(Key key, T value) {
        table_detail::Path path;
        const bool found = locate(key, path);
        const table_detail::Slot<T> slot = slot_for(std::move(value));
        if (found) {
            tree_.replace(ops(), path, &slot);
        } else {
            tree_.insert(ops(), path, &key, &slot);
        }
    }
    // Calls f(T&) on a copy that no other Table sees. False when the key is absent. f must not use
    // this Table.
    template <class K = Key, class F>
    bool update(const K& key, F&& f) {
        table_detail::Path path;
        if (!locate(key, path)) return false;
        std::forward<F>(f)(*static_cast<T*>(tree_.own(ops(), path)));
        return true;
    }
    // The same for updates in key order: each looks at the entry behind the one before it first.
    // Whatever happens to the Table between two updates, a finger points to nothing wrong.
    class Finger {
        friend class Table;
        table_detail::Path path_ = {};
    };
    template <class F>
    bool update(const Key& key, Finger& finger, F&& f) {
        if (!table_detail::step_to<Key>(tree_.root, key, finger.path_) &&
            !locate(key, finger.path_))
            return false;
        std::forward<F>(f)(*static_cast<T*>(tree_.own(ops(), finger.path_)));
        return true;
    }
    // False when the key was absent.
    template <class K = Key>
    bool erase(const K& key) {
        table_detail::Path path;
        if (!locate(key, path)) return false;
        tree_.erase(ops(), path);
        return true;
    }
    void clear() { tree_.release(ops()); }

    Table() = default;
    Table(const Table& other) : tree_(other.tree_) {
        if (tree_.root != nullptr) ++tree_.root->references;
    }
    Table(Table&& other) noexcept : tree_(std::exchange(other.tree_, {})) {}
    Table& operator=(Table other) noexcept {
        std::swap(tree_, other.tree_);
        return *this;
    }
    ~Table() {
        if (tree_.root != nullptr) tree_.release(ops());
    }

    iterator begin() const { return at(0); }
    iterator end() const { return at(size()); }
    iterator last() const { return at(empty() ? 0 : size() - 1); }  // end() when empty
    iterator at(std::size_t index) const {
        return iterator(table_detail::Cursor(tree_, index < size() ? index : size()));
    }
    template <class K = Key>
    iterator lower_bound(const K& key) const {  // first entry not before key
        return at(rank(key));
    }
    template <class K = Key>
    iterator upper_bound(const K& key) const {  // first entry after key
        table_detail::Path path;
        const bool found = locate(key, path);
        return at(tree_.rank(path) + (found ? 1 : 0));
    }
    // Number of keys less than key.
    template <class K = Key>
    std::size_t rank(const K& key) const {
        table_detail::Path path;
        locate(key, path);
        return tree_.rank(path);
    }

    // True when both are the same tree, so nothing differs. False says nothing: compare, or diff.
    bool shares_with(const Table& other) const { return tree_.root == other.tree_.root; }

    // Calls f(const Key&, const T* before, const T* after) in key order for each entry that was
    // added (before is null), removed (after is null) or changed. f may return bool: false stops.
    // Shared subtrees are skipped, so tables that stem from one another cost O(changes * log n);
    // unrelated ones cost O(n).
    template <class F, class Equal = std::equal_to<>>
    static void diff(const Table& before, const Table& after, F&& f, Equal equal = {}) {
        using Function = std::remove_reference_t<F>;
        struct Caller {
            Function& f;
            Equal& equal;
        };
        Caller caller{f, equal};
        constexpr auto report = [](void* closure, const void* key, const void* left,
                                   const void* right) {
            auto& call = static_cast<Caller*>(closure)->f;
            const auto& k = *static_cast<const Key*>(key);
            const auto* l = static_cast<const T*>(left);
            const auto* r = static_cast<const T*>(right);
            if constexpr (std::is_void_v<decltype(call(k, l, r))>) {
                call(k, l, r);
                return true;
            } else {
                return static_cast<bool>(call(k, l, r));
            }
        };
        constexpr auto same = [](void* closure, const void* left, const void* right) {
            return static_cast<bool>(static_cast<Caller*>(closure)->equal(
                *static_cast<const T*>(left), *static_cast<const T*>(right)));
        };
        table_detail::walk_differences(ops(), before.tree_, after.tree_, {&caller, report, same});
    }

    // The same keys with equal values.
    friend bool operator==(const Table& left, const Table& right) {
        bool equal = left.size() == right.size();
        if (!equal) return false;
        diff(left, right, [&equal](const Key&, const T*, const T*) { return equal = false; });
        return equal;
    }

private:
    // One look-up for all that a text can be, so that it is compiled once.
    template <class K>
    bool locate(const K& key, table_detail::Path& path) const {
        if constexpr (std::is_same_v<Key, std::string> &&
                      std::is_convertible_v<const K&, std::string_view>) {
            return table_detail::locate<Key>(tree_.root, std::string_view(key), path);
        } else {
            return table_detail::locate<Key>(tree_.root, key, path);
        }
    }
    static table_detail::Slot<T> slot_for(T&& value) {
        if constexpr (table_detail::kInLeaf<T>) {
            return value;
        } else {
            return new table_detail::Cell<T>(std::move(value));
        }
    }
    static const T& value_in(const table_detail::Node& leaf, std::size_t at) {
        const auto* slots = reinterpret_cast<const table_detail::Slot<T>*>(leaf.slots());
        if constexpr (table_detail::kInLeaf<T>) {
            return slots[at];
        } else {
            return static_cast<const table_detail::Cell<T>*>(slots[at])->content;
        }
    }

    table_detail::Tree tree_;
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

    std::size_t index() const { return cursor_.index; }             // how many entries come before
    const table_detail::Cursor& cursor() const { return cursor_; }  // for walks without types
    Entry operator*() const {
        const auto& [leaf, offset] = cursor_.place;
        return {leaf->template keys_as<Key>()[offset], value_in(*leaf, offset)};
    }
    Arrow operator->() const { return {**this}; }

    iterator& operator++() {
        cursor_.next();
        return *this;
    }
    iterator& operator--() {
        cursor_.previous();
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
        return left.cursor_.root == right.cursor_.root && left.cursor_.index == right.cursor_.index;
    }

private:
    friend class Table;
    explicit iterator(const table_detail::Cursor& cursor) : cursor_(cursor) {}

    table_detail::Cursor cursor_;
};

}  // namespace picket
